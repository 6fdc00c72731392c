# SPDX-License-Identifier: GPL-3.0-or-later
"""Data and rights on the real window."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from tests.ui.screen import Screen

from korak.centre.enrolment import Reason
from korak.centre.retention import Clocks, Purpose
from korak.ui.forms.answer_dialog import AnswerDialog
from korak.ui.forms.consent_dialog import ConsentDialog
from korak.ui.own_data import AskDialog
from korak.ui.pages.people import PeoplePage
from korak.ui.pages.record import RecordPage
from korak.ui.pages.rights import RightsPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _people(screen: Screen) -> PeoplePage:
    screen.sign_in_trainer()
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    page.choose("Arben")
    return page


def test_consents_are_given_and_taken_back(screen: Screen) -> None:
    page = _people(screen)
    person = page._chosen()
    assert person is not None
    for wanted in (True, False):
        screen.clock.forward(60)
        page.ask_consents()
        dialog = page.findChild(ConsentDialog)
        assert dialog is not None
        tick = next(iter(dialog._ticks.values()))
        QTest.keyClick(tick, Qt.Key.Key_Space)
        QTest.keyClick(dialog._save, Qt.Key.Key_Return)
        screen.settle()
        assert page.house.rights.agreed(page.session, person.id)[Purpose.PHOTO] is wanted
        screen.wait(lambda: page.findChild(QDialog) is None)


def test_somebody_is_forgotten_after_a_plain_question(screen: Screen) -> None:
    page = _people(screen)
    screen.press("Izbriši za vedno")
    dialog = page.findChild(QDialog)
    assert dialog is not None
    assert screen.sees("Ure ostanejo preštete") or "Ure ostanejo" in dialog.windowTitle() + screen.texts()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    screen.settle()
    assert "Arben" not in [row[0] for row in page.cells()]


def test_all_data_are_saved_as_a_file(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _people(screen)
    target = tmp_path / "arben.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    screen.press("Vsi podatki v datoteki")
    assert json.loads(target.read_text("utf-8"))["name"] == "Arben"


def test_the_clocks_are_set_and_what_is_due_is_erased_by_keyboard(screen: Screen) -> None:
    page = _people(screen)
    person = page._chosen()
    assert person is not None
    house, session = page.house, page.session
    (group, *_) = house.people.groups(session)
    house.enrolments.leave(session, person.id, group.id, Reason.FAMILY)
    screen.clock.forward(400 * 24 * 3600)
    screen.journey.desk("rights")
    rights = screen.page(RightsPage)
    assert "Arben" in rights._learning._people.text()
    rights._learning._erase.setFocus()
    QTest.keyClick(rights._learning._erase, Qt.Key.Key_Return)
    dialog = rights.findChild(QDialog)
    assert dialog is not None
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    screen.settle()
    assert "Izbrisani so podatki" in rights._status.text()
    assert house._store.attempts(person.id) == ()
    rights._months_box.setValue(6)
    QTest.mouseClick(rights._keep, Qt.MouseButton.LeftButton)
    assert house.rights.clocks() == Clocks(6, 5)


def test_a_learner_says_what_is_wrong_and_reads_the_answer(screen: Screen) -> None:
    screen.sign_in()
    screen.journey.record()
    page = screen.page(RecordPage)
    screen.press("Something is wrong")
    asking = page.findChild(AskDialog)
    assert asking is not None
    QTest.mouseClick(asking.send, Qt.MouseButton.LeftButton)
    assert asking.said.isVisible()
    asking.text.setPlainText("Moje ime je Arben K.")
    QTest.mouseClick(asking.send, Qt.MouseButton.LeftButton)
    screen.settle()
    assert "Moje ime je Arben K." in screen.texts()
    screen.sign_in_trainer()
    screen.journey.desk("rights")
    rights = screen.page(RightsPage)
    assert rights._requests.cells()[0][3] == "Moje ime je Arben K."
    rights._requests.selectRow(0)
    rights._requests.setFocus()
    QTest.keyClick(rights._requests, Qt.Key.Key_Return)
    answering = rights.findChild(AnswerDialog)
    assert answering is not None
    answering.note_edit.setPlainText("Ime je popravljeno.")
    QTest.mouseClick(answering.done_button, Qt.MouseButton.LeftButton)
    screen.settle()
    assert rights._requests.cells()[0][4] == "Ime je popravljeno."
    screen.sign_in()
    screen.journey.record()
    screen.page(RecordPage)
    assert "Ime je popravljeno." in screen.texts()


def test_a_learner_takes_everything_along_on_a_stick(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.sign_in()
    screen.journey.record()
    screen.page(RecordPage)
    target = tmp_path / "moji.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    screen.press("All my data in a file")
    with ZipFile(target) as file:
        assert {"list.pdf", "podatki.json", "tabele/attempt.csv"} <= set(file.namelist())
