# SPDX-License-Identifier: GPL-3.0-or-later
"""Two learners at one computer: who they are, what is noted about it, and what a trainer proposed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from korak.centre.people import Session


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who were both let in; whose turn comes first is the first of them."""

    id: str
    sessions: tuple[Session, Session]

    @property
    def people(self) -> tuple[str, str]:
        """The ids of both."""
        return self.sessions[0].person_id, self.sessions[1].person_id

    def place(self, person_id: str) -> int:
        """Return whether somebody is the first (0) or the second (1)."""
        return self.people.index(person_id)

    def partner(self, person_id: str) -> Session:
        """Return the other one's session."""
        return self.sessions[1 - self.place(person_id)]


class Role(StrEnum):
    """What somebody did for an answer that was given in a pair."""

    DID = "did"
    HELPED = "helped"


class What(StrEnum):
    """What a mark of a pair says."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class PairMark:
    """Two people began to work together, or ended it."""

    id: str
    device: str
    at: datetime
    pair: str
    person: str
    other: str
    what: What


@dataclass(frozen=True, slots=True)
class PairPart:
    """Somebody's part in an attempt that was made in a pair."""

    attempt: str
    pair: str
    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class PairWish:
    """A trainer wants two learners to work together; it holds for the day it was made."""

    id: str
    person: str
    other: str
    by: str
    at: datetime
    withdrawn_at: datetime | None = None

    def partner(self, person_id: str) -> str:
        """Return the id of the other one."""
        return self.other if person_id == self.person else self.person


def together(marks: Iterable[PairMark]) -> Mapping[str, str]:
    """Return who is with whom after these marks (in order), both ways.

    A pair that was ended is over, even where a clock was set back; of pairs that nobody ended (a power cut)
    somebody's latest one counts.
    """
    known = tuple(marks)
    over = {mark.pair for mark in known if mark.what is What.APART}
    latest: dict[str, PairMark] = {}
    for mark in known:
        if mark.what is What.TOGETHER:
            latest |= {mark.person: mark, mark.other: mark}
    return {
        person: mark.other if person == mark.person else mark.person
        for person, mark in latest.items()
        if mark.pair not in over and latest[mark.person] == latest[mark.other] == mark
    }
