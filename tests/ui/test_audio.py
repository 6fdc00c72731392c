# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what is heard: with a fake espeak-ng on the path, with a broken one and with none."""

import sys
import time
from pathlib import Path

import pytest

from korak import paths
from korak.ui.audio import SOUNDS, Sounds, Voice

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fake espeak-ng is a shell script")

FAKE = """#!/bin/sh
here=$(dirname "$0")
if [ "$1" = "--voices" ]; then
    echo "Pty Language       Age/Gender VoiceName          File                 Other Languages"
    echo " 5  sl              --/M      Slovenian          zls/sl"
    echo " 2  en-gb           --/M      English            gmw/en               (en 2)"
    exit 0
fi
echo "$@" >> "$here/said"
cat >> "$here/said"
echo >> "$here/said"
{rest}
"""


def fake_espeak(folder: Path, monkeypatch: pytest.MonkeyPatch, rest: str = "exit 0") -> Path:
    """Put a program called espeak-ng on the path that writes down what it is asked to say."""
    program = folder / "espeak-ng"
    program.write_text(FAKE.replace("{rest}", rest), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder / "said"


def found(qtbot, voice: Voice) -> Voice:
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
    return voice


def test_the_voice_knows_the_languages_espeak_names(qtbot, tmp_path, monkeypatch):
    fake_espeak(tmp_path, monkeypatch)
    voice = Voice()
    assert not voice.available("sl"), "nothing is promised before the program has answered"
    found(qtbot, voice)
    assert voice.available("sl")
    assert voice.available("en")
    assert not voice.available("ar")


def test_text_goes_through_standard_input_never_through_a_shell(qtbot, tmp_path, monkeypatch):
    said = fake_espeak(tmp_path, monkeypatch)
    voice = found(qtbot, Voice())
    with qtbot.waitSignal(voice.spoken, timeout=3000):
        voice.say('Vpišite kodo. "; rm -rf / $(date)', "sl")
    arguments, text = said.read_text(encoding="utf-8").splitlines()[:2]
    assert arguments == "-b 1 -v sl -s 150 --stdin"
    assert text == 'Vpišite kodo. "; rm -rf / $(date)'
    assert not voice.is_speaking()


def test_slow_speech_is_slower(qtbot, tmp_path, monkeypatch):
    said = fake_espeak(tmp_path, monkeypatch)
    voice = found(qtbot, Voice(slow=True))
    with qtbot.waitSignal(voice.spoken, timeout=3000):
        voice.say("Dober dan", "sl")
    assert "-s 105" in said.read_text(encoding="utf-8")


def test_stop_kills_the_speaking_process_at_once(qtbot, tmp_path, monkeypatch):
    fake_espeak(tmp_path, monkeypatch, rest="exec sleep 30")
    voice = found(qtbot, Voice())
    voice.say("Dober dan", "sl")
    qtbot.waitUntil((tmp_path / "said").exists, timeout=3000)
    assert voice.is_speaking()
    before = time.monotonic()
    voice.stop()
    assert time.monotonic() - before < 0.4
    assert not voice.is_speaking()


def test_a_new_sentence_cuts_off_the_last(qtbot, tmp_path, monkeypatch):
    said = fake_espeak(tmp_path, monkeypatch, rest="exec sleep 0.2")
    voice = found(qtbot, Voice())
    voice.say("prvi", "sl")
    with qtbot.waitSignal(voice.spoken, timeout=3000):
        voice.say("drugi", "sl")
    assert "drugi" in said.read_text(encoding="utf-8")
    assert not voice.is_speaking()


def test_no_sound_device_is_told_once(qtbot, tmp_path, monkeypatch):
    fake_espeak(tmp_path, monkeypatch, rest="echo 'error: No such file or directory' >&2")
    voice = found(qtbot, Voice())
    told = []
    voice.trouble.connect(lambda: told.append(1))
    for _attempt in range(2):
        with qtbot.waitSignal(voice.spoken, timeout=3000):
            voice.say("Dober dan", "sl")
    assert told == [1]


def test_without_any_voice_nothing_is_offered_and_nothing_fails(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("korak.ui.audio.SystemVoice.find", lambda voice: voice.ready.emit())
    voice = Voice()
    assert not voice.available("sl")
    voice.say("Dober dan", "sl")
    voice.stop()
    assert not voice.is_speaking()


def test_a_voice_switched_off_offers_nothing(qtbot, tmp_path, monkeypatch):
    fake_espeak(tmp_path, monkeypatch)
    voice = Voice(on=False)
    assert not voice.available("sl")
    voice.set_on(True)
    found(qtbot, voice)
    assert voice.available("sl")


def test_a_closed_voice_leaves_no_process(qtbot, tmp_path, monkeypatch):
    fake_espeak(tmp_path, monkeypatch, rest="exec sleep 30")
    voice = found(qtbot, Voice())
    voice.say("Dober dan", "sl")
    before = time.monotonic()
    voice.close()
    assert time.monotonic() - before < 0.4
    asking = Voice()
    asking.available("sl")
    asking.close()


def test_asking_for_a_voice_does_not_hold_up_the_window(qtbot, tmp_path, monkeypatch):
    fake_espeak(tmp_path, monkeypatch)
    voice = Voice()
    before = time.monotonic()
    with qtbot.waitSignal(voice.changed, timeout=3000):
        voice.available("sl")
        asked = time.monotonic() - before
    assert asked < 0.1


@pytest.mark.parametrize("name", SOUNDS)
def test_every_sound_is_shipped(name):
    assert (paths.assets() / "sounds" / f"{name}.wav").read_bytes().startswith(b"RIFF")


def test_sounds_switched_off_load_nothing(qtbot, tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "PySide6.QtMultimedia", raising=False)
    sounds = Sounds(tmp_path, on=False)
    sounds.play("right")
    qtbot.wait(20)
    assert "PySide6.QtMultimedia" not in sys.modules
