# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing an answer: a big field, the letters č š ž ć đ, and feedback letter by letter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.content.exercise import ExercisePart
from korak.content.verdict import Difference, DifferenceKind, Result, Verdict
from korak.i18n import _, ngettext
from korak.ui.exercise import HINTED, SHOWN, ExerciseView
from korak.ui.frame import Frame
from korak.ui.widgets.cards import Feedback, Piece
from korak.ui.widgets.fields import LineEdit
from korak.ui.widgets.letters import LetterKeys

LETTERS = "čšžćđ"


class WritingView(ExerciseView):
    """A word or a short sentence to write; `heard` is what the voice says once the answer is known."""

    def __init__(
        self, exercise: ExercisePart, pack: str, frame: Frame, *, heard: str, letters: bool = True
    ) -> None:
        super().__init__(frame, pack, exercise.ask, exercise.picture)
        self.why = exercise.why
        self.heard = heard
        self._first = str(exercise.model())[:1]
        self._hinted = False
        self._field = LineEdit("answer")
        self._field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._field.textChanged.connect(self.answer_changed)
        self._field.returnPressed.connect(self.submit)
        self._field.setAccessibleName(exercise.ask)
        self._letters = LetterKeys(LETTERS)
        self._letters.set_target(self._field)
        self._board = QWidget()
        self._lines = QVBoxLayout(self._board)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self._field)
        self._lines.addWidget(self._letters)
        self._letters.setVisible(letters)
        self.put_answer(self._board)

    # what a kind of exercise says

    @property
    def can_hint(self) -> bool:
        """Whether the first letter may still be told."""
        return not self._hinted and not self.settled

    def answer(self) -> str | None:
        """What stands in the field."""
        return self._field.text().strip() or None

    def feedback(self, verdict: Verdict) -> Feedback:
        """What the letters tell, the word with its letters marked, and what to try."""
        if verdict.result is Result.EXACT:
            return Feedback("right", _("You wrote it without a mistake."), hint=self.why)
        if verdict.result is Result.WRONG and not self.settled:
            return Feedback("wrong", _("No matter. Try once more."), hint=self.first_letter())
        if verdict.result is Result.WRONG:
            title = _("The right answer is “{answer}”.").format(answer=verdict.expected)
            return Feedback("wrong", title, hint=self.why or self.hint_to_listen())
        hint = self.why if self.settled else _("Look at the letters and write it once more.")
        return Feedback("near", self.near(verdict), pieces(verdict), hint)

    def near(self, verdict: Verdict) -> str:
        """What separates an almost right answer from the right one."""
        return near_words(verdict)

    def hint_to_listen(self) -> str:
        """The advice to hear the word, where it can be heard."""
        return _("Listen to the word.") if self.frame.voice.available("sl") else ""

    def mark_answer(self, verdict: Verdict) -> None:
        """Close the field once settled; let the answer be heard when it is shown."""
        self._field.setReadOnly(self.settled)
        self._letters.setEnabled(not self.settled)
        if self.settled or verdict.result is not Result.WRONG:
            self.say_later(self.heard)
        if not self.settled:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def help_of_next_try(self, verdict: Verdict) -> int:
        """A near miss shows the answer; a wrong one only its first letter."""
        return HINTED if verdict.result is Result.WRONG else SHOWN

    def focus_answer(self) -> None:
        """Put the focus into the field."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hint(self) -> None:
        """Tell the first letter."""
        if self.can_hint:
            self._hinted = True
            self.help_used = max(self.help_used, HINTED)
            self.show_hint(self.first_letter())
            self.focus_answer()

    def retranslate(self) -> None:
        """Name the field and the letters."""
        super().retranslate()
        self._field.setPlaceholderText(_("Write here"))
        self._letters.set_names([_("letter {letter}").format(letter=letter) for letter in LETTERS])

    def first_letter(self) -> str:
        """What the answer begins with."""
        return _("The answer begins with the letter “{letter}”.").format(letter=self._first)

    # Qt

    def themed(self) -> None:
        super().themed()
        self._lines.setSpacing(self.theme().px("s3"))


def near_words(verdict: Verdict) -> str:
    """What separates an almost right answer from the right one, in words."""
    if verdict.result is Result.DIACRITICS:
        return _caron_words(verdict)
    kinds = {difference.kind for difference in verdict.differences}
    count = sum(max(difference.end - difference.start, 1) for difference in verdict.differences)
    match [*kinds]:
        case [DifferenceKind.SWAPPED]:
            return _("Almost! Two letters have changed places.")
        case [DifferenceKind.MISSING]:
            return ngettext(
                "Almost! Only one letter is missing.", "Almost! {count} letters are missing.", count
            ).format(count=count)
        case [DifferenceKind.EXTRA]:
            return ngettext(
                "Almost! One letter is too many.", "Almost! {count} letters are too many.", count
            ).format(count=count)
        case [DifferenceKind.CHANGED]:
            return ngettext(
                "Almost! Only one letter is different.", "Almost! {count} letters are different.", count
            ).format(count=count)
        case _:
            return _("Almost! Look at the marked letters.")


def _caron_words(verdict: Verdict) -> str:
    letters = [verdict.expected[difference.start : difference.end] for difference in verdict.differences]
    shown = ", ".join(dict.fromkeys(letter.casefold() for letter in letters))
    if all(letter.casefold() in "čšž" for letter in letters):
        return ngettext(
            "The word is right. Only the caron is missing: {letters}.",
            "The word is right. Only the carons are missing: {letters}.",
            len(letters),
        ).format(letters=shown)
    return _("The word is right. Look at this letter: {letters}.").format(letters=shown)


def pieces(verdict: Verdict) -> tuple[Piece, ...]:
    """The expected text cut where the answer differs; an extra letter marks its neighbours."""
    marked = [False] * len(verdict.expected)
    for difference in verdict.differences:
        for place in _places(difference, len(marked)):
            marked[place] = True
    found: list[Piece] = []
    start = 0
    for place in range(1, len(marked) + 1):
        if place == len(marked) or marked[place] != marked[start]:
            found.append(Piece(verdict.expected[start:place], marked[start]))
            start = place
    return tuple(found)


def _places(difference: Difference, length: int) -> range:
    if difference.start == difference.end:
        return range(max(difference.start - 1, 0), min(difference.end + 1, length))
    return range(difference.start, min(difference.end, length))
