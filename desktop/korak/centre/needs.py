# SPDX-License-Identifier: GPL-3.0-or-later
"""What people want to be able to do and what is in their way; and the order of topics that follows from it.

The order keeps every topic of the plan. What a topic needs comes before it; a topic after which weeks pass
outside class (the visit for smsPASS) comes as early as what it needs allows; never two new portals in one
meeting as long as something else can be taught; then what most people wish for, then the author's order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from korak.centre.plans import Plan, PlanLine
from korak.content.plan import Need, Topic

MOST_WISHES = 5
LONGEST_WISH = 400
SMALL = 5
"""Fewer people than this could be recognised: outside the centre one reads "<5"."""


class Obstacle(StrEnum):
    """What can be in the way."""

    DEVICE = "device"  # no device, or no connection
    LANGUAGE = "language"
    IDENTITY = "identity"  # no e-identity
    SKILLS = "skills"


class Weight(StrEnum):
    """How much of an obstacle something is."""

    NONE = "none"
    SOME = "some"
    MUCH = "much"
    UNKNOWN = "unknown"  # "I do not know"


class Way(StrEnum):
    """How an answer came here."""

    SELF = "self"
    INTERVIEW = "interview"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody told: ids of needs (at most five), obstacles, and a wish in words."""

    wishes: tuple[str, ...] = ()
    obstacles: Mapping[Obstacle, Weight] = field(default_factory=dict[Obstacle, Weight])
    words: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one person; later ones stand beside it. Nothing told and `declined`: no, thank you."""

    id: str
    at: datetime
    person: str
    by: str
    way: Way
    told: Told
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What a group told: how many answered, who wishes what, obstacles by weight; nobody is named."""

    people: int = 0  # in the group
    answered: int = 0
    wishes: Mapping[str, int] = field(default_factory=dict[str, int])
    obstacles: Mapping[Obstacle, Mapping[Weight, int]] = field(
        default_factory=dict[Obstacle, Mapping[Weight, int]]
    )
    words: tuple[str, ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether so few answered that one more answer may turn everything round."""
        return 0 < self.answered < SMALL

    def of(self, obstacle: Obstacle, weight: Weight) -> int:
        """How many find an obstacle so heavy."""
        return self.obstacles.get(obstacle, {}).get(weight, 0)

    def ranked(self, needs: Sequence[Need]) -> tuple[tuple[Need, int], ...]:
        """Return what is wished for, the most wished first; equal ones in the author's order."""
        counted = [(need, self.wishes.get(need.id, 0)) for need in needs]
        return tuple(sorted((one for one in counted if one[1]), key=_most_first))


def latest(answers: Iterable[Answer]) -> dict[str, Answer]:
    """Return the last answer of everybody who told something, by person."""
    ordered = sorted(answers, key=attrgetter("at"))
    return {one.person: one for one in ordered if not one.declined}


def counted(answers: Iterable[Answer], people: int, kept: Mapping[str, int] | None = None) -> Counted:
    """Count the last answers; `kept` are totals of people who were forgotten, by `keys` of their answers."""
    last = tuple(latest(answers).values())
    totals = dict(kept or {})
    for answer in last:
        for key in keys(answer.told):
            totals[key] = totals.get(key, 0) + 1
    wishes = {key.removeprefix(_WISH): n for key, n in totals.items() if key.startswith(_WISH)}
    obstacles = {
        obstacle: {weight: totals.get(f"{_OBSTACLE}{obstacle}/{weight}", 0) for weight in Weight}
        for obstacle in Obstacle
    }
    words = tuple(answer.told.words for answer in last if answer.told.words)
    return Counted(people, totals.get(_ANSWERED, 0), wishes, obstacles, words)


def keys(told: Told) -> tuple[str, ...]:
    """Return under which names an answer is counted."""
    wishes = (f"{_WISH}{wish}" for wish in told.wishes)
    obstacles = (f"{_OBSTACLE}{obstacle}/{weight}" for obstacle, weight in told.obstacles.items())
    return (_ANSWERED, *wishes, *obstacles)


# ---------------------------------------------------------------------------- the order that follows


class Why(StrEnum):
    """Why a topic stands where it stands."""

    FIRST = "first"
    LAST = "last"
    TAUGHT = "taught"  # it was taught already
    WAITS = "waits"  # weeks pass outside class afterwards: it starts early
    NEEDED = "needed"  # another topic needs it: `what_for`
    WISHED = "wished"  # by so many: `people`
    PORTAL = "portal"  # it brings no second new portal into a meeting
    COURSE = "course"  # as the course has it


@dataclass(frozen=True, slots=True)
class Placed:
    """One topic in its place, and the reason."""

    line: PlanLine
    why: Why
    what_for: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """How a group meets: teaching hours in a meeting, and in a week."""

    meeting: int = 3
    week: int = 6


def proposed(
    plan: Plan,
    topics: Mapping[str, Topic],
    wishes: Mapping[str, int],
    taught: Iterable[str] = (),
    pace: Pace = Pace(),
) -> tuple[Placed, ...]:
    """Return a plan in the proposed order; `wishes` say how many people want each topic.

    Always a permutation of the plan, the same for the same facts. What was taught stays in front.
    """
    return _Ordering(plan, topics, wishes, frozenset(taught), pace).placed()


def wishes_by_topic(counted_wishes: Mapping[str, int], needs: Iterable[Need]) -> dict[str, int]:
    """Return how many people want each topic: the most of the needs it serves."""
    found: dict[str, int] = {}
    for need in needs:
        for topic in need.topics:
            found[topic] = max(found.get(topic, 0), counted_wishes.get(need.id, 0))
    return found


class _Ordering:
    """Places one topic after the other."""

    def __init__(
        self,
        plan: Plan,
        topics: Mapping[str, Topic],
        wishes: Mapping[str, int],
        taught: frozenset[str],
        pace: Pace,
    ) -> None:
        self._lines = {line.topic: line for line in plan}
        self._topics = topics
        self._wishes = wishes
        self._taught = taught
        self._pace = pace
        self._place = {name: number for number, name in enumerate(topics)}
        self._left = dict.fromkeys(self._lines)
        self._done: list[Placed] = []
        self._portals: set[str] = set()
        self._hours = 0
        self._meeting = 0  # hours already in the meeting that is being filled
        self._has_portal = False
        self._waits_until: dict[str, int] = {}
        self._served = {name: self._all_served(name) for name in self._lines}

    def placed(self) -> tuple[Placed, ...]:
        for name in [name for name in self._lines if name in self._taught]:
            self._put(name, Placed(self._lines[name], Why.TAUGHT), counts=False)
        while self._left:
            ready = [name for name in self._left if not self._needs(name)]
            best = min(ready or self._left, key=self._rank)
            self._put(best, self._reason(best, ready))
        return tuple(self._done)

    def _needs(self, name: str) -> bool:
        """Whether something has to come before: what is needed, and for the last ones all the others."""
        topic = self._topics[name]
        if any(before in self._left for before in topic.after):
            return True
        if topic.place == "last":
            return any(self._topics[one].place != "last" for one in self._left)
        return False

    def _rank(self, name: str) -> tuple[bool, bool, bool, bool, int, int]:
        topic = self._topics[name]
        pull = max(self._wishes.get(one, 0) for one in (name, *self._served[name]))
        return (
            topic.place != "first",
            self._is_second_portal(name),
            self._waits(name),
            not self._leads_to_a_wait(name),
            -pull,
            self._place[name],
        )

    def _is_second_portal(self, name: str) -> bool:
        """Whether it would bring another new portal into a meeting that has one."""
        portal = self._topics[name].portal
        return bool(portal) and portal not in self._portals and self._has_portal

    def _waits(self, name: str) -> bool:
        """Whether the weeks after something it needs have not passed yet."""
        return any(self._waits_until.get(one, 0) > self._hours for one in self._before(name))

    def _leads_to_a_wait(self, name: str) -> bool:
        """Whether it, or something that needs it, is followed by weeks outside class."""
        return any(self._topics[one].weeks for one in (name, *self._served[name]) if one in self._left)

    def _reason(self, name: str, ready: Sequence[str]) -> Placed:
        line, topic, own = self._lines[name], self._topics[name], self._wishes.get(name, 0)
        if topic.place:
            return Placed(line, Why.FIRST if topic.place == "first" else Why.LAST)
        if topic.weeks:
            return Placed(line, Why.WAITS)
        serves = sorted((one for one in self._served[name] if one in self._left), key=self._place.__getitem__)
        waiting = [one for one in serves if self._topics[one].weeks]
        if waiting:
            return Placed(line, Why.NEEDED, waiting[0])
        if any(self._is_second_portal(one) and self._pull(one) > self._pull(name) for one in ready):
            return Placed(line, Why.PORTAL)
        wanted = max(serves, key=self._wanted, default="")
        if wanted and self._wishes.get(wanted, 0) > own:
            return Placed(line, Why.NEEDED, wanted)
        return Placed(line, Why.WISHED, people=own) if own else Placed(line, Why.COURSE)

    def _pull(self, name: str) -> int:
        return max(self._wishes.get(one, 0) for one in (name, *self._served[name]))

    def _wanted(self, name: str) -> tuple[int, int]:
        return self._wishes.get(name, 0), -self._place[name]

    def _put(self, name: str, placed: Placed, *, counts: bool = True) -> None:
        del self._left[name]
        self._done.append(placed)
        topic = self._topics[name]
        if counts:
            self._has_portal = self._has_portal or bool(topic.portal and topic.portal not in self._portals)
            self._hours += placed.line.hours
            self._meeting += placed.line.hours
            if self._meeting >= self._pace.meeting:  # what is left over goes on in the next meeting
                self._meeting, self._has_portal = self._meeting % self._pace.meeting, False
            if topic.weeks:
                self._waits_until[name] = self._hours + topic.weeks * self._pace.week
        if topic.portal:
            self._portals.add(topic.portal)

    def _before(self, name: str) -> set[str]:
        """Everything it needs, however far back."""
        found: set[str] = set()
        open_ones = list(self._topics[name].after)
        while open_ones:
            one = open_ones.pop()
            if one not in found and one in self._topics:
                found.add(one)
                open_ones.extend(self._topics[one].after)
        return found

    def _all_served(self, name: str) -> frozenset[str]:
        """Everything of the plan that needs it, however far on."""
        return frozenset(one for one in self._lines if one != name and name in self._before(one))


def _most_first(ranked: tuple[Need, int]) -> int:
    return -ranked[1]


_ANSWERED, _WISH, _OBSTACLE = "answered", "wish/", "obstacle/"
