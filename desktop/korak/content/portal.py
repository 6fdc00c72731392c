# SPDX-License-Identifier: GPL-3.0-or-later
"""A practice portal: its look, its manners, and its pages made of blocks and fields."""

from typing import Literal

import msgspec

from korak.content.blocks import PressBlock, ReadBlock
from korak.content.effects import Effects, QuietEffects
from korak.content.fields import Field, FieldPart
from korak.content.fields import Password as Password  # noqa: PLC0414 - asked for here by ui/practice/view.py
from korak.content.part import AddressText, PageName, Part, PictureName, PortalName, Screen

Layout = Literal["top", "side", "plain"]
Block = ReadBlock | PressBlock | Field


class Popup(Part, frozen=True, kw_only=True):
    """A window that jumps up when a page opens; the browser's blocker holds back those that say so."""

    title: Screen
    text: Screen = ""
    picture: PictureName = ""
    button: Screen = ""  # the bait, or the way on
    go: AddressText = ""  # where the button leads; without it the window only closes
    does: Effects = ()
    close: Screen = "Zapri"
    blocked: bool = False  # held back by the blocker until one allows it


class Page(Part, frozen=True, kw_only=True):
    """One page of a portal."""

    id: str
    title: Screen
    path: str = ""  # without one: /id; the first page of a portal is /
    open_to: Literal["everyone", "signed_in"] = "everyone"
    forgets: bool = False  # what is not saved (effect ``record`` with ``stay``) is gone when one leaves
    opens: QuietEffects = ()  # what happens when the page is opened for the first time
    popup: Popup | None = None
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


class Cookies(Part, frozen=True, kw_only=True):
    """The banner that asks about cookies; a needed one covers the page until it is answered."""

    text: Screen = "Na tej strani uporabljamo piškotke."
    necessary: Screen = "Samo nujni"
    all_: Screen = msgspec.field(name="all", default="Sprejmi vse")
    needed: bool = False


class Session(Part, frozen=True, kw_only=True):
    """After so many minutes in which nothing was done here one is signed out; typed text stays."""

    minutes: int
    says: Screen = "Seja je potekla. Prijavite se še enkrat."


class Portal(Part, frozen=True, kw_only=True):
    """A practice portal: its look, its menu and its pages."""

    id: str = ""
    title: Screen
    address: str
    stands_for: str  # for trainers; learners see the practice name
    fake: bool = False  # a page of swindlers
    like: PortalName = ""  # the portal a fake imitates
    padlock: bool = True
    colours: Colours
    layout: Layout = "top"  # where the menu stands; plain: a bare header
    pictogram: PictureName = ""
    footer: Screen = ""
    menu: tuple[PageName, ...] = ()
    door: PortalName = ""  # where one signs in
    signed_in_again: PageName = ""  # a door's page for whoever is signed in already
    sign_out: SignOutLink | None = None
    cookies: Cookies | None = None
    session: Session | None = None
    search_words: tuple[str, ...] = ()  # more words the search page finds it by
    pages: tuple[Page, ...] = msgspec.field(name="page")

    def page(self, page_id: str) -> Page | None:
        """The page of this id."""
        return next((page for page in self.pages if page.id == page_id), None)

    def at(self, path: str) -> Page | None:
        """The page at this path."""
        return next((page for page in self.pages if page.path == path), None)
