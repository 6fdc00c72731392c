# SPDX-License-Identifier: GPL-3.0-or-later
"""A media pack: recordings in a folder, `voice/<language>/<name>--<key>.opus` and so on; no list beside them.

`voice` holds what people recorded, `rendered` what a Piper voice has said ahead of time, `removed` the take
before the last one of whatever was recorded again or deleted. A file is whole or not there: it is written
under another name first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from korak.content.clips import clip_name, key_in
from korak.storage import files
from korak.storage.faults import from_disk

FOLDER = "media"
Going = Callable[[int, int], bool]
ENDINGS = (".opus", ".ogg", ".flac", ".m4a", ".mp3", ".wav")
"""Files that count as recordings; the first is taken where there are several of one text."""

_REMOVED = "removed"


class Kind(StrEnum):
    """Who speaks in a recording; the value is the folder it lies in."""

    VOICE = "voice"
    RENDERED = "rendered"


@dataclass(frozen=True, slots=True)
class Place:
    """What a recording is of: the language and the key of the text, see `korak.content.clips`."""

    language: str
    key: str


@dataclass(frozen=True, slots=True)
class Encoded:
    """A recording as a file has it: how its name ends, and what is in it."""

    ending: str
    content: bytes


class MediaPack:
    """The recordings in one folder; the folder need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def clips(self, kind: Kind) -> Mapping[Place, Path]:
        """Return every recording of a kind; files with other names are left alone."""
        found: dict[Place, Path] = {}
        home = self.folder / kind.value
        for language in _names(home):
            for name in _names(home / language):
                path = home / language / name
                key = key_in(path.stem)
                if key is None or path.suffix.lower() not in ENDINGS:
                    continue
                place = Place(language, key)
                if place not in found or _rank(path) < _rank(found[place]):
                    found[place] = path
        return found

    def keep(self, kind: Kind, language: str, text: str, encoded: Encoded) -> Path:
        """Write a recording durably; the one before it is copied aside first, so that one is always there."""
        target = self.folder / kind.value / language / (clip_name(text, language) + encoded.ending)
        fresh = target.with_name(target.name + ".part")
        key = key_in(target.stem) or ""
        try:
            files.write_whole(fresh, encoded.content)
            before = self._copy_aside(kind, language, key)
            files.put(fresh, target)
            for path in before:
                if path != target:
                    path.unlink()
        except OSError as error:
            _forget(fresh)
            raise from_disk(error) from error
        return target

    def take_over(self, kind: Kind, language: str, path: Path) -> None:
        """Copy a recording from elsewhere, with its name."""
        try:
            files.copy_whole(path, self.folder / kind.value / language / path.name)
        except OSError as error:
            raise from_disk(error) from error

    def put_aside(self, kind: Kind, language: str, key: str) -> bool:
        """Take a recording out of use, so that it can be put back; tell whether there was one."""
        try:
            found = self._copy_aside(kind, language, key)
            for path in found:
                path.unlink()
        except OSError as error:
            raise from_disk(error) from error
        return bool(found)

    def put_back(self, kind: Kind, language: str, key: str) -> Path | None:
        """Use again what was put aside last; return it, or None where nothing was."""
        aside = self.folder / _REMOVED / kind.value / language
        kept = _of(aside, key)
        if not kept:
            return None
        target = self.folder / kind.value / language / kept[0].name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            files.put(kept[0], target)
        except OSError as error:
            raise from_disk(error) from error
        return target

    def _copy_aside(self, kind: Kind, language: str, key: str) -> list[Path]:
        """Copy a recording to where one take before the last is kept; return the files there are of it."""
        home = self.folder / kind.value / language
        aside = self.folder / _REMOVED / kind.value / language
        found = _of(home, key)
        if found:
            for path in _of(aside, key):
                path.unlink()
        for path in found:
            files.copy_whole(path, aside / path.name)
        return found


def always(_count: int, _of: int) -> bool:
    """Go on."""
    return True


def copy_missing(source: Path, target: Path, going: Going = always) -> int:
    """Copy the files of a folder that another one has not; return how many were copied.

    `going(count, of)` is told how far it is, and says whether to go on.
    """
    count = 0
    try:
        paths = [path for path in sorted(source.rglob("*")) if path.is_file() and not _is_half(path)]
        for number, path in enumerate(paths):
            if not going(number, len(paths)):
                break
            wanted = target / path.relative_to(source)
            if not _same(path, wanted):
                files.copy_whole(path, wanted)
                count += 1
    except OSError as error:
        raise from_disk(error) from error
    return count


def carry_along(folder: Path, target: Path) -> int:
    """Copy what people recorded in a data folder beside a backup; return how many files were new there.

    What a Piper voice has rendered is left out: it can be rendered again.
    """
    return copy_missing(folder / FOLDER / Kind.VOICE.value, target / FOLDER / Kind.VOICE.value)


def fetch_missing(source: Path, folder: Path) -> int:
    """Copy recordings that lie beside a backup and are missing in a data folder; return how many."""
    mine = MediaPack(folder / FOLDER)
    there, here = MediaPack(source / FOLDER).clips(Kind.VOICE), mine.clips(Kind.VOICE)
    missing = [(place, path) for place, path in there.items() if place not in here]
    for place, path in missing:
        mine.take_over(Kind.VOICE, place.language, path)
    return len(missing)


def _is_half(path: Path) -> bool:
    return path.name.endswith((".part", ".new"))


def _same(path: Path, other: Path) -> bool:
    same_size = other.is_file() and other.stat().st_size == path.stat().st_size
    return same_size and other.read_bytes() == path.read_bytes()


def _rank(path: Path) -> int:
    return ENDINGS.index(path.suffix.lower())


def _of(folder: Path, key: str) -> list[Path]:
    return [folder / name for name in _names(folder) if key_in(Path(name).stem) == key]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
