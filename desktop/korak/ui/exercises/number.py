# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers on the screen: said by the voice, or read in words; found among digits, or written in digits."""

from korak.content.exercises.number import Number
from korak.content.verdict import Result, Verdict
from korak.i18n import _
from korak.ui.choosing import ChoosingView, Option
from korak.ui.exercise import ExerciseView
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing
from korak.ui.widgets.labels import Label
from korak.ui.writing import WritingView


def number_view(exercise: Number, pack: str, frame: Frame, seed: str) -> ExerciseView:
    """The view of a number: with options to choose from, or a field to write in."""
    if exercise.wrong:
        return ChosenNumberView(exercise, pack, frame, seed)
    return WrittenNumberView(exercise, pack, frame)


class ChosenNumberView(ChoosingView):
    """The digits of what is said, among others."""

    def __init__(self, exercise: Number, pack: str, frame: Frame, seed: str) -> None:
        self._hearing = Hearing(frame, exercise.says)
        self._words = Label(f"»{exercise.says}«", "sentence")
        options = tuple(Option(text) for text in exercise.options(seed))
        super().__init__(exercise, options, pack, frame, heard=exercise.says)
        self.put_question(self._hearing)
        self.put_question(self._words)
        frame.voice.changed.connect(self._show_hearing)
        self._show_hearing()

    def start(self) -> None:
        """Say it."""
        super().start()
        self._hearing.begin()

    def retranslate(self) -> None:
        super().retranslate()
        self._hearing.retranslate()

    def _show_hearing(self) -> None:
        self._hearing.setVisible(self._hearing.possible)


class WrittenNumberView(WritingView):
    """The digits of what is said, to be written; what is said is read only where it cannot be heard."""

    def __init__(self, exercise: Number, pack: str, frame: Frame) -> None:
        self._shows_words = False
        self._hearing = Hearing(frame, exercise.says)
        self._words = Label(f"»{exercise.says}«", "sentence")
        super().__init__(exercise, pack, frame, heard=exercise.says, letters=False)
        self.put_question(self._hearing)
        self.put_question(self._words)
        frame.voice.changed.connect(self._show_hearing)
        self._show_hearing()

    @property
    def can_hint(self) -> bool:
        """Whether the words may still be shown."""
        return not self._shows_words and not self.settled and self._hearing.possible

    def hint(self) -> None:
        """Show what is said in words: help with the language, no hint at the answer."""
        self._shows_words = True
        self.help_used = max(self.help_used, 1)
        self._show_hearing()
        self.state_changed.emit()
        self.focus_answer()

    def first_letter(self) -> str:
        """What to try: hear or read it once more."""
        return _("Listen once more.") if self._hearing.possible else _("Read it once more.")

    def near(self, verdict: Verdict) -> str:
        """The digits are right, the marks between them are not."""
        return _("The number is right. Write it like this:")

    def mark_answer(self, verdict: Verdict) -> None:
        """Show what was said once something was tried."""
        super().mark_answer(verdict)
        self._shows_words = self._shows_words or self.settled or verdict.result is not Result.WRONG
        self._show_hearing()

    def start(self) -> None:
        """Say it."""
        super().start()
        self._hearing.begin()

    def retranslate(self) -> None:
        super().retranslate()
        self._hearing.retranslate()

    def _show_hearing(self) -> None:
        self._hearing.setVisible(self._hearing.possible)
        self._words.setVisible(self._shows_words or not self._hearing.possible)
