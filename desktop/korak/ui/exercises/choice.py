# SPDX-License-Identifier: GPL-3.0-or-later
"""A choice on the screen: big cards in words or pictures, pressed or chosen by the keys 1 to 9."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from korak.content.exercises.choice import Choice
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.option import Mark, OptionCard
from korak.ui.widgets.cards import Feedback


class ChoiceView(ExerciseView):
    """One right answer among others."""

    def __init__(self, exercise: Choice, pack: str, frame: Frame, seed: str) -> None:
        super().__init__(frame, pack, exercise.ask, exercise.picture)
        self._exercise = exercise
        self._chosen: OptionCard | None = None
        self._missed: set[str] = set()
        self._pictured = bool(exercise.pictures)
        self._cards = [
            OptionCard(text, pictogram=exercise.pictures.get(text, ""), key=str(place))
            for place, text in enumerate(exercise.options(seed), 1)
        ]
        self._board = QWidget()
        self._grid = QGridLayout(self._board)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for card in self._cards:
            card.set_tall(self._pictured)
            card.clicked.connect(partial(self._choose, card))
        self.tries = 2 if len(self._cards) > 2 else 1
        self.put_answer(self._board)
        self.themed()
        self.retranslate()
        self._lay_out()

    # what a kind of exercise says

    def answer(self) -> str | None:
        """The text of the chosen card."""
        return self._chosen.text() if self._chosen else None

    def feedback(self, verdict: Verdict) -> Feedback:
        """Right: why; not right: once more, then the right answer and why."""
        why = self._exercise.why
        if verdict.accepted:
            return Feedback("right", _("That is right."), hint=self._with_second(why))
        if not self.settled:
            return Feedback("wrong", _("No matter. Try once more."), hint=_("Choose another answer."))
        title = _("The right answer is “{answer}”.").format(answer=self._exercise.right.rstrip("."))
        return Feedback("wrong", title, hint=self._with_second(why))

    def mark_answer(self, verdict: Verdict) -> None:
        """Mark the chosen card; once settled also the right one."""
        if self._chosen is not None and not verdict.accepted:
            self._missed.add(self._chosen.text())
        for card in self._cards:
            if card.text() in self._missed:
                card.set_mark(Mark.OTHER, _("not this one"))
            if self.settled and card.text() == verdict.expected:
                card.set_mark(Mark.RIGHT, _("right"))

    def clear_answer(self) -> None:
        """Nothing is chosen; what was tried stays marked."""
        self._chosen = None

    def focus_answer(self) -> None:
        """Put the focus on the chosen card, else the first that was not tried."""
        card = self._chosen or next((card for card in self._cards if card.text() not in self._missed), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def themed(self) -> None:
        super().themed()
        self._grid.setSpacing(self.theme().px("s3"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, move by arrows, hand in by Enter."""
        place = event.key() - Qt.Key.Key_1.value
        if 0 <= place < len(self._cards):
            self._choose(self._cards[place])
            self._cards[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._move(event.key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # internal

    def _with_second(self, text: str) -> str:
        second = self.second(text) if text else ""
        return f"{text}\n{second}" if second else text

    def _choose(self, card: OptionCard) -> None:
        if self.settled or card.text() in self._missed:
            return
        self._chosen = card
        for other in self._cards:
            if other.text() not in self._missed:
                other.set_mark(Mark.OPEN)
        card.set_mark(Mark.CHOSEN, _("chosen"))
        self.answer_changed()

    def _enter(self) -> None:
        focused = next((card for card in self._cards if card.hasFocus()), None)
        if focused is not None and focused is not self._chosen:
            self._choose(focused)
        else:
            self.submit()

    def _move(self, key: int) -> None:
        back = {Qt.Key.Key_Up, Qt.Key.Key_Left}
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            back = {Qt.Key.Key_Up, Qt.Key.Key_Right}
        place = next((place for place, card in enumerate(self._cards) if card.hasFocus()), 0)
        place = (place + (-1 if key in back else 1)) % len(self._cards)
        self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        columns = 1
        if self._pictured:
            columns = max(1, min(len(self._cards), self._board.width() // self.theme().grown(190)))
            if columns > 2 and len(self._cards) == 4:
                columns = 2 if columns < 4 else 4
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
