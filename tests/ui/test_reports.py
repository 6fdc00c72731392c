# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of reports on the real window."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from tests.reports.sheets import needs_pdftotext, pages_of
from tests.ui.screen import Screen

from korak.centre.attendance import Presence
from korak.centre.people import Role
from korak.services.demo import DEMO_PASSPHRASE
from korak.ui.forms.certificates_dialog import CertificatesDialog
from korak.ui.forms.details_dialog import DetailsDialog
from korak.ui.forms.funder_dialog import FunderDialog
from korak.ui.pages.reports import ATTENDANCE, FUNDER, PROGRESS, YEAR, ReportsPage
from korak.ui.pages.trainer_door import TrainerDoorPage
from korak.ui.widgets.fields import Choice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _page(screen: Screen, part: str = PROGRESS) -> ReportsPage:
    screen.sign_in_trainer()
    screen.journey.desk("reports")
    page = screen.page(ReportsPage)
    page.go_to(part)
    screen.wait(lambda: part != PROGRESS or page.progress.view.isVisible())
    return page


def _choose(page: ReportsPage, name: str, text: str) -> None:
    box = page.filters.boxes[name]
    box.setCurrentIndex(box.findText(text))


def test_a_groups_progress_is_shown_and_a_row_opens_the_learner_by_keyboard(screen: Screen) -> None:
    page = _page(screen)
    view = page.progress.view
    names = [row[0] for row in view.cells()]
    assert "Arben" in names
    view.table.setFocus()
    view.table.selectRow(names.index("Arben"))
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    screen.wait(lambda: view.title.text().endswith("Arben"))
    assert page.filters.boxes["person"].currentText() == "Arben"
    screen.press("Back to all groups")
    screen.wait(lambda: not view.title.text().endswith("Arben"))
    assert "Arben" in [row[0] for row in view.cells()]


def test_the_choices_stay_from_part_to_part_and_when_one_comes_back(screen: Screen) -> None:
    page = _page(screen)
    _choose(page, "group", screen.journey.house.people.groups(page.session)[0].name)
    page.filters.boxes["period"].setCurrentIndex(page.filters.boxes["period"].findData("month"))
    asked = page.filters.filters
    for part in (ATTENDANCE, FUNDER, YEAR, PROGRESS):
        page.go_to(part)
        assert page.filters.filters == asked
    screen.journey.desk("people")
    screen.settle()
    screen.journey.desk("reports")
    again = screen.page(ReportsPage)
    assert again.filters.filters == asked
    assert again.progress.isVisible()


def test_a_time_in_which_nobody_was_there_is_told_in_words(screen: Screen) -> None:
    page = _page(screen)
    page.filters.boxes["period"].setCurrentIndex(page.filters.boxes["period"].findData("last_year"))
    screen.wait(page.progress.view.empty.isVisible)
    assert screen.sees("Nobody was in the group in this time.")
    assert not page.progress.view.table.isVisible()


def test_the_spreadsheet_holds_what_is_on_the_screen(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(screen)
    target = tmp_path / "napredek.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    QTest.mouseClick(page.progress.view.book, Qt.MouseButton.LeftButton)
    sheet = openpyxl.load_workbook(target)["Napredek"]
    found = {str(row[0]) for row in sheet.iter_rows(values_only=True)}
    assert {row[0] for row in page.progress.view.cells()} <= found
    assert page._status.text()


def test_the_whole_centre_can_be_stopped(screen: Screen) -> None:
    page = _page(screen)
    working = page.progress.working
    _choose(page, "group", page.filters.boxes["group"].itemText(0))
    working.stop.click()
    screen.wait(lambda: not screen.journey.frame.background.busy())
    screen.settle()
    assert screen.sees("Stopped. Choose again to begin anew.")


def test_the_public_numbers_are_counted_for_the_time_that_was_chosen(screen: Screen) -> None:
    page = _page(screen, YEAR)
    screen.wait(page.year.view.isVisible)
    numbers = {row[0]: row[1] for row in page.year.view.cells()}
    house = screen.journey.house
    groups = house.people.groups(page.session)
    held = [house.attendance.of_group(page.session, group.id) for group in groups]
    assert next(iter(numbers.values())) == str(sum(bool(one.meetings) for one in held))
    assert list(numbers.values())[2] == str(len(house.people.learners(page.session, groups[0].id)))


def test_missing_details_are_listed_and_put_right_by_keyboard(screen: Screen) -> None:
    screen.sign_in_trainer()
    house, session = screen.journey.house, screen.journey.session
    assert session is not None
    (group, *_others) = house.people.groups(session)
    meeting = house.classroom.begin_unplanned(session, group.id)
    arben = next(one for one in house.people.learners(session, group.id) if one.name == "Arben")
    house.attendance.note(session, meeting.id, arben.id, Presence.PRESENT)
    screen.clock.forward(3600)
    house.classroom.end(session, meeting.id, "", ())
    screen.journey.desk("reports")
    page = screen.page(ReportsPage)
    page.go_to(FUNDER)
    screen.wait(page.funder.missing.isVisible)
    assert page.funder.missing.cells()[0][0] == "Arben"
    assert "leto rojstva" in page.funder.missing.cells()[0][1]
    page.funder.missing.selectRow(0)
    page.funder.missing.setFocus()
    QTest.keyClick(page.funder.missing, Qt.Key.Key_Return)
    dialog = page.findChild(DetailsDialog)
    assert dialog is not None
    dialog._year_edit.setText("1984")
    QTest.keyClick(dialog._year_edit, Qt.Key.Key_Return)
    screen.wait(lambda: "leto rojstva" not in page.funder.missing.cells()[0][1])
    assert house.rosters.details(session, arben.id).birth_year == 1984


def test_a_faulty_table_of_indicators_is_told_in_one_sentence(screen: Screen) -> None:
    (screen.folder / "indicators.toml").write_text('[[indicator]]\ncode = "A"\nlabel = 3\n', "utf-8")
    page = _page(screen, FUNDER)
    screen.wait(page._status.isVisible)
    assert "indicators.toml" in page._status.text()
    assert "3" in page._status.text()


def _held(screen: Screen) -> str:
    """Hold a meeting of the group, without Blerta; return the group's name."""
    house = screen.journey.house
    trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
    (group, *_others) = house.people.groups(trainer)
    meeting = house.classroom.begin_unplanned(trainer, group.id)
    blerta = next(one for one in house.people.learners(trainer, group.id) if one.name == "Blerta")
    house.attendance.note(trainer, meeting.id, blerta.id, Presence.ABSENT)
    house.attendance.note_all(trainer, meeting.id)
    screen.clock.forward(3600)
    house.classroom.end(trainer, meeting.id, "", ())
    return group.name


def _peter_comes(screen: Screen) -> None:
    """Let Peter of the staff in at the door, as he would come in himself."""
    screen.press("For the team")
    (who,) = screen.visible(Choice, screen.page(TrainerDoorPage))
    peter = next(place for place in range(who.count()) if who.itemText(place).startswith("Peter"))
    who.setCurrentIndex(peter)
    who.activated.emit(peter)
    screen.write(DEMO_PASSPHRASE)
    screen.key(Qt.Key.Key_Return)
    screen.wait(lambda: screen.journey.session is not None)
    screen.settle()


@needs_pdftotext
def test_staff_make_certificates_of_a_group_and_a_draft_for_the_funder(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = _held(screen)
    house = screen.journey.house
    _peter_comes(screen)
    page = screen.page(ReportsPage)  # what staff see first
    assert page.session.role is Role.STAFF
    screen.press("Report and certificates")
    card = page.outside.card
    page.filters.boxes["group"].setCurrentIndex(0)
    assert not card.certificates.isEnabled()  # of which group?
    _choose(page, "group", group)
    screen.press("Certificates", card)
    (asked,) = [one for one in page.findChildren(CertificatesDialog) if one.isVisible()]
    assert not asked._tick.isVisible()  # only the learner and the trainer say that
    earning = [one.person.name for one in asked._candidates if one.earns]
    assert "Arben" in earning
    assert "Blerta" not in earning
    folder = tmp_path / "potrdila"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(folder)))
    screen.press("Make the certificates", asked)
    screen.wait(lambda: not card.making.busy)
    made = [" ".join(pages_of(file.read_bytes(), tmp_path)) for file in sorted(folder.iterdir())]
    assert len(made) == len(earning)
    for name in earning:
        assert sum(name in text for text in made) == 1, name
    assert str(len(made)) in card.status.text()
    assert not card.stop.isVisible()
    file = tmp_path / "osnutek.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(file), "")))
    screen.press("Funder's report", card)
    (report,) = [one for one in page.findChildren(FunderDialog) if one.isVisible()]
    screen.press("Draft", report)
    screen.wait(lambda: not card.making.busy)
    told = " ".join(" ".join(pages_of(file.read_bytes(), tmp_path)).split())
    assert "OSNUTEK" in told.upper()
    assert house.results.centre_name() in told
    assert not any(name in told for name in earning)
    assert house.results.frozen(page.session) == ()
