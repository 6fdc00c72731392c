# SPDX-License-Identifier: GPL-3.0-or-later
"""The cells of a listing in words, the same on the screen and on paper."""

from datetime import date

from korak.centre.listing import Part, Value
from korak.i18n import format_date, format_number

NOTHING = "—"


def cell_text(value: Value, language: str, of: str) -> str:
    """What stands in a cell; `of` is the word between the two numbers of a part."""
    if value is None:
        return NOTHING
    if isinstance(value, Part):
        return f"{_number(value.done, language)} {of} {_number(value.of, language)}"
    if isinstance(value, date):
        return format_date(value, language)
    return value if isinstance(value, str) else _number(value, language)


def sort_key(value: Value) -> str | float:
    """What a cell is sorted by: nothing before the smallest number."""
    if value is None:
        return -1.0
    if isinstance(value, Part):
        return value.done
    if isinstance(value, date):
        return float(value.toordinal())
    return value.casefold() if isinstance(value, str) else float(value)


def _number(value: float, language: str) -> str:
    """A number with one decimal only where it is needed."""
    whole = round(value, 1) == int(value)
    return format_number(value, 0 if whole else 1, language)
