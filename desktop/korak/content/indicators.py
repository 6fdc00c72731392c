# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators of a funder: codes, names and age brackets as a table anybody may edit, never in code."""

import re
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


class Origin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of nationalities as coarse as the funder allows: its code and its name."""

    code: str
    label: str


class IndicatorTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table; `codes_verified` is false until a person has compared it with the funder's own form."""

    codes_verified: bool = False
    source: str = ""
    brackets: tuple[AgeBracket, ...] = msgspec.field(name="bracket", default=())
    indicators: tuple[Indicator, ...] = msgspec.field(name="indicator", default=())
    origins: tuple[Origin, ...] = msgspec.field(name="origin", default=())


class TableFault(Exception):  # noqa: N818 - a fault is told to people, it is not an error of the program
    """A table cannot be read: in which line (from 1) what is wrong, in English for whoever edits it."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def read_table(data: bytes) -> IndicatorTable:
    """Read a table (UTF-8); TableFault says in which line what is wrong in it."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise TableFault(data[: error.start].count(b"\n") + 1, "this is no UTF-8 text") from error
    try:
        table = msgspec.toml.decode(text, type=IndicatorTable)
    except msgspec.ValidationError as error:
        reason, _at, path = str(error).partition(" - at `$.")
        raise TableFault(_line_of(text, path.rstrip("`"), reason), reason) from error
    except msgspec.DecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise TableFault(line, re.sub(r" \(at .*", "", str(error))) from error
    _check(table, text)
    return table


def _check(table: IndicatorTable, text: str) -> None:
    """Refuse what can be read but not counted."""
    codes: set[str] = set()
    last = -1
    for number, bracket in enumerate(table.brackets):
        if bracket.low <= last or bracket.high < bracket.low:
            raise TableFault(_line_of(text, f"bracket[{number}].low"), "the ages overlap or run backwards")
        last = bracket.high
    for kind, parts in (("bracket", table.brackets), ("indicator", table.indicators)):
        for number, part in enumerate(parts):
            if part.code in codes:
                raise TableFault(
                    _line_of(text, f"{kind}[{number}].code"), f"the code {part.code} stands twice"
                )
            codes.add(part.code)


def _line_of(text: str, path: str, reason: str = "") -> int:
    """The line a path like "indicator[2].counts" points at; an unknown field is named by the reason."""
    lines = text.splitlines()
    unknown = re.search(r"unknown field `(\w+)`", reason)
    found = re.match(r"(\w+)(?:\[(\d+)\])?\.?(\w*)", path)
    table, place, name = (found[1], found[2], found[3]) if found else ("", None, "")
    name = unknown[1] if unknown else name
    heads = [number for number, line in enumerate(lines) if line.replace(" ", "") == f"[[{table}]]"]
    begin = heads[int(place)] if place is not None and int(place) < len(heads) else 0
    wanted = name or ("" if place is not None else table)
    for number in range(begin, len(lines)):
        if wanted and re.match(rf"\s*{wanted}\s*=", lines[number]):
            return number + 1
    return begin + 1
