# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice world on the screen: a task done by mouse, by keyboard, with mistakes, hints and show me."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as struct_replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from sqlalchemy import select
from tests.ui.screen import Screen, rest

from korak.content.conditions import OnPage
from korak.content.task import Critical
from korak.i18n import gettext_in
from korak.learning.progress import StationState
from korak.practice import actions as act
from korak.practice.coach import Coach, target
from korak.practice.mistakes import MistakeCode
from korak.settings import DeviceSettings
from korak.storage import tables
from korak.ui.pages.lesson import LessonPage
from korak.ui.practice.coach import StepState
from korak.ui.practice.show import Speed
from korak.ui.practice.station import TaskStation
from korak.ui.practice.typed import PAUSE
from korak.ui.practice.words import GENERAL

LESSON = "sporocilo-zdravniku"
USER, PASSWORD = "sipass/smspass/uporabnik", "sipass/smspass/geslo"
NEXT, CODE, CONFIRM = "sipass/smspass/naprej", "sipass/koda/koda", "sipass/koda/potrdi"
MESSAGE = "zvem/novo-sporocilo/sporocilo"
STILL = DeviceSettings(sound=False, reduced_motion=True)


class Desk:
    """A learner at the practice world, with two hands."""

    def __init__(self, screen: Screen, mode: str, name: str = "Nadia") -> None:
        self.screen = screen
        self.session = screen.sign_in(name)
        house = screen.journey.house
        self.house = house
        station = next(one for one in house.pack.lessons[LESSON].stations() if one.mode == mode)
        self.key = station.key
        house.lessons.go_to(self.session, LESSON, station.key)
        self.open()

    def open(self) -> None:
        """Open the lesson, at the task."""
        self.screen.journey.lesson(LESSON)
        self.screen.page(LessonPage)
        self.station = self.screen.visible(TaskStation)[0]
        self.view = self.station.view

    @property
    def world(self):
        """The world as it is."""
        return self.station.play.world

    @property
    def place(self) -> str:
        """The page in front."""
        return self.world.state.place.name

    def control(self, name: str) -> QWidget:
        """What is on the screen for a target."""
        widget = self.view.control(name)
        assert widget is not None, f"{name} is not on the screen"
        return widget

    def click(self, name: str) -> None:
        """Press something with the mouse."""
        widget = self.control(name)
        at = QPoint(min(widget.width() // 2, 20), widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
        self.screen.settle()

    def write(self, name: str, text: str) -> None:
        """Go to a field and type."""
        self.control(name).setFocus()
        self.screen.write(text)

    def value(self, name: str) -> str:
        """What the world knows of a field."""
        return self.world.state.fields.get(name, "")

    def do(self, line: str) -> None:
        """One action by mouse and keys, as a learner would do it."""
        action = act.read(line)
        if not self.view.reachable(target(action)):
            self.click(target(action))  # the way to its device
            return
        match action:
            case act.Fill(field, text):
                self.control(field).setFocus()
                self.screen.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
                self.screen.write(text)
            case act.Choose(field, index):
                box = self.control(field)
                assert isinstance(box, QComboBox)
                box.setCurrentIndex(index)
                box.activated.emit(index)
            case _:
                self.click(target(action))

    def go(self, until: Callable[[act.Action], bool] = lambda _action: False) -> None:
        """Do what is right, until something comes."""
        for _ in range(60):
            self.view.flush()
            play = self.station.play
            action = play.coach.next_action(play.progress, play.world)
            if action is None or until(action):
                return
            self.do(act.write(action))
        raise AssertionError("no end in sight")

    def go_to(self, name: str) -> None:
        """Do what is right until the next thing to do is this."""
        self.go(lambda action: target(action) == name)

    def states(self) -> list[StepState]:
        """The list of steps as it is seen."""
        return list(self.view.steps.states)


@pytest.fixture
def desk(start: Callable[..., Screen]) -> Callable[..., Desk]:
    """Return what seats a learner at the practice world."""

    def seat(mode: str = "guide", wanted: DeviceSettings = STILL) -> Desk:
        return Desk(start(wanted=wanted), mode)

    return seat


def test_the_task_is_done_by_mouse_and_the_attempt_is_kept(desk):
    learner = desk()
    learner.go()
    assert learner.station.ended
    assert learner.view.glad.isVisible()
    assert set(learner.states()) == {StepState.DONE}
    progress = learner.house.lessons.progress(learner.session, LESSON)
    done = next(state for state in progress.stations if state.station.key == learner.key)
    assert done.state is StationState.DONE
    assert learner.screen.sees("Naprej")


def test_the_task_is_done_by_keyboard_alone(desk):
    learner = desk()
    screen = learner.screen
    for _ in range(60):
        play = learner.station.play
        action = play.coach.next_action(play.progress, play.world)
        if action is None:
            break
        tab_to(learner, target(action))
        match action:
            case act.Fill(_, text):
                screen.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
                screen.write(text)
                learner.view.flush()
            case act.Choose(_, index):
                for _step in range(index + 1):
                    screen.key(Qt.Key.Key_Down)
            case act.Tick():
                screen.key(Qt.Key.Key_Space)
            case _:
                screen.key(Qt.Key.Key_Return)
    assert learner.station.ended


def tab_to(learner: Desk, name: str) -> None:
    """Go with Tab alone until the focus is on what a target means."""
    for _ in range(60):
        if QApplication.focusWidget() is learner.view.control(name):
            return
        learner.screen.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


def test_what_was_typed_survives_a_change_of_devices(desk):
    learner = desk()
    learner.go_to(CODE)
    learner.write(CODE, "12")
    learner.screen.press("Brskalnik")
    learner.view.set_front("phone")
    learner.screen.settle()
    learner.screen.press("Brskalnik")
    box = learner.control(CODE)
    assert isinstance(box, QLineEdit)
    assert box.text() == "12"
    assert learner.value(CODE) == "12"


def test_no_letter_and_no_cursor_is_lost_while_the_page_is_drawn_again(desk):
    learner = desk()
    learner.go_to(MESSAGE)
    area = learner.control(MESSAGE)
    assert isinstance(area, QPlainTextEdit)
    learner.write(MESSAGE, "Dober dan")
    rest(450)
    assert learner.value(MESSAGE) == "Dober dan"
    cursor = area.textCursor()
    cursor.setPosition(5)
    area.setTextCursor(cursor)
    learner.screen.write("!!")
    learner.view.show_world(learner.world)
    assert area.toPlainText() == "Dober!! dan"
    assert area.textCursor().position() == 7
    assert area is learner.control(MESSAGE), "the field is the same widget still"


def test_typing_becomes_one_action_a_pause(desk):
    learner = desk()
    learner.go_to(USER)
    before = len(learner.station.play.log.lines)
    learner.write(USER, "arben")
    rest(450)
    assert [line.text for line in learner.station.play.log.lines[before:]] == [f"fill {USER} = arben"]


def test_a_wrong_code_shows_what_the_portal_says_and_what_the_coach_says(desk):
    learner = desk()
    learner.go_to(CODE)
    learner.write(CODE, "731204")
    learner.click(CONFIRM)
    assert learner.screen.sees("Ta koda ni zadnja."), "the portal's own words"
    assert learner.view.mistake.isVisible()
    assert learner.screen.sees("To je stara koda."), "the coach's words"
    assert learner.screen.sees("Poglejte zadnje sporočilo SI-PASS.")
    learner.screen.press("Razumem")
    assert not learner.view.mistake.isVisible()
    learner.go()
    assert learner.station.ended


def test_an_empty_field_is_pointed_out_below_the_field(desk):
    learner = desk()
    learner.go_to(USER)
    learner.click(NEXT)
    field = learner.control(USER)
    assert "Vpišite uporabniško ime." in field.accessibleDescription()
    assert learner.screen.sees("Vpišite uporabniško ime.")


def test_hints_say_then_point_then_do(desk):
    learner = desk()
    learner.go_to(USER)
    learner.screen.press("Namig")
    assert learner.screen.sees("Poglejte na svoj list: ime in geslo.")
    assert not learner.view.pointer.isVisible()
    learner.screen.press("Namig")
    assert learner.view.pointer.target is learner.control(USER)
    learner.screen.press("Namig")
    learner.screen.wait(lambda: learner.value(USER) != "")
    helped = learner.station.play.outcome().steps[0].help
    assert helped == 3


def test_show_me_does_the_next_thing(desk):
    learner = desk()
    learner.screen.press("Pokaži mi")
    learner.screen.wait(lambda: learner.place == "sipass/prijava")
    assert not learner.view.pointer.isVisible()


def test_the_showing_reaches_the_goal_by_itself(desk):
    learner = desk("show")
    learner.station._player.set_speed(Speed.FAST)
    learner.screen.press("Predvajaj")
    quicken(learner)
    learner.screen.wait(lambda: learner.station.ended)
    assert learner.screen.sees("Zdaj ste videli celo pot.")


def quicken(learner: Desk) -> None:
    """Let the eyes need no time: what is tested is the way, not the pace."""
    learner.station._performer._after = lambda _time, then: (
        setattr(learner.station._performer, "_next", then),
        learner.station._performer._wait.start(0),
    )
    timer = learner.station._player._wait
    begin = timer.start
    timer.start = lambda _time=0: begin(0)  # type: ignore[method-assign]


def test_the_showing_can_be_stopped_and_taken_step_by_step(desk):
    learner = desk("show")
    learner.screen.press("Predvajaj")
    assert learner.screen.sees("Ustavi prikaz")
    learner.screen.press("Ustavi prikaz")
    assert learner.screen.sees("Predvajaj")
    quicken(learner)
    learner.screen.press("Naslednji korak")
    learner.screen.wait(lambda: learner.place == "sipass/prijava")
    rest(50)
    assert learner.place == "sipass/prijava", "one step, and no more"


def test_only_looking_means_that_presses_do_nothing(desk):
    learner = desk("show")
    learner.view.world.browser.acted.emit(act.Press("zvem/domov/prijava"))
    assert learner.place == "zvem/domov"


def test_alone_there_is_no_coach_but_hints_are_there(desk):
    learner = desk("alone")
    assert learner.screen.sees("Pišite svoji ambulanti in prosite za termin.")
    assert not learner.view.now.show_button.isVisible()
    assert not learner.view.steps.isVisible()
    assert learner.view.paper.isVisible()
    learner.go()
    assert learner.station.ended
    assert learner.screen.sees("To ste naredili brez pomoči.")


def test_one_step_back_and_the_start_again(desk):
    learner = desk()
    learner.go_to(PASSWORD)
    learner.screen.press("Korak nazaj")
    assert learner.value(USER) == ""
    learner.screen.press("Korak nazaj")
    assert learner.place == "sipass/prijava"
    learner.screen.press("Začni znova")
    assert learner.screen.sees("Začnete to vajo znova?")
    learner.screen.press("Ne, nadaljuj")
    assert learner.place == "sipass/prijava"
    learner.screen.press("Začni znova")
    learner.screen.press("Začni znova", learner.view._sure)
    assert learner.place == "zvem/domov"


def test_esc_closes_a_card_before_it_makes_a_pause(desk):
    learner = desk()
    learner.screen.press("VAJA: to ni pravi portal")
    assert learner.screen.sees("Nič tukaj ni zares. Ničesar ne morete pokvariti.")
    learner.screen.key(Qt.Key.Key_Escape)
    assert not learner.view._meaning.isVisible()
    assert learner.station.isVisible()


def test_the_padlock_explains_itself_and_esc_closes_it(desk):
    learner = desk()
    learner.click("browser/padlock")
    note = learner.view.world.browser.note
    assert note.isVisible()
    learner.screen.key(Qt.Key.Key_Escape)
    assert not note.isVisible()


def test_an_address_can_be_typed(desk):
    learner = desk()
    learner.click("browser/new-tab")
    learner.write("browser/address", "zvem.vaja.invalid")
    learner.screen.key(Qt.Key.Key_Return)
    assert learner.place == "zvem/domov"
    assert learner.world.state.browser.current == 1
    learner.click("browser/tab/0")
    assert learner.world.state.browser.current == 0


def test_an_unfinished_task_goes_on_in_the_very_state(desk):
    learner = desk()
    learner.go_to(CODE)
    learner.write(CODE, "48")
    learner.screen.journey.home()
    learner.screen.settle()
    learner.open()
    assert learner.place == "sipass/koda"
    field = learner.control(CODE)
    assert isinstance(field, QLineEdit)
    assert field.text() == "48", "even what was typed a moment before"
    assert learner.states()[0] is StepState.NOW


def test_f6_goes_from_the_world_to_the_coach_to_the_devices(desk):
    learner = desk()
    regions = [learner.view.world, learner.view._coach, learner.view.devices]
    learner.view.focus_first()
    for region in (*regions[1:], regions[0]):
        learner.screen.key(Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert region.isAncestorOf(focused)


@pytest.mark.parametrize("page", ["zvem/domov/prijava", USER, CODE, "sipass/soglasje/strinjam", MESSAGE])
def test_everything_that_takes_the_focus_has_a_name(desk, page):
    learner = desk()
    learner.go_to(page)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in learner.view.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not name_of(widget)
    ]
    assert nameless == []


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QPlainTextEdit):
        return "a place that scrolls"
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["sl", "ar"])
def test_nothing_is_cut_off_in_large_letters_or_mirrored(desk, scale, language):
    wanted = DeviceSettings(sound=False, reduced_motion=True, text_scale=scale, language=language)
    learner = desk(wanted=wanted)
    learner.go_to(PASSWORD)
    view = learner.view
    for part in (view.world, view.devices, *view.devices.findChildren(QAbstractButton)):
        if part.isVisible():
            corner = part.mapTo(view, QPoint(0, 0))
            assert view.rect().contains(corner)
            assert view.rect().contains(corner + QPoint(part.width() - 1, part.height() - 1)), part
    cards = view._scroller
    assert cards.horizontalScrollBar().maximum() == 0
    assert view.world.browser.body.horizontalScrollBar().maximum() == 0
    assert view.world.browser.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_smallest_window_needs_no_sideways_scrolling(desk):
    learner = desk()
    learner.screen.window.resize(900, 620)
    learner.go_to(MESSAGE)
    assert learner.view.world.browser.body.horizontalScrollBar().maximum() == 0
    assert learner.view._scroller.horizontalScrollBar().maximum() == 0


def test_no_time_runs_during_a_pause(desk):
    learner = desk()
    clock = learner.screen.clock
    clock.forward(10)
    learner.station.active(False)
    clock.forward(300)
    learner.station.active(True)
    clock.forward(5)
    learner.click("zvem/domov/prijava")
    assert learner.station.play.log.lines[-1].at == pytest.approx(15)


REAL = "0101006500006"
"""A valid EMŠO that is nobody's."""


def kept(learner: Desk) -> str:
    """Everything the database holds of tasks: what a process killed now would leave."""
    rows = learner.house.lessons._store.rows(select(tables.task_log))
    return "\n".join(str(row) for row in rows)


def pause(learner: Desk) -> None:
    """Stop typing for as long as it takes to be sent."""
    rest(PAUSE + 120)
    learner.screen.settle()


@pytest.mark.parametrize("length", [5, 8, 10, 12])
def test_a_real_number_that_is_being_typed_is_not_kept_before_it_is_known(desk, length):
    learner = desk()
    learner.go_to(MESSAGE)
    learner.write(MESSAGE, "Dober dan. ")
    pause(learner)
    assert "Dober dan." in kept(learner)
    learner.write(MESSAGE, REAL[:length])
    pause(learner)
    assert REAL[:4] not in kept(learner), "a beginning tells the rest"
    assert REAL[:length] in learner.control(MESSAGE).toPlainText(), "but it is not taken away while one types"
    learner.write(MESSAGE, REAL[length:])
    pause(learner)
    assert learner.view._stopped.isVisible()
    assert REAL[:4] not in kept(learner)
    assert learner.control(MESSAGE).toPlainText() == "Dober dan.", "the words around it stay"
    assert learner.value(MESSAGE) == "Dober dan."


def test_the_beginning_of_a_real_number_that_is_left_is_stopped_kindly(desk):
    learner = desk()
    learner.go_to(MESSAGE)
    learner.write(MESSAGE, f"Moj EMŠO je {REAL[:12]}")
    learner.screen.key(Qt.Key.Key_Tab)
    assert learner.view._stopped.isVisible()
    assert REAL[:4] not in kept(learner)
    assert learner.value(MESSAGE) == "Moj EMŠO je"
    learner.screen.key(Qt.Key.Key_Escape)
    assert not learner.view._stopped.isVisible()


def test_a_real_number_in_the_address_bar_is_never_kept(desk):
    learner = desk()
    bar = learner.control("browser/address")
    bar.setFocus()
    learner.screen.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    learner.screen.write(f"emso {REAL}")
    pause(learner)
    learner.screen.key(Qt.Key.Key_Return)
    assert learner.view._stopped.isVisible()
    assert REAL[:4] not in kept(learner)


def test_ordinary_numbers_are_typed_and_kept_as_ever(desk):
    learner = desk()
    learner.go_to(MESSAGE)
    for text in ("Pokličite 041 234 567. ", "Bolan sem od 12. 11. 2026. "):
        learner.write(MESSAGE, text)
    pause(learner)
    assert "041 234 567" in kept(learner)
    assert "12. 11. 2026" in kept(learner)
    assert not learner.view._stopped.isVisible()


def test_a_mistake_says_what_happened_and_why_and_what_to_try(desk):
    learner = desk()
    learner.go_to(PASSWORD)
    learner.write(PASSWORD, learner.world.card()[0][1])
    learner.screen.key(Qt.Key.Key_Tab)
    card = learner.view.mistake
    assert card.isVisible()
    label = learner.house.pack.fields[USER].label
    assert label in card._says.text(), "the field it belongs into is named"
    assert len(re.findall(r"[.!?]", card._says.text())) >= 2, "what happened, and why"
    assert card._then.isVisible()


def test_every_mistake_has_words_for_what_happened_why_and_what_to_try():
    for code in MistakeCode:
        words = GENERAL[code]
        parts = (words.happened, words.why, words.then)
        assert all(parts) or code is MistakeCode.AUTHOR, code


def test_back_and_the_start_again_by_keys_alone(desk):
    learner = desk()
    learner.go_to(PASSWORD)
    assert learner.value(USER)
    learner.control(PASSWORD).setFocus()
    learner.screen.tab_to("Korak nazaj")
    learner.screen.key(Qt.Key.Key_Space)
    assert learner.value(USER) == ""
    learner.screen.tab_to("Začni znova")
    learner.screen.key(Qt.Key.Key_Space)
    assert learner.view._sure.isVisible()
    learner.screen.key(Qt.Key.Key_Return)
    assert not learner.view._sure.isVisible(), "the focus is on the safe answer"
    assert learner.place != "zvem/domov"
    learner.screen.tab_to("Začni znova")
    learner.screen.key(Qt.Key.Key_Space)
    learner.screen.key(Qt.Key.Key_Tab)
    learner.screen.key(Qt.Key.Key_Return)
    assert learner.place == "zvem/domov"


def test_the_showing_goes_slower_and_faster_by_keys(desk):
    learner = desk("show")
    panel = learner.station._controls
    panel.play_button.setFocus()
    learner.screen.tab_to(panel.speed_button.text())
    seen = []
    for _press in Speed:
        learner.screen.key(Qt.Key.Key_Space)
        seen.append(learner.station._player.speed)
    assert sorted(speed.value for speed in seen) == sorted(speed.value for speed in Speed)
    learner.station._player.set_speed(Speed.SLOW)
    learner.screen.press("Predvajaj")
    assert learner.station._player._wait.isActive()
    slow = learner.station._player._wait.remainingTime()
    learner.screen.press("Ustavi prikaz")
    learner.station._player.set_speed(Speed.FAST)
    learner.screen.press("Predvajaj")
    assert learner.station._player._wait.remainingTime() < slow / 2


def test_harm_is_explained_calmly_at_the_end_and_what_to_do_for_real(desk, monkeypatch):
    learner = desk()
    task = learner.station.play.coach.task
    harm = Critical(when=(OnPage(page="zvem/domov"),), says="To bi škodovalo.", then="Pokličite banko.")
    coach = Coach(learner.house.pack, struct_replace(task, critical=(harm,)))
    play = replace(learner.station.play, coach=coach, progress=replace(coach.start(), critical=(harm.says,)))
    learner.station._run = replace(learner.station._run, play=play)
    learner.go()
    assert learner.station.ended
    for text in ("When it is for real, take care:", "To bi škodovalo.", "Pokličite banko."):
        said = gettext_in("sl", text)
        assert any(said in label.text() for label in learner.screen.visible(QLabel)), text


def test_letters_stand_by_only_where_letters_belong(desk):
    learner = desk()
    learner.go_to(CODE)
    learner.control(CODE).setFocus()
    learner.screen.settle()
    assert not learner.view.devices.letters.isVisible(), "a code has no č"
    learner.go_to(MESSAGE)
    learner.control(MESSAGE).setFocus()
    learner.screen.settle()
    assert learner.view.devices.letters.isVisible()
    tops = {button.y() for button in learner.view.devices.devices.values() if button.isVisible()}
    assert len(tops) == 1, "and the devices stay in one row"


def test_the_second_hint_points_at_the_very_line_that_is_meant(desk):
    learner = desk()
    learner.go(lambda action: isinstance(action, act.Choose))
    action = learner.station.play.coach.next_action(learner.station.play.progress, learner.world)
    learner.screen.press("Namig")
    learner.screen.press("Namig")
    assert learner.view.pointer.target is learner.view.spot(action.field, action.index)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_row_below_the_world_stays_one_row_while_one_writes(desk, scale):
    learner = desk("guide", DeviceSettings(sound=False, reduced_motion=True, text_scale=scale))
    learner.go_to(MESSAGE)
    learner.control(MESSAGE).setFocus()
    learner.screen.settle()
    devices = [button for button in learner.view.devices.devices.values() if button.isVisible()]
    assert len({button.y() for button in devices}) == 1
    assert all(button.accessibleName() for button in devices)
    assert learner.view.devices.letters.isVisible()
