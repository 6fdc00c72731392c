# SPDX-License-Identifier: GPL-3.0-or-later
"""A listing as a spreadsheet: real numbers and dates, a frozen head, never a formula."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from korak.centre.listing import Listing, Part, Value

_WIDEST = 44
_LEAST = 9
_NAME_LETTERS = 31  # so long may the name of a leaf be
_FORBIDDEN = "[]:*?/\\"


def listing_workbook(listings: Sequence[tuple[str, Listing]]) -> bytes:
    """Return a workbook with a leaf for each named listing."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms, needed when a report is handed out

    out = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book: Any = Workbook(out, {"in_memory": True, **plain})
    formats = {
        "bold": book.add_format({"bold": True}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1}),
        "day": book.add_format({"num_format": "d. m. yyyy"}),
        "tenth": book.add_format({"num_format": "0.0"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
    }
    for name, listing in listings:
        _leaf(book.add_worksheet(_leaf_name(name)), listing, formats)
    book.close()
    return out.getvalue()


def _leaf(sheet: Any, listing: Listing, formats: dict[str, Any]) -> None:
    sheet.write_string(0, 0, listing.title, formats["title"])
    for number, note in enumerate(listing.notes, 1):
        sheet.write_string(number, 0, note)
    top = len(listing.notes) + 2
    parts = _parts(listing)
    heads = [
        head
        for name, split in zip(listing.columns, parts, strict=True)
        for head in _heads(name, split, listing.of)
    ]
    for column, head in enumerate(heads):
        sheet.write_string(top, column, head, formats["head"])
        sheet.set_column(column, column, _width(listing, head) if column == 0 else max(len(head), _LEAST))
    rows = [row.values for row in listing.rows] + ([listing.foot] if listing.foot else [])
    for line, values in enumerate(rows, top + 1):
        _row(sheet, line, values, parts, formats)
    sheet.freeze_panes(top + 1, 1)
    if listing.rows:
        sheet.autofilter(top, 0, top + len(listing.rows), len(heads) - 1)
    for number, remark in enumerate(listing.remarks, top + len(rows) + 2):
        sheet.write_string(number, 0, remark)


def _row(
    sheet: Any, line: int, values: Sequence[Value], parts: Sequence[bool], formats: dict[str, Any]
) -> None:
    column = 0
    for value, split in zip(values, parts, strict=True):
        two: tuple[Value, ...] = (value.done, value.of) if isinstance(value, Part) else (value, None)
        for one in two if split else two[:1]:
            _write(sheet, line, column, one, formats)
            column += 1


def _write(sheet: Any, line: int, column: int, value: Value, formats: dict[str, Any]) -> None:
    if value is None or isinstance(value, Part):
        return
    if isinstance(value, date):
        sheet.write_datetime(line, column, datetime(value.year, value.month, value.day), formats["day"])  # noqa: DTZ001
    elif isinstance(value, str):
        sheet.write_string(line, column, value)
    elif value % 1:
        sheet.write_number(line, column, round(value, 4), formats["tenth"])
    else:
        sheet.write_number(line, column, value)


def _parts(listing: Listing) -> list[bool]:
    """Which columns hold parts."""
    rows = [*(row.values for row in listing.rows), *([listing.foot] if listing.foot else [])]
    return [any(isinstance(row[place], Part) for row in rows) for place in range(len(listing.columns))]


def _heads(name: str, split: bool, of: str) -> tuple[str, ...]:
    return (name, f"{name}: {of}") if split else (name,)


def _width(listing: Listing, head: str) -> int:
    names = [str(row.values[0] or "") for row in listing.rows[:200]]
    return min(max(map(len, [head, *names])) + 2, _WIDEST)


def _leaf_name(name: str) -> str:
    return "".join(" " if sign in _FORBIDDEN else sign for sign in name)[:_NAME_LETTERS] or "Korak"
