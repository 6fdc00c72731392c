# SPDX-License-Identifier: GPL-3.0-or-later
"""The booklet of stories: what a reader copies out of the PDF, in every script."""

import dataclasses
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.photos import jpeg
from tests.reports.sheets import needs_pdftotext, pages_of

from korak.centre.stories import Story, Texts
from korak.reports.stories import Leaf, booklet

T0 = datetime(2026, 11, 2, 9, tzinfo=UTC)
STORY = Story(
    "a",
    "p",
    "sl",
    "Amra",
    Texts("Moja pot", "Prihajam iz Zenice.", "Zdaj znam pisati sporočila.", "Brez pomoči pišem."),
    "p",
    T0,
    T0,
)

pytestmark = [needs_pdftotext, pytest.mark.usefixtures("qapp")]


def test_every_story_stands_on_pages_of_its_own_behind_a_cover(tmp_path: Path) -> None:
    other = dataclasses.replace(STORY, name="Elena", own=Texts("", "Doma sem iz Skopja."))
    pages = pages_of(booklet("LU Vzorec", [Leaf(STORY), Leaf(other)], date(2026, 11, 2)), tmp_path)
    assert len(pages) == 3
    assert "Naše zgodbe" in pages[0]
    assert "LU Vzorec" in pages[0]
    assert "Prihajam iz Zenice." in pages[1]
    assert "Elena" not in pages[1]
    assert "Doma sem iz Skopja." in pages[2]
    assert "Zdaj znam" not in pages[2]


def test_a_long_story_loses_no_word_over_the_ends_of_pages(tmp_path: Path) -> None:
    words = " ".join(f"beseda{number}" for number in range(3_000))
    long = dataclasses.replace(STORY, own=Texts("Dolga pot", words))
    pages = pages_of(booklet("LU Vzorec", [Leaf(long)], date(2026, 11, 2)), tmp_path)
    assert len(pages) > 5
    found = [word for page in pages for word in page.split() if word.startswith("beseda")]
    assert found == words.split()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "جئت من حلب وأكتب الآن بنفسي."),
        ("fa", "من از کابل آمده‌ام."),
        ("uk", "Я з Харкова."),
        ("mk", "Јас сум од Скопје."),
    ],
)
def test_a_story_is_read_in_its_own_script(tmp_path: Path, language: str, text: str) -> None:
    told = dataclasses.replace(STORY, language=language, own=Texts("", text))
    pages = pages_of(booklet("LU Vzorec", [Leaf(told)], date(2026, 11, 2)), tmp_path)
    letters = {letter for letter in text if letter.isalpha()}
    assert letters <= set(pages[1])


def test_a_photo_makes_the_file_larger_and_is_drawn_once(tmp_path: Path) -> None:
    bare = booklet("LU Vzorec", [Leaf(STORY)], date(2026, 11, 2))
    seen = booklet("LU Vzorec", [Leaf(STORY, jpeg(600, 400), (600, 400))], date(2026, 11, 2))
    assert b"/Subtype /Image" not in bare
    assert seen.count(b"/Subtype /Image") == 1


def test_without_stories_the_cover_says_so(tmp_path: Path) -> None:
    (page,) = pages_of(booklet("LU Vzorec", [], date(2026, 11, 2)), tmp_path)
    assert "Naše zgodbe" in page
