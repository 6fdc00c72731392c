# SPDX-License-Identifier: GPL-3.0-or-later
"""The question whether a story or a photo may be shown: where, until when, yes or no."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.retention import Purpose, Use
from korak.i18n import N_, _, format_date, ngettext
from korak.services.stories import Told
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.rights_words import uses_text
from korak.ui.sitting.view import program_says
from korak.ui.stories.said import Said
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

YEARS = (1, 2, 5)
_TITLES: Mapping[Purpose, str] = {
    Purpose.STORY: N_("May we show your story?"),
    Purpose.PHOTO: N_("May we show your photo?"),
}
_PICTURES: Mapping[Purpose, str] = {Purpose.STORY: "open-book", Purpose.PHOTO: "camera"}
_SENTENCES = (
    N_("You may say no. The course goes on just as before."),
    N_("You can take a yes back at any time."),
)
USE_TEXTS: Mapping[Use, str] = {
    Use.WEB: N_("On the web page: anybody can see it."),
    Use.PRINT: N_("On paper: in a booklet or on a poster."),
    Use.REPORT: N_("In the report of the project: the funder sees it."),
}


class ConsentView(QWidget):
    """Says `answered(uses, last day)`; no uses: the answer is no. Nothing is ticked beforehand."""

    answered = Signal(object, object)

    def __init__(self, frame: Frame, purpose: Purpose, told: Told, today: date) -> None:
        super().__init__()
        self._today = today
        self._years = YEARS[1]
        self._title = Said(frame, _TITLES[purpose], role="title")
        self._sentences = Said(frame, *_SENTENCES)
        self._where = Said(frame, N_("Where may it be seen?"), role="strong")
        answer, allowed = told.answer, told.permit.story
        if purpose is Purpose.PHOTO:
            answer, allowed = told.photo_answer, told.permit.photo
        self._now = Label("", "strong")
        self._allowed = allowed
        self._last = answer.until if answer is not None and allowed else None
        self._ticks = {use: Button("", "tick") for use in self._offered(purpose, told)}
        self._own = {use: OwnWords(frame) for use in self._ticks}
        self._frame = frame
        for tick in self._ticks.values():
            tick.toggled.connect(self._look)
        self._how_long = Said(frame, N_("Until when?"), role="strong")
        self._durations = {years: Button("", "tick") for years in YEARS}
        for button in self._durations.values():
            button.clicked.connect(self._choose_duration)
        self._until = Label("", "soft")
        self.yes, self.no = Button("", "primary"), Button("", "second")
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self._refuse)
        self._lay_out(purpose)
        self.retranslate()
        self._look()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for use, tick in self._ticks.items():
            said = program_says(self._frame, USE_TEXTS[use])
            tick.setText(said.text)
            self._own[use].set_text(said.second, self._frame.below() or "")
        for years, button in self._durations.items():
            button.setText(ngettext("{n} year", "{n} years", years).format(n=years))
        if self._last is not None:
            said = _("Your yes holds until {day}: {where}.")
            self._now.setText(said.format(day=format_date(self._last), where=uses_text(self._allowed)))
        self._now.setVisible(bool(self._now.text()))
        self.yes.setText(_("Yes, I agree"))
        self.no.setText(_("No, thank you") if self._last is None else _("Take the yes back"))
        self._show_until()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @property
    def first(self) -> QWidget:
        """Where one begins: the first place it may be shown, or no."""
        return next(iter(self._ticks.values()), self.no)

    # slots

    def _look(self) -> None:
        self.yes.setEnabled(any(tick.isChecked() for tick in self._ticks.values()))

    def _choose_duration(self) -> None:
        pressed = self.sender()
        self._years = next(years for years, button in self._durations.items() if button is pressed)
        self._show_until()

    def _agree(self) -> None:
        uses = frozenset(use for use, tick in self._ticks.items() if tick.isChecked())
        self.answered.emit(uses, self._last_day())

    def _refuse(self) -> None:
        self.answered.emit(frozenset(), None)

    # internal

    @staticmethod
    def _offered(purpose: Purpose, told: Told) -> tuple[Use, ...]:
        """A photo can be shown at most where the story may be."""
        return tuple(use for use in Use if purpose is Purpose.STORY or use in told.permit.story)

    def _last_day(self) -> date:
        year, day = self._today.year + self._years, self._today
        return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)

    def _show_until(self) -> None:
        for years, button in self._durations.items():
            button.setChecked(years == self._years)
        self._until.setText(_("Until {day}").format(day=format_date(self._last_day())))

    def _lay_out(self, purpose: Purpose) -> None:
        card = Card("card")
        card.body.setContentsMargins(40, 24, 40, 24)
        card.body.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(Picture(_PICTURES[purpose], 72), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(head)
        card.body.addWidget(self._now)
        card.body.addWidget(self._sentences)
        card.body.addSpacing(4)
        card.body.addWidget(self._where)
        for use, tick in self._ticks.items():
            card.body.addWidget(tick)
            card.body.addWidget(self._own[use])
        card.body.addSpacing(4)
        card.body.addWidget(self._how_long)
        choice = QWidget()
        across = FlowLayout(12)
        across.setContentsMargins(0, 0, 0, 0)
        choice.setLayout(across)
        for button in self._durations.values():
            across.addWidget(button)
        card.body.addWidget(choice)
        card.body.addWidget(self._until)
        ways = Fold(560)
        ways.row.setSpacing(16)
        for button in (self.no, self.yes):
            button.set_wide(True)
            ways.row.addWidget(button, 1)
        card.body.addSpacing(6)
        card.body.addWidget(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch()
