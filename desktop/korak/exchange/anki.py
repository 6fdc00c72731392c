# SPDX-License-Identifier: GPL-3.0-or-later
"""Words as a deck for Anki, to be learned on one's own phone: a file `.apkg` with pictures and sound.

What is in a deck depends on the words alone and names nobody. A note is known by its pack and its word, a
deck by its pack and its choice of words, so whoever takes the newer file in gets corrections and new words,
and keeps what was learned already.
"""

import hashlib
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any, Protocol, cast


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or a clip: a file name that is its own in all of a learner's decks, and what is in it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class DeckWord:
    """One word as it stands on a card; what is empty is left out."""

    key: str  # what makes it the same word in every deck: pack/word
    word: str
    gloss: str = ""
    forms: str = ""  # what stands on the button, the polite command
    example: str = ""
    example_gloss: str = ""
    picture: Media | None = None
    sound: Media | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """Words to take along; `key` makes it the same deck in every file."""

    key: str
    title: str
    words: Sequence[DeckWord]
    language: str = ""  # of the glosses; empty: none
    rtl: bool = False


class _Package(Protocol):
    def write_to_file(self, file: str, timestamp: float) -> None: ...


class _Deck(Protocol):
    def add_note(self, note: object) -> None: ...


_FIELDS = ("Slovensko", "Pomen", "Slika", "Zvok", "Oblike", "Primer", "Pomen primera")
_WORD, _MEANING, _PICTURE, _SOUND, _FORMS, _EXAMPLE, _SAID = (f"{{{{{name}}}}}" for name in _FIELDS)

_BACK = (
    f'<div class="picture">{_PICTURE}</div><div class="word">{_WORD}</div>{_SOUND}'
    f'<div class="forms">{_FORMS}</div><div class="meaning">{_MEANING}</div>'
    f'<div class="example">{_EXAMPLE}</div><div class="said">{_SAID}</div>'
)
_TEMPLATES = (
    # Read the word: what does it mean?
    {"name": "Berem", "qfmt": f'<div class="word">{_WORD}</div>{_SOUND}', "afmt": _BACK},
    # See picture and meaning: how does one say it? There is no such card where there is neither.
    {
        "name": "Povem",
        "qfmt": (
            f'{{{{#Slika}}}}<div class="picture">{_PICTURE}</div>{{{{/Slika}}}}'
            f'{{{{#Pomen}}}}<div class="meaning">{_MEANING}</div>{{{{/Pomen}}}}'
        ),
        "afmt": _BACK,
    },
    # Hear the word: what is it? There is no such card without a clip.
    {"name": "Slišim", "qfmt": f"{{{{#Zvok}}}}{_SOUND}{{{{/Zvok}}}}", "afmt": _BACK},
)
_STYLE = """
.card { font-family: "Noto Sans", "Noto Sans Arabic", sans-serif; font-size: 20px; text-align: center;
        color: #1D2A2B; background: #FBF8F2; }
.word { font-size: 34px; font-weight: bold; margin: 12px; }
.picture img { width: 160px; height: 160px; }
.meaning { font-size: 24px; margin: 12px; color: #1E5B4F; }
.forms, .said { color: #4C5A59; font-size: 18px; }
.example { margin-top: 16px; }
.nightMode .card, .card.nightMode { color: #F3EEE4; background: #1D2A2B; }
.nightMode .meaning { color: #8FD0BE; }
.nightMode .forms, .nightMode .said { color: #C8CFCB; }
"""


def anki_package(deck: Deck, made_at: datetime) -> bytes:
    """Return the file; a deck without words is a file without cards.

    Anki changes a note it knows only if the file was made later than the one before.
    """
    # Only who takes words along pays for it.
    import genanki  # noqa: PLC0415

    maker = cast(Any, genanki)
    model = maker.Model(
        _number("korak/model/1"),
        "Korak",
        fields=[{"name": name} for name in _FIELDS],
        templates=list(_TEMPLATES),
        css=_STYLE,
    )
    made = cast(_Deck, maker.Deck(_number(deck.key), f"Korak::{deck.title}"))
    for place, word in enumerate(deck.words):
        made.add_note(maker.Note(model=model, fields=_fields(deck, word), guid=_mark(word.key), due=place))
    with tempfile.TemporaryDirectory() as folder:
        media = _laid_out(Path(folder), deck.words)
        target = Path(folder) / "deck.apkg"
        cast(_Package, maker.Package(made, media_files=media)).write_to_file(str(target), made_at.timestamp())
        return target.read_bytes()


def _fields(deck: Deck, word: DeckWord) -> list[str]:
    return [
        _slovenian(word.word),
        _own(deck, word.gloss),
        f'<img src="{escape(word.picture.name)}" alt="">' if word.picture else "",
        f"[sound:{word.sound.name}]" if word.sound else "",
        _slovenian(word.forms),
        _slovenian(word.example),
        _own(deck, word.example_gloss),
    ]


def _slovenian(text: str) -> str:
    return escape(text, quote=False)


def _own(deck: Deck, text: str) -> str:
    """A text in the own language, written the way that language runs."""
    if not text:
        return ""
    direction = "rtl" if deck.rtl else "ltr"
    return f'<span lang="{escape(deck.language)}" dir="{direction}">{escape(text, quote=False)}</span>'


def _laid_out(folder: Path, words: Iterable[DeckWord]) -> list[str]:
    """Write every picture and clip once; return where they lie."""
    wanted = {one.name: one for word in words for one in (word.picture, word.sound) if one is not None}
    for one in wanted.values():
        (folder / one.name).write_bytes(one.data)
    return [str(folder / name) for name in sorted(wanted)]


def _number(key: str) -> int:
    """The id of a deck or model: 48 bits, because Anki keeps them in a number of a script."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:6], "big")


def _mark(key: str) -> str:
    """The mark of a note; the same word has the same one in every file."""
    return hashlib.sha256(f"korak/{key}".encode()).hexdigest()[:20]
