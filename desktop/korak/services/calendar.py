# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of meetings: series, moves, cancellations, the file for other calendars, and group plans."""

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from korak.centre.attendance import latest
from korak.centre.audit import Correction
from korak.centre.meetings import (
    Meeting,
    MeetingState,
    Series,
    at_hand,
    days_of,
    is_possible,
    overlapping,
)
from korak.centre.people import Session
from korak.centre.plans import Plan, PlanLine, as_taught, known, laid_out, taught
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.pack import Pack
from korak.content.plan import Topic
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.audit import AuditShelf
from korak.storage.ids import new_id
from korak.storage.meetings import MeetingShelf
from korak.storage.programmes import ProgrammeShelf
from korak.storage.store import Store

MEETING = "meeting"  # the subject of corrected times


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar: a meeting, its number in its group (0 where cancelled), the group's name."""

    meeting: Meeting
    number: int
    group_name: str
    clash: bool = False  # another meeting of the same group takes place at the same time


class Calendar:
    """When groups meet, and what they are taught."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._shelf = MeetingShelf(store)
        self._programmes = ProgrammeShelf(store)
        self._audit = AuditShelf(store)

    # ------------------------------------------------------------------ looking

    def meeting(self, session: Session, meeting_id: str) -> Meeting:
        """Return one meeting."""
        require(session, Deed.SEE_PEOPLE)
        return self._found(meeting_id)

    def entries(
        self,
        session: Session,
        group_id: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Entry, ...]:
        """Return the meetings of a group (None: of all groups) from `since` to before `until`, by time."""
        require(session, Deed.SEE_PEOPLE)
        names = {group.id: group.name for group in self._store.groups(active=None)}
        meetings = self._shelf.meetings([group_id] if group_id else None, since, until)
        numbers = self._shelf.numbers([group_id] if group_id else None)
        by_group: dict[str, list[Meeting]] = {}
        for meeting in meetings:
            by_group.setdefault(meeting.group, []).append(meeting)
        return tuple(
            Entry(
                one,
                numbers.get(one.id, 0),
                names.get(one.group, ""),
                one.state is MeetingState.PLANNED and bool(overlapping(one, _near(one, by_group[one.group]))),
            )
            for one in meetings
        )

    def at_hand(self, session: Session, group_id: str) -> Entry | None:
        """Return the meeting a trainer means now: running, or next today, or today's last."""
        require(session, Deed.SEE_PEOPLE)
        now = self._clock.now()
        midnight = datetime.combine(now.astimezone().date(), time()).astimezone()
        found = at_hand(self._shelf.meetings([group_id], midnight), now)
        if found is None:
            return None
        return Entry(found, self._shelf.numbers([group_id]).get(found.id, 0), "")

    def next_one(self, session: Session, group_id: str) -> Meeting | None:
        """Return the next planned meeting of a group after now."""
        require(session, Deed.SEE_PEOPLE)
        later = self._shelf.meetings([group_id], self._clock.now())
        return next((one for one in later if one.state is MeetingState.PLANNED), None)

    def held(self, session: Session) -> Mapping[str, int]:
        """Return how many minutes each group was taught in meetings that have ended, by group."""
        require(session, Deed.SEE_PEOPLE)
        return self._shelf.held()

    # ------------------------------------------------------------------ planning

    def add_series(self, session: Session, group_id: str, series: Series) -> tuple[Meeting, ...]:
        """Plan a series; topics are laid out over it in the order of the group's plan."""
        require(session, Deed.TEACH)
        self._require_group(group_id)
        days = tuple(days_of(series))
        if not days:
            raise ServiceFault(FaultKind.NO_DAYS)
        now, place = self._clock.now(), series.place.strip()
        bare: list[Meeting] = []
        for day in days:
            starts, ends = _moment(day, series.begins), _moment(day, series.ends)
            meeting = Meeting(new_id(now), group_id, starts, ends, series.break_minutes, place)
            bare.append(self._possible(meeting))
        left = _topics_left(self.plan(session, group_id), self._shelf.meetings([group_id]))
        topics = laid_out(left, [one.teaching_minutes for one in bare])
        made = tuple(dataclasses.replace(one, topics=own) for one, own in zip(bare, topics, strict=True))
        self._shelf.add_many(made, now)
        return made

    def change(self, session: Session, meeting: Meeting) -> Meeting:
        """Keep another time, place, break or other topics of a meeting that has not ended."""
        require(session, Deed.TEACH)
        old = self._found(meeting.id)
        if old.state is MeetingState.ENDED:
            raise ServiceFault(FaultKind.MEETING_OVER)
        changed = dataclasses.replace(
            old,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            break_minutes=meeting.break_minutes,
            place=meeting.place.strip(),
            topics=tuple(topic for topic in meeting.topics if topic in self._pack.plan),
        )
        return self._keep(self._possible(changed))

    def correct(self, session: Session, meeting: Meeting, why: str) -> Meeting:
        """Keep the true times, break and place of a meeting that has ended; a reason is asked for.

        What it was, what it is now, who changed it and why go to the audit trail. Attendance counts by the
        new times at once; nobody may be late or early by more than what was taught.
        """
        require(session, Deed.TEACH)
        old = self._found(meeting.id)
        if old.state is not MeetingState.ENDED:
            raise ServiceFault(FaultKind.NOT_FOUND, {"what": "ended meeting", "id": meeting.id})
        changed = self._possible(
            dataclasses.replace(
                old,
                starts_at=meeting.starts_at,
                ends_at=meeting.ends_at,
                break_minutes=meeting.break_minutes,
                place=meeting.place.strip(),
            )
        )
        if changed == old:
            return old
        reason = " ".join(why.split())
        if not reason:
            raise ServiceFault(FaultKind.REASON_MISSING)
        missed = [mark.late + mark.early for mark in latest(self._shelf.marks(meeting_id=old.id)).values()]
        if max(missed, default=0) > changed.teaching_minutes:
            raise ServiceFault(FaultKind.BAD_MINUTES, {"most": str(changed.teaching_minutes)})
        now = self._clock.now()
        correction = Correction(
            new_id(now), self._store.device, now, session.person_id, MEETING, old.id,
            "", "times", _times(old), _times(changed), reason,
        )  # fmt: skip
        with self._store.together():
            self._audit.add(correction)
            return self._keep(changed)

    def corrections(self, session: Session, meeting_id: str | None = None) -> tuple[Correction, ...]:
        """Return the corrected times of meetings (of one meeting), the newest first."""
        require(session, Deed.SEE_AUDIT)
        return self._audit.of(MEETING, meeting_id)

    def cancel(self, session: Session, meeting_id: str, why: str) -> Meeting:
        """Cancel a meeting that has not ended; it stays in the calendar, crossed out."""
        require(session, Deed.TEACH)
        meeting = self._found(meeting_id)
        if meeting.state is MeetingState.ENDED:
            raise ServiceFault(FaultKind.MEETING_OVER)
        now = self._clock.now()
        return self._keep(
            dataclasses.replace(meeting, begun_at=None, cancelled_at=now, why_cancelled=why.strip())
        )

    def restore(self, session: Session, meeting_id: str) -> Meeting:
        """Take a cancellation back."""
        require(session, Deed.TEACH)
        meeting = self._found(meeting_id)
        return self._keep(dataclasses.replace(meeting, cancelled_at=None, why_cancelled=""))

    def take_away(self, session: Session, meetings: Iterable[str]) -> tuple[Meeting, ...]:
        """Take planned meetings out of the calendar; return them, so that `put_back` can undo it.

        A meeting that began, or at which somebody was noted, stays.
        """
        require(session, Deed.TEACH)
        gone = [
            meeting
            for one in meetings
            if (meeting := self._found(one)).begun_at is None and not self._shelf.marks(meeting_id=one)
        ]
        self._shelf.drop([one.id for one in gone])
        return tuple(gone)

    def put_back(self, session: Session, meetings: Iterable[Meeting]) -> None:
        """Put meetings back that were taken away."""
        require(session, Deed.TEACH)
        self._shelf.keep(meetings, self._clock.now())

    def calendar_file(self, session: Session, group_id: str | None = None) -> bytes:
        """Return the calendar of a group (None: of all groups) as an iCalendar file (RFC 5545)."""
        from korak.exchange.calendar_file import Event, calendar_file  # noqa: PLC0415 - the library is slow

        require(session, Deed.SEE_PEOPLE)
        events = [
            Event(
                one.meeting.id,
                one.meeting.starts_at,
                one.meeting.ends_at,
                one.group_name if not one.number else f"{one.group_name} · {one.number}",
                one.meeting.place,
                ", ".join(self.title(topic) for topic in one.meeting.topics),
                cancelled=one.meeting.state is MeetingState.CANCELLED,
            )
            for one in self.entries(session, group_id)
        ]
        return calendar_file(self._store.centre_name(), events, self._clock.now())

    # ------------------------------------------------------------------ plans

    def topics(self) -> Sequence[Topic]:
        """Return the topics of the course in the author's order."""
        return tuple(self._pack.plan.values())

    def title(self, topic: str) -> str:
        """Return the title of a topic, or its name if the course has it no more."""
        found = self._pack.plan.get(topic)
        return found.title if found is not None else topic

    def plan(self, session: Session, group_id: str) -> Plan:
        """Return a group's plan; as the course's author wrote it, unless the trainer changed it."""
        require(session, Deed.SEE_PEOPLE)
        kept = self._programmes.plan(group_id)
        if kept is None:
            return as_taught(self._pack.plan)
        return known([PlanLine(str(name), int(hours)) for name, hours in json.loads(kept)], self._pack.plan)

    def set_plan(self, session: Session, group_id: str, plan: Plan | None) -> Plan:
        """Keep a group's own plan (None: the author's again)."""
        require(session, Deed.TEACH)
        self._require_group(group_id)
        text = None if plan is None else json.dumps([(line.topic, line.hours) for line in plan])
        self._programmes.set_plan(group_id, text, self._clock.now())
        return self.plan(session, group_id)

    def taught(self, session: Session, group_id: str) -> dict[str, int]:
        """Return how often a group was taught each topic."""
        require(session, Deed.SEE_PEOPLE)
        return taught(self._shelf.meetings([group_id]))

    # ------------------------------------------------------------------ internal

    def _possible(self, meeting: Meeting) -> Meeting:
        if not is_possible(meeting.starts_at, meeting.ends_at, meeting.break_minutes):
            raise ServiceFault(FaultKind.BAD_TIMES)
        return meeting

    def _keep(self, meeting: Meeting) -> Meeting:
        self._shelf.keep([meeting], self._clock.now())
        return meeting

    def _found(self, meeting_id: str) -> Meeting:
        meeting = self._shelf.meeting(meeting_id)
        if meeting is None:
            raise not_found("meeting", meeting_id)
        return meeting

    def _require_group(self, group_id: str) -> None:
        if group_id not in {group.id for group in self._store.groups(active=None)}:
            raise not_found("group", group_id)


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at).astimezone().astimezone(UTC)


def _times(meeting: Meeting) -> str:
    """The times of a meeting as the audit trail keeps them: beginning, end (UTC), break, place."""
    begins, ends = meeting.starts_at.isoformat(), meeting.ends_at.isoformat()
    return f"{begins} {ends} {meeting.break_minutes} {meeting.place}".strip()


def _near(meeting: Meeting, sorted_meetings: Sequence[Meeting]) -> Iterable[Meeting]:
    return (one for one in sorted_meetings if abs((one.starts_at - meeting.starts_at).days) <= 1)


def _topics_left(plan: Plan, meetings: Iterable[Meeting]) -> Plan:
    held = [one for one in meetings if one.state is not MeetingState.CANCELLED]
    used = {topic for one in held for topic in one.topics}
    return tuple(line for line in plan if line.topic not in used)
