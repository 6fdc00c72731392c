# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's own voice: kept nowhere, and no trouble where there is no microphone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QObject
from tests.sounds import tone
from tests.ui.loudspeaker import SOUND_NOISE, Room, room
from tests.ui.screen import Screen, rest

from korak.content.exercises.speak import ALIKE, Speak
from korak.content.sound import is_silent, level
from korak.settings import DeviceSettings
from korak.ui import at_hand, recording
from korak.ui.computer_voices import SystemVoice
from korak.ui.exercises.speak import SpeakView
from korak.ui.recording import Recorder, microphone

pytestmark = pytest.mark.qt_log_ignore(*SOUND_NOISE)


def test_without_the_systems_sound_libraries_there_is_no_microphone(monkeypatch, qapp) -> None:
    monkeypatch.setattr(recording, "_multimedia", lambda: None)
    assert microphone() is False
    recorder = Recorder(qapp)
    recorder.record()
    recorder.play()
    assert not recorder.recording
    assert not recorder.recorded
    recorder.deleteLater()


def test_without_a_microphone_nothing_is_recorded(qapp) -> None:
    if microphone():
        pytest.skip("this machine has a microphone")
    recorder = Recorder(qapp)
    recorder.record()
    assert not recorder.recording
    recorder.stop()
    assert not recorder.recorded
    recorder.deleteLater()


def test_what_was_recorded_is_forgotten(qapp) -> None:
    owner = QObject()
    recorder = Recorder(owner)
    told: list[bool] = []
    recorder.changed.connect(lambda: told.append(recorder.recorded))
    recorder._data = QByteArray(b"\x00\x01" * 800)
    assert recorder.recorded
    recorder.forget()
    assert not recorder.recorded
    assert told[-1] is False


# ------------------------------------------------------------------ with a microphone


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A room with a loudspeaker and a microphone into which somebody speaks."""
    with room(monkeypatch) as made:
        made.put_loudspeaker()
        made.put_microphone(tone(0.6, 48_000))
        yield made


def test_what_is_said_is_there_as_sound_and_its_loudness_is_told(hall: Room, qapp) -> None:
    owner = QObject()
    recorder = Recorder(owner)
    loud: list[float] = []
    recorder.loudness.connect(loud.append)
    recorder.record()
    assert recorder.recording
    rest(500)
    recorder.stop()
    sound = recorder.sound()
    assert sound.rate == 48_000
    assert sound.seconds == pytest.approx(1.2, abs=0.1)
    assert not is_silent(sound)
    assert level(sound.samples) > 0.05
    assert max(loud) > 0.5


def test_a_microphone_that_has_its_own_format_is_understood(hall: Room, qapp) -> None:
    """This one knows two channels of floating point at 44,100 samples a second and nothing else."""
    hall.put_microphone(tone(0.5, 44_100), rates=())
    owner = QObject()
    recorder = Recorder(owner)
    recorder.record()
    rest(300)
    recorder.stop()
    assert recorder.sound().rate == 44_100
    assert recorder.sound().seconds == pytest.approx(1.1, abs=0.1)
    assert level(recorder.sound().samples) > 0.05


def no_system_voice(voice: SystemVoice) -> None:
    """Look for the system's voice, and find none."""
    voice.ready.emit()


@pytest.fixture
def speaking(
    start: Callable[..., Screen], hall: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Screen, SpeakView]:
    """The exercise on a computer where the word is recorded and nothing else speaks."""
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(SystemVoice, "find", no_system_voice)
    screen = start(wanted=DeviceSettings(language="en", sound=True, reduced_motion=True))
    house = screen.journey.house
    house.voices.keep(screen.sign_in_trainer(), "vloga", tone(0.3))
    frame = screen.program.frame
    frame.voice.use_clips(house.voices)
    view = SpeakView(Speak(ask="Povejte.", text="vloga"), house.pack.id, frame)
    view.setParent(screen.window)
    view.resize(900, 600)
    view.show()
    view.retranslate()
    return screen, view


def test_speaking_is_offered_where_the_word_is_recorded_and_a_microphone_is_there(
    speaking: tuple[Screen, SpeakView], hall: Room
) -> None:
    screen, _view = speaking
    frame, pack = screen.program.frame, screen.journey.house.pack
    assert at_hand.missing(Speak(ask="Povejte.", text="vloga"), frame, pack) == frozenset()
    assert at_hand.missing(Speak(ask="Povejte.", text="geslo"), frame, pack)
    hall.devices.inputs = ()
    assert at_hand.missing(Speak(ask="Povejte.", text="vloga"), frame, pack)


def test_one_hears_oneself_beside_the_model_and_nothing_is_kept(
    speaking: tuple[Screen, SpeakView], hall: Room
) -> None:
    screen, view = speaking
    files = sorted(screen.folder.rglob("*"))
    assert not view._both.isEnabled()
    view._record.click()
    rest(300)
    view._record.click()
    view._recorder.stop()
    assert view._both.isEnabled()
    before = hall.heard.seconds
    view._both.click()
    screen.wait(lambda: hall.heard.seconds > before + 0.25)
    screen.wait(lambda: view._recorder._sink is not None)
    view.show_verdict(Speak(ask="Povejte.", text="vloga").judge(ALIKE))
    assert not view._recorder.recorded
    assert not view._both.isEnabled()
    kept = [path for path in sorted(screen.folder.rglob("*")) if "voice" in path.parts]
    assert kept == [path for path in files if "voice" in path.parts]
