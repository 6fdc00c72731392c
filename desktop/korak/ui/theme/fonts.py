# SPDX-License-Identifier: GPL-3.0-or-later
"""The typefaces that come with the program, one family for every script shown."""

from functools import lru_cache

from PySide6.QtGui import QFontDatabase

from korak import paths

FAMILIES = ("Noto Sans", "Noto Sans Arabic")
_FILES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold")


@lru_cache(maxsize=1)
def load() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt and return the families that are there.

    All four files cost about 6 ms together, the Arabic pair 1 ms of it: too little to load it later and
    lay every text out again.
    """
    found: list[str] = []
    for name in _FILES:
        font = QFontDatabase.addApplicationFont(str(paths.assets() / "fonts" / f"{name}.ttf"))
        found.extend(family for family in QFontDatabase.applicationFontFamilies(font) if family not in found)
    return tuple(found)
