# SPDX-License-Identifier: GPL-3.0-or-later
"""The booklets of the real bank, as PDF: what a learner gets into the hands, and what the teacher gets."""

import io
import re
from collections.abc import Iterator
from functools import lru_cache

import pytest
from pypdf import PageObject, PdfReader
from PySide6.QtGui import QColor, QGuiApplication

from korak import paths
from korak.content.assessment import Assessment
from korak.practice.booklet import booklet
from korak.reports.paper import in_grey
from korak.reports.paper_booklet import paper_booklet
from korak.reports.paper_key import teacher_sheets
from korak.reports.paper_marks import screen_of
from korak.reports.paper_pages import BOTTOM, TOP, PaperAssessment, Told, set_tasks, task_pages
from korak.reports.paper_pages import Pages as BookletPages
from korak.reports.result_words import ResultWords
from korak.services.packs import load_bank

FOOT = 60.0  # in points from the lower edge: the line for the teacher
FORMS = ("A", "B")


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


@lru_cache(maxsize=2)
def printed(form: str) -> PaperAssessment:
    pack = load_bank(paths.assets() / "packs" / "koraki")
    bank = pack.assessment
    assert isinstance(bank, Assessment)
    found = booklet(pack, bank, "A" if form == "A" else "B")
    assert found is not None
    told = tuple("Погляньте на малюнок." for _part in found.paper.parts)
    return PaperAssessment(found, bank, "Ljudska univerza Vaja", (Told("uk", "Українська", told, True),))


def pages(data: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(data), strict=True)
    return [" ".join(page.extract_text().replace("\u2011", "-").split()) for page in reader.pages]


def sizes(page: PageObject) -> list[tuple[float, str]]:
    """Every piece of text above the foot with its size in points, as it is printed."""
    found: list[tuple[float, str]] = []

    def seen(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip() and tm[5] * cm[3] + cm[5] > FOOT:
            found.append((round(abs(size * cm[3] * tm[3]), 1), text))

    page.extract_text(visitor_text=seen)
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_booklet_has_eight_to_ten_pages_and_no_name_on_its_cover(form: str) -> None:
    there = pages(paper_booklet(printed(form)))
    assert 8 <= len(there) <= 10
    assert "Kaj že znam" in there[0]
    assert "Koda (brez imena)" in there[0]
    assert "Ime in priimek" not in there[0]
    assert all(f"zvezek {form}" in one for one in there)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_a_learner_reads_is_smaller_than_fourteen_points(form: str) -> None:
    reader = PdfReader(io.BytesIO(paper_booklet(printed(form))))
    read = [one for page in reader.pages for one in sizes(page)]
    assert len(read) > 300
    assert [one for one in read if one[0] < 14.0] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_task_question_statement_and_word_stands_in_the_booklet(form: str) -> None:
    of = printed(form)
    there = pages(paper_booklet(of))
    text = " ".join(there)
    for task in of.booklet.tasks:
        assert all(" ".join(ask.split()) in text for ask in task.asks)
        assert all(" ".join(one.ask.split()) in text for one in task.screens)
    for message in of.booklet.messages:
        assert message.sender in text
        assert " ".join(message.text.split("\n\n")[0].split()) in text
    assert all(item.ask in text for item in of.form.recognition)
    assert all(item.says in text for item in of.form.statements)
    assert all(word in text for item in of.form.words for word in (item.right, *item.wrong))
    judged = next(one for one in there if "Pravo ali lažno?" in one)
    assert judged.count("lažno") == len(of.booklet.messages) + 2  # and in the title and the sentence below it
    assert text.count("Ne vem") == len(of.form.recognition) + len(of.form.words) + 1


@pytest.mark.parametrize("form", FORMS)
def test_three_or_four_places_are_ringed_a_task_and_each_stands_on_the_printed_screen(form: str) -> None:
    of = printed(form)
    leaf = BookletPages(of, "").leaf
    sheets = [sheet for there in task_pages(of) for sheet in set_tasks(leaf, there, BOTTOM - TOP)]
    leaf.paper.finish()
    for sheet, task in zip(sheets, of.booklet.tasks, strict=True):
        assert 3 <= len(task.screens) <= 4
        for part in sheet.parts:
            right = part.screen.screen.right
            assert right is not None
            shown = [one.mark for row in part.screen.rows for one in row]
            assert right in shown
            assert len(shown) > 1  # something else could be ringed as well


def test_what_is_to_be_ringed_is_named_in_the_words_of_the_screen() -> None:
    of = printed("A")
    first, second = of.booklet.tasks[:2]
    answers = [screen_of(ResultWords(), one.world, one.at, one.text).answer for one in first.screens]
    assert answers == ["Prenosi", "racun47.pdf", "Ime", "Shrani kot"]
    assert re.fullmatch(
        r"\d+\.\d\d–\d+\.\d\d",
        screen_of(
            ResultWords(), second.screens[2].world, second.screens[2].at, second.screens[2].text
        ).answer,
    )


@pytest.mark.parametrize("form", FORMS)
def test_the_teacher_gets_the_script_the_card_and_the_key_with_the_grid(form: str) -> None:
    of = printed(form)
    there = pages(teacher_sheets(of))
    text = " ".join(there)
    assert all(line in text for line in (*of.booklet.paper.before, *of.booklet.paper.marking))
    heard = [item.right for item in of.form.words if item.way == "sound"]
    assert all(word in there[0] for word in heard)
    assert "Українська" in there[1]
    assert there[1].count("Погляньте на малюнок.") == len(of.booklet.paper.parts)
    assert text.count("0 1 2 3 4") == len(of.booklet.tasks) + 1  # the messages are a task as well
    assert all(task.task.title in text for task in of.booklet.tasks)


def test_a_picture_in_grey_has_no_colour_left_and_the_same_shapes() -> None:
    file = paths.assets() / "pictograms" / "file-folder.svg"
    before = file.read_text(encoding="utf-8")
    after = in_grey(before)
    colours = [QColor(one) for one in re.findall(r'fill="(#[0-9a-f]+)"', after)]
    assert colours
    assert all(one.red() == one.green() == one.blue() for one in colours)
    assert re.findall(r' d="[^"]+"', after) == re.findall(r' d="[^"]+"', before)
