# SPDX-License-Identifier: GPL-3.0-or-later
"""Exercises on the screen: all four results, tries and hints, by mouse and by keys, named and never red."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.ui.screen import rest

from korak import i18n, paths
from korak.clock import SystemClock
from korak.content.exercise import ExercisePart
from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match, Pair
from korak.content.exercises.typed import Typed
from korak.content.kinds import Exercise
from korak.services.packs import load_pack
from korak.settings import DeviceSettings
from korak.ui.audio import Sounds, Voice
from korak.ui.background import Background
from korak.ui.exercise import HINTED, SHOWN, ExerciseView, Phase
from korak.ui.exercises import exercise_view
from korak.ui.exercises.choice import ChoiceView
from korak.ui.exercises.match import MatchView
from korak.ui.exercises.typed import TypedView
from korak.ui.frame import Frame
from korak.ui.option import Mark
from korak.ui.preferences import Preferences

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PACK = load_pack(paths.packs() / "koraki")
TYPED = Typed(ask="Napišite besedo.", answer="sporočilo", picture="envelope")
CHOICE = Choice(
    ask="Kdo sme vedeti vašo kodo?",
    right="Nihče. Samo jaz.",
    wrong=("Sestra v ambulanti.", "Policist po telefonu."),
    why="Kodo vpišete sami.",
)
MATCH = Match(
    ask="Kaj spada skupaj?",
    pairs=(
        Pair(left="geslo", right="pri prijavi", picture="key"),
        Pair(left="koda", right="na telefonu"),
        Pair(left="pismo", right="v nabiralniku"),
    ),
)


class Nowhere:
    """A navigator that leads nowhere."""


@pytest.fixture
def frame(qapp: QApplication, tmp_path: Path) -> Frame:
    """The things around a page, without sound and without motion."""
    preferences = Preferences(qapp, tmp_path, DeviceSettings(sound=False, reduced_motion=True))
    preferences.wear()
    sounds = Sounds(paths.assets() / "sounds", on=False)
    return Frame(preferences, Voice(on=False), sounds, Background(), SystemClock(), Nowhere())


@pytest.fixture
def show(qtbot, frame: Frame) -> Iterator[Callable[..., ExerciseView]]:
    """Return what shows an exercise and judges its answers."""
    shown: list[ExerciseView] = []

    def begin(exercise: Exercise, seed: str = "1") -> ExerciseView:
        view = exercise_view(exercise, PACK, frame, seed)
        view.answered.connect(lambda answer: view.show_verdict(exercise.judge(answer, {"pes"})))
        view.resize(1180, 560)
        view.show()
        view.activateWindow()
        view.start()
        rest(5)
        shown.append(view)
        return view

    yield begin
    for view in shown:
        view.close()
        view.deleteLater()


def type_keys(text: str) -> None:
    """Type, wherever the focus is; Qt's own helper knows no č."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(letter.upper()) if letter.isascii() else 0
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)


def press(key: Qt.Key) -> None:
    """Press a key, wherever the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key)


def seen(view: QWidget) -> str:
    """Every text on the screen."""
    texts = "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    return texts.replace("\u00a0", " ")


# ---------------------------------------------------------------------------------------------- typed


def test_a_word_typed_without_a_mistake(show):
    view = show(TYPED)
    type_keys("sporočilo")
    press(Qt.Key.Key_Return)
    assert view.phase is Phase.SETTLED
    assert view.help_used == 0
    assert "Napisali ste brez napake." in seen(view)


@pytest.mark.parametrize(
    ("answer", "typed", "said"),
    [
        ("sporočilo", "sporocilo", "Manjka"),
        ("osebni dokument", "osebni dokumnet", "Skoraj! Dve črki sta zamenjani."),
        ("prijava", "prijva", "Skoraj! Manjka"),
        ("prijava", "prijavva", "je odveč."),
        ("prijava", "prijeva", "Skoraj!"),
    ],
)
def test_nearly_right_says_what_is_missing_and_invites_one_more_try(show, answer, typed, said):
    view = show(Typed(ask="Napišite besedo.", answer=answer))
    type_keys(typed)
    press(Qt.Key.Key_Return)
    assert said in seen(view)
    assert answer in seen(view), "the answer is shown, letter by letter"
    assert view.phase is Phase.AGAIN
    assert view.help_used == SHOWN, "whoever has seen the answer has been helped"
    view.again()
    for _ in typed:
        press(Qt.Key.Key_Backspace)
    type_keys(answer)
    press(Qt.Key.Key_Return)
    assert view.settled


def test_wrong_twice_shows_the_answer_and_never_says_narobe(show):
    view = show(TYPED)
    type_keys("banana")
    press(Qt.Key.Key_Return)
    assert "Nič hudega. Poskusite še enkrat." in seen(view)
    assert "»s«" in seen(view), "the first letter helps"
    assert view.help_used == HINTED
    view.again()
    view.submit()
    assert view.settled
    assert "Pravilni odgovor je »sporočilo«." in seen(view)
    assert "arobe" not in seen(view)


def test_another_real_word_is_no_typing_mistake(show):
    view = show(Typed(ask="Napišite besedo.", answer="peš"))
    type_keys("pes")
    press(Qt.Key.Key_Return)
    assert "Skoraj" not in seen(view)


def test_the_letters_can_be_pressed(show):
    view = show(TYPED)
    assert isinstance(view, TypedView)
    type_keys("sporo")
    keys = view._letters.findChildren(QWidget)
    button = next(key for key in keys if key.property("text") == "č")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view.answer() == "sporoč"
    assert button.accessibleName() == "črka č"


def test_a_hint_tells_the_first_letter_once(show):
    view = show(TYPED)
    assert view.can_hint
    view.hint()
    assert "Odgovor se začne s črko »s«." in seen(view)
    assert view.help_used == HINTED
    assert not view.can_hint


def test_an_empty_answer_is_not_handed_in(show, qtbot):
    view = show(TYPED)
    press(Qt.Key.Key_Return)
    assert view.phase is Phase.ANSWERING


# --------------------------------------------------------------------------------------------- choice


def test_a_choice_by_its_number_and_enter(show):
    view = show(CHOICE)
    assert isinstance(view, ChoiceView)
    place = [card.text() for card in view._cards].index(CHOICE.right)
    press([Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3][place])
    press(Qt.Key.Key_Return)
    assert view.settled
    assert view._cards[place].mark is Mark.RIGHT
    assert "Pravilno." in seen(view)
    assert "Kodo vpišete sami." in seen(view)


def test_a_wrong_choice_may_be_tried_once_more_then_the_right_one_is_shown(show):
    view = show(CHOICE)
    assert isinstance(view, ChoiceView)
    wrong = [card for card in view._cards if card.text() != CHOICE.right]
    QTest.mouseClick(wrong[0], Qt.MouseButton.LeftButton)
    view.submit()
    assert view.phase is Phase.AGAIN
    assert wrong[0].mark is Mark.OTHER
    QTest.mouseClick(wrong[1], Qt.MouseButton.LeftButton)
    view.submit()
    assert view.settled
    right = next(card for card in view._cards if card.text() == CHOICE.right)
    assert right.mark is Mark.RIGHT
    assert "Pravilni odgovor je »Nihče. Samo jaz«." in seen(view)


def test_with_two_answers_there_is_no_second_guess(show):
    view = show(Choice(ask="Ali je prav?", right="Da.", wrong=("Ne.",)))
    assert isinstance(view, ChoiceView)
    next(card for card in view._cards if card.text() == "Ne.").click()
    view.submit()
    assert view.settled


def test_the_order_of_answers_depends_on_the_seed_alone(show):
    orders = {tuple(card.text() for card in show(CHOICE, str(seed))._cards) for seed in range(12)}
    assert len(orders) > 1
    again = {tuple(card.text() for card in show(CHOICE, "7")._cards) for _ in range(3)}
    assert len(again) == 1


def test_what_became_of_an_answer_is_said_and_not_only_coloured(show):
    view = show(CHOICE)
    assert isinstance(view, ChoiceView)
    place = [card.text() for card in view._cards].index(CHOICE.right)
    view._cards[place].click()
    assert view._cards[place].accessibleDescription() == "izbrano"
    view.submit()
    assert view._cards[place].accessibleDescription() == "pravilno"


# ---------------------------------------------------------------------------------------------- match


def test_pairs_put_together_by_mouse(show):
    view = show(MATCH)
    assert isinstance(view, MatchView)
    for left, pair in zip(view._left, MATCH.pairs, strict=True):
        assert view.answer() is None
        QTest.mouseClick(left, Qt.MouseButton.LeftButton)
        right = next(card for card in view._right if card.text() == pair.right)
        QTest.mouseClick(right, Qt.MouseButton.LeftButton)
    view.submit()
    assert view.settled
    assert "Vsi pari so pravi." in seen(view)


def drag(card, target, stops=(0.4, 0.8, 1.0)):
    """Hold the left button on a card, move to the middle of another widget, let go."""
    left, begin = Qt.MouseButton.LeftButton, card.rect().center()
    goal = card.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(card, left, pos=begin)
    for part in stops:
        way = (goal - begin) * part
        QApplication.sendEvent(
            card,
            QMouseEvent(
                QEvent.Type.MouseMove,
                QPointF(begin + way),
                QPointF(card.mapToGlobal(begin + way)),
                Qt.MouseButton.NoButton,
                left,
                Qt.KeyboardModifier.NoModifier,
            ),
        )
    QTest.mouseRelease(card, left, pos=begin + (goal - begin) * stops[-1])


def test_pairs_are_put_together_by_drawing_a_line_from_either_side(show):
    view = show(MATCH)
    assert isinstance(view, MatchView)
    rights = {card.text(): card for card in view._right}
    for number, (left, pair) in enumerate(zip(view._left, MATCH.pairs, strict=True)):
        right = rights[pair.right]
        drag(right, left) if number % 2 else drag(left, right)
        assert left.pair == right.pair == str(number + 1)
    view.submit()
    assert view.settled


def test_a_line_that_ends_nowhere_joins_nothing(show):
    view = show(MATCH)
    assert isinstance(view, MatchView)
    drag(view._left[0], view._left[1])
    drag(view._left[0], view._right[0], stops=(0.4, 0.5))

    assert view.answer() is None
    assert not any(card.pair for card in (*view._left, *view._right))
    assert {card.mark for card in view._left} == {Mark.OPEN}


def test_pairs_put_together_by_keys(show):
    view = show(MATCH)
    assert isinstance(view, MatchView)
    for number, pair in enumerate(MATCH.pairs, 1):
        letter = "abc"[[card.text() for card in view._right].index(pair.right)]
        type_keys(str(number))
        type_keys(letter)
    press(Qt.Key.Key_Return)
    assert view.settled


def test_wrong_pairs_come_apart_and_right_ones_stay(show):
    view = show(MATCH)
    assert isinstance(view, MatchView)
    rights = {card.text(): card for card in view._right}
    order = [MATCH.pairs[0].right, MATCH.pairs[2].right, MATCH.pairs[1].right]
    for left, right in zip(view._left, order, strict=True):
        left.click()
        rights[right].click()
    view.submit()
    assert view.phase is Phase.AGAIN
    assert "Pravih parov: 1 od 3." in seen(view)
    view.again()
    assert view._left[0].pair
    assert not view._left[1].pair
    for left, right in zip(view._left[1:], order[1:], strict=True):
        left.click()
        rights[right].click()
    view.submit()
    assert view.settled
    joined = {left.text(): view._pairs[left].text() for left in view._left}
    assert joined == {pair.left: pair.right for pair in MATCH.pairs}, "the answer is shown"


# ------------------------------------------------------------------------------------------- all kinds


@pytest.mark.parametrize("exercise", [CHOICE, MATCH, TYPED])
def test_everything_that_takes_the_focus_has_a_name(show, exercise):
    view = show(exercise)
    nameless = []
    for widget in view.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface or not interface.text(QAccessible.Text.Name):
                nameless.append(type(widget).__name__)
    assert nameless == []


@pytest.mark.parametrize("exercise", [CHOICE, MATCH, TYPED])
def test_texts_follow_the_language_at_once(show, exercise):
    view = show(exercise)
    i18n.set_language("en")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    if isinstance(view, TypedView):
        assert view._field.placeholderText() == "Write here"
    assert view.question.text() == exercise.ask, "the question stays Slovenian"


def test_feedback_is_on_the_screen_within_ten_milliseconds_of_our_own_time(show):
    view = show(TYPED)
    verdict = TYPED.judge("sporocilo")
    began = time.perf_counter()
    view.show_verdict(verdict)
    view.repaint()
    assert (time.perf_counter() - began) * 1000 < 30, "10 ms alone; some patience for a busy machine"


def test_the_exercise_of_the_pack_can_all_be_seen(show):
    steps = [step for lesson in PACK.lessons.values() for step in lesson.steps]
    exercises = [step for step in steps if isinstance(step, ExercisePart)]
    assert exercises
    for exercise in exercises:
        view = show(exercise)
        assert view.question.text() == exercise.ask
