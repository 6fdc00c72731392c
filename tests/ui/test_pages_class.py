# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting on the screen: begun in two clicks, ticked by faces, ended with what comes next."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.ui.screen import Screen

from korak.centre.attendance import Presence
from korak.centre.meetings import Meeting, MeetingState
from korak.i18n import _ as translated
from korak.ui.forms.attendance_dialog import AttendanceDialog
from korak.ui.forms.end_dialog import EndDialog
from korak.ui.forms.give_dialog import GiveDialog
from korak.ui.pages.today import TodayPage
from korak.ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Start = Callable[..., Screen]


def dialog(screen: Screen, kind: type[QDialog]) -> QDialog:
    screen.settle()
    return next(one for one in screen.window.findChildren(kind) if one.isVisible())


def meeting(screen: Screen) -> Meeting:
    house, session = screen.journey.house, screen.journey.session
    assert session is not None
    entry = house.calendar.at_hand(session, house.sign_in.groups()[0].id)
    assert entry is not None
    return entry.meeting


def begin(screen: Screen) -> AttendanceDialog:
    screen.sign_in_trainer()
    screen.page(TodayPage)
    screen.press("Begin the meeting")
    shown = dialog(screen, AttendanceDialog)
    assert isinstance(shown, AttendanceDialog)
    return shown


def presences(shown: AttendanceDialog) -> dict[str, tuple[str, int] | None]:
    return {
        line.person.shown_name: (line.mark.presence.value, line.mark.late) if line.mark else None
        for line in shown.lines()
    }


def test_a_meeting_begins_with_one_click_and_a_second_notes_everybody(screen: Screen) -> None:
    shown = begin(screen)
    assert meeting(screen).state is MeetingState.RUNNING
    screen.press("All are here", shown)
    assert set(presences(shown).values()) == {("present", 0)}
    screen.press("Close", shown)
    assert "12 od 12" in screen.texts().replace("\u00a0", " ")


def test_faces_are_ticked_and_unticked_and_lateness_is_kept_in_minutes(screen: Screen) -> None:
    shown = begin(screen)
    tiles = shown._grid.tiles()
    QTest.mouseClick(tiles[0], Qt.MouseButton.LeftButton)
    assert presences(shown)["Amra"] == ("present", 0)
    shown._late.setValue(20)
    assert presences(shown)["Amra"] == ("present", 20)
    assert "1 h 55 min" in shown._told.text().replace("\u00a0", " ")
    QTest.mouseClick(tiles[0], Qt.MouseButton.LeftButton)
    assert presences(shown)["Amra"] == ("absent", 0)
    QTest.keyClick(tiles[1], Qt.Key.Key_Return)
    assert presences(shown)["Arben"] == ("present", 0)
    assert presences(shown)["Blerta"] is None


def test_the_end_locks_and_a_correction_asks_why(screen: Screen) -> None:
    shown = begin(screen)
    screen.press("All are here", shown)
    screen.press("Close", shown)
    screen.press("End the meeting")
    ending = dialog(screen, EndDialog)
    assert isinstance(ending, EndDialog)
    ending._done.setPlainText("Miška in okna.")
    screen.press("End and lock", ending)
    ended = meeting(screen)
    assert (ended.state, ended.done) == (MeetingState.ENDED, "Miška in okna.")
    screen.press("Attendance")
    locked = dialog(screen, AttendanceDialog)
    assert isinstance(locked, AttendanceDialog)
    QTest.mouseClick(locked._grid.tiles()[0], Qt.MouseButton.LeftButton)
    screen.settle()
    assert presences(locked)["Amra"] == ("present", 0)
    screen.type_into("Reason", "Napačno zapisano")
    screen.press("Correct")
    assert presences(locked)["Amra"] == ("absent", 0)
    house, session = screen.journey.house, screen.journey.session
    assert session is not None
    (trail,) = house.attendance.corrections(session)
    assert (trail.old, trail.new, trail.why) == ("present 0 0", "absent 0 0", "Napačno zapisano")


def test_an_unfinished_correction_changes_nothing(screen: Screen) -> None:
    shown = begin(screen)
    screen.press("Close", shown)
    house, session = screen.journey.house, screen.journey.session
    assert session is not None
    house.classroom.end(session, meeting(screen).id, "", [])
    screen.press("Attendance")
    locked = dialog(screen, AttendanceDialog)
    assert isinstance(locked, AttendanceDialog)
    QTest.mouseClick(locked._grid.tiles()[0], Qt.MouseButton.LeftButton)
    screen.settle()
    screen.press("Cancel")
    assert presences(locked)["Amra"] == (Presence.ABSENT.value, 0)
    assert not locked._grid.tiles()[0].isChecked()
    assert house.attendance.corrections(session) == ()


def test_the_suggestions_stay_in_sight_with_many_rows(screen: Screen) -> None:
    screen.sign_in_trainer()
    page = screen.page(TodayPage)
    assert len(page.cells()) == 12
    for hint in (page._stuck, page._words, page._next):
        corner = hint.mapTo(screen.window, hint.rect().bottomRight())
        assert corner.y() <= screen.window.height()


def test_the_table_is_sorted_by_its_head_and_by_keys(screen: Screen) -> None:
    screen.sign_in_trainer()
    page = screen.page(TodayPage)
    page.choose("Igor")
    page._table.setFocus()
    screen.key(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    states = [row[4] for row in page.cells()]
    assert states == sorted(states, key=states.index)
    assert "potrebuje" in states[0]
    screen.key(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert "potrebuje" in page.cells()[-1][4]
    assert page._row() is not None
    assert page._table.rows.name(page._table.currentIndex().row()) == page._table.chosen


def test_what_is_given_can_be_withdrawn_and_given_again(screen: Screen) -> None:
    screen.sign_in_trainer()
    page = screen.page(TodayPage)
    page.choose("Blerta")
    screen.press("Give a task")
    shown = dialog(screen, GiveDialog)
    screen.press("Give", shown)
    house, session = screen.journey.house, screen.journey.session
    assert session is not None
    group = house.sign_in.groups()[0].id
    assert len(house.classroom.given(session, group)) == 1
    words = [button for button in shown.findChildren(Button) if button.text() == translated("Withdraw")]
    words[0].click()
    assert house.classroom.given(session, group) == ()
    screen.press("Undo: give it again", shown)
    assert len(house.classroom.given(session, group)) == 1
