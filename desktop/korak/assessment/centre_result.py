# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the centre: the result object of a report for funders, with everything small hidden.

Nothing in here names a person, and nothing printed from it can be subtracted back to one: counts from 1 to 4
are hidden, with complements, in every table; medians and intervals need ten pairs; a group stands on a line
of its own only if no other group can be computed from the rest; a report once frozen for a period is issued
again with the same cells hidden (assessment.md §3.5 and §3.7).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from korak.assessment.change import Change
from korak.assessment.group_result import Attendance, GroupResult, LeftReason, Member
from korak.assessment.learner_result import LearnerResult
from korak.assessment.proportions import Share, wilson
from korak.assessment.suppression import (
    FEWEST_FOR_MEANS,
    THRESHOLD,
    Cell,
    Hidden,
    against,
    both_ways,
    share_may_be_shown,
    suppress,
)

ENOUGH_ATTENDED = 0.75
NO_DATA, NO_AGE, OTHER, STAYED = "", "no_age", "other", "stayed"
SEXES = ("woman", "man", "other_sex")

DRAFT_VERSION = 0
"""The version of a report that is only looked at inside the centre."""
HiddenCells = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included."""

    first: date
    last: date

    def meets(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What a report counts people by; empty where nobody asked."""

    sex: str = NO_DATA  # woman, man, other_sex
    born: int | None = None  # year
    origin: str = NO_DATA  # a code of a nationality or a group of them, never free text
    level_up: bool | None = None  # a level of Slovenian gained, as others found it; None: not assessed


@dataclass(frozen=True, slots=True)
class Bracket:
    """An age bracket of a funder: whole years, both ends included."""

    code: str
    low: int
    high: int


@dataclass(frozen=True)
class Participant:
    """One person, counted once however many groups they joined."""

    person: str
    result: LearnerResult
    facts: PersonFacts
    left: LeftReason | None
    attendance: Attendance | None


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts that may be printed; together they make the total."""

    name: str
    cells: Mapping[str, Cell]
    total: Cell

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the cells that are not printed."""
        return frozenset(name for name, cell in self.cells.items() if isinstance(cell, Hidden))


@dataclass(frozen=True, slots=True)
class ShareFact:
    """How many of how many, with its interval; the count is hidden where it would tell somebody apart."""

    name: str
    count: Cell
    of: Cell
    share: Share  # None inside where it may not be printed


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group of the report; only the number of pairs where it is too small to say more."""

    code: str
    pairs: Cell
    group: GroupResult | None


@dataclass(frozen=True)
class CentreResult:
    """A report of one project and period."""

    centre: str
    project: str
    contract: str
    period: Period
    made_on: date
    groups: tuple[GroupResult, ...]
    facts: Mapping[str, PersonFacts]
    brackets: tuple[Bracket, ...]
    version: int = 1
    n_not_eligible: int = 0  # people the fund does not count; left out of everything else
    keep_hidden: HiddenCells = field(default_factory=dict[str, frozenset[str]])

    # ---------------------------------------------------------------------------------- people

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """Everybody once; of several results the one with both measurements counts."""
        found: dict[str, Participant] = {}
        for member in (member for group in self.groups for member in group.members):
            one = Participant(
                member.person,
                member.result,
                self.facts.get(member.person, PersonFacts()),
                member.left,
                member.attendance,
            )
            known = found.get(member.person)
            found[member.person] = one if known is None else _joined(known, one)
        return tuple(one for one in found.values() if _took_part(one))

    @cached_property
    def pooled(self) -> GroupResult:
        """All participants as one group: the figures of the report."""
        members = tuple(
            Member(one.person, one.result, "", one.left, one.attendance) for one in self.participants
        )
        return GroupResult("", self.project, members)

    @property
    def is_draft(self) -> bool:
        """Whether this is no version to hand out."""
        return self.version == DRAFT_VERSION

    @property
    def shows_figures(self) -> bool:
        """Whether there are pairs enough for medians and intervals outside of the centre."""
        return self.pooled.n_paired >= FEWEST_FOR_MEANS

    @property
    def pairs(self) -> Cell:
        """Pairs; hidden where they would tell that 1 to 4 people have none."""
        return against(self.pooled.n_paired, len(self.participants))

    @property
    def pairs_at_least(self) -> int:
        """The pairs, rounded down to fives: what may be printed in any case."""
        return self.pooled.n_paired - self.pooled.n_paired % 5

    @property
    def n_participants(self) -> Cell:
        """People, hidden where they are 1 to 4."""
        return _cell(len(self.participants))

    # ---------------------------------------------------------------------------------- tables

    @cached_property
    def tables(self) -> tuple[CountTable, ...]:
        """Sex, age, origin, who stayed and why others left, attendance, the exit question, the levels."""
        return (
            self._table("sex", Counter(one.facts.sex for one in self.participants)),
            self._table("age", Counter(map(self._bracket, self.participants))),
            self._table("origin", merged(Counter(one.facts.origin for one in self.participants))),
            self._table("left", Counter(one.left.value if one.left else STAYED for one in self.participants)),
            self._table("attendance", Counter(map(_attended, self.participants))),
            self._table("useful", Counter(_useful(one) for one in self.participants)),
            self._table("comparison", Counter(one.result.comparison.value for one in self.participants)),
        )

    def table(self, name: str) -> CountTable:
        """One table."""
        return next(table for table in self.tables if table.name == name)

    def _bracket(self, one: Participant) -> str:
        if one.facts.born is None:
            return NO_DATA
        age = self.period.first.year - one.facts.born
        return next((known.code for known in self.brackets if known.low <= age <= known.high), NO_DATA)

    def _table(self, name: str, counts: Mapping[str, int]) -> CountTable:
        cells = suppress(counts)
        kept = self.keep_hidden.get(name, frozenset())
        shown: dict[str, Cell] = {
            cell: Hidden.COMPLEMENT if cell in kept and isinstance(count, int) and count else count
            for cell, count in cells.items()
        }
        return CountTable(name, shown, _cell(sum(counts.values())))

    @property
    def hidden(self) -> HiddenCells:
        """The cells not printed: a later version of the same report hides them too."""
        return {table.name: table.hidden for table in (*self.tables, self._group_table) if table.hidden}

    def counted(self, what: str) -> tuple[Participant, ...]:
        """Whom an indicator counts: participants, useful, level_up; anything else: nobody."""
        if what == "participants":
            return self.participants
        if what == "useful":
            return tuple(one for one in self.participants if _found_useful(one))
        return tuple(one for one in self.participants if what == "level_up" and one.facts.level_up)

    @cached_property
    def ages(self) -> tuple[str, ...]:
        """The codes of the age brackets."""
        return tuple(bracket.code for bracket in self.brackets)

    def indicator_row(self, what: str) -> Mapping[str, Cell]:
        """One indicator: total, by sex, by age; a cell is hidden too where those not counted are 1 to 4."""
        chosen = self.counted(what)
        if what == "none":
            return {}
        if what == "level_up" and all(one.facts.level_up is None for one in self.participants):
            return {}
        row: dict[str, Cell] = {"total": against(len(chosen), len(self.participants))}
        for names, of in (((*SEXES, NO_DATA), _sex), ((*self.ages, NO_AGE), self._age)):
            counts = {name: sum(of(one) == name for one in chosen) for name in names}
            bases = {name: sum(of(one) == name for one in self.participants) for name in names}
            row |= both_ways(counts, bases)
        return row

    def _age(self, one: Participant) -> str:
        return self._bracket(one) or NO_AGE

    @cached_property
    def hours(self) -> float | None:
        """Median of the minutes attended; None below ten people."""
        from_all = [one.attendance.attended for one in self.participants if one.attendance]
        if len(from_all) < FEWEST_FOR_MEANS:
            return None
        ordered = sorted(from_all)
        middle = len(ordered) // 2
        return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2

    # --------------------------------------------------------------------------------- figures

    @cached_property
    def indicators(self) -> tuple[ShareFact, ...]:
        """Korak's own indicators K1 to K4, each with its interval."""
        pooled = self.pooled
        tried = [one.result for one in self.participants if one.result.before and one.result.after]
        _before, safe, judged = pooled.solved_safety
        return (
            self._share("K1", pooled.n_band_gained, pooled.n_paired),
            self._share("K2", pooled.changes.get(Change.CLEAR_UP, 0), pooled.n_paired),
            self._share("K3", sum(bool(result.newly_tried) for result in tried), len(tried)),
            self._share("K4", safe, judged),
        )

    def _share(self, name: str, count: int, of: int) -> ShareFact:
        """A share; without its counts where these would tell that 1 to 4 people are left out of it."""
        if not share_may_be_shown(count, of):
            hidden = Hidden.SMALL if 0 < count < THRESHOLD else Hidden.COMPLEMENT
            return ShareFact(name, hidden if of else 0, _cell(of), Share(None, None, None))
        if isinstance(against(of, len(self.participants)), Hidden):
            return ShareFact(name, Hidden.COMPLEMENT, Hidden.COMPLEMENT, wilson(count, of))
        return ShareFact(name, count, of, wilson(count, of))

    @cached_property
    def _group_table(self) -> CountTable:
        counts = {group.code: group.n_paired for group in self.groups}
        shown = suppress(counts, FEWEST_FOR_MEANS)
        kept = self.keep_hidden.get("groups", frozenset())
        cells: dict[str, Cell] = {
            code: Hidden.COMPLEMENT if code in kept else cell for code, cell in shown.items()
        }
        return CountTable("groups", cells, _cell(sum(counts.values())))

    @cached_property
    def lines(self) -> tuple[GroupLine, ...]:
        """The groups, with figures only where ten pairs and no subtraction allow it."""
        cells = self._group_table.cells
        return tuple(
            GroupLine(group.code, cells[group.code], None if isinstance(cells[group.code], Hidden) else group)
            for group in self.groups
            if group.n_paired
        )

    @cached_property
    def accommodations(self) -> Mapping[str, Cell]:
        """How many people used which support; hidden from 1 to 4."""
        used: Counter[str] = Counter()
        for one in self.participants:
            kinds = {item.kind.value for sitting in one.result.sittings for item in sitting.accommodations}
            used.update(kinds)
        return {kind: _cell(count) for kind, count in sorted(used.items())}

    def reissued(self, version: int, keep: HiddenCells) -> "CentreResult":
        """The same report as a later version, with everything hidden that was hidden before."""
        return replace(self, version=version, keep_hidden=keep)


def merged(counts: Mapping[str, int], threshold: int = THRESHOLD) -> Mapping[str, int]:
    """Small counts put together under one name first; what is still small is hidden afterwards.

    Whoever has told nothing stays on a line of their own.
    """
    small = [name for name, count in counts.items() if name != NO_DATA and 0 < count < threshold]
    if len(small) < 2:
        return counts
    large = {name: count for name, count in counts.items() if name not in small}
    return large | {OTHER: large.get(OTHER, 0) + sum(counts[name] for name in small)}


def _took_part(one: Participant) -> bool:
    return bool(one.result.sittings) or (one.attendance is not None and one.attendance.attended > 0)


def _found_useful(one: Participant) -> bool:
    return one.result.after is not None and one.result.after.useful == "yes"


def _sex(one: Participant) -> str:
    return one.facts.sex


def may_follow(period: Period, frozen: Iterable[Period]) -> bool:
    """Whether a report may be made beside those frozen: two that overlap could be subtracted."""
    return all(period == known or not period.meets(known) for known in frozen)


def _cell(count: int) -> Cell:
    return Hidden.SMALL if 0 < count < THRESHOLD else count


def _useful(one: Participant) -> str:
    return one.result.after.useful if one.result.after else NO_DATA


def _joined(one: Participant, two: Participant) -> Participant:
    better = two if two.result.paired and not one.result.paired else one
    left = one.left if two.left is not None else None
    return replace(better, left=left, attendance=_together(one.attendance, two.attendance))


def _together(one: Attendance | None, two: Attendance | None) -> Attendance | None:
    if one is None or two is None:
        return one or two
    return Attendance(
        one.attended + two.attended,
        one.planned + two.planned,
        _least([one.first, two.first], min),
        _least([one.last, two.last], max),
    )


def _least(days: Sequence[date | None], choose: Callable[[Iterable[date]], date]) -> date | None:
    known = [day for day in days if day is not None]
    return choose(known) if known else None


def _attended(one: Participant) -> str:
    if one.attendance is None:
        return NO_DATA
    return "enough" if one.attendance.reaches(ENOUGH_ATTENDED) else "less"
