# SPDX-License-Identifier: GPL-3.0-or-later
"""One exercise of every kind, from the words and the files of the course."""

from korak.content.derive import LADDER, derive, derive_pair
from korak.content.kinds import Exercise, kind_of
from korak.content.pack import Pack

WORDS = ("bolnisnica", "potrditi", "ambulanta")


def every_kind(pack: Pack) -> tuple[Exercise, ...]:
    """One exercise of every kind, by kind."""
    found: dict[str, Exercise] = {}
    steps = [step for lesson in pack.lessons.values() for step in lesson.steps]
    for exercise in (*pack.exercises.values(), *(step for step in steps if step.id == "kdo-ve-kodo")):
        found.setdefault(kind_of(exercise), exercise)
    for name in WORDS:
        for kind in LADDER:
            made = derive(pack.words[name], kind, pack, "1")
            if made is not None:
                found.setdefault(kind, made)
    found["minimal_pair"] = derive_pair(pack.pairs[0], pack, "1")
    return tuple(found[kind] for kind in sorted(found))
