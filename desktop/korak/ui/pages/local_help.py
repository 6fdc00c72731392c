# SPDX-License-Identifier: GPL-3.0-or-later
"""Who helps with what around here, for learners: by topic and language, what was checked stands first."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.local_services import LocalService, Topic, best_first, is_checked, matching, topic_of
from korak.centre.people import Role, Session
from korak.i18n import _, ngettext
from korak.reports import service_words as words
from korak.services.house import House
from korak.ui.folding import Headline
from korak.ui.forms.learners import LEARNER_LANGUAGES
from korak.ui.frame import Frame
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.printing import print_pdf
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field, LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller

_AT_ONCE = 10
_LTR, _END = "\u2066", "\u2069"  # a number keeps its order between letters that run the other way


class LocalHelpPage(Page):
    """To look things up only; the words of an entry stay as the centre wrote them."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._me = house.people.me(session)
        self._entries = house.local_services.all(session)
        self._shown: tuple[LocalService, ...] = ()
        self._topic: Topic | None = None
        self._most = _AT_ONCE
        self._head = Headline()
        self._print = Button(icon="printer")
        self._print.clicked.connect(self._print_leaflet)
        self._head.add(self._print)
        there = {topic_of(one) for one in self._entries}
        self.topics = {topic: Button(role="switch") for topic in Topic if topic in there}
        for topic, button in self.topics.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, topic))
        self.search = LineEdit()
        self.search.textChanged.connect(self._look)
        self.language = Choice()
        self.language.currentIndexChanged.connect(self._look)
        self._search, self._language = Field(self.search), Field(self.language)
        self.count = Label(role="soft")
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._more = Button()
        self._more.clicked.connect(self._show_more)
        self._lay_out()

    def bar(self) -> Bar:
        """Who is here, the languages, and the way home."""
        picture = self._me.picture if self._me.role is Role.LEARNER else ""
        return Bar(
            chips=(Chip(self._me.shown_name, picture),),
            button=BarButton(_("Home"), self.frame.navigator.home),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The first topic."""
        return next(iter(self.topics.values()), self.search)

    def help_texts(self) -> tuple[str, ...]:
        """How to look."""
        return (
            _("Choose a topic. Then you see who helps."),
            i18n.gettext_in(i18n.language(), words.CALL_FIRST),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._head.title.setText(_("Who helps with what"))
        self._head.note.setText(_(words.CALL_FIRST))
        self._print.setText(_("Print"))
        for topic, button in self.topics.items():
            button.setText(_(words.TOPICS[topic]))
        self._search.set_label(_("Search"))
        self._language.set_label(_("Language spoken there"))
        self._more.setText(_("Show more"))
        chosen = self.language.currentData()
        self.language.blockSignals(True)
        self.language.clear()
        self.language.addItem(_("all"), "")
        spoken = {code for one in self._entries for code in one.languages}
        for code in (one for one in LEARNER_LANGUAGES if one in spoken):
            self.language.addItem(i18n.own_name(code), code)
        self.language.setCurrentIndex(max(self.language.findData(chosen), 0))
        self.language.blockSignals(False)
        self._language.setVisible(bool(spoken))
        self._look()

    def back(self) -> None:
        """Home."""
        self.frame.navigator.home()

    def names(self) -> list[str]:
        """The names of the entries that are shown, in order."""
        return [one.name for one in self._shown[: self._most]]

    # slots

    def _choose(self, topic: Topic) -> None:
        self._topic = None if self._topic is topic else topic
        self._look()

    def _look(self) -> None:
        self._most = _AT_ONCE
        today = self.frame.clock.now().astimezone().date()
        spoken = str(self.language.currentData() or "")
        found = matching(self._entries, self.search.text(), "", spoken)
        chosen = [one for one in found if self._topic is None or topic_of(one) is self._topic]
        self._shown = best_first(chosen, today)
        for topic, button in self.topics.items():
            button.setChecked(topic is self._topic)
        self._show()

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        self._show()

    def _print_leaflet(self) -> None:
        language = self.frame.below() or i18n.language()
        print_pdf(self._house.local_services.leaflet(self._session, self._shown, language), self)

    # showing

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        count = len(self._shown)
        told = ngettext("{n} entry", "{n} entries", count).format(n=count)
        self.count.setText(told if count else _("Nothing is found. Try another word."))
        for one in self._shown[: self._most]:
            self._list.addWidget(self._card(one))
        self._more.setVisible(count > self._most)

    def _card(self, entry: LocalService) -> Card:
        today = self.frame.clock.now().astimezone().date()
        topic = topic_of(entry)
        card = Card("card")
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(Label(entry.name, "lead"))
        checked = is_checked(entry, today)
        state = _("Checked") if checked else _("Not checked yet: call before you go.")
        lines.addWidget(Label(f"{_(words.TOPICS[topic])} · {state}", "soft"))
        if entry.for_what:
            lines.addWidget(Label(entry.for_what))
        for label, text in (
            (words.PHONE, entry.phone),
            (words.ADDRESS, ", ".join(part for part in (entry.address, entry.town) if part)),
            (words.OPEN, entry.hours),
            (words.BRING, entry.documents),
            (words.LANGUAGES, ", ".join(i18n.own_name(code) for code in entry.languages)),
        ):
            if text:
                lines.addWidget(Label(f"{_(label)} {_LTR}{text}{_END}"))
        if entry.appointment:
            lines.addWidget(Label(_(words.APPOINTMENT)))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Picture(words.PICTURES[topic], 48), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        card.body.addLayout(row)
        return card

    def _lay_out(self) -> None:
        topics, choices = QWidget(), QWidget()
        for widget, inside in ((topics, self.topics.values()), (choices, (self._search, self._language))):
            flow = FlowLayout(12)
            widget.setLayout(flow)
            for each in inside:
                flow.addWidget(each)
        for field in (self._search, self._language):
            field.setMinimumWidth(260)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 8, 64, 32)
        column.setSpacing(16)
        for widget in (self._head, topics, choices, self.count):
            column.addWidget(widget)
        column.addLayout(self._list)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
