# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie: the shipped files (read only) and the centre's data folder.

Two layouts exist. From source, ``assets`` and ``locales`` stand beside ``desktop``. In a packaged
program the whole tree is unpacked around the executable and ``sys.frozen`` is set.
"""

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

PORTABLE_MARKER = "portable"


def root() -> Path:
    """Return the folder that holds ``assets`` and ``locales``."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[2]


def assets() -> Path:
    """Return the folder of shipped packs, theme, fonts, pictures and sounds."""
    return root() / "assets"


def packs() -> Path:
    """Return the folder whose subfolders are the shipped packs."""
    return assets() / "packs"


def locales() -> Path:
    """Return the folder of compiled catalogues, ``<lang>/LC_MESSAGES/<domain>.mo``."""
    return root() / "locales"


def is_portable() -> bool:
    """Tell whether the program was unpacked to be carried around (a file ``portable`` beside it)."""
    return (root() / PORTABLE_MARKER).exists()


def data_folder(given: Path | None = None) -> Path:
    """Return the folder with the centre's database, keys and settings; it need not exist yet.

    ``given`` is the ``--data`` argument and wins. ``KORAK_DATA`` comes next, then the ``data`` folder of a
    portable copy (which never falls back elsewhere), then the operating system's place for a user's data.
    """
    if given is not None:
        return given.expanduser().resolve()
    from_environment = os.environ.get("KORAK_DATA")
    if from_environment:
        return Path(from_environment).expanduser().resolve()
    if is_portable():
        return root() / "data"
    return user_data_path("korak", appauthor=False)


def voices(folder: Path) -> Path:
    """Return where Piper models lie in a data folder; it need not exist."""
    return folder / "voices"
