# SPDX-License-Identifier: GPL-3.0-or-later
"""`korak voices`, as a person types it: a real process, a real pack, a stand-in for `piper`."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.content.small_pack import small_pack, written
from tests.piper import asked, fake_piper
from tests.sounds import tone, write_wav

from korak import settings
from korak.content.clips import clip_key, clip_name, key_in
from korak.settings import DeviceSettings
from korak.storage.sound_files import decoded, encoder, is_sound

DESKTOP = Path(__file__).parents[2] / "desktop"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script for a shell")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    settings.save(tmp_path / "data", DeviceSettings(language="en"))
    return tmp_path / "data"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return written(small_pack(), tmp_path / "mala")


def voices(*arguments: object, path: str = "/nowhere") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "korak", "voices", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(DESKTOP), "COLUMNS": "100", "PATH": path},
    )


def rendered(data: Path) -> dict[str, Path]:
    return {key_in(path.stem) or "": path for path in (data / "media" / "rendered" / "sl").glob("*.*")}


def test_a_whole_pack_is_said_and_every_recording_is_real(data: Path, pack: Path) -> None:
    home = fake_piper(data / "voices")
    done = voices("render", pack, "--data", data, "--jobs", 2)
    assert done.returncode == 0, done.stderr
    said = asked(home)
    assert {"predlog", "Napišite predlog.", "Za luč na ulici skrbi občina.", "predloga"} <= set(said)
    assert "Naša občina" not in said, "what stands on a portal is not read ahead"
    assert not any("$" in text for text in said)
    files = rendered(data)
    assert set(files) == {clip_key(text, "sl") for text in said}
    assert files[clip_key("predlog", "sl")].stem == clip_name("predlog", "sl")
    assert all(is_sound(path) for path in files.values())
    assert decoded(files[clip_key("predlog", "sl")]).seconds == pytest.approx(0.3, abs=0.15)
    assert f"{len(said)} recordings were made in {data / 'media'}." in done.stdout
    if encoder() != "wav":
        assert {path.suffix for path in files.values()} == {".opus"}


def test_a_rendering_that_was_broken_off_goes_on_where_it_was(data: Path, pack: Path) -> None:
    home = fake_piper(data / "voices")
    voices("render", pack, "--data", data)
    whole = rendered(data)
    lost = list(whole)[:3]
    for key in lost:
        whole[key].unlink()
    (home / "asked").unlink()
    done = voices("render", pack, "--data", data)
    assert {clip_key(text, "sl") for text in asked(home)} == set(lost)
    assert f"There already: {len(whole) - 3}. To be said: 3." in done.stdout
    assert set(rendered(data)) == set(whole)
    (home / "asked").unlink()
    assert voices("render", pack, "--data", data).returncode == 0
    assert asked(home) == []


def test_what_somebody_recorded_is_not_said_by_piper(data: Path, pack: Path) -> None:
    home = fake_piper(data / "voices")
    write_wav(data / "media" / "voice" / "sl" / f"{clip_name('predlog', 'sl')}.wav", tone(0.3))
    write_wav(pack / "media" / "voice" / "sl" / f"{clip_name('Napišite predlog.', 'sl')}.wav", tone(0.3))
    voices("render", pack, "--data", data)
    assert "predlog" not in asked(home)
    assert "Napišite predlog." not in asked(home)


def test_a_text_piper_cannot_say_is_told_and_the_others_are_made(data: Path, pack: Path) -> None:
    rest = """
if text.startswith("predlogu"):
    sys.exit("phoneme missing")
shutil.copy(here / "said.wav", output)
"""
    fake_piper(data / "voices", rest)
    done = voices("render", pack, "--data", data)
    assert done.returncode == 1
    assert "predlogu (phoneme missing)" in done.stderr
    assert clip_key("predlogu", "sl") not in rendered(data)
    assert clip_key("predlog", "sl") in rendered(data)


def test_a_piper_that_says_nothing_at_all_is_told_in_one_sentence(data: Path, pack: Path) -> None:
    fake_piper(data / "voices", 'sys.exit("bad model")')
    done = voices("render", pack, "--data", data)
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["“piper” does not work: bad model"]
    assert rendered(data) == {}


def test_silence_is_no_recording(data: Path, pack: Path) -> None:
    home = fake_piper(data / "voices")
    write_wav(home / "said.wav", tone(0.2, 22_050, loud=0.0))
    done = voices("render", pack, "--data", data)
    assert "“piper” does not work: silence" in done.stderr
    assert rendered(data) == {}


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_model_without_its_description_is_told(damage: str, data: Path, pack: Path) -> None:
    described = fake_piper(data / "voices") / "sl_SI-artur-medium.onnx.json"
    if damage == "missing":
        described.unlink()
    else:
        described.write_text("[not a description")
    wanted = "sl_SI-artur-medium.onnx is not whole: sl_SI-artur-medium.onnx.json is missing or damaged."
    done = voices("render", pack, "--data", data)
    assert (done.returncode, done.stderr.strip()) == (1, wanted)
    assert wanted in voices("list", "--data", data).stdout


def test_without_the_program_or_a_model_it_is_told(data: Path, pack: Path) -> None:
    done = voices("render", pack, "--data", data)
    assert done.stderr.strip() == f"There is no program “piper” on the path or in {data / 'voices'}."
    fake_piper(data / "voices")
    done = voices("render", pack, "--data", data, "--language", "sq")
    assert done.stderr.strip() == f"There is no Piper model for “sq” in {data / 'voices'}."


def test_a_pack_that_cannot_be_read_is_told(data: Path, tmp_path: Path) -> None:
    fake_piper(data / "voices")
    done = voices("render", tmp_path / "nothing", "--data", data)
    assert done.returncode == 1
    assert "cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_to_is_told(data: Path, pack: Path) -> None:
    fake_piper(data / "voices")
    (data / "media").write_text("a file where a folder should be")
    done = voices("render", pack, "--data", data)
    assert done.returncode == 1
    assert done.stderr.strip() == f"{data / 'media'} cannot be written to."


def test_the_list_says_which_voices_and_recordings_there_are(data: Path) -> None:
    empty = voices("list", "--data", data)
    assert empty.returncode == 0, empty.stderr
    assert empty.stdout.count("none") == 3
    home = fake_piper(data / "voices")
    write_wav(data / "media" / "voice" / "sl" / f"{clip_name('vloga', 'sl')}.wav", tone(0.3))
    listed = voices("list", "--data", data).stdout
    assert "sl_SI-artur-medium  Slovenščina" in listed
    assert str(home / "piper") in listed
    assert "Slovenščina, recorded here: 1" in listed
    assert "New recordings are written as: " in listed
