# SPDX-License-Identifier: GPL-3.0-or-later
"""Which records may be one person: the same or nearly the same name, and nothing that speaks against it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from korak.alphabet import plain
from korak.centre.details import NOTHING_KNOWN, Details
from korak.centre.people import Person

_NEARLY = 0.88  # share of letters in common: one letter of eight may differ


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records; `likeness` of the names from 0 to 1, where 1 is the same but for accents and case."""

    first: Person
    second: Person
    likeness: float
    share_group: bool


def likely_same(
    people: Sequence[Person], details: Mapping[str, Details], groups: Mapping[str, frozenset[str]]
) -> tuple[Pair, ...]:
    """Return the pairs somebody should look at, the likeliest first.

    Names are compared without accents, case and the order of first and last name. Different years of birth,
    different sexes or different first languages speak against a pair.
    """
    names = {person.id: _key(person.name) for person in people}
    pairs: list[Pair] = []
    for nearby in _nearby(people, names):
        for first, second in combinations(nearby, 2):
            likeness = SequenceMatcher(None, names[first.id], names[second.id], autojunk=False).ratio()
            if likeness < _NEARLY or _speaks_against(first, second, details):
                continue
            shared = groups.get(first.id, frozenset()) & groups.get(second.id, frozenset())
            pairs.append(Pair(first, second, likeness, bool(shared)))
    unique = {(pair.first.id, pair.second.id): pair for pair in pairs}
    return tuple(sorted(unique.values(), key=_rank))


def _key(name: str) -> str:
    return " ".join(sorted(plain(name).split()))


def _nearby(people: Sequence[Person], names: Mapping[str, str]) -> list[list[Person]]:
    """People whose names share their first or their last three letters: only those can be nearly the same."""
    found: dict[tuple[int, str], list[Person]] = defaultdict(list)
    for person in people:
        found[0, names[person.id][:3]].append(person)
        found[1, names[person.id][-3:]].append(person)
    return [near for near in found.values() if len(near) > 1]


def _speaks_against(first: Person, second: Person, details: Mapping[str, Details]) -> bool:
    one, other = details.get(first.id, NOTHING_KNOWN), details.get(second.id, NOTHING_KNOWN)
    years = one.birth_year is not None and other.birth_year is not None and one.birth_year != other.birth_year
    sexes = bool(one.sex and other.sex and one.sex != other.sex)
    return years or sexes or first.language != second.language


def _rank(pair: Pair) -> tuple[float, str, str]:
    return -pair.likeness, pair.first.name, pair.first.id
