# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer records the course: with a real window, a stand-in microphone and real files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from tests.sounds import nothing, tone
from tests.ui.loudspeaker import SOUND_NOISE, Room, room
from tests.ui.screen import Screen, rest

from korak.content.clips import clip_name
from korak.services.voices import Origin
from korak.settings import DeviceSettings
from korak.storage import media
from korak.storage.sound_files import decoded, is_sound
from korak.ui.audio import Layer
from korak.ui.computer_voices import SystemVoice
from korak.ui.pages.group_words import GroupWordsPage
from korak.ui.pages.own_voice import OwnVoicePage

pytestmark = pytest.mark.qt_log_ignore(*SOUND_NOISE)


def ready(voice: SystemVoice) -> None:
    """Look for the system's voice, and find none."""
    voice.ready.emit()


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Room]:
    """A room with a microphone and a loudspeaker, and no other voice."""
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(SystemVoice, "find", ready)
    with room(monkeypatch) as made:
        made.put_loudspeaker()
        made.put_microphone(tone(0.6, 48_000))
        yield made


@pytest.fixture
def at_page(start, hall: Room) -> tuple[Screen, OwnVoicePage]:
    """The page, opened by the trainer from the words of the group."""
    screen = start(wanted=DeviceSettings(language="en", sound=True, reduced_motion=True))
    screen.sign_in_trainer()
    screen.journey.desk("words")
    screen.page(GroupWordsPage)
    screen.press("Record words")
    return screen, screen.page(OwnVoicePage)


def first_word(screen: Screen) -> str:
    return next(iter(screen.journey.house.pack.words.values())).lemma


def record(screen: Screen, hall: Room, seconds: float = 0.5) -> None:
    """Press “Record”, let somebody speak, and press “Stop”."""
    screen.press("Record")
    assert screen.sees("Stop")
    rest(round(seconds * 1000))
    screen.press("Stop")


def recordings(screen: Screen) -> list[Path]:
    return sorted((screen.folder / "media" / "voice").rglob("*--*"))


def test_a_word_is_recorded_kept_heard_and_the_next_one_follows(at_page, hall: Room) -> None:
    screen, page = at_page
    word = first_word(screen)
    assert screen.sees(word)
    record(screen, hall)
    screen.wait(lambda: page.status == "Recorded. Listen, or go on.")
    (path,) = recordings(screen)
    assert path.stem == clip_name(word, "sl")
    assert is_sound(path)
    assert 0.5 < decoded(path).seconds < 1.0, "cut to the speech"
    screen.wait(lambda: hall.heard.seconds > 0.4)
    assert hall.heard.files[0] == path.name
    assert screen.button("Next").hasFocus()
    assert screen.program.frame.voice.layer(word, "sl") is Layer.CLIP
    screen.press("Next")
    assert page.status == ""
    assert screen.button("Record").hasFocus()
    assert screen.sees("sentence, not recorded yet"), "after the word comes its sentence"


def test_while_one_speaks_the_bar_shows_how_loud(at_page, hall: Room) -> None:
    screen, page = at_page
    assert page._level.most() == 0
    screen.press("Record")
    screen.wait(lambda: page._level.most() > 0.3)
    screen.press("Stop")


def test_a_recording_of_silence_is_told_and_nothing_is_kept(at_page, hall: Room) -> None:
    screen, page = at_page
    hall.put_microphone(nothing(2.0, 48_000))
    record(screen, hall)
    screen.wait(lambda: page.status.startswith("Nothing was heard."))
    assert recordings(screen) == []
    assert screen.button("Record").hasFocus()


def test_recording_again_replaces_deleting_brings_the_other_voice_back_and_can_be_undone(
    at_page, hall: Room
) -> None:
    screen, page = at_page
    record(screen, hall)
    screen.wait(lambda: bool(recordings(screen)) and page.status != "")
    before = recordings(screen)[0].read_bytes()
    hall.put_microphone(tone(1.2, 48_000))
    screen.press("Record again")
    rest(500)
    screen.press("Stop")
    screen.wait(lambda: recordings(screen)[0].read_bytes() != before)
    screen.wait(lambda: page.status != "")
    screen.press("Delete")
    assert recordings(screen) == []
    assert screen.sees("Deleted. “Put back” brings it back.")
    assert screen.button("Put back").hasFocus()
    screen.press("Put back")
    assert len(recordings(screen)) == 1
    assert screen.sees("Record again")


def test_what_was_recorded_is_there_after_a_restart(at_page, hall: Room, start) -> None:
    screen, page = at_page
    word = first_word(screen)
    record(screen, hall)
    screen.wait(lambda: page.status != "")
    folder = screen.folder
    screen.close()
    again = Screen(folder, DeviceSettings(language="en", sound=True, reduced_motion=True))
    try:
        voice = again.program.frame.voice
        assert again.journey is not None
        again.wait(lambda: voice.layer(word, "sl") is Layer.CLIP)
        again.sign_in_trainer()
        again.journey.desk("own_voice")
        page = again.page(OwnVoicePage)
        assert again.sees("Recorded: words 1 of")
    finally:
        again.close()


def test_a_full_disk_is_told_in_one_sentence(at_page, hall: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    screen, page = at_page

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(media.files, "write_whole", full)
    record(screen, hall)
    screen.wait(lambda: page.status.startswith("The disk is full."))
    assert recordings(screen) == []


def test_without_a_microphone_the_page_says_so_and_finds_one_that_is_plugged_in(start, hall: Room) -> None:
    hall.devices.inputs = ()
    screen = start(wanted=DeviceSettings(language="en", sound=True, reduced_motion=True))
    screen.sign_in_trainer()
    screen.journey.desk("own_voice")
    page = screen.page(OwnVoicePage)
    assert screen.sees("There is no microphone here. Plug one in, or import recordings of another computer.")
    assert not page._record.isVisible()
    hall.put_microphone(tone(0.6, 48_000))
    screen.press("Look again")
    assert page._record.isVisible()


def test_recordings_go_out_and_come_in_as_a_folder(at_page, hall: Room, tmp_path: Path, monkeypatch) -> None:
    screen, page = at_page
    record(screen, hall)
    screen.wait(lambda: page.status != "")
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(stick))
    screen.press("Export")
    screen.wait(lambda: screen.sees("1 recording exported."))
    assert len(list((stick / "voice" / "sl").iterdir())) == 1
    screen.journey.house.voices.remove(screen.journey.session, first_word(screen))
    (stick / "voice" / "sl" / (clip_name("vloga", "sl") + ".opus")).write_bytes(b"no sound")
    screen.press("Import")
    screen.wait(lambda: screen.sees("1 recording imported. 1 file is no recording."))
    found = screen.journey.house.voices.find(first_word(screen), "sl")
    assert found is not None
    assert found.origin is Origin.OWN


def test_a_folder_without_recordings_is_told(at_page, tmp_path: Path, monkeypatch) -> None:
    screen, _page = at_page
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path))
    screen.press("Import")
    screen.wait(
        lambda: screen.sees(
            "There are no recordings in this folder. Choose the folder that was exported from Korak."
        )
    )


def test_the_words_page_says_which_words_have_no_own_voice(at_page, hall: Room) -> None:
    screen, _page = at_page
    house = screen.journey.house
    count = len(house.pack.words)
    word = first_word(screen)
    screen.journey.desk("words")
    screen.page(GroupWordsPage)
    assert f"{count} words have no own voice yet: {word}," in screen.texts().replace("\u00a0", " ")
    house.voices.keep(screen.journey.session, word, tone())
    screen.journey.desk("words")
    screen.page(GroupWordsPage)
    assert f"{count - 1} words have no own voice yet:" in screen.texts()
    assert f"yet: {word}," not in screen.texts()


def test_everything_is_done_by_keyboard_alone(at_page, hall: Room) -> None:
    screen, page = at_page
    assert screen.button("Record").hasFocus()
    screen.key(Qt.Key.Key_Return)
    rest(500)
    screen.key(Qt.Key.Key_Return)
    screen.wait(lambda: page.status == "Recorded. Listen, or go on.")
    screen.key(Qt.Key.Key_Return)
    assert screen.button("Record").hasFocus()
    assert len(recordings(screen)) == 1
    screen.key(Qt.Key.Key_Escape)
    screen.page(GroupWordsPage)
