# SPDX-License-Identifier: GPL-3.0-or-later
"""A mediator's log: what an entry holds, the yearly table, and how far the proof of 300 hours has come.

The Slovenian vocational standard for intercultural mediators asks for at least 300 hours of mediation within
five years, of which at most 100 may stand on the word of those who were helped (catalogue 2087115011).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum

PROOF_MINUTES = 300 * 60
PROOF_YEARS = 5
MOST_BY_USERS = 100 * 60
"""Minutes that may stand on the word of those who were helped."""

MOST_MINUTES = 12 * 60
MOST_PEOPLE = 99


class Mode(StrEnum):
    """How people were together."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    VIDEO = "video"


class Outcome(StrEnum):
    """What came of it."""

    SOLVED = "solved"
    PARTLY = "partly"
    SENT_ON = "sent_on"


class Rating(IntEnum):
    """One tap on a face."""

    BAD = 1
    SO_SO = 2
    GOOD = 3


class Proof(StrEnum):
    """Who can confirm the hours."""

    INSTITUTION = "institution"
    USERS = "users"


@dataclass(frozen=True, slots=True)
class Topic:
    """What a mediation can be about; an empty name means the program's own word for the code."""

    code: str
    name: str = ""
    active: bool = True


TOPICS = tuple(
    Topic(code)
    for code in ("health", "school", "residence", "social", "work", "housing", "bank", "talk", "other")
)
"""The codes a new centre begins with."""


@dataclass(frozen=True, slots=True)
class Mediated:
    """One entry as it stands now; each correction is an entry of its own under the same `entry`.

    `minutes` 1 to 720, `people` 1 to 99 (how many were helped, no names); `service` is the id of a local
    service or empty, `group` and `learner` are ids or empty. `corrected` tells how often it was changed.
    """

    entry: str
    mediator: str
    day: date
    minutes: int
    place: str
    topic: str
    service: str = ""
    languages: tuple[str, ...] = ()
    mode: Mode = Mode.IN_PERSON
    people: int = 1
    group: str = ""
    learner: str = ""
    outcome: Outcome = Outcome.SOLVED
    agreed: str = ""
    institution: Rating | None = None  # how the institution found it
    helped: Rating | None = None  # how those found it who were helped
    proof: Proof = Proof.INSTITUTION
    gone: bool = False  # taken out of the log; it can be brought back
    written_at: datetime | None = None
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class Sum:
    """Entries of one kind, added up; `name` is a month's number, a code, a place or a language."""

    name: str
    entries: int
    minutes: int
    people: int


@dataclass(frozen=True, slots=True)
class Faces:
    """How often each face was tapped; who was not asked counts nowhere."""

    good: int = 0
    so_so: int = 0
    bad: int = 0

    @property
    def asked(self) -> int:
        """How many answered."""
        return self.good + self.so_so + self.bad


@dataclass(frozen=True, slots=True)
class ProofState:
    """How far somebody has come towards the 300 hours; minutes, counted since a day."""

    since: date
    by_institutions: int
    by_users: int  # all of them; only the first 100 hours count

    @property
    def counted(self) -> int:
        """Minutes that count."""
        return self.by_institutions + min(self.by_users, MOST_BY_USERS)

    @property
    def missing(self) -> int:
        """Minutes that are missing; 0 when the proof is complete."""
        return max(PROOF_MINUTES - self.counted, 0)


@dataclass(frozen=True, slots=True)
class YearTable:
    """A year of mediation: months, topics, places, languages and ways, and both ratings."""

    year: int
    months: tuple[Sum, ...]
    running: tuple[int, ...]  # counted minutes towards the proof at the end of each month
    topics: tuple[Sum, ...]
    places: tuple[Sum, ...]
    languages: tuple[Sum, ...]
    modes: tuple[Sum, ...]
    outcomes: tuple[Sum, ...]
    institution: Faces = field(default_factory=Faces)
    helped: Faces = field(default_factory=Faces)

    @property
    def whole(self) -> Sum:
        """The whole year."""
        return Sum(
            str(self.year),
            sum(month.entries for month in self.months),
            sum(month.minutes for month in self.months),
            sum(month.people for month in self.months),
        )


def years_back(today: date) -> date:
    """Return the first day that counts for the proof on a day: the day after the same day five years ago."""
    try:
        same = today.replace(year=today.year - PROOF_YEARS)
    except ValueError:  # 29 February
        return date(today.year - PROOF_YEARS, 3, 1)
    return date.fromordinal(same.toordinal() + 1)


def proof(entries: Iterable[Mediated], today: date) -> ProofState:
    """Return how far somebody's entries have come towards the proof on a day."""
    since = years_back(today)
    counted = [one for one in entries if since <= one.day <= today]
    return ProofState(
        since,
        sum(one.minutes for one in counted if one.proof is Proof.INSTITUTION),
        sum(one.minutes for one in counted if one.proof is Proof.USERS),
    )


def year_table(entries: Sequence[Mediated], year: int) -> YearTable:
    """Return a year's table; `entries` may hold every year, so that the running total is right.

    Where entries of several mediators are added up, each of them has a proof of their own; the running
    total is then the sum of what counts for each.
    """
    own = [one for one in entries if one.day.year == year]
    return YearTable(
        year,
        tuple(_sum(str(month), [one for one in own if one.day.month == month]) for month in range(1, 13)),
        tuple(_running(entries, _last_day(year, month)) for month in range(1, 13)),
        _by([(one.topic, one) for one in own]),
        _by([(one.place, one) for one in own]),
        _by([(language, one) for one in own for language in one.languages]),
        _by([(one.mode.value, one) for one in own]),
        _by([(one.outcome.value, one) for one in own]),
        _faces([one.institution for one in own]),
        _faces([one.helped for one in own]),
    )


def _running(entries: Iterable[Mediated], day: date) -> int:
    by_mediator: dict[str, list[Mediated]] = {}
    for one in entries:
        by_mediator.setdefault(one.mediator, []).append(one)
    return sum(proof(own, day).counted for own in by_mediator.values())


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _by(pairs: Sequence[tuple[str, Mediated]]) -> tuple[Sum, ...]:
    """Add up by name, the most hours first."""
    found: dict[str, list[Mediated]] = {}
    for name, one in pairs:
        found.setdefault(name, []).append(one)
    sums = [_sum(name, own) for name, own in found.items()]
    return tuple(sorted(sums, key=_most_first))


def _sum(name: str, entries: Sequence[Mediated]) -> Sum:
    minutes, people = sum(one.minutes for one in entries), sum(one.people for one in entries)
    return Sum(name, len(entries), minutes, people)


def _most_first(one: Sum) -> tuple[int, str]:
    return -one.minutes, one.name


def _faces(ratings: Sequence[Rating | None]) -> Faces:
    return Faces(ratings.count(Rating.GOOD), ratings.count(Rating.SO_SO), ratings.count(Rating.BAD))
