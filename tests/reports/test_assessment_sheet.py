# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's sheet of the assessment is read back out of its PDF and compared with the result object."""

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from tests.assessment.pilot import jesenice, member, sitting
from tests.reports.sheets import TEXTS, needs_pdftotext, page_count, pages_of

from korak import i18n
from korak.assessment.change import Change
from korak.assessment.learner_result import LearnerResult, learner_result
from korak.assessment.sitting import Area, Occasion
from korak.reports.assessment_sheet import AssessmentSheet, assessment_sheet
from korak.reports.assessment_words import CHANGE_SENTENCES, sentence
from korak.reports.bilingual import Bilingual

LABELS = {
    "ar": {"Delo z napravo": "استعمال الجهاز", "Varnost": "الأمان"},
    "uk": {"Delo z napravo": "Робота з пристроєм", "Varnost": "Безпека"},
    "sq": {"Delo z napravo": "Puna me pajisjen", "Varnost": "Siguria"},
    "bs": {"Delo z napravo": "Rad s uređajem", "Varnost": "Sigurnost"},
}


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


@pytest.fixture(autouse=True)
def _translations(monkeypatch: pytest.MonkeyPatch) -> None:
    def content(_pack: str, message: str, language: str | None = None) -> str | None:
        return message if language == "sl" else LABELS.get(language or "", {}).get(message)

    monkeypatch.setattr(i18n, "content", content)


def sheet(result: LearnerResult, **changes: Any) -> bytes:
    fields: dict[str, Any] = {
        "result": result,
        "texts": TEXTS,
        "centre": "Ljudska univerza Jesenice",
        "made_on": date(2026, 6, 20),
    }
    return assessment_sheet(AssessmentSheet(**(fields | changes)))


def sl(message: str, **values: object) -> str:
    return " ".join(i18n.gettext_in("sl", message).format(**values).replace("\xa0", " ").split())


@needs_pdftotext
def test_two_pages_say_what_the_result_says(tmp_path: Path) -> None:
    result = member(5).result
    assert result.before is not None
    assert result.after is not None
    first, second = pages_of(sheet(result, contact="04 000 00 00"), tmp_path)
    for area in Area:
        if area is not Area.V:
            assert TEXTS.area(area).label.split()[0] in first
    assert sl(CHANGE_SENTENCES[Change.CLEAR_UP]) in first
    line = "Words: {before} → {after} of {all}"
    assert sl(line, before=result.before.words_right, after=result.after.words_right, all=16) in first
    assert "4. 3. 2026" in first
    assert "17. 6. 2026" in first
    for task in result.can_do[:3]:
        assert TEXTS.task(task.template).can_do in second
    for task in result.next_tasks:
        assert TEXTS.task(task.template).lesson_title in second
    assert "04 000 00 00" in second


@needs_pdftotext
def test_no_per_cent_no_points_and_no_name_stand_on_it(tmp_path: Path) -> None:
    result = member(5).result
    text = " ".join(pages_of(sheet(result), tmp_path))
    assert "%" not in text
    assert result.latest is not None
    assert result.latest.p is not None
    assert not re.search(rf"\b{result.latest.p:.0f}\b", text.replace("2026", ""))
    assert result.code in text
    assert "Amra" not in text
    assert "Amra Primer" in " ".join(pages_of(sheet(result, name="Amra Primer"), tmp_path))


@needs_pdftotext
@pytest.mark.parametrize("language", sorted(LABELS))
def test_every_language_reads_as_it_was_written(language: str, tmp_path: Path) -> None:
    pdf = sheet(member(5).result, second_language=language)
    text = " ".join(pages_of(pdf, tmp_path))
    for word in " ".join(LABELS[language].values()).split():
        assert word in text
    assert page_count(pdf) == 2


@needs_pdftotext
def test_before_the_course_it_is_my_beginning_and_has_no_word_on_change(tmp_path: Path) -> None:
    first = pages_of(sheet(member(5).result, before_only=True), tmp_path)[0]
    assert sl("My beginning") in first
    assert sl("after the course") not in first
    assert sl(CHANGE_SENTENCES[Change.CLEAR_UP]) not in first


@needs_pdftotext
def test_paper_and_screen_are_not_put_on_one_line(tmp_path: Path) -> None:
    result = jesenice().members[-1].result
    first = pages_of(sheet(result), tmp_path)[0]
    assert sl("One time was on paper. We do not compare the two.") in first
    assert "→" not in first.split("Korak 0")[0].split(sl("form {form}", form=""))[0]


@needs_pdftotext
def test_a_fall_is_told_kindly_and_nobody_without_result_gets_an_empty_page(tmp_path: Path) -> None:
    before = sitting("x", Occasion.PRE, ability=2.5, seed=3)
    after = sitting("x", Occasion.POST, ability=-2.0, seed=4)
    result = learner_result("LUJ-X", [before, after])
    assert result.change is Change.CLEAR_DOWN
    assert sl("Less this time. Talk to your teacher.") in pages_of(sheet(result), tmp_path)[0]
    nobody = pages_of(sheet(learner_result("LUJ-Y", [])), tmp_path)
    assert sl("There is no result yet.") in nobody[0]


def test_every_sentence_for_learners_is_short() -> None:
    words = Bilingual("koraki", None)
    for result in (member(n).result for n in range(8)):
        for part in sentence(result, words).sl.split("."):
            assert len(part.split()) <= 12


def test_a_long_name_and_many_statements_stay_two_pages() -> None:
    long = dataclasses.replace(
        TEXTS,
        statements={
            f"s{n}": "Zelo dolga izjava o vsem, kar zmorem na računalniku. " * 3 for n in range(1, 16)
        },
    )
    name = "Abdulrahman Muhammed Al-Vzorčni-Primer s Podolgovatim Imenom"
    assert page_count(sheet(member(0).result, texts=long, name=name, second_language="ar")) == 2
