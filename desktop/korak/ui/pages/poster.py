# SPDX-License-Identifier: GPL-3.0-or-later
"""The graphic harvest: a poster of a group for the wall, seen before it is printed."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.harvest import MOST_QUOTES
from korak.centre.people import Session
from korak.i18n import _
from korak.services.harvest import Wanted
from korak.services.house import House
from korak.services.stories import Quote
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.stories.pdf_view import PdfView
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field, LineEdit
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for_any

_PAUSE_MS = 400  # after the last letter of the title


class PosterPage(DeskPage):
    """What stands on it at the left, the poster itself at the right."""

    here = "stories"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._all = house.harvests.groups(session)
        self._group_id = group_id if group_id in {group.id for group in self._all} else ""
        if not self._group_id and self._all:
            self._group_id = self._all[0].id
        self._quotes: tuple[Quote, ...] = ()
        self._pdf = b""
        self._asked = 0
        self._head = Headline()
        self._back = Button(icon="arrow-left")
        self._back.clicked.connect(partial(frame.navigator.desk, "stories"))
        self._save, self._print = Button(icon="save"), Button(role="primary", icon="printer")
        self._save.clicked.connect(self._save_it)
        self._print.clicked.connect(self._print_it)
        for button in (self._back, self._save, self._print):
            self._head.add(button)
        self._status = Label("", "soft")
        self._groups = Choice()
        for group in self._all:
            self._groups.addItem(group.name, group.id)
        self._groups.setCurrentIndex(max(self._groups.findData(self._group_id), 0))
        self._groups.currentIndexChanged.connect(self._choose_group)
        self._title_edit = LineEdit()
        self._title_edit.setMaxLength(90)
        self._group, self._title = Field(self._groups), Field(self._title_edit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.draw)
        self._title_edit.textChanged.connect(self._pause.start)
        self._size_name = Label("", "trainer")
        self._small, self._large = Button("A4", "tick"), Button("A3", "tick")
        self._small.setChecked(True)
        self._small.clicked.connect(partial(self.choose_size, False))
        self._large.clicked.connect(partial(self.choose_size, True))
        self._quotes_name, self._quotes_note = Label("", "lead"), Label("", "note")
        self._quote_ticks: list[Button] = []
        self._quote_box = QWidget()
        self._quote_lines = QVBoxLayout(self._quote_box)
        self._quote_lines.setContentsMargins(0, 0, 0, 0)
        self._quote_lines.setSpacing(8)
        self._view = PdfView()
        self._lay_out()

    @property
    def pdf(self) -> bytes:
        """The poster that is shown; empty until it is drawn."""
        return self._pdf

    @property
    def large(self) -> bool:
        """Whether it is drawn on A3."""
        return self._large.isChecked()

    def main_widget(self) -> QWidget:
        """The group."""
        return self._groups

    def help_texts(self) -> tuple[str, ...]:
        """What the poster tells."""
        return (
            _("No names and no single results stand on the poster. Counts of 1 to 4 people are words."),
            _("Hang it on the wall at the last meeting."),
        )

    def back(self) -> None:
        """To the stories."""
        self.frame.navigator.desk("stories")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Poster of a group"))
        self._head.note.setText(_("Hang it on the wall at the last meeting."))
        self._back.setText(_("Stories"))
        self._save.setText(_("Save PDF"))
        self._print.setText(_("Print"))
        self._group.set_label(_("Group"))
        self._title.set_label(_("Title"))
        self._title.set_hint(_("Empty: the name of the course"))
        self._size_name.setText(_("Size"))
        for button, name in ((self._small, "A4"), (self._large, "A3")):
            button.setAccessibleName(f"{_('Size')}: {name}")
        self._quotes_name.setText(_("Voices of the group"))
        self._view.setAccessibleName(_("Picture of the poster"))
        self._tell_quotes()

    def shown(self) -> None:
        """Draw the poster of the group that is chosen."""
        self._show_quotes()
        self.draw()

    # what is drawn

    def draw(self) -> None:
        """Draw the poster anew; the last wish counts."""
        if not self._group_id:
            self._say(_("There is no group yet."))
            return
        self._asked += 1
        self._print.setEnabled(False)
        self._save.setEnabled(False)
        self._say(_("The poster is being drawn. Just a moment."))
        wanted = Wanted(self._group_id, self._title_edit.text(), self._chosen_quotes())
        work = partial(self.house.harvests.poster, self.session, wanted, large=self.large)
        self.frame.background.run(work, partial(self._drawn, self._asked), self._failed)

    def choose_size(self, large: bool) -> None:
        """Draw it on A4 or A3."""
        self._small.setChecked(not large)
        self._large.setChecked(large)
        self.draw()

    # slots

    def _choose_group(self) -> None:
        self._group_id = str(self._groups.currentData() or "")
        self.group_chosen.emit(self._group_id)
        self._show_quotes()
        self.draw()

    def _choose_quote(self) -> None:
        chosen = sum(tick.isChecked() for tick in self._quote_ticks)
        for tick in self._quote_ticks:
            tick.setEnabled(tick.isChecked() or chosen < MOST_QUOTES)
        self.draw()

    def _drawn(self, asked: int, pdf: bytes) -> None:
        if asked != self._asked:
            return
        self._pdf = pdf
        self._view.show_pdf(pdf)
        self._print.setEnabled(True)
        self._save.setEnabled(True)
        self._say("")

    def _failed(self, fault: Exception) -> None:
        words = words_for_any(fault)
        self._say(f"{words.happened} {words.todo}")

    def _save_it(self) -> None:
        path = save_pdf(self._pdf, "korak_plakat.pdf", self)
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _print_it(self) -> None:
        if print_pdf(self._pdf, self, large=self.large):
            self._say(_("The sheet is on its way to the printer."))

    # internal

    def _chosen_quotes(self) -> tuple[Quote, ...]:
        pairs = zip(self._quotes, self._quote_ticks, strict=True)
        return tuple(quote for quote, tick in pairs if tick.isChecked())

    def _show_quotes(self) -> None:
        self._quotes = self.house.harvests.quotes(self.session, self._group_id) if self._group_id else ()
        for tick in self._quote_ticks:
            self._quote_lines.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._quote_ticks = [Button(f"{quote.text} ({quote.name})", "tick") for quote in self._quotes]
        for tick in self._quote_ticks:
            tick.clicked.connect(self._choose_quote)
            self._quote_lines.addWidget(tick)
        self._tell_quotes()

    def _tell_quotes(self) -> None:
        none = _("Nothing may be printed yet: ask for consent to the stories.")
        some = _("Choose three at most. Only sentences with a consent for paper are here.")
        self._quotes_note.setText(some if self._quotes else none)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        announce(self._status, text)

    def _lay_out(self) -> None:
        options, sizes = Card("card"), QHBoxLayout()
        options.body.setSpacing(14)
        sizes.setSpacing(12)
        for button in (self._small, self._large):
            sizes.addWidget(button)
        sizes.addStretch()
        options.body.addWidget(self._group)
        options.body.addWidget(self._title)
        options.body.addWidget(self._size_name)
        options.body.addLayout(sizes)
        options.body.addSpacing(6)
        for widget in (self._quotes_name, self._quotes_note, self._quote_box):
            options.body.addWidget(widget)
        left = QVBoxLayout()
        left.addWidget(options)
        left.addStretch()
        right = QVBoxLayout()
        right.addWidget(self._status)
        right.addWidget(self._view)
        right.addStretch()
        columns = Fold(820)
        columns.row.setSpacing(20)
        columns.row.addLayout(left, 2)
        columns.row.addLayout(right, 3)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(columns)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
