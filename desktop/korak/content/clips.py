# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of recordings: every text that can be heard has one stable key, made of its language and sound.

A recording of *Vpišite kodo.* lies in a folder of its language as ``vpisite-kodo--0123456789ab.opus``. Only
the twelve characters after the two hyphens count; the words before them are for people who look into the
folder. Texts that sound alike share a key: capital letters, gaps and dots at the end make no difference.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from korak.content.words import Word

KEY_LETTERS = 12
"""Hexadecimal digits of a key: 48 bits; that two of 10,000 texts share one is a chance of 1 in 5 million."""

_NAME_LETTERS = 32
_KEY = re.compile(rf"--([0-9a-f]{{{KEY_LETTERS}}})$")


class Said(StrEnum):
    """What a text to be heard is."""

    WORD = "word"  # a word as the dictionary has it
    SENTENCE = "sentence"  # the example of a word
    FORM = "form"  # another shape of a word: on a button, politely, in a case
    TEXT = "text"  # what lessons, tasks and exercises say


@dataclass(frozen=True, slots=True)
class ToSay:
    """A text of a pack that somebody may want to hear; `word` is the id of the word it belongs to."""

    text: str
    said: Said
    word: str = ""


def sounding(text: str) -> str:
    """Return a text as it sounds: composed letters, single gaps, small letters, no dots at its end."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold().rstrip(" .…")


def clip_key(text: str, language: str) -> str:
    """Return the key of a text in a language: the first digits of SHA-256 over both."""
    return sha256(f"{language}\n{sounding(text)}".encode()).hexdigest()[:KEY_LETTERS]


def clip_name(text: str, language: str) -> str:
    """Return what a recording of this text is called, without the ending of the file."""
    plain = unicodedata.normalize("NFKD", sounding(text)).encode("ascii", "ignore").decode()
    readable = re.sub(r"[^a-z0-9]+", "-", plain)[:_NAME_LETTERS].strip("-")
    return f"{readable or 'text'}--{clip_key(text, language)}"


def key_in(name: str) -> str | None:
    """Return the key in the name of a file (without its ending), or None where it has none."""
    found = _KEY.search(name)
    return found[1] if found else None


def can_be_recorded(text: str) -> bool:
    """Tell whether a text is the same for everybody: it has letters and no `$value` of a run."""
    return any(letter.isalpha() for letter in text) and not re.search(r"\$\w", text)


def of_word(word: Word) -> tuple[ToSay, ...]:
    """Return what is to be heard of a word: itself, its sentence, and its other shapes."""
    said = [ToSay(word.lemma, Said.WORD, word.id)]
    said += [ToSay(word.example, Said.SENTENCE, word.id)] if word.example else []
    shapes = (word.button, word.vi, word.genitive, word.plural, word.present, word.feminine, *word.forms)
    said += [ToSay(shape, Said.FORM, word.id) for shape in shapes if shape]
    return tuple(said)
