# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice portal: pages made of blocks, with fields that know what they accept."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from korak.content.conditions import Condition
from korak.content.effects import Effects
from korak.content.part import PageName, Part, PictureName, PortalName, Screen

FieldFaultCode = Literal[
    "required",
    "too_short",
    "too_long",
    "not_digits",
    "wrong_length",
    "code_wrong",
    "code_expired",
    "code_old",
]
FaultMessages = Mapping[FieldFaultCode, Screen]


class Heading(Part, frozen=True, kw_only=True, tag="heading", tag_field="kind"):
    """A heading on a page."""

    id: str = ""
    text: Screen


class Text(Part, frozen=True, kw_only=True, tag="text", tag_field="kind"):
    """A paragraph."""

    id: str = ""
    text: Screen


class Notice(Part, frozen=True, kw_only=True, tag="notice", tag_field="kind"):
    """A paragraph in a frame: something to notice."""

    id: str = ""
    text: Screen
    tone: Literal["info", "warning", "done"] = "info"


class List(Part, frozen=True, kw_only=True, tag="list", tag_field="kind"):
    """A list of short lines."""

    id: str = ""
    items: tuple[Screen, ...]


class Link(Part, frozen=True, kw_only=True, tag="link", tag_field="kind"):
    """A link to a page."""

    id: str
    text: Screen
    go: PageName


class Need(Part, frozen=True, kw_only=True):
    """What must hold before a button works, and what the portal says when it does not."""

    that: Condition
    says: Screen


class Button(Part, frozen=True, kw_only=True, tag="button", tag_field="kind"):
    """A button: it checks the fields of its page, then its needs, then does its effects in order."""

    id: str
    text: Screen
    checks: bool = True
    main: bool = True
    needs: tuple[Need, ...] = ()
    does: Effects = ()


class FieldPart(Part, frozen=True, kw_only=True):
    """What every field has: a name, a label, help, and whether it must be filled."""

    id: str
    label: Screen
    help: Screen = ""
    required: bool | Screen = False  # a sentence is both: required, and what the portal says
    faults: FaultMessages = msgspec.field(default_factory=dict[FieldFaultCode, str])


class TextField(FieldPart, frozen=True, kw_only=True, tag="text_field", tag_field="kind"):
    """A field for text, of one line or several."""

    lines: int = 1
    shortest: int = 0
    longest: int = 2000


class Password(FieldPart, frozen=True, kw_only=True, tag="password", tag_field="kind"):
    """A field whose text is hidden."""


class SmsCode(FieldPart, frozen=True, kw_only=True, tag="sms_code", tag_field="kind"):
    """A field for the code from the newest message."""

    digits: int = 6


class Select(FieldPart, frozen=True, kw_only=True, tag="select", tag_field="kind"):
    """A list that opens, to choose one line."""

    options: tuple[Screen, ...]


class Radio(FieldPart, frozen=True, kw_only=True, tag="radio", tag_field="kind"):
    """Lines with round marks, to choose one."""

    options: tuple[Screen, ...]


class Checkbox(FieldPart, frozen=True, kw_only=True, tag="checkbox", tag_field="kind"):
    """A square to tick."""


class Messages(Part, frozen=True, kw_only=True, tag="messages", tag_field="kind"):
    """The records of one kind, newest first."""

    id: str
    record: str
    title: str = ""  # the kept field that makes the first line of a record
    empty: Screen = ""


Field = TextField | Password | SmsCode | Select | Radio | Checkbox
Block = Heading | Text | Notice | List | Link | Button | Messages | Field


class Page(Part, frozen=True, kw_only=True):
    """One page of a portal."""

    id: str
    title: Screen
    path: str = ""  # without one: /id; the first page of a portal is /
    open_to: Literal["everyone", "signed_in"] = "everyone"
    blocks: tuple[Block, ...] = msgspec.field(name="block")

    def block(self, block_id: str) -> Block | None:
        """The block of this id."""
        return next((block for block in self.blocks if block.id == block_id), None)

    def fields(self) -> tuple[Field, ...]:
        """The fields one can fill, in their order."""
        return tuple(block for block in self.blocks if isinstance(block, FieldPart))


class Colours(Part, frozen=True, kw_only=True):
    """The colours of a portal: header, text on it, buttons and links."""

    header: str
    on_header: str = "#FFFFFF"
    accent: str = ""
    on_accent: str = "#FFFFFF"


class SignOutLink(Part, frozen=True, kw_only=True):
    """The link in the header that signs out of everything."""

    text: Screen
    go: PageName


class Portal(Part, frozen=True, kw_only=True):
    """A practice portal: its look, its menu and its pages."""

    id: str = ""
    title: Screen
    address: str
    stands_for: str  # for trainers; learners see the practice name
    padlock: bool = True
    colours: Colours
    pictogram: PictureName = ""
    menu: tuple[PageName, ...] = ()
    door: PortalName = ""  # where one signs in
    signed_in_again: PageName = ""  # a door's page for whoever is signed in already
    sign_out: SignOutLink | None = None
    pages: tuple[Page, ...] = msgspec.field(name="page")

    def page(self, page_id: str) -> Page | None:
        """The page of this id."""
        return next((page for page in self.pages if page.id == page_id), None)

    def at(self, path: str) -> Page | None:
        """The page at this path."""
        return next((page for page in self.pages if page.path == path), None)
