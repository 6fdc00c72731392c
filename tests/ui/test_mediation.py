# SPDX-License-Identifier: GPL-3.0-or-later
"""The mediators' log on the real window."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QDialog, QFileDialog, QPlainTextEdit
from tests.ui.screen import Screen

from korak.centre.people import Role, Session
from korak.i18n import _
from korak.ui.forms.mediation_dialog import MediationDialog
from korak.ui.pages.mediation import MediationPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", "grabbing the keyboard")


def open_page(screen: Screen, role: Role = Role.MEDIATOR) -> MediationPage:
    screen.sign_in_colleague(role)
    screen.journey.desk("mediation")
    return screen.page(MediationPage)


def dialog_of(screen: Screen) -> QDialog:
    return next(one for one in screen.window.findChildren(QDialog) if one.isVisible())


def test_an_entry_is_written_in_seconds_and_counts_at_once(screen: Screen) -> None:
    page = open_page(screen)
    assert screen.sees("There is no entry in this year yet.")
    screen.press("New entry")
    screen.type_into("Place or institution", "ZD Jesenice")
    screen.press("45 min")
    screen.press(f"{_('Those who were helped')}: {_('good')}")
    screen.press("Save", dialog_of(screen))
    assert screen.sees("Saved.")
    (row,) = page.cells()
    assert row[1] == "45"
    assert row[2] == "ZD Jesenice"
    assert page.months()[10][2] in {"0,8", "0.8"}
    (kept,) = screen.journey.house.mediation.entries(_session(screen), _session(screen).person_id)
    assert (kept.minutes, kept.place, kept.languages) == (45, "ZD Jesenice", ("sq",))
    assert kept.helped is not None
    assert kept.institution is None


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(screen: Screen) -> None:
    open_page(screen)
    screen.press("New entry")
    dialog = dialog_of(screen)
    (agreed,) = dialog.findChildren(QPlainTextEdit)
    agreed.setPlainText("Pokličejo v torek.")
    screen.press("Save", dialog)
    assert screen.sees("The place is missing. Write where it was, for example the name of the office.") or (
        screen.sees("The place is missing.")
    )
    assert dialog.isVisible()
    assert agreed.toPlainText() == "Pokličejo v torek."
    screen.type_into("Place or institution", "UE Jesenice")
    (day,) = dialog.findChildren(QDateEdit)
    day.setDate(day.date().addDays(1))
    screen.press("Save", dialog)
    assert screen.sees("This day is still to come.")
    day.setDate(day.date().addDays(-1))
    screen.press("Save", dialog)
    assert screen.sees("Saved.")


def test_an_entry_is_corrected_taken_out_and_brought_back(screen: Screen) -> None:
    page = open_page(screen)
    screen.press("New entry")
    screen.type_into("Place or institution", "CSD Gorenjska")
    screen.press("Save", dialog_of(screen))
    screen.clock.forward(60)
    page.choose(0)
    screen.press("Correct")
    dialog = dialog_of(screen)
    assert isinstance(dialog, MediationDialog)
    screen.press("60 min", dialog)
    screen.press("Save", dialog)
    assert page.cells()[0][1] == "60"
    assert (
        screen.journey.house.mediation.entries(_session(screen), _session(screen).person_id)[0].corrected == 1
    )
    screen.clock.forward(60)
    screen.press("Take out of the log")
    screen.press("Take out of the log", dialog_of(screen))
    assert page.cells() == []
    screen.clock.forward(60)
    screen.press("Undo")
    assert page.cells()[0][1] == "60"


def test_a_topic_of_ones_own_can_be_chosen(screen: Screen) -> None:
    open_page(screen)
    screen.press("List of topics")
    dialog = dialog_of(screen)
    screen.type_into("New topic", "Knjižnica")
    screen.press("Add", dialog)
    assert screen.sees("Knjižnica")
    screen.press("Close", dialog)
    screen.press("New entry")
    dialog = dialog_of(screen)
    assert isinstance(dialog, MediationDialog)
    topics = [topic.name for topic in screen.journey.house.mediation.topics(_session(screen))]
    assert "Knjižnica" in topics
    dialog.reject()


def test_staff_see_totals_and_no_entry(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_page(screen)
    screen.press("New entry")
    screen.type_into("Place or institution", "ZD Jesenice")
    screen.press("60 min")
    screen.press("Save", dialog_of(screen))
    page = open_page(screen, Role.STAFF)
    assert not screen.sees("New entry")
    assert not screen.sees("List of topics")
    assert not screen.sees("Correct")
    assert page.months()[10][2] == "1"
    file = tmp_path / "leto.pdf"

    def where(*_asked: object) -> tuple[str, str]:
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    screen.press("Sheet to be signed (PDF)")
    screen.wait(file.exists)
    assert "ZD Jesenice" in PdfReader(file).pages[0].extract_text()


def test_an_entry_is_written_with_the_keyboard_alone(screen: Screen) -> None:
    page = open_page(screen)
    screen.tab_to("New entry")
    screen.key(Qt.Key.Key_Return)
    screen.write("75")
    screen.tab_to("Place or institution")
    screen.write("OŠ Vzorec")
    screen.key(Qt.Key.Key_Return)
    (row,) = page.cells()
    assert row[1:3] == ["75", "OŠ Vzorec"]


def _session(screen: Screen) -> Session:
    session = screen.journey.session
    assert session is not None
    return session
