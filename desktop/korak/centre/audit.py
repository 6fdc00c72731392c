# SPDX-License-Identifier: GPL-3.0-or-later
"""What was changed after it counted: who, when, what it was, what it is now, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of something that was locked; it can only be added, never taken back.

    `subject` names the kind of thing ("attendance", "score"), `thing` which one it is (a meeting's or an
    attempt's id), `person` whose record it is, `field` what of it changed. `old` and `new` are codes and
    numbers as they are stored, not sentences.
    """

    id: str
    device: str
    at: datetime
    by: str  # the id of the person who changed it
    subject: str
    thing: str
    person: str
    field: str
    old: str
    new: str
    why: str


class Kind(StrEnum):
    """What was changed after it counted."""

    ATTENDANCE = "attendance"  # after the meeting had ended
    MEETING = "meeting"  # the times, break or place of a meeting that had ended
    MARK = "mark"  # points entered anew over points that stood already
    ASIDE = "aside"  # a sitting that was handed in counts no more


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the trail, as it is shown: ids with the names that belong to them now.

    `day` is the meeting's or the sitting's, `what` the task's id (marks only) or the occasion's code. `old`
    and `new` are codes and numbers as they are stored; None where the reader may not see them. A person or
    group that was erased has an empty name; a meeting's change is about no person.
    """

    id: str
    at: datetime
    kind: Kind
    by: str
    group: str
    group_name: str
    person: str
    person_name: str
    day: date
    what: str
    old: str | None
    new: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of the trail are asked for; what is None or empty does not narrow it."""

    since: date | None = None
    until: date | None = None
    kind: Kind | None = None
    group: str = ""
    person: str = ""  # an id


def fits(change: Change, wanted: Wanted) -> bool:
    """Tell whether a line is asked for; days are those of the change, in the centre's own time."""
    day = change.at.astimezone().date()
    return (
        (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
        and (wanted.kind is None or change.kind is wanted.kind)
        and wanted.group in ("", change.group)
        and wanted.person in ("", change.person)
    )
