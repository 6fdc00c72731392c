# SPDX-License-Identifier: GPL-3.0-or-later
"""Widgets are named, need no mouse, wrap instead of cutting, and turn round with the language."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from korak.i18n import _
from korak.ui.theme import theme
from korak.ui.widgets.buttons import Button, IconButton, PillButton, RoundButton, SpeakButton
from korak.ui.widgets.cards import Card, Door, Feedback, FeedbackCard, NowCard, Piece
from korak.ui.widgets.choice_list import ChoiceList
from korak.ui.widgets.fields import Field, LineEdit, Passphrase, TextArea
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.letters import LetterKeys
from korak.ui.widgets.motion import fade_in, system_prefers_still
from korak.ui.widgets.path import StoneItem, StonePath
from korak.ui.widgets.picture import Picture, PicturePanel
from korak.ui.widgets.progress import ProgressLine, StageBar, StepList
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.table import CHIP, PICTOGRAM, Table
from korak.ui.widgets.text import direction_of_text
from korak.ui.widgets.tile import Tile, TileGrid
from korak.ui.widgets.topbar import PillMenu, TopBar
from korak.ui.widgets.words import SecondLanguage, TouchText, direction_of

# The screenless platform says so whenever a window is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen there is no window system

RTL = Qt.LayoutDirection.RightToLeft
LTR = Qt.LayoutDirection.LeftToRight
Show = Callable[..., QWidget]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.load("light", motion=False))
    yield
    theme.apply(qapp, theme.load("light"))


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show widgets in a column of a window."""
    windows: list[QWidget] = []

    def _show(
        *widgets: QWidget, width: int = 1366, height: int = 768, direction: Qt.LayoutDirection = LTR
    ) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        window.setLayoutDirection(direction)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return _show


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name)


def stones(now: int = 5, count: int = 11) -> list[StoneItem]:
    state = ["done"] * now + ["now"] + ["next"] * (count - now - 1)
    return [StoneItem(str(i), f"Sklop {i}", "house", state[i]) for i in range(count)]  # type: ignore[arg-type]


def tiles(*names: str) -> list[Tile]:
    return [Tile(name, "house") for name in names]


# ---- names
def test_everything_that_takes_the_focus_has_a_name(show: Show) -> None:
    grid, path, text, keys = TileGrid(), StonePath(), TouchText(), LetterKeys()
    grid.set_tiles(tiles("Amra", "Arben"))
    path.set_arrow_names("prej", "potem")
    path.set_stones(stones())
    text.set_sentences(["Na telefon dobite kodo."], ["kodo"])
    card, bar, pills = NowCard(), TopBar(), PillMenu("Slovenščina")
    card.set_action("Naprej")
    card.set_speak_name("Poslušaj")
    secret = Passphrase()
    secret.set_names("pokaži", "skrij")
    field, area = Field(secret), Field(TextArea())
    field.set_label("Geslo")
    area.set_label("Sporočilo")
    bar.add_end(pills)
    window = show(
        bar, grid, path, text, keys, card, field, area, Door("Besede", "10 minut", "books"),
        SpeakButton("Poslušaj"), RoundButton("settings", "Nastavitve"), IconButton("x", "Zapri"),
        Button("Shrani"), height=3000,
    )  # fmt: skip
    focusable = [
        child for child in window.findChildren(QWidget) if child.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert len(focusable) > 20
    nameless = [child for child in focusable if child.isVisible() and not name_of(child)]
    assert not [type(child).__name__ for child in nameless if not isinstance(child.parent(), QLineEdit)]


def test_a_stone_says_how_far_it_is(show: Show) -> None:
    path = StonePath()
    path.set_stones(stones(now=1, count=3))
    path.set_state_words("opravljeno", "zdaj", "pozneje")
    show(path)
    assert [stone.accessibleName() for stone in path.stones()] == [
        "Sklop 0, opravljeno",
        "Sklop 1, zdaj",
        "Sklop 2, pozneje",
    ]


def test_a_step_says_how_far_it_is(show: Show) -> None:
    steps = StepList()
    steps.set_state_words("opravljeno", "zdaj", "pozneje")
    steps.set_steps(["Prijava", "Odjava"])
    steps.set_current(1)
    show(steps)
    names = [child.accessibleName() for child in steps.findChildren(QWidget)]
    assert names == ["Prijava, opravljeno", "Odjava, zdaj"]


def test_a_field_names_and_describes_its_editor(show: Show) -> None:
    line = LineEdit()
    field = Field(line)
    field.set_label("Geslo")
    field.set_hint("Vsaj 12 znakov")
    field.set_message("Geslo je prekratko.", "attention")
    show(field)
    assert name_of(line) == "Geslo"
    assert line.accessibleDescription() == "Vsaj 12 znakov Geslo je prekratko."
    assert line.property("state") == "attention"
    field.set_message("")
    assert line.property("state") == ""


def test_feedback_is_announced(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def hear(event: object) -> None:
        said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    card = FeedbackCard()
    show(card)
    card.show_feedback(
        Feedback("near", "Skoraj!", [Piece("dokum"), Piece("en", marked=True), Piece("t")], "Še enkrat.")
    )
    assert said == ["Skoraj! dokument Še enkrat."]
    assert card.isVisible()
    assert card.property("role") == "amber"
    card.clear()
    assert not card.isVisible()


# ---- the keyboard
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "make",
    [lambda: Button("Naprej"), lambda: SpeakButton("Poslušaj"), lambda: Tile("Amra"), lambda: Door("Besede")],
)
def test_enter_and_space_press(
    qtbot: QtBot, show: Show, make: Callable[[], QAbstractButton], key: Qt.Key
) -> None:
    button = make()
    show(button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_arrows_walk_over_the_wall(show: Show) -> None:
    grid = TileGrid()
    people = tiles("Amra", "Arben", "Blerta", "Dragana", "Elena", "Fatima", "Igor", "Jasmina")
    grid.set_tiles(people)
    show(grid)
    assert grid.columns_in(grid.width()) == 6
    people[0].setFocus()
    walk = [
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 7), (Qt.Key.Key_Left, 6),
        (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 7), (Qt.Key.Key_Home, 0), (Qt.Key.Key_D, 3), (Qt.Key.Key_A, 0), (Qt.Key.Key_A, 1),
    ]  # fmt: skip
    for key, place in walk:
        QTest.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is people[place]


def test_arrows_follow_the_eye_in_a_mirrored_window(show: Show) -> None:
    grid = TileGrid()
    people = tiles("Amra", "Arben", "Blerta")
    grid.set_tiles(people)
    show(grid, direction=RTL)
    assert people[0].x() > people[1].x() > people[2].x()
    people[0].setFocus()
    QTest.keyClick(people[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is people[1]


def test_a_pressed_tile_says_its_place(qtbot: QtBot, show: Show) -> None:
    grid = TileGrid()
    grid.set_tiles(tiles("Amra", "Arben"))
    show(grid)
    with qtbot.waitSignal(grid.chosen) as heard:
        grid.tiles()[1].click()
    assert heard.args == [1]


def test_arrows_reach_every_stone_and_bring_it_in_sight(show: Show) -> None:
    path = StonePath()
    path.set_stones(stones())
    show(path)
    every = path.stones()
    assert every[5] in path.shown()
    assert len(path.shown()) == 6
    every[5].setFocus()
    for place in range(6, 11):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert QApplication.focusWidget() is every[place]
        assert every[place].isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert QApplication.focusWidget() is every[0]


def test_a_pressed_stone_says_its_key(qtbot: QtBot, show: Show) -> None:
    path = StonePath()
    path.set_stones(stones())
    show(path)
    with qtbot.waitSignal(path.chosen) as heard:
        QTest.keyClick(path.stones()[5], Qt.Key.Key_Return)
    assert heard.args == ["5"]


def test_stones_turn_round_with_the_window(show: Show) -> None:
    path = StonePath()
    path.set_stones(stones())
    show(path, direction=RTL)
    xs = [stone.x() for stone in path.shown()]
    assert xs == sorted(xs, reverse=True)
    QTest.keyClick(path.shown()[0], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is path.shown()[1]


def test_words_can_be_reached_and_touched_by_keyboard(qtbot: QtBot, show: Show) -> None:
    text, first = TouchText(), Button("Nazaj")
    text.set_sentences(["Na telefon dobite kodo.", "Kode ne povejte nikomur."], ["nikomur", "kodo"])
    show(first, text)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "kodo"
    with qtbot.waitSignal(text.touched) as heard:
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert heard.args == [1]


def test_only_whole_words_can_be_touched(show: Show) -> None:
    text = TouchText()
    text.set_sentences(["Kodo dobite. Kodoljub ni koda."], ["kodo", "koda"])
    show(text)
    assert [word.text() for word in text.words()] == ["Kodo", "koda"]


def test_words_stay_the_same_when_the_theme_changes(show: Show, qapp: QApplication) -> None:
    text = TouchText()
    text.set_sentences(["Na telefon dobite kodo."], ["kodo"])
    show(text)
    word = text.words()[0]
    before = QRect(word.geometry())
    theme.apply(qapp, theme.load("dark", motion=False), 2.0)
    QApplication.processEvents()
    assert text.words()[0] is word
    assert word.geometry() != before


def test_letter_keys_type_where_the_cursor_is_and_leave_it_there(show: Show) -> None:
    line, keys = LineEdit("answer"), LetterKeys()
    show(line, keys)
    line.setFocus()
    QTest.keyClicks(line, "vroina")
    line.setCursorPosition(3)
    key = keys.findChildren(Button)[0]
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert line.text() == "vročina"
    assert line.cursorPosition() == 4
    assert QApplication.focusWidget() is line


def test_letter_keys_work_by_keyboard_with_a_target(show: Show) -> None:
    area, keys = TextArea(), LetterKeys()
    keys.set_target(area)
    show(area, keys)
    key = keys.findChildren(Button)[1]
    key.setFocus()
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert area.toPlainText() == "š"


def test_tab_leaves_a_text_area(show: Show) -> None:
    area, after = TextArea(), Button("Pošlji")
    show(area, after)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    assert area.toPlainText() == ""


def test_the_eye_shows_and_hides_a_secret(show: Show) -> None:
    secret = Passphrase()
    secret.set_names("pokaži", "skrij")
    show(secret)
    eye = secret.findChildren(IconButton)[0]
    assert (secret.echoMode(), eye.accessibleName()) == (QLineEdit.EchoMode.Password, "pokaži")
    eye.click()
    assert (secret.echoMode(), eye.accessibleName()) == (QLineEdit.EchoMode.Normal, "skrij")


def test_a_pill_offers_choices(qtbot: QtBot, show: Show) -> None:
    pill = PillMenu("Slovenščina")
    pill.set_choices([("sl", "Slovenščina"), ("ar", "العربية")])
    pill.set_current("sl")
    show(pill)
    with qtbot.waitSignal(pill.chosen) as heard:
        pill.menu_of_choices().actions()[1].trigger()
    assert heard.args == ["ar"]
    assert [action.isChecked() for action in pill.menu_of_choices().actions()] == [False, True]


def test_many_choices_are_sought_by_typing_and_chosen_with_the_keyboard(qtbot: QtBot, show: Show) -> None:
    pill = PillMenu("Skupina")
    towns = ("Jesenice", "Škofja Loka", "Kranj")
    pill.set_choices([(str(n), f"{towns[n % 3]} {n}") for n in range(200)])
    pill.set_current("7")
    show(pill)
    QTest.keyClick(pill, Qt.Key.Key_Space)
    found = QApplication.activePopupWidget()
    assert isinstance(found, ChoiceList)
    (field,), (shown,) = found.findChildren(QLineEdit), found.findChildren(QListView)
    assert shown.currentIndex().data() == "Škofja Loka 7"
    QTest.keyClicks(field, "skofja 10")
    assert [shown.model().index(row, 0).data() for row in range(shown.model().rowCount())] == [
        "Škofja Loka 10",
        "Škofja Loka 100",
        "Škofja Loka 103",
        "Škofja Loka 106",
        "Škofja Loka 109",
    ]
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(pill.chosen) as heard:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["100"]
    assert QApplication.activePopupWidget() is None


def test_a_search_that_finds_no_choice_says_so_and_chooses_nothing(show: Show) -> None:
    pill = PillMenu("Skupina")
    pill.set_choices([(str(n), f"Jesenice {n}") for n in range(30)])
    show(pill)
    pill.click()
    found = QApplication.activePopupWidget()
    assert isinstance(found, ChoiceList)
    (field,) = found.findChildren(QLineEdit)
    QTest.keyClicks(field, "Kranj")
    assert [label.text() for label in found.findChildren(Label) if label.isVisible()] == [
        _("Nothing is called that.")
    ]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert found.isVisible(), "nothing was chosen"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


# ---- room
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_targets_are_large_enough(show: Show, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, theme.load("light", motion=False), scale)
    buttons: list[QWidget] = [
        Button("Naprej"), Button("Naprej", "quiet"), PillButton("Arben"), SpeakButton("Poslušaj"),
        Button("č", "letter"),
        IconButton("x", "Zapri"), Button("več", "link"), Button("Danes", "nav"),
        LineEdit(), PillButton(icon="moon"),
    ]  # fmt: skip
    show(*buttons, height=2000)
    assert not [button for button in buttons if button.height() < 44 or button.width() < 44]
    main = Button("Naprej", "main")
    show(main)
    assert main.height() >= 64


def test_a_long_text_wraps_instead_of_being_cut(show: Show) -> None:
    button = Button("Naročanje z e-napotnico in odpoved termina pri zdravniku", "main")
    show(button, width=320)
    assert button.width() <= 320
    assert button.height() >= button.heightForWidth(button.width()) > 64


@pytest.mark.parametrize(
    "text", ["Natisni list", "ابدأ من جديد", "خطوة إلى الوراء", "Показати", "رسالة إلى zVEM"]
)
@pytest.mark.parametrize("role", ["main", "secondary", "pill"])
def test_a_button_is_one_line_at_its_own_width(show: Show, text: str, role: str) -> None:
    button = Button(text, role, icon="printer")
    show(button)
    assert button.width() == button.sizeHint().width()
    assert button.height() == theme.load("light").px("main_target" if role == "main" else "target")


def test_arabic_lines_stand_at_their_edge(show: Show) -> None:
    label = Label("ستصلك رسالة فيها رمز على هاتفك. الرمز من أربعة أرقام. لا تخبر أحدًا بالرمز.", "lead")
    show(label, width=420, direction=RTL)
    image = label.grab().toImage()
    assert label.height() > 60

    def last_ink(top: int, bottom: int) -> int:
        paper = image.pixelColor(0, 0)
        columns = range(image.width() - 1, 0, -1)
        return next(x for x in columns if any(image.pixelColor(x, y) != paper for y in range(top, bottom)))

    half = image.height() // 2
    assert abs(last_ink(0, half) - last_ink(half, image.height())) <= 4


def test_a_label_is_one_line_while_there_is_room(show: Show) -> None:
    label = Label("Skupina Jesenice 1 · 9. srečanje", "title")
    row = QWidget()
    line = QHBoxLayout(row)
    line.addWidget(label)
    line.addStretch(1)
    show(row)
    assert label.height() < 2 * label.fontMetrics().height()


def test_tiles_reflow_when_letters_grow(show: Show, qapp: QApplication) -> None:
    grid = TileGrid()
    grid.set_tiles(tiles("Amra", "Arben", "Blerta", "Dragana", "Elena", "Fatima"))
    show(grid)
    assert grid.columns_in(grid.width()) == 6
    theme.apply(qapp, theme.load("light", motion=False), 2.0)
    QApplication.processEvents()
    assert grid.columns_in(grid.width()) == 3
    assert not grid.tiles()[0].geometry().intersects(grid.tiles()[3].geometry())


def test_fewer_stones_are_shown_when_letters_grow(show: Show, qapp: QApplication) -> None:
    path = StonePath()
    path.set_stones(stones())
    show(path)
    theme.apply(qapp, theme.load("light", motion=False), 2.0)
    QApplication.processEvents()
    assert 2 <= len(path.shown()) <= 4
    assert path.stones()[5] in path.shown()


def test_a_flow_begins_a_new_row(show: Show) -> None:
    body = QWidget()
    flow = FlowLayout(8, body)
    buttons = [Button("Pokaži mi"), Button("Namig"), Button("Začni znova")]
    for button in buttons:
        flow.addWidget(button)
    show(body, width=320)
    assert buttons[2].y() > buttons[0].y()
    assert all(button.geometry().right() <= body.width() for button in buttons)


def test_the_next_step_puts_its_button_below_when_narrow(show: Show) -> None:
    card = NowCard()
    card.set_title("Sporočilo zdravniku v zVEM")
    card.set_action("Naprej")
    window = show(card)
    beside = card.action.x()
    assert beside > card.width() * 0.7
    window.resize(620, 768)
    QApplication.processEvents()
    assert card.action.y() > card.height() * 0.5


def test_focus_scrolls_into_view(show: Show) -> None:
    body = QWidget()
    column = QVBoxLayout(body)
    buttons = [Button(f"Gumb {place}") for place in range(40)]
    for button in buttons:
        column.addWidget(button)
    scroller = Scroller(body)
    window = QWidget()
    QVBoxLayout(window).addWidget(scroller)
    show(window, height=400)
    buttons[39].setFocus(Qt.FocusReason.TabFocusReason)
    top = buttons[39].mapTo(scroller.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= scroller.viewport().height() - buttons[39].height()


def test_table_columns_take_what_they_need(show: Show) -> None:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Oseba", "Dela", "Stanje"])
    row = [QStandardItem(text) for text in ("Amra", "Sporočilo zdravniku v zVEM", "potrebuje pomoč")]
    row[0].setData("honeybee", PICTOGRAM)
    row[2].setData("help", CHIP)
    table = Table()
    show(table, width=1000)
    table.setModel(model)
    model.appendRow(row)
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()
    assert all(header.sectionSize(column) >= table.sizeHintForColumn(column) for column in range(3))
    table.grab()


# ---- direction
@pytest.mark.parametrize(
    ("text", "direction"),
    [("Naprej", LTR), ("العربية", RTL), ("10 minut", LTR), ("١٠ دقائق", RTL), ("112", LTR), ("", LTR)],
)
def test_a_text_runs_as_its_letters_do(text: str, direction: Qt.LayoutDirection) -> None:
    assert direction_of_text(text) == direction


@pytest.mark.parametrize(
    ("language", "rtl"), [("ar", True), ("fa", True), ("sl", False), ("uk", False), ("ar-SY", True)]
)
def test_a_language_has_its_direction(language: str, rtl: bool) -> None:
    assert (direction_of(language) == RTL) is rtl


def test_slovenian_stays_left_to_right_in_a_mirrored_window(show: Show) -> None:
    text = TouchText()
    text.set_sentences(["Koda ima štiri števke."], ["Koda", "števke"])
    show(text, direction=RTL)
    first, last = text.words()
    assert first.x() < last.x()
    assert last.geometry().right() > text.width() - 40


def test_the_second_language_has_its_own_direction(show: Show) -> None:
    own = SecondLanguage()
    show(own)
    own.set_text("الرمز من أربعة أرقام.", "ar")
    assert own.layoutDirection() == RTL
    assert own.isVisible()
    own.set_text("", "ar")
    assert not own.isVisible()


def test_labels_begin_at_the_start_of_the_window(show: Show) -> None:
    label = Label("Dober dan!")
    window = show(label, direction=RTL)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    window.setLayoutDirection(LTR)
    assert label.alignment() & Qt.AlignmentFlag.AlignLeft


# ---- the ring
def test_the_ring_follows_the_keyboard(show: Show) -> None:
    first, second = Button("Nazaj"), Button("Naprej")
    window = show(first, second)
    ring = FocusRing(window)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target() is first
    assert ring.isVisible()
    assert ring.geometry().contains(first.geometry())
    assert ring.geometry().width() == first.width() + 2 * 7
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target() is second
    window.resize(900, 500)
    QApplication.processEvents()
    assert ring.geometry().center() == second.geometry().center()


def test_the_mouse_leaves_no_ring_but_a_place_to_type_has_one(show: Show) -> None:
    button, line = Button("Naprej"), LineEdit()
    window = show(button, line)
    ring = FocusRing(window)
    line.setFocus()
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    pressed_shows = ring.target() is button
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert not pressed_shows
    assert ring.target() is line


def test_the_ring_is_hollow_and_lets_the_mouse_through(show: Show) -> None:
    line = LineEdit()
    window = show(line)
    ring = FocusRing(window)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.mask().contains(ring.rect().center())
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert window.childAt(line.geometry().center()) is line


def test_typing_repaints_no_more_of_the_ring_than_its_corners(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    real = FocusRing.paintEvent

    def measure(self: FocusRing, event: QPaintEvent) -> None:
        painted.append(sum(box.width() * box.height() for box in event.region()))
        real(self, event)

    monkeypatch.setattr(FocusRing, "paintEvent", measure)
    line = LineEdit("answer")
    window = show(line)
    ring = FocusRing(window)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    painted.clear()
    for letter in "osebni dokument":
        QTest.keyClick(line, letter)
        QApplication.processEvents()
    assert ring.isVisible()
    assert max(painted, default=0) < 4 * 10 * 10


def test_the_ring_hides_when_its_widget_is_scrolled_away_or_hidden(show: Show) -> None:
    body = QWidget()
    column = QVBoxLayout(body)
    buttons = [Button(f"Gumb {place}") for place in range(40)]
    for button in buttons:
        column.addWidget(button)
    scroller = Scroller(body)
    scroller.setFixedHeight(300)
    window = show(scroller)
    ring = FocusRing(window)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    scroller.verticalScrollBar().setValue(600)
    assert not ring.isVisible()
    scroller.verticalScrollBar().setValue(0)
    assert ring.isVisible()
    buttons[0].hide()
    assert ring.target() is not buttons[0] or not ring.isVisible()


# ---- the rest
def test_progress_is_said_in_words(show: Show) -> None:
    bar, line = StageBar(), ProgressLine()
    bar.set_stages(["Berem", "Besede", "Vodi me"])
    bar.set_current(1)
    bar.set_summary("Korak 2 od 3: Besede")
    line.set_part(2, 0)
    line.set_summary("2 od 5")
    show(bar, line)
    assert name_of(bar) == "Korak 2 od 3: Besede"
    assert bar.accessibleDescription() == "Besede"
    assert name_of(line) == "2 od 5"


def test_pictures_may_be_decoration_or_say_what_is_seen(show: Show) -> None:
    picture, panel = Picture("house"), PicturePanel("sky", "house")
    panel.set_description("Hiša")
    picture.set_icon("phone", "soft")
    panel.set_caption("4827")
    window = show(picture, panel)
    assert picture.accessibleName() == ""
    assert name_of(panel) == "Hiša"
    window.grab()


def test_nothing_moves_when_stillness_is_wanted(show: Show) -> None:
    card = Card()
    show(card)
    assert fade_in(card, card.theme()) is None
    animation = fade_in(card, theme.load("light"))
    assert animation is not None
    assert 150 <= animation.duration() <= 250
    animation.stop()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps it in the registry")
def test_the_desktop_may_ask_for_stillness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("GTK_ENABLE_ANIMATIONS", raising=False)
    assert not system_prefers_still()
    (tmp_path / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n", encoding="utf-8")
    assert system_prefers_still()


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("direction", [LTR, RTL])
def test_every_widget_paints_in_every_theme(
    show: Show, qapp: QApplication, name: str, direction: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, theme.load(name, motion=False), 1.5)
    path, grid, feedback, bar, steps, card = (
        StonePath(),
        TileGrid(),
        FeedbackCard(),
        StageBar(),
        StepList(),
        NowCard(),
    )
    path.set_stones(stones())
    grid.set_tiles([Tile("Amra", "house"), Tile("", "key", kind="pin"), Tile("Sam / sama", kind="answer")])
    grid.tiles()[2].set_icon("report-alone", "pine")
    grid.tiles()[2].setCheckable(True)
    grid.tiles()[2].setChecked(True)
    grid.tiles()[0].setEnabled(False)
    bar.set_stages(["a", "b", "c"])
    bar.set_current(1)
    steps.set_steps(["Prijava", "Sporočilo", "Odjava"])
    steps.set_current(1)
    card.set_pictogram("hospital")
    window = show(path, grid, feedback, bar, steps, card, direction=direction, height=3000)
    for kind in ("right", "near", "wrong"):
        feedback.show_feedback(Feedback(kind, "Skoraj!", [Piece("a"), Piece("b", marked=True)], "namig"))  # type: ignore[arg-type]
        image = window.grab().toImage()
        assert image.pixelColor(3, 3).name() == theme.load(name).colour("paper").name() or not image.isNull()
