# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on the screen: the page in front, resolved to plain texts, ready to be drawn."""

from dataclasses import dataclass
from enum import Enum

from korak.content.portal import Block, Colours
from korak.practice.events import FieldFault


class PageKind(Enum):
    """What kind of page the browser shows."""

    PORTAL = "portal"
    EMPTY = "empty"  # a new tab
    SEARCH = "search"  # nobody has the address: what was typed, and what looks like it


@dataclass(frozen=True, slots=True)
class LinkView:
    """Something to press: in the menu, in the header or among search results."""

    target: str
    text: str
    current: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """One record in a list: its title, its other values and the clock when it was kept."""

    title: str
    lines: tuple[str, ...]
    clock: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with its texts, its value and what the portal finds wrong with it."""

    target: str
    block: Block
    text: str = ""
    help: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[RowView, ...] = ()
    value: str = ""
    checked: bool = False
    options: tuple[str, ...] = ()
    selected: int = -1
    message: FieldFault | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class TabView:
    """A tab's title; an empty one has none."""

    title: str
    current: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """The browser's page: address, padlock, header and blocks."""

    kind: PageKind
    title: str
    address: str
    padlock: bool  # whether there is a padlock at all
    padlock_open: bool  # whether its note is open
    host: str = ""
    portal: str = ""
    page: str = ""
    header: str = ""
    person: str = ""
    colours: Colours | None = None
    menu: tuple[LinkView, ...] = ()
    sign_out: LinkView | None = None
    notice: str = ""
    blocks: tuple[BlockView, ...] = ()
    results: tuple[LinkView, ...] = ()
    typed: str = ""
    tabs: tuple[TabView, ...] = ()
    can_go_back: bool = False
    can_go_forward: bool = False


@dataclass(frozen=True, slots=True)
class SmsView:
    """A message as the phone shows it."""

    index: int
    sender: str
    text: str
    clock: str
    seen: bool
    open: bool


@dataclass(frozen=True, slots=True)
class PhoneView:
    """The phone's screen: the newest message first."""

    locked: bool
    clock: str
    unseen: int
    messages: tuple[SmsView, ...]
    open: SmsView | None
