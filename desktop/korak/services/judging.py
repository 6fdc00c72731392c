# SPDX-License-Identifier: GPL-3.0-or-later
"""From what a learner gave to the fields of a fact: answers judged, task runs scored."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from korak.assessment import scoring
from korak.assessment.scoring import KeyStep
from korak.content.exercise import Answer
from korak.content.kinds import Exercise, kind_of
from korak.content.verdict import Result, Verdict
from korak.learning.attempt import Kind, Outcome, StepTaken

_OUTCOMES: dict[Result, Outcome] = {
    Result.EXACT: "exact",
    Result.DIACRITICS: "diacritics",
    Result.TYPO: "typo",
    Result.WRONG: "wrong",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged answer, and what is kept of it."""

    verdict: Verdict
    kind: Kind
    answer: str  # JSON
    simple: str

    @property
    def result(self) -> Outcome:
        """The result as it is kept."""
        return _OUTCOMES[self.verdict.result]


def judge(exercise: Exercise, answer: Answer, words: frozenset[str]) -> Judged:
    """Judge an answer; `words` are the real words of the pack, which are never slips of the finger."""
    kept = msgspec.json.encode(answer).decode()
    return Judged(exercise.judge(answer, words), kind_of(exercise), kept, exercise.simple(answer))


def task_score(steps: Sequence[StepTaken], *, reached: bool, critical: bool) -> float:
    """Return the score of a task run in a lesson, 0 to 1, by the rubric of the assessment (§1.5).

    The goal is one more key step: with every step taken and the goal missed it is still a part.
    """
    taken = [KeyStep(step.done or reached, step.help) for step in steps]
    points = scoring.task_score([*taken, KeyStep(reached)], critical=critical) or 0
    return points / scoring.MOST_POINTS
