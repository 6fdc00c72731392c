# SPDX-License-Identifier: GPL-3.0-or-later
"""Centres for the tests of services."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from korak import paths
from korak.centre.people import NewCentre, NewLearner, Person, Session
from korak.clock import FixedClock
from korak.content.pack import Pack
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.services.packs import load_pack
from korak.services.vault import Vault

PASSPHRASE = "dolga pot do doma"
PIN = ("house", "key", "sun")
OTHER_PIN = ("cat", "bus", "cat")
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

NEW = NewCentre(
    centre="LU Vzorec",
    trainer="Maja",
    passphrase=PASSPHRASE,
    group="Jesenice 1",
    learners=(
        NewLearner("Amra", picture="honeybee", language="bs", pin=PIN),
        NewLearner("Arben", alias="Beni", picture="sailboat", language="sq", pin=OTHER_PIN),
        NewLearner("Blerta", picture="sunflower", language="sq"),
    ),
)


class Drawer:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.works = True

    def read(self, entry: str) -> bytes | None:
        return self.kept.get(entry) if self.works else None

    def write(self, entry: str, secret: bytes) -> bool:
        if self.works:
            self.kept[entry] = secret
        return self.works

    def forget(self, entry: str) -> None:
        self.kept.pop(entry, None)


class Place:
    """A data folder, with what a computer has around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FixedClock(START)
        self.ring = Drawer()
        self.ring.works = False
        self.read_bank: Callable[[], Pack] | None = None
        self._open: list[House] = []

    def vault(self) -> Vault:
        return Vault(self.folder, self.clock, ring=self.ring, portable=False, read_bank=self.read_bank)

    def create(self, new: NewCentre = NEW) -> tuple[House, str]:
        house, code = self.vault().create(new)
        return self.keep(house), code

    def demo(self, groups: int = 1, learners: int = 6, seed: int = 1, attempts: int | None = None) -> House:
        return self.keep(self.vault().create_demo(groups, learners, seed, attempts))

    def keep(self, house: House) -> House:
        self._open.append(house)
        return house

    def close(self) -> None:
        for house in self._open:
            house.close()
        self._open.clear()

    @property
    def database(self) -> Path:
        return self.folder / "korak.db"


def pack() -> Pack:
    return load_pack(paths.packs() / "koraki")


def learner(house: House, name: str = "Amra") -> Person:
    (group,) = house.sign_in.groups()
    return next(person for person in house.sign_in.tiles(group.id) if person.name == name)


def amra(house: House) -> Session:
    return house.sign_in.pin(learner(house).id, PIN)


def maja(house: House) -> Session:
    return house.sign_in.trainer(PASSPHRASE)


class Refusal:
    """The fault that was expected, once it has come."""

    fault: ServiceFault


@contextmanager
def refused(code: FaultKind) -> Iterator[Refusal]:
    """Expect a fault of a kind."""
    refusal = Refusal()
    with pytest.raises(ServiceFault) as caught:
        yield refusal
    refusal.fault = caught.value
    assert caught.value.code is code
