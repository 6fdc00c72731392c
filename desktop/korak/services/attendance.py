# SPDX-License-Identifier: GPL-3.0-or-later
"""Who was at which meeting and for how long: ticked in class, corrected with a reason, summed for reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from korak.alphabet import by_name
from korak.centre.attendance import Mark, Presence, Tally, latest, tally
from korak.centre.audit import Correction
from korak.centre.enrolment import Standing, Stretch, standings, was_in
from korak.centre.meetings import Meeting, MeetingState, numbered
from korak.centre.people import Person, Session
from korak.centre.privacy import Deed
from korak.centre.report_filters import Days, lies_in
from korak.clock import Clock
from korak.services.access import require, require_any
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.audit import AuditShelf
from korak.storage.enrolments import EnrolmentShelf
from korak.storage.ids import new_id
from korak.storage.meetings import MeetingShelf
from korak.storage.programmes import ProgrammeShelf
from korak.storage.store import Store

ATTENDANCE = "attendance"  # the subject of its corrections


@dataclass(frozen=True, slots=True)
class ListLine:
    """One person on the attendance list of a meeting; `mark` is None where nothing was noted."""

    person: Person
    standing: Standing
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """The attendance list of one meeting; `number` is the meeting's number in its group."""

    meeting: Meeting
    number: int
    lines: tuple[ListLine, ...]

    @property
    def present(self) -> int:
        """How many were there."""
        return sum(1 for line in self.lines if line.mark and line.mark.presence is Presence.PRESENT)

    @property
    def expected(self) -> int:
        """How many were expected: who is in the group and does not pause."""
        return sum(1 for line in self.lines if line.standing is Standing.ACTIVE)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The attendance of groups: meetings that took place by time, marks that hold, people by name."""

    meetings: tuple[Meeting, ...]
    numbers: Mapping[str, int]
    people: tuple[Person, ...]
    marks: Mapping[tuple[str, str], Mark]  # by meeting and person
    tallies: Mapping[str, Tally]  # by person


class AttendanceBook:
    """The one place attendance is written and read."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._meetings = MeetingShelf(store)
        self._enrolments = EnrolmentShelf(store)
        self._programmes = ProgrammeShelf(store)
        self._audit = AuditShelf(store)

    def list_of(self, session: Session, meeting_id: str) -> AttendanceList:
        """Return the attendance list of a meeting: who is in the group that day or was noted, by name."""
        require_any(session, (Deed.TEACH, Deed.REPORT))
        meeting = self._found(meeting_id)
        group = [meeting.group]
        told = standings(
            self._enrolments.stretches(groups=group), self._enrolments.changes(groups=group),
            meeting.group, meeting.day,
        )  # fmt: skip
        marks = {mark.person: mark for mark in self._meetings.marks(meeting_id=meeting_id)}
        known = {one: stands for one, stands in told.items() if stands in (Standing.ACTIVE, Standing.PAUSED)}
        people = [person for one in known.keys() | marks.keys() if (person := self._store.person(one))]
        people.sort(key=by_name)
        number = self._meetings.numbers(group).get(meeting_id, 0)
        lines = (ListLine(one, told.get(one.id, Standing.LEFT), marks.get(one.id)) for one in people)
        return AttendanceList(meeting, number, tuple(lines))

    def note(
        self,
        session: Session,
        meeting_id: str,
        person_id: str,
        presence: Presence,
        late: int = 0,
        early: int = 0,
        why: str = "",
    ) -> Mark:
        """Note how somebody attended; late and early in minutes of teaching.

        After the meeting has ended a change needs a reason, and old and new go to the audit trail.
        """
        require(session, Deed.TEACH, person_id)
        meeting = self._found(meeting_id)
        self._check(meeting, person_id, late, early)
        old = next((one for one in self._marks_back(meeting_id) if one.person == person_id), None)
        now = after(old.at if old else None, self._clock.now())
        there = presence is Presence.PRESENT
        mark = Mark(
            new_id(now),
            self._store.device,
            now,
            meeting_id,
            person_id,
            presence,
            late if there else 0,
            early if there else 0,
            session.person_id,
        )
        if old is not None and _told(old) == _told(mark):
            return old
        with self._store.together():
            if meeting.state is MeetingState.ENDED:
                self._correct(session, old, mark, why)
            self._meetings.add_marks([mark])
        return mark

    def note_all(self, session: Session, meeting_id: str) -> tuple[Mark, ...]:
        """Note everybody who is expected and not noted yet as present; return what was added."""
        require(session, Deed.TEACH)
        listed = self.list_of(session, meeting_id)
        if listed.meeting.state is MeetingState.ENDED:
            raise ServiceFault(FaultKind.MEETING_OVER)
        left = [line for line in listed.lines if line.mark is None and line.standing is Standing.ACTIVE]
        now = self._clock.now()
        marks = tuple(
            Mark(new_id(now), self._store.device, now, meeting_id, line.person.id, Presence.PRESENT, by=by)
            for line in left
            for by in [session.person_id]
        )
        self._meetings.add_marks(marks)
        return marks

    def corrections(self, session: Session, meeting_id: str | None = None) -> tuple[Correction, ...]:
        """Return what was changed after meetings had ended, the newest first."""
        require(session, Deed.SEE_AUDIT)
        return self._audit.of(ATTENDANCE, meeting_id)

    # ------------------------------------------------------------------ sums for lists and reports

    def of_group(self, session: Session, group_id: str) -> Matrix:
        """Return the attendance of a group: everybody who was ever in it."""
        require_any(session, (Deed.TEACH, Deed.REPORT))
        return self._matrix([group_id])

    def of_programme(self, session: Session, programme_id: str) -> Matrix:
        """Return the attendance of a programme: minutes of all its groups, each person once."""
        require_any(session, (Deed.TEACH, Deed.REPORT))
        groups = [group for group, one in self._programmes.groups().items() if one == programme_id]
        return self._matrix(groups)

    def of_person(self, session: Session, person_id: str) -> Tally:
        """Return how much somebody attended, in all their groups together."""
        require(session, Deed.SEE_RECORD, person_id)
        stretches = self._enrolments.stretches(person=person_id)
        meetings = self._meetings.meetings(sorted({one.group for one in stretches}))
        marks = latest(self._meetings.marks(person=person_id))
        return tally(person_id, meetings, marks, _offered(meetings, stretches))

    def enrolled(self, session: Session, group_id: str, days: Days) -> frozenset[str]:
        """Return who was in a group within some days, whether they came or not."""
        require_any(session, (Deed.TEACH, Deed.REPORT))
        stretches = self._enrolments.stretches(groups=[group_id])
        return frozenset(one.person for one in stretches if lies_in(one, days))

    def tallies(
        self,
        session: Session,
        groups: Sequence[str],
        days: Days = Days(),  # noqa: B008 - frozen
    ) -> Mapping[str, Tally]:
        """Return how much everybody who was ever in these groups attended within some days, by person."""
        require_any(session, (Deed.TEACH, Deed.REPORT))
        every = self._meetings.meetings(groups)
        meetings = [one for one in every if one.state is MeetingState.ENDED and days.has(one.day)]
        marks = latest(self._meetings.marks(groups=groups))
        held: dict[str, list[Stretch]] = {}
        for stretch in self._enrolments.stretches(groups=groups):
            held.setdefault(stretch.person, []).append(stretch)
        return {one: tally(one, meetings, marks, _offered(meetings, own)) for one, own in held.items()}

    def _matrix(self, groups: Sequence[str]) -> Matrix:
        every = self._meetings.meetings(groups)
        meetings = tuple(one for one in every if one.state is MeetingState.ENDED)
        marks = latest(self._meetings.marks(groups=groups))
        held: dict[str, list[Stretch]] = {}
        for stretch in self._enrolments.stretches(groups=groups):
            held.setdefault(stretch.person, []).append(stretch)
        people = [person for person in self._people(groups) if person.id in held]
        tallies = {one.id: tally(one.id, meetings, marks, _offered(meetings, held[one.id])) for one in people}
        return Matrix(meetings, numbered(every), tuple(people), marks, tallies)

    def _people(self, groups: Sequence[str]) -> Iterable[Person]:
        return sorted(self._enrolments.people(groups), key=by_name)

    # ------------------------------------------------------------------ internal

    def _correct(self, session: Session, old: Mark | None, mark: Mark, why: str) -> None:
        reason = " ".join(why.split())
        if not reason:
            raise ServiceFault(FaultKind.REASON_MISSING)
        self._audit.add(
            Correction(
                new_id(mark.at), mark.device, mark.at, session.person_id, ATTENDANCE, mark.meeting,
                mark.person, "presence", _told(old), _told(mark), reason,
            )
        )  # fmt: skip

    def _check(self, meeting: Meeting, person_id: str, late: int, early: int) -> None:
        if meeting.state is MeetingState.CANCELLED:
            raise ServiceFault(FaultKind.MEETING_OVER)
        if late < 0 or early < 0 or late + early > meeting.teaching_minutes:
            raise ServiceFault(FaultKind.BAD_MINUTES, {"most": str(meeting.teaching_minutes)})
        if not any(one.group == meeting.group for one in self._enrolments.stretches(person=person_id)):
            raise ServiceFault(FaultKind.NOT_IN_GROUP, {"person": person_id})

    def _marks_back(self, meeting_id: str) -> tuple[Mark, ...]:
        return self._meetings.marks(meeting_id=meeting_id)[::-1]

    def _found(self, meeting_id: str) -> Meeting:
        meeting = self._meetings.meeting(meeting_id)
        if meeting is None:
            raise not_found("meeting", meeting_id)
        return meeting


def _offered(meetings: Iterable[Meeting], stretches: Sequence[Stretch]) -> frozenset[str]:
    return frozenset(one.id for one in meetings if was_in(stretches, one.group, one.day))


def after(earlier: datetime | None, now: datetime) -> datetime:
    """Return now, or a moment just after an earlier one: a clock set back must not undo what comes later."""
    return now if earlier is None or earlier < now else earlier + timedelta(microseconds=1)


def _told(mark: Mark | None) -> str:
    return "" if mark is None else f"{mark.presence.value} {mark.late} {mark.early}"
