# SPDX-License-Identifier: GPL-3.0-or-later
"""The poster: one page, its words and numbers as they are read off it, A4 and A3."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.reports.sheets import needs_pdftotext, pages_of

from korak.centre.harvest import CanDo, Harvest, Said
from korak.reports.harvest import poster

pytestmark = [needs_pdftotext, pytest.mark.usefixtures("qapp")]
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40">'
    b'<rect width="120" height="40" fill="#1F5FA8"/></svg>'
)
FULL = Harvest(
    title="Naša pot",
    group="Jesenice 1",
    centre="LU Vzorec",
    made_on=date(2026, 11, 25),
    first=date(2026, 9, 7),
    last=date(2026, 11, 25),
    meetings=24,
    minutes=2_700,
    people=14,
    languages=6,
    words=212,
    can_do=tuple(CanDo(f"Znam stvar številka {n}.", "memo", 14 - n) for n in range(13)),
    quotes=(Said("Zdaj sama pišem.", "Amra", "sl"), Said("أكتب الآن وحدي.", "Omar", "ar")),
    cofunding="Sofinancira Sklad za primere.",
    logos=(LOGO,),
)


def _page(harvest: Harvest, tmp_path: Path) -> str:
    (page,) = pages_of(poster(harvest), tmp_path)
    return " ".join(page.split())


def test_the_poster_is_one_page_with_everything_on_it(tmp_path: Path) -> None:
    page = _page(FULL, tmp_path)
    for text in ("Naša pot", "Jesenice 1", "24", "60", "14", "212", "Znam stvar številka 0."):
        assert text in page
    assert "»Zdaj sama pišem.«" in page
    assert "Amra" in page
    assert "Sofinancira Sklad za primere." in page
    assert set("أكتبالنوحدي") <= set(page)


def test_counts_of_one_to_four_are_words_on_it(tmp_path: Path) -> None:
    page = _page(replace(FULL, can_do=(CanDo("Znam dve stvari.", "memo", 3),), people=3, quotes=()), tmp_path)
    assert "Znam dve stvari." in page
    assert not [word for word in page.split() if word == "3"]


def test_without_facts_it_is_still_a_poster(tmp_path: Path) -> None:
    bare = Harvest("Pot", "Nova", "LU", date(2026, 11, 25), None, None, 0, 0, 0, 0, 0, ())
    page = _page(bare, tmp_path)
    assert "Pot" in page
    assert " 0 " not in page


def test_a3_is_a4_made_larger(tmp_path: Path) -> None:
    small, large = (PdfReader(BytesIO(poster(FULL, large=size))).pages for size in (False, True))
    assert len(small) == len(large) == 1
    assert [round(float(side)) for side in small[0].mediabox[2:]] == [595, 842]
    assert [round(float(side)) for side in large[0].mediabox[2:]] == [842, 1191]
    (page,) = pages_of(poster(FULL, large=True), tmp_path)
    assert "Sofinancira Sklad za primere." in " ".join(page.split())


@pytest.mark.parametrize("count", range(1, 14))
def test_any_number_of_sentences_finds_room(count: int, tmp_path: Path) -> None:
    page = _page(replace(FULL, can_do=FULL.can_do[:count]), tmp_path)
    assert "Znam stvar številka 0." in page
    shown = sum(f"številka {number}." in page for number in range(count))
    assert shown >= min(count, 6)
