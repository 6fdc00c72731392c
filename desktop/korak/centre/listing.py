# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of figures that is shown, printed and saved as a spreadsheet: the same cells thrice."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many: "3 of 12" for people, two numbers for a spreadsheet."""

    done: float
    of: float


Value = str | int | float | date | Part | None
"""What stands in a cell; None: nothing is known, or it does not apply."""


@dataclass(frozen=True, slots=True)
class ListingRow:
    """One line; `id` says which thing it shows."""

    id: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A titled table; `foot` is its last line, the sums. Columns, notes and texts are in one language."""

    title: str
    notes: tuple[str, ...]  # below the title: whose, from when to when
    columns: tuple[str, ...]
    rows: tuple[ListingRow, ...]
    foot: tuple[Value, ...] = ()
    remarks: tuple[str, ...] = field(default=())  # below the table: how it is counted
    empty: str = ""  # said in place of a table without rows
    of: str = "of"  # the word between the two numbers of a part

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns."""
        widths = [len(row.values) for row in self.rows] + [len(self.foot)] * bool(self.foot)
        if any(width != len(self.columns) for width in widths):
            raise ValueError("every row of a listing has as many cells as there are columns")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who hands it out, and on which day; what a funder wants to see stands in `lines` and `logos`."""

    centre: str
    made_on: date
    lines: tuple[str, ...] = ()
    logos: tuple[bytes, ...] = ()
