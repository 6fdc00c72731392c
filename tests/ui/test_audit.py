# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit trail on the real window."""

from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from tests.ui.screen import Screen

from korak.centre.attendance import Presence
from korak.centre.audit import Kind
from korak.centre.meetings import Meeting
from korak.centre.people import Role
from korak.ui.pages.audit import AuditPage
from korak.ui.pages.centre import CentrePage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def changed(screen: Screen) -> None:
    """Note somebody as absent and, after the end, as present."""
    from korak.storage.meetings import MeetingShelf

    house, now = screen.journey.house, screen.clock.now()
    session = screen.sign_in_colleague(Role.TRAINER)
    group = house.sign_in.groups()[0].id
    who = next(one.id for one in house.people.learners(session, group) if one.name == "Blerta")
    begun = now - timedelta(hours=4)
    meeting = Meeting("m", group, begun, begun + timedelta(minutes=150), 15, begun_at=begun, ended_at=now)
    MeetingShelf(house._store).keep([meeting], now)
    house.attendance.note(session, "m", who, Presence.ABSENT, why="Napaka.")
    screen.clock.forward(60)
    house.attendance.note(session, "m", who, Presence.PRESENT, late=15, why="Prišla je pozneje.")


def test_changes_are_shown_narrowed_sorted_and_saved(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(screen)
    screen.journey.desk("centre")
    screen.page(CentrePage)
    screen.press("Changes after closing")
    page = screen.page(AuditPage)
    first, second = page.cells()
    assert first[1] == "Maja"
    assert first[2].startswith("Blerta · ")
    assert first[5] == "Prišla je pozneje."
    assert "15" in first[4].split(" → ")[1]
    assert second[5] == "Napaka."
    page.choose_kind(Kind.MARK)
    assert page.cells() == []
    assert screen.sees("Nothing was changed after closing.")
    page.choose_kind(None)
    screen.type_into("Person or reason", "pozneje")
    assert len(page.cells()) == 1
    file = tmp_path / "spremembe.pdf"

    def where(*_asked: object) -> tuple[str, str]:
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", where)
    screen.press("Save PDF")
    screen.wait(file.exists)
    text = PdfReader(file).pages[0].extract_text()
    assert "Blerta" in text
    assert "Napaka." not in text  # paper says what the screen says


def test_a_period_that_ends_before_it_begins_is_told_at_the_field(screen: Screen) -> None:
    changed(screen)
    screen.journey.desk("audit")
    page = screen.page(AuditPage)
    today = screen.clock.now().date()
    page.choose_days(today, today - timedelta(days=3))
    assert screen.sees("This day is before the first one.")
    page.choose_days(today, today)
    assert not screen.sees("This day is before the first one.")
    assert len(page.cells()) == 2


def test_staff_see_the_trail(screen: Screen) -> None:
    changed(screen)
    screen.sign_in_colleague(Role.STAFF)
    screen.journey.desk("audit")
    assert len(screen.page(AuditPage).cells()) == 2
