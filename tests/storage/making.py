# SPDX-License-Identifier: GPL-3.0-or-later
"""Real databases for the tests of storage."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from korak.centre.people import Group, Person, Role
from korak.learning.attempt import Attempt
from korak.storage.faults import StorageFault
from korak.storage.opening import create_store, open_store
from korak.storage.raw import DataKey
from korak.storage.rows import Device
from korak.storage.store import Store

KEY = DataKey(bytes(range(32)))
OTHER_KEY = DataKey(bytes(range(1, 33)))
START = datetime(2026, 11, 2, 9, 0, 0, 123456, tzinfo=UTC)
DEVICE = Device("device-1", "classroom")
AMRA = Person("amra", Role.LEARNER, "Amra", picture="honeybee", language="bs")
ARBEN = Person("arben", Role.LEARNER, "Arben", alias="Beni", picture="sailboat", language="sq")
MAJA = Person("maja", Role.TRAINER, "Maja", picture="teacher")
GROUP = Group("group-1", "J1", "Jesenice 1")


def fill(store: Store) -> None:
    """Write a small centre."""
    store.begin(DEVICE, "centre-1", "LU Vzorec", START)
    store.add_group(GROUP, START)
    for person in (MAJA, AMRA, ARBEN):
        store.add_person(person, START)
    for person in (AMRA, ARBEN):
        store.enrol(f"enrolment-{person.id}", person.id, GROUP.id, START)


def make(folder: Path, key: DataKey = KEY) -> None:
    """Make the database file of a small centre."""
    create_store(folder, key, DEVICE, fill)


def opened(folder: Path, key: DataKey = KEY, *, portable: bool = False) -> Store:
    """Open the database of a folder."""
    return open_store(folder, key, START, told, portable=portable)


def told(fault: StorageFault) -> StorageFault:
    """Let a fault out as it is."""
    return fault


def attempt(number: int, person: str = "amra", **changes: object) -> Attempt:
    """Return a fact."""
    facts: dict[str, object] = {
        "id": f"attempt-{number}",
        "device": DEVICE.id,
        "at": START + timedelta(seconds=number),
        "person": person,
        "pack": "koraki",
        "pack_version": "1",
        "lesson": "sporocilo-zdravniku",
        "station": "kdo-ve-kodo",
        "kind": "choice",
        "answer": '"Nihče. Samo jaz."',
        "simple_answer": "Nihče. Samo jaz.",
        "result": "exact",
        "score": 1.0,
        "seconds": 2.5,
    }
    return Attempt(**(facts | changes))  # type: ignore[arg-type]
