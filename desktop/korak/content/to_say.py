# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a pack says aloud: for whoever prepares the sound ahead of time."""

from collections.abc import Iterator

from korak.content.clips import Said, ToSay, can_be_recorded, of_word, sounding
from korak.content.exercise import ExercisePart
from korak.content.pack import Pack
from korak.content.texts import texts

_SILENT_PARTS = ("portals/", "documents", "people.toml", "labels.toml", "trainer/")


def to_say(pack: Pack) -> tuple[ToSay, ...]:
    """Return every Slovenian text of a pack that is heard, each sound once: words, pairs, then the rest."""
    found: dict[str, ToSay] = {}
    for one in _everything(pack):
        if can_be_recorded(one.text):
            found.setdefault(sounding(one.text), one)
    return tuple(found.values())


def _everything(pack: Pack) -> Iterator[ToSay]:
    for word in pack.words.values():
        yield from of_word(word)
    for pair in pack.pairs:
        yield from (ToSay(one, Said.FORM) for one in (pair.one, pair.other))
    steps = (station.step for lesson in pack.lessons.values() for station in lesson.stations())
    for step in (*pack.exercises.values(), *steps):
        if isinstance(step, ExercisePart):
            yield from (ToSay(text, Said.TEXT) for text in step.spoken())
    for text in texts(pack):
        if not text.file.startswith(_SILENT_PARTS):
            yield ToSay(text.msgid, Said.TEXT)
