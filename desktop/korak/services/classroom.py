# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting from beginning to end: what is given, who asks for help, how it was, what comes next."""

import dataclasses
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from korak.centre.attendance import Mark, Presence
from korak.centre.classroom import Assignment, Given, Hand, HandMark, Note, Pulse, PulseCount, waiting
from korak.centre.meetings import Meeting, MeetingState
from korak.centre.people import Role, Session
from korak.centre.plans import NextTime, next_time
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.lesson import Lesson, TaskStep
from korak.content.pack import Pack
from korak.learning.attempt import Attempt
from korak.learning.memory import PRACTICE
from korak.learning.progress import lesson_progress
from korak.services.access import require
from korak.services.attendance import AttendanceBook, after
from korak.services.calendar import Calendar
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.classroom import ClassroomShelf
from korak.storage.ids import new_id
from korak.storage.meetings import MeetingShelf
from korak.storage.store import Store

USUAL = timedelta(minutes=150)
USUAL_BREAK = 15
_BEFORE_END = timedelta(minutes=15)
_AFTER_END = timedelta(hours=2)
MOST_FACES = 99
LONGEST_NOTE = 2000


class Classroom:
    """What a trainer does in class, and what learners tell there."""

    def __init__(
        self, store: Store, pack: Pack, clock: Clock, calendar: Calendar, book: AttendanceBook
    ) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._calendar = calendar
        self._book = book
        self._meetings = MeetingShelf(store)
        self._shelf = ClassroomShelf(store)

    # ------------------------------------------------------------------ beginning and end

    def begin(self, session: Session, meeting_id: str) -> Meeting:
        """Begin a planned meeting; one that runs already goes on."""
        require(session, Deed.TEACH)
        meeting = self._calendar.meeting(session, meeting_id)
        if meeting.state in (MeetingState.ENDED, MeetingState.CANCELLED):
            raise ServiceFault(FaultKind.MEETING_OVER)
        return self._keep(dataclasses.replace(meeting, begun_at=meeting.begun_at or self._clock.now()))

    def begin_unplanned(self, session: Session, group_id: str) -> Meeting:
        """Begin a meeting nobody planned: from now on, as long as the last one, with the next topics."""
        require(session, Deed.TEACH)
        if group_id not in {group.id for group in self._store.groups(active=None)}:
            raise not_found("group", group_id)
        last = [one for one in self._meetings.meetings([group_id]) if one.cancelled_at is None][-1:]
        length = last[0].ends_at - last[0].starts_at if last else USUAL
        pause = last[0].break_minutes if last else USUAL_BREAK
        now = self._clock.now()
        starts = now.replace(second=0, microsecond=0)
        made = Meeting(
            new_id(now), group_id, starts, starts + length, pause, last[0].place if last else "", begun_at=now
        )
        return self._keep(dataclasses.replace(made, topics=self._next_topics(session, made)))

    def end(self, session: Session, meeting_id: str, done: str, topics: Sequence[str]) -> Meeting:
        """End a meeting and lock it: keep what was done; whoever was not noted was absent."""
        require(session, Deed.TEACH)
        meeting = self._calendar.meeting(session, meeting_id)
        if meeting.state is not MeetingState.RUNNING:
            raise ServiceFault(FaultKind.MEETING_OVER)
        now = self._clock.now()
        own = tuple(topic for topic in topics if topic in self._pack.plan)
        with self._store.together():
            for line in self._book.list_of(session, meeting_id).lines:
                if line.mark is None:
                    who, by = line.person.id, session.person_id
                    mark = Mark(new_id(now), self._store.device, now, meeting_id, who, Presence.ABSENT, by=by)
                    self._meetings.add_marks([mark])
            ended = dataclasses.replace(meeting, ended_at=now, done=done.strip(), topics=own)
            return self._keep(ended)

    def show_lesson(self, session: Session, group_id: str, lesson_id: str, told: str) -> Meeting | None:
        """Add to the diary of the meeting that runs that its group was shown a lesson, once.

        `told` is the line of the diary; the lesson's topic joins the topics. None where no meeting runs.
        """
        require(session, Deed.TEACH)
        if lesson_id not in self._pack.lessons:
            raise not_found("lesson", lesson_id)
        entry = self._calendar.at_hand(session, group_id)
        if entry is None or entry.meeting.state is not MeetingState.RUNNING:
            return None
        meeting, line = entry.meeting, " ".join(told.splitlines())
        topics = [name for name, topic in self._pack.plan.items() if lesson_id in topic.lessons]
        if not any(name in meeting.topics for name in topics):
            meeting = dataclasses.replace(meeting, topics=(*meeting.topics, *topics[:1]))
        if line not in meeting.done.splitlines():
            meeting = dataclasses.replace(meeting, done=f"{meeting.done}\n{line}".strip())
        return meeting if meeting == entry.meeting else self._keep(meeting)

    def done_today(self, session: Session, meeting: Meeting) -> tuple[tuple[Lesson, int, int], ...]:
        """Return the lessons worked on during a meeting, each with how many finished it and worked on it."""
        require(session, Deed.TEACH)
        people = [line.person.id for line in self._book.list_of(session, meeting.id).lines]
        since, until = meeting.begun_at or meeting.starts_at, meeting.ended_at or self._clock.now()
        worked: dict[str, set[str]] = {}
        for fact in self._store.attempts_since(people, since):
            if fact.pack == self._pack.id and fact.at <= until and fact.lesson in self._pack.lessons:
                worked.setdefault(fact.lesson, set()).add(fact.person)
        told = [
            (self._pack.lessons[name], self._finished(name, who), len(who)) for name, who in worked.items()
        ]
        return tuple(sorted(told, key=_most_first))

    def next_time(self, session: Session, meeting_id: str) -> NextTime:
        """Return what is suggested for the next meeting, from what was finished and how it was found."""
        require(session, Deed.TEACH)
        meeting = self._calendar.meeting(session, meeting_id)
        lessons = self.done_today(session, meeting)[:1]
        finished, worked = (lessons[0][1], lessons[0][2]) if lessons else (0, 0)
        plan = self._calendar.plan(session, meeting.group)
        meetings = self._meetings.meetings([meeting.group])
        return next_time(plan, meetings, meeting, (finished, worked), self.pulse(session, meeting_id))

    def plan_next(self, session: Session, meeting_id: str, topics: Sequence[str]) -> Meeting | None:
        """Give the group's next planned meeting these topics; None if none is planned."""
        require(session, Deed.TEACH)
        group = self._calendar.meeting(session, meeting_id).group
        following = self._calendar.next_one(session, group)
        if following is None:
            return None
        return self._calendar.change(session, dataclasses.replace(following, topics=tuple(topics)))

    # ------------------------------------------------------------------ the pulse

    def pulse(self, session: Session, meeting_id: str) -> PulseCount:
        """Return how a meeting was found."""
        require(session, Deed.TEACH)
        return self._meetings.pulse(meeting_id)

    def count_pulse(self, session: Session, meeting_id: str, faces: Mapping[Pulse, int]) -> PulseCount:
        """Keep faces counted by hand, besides those pressed on the computers (0 to 99 each)."""
        require(session, Deed.TEACH)
        self._calendar.meeting(session, meeting_id)
        with self._store.together():
            for face, count in faces.items():
                if count > 0:
                    self._meetings.add_pulse(str(uuid.uuid4()), meeting_id, face, min(count, MOST_FACES))
        return self._meetings.pulse(meeting_id)

    def asks_pulse(self, session: Session) -> Meeting | None:
        """Return the meeting this learner can say something about now: near its end, and not asked yet."""
        require(session, Deed.TAKE_PART, session.person_id)
        now = self._clock.now()
        midnight = datetime.combine(now.astimezone().date(), time()).astimezone()
        for meeting in self._meetings.meetings(self._store.groups_of(session.person_id), midnight):
            if _is_near_its_end(meeting, now) and not self._meetings.asked(meeting.id, session.person_id):
                return meeting
        return None

    def tell_pulse(self, session: Session, meeting_id: str, face: Pulse) -> None:
        """Keep a learner's face, without the learner's name; a second one does not count."""
        require(session, Deed.TAKE_PART, session.person_id)
        with self._store.together():
            if self._meetings.asked(meeting_id, session.person_id):
                return
            self._meetings.note_asked(meeting_id, session.person_id)
            self._meetings.add_pulse(str(uuid.uuid4()), meeting_id, face, 1)

    # ------------------------------------------------------------------ what is given

    def give(
        self,
        session: Session,
        what: Given,
        name: str,
        *,
        group_id: str | None = None,
        person_id: str | None = None,
    ) -> Assignment:
        """Give a lesson, a task or words to a group or to one learner; what is given already is returned."""
        require(session, Deed.TEACH, person_id)
        names = {Given.LESSON: set(self._pack.lessons), Given.TASK: set(self._pack.tasks), Given.WORDS: {""}}
        if name not in names[what] or (group_id is None) is (person_id is None):
            raise not_found(what.value, name)
        now = self._clock.now()
        for one in self._shelf.assignments([group_id] if group_id else [], [person_id] if person_id else []):
            if (one.what, one.name) == (what, name):
                return one
        given = Assignment(new_id(now), group_id, person_id, what, name, now)
        self._shelf.assign(given, now)
        return given

    def withdraw(self, session: Session, assignment_id: str, *, undo: bool = False) -> None:
        """Take back what was given, or (`undo`) give it again."""
        require(session, Deed.TEACH)
        given = self._shelf.assignment(assignment_id)
        if given is None:
            raise not_found("assignment", assignment_id)
        now = self._clock.now()
        self._shelf.assign(dataclasses.replace(given, withdrawn_at=None if undo else now), now)

    def given(self, session: Session, group_id: str) -> tuple[Assignment, ...]:
        """Return what a group and its learners were given."""
        require(session, Deed.TEACH)
        people = [person.id for person in self._store.learners(group_id)]
        return self._shelf.assignments([group_id], people)

    def mine(self, session: Session) -> tuple[Assignment, ...]:
        """Return what a learner was given and has not finished since, the newest first."""
        require(session, Deed.TAKE_PART, session.person_id)
        given = self._shelf.assignments(self._store.groups_of(session.person_id), [session.person_id])
        facts = self._store.attempts(session.person_id) if given else ()
        left: dict[tuple[Given, str], Assignment] = {}
        for one in given:
            if not self._is_done(one, facts):
                left[one.what, one.name] = one
        return tuple(reversed(left.values()))

    def _is_done(self, given: Assignment, facts: Sequence[Attempt]) -> bool:
        """Tell whether something was done since it was given; what the course has no more counts as done."""
        since = [fact for fact in facts if fact.at >= given.given_at]
        if given.what is Given.WORDS:
            return any(fact.lesson == PRACTICE for fact in since)
        if given.what is Given.TASK:
            if given.name not in self._pack.tasks:
                return True
            places = self._stations_of(given.name)
            return any((fact.lesson, fact.station) in places and fact.result == "reached" for fact in since)
        lesson = self._pack.lessons.get(given.name)
        if lesson is None:
            return True
        return any(fact.lesson == lesson.id for fact in since) and lesson_progress(lesson, facts).done

    def _stations_of(self, task: str) -> frozenset[tuple[str, str]]:
        return frozenset(
            (name, station.key)
            for name, lesson in self._pack.lessons.items()
            for station in lesson.stations()
            if isinstance(station.step, TaskStep) and station.step.task == task
        )

    # ------------------------------------------------------------------ help in class

    def ask_help(self, session: Session, lesson: str = "", station: str = "") -> None:
        """Raise a learner's hand; the trainer sees it on the page of the meeting."""
        self._hand(session, Hand.ASKED, lesson, station)

    def helped(self, session: Session, lesson: str = "", station: str = "") -> None:
        """Keep that somebody helped this learner here (F9), and lower the hand."""
        self._hand(session, Hand.HELPED, lesson, station)

    def asks_help(self, session: Session) -> bool:
        """Tell whether this learner's hand is raised."""
        require(session, Deed.TAKE_PART, session.person_id)
        return self._raised(session.person_id) is not None

    def lower_hand(self, session: Session, person_id: str) -> None:
        """Note that a learner who asked for help was helped."""
        require(session, Deed.TEACH, person_id)
        raised = self._raised(person_id)
        if raised is not None:
            at = after(raised.at, self._clock.now())
            self._shelf.add_hand(
                dataclasses.replace(raised, id=new_id(at), device=self._store.device, at=at, what=Hand.HELPED)
            )

    def _hand(self, session: Session, what: Hand, lesson: str, station: str) -> None:
        person = session.person_id
        require(session, Deed.TAKE_PART, person)
        raised = self._raised(person)
        at = after(raised.at if raised else None, self._clock.now())
        self._shelf.add_hand(HandMark(new_id(at), self._store.device, at, person, lesson, station, what))

    def _raised(self, person_id: str) -> HandMark | None:
        return waiting(self._shelf.hands([person_id], self._midnight())).get(person_id)

    # ------------------------------------------------------------------ notes about learners

    def notes(self, session: Session, person_id: str) -> tuple[Note, ...]:
        """Return the notes about a learner, the newest first."""
        require(session, Deed.TEACH, person_id)
        return self._shelf.notes(person_id)

    def add_note(self, session: Session, person_id: str, text: str) -> Note:
        """Keep a note about a learner (at most 2000 characters)."""
        require(session, Deed.TEACH, person_id)
        person = self._store.person(person_id)
        if person is None or person.role is not Role.LEARNER:
            raise not_found("person", person_id)
        plain = text.strip()[:LONGEST_NOTE]
        if not plain:
            raise ServiceFault(FaultKind.TEXT_MISSING)
        now = self._clock.now()
        note = Note(new_id(now), person_id, session.person_id, now, plain)
        self._shelf.note(note, now)
        return note

    def drop_note(self, session: Session, note: Note, *, undo: bool = False) -> None:
        """Take a note away, or (`undo`) bring it back."""
        require(session, Deed.TEACH, note.person)
        self._shelf.remove_note(note.id, self._clock.now(), removed=not undo)

    # ------------------------------------------------------------------ internal

    def _next_topics(self, session: Session, meeting: Meeting) -> tuple[str, ...]:
        plan = self._calendar.plan(session, meeting.group)
        meetings = self._meetings.meetings([meeting.group])
        return next_time(plan, meetings, meeting, (0, 0), PulseCount()).topics

    def _finished(self, lesson_id: str, people: set[str]) -> int:
        lesson = self._pack.lessons[lesson_id]
        return sum(1 for one in people if lesson_progress(lesson, self._store.attempts(one, lesson_id)).done)

    def _keep(self, meeting: Meeting) -> Meeting:
        self._meetings.keep([meeting], self._clock.now())
        return meeting

    def _midnight(self) -> datetime:
        return datetime.combine(self._clock.now().astimezone().date(), time()).astimezone()


def _is_near_its_end(meeting: Meeting, now: datetime) -> bool:
    if meeting.state is MeetingState.RUNNING:
        return now >= meeting.ends_at - _BEFORE_END
    ended = meeting.ended_at
    return meeting.state is MeetingState.ENDED and ended is not None and now - ended <= _AFTER_END


def _most_first(told: tuple[Lesson, int, int]) -> tuple[int, str]:
    return -told[2], told[0].id
