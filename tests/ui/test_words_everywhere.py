# SPDX-License-Identifier: GPL-3.0-or-later
"""Any word can be touched, and every letter can be typed."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.services.making import pack
from tests.ui.screen import Screen, rest

from korak.learning.attempt import Help
from korak.ui.long_press import LongPress
from korak.ui.pages.playground import PlaygroundPage
from korak.ui.touching import Touching, word_at, words_in

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_inflected_forms_and_phrases_are_found_in_reading_order() -> None:
    words = pack().words

    assert [word.lemma for word in words_in("Vpišite kodo in geslo.", words)][-2:] == ["koda", "geslo"]
    assert words_in("Prijavi se", words)[0].lemma == "prijaviti se"
    assert words_in("xyz 123", words) == ()


def test_the_word_under_the_pointer_is_found_in_every_line(qtbot: QtBot) -> None:
    label = QLabel("prva beseda druga tretja četrta peta šesta sedma osma")
    qtbot.addWidget(label)
    label.setWordWrap(True)
    line = label.fontMetrics().lineSpacing()
    label.resize(label.fontMetrics().horizontalAdvance("prva beseda druga"), 20 * line)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    assert word_at(label, QPoint(5, line // 2)) == "prva"
    assert word_at(label, QPoint(5, line + line // 2)) not in ("", "prva")
    assert word_at(label, QPoint(5, 19 * line)) == ""


class Room:
    """A widget with a text, a button and a field, whose words can be touched."""

    def __init__(self, screen: Screen) -> None:
        self.root = QWidget()
        self.label = QLabel("Vpišite kodo.")
        self.button = QPushButton("Pošlji")
        self.field = QLineEdit()
        self.field.setAccessibleName("Geslo")
        column = QVBoxLayout(self.root)
        for widget in (self.label, self.button, self.field):
            column.addWidget(widget)
        self.touching = Touching(self.root, screen.program.frame, pack())
        self.found: list[str] = []
        self.touching.looked_up.connect(self.found.append)
        self.pressed: list[bool] = []
        self.button.clicked.connect(self.pressed.append)


@pytest.fixture
def room(screen: Screen, qtbot: QtBot) -> Room:
    made = Room(screen)
    screen.wait(lambda: screen.program.journey is not None)
    qtbot.addWidget(made.root)
    made.root.resize(700, 500)
    made.root.show()
    made.root.activateWindow()
    rest(20)
    return made


def test_a_press_on_a_word_explains_it_and_escape_puts_it_away(room: Room) -> None:
    metrics = room.label.fontMetrics()
    place = QPoint(metrics.horizontalAdvance("Vpišite ko"), room.label.height() // 2)
    QTest.mouseClick(room.label, Qt.MouseButton.LeftButton, pos=place)

    assert room.found == ["koda"]
    assert room.touching.pop_up is not None
    assert room.touching.pop_up.isVisible()
    QTest.keyClick(room.touching.pop_up.close_button, Qt.Key.Key_Escape)
    assert not room.touching.pop_up.isVisible()


def test_f2_and_the_menu_key_explain_a_button_without_pressing_it(room: Room) -> None:
    room.button.setFocus()
    QTest.keyClick(room.button, Qt.Key.Key_F2)
    assert room.found == ["poslati"]
    room.touching.close()
    room.field.setFocus()
    QTest.keyClick(room.field, Qt.Key.Key_F2)
    assert room.found == ["poslati", "geslo"]
    room.touching.close()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(4, 4), room.button.mapToGlobal(QPoint(4, 4))
    )
    QApplication.sendEvent(room.button, event)
    assert room.found == ["poslati", "geslo", "poslati"]
    assert room.pressed == []


@pytest.mark.slow
def test_words_of_a_portal_can_be_touched(screen: Screen) -> None:
    screen.sign_in()
    screen.journey.playground()
    page = screen.page(PlaygroundPage)
    page.open_task(next(iter(screen.journey.house.pack.tasks)))
    screen.settle()
    screen.key(Qt.Key.Key_F2)
    known = [
        label for label in screen.visible(QLabel) if words_in(label.text(), screen.journey.house.pack.words)
    ]

    assert known


@pytest.mark.slow
def test_looking_a_word_up_in_a_task_is_language_help(screen: Screen) -> None:
    from korak.ui.pages.lesson import LessonPage
    from korak.ui.practice.station import TaskStation

    session = screen.sign_in()
    house = screen.journey.house
    lesson = next(iter(house.pack.lessons.values()))
    station = next(one for one in lesson.stations() if one.mode == "alone")
    house.lessons.go_to(session, lesson.id, station.key)
    screen.journey.lesson(lesson.id)
    page = screen.page(LessonPage)
    (task,) = page.findChildren(TaskStation)
    task.touching.looked_up.emit("koda")

    helped = [line for line in task.play.log.lines if line.text.startswith("help")]
    assert [line.text.rpartition(" ")[2] for line in helped] == [str(int(Help.LANGUAGE))]
    assert task.play.progress.errors == 0


def hold(widget: QWidget, key: Qt.Key, text: str, repeats: int) -> None:
    """Hold a key as a keyboard does: once, and then again and again."""
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, none, text))
    for _repeat in range(repeats):
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, none, text, True))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, none, text))


@pytest.mark.parametrize(
    ("key", "text", "repeats", "written"),
    [
        (Qt.Key.Key_C, "c", 0, "c"),
        (Qt.Key.Key_C, "c", 3, "č"),
        (Qt.Key.Key_C, "c", 20, "ć"),
        (Qt.Key.Key_S, "S", 3, "Š"),
        (Qt.Key.Key_Z, "z", 30, "ž"),
        (Qt.Key.Key_D, "d", 2, "đ"),
        (Qt.Key.Key_A, "a", 2, "aaa"),
    ],
)
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_long_press_writes_the_letter_with_its_mark(
    qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit], key: Qt.Key, text: str, repeats: int, written: str
) -> None:
    window = QWidget()
    field = kind(window)
    qtbot.addWidget(window)
    press = LongPress(window)
    window.show()
    window.activateWindow()
    rest(10)
    field.setFocus()
    press._turn(None, field)
    hold(field, key, text, repeats)

    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == written


def test_passwords_are_left_alone(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    press = LongPress(field)
    field.show()
    press._turn(None, field)
    hold(field, Qt.Key.Key_C, "c", 3)

    assert field.text() == "cccc"


@pytest.mark.slow
def test_letter_keys_stand_by_while_one_writes_in_a_portal(screen: Screen) -> None:
    from korak.ui.widgets.letters import LetterKeys

    screen.sign_in()
    screen.journey.playground()
    page = screen.page(PlaygroundPage)
    page.open_task("otroski-dodatek-kratka")
    screen.settle()
    (keys,) = page.findChildren(LetterKeys)
    fields = {field.accessibleName(): field for field in screen.visible(QLineEdit, page)}
    fields["Naslov"].setFocus()  # there is no č in an address
    screen.settle()
    assert not keys.isVisible()
    field = fields["Iskanje po vlogah"]
    field.setFocus()
    field.clear()
    screen.settle()
    assert keys.isVisible()
    QTest.mouseClick(keys.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)

    assert field.text() == "č"
