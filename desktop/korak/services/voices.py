# SPDX-License-Identifier: GPL-3.0-or-later
"""Recorded voices: what the centre has recorded itself, what came with the pack, what was rendered ahead.

Whoever recorded something here is heard before everybody else; then comes the clip of the pack, then the
rendered one. Finding a clip asks the disk nothing: the folders are read once, in the background.
"""

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.content.clips import Said, ToSay, clip_key, of_word
from korak.content.pack import Pack
from korak.content.sound import Sound, evened, is_silent, trimmed
from korak.i18n import CONTENT_LANGUAGE
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault, telling
from korak.storage.media import FOLDER, Going, Kind, MediaPack, Place, always, copy_missing


class Origin(StrEnum):
    """Who speaks in a clip; in the order in which they are preferred."""

    OWN = "own"  # recorded in this centre
    PACK = "pack"  # shipped with the course
    RENDERED = "rendered"  # said ahead of time by a Piper voice


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording of a text."""

    path: Path
    origin: Origin


@dataclass(frozen=True, slots=True)
class Line:
    """A text a trainer may record, and who says it now without a computer's voice."""

    text: str
    said: Said
    word: str
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of importing recordings: how many are new, how many files were no recordings."""

    new: int
    left: int


class Voices:
    """The recordings of a centre and of its course."""

    def __init__(self, folder: Path, packs: Path, pack: Pack) -> None:
        self._folder = folder
        self._pack = pack
        self._own = MediaPack(folder / FOLDER)
        self._shipped = MediaPack(packs / pack.id / FOLDER)
        self._lock = threading.Lock()
        self._found: Mapping[Place, Clip] | None = None

    # ------------------------------------------------------------------ hearing

    def warm(self) -> None:
        """Read the folders ahead of time; run it in the background once the centre is open."""
        self._clips()

    def find(self, text: str, language: str) -> Clip | None:
        """Return the recording of a text, if there is one; everybody may hear it."""
        return self._clips().get(Place(language, clip_key(text, language)))

    def languages(self) -> frozenset[str]:
        """Return the languages there is any recording in."""
        return frozenset(place.language for place in self._clips())

    def counts(self) -> Mapping[tuple[Origin, str], int]:
        """Return how many recordings there are, by origin and language."""
        return Counter((clip.origin, place.language) for place, clip in self._clips().items())

    def for_cards(self, text: str) -> tuple[str, bytes] | None:
        """Return a Slovenian text's recording for a card elsewhere: `opus` or so, and what is in the file."""
        found = self.find(text, CONTENT_LANGUAGE)
        if found is None:
            return None
        try:
            return found.path.suffix[1:], found.path.read_bytes()
        except OSError:
            return None

    # ------------------------------------------------------------------ what trainers record

    def lines(self, session: Session) -> tuple[Line, ...]:
        """Return every word and every sentence of the course, in its order, and who says it."""
        require(session, Deed.CHANGE_CENTRE)
        said = (
            one for word in self._pack.words.values() for one in of_word(word) if one.said is not Said.FORM
        )
        return tuple(self._line(one) for one in said)

    def keep(self, session: Session, text: str, sound: Sound) -> Clip:
        """Keep a recording of a Slovenian text: cut to the speech, as loud as the others, durably."""
        from korak.storage import sound_files  # noqa: PLC0415 - brings the system's sound library

        require(session, Deed.CHANGE_CENTRE)
        if is_silent(sound):
            raise ServiceFault(FaultKind.SILENT)
        encoded = sound_files.encoded(evened(trimmed(sound)))
        with telling(self._folder):
            path = self._own.keep(Kind.VOICE, CONTENT_LANGUAGE, text, encoded)
        self._forget()
        return Clip(path, Origin.OWN)

    def remove(self, session: Session, text: str) -> None:
        """Use the centre's own recording of a text no more; it can be put back until the next one."""
        require(session, Deed.CHANGE_CENTRE)
        with telling(self._folder):
            self._own.put_aside(Kind.VOICE, CONTENT_LANGUAGE, clip_key(text, CONTENT_LANGUAGE))
        self._forget()

    def put_back(self, session: Session, text: str) -> bool:
        """Put back what was removed last; tell whether there was anything."""
        require(session, Deed.CHANGE_CENTRE)
        with telling(self._folder):
            found = self._own.put_back(Kind.VOICE, CONTENT_LANGUAGE, clip_key(text, CONTENT_LANGUAGE))
        self._forget()
        return found is not None

    def without_own(self, session: Session) -> frozenset[str]:
        """Return the ids of the words nobody has recorded, neither here nor for the course."""
        lines = self.lines(session)
        return frozenset(
            one.word for one in lines if one.said is Said.WORD and one.origin in {None, Origin.RENDERED}
        )

    # ------------------------------------------------------------------ to other computers and back

    def take_out(self, session: Session, folder: Path, going: Going = always) -> int:
        """Copy the centre's own recordings into a folder `voice` there; return how many were new to it."""
        require(session, Deed.CHANGE_CENTRE)
        if not self._own.clips(Kind.VOICE):
            raise ServiceFault(FaultKind.NO_RECORDINGS, {"folder": str(self._own.folder)})
        with telling(folder):
            return copy_missing(self._own.folder / Kind.VOICE.value, folder / Kind.VOICE.value, going)

    def bring_in(self, session: Session, folder: Path, going: Going = always) -> Taken:
        """Take over the recordings of a folder made by `take_out`; recordings of this centre stay."""
        from korak.storage import sound_files  # noqa: PLC0415 - brings the system's sound library

        require(session, Deed.CHANGE_CENTRE)
        home = folder.parent if folder.name == Kind.VOICE.value else folder
        there = MediaPack(home).clips(Kind.VOICE)
        if not there:
            raise ServiceFault(FaultKind.NO_RECORDINGS, {"folder": str(folder)})
        mine = self._own.clips(Kind.VOICE)
        new = left = 0
        for number, (place, path) in enumerate(there.items()):
            if not going(number, len(there)):
                break
            if not sound_files.is_sound(path):
                left += 1
            elif place not in mine:
                with telling(self._folder):
                    self._own.take_over(Kind.VOICE, place.language, path)
                new += 1
        self._forget()
        return Taken(new, left)

    # ------------------------------------------------------------------ inside

    def _line(self, one: ToSay) -> Line:
        clip = self.find(one.text, CONTENT_LANGUAGE)
        return Line(one.text, one.said, one.word, clip.origin if clip else None)

    def _clips(self) -> Mapping[Place, Clip]:
        with self._lock:
            if self._found is None:
                self._found = self._read()
            return self._found

    def _read(self) -> Mapping[Place, Clip]:
        sources = (
            (self._own, Kind.RENDERED, Origin.RENDERED),
            (self._shipped, Kind.RENDERED, Origin.RENDERED),
            (self._shipped, Kind.VOICE, Origin.PACK),
            (self._own, Kind.VOICE, Origin.OWN),
        )
        found: dict[Place, Clip] = {}
        for media, kind, origin in sources:
            found |= {place: Clip(path, origin) for place, path in media.clips(kind).items()}
        return found

    def _forget(self) -> None:
        with self._lock:
            self._found = None


def media_folder(folder: Path) -> Path:
    """Return the centre's own media pack in a data folder."""
    return folder / FOLDER


def opus_by() -> str:
    """Return what writes new recordings here: `Opus (libsndfile)`, `Opus (ffmpeg)` or `WAV`."""
    from korak.storage import sound_files  # noqa: PLC0415 - brings the system's sound library

    writer = sound_files.encoder()
    return "WAV" if writer == "wav" else f"Opus ({writer})"
