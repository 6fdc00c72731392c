# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a pack from its folder, once."""

from functools import lru_cache
from pathlib import Path

from korak.content.decode import decode_pack, with_bank
from korak.content.pack import Pack

READ = frozenset({".toml", ".md"})
PICTURES = frozenset({".svg", ".png"})


def read_files(folder: Path) -> dict[str, bytes]:
    """The written files of a pack, by their path within its folder; none where there is no pack.toml."""
    if not (folder / "pack.toml").is_file():
        return {}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in READ and path.is_file()
    }


def load_pack(folder: Path) -> Pack:
    """The pack in this folder, decoded at the first call; raises PackFaults when something is wrong in it."""
    return _load(folder.resolve())


def load_bank(folder: Path) -> Pack:
    """The pack with its bank of the assessment (`pack.assessment`), decoded at the first call.

    Its tasks, portals, people and documents are those of the lessons and of the bank; what the lessons have
    is the very same. Raises PackFaults.
    """
    return _load_bank(folder.resolve())


@lru_cache(maxsize=2)
def _load_bank(folder: Path) -> Pack:
    return with_bank(_load(folder), read_files(folder))


@lru_cache(maxsize=8)
def _load(folder: Path) -> Pack:
    return decode_pack(read_files(folder))


def pictures(folder: Path, pictograms: Path) -> frozenset[str]:
    """The names of every picture a pack may use: the program's pictograms and its own media."""
    own = folder / "media"
    return frozenset(
        path.stem for place in (pictograms, own) for path in place.glob("*") if path.suffix in PICTURES
    )
