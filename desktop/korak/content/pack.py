# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack: everything one course is made of, decoded and tied together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import msgspec

from korak.content.documents import Document
from korak.content.fields import FieldPart
from korak.content.lesson import Lesson
from korak.content.part import LessonName, Line, Part, PictureName
from korak.content.people import Person
from korak.content.portal import Block, Page, Portal
from korak.content.task import Task
from korak.content.words import Words

_SCHEME = re.compile(r"^[a-z]+:/*", re.IGNORECASE)


class Module(Part, frozen=True, kw_only=True):
    """A block of lessons; one without lessons is still to be written."""

    id: str
    title: Line
    pictogram: PictureName = ""
    lessons: tuple[LessonName, ...] = ()


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


class Header(Part, frozen=True, kw_only=True):
    """What pack.toml says."""

    id: str
    title: Line
    version: str
    language: str = "sl"
    languages: tuple[str, ...] = ("sl",)
    limits: Limits = Limits()
    modules: tuple[Module, ...] = msgspec.field(name="module", default=())


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
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])
    labels: Mapping[str, Label] = field(default_factory=dict[str, Label])
    side_texts: Mapping[str, str] = field(default_factory=dict[str, str])  # path -> text of *.md files
    files: Mapping[str, str] = field(default_factory=dict[str, str])  # "lesson/x" -> the file it stands in

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
