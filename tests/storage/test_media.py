# SPDX-License-Identifier: GPL-3.0-or-later
"""Recordings on the disk: real sound files, whole or not there, and never lost by recording again."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.sounds import tone, write_wav

from korak.content.clips import clip_key
from korak.content.sound import trimmed
from korak.storage import files, media, sound_files
from korak.storage.faults import StorageFault, Trouble
from korak.storage.media import Encoded, Kind, MediaPack, Place, copy_missing
from korak.storage.sound_files import NoSoundFile, decoded, encoded, encoder, is_sound

KEY = clip_key("vloga", "sl")
HERE = Place("sl", KEY)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without libsndfile and without ffmpeg."""
    monkeypatch.setattr(sound_files, "_library", lambda: None)
    monkeypatch.setattr(sound_files.shutil, "which", lambda _name: None)


def test_a_recording_written_here_can_be_read_here(tmp_path: Path) -> None:
    sound = trimmed(tone(1.0))
    made = encoded(sound)
    file = tmp_path / f"clip{made.ending}"
    file.write_bytes(made.content)
    assert is_sound(file)
    heard = decoded(file)
    assert heard.seconds == pytest.approx(sound.seconds, abs=0.1)
    assert max(heard.samples) == pytest.approx(max(sound.samples), rel=0.2)


@pytest.mark.skipif(encoder() == "wav", reason="this system writes no Opus")
@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_opus_is_small_whatever_rate_the_microphone_has(rate: int) -> None:
    made = encoded(tone(2.4, rate))
    assert made.ending == ".opus"
    assert made.content.startswith(b"OggS")
    assert len(made.content) < 30_000


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no ffmpeg here")
def test_without_the_library_ffmpeg_writes_opus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound_files, "_library", lambda: None)
    assert encoder() == "ffmpeg"
    made = encoded(tone(1.0))
    assert made.ending == ".opus"
    assert b"OpusHead" in made.content[:64]


def test_with_neither_a_recording_is_a_wav_file(tmp_path: Path, plain: None) -> None:
    assert encoder() == "wav"
    made = encoded(tone(1.0))
    file = tmp_path / f"clip{made.ending}"
    file.write_bytes(made.content)
    assert made.ending == ".wav"
    assert decoded(file).samples == tone(1.0).samples


def test_an_ffmpeg_that_fails_is_no_reason_to_lose_a_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise subprocess.TimeoutExpired("ffmpeg", 1)

    monkeypatch.setattr(sound_files, "_library", lambda: None)
    monkeypatch.setattr(sound_files.shutil, "which", lambda _name: "/nowhere/ffmpeg")
    monkeypatch.setattr(sound_files.subprocess, "run", fail)
    assert encoded(tone(0.5)).ending == ".wav"


@pytest.mark.parametrize("content", [b"", b"no sound at all", b"OggS but nothing more", b"RIFF....WAVE"])
@pytest.mark.parametrize("with_library", [True, False])
def test_a_file_that_is_no_sound_is_told_as_one(
    content: bytes, with_library: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not with_library:
        monkeypatch.setattr(sound_files, "_library", lambda: None)
    file = tmp_path / "clip.wav"
    file.write_bytes(content)
    with pytest.raises(NoSoundFile):
        decoded(file)


def test_what_a_file_is_shows_in_its_first_letters(tmp_path: Path) -> None:
    wav = write_wav(tmp_path / "a.wav", tone(0.2))
    assert is_sound(wav)
    assert not is_sound(wav.rename(tmp_path / "a.opus"))
    assert not is_sound(tmp_path / "missing.opus")
    (tmp_path / "text.txt").write_text("RIFF")
    assert not is_sound(tmp_path / "text.txt")


def test_a_recording_is_found_again_by_its_text(tmp_path: Path) -> None:
    path = MediaPack(tmp_path).keep(Kind.VOICE, "sl", "vloga", Encoded(".opus", b"one"))
    assert path.name == f"vloga--{KEY}.opus"
    assert MediaPack(tmp_path).clips(Kind.VOICE) == {HERE: path}
    assert MediaPack(tmp_path).clips(Kind.RENDERED) == {}
    assert MediaPack(tmp_path / "nowhere").clips(Kind.VOICE) == {}


def test_recording_again_keeps_the_take_before_and_one_only(tmp_path: Path) -> None:
    pack = MediaPack(tmp_path)
    pack.keep(Kind.VOICE, "sl", "vloga", Encoded(".wav", b"first"))
    pack.keep(Kind.VOICE, "sl", "vloga", Encoded(".opus", b"second"))
    (path,) = pack.clips(Kind.VOICE).values()
    assert path.read_bytes() == b"second"
    pack.keep(Kind.VOICE, "sl", "Vloga.", Encoded(".opus", b"third"))
    kept = [file for file in (tmp_path / "removed").rglob("*") if file.is_file()]
    assert [file.read_bytes() for file in kept] == [b"second"]


def test_what_was_deleted_can_be_put_back(tmp_path: Path) -> None:
    pack = MediaPack(tmp_path)
    pack.keep(Kind.VOICE, "sl", "vloga", Encoded(".opus", b"one"))
    assert pack.put_aside(Kind.VOICE, "sl", KEY)
    assert pack.clips(Kind.VOICE) == {}
    assert not pack.put_aside(Kind.VOICE, "sl", KEY)
    back = pack.put_back(Kind.VOICE, "sl", KEY)
    assert back is not None
    assert back.read_bytes() == b"one"
    assert pack.clips(Kind.VOICE) == {HERE: back}
    assert pack.put_back(Kind.VOICE, "sl", KEY) is None


@pytest.mark.parametrize("fails_in", ["write_whole", "copy_whole", "put"])
def test_a_disk_that_fills_up_leaves_the_recording_there_was(
    fails_in: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = MediaPack(tmp_path)
    pack.keep(Kind.VOICE, "sl", "vloga", Encoded(".opus", b"first"))

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, fails_in, full)
        with pytest.raises(StorageFault) as told:
            pack.keep(Kind.VOICE, "sl", "vloga", Encoded(".opus", b"second"))
    assert told.value.trouble is Trouble.FULL
    assert [path.read_bytes() for path in pack.clips(Kind.VOICE).values()] == [b"first"]
    assert list(tmp_path.rglob("*.part")) == []


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    home = tmp_path / "voice" / "sl"
    home.mkdir(parents=True)
    (home / "LICENSE").write_text("CC0")
    (home / f"vloga--{KEY}.txt").write_text("no sound")
    (home / f"vloga--{KEY}.opus.part").write_bytes(b"half")
    (tmp_path / "voice" / "README.md").write_text("read me")
    assert MediaPack(tmp_path).clips(Kind.VOICE) == {}


def test_opus_is_taken_where_there_are_several(tmp_path: Path) -> None:
    home = tmp_path / "voice" / "sl"
    for ending in (".wav", ".opus", ".mp3"):
        home.mkdir(parents=True, exist_ok=True)
        (home / f"vloga--{KEY}{ending}").write_bytes(b"x")
    (path,) = MediaPack(tmp_path).clips(Kind.VOICE).values()
    assert path.suffix == ".opus"


def test_copying_a_folder_again_copies_only_what_is_new(tmp_path: Path) -> None:
    pack = MediaPack(tmp_path / "media")
    pack.keep(Kind.VOICE, "sl", "vloga", Encoded(".opus", b"one"))
    assert copy_missing(tmp_path / "media", tmp_path / "stick") == 1
    pack.keep(Kind.VOICE, "sl", "geslo", Encoded(".opus", b"two"))
    assert copy_missing(tmp_path / "media", tmp_path / "stick") == 1
    assert len(media.MediaPack(tmp_path / "stick").clips(Kind.VOICE)) == 2
