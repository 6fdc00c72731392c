# SPDX-License-Identifier: GPL-3.0-or-later
"""The trail read together: corrections of attendance, marks entered anew, sittings set aside."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, text
from sqlalchemy.engine import Row

from korak.centre.audit import Change, Kind
from korak.storage import tables as t
from korak.storage.audit import audit
from korak.storage.marks import agreed_mark
from korak.storage.meetings import meeting
from korak.storage.sittings import ASIDE, sitting, sitting_answer, sitting_note
from korak.storage.store import Store
from korak.storage.tables import to_moment

_SUBJECTS = {"attendance": Kind.ATTENDANCE, "meeting": Kind.MEETING}


class AuditTrailShelf:
    """Finds what was changed after it counted; it writes nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def changes(self, since: datetime, until: datetime) -> tuple[Change, ...]:
        """Return the changes of a time, the newest first."""
        sources = (self._corrections, self._marks, self._agreed, self._aside)
        found = [change for source in sources for change in source(since, until)]
        return tuple(sorted(found, key=_moment, reverse=True))

    def _corrections(self, since: datetime, until: datetime) -> Iterator[Change]:
        by, who = t.person.alias("by_person"), t.person.alias("who")
        asked: Any = (
            select(
                audit.c.id, audit.c.at, by.c.name.label("by_name"), meeting.c.group,
                t.course_group.c.name.label("group_name"), audit.c.person, who.c.name.label("who_name"),
                meeting.c.starts_at, audit.c.subject, audit.c.old, audit.c.new, audit.c.why,
            )
            .select_from(audit)
            .outerjoin(by, by.c.id == audit.c.by)
            .outerjoin(who, who.c.id == audit.c.person)
            .outerjoin(meeting, meeting.c.id == audit.c.thing)
            .outerjoin(t.course_group, t.course_group.c.id == meeting.c.group)
            .where(audit.c.subject.in_(_SUBJECTS), audit.c.at.between(since, until))
        )  # fmt: skip
        for row in self._store.rows(asked):
            kind = _SUBJECTS[row.subject]
            yield _change(row, kind, row.starts_at or row.at, "", row.old, row.new, row.why)

    def _marks(self, since: datetime, until: datetime) -> Iterator[Change]:
        answer = sitting_answer.c
        line: dict[str, Any] = {
            "partition_by": (answer.sitting, answer.item),
            "order_by": (answer.at, text("sitting_answer.rowid")),
        }
        with_before = (
            select(
                answer.id, answer.at, answer.by, answer.sitting, answer.item, answer.reason,
                answer.marked, answer.second_mark, answer.code, answer.status,
                func.lag(answer.id).over(**line).label("before"),
                func.lag(answer.marked).over(**line).label("old_marked"),
                func.lag(answer.second_mark).over(**line).label("old_second"),
                func.lag(answer.code).over(**line).label("old_code"),
                func.lag(answer.status).over(**line).label("old_status"),
            )
            .where(answer.sitting.in_(self._touched(since, until)))
            .subquery()
        )  # fmt: skip
        one = with_before.c
        by, who = t.person.alias("by_person"), t.person.alias("who")
        asked: Any = (
            select(
                one.id, one.at, by.c.name.label("by_name"), sitting.c.group,
                t.course_group.c.name.label("group_name"), sitting.c.person, who.c.name.label("who_name"),
                sitting.c.planned_at, one.item, one.reason, one.marked, one.second_mark, one.code, one.status,
                one.old_marked, one.old_second, one.old_code, one.old_status,
            )
            .select_from(with_before)
            .join(sitting, sitting.c.id == one.sitting)
            .outerjoin(by, by.c.id == one.by)
            .outerjoin(who, who.c.id == sitting.c.person)
            .outerjoin(t.course_group, t.course_group.c.id == sitting.c.group)
            .where(one.by != "", one.before.is_not(None), one.at.between(since, until))
        )  # fmt: skip
        for row in self._store.rows(asked):
            if _stands(row):
                continue
            old = _mark(row.old_marked, row.old_second, row.old_code, row.old_status)
            new = _mark(row.marked, row.second_mark, row.code, row.status)
            yield _change(row, Kind.MARK, row.planned_at, row.item, old, new, row.reason)

    def _agreed(self, since: datetime, until: datetime) -> Iterator[Change]:
        by, who = t.person.alias("by_person"), t.person.alias("who")
        asked: Any = (
            select(
                agreed_mark.c.id, agreed_mark.c.at, by.c.name.label("by_name"), sitting.c.group,
                t.course_group.c.name.label("group_name"), sitting.c.person, who.c.name.label("who_name"),
                sitting.c.planned_at, sitting_answer.c.item, sitting_answer.c.marked,
                sitting_answer.c.second_mark, agreed_mark.c.mark,
            )
            .select_from(agreed_mark)
            .join(sitting, sitting.c.id == agreed_mark.c.sitting)
            .join(sitting_answer, sitting_answer.c.id == agreed_mark.c.answer)
            .outerjoin(by, by.c.id == agreed_mark.c.by)
            .outerjoin(who, who.c.id == sitting.c.person)
            .outerjoin(t.course_group, t.course_group.c.id == sitting.c.group)
            .where(agreed_mark.c.at.between(since, until))
        )  # fmt: skip
        for row in self._store.rows(asked):
            old = _mark(row.marked, row.second_mark, "", "")
            yield _change(row, Kind.MARK, row.planned_at, row.item, old, str(row.mark), "")

    @staticmethod
    def _touched(since: datetime, until: datetime) -> Select[Any]:
        """The sittings in which somebody else than the learner wrote in this time."""
        answer = sitting_answer.c
        return select(answer.sitting).where(answer.by != "", answer.at.between(since, until)).distinct()

    def _aside(self, since: datetime, until: datetime) -> Iterator[Change]:
        by, who = t.person.alias("by_person"), t.person.alias("who")
        note = sitting_note.c
        asked: Any = (
            select(
                note.id, note.at, by.c.name.label("by_name"), sitting.c.group,
                t.course_group.c.name.label("group_name"), sitting.c.person, who.c.name.label("who_name"),
                sitting.c.planned_at, sitting.c.occasion, note.text,
            )
            .select_from(sitting_note)
            .join(sitting, sitting.c.id == note.sitting)
            .outerjoin(by, by.c.id == note.by)
            .outerjoin(who, who.c.id == sitting.c.person)
            .outerjoin(t.course_group, t.course_group.c.id == sitting.c.group)
            .where(note.kind == ASIDE, note.at.between(since, until))
        )  # fmt: skip
        for row in self._store.rows(asked):
            yield _change(row, Kind.ASIDE, row.planned_at, row.occasion, "counts", "aside", row.text)


def _change(
    row: Row[Any], kind: Kind, day: datetime | int, what: str, old: str, new: str, why: str
) -> Change:
    moment = to_moment(day) if isinstance(day, int) else day
    return Change(
        id=row.id,
        at=to_moment(row.at) if isinstance(row.at, int) else row.at,
        kind=kind,
        by=row.by_name or "",
        group=row.group or "",
        group_name=row.group_name or "",
        person=row.person,
        person_name=row.who_name or "",
        day=moment.astimezone().date(),
        what=what,
        old=old,
        new=new,
        why=why,
    )


def _mark(marked: int | None, second: int | None, code: str, status: str) -> str:
    """Return what stood: the marks, else what was pressed, else how the item ended."""
    marks = [str(mark) for mark in (marked, second) if mark is not None]
    return "/".join(marks) or code or status


def _stands(row: Row[Any]) -> bool:
    """Whether what stood before still stands: a second mark beside the first changes nothing."""
    before = (row.old_marked, row.old_code, row.old_status)
    same = before == (row.marked, row.code, row.status)
    return same and row.old_second in (None, row.second_mark)


def _moment(change: Change) -> tuple[datetime, str]:
    return change.at, change.id
