# SPDX-License-Identifier: GPL-3.0-or-later
"""A match on the screen: press two cards that belong together, or draw a line from one to the other."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from korak.content.exercises.match import Match
from korak.content.verdict import Verdict
from korak.i18n import _, ngettext
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.option import Mark, OptionCard
from korak.ui.theme.theme import Themed
from korak.ui.widgets.cards import Feedback

_LETTERS = "abcdefghi"


class MatchView(ExerciseView):
    """Halves that belong together."""

    def __init__(self, exercise: Match, pack: str, frame: Frame, seed: str) -> None:
        super().__init__(frame, pack, exercise.ask, "")
        self.why = exercise.why
        self._exercise = exercise
        self._held: OptionCard | None = None
        self._pairs: dict[OptionCard, OptionCard] = {}
        self._fixed: set[OptionCard] = set()
        self._left = [
            OptionCard(pair.left, pictogram=pair.picture, key=str(place))
            for place, pair in enumerate(exercise.pairs, 1)
        ]
        self._right = [
            OptionCard(text, key=_LETTERS[place].upper()) for place, text in enumerate(exercise.options(seed))
        ]
        self._board = _Board(self._pairs)
        for card in self._left:
            card.set_shows_text(not exercise.by_picture)
        for card in (*self._left, *self._right):
            card.clicked.connect(partial(self._press, card))
            card.installEventFilter(self)
        self._lay_out()
        self.put_answer(self._board)

    # what a kind of exercise says

    def answer(self) -> tuple[tuple[str, str], ...] | None:
        """All pairs in the author's order, or None while one is missing."""
        if len(self._pairs) < len(self._left):
            return None
        return tuple((left.text(), self._pairs[left].text()) for left in self._left)

    def feedback(self, verdict: Verdict) -> Feedback:
        """How many pairs are right, and what to try."""
        if verdict.accepted:
            return Feedback("right", _("All pairs belong together."), hint=self._exercise.why)
        right, every = sum(verdict.parts), len(verdict.parts)
        title = _("{right} of {every} pairs are right.").format(right=right, every=every)
        if not self.settled:
            return Feedback("near" if right else "wrong", title, hint=self._what_to_try(every - right))
        hint = self._exercise.why or _("Now you see which belong together.")
        return Feedback("near" if right else "wrong", title, hint=hint)

    def revealed(self, feedback: Feedback) -> str:
        """What the pairs show."""
        return _("They belong together like this.")

    def mark_answer(self, verdict: Verdict) -> None:
        """Keep the right pairs; once settled put all others together too."""
        for left, right in zip(self._left, verdict.parts, strict=True):
            partner = self._pairs.get(left)
            if partner is None:
                continue
            if right:
                self._fixed |= {left, partner}
            for card in (left, partner):
                card.set_mark(Mark.RIGHT if right else Mark.OTHER, _("right") if right else _("not this one"))
        if self.settled:
            self._reveal()

    def clear_answer(self) -> None:
        """Take the pairs apart that were not right."""
        for left in [left for left in self._pairs if left not in self._fixed]:
            self._part(left)
        self._refresh()

    def focus_answer(self) -> None:
        """Put the focus on the first card that has no partner."""
        free = next((card for card in self._left if card not in self._pairs), None)
        if free is not None:
            free.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def themed(self) -> None:
        super().themed()
        self._board.columns.setHorizontalSpacing(self.theme().grown(90))
        self._board.columns.setVerticalSpacing(self.theme().px("s3"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number on the left and by letter on the right, hand in by Enter."""
        card = self._card_of_key(event.text().casefold())
        if card is not None:
            self._press(card)
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._hold(None)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a line that is drawn from one card to another with the mouse held down."""
        if isinstance(watched, OptionCard) and isinstance(event, QMouseEvent):
            place = event.globalPosition().toPoint()
            if event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
                self._draw(watched, place)
            elif event.type() == QEvent.Type.MouseButtonRelease and self._board.is_drawing:
                self._let_go(place)
        return super().eventFilter(watched, event)

    # internal

    def _draw(self, card: OptionCard, place: QPoint) -> None:
        here = card.mapFromGlobal(place)
        begun = self._board.is_drawing
        if self.settled or card in self._fixed:
            return
        if not begun and card.rect().contains(here):
            return
        if not begun:
            self._held = None
            self._press(card)
        self._board.draw(card, place)

    def _let_go(self, place: QPoint) -> None:
        self._board.draw(None, place)
        target = next((card for card in (*self._left, *self._right) if _is_over(card, place)), None)
        held = self._held
        if held is None or target is held:
            return
        if target is None or target in self._fixed or (held in self._left) == (target in self._left):
            self._hold(None)
        else:
            self._press(target)

    def _lay_out(self) -> None:
        for place, (left, right) in enumerate(zip(self._left, self._right, strict=True)):
            self._board.columns.addWidget(left, place, 0)
            self._board.columns.addWidget(right, place, 1)

    def _card_of_key(self, key: str) -> OptionCard | None:
        if len(key) != 1:
            return None
        if key in _LETTERS[: len(self._right)]:
            return self._right[_LETTERS.index(key)]
        return self._left[int(key) - 1] if key in "123456789"[: len(self._left)] else None

    def _enter(self) -> None:
        focused = next((card for card in (*self._left, *self._right) if card.hasFocus()), None)
        if self.answer() is not None:
            self.submit()
        elif focused is not None:
            self._press(focused)

    def _press(self, card: OptionCard) -> None:
        if self.settled or card in self._fixed:
            return
        if self._is_marked():
            self.clear_answer()
        if card in self._right or not self._exercise.by_picture:
            self.say(card.text())
        held = self._held
        if held is None or (held in self._left) == (card in self._left):
            self._part(card)
            self._hold(None if held is card else card)
            return
        left, right = (held, card) if held in self._left else (card, held)
        self._part(left)
        self._part(right)
        self._pairs[left] = right
        self._hold(None)

    def _is_marked(self) -> bool:
        return any(card.mark is Mark.OTHER for card in self._left)

    def _part(self, card: OptionCard) -> None:
        for left, right in list(self._pairs.items()):
            if card in {left, right}:
                del self._pairs[left]

    def _hold(self, card: OptionCard | None) -> None:
        self._held = card
        self._refresh()
        self.answer_changed()

    def _refresh(self) -> None:
        partners = {right: left for left, right in self._pairs.items()}
        for card in (*self._left, *self._right):
            partner = self._pairs.get(card) or partners.get(card)
            number = str(self._left.index(card if card in self._left else partner) + 1) if partner else ""
            card.set_pair(number)
            if card not in self._fixed:
                said = _("joined with {partner}").format(partner=partner.text()) if partner else ""
                chosen = card is self._held or partner is not None
                said = _("chosen") if card is self._held else said
                card.set_mark(Mark.CHOSEN if chosen else Mark.OPEN, said)
        self._board.update()

    def _reveal(self) -> None:
        self._pairs.clear()
        for left, pair in zip(self._left, self._exercise.pairs, strict=True):
            self._pairs[left] = next(
                card for card in self._right if card.text() == pair.right and card not in self._pairs.values()
            )
        for left, right in self._pairs.items():
            number = str(self._left.index(left) + 1)
            left.set_pair(number)
            right.set_pair(number)
            if left not in self._fixed:
                right.set_mark(Mark.OPEN)
        self._board.update()

    def _what_to_try(self, wrong: int) -> str:
        words = ngettext("Look at the other pair again.", "Look at the other {count} pairs again.", wrong)
        return words.format(count=wrong)


def _is_over(card: OptionCard, place: QPoint) -> bool:
    return card.isVisible() and card.rect().contains(card.mapFromGlobal(place))


class _Board(Themed, QWidget):
    """The two columns of cards, and the lines between those that are joined."""

    def __init__(self, pairs: Mapping[OptionCard, OptionCard]) -> None:
        super().__init__()
        self._pairs = pairs
        self._from: OptionCard | None = None
        self._to = QPoint()
        self.columns = QGridLayout(self)
        self.columns.setContentsMargins(0, 0, 0, 0)
        self.columns.setColumnStretch(0, 1)
        self.columns.setColumnStretch(1, 1)

    @property
    def is_drawing(self) -> bool:
        """Whether a line is being drawn by hand."""
        return self._from is not None

    def draw(self, card: OptionCard | None, place: QPoint) -> None:
        """Draw a line from a card to a place on the screen; no card: the line is over."""
        self._from, self._to = card, self.mapFromGlobal(place)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for left, right in self._pairs.items():
            role = "amber" if left.mark is Mark.OTHER else "pine"
            painter.setPen(QPen(self.theme().colour(role), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPath(self._line(left, right))
        if self._from is not None:
            painter.setPen(
                QPen(self.theme().colour("pine"), 3, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawLine(self._from.geometry().center(), self._to)

    def _line(self, left: OptionCard, right: OptionCard) -> QPainterPath:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        one = left.mapTo(self, QPoint(0 if mirrored else left.width(), left.height() // 2))
        two = right.mapTo(self, QPoint(right.width() if mirrored else 0, right.height() // 2))
        bend = (two.x() - one.x()) / 2
        path = QPainterPath(QPointF(one))
        path.cubicTo(QPointF(one.x() + bend, one.y()), QPointF(two.x() - bend, two.y()), QPointF(two))
        return path
