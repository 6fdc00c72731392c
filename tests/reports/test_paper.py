# SPDX-License-Identifier: GPL-3.0-or-later
import io
import unicodedata
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication

from korak.reports import paper
from korak.reports.finish import complete, letters_of_shape
from korak.reports.paper import Paper, Side, Type


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


@pytest.mark.parametrize(
    ("shape", "letters"),
    [
        ("ﻣ", "م"),
        ("ﮏ", "ک"),
        ("ﬁ", "fi"),
        ("ﬃ", "ffi"),
        ("\t", " "),
        ("č", "č"),
        ("ﻻ", "ﻻ"),
        ("Ж", "Ж"),
        ("٣", "٣"),
    ],
)
def test_a_shape_is_copied_as_its_letter(shape: str, letters: str) -> None:
    assert letters_of_shape(shape) == letters


def test_every_arabic_shape_means_the_same_as_before() -> None:
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        shape = chr(code)
        if unicodedata.name(shape, ""):
            assert unicodedata.normalize("NFKC", letters_of_shape(shape)) == unicodedata.normalize(
                "NFKC", shape
            )


@pytest.mark.parametrize("other", [b"", b"%PDF-1.4 not by Qt", b"startxref\n99\n%%EOF\n"])
def test_a_file_it_does_not_know_is_left_as_it_is(other: bytes) -> None:
    assert complete(other, "sl") == other


def test_a_page_with_nothing_on_it_is_a_whole_document_too() -> None:
    reader = PdfReader(io.BytesIO(Paper(title="", author="", language="uk").finish()), strict=True)
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/Lang"] == "uk"


def test_a_text_is_as_high_as_its_lines_and_never_wider_than_its_column() -> None:
    sheet = Paper(title="", author="")
    short, long = (sheet.block(words, 60, Type(14)) for words in ("Korak", "Korak za korakom " * 20))
    assert short.lines == 1
    assert long.height == pytest.approx(short.height * long.lines)
    assert long.natural <= 60
    word = sheet.block("nepretrganobeseda" * 10, 30, Type(14))
    assert word.lines > 3
    assert word.natural <= 30
    sheet.finish()


def test_a_missing_picture_leaves_its_place_empty() -> None:
    assert paper.pictogram("") is None
    assert paper.pictogram("no-such-thing") is None
    assert paper.pictogram("stethoscope") is not None


def test_a_right_to_left_text_starts_at_the_right() -> None:
    sheet = Paper(title="", author="")
    blocks = {
        (language, side): sheet.block("abc", 100, Type(12), language, side)
        for language in ("sl", "ar")
        for side in (Side.START, Side.END, Side.LEFT, Side.RIGHT)
    }
    start = {key: block.layout.lineAt(0).naturalTextRect().x() for key, block in blocks.items()}
    left, right = start["sl", Side.START], start["sl", Side.END]
    assert left == 0 < right
    assert start["ar", Side.START] == start["ar", Side.RIGHT] > right * 0.9
    assert start["ar", Side.END] == start["ar", Side.LEFT] == left
    sheet.finish()
