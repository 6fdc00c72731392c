# SPDX-License-Identifier: GPL-3.0-or-later
"""The group sheet: its numbers are read back out of the PDF and compared with the result object."""

import itertools
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.assessment.pilot import group, jesenice, member
from tests.reports.sheets import TEXTS, needs_pdftotext, page_count, pages_of

from korak import i18n
from korak.assessment.change import Change
from korak.assessment.group_result import GroupResult
from korak.reports.group_heat_map import PER_PAGE
from korak.reports.group_sheet import GroupSheet, group_sheet
from korak.reports.group_slopes import spread
from korak.reports.result_words import CHANGES, ResultWords


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


def sheet(result: GroupResult) -> bytes:
    return group_sheet(GroupSheet(result, TEXTS, "Ljudska univerza Jesenice", date(2026, 6, 20)))


def plain(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


@needs_pdftotext
def test_the_first_page_says_the_counts_the_change_and_what_to_know(tmp_path: Path) -> None:
    result, words = jesenice(), ResultWords()
    first = pages_of(sheet(result), tmp_path)[0]
    for sentence in words.overview(result):
        assert plain(sentence) in first
    for caution in result.cautions:
        assert plain(words.caution(caution, result)) in first
    shift = result.p.shift
    assert shift is not None
    assert plain(words.interval(shift)) in first
    assert "12 12 10 9" in first
    for kind in (Change.CLEAR_UP, Change.LIKELY_UP, Change.SAME):
        said = i18n.gettext_in("sl", CHANGES[kind])
        assert plain(f"{result.changes[kind]} · {said}") in first


@needs_pdftotext
def test_every_learner_stands_in_the_heat_map_with_hours_and_every_pair_on_a_line(tmp_path: Path) -> None:
    result = jesenice()
    _first, second, third, _fourth = pages_of(sheet(result), tmp_path)
    for one in result.heat_map:
        assert one.result.code in second
        assert one.attendance is not None
    for one in result.paired:
        change = ResultWords().signed(one.result.difference, 0)
        assert f"{one.result.code} {one.initials} {change}" in third


@needs_pdftotext
def test_every_task_stands_with_its_counts_and_whoever_needs_help_with_a_lesson(tmp_path: Path) -> None:
    result = jesenice()
    last = pages_of(sheet(result), tmp_path)[3]
    for facts in result.tasks:
        assert TEXTS.task(facts.template).title.split()[0] in last
        for counts in (facts.before, facts.after):
            shown = [counts.alone, counts.hint, counts.shown, counts.not_done]
            assert " ".join(str(count) for count in shown if count) in last
    for need in result.in_need:
        assert need.member.result.code in last
        assert need.task is not None
        assert TEXTS.task(need.task.template).lesson_title in last


@needs_pdftotext
@pytest.mark.parametrize("size", [0, 1, 2, 4])
def test_a_small_group_gets_a_sheet_that_says_so_and_no_interval(size: int, tmp_path: Path) -> None:
    result = group(size)
    text = " ".join(pages_of(sheet(result), tmp_path))
    assert plain(ResultWords().overview(result)[0]) in text
    assert "Hodges" not in text
    assert "nan" not in text.lower().split()
    assert "inf" not in text.lower().split()


@needs_pdftotext
def test_five_people_who_all_gained_get_the_model_sentence_with_their_range(tmp_path: Path) -> None:
    result = group(5, members=tuple(member(number, gain=2.0) for number in (1, 2, 3, 4, 5)))
    assert result.p.improved == 5
    assert result.p.shift is not None
    words = ResultWords()
    first = pages_of(sheet(result), tmp_path)[0]
    assert plain(" ".join(words.five(result))) in first
    assert words.signed(result.p.shift.low) in first


def test_a_sheet_has_four_pages_and_more_only_beyond_one_heat_map() -> None:
    assert page_count(sheet(group(20))) == 4
    assert page_count(sheet(group(PER_PAGE + 1))) == 5


def test_a_group_of_twenty_is_printed_in_two_seconds() -> None:
    result = group(20)
    started = time.perf_counter()
    sheet(result)
    assert time.perf_counter() - started < 2.0


def test_labels_never_cover_each_other_and_stay_inside() -> None:
    places = spread([50.0] * 12, 3.4, 0.0, 100.0)
    assert all(b - a >= 3.3999 for a, b in itertools.pairwise(places))
    assert places[0] >= 0
    assert places[-1] <= 100
    many = spread([10.0] * 60, 3.4, 0.0, 100.0)
    assert many[-1] <= 100.0001
    assert many == sorted(many)
