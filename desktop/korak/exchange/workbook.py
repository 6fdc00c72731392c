# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables written as a workbook or as CSV, so that a spreadsheet opens them without turning anything round.

XLSX: numbers are numbers, dates are dates, the header stays in sight, nothing is a formula. CSV: UTF-8 with a
mark, semicolons, decimal commas, CRLF, every cell in quotes; only text is guarded against formulas, because
-5 is a number.
"""

import csv
import math
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from korak.exchange.faults import ExchangeFault, FileFault
from korak.exchange.grids import FORMULA_SIGNS
from korak.exchange.result_tables import Table, Value

ENDINGS = {"xlsx": ".xlsx", "csv": ".csv"}
WIDEST = 48


def file_name(group: str, occasion: str, day: date, kind: str) -> str:
    """korak_skupina_JES-1_par_2026-06-20.xlsx; `occasion` is pre, post or par."""
    plain = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in group) or "vse"
    return f"korak_skupina_{plain}_{occasion}_{day.isoformat()}{ENDINGS[kind]}"


def write_tables(
    path: Path, tables: Sequence[Table], kind: str, progress: Callable[[int, int], bool] | None = None
) -> tuple[Path, ...]:
    """Write the tables; return the files. `progress(done, of)` is asked after each; False ends it.

    A CSV holds one table: the one of people stands in the file asked for, the others beside it. Raises
    ExchangeFault when a file cannot be written; nothing half-written is left.
    """
    try:
        return _xlsx(path, tables, progress) if kind == "xlsx" else _csv(path, tables, progress)
    except OSError as error:
        raise ExchangeFault(FileFault.NOT_WRITTEN, {"file": path.name}) from error


def _go_on(progress: Callable[[int, int], bool] | None, done: int, of: int) -> bool:
    return progress is None or progress(done, of)


def _xlsx(
    path: Path, tables: Sequence[Table], progress: Callable[[int, int], bool] | None
) -> tuple[Path, ...]:
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms, needed when something is handed out
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    unfinished = path.with_name(f"{path.name}.part")
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book: Any = Workbook(str(unfinished), options)
    head = book.add_format({"bold": True, "bg_color": "#E3F0EA", "bottom": 1})
    day = book.add_format({"num_format": "d. m. yyyy"})
    for number, table in enumerate(tables, 1):
        _sheet(book.add_worksheet(table.name), table, head, day)
        if not _go_on(progress, number, len(tables)):
            return ()
    try:
        book.close()
    except FileCreateError as error:
        raise ExchangeFault(FileFault.NOT_WRITTEN, {"file": path.name}) from error
    unfinished.replace(path)
    return (path,)


def _sheet(sheet: Any, table: Table, head: Any, day: Any) -> None:
    for column, told in enumerate(table.columns):
        sheet.write_string(0, column, told.name, head)
        sheet.set_column(column, column, _width(table, column))
    for row, values in enumerate(table.rows, 1):
        for column, value in enumerate(values):
            _write(sheet, row, column, value, day)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: Any, row: int, column: int, value: Value, day: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, day)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None and math.isfinite(value):
        sheet.write_number(row, column, value)


def _width(table: Table, column: int) -> float:
    shown = [len(table.columns[column].name), *(len(_plain(row[column])) for row in table.rows[:200])]
    return min(max(shown) + 2, WIDEST)


def _csv(
    path: Path, tables: Sequence[Table], progress: Callable[[int, int], bool] | None
) -> tuple[Path, ...]:
    made: list[Path] = []
    for number, table in enumerate(tables, 1):
        own = (
            path
            if table.name == "Osebe"
            else path.with_name(f"{path.stem}_{_short(table.name)}{path.suffix}")
        )
        unfinished = own.with_name(f"{own.name}.part")
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writerow([column.name for column in table.columns])
            writer.writerows([_cell(value) for value in row] for row in table.rows)
        unfinished.replace(own)
        made.append(own)
        if not _go_on(progress, number, len(tables)):
            break
    return tuple(made)


def _short(name: str) -> str:
    return name.casefold().replace(" ", "-").replace("š", "s")


def _cell(value: Value) -> str:
    """One cell of a CSV; a text that a spreadsheet would calculate gets an apostrophe before it."""
    text = _plain(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_SIGNS) else text


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return format(value, ".10g").replace(".", ",") if math.isfinite(value) else ""
    return value.isoformat() if isinstance(value, date) else str(value)
