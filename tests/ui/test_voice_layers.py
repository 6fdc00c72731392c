# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of the voice: real sound files, a real process called piper, and what goes on when one fails."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.piper import fake_piper
from tests.sounds import tone, write_wav
from tests.ui.loudspeaker import SOUND_NOISE, Room, room
from tests.ui.test_audio import fake_espeak

from korak.content.clips import clip_key
from korak.storage.sound_files import encoded
from korak.ui import audio
from korak.ui import piper as piper_voice
from korak.ui.audio import Layer, Silence, Voice
from korak.ui.computer_voices import SystemVoice

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts for a shell"),
    pytest.mark.qt_log_ignore(*SOUND_NOISE),
]


@dataclass
class Recorded:
    path: Path


class Shelf:
    """Recordings by text and language."""

    def __init__(self, clips: dict[str, Path]) -> None:
        self._clips = {clip_key(text, "sl"): Recorded(path) for text, path in clips.items()}

    def find(self, text: str, language: str) -> Recorded | None:
        return self._clips.get(clip_key(text, language))

    def languages(self) -> frozenset[str]:
        return frozenset({"sl"}) if self._clips else frozenset()


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A room with a loudspeaker."""
    with room(monkeypatch) as made:
        made.put_loudspeaker()
        yield made


@pytest.fixture
def quiet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer whose own voices say nothing."""
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(SystemVoice, "find", lambda voice: voice.ready.emit())


def said_by(qtbot, voice: Voice, text: str = "vloga", *, slow: bool = False) -> float:
    """Let a text be said to its end; return the seconds it took."""
    began = time.monotonic()
    with qtbot.waitSignal(voice.spoken, timeout=8000):
        voice.say(text, "sl", slow=slow)
    return time.monotonic() - began


def opus(folder: Path, seconds: float = 0.5) -> Path:
    made = encoded(tone(seconds, quiet=0))
    file = folder / f"vloga{made.ending}"
    file.write_bytes(made.content)
    return file


# ------------------------------------------------------------------ clips


def test_a_recording_is_played_from_beginning_to_end(qtbot, tmp_path, hall, quiet) -> None:
    voice = Voice()
    voice.use_clips(Shelf({"vloga": opus(tmp_path)}))
    assert voice.layer("Vloga.", "sl") is Layer.CLIP
    took = said_by(qtbot, voice, "Vloga.")
    assert 0.45 < hall.heard.seconds < 0.6
    assert took > 0.4
    assert not voice.is_speaking()


def test_slowly_a_recording_takes_longer_and_keeps_its_pitch(qtbot, tmp_path, hall, quiet) -> None:
    voice = Voice()
    voice.use_clips(Shelf({"vloga": opus(tmp_path)}))
    normal = said_by(qtbot, voice)
    slow = said_by(qtbot, voice, slow=True)
    assert slow > normal + 0.1
    assert hall.heard.rates == [pytest.approx(0.72)]
    assert all(hall.heard.pitch_kept)
    assert said_by(qtbot, voice) < slow, "the next one is at normal speed again"


def test_a_recording_can_be_heard_as_often_as_one_likes(qtbot, tmp_path, hall, quiet) -> None:
    voice = Voice()
    voice.use_clips(Shelf({"vloga": opus(tmp_path, 0.2)}))
    for _time in range(4):
        said_by(qtbot, voice)
    assert 0.75 < hall.heard.seconds < 1.0


@pytest.mark.parametrize("ending", [".wav", ".opus", ".ogg", ".flac", ".m4a", ".mp3"])
def test_recordings_of_every_kind_are_played(ending, qtbot, tmp_path, hall, quiet) -> None:
    source = write_wav(tmp_path / "tone.wav", tone(0.3, quiet=0))
    file = tmp_path / f"clip{ending}"
    if ending == ".wav":
        source.rename(file)
    else:
        import shutil
        import subprocess

        if shutil.which("ffmpeg", path="/usr/bin:/usr/local/bin") is None:
            pytest.skip("no ffmpeg to make the file with")
        subprocess.run(["/usr/bin/ffmpeg", "-loglevel", "error", "-i", source, file], check=True)
    voice = Voice()
    voice.use_clips(Shelf({"vloga": file}))
    said_by(qtbot, voice)
    assert hall.heard.seconds == pytest.approx(0.3, abs=0.12)


def test_stopping_a_recording_makes_it_silent_at_once(qtbot, tmp_path, hall, quiet) -> None:
    voice = Voice()
    voice.use_clips(Shelf({"vloga": opus(tmp_path, 3.0)}))
    voice.say("vloga", "sl")
    qtbot.waitUntil(lambda: hall.heard.seconds > 0, timeout=3000)
    voice.stop()
    heard = hall.heard.seconds
    qtbot.wait(100)
    assert hall.heard.seconds == heard
    assert not voice.is_speaking()


def test_where_nobody_speaks_slovenian_it_is_told_once(qtbot, hall, quiet, monkeypatch) -> None:
    monkeypatch.setattr(audio, "TIME_FOR_CLIPS", 30)
    voice = Voice()
    told: list[Silence] = []
    voice.trouble.connect(told.append)
    for _time in range(2):
        assert not voice.available("sl")
        qtbot.wait(80)
    assert told == [Silence.NO_VOICE]


def test_a_recording_alone_is_enough_for_its_own_text_only(qtbot, tmp_path, hall, quiet, monkeypatch) -> None:
    monkeypatch.setattr(audio, "TIME_FOR_CLIPS", 30)
    voice = Voice()
    told: list[Silence] = []
    voice.trouble.connect(told.append)
    voice.use_clips(Shelf({"vloga": opus(tmp_path)}))
    assert voice.can_say("vloga", "sl")
    assert not voice.can_say("geslo", "sl")
    assert not voice.available("sl")
    with qtbot.waitSignal(voice.spoken, timeout=1000):
        voice.say("geslo", "sl")
    qtbot.wait(80)
    assert told == [], "there is something to be heard here"


def test_a_clip_that_is_no_sound_is_told_once_and_the_next_voice_goes_on(
    qtbot, tmp_path, hall, monkeypatch
) -> None:
    said = fake_espeak(tmp_path, monkeypatch)
    bad = tmp_path / "bad.opus"
    bad.write_bytes(b"OggS and then no sound at all")
    voice = Voice()
    told: list[Silence] = []
    voice.trouble.connect(told.append)
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    voice.use_clips(Shelf({"vloga": bad, "geslo": tmp_path / "gone.opus"}))
    for text in ("vloga", "geslo"):
        said_by(qtbot, voice, text)
    assert said.read_text(encoding="utf-8").split("\n")[1::2] == ["vloga", "geslo"]
    assert told == [Silence.BAD_CLIP]


def test_without_a_sound_device_it_is_told_once_and_nothing_stops(qtbot, tmp_path, monkeypatch) -> None:
    fake_espeak(tmp_path, monkeypatch, rest="echo 'error: no device' >&2")
    with room(monkeypatch):
        voice = Voice()
        told: list[Silence] = []
        voice.trouble.connect(told.append)
        with qtbot.waitSignal(voice.changed, timeout=3000):
            voice.available("sl")
        voice.use_clips(Shelf({"vloga": opus(tmp_path)}))
        for _time in range(2):
            said_by(qtbot, voice)
        assert told == [Silence.NO_DEVICE]
        voice.close()


def test_without_the_systems_sound_library_clips_are_told_and_espeak_goes_on(
    qtbot, tmp_path, monkeypatch
) -> None:
    """Where libpulse is missing, QtMultimedia cannot be imported at all."""
    said = fake_espeak(tmp_path, monkeypatch)
    from korak.ui import clip_player

    def missing(_name: str) -> None:
        raise ImportError("libpulse.so.0: cannot open shared object file")

    monkeypatch.setattr(clip_player, "import_module", missing)
    voice = Voice()
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    voice.use_clips(Shelf({"vloga": opus(tmp_path)}))
    said_by(qtbot, voice)
    assert "vloga" in said.read_text(encoding="utf-8")


def test_sentences_are_read_one_after_the_other_each_in_its_best_voice(
    qtbot, tmp_path, hall, monkeypatch
) -> None:
    said = fake_espeak(tmp_path, monkeypatch)
    voice = Voice()
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    voice.use_clips(Shelf({"prva": opus(tmp_path, 0.2), "tretja": opus(tmp_path, 0.3)}))
    parts = [("prva", "sl"), ("druga", "sl"), ("tretja", "sl"), ("الرابع", "ar"), ("fifth", "en")]
    with qtbot.waitSignal(voice.spoken, timeout=8000):
        voice.say_all(parts)
    assert hall.heard.seconds == pytest.approx(0.5, abs=0.15)
    lines = said.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("-b")] == ["druga", "fifth"]
    assert not voice.is_speaking()


def test_stopping_ends_the_sentences_that_were_to_follow(qtbot, tmp_path, hall, quiet) -> None:
    voice = Voice()
    voice.use_clips(Shelf({"prva": opus(tmp_path, 1.0), "druga": opus(tmp_path, 1.0)}))
    voice.say_all([("prva", "sl"), ("druga", "sl")])
    qtbot.waitUntil(lambda: hall.heard.seconds > 0.05, timeout=3000)
    voice.stop()
    heard = hall.heard.seconds
    qtbot.wait(200)
    assert hall.heard.seconds == heard


# ------------------------------------------------------------------ piper


def test_a_piper_voice_speaks_where_its_model_lies_in_the_folder(qtbot, tmp_path, hall, quiet) -> None:
    folder = fake_piper(tmp_path / "voices")
    voice = Voice(models=folder)
    assert voice.available("sl")
    assert voice.layer("Vpišite kodo.", "sl") is Layer.PIPER
    said_by(qtbot, voice, "Vpišite\nkodo. ; rm -rf / $(date)")
    model, text = (folder / "asked").read_text(encoding="utf-8").split("|")
    assert model == str(folder / "sl_SI-artur-medium.onnx")
    assert text == "Vpišite kodo. ; rm -rf / $(date)\n"
    assert hall.heard.seconds == pytest.approx(0.3, abs=0.1)
    voice.close()


def test_what_piper_has_said_once_is_repeated_without_asking_again(qtbot, tmp_path, hall, quiet) -> None:
    folder = fake_piper(tmp_path / "voices")
    voice = Voice(models=folder)
    for slow in (False, True, False):
        said_by(qtbot, voice, slow=slow)
    assert len((folder / "asked").read_text(encoding="utf-8").splitlines()) == 1
    assert hall.heard.rates[0] == pytest.approx(0.72)
    voice.close()


def test_a_recording_comes_before_piper(qtbot, tmp_path, hall, quiet) -> None:
    folder = fake_piper(tmp_path / "voices")
    voice = Voice(models=folder)
    voice.use_clips(Shelf({"vloga": opus(tmp_path)}))
    said_by(qtbot, voice, "vloga")
    assert not (folder / "asked").exists()
    said_by(qtbot, voice, "geslo")
    assert (folder / "asked").exists()
    voice.close()


def test_a_model_without_its_description_is_told_and_says_nothing(qtbot, tmp_path, hall, monkeypatch) -> None:
    said = fake_espeak(tmp_path, monkeypatch)
    folder = fake_piper(tmp_path / "voices")
    (folder / "sl_SI-artur-medium.onnx.json").unlink()
    voice = Voice(models=folder)
    told: list[Silence] = []
    voice.trouble.connect(told.append)
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    assert told == [Silence.BAD_MODEL]
    said_by(qtbot, voice)
    assert "vloga" in said.read_text(encoding="utf-8")
    voice.close()


@pytest.mark.parametrize(
    "rest", ["sys.exit(1)", "pass", 'open(output, "w").write("no sound")', "import os; os.abort()"]
)
def test_a_piper_that_fails_lets_the_next_voice_speak(rest, qtbot, tmp_path, hall, monkeypatch) -> None:
    said = fake_espeak(tmp_path, monkeypatch)
    voice = Voice(models=fake_piper(tmp_path / "voices", rest))
    told: list[Silence] = []
    voice.trouble.connect(told.append)
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    said_by(qtbot, voice)
    assert "vloga" in said.read_text(encoding="utf-8")
    assert told == [Silence.BAD_MODEL]
    voice.close()


def test_a_piper_that_hangs_is_killed_and_the_next_voice_speaks(qtbot, tmp_path, hall, monkeypatch) -> None:
    said = fake_espeak(tmp_path, monkeypatch)
    monkeypatch.setattr(piper_voice, "PATIENCE", 300)
    rest = '(here / "pid").write_text(str(__import__("os").getpid())); time.sleep(60)'
    folder = fake_piper(tmp_path / "voices", rest)
    voice = Voice(models=folder)
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    said_by(qtbot, voice)
    assert "vloga" in said.read_text(encoding="utf-8")
    pid = int((folder / "pid").read_text())
    qtbot.waitUntil(lambda: not _runs(pid), timeout=3000)
    voice.close()


def test_an_espeak_that_hangs_is_killed(qtbot, tmp_path, monkeypatch) -> None:
    from korak.ui import computer_voices

    monkeypatch.setattr(computer_voices, "PATIENCE", 100)
    monkeypatch.setattr(computer_voices, "PATIENCE_A_LETTER", 1)
    fake_espeak(tmp_path, monkeypatch, rest=f'echo $$ > "{tmp_path}/pid"; exec sleep 60')
    voice = Voice()
    monkeypatch.setattr(voice._espeak._asking, "start", lambda: None)
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    said_by(qtbot, voice)
    pid = int((tmp_path / "pid").read_text())
    qtbot.waitUntil(lambda: not _runs(pid), timeout=3000)


def _runs(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


# ------------------------------------------------------------------ nobody waits


def test_asking_for_speech_returns_at_once(qtbot, tmp_path, hall, monkeypatch) -> None:
    """Whichever layer speaks, and however slow it is, the window is not held up (below 5 ms)."""
    fake_espeak(tmp_path, monkeypatch, rest="exec sleep 30")
    folder = fake_piper(tmp_path / "voices", "time.sleep(30)")
    voice = Voice(models=folder)
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    voice.use_clips(Shelf({"vloga": opus(tmp_path, 2.0)}))
    took: dict[str, list[float]] = {"vloga": [], "geslo": [], "word": [], "stop": []}
    for text, language in [("vloga", "sl"), ("geslo", "sl"), ("word", "en")] * 5:
        began = time.perf_counter()
        voice.say(text, language)
        voice.can_say(text, language)
        took[text].append(time.perf_counter() - began)
        qtbot.wait(30)
        began = time.perf_counter()
        voice.stop()
        took["stop"].append(time.perf_counter() - began)
    # The quickest of several: other programs of a busy machine are none of the voice's business.
    assert all(min(each) < 0.005 for each in took.values()), took
    voice.close()
