# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting something together from chips, by pressing them one after the other.

A chip that is pressed goes to the end of the line; pressed there, it comes back. Nothing has to be dragged.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.content.exercise import ExercisePart
from korak.content.verdict import Result, Verdict
from korak.i18n import _
from korak.ui.exercise import HINTED, SHOWN, ExerciseView
from korak.ui.frame import Frame
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label

_ERASE = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChipsView(ExerciseView):
    """A line to fill and the chips it is filled with; `heard` is said once the answer is known."""

    def __init__(
        self,
        exercise: ExercisePart,
        chips: tuple[str, ...],
        pack: str,
        frame: Frame,
        *,
        role: str,
        heard: str,
    ) -> None:
        super().__init__(frame, pack, exercise.ask, exercise.picture)
        self.why = exercise.why
        self.heard = heard
        self._placed: list[int] = []
        self._texts = chips
        self._waiting = [self._chip(place, role) for place in range(len(chips))]
        self._line = [self._chip(place, role) for place in range(len(chips))]
        self._empty = Label("", "soft")
        self._row, self._rest = Card(), QWidget()
        # Slovenian runs from left to right, also in a program that does not.
        self._row.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._rest.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._row_chips = FlowLayout(8)
        self._row.body.addWidget(self._empty)
        self._row.body.addLayout(self._row_chips)
        rest = FlowLayout(8, self._rest)
        for chip in self._waiting:
            rest.addWidget(chip)
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._row)
        column.addWidget(self._rest)
        self.put_answer(board)
        self._refresh()

    # what a kind of exercise says

    def placed(self) -> tuple[str, ...]:
        """The chips in the line."""
        return tuple(self._texts[place] for place in self._placed)

    def answer(self) -> object | None:
        """The chips in the line, or None while there are none."""
        return self.placed() or None

    def pressed(self, text: str) -> None:
        """What happens when a chip is put into the line (nothing, or it is said)."""

    def mark_answer(self, verdict: Verdict) -> None:
        """Once settled lay the right answer, and let it be heard."""
        if self.settled:
            self.say_later(self.heard)
        self._refresh()

    def help_of_next_try(self, verdict: Verdict) -> int:
        """A near miss shows the answer; a wrong one only where it began to differ."""
        return HINTED if verdict.result is Result.WRONG else SHOWN

    def focus_answer(self) -> None:
        """Put the focus on the first chip that waits."""
        chip = next((chip for place, chip in enumerate(self._waiting) if place not in self._placed), None)
        if chip is not None:
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay(self, pieces: tuple[str, ...]) -> None:
        """Put these chips into the line, from left to right, as far as there are such chips."""
        self._placed = []
        for piece in pieces:
            free = [
                place for place, text in enumerate(self._texts) if text == piece and place not in self._placed
            ]
            if free:
                self._placed.append(free[0])
        self._refresh()

    def retranslate(self) -> None:
        """Say what to do, and what each chip does."""
        super().retranslate()
        self._empty.setText(_("Press in the right order."))
        for place, text in enumerate(self._texts):
            self._waiting[place].setAccessibleName(_("put: {text}").format(text=self.name_of(text)))
            self._line[place].setAccessibleName(_("take back: {text}").format(text=self.name_of(text)))

    def name_of(self, text: str) -> str:
        """How a chip is called where it is not seen."""
        return text

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Erase the last chip, hand in by Enter, put a chip by its key."""
        if self.settled:
            super().keyPressEvent(event)
        elif event.key() in _ERASE:
            self._take_back(self._placed[-1] if self._placed else -1)
        elif event.key() in _ENTER and len(self._placed) >= self.least():
            self.submit()
        else:
            place = self.place_of_key(event.text())
            if place is None:
                super().keyPressEvent(event)
            else:
                self._put(place)

    def least(self) -> int:
        """How many chips a whole answer needs at least."""
        return 1

    def place_of_key(self, key: str) -> int | None:
        """The chip a key stands for, among those that wait."""
        del key
        return None

    @property
    def waiting(self) -> tuple[int, ...]:
        """The chips that are not in the line."""
        return tuple(place for place in range(len(self._texts)) if place not in self._placed)

    # internal

    def _chip(self, place: int, role: str) -> Button:
        chip = Button(self.face(place), role)
        chip.clicked.connect(partial(self._pressed, place))
        return chip

    def face(self, place: int) -> str:
        """What stands on a chip."""
        return self._texts[place]

    def _pressed(self, place: int) -> None:
        if place in self._placed:
            self._take_back(place)
        else:
            self._put(place)

    def _put(self, place: int) -> None:
        if self.settled:
            return
        had_focus = self._waiting[place].hasFocus()
        self._placed.append(place)
        self.pressed(self._texts[place])
        self._refresh()
        self.answer_changed()
        if len(self._placed) >= self.least():
            self.rest()
        elif had_focus:
            self.focus_answer()

    def _take_back(self, place: int) -> None:
        if self.settled or place not in self._placed:
            return
        self._placed.remove(place)
        self._refresh()
        self.answer_changed()
        self._waiting[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        while self._row_chips.takeAt(0) is not None:
            pass
        for place, chip in enumerate(self._line):
            chip.setParent(self._row)
            chip.setVisible(place in self._placed)
            chip.setEnabled(not self.settled)
        for place in self._placed:
            self._row_chips.addWidget(self._line[place])
            self._line[place].show()
        for place, chip in enumerate(self._waiting):
            chip.setEnabled(place not in self._placed and not self.settled)
        self._empty.setVisible(not self._placed)
        self._row.updateGeometry()
