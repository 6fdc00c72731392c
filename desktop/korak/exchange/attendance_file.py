# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance as a spreadsheet: real numbers and dates, one row a person, and the diary on a second leaf."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

_DAY = "d. m. yyyy"


@dataclass(frozen=True, slots=True)
class MeetingColumn:
    """One meeting: its number, day, minutes of teaching and topics."""

    number: int
    day: date
    minutes: int
    topics: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person: minutes at each meeting (None: not enrolled, or nothing noted), attended and offered."""

    name: str
    minutes: tuple[int | None, ...]
    attended: int
    offered: int


def attendance_workbook(group: str, meetings: Sequence[MeetingColumn], people: Sequence[PersonRow]) -> bytes:
    """Return the workbook; the names of the columns are Slovenian, as the centre's files are."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms, needed when a report is handed out

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    _attendance(book, group, meetings, people)
    _diary(book, meetings)
    book.close()
    return out.getvalue()


def _attendance(
    book: Any, group: str, meetings: Sequence[MeetingColumn], people: Sequence[PersonRow]
) -> None:
    bold, hours, day = (
        _format(book, bold=True),
        _format(book, num_format="0.0"),
        _format(book, num_format=_DAY),
    )
    sheet = _sheet(book, "Prisotnost")
    sheet.write_string(0, 0, f"Skupina {group}: minute prisotnosti", bold)
    sheet.write_string(1, 0, "Ime in priimek", bold)
    last = len(meetings) + 1
    for column, meeting in enumerate(meetings, start=1):
        sheet.write_datetime(1, column, _moment(meeting.day), day)
    for column, name in enumerate(("Minute", "Ponujene minute", "Ure po 45 min", "Ure po 60 min", "Delež")):
        sheet.write_string(1, last + column, name, bold)
    for line, person in enumerate(people, start=2):
        sheet.write_string(line, 0, person.name)
        for column, minutes in enumerate(person.minutes, start=1):
            if minutes is not None:
                sheet.write_number(line, column, minutes)
        sheet.write_number(line, last, person.attended)
        sheet.write_number(line, last + 1, person.offered)
        sheet.write_number(line, last + 2, person.attended / 45, hours)
        sheet.write_number(line, last + 3, person.attended / 60, hours)
        if person.offered:
            sheet.write_number(line, last + 4, person.attended / person.offered)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, last + 4, 12)
    sheet.freeze_panes(2, 1)


def _diary(book: Any, meetings: Sequence[MeetingColumn]) -> None:
    bold, hours, day = (
        _format(book, bold=True),
        _format(book, num_format="0.0"),
        _format(book, num_format=_DAY),
    )
    sheet = _sheet(book, "Dnevnik")
    for column, name in enumerate(("Srečanje", "Datum", "Minute", "Ure po 45 min", "Vsebine")):
        sheet.write_string(0, column, name, bold)
    for line, meeting in enumerate(meetings, start=1):
        sheet.write_number(line, 0, meeting.number)
        sheet.write_datetime(line, 1, _moment(meeting.day), day)
        sheet.write_number(line, 2, meeting.minutes)
        sheet.write_number(line, 3, meeting.minutes / 45, hours)
        sheet.write_string(line, 4, meeting.topics)
    sheet.set_column(1, 3, 14)
    sheet.set_column(4, 4, 60)
    sheet.freeze_panes(1, 0)


def _format(book: Any, **how: object) -> Any:
    return book.add_format(how)


def _sheet(book: Any, name: str) -> Any:
    return book.add_worksheet(name)


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a spreadsheet's dates have no zone
