# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of learners as a file: CSV for any program, XLSX for spreadsheets; Korak reads both back."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from korak.centre.roster import Column
from korak.exchange.faults import ExchangeFault, FileFault
from korak.exchange.grids import FORMULA_SIGNS

# In Slovenian whatever language the program speaks: lists travel between offices here, and come back.
LABELS: Mapping[Column, str] = {
    Column.CODE: "Oznaka osebe",
    Column.NAME: "Ime in priimek",
    Column.ALIAS: "Na ploščici",
    Column.GROUP: "Skupina",
    Column.LANGUAGE: "Prvi jezik",
    Column.SEX: "Spol",
    Column.BIRTH_YEAR: "Leto rojstva",
    Column.ELIGIBLE: "Upravičenost",
    Column.LEVEL_IN: "Slovenščina na začetku",
    Column.LEVEL_OUT: "Slovenščina na koncu",
    Column.ORIGIN: "Skupina državljanstva",
}
# How codes are written; `centre/roster.py` understands every one of these words.
WORDS: Mapping[Column, Mapping[str, str]] = {
    Column.SEX: {"woman": "ženska", "man": "moški", "other": "drugo", "": ""},
    Column.ELIGIBLE: {"yes": "da", "no": "ne", "": ""},
}
Row = Mapping[Column, str | int]


def write_roster(path: Path, rows: Sequence[Row]) -> None:
    """Write a list; the ending of the file says how. Raises ExchangeFault when it cannot be written."""
    try:
        if path.suffix.lower() == ".xlsx":
            _write_xlsx(path, rows)
        else:
            _write_csv(path, rows)
    except OSError as error:
        raise ExchangeFault(FileFault.NOT_WRITTEN, {"file": path.name}) from error


def _write_csv(path: Path, rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        lines.writerow(LABELS.values())
        for row in rows:
            lines.writerow(_harmless(_worded(column, row)) for column in LABELS)


def _write_xlsx(path: Path, rows: Sequence[Row]) -> None:
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms, needed when a list is handed out
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Osebe")  # pyright: ignore[reportUnknownMemberType]
    bold = book.add_format({"bold": True})  # pyright: ignore[reportUnknownMemberType]
    for number, (column, label) in enumerate(LABELS.items()):
        sheet.write_string(0, number, label, bold)
        sheet.set_column(number, number, 38 if column in (Column.CODE, Column.NAME) else 18)
        for line, row in enumerate(rows, start=1):
            value = _worded(column, row)
            if isinstance(value, int):
                sheet.write_number(line, number, value)
            elif value:
                sheet.write_string(line, number, value)
    sheet.freeze_panes(1, 0)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _worded(column: Column, row: Row) -> str | int:
    value = row.get(column, "")
    return WORDS[column].get(str(value), str(value)) if column in WORDS else value


def _harmless(value: str | int) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_SIGNS) else text
