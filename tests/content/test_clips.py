# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of recordings: stable, the same for what sounds alike, different for what does not."""

import pytest

from korak import paths
from korak.content.clips import (
    Said,
    can_be_recorded,
    clip_key,
    clip_name,
    key_in,
    of_word,
    sounding,
)
from korak.content.to_say import to_say
from korak.services.packs import load_pack

PACK = load_pack(paths.packs() / "koraki")


def test_the_key_of_a_text_never_changes() -> None:
    """Recordings of years hang on these very letters."""
    assert clip_key("Vpišite kodo.", "sl") == "5240b3b3390b"
    assert clip_name("Vpišite kodo.", "sl") == "vpisite-kodo--5240b3b3390b"


@pytest.mark.parametrize("alike", ["vpišite kodo", "  Vpišite  kodo … ", "Vpišite kodo"])
def test_what_sounds_alike_has_one_recording(alike: str) -> None:
    assert clip_key(alike, "sl") == clip_key("Vpišite kodo.", "sl")


@pytest.mark.parametrize("other", ["Vpišite kodo?", "Vpisite kodo.", "Vpišite geslo."])
def test_what_sounds_different_has_another(other: str) -> None:
    assert clip_key(other, "sl") != clip_key("Vpišite kodo.", "sl")


def test_each_language_has_its_own() -> None:
    assert clip_key("pin", "sl") != clip_key("pin", "en")


@pytest.mark.parametrize("text", ["Vpišite kodo.", "кафа", "كلمة", "?!", "a--b", "CON", "x" * 500])
def test_every_text_gives_a_name_every_system_can_keep(text: str) -> None:
    name = clip_name(text, "sl")
    assert key_in(name) == clip_key(text, "sl")
    assert name.isascii()
    assert len(name) <= 50
    assert not set(name) & set('<>:"/\\|?* .')


def test_other_files_have_no_key() -> None:
    assert key_in("vloga") is None
    assert key_in("vloga--1234") is None
    assert key_in("vloga--0123456789AB") is None


def test_a_value_of_a_run_is_never_recorded() -> None:
    assert not can_be_recorded("Pozdravljeni, $ime!")
    assert not can_be_recorded("113")
    assert can_be_recorded("Stane 5 $.")


def test_a_word_brings_its_sentence_and_its_other_shapes() -> None:
    word = PACK.words["vloga"]
    said = of_word(word)
    assert said[0].text == word.lemma
    assert said[0].said is Said.WORD
    assert said[1].text == word.example
    assert {one.text for one in said[2:]} == {shape for shape in _shapes(word) if shape}


def _shapes(word) -> set[str]:
    return {word.button, word.vi, word.genitive, word.plural, word.present, word.feminine, *word.forms}


def test_everything_the_course_says_is_listed_once() -> None:
    every = to_say(PACK)
    sounds = [sounding(one.text) for one in every]
    assert len(sounds) == len(set(sounds))
    assert len({clip_key(one.text, "sl") for one in every}) == len(every)
    assert {sounding(word.lemma) for word in PACK.words.values()} <= set(sounds)
    spoken = {text for exercise in PACK.exercises.values() for text in exercise.spoken()}
    missing = {text for text in spoken if can_be_recorded(text)} - {one.text for one in every}
    assert {sounding(text) for text in missing} <= set(sounds)
    assert not any("$" in one.text and "$ " not in one.text + " " for one in every)
