# SPDX-License-Identifier: GPL-3.0-or-later
"""Sort on the screen: one thing after the other, each sent into a group by a press or by its number."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from korak.content.exercises.sort import Group, Sort
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.option import Mark, OptionCard
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card, Feedback
from korak.ui.widgets.labels import Label


class SortView(ExerciseView):
    """Things that wait, one of them in hand, and the groups they go into."""

    def __init__(self, exercise: Sort, pack: str, frame: Frame, seed: str) -> None:
        super().__init__(frame, pack, exercise.ask, exercise.picture)
        self.why = exercise.why
        self._exercise = exercise
        self._items = exercise.items(seed)
        self._given: dict[str, str] = {}
        self._fixed: set[str] = set()
        self._hand = Card("now")
        self._in_hand = Label("", "sentence")
        self._hand_speaks = Speaks(frame.voice, self._hand)
        self._gloss = OwnWords(frame)
        self._left = Label("", "soft")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._hand_speaks)
        line.addWidget(self._in_hand, 1)
        line.addWidget(self._left)
        self._hand.body.addLayout(line)
        self._hand.body.addWidget(self._gloss)
        self._columns_of = [_Column(group, place, frame) for place, group in enumerate(exercise.groups, 1)]
        board = QWidget()
        self._lines = QVBoxLayout(board)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(16)
        self._lines.addWidget(self._hand)
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        for place, column in enumerate(self._columns_of):
            column.card.clicked.connect(partial(self._send, place))
            self._grid.addWidget(
                column,
                place // 2 if len(self._columns_of) > 3 else 0,
                place % 2 if len(self._columns_of) > 3 else place,
            )
        self._lines.addLayout(self._grid)
        self.put_answer(board)

    # what a kind of exercise says

    def answer(self) -> tuple[tuple[str, str], ...] | None:
        """Every thing with its group, or None while one waits."""
        if len(self._given) < len(self._items):
            return None
        return tuple((item, self._given[item]) for item, _group in self._exercise.model())

    def feedback(self, verdict: Verdict) -> Feedback:
        """How many lie where they belong, and what to try."""
        if verdict.accepted:
            return Feedback("right", _("Everything is in its place."), hint=self._exercise.why)
        right, every = sum(verdict.parts), len(verdict.parts)
        title = _("{right} of {every} are in their place.").format(right=right, every=every)
        hint = self._exercise.why if self.settled else _("Sort the others once more.")
        return Feedback(
            "near" if right else "wrong", title, hint=hint or _("Now everything is in its place.")
        )

    def revealed(self, feedback: Feedback) -> str:
        """What the groups show."""
        return _("This is where everything belongs.")

    def mark_answer(self, verdict: Verdict) -> None:
        """Keep what is right; once settled put everything into its place."""
        for (item, _group), right in zip(self._exercise.model(), verdict.parts, strict=True):
            if right:
                self._fixed.add(item)
        if self.settled:
            self._given = dict(self._exercise.model())
        self._refresh()

    def clear_answer(self) -> None:
        """Take back what was not in its place."""
        self._given = {item: group for item, group in self._given.items() if item in self._fixed}
        self._refresh()

    def focus_answer(self) -> None:
        """Put the focus on the first group."""
        self._columns_of[0].card.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._refresh()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send by number, take the last back with Backspace, hand in by Enter."""
        place = event.key() - Qt.Key.Key_1.value
        if 0 <= place < len(self._columns_of):
            self._send(place)
        elif event.key() == Qt.Key.Key_Backspace:
            free = [item for item in self._given if item not in self._fixed]
            self._take_back(free[-1] if free else "")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    # internal

    def _enter(self) -> None:
        focused = next((place for place, one in enumerate(self._columns_of) if one.card.hasFocus()), None)
        if self.answer() is not None:
            self.submit()
        elif focused is not None:
            self._send(focused)

    def _next(self) -> str:
        return next((item for item in self._items if item not in self._given), "")

    def _send(self, place: int) -> None:
        item = self._next()
        if item and not self.settled:
            self._given[item] = self._exercise.groups[place].name
            self._refresh()
            self.answer_changed()

    def _take_back(self, item: str) -> None:
        if self.settled or item in self._fixed or item not in self._given:
            return
        del self._given[item]
        self._refresh()
        self.answer_changed()

    def _refresh(self) -> None:
        item = self._next()
        self._hand.setVisible(bool(item))
        self._in_hand.setText(item)
        self._hand_speaks.set_speech(item)
        self._hand_speaks.set_name(_("Listen: {text}").format(text=item))
        self._gloss.set_text(self.second(item), self.frame.below() or "")
        self._left.setText(
            _("{number} of {every}").format(number=len(self._given) + 1, every=len(self._items))
        )
        for column in self._columns_of:
            inside = [one for one in self._items if self._given.get(one) == column.group.name]
            column.show_items(inside, self._fixed, self.settled, self._take_back)


class _Column(QWidget):
    """A group: its card to press, and what lies in it."""

    def __init__(self, group: Group, place: int, frame: Frame) -> None:
        super().__init__()
        self.group = group
        self.card = OptionCard(group.name, pictogram=group.picture, key=str(place))
        self._speak = Speaks(frame.voice, self)
        self._speak.set_speech(group.name)
        self._speak.set_name(_("Listen: {text}").format(text=group.name))
        self._inside = QVBoxLayout()
        self._inside.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.card, 1)
        head.addWidget(self._speak)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._inside)
        column.addStretch(1)

    def show_items(self, items: list[str], fixed: set[str], settled: bool, take_back: object) -> None:
        """Show what lies in the group; a press takes one thing back."""
        while (item := self._inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.card.set_mark(Mark.OPEN)
        self.card.setEnabled(not settled)
        for text in items:
            sure = text in fixed
            chip = Button(text, "secondary", icon="check" if sure else "")
            chip.set_wide(True)
            chip.setEnabled(not settled and not sure)
            chip.setAccessibleName(text if sure else _("take back: {text}").format(text=text))
            if callable(take_back):
                chip.clicked.connect(partial(take_back, text))
            self._inside.addWidget(chip)
