# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten minutes of words as a learner meets them: by mouse and keys, with everything kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.screen import Screen

from korak.learning.memory import PRACTICE
from korak.services.house import House
from korak.ui.exercise import Phase
from korak.ui.pages.home import HomePage
from korak.ui.pages.word_session import WordSessionPage
from korak.ui.pages.words import WordsPage
from korak.ui.stations.exercise import ExerciseStation
from korak.ui.stations.summary import SummaryView

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.slow]


def kept(house: House, person: str) -> list[str]:
    """The stations of word practice that are on the disk."""
    return [one.station for one in house.words._store.attempts(person, PRACTICE)]


def answer(screen: Screen, page: WordSessionPage) -> None:
    """Answer the exercise in hand rightly and go on."""
    assert isinstance(page.view, ExerciseStation)
    assert page.run.exercise is not None
    screen.clock.forward(15)
    page.view.exercise_view.answered.emit(page.run.exercise.model())
    screen.settle()
    assert page.view.exercise_view.phase is Phase.SETTLED
    screen.press("Next")


def test_a_learner_finds_the_practice_and_ends_with_a_summary(screen: Screen) -> None:
    session = screen.sign_in()
    screen.page(HomePage)
    screen.journey.words()
    screen.page(WordsPage)
    screen.press("Practise")
    page = screen.page(WordSessionPage)
    done = 0
    while isinstance(page.view, ExerciseStation):
        if page.run.exercise is not None and page.run.exercise.kind == "match":
            screen.press("Skip")
            continue
        answer(screen, page)
        done += 1

    assert isinstance(page.view, SummaryView)
    assert screen.sees("You have practised words today.")
    assert len([one for one in kept(screen.journey.house, session.person_id) if "/end" not in one]) == done
    assert not any(mark in screen.texts() for mark in "%0123456789")
    screen.press("Home")
    screen.page(HomePage)


def test_a_broken_off_session_goes_on_at_the_same_exercise(screen: Screen) -> None:
    screen.sign_in()
    screen.journey.word_session()
    page = screen.page(WordSessionPage)
    for _number in range(3):
        answer(screen, page)
    before = page.run
    screen.journey.wall()
    screen.sign_in()
    screen.journey.word_session()
    after = screen.page(WordSessionPage).run

    assert (after.id, after.number, after.word, after.exercise) == (
        before.id,
        before.number,
        before.word,
        before.exercise,
    )


def test_a_session_can_be_finished_whenever_wanted(screen: Screen) -> None:
    screen.sign_in()
    screen.journey.word_session()
    page = screen.page(WordSessionPage)
    answer(screen, page)
    screen.press("Finish for today")

    assert isinstance(page.view, SummaryView)


def test_looking_a_word_up_is_language_help_and_the_asked_word_a_hint(screen: Screen) -> None:
    session = screen.sign_in()
    screen.journey.word_session()
    page = screen.page(WordSessionPage)
    assert isinstance(page.view, ExerciseStation)
    view = page.view.exercise_view
    word = page.run.word
    assert word is not None
    label = next(one for one in screen.visible(QLabel, page.view) if one.text() == word.lemma)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(12, label.height() // 2))
    screen.settle()
    card = page.view.touching.pop_up
    assert card is not None
    assert card.isVisible()
    assert view.help_used == 2
    screen.key(Qt.Key.Key_Escape)
    assert not card.isVisible()
    answer(screen, page)

    assert [one.help for one in screen.journey.house.words._store.attempts(session.person_id, PRACTICE)] == [
        2
    ]


def test_a_pause_stops_the_time(start: Callable[..., Screen]) -> None:
    screen = start()
    session = screen.sign_in()
    screen.journey.word_session()
    page = screen.page(WordSessionPage)
    screen.clock.forward(10)
    screen.press("Pause")
    screen.clock.forward(500)
    screen.press("Continue")
    answer(screen, page)

    (only,) = screen.journey.house.words._store.attempts(session.person_id, PRACTICE)
    assert only.seconds == pytest.approx(25)


def test_the_focus_never_gets_lost_between_exercises(screen: Screen) -> None:
    screen.sign_in()
    screen.journey.word_session()
    page = screen.page(WordSessionPage)
    for _number in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.isVisible()
        answer(screen, page)
