# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: languages, text size, ways back, the lock, a second start, and nothing left behind."""

import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.screen import Screen, rest
from tests.ui.walk import LESSON, every_page

from korak import settings
from korak.clock import FixedClock
from korak.content.lesson import Read
from korak.services import instance
from korak.services.faults import FaultKind, ServiceFault
from korak.settings import DeviceSettings
from korak.ui import crash
from korak.ui.idle import IdleWatch
from korak.ui.neighbour import Neighbour
from korak.ui.pages.home import HomePage
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.people import PeoplePage
from korak.ui.pages.pin import PinPage
from korak.ui.pages.today import TodayPage
from korak.ui.pages.trainer_door import TrainerDoorPage
from korak.ui.pages.wall import WallPage
from korak.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Start = Callable[..., Screen]
RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def test_the_language_changes_at_once_and_arabic_turns_the_window_round(screen: Screen) -> None:
    page = screen.page(WallPage)
    assert screen.sees("Hello! Who are you?")
    screen.preferences.choose_language("ar")
    screen.settle()
    assert page.layoutDirection() == RTL
    assert "Kdo ste?" not in screen.texts()
    assert screen.sees("Arben"), "names stay as they are written"
    screen.preferences.choose_language("en")
    screen.settle()
    assert screen.window.layoutDirection() == LTR
    assert screen.sees("Hello! Who are you?")


def test_the_language_is_there_again_tomorrow(screen: Screen) -> None:
    screen.page(WallPage)
    screen.preferences.choose_language("en")
    assert settings.load(screen.folder).language == "en"


def test_every_page_follows_a_change_of_language(screen: Screen) -> None:
    """No page may break, or keep the window turned, when the language changes while it is shown."""
    for _stop in every_page(screen):
        for language in ("ar", "en", "sl"):
            screen.preferences.choose_language(language)
        assert screen.window.layoutDirection() == LTR


def test_ctrl_plus_makes_the_text_bigger_up_to_double_and_ctrl_0_as_it_was(screen: Screen) -> None:
    screen.page(WallPage)
    for _ in range(6):
        screen.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert screen.preferences.settings.text_scale == 2.0
    screen.key(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert screen.preferences.settings.text_scale == 1.75
    screen.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert screen.preferences.settings.text_scale == 1.0


def test_f11_fills_the_screen_and_stops_filling_it(screen: Screen) -> None:
    screen.page(WallPage)
    screen.key(Qt.Key.Key_F11)
    assert screen.window.isFullScreen()
    screen.key(Qt.Key.Key_F11)
    assert not screen.window.isFullScreen()


def test_escape_leads_back_to_the_tiles_and_a_pause_covers_the_lesson(screen: Screen) -> None:
    screen.page(WallPage)
    screen.press("Arben")
    screen.page(PinPage)
    screen.key(Qt.Key.Key_Escape)
    screen.page(WallPage)
    screen.sign_in()
    screen.journey.lesson(LESSON)
    page = screen.page(LessonPage)
    page.go_to(0)
    screen.settle()
    step = page.stations[0].step
    assert isinstance(step, Read)
    assert screen.sees(step.text[0])
    screen.key(Qt.Key.Key_Escape)
    assert not screen.sees(step.text[0])
    assert screen.sees("Everything is saved. Take your time.")
    screen.key(Qt.Key.Key_Escape)
    assert screen.sees(step.text[0])


def test_f1_says_what_can_be_done_and_escape_closes_it(screen: Screen) -> None:
    screen.page(WallPage)
    screen.key(Qt.Key.Key_F1)
    assert screen.sees("Find your picture and your name.")
    screen.key(Qt.Key.Key_Escape)
    screen.settle()
    assert not screen.sees("Find your picture and your name.")


def test_a_tile_pressed_before_the_centre_is_open_is_not_forgotten(start: Start) -> None:
    screen = start()
    screen.wait(lambda: isinstance(screen.stage.page, WallPage))
    screen.program.frame.navigator.pin(
        next(person.id for person in screen.page(WallPage).people if person.name == "Elena")
    )
    assert screen.page(PinPage).accessible_person() == "Elena"


def test_after_the_idle_minutes_the_tiles_come_back_and_the_place_is_kept(screen: Screen) -> None:
    session = screen.sign_in()
    screen.journey.lesson(LESSON)
    page = screen.page(LessonPage)
    page.go_to(3)
    screen.journey.idle.idle.emit()
    screen.page(WallPage)
    assert screen.journey.session is None
    assert screen.journey.house.lessons.open(session, LESSON).station_index == 3


def test_a_dialog_left_open_does_not_keep_the_screen_open(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    screen.press(page.add_text())
    screen.settle()
    screen.journey.idle.idle.emit()
    screen.page(WallPage)
    screen.settle()
    assert not [dialog for dialog in screen.window.findChildren(QDialog) if dialog.isVisible()]


def test_the_watch_waits_for_hands_and_does_not_tick(qtbot: QtBot) -> None:
    clock = FixedClock(datetime(2026, 11, 25, tzinfo=UTC))
    window = QStackedWidget()
    qtbot.addWidget(window)
    window.show()
    watch = IdleWatch(window.windowHandle(), clock)
    heard: list[bool] = []
    watch.idle.connect(lambda: heard.append(True))
    watch.watch(10)
    clock.forward(9 * 60)
    where = QPointF(5, 5)
    move = QMouseEvent(
        QEvent.Type.MouseMove, where, where, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window.windowHandle(), move)
    clock.forward(2 * 60)
    watch.look()
    assert not heard, "somebody moved the mouse two minutes ago"
    clock.forward(9 * 60)
    watch.look()
    assert heard == [True]
    watch.watch(0)
    window.close()


def test_a_second_start_calls_the_first_one_forward(qtbot: QtBot, tmp_path: Path) -> None:
    first = Neighbour(tmp_path)
    assert first.is_first()
    first.listen()
    called: list[bool] = []
    first.called.connect(lambda: called.append(True))
    second = Neighbour(tmp_path)
    assert not second.is_first()
    assert second.call()
    qtbot.waitUntil(lambda: bool(called))
    first.close()
    third = Neighbour(tmp_path)
    assert third.is_first(), "the folder is free again"
    third.close()


def test_another_folder_is_another_korak(tmp_path: Path) -> None:
    here, there = Neighbour(tmp_path / "a"), Neighbour(tmp_path / "b")
    assert here.is_first()
    assert there.is_first()
    assert instance.address(tmp_path / "a") != instance.address(tmp_path / "b")
    here.close()
    there.close()


def test_the_trainer_comes_in_and_locks_the_screen(screen: Screen) -> None:
    screen.page(WallPage)
    screen.press("For the team")
    screen.page(TrainerDoorPage)
    screen.write("narobe")
    screen.key(Qt.Key.Key_Return)
    screen.wait(lambda: screen.sees("The passphrase is not right."))
    screen.write("korak za korakom")
    screen.key(Qt.Key.Key_Return)
    screen.page(TodayPage)
    screen.press("Lock")
    screen.page(WallPage)
    assert screen.journey.session is None


def test_no_page_is_left_behind(screen: Screen) -> None:
    screen.sign_in()
    for _ in range(3):
        for way in ("words", "record", "playground", "home"):
            getattr(screen.journey, way)()
            screen.settle()
    screen.page(HomePage)
    stack = screen.window.findChild(QStackedWidget)
    assert stack is not None
    rest(20)
    assert stack.count() == 1
    tops = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert tops == [screen.window]


def test_the_window_says_where_one_is(screen: Screen) -> None:
    screen.sign_in()
    assert screen.window.windowTitle() == "Korak"
    screen.journey.lesson(LESSON)
    screen.page(LessonPage)
    assert "zVEM" in screen.window.windowTitle()


def test_the_menus_of_the_bar_change_what_they_say(start: Start) -> None:
    screen = start(wanted=DeviceSettings(sound=False, reduced_motion=True))
    screen.page(WallPage)
    screen.stage.head.fill_menus()
    actions = {
        action.text().replace("\u00a0", " "): action for action in screen.stage.head.actions_of_menus()
    }
    actions["English"].trigger()
    assert screen.preferences.settings.language == "en"
    actions["Temno"].trigger()
    assert screen.preferences.settings.theme == "dark"
    actions["150 %"].trigger()
    assert screen.preferences.settings.text_scale == 1.5


def test_the_window_of_a_closed_program_is_gone(start: Start) -> None:
    screen = start()
    screen.page(WallPage)
    assert isinstance(screen.window, Window)
    screen.window.close()
    assert not screen.window.isVisible()


class _Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}".strip())
        return False


@pytest.mark.slow
def test_no_other_window_flashes_up_on_the_way(start: Start) -> None:
    screen = start()
    screen.page(WallPage)
    windows = _Windows()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(windows)
    flashed: dict[str, list[str]] = {}
    for stop in every_page(screen):
        own = [name for name in windows.shown if not name.endswith(("Dialog", "WallWindow"))]
        if own:
            flashed[stop.name] = own
        windows.shown.clear()
    application.removeEventFilter(windows)
    assert flashed == {}


def test_an_unexpected_fault_is_told_over_the_window(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, fault, trace: heard.append(fault))
    monkeypatch.setattr(threading, "excepthook", lambda arguments: None)
    screen.page(WallPage)
    crash.install(screen.window)
    crash.tell(ServiceFault(FaultKind.DISK_FULL))
    screen.wait(lambda: screen.sees("The disk is full. Nothing more can be stored."))
    assert heard, "whoever was asked before still writes it down"
    screen.press("Close", next(box for box in screen.window.findChildren(QDialog) if box.isVisible()))
    screen.settle()
    assert not screen.sees("The disk is full. Nothing more can be stored.")
