# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start, by mouse and by keyboard alone, until the first learner is in the first lesson."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.screen import Screen

from korak.content.lesson import Read
from korak.ui.pages.first_start import FirstStartPage
from korak.ui.pages.home import HomePage
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.pin import PinPage
from korak.ui.pages.wall import WallPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PASSPHRASE = "gora žlica sedem dež"
Start = Callable[..., Screen]


def _code(screen: Screen) -> str:
    groups = [label.text() for label in screen.visible(QLabel) if label.property("role") == "code"]
    return groups[-1]


def test_a_trainer_makes_a_centre_and_a_learner_begins_the_first_lesson_with_the_mouse(start: Start) -> None:
    screen = start(demo=False)
    page = screen.page(FirstStartPage)
    screen.press("New centre")
    screen.type_into("Name of the centre", "LU Vzorec")
    screen.type_into("Your name", "Maja")
    screen.press("Next")
    screen.type_into("Passphrase", PASSPHRASE)
    assert not screen.button("Next").isEnabled()
    screen.type_into("The same passphrase again", PASSPHRASE)
    screen.press("Next")
    screen.type_into("Name of the group", "Jesenice 1")
    screen.type_into("Name of learner {n}", "Amra", 1)
    screen.type_into("Name of learner {n}", "Arben", 2)
    screen.press("Set up the centre")
    screen.wait(lambda: screen.sees("Recovery code"))
    screen.wait(lambda: bool([label for label in screen.visible(QLabel) if label.property("role") == "code"]))
    assert not screen.button("Begin").isEnabled()
    screen.type_into("Type the last group of the code", _code(screen))
    screen.press("Begin")
    assert page is not screen.page(WallPage)
    screen.press("Amra")
    screen.page(PinPage)
    for _ in range(2):
        for picture in ("key", "fish", "sun"):
            screen.press(picture)
    screen.page(HomePage)
    screen.press("Next")
    lesson = screen.page(LessonPage)
    first = lesson.stations[0].step
    assert isinstance(first, Read)
    assert screen.sees(first.text[0])


def test_the_same_works_with_the_keyboard_alone(start: Start) -> None:
    screen = start(demo=False)
    screen.page(FirstStartPage)
    screen.key(Qt.Key.Key_Space)  # the first door has the focus
    screen.write("LU Vzorec")
    screen.key(Qt.Key.Key_Return)
    screen.write("Maja")
    screen.key(Qt.Key.Key_Return)
    screen.write(PASSPHRASE)
    screen.key(Qt.Key.Key_Return)
    screen.write(PASSPHRASE)
    screen.key(Qt.Key.Key_Return)
    screen.write("Jesenice 1")
    screen.key(Qt.Key.Key_Return)
    screen.write("Amra")
    screen.key(Qt.Key.Key_Return)
    screen.write("Arben")
    screen.tab_to("Set up the centre")
    screen.key(Qt.Key.Key_Return)
    screen.wait(lambda: bool([label for label in screen.visible(QLabel) if label.property("role") == "code"]))
    screen.settle()
    screen.tab_to("Type the last group of the code")
    screen.write(_code(screen))
    screen.key(Qt.Key.Key_Return)
    screen.page(WallPage)
    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Return)
    assert screen.page(PinPage).accessible_person() == "Arben"
    for _ in range(2):
        screen.key(Qt.Key.Key_Home)
        screen.key(Qt.Key.Key_Return)
        screen.key(Qt.Key.Key_Right)
        screen.key(Qt.Key.Key_Return)
        screen.key(Qt.Key.Key_Right)
        screen.key(Qt.Key.Key_Return)
    screen.page(HomePage)
    screen.key(Qt.Key.Key_Return)
    screen.page(LessonPage)


def test_the_demo_is_one_click_away(start: Start) -> None:
    screen = start(demo=False)
    screen.page(FirstStartPage)
    screen.press("Try a demo centre")
    screen.page(WallPage)
    assert screen.sees("Amra")
    assert screen.journey.house.is_demo


def test_a_name_that_is_missing_keeps_the_next_step_closed(start: Start) -> None:
    screen = start(demo=False)
    screen.page(FirstStartPage)
    screen.press("New centre")
    assert not screen.button("Next").isEnabled()
    screen.key(Qt.Key.Key_Escape)
    assert screen.sees("Try a demo centre")
