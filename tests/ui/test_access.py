# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever uses only the keyboard, or hears the screen instead of seeing it, gets everywhere."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QScrollArea,
    QWidget,
)
from tests.ui.screen import Screen
from tests.ui.walk import LESSON, Stop, every_page, first_start

from korak.content.exercises.choice import Choice
from korak.settings import DeviceSettings
from korak.ui.pages.lesson import LessonPage

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.slow]
Start = Callable[..., Screen]


def _reached_by_tab(root: QWidget) -> list[QWidget]:
    focusable = Qt.FocusPolicy.TabFocus.value
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy().value & focusable
    ]


def _nameless(root: QWidget) -> list[str]:
    found: list[str] = []
    for widget in _reached_by_tab(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def _missed_by_tab(root: QWidget) -> list[str]:
    """Walk the tab order once around and tell what it never came to."""
    wanted = set(_reached_by_tab(root))
    if not wanted:
        return []
    current = next(iter(wanted))
    met: set[QWidget] = set()
    for _ in range(2000):
        met.add(current)
        current = current.nextInFocusChain()
        if current in met:
            break
    return [type(widget).__name__ for widget in wanted - met]


def _walk(start: Start, wanted: DeviceSettings) -> Iterator[tuple[Screen, Stop]]:
    beginning = start(demo=False)
    for stop in first_start(beginning):
        yield beginning, stop
    beginning.close()
    screen = start(wanted=wanted)
    for stop in every_page(screen):
        yield screen, stop


def test_every_widget_that_takes_the_focus_has_a_name_and_is_reached_by_tab(start: Start) -> None:
    wrong: dict[str, list[str]] = {}
    for screen, stop in _walk(start, DeviceSettings(sound=False, reduced_motion=True)):
        root = stop.dialog or screen.window
        if problems := [*_nameless(root), *(f"Tab misses {name}" for name in _missed_by_tab(root))]:
            wrong[stop.name] = problems
    assert wrong == {}


def test_every_page_gives_the_focus_to_something_one_can_press_or_type_into(start: Start) -> None:
    lost: list[str] = []
    for screen, stop in _walk(start, DeviceSettings(sound=False, reduced_motion=True)):
        focused = QApplication.focusWidget()
        if focused is None or not focused.isVisible() or focused is screen.window:
            lost.append(stop.name)
    assert lost == []


def test_tab_goes_through_a_lesson_as_one_reads(start: Start) -> None:
    screen = start()
    screen.sign_in()
    screen.journey.lesson(LESSON)
    page = screen.page(LessonPage)
    page.go_to(next(place for place, one in enumerate(page.stations) if isinstance(one.step, Choice)))
    screen.settle()
    names: list[str] = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QAbstractButton)
        names.append(focused.text() or focused.accessibleName())
        screen.key(Qt.Key.Key_Tab)
    step = page.stations[page.place].step
    assert isinstance(step, Choice)
    answers = {step.right, *step.wrong}
    places = [place for place, name in enumerate(names) if name in answers]
    assert max(places) < names.index("Nazaj") < names.index("Preskoči")


@pytest.mark.parametrize("language", ["sl", "ar"])
def test_nothing_is_cut_off_at_double_size_on_a_small_screen(start: Start, language: str) -> None:
    wrong: dict[str, list[str]] = {}
    screen = start(wanted=DeviceSettings(language=language, text_scale=2.0, sound=False, reduced_motion=True))
    for stop in every_page(screen):
        root = stop.dialog or screen.window
        if problems := [*_sideways(root), *_cut_labels(root)]:
            wrong[stop.name] = problems
    assert wrong == {}


def _sideways(root: QWidget) -> list[str]:
    """Pages scroll up and down, never sideways."""
    areas = [area for area in root.findChildren(QScrollArea) if area.isVisible()]
    return [
        f"{type(area.parentWidget()).__name__} scrolls {area.horizontalScrollBar().maximum()} px sideways"
        for area in areas
        if area.horizontalScrollBar().maximum() > 0
    ]


def _cut_labels(root: QWidget) -> list[str]:
    cut: list[str] = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text() or _inside_scroller_of_data(label):
            continue
        needed = (
            label.heightForWidth(label.width()) if label.hasHeightForWidth() else label.sizeHint().height()
        )
        if needed > label.height() + 2:
            cut.append(f"{label.text()[:40]!r}: {label.height()} of {needed} px high")
    return cut


def _inside_scroller_of_data(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False
