# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack: everything one course is made of, decoded and tied together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import msgspec

from korak.content.assessment import Assessment
from korak.content.documents import Document
from korak.content.fields import FieldPart
from korak.content.kinds import Exercise
from korak.content.lesson import Lesson
from korak.content.part import LessonName, Line, Part, PictureName, Sentence
from korak.content.people import Person
from korak.content.plan import Need, Topic
from korak.content.portal import Block, Page, Portal
from korak.content.task import Task
from korak.content.words import SoundPair, Words

_SCHEME = re.compile(r"^[a-z]+:/*", re.IGNORECASE)


class Module(Part, frozen=True, kw_only=True):
    """A block of lessons; one without lessons is still to be written."""

    id: str
    title: Line
    pictogram: PictureName = ""
    lessons: tuple[LessonName, ...] = ()
    way: Literal["", "local_services"] = ""  # a page of the program that belongs to it


class Limits(Part, frozen=True, kw_only=True):
    """How long texts may be."""

    sentence_words: int = 10


class Label(Part, frozen=True, kw_only=True):
    """A word on a real portal's screen: verified (V), once verified (V-old) or a guess (U)."""

    label_id: str
    sl: str
    state: Literal["V", "V-old", "U"]
    source: str = ""
    checked_on: str = ""


class Fact(Part, frozen=True, kw_only=True):
    """A fact that changes: an amount, a deadline, a number."""

    id: str
    value: str
    source: str
    valid_on: str


class Asks(Part, frozen=True, kw_only=True):
    """What is asked in the exercises that are made of words; a pack may say it otherwise."""

    flash: Sentence = "Ali poznate to besedo?"
    choose_picture: Sentence = "Katera slika je prava?"
    choose_word: Sentence = "Katera beseda je prava?"
    match_pictures: Sentence = "Povežite sliko in besedo."
    match_buttons: Sentence = "Povežite besedo in gumb."
    listen: Sentence = "Poslušajte. Katero besedo slišite?"
    letters: Sentence = "Sestavite besedo iz črk."
    order: Sentence = "Iz besed sestavite stavek."
    gap: Sentence = "Katera beseda manjka?"
    polite: Sentence = "Na gumbu je kratka beseda. Kako rečete na vi?"
    dictation: Sentence = "Poslušajte in napišite."
    translate: Sentence = "Napišite slovensko besedo."
    typed: Sentence = "Napišite besedo."
    speak: Sentence = "Poslušajte in ponovite."


class Header(Part, frozen=True, kw_only=True):
    """What pack.toml says."""

    id: str
    title: Line
    version: str
    language: str = "sl"
    languages: tuple[str, ...] = ("sl",)
    limits: Limits = Limits()
    modules: tuple[Module, ...] = msgspec.field(name="module", default=())
    needs: tuple[Need, ...] = msgspec.field(name="need", default=())
    asks: Asks = Asks()


@dataclass(frozen=True, eq=False)
class Pack:
    """A decoded pack; whatever is named in it exists (see checks)."""

    header: Header
    lessons: Mapping[str, Lesson] = field(default_factory=dict[str, Lesson])
    tasks: Mapping[str, Task] = field(default_factory=dict[str, Task])
    portals: Mapping[str, Portal] = field(default_factory=dict[str, Portal])
    people: Mapping[str, Person] = field(default_factory=dict[str, Person])
    words: Words = field(default_factory=Words)
    documents: Mapping[str, Document] = field(default_factory=dict[str, Document])
    exercises: Mapping[str, Exercise] = field(default_factory=dict[str, Exercise])  # by id
    pairs: tuple[SoundPair, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    labels: Mapping[str, Label] = field(default_factory=dict[str, Label])
    topic_titles: Mapping[str, str] = field(
        default_factory=dict[str, str]
    )  # of files of words, by their name
    plan: Mapping[str, Topic] = field(default_factory=dict[str, Topic])  # in the order they are taught
    side_texts: Mapping[str, str] = field(default_factory=dict[str, str])  # path -> text of *.md files
    files: Mapping[str, str] = field(default_factory=dict[str, str])  # "lesson/x" -> the file it stands in
    assessment: Assessment | None = None  # only where the bank was read, too: then its tasks are here as well

    @property
    def id(self) -> str:
        """The name of the pack's folder and of its translations."""
        return self.header.id

    @property
    def title(self) -> str:
        """The title of the course."""
        return self.header.title

    @property
    def version(self) -> str:
        """The version of the pack, stored with every attempt."""
        return self.header.version

    @property
    def language(self) -> str:
        """The language the pack is written in."""
        return self.header.language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the pack is complete in."""
        return self.header.languages

    @property
    def course(self) -> tuple[Module, ...]:
        """The modules of the course, in their order."""
        return self.header.modules

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """What people may come for; where the author lists nothing, it is the parts of the course."""
        if self.header.needs:
            return self.header.needs
        return tuple(
            Need(
                id=module.id,
                title=module.title,
                pictogram=module.pictogram,
                topics=tuple(name for name, topic in self.plan.items() if topic.module == module.id),
            )
            for module in self.course
        )

    @property
    def asks(self) -> Asks:
        """What is asked in the exercises made of words."""
        return self.header.asks

    def topic_of(self, word_id: str) -> str:
        """The topic of a word: the name of the file it stands in."""
        return _stem(self.files.get(f"word/{word_id}", ""))

    @cached_property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """The topics in the order of their files, each with the ids of its words."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(self.topic_of(word), []).append(word)
        return {topic: tuple(words) for topic, words in found.items()}

    def topic_title(self, topic: str) -> str:
        """What a topic is called: the title of its file, else the file's name."""
        return self.topic_titles.get(topic) or topic.replace("-", " ").capitalize()

    @cached_property
    def exercises_by_topic(self) -> Mapping[str, tuple[Exercise, ...]]:
        """The written exercises by the name of the file they stand in."""
        found: dict[str, list[Exercise]] = {}
        for name, exercise in self.exercises.items():
            found.setdefault(_stem(self.files.get(f"exercise/{name}", "")), []).append(exercise)
        return {topic: tuple(some) for topic, some in found.items()}

    def module_of(self, lesson_id: str) -> Module | None:
        """The module a lesson belongs to."""
        return next((module for module in self.course if lesson_id in module.lessons), None)

    @cached_property
    def hosts(self) -> Mapping[str, Portal]:
        """Portals by the address they answer to."""
        return {portal.address: portal for portal in self.portals.values()}

    def page_at(self, address: str) -> str:
        """The page an address leads to, as portal/page; nothing when nobody has the address."""
        host, slash, path = _SCHEME.sub("", " ".join(address.split())).partition("/")
        portal = self.hosts.get(host.casefold().removesuffix("."))
        page = portal.at("/" + path.rstrip("/") if slash and path else "/") if portal else None
        return f"{portal.id}/{page.id}" if portal and page else ""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page of every portal, by portal/page."""
        return {f"{portal.id}/{page.id}": page for portal in self.portals.values() for page in portal.pages}

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """Every block that has a name, by portal/page/block."""
        return {
            f"{name}/{block.id}": block
            for name, page in self.pages.items()
            for block in page.blocks
            if block.id
        }

    @cached_property
    def fields(self) -> Mapping[str, FieldPart]:
        """Every field, by portal/page/field."""
        return {name: block for name, block in self.blocks.items() if isinstance(block, FieldPart)}


def _stem(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".toml")
