# SPDX-License-Identifier: GPL-3.0-or-later
"""Every device and every block on the screen, by mouse and by keys: the task of the pack ``delavnica``."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from tests.ui.screen import rest

from korak import paths
from korak.clock import SystemClock
from korak.practice import actions as act
from korak.practice.events import Ignored, RealNumber
from korak.practice.log import Play
from korak.practice.world import World
from korak.services.packs import load_pack
from korak.settings import DeviceSettings
from korak.ui.audio import Sounds, Voice
from korak.ui.background import Background
from korak.ui.frame import Frame
from korak.ui.practice.day import DayBox
from korak.ui.practice.upload import UploadBox
from korak.ui.practice.view import PracticeView
from korak.ui.preferences import Preferences

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PACK = load_pack(Path(__file__).resolve().parents[1] / "packs" / "delavnica")
TASK = PACK.tasks["vse"]
FORM = "delavnica/vloga"


class Nowhere:
    """A navigator that leads nowhere."""

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_arguments: None


class Bench:
    """A learner before the world: what the hands do goes the way it goes in the program."""

    def __init__(self, view: PracticeView) -> None:
        self.view = view
        self.play = Play.start(PACK, TASK, 7)
        self.done: list[act.Action] = []
        view.acted.connect(self.act)
        self.draw()

    def act(self, action: act.Action) -> None:
        """What the station does with an action, without the keeping."""
        self.done.append(action)
        device = self.play.world.state.device
        self.play = self.play.do(action)
        if isinstance(action, act.OpenDevice):
            self.view.set_front(action.device)
        elif self.play.world.state.device != device:
            self.view.follow_device(self.play.world.state.device)
        self.draw()
        if any(isinstance(event, RealNumber) for event in self.play.world.events):
            self.view.stop_at_real_number(action)

    def draw(self) -> None:
        """Draw the world."""
        self.view.show_world(self.play.world)
        rest(1)

    def control(self, target: str) -> QWidget:
        """The widget of a target that is seen."""
        widget = self.view.control(target)
        assert widget is not None, target
        return widget

    def do(self, line: str, *, keys: bool = False) -> None:
        """One action of the author, by hand."""
        action = self.play.coach.planner.resolved(act.read(line), self.play.world)
        name = self.view.target_of(action)
        if not self.view.reachable(name) and not isinstance(action, act.OpenDevice):
            self.press(self.control(name), keys=keys)
        match action:
            case act.Fill(_, text):
                self.fill(name, text, keys=keys)
            case act.Choose(field, index):
                self.choose(field, index, keys=keys)
            case _:
                self.press(self.view.spot(name) or self.control(name), keys=keys)
        assert not any(isinstance(event, Ignored) for event in self.play.world.events), line

    def fill(self, name: str, text: str, *, keys: bool) -> None:
        """Type a text, or choose a file from the list."""
        widget = self.control(name)
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setFocus()
            widget.selectAll()
            widget.insertPlainText(text) if isinstance(widget, QPlainTextEdit) else widget.insert(text)
            self.view.flush()
            rest(1)
            return
        self.press(widget, keys=keys)
        browser, front = self.view.world.browser, self.view.front
        chooser = browser.chooser if front == "browser" else self.view.world.app(front).chooser  # type: ignore[attr-defined]
        row = chooser.row(text)
        assert row is not None
        self.press(row, keys=keys)

    def choose(self, field: str, index: int, *, keys: bool) -> None:
        """Choose an entry."""
        widget = self.control(field)
        if isinstance(widget, QComboBox):
            widget.setFocus()
            for _step in range(index + 1):
                QTest.keyClick(widget, Qt.Key.Key_Down)
            return
        spot = self.view.spot(field, index)
        assert spot is not None
        mark = getattr(spot, "mark", spot)
        self.press(mark, keys=keys)

    def press(self, widget: QWidget, *, keys: bool = False) -> None:
        """Press something by mouse or by the space bar."""
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        widget = getattr(widget, "mark", widget)
        if keys:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(widget, Qt.Key.Key_Space)
        else:
            at = QPoint(min(widget.width() // 2, 14), widget.height() // 2)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        rest(1)

    def to(self, line: str) -> None:
        """Do what the author does, up to this line; the world moves, the screen follows at the end."""
        for each in TASK.solution:
            if each == line:
                break
            action = self.play.coach.planner.resolved(act.read(each), self.play.world)
            self.play = self.play.do(action)
        self.view.set_front(self.play.world.state.device)
        self.draw()
        rest(30)

    def sees(self, text: str) -> bool:
        """Whether a text stands on the screen."""
        labels = (label for label in self.view.findChildren(QLabel) if label.isVisible())
        return any(text in label.text() for label in labels)


def a_view(folder: Path, application: QApplication, **wanted: object) -> PracticeView:
    """The practice view in some settings."""
    settings = DeviceSettings(sound=False, reduced_motion=True, **wanted)  # type: ignore[arg-type]
    preferences = Preferences(application, folder, settings)
    preferences.wear()
    sounds = Sounds(paths.assets() / "sounds", on=False)
    frame = Frame(preferences, Voice(on=False), sounds, Background(), SystemClock(), Nowhere())  # type: ignore[arg-type]
    view = PracticeView(frame)
    view.resize(1366, 700)
    view.show()
    view.activateWindow()
    return view


@pytest.fixture
def seat(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Return what seats a learner before the world."""
    views: list[PracticeView] = []

    def begin(**wanted: object) -> Bench:
        view = a_view(tmp_path, qapp, **wanted)
        views.append(view)
        return Bench(view)

    yield begin
    for view in views:
        view.close()
        view.deleteLater()
    Preferences(qapp, tmp_path, DeviceSettings(sound=False, reduced_motion=True)).wear()


@pytest.mark.parametrize("keys", [False, True], ids=["mouse", "keys"])
def test_the_whole_task_is_done_on_every_device(seat, keys):
    learner = seat()
    for line in TASK.solution:
        learner.do(line, keys=keys)
    assert learner.play.progress.reached


def test_a_popup_covers_the_page_until_it_is_closed_with_escape(seat):
    learner = seat()
    popup = learner.view.world.browser.popup
    assert popup.isVisible()
    link = learner.control(f"{FORM.rpartition('/')[0]}/domov/k-vlogi")
    assert not link.isEnabled()
    QTest.keyClick(popup.close_button, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert link.isEnabled()


def test_a_real_number_is_stopped_kindly_and_the_field_is_empty_again(seat):
    learner = seat()
    learner.to("fill delavnica/vloga/ulica = Vzorčna ulica 1")
    field = learner.control(f"{FORM}/iban")
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.insert("SI56191000000123438")
    rest(400)
    assert f"{FORM}/iban" not in learner.play.world.state.fields, "it is not sent while it is typed"
    learner.control(f"{FORM}/ulica").setFocus()
    rest(1)
    assert learner.view._stopped.isVisible()
    assert learner.sees(learner.view._stopped.title.text())
    assert field.text() == ""
    assert not any("191000" in line.text for line in learner.play.log.lines)
    learner.press(learner.view._stopped.no)
    assert not learner.view._stopped.isVisible()


def test_typed_text_and_focus_stay_while_blocks_come_and_go(seat):
    learner = seat()
    learner.to("choose delavnica/vloga/vrsta = 1")
    street = learner.control(f"{FORM}/posta")
    assert isinstance(street, QLineEdit)
    street.setFocus()
    street.insert("amra@")
    before = learner.view.world.browser.body.box(f"{FORM}/lastnik")
    assert before is None
    learner.act(act.Choose(f"{FORM}/vrsta", 0))
    assert learner.view.world.browser.body.box(f"{FORM}/lastnik") is not None
    assert learner.control(f"{FORM}/posta") is street
    assert street.text() == "amra@"
    assert street.hasFocus()
    learner.act(act.Choose(f"{FORM}/vrsta", 1))
    assert learner.view.world.browser.body.box(f"{FORM}/lastnik") is None
    assert street.text() == "amra@"


def test_a_table_sorts_and_its_pages_turn(seat):
    learner = seat()
    learner.do("press delavnica/cookies/necessary")
    learner.do("press browser/popup/close")
    table = "delavnica/domov/storitve"
    learner.do(f"press {table}/sort/2")
    box = learner.view.world.browser.body.box(table)
    assert box is not None
    rows = [row.accessibleName() for row in box._grid.rows]  # type: ignore[attr-defined]
    assert "Bled" in rows[0]
    learner.do(f"press {table}/next", keys=True)
    assert learner.sees("Stran 2 od 2")
    learner.do(f"press {table}/previous")
    assert learner.sees("Stran 1 od 2")


def test_a_day_is_chosen_in_the_calendar_by_keys(seat):
    learner = seat()
    learner.to("fill delavnica/vloga/od = $jutri")
    box = learner.view.world.browser.body.box(f"{FORM}/od")
    assert isinstance(box, DayBox)
    learner.press(box.button, keys=True)
    calendar = box.calendar
    assert calendar is not None
    QTest.keyClick(calendar, Qt.Key.Key_Right)
    day = QApplication.focusWidget()
    assert day is not None
    QTest.keyClick(day, Qt.Key.Key_Space)
    rest(1)
    assert box.calendar is None
    assert learner.play.world.state.fields[f"{FORM}/od"].endswith("2026")
    learner.press(box.button)
    assert box.calendar is not None
    QTest.keyClick(box.calendar, Qt.Key.Key_Escape)
    assert box.calendar is None


def test_a_file_of_the_wrong_size_is_refused_in_words(seat):
    learner = seat()
    learner.to("fill delavnica/vloga/priloga = Dokumenti/najemna-pogodba.pdf")
    box = learner.view.world.browser.body.box(f"{FORM}/priloga")
    assert isinstance(box, UploadBox)
    learner.press(box.button)
    chooser = learner.view.world.browser.chooser
    assert chooser.isVisible()
    row = chooser.row("Dokumenti/velika-slika.png")
    assert row is not None
    learner.press(row)
    assert not chooser.isVisible()
    assert learner.sees("Ta vrsta datoteke ni dovoljena.") or learner.sees("Datoteka je prevelika.")


def test_the_true_sender_is_shown_on_demand_only(seat):
    learner = seat()
    learner.do("open mail")
    learner.do("press mail/message/vracilo")
    assert not learner.sees("furs@vracilo.invalid")
    learner.do("press mail/sender", keys=True)
    assert learner.sees("furs@vracilo.invalid")


def test_what_is_written_in_a_mail_stays_through_a_redraw(seat):
    learner = seat()
    learner.do("open mail")
    learner.do("press mail/new")
    field = learner.control("mail/text")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.insertPlainText("Dober dan")
    learner.act(act.Fill("mail/attach", "Slike/potni-list.jpg"))
    assert learner.control("mail/text") is field
    assert field.toPlainText() == "Dober dan"


def test_a_paper_on_the_table_is_read_and_photographed(seat):
    learner = seat()
    learner.do("press paper/racun")
    assert learner.view.front == "table"
    assert learner.sees("84,20 €")
    learner.do("open phone")
    learner.do("unlock")
    learner.do("press phone/camera")
    learner.do("press phone/camera/racun")
    assert "racun" in learner.play.world.state.phone.photos


def test_a_call_can_be_declined_on_the_small_phone(seat):
    learner = seat()
    learner.to("press phone/call/answer")
    assert learner.view.front == "printer"
    learner.do("press phone/call/decline", keys=True)
    assert "neznan" in learner.play.world.state.phone.hung_up


def test_a_popup_that_was_held_back_is_shown_on_demand(seat):
    learner = seat()
    learner.act(act.TypeAddress("stran.vaja.invalid"))
    browser = learner.view.world.browser
    assert browser.held_back.isVisible()
    learner.do("press browser/popup/allow")
    assert browser.popup.isVisible()


@pytest.mark.parametrize(
    "line",
    [
        "fill delavnica/vloga/ulica = Vzorčna ulica 1",
        "press delavnica/vloga/podpis/read",
        "press delavnica/oddano/potrdilo/save",
        "press mail/message/vrtec",
        "fill mail/text = Pozdravljeni! Pošiljam pogodbo.",
        "press files/open",
        "press printer/take",
        "press phone/call/choice/2",
    ],
)
def test_everything_that_takes_the_focus_has_a_name(seat, line):
    learner = seat()
    learner.to(line)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in learner.view.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() not in (Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.ClickFocus)
        if not name_of(widget)
    ]
    assert nameless == []


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit):
        return "a place that scrolls"
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


@pytest.mark.parametrize(("scale", "language"), [(1.0, "sl"), (2.0, "sl"), (1.5, "ar")])
def test_no_page_needs_sideways_scrolling_and_portals_are_not_mirrored(seat, scale, language):
    learner = seat(text_scale=scale, language=language)
    learner.to("choose delavnica/vloga/vrsta = 1")
    body = learner.view.world.browser.body
    rest(20)
    assert body.horizontalScrollBar().maximum() == 0
    assert body.layoutDirection() == Qt.LayoutDirection.LeftToRight
    for front in ("mail", "files", "printer", "table"):
        learner.view.set_front(front)
        rest(5)
        app = learner.view.world.app(front)
        assert app.area.horizontalScrollBar().maximum() == 0, front
        assert app.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_page_can_be_seen_as_on_a_phone_and_needs_no_sideways_scrolling(seat):
    learner = seat()
    learner.to("choose delavnica/vloga/vrsta = 1")
    browser = learner.view.world.browser
    learner.press(browser.bar.phone)
    rest(30)
    assert browser.width() <= 430
    assert browser.body.horizontalScrollBar().maximum() == 0
    address = browser.bar.address
    host = address.fontMetrics().horizontalAdvance("delavnica.vaja.invalid")
    assert host <= address.contentsRect().width(), "whose page it is can be read"
    learner.press(browser.bar.phone, keys=True)
    rest(10)
    assert browser.width() > 800


@pytest.mark.parametrize(("scale", "phone"), [(1.0, True), (2.0, False)], ids=["phone", "large"])
def test_no_page_of_any_portal_that_ships_needs_sideways_scrolling(qtbot, qapp, tmp_path, scale, phone):
    pack = load_pack(paths.packs() / "koraki")
    view = a_view(tmp_path, qapp, text_scale=scale)
    qtbot.addWidget(view)
    browser = view.world.browser
    if phone:
        browser.bar.phone.click()
    too_wide: list[str] = []
    for name in pack.pages:
        view.show_world(World.at_page(pack, name, 7))
        for _turn in range(3):
            rest(1)
        if browser.body.horizontalScrollBar().maximum():
            too_wide.append(name)
    assert too_wide == []
    Preferences(qapp, tmp_path, DeviceSettings(sound=False, reduced_motion=True)).wear()


def test_days_in_tables_run_from_left_to_right_in_a_mirrored_program(seat):
    pictures = []
    for language in ("sl", "ar"):
        learner = seat(language=language)
        learner.do("press delavnica/cookies/necessary")
        learner.do("press browser/popup/close")
        box = learner.view.world.browser.body.box("delavnica/domov/storitve")
        assert box is not None
        row = box._grid.rows[0]  # type: ignore[attr-defined]
        row.setFixedSize(700, 60)
        rest(5)
        pictures.append(row.grab().toImage())
    assert pictures[0] == pictures[1]


def test_an_open_attachment_can_be_printed(seat):
    learner = seat()
    learner.do("open mail")
    learner.do("press mail/message/vrtec")
    learner.do("press mail/attachment/1")
    learner.do("print", keys=True)
    assert [sheet.title for sheet in learner.play.world.state.tray] == ["Splošni pogoji"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_step_of_the_signing_window_is_cut_off(seat, scale):
    learner = seat(text_scale=scale)
    learner.to("fill delavnica/vloga/podpis/code = $sms")
    learner.view.set_front("browser")
    rest(50)
    window = learner.view.world.browser.signing
    for name in ("cancel", "send", "confirm"):
        button = window._buttons[name]
        window._scroll.ensureWidgetVisible(button)
        rest(5)
        corner = button.mapTo(window, QPoint(0, 0))
        assert window.rect().contains(corner), name
        assert window.rect().contains(corner + QPoint(button.width() - 1, button.height() - 1)), name
        assert not button.visibleRegion().isEmpty(), name
