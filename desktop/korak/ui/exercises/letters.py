# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the word on the screen: its letters on chips, pressed one after the other or typed."""

from korak.content.exercises.letters import Letters
from korak.content.verdict import Result, Verdict
from korak.i18n import _
from korak.ui.chips import ChipsView
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.widgets.cards import Feedback
from korak.ui.writing import near_words, pieces

_SPACE = "␣"


class LettersView(ChipsView):
    """A word to put together from its letters."""

    def __init__(self, exercise: Letters, pack: str, frame: Frame, seed: str) -> None:
        self._exercise = exercise
        self._gloss = OwnWords(frame)
        super().__init__(exercise, exercise.chips(seed), pack, frame, role="letter", heard=exercise.answer)
        self.put_question(self._gloss)

    def answer(self) -> str | None:
        """The letters in the line as one word, or None while there are none."""
        return "".join(self.placed()) or None

    def feedback(self, verdict: Verdict) -> Feedback:
        """What the letters tell, the word with its letters marked, and what to try."""
        if verdict.result is Result.EXACT:
            return Feedback("right", _("You put the word together."), hint=self.why)
        if verdict.result is Result.WRONG and not self.settled:
            first = _("The answer begins with the letter “{letter}”.").format(letter=verdict.expected[:1])
            return Feedback("wrong", _("No matter. Try once more."), hint=first)
        if verdict.result is Result.WRONG:
            title = _("The right answer is “{answer}”.").format(answer=verdict.expected)
            return Feedback("wrong", title, hint=self.why)
        hint = self.why if self.settled else _("Look at the letters and change the marked ones.")
        return Feedback("near", near_words(verdict), pieces(verdict), hint)

    def mark_answer(self, verdict: Verdict) -> None:
        """Once settled the word lies there."""
        super().mark_answer(verdict)
        if self.settled:
            self.lay(tuple(self._exercise.answer))

    def retranslate(self) -> None:
        """Show the word in the learner's language."""
        super().retranslate()
        self._gloss.set_text(self.second(self._exercise.answer), self.frame.below() or "")

    def face(self, place: int) -> str:
        """The letter; a space is drawn as one."""
        return self._texts[place] if self._texts[place].strip() else _SPACE

    def name_of(self, text: str) -> str:
        """The letter, or what a space is called."""
        return text if text.strip() else _("space")

    def least(self) -> int:
        """Enter hands in when as many letters lie there as the word has."""
        return len(self._exercise.answer)

    def place_of_key(self, key: str) -> int | None:
        """The first waiting chip with this letter."""
        if not key:
            return None
        fitting = [place for place in self.waiting if self._texts[place].casefold() == key.casefold()]
        return fitting[0] if fitting else None
