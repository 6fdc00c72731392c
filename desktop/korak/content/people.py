# SPDX-License-Identifier: GPL-3.0-or-later
"""Fictitious people with their papers: nobody real, no number that could be real."""

from collections.abc import Mapping

import msgspec

from korak.content.part import Part, PictureName

Values = Mapping[str, str | tuple[str, ...]]


class Person(Part, frozen=True, kw_only=True):
    """A fictitious person; a value given as a list is one of its entries, chosen by the seed."""

    id: str
    name: str
    picture: PictureName = ""
    born: str = ""
    address: str = ""
    values: Values = msgspec.field(default_factory=dict[str, str | tuple[str, ...]])
