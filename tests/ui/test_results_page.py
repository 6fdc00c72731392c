# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's page of results over a real centre: the same numbers as the object, by mouse and keyboard."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.services.jesenice import on_paper
from tests.services.making import PASSPHRASE, Place
from tests.ui.screen import Screen

from korak.assessment.sitting import Mode, Occasion
from korak.reports.result_words import ResultWords
from korak.storage import hashing
from korak.ui.pages.results import ResultsPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    monkeypatch.setattr(hashing, "PASSPHRASE_ROUNDS", 1)
    monkeypatch.setattr(hashing, "PASSPHRASE_MEMORY", 16384)
    place = Place(tmp_path / "data")
    house, _code = place.create()
    trainer = house.sign_in.trainer(PASSPHRASE)
    (group,) = house.people.groups(trainer)
    for occasion in (Occasion.PRE, Occasion.POST):
        for person in house.people.learners(trainer, group.id):
            place.clock.forward(3600)
            on_paper(house, trainer, house.sittings.plan(trainer, person.id, occasion, Mode.PAPER))
    place.close()
    shown = Screen(tmp_path / "data", clock=place.clock)
    yield shown
    shown.close()


def opened(screen: Screen) -> ResultsPage:
    journey = screen.journey
    house = journey._known_vault().unlock(PASSPHRASE)
    journey._enter(house)
    journey.signed_in(house.sign_in.trainer(PASSPHRASE))
    journey.desk("results")
    screen.settle()
    page = screen.stage.page
    assert isinstance(page, ResultsPage)
    return page


def test_the_page_says_what_the_object_says_and_every_part_answers(screen: Screen, tmp_path: Path) -> None:
    page = opened(screen)
    trainer = page.session
    (group,) = page.house.people.groups(trainer)
    result = page.house.results.group(trainer, group.id)
    words = ResultWords()
    shown = screen.texts()
    assert result.n_paired == 3
    for sentence in words.overview(result):
        assert sentence in shown
    assert [row[0] for row in page.cells()] == [
        page.house.people.person(trainer, one.person).shown_name for one in result.heat_map
    ]
    # The keyboard walks from line to line, and the row goes along.
    page._slopes.setFocus()
    QTest.keyClick(page._slopes, Qt.Key.Key_Up)
    chosen = page._slopes.chosen
    assert chosen is not None
    assert page._heat.chosen == chosen.name
    assert page._person.text() == chosen.told
    assert chosen.told == page._slopes.accessibleDescription()
    # A sorted column stands in order.
    page._heat.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    names = [row[0] for row in page.cells()]
    assert names == sorted(names, key=str.casefold)
    # The spreadsheet holds the same group.
    page.save_spreadsheet(str(tmp_path / "izvoz.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "izvoz.xlsx")
    assert book["Osebe"].max_row == 1 + 6
    page.save_spreadsheet(str(tmp_path / "nowhere" / "izvoz.xlsx"))
    assert page._status.isVisible()
    assert page._status.text()
    # All sheets of the group, one after the other, and stopped half way.
    folder = tmp_path / "vsi"
    page.make_all(folder)
    screen.wait(lambda: page._making is None)
    assert len(list(folder.glob("*.pdf"))) == 4
    page.make_all(tmp_path / "nekaj")
    page._all.click()
    screen.settle()
    assert page._making is None
    assert len(list((tmp_path / "nekaj").glob("*.pdf"))) < 4
