# SPDX-License-Identifier: GPL-3.0-or-later
"""The class side of a demo: programmes, a calendar, attendance, somebody who left, a few notes."""

import random
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from korak.centre.attendance import Mark, Presence
from korak.centre.classroom import Note, Pulse
from korak.centre.enrolment import Change, Reason, Step
from korak.centre.meetings import Meeting
from korak.centre.people import Group, Person
from korak.centre.plans import as_taught, laid_out
from korak.centre.programmes import Programme
from korak.content.pack import Pack
from korak.storage.classroom import ClassroomShelf
from korak.storage.enrolments import EnrolmentShelf
from korak.storage.ids import made_id
from korak.storage.meetings import MeetingShelf
from korak.storage.programmes import ProgrammeShelf
from korak.storage.store import Store

MEETING_EVERY = timedelta(days=3, hours=12)
_WEEK = timedelta(days=7)
_LASTS = timedelta(minutes=150)
_BREAK = 15
_GROUPS_IN_A_PROGRAMME = 10
_MOST_AHEAD = 12
_NOTES = (
    "Rada bi več vaj z miško.",
    "Bere počasi, bolje razume, če posluša.",
    "Do decembra dela popoldne, prihaja pozneje.",
)
_REASONS = (Reason.WORK, Reason.FAMILY, Reason.MOVED_AWAY, Reason.TIME_OR_WAY)


class DemoClass:
    """Draws what happened in class from a seed of its own, so that nothing else of the demo changes."""

    def __init__(self, store: Store, pack: Pack, seed: int, now: datetime, meetings: int) -> None:
        self._store = store
        self._pack = pack
        self._now = now
        self._held = meetings
        self._chance = random.Random(f"class {seed}")  # noqa: S311 - a demo comes out the same again
        self._meetings = MeetingShelf(store)
        self._programmes = ProgrammeShelf(store)
        self._enrolments = EnrolmentShelf(store)
        self._classroom = ClassroomShelf(store)
        self._programme = ""

    def write(self, number: int, group: Group, people: Sequence[Person], trainer: str) -> None:
        """Write the class side of one group."""
        if number % _GROUPS_IN_A_PROGRAMME == 0:
            self._write_programme(number // _GROUPS_IN_A_PROGRAMME + 1)
        self._programmes.put_group(group.id, self._programme, self._now)
        meetings = self._calendar(group, number)
        self._meetings.add_many(meetings, self._now)
        held = [meeting for meeting in meetings if meeting.ended_at is not None]
        marks: list[Mark] = []
        for place, person in enumerate(people):
            left = self._leaves(person, group, place, held)
            marks += self._attends(person, held, left, trainer)
        self._meetings.add_marks(marks)
        for meeting in held:
            self._ask(meeting, len(people))
        if people:
            self._write_note(people[number % len(people)], trainer)

    def _write_programme(self, number: int) -> None:
        self._programme = self._id(self._now)
        begins = (self._now - max(_WEEK * 6, MEETING_EVERY * self._held)).date()
        self._programmes.keep(
            Programme(
                self._programme,
                f"Korak v e-storitve {number}",
                f"VZOREC-{begins.year}-{number:03}",
                "Financer Vzorec",
                "Sofinancira Evropska unija (vzorec)",
                begins,
                begins + timedelta(days=240),
                60,
            ),
            self._now,
        )

    def _calendar(self, group: Group, number: int) -> list[Meeting]:
        """Lay out the meetings that were held, today's, and those that come."""
        here = self._now.astimezone()
        evening = datetime.combine(here.date(), time(9 + 2 * (number % 5)), here.tzinfo)
        ahead = min(_MOST_AHEAD, max(20 - self._held - 1, 0))
        made: list[Meeting] = []
        topics = laid_out(as_taught(self._pack.plan), [135] * (self._held + 1 + ahead))
        for place, own in enumerate(topics):
            before = (self._held - place) * MEETING_EVERY
            starts = (evening - timedelta(days=before.days)).astimezone(self._now.tzinfo)
            ended = starts + _LASTS if place < self._held else None
            made.append(
                Meeting(
                    self._id(starts),
                    group.id,
                    starts,
                    starts + _LASTS,
                    _BREAK,
                    "učilnica 1",
                    own,
                    starts if ended else None,
                    ended,
                    done="Po načrtu." if ended else "",
                )
            )
        return made

    def _leaves(self, person: Person, group: Group, place: int, held: Sequence[Meeting]) -> datetime | None:
        """One in fifteen leaves after a while, one in twenty pauses; return when somebody left."""
        if len(held) < 4 or place < 12:
            return None
        at = held[len(held) * 2 // 3].starts_at
        (stretch,) = self._enrolments.stretches(person=person.id)
        if place % 15 == 13:
            self._enrolments.end(stretch.id, at)
            self._change(stretch.id, person, group, Step.LEFT, at)
            return at
        if place % 15 == 12:
            self._change(stretch.id, person, group, Step.PAUSED, at)
            return at
        return None

    def _change(self, stretch: str, person: Person, group: Group, step: Step, at: datetime) -> None:
        reason = self._chance.choice(_REASONS)
        day = at.astimezone().date()
        change = Change(
            self._id(at), self._store.device, at, stretch, person.id, group.id, step, day, reason, ""
        )
        self._enrolments.add_change(change)

    def _attends(
        self, person: Person, held: Sequence[Meeting], left: datetime | None, trainer: str
    ) -> list[Mark]:
        diligence = min(max(self._chance.gauss(0.87, 0.1), 0.35), 1.0)
        marks: list[Mark] = []
        for meeting in held:
            if left is not None and meeting.starts_at >= left:
                break
            there = self._chance.random() < diligence
            late = self._chance.choice((10, 15, 20, 30)) if there and self._chance.random() < 0.12 else 0
            early = self._chance.choice((15, 30, 45)) if there and self._chance.random() < 0.06 else 0
            absent = Presence.EXCUSED if self._chance.random() < 0.6 else Presence.ABSENT
            marks.append(
                Mark(
                    self._id(meeting.starts_at),
                    self._store.device,
                    meeting.starts_at + timedelta(minutes=5),
                    meeting.id,
                    person.id,
                    Presence.PRESENT if there else absent,
                    late,
                    early,
                    trainer,
                )
            )
        return marks

    def _ask(self, meeting: Meeting, people: int) -> None:
        answered = self._chance.randrange(people // 2, people + 1) if people else 0
        hard = self._chance.randrange(max(answered // 3, 1))
        easy = self._chance.randrange(max(answered // 4, 1))
        for face, count in (
            (Pulse.USEFUL, answered - hard - easy),
            (Pulse.HARD, hard),
            (Pulse.EASY, easy),
        ):
            if count > 0:
                self._meetings.add_pulse(self._id(meeting.starts_at), meeting.id, face, count)

    def _write_note(self, person: Person, trainer: str) -> None:
        at = self._now - _WEEK
        note = Note(self._id(at), person.id, trainer, at, self._chance.choice(_NOTES))
        self._classroom.note(note, at)

    def _id(self, at: datetime) -> str:
        return made_id(at, self._chance.getrandbits(74))
