# SPDX-License-Identifier: GPL-3.0-or-later
"""Fictitious people with their papers: nobody real, no number that could be real."""

from collections.abc import Mapping

import msgspec

from korak.content.documents import PlacedFile
from korak.content.part import Part, PictureName


class DrawDigits(Part, frozen=True, kw_only=True, tag="digits", tag_field="kind"):
    """So many random digits, after a beginning; never a number that could be somebody's."""

    digits: int
    starts: str = ""
    ends: str = ""


class DrawNumber(Part, frozen=True, kw_only=True, tag="number", tag_field="kind"):
    """A random whole number between two, both included."""

    number: tuple[int, ...]


class DrawMoney(Part, frozen=True, kw_only=True, tag="money", tag_field="kind"):
    """A random sum between two, written 12,40; steps of so many cents."""

    money: tuple[float, ...]
    step: int = 10


class DrawDay(Part, frozen=True, kw_only=True, tag="day", tag_field="kind"):
    """A random day between two, counted from the task's date: »25. 11. 2026«; workdays only, if said so."""

    day: tuple[int, ...]
    workday: bool = False


Value = str | tuple[str, ...] | DrawDigits | DrawNumber | DrawMoney | DrawDay
Values = Mapping[str, Value]


class Person(Part, frozen=True, kw_only=True):
    """A fictitious person; values that are a list or a draw are chosen by the seed."""

    id: str
    name: str
    picture: PictureName = ""
    born: str = ""
    address: str = ""
    files: tuple[PlacedFile, ...] = ()  # in Files whenever this person sits at the computer
    values: Values = msgspec.field(default_factory=dict[str, Value])
