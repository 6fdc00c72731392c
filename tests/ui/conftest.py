# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen for the tests that want the whole program; only the slow hashes are made quick."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.screen import NOON, Screen, copy_of, make_demo

from korak.clock import FixedClock
from korak.settings import DeviceSettings
from korak.storage import hashing


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the hashes quick that are slow on purpose."""
    for name, value in {
        "PIN_ROUNDS": 1,
        "PIN_MEMORY": 8192,
        "PASSPHRASE_ROUNDS": 1,
        "PASSPHRASE_MEMORY": 16384,
    }.items():
        monkeypatch.setattr(hashing, name, value)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a demo centre that is copied, never used itself."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    make_demo(folder, FixedClock(NOON))
    return folder


@pytest.fixture
def start(
    qtbot: QtBot, quick_hashes: None, tmp_path: Path, demo_folder: Path
) -> Iterator[Callable[..., Screen]]:
    """Return what starts the program: on the demo, or on an empty folder with `demo=False`."""
    started: list[Screen] = []

    def begin(*, demo: bool = True, wanted: DeviceSettings | None = None) -> Screen:
        folder = tmp_path / f"data{len(started)}"
        if demo:
            copy_of(demo_folder, folder)
        screen = Screen(folder, wanted)
        started.append(screen)
        return screen

    yield begin
    for screen in started:
        screen.close()


@pytest.fixture
def screen(start: Callable[..., Screen]) -> Screen:
    """Return the program on a demo centre."""
    return start()
