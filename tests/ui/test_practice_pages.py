# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of block as a widget: followed in place, filled by hand, worded where its author was silent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QRadioButton, QWidget
from tests.ui.screen import rest

from korak.content import blocks, fields
from korak.content.portal import Colours
from korak.practice import actions as act
from korak.practice.events import FieldFault
from korak.practice.view import (
    BlockView,
    LinkView,
    PageKind,
    PageView,
    PhoneView,
    RowView,
    SmsView,
    TabView,
)
from korak.settings import DeviceSettings
from korak.ui.practice.browser import BrowserView
from korak.ui.practice.phone import PhoneFrame
from korak.ui.practice.pointer import Pointer
from korak.ui.practice.portal import contrast, readable
from korak.ui.practice.structure import StepperBox
from korak.ui.preferences import Preferences

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

OPTIONS = ("prva", "druga", "tretja")
BLOCKS = (
    BlockView("p/s/0", blocks.Heading(text="Naslov"), "Naslov"),
    BlockView("p/s/1", blocks.Text(text="Besedilo"), "Besedilo"),
    BlockView("p/s/2", blocks.Notice(text="Pozor", tone="warning"), "Pozor"),
    BlockView("p/s/3", blocks.List(items=("ena", "dve")), items=("ena", "dve")),
    BlockView(
        "p/s/izbira", fields.Select(id="izbira", label="Izbira", options=OPTIONS), "Izbira", options=OPTIONS
    ),
    BlockView("p/s/radio", fields.Radio(id="radio", label="Krog", options=OPTIONS), "Krog", options=OPTIONS),
    BlockView("p/s/kljuka", fields.Checkbox(id="kljuka", label="Da"), "Da", required=True),
    BlockView("p/s/ime", fields.TextField(id="ime", label="Ime"), "Ime", help="Kot v potnem listu."),
    BlockView("p/s/geslo", fields.Password(id="geslo", label="Geslo"), "Geslo"),
    BlockView("p/s/koda", fields.SmsCode(id="koda", label="Koda"), "Koda"),
    BlockView("p/s/vec", fields.TextField(id="vec", label="Več", lines=4), "Več"),
    BlockView("p/s/poste", blocks.Messages(id="poste", record="x"), "Ni pošte.", rows=()),
    BlockView("p/s/naprej", blocks.Button(id="naprej", text="Naprej"), "Naprej"),
    BlockView("p/s/nazaj", blocks.Button(id="nazaj", text="Prekliči", main=False), "Prekliči"),
    BlockView("p/s/vec-o-tem", blocks.Link(id="vec-o-tem", text="Več o tem", go="x"), "Več o tem"),
)
PAGE = PageView(
    kind=PageKind.PORTAL,
    title="Stran",
    address="p.vaja.invalid/s",
    padlock=True,
    padlock_open=False,
    host="p.vaja.invalid",
    portal="p",
    page="s",
    header="Portal",
    colours=Colours(header="#2A6F97"),
    menu=(LinkView("p/menu/a", "Prva", current=True), LinkView("p/menu/b", "Druga")),
    blocks=BLOCKS,
    tabs=(TabView("Portal", current=True),),
)


@pytest.fixture
def browser(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[BrowserView]:
    """A browser with every kind of block on its page."""
    Preferences(qapp, tmp_path, DeviceSettings(sound=False, reduced_motion=True)).wear()
    view = BrowserView()
    view.resize(900, 620)
    view.show_page(PAGE)
    view.show()
    view.activateWindow()
    rest(5)
    yield view
    view.close()
    view.deleteLater()


@pytest.fixture
def done(browser: BrowserView) -> list[act.Action]:
    """What the learner does, as the world hears it."""
    actions: list[act.Action] = []
    browser.acted.connect(actions.append)
    return actions


def with_block(page: PageView, target: str, **changed: object) -> PageView:
    """The page with one block changed."""
    shown = tuple(replace(view, **changed) if view.target == target else view for view in page.blocks)
    return replace(page, blocks=shown)


def test_one_line_of_a_round_choice_is_chosen_by_its_words(browser, done):
    lines = browser.body.box("p/s/radio")
    assert lines is not None
    QTest.mouseClick(lines.spot(1), Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert done == [act.Choose("p/s/radio", 1)]
    browser.show_page(with_block(PAGE, "p/s/radio", selected=2))
    marks = lines.findChildren(QRadioButton)
    assert [mark.isChecked() for mark in marks] == [False, False, True]
    assert done == [act.Choose("p/s/radio", 1)], "drawing is no action"


def test_a_tick_is_one_action_and_drawing_it_is_none(browser, done):
    box = browser.body.box("p/s/kljuka")
    assert box is not None
    QTest.keyClick(box.control(), Qt.Key.Key_Space)
    assert done == [act.Tick("p/s/kljuka", on=True)]
    browser.show_page(with_block(PAGE, "p/s/kljuka", checked=False))
    mark = box.control()
    assert isinstance(mark, QCheckBox)
    assert not mark.isChecked()
    assert len(done) == 1


def test_turning_the_wheel_over_a_list_chooses_nothing(browser, done):
    field = browser.control("p/s/izbira")
    assert isinstance(field, QComboBox)
    none = QPoint(0, 0)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), none, QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    assert field.currentIndex() == -1
    assert done == []


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (FieldFault("required", "Vpišite ime."), "Vpišite ime."),
        (FieldFault("required"), "To polje je obvezno."),
        (FieldFault("too_short", expected=5), "Besedilo je prekratko. Najmanj znakov: 5."),
        (FieldFault("wrong_length", expected=6), "Število števk mora biti 6."),
    ],
)
def test_a_portal_says_its_authors_words_or_the_usual_ones(browser, fault, words):
    browser.show_page(with_block(PAGE, "p/s/ime", message=fault))
    field = browser.control("p/s/ime")
    assert words in [label.text() for label in browser.body.findChildren(QLabel) if label.isVisible()]
    assert words in field.accessibleDescription()
    assert field.property("state") == "attention"
    browser.show_page(PAGE)
    assert field.property("state") == ""


def test_a_required_field_says_so_to_eyes_and_ears(browser):
    box = browser.body.box("p/s/kljuka")
    assert box is not None
    assert "Da *" in [label.text() for label in box.findChildren(QLabel)]
    assert box.control().accessibleName().startswith("Da, ")


def test_enter_in_a_field_presses_the_main_button(browser, done):
    field = browser.control("p/s/ime")
    field.setFocus()
    QTest.keyClicks(field, "Arben")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert done == [act.Fill("p/s/ime", "Arben"), act.Press("p/s/naprej")]


def test_whatever_is_pressed_comes_after_what_was_typed(browser, done):
    field = browser.control("p/s/vec")
    field.setFocus()
    QTest.keyClicks(field, "Dober dan")
    browser.control("p/menu/b").click()
    assert done == [act.Fill("p/s/vec", "Dober dan"), act.Press("p/menu/b")]


def test_records_are_listed_and_an_empty_list_says_so(browser):
    assert "Ni pošte." in [label.text() for label in browser.body.findChildren(QLabel)]
    row = RowView("Prosim za termin", ("Družinska medicina",), "10.45")
    browser.show_page(with_block(PAGE, "p/s/poste", rows=(row,)))
    rest(5)
    texts = [label.text() for label in browser.body.findChildren(QLabel) if label.isVisible()]
    assert "Prosim za termin" in texts
    assert "Ni pošte." not in texts


def test_a_page_followed_in_place_keeps_its_widgets_and_its_focus(browser):
    field = browser.control("p/s/ime")
    field.setFocus()
    browser.show_page(replace(with_block(PAGE, "p/s/radio", selected=1), notice="Shranjeno."))
    assert browser.control("p/s/ime") is field
    assert field.hasFocus()
    assert "Shranjeno." in [label.text() for label in browser.body.findChildren(QLabel) if label.isVisible()]


def test_another_page_takes_the_focus_without_pointing_at_anything(browser):
    browser.control("p/s/naprej").setFocus()
    browser.show_page(replace(PAGE, page="t", blocks=BLOCKS[:2]))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Stran"
    assert focused.property("ring") is False


def test_an_address_nobody_has_offers_what_looks_like_it(browser, done):
    results = (LinkView("search/result/zvem", "Zdravje na spletu", detail="zvem.vaja.invalid"),)
    browser.show_page(
        PageView(
            kind=PageKind.SEARCH,
            title="zvem",
            address="zvem",
            padlock=False,
            padlock_open=False,
            results=results,
            typed="zvem",
            tabs=(TabView("zvem", current=True),),
        )
    )
    browser.control("search/result/zvem").click()
    assert done == [act.Press("search/result/zvem")]
    assert not browser.bar.padlock.isVisible()


def test_tabs_can_be_closed_only_when_there_are_several(browser, done):
    assert [close.isVisible() for _tab, close in browser.tabs._tabs] == [False]
    two = (TabView("Portal", current=False), TabView("", current=True))
    browser.show_page(replace(PAGE, tabs=two))
    names = [close.accessibleName() for _tab, close in browser.tabs._tabs]
    assert names == ["Zapri zavihek »Portal«", "Zapri zavihek »Nov zavihek«"]
    browser.tabs._tabs[0][1].click()
    assert done == [act.CloseTab(0)]


# ---------------------------------------------------------------------------------------------- phone


def test_the_phone_shows_its_code_large_and_keeps_its_secrets_while_locked(qtbot, qapp, tmp_path):
    Preferences(qapp, tmp_path, DeviceSettings(sound=False)).wear()
    phone = PhoneFrame()
    qtbot.addWidget(phone)
    phone.show_phone(PhoneView(True, "10:42", 2, (), None))
    texts = [label.text() for label in phone.findChildren(QLabel)]
    assert any("2" in text and "sporočili" in text for text in texts)
    message = SmsView(0, "SI-PASS VAJA", "Vaša koda je 482715. <b>Ne</b> povejte je.", "10:42", True, True)
    phone.show_phone(PhoneView(False, "10:42", 0, (message,), message))
    shown = next(label for label in phone.findChildren(QLabel) if "482715" in label.text())
    assert ">482715</b>" in shown.text()
    assert "&lt;b&gt;Ne&lt;/b&gt;" in shown.text(), "a message is text, never markup"
    assert shown.accessibleName() == message.text


# -------------------------------------------------------------------------------------------- pointer


@pytest.fixture
def ground(qtbot) -> QWidget:
    """A widget to point about on."""
    widget = QWidget()
    widget.resize(600, 400)
    qtbot.addWidget(widget)
    return widget


def target_on(ground: QWidget) -> QWidget:
    """Something to point at."""
    target = QWidget(ground)
    target.setGeometry(100, 100, 120, 40)
    ground.show()
    rest(5)
    return target


def test_the_pointer_follows_what_it_points_at(ground, qapp, tmp_path):
    Preferences(qapp, tmp_path, DeviceSettings(reduced_motion=True)).wear()
    target, pointer = target_on(ground), Pointer(ground)
    pointer.point_at(target)
    assert pointer._box.contains(QPointF(110, 110))
    target.move(300, 200)
    assert pointer._box.contains(QPointF(310, 210))
    ground.resize(700, 500)
    assert pointer.size() == ground.size()
    target.deleteLater()
    rest(5)
    assert pointer.target is None
    assert not pointer.isVisible()


def test_where_nothing_may_move_the_pointer_is_there_at_once(ground, qapp, qtbot, tmp_path):
    Preferences(qapp, tmp_path, DeviceSettings(reduced_motion=True)).wear()
    target, pointer = target_on(ground), Pointer(ground)
    with qtbot.waitSignal(pointer.arrived, timeout=1):
        pointer.point_at(target)


def test_the_pointer_glides_so_that_the_eye_can_follow(ground, qapp, qtbot, tmp_path):
    Preferences(qapp, tmp_path, DeviceSettings(reduced_motion=False)).wear()
    target, pointer = target_on(ground), Pointer(ground)
    pointer.ensurePolished()
    with qtbot.waitSignal(pointer.arrived, timeout=3000):
        pointer.point_at(target, speed=4)
        assert pointer._at != pointer._tip()
    assert pointer._at == pointer._tip()


def test_the_pointer_lets_presses_through(ground):
    pointer = Pointer(ground)
    assert pointer.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


# -------------------------------------------------------------------------------------------- colours


@pytest.mark.parametrize("colour", ["#2A6F97", "#4A3F6B", "#0B5345", "#777777", "#FFE000"])
@pytest.mark.parametrize("ground", ["#FFFFFF", "#151D1C", "#000000"])
def test_a_portals_colour_can_be_read_on_any_ground(colour, ground):
    assert contrast(readable(QColor(colour), QColor(ground)), QColor(ground)) >= 4.5
    assert contrast(readable(QColor(colour), QColor(ground), 7.0), QColor(ground)) >= 7.0


def test_what_did_not_work_is_not_said_with_a_tick(browser):
    for refused, icon in ((True, "triangle-alert"), (False, "circle-check")):
        browser.show_page(replace(PAGE, notice="Tega ni.", refused=refused))
        assert browser.body._notice.icon == icon


@pytest.mark.parametrize(
    ("now", "said"), [(0, "Korak 1 od 2: Prvi"), (2, "Korak 2 od 2: Drugi"), (7, "Korak 2 od 2: Drugi")]
)
def test_a_stepper_never_counts_from_nought_nor_past_its_end(browser, now, said):
    block = blocks.Stepper(steps=("Prvi", "Drugi"), now=now)
    browser.show_page(replace(PAGE, page="t", blocks=(BlockView("p/t/0", block, items=block.steps),)))
    assert [label.text() for label in browser.body.findChildren(StepperBox)[0].findChildren(QLabel)] == [said]


def test_the_ring_around_a_field_leaves_its_label_free(browser, qapp):
    field = browser.control("p/s/ime")
    label = field.parentWidget().label
    gap = field.mapTo(browser, QPoint(0, 0)).y() - label.mapTo(browser, QPoint(0, label.height())).y()
    assert gap >= 8
