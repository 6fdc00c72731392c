# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page in every theme, three languages and two text sizes, as PNG files to look at.

    python -m tests.pictures.pages [PART_OF_A_NAME ...] [--themes light,dark] [--languages sl] [--scales 100]

The pictures go to tests/pictures/out/pages/<theme>-<language>-<scale>/<page>.png.
"""

import argparse
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "desktop")]

from tests.ui.screen import NOON, Screen, copy_of, make_demo  # noqa: E402
from tests.ui.walk import Stop, broken, every_page, first_start, locked, make_locked  # noqa: E402

from korak.clock import FixedClock  # noqa: E402
from korak.services.vault import Vault  # noqa: E402
from korak.ui.app import application  # noqa: E402

OUT = Path(__file__).resolve().parent / "out" / "pages"


@dataclass(frozen=True, slots=True)
class Look:
    """One way a page can look."""

    theme: str
    language: str
    scale: int

    @property
    def folder(self) -> Path:
        """Where its pictures go."""
        return OUT / f"{self.theme}-{self.language}-{self.scale}"


def shoot(screen: Screen, stop: Stop, looks: list[Look]) -> None:
    """Photograph a page in every look, and leave it as it was."""
    for look in looks:
        screen.preferences.choose_language(look.language)
        screen.preferences.choose_theme(look.theme)
        screen.preferences.choose_scale(look.scale / 100)
        screen.settle()
        look.folder.mkdir(parents=True, exist_ok=True)
        (stop.dialog or screen.window).grab().save(str(look.folder / f"{stop.name}.png"))
    screen.preferences.choose_language("sl")
    screen.preferences.choose_theme("light")
    screen.preferences.choose_scale(1.0)
    screen.settle()


def every_stop(room: Path) -> Iterator[tuple[Screen, Stop]]:
    """Walk through the whole program: before a centre is open, when it is locked or broken, and inside."""
    walks: list[tuple[Path, Callable[[Screen], Iterator[Stop]]]] = [
        (room / "empty", first_start),
        (room / "locked", locked),
        (room / "broken", broken),
        (room / "demo", every_page),
    ]
    make_demo(room / "demo", FixedClock(NOON))
    make_locked(room / "locked")
    copy_of(room / "locked", room / "broken")
    Vault(room / "broken", FixedClock(NOON)).unlock("gora žlica sedem").back_up()
    (room / "broken" / "korak.db").write_bytes(b"")
    for folder, walk in walks:
        screen = Screen(folder)
        for stop in walk(screen):
            yield screen, stop
        screen.close()


def main() -> int:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--themes", default="light,dark,contrast")
    parser.add_argument("--languages", default="sl,en,ar")
    parser.add_argument("--scales", default="100,200")
    given = parser.parse_args()
    scales = (int(scale) for scale in given.scales.split(","))
    looks = [
        Look(*one) for one in itertools.product(given.themes.split(","), given.languages.split(","), scales)
    ]
    application()
    room = Path(tempfile.mkdtemp(prefix="korak-pictures-"))
    count = 0
    try:
        for screen, stop in every_stop(room):
            if not given.names or any(name in stop.name for name in given.names):
                shoot(screen, stop, looks)
                count += len(looks)
    finally:
        shutil.rmtree(room, ignore_errors=True)
    print(f"{count} pictures in {OUT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
