# SPDX-License-Identifier: GPL-3.0-or-later
"""A dialogue on the screen: what was said so far as bubbles, and the replies to choose from."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.exercises.dialogue import Dialogue
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.option import OptionCard
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card, Feedback
from korak.ui.widgets.labels import Label


class DialogueView(ExerciseView):
    """A talk at the counter or on the telephone, reply by reply."""

    def __init__(self, exercise: Dialogue, pack: str, frame: Frame, seed: str) -> None:
        super().__init__(frame, pack, exercise.ask, exercise.speaker_picture or exercise.picture)
        self.why = exercise.why
        self._exercise = exercise
        self._seed = seed
        self._replies: dict[int, str] = {}
        self._fixed: set[int] = set()
        self._missed: set[int] = set()
        self._cards: list[OptionCard] = []
        board = QWidget()
        self._lines = QVBoxLayout(board)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        self._talk = QVBoxLayout()
        self._talk.setSpacing(10)
        self._options = QVBoxLayout()
        self._options.setSpacing(10)
        self._back = Button("", "quiet", icon="undo-2")
        self._back.clicked.connect(self._take_back)
        self._lines.addLayout(self._talk)
        self._lines.addLayout(self._options)
        self._lines.addWidget(self._back)
        self.put_answer(board)

    # what a kind of exercise says

    def answer(self) -> tuple[str, ...] | None:
        """The chosen replies in turn, or None while one is missing."""
        if len(self._replies) < len(self._exercise.turns):
            return None
        return tuple(self._replies[turn] for turn in range(len(self._exercise.turns)))

    def feedback(self, verdict: Verdict) -> Feedback:
        """How many replies fit, and what to try."""
        if verdict.accepted:
            return Feedback("right", _("You answered well."), hint=self._exercise.why)
        right, every = sum(verdict.parts), len(verdict.parts)
        title = _("{right} of {every} answers fit.").format(right=right, every=every)
        hint = self._exercise.why if self.settled else _("Choose another answer.")
        return Feedback("near" if right else "wrong", title, hint=hint or _("Read the talk once more."))

    def revealed(self, feedback: Feedback) -> str:
        """What the talk shows."""
        return _("These answers fit.")

    def mark_answer(self, verdict: Verdict) -> None:
        """Keep the replies that fit; once settled show all that do."""
        self._fixed = {turn for turn, right in enumerate(verdict.parts) if right}
        self._missed = set(self._replies) - self._fixed
        if self.settled:
            self._replies = dict(enumerate(self._exercise.model()))
        self._draw()

    def clear_answer(self) -> None:
        """Take back the replies that did not fit."""
        self._replies = {turn: text for turn, text in self._replies.items() if turn in self._fixed}
        self._missed = set()
        self._draw()

    def focus_answer(self) -> None:
        """Put the focus on the first reply."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Say what the other person says first."""
        super().start()
        self.say_later(self._exercise.turns[0].says)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._back.setText(_("One answer back"))
        self._draw()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, go back with Backspace, hand in by Enter."""
        place = event.key() - Qt.Key.Key_1.value
        if 0 <= place < len(self._cards):
            self._choose(self._cards[place].text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = next((card for card in self._cards if card.hasFocus()), None)
            if focused is not None:
                self._choose(focused.text())
            else:
                self.submit()
        else:
            super().keyPressEvent(event)

    # internal

    def _turn(self) -> int | None:
        """The turn that waits for a reply."""
        open_turns = (turn for turn in range(len(self._exercise.turns)) if turn not in self._replies)
        return next(open_turns, None)

    def _choose(self, reply: str) -> None:
        turn = self._turn()
        if turn is None or self.settled:
            return
        self._replies[turn] = reply
        self._draw()
        self.answer_changed()
        following = self._turn()
        if following is not None:
            self.say(self._exercise.turns[following].says)
            self.focus_answer()
        else:
            self.rest()

    def _take_back(self) -> None:
        free = [turn for turn in self._replies if turn not in self._fixed]
        if free and not self.settled:
            del self._replies[max(free)]
            self._draw()
            self.answer_changed()
            self.focus_answer()

    def _draw(self) -> None:
        _empty(self._talk)
        _empty(self._options)
        turn = self._turn()
        shown = len(self._exercise.turns) if turn is None else turn + 1
        for number, one in enumerate(self._exercise.turns[:shown]):
            self._talk.addWidget(self._bubble(one.says, self._exercise.speaker))
            if number in self._replies:
                role = "amber" if number in self._missed and not self.settled else "mint"
                self._talk.addWidget(self._bubble(self._replies[number], _("You"), own=role))
        if turn is None and self._exercise.ends:
            self._talk.addWidget(self._bubble(self._exercise.ends, self._exercise.speaker))
        self._cards = []
        if turn is not None:
            for key, reply in enumerate(self._exercise.options(turn, self._seed), 1):
                self._options.addWidget(self._option(reply, str(key)))
        self._back.setVisible(not self.settled and any(one not in self._fixed for one in self._replies))

    def _option(self, reply: str, key: str) -> QWidget:
        cell = QWidget()
        card = OptionCard(reply, key=key)
        card.clicked.connect(partial(self._choose, reply))
        self._cards.append(card)
        line = QHBoxLayout(cell)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(card, 1)
        line.addWidget(self._speaks(reply, cell))
        return cell

    def _bubble(self, text: str, who: str, *, own: str = "") -> QWidget:
        row = QWidget()
        card = Card(own or "sky")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._speaks(text, card))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(who, "note"))
        words.addWidget(Label(text, "lead"))
        below = OwnWords(self.frame, "soft", card)
        below.set_text(self.second(text), self.frame.below() or "")
        words.addWidget(below)
        line.addLayout(words, 1)
        card.body.addLayout(line)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        if own:
            across.addStretch(1)
        across.addWidget(card, 6)
        if not own:
            across.addStretch(1)
        return row

    def _speaks(self, text: str, parent: QWidget) -> Speaks:
        speaker = Speaks(self.frame.voice, parent)
        speaker.set_speech(text)
        speaker.set_name(_("Listen: {text}").format(text=text))
        return speaker


def _empty(lines: QVBoxLayout) -> None:
    while (item := lines.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
