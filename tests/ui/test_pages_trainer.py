# SPDX-License-Identifier: GPL-3.0-or-later
"""What the trainer does: people, settings, passphrase, backups, the sheet; and trouble told in words."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from tests.ui.screen import Screen, copy_of
from tests.ui.walk import make_locked

from korak.clock import FixedClock
from korak.services.faults import FaultKind, ServiceFault
from korak.services.vault import Vault
from korak.ui import printing
from korak.ui.crash import dialog_for
from korak.ui.pages.centre import CentrePage
from korak.ui.pages.home import HomePage
from korak.ui.pages.people import PeoplePage
from korak.ui.pages.pin import PinPage
from korak.ui.pages.record import RecordPage
from korak.ui.pages.today import TodayPage
from korak.ui.pages.trouble import TroublePage
from korak.ui.pages.unlock import UnlockPage
from korak.ui.pages.wall import WallPage
from korak.ui.words_for_faults import waiting_time, words_for, words_for_any

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Start = Callable[..., Screen]


def _dialog(screen: Screen) -> QDialog:
    screen.settle()
    return next(dialog for dialog in screen.window.findChildren(QDialog) if dialog.isVisible())


def test_today_says_who_is_where(screen: Screen) -> None:
    screen.sign_in_trainer()
    page = screen.page(TodayPage)
    cells = page.cells()
    assert len(cells) == 12
    assert {row[0] for row in cells} >= {"Amra", "Zoran"}
    assert any("potrebuje" in row[4] for row in cells)


def test_a_learner_is_added_and_has_a_tile(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    screen.press(page.add_text())
    dialog = _dialog(screen)
    assert not screen.button("Save", dialog).isEnabled()
    screen.type_into("Name", "Teuta Vzorec")
    screen.type_into("Nickname on the tile", "Teuta")
    screen.press("Save", dialog)
    screen.settle()
    screen.journey.wall()
    screen.page(WallPage)
    assert screen.sees("Teuta")
    assert not screen.sees("Teuta Vzorec")


def test_forgotten_pictures_are_chosen_anew(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    page.choose("Arben")
    screen.press("New three pictures")
    screen.press("Forget", _dialog(screen))
    screen.settle()
    screen.journey.wall()
    screen.page(WallPage)
    screen.press("Arben")
    screen.page(PinPage)
    assert screen.sees("Choose three pictures. Remember them.")


def test_somebody_is_put_away_and_brought_back(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    page.choose("Igor")
    screen.press("Put away")
    screen.press("Put away", _dialog(screen))
    screen.settle()
    assert "Igor" not in [row[0] for row in page.cells()]
    screen.press("Show those put away")
    page.choose("Igor")
    screen.press("Bring back")
    screen.press("Show those who are here")
    assert "Igor" in [row[0] for row in page.cells()]


def test_a_new_group_is_made_and_a_taken_name_is_refused_kindly(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("people")
    screen.page(PeoplePage)
    screen.press("New group")
    dialog = _dialog(screen)
    screen.type_into("Name of the group", "Jesenice 1")
    screen.press("Save", dialog)
    assert dialog.isVisible(), "the name is taken"
    screen.type_into("Name of the group", " b")
    screen.press("Save", dialog)
    screen.settle()
    assert screen.sees("The group is made.")


def test_the_minutes_of_the_lock_are_kept(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("centre")
    screen.page(CentrePage)
    assert screen.journey.house.centre.settings().idle_minutes == 10
    screen.tab_to("Minutes until the screen locks itself")
    screen.key(Qt.Key.Key_Up)
    screen.press("Save")
    assert screen.journey.house.centre.settings().idle_minutes == 11


def test_a_backup_by_hand_is_made_and_told(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("centre")
    screen.page(CentrePage)
    screen.press("Back up now")
    screen.wait(lambda: screen.sees("The backup is made and was read back."))


def test_the_sheet_says_what_the_page_says(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    screen.sign_in("Dragana")
    screen.page(HomePage)
    screen.press("What I can do")
    screen.page(RecordPage)
    papers: list[bytes] = []

    def keep(pdf: bytes, name: str, parent: object) -> Path:
        papers.append(pdf)
        return Path(name)

    monkeypatch.setattr("korak.ui.pages.record.save_pdf", keep)
    screen.press("Save PDF")
    screen.settle()
    assert papers[0].startswith(b"%PDF")
    assert screen.sees("korak-Dragana.pdf")


def test_a_pdf_is_printed_page_by_page(screen: Screen, tmp_path: Path) -> None:
    session = screen.sign_in("Dragana")
    pdf = screen.journey.house.sheets.learner_pdf(session, session.person_id)
    paper = QPdfWriter(str(tmp_path / "printed.pdf"))
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert printing.paint_pages(pdf, paper) == 2


def test_a_wrong_pin_is_told_calmly_and_in_the_end_asks_to_wait(screen: Screen) -> None:
    screen.page(WallPage)
    screen.press("Elena")
    screen.page(PinPage)
    for _ in range(2):
        for picture in ("cat", "cat", "bus"):
            screen.press(picture)
        screen.wait(lambda: screen.sees("These are not the right three pictures."))
        screen.wait(lambda: screen.button("cat").isEnabled())
    for picture in ("cat", "cat", "bus"):
        screen.press(picture)
    screen.wait(lambda: screen.journey.house.sign_in.wait(screen.page(PinPage).person_id) > 0)
    screen.key(Qt.Key.Key_Escape)
    screen.page(WallPage)
    screen.press("Elena")
    screen.page(PinPage)
    assert screen.sees("15 ")
    assert not screen.button("cat").isEnabled()


def test_a_locked_centre_opens_with_the_passphrase(start: Start, tmp_path: Path) -> None:
    make_locked(tmp_path / "data0")
    screen = start(demo=False)
    screen.page(UnlockPage)
    screen.write("ni pravo geslo")
    screen.key(Qt.Key.Key_Return)
    screen.wait(lambda: screen.sees("The passphrase is not right."))
    screen.write("gora žlica sedem")
    screen.key(Qt.Key.Key_Return)
    screen.page(WallPage)
    assert screen.sees("Amra")


def test_a_damaged_centre_is_restored_from_its_backup(
    start: Start, tmp_path: Path, demo_folder: Path
) -> None:
    folder = copy_of(demo_folder, tmp_path / "data0")
    clock = FixedClock(datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
    house = Vault(folder, clock).open()
    house.back_up()
    house.close()
    (folder / "korak.db").write_bytes(b"no database at all" * 1000)
    screen = start(demo=False)
    page = screen.page(TroublePage)
    assert "Traceback" not in screen.texts()
    screen.press(page.first_backup())
    screen.page(WallPage)
    assert screen.sees("Arben")


@pytest.mark.parametrize("kind", list(FaultKind))
def test_every_fault_is_told_in_plain_words(kind: FaultKind) -> None:
    words = words_for(ServiceFault(kind, {"seconds": "30", "shortest": "10", "name": "Amra"}))
    for sentence in (words.happened, words.todo):
        assert sentence.endswith((".", "!", "?"))
        assert "{" not in sentence
        assert "_" not in sentence


def test_an_unknown_fault_is_told_too_and_its_report_names_nobody(screen: Screen) -> None:
    fault = ValueError("Amra Vzorec")
    assert words_for_any(fault).happened
    dialog = dialog_for(fault, screen.window)
    dialog.open()
    screen.settle()
    report = screen.visible(QPlainTextEdit, dialog)[0].toPlainText()
    assert "ValueError" in report
    assert "Amra" not in report
    screen.press("Copy", dialog)
    assert QGuiApplication.clipboard().text() == report
    dialog.close()


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (1, "1 sekund"),
        (2, "2 sekund"),
        (30, "30 sekund"),
        (119, "119 sekund"),
        (120, "2 minut"),
        (121, "3 minut"),
    ],
)
def test_a_wait_is_told_in_seconds_and_later_in_minutes(seconds: int, told: str) -> None:
    assert waiting_time(seconds).replace("\u00a0", " ").startswith(told)
