# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on paper: what stands on the pages, and that a back comes behind its own front."""

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication

from korak.reports.word_cards import PaperWord, WordList, cut_cards, picture_sheet

POINTS = 72 / 25.4


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


def words(count: int) -> list[PaperWord]:
    return [
        PaperWord(f"beseda{n}", f"word{n}", "memo" if n % 2 else "", "", f"Primer{n}.") for n in range(count)
    ]


def listed(some: list[PaperWord], language: str | None = "en") -> WordList:
    return WordList("Varnost", some, "koraki", language)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def places(pdf: bytes, page: int) -> dict[str, tuple[float, float]]:
    """Where each text begins, in millimetres from the upper left corner."""
    found: dict[str, tuple[float, float]] = {}

    def note(text: str, matrix: list[float], place: list[float], *_more: object) -> None:
        if text.strip():
            x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
            y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
            found[text.strip()] = (x / POINTS, 297 - y / POINTS)

    PdfReader(io.BytesIO(pdf)).pages[page].extract_text(visitor_text=note)
    return found


def test_a_sheet_shows_every_word_with_meaning_and_example() -> None:
    found = pages(picture_sheet(listed(words(19))))

    assert len(found) == 2
    for number in range(18):
        assert f"beseda{number}" in found[0]
        assert f"word{number}" in found[0]
        assert f"Primer{number}." in found[0]
    assert "beseda18" in found[1]


def test_every_page_of_fronts_is_followed_by_its_backs() -> None:
    found = pages(cut_cards(listed(words(14))))

    assert len(found) == 4
    assert "beseda0" in found[0]
    assert "word0" not in found[0]
    assert "word0" in found[1]
    assert "beseda12" in found[2]
    assert "word13" in found[3]


def test_a_back_lies_behind_its_front_when_the_paper_is_turned_over_its_long_edge() -> None:
    pdf = cut_cards(listed(words(5)))
    fronts, backs = places(pdf, 0), places(pdf, 1)

    for number in range(5):
        front, back = fronts[f"beseda{number}"], backs[f"word{number}"]
        column, row = int((front[0] - 15) // 60), int((front[1] - 16.5) // 66)
        behind, behind_row = int((210 - back[0] - 15) // 60), int((back[1] - 16.5) // 66)
        assert (behind, behind_row) == (column, row)


def test_a_card_without_meaning_and_picture_shows_the_example_behind() -> None:
    found = pages(cut_cards(listed([PaperWord("prek", example="Vlogo oddam prek spleta.")], None)))

    assert "spleta" not in found[0]
    assert "spleta" in found[1].replace("\n", " ")


def test_long_words_stay_within_their_cards() -> None:
    long = PaperWord("kartica zdravstvenega zavarovanja", "informativnega izračuna dohodnine" * 2)
    pdf = cut_cards(listed([long]))

    for text, (x, y) in (places(pdf, 0) | places(pdf, 1)).items():
        if text.startswith(("kartica", "zdrav")):
            assert 15 < x < 75
            assert 16 < y < 83


def test_an_arabic_meaning_is_on_the_card() -> None:
    [_front, back] = pages(cut_cards(listed([PaperWord("geslo", "كلمة السر", "key")], "ar")))

    # pypdf reads the letters from left to right.
    assert "كلمة"[::-1] in back
