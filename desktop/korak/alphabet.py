# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of names, and texts as they are compared: Slovenian letters, whole numbers, no accents."""

import re
import unicodedata
from typing import Protocol

_NUMBER = re.compile(r"(\d+)")
_OWN_LETTERS = str.maketrans({"đ": "d\u0335", "ł": "l\u0335"})  # letters that Unicode does not take apart

Order = tuple[tuple[str, int, str], ...]


class Named(Protocol):
    """Whatever is listed by its name."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...


def order(text: str) -> Order:
    """Return what names are sorted by: č after c, š after s, ž after z, and group 10 after group 2.

    A letter with its mark taken apart stands after every plain pair of letters ("cz" before "č"), which is
    the order of the Slovenian alphabet. Capital letters make no difference.
    """
    letters = unicodedata.normalize("NFD", text.casefold().translate(_OWN_LETTERS))
    parts = _NUMBER.split(letters)
    return tuple(_number(part) if place % 2 else (part, 0, "") for place, part in enumerate(parts))


def _number(digits: str) -> tuple[str, int, str]:
    worth = digits.lstrip("0")
    return "", len(worth), worth  # a longer number is a larger one


def by_name(thing: Named) -> Order:
    """Return what people, groups and the like are sorted by."""
    return order(thing.name)


def plain(text: str) -> str:
    """Return a text as it is sought and compared: small, without accents, signs and double spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_OWN_LETTERS))
    kept = "".join(" " if not sign.isalnum() else sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(kept.split())
