# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing one of several cards: what all kinds of exercise with options have in common.

Every card has a key (1 to 9) and, where a voice speaks Slovenian, a loudspeaker of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from korak import i18n
from korak.content.exercise import ExercisePart
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.option import Mark, OptionCard
from korak.ui.speaking import Speaks
from korak.ui.widgets.cards import Feedback


@dataclass(frozen=True, slots=True)
class Option:
    """One card: the answer it stands for, what is seen on it, and what is heard."""

    text: str
    pictogram: str = ""
    shown: str = ""  # words other than the answer itself
    shows_text: bool = True
    name: str = ""  # what it is called where it is not seen
    speech: str = ""
    language: str = i18n.CONTENT_LANGUAGE


def spoken_options(texts: Iterable[str]) -> tuple[Option, ...]:
    """Cards of Slovenian texts that can be heard."""
    return tuple(Option(text, speech=text) for text in texts)


class ChoosingView(ExerciseView):
    """One right card among others; `heard` is what the voice says once the answer is known."""

    def __init__(
        self,
        exercise: ExercisePart,
        options: tuple[Option, ...],
        pack: str,
        frame: Frame,
        *,
        heard: str = "",
    ) -> None:
        super().__init__(frame, pack, exercise.ask, exercise.picture)
        self.why = exercise.why
        self.heard = heard
        self._chosen: OptionCard | None = None
        self._missed: set[str] = set()
        self._pictured = any(option.pictogram for option in options)
        self._answers: dict[OptionCard, str] = {}
        self._cards: list[OptionCard] = []
        self._speakers: list[tuple[Speaks, Option]] = []
        self._cells: list[QWidget] = []
        self._board = QWidget()
        self._grid = QGridLayout(self._board)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for place, option in enumerate(options, 1):
            self._add(option, str(place))
        self.tries = 2 if len(self._cards) > 2 else 1
        self.put_answer(self._board)
        self._lay_out()

    # what a kind of exercise says

    def answer(self) -> str | None:
        """The answer the chosen card stands for."""
        return self._answers[self._chosen] if self._chosen else None

    def feedback(self, verdict: Verdict) -> Feedback:
        """Right: why; not right: once more, then the right answer and why."""
        if verdict.accepted:
            return Feedback("right", _("That is right."), hint=self._with_second(self.why))
        if not self.settled:
            return Feedback("wrong", _("No matter. Try once more."), hint=_("Choose another answer."))
        title = _("The right answer is “{answer}”.").format(answer=self.shown(verdict.expected).rstrip("."))
        return Feedback("wrong", title, hint=self._with_second(self.why))

    def shown(self, answer: str) -> str:
        """How an answer is called in a sentence."""
        return answer

    def mark_answer(self, verdict: Verdict) -> None:
        """Mark the chosen card; once settled also the right one, and let it be heard."""
        if self._chosen is not None and not verdict.accepted:
            self._missed.add(self._answers[self._chosen])
        for card in self._cards:
            if self._answers[card] in self._missed:
                card.set_mark(Mark.OTHER, _("not this one"))
            if self.settled and self._answers[card] == verdict.expected:
                card.set_mark(Mark.RIGHT, _("right"))
        if self.settled and self.heard:
            self.say_later(self.heard)

    def clear_answer(self) -> None:
        """Nothing is chosen; what was tried stays marked."""
        self._chosen = None

    def focus_answer(self) -> None:
        """Put the focus on the chosen card, else the first that was not tried."""
        card = self._chosen or next((card for card in self._cards if self._is_open(card)), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Name the loudspeakers."""
        super().retranslate()
        for speaker, option in self._speakers:
            speaker.set_name(_("Listen: {text}").format(text=option.speech))

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
        QTimer.singleShot(0, self, self._lay_out)  # once the board has its new width, too

    # internal

    def _add(self, option: Option, key: str) -> None:
        card = OptionCard(option.shown or option.text, pictogram=option.pictogram, key=key)
        card.set_tall(self._pictured)
        card.set_shows_text(option.shows_text)
        if option.name:
            card.setAccessibleName(option.name)
        card.clicked.connect(partial(self._choose, card))
        self._answers[card] = option.text
        self._cards.append(card)
        cell = QWidget()
        line = QHBoxLayout(cell)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(card, 1)
        if option.speech:
            speaker = Speaks(self.frame.voice, cell)
            speaker.set_speech(option.speech, option.language)
            self._speakers.append((speaker, option))
            line.addWidget(speaker, 0, Qt.AlignmentFlag.AlignCenter)
        self._cells.append(cell)

    def _with_second(self, text: str) -> str:
        second = self.second(text) if text else ""
        return f"{text}\n{second}" if second else text

    def _is_open(self, card: OptionCard) -> bool:
        return self._answers[card] not in self._missed

    def _choose(self, card: OptionCard) -> None:
        if self.settled or not self._is_open(card):
            return
        self._chosen = card
        for other in self._cards:
            if self._is_open(other):
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
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
