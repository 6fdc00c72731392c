# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting on the screen: begun in two clicks, ticked by faces, ended with what comes next."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from tests.ui.screen import Screen

from korak.centre.attendance import Presence
from korak.centre.classroom import PLAYGROUND, Given, Hand, Pulse
from korak.centre.enrolment import Reason
from korak.centre.meetings import Meeting, MeetingState
from korak.centre.programmes import Programme
from korak.content.exercises.choice import Choice
from korak.i18n import _ as translated
from korak.ui.fault_dialog import FaultDialog
from korak.ui.forms.ask import Ask
from korak.ui.forms.attendance_dialog import AttendanceDialog
from korak.ui.forms.end_dialog import EndDialog
from korak.ui.forms.enrolment_dialog import EnrolmentDialog, FormerDialog
from korak.ui.forms.give_dialog import GiveDialog
from korak.ui.forms.meeting_dialogs import MeetingDialog, SeriesDialog
from korak.ui.forms.programme_dialogs import GroupsDialog, ProgrammeDialog
from korak.ui.pages.calendar import CalendarPage
from korak.ui.pages.home import HomePage
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.people import PeoplePage
from korak.ui.pages.playground import PlaygroundPage
from korak.ui.pages.programmes import ProgrammesPage
from korak.ui.pages.today import TodayPage
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label

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


# ---------------------------------------------------------------------- the calendar


def planned(screen: Screen) -> CalendarPage:
    screen.sign_in_trainer()
    screen.journey.desk("calendar")
    page = screen.page(CalendarPage)
    screen.press("Plan meetings")
    shown = dialog(screen, SeriesDialog)
    assert isinstance(shown, SeriesDialog)
    assert "60" in shown._told.text()
    screen.press("Plan", shown)
    screen.settle()
    return page


def test_a_series_is_planned_found_by_typing_and_undone(screen: Screen) -> None:
    page = planned(screen)
    assert len(page.cells()) == 20
    assert page.cells()[0][0].endswith("25.\u00a011.\u00a02026")
    page._seek.setText("otroški dod")
    assert 1 <= len(page.cells()) <= 2
    page._seek.setText("")
    screen.press("Undo")
    assert page.cells() == []


def test_a_meeting_is_cancelled_with_a_reason_and_brought_back(screen: Screen) -> None:
    page = planned(screen)
    page.choose(1)
    screen.press("Cancel the meeting")
    screen.type_into("Reason", "Bolezen")
    ask = dialog(screen, Ask)
    screen.press("Cancel the meeting", ask)
    assert (page.cells()[1][3], page.cells()[1][4]) == ("–", "Bolezen")
    assert page.cells()[2][3] == "2"
    screen.press("Undo")
    assert page.cells()[1][3] == "2"


def test_a_meeting_is_moved_and_moved_back(screen: Screen) -> None:
    page = planned(screen)
    page.choose(0)
    page._ask_change()
    shown = dialog(screen, MeetingDialog)
    assert isinstance(shown, MeetingDialog)
    shown._fields._ends.setTime(QTime(16, 0))
    screen.press("Save", shown)
    assert shown.isVisible()
    assert translated("A meeting cannot have these hours.") in shown.said.text()
    shown._fields._ends.setTime(QTime(20, 15))
    screen.press("Save", shown)
    assert page.cells()[0][1] == "17.00–20.15"
    assert page.cells()[0][5] == "4"
    screen.press("Undo")
    assert page.cells()[0][1] == "17.00–19.30"


def test_the_plan_is_changed_step_by_step_and_undone(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("calendar")
    page = screen.page(CalendarPage)
    screen.press("Plan of the course")
    page._plan.choose("klic-112")
    before = [row[1] for row in page._plan.cells()]
    screen.press("Leave out")
    assert "Klic na 112" not in [row[1] for row in page._plan.cells()]
    screen.press("Undo")
    assert [row[1] for row in page._plan.cells()] == before
    page._plan.choose("e-podpis")
    screen.press("Earlier")
    after = [row[1] for row in page._plan.cells()]
    assert after.index("E-podpis") == before.index("E-podpis") - 1
    screen.press("Longer")
    assert "61" in page._plan._told.text()


def test_the_calendar_is_written_for_other_programs(screen: Screen, tmp_path: Path) -> None:
    page = planned(screen)
    page.save_calendar(str(tmp_path / "tečaj.ics"))
    text = (tmp_path / "tečaj.ics").read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 20
    page.save_calendar(str(tmp_path / "nowhere" / "x.ics"))
    (told,) = screen.window.findChildren(FaultDialog)
    assert told.findChildren(Label)[0].text() == "Datoteke »x.ics« ni bilo mogoče zapisati."


# ---------------------------------------------------------------------- programmes


def test_a_programme_is_made_and_a_group_put_into_it(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("programmes")
    page = screen.page(ProgrammesPage)
    screen.press("New programme")
    shown = dialog(screen, ProgrammeDialog)
    screen.press("Save", shown)
    assert shown.isVisible()  # it has no name
    screen.type_into("Name of the programme", "Korak 2026")
    screen.press("Save", shown)
    assert page.cells()[0][0] == "Korak 2026"
    screen.press("Groups")
    groups = dialog(screen, GroupsDialog)
    assert isinstance(groups, GroupsDialog)
    groups._seek.setText("jese")
    groups._table.selectRow(0)
    screen.press("Put in", groups)
    screen.press("Close", groups)
    assert page.cells()[0][4:6] == ["1", "12"]


def test_a_logo_that_is_no_picture_is_refused_in_words(screen: Screen, tmp_path: Path) -> None:
    session = screen.sign_in_trainer()
    house = screen.journey.house
    house.programmes.add(session, Programme("", "Korak 2026"))
    screen.journey.desk("programmes")
    page = screen.page(ProgrammesPage)
    page.choose(0)
    screen.press("Change")
    shown = dialog(screen, ProgrammeDialog)
    assert isinstance(shown, ProgrammeDialog)
    (tmp_path / "logo.txt").write_text("ni slika")
    shown.add_logo(tmp_path / "logo.txt")
    assert translated("This file cannot be used as a logo.") in shown.said.text()
    shown.add_logo(tmp_path / "missing.png")
    assert shown.said.text() == translated("The file could not be read.")


# ---------------------------------------------------------------------- the learner's side


def test_what_was_given_stands_on_the_first_page_and_leads_there(screen: Screen) -> None:
    trainer = screen.sign_in_trainer()
    house = screen.journey.house
    group = house.sign_in.groups()[0].id
    house.classroom.give(trainer, Given.LESSON, "pravo-ali-lazno", group_id=group)
    house.classroom.give(trainer, Given.TASK, "sporocilo-zdravniku", group_id=group)
    screen.sign_in("Arben")
    screen.page(HomePage)
    assert screen.sees("From your trainer")
    screen.press(house.pack.tasks["sporocilo-zdravniku"].title)
    screen.page(PlaygroundPage)
    screen.journey.home()
    screen.page(HomePage)
    screen.press(house.pack.lessons["pravo-ali-lazno"].title)
    assert screen.page(LessonPage)._lesson.id == "pravo-ali-lazno"


def test_nothing_from_the_trainer_shows_nothing(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.page(HomePage)
    assert not screen.sees("From your trainer")
    assert not screen.sees("How was it today?")


def test_near_the_end_a_face_is_chosen_once_and_nobody_knows_whose(screen: Screen) -> None:
    trainer = screen.sign_in_trainer()
    house = screen.journey.house
    held = house.classroom.begin_unplanned(trainer, house.sign_in.groups()[0].id)
    screen.clock.forward(140 * 60)
    screen.sign_in("Arben")
    screen.page(HomePage)
    screen.press("It was too hard")
    assert screen.sees("Thank you.")
    assert house.classroom.pulse(trainer, held.id).of(Pulse.HARD) == 1
    screen.journey.home()
    screen.page(HomePage)
    assert not screen.sees("How was it today?")


def test_a_hand_is_raised_in_a_lesson_and_seen_on_the_trainers_page(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.journey.lesson("sporocilo-zdravniku")
    screen.page(LessonPage)
    screen.press("Ask for help")
    screen.clock.forward(120)
    screen.sign_in_trainer()
    page = screen.page(TodayPage)
    told = next(row for row in page.cells() if row[0] == "Arben")
    assert "2" in told[4]
    page.choose("Arben")
    screen.press("Helped")
    assert all("prosi" not in row[4] for row in page.cells())


def test_f9_notes_help_from_the_room_and_the_next_answer_counts_as_helped(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    house = screen.journey.house
    screen.journey.lesson("sporocilo-zdravniku")
    page = screen.page(LessonPage)
    place = next(n for n, one in enumerate(page.stations) if isinstance(one.step, Choice))
    page.go_to(place)
    screen.settle()
    before = len(house._store.attempts(session.person_id))
    screen.key(Qt.Key.Key_F9)
    assert screen.sees("Noted: with help from the room.")
    step = page.stations[place].step
    assert isinstance(step, Choice)
    page._store(step.right, 0)
    screen.clock.forward(5)
    page.go_to(place)
    page._store(step.right, 0)
    helped, alone = house._store.attempts(session.person_id)[before:]
    assert (helped.help, alone.help) == (3, 0)


def test_f9_notes_help_in_the_practice_ground_too_and_lowers_the_hand(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    house = screen.journey.house
    house.classroom.ask_help(session)
    screen.journey.playground("sporocilo-zdravniku")
    screen.page(PlaygroundPage)
    before = len(house._store.attempts(session.person_id))
    screen.clock.forward(5)
    screen.key(Qt.Key.Key_F9)
    assert screen.sees("Noted: with help from the room.")
    assert not house.classroom.asks_help(session)
    marks = house.classroom._shelf.hands([session.person_id], house.classroom._midnight())
    assert [(one.lesson, one.station, one.what) for one in marks[1:]] == [
        (PLAYGROUND, "sporocilo-zdravniku", Hand.HELPED)
    ]
    assert len(house._store.attempts(session.person_id)) == before


# ---------------------------------------------------------------------- places in groups


def test_somebody_leaves_with_a_reason_is_found_again_and_comes_back(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    page.choose("Blerta")
    screen.press("Place in the group")
    shown = dialog(screen, EnrolmentDialog)
    assert isinstance(shown, EnrolmentDialog)
    screen.press("Leaves the group", shown)
    assert translated("The reason is missing.") in shown.said.text()
    shown._reason.setCurrentIndex(shown._reason.findData(Reason.WORK.value))
    screen.press("Leaves the group", shown)
    assert shown.cells()[0][2:] == [translated("left"), translated("work")]
    screen.press("Close", shown)
    assert "Blerta" not in [row[0] for row in page.cells()]
    screen.press("Former learners")
    former = dialog(screen, FormerDialog)
    assert isinstance(former, FormerDialog)
    assert [row[0] for row in former.cells()] == ["Blerta"]
    former.choose(0)
    screen.press("Come back", former)
    assert former.cells() == []
    assert "Blerta" in [row[0] for row in page.cells()]


def test_whoever_pauses_is_not_expected(screen: Screen) -> None:
    trainer = screen.sign_in_trainer()
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    page.choose("Blerta")
    screen.press("Place in the group")
    shown = dialog(screen, EnrolmentDialog)
    screen.press("Pause", shown)
    house = screen.journey.house
    held = house.classroom.begin_unplanned(trainer, house.sign_in.groups()[0].id)
    assert house.attendance.list_of(trainer, held.id).expected == 11
    screen.press("Come back", shown)
    assert house.attendance.list_of(trainer, held.id).expected == 12
