# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts in the reader's language."""

import datetime as dt
from collections.abc import Iterator

import pytest

from korak import i18n


@pytest.fixture(autouse=True)
def slovenian_again() -> Iterator[None]:
    yield
    i18n.set_language("sl")


def test_slovenian_and_english_come_first_and_arabic_runs_from_the_right() -> None:
    known = i18n.languages()
    assert [language.code for language in known[:2]] == ["sl", "en"]
    assert [language.code for language in known if language.rtl] == ["ar"]


def test_an_unknown_language_counts_as_slovenian() -> None:
    i18n.set_language("xx")
    assert i18n.language() == "sl"


def test_the_empty_text_is_empty_and_not_the_header_of_a_catalogue() -> None:
    assert i18n.gettext_in("sl", "") == ""
    assert i18n.content("koraki", "", "en") == ""


def test_a_text_nobody_translated_is_told_apart_from_one_that_is_the_same_in_both_languages() -> None:
    assert i18n.content("koraki", "Tega stavka ni v nobenem katalogu.", "en") is None
    assert i18n.content("koraki", "Tega stavka ni v nobenem katalogu.", "sl") is not None
    assert i18n.content_or_source("koraki", "Tega stavka ni v nobenem katalogu.", "en").startswith("Tega")


@pytest.mark.parametrize(
    ("language", "written"),
    [("sl", "5.\u00a03.\u00a02026"), ("uk", "05.03.2026"), ("en", "5/3/2026")],
)
def test_dates_are_written_as_the_reader_writes_them(language: str, written: str) -> None:
    assert i18n.format_date(dt.date(2026, 3, 5), language) == written


def test_numbers_have_a_decimal_comma_a_dot_for_thousands_and_a_real_minus() -> None:
    assert i18n.format_number(-1269.24, 2, "sl") == "−1.269,24"
    assert i18n.format_number(1269.24, 2, "en") == "1,269.24"
