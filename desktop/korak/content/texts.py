# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string of a pack with its file and place, and among them the texts that are translated."""

from collections.abc import Iterator
from dataclasses import dataclass

from korak.content.assessment import Assessment
from korak.content.decode import BANK, LABELS, PAIRS, PAPER, PEOPLE, PLAN
from korak.content.faults import Spot
from korak.content.pack import Pack
from korak.content.walk import Found, walk


@dataclass(frozen=True, slots=True)
class Written:
    """A string of a pack: where it stands, with its role; in a portal also the page, in a task the task."""

    file: str
    found: Found
    portal: str = ""
    page: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True)
class PackText:
    """A text to be translated: the message id, and where it stands."""

    msgid: str
    file: str
    place: tuple[Spot, ...]
    role: str


def strings(pack: Pack) -> Iterator[Written]:
    """Every string of the pack that is not empty."""
    yield from (Written("pack.toml", found) for found in walk(pack.header))
    for name, lesson in pack.lessons.items():
        yield from (Written(pack.files[f"lessons/{name}"], found) for found in walk(lesson))
    for name, task in pack.tasks.items():
        yield from (Written(pack.files[f"tasks/{name}"], found, task=name) for found in walk(task))
    for name in pack.portals:
        yield from _of_portal(pack, name)
    for name, person in pack.people.items():
        place = (Spot("person", 0, name),)
        home = pack.files.get(f"person/{name}", PEOPLE)
        yield from (Written(home, found) for found in walk(person, place))
    yield from _of_words(pack)
    yield from _of_practice(pack)
    if pack.assessment is not None:
        yield from _of_bank(pack, pack.assessment)
    for name, topic in pack.plan.items():
        yield from (Written(PLAN, found) for found in walk(topic, (Spot("topic", 0, name),)))
    for name, label in pack.labels.items():
        place = (Spot("label", 0, name),)
        yield from (Written(LABELS, found) for found in walk(label, place))


def texts(pack: Pack) -> Iterator[PackText]:
    """Every text that is translated, as often as it stands in the pack."""
    for one in strings(pack):
        found = one.found
        if found.text and any(letter.isalpha() for letter in _without_values(found.value)):
            yield PackText(found.value, one.file, found.place, found.text)


def _of_words(pack: Pack) -> Iterator[Written]:
    for topic, title in pack.topic_titles.items():
        yield Written(f"words/{topic}.toml", Found((Spot("title"),), "line", "", title))
    for name, word in pack.words.items():
        place = (Spot("word", 0, name),)
        yield from (Written(pack.files[f"word/{name}"], found) for found in walk(word, place))


def _of_practice(pack: Pack) -> Iterator[Written]:
    for name, document in pack.documents.items():
        place = (Spot("document", 0, name),)
        yield from (Written(pack.files[f"document/{name}"], found) for found in walk(document, place))
    for name, exercise in pack.exercises.items():
        place = (Spot("exercise", 0, name),)
        yield from (Written(pack.files[f"exercise/{name}"], found) for found in walk(exercise, place))
    for number, pair in enumerate(pack.pairs, 1):
        yield from (Written(PAIRS, found) for found in walk(pair, (Spot("pair", number),)))


def _of_bank(pack: Pack, bank: Assessment) -> Iterator[Written]:
    yield from (Written(BANK, found) for found in walk(bank.bank))
    if bank.paper is not None:
        yield from (Written(PAPER, found) for found in walk(bank.paper))
    for name, item in bank.items.items():
        place = (Spot("item", 0, name),)
        yield from (Written(pack.files[f"item/{name}"], found) for found in walk(item, place))


def _of_portal(pack: Pack, name: str) -> Iterator[Written]:
    home = pack.files[f"portals/{name}"]
    for found in walk(pack.portals[name]):
        page = found.place[0].id if found.place[0].name == "page" else ""
        yield Written(pack.files.get(f"page/{name}/{page}", home), found, portal=name, page=page)


def _without_values(text: str) -> str:
    return " ".join(word for word in text.split() if not word.startswith("$"))
