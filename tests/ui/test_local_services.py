# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of local services on the real window."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.screen import Screen

from korak.centre.local_services import LocalService, Topic, topic_of
from korak.ui.forms.service_dialog import ServiceDialog
from korak.ui.pages.local_help import LocalHelpPage
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


def test_a_learner_finds_who_helps_by_topic_and_what_was_checked_stands_first(screen: Screen) -> None:
    screen.sign_in_trainer()
    session = screen.journey.session
    assert session is not None
    services = screen.journey.house.local_services
    health = [one for one in services.all(session) if topic_of(one) is Topic.HEALTH]
    services.check(session, health[-1].id)
    screen.sign_in()
    screen.press("Who helps with what")
    page = screen.page(LocalHelpPage)
    page.topics[Topic.HEALTH].setFocus()
    QTest.keyClick(page.topics[Topic.HEALTH], Qt.Key.Key_Space)
    screen.settle()
    assert page.names()[0] == health[-1].name
    assert sorted(page.names()) == sorted(one.name for one in health)
    assert screen.sees("Not checked yet: call before you go.")
    page.search.setText("ni take besede")
    screen.settle()
    assert page.names() == []
    assert screen.sees("Nothing is found. Try another word.")


def test_the_leaflet_speaks_the_learners_language_but_leaves_entries_as_they_are(screen: Screen) -> None:
    screen.sign_in_trainer()
    session = screen.journey.session
    assert session is not None
    services = screen.journey.house.local_services
    entry = services.keep(
        session,
        LocalService("", "Zdravnik Vzorec", "zdravje", "Jesenice", phone="04 000 00 00", hours="8"),
    )
    text = PdfReader(BytesIO(services.leaflet(session, [entry], "sq"))).pages[0].extract_text()
    for part in ("Zdravnik Vzorec", "04 000 00 00", "Telefon", "Telefoni", "Zdravje", "Shëndeti", "Hapur"):
        assert part in text
