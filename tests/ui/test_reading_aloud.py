# SPDX-License-Identifier: GPL-3.0-or-later
"""What is heard in the real program: loudspeakers everywhere, the coach by itself, silence told once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.sounds import tone
from tests.ui.loudspeaker import SOUND_NOISE, room
from tests.ui.screen import Screen, rest
from tests.ui.test_audio import fake_espeak
from tests.ui.test_practice import CODE, CONFIRM, LESSON, Desk

from korak.content.lesson import Read, WordsStep
from korak.settings import DeviceSettings
from korak.ui.audio import Silence
from korak.ui.computer_voices import SystemVoice
from korak.ui.own_words import OwnWords
from korak.ui.pages.home import HomePage
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.pin import PinPage
from korak.ui.pages.wall import WallPage
from korak.ui.speaking import Speaks
from korak.ui.stations.exercise import ExerciseStation
from korak.ui.status_line import StatusLine
from korak.ui.widgets.buttons import SpeakButton
from korak.ui.widgets.cards import FeedbackCard

pytestmark = pytest.mark.qt_log_ignore(*SOUND_NOISE)
WITH_SOUND = DeviceSettings(language="sl", sound=True, reduced_motion=True)


def no_system_voice(voice: SystemVoice) -> None:
    """Look for the system's voice, and find none."""
    voice.ready.emit()


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where espeak-ng writes down what it says (Slovenian and English)."""
    monkeypatch.setattr(SystemVoice, "find", no_system_voice)
    return fake_espeak(tmp_path, monkeypatch)


@pytest.fixture
def loud(start: Callable[..., Screen], said: Path) -> Screen:
    """The program with sound, and a voice that has been found."""
    screen = start(wanted=WITH_SOUND)
    screen.wait(lambda: screen.program.frame.voice.available("sl"))
    return screen


def spoken(said: Path) -> list[str]:
    lines = said.read_text(encoding="utf-8").splitlines() if said.exists() else []
    return [line for line in lines if line and not line.startswith("-b")]


# ------------------------------------------------------------------ the coach by itself


def guided(screen: Screen) -> Desk:
    return Desk(screen, "guide")


def test_the_coach_is_silent_until_somebody_wishes_to_hear_it(loud: Screen, said: Path) -> None:
    guided(loud)
    rest(200)
    assert spoken(said) == []


def test_the_coach_reads_every_new_sentence_once_to_who_wishes_it(loud: Screen, said: Path) -> None:
    session = loud.sign_in("Nadia")
    loud.journey.house.wishes.read_aloud(session, True)
    learner = guided(loud)
    first = learner.view.now._says.text()
    loud.wait(lambda: spoken(said) == [first])
    learner.station.retranslate()
    rest(100)
    assert spoken(said) == [first], "the same sentence is not read twice"
    loud.press("Hint", learner.view.now)
    hint = learner.view.now._hint.text()
    loud.wait(lambda: spoken(said)[-1] == hint)


def test_what_went_differently_is_read_before_what_comes_next(loud: Screen, said: Path) -> None:
    session = loud.sign_in("Nadia")
    loud.journey.house.wishes.read_aloud(session, True)
    learner = guided(loud)
    learner.go_to(CODE)
    learner.write(CODE, "731204")
    learner.click(CONFIRM)
    assert learner.view.mistake.isVisible()
    loud.wait(lambda: spoken(said)[-1] == "To je stara koda. Poglejte zadnje sporočilo SI-PASS.")
    rest(150)
    assert spoken(said)[-1].startswith("To je stara koda."), "what comes next waits until this was read"


def test_the_wish_is_the_learners_own_and_stands_in_the_menu(loud: Screen) -> None:
    wished = "Read the steps aloud"
    assert wished not in menu_texts(loud), "nobody is here yet"
    nadia = loud.sign_in("Nadia")
    choose(loud, wished)
    assert loud.preferences.reads_aloud
    assert loud.journey.house.wishes.reads_aloud(nadia)
    loud.journey.wall()
    assert not loud.preferences.reads_aloud
    loud.sign_in("Arben")
    assert not loud.preferences.reads_aloud
    loud.journey.wall()
    loud.sign_in("Nadia")
    assert loud.preferences.reads_aloud


def menu_texts(screen: Screen) -> list[str]:
    screen.preferences.choose_language("en")
    screen.stage.head.fill_menus()
    return [action.text() for action in screen.stage.head.actions_of_menus()]


def choose(screen: Screen, text: str) -> None:
    menu_texts(screen)
    next(one for one in screen.stage.head.actions_of_menus() if one.text() == text).trigger()
    screen.preferences.choose_language("sl")


# ------------------------------------------------------------------ loudspeakers everywhere


def test_the_wall_the_pictures_and_the_home_page_have_a_loudspeaker(loud: Screen) -> None:
    loud.page(WallPage)
    loud.wait(lambda: bool(loud.visible(SpeakButton)))
    group = loud.journey.house.sign_in.groups()[0]
    loud.journey.pin(loud.journey.house.sign_in.tiles(group.id)[0].id)
    loud.page(PinPage)
    assert loud.visible(SpeakButton)
    loud.sign_in("Nadia")
    loud.page(HomePage)
    assert loud.visible(SpeakButton)


def test_every_station_of_a_lesson_can_be_heard(loud: Screen) -> None:
    session = loud.sign_in("Nadia")
    house = loud.journey.house
    lesson = house.pack.lessons[LESSON]
    for station in lesson.stations():
        house.lessons.go_to(session, LESSON, station.key)
        loud.journey.lesson(LESSON)
        loud.page(LessonPage)
        loud.settle()
        if station.mode == "show":
            continue  # it speaks by itself
        assert loud.visible(SpeakButton), station.key


def test_the_own_language_can_be_heard_where_a_voice_speaks_it(loud: Screen, said: Path) -> None:
    session = loud.sign_in("Nadia")
    loud.preferences.choose_second("en")
    house = loud.journey.house
    station = next(one for one in house.pack.lessons[LESSON].stations() if isinstance(one.step, Read))
    house.lessons.go_to(session, LESSON, station.key)
    loud.journey.lesson(LESSON)
    loud.page(LessonPage)
    (below,) = loud.visible(OwnWords)
    (speaker,) = loud.visible(Speaks, below)
    speaker.click()
    loud.wait(lambda: " ".join(spoken(said)).startswith(below.text().split("\n")[0][:10]))
    assert "-v en" in said.read_text(encoding="utf-8")
    loud.preferences.choose_second("ar")
    loud.settle()
    assert not any(one.isVisible() for one in below.findChildren(Speaks)), "nobody speaks Arabic here"


def test_what_is_said_about_an_answer_can_be_heard(loud: Screen, said: Path) -> None:
    session = loud.sign_in("Nadia")
    house = loud.journey.house
    stations = house.pack.lessons[LESSON].stations()
    station = next(one for one in stations if getattr(one.step, "kind", "") == "choice")
    house.lessons.go_to(session, LESSON, station.key)
    loud.journey.lesson(LESSON)
    loud.page(LessonPage)
    loud.key(Qt.Key.Key_1)
    loud.visible(ExerciseStation)[0].main_pressed()
    loud.settle()
    (card,) = loud.visible(FeedbackCard)
    (speaker,) = loud.visible(Speaks, card)
    loud.program.frame.voice.stop()
    rest(600)
    before = len(spoken(said))
    speaker.click()
    loud.wait(lambda: len(spoken(said)) > before)
    assert card._title.text() in " ".join(spoken(said)[before:])


def test_a_machines_voice_is_marked_and_a_recording_is_not(loud: Screen) -> None:
    session = loud.sign_in("Nadia")
    house = loud.journey.house
    station = next(one for one in house.pack.lessons[LESSON].stations() if isinstance(one.step, WordsStep))
    house.lessons.go_to(session, LESSON, station.key)
    loud.journey.lesson(LESSON)
    loud.page(LessonPage)
    loud.settle()
    speakers = loud.visible(Speaks)
    assert all(one.is_machine() for one in speakers)
    assert all(one.accessibleDescription() for one in speakers)
    word = house.pack.words[house.pack.lessons[LESSON].words[0]]
    house.voices.keep(house.sign_in.trainer("korak za korakom"), word.lemma, tone())
    loud.program.frame.voice.use_clips(house.voices)
    assert not speakers[0].is_machine()
    assert speakers[1].is_machine()


# ------------------------------------------------------------------ silence, told once


def test_without_a_sound_device_the_window_says_so_once_and_everything_works(
    start: Callable[..., Screen], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemVoice, "find", no_system_voice)
    fake_espeak(tmp_path, monkeypatch, rest="echo 'error: no device' >&2")
    with room(monkeypatch):
        screen = start(wanted=WITH_SOUND)
        screen.wait(lambda: screen.program.frame.voice.available("sl"))
        screen.sign_in("Nadia")
        assert not screen.visible(StatusLine)
        screen.program.frame.voice.say("Dober dan", "sl")
        screen.wait(lambda: bool(screen.visible(StatusLine)))
        assert screen.sees("There is no sound here. You can read everything.")
        screen.press("Close this message")
        assert not screen.visible(StatusLine)
        screen.program.frame.voice.say("Dober dan", "sl")
        rest(300)
        assert not screen.visible(StatusLine), "told once"
        screen.journey.lesson(LESSON)
        screen.page(LessonPage)


@pytest.mark.parametrize("silence", Silence)
def test_every_silence_has_one_clear_sentence(start: Callable[..., Screen], silence: Silence) -> None:
    screen = start()
    screen.page(WallPage)
    screen.stage.tell(silence)
    (line,) = screen.visible(StatusLine)
    text = line._label.text()
    assert 10 < len(text) < 90
    screen.preferences.choose_language("en")
    screen.settle()
    assert line._label.text().endswith(".")
    assert screen.window.width() <= 1366
