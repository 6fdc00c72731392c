# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners propose for their course, their votes, and what they say about lessons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from korak.centre.needs import SMALL

LONGEST = 200  # letters of a proposal
LONGEST_WHY = 200
LONGEST_COMMENT = 400


class State(StrEnum):
    """What has become of a proposal."""

    NEW = "new"
    HEARD = "heard"
    PLANNED = "planned"
    DONE = "done"
    REFUSED = "refused"  # not possible; `why` says why


class Face(StrEnum):
    """How somebody found a lesson."""

    GOOD = "good"
    HARD = "hard"
    MISSING = "missing"  # something is missing in it


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal: a need of the course (`need`) or words; `released` words name and show nobody."""

    id: str
    at: datetime
    group: str
    person: str | None  # who proposed it; None once they are forgotten
    by: str | None  # who wrote it down
    need: str = ""
    words: str = ""
    state: State = State.NEW
    why: str = ""
    released: bool = False
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """Somebody is for a proposal, or takes that back."""

    id: str
    at: datetime
    person: str
    proposal: str
    given: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said at the end of a lesson."""

    id: str
    at: datetime
    person: str
    lesson: str
    face: Face
    words: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal with its votes, as one person sees it."""

    proposal: Proposal
    votes: int
    mine: bool = False  # this person's own vote is among them
    own: bool = False  # this person proposed it


@dataclass(frozen=True, slots=True)
class LessonVoice:
    """What was said about one lesson: faces counted, sentences without names."""

    lesson: str
    faces: Mapping[Face, int] = field(default_factory=dict[Face, int])
    words: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many said something."""
        return sum(self.faces.values())


def held(votes: Iterable[Vote]) -> dict[str, frozenset[str]]:
    """Return who is for each proposal now: the last word of everybody counts once."""
    last: dict[tuple[str, str], Vote] = {}
    for vote in sorted(votes, key=attrgetter("at")):
        last[vote.proposal, vote.person] = vote
    found: dict[str, set[str]] = {}
    for (proposal, person), vote in last.items():
        if vote.given:
            found.setdefault(proposal, set()).add(person)
    return {proposal: frozenset(people) for proposal, people in found.items()}


def standings(
    proposals: Iterable[Proposal],
    votes: Mapping[str, frozenset[str]],
    kept: Mapping[str, int],
    person_id: str = "",
) -> tuple[Standing, ...]:
    """Return the proposals that stand, the most wanted first; `kept` are votes of people forgotten since."""
    found = [
        Standing(
            one,
            len(votes.get(one.id, frozenset())) + kept.get(one.id, 0),
            bool(person_id) and person_id in votes.get(one.id, frozenset()),
            bool(person_id) and one.person == person_id,
        )
        for one in proposals
        if one.removed_at is None
    ]
    return tuple(sorted(found, key=_most_wanted))


def voices(comments: Iterable[Comment], kept: Mapping[str, int]) -> tuple[LessonVoice, ...]:
    """Return what was said by lesson, the most talked about first; everybody's last face counts.

    `kept` are faces of people forgotten since, by lesson/face.
    """
    last: dict[tuple[str, str], Comment] = {}
    words: dict[str, list[str]] = {}
    for one in sorted(comments, key=attrgetter("at")):
        last[one.lesson, one.person] = one
        if one.words:
            words.setdefault(one.lesson, []).append(one.words)
    faces: dict[str, dict[Face, int]] = {}
    for (lesson, _person), one in last.items():
        own = faces.setdefault(lesson, {})
        own[one.face] = own.get(one.face, 0) + 1
    for key, n in kept.items():
        lesson, _slash, face = key.rpartition("/")
        own = faces.setdefault(lesson, {})
        own[Face(face)] = own.get(Face(face), 0) + n
    found = [LessonVoice(lesson, own, tuple(words.get(lesson, ()))) for lesson, own in faces.items()]
    return tuple(sorted(found, key=_most_said))


def shown_outside(votes: int) -> str:
    """Return a number as it leaves the centre: fewer than five people are not counted out."""
    return f"<{SMALL}" if votes < SMALL else str(votes)


def for_outside(found: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return what may leave the centre: choices from the course, and words that were released."""
    return tuple(one for one in found if one.proposal.need or one.proposal.released)


def _most_wanted(one: Standing) -> tuple[int, datetime, str]:
    return -one.votes, one.proposal.at, one.proposal.id


def _most_said(voice: LessonVoice) -> tuple[int, str]:
    return -voice.total, voice.lesson
