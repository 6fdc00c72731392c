# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of exercise on the screen: answered by keys alone, heard, named, mirrored and enlarged."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from tests.content.every_kind import every_kind
from tests.ui.screen import rest

from korak import i18n, paths
from korak.clock import SystemClock
from korak.content.exercise import Need
from korak.content.exercises.dialogue import Dialogue
from korak.content.exercises.find_button import FindButton
from korak.content.exercises.flash import Flash
from korak.content.exercises.letters import Letters
from korak.content.exercises.match import Match
from korak.content.exercises.order import Order
from korak.content.exercises.sort import Sort
from korak.content.kinds import Exercise, kind_of
from korak.content.verdict import Result, Verdict
from korak.services.packs import load_pack
from korak.settings import DeviceSettings
from korak.ui import at_hand
from korak.ui.audio import Layer, Sounds, Voice
from korak.ui.background import Background
from korak.ui.choosing import ChoosingView
from korak.ui.exercise import ExerciseView, Phase
from korak.ui.exercises import exercise_view
from korak.ui.exercises.dialogue import DialogueView
from korak.ui.exercises.find_button import FindButtonView
from korak.ui.exercises.flash import FlashView
from korak.ui.exercises.letters import LettersView
from korak.ui.exercises.match import MatchView
from korak.ui.exercises.number import WrittenNumberView
from korak.ui.exercises.order import OrderView
from korak.ui.exercises.sort import SortView
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing
from korak.ui.option import Mark
from korak.ui.preferences import Preferences
from korak.ui.speaking import Speaks
from korak.ui.stations.exercise import ExerciseStation
from korak.ui.writing import WritingView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "multimedia")

PACK = load_pack(paths.packs() / "koraki")
EVERY = every_kind(PACK)
OF_KIND = {kind_of(exercise): exercise for exercise in EVERY}
LETTERS = "abcdefghi"


class Speaker(Voice):
    """A voice that writes down what it is asked to say."""

    def __init__(self, *, speaks: bool = True) -> None:
        super().__init__(on=False)
        self.speaks = speaks
        self.said: list[str] = []

    def available(self, language: str) -> bool:
        """Every language, or none."""
        return self.speaks

    def can_say(self, text: str, language: str) -> bool:
        """Everything, or nothing."""
        return self.speaks

    def layer(self, text: str, language: str) -> Layer | None:
        """A voice of the system, or none."""
        return Layer.SYSTEM if self.speaks else None

    def say_all(self, parts: Sequence[tuple[str, str]], *, slow: bool = False) -> None:
        """Write it down."""
        self.said.append(" ".join(text for text, _language in parts))


class Nowhere:
    """A navigator that leads nowhere."""


class Desk:
    """An exercise on the screen, judged as it is answered."""

    def __init__(self, exercise: Exercise, frame: Frame, voice: Speaker) -> None:
        self.exercise, self.voice = exercise, voice
        self.verdicts: list[Verdict] = []
        self.view: ExerciseView = exercise_view(exercise, PACK, frame, "1")
        self.view.answered.connect(self._judge)
        self.view.resize(1180, 560)
        self.view.show()
        self.view.activateWindow()
        self.view.start()
        rest(5)

    def _judge(self, answer: object) -> None:
        verdict = self.exercise.judge(answer, PACK.words.forms)
        self.verdicts.append(verdict)
        self.view.show_verdict(verdict)


Show = Callable[..., Desk]


@pytest.fixture
def show(qapp: QApplication, tmp_path: Path) -> Iterator[Show]:
    """Return what shows an exercise."""
    shown: list[Desk] = []

    def begin(exercise: Exercise, *, language: str = "en", scale: float = 1.0, speaks: bool = True) -> Desk:
        wanted = DeviceSettings(language=language, text_scale=scale, sound=False, reduced_motion=True)
        preferences = Preferences(qapp, tmp_path, wanted)
        preferences.wear()
        voice = Speaker(speaks=speaks)
        sounds = Sounds(paths.assets() / "sounds", on=False)
        desk = Desk(
            exercise, Frame(preferences, voice, sounds, Background(), SystemClock(), Nowhere()), voice
        )
        shown.append(desk)
        return desk

    yield begin
    for desk in shown:
        desk.view.close()
        desk.view.deleteLater()
    Preferences(qapp, tmp_path, DeviceSettings(language="sl")).wear()


def key(letter: str | Qt.Key) -> None:
    """Press and release a key, wherever the focus is."""
    code = letter if isinstance(letter, Qt.Key) else ord(letter.upper()) if letter.isascii() else 0
    text = "" if isinstance(letter, Qt.Key) else letter
    focus = QApplication.focusWidget()
    assert focus is not None, "the focus is lost"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(focus, event)


def by_keys(desk: Desk) -> None:
    """Give the right answer with the keyboard alone."""
    _keys(desk, desk.view, desk.exercise)
    if not desk.verdicts:
        key(Qt.Key.Key_Return)


def _keys(desk: Desk, view: ExerciseView, exercise: Exercise) -> None:  # noqa: C901, PLR0912 - a case a kind
    if isinstance(exercise, Flash):
        key(Qt.Key.Key_Return)  # turns the card
    if isinstance(view, ChoosingView):
        key(str([*view._answers.values()].index(str(exercise.model())) + 1))
    elif isinstance(view, WritingView):
        for letter in str(exercise.model()):
            key(letter)
    elif isinstance(exercise, Letters):
        for letter in exercise.answer:
            key(letter)
    elif isinstance(exercise, Order):
        for piece in exercise.model():
            key(str(exercise.chips("1").index(piece) + 1))
    elif isinstance(exercise, Sort):
        names = [group.name for group in exercise.groups]
        for item in exercise.items("1"):
            key(str(names.index(dict(exercise.model())[item]) + 1))
    elif isinstance(exercise, Dialogue):
        for number, turn in enumerate(exercise.turns):
            key(str(exercise.options(number, "1").index(turn.right) + 1))
    elif isinstance(exercise, Match):
        for number, pair in enumerate(exercise.pairs, 1):
            key(str(number))
            key(LETTERS[exercise.options("1").index(pair.right)])
    else:
        assert isinstance(view, FindButtonView)
        place = view._browser.spot(exercise.right)
        place.setFocus(Qt.FocusReason.TabFocusReason)
        key(Qt.Key.Key_Return)


def nameless(view: QWidget) -> list[str]:
    """Return what takes the focus and has no name."""
    found = []
    for widget in view.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface or not interface.text(QAccessible.Text.Name):
                found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
def test_every_kind_is_answered_with_the_keyboard_alone(show: Show, exercise: Exercise) -> None:
    desk = show(exercise)
    by_keys(desk)
    assert [verdict.result for verdict in desk.verdicts] == [Result.EXACT]
    assert desk.view.phase is Phase.SETTLED
    assert desk.view.help_used == 0


@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
@pytest.mark.parametrize("language", ["sl", "ar"])
def test_everything_that_takes_the_focus_has_a_name_before_and_after(
    show: Show, exercise: Exercise, language: str
) -> None:
    desk = show(exercise, language=language)
    assert nameless(desk.view) == []
    by_keys(desk)
    rest(5)
    assert nameless(desk.view) == []


@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
@pytest.mark.parametrize("language", ["sl", "ar"])
def test_nothing_stands_out_at_200_per_cent(show: Show, exercise: Exercise, language: str) -> None:
    desk = show(exercise, language=language, scale=2.0)
    rest(10)
    board = desk.view._scroller.widget()
    assert board.width() <= desk.view._scroller.viewport().width() + 1
    for button in board.findChildren(QPushButton):
        if button.isVisible():
            left = button.mapTo(board, QPoint(0, 0)).x()
            assert left >= 0
            assert left + button.width() <= board.width() + 1, button.text()


@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
def test_no_window_opens_beside_an_exercise(show: Show, exercise: Exercise, qapp: QApplication) -> None:
    desk = show(exercise)
    by_keys(desk)
    assert [one for one in qapp.topLevelWidgets() if one.isVisible()] == [desk.view]


@pytest.mark.parametrize("exercise", EVERY, ids=kind_of)
def test_where_there_is_no_voice_no_loudspeaker_is_seen(show: Show, exercise: Exercise) -> None:
    if Need.VOICE in exercise.needs:
        pytest.skip("not offered without a voice")
    desk = show(exercise, speaks=False)
    seen = [one for one in desk.view.findChildren(QWidget) if isinstance(one, Speaks | Hearing)]
    assert not [one for one in seen if one.isVisible()]
    by_keys(desk)
    assert desk.verdicts[0].result is Result.EXACT


@pytest.mark.parametrize("kind", ["choose_word", "gap", "right_form", "letter", "minimal_pair", "choice"])
def test_every_option_can_be_heard(show: Show, kind: str) -> None:
    desk = show(OF_KIND[kind])
    view = desk.view
    assert isinstance(view, ChoosingView)
    for speaker, option in view._speakers:
        speaker.click()
        assert desk.voice.said[-1] == option.text
    assert len(view._speakers) == len(view._cards)


@pytest.mark.parametrize("kind", ["listen", "minimal_pair", "dictation", "flash", "choose_picture", "speak"])
def test_what_is_to_be_heard_is_said_at_the_beginning_and_again_as_often_as_one_likes(
    show: Show, kind: str, qtbot
) -> None:
    desk = show(OF_KIND[kind])
    qtbot.waitUntil(lambda: len(desk.voice.said) == 1, timeout=2000)
    first = desk.voice.said[0]
    hearing = desk.view.findChild(Hearing)
    hearing.normal.click()
    hearing.slow.click()
    assert desk.voice.said == [first] * 3
    assert desk.view.help_used == 0, "listening is no help"


def test_the_words_of_a_listening_exercise_stay_silent(show: Show) -> None:
    desk = show(OF_KIND["listen"])
    assert not [one for one in desk.view._board.findChildren(Speaks) if one.isVisible()]


@pytest.mark.parametrize("kind", ["choose_picture", "choose_word", "listen", "gap", "right_form", "letter"])
def test_a_wrong_choice_is_marked_and_tried_again_as_help(show: Show, kind: str) -> None:
    desk = show(OF_KIND[kind])
    view = desk.view
    wrong = next(card for card, text in view._answers.items() if text != desk.exercise.model())
    wrong.click()
    view.submit()
    assert view.phase is Phase.AGAIN
    assert wrong.mark is Mark.OTHER
    assert view.help_used == 2
    view.again()
    right = next(card for card, text in view._answers.items() if text == desk.exercise.model())
    right.click()
    view.submit()
    assert view.phase is Phase.SETTLED
    assert right.mark is Mark.RIGHT


def test_the_answer_is_said_after_the_feedback(show: Show, qtbot) -> None:
    desk = show(OF_KIND["gap"])
    by_keys(desk)
    qtbot.waitUntil(lambda: desk.voice.said[-1:] == [desk.exercise.filled()], timeout=2000)


def test_a_built_word_with_a_missing_caron_shows_the_letters(show: Show) -> None:
    word = Letters(ask="Sestavite besedo.", answer="šola", extra="s")
    desk = show(word)
    for letter in "sola":
        key(letter)
    key(Qt.Key.Key_Return)
    assert desk.verdicts[0].result is Result.DIACRITICS
    assert desk.view.phase is Phase.AGAIN
    for _letter in "sola":
        key(Qt.Key.Key_Backspace)
    for letter in "šola":
        key(letter)
    key(Qt.Key.Key_Return)
    assert desk.verdicts[1].result is Result.EXACT
    assert desk.view.help_used == 3, "the first feedback showed the word"


def test_chips_are_put_and_taken_back_by_the_mouse(show: Show) -> None:
    word = Letters(ask="Sestavite besedo.", answer="rok")
    view = show(word).view
    assert isinstance(view, LettersView)
    for letter in "kor":
        place = next(place for place in view.waiting if view._texts[place] == letter)
        QTest.mouseClick(view._waiting[place], Qt.MouseButton.LeftButton)
    assert view.placed() == ("k", "o", "r")
    first = view._placed[0]
    QTest.mouseClick(view._line[first], Qt.MouseButton.LeftButton)
    assert view.placed() == ("o", "r")


def test_a_sentence_is_handed_in_only_when_every_piece_lies_there(show: Show) -> None:
    desk = show(OF_KIND["order"])
    view = desk.view
    assert isinstance(view, OrderView)
    key("1")
    assert view.answer() is None
    view.submit()
    assert desk.verdicts == []
    assert desk.voice.said[-1] == view._texts[0], "a piece is heard when it is pressed"


def test_a_sentence_in_another_order_is_shown_in_the_usual_one(show: Show) -> None:
    line = Order(ask="?", sentence="Kje dobim izvid?")
    desk = show(line)
    view = desk.view
    for _turn in range(2):
        view.lay(("izvid?", "dobim", "Kje"))
        view.answer_changed()
        view.submit()
        view.again()
    assert view.phase is Phase.SETTLED
    assert view.placed() == ("Kje", "dobim", "izvid?")


def test_sorted_things_that_lie_wrong_come_back(show: Show) -> None:
    desk = show(OF_KIND["sort"])
    view, exercise = desk.view, desk.exercise
    assert isinstance(view, SortView)
    names = [group.name for group in exercise.groups]
    right = dict(exercise.model())
    first = view._items[0]
    for item in view._items:
        place = names.index(right[item])
        view._send(place if item != first else (place + 1) % len(names))
    view.submit()
    assert view.phase is Phase.AGAIN
    view.again()
    assert view._next() == first
    assert len(view._fixed) == len(view._items) - 1
    view._send(names.index(right[first]))
    view.submit()
    assert view.phase is Phase.SETTLED


def test_a_reply_that_does_not_fit_is_asked_for_again(show: Show) -> None:
    desk = show(OF_KIND["dialogue"])
    view, exercise = desk.view, desk.exercise
    assert isinstance(view, DialogueView)
    for number, turn in enumerate(exercise.turns):
        view._choose(turn.wrong[0] if number == 1 else turn.right)
    view.submit()
    assert desk.verdicts[0].parts.count(False) == 1
    view.again()
    assert view._turn() == 1
    view._choose(exercise.turns[1].right)
    view.submit()
    assert desk.verdicts[1].result is Result.EXACT


def test_a_reply_may_be_taken_back_before_it_is_handed_in(show: Show) -> None:
    desk = show(OF_KIND["dialogue"])
    key("1")
    key(Qt.Key.Key_Backspace)
    assert desk.view._turn() == 0


def test_a_button_on_the_page_is_pressed_and_the_page_does_nothing_else(show: Show) -> None:
    desk = show(OF_KIND["find_button"])
    view, exercise = desk.view, desk.exercise
    assert isinstance(view, FindButtonView)
    assert isinstance(exercise, FindButton)
    before = view._page
    wrong = view._page.sign_out.target
    QTest.mouseClick(view._browser.spot(wrong), Qt.MouseButton.LeftButton)
    assert desk.verdicts[0].result is Result.WRONG
    assert view._page is before
    view.again()
    view._browser.spot(exercise.right).click()
    assert desk.verdicts[1].result is Result.EXACT


def test_a_card_is_turned_before_one_says_whether_one_knew_it(show: Show) -> None:
    desk = show(OF_KIND["flash"])
    view = desk.view
    assert isinstance(view, FlashView)
    assert not view._board.isVisible()
    view._turn.click()
    assert view._board.isVisible()
    assert view._gloss.isVisible()
    key("2")
    key(Qt.Key.Key_Return)
    assert desk.verdicts[0].result is Result.WRONG
    assert view.phase is Phase.SETTLED, "a new word is no mistake to be repeated"


def test_a_number_is_read_only_where_it_cannot_be_heard(show: Show) -> None:
    number = next(one for one in PACK.exercises.values() if one.id == "sola-stevilo-dan")
    heard = show(number).view
    assert isinstance(heard, WrittenNumberView)
    assert not heard._words.isVisible()
    heard.hint()
    assert heard._words.isVisible()
    assert heard.help_used == 1, "help with the language never lowers anything"
    assert show(number, speaks=False).view._words.isVisible()


def test_pictures_alone_are_matched_with_words(show: Show) -> None:
    view = show(OF_KIND["match"]).view
    assert isinstance(view, MatchView)
    assert all(not card._shows_text for card in view._left)
    assert all(card.accessibleName() for card in view._left)


def test_texts_follow_the_language_while_an_exercise_is_open(show: Show) -> None:
    for exercise in EVERY:
        desk = show(exercise, language="sl")
        i18n.set_language("en")
        QApplication.sendEvent(desk.view, QEvent(QEvent.Type.LanguageChange))
        assert desk.view.question.text() == exercise.ask, "the question stays Slovenian"
        i18n.set_language("sl")


def test_what_is_at_hand_follows_voice_language_and_microphone(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = show(EVERY[0]).view.frame
    monkeypatch.setattr(at_hand, "microphone", lambda: True)
    assert at_hand.at_hand(frame, PACK) == frozenset(Need)
    monkeypatch.setattr(at_hand, "microphone", lambda: False)
    assert at_hand.at_hand(frame, PACK) == {Need.VOICE, Need.OWN_LANGUAGE}
    silent = show(EVERY[0], language="sl", speaks=False).view.frame
    assert at_hand.at_hand(silent, PACK) == frozenset()


def test_a_lesson_goes_on_where_there_is_no_voice_for_its_exercise(show: Show) -> None:
    frame = show(EVERY[0], speaks=False).view.frame
    station = ExerciseStation(frame, PACK, OF_KIND["dictation"], "1", lambda answer, used: None)
    gone: list[bool] = []
    station.onward.connect(lambda: gone.append(True))
    assert station._view.isHidden()
    assert station._note.text()
    station.main_pressed()
    assert gone == [True]
    frame.voice.speaks = True
    frame.voice.changed.emit()
    assert not station._view.isHidden()
    assert station._note.isHidden()
    station.deleteLater()
