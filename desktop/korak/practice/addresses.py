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
    """The portals whose title, address or search words look like the text."""
    pieces = _pieces(text)
    return tuple(
        portal for portal in pack.portals.values() if any(piece in _searched(portal) for piece in pieces)
    )


def found_in(wanted: str, text: str) -> bool:
    """Whether a text answers to what is searched for: every longer word of it begins or stands in a word."""
    pieces = _pieces(wanted)
    folded = _folded(text)
    return bool(pieces) and all(_stem(piece) in folded for piece in pieces)


def _searched(portal: Portal) -> str:
    return _folded(" ".join((portal.title, portal.address, portal.stands_for, *portal.search_words)))


def _pieces(text: str) -> list[str]:
    pieces = re.split(r"[\W_]+", _folded(text))
    return [piece for piece in pieces if len(piece) > 2 and piece not in _COMMON]


def _stem(piece: str) -> str:
    """The beginning of a word: Slovenian endings change with the case."""
    return piece[: max(len(piece) - 2, 4)]


_COMMON = frozenset({"www", "http", "https", "invalid", "vaja", "the"})


def _folded(text: str) -> str:
    return text.casefold().translate(CARONS)
