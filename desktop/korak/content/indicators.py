# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators of a funder: codes, names and age brackets as a table anybody may edit, never in code."""

from typing import Literal

import msgspec

Counts = Literal["participants", "useful", "level_up", "none"]


class AgeBracket(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whole years, both ends included."""

    code: str
    label: str
    low: int
    high: int


class Indicator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the table: its code, its name, and which people it counts (none: the centre writes it)."""

    code: str
    label: str
    counts: Counts = "none"


class IndicatorTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table; `codes_verified` is false until a person has compared it with the funder's own form."""

    codes_verified: bool = False
    source: str = ""
    brackets: tuple[AgeBracket, ...] = msgspec.field(name="bracket", default=())
    indicators: tuple[Indicator, ...] = msgspec.field(name="indicator", default=())


def read_table(text: bytes) -> IndicatorTable:
    """Read a table; msgspec.DecodeError says in one line what is wrong in it."""
    return msgspec.toml.decode(text, type=IndicatorTable)
