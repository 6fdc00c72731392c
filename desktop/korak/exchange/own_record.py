# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything kept about one person as a ZIP to take along: a sheet to read, and the data for a machine."""

import csv
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from korak.exchange.grids import FORMULA_SIGNS

SHEET, RECORD, TABLES = "list.pdf", "podatki.json", "tabele"


def bundle(
    sheet: bytes,
    record: bytes,
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    readable: Callable[[Any], Any],
) -> bytes:
    """Return the ZIP; a CSV is UTF-8 with a mark, semicolons, every cell in quotes, nothing a formula."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr(SHEET, sheet)
        file.writestr(RECORD, record)
        for name, rows in tables.items():
            file.writestr(f"{TABLES}/{name}.csv", _csv(rows, readable).encode("utf-8-sig"))
    return out.getvalue()


def _csv(rows: Sequence[Mapping[str, Any]], readable: Callable[[Any], Any]) -> str:
    text = StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    names = list(rows[0]) if rows else []
    writer.writerow(names)
    writer.writerows([_cell(row[name], readable) for name in names] for row in rows)
    return text.getvalue()


def _cell(value: Any, readable: Callable[[Any], Any]) -> str:
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    text = value if isinstance(value, str) else str(readable(value))
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
