# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group can do, before and after: the result object of a group, for 0 to some hundred people.

What may be said grows with the number of pairs (assessment.md §2.1); `Showing` tells it once for the screen,
the sheet and the spreadsheet.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property

from korak.assessment.change import Change
from korak.assessment.descriptive import Summary, at_ceiling, at_floor, median, summary
from korak.assessment.dropouts import DropOuts, drop_outs
from korak.assessment.learner_result import Comparison, LearnerResult
from korak.assessment.marking import Agreement, agreement
from korak.assessment.measured import PROVISIONAL_SEM, Measured, TaskOutcome
from korak.assessment.orders import TwoOrders, form_effect_is_large, two_orders
from korak.assessment.paired import PairedSummary, paired_summary
from korak.assessment.proportions import Share, Switched, mcnemar, transitions, wilson
from korak.assessment.scoring import GAP, AreaState, Gap
from korak.assessment.signed_rank import FEWEST_PAIRS
from korak.assessment.sitting import Area, Help, Order

FEWEST_FOR_COUNTS = 3
FEWEST_FOR_ITEMS = 10
MOST_IN_NEED = 5
MANY_MISSING = 0.20
MANY_SKIPPED = 3
INDEPENDENT = 2  # the band from which simple tasks succeed with a hint at most


class LeftReason(StrEnum):
    """Why somebody is not here at the end; the codes are those of enrolment."""

    WORK = "work"
    FAMILY = "family"
    HEALTH = "health"
    MOVED_AWAY = "moved_away"
    OTHER_COURSE = "other_course"
    TOO_HARD = "too_hard"
    TOO_EASY = "too_easy"
    TIME_OR_WAY = "time_or_way"
    REACHED = "reached"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Minutes of a course somebody was there, and minutes there were to attend."""

    attended: int
    planned: int
    first: date | None = None
    last: date | None = None

    @property
    def share(self) -> float | None:
        """0 to 1 and over, where an extra meeting was attended; None where nothing was planned."""
        return self.attended / self.planned if self.planned > 0 else None

    def reaches(self, share: float) -> bool:
        """Whether enough of the minutes was attended; whole minutes, so that no rounding decides."""
        return self.planned > 0 and self.attended >= share * self.planned - 1e-9


@dataclass(frozen=True)
class Member:
    """Somebody of the group with everything a sheet needs; `initials` never leave the centre."""

    person: str
    result: LearnerResult
    initials: str = ""
    left: LeftReason | None = None
    attendance: Attendance | None = None


class Caution(Enum):
    """What a reader must know before believing the figures."""

    SMALL = "small"  # fewer than 5 pairs
    STAYED = "stayed"  # over 20 % left, or those who left had begun elsewhere
    FLOOR = "floor"  # the scale is too hard for this group
    CEILING = "ceiling"
    FORMS = "forms"  # the two forms differ by more than half the error of measurement
    CONDITIONS = "conditions"  # own language at one measurement only
    MISSING = "missing"  # over 20 % of the answers
    MODES = "modes"  # some on paper: not subtracted
    REPEATED_FORM = "repeated_form"


class NeedReason(Enum):
    """Why somebody is named under "who needs help"."""

    SAFETY = "safety"  # band 0 or 1 in safety
    NO_CHANGE = "no_change"
    OVERRATED = "overrated"  # self-report much higher than performance
    SKIPPED = "skipped"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Need:
    """One learner who needs help, why, and which task to practise."""

    member: Member
    reasons: tuple[NeedReason, ...]
    task: TaskOutcome | None


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands in the square of self-report over performance, both in per cent."""

    member: Member
    performance: float
    self_report: float
    distance: float  # self-report minus performance, percent points

    @property
    def apart(self) -> bool:
        """Whether the two are 20 points or more apart."""
        return abs(self.distance) >= GAP


@dataclass(frozen=True, slots=True)
class TaskCounts:
    """How one task went at one occasion; counts of people."""

    n: int = 0
    alone: int = 0
    hint: int = 0
    shown: int = 0
    not_done: int = 0
    stuck: str = ""  # the key step most people stopped or were helped at
    stuck_n: int = 0
    seconds: float | None = None  # median, information only
    facility: float | None = None  # mean points over most points, 0 to 1


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """One template, before and after."""

    template: str
    area: Area
    level: int
    before: TaskCounts
    after: TaskCounts


@dataclass(frozen=True, slots=True)
class Showing:
    """What may be printed from so many pairs, inside the centre."""

    pairs: int

    @property
    def counts(self) -> bool:
        """Up, same and down."""
        return self.pairs >= FEWEST_FOR_COUNTS

    @property
    def shift(self) -> bool:
        """Medians, quartiles, Hodges-Lehmann, exact p."""
        return self.pairs >= FEWEST_PAIRS

    @property
    def attains_95(self) -> bool:
        """An interval of 95 % and the rank-biserial."""
        return self.pairs > FEWEST_PAIRS

    @property
    def items(self) -> bool:
        """Facility, form effect, intervals of shares."""
        return self.pairs >= FEWEST_FOR_ITEMS


@dataclass(frozen=True)
class GroupResult:
    """A group; every figure is computed from its members when it is first asked for."""

    code: str
    name: str
    members: tuple[Member, ...]
    areas: tuple[Area, ...] = field(default=tuple(area for area in Area if area is not Area.V))

    # ---------------------------------------------------------------------------------- people

    @cached_property
    def results(self) -> tuple[LearnerResult, ...]:
        """The learners' results, in the order of the members."""
        return tuple(member.result for member in self.members)

    @cached_property
    def paired(self) -> tuple[Member, ...]:
        """Whoever has both measurements on one line."""
        return tuple(member for member in self.members if member.result.paired)

    @property
    def n_registered(self) -> int:
        """Everybody who was enrolled, also those who left."""
        return len(self.members)

    @property
    def n_pre(self) -> int:
        """Measured before, in any mode."""
        return sum(result.before is not None for result in self.results)

    @property
    def n_post(self) -> int:
        """Measured after, in any mode; a post without a pre counts here and is no pair."""
        return sum(result.after is not None for result in self.results)

    @property
    def n_paired(self) -> int:
        """Pairs of P."""
        return len(self.paired)

    @cached_property
    def showing(self) -> Showing:
        """What may be printed."""
        return Showing(self.n_paired)

    @cached_property
    def left(self) -> Mapping[LeftReason, int]:
        """Why people left, with counts."""
        return Counter(member.left for member in self.members if member.left is not None)

    @property
    def without_post(self) -> tuple[Member, ...]:
        """Measured before and not after."""
        return tuple(one for one in self.members if one.result.comparison is Comparison.NO_AFTER)

    def of(self, comparison: Comparison) -> int:
        """How many learners have this comparison."""
        return sum(result.comparison is comparison for result in self.results)

    # --------------------------------------------------------------------------------- figures

    @cached_property
    def p(self) -> PairedSummary:
        """Performance: the primary outcome, of the pairs."""
        pairs = [result.pair or (None, None) for result in self.results]
        return paired_summary([first for first, _ in pairs], [second for _, second in pairs])

    @cached_property
    def s(self) -> PairedSummary:
        """Self-report."""
        return self._scale(_s)

    @cached_property
    def v(self) -> PairedSummary:
        """Words of e-services."""
        return self._scale(_v)

    def _scale(self, of: Callable[[Measured], float | None]) -> PairedSummary:
        comparable = [one for one in self.results if one.before and one.after and _one_line(one)]
        return paired_summary(
            [of(one.before) if one.before else None for one in comparable],
            [of(one.after) if one.after else None for one in comparable],
        )

    @cached_property
    def then(self) -> PairedSummary:
        """The same statements looking back and today: what the then-test sees."""
        pairs = [pair for pair in (result.then_pair() for result in self.results) if pair]
        return paired_summary([back for back, _ in pairs], [now for _, now in pairs])

    def spread(self, of: Callable[[LearnerResult], float | None]) -> Summary:
        """Describe one figure over everybody who has it."""
        values = (of(result) for result in self.results)
        return summary([value for value in values if value is not None])

    @cached_property
    def orders(self) -> TwoOrders:
        """The gain freed from the difference of the forms, and that difference."""
        return two_orders(self._differences(Order.AB), self._differences(Order.BA))

    def _differences(self, order: Order) -> list[float]:
        return [
            member.result.difference
            for member in self.paired
            if member.result.difference is not None
            and member.result.before is not None
            and member.result.before.order is order
        ]

    @cached_property
    def drop_outs(self) -> DropOuts:
        """Who stayed and who left, by P before; whoever sat on paper has no part in this."""
        rows = [one for one in self.results if one.comparison not in _NOT_ON_ONE_LINE]
        return drop_outs(
            [one.before.p if one.before else None for one in rows],
            [one.after.p if one.after else None for one in rows],
        )

    @property
    def sem(self) -> float:
        """The error of measurement of the newest bank used, percent points."""
        latest = [result.latest for result in self.results if result.latest]
        return max(latest, key=_moment).sem if latest else PROVISIONAL_SEM

    @cached_property
    def changes(self) -> Mapping[Change, int]:
        """How many pairs changed how clearly."""
        return Counter(member.result.change for member in self.paired)

    @property
    def clear_up(self) -> Share:
        """Share of the pairs that changed clearly for the better."""
        return wilson(self.changes.get(Change.CLEAR_UP, 0), self.n_paired)

    @cached_property
    def n_band_gained(self) -> int:
        """Pairs that gained a level."""
        return sum(member.result.band_gained is True for member in self.paired)

    @property
    def band_gained(self) -> Share:
        """Share of the pairs that gained a level."""
        return wilson(self.n_band_gained, self.n_paired)

    @cached_property
    def bands(self) -> tuple[tuple[int, int], ...]:
        """Bands of the pairs, before and after."""
        both = [(one.result.before, one.result.after) for one in self.paired]
        found = [(one.band.band, two.band.band) for one, two in both if one and two]
        return tuple((one, two) for one, two in found if one is not None and two is not None)

    @property
    def band_table(self) -> tuple[tuple[int, ...], ...]:
        """From band (row) to band (column)."""
        return transitions([one for one, _ in self.bands], [two for _, two in self.bands])

    @property
    def reached_independent(self) -> Switched:
        """Who crossed into band 2 or back (exact McNemar)."""
        return mcnemar(
            [one >= INDEPENDENT for one, _ in self.bands], [two >= INDEPENDENT for _, two in self.bands]
        )

    @cached_property
    def not_tried(self) -> tuple[int, int]:
        """Answers "not tried yet" of those measured twice, before and after."""
        both = [one for one in self.results if one.before and one.after]
        return (
            sum(len(one.before.score.not_tried) for one in both if one.before),
            sum(len(one.after.score.not_tried) for one in both if one.after),
        )

    @cached_property
    def agreement(self) -> Agreement:
        """How well two people agree on the paper tasks that both have marked."""
        measured = (one for result in self.results for one in (result.before, result.after))
        return agreement(one.record for one in measured if one is not None)

    @cached_property
    def solved_safety(self) -> tuple[int, int, int]:
        """Of the pairs: who solved the task on false messages before, after, and of how many."""
        both = [(one.result.before, one.result.after) for one in self.paired]
        judged = [(_safety(one), _safety(two)) for one, two in both if one is not None and two is not None]
        known = [(one, two) for one, two in judged if one is not None and two is not None]
        return sum(one for one, _ in known), sum(two for _, two in known), len(known)

    @cached_property
    def useful(self) -> Mapping[str, int]:
        """Answers to "was the course useful": yes, partly, no."""
        return Counter(one.after.useful for one in self.results if one.after and one.after.useful)

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """What a reader must know."""
        return tuple(caution for caution, holds in _CAUTIONS.items() if holds(self))

    # ----------------------------------------------------------------------------------- items

    @cached_property
    def tasks(self) -> tuple[TaskFacts, ...]:
        """Every template that was set, in the order of the form."""
        order: dict[str, TaskOutcome] = {}
        for result in self.results:
            for measured in (result.before, result.after):
                for task in measured.tasks if measured and measured.on_screen else ():
                    order.setdefault(task.template, task)
        return tuple(
            TaskFacts(
                task.template,
                task.area,
                task.level,
                self._counts(task.template, _before),
                self._counts(task.template, _after),
            )
            for task in sorted(order.values(), key=_template)
        )

    def _counts(self, template: str, which: Callable[[LearnerResult], Measured | None]) -> TaskCounts:
        found = [one.task(template) for one in map(which, self.results) if one and one.on_screen]
        return task_counts([task for task in found if task is not None and task.points is not None])

    @cached_property
    def heat_map(self) -> tuple[Member, ...]:
        """The members measured at least once, whoever needs most first."""
        return tuple(sorted((one for one in self.members if one.result.latest), key=_need_rank))

    @cached_property
    def quadrant(self) -> tuple[Stand, ...]:
        """Everybody measured by both self-report and performance, whoever needs most first."""
        return tuple(stand for stand in map(_stand, self.heat_map) if stand is not None)

    @property
    def cuts(self) -> tuple[float, ...]:
        """The limits of the bands in per cent of P, as the bank of the first sitting has them."""
        return next((one.record.bank.cuts for each in self.results for one in each.sittings), ())

    @cached_property
    def in_need(self) -> tuple[Need, ...]:
        """At most five people who need help, with the reasons."""
        needs = [
            need for need in map(need_of, self.heat_map) if need is not None and need.member.left is None
        ]
        return tuple(sorted(needs, key=_gravity)[:MOST_IN_NEED])


def task_counts(tasks: Sequence[TaskOutcome]) -> TaskCounts:
    """Count how a task went; every task has points."""
    if not tasks:
        return TaskCounts()
    stuck = Counter(task.stuck for task in tasks if task.stuck)
    most = max(stuck.items(), key=_often, default=("", 0))
    seconds = [task.seconds for task in tasks if task.seconds > 0]
    return TaskCounts(
        n=len(tasks),
        alone=sum(task.alone for task in tasks),
        hint=sum(task.points == 3 for task in tasks),
        shown=sum(task.points == 2 for task in tasks),
        not_done=sum((task.points or 0) <= 1 for task in tasks),
        stuck=most[0],
        stuck_n=most[1],
        seconds=median(seconds),
        facility=sum(task.points or 0 for task in tasks) / (4 * len(tasks)),
    )


def need_of(member: Member) -> Need | None:
    """Why a learner needs help; None where nothing says so."""
    result, latest = member.result, member.result.latest
    if latest is None:
        return None
    reasons: list[NeedReason] = []
    if latest.area(Area.D4).state is AreaState.NOT_YET:
        reasons.append(NeedReason.SAFETY)
    if result.change in (Change.LIKELY_DOWN, Change.CLEAR_DOWN):
        reasons.append(NeedReason.LESS)
    if result.paired and (result.difference or 0.0) == 0.0:
        reasons.append(NeedReason.NO_CHANGE)
    if result.gap[1] is Gap.SELF_HIGHER:
        reasons.append(NeedReason.OVERRATED)
    if len(latest.score.skipped) >= MANY_SKIPPED:
        reasons.append(NeedReason.SKIPPED)
    if not reasons:
        return None
    return Need(member, tuple(reasons), next(iter(result.next_tasks), None))


def _stand(member: Member) -> Stand | None:
    latest, (distance, _kind) = member.result.latest, member.result.gap
    if latest is None or latest.p is None or latest.s is None or distance is None:
        return None
    return Stand(member, latest.p, latest.s, distance)


def most_help(tasks: Iterable[TaskOutcome]) -> Help:
    """The worst help any of these tasks took."""
    return Help(max((task.help for task in tasks), default=0))


_NOT_ON_ONE_LINE = frozenset({Comparison.MODES_DIFFER, Comparison.SAME_FORM})


def _one_line(result: LearnerResult) -> bool:
    return result.comparison not in _NOT_ON_ONE_LINE


def _s(measured: Measured) -> float | None:
    return measured.s


def _v(measured: Measured) -> float | None:
    return measured.v


def _before(result: LearnerResult) -> Measured | None:
    return result.before


def _after(result: LearnerResult) -> Measured | None:
    return result.after


def _moment(measured: Measured) -> str:
    return measured.record.started_at.isoformat()


def _template(task: TaskOutcome) -> tuple[int, str]:
    return (len(task.template), task.template)


def _often(stuck: tuple[str, int]) -> tuple[int, str]:
    return (stuck[1], stuck[0])


def _safety(measured: Measured) -> bool | None:
    tasks = [one for one in measured.tasks if one.area is Area.D4 and one.points is not None]
    return tasks[0].solved if tasks and measured.on_screen else None


def _need_rank(member: Member) -> tuple[float, str]:
    latest = member.result.latest
    percent = latest.p if latest is not None else None
    return (-1.0 if percent is None else percent, member.result.code)


def _gravity(need: Need) -> tuple[int, tuple[float, str]]:
    return (-len(need.reasons), _need_rank(need.member))


def _has_floor(group: GroupResult) -> bool:
    return _ends(group, at_floor, 0.0)


def _has_ceiling(group: GroupResult) -> bool:
    return _ends(group, at_ceiling, 100.0)


def _ends(group: GroupResult, test: Callable[[Sequence[float], float], bool], end: float) -> bool:
    for which in (_before, _after):
        measured = [which(result) for result in group.results]
        values = [one.p for one in measured if one is not None and one.p is not None]
        if len(values) >= FEWEST_PAIRS and test(values, end):
            return True
    return False


def _is_small(group: GroupResult) -> bool:
    return group.n_paired < FEWEST_PAIRS


def _speaks_of_stayed(group: GroupResult) -> bool:
    return group.n_post > 0 and group.drop_outs.warns(group.sem)


def _forms_differ(group: GroupResult) -> bool:
    return group.showing.items and form_effect_is_large(group.orders, group.sem)


def _conditions_differ(group: GroupResult) -> bool:
    return any(one.result.same_conditions is False for one in group.paired)


def _much_missing(group: GroupResult) -> bool:
    every = [one for result in group.results for one in (result.before, result.after) if one is not None]
    items = sum(one.n_items for one in every)
    return items > 0 and sum(one.n_missing for one in every) > MANY_MISSING * items


def _has_modes(group: GroupResult) -> bool:
    return group.of(Comparison.MODES_DIFFER) > 0


def _has_repeats(group: GroupResult) -> bool:
    return group.of(Comparison.SAME_FORM) > 0


_CAUTIONS: Mapping[Caution, Callable[[GroupResult], bool]] = {
    Caution.SMALL: _is_small,
    Caution.STAYED: _speaks_of_stayed,
    Caution.FLOOR: _has_floor,
    Caution.CEILING: _has_ceiling,
    Caution.FORMS: _forms_differ,
    Caution.CONDITIONS: _conditions_differ,
    Caution.MISSING: _much_missing,
    Caution.MODES: _has_modes,
    Caution.REPEATED_FORM: _has_repeats,
}
