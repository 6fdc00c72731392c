# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance on paper, read back out of the PDF."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from korak.centre.attendance_sheet import ABSENT, EXCUSED, PARTLY, PRESENT, Heading, Meet, Row
from korak.reports.attendance import diary, hours, matrix, signing_list

HEAD = Heading(
    "Ljudska univerza Vzorec", "Jesenice 1", "Korak", "C1-26", "AMIF", "Sofinancira Evropska unija."
)


def meet(number: int, minutes: int = 135) -> Meet:
    return Meet(
        number, date(2026, 9, number), "9.00", "11.15", minutes, ("E-recept in lekarna",), "Učilnica 2"
    )


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def test_the_list_to_sign_names_everybody_and_leaves_room_for_more() -> None:
    (page,) = pages(signing_list(HEAD, meet(3), ["Čedomir Šuštar", "Amra Vzorec"]))
    for text in (
        "Lista prisotnosti",
        "Jesenice 1",
        "C1-26",
        "Sofinancira Evropska unija.",
        "E-recept",
        "3 pedagoške",
    ):
        assert text in page
    assert page.index("Amra Vzorec") < page.index("Čedomir Šuštar")
    assert "6." in page


def test_a_long_list_goes_on_on_further_pages_with_its_head() -> None:
    found = pages(signing_list(HEAD, meet(3), [f"Oseba {n:02}" for n in range(40)]))
    assert len(found) == 3
    assert all("Jesenice 1" in page and "podpis" in page for page in found)
    assert sum(page.count("Oseba") for page in found) == 40


def test_the_matrix_tells_hours_of_hours_and_who_reaches_the_rule() -> None:
    cells = (PRESENT, PARTLY, EXCUSED, ABSENT)
    rows = [Row("Amra", cells, 135 + 120, 540, False), Row("Beni", (PRESENT,) * 4, 540, 540, True)]
    (page,) = pages(matrix(HEAD, [meet(n) for n in range(1, 5)], rows, 80))
    assert "5,7 od 12" in page
    assert "12 od 12" in page
    assert "80" in page


@pytest.mark.parametrize("count", [0, 1, 20, 21, 45])
def test_any_number_of_meetings_and_people_fits(count: int) -> None:
    rows = [Row(f"Oseba {n}", (PRESENT,) * count, 45, 90, False) for n in range(count)]
    meets = [Meet(n, date(2026, 9, 1), "9.00", "10.00", 60) for n in range(1, count + 1)]
    found = pages(matrix(HEAD, meets, rows, 80))
    assert sum(page.count("Oseba") for page in found) >= count
    assert ("Ta skupina" in found[0]) is (count == 0)


def test_the_diary_sums_up_hours_of_both_lengths() -> None:
    found = pages(diary(HEAD, [meet(n, 90) for n in range(1, 31)]))
    assert "60 pedagoških" in found[-1]
    assert "45 ur" in found[-1]
    assert sum(page.count("E-recept") for page in found) == 30


def test_hours_have_a_decimal_only_where_it_is_needed() -> None:
    assert [hours(minutes) for minutes in (0, 45, 90, 60, 135)] == ["0", "1", "2", "1,3", "3"]
