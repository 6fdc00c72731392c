# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts in the reader's language."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from korak import i18n, paths
from korak.reports.bilingual import Bilingual


@pytest.fixture(autouse=True)
def slovenian_again() -> Iterator[None]:
    yield
    i18n.set_language("sl")


def test_slovenian_and_english_come_first_and_arabic_runs_from_the_right() -> None:
    known = i18n.languages()
    assert [language.code for language in known[:2]] == ["sl", "en"]
    assert {language.code for language in known if language.rtl} <= {"ar", "fa"}


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


@pytest.fixture
def partly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program that knows one word of Albanian, and the whole of Slovenian and English."""
    shutil.copytree(paths.locales(), tmp_path, dirs_exist_ok=True)
    folder = tmp_path / "sq" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = Catalog(locale="sq")
    catalogue.add("Words", "Fjalë", flags=["draft"])
    with (folder / "korak.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(paths, "locales", lambda: tmp_path)
    for known in (i18n.languages, i18n.drafts, i18n._catalogue, i18n._content_catalogue):
        known.cache_clear()
    yield
    monkeypatch.undo()
    for known in (i18n.languages, i18n.drafts, i18n._catalogue, i18n._content_catalogue):
        known.cache_clear()


@pytest.mark.usefixtures("partly")
def test_what_a_partly_translated_language_lacks_is_said_in_slovenian_and_not_in_english() -> None:
    i18n.set_language("sq")

    assert i18n.language() == "sq"
    assert i18n._("Words") == "Fjalë"
    assert i18n._("Skip") == i18n.gettext_in("sl", "Skip") != "Skip"
    assert i18n.ngettext("{n} word", "{n} words", 2).format(n=2) == "2\u00a0besedi"
    assert i18n.gettext_in("en", "Skip") == "Skip"


@pytest.mark.usefixtures("partly")
def test_beside_slovenian_nothing_is_shown_twice_where_the_other_language_lacks_it() -> None:
    both = Bilingual("koraki", "sq")

    assert both.say("Words").other == "Fjalë"
    assert both.say("Skip").other is None
