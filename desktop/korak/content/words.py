# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a pack: each with its forms, so that any inflected form finds its word."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from korak.content.part import Line, Part, PictureName, Sentence, WordName

PartOfSpeech = Literal[
    "noun",
    "verb",
    "adjective",
    "adverb",
    "pronoun",
    "preposition",
    "conjunction",
    "phrase",
    "number",
    "name",
    "interjection",
]


class Word(Part, frozen=True, kw_only=True):
    """One word to learn: lemma, grammar, an example and the forms it is met in."""

    id: str
    lemma: Line
    pos: PartOfSpeech = "noun"
    gender: Literal["", "m", "f", "n", "m pl", "f pl", "n pl"] = ""
    aspect: Literal["", "perfective", "imperfective", "both"] = ""
    english: str = ""  # what the lemma means here; tells translators which meaning is meant
    example: Sentence = ""
    forms: tuple[str, ...] = ()
    pictogram: PictureName = ""
    vi: str = ""  # the polite command: Pošljite
    button: str = ""  # what stands on a button: Pošlji
    opposite: WordName = ""
    confusable: Line = ""  # a word that looks or sounds alike
    genitive: str = ""
    plural: str = ""
    present: str = ""  # first person
    feminine: str = ""  # zdravnica beside zdravnik
    also: tuple[
        str, ...
    ] = ()  # what says the same and is accepted where the word is written: sedaj beside zdaj
    syllables: str = ""  # spo-ro-či-lo

    @property
    def variants(self) -> tuple[str, ...]:
        """What is as right as the lemma where the word is written: the feminine, other words for the same."""
        return (*((self.feminine,) if self.feminine else ()), *self.also)

    @property
    def shapes(self) -> frozenset[str]:
        """Every shape the word is met in, in small letters."""
        other = (self.vi, self.button, self.genitive, self.plural, self.present, self.feminine)
        shapes = (self.lemma, *other, *self.forms, *self.also)
        return frozenset(shape.casefold() for shape in shapes if shape)


class SoundPair(Part, frozen=True, kw_only=True):
    """Two real words that differ by one sound only; `contrast` names the two sounds."""

    one: str
    other: str
    contrast: Literal["s/š", "z/ž", "c/č", "l/lj", "n/nj"]


@dataclass(frozen=True)
class Words(Mapping[str, Word]):
    """All words of a pack, by id and by form."""

    by_id: Mapping[str, Word] = field(default_factory=dict[str, Word])

    def __getitem__(self, key: str) -> Word:
        return self.by_id[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    @cached_property
    def _by_shape(self) -> Mapping[str, Word]:
        shapes: dict[str, Word] = {}
        for word in self.by_id.values():
            for shape in word.shapes:
                shapes.setdefault(shape, word)
        return shapes

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every form of every word, in small letters: what is a real word."""
        return frozenset(self._by_shape)

    @cached_property
    def pictured(self) -> tuple[Word, ...]:
        """The words that a picture says."""
        return tuple(word for word in self.by_id.values() if word.pictogram)

    @cached_property
    def pictures(self) -> Counter[str]:
        """How many words each picture says."""
        return Counter(word.pictogram for word in self.pictured)

    def find(self, form: str) -> Word | None:
        """The word met in this form, if the pack has it."""
        return self._by_shape.get(form.casefold())
