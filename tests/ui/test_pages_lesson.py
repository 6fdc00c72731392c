# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner goes through a lesson; what is shown as accepted is stored, and the place is kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.screen import Screen
from tests.ui.walk import LESSON

from korak.content.exercises.choice import Choice
from korak.content.exercises.typed import Typed
from korak.content.lesson import MyStep, Read, WordsStep
from korak.learning.attempt import read_my_step
from korak.practice.actions import TypeAddress
from korak.ui.exercise import ExerciseView
from korak.ui.pages.home import HomePage
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.playground import PlaygroundPage
from korak.ui.pages.record import RecordPage
from korak.ui.pages.wall import WallPage
from korak.ui.pages.words import WordsPage
from korak.ui.widgets.tile import Tile

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Start = Callable[..., Screen]


@pytest.fixture
def page(screen: Screen) -> LessonPage:
    """Return the lesson, at its first stop."""
    screen.sign_in("Amra")
    screen.journey.lesson(LESSON)
    lesson = screen.page(LessonPage)
    lesson.go_to(0)
    screen.settle()
    return lesson


def _attempts(screen: Screen, station: str) -> int:
    session = screen.journey.session
    assert session is not None
    progress = screen.journey.house.lessons.progress(session, LESSON)
    return next(one.tries for one in progress.stations if one.station.key == station)


def _place_of(page: LessonPage, kind: type) -> int:
    return next(place for place, one in enumerate(page.stations) if isinstance(one.step, kind))


def test_reading_leads_on_and_is_stored(screen: Screen, page: LessonPage) -> None:
    first = page.stations[0]
    assert isinstance(first.step, Read)
    assert screen.sees(first.step.text[0])
    screen.press("I understand, next")
    assert page.place == 1
    assert _attempts(screen, first.key) >= 1


def test_a_touched_word_is_explained_and_the_explanation_closes(screen: Screen, page: LessonPage) -> None:
    screen.press("portal")
    assert screen.sees("Close")
    screen.press("Close")
    assert not screen.sees("Close")
    assert page.place == 0


def test_the_words_come_one_by_one(screen: Screen, page: LessonPage) -> None:
    page.go_to(_place_of(page, WordsStep))
    screen.settle()
    count = len(screen.journey.house.pack.lessons[LESSON].words)
    assert screen.sees(f"1 od {count}")
    screen.press("Next word")
    assert screen.sees(f"2 od {count}")
    screen.press("Back")
    assert screen.sees(f"1 od {count}")


def test_an_answer_is_stored_before_its_verdict_is_seen(screen: Screen, page: LessonPage) -> None:
    place = _place_of(page, Choice)
    page.go_to(place)
    screen.settle()
    station = page.stations[place]
    before = _attempts(screen, station.key)
    assert not screen.button("Check").isEnabled()
    assert isinstance(station.step, Choice)
    view = screen.visible(ExerciseView, page)[0]
    view.answered.emit(station.step.right)
    screen.settle()
    assert _attempts(screen, station.key) == before + 1
    screen.press("Next")
    assert page.place == place + 1


def test_a_typed_answer_by_keyboard_alone(screen: Screen, page: LessonPage) -> None:
    place = _place_of(page, Typed)
    page.go_to(place)
    screen.settle()
    step = page.stations[place].step
    assert isinstance(step, Typed)
    screen.write(step.answer)
    screen.key(Qt.Key.Key_Return)
    screen.settle()
    assert screen.button("Next").isEnabled()
    screen.tab_to("Next")
    screen.key(Qt.Key.Key_Return)
    assert page.place == place + 1


def test_an_exercise_can_be_skipped_and_the_end_says_so(screen: Screen, page: LessonPage) -> None:
    place = _place_of(page, Choice)
    page.go_to(place)
    screen.settle()
    screen.press("Skip")
    assert page.place == place + 1
    page.finish()
    screen.settle()
    assert screen.sees("You are nearly there.")
    screen.press("Do what is left")
    assert not screen.sees("You are nearly there.")


def test_my_step_is_kept(screen: Screen, page: LessonPage) -> None:
    place = _place_of(page, MyStep)
    page.go_to(place)
    screen.settle()
    step = page.stations[place].step
    assert isinstance(step, MyStep)
    screen.press(step.can[0])
    screen.press(step.will[1])
    screen.press("Save and finish")
    session = screen.journey.session
    assert session is not None
    run = screen.journey.house.lessons.open(session, LESSON)
    kept = [attempt for attempt in run.attempts if attempt.kind == "my_step"][-1]
    assert read_my_step(kept.answer).can == (step.can[0],)
    assert read_my_step(kept.answer).will == (step.will[1],)


def test_a_pause_leads_home_or_out_and_the_place_is_kept(screen: Screen, page: LessonPage) -> None:
    screen.clock.forward(600)
    screen.press("I understand, next")
    page.go_to(4)
    screen.settle()
    screen.press("Pause")
    screen.press("Sign out")
    screen.page(WallPage)
    screen.sign_in("Amra")
    screen.page(HomePage)
    screen.press("Next")
    again = screen.page(LessonPage)
    assert again.stations[again.place].key == page.stations[4].key


def test_time_rests_during_a_pause(screen: Screen, page: LessonPage) -> None:
    station = page.stations[0]
    session = screen.journey.session
    assert session is not None
    screen.clock.forward(20)
    page.set_pause(True)
    screen.clock.forward(600)
    page.set_pause(False)
    screen.clock.forward(5)
    screen.press("I understand, next")
    run = screen.journey.house.lessons.open(session, LESSON)
    kept = [attempt for attempt in run.attempts if attempt.station == station.key][-1]
    assert kept.seconds == pytest.approx(25)


def test_the_second_language_stands_below_the_slovenian(screen: Screen, page: LessonPage) -> None:
    assert not screen.sees("zVEM is the health portal.")
    screen.preferences.choose_second("en")
    screen.settle()
    step = page.stations[0].step
    assert isinstance(step, Read)
    house = screen.journey.house
    below = screen.program.frame.second(house.pack.id, step.text[0])
    assert below
    assert screen.sees(below)
    screen.preferences.choose_second("sl")
    screen.settle()
    assert not screen.sees(below)


def test_the_doors_of_the_first_page_lead_somewhere_and_back(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.page(HomePage)
    for door, kind in (
        ("Words", WordsPage),
        ("Practice ground", PlaygroundPage),
        ("What I can do", RecordPage),
    ):
        screen.press(door)
        screen.page(kind)
        screen.key(Qt.Key.Key_Escape)
        screen.page(HomePage)


def test_a_word_of_the_lessons_is_shown_with_its_example(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.journey.words()
    screen.page(WordsPage)
    screen.press("tipkovnica", None)
    assert isinstance(QApplication.focusWidget(), Tile)
    word = screen.journey.house.pack.words["tipkovnica"]
    assert screen.sees(word.example)


def test_in_the_practice_ground_one_acts_and_nothing_is_stored(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    before = screen.journey.house.lessons.course(session)
    screen.journey.playground()
    page = screen.page(PlaygroundPage)
    screen.press(screen.journey.house.pack.tasks["sporocilo-zdravniku"].title)
    screen.settle()
    screen.press("Finish")
    assert screen.page(PlaygroundPage) is page
    assert screen.journey.house.lessons.course(session) == before


def test_in_the_practice_ground_a_real_number_is_stopped_kindly(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.journey.playground()
    page = screen.page(PlaygroundPage)
    screen.press(screen.journey.house.pack.tasks["predlog-obcini"].title)
    screen.settle()
    room = page._room
    assert room is not None
    room.view.acted.emit(TypeAddress("moj emšo 0101006500006"))
    assert room.view._stopped.isVisible()
    assert not any("0101006" in line.text for line in room._play.log.lines)


def test_a_module_without_lessons_says_that_it_comes_later(screen: Screen) -> None:
    screen.sign_in("Arben")
    page = screen.page(HomePage)
    empty = [module.id for module in screen.journey.house.pack.course if not module.lessons]
    if not empty:
        return  # every part of the course is written
    page.choose_module(empty[0])
    screen.settle()
    assert screen.sees("This part is not written yet. It comes later.")
    screen.key(Qt.Key.Key_Escape)
    assert not screen.sees("This part is not written yet. It comes later.")
