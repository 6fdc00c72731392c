# SPDX-License-Identifier: GPL-3.0-or-later
"""Words to take along, away from the PC: a deck for Anki, a sheet of pictures and words, cards to cut out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from korak import i18n, paths
from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.pack import Pack
from korak.content.words import Word
from korak.i18n import N_
from korak.learning.days import learning_day
from korak.services.access import require
from korak.services.sheets import Sheets
from korak.services.trainer import TrainerDesk
from korak.services.words import WordPractice

Clips = Callable[[str], tuple[str, bytes] | None]
"""Finds the recording of a Slovenian text: the ending of its file (`opus`), and what is in it."""

MINE = N_("My words")
HARD = N_("Hard words of the group")


@dataclass(frozen=True, slots=True)
class WordChoice:
    """Which words: due for somebody (`of` a person), all they met, hard for a group, or of a topic."""

    kind: Literal["due", "met", "hard", "topic"]
    of: str


@dataclass(frozen=True, slots=True)
class WordsAlong:
    """The words that are taken along, and the languages they are explained in; they name nobody."""

    pack: Pack
    key: str  # of the deck: the same key is the same deck
    title: str  # in the language of the pack
    words: Sequence[Word]
    language: str | None = None  # None: the language of the pack only

    def meaning(self, text: str) -> str:
        """A text of the pack in the language of the learner; empty where nobody translated it."""
        if self.language in (None, self.pack.language):
            return ""
        return i18n.content(self.pack.id, text, self.language) or ""


class Away:
    """Takes words out of the program: what a course says about words, and never who learns them."""

    def __init__(
        self,
        pack: Pack,
        clock: Clock,
        *,
        practice: WordPractice,
        trainer: TrainerDesk,
        sheets: Sheets,
        clips: Clips,
    ) -> None:
        self._pack = pack
        self._practice = practice
        self._trainer = trainer
        self._sheets = sheets
        self._clock = clock
        self._clips = clips

    def choose(self, session: Session, choice: WordChoice, language: str | None = None) -> WordsAlong:
        """Return the words of a choice: hard ones the hardest first, others in the order of the course."""
        title = {"topic": self._pack.topic_title(choice.of), "hard": self._said(HARD)}
        return WordsAlong(
            pack=self._pack,
            # Whatever somebody takes of their own words goes into one deck, which grows.
            key="mine" if choice.kind in ("due", "met") else f"{choice.kind}/{choice.of}",
            title=title.get(choice.kind, self._said(MINE)),
            words=[
                self._pack.words[name] for name in self._names(session, choice) if name in self._pack.words
            ],
            language=language,
        )

    def deck(self, session: Session, choice: WordChoice, language: str | None) -> bytes:
        """Return the words as a file for Anki, explained in a language."""
        return deck(self.choose(session, choice, language), self._clock.now(), self._clips)

    def sheet(self, session: Session, choice: WordChoice, language: str | None) -> bytes:
        """Return the sheet of pictures and words as a PDF; a QGuiApplication must be there."""
        return sheet(self.choose(session, choice, language))

    def cards(self, session: Session, choice: WordChoice, language: str | None) -> bytes:
        """Return the cards to cut out as a PDF; a QGuiApplication must be there."""
        return cards(self.choose(session, choice, language))

    # ------------------------------------------------------------------ inside

    def _said(self, message: str) -> str:
        return i18n.gettext_in(self._pack.language, message)

    def _names(self, session: Session, choice: WordChoice) -> Sequence[str]:
        if choice.kind == "topic":
            require(session, Deed.LEARN, session.person_id)
            return self._pack.topics.get(choice.of, ())
        if choice.kind == "hard":
            return [one.word for one in self._trainer.words(session, choice.of).hard]
        known = self._practice.known(session, choice.of)
        if choice.kind == "met":
            record = self._sheets.learner(session, choice.of)
            begun = (self._pack.lessons[one.id].words for one in record.lessons if one.begun)
            wanted = set(known).union(*begun)
        else:
            today = learning_day(self._clock.now())
            wanted = {name for name, one in known.items() if one.due is not None and one.due <= today}
        return [name for name in self._pack.words if name in wanted]


def no_clips(_text: str) -> None:
    """Find no recording: where a course is looked at without a centre."""


def deck(along: WordsAlong, made_at: datetime, clips: Clips = no_clips) -> bytes:
    """Return the words as a file for Anki."""
    from korak.exchange.anki import Deck, DeckWord, Media, anki_package  # noqa: PLC0415 - seldom needed

    words: list[DeckWord] = []
    for word in along.words:
        picture, clip = _picture(word.pictogram), clips(word.lemma)
        words.append(
            DeckWord(
                key=f"{along.pack.id}/{word.id}",
                word=word.lemma,
                gloss=along.meaning(word.lemma),
                forms=_forms(word),
                example=word.example,
                example_gloss=along.meaning(word.example),
                picture=Media(f"korak-{word.pictogram}.svg", picture) if picture else None,
                sound=Media(f"korak-{along.pack.id}-{word.id}.{clip[0]}", clip[1]) if clip else None,
            )
        )
    own = along.language or ""
    made = Deck(
        f"{along.pack.id}/{along.key}", along.title, words, own, i18n.is_rtl(own or along.pack.language)
    )
    return anki_package(made, made_at)


def draw_without_window() -> None:
    """Make ready what pages are drawn with; for the command line."""
    from korak.reports.offscreen import application  # noqa: PLC0415 - as below

    application()


def sheet(along: WordsAlong) -> bytes:
    """Return the words as a sheet of pictures and words (PDF)."""
    # Only who prints pays for Qt's text layout: the command line and the tests of services do not.
    from korak.reports.word_cards import PaperWord, WordList, picture_sheet  # noqa: PLC0415

    words = [PaperWord(*_told(along, word)) for word in along.words]
    return picture_sheet(WordList(along.title, words, along.pack.id, along.language))


def cards(along: WordsAlong) -> bytes:
    """Return the words as cards to cut out (PDF)."""
    from korak.reports.word_cards import PaperWord, WordList, cut_cards  # noqa: PLC0415 - as above

    words = [PaperWord(*_told(along, word)) for word in along.words]
    return cut_cards(WordList(along.title, words, along.pack.id, along.language))


def _told(along: WordsAlong, word: Word) -> tuple[str, str, str, str, str]:
    return word.lemma, along.meaning(word.lemma), word.pictogram, _forms(word), word.example


def _picture(pictogram: str) -> bytes | None:
    path = paths.assets() / "pictograms" / f"{pictogram}.svg"
    return path.read_bytes() if pictogram and path.is_file() else None


def _forms(word: Word) -> str:
    """What is met of the word on buttons and in sentences."""
    return " · ".join(form for form in (word.button, word.vi) if form)
