# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's page of results over a real centre: the same numbers as the object, by mouse and keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.services.jesenice import on_paper
from tests.services.making import PASSPHRASE, Place
from tests.ui.screen import Screen

from korak.assessment.centre_result import Period
from korak.assessment.sitting import Mode, Occasion
from korak.centre.attendance import Presence
from korak.centre.people import NewLearner
from korak.i18n import _
from korak.reports.result_words import ResultWords
from korak.services.result_sheets import Report
from korak.storage import hashing
from korak.ui.forms.ask import Ask
from korak.ui.forms.certificates_dialog import CertificatesDialog
from korak.ui.forms.funder_dialog import FunderDialog
from korak.ui.pages.record import RecordPage
from korak.ui.pages.results import ResultsPage
from korak.ui.widgets.buttons import Button

D = TypeVar("D", bound=QDialog)
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
    # The keyboard walks from line to line, and everything else goes along.
    page._slopes.setFocus()
    QTest.keyClick(page._slopes, Qt.Key.Key_Up)
    chosen = page._slopes.chosen
    assert chosen is not None
    assert page._heat.chosen == chosen.name
    assert page._person.person == chosen.name
    assert page._person.told.text() == chosen.told
    assert chosen.told == page._slopes.accessibleDescription()
    point = page._quadrant.chosen
    assert point is not None
    assert point.name == chosen.name
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


def test_a_point_stands_where_the_object_says_and_is_told_in_words(screen: Screen) -> None:
    page = opened(screen)
    (group,) = page.house.people.groups(page.session)
    result = page.house.results.group(page.session, group.id)
    quadrant = page._quadrant
    assert len(result.quadrant) == 3
    stand = result.quadrant[0]
    area = quadrant.area()
    at = QPoint(
        round(area.left() + area.width() * stand.performance / 100),
        round(area.bottom() - area.height() * stand.self_report / 100),
    )
    QTest.mouseClick(quadrant, Qt.MouseButton.LeftButton, pos=at)
    screen.settle()
    chosen = quadrant.chosen
    assert chosen is not None
    same_place = {
        one.member.person
        for one in result.quadrant
        if (one.performance, one.self_report) == (stand.performance, stand.self_report)
    }
    assert chosen.name in same_place
    assert page._heat.chosen == chosen.name
    name = page.house.people.person(page.session, chosen.name).shown_name
    told = quadrant.accessibleDescription()
    assert told.startswith(f"{name}:")
    assert f"{stand.performance:.0f}" in told
    assert told == page._person.stands.text()
    # Far apart is what the object calls apart, and nothing else.
    for one in result.quadrant:
        assert one.apart == (abs(one.self_report - one.performance) >= 20)


def test_the_suggested_lesson_is_given_with_one_press_and_taken_back_with_another(screen: Screen) -> None:
    page = opened(screen)
    (group,) = page.house.people.groups(page.session)
    needs = page.house.results.group(page.session, group.id).in_need
    assert 1 <= len(needs) <= 5
    need = next(
        one for one in needs if one.task is not None and page._told.texts.task(one.task.template).lesson
    )
    assert need.task is not None
    lesson = page._told.texts.task(need.task.template).lesson
    name = page.house.people.person(page.session, need.member.person).shown_name
    assert page._told.reasons(need) in screen.texts()

    def given() -> list[tuple[str | None, str]]:
        return [(one.person, one.name) for one in page.house.classroom.given(page.session, group.id)]

    def button(text: str) -> Button:
        return next(one for one in page._needs.buttons() if one.accessibleName() == f"{_(text)}: {name}")

    button("Give this lesson").click()
    screen.settle()
    assert given() == [(need.member.person, lesson)]
    button("Given. Take it back").click()
    screen.settle()
    assert given() == []
    screen.press(f"{_('Open the learner')}: {name}")
    assert isinstance(screen.stage.page, RecordPage)


def test_all_sheets_are_made_by_the_worker_while_the_page_stays_free(screen: Screen, tmp_path: Path) -> None:
    page = opened(screen)
    folder = tmp_path / "vsi"
    page.make_all(folder)
    assert page._sheets.making.busy  # begun, and the page has its hands free at once
    assert page._sheets.stop.isVisible()
    assert not page._sheets.all.isEnabled()
    screen.wait(lambda: not page._sheets.making.busy)
    assert len(list(folder.iterdir())) == 4
    assert all(path.read_bytes().endswith(b"%%EOF\n") for path in folder.iterdir())
    assert page._sheets.all.isEnabled()
    assert not page._sheets.stop.isVisible()
    # Stopped: what is being made is finished, nothing more is begun, nothing half-written stays.
    some = tmp_path / "nekaj"
    page.make_all(some)
    screen.wait(some.exists)
    page._sheets.stop.click()
    screen.wait(lambda: not page._sheets.making.busy)
    left = list(some.iterdir())
    assert len(left) < 4
    assert all(path.suffix == ".pdf" and path.read_bytes().endswith(b"%%EOF\n") for path in left)
    assert str(len(left)) in page._sheets.status.text()
    # A folder that cannot be written into is told in words.
    blocked = tmp_path / "datoteka"
    blocked.write_text("to ni mapa", "utf-8")
    page.make_all(blocked)
    screen.wait(lambda: not page._sheets.making.busy)
    assert page._sheets.status.text()
    assert not page._sheets.status.text().startswith("0")


def test_a_group_nobody_was_assessed_in_says_so_and_shows_nothing_empty(screen: Screen) -> None:
    page = opened(screen)
    empty = page.house.people.add_group(page.session, "N0", "Nobena")
    page.shown()
    page._choose_group(empty.id)
    screen.settle()
    assert screen.sees("There is nobody in this group yet.")
    assert not page._heat.isVisible()
    assert not page._quadrant.isVisible()
    assert page._print.isEnabled()


def test_one_person_has_a_point_and_a_line_and_no_sentence_about_a_group(screen: Screen) -> None:
    page = opened(screen)
    house, trainer = page.house, page.session
    lone = house.people.add_group(trainer, "N1", "Ena")
    person = house.people.add_learner(trainer, lone.id, NewLearner("Sama", picture="cat"))
    on_paper(house, trainer, house.sittings.plan(trainer, person.id, Occasion.PRE, Mode.PAPER))
    page.shown()
    page._choose_group(lone.id)
    screen.settle()
    assert len(page.cells()) == 1
    assert page._quadrant.isVisible() == bool(house.results.group(trainer, lone.id).quadrant)
    assert not page._slopes.isVisible()
    assert screen.sees("Nobody has both assessments yet, so nothing can be said about change.")


def dialog(page: ResultsPage, kind: type[D]) -> D:
    return next(one for one in page.findChildren(kind) if one.isVisible())


def held(screen: Screen, page: ResultsPage) -> None:
    """One meeting; Arben is not there."""
    house, trainer = page.house, page.session
    (group,) = house.people.groups(trainer)
    meeting = house.classroom.begin_unplanned(trainer, group.id)
    people = house.people.learners(trainer, group.id)
    house.attendance.note(trainer, meeting.id, people[1].id, Presence.ABSENT)
    house.attendance.note_all(trainer, meeting.id)
    house.classroom.end(trainer, meeting.id, "", ())
    screen.settle()


def test_certificates_are_seen_first_and_then_made_at_once(screen: Screen, tmp_path: Path) -> None:
    page = opened(screen)
    held(screen, page)
    screen.press("Certificates")
    asked = dialog(page, CertificatesDialog)
    shown = {row[0]: row for row in asked.cells()}
    assert {name: row[3] for name, row in shown.items()} == {
        "Amra": _("yes"),
        "Beni": shown["Beni"][3],
        "Blerta": _("yes"),
    }
    assert shown["Beni"][3] != _("yes")
    assert any(sign.isdigit() for sign in shown["Beni"][3])  # how many hours are missing
    people = {one.person.name: one.person.id for one in asked._candidates}
    asked.choose(people["Amra"])
    asked._tick.click()
    assert page.house.certificates.wants_can_do(page.session, people["Amra"])
    asked.choose(people["Arben"])
    assert not asked._tick.isEnabled()
    asked.reject()
    page._sheets.make_certificates(tmp_path)
    screen.wait(lambda: not page._sheets.making.busy)
    made = sorted(tmp_path.glob("potrdilo-*.pdf"))
    assert len(made) == 2
    (group,) = page.house.people.groups(page.session)
    numbers = [one.number for one in page.house.certificates.candidates(page.session, group.id)]
    assert sum(bool(number) for number in numbers) == 2


def test_a_funders_report_is_a_draft_until_a_version_is_asked_for_and_confirmed(
    screen: Screen, tmp_path: Path
) -> None:
    page = opened(screen)
    reports: list[Report] = []
    screen.press("Funder's report")
    asked = dialog(page, FunderDialog)
    asked.wanted.connect(reports.append)
    tick = next(iter(asked._groups.values()))
    tick.click()
    assert not asked._draft.isEnabled()  # of no group there is no report
    assert not asked._freeze.isEnabled()
    tick.click()
    asked._freeze.click()
    assert reports == []  # it is asked about first
    question = next(one for one in asked.findChildren(Ask) if one.isVisible())
    question.reject()
    assert reports == []
    assert asked.isVisible()
    chosen = asked.report(freeze=True)
    asked.reject()
    file = tmp_path / "porocilo.pdf"
    page._sheets.make_report(replace(chosen, freeze=False), file)
    screen.wait(lambda: not page._sheets.making.busy)
    assert file.read_bytes().endswith(b"%%EOF\n")
    assert page.house.results.frozen(page.session) == ()
    page._sheets.make_report(chosen, file)
    screen.wait(lambda: not page._sheets.making.busy)
    assert [one.version for one in page.house.results.frozen(page.session)] == [1]
    # A period that overlaps a version is refused in words.
    later = Period(chosen.period.first, chosen.period.last + timedelta(days=3))
    page._sheets.make_report(replace(chosen, period=later), file)
    screen.wait(lambda: not page._sheets.making.busy)
    assert [one.version for one in page.house.results.frozen(page.session)] == [1]
    assert page._sheets.status.text()
    screen.press("Funder's report")
    assert "1" in dialog(page, FunderDialog)._known.text()


def test_leaving_the_page_while_sheets_are_made_harms_nothing(screen: Screen, tmp_path: Path) -> None:
    page = opened(screen)
    page.make_all(tmp_path / "vsi")
    screen.journey.desk("people")
    screen.wait(lambda: not screen.journey.frame.background.busy())
    screen.settle()
    assert len(list((tmp_path / "vsi").glob("*.new"))) == 0
