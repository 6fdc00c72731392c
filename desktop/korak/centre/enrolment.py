# SPDX-License-Identifier: GPL-3.0-or-later
"""How people come into groups and leave them: enrol, pause, leave, come back, change group."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Step(StrEnum):
    """What happened to somebody's place in a group."""

    ENROLLED = "enrolled"
    PAUSED = "paused"
    RETURNED = "returned"  # from a pause, or after having left
    LEFT = "left"
    MOVED = "moved"  # came from another group; that one was left in the same moment


class Reason(StrEnum):
    """Why somebody paused or left: a code, so that reasons can be counted."""

    NONE = ""
    WORK = "work"  # found work, or the hours of work changed
    FAMILY = "family"  # children, care
    HEALTH = "health"
    MOVED_AWAY = "moved_away"
    OTHER_COURSE = "other_course"
    TOO_HARD = "too_hard"
    TOO_EASY = "too_easy"
    TIME_OR_WAY = "time_or_way"  # the hour or the way there does not suit
    REACHED = "reached"  # can do now what they came for
    FINISHED = "finished"  # the course is over
    OTHER = "other"
    UNKNOWN = "unknown"


LEAVING = tuple(reason for reason in Reason if reason is not Reason.NONE)


class Standing(StrEnum):
    """How somebody stands in a group on a day."""

    ACTIVE = "active"
    PAUSED = "paused"
    LEFT = "left"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One unbroken time of somebody in a group, pauses included; open while `ended_at` is None."""

    id: str
    person: str
    group: str
    started_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A step that was written down: what, why, and from which day on it holds."""

    id: str
    device: str
    at: datetime  # when it was written down
    enrolment: str  # the id of the stretch
    person: str
    group: str
    step: Step
    day: date
    reason: Reason = Reason.NONE
    by: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of somebody's history, as it is shown."""

    day: date
    group: str
    step: Step
    reason: Reason = Reason.NONE


_BEGINNINGS = frozenset({Step.ENROLLED, Step.MOVED, Step.RETURNED})


def history(stretches: Iterable[Stretch], changes: Iterable[Change]) -> tuple[HistoryLine, ...]:
    """Return somebody's history by day; what nobody wrote down is told by the stretches themselves."""
    written = sorted(changes, key=_moment)
    lines = [HistoryLine(one.day, one.group, one.step, one.reason) for one in written]
    ordered = sorted(stretches, key=_start)
    for number, stretch in enumerate(ordered):
        told = [one for one in written if one.enrolment == stretch.id]
        before = ordered[number - 1] if number else None
        if not any(_begins(one, stretch) for one in told):
            lines.append(HistoryLine(_day(stretch.started_at), stretch.group, _beginning(stretch, before)))
        after = ordered[number + 1] if number + 1 < len(ordered) else None
        ended = stretch.ended_at
        if ended is not None and not _hands_over(stretch, after) and not any(map(_is_leaving, told)):
            lines.append(HistoryLine(_day(ended), stretch.group, Step.LEFT, Reason.UNKNOWN))
    return tuple(sorted(lines, key=_line_day))


def standing(stretches: Iterable[Stretch], changes: Iterable[Change], group: str, day: date) -> Standing:
    """Return how one person stands in a group on a day, both ends of a stretch included."""
    held = [one for one in stretches if one.group == group]
    here = [one for one in held if _covers(one, day)]
    if not here:
        return Standing.LEFT if any(_day(one.started_at) <= day for one in held) else Standing.NOT_YET
    ids = {one.id for one in here}
    told = [one for one in changes if one.enrolment in ids and one.day <= day]
    last = max(told, key=_effect, default=None)
    return Standing.PAUSED if last is not None and last.step is Step.PAUSED else Standing.ACTIVE


def standings(
    stretches: Iterable[Stretch], changes: Iterable[Change], group: str, day: date
) -> dict[str, Standing]:
    """Return how everybody who was ever in a group stands on a day, by person."""
    held: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        if stretch.group == group:
            held.setdefault(stretch.person, []).append(stretch)
    told: dict[str, list[Change]] = {}
    for change in changes:
        told.setdefault(change.person, []).append(change)
    return {person: standing(own, told.get(person, ()), group, day) for person, own in held.items()}


def was_in(stretches: Iterable[Stretch], group: str, day: date) -> bool:
    """Tell whether one person's stretches cover a day in a group, pauses included."""
    return any(one.group == group and _covers(one, day) for one in stretches)


def _covers(stretch: Stretch, day: date) -> bool:
    ended = stretch.ended_at
    return _day(stretch.started_at) <= day and (ended is None or day <= _day(ended))


def _hands_over(stretch: Stretch, after: Stretch | None) -> bool:
    return after is not None and after.started_at == stretch.ended_at


def _begins(change: Change, stretch: Stretch) -> bool:
    return change.step in _BEGINNINGS and change.at == stretch.started_at


def _is_leaving(change: Change) -> bool:
    return change.step is Step.LEFT


def _beginning(stretch: Stretch, before: Stretch | None) -> Step:
    if before is None:
        return Step.ENROLLED
    if _hands_over(before, stretch):
        return Step.MOVED
    return Step.RETURNED if before.group == stretch.group else Step.ENROLLED


def _day(moment: datetime) -> date:
    return moment.astimezone().date()


def _moment(change: Change) -> tuple[datetime, str]:
    return change.at, change.id


def _effect(change: Change) -> tuple[date, datetime, str]:
    return change.day, change.at, change.id


def _start(stretch: Stretch) -> tuple[datetime, str]:
    return stretch.started_at, stretch.id


def _line_day(line: HistoryLine) -> date:
    return line.day
