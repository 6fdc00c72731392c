# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of local services on the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.screen import Screen

from korak.ui.forms.service_dialog import ServiceDialog
from korak.ui.pages.local_services import LocalServicesPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_an_entry_is_found_put_right_and_checked_by_keyboard(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("services")
    page = screen.page(LocalServicesPage)
    assert page._search_edit.hasFocus()
    screen.write("knjiznica jesenice")
    assert [row[0] for row in page.cells()] == ["Občinska knjižnica Jesenice"]
    assert page.cells()[0][3] == "ni preverjeno"
    page._table.selectRow(0)
    page._table.setFocus()
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    dialog = page.findChild(ServiceDialog)
    assert dialog is not None
    dialog._edits["hours"].setText("8–19")
    QTest.keyClick(dialog._edits["hours"], Qt.Key.Key_Return)
    screen.settle()
    page._table.selectRow(0)
    page._check.setFocus()
    QTest.keyClick(page._check, Qt.Key.Key_Return)
    assert page.cells()[0][3] != "ni preverjeno"
    assert page._shown[0].hours == "8–19"


def test_an_entry_without_a_name_is_refused_at_its_field(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("services")
    page = screen.page(LocalServicesPage)
    screen.press("Dodaj storitev")
    dialog = page.findChild(ServiceDialog)
    assert dialog is not None
    QTest.keyClick(dialog._edits["name"], Qt.Key.Key_Return)
    screen.settle()
    assert dialog.isVisible()
    dialog.reject()
