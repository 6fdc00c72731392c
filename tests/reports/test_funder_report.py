# SPDX-License-Identifier: GPL-3.0-or-later
"""The report for funders: five pages, the numbers of the result object, and nobody to be recognised."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.assessment.pilot import group, jesenice, member, sitting
from tests.assessment.test_results import centre, pilot_group
from tests.reports.sheets import TEXTS, needs_pdftotext, page_count, pages_of

from korak import i18n, paths
from korak.assessment.centre_result import CentreResult, PersonFacts
from korak.assessment.group_result import GroupResult, Member
from korak.assessment.learner_result import learner_result
from korak.assessment.sitting import Occasion
from korak.assessment.suppression import Hidden
from korak.content.indicators import read_table
from korak.reports.funder_report import FunderReport, funder_report
from korak.reports.result_words import ResultWords


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


def report(result: CentreResult) -> bytes:
    table = read_table((paths.assets() / "indicators.toml").read_bytes())
    return funder_report(FunderReport(result, TEXTS, table))


def plain(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


def large() -> CentreResult:
    facts = {f"person-{n}": PersonFacts("woman" if n % 3 else "man", 1960 + n) for n in range(60)}
    return centre(group(12), pilot_group("JES-2", 30, 14), pilot_group("JES-3", 50, 4), facts=facts)


@needs_pdftotext
def test_the_numbers_are_those_of_the_object(tmp_path: Path) -> None:
    result, words = large(), ResultWords()
    first, second, third, fourth, fifth = pages_of(report(result), tmp_path)
    assert f"{len(result.participants)}" in first
    shift = result.pooled.p.shift
    assert shift is not None
    assert plain(words.interval(shift)) in third
    assert plain(words.interval(result.pooled.v.shift)) in third
    row = result.indicator_row("participants")
    numbers = re.search(r"O\.2\.3 .*?(\d[\d<* ]+)", second)
    assert numbers is not None
    assert numbers[1].split()[0] == str(row["total"])
    for fact in result.indicators:
        if isinstance(fact.count, int) and isinstance(fact.of, int):
            assert plain(words.share(fact.count, fact.of, fact.share)) in second
    for line in result.lines:
        assert (line.code in fourth) is (line.group is not None)
    assert plain(words.p_value(result.pooled.p.p_exact)) in fifth
    assert plain(words.number(result.pooled.p.effects.g_av, 2)) in fifth


@needs_pdftotext
def test_nobody_s_code_initials_or_line_leaves_the_centre(tmp_path: Path) -> None:
    result = large()
    text = " ".join(pages_of(report(result), tmp_path))
    for group_ in result.groups:
        for one in group_.members:
            assert one.result.code not in text
            assert one.initials not in text
    low = result.pooled.p.pre.low
    assert low is not None
    assert f"[{ResultWords().number(low)}" not in text


@needs_pdftotext
def test_two_people_without_an_exit_assessment_cannot_be_computed(tmp_path: Path) -> None:
    gone = [
        Member(f"gone-{n}", learner_result(f"G-{n}", [sitting(f"gone-{n}", Occasion.PRE, seed=n)]))
        for n in range(2)
    ]
    result = centre(GroupResult("JES-1", "Jesenice 1", (*group(21).members, *gone)))
    assert result.pairs is Hidden.COMPLEMENT
    text = " ".join(pages_of(report(result), tmp_path))
    assert "23" in text
    pairs = ResultWords().ngettext("{n} pair", "{n} pairs", 21)
    assert plain(pairs) not in text
    assert not re.search(r"\b21 (od|of)\b", text)
    assert plain(ResultWords().pairs(result)) in text


@needs_pdftotext
def test_below_ten_pairs_five_pages_without_a_figure(tmp_path: Path) -> None:
    for result in (centre(), centre(group(1)), centre(jesenice())):
        pdf = report(result)
        assert page_count(pdf) == 5
        text = " ".join(pages_of(pdf, tmp_path))
        assert "Hodges" not in text.split("Walsh")[0]
        assert "nan" not in text.lower().split()


@needs_pdftotext
def test_unchecked_codes_say_so_and_no_sentence_speaks_of_an_effect(tmp_path: Path) -> None:
    text = " ".join(pages_of(report(large()), tmp_path))
    note = i18n.gettext_in(
        "sl", "The codes and age brackets have not been checked against {source} yet. Check them first."
    )
    assert plain(note.partition("{")[0]) in text
    assert not re.search(r"učin[ek]", text.lower())
    assert member(0).result.code not in text
