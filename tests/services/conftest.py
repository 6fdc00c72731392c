# SPDX-License-Identifier: GPL-3.0-or-later
"""Real services over real files; only the slow hashes are made quick."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.services.making import Place

from korak.storage import hashing, raw


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "PIN_ROUNDS": 1,
        "PIN_MEMORY": 8192,
        "PASSPHRASE_ROUNDS": 1,
        "PASSPHRASE_MEMORY": 16384,
    }.items():
        monkeypatch.setattr(hashing, name, value)
    monkeypatch.setattr(raw, "_PATIENCE_SECONDS", 0.1)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """Return a data folder with a clock and a keyring of its own."""
    made = Place(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def another(tmp_path: Path) -> Iterator[Callable[[str], Place]]:
    """Return what makes more data folders."""
    made: list[Place] = []

    def make(name: str) -> Place:
        made.append(Place(tmp_path / name))
        return made[-1]

    yield make
    for each in made:
        each.close()
