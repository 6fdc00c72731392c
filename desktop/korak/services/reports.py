# SPDX-License-Identifier: GPL-3.0-or-later
"""What the centre hands out about attendance, and its public numbers; figures come from one place."""

from collections.abc import Callable
from dataclasses import dataclass

from korak.centre.attendance import Mark, Presence, attended
from korak.centre.attendance_sheet import ABSENT, EXCUSED, NOTHING, PARTLY, PRESENT, Heading, Meet, Row
from korak.centre.meetings import Meeting
from korak.centre.people import Group, Session
from korak.centre.privacy import Deed
from korak.centre.public_numbers import PublicNumbers
from korak.centre.report_filters import ReportFilters
from korak.clock import Clock
from korak.exchange.attendance_file import MeetingColumn, PersonRow, attendance_workbook
from korak.services.access import require
from korak.services.attendance import AttendanceBook, Matrix
from korak.services.calendar import Calendar
from korak.services.people import not_found
from korak.services.programmes import Programmes
from korak.services.report_sender import sender_of
from korak.storage.programmes import ProgrammeShelf
from korak.storage.store import Store

RULE_PER_CENT = 80
"""Share of the offered hours from which a learner has a right to the free examination (ZIP courses)."""


@dataclass(frozen=True, slots=True)
class AttendanceReport:
    """The attendance of one group: what screen, PDF and spreadsheet show alike."""

    group: Group
    meets: tuple[Meet, ...]
    rows: tuple[Row, ...]

    @property
    def reaching(self) -> int:
        """How many people reach the rule."""
        return sum(row.reaches for row in self.rows)

    @property
    def minutes(self) -> int:
        """Minutes of teaching held."""
        return sum(meet.minutes for meet in self.meets)


class Reports:
    """Makes the sheets; the same objects are shown on screen."""

    def __init__(self, store: Store, calendar: Calendar, programmes: Programmes, clock: Clock) -> None:
        self._store = store
        self._calendar = calendar
        self._programmes = programmes
        self._clock = clock
        self._book = AttendanceBook(store, clock)

    def attendance(self, session: Session, group_id: str) -> AttendanceReport:
        """Return who was at which meeting of a group, in hours of hours."""
        require(session, Deed.REPORT)
        group = self._group(group_id)
        found = self._book.of_group(session, group_id)
        meets = tuple(self._meet(meeting, found.numbers.get(meeting.id, 0)) for meeting in found.meetings)
        rows = tuple(_row(found, person.id, person.name) for person in found.people)
        return AttendanceReport(group, meets, rows)

    def signing_list(self, session: Session, meeting_id: str) -> bytes:
        """Return the list of a meeting to be signed by hand, as a PDF."""
        from korak.reports.attendance import signing_list  # noqa: PLC0415 - laid out when it is wanted

        require(session, Deed.REPORT)
        listed = self._book.list_of(session, meeting_id)
        head = self._heading(session, listed.meeting.group)
        names = [line.person.name for line in listed.lines]
        return signing_list(head, self._meet(listed.meeting, listed.number), names)

    def matrix_pdf(self, session: Session, group_id: str) -> bytes:
        """Return the attendance of a group as a PDF."""
        from korak.reports.attendance import matrix  # noqa: PLC0415 - laid out when it is wanted

        report = self.attendance(session, group_id)
        return matrix(self._heading(session, group_id), report.meets, report.rows, RULE_PER_CENT)

    def diary_pdf(self, session: Session, group_id: str) -> bytes:
        """Return the diary of hours and topics of a group as a PDF."""
        from korak.reports.attendance import diary  # noqa: PLC0415 - laid out when it is wanted

        report = self.attendance(session, group_id)
        return diary(self._heading(session, group_id), report.meets)

    def workbook(self, session: Session, group_id: str) -> bytes:
        """Return attendance and diary of a group as a spreadsheet."""
        require(session, Deed.REPORT)
        group = self._group(group_id)
        found = self._book.of_group(session, group_id)
        meetings = [
            MeetingColumn(
                found.numbers.get(meeting.id, 0),
                meeting.day,
                meeting.teaching_minutes,
                ", ".join(self._meet(meeting, 0).topics),
            )
            for meeting in found.meetings
        ]
        people = [
            PersonRow(
                person.name,
                tuple(_minutes(found, meeting, person.id) for meeting in found.meetings),
                found.tallies[person.id].attended,
                found.tallies[person.id].offered,
            )
            for person in found.people
        ]
        return attendance_workbook(group.name, meetings, people)

    def public_numbers(
        self, session: Session, filters: ReportFilters, go_on: Callable[[int, int], bool]
    ) -> PublicNumbers | None:
        """Return the numbers of a time and a programme (empty: of all); None where `go_on` ended it."""
        require(session, Deed.REPORT)
        days, same = filters.days, self._store.same()
        members = self._programmes.groups(session)
        groups = [
            one
            for one in self._store.groups(active=None)
            if not filters.programme or members.get(one.id) == filters.programme
        ]
        met = minutes = meetings = 0
        people: set[str] = set()
        enrolled: set[str] = set()
        for number, group in enumerate(groups):
            if not go_on(number, len(groups)):
                return None
            found = self._book.of_group(session, group.id)
            held = [meeting for meeting in found.meetings if days.has(meeting.day)]
            met += bool(held)
            meetings += len(held)
            minutes += sum(meeting.teaching_minutes for meeting in held)
            ids = {meeting.id for meeting in held}
            people |= {
                person
                for (meeting, person), mark in found.marks.items()
                if meeting in ids and mark.presence is Presence.PRESENT
            }
            enrolled |= self._book.enrolled(session, group.id, days)
        programme = self._programmes.programme(session, filters.programme).name if filters.programme else ""
        return PublicNumbers(
            days,
            self._clock.now().astimezone().date(),
            met,
            len({same.get(person, person) for person in people}),
            len({same.get(person, person) for person in enrolled}),
            minutes,
            meetings,
            programme,
        )

    def numbers_pdf(self, session: Session, numbers: PublicNumbers, programme_id: str = "") -> bytes:
        """Return the public numbers as a PDF."""
        from korak.reports.listing import listing_pdf  # noqa: PLC0415 - laid out when it is wanted
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt
        from korak.reports.public_words import numbers_listing  # noqa: PLC0415

        require(session, Deed.REPORT)
        application()
        shelf = ProgrammeShelf(self._store)
        sender = sender_of(self._store.centre_name(), numbers.made_on, shelf, programme_id)
        return listing_pdf(numbers_listing(numbers), sender)

    def numbers_book(self, session: Session, numbers: PublicNumbers) -> bytes:
        """Return the public numbers as a spreadsheet."""
        from korak.exchange.listing_file import listing_workbook  # noqa: PLC0415 - when it is wanted
        from korak.reports.public_words import numbers_listing  # noqa: PLC0415

        require(session, Deed.REPORT)
        return listing_workbook([("Številke", numbers_listing(numbers))])

    # ------------------------------------------------------------------ internal

    def _meet(self, meeting: Meeting, number: int) -> Meet:
        begins, ends = meeting.starts_at.astimezone(), meeting.ends_at.astimezone()
        return Meet(
            number,
            meeting.day,
            f"{begins.hour}.{begins.minute:02}",
            f"{ends.hour}.{ends.minute:02}",
            meeting.teaching_minutes,
            tuple(self._calendar.title(topic) for topic in meeting.topics),
            meeting.place,
            meeting.done,
        )

    def _heading(self, session: Session, group_id: str) -> Heading:
        group = self._group(group_id)
        programme = self._programmes.of_group(session, group_id)
        if programme is None:
            return Heading(self._store.centre_name(), group.name)
        logos = tuple(logo.data for logo in self._programmes.logos(session, programme.id))
        return Heading(
            self._store.centre_name(),
            group.name,
            programme.name,
            programme.contract,
            programme.funder,
            programme.cofunding,
            logos,
        )

    def _group(self, group_id: str) -> Group:
        found = next((group for group in self._store.groups(active=None) if group.id == group_id), None)
        if found is None:
            raise not_found("group", group_id)
        return found


def _row(found: Matrix, person: str, name: str) -> Row:
    tally = found.tallies[person]
    cells = tuple(_cell(found.marks.get((meeting.id, person))) for meeting in found.meetings)
    return Row(name, cells, tally.attended, tally.offered, tally.reaches(RULE_PER_CENT))


def _cell(mark: Mark | None) -> str:
    if mark is None:
        return NOTHING
    if mark.presence is Presence.PRESENT:
        return PARTLY if mark.late or mark.early else PRESENT
    return EXCUSED if mark.presence is Presence.EXCUSED else ABSENT


def _minutes(found: Matrix, meeting: Meeting, person: str) -> int | None:
    mark = found.marks.get((meeting.id, person))
    return None if mark is None else attended(meeting, mark)
