# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of attendance: screen, paper and spreadsheet say the same."""

from datetime import date, time
from io import BytesIO

import openpyxl
from pypdf import PdfReader
from tests.services.making import Place, amra, maja, refused

from korak.centre.attendance import Presence
from korak.centre.meetings import Series
from korak.centre.report_filters import ReportFilters, year_of
from korak.services.faults import FaultKind


def test_the_same_numbers_stand_on_screen_on_paper_and_in_the_spreadsheet(place: Place) -> None:
    house, _ = place.create()
    trainer = maja(house)
    (group,) = house.people.groups(trainer)
    series = Series(date(2026, 11, 2), time(9), time(11, 15), frozenset({0}), 2)
    first, second = house.calendar.add_series(trainer, group.id, series)
    people = {person.name: person for person in house.people.learners(trainer, group.id)}
    for meeting in (first, second):
        house.classroom.begin(trainer, meeting.id)
        house.attendance.note(trainer, meeting.id, people["Amra"].id, Presence.PRESENT)
        house.attendance.note(trainer, meeting.id, people["Blerta"].id, Presence.ABSENT)
        house.attendance.note(trainer, meeting.id, people["Arben"].id, Presence.PRESENT, late=30)
        house.classroom.end(trainer, meeting.id, "", ())
    report = house.reports.attendance(trainer, group.id)
    assert {row.name: (row.attended, row.offered, row.reaches) for row in report.rows} == {
        "Amra": (270, 270, True),
        "Arben": (210, 270, False),
        "Blerta": (0, 270, False),
    }
    assert report.reaching == 1
    text = PdfReader(BytesIO(house.reports.matrix_pdf(trainer, group.id))).pages[0].extract_text()
    assert "6 od 6" in text
    assert "4,7 od 6" in text
    book = openpyxl.load_workbook(BytesIO(house.reports.workbook(trainer, group.id)))
    rows = list(book["Prisotnost"].iter_rows(min_row=3, values_only=True))
    assert [row[:5] for row in rows] == [
        ("Amra", 135, 135, 270, 270),
        ("Arben", 105, 105, 210, 270),
        ("Blerta", 0, 0, 0, 270),
    ]
    assert list(book["Dnevnik"].iter_rows(min_row=2, max_col=1, values_only=True)) == [(1,), (2,)]
    signed = PdfReader(BytesIO(house.reports.signing_list(trainer, first.id))).pages[0].extract_text()
    assert all(name in signed for name in people)
    numbers = house.reports.public_numbers(trainer, ReportFilters(days=year_of(2026)), _go_on)
    assert numbers is not None
    assert (numbers.groups, numbers.people, numbers.minutes) == (1, 2, 270)
    assert (numbers.enrolled, numbers.meetings) == (3, 2)
    before = house.reports.public_numbers(trainer, ReportFilters(days=year_of(2025)), _go_on)
    assert before is not None
    assert before.people == 0
    with refused(FaultKind.NOT_ALLOWED):
        house.reports.attendance(amra(house), group.id)


def _go_on(_done: int, _of: int) -> bool:
    return True
