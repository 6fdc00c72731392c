# SPDX-License-Identifier: GPL-3.0-or-later
"""The centre's own recordings: kept as they should be, found at once, carried to other computers."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.services.making import Place, amra, maja, refused
from tests.sounds import nothing, tone, write_wav

from korak.content.clips import Said, clip_name
from korak.content.sound import Sound
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.voices import Origin, Taken, Voices
from korak.storage import media, sound_files
from korak.storage.sound_files import decoded, is_sound


@pytest.fixture
def house(place: Place) -> House:
    return place.create()[0]


def own(house: House) -> list[Path]:
    return sorted(path for path in (house._folder / "media" / "voice").rglob("*") if path.is_file())


def test_what_a_trainer_records_is_found_by_its_text_and_survives_a_restart(
    place: Place, house: House
) -> None:
    trainer = maja(house)
    assert house.voices.find("vloga", "sl") is None
    clip = house.voices.keep(trainer, "vloga", tone(0.8, quiet=1.0))
    assert house.voices.find("Vloga.", "sl") == clip
    assert clip.origin is Origin.OWN
    assert house.voices.languages() == {"sl"}
    assert decoded(clip.path).seconds < 1.3, "the silence around the word is cut off"
    place.close()
    assert place.keep(place.vault().unlock("dolga pot do doma")).voices.find("vloga", "sl") == clip


def test_the_recording_lies_in_the_centres_media_pack(house: House) -> None:
    house.voices.keep(maja(house), "vloga", tone())
    (path,) = own(house)
    assert path.parent == house._folder / "media" / "voice" / "sl"
    assert path.stem == clip_name("vloga", "sl")
    assert is_sound(path)


@pytest.mark.parametrize("sound", [nothing(), nothing(0.0), tone(0.05)])
def test_a_recording_of_silence_is_not_kept_and_told(house: House, sound: Sound) -> None:
    with refused(FaultKind.SILENT):
        house.voices.keep(maja(house), "vloga", sound)
    assert own(house) == []


def test_recording_again_replaces_and_deleting_can_be_undone(house: House) -> None:
    trainer = maja(house)
    house.voices.keep(trainer, "vloga", tone(0.3))
    house.voices.keep(trainer, "vloga", tone(1.5))
    clip = house.voices.find("vloga", "sl")
    assert clip is not None
    assert decoded(clip.path).seconds > 1.4
    house.voices.remove(trainer, "vloga")
    assert house.voices.find("vloga", "sl") is None
    assert house.voices.put_back(trainer, "vloga")
    found = house.voices.find("vloga", "sl")
    assert found is not None
    assert decoded(found.path).seconds > 1.4
    house.voices.remove(trainer, "vloga")
    house.voices.remove(trainer, "vloga")


def test_a_full_disk_is_told_and_the_recording_there_was_stays(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = maja(house)
    kept = house.voices.keep(trainer, "vloga", tone(0.4))

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(media.files, "write_whole", full)
    with refused(FaultKind.DISK_FULL):
        house.voices.keep(trainer, "vloga", tone(1.4))
    assert house.voices.find("vloga", "sl") == kept


def test_learners_hear_but_do_not_record(house: House, tmp_path: Path) -> None:
    house.voices.keep(maja(house), "vloga", tone())
    learner = amra(house)
    assert house.voices.find("vloga", "sl") is not None
    for forbidden in (
        lambda: house.voices.lines(learner),
        lambda: house.voices.keep(learner, "vloga", tone()),
        lambda: house.voices.remove(learner, "vloga"),
        lambda: house.voices.put_back(learner, "vloga"),
        lambda: house.voices.without_own(learner),
        lambda: house.voices.take_out(learner, tmp_path),
        lambda: house.voices.bring_in(learner, tmp_path),
    ):
        with refused(FaultKind.NOT_ALLOWED):
            forbidden()


def test_a_trainer_sees_every_word_and_sentence_and_which_nobody_recorded(house: House) -> None:
    trainer = maja(house)
    lines = house.voices.lines(trainer)
    words = [line for line in lines if line.said is Said.WORD]
    assert [line.word for line in words] == list(house.pack.words)
    assert {line.said for line in lines} == {Said.WORD, Said.SENTENCE}
    assert all(line.origin is None for line in lines)
    assert house.voices.without_own(trainer) == set(house.pack.words)
    house.voices.keep(trainer, house.pack.words["vloga"].lemma, tone())
    assert "vloga" not in house.voices.without_own(trainer)
    (line,) = (one for one in house.voices.lines(trainer) if one.word == "vloga" and one.said is Said.WORD)
    assert line.origin is Origin.OWN


def test_the_centres_own_voice_comes_before_the_packs_and_that_before_a_rendered_one(
    house: House, tmp_path: Path
) -> None:
    packs = tmp_path / "packs"
    name = clip_name("vloga", "sl") + ".wav"
    rendered = write_wav(house._folder / "media" / "rendered" / "sl" / name, tone(0.2))
    voices = Voices(house._folder, packs, house.pack)
    found = voices.find("vloga", "sl")
    assert found is not None
    assert (found.path, found.origin) == (rendered, Origin.RENDERED)
    shipped = write_wav(packs / house.pack.id / "media" / "voice" / "sl" / name, tone(0.2))
    voices = Voices(house._folder, packs, house.pack)
    found = voices.find("vloga", "sl")
    assert found is not None
    assert (found.path, found.origin) == (shipped, Origin.PACK)
    kept = voices.keep(maja(house), "vloga", tone())
    assert voices.find("vloga", "sl") == kept
    voices.remove(maja(house), "vloga")
    again = voices.find("vloga", "sl")
    assert again is not None
    assert again.origin is Origin.PACK


def test_recordings_go_to_another_centre_as_a_folder(house: House, another, tmp_path: Path) -> None:
    trainer = maja(house)
    for text in ("vloga", "geslo", "rok"):
        house.voices.keep(trainer, text, tone())
    stick = tmp_path / "stick"
    assert house.voices.take_out(trainer, stick) == 3
    assert house.voices.take_out(trainer, stick) == 0
    (stick / "voice" / "sl" / (clip_name("kartica", "sl") + ".opus")).write_bytes(b"no sound at all")
    other = another("other").create()[0]
    mine = other.voices.keep(maja(other), "rok", tone(1.2))
    assert other.voices.bring_in(maja(other), stick) == Taken(new=2, left=1)
    assert other.voices.find("vloga", "sl") is not None
    assert other.voices.find("kartica", "sl") is None
    assert other.voices.find("rok", "sl") == mine, "what was recorded here stays"
    assert other.voices.bring_in(maja(other), stick / "voice") == Taken(new=0, left=1)


def test_a_folder_without_recordings_is_told(house: House, tmp_path: Path) -> None:
    trainer = maja(house)
    with refused(FaultKind.NO_RECORDINGS):
        house.voices.bring_in(trainer, tmp_path)
    with refused(FaultKind.NO_RECORDINGS):
        house.voices.take_out(trainer, tmp_path)


def test_a_folder_that_cannot_be_written_to_is_told(house: House, tmp_path: Path) -> None:
    trainer = maja(house)
    house.voices.keep(trainer, "vloga", tone())
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with refused(FaultKind.READ_ONLY):
        house.voices.take_out(trainer, blocked)


def test_the_recordings_do_not_depend_on_the_systems_opus(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound_files, "_library", lambda: None)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    clip = house.voices.keep(maja(house), "vloga", tone())
    assert clip.path.suffix == ".wav"
    assert house.voices.find("vloga", "sl") == clip


def test_a_backup_on_a_stick_takes_the_recordings_along_and_brings_them_back(
    house: House, another: Callable[[str], Place], tmp_path: Path
) -> None:
    trainer = maja(house)
    kept = house.voices.keep(trainer, "vloga", tone())
    write_wav(house._folder / "media" / "rendered" / "sl" / f"{clip_name('rok', 'sl')}.wav", tone(0.2))
    stick = tmp_path / "stick"
    house.copy_backup(house.back_up(), stick)
    assert (stick / "media" / "voice" / "sl" / kept.path.name).read_bytes() == kept.path.read_bytes()
    assert not (stick / "media" / "rendered").exists(), "what Piper says can be rendered again"
    again = house.voices.keep(trainer, "vloga", tone(1.2))
    copied = house.copy_backup(house.back_up(), stick)
    assert (stick / "media" / "voice" / "sl" / again.path.name).read_bytes() == again.path.read_bytes()
    new = another("new-computer")
    vault = new.vault()
    vault.restore(vault.backup_at(copied))
    opened = new.keep(new.vault().unlock("dolga pot do doma"))
    found = opened.voices.find("vloga", "sl")
    assert found is not None
    assert found.path.read_bytes() == again.path.read_bytes()


def test_a_restored_backup_leaves_the_recordings_of_this_computer_alone(house: House, place: Place) -> None:
    trainer = maja(house)
    made = house.back_up()
    kept = house.voices.keep(trainer, "vloga", tone())
    place.close()
    vault = place.vault()
    vault.restore(vault.backup_at(made.path))
    opened = place.keep(place.vault().unlock("dolga pot do doma"))
    assert opened.voices.find("vloga", "sl") == kept


def test_cards_for_other_programs_take_the_recording_along(house: House) -> None:
    assert house.voices.for_cards("vloga") is None
    kept = house.voices.keep(maja(house), "vloga", tone())
    assert house.voices.for_cards("Vloga") == (kept.path.suffix[1:], kept.path.read_bytes())
    kept.path.unlink()
    assert house.voices.for_cards("vloga") is None, "a file that somebody took away is no reason to stop"
