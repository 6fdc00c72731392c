# SPDX-License-Identifier: GPL-3.0-or-later
"""Words to take along: a deck for the phone, a sheet of pictures, cards to cut out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Role, Session
from korak.i18n import _, ngettext
from korak.services.away import WordChoice
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.game_views import GameCard
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.printing import print_pdf, save_file, save_pdf
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for_any

_ONLY_SLOVENIAN = ""
Make = Callable[[], bytes]


class AwayPage(Page):
    """Which words and which language above; below, three things that can be made of them."""

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._learner = session.role is Role.LEARNER
        self._group_id = group_id
        self._choices = self._possible()
        self._chosen = next(iter(self._choices))
        self._language = frame.below() or _ONLY_SLOVENIAN
        self._head = Headline()
        self._which = PillMenu()
        self._which.chosen.connect(self.choose_words)
        self._languages = PillMenu()
        self._languages.chosen.connect(self.choose_language)
        self._count = Label(role="soft")
        self._status = Label(role="soft")
        self._anki = GameCard("mobile-phone")
        self._anki.go.connect(self._save_deck)
        self._sheet = GameCard("framed-picture")
        self._sheet.go.connect(partial(self._print, self._make_sheet))
        self._save_sheet = Button()
        self._save_sheet.clicked.connect(partial(self._save, self._make_sheet, "slike-in-besede.pdf"))
        self._cards = GameCard("scissors")
        self._cards.go.connect(partial(self._print, self._make_cards))
        self._save_cards = Button()
        self._save_cards.clicked.connect(partial(self._save, self._make_cards, "kartice.pdf"))
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """Who is here, and the way back."""
        me = self._house.people.me(self._session)
        return Bar(
            chips=(Chip(me.shown_name, me.picture if self._learner else ""),),
            button=BarButton(_("Back"), self.back),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The first thing that can be made."""
        return self._anki.begin

    def help_texts(self) -> tuple[str, ...]:
        """What one does with the files."""
        return (
            _("Anki is a free app for learning words on the phone."),
            _("Send the file to your phone, for example by e-mail, and open it there."),
            _("A newer file adds words. What you learned in Anki stays."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._head.title.setText(_("Words to take along"))
        self._head.note.setText(_("Learn on the phone or on paper, also without the computer."))
        self._which.setAccessibleName(_("Which words"))
        self._languages.setAccessibleName(_("Language of the meanings"))
        save = _("Save file")
        self._anki.set_texts(_("On the phone"), _("A file for the app Anki: words with pictures."), save)
        self._sheet.set_texts(_("Pictures and words"), _("A sheet for the wall or for your bag."), _("Print"))
        self._cards.set_texts(
            _("Cards to cut out"), _("The word in front, picture and meaning on the back."), _("Print")
        )
        for button, card in (
            (self._save_sheet, _("Pictures and words")),
            (self._save_cards, _("Cards to cut out")),
        ):
            button.setText(_("Save PDF"))
            button.setAccessibleName(f"{_('Save PDF')}: {card}")
        self._show()

    def shown(self) -> None:
        """Show how many words there are."""
        self._show()

    def back(self) -> None:
        """To the words."""
        if self._learner:
            self.frame.navigator.words()
        else:
            self.frame.navigator.desk("words")

    # slots

    def choose_words(self, key: str) -> None:
        """Take other words: `due`, `met`, `hard` or `topic/<topic>`."""
        self._chosen = key
        self._show()

    def choose_language(self, code: str) -> None:
        """Explain them in another language; nothing: in none."""
        self._language = code
        self._show()

    def _save_deck(self) -> None:
        self._hand_over(self._make_deck, self._keep_deck)

    def _print(self, make: Make) -> None:
        self._hand_over(make, self._print_it)

    def _save(self, make: Make, name: str) -> None:
        self._hand_over(make, partial(self._save_it, name))

    # internal

    def _make_deck(self) -> bytes:
        return self._house.away.deck(self._session, self._choices[self._chosen], self._language or None)

    def _make_sheet(self) -> bytes:
        return self._house.away.sheet(self._session, self._choices[self._chosen], self._language or None)

    def _make_cards(self) -> bytes:
        return self._house.away.cards(self._session, self._choices[self._chosen], self._language or None)

    def _hand_over(self, make: Make, hand_over: Callable[[bytes], None]) -> None:
        try:
            hand_over(make())
        except ServiceFault as fault:
            words = words_for_any(fault)
            self._say(f"{words.happened} {words.todo}")

    def _keep_deck(self, data: bytes) -> None:
        asked = _("Save file"), "Anki (*.apkg)"
        path = save_file(data, f"korak-{self._chosen.rpartition('/')[2]}.apkg", asked, self)
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _print_it(self, pdf: bytes) -> None:
        if print_pdf(pdf, self):
            self._say(_("The sheet is on its way to the printer."))

    def _save_it(self, name: str, pdf: bytes) -> None:
        path = save_pdf(pdf, name, self)
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _possible(self) -> dict[str, WordChoice]:
        """The words that can be chosen: a learner's own or a group's hard ones, and every topic."""
        person = self._session.person_id
        own: dict[str, WordChoice] = {}
        if self._learner:
            own = {"due": WordChoice("due", person), "met": WordChoice("met", person)}
        elif self._group_id is not None:
            own = {"hard": WordChoice("hard", self._group_id)}
        found = {key: one for key, one in own.items() if self._house.away.choose(self._session, one).words}
        return found | {f"topic/{name}": WordChoice("topic", name) for name in self._house.pack.topics}

    def _name(self, key: str) -> str:
        own = {
            "due": _("My words for today"),
            "met": _("All my words"),
            "hard": _("Hard words of the group"),
        }
        pack = self._house.pack
        return own.get(key) or i18n.content_or_source(pack.id, pack.topic_title(self._choices[key].of))

    def _show(self) -> None:
        self._which.set_choices([(key, self._name(key)) for key in self._choices])
        self._which.setText(self._name(self._chosen))
        self._which.set_current(self._chosen)
        languages = {_ONLY_SLOVENIAN: _("Only Slovenian")}
        languages |= {code: i18n.own_name(code) for code in self.frame.second_languages(self._house.pack)}
        self._languages.set_choices(list(languages.items()))
        self._languages.setText(languages.get(self._language, languages[_ONLY_SLOVENIAN]))
        self._languages.set_current(self._language)
        count = len(self._house.away.choose(self._session, self._choices[self._chosen]).words)
        self._count.setText(ngettext("{n} word", "{n} words", count).format(n=count))

    def _lay_out(self) -> None:
        self._head.add(self._which)
        self._head.add(self._languages)
        self._sheet.buttons.addWidget(self._save_sheet)
        self._cards.buttons.addWidget(self._save_cards)
        things = Fold(1000)
        things.row.setSpacing(20)
        for card in (self._anki, self._sheet, self._cards):
            things.row.addWidget(card, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 16, 64, 32)
        column.setSpacing(20)
        for widget in (self._head, self._count, self._status, things):
            column.addWidget(widget)
        column.addStretch()
        self._status.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
