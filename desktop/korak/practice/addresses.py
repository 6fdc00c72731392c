# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an address leads: to a page, or to the search page for whatever nobody has."""

import re

from korak.content.letters import CARONS
from korak.content.pack import Pack
from korak.content.portal import Portal
from korak.practice.state import Place


def place_at(pack: Pack, text: str) -> Place:
    """The page at an address; unknown ones keep the text, for the search page."""
    portal, _, page = pack.page_at(text).partition("/")
    return Place(portal, page) if portal else Place(text=" ".join(text.split()))


def address_of(pack: Pack, place: Place) -> str:
    """What the address bar says on this page."""
    if not place.portal:
        return place.text
    page = pack.pages[place.name]
    path = page.path if page.path != "/" else ""
    return f"{pack.portals[place.portal].address}{path}"


def found(pack: Pack, text: str) -> tuple[Portal, ...]:
    """The portals whose title or address looks like the text."""
    pieces = [
        piece for piece in re.split(r"[\W_]+", _folded(text)) if len(piece) > 2 and piece not in _COMMON
    ]
    return tuple(
        portal
        for portal in pack.portals.values()
        if any(piece in _folded(f"{portal.title} {portal.address} {portal.stands_for}") for piece in pieces)
    )


_COMMON = frozenset({"www", "http", "https", "invalid", "vaja", "the"})


def _folded(text: str) -> str:
    return text.casefold().translate(CARONS)
