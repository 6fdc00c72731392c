# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of local services: who helps with what, where, in which languages, and who has checked it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from korak.alphabet import plain

STALE_DAYS = 365
"""After so many days a check is old: phone numbers and hours change."""


@dataclass(frozen=True, slots=True)
class LocalService:
    """One place or line where people get help; empty parts are not known."""

    id: str
    name: str
    kind: str = ""
    town: str = ""
    address: str = ""
    phone: str = ""
    web: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()  # codes of languages spoken there beside Slovenian
    appointment: bool | None = None  # whether one has to make an appointment
    for_what: str = ""
    documents: str = ""  # what to bring along
    note: str = ""
    source: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    active: bool = True


class Topic(StrEnum):
    """What somebody looks for; every kind of entry belongs to one."""

    OFFICE = "office"
    HEALTH = "health"
    CHILDREN = "children"
    LEARNING = "learning"
    WORK = "work"
    MONEY = "money"
    HOME = "home"
    SAFETY = "safety"
    ADVICE = "advice"


# Words of kinds (Slovenian, without accents, as centres write them), the first that fits counts.
_TOPICS = (
    ("nujna", Topic.SAFETY), ("polici", Topic.SAFETY), ("gasil", Topic.SAFETY), ("varnost", Topic.SAFETY),
    ("zdrav", Topic.HEALTH), ("lekarn", Topic.HEALTH), ("bolni", Topic.HEALTH),
    ("odrasl", Topic.LEARNING), ("knjizn", Topic.LEARNING), ("izpit", Topic.LEARNING),
    ("tecaj", Topic.LEARNING),
    ("vrtec", Topic.CHILDREN), ("sola", Topic.CHILDREN), ("solsk", Topic.CHILDREN),
    ("zaposl", Topic.WORK), ("delo", Topic.WORK), ("bank", Topic.MONEY), ("post", Topic.MONEY),
    ("komunal", Topic.HOME), ("stanovan", Topic.HOME),
    ("uprav", Topic.OFFICE), ("obcin", Topic.OFFICE), ("dav", Topic.OFFICE), ("organ", Topic.OFFICE),
)  # fmt: skip


def topic_of(service: LocalService) -> Topic:
    """Return what an entry is about, from its kind; advice and help where the kind says nothing."""
    kind = plain(service.kind)
    if "socialno delo" in kind:
        return Topic.OFFICE
    if "organizacija" in kind:
        return Topic.ADVICE
    return next((topic for part, topic in _TOPICS if part in kind), Topic.ADVICE)


def best_first(services: Iterable[LocalService], today: date) -> tuple[LocalService, ...]:
    """Return the entries that were checked before those that were not; otherwise as they stood."""
    return tuple(sorted(services, key=lambda one: not is_checked(one, today)))


def is_checked(service: LocalService, today: date) -> bool:
    """Tell whether somebody of the centre has checked an entry, not longer ago than a year."""
    return service.verified_on is not None and (today - service.verified_on).days <= STALE_DAYS


def matching(
    services: Iterable[LocalService], text: str = "", town: str = "", language: str = ""
) -> tuple[LocalService, ...]:
    """Return the entries that hold every word of a text, of a town (or the whole country), in a language."""
    words = plain(text).split()
    return tuple(
        one
        for one in services
        if all(word in _searched(one) for word in words)
        and (not town or one.town in (town, "Slovenija"))
        and (not language or language in one.languages)
    )


def towns(services: Iterable[LocalService]) -> tuple[str, ...]:
    """Return the towns of entries, by name; the whole country is none."""
    return tuple(sorted({one.town for one in services} - {"", "Slovenija"}))


def _searched(service: LocalService) -> str:
    return plain(f"{service.name} {service.kind} {service.town} {service.address} {service.for_what}")
