# SPDX-License-Identifier: GPL-3.0-or-later
"""A deck is taken in by Anki itself: cards, media, and that a newer file changes notes and doubles none."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from korak.exchange.anki import Deck, DeckWord, Media, anki_package

collection = pytest.importorskip("anki.collection", reason="the package `anki` is there for tests only")
pytestmark = pytest.mark.filterwarnings("ignore")

EVENING = datetime(2026, 11, 21, 19, tzinfo=UTC)
PICTURE = Media("korak-key.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>')
SOUND = Media("korak-koraki-geslo.opus", b"OggS")
PASSWORD = DeckWord(
    "koraki/geslo",
    "geslo",
    gloss="كلمة السر",
    example="Geslo je »A<B«.",
    example_gloss="كلمة السر.",
    picture=PICTURE,
    sound=SOUND,
)
BARE = DeckWord("koraki/prek", "prek")


def deck(*words: DeckWord, key: str = "koraki/topic/varnost") -> Deck:
    return Deck(key, "Varnost", words, language="ar", rtl=True)


class Anki:
    """A collection of one's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.open: Any = collection.Collection(str(folder / "collection.anki2"))

    def take_in(self, made: Deck, at: datetime = EVENING) -> None:
        file = self._folder / "deck.apkg"
        file.write_bytes(anki_package(made, at))
        options = collection.ImportAnkiPackageOptions(with_scheduling=False)
        self.open.import_anki_package(
            collection.ImportAnkiPackageRequest(package_path=str(file), options=options)
        )

    def notes(self) -> list[list[str]]:
        return [self.open.get_note(note).fields for note in self.open.find_notes("")]

    def cards(self) -> list[tuple[str, str]]:
        """Question and answer of every card as Anki draws them."""
        found = [self.open.get_card(card) for card in self.open.find_cards("")]
        return [(card.question(), card.answer()) for card in found]


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    made = Anki(tmp_path)
    yield made
    made.open.close()


def test_anki_takes_a_deck_in_with_picture_sound_and_meaning(anki: Anki) -> None:
    anki.take_in(deck(PASSWORD))

    [fields] = anki.notes()
    assert fields[0] == "geslo"
    assert '<span lang="ar" dir="rtl">كلمة السر</span>' in fields[1]
    assert fields[2] == '<img src="korak-key.svg" alt="">'
    assert fields[3] == "[sound:korak-koraki-geslo.opus]"
    media = Path(anki.open.media.dir())
    assert (media / "korak-key.svg").read_bytes() == PICTURE.data
    assert (media / "korak-koraki-geslo.opus").read_bytes() == SOUND.data
    assert "Korak::Varnost" in [one.name for one in anki.open.decks.all_names_and_ids()]


def test_a_word_is_read_said_and_heard(anki: Anki) -> None:
    anki.take_in(deck(PASSWORD))

    questions = [question for question, _answer in anki.cards()]
    assert len(questions) == 3
    assert "geslo" in questions[0]
    assert "geslo</" not in questions[1]
    assert "كلمة السر" in questions[1]
    assert all("Geslo je »A&lt;B«." in answer for _question, answer in anki.cards())


def test_a_word_without_meaning_picture_and_clip_is_only_read(anki: Anki) -> None:
    anki.take_in(deck(BARE))

    assert len(anki.cards()) == 1


def test_a_newer_file_changes_words_and_adds_some_and_doubles_none(anki: Anki) -> None:
    anki.take_in(deck(PASSWORD))
    changed = DeckWord("koraki/geslo", "geslo", gloss="كلمة المرور")

    anki.take_in(deck(changed, BARE), EVENING + timedelta(days=1))

    assert [fields[0] for fields in anki.notes()] == ["geslo", "prek"]
    assert "كلمة المرور" in anki.notes()[0][1]


def test_the_same_word_in_two_decks_is_one_note(anki: Anki) -> None:
    anki.take_in(deck(PASSWORD))
    anki.take_in(deck(PASSWORD, key="koraki/mine"))

    assert len(anki.notes()) == 1


def test_a_deck_without_words_is_taken_in_too(anki: Anki) -> None:
    anki.take_in(deck())

    assert anki.notes() == []
