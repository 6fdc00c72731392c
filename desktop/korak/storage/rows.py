# SPDX-License-Identifier: GPL-3.0-or-later
"""What the store hands out where no other room has a type for it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Device:
    """One installation of the program with its data folder."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Run:
    """The beginning of one run through a task."""

    id: str
    device: str
    person: str
    pack: str
    pack_version: str
    lesson: str
    station: str
    task: str
    mode: str
    seed: int
    started_at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a run's log; `seconds` count from the beginning of the run."""

    run: str
    number: int
    at: datetime
    kind: str
    text: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Place:
    """The station of a lesson where somebody stopped."""

    person: str
    lesson: str
    station: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody was let in ("in") or left ("out", "idle")."""

    id: str
    device: str
    person: str
    at: datetime
    what: str
