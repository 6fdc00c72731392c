# SPDX-License-Identifier: GPL-3.0-or-later
"""People, groups and the centre they belong to, as every other room sees them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody is here for."""

    LEARNER = "learner"
    TRAINER = "trainer"
    MEDIATOR = "mediator"  # speaks the learners' language and stands between them and an office
    STAFF = "staff"  # answers to funders; does not teach


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a tile or a passphrase.

    `picture` is a pictogram's name, `language` the one they read best.
    """

    id: str
    role: Role
    name: str
    alias: str = ""
    picture: str = "star"
    language: str = "sl"
    pin_set: bool = False
    active: bool = True

    @property
    def shown_name(self) -> str:
        """What a shared screen shows: the alias, if there is one."""
        return self.alias or self.name


@dataclass(frozen=True, slots=True)
class Account:
    """A trainer, a mediator or a member of the staff, and whether they can come in."""

    person: Person
    has_passphrase: bool


@dataclass(frozen=True, slots=True)
class Group:
    """People who meet; `code` is short and may be printed, `name` is what people call it."""

    id: str
    code: str
    name: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class CentreSettings:
    """What the trainer sets for everybody here."""

    name: str
    idle_minutes: int = 10  # then the screen locks itself


@dataclass(frozen=True, slots=True)
class NewLearner:
    """What is known about a learner before the first visit; without a PIN they choose one then."""

    name: str
    alias: str = ""
    picture: str = "star"
    language: str = "sl"
    pin: tuple[str, ...] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class NewCentre:
    """What the first start asks for."""

    centre: str
    trainer: str
    passphrase: str = field(repr=False)
    group: str
    learners: tuple[NewLearner, ...] = ()
    language: str = "sl"


@dataclass(frozen=True, slots=True)
class Session:
    """Proof that somebody was let in; every service that touches a record asks for it."""

    person_id: str
    role: Role
    started_at: datetime
