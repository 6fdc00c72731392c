# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables from other programs: CSV in the usual encodings and delimiters, and XLSX, read as rows of text."""

import codecs
import csv
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from korak.exchange.faults import ExchangeFault, FileFault

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 50_000
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so is taken for a formula by spreadsheets; in a CSV an apostrophe stands before it."""
_DELIMITERS = ";,\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = frozenset(chr(code) for code in (*range(9), *range(14, 32)))


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; `line` is where it stands in the file, counted from 1 as a spreadsheet counts."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was found: the names of its columns and the rows below, without empty ones."""

    name: str
    header: tuple[str, ...]
    rows: tuple[GridRow, ...]
    encoding: str = ""  # of a CSV


def read_grid(path: Path) -> Grid:
    """Read a table; the first row with text is taken for the names of the columns.

    Every cell is text without spaces around it: whole numbers without ".0", dates as 2026-11-21. Raises
    ExchangeFault when the file is missing, no table, too large or empty.
    """
    ending = path.suffix.lower()
    if ending not in (".csv", ".txt", ".tsv", ".xlsx"):
        raise ExchangeFault(FileFault.UNKNOWN_KIND, {"file": path.name, "ending": ending or path.name})
    data = _bytes(path)
    if ending == ".xlsx":
        return _grid(path.name, _cells_of_xlsx(path))
    encoding, text = decoded(path.name, data)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    return _grid(path.name, ([_unguarded(cell) for cell in line] for line in lines), encoding)


def decoded(name: str, data: bytes) -> tuple[str, str]:
    """Return the encoding of a text and the text: its own mark, else UTF-16, UTF-8, Windows-1250."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding.removesuffix("-sig"), _decode(name, data, encoding)
    zeros = data[:4000].count(0)
    if zeros:
        if zeros * 3 < len(data[:4000]):
            raise ExchangeFault(FileFault.NO_TEXT, {"file": name})
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
        return encoding, _decode(name, data, encoding)
    try:
        return "utf-8", _readable(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        return "windows-1250", _decode(name, data, "cp1250")


def _decode(name: str, data: bytes, encoding: str) -> str:
    try:
        return _readable(name, data.decode(encoding))
    except UnicodeDecodeError as error:
        raise ExchangeFault(FileFault.NO_TEXT, {"file": name}) from error


def _readable(name: str, text: str) -> str:
    if _NO_TEXT.intersection(text[:4000]):
        raise ExchangeFault(FileFault.NO_TEXT, {"file": name})
    return text


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            most = str(MOST_BYTES // 1024 // 1024)
            raise ExchangeFault(FileFault.TOO_LARGE, {"file": path.name, "most": most})
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ExchangeFault(FileFault.MISSING, {"file": path.name}) from error
    except OSError as error:
        raise ExchangeFault(FileFault.UNREADABLE, {"file": path.name}) from error


def _delimiter(text: str) -> str:
    """The sign that splits the first line with text into the most cells; a semicolon when nothing does."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = {sign: len(next(csv.reader([first], delimiter=sign))) for sign in _DELIMITERS}
    return max(counts, key=counts.__getitem__)


def _cells_of_xlsx(path: Path) -> list[list[str]]:
    from zipfile import BadZipFile  # noqa: PLC0415 - with what needs it
    from zlib import error as zlib_error  # noqa: PLC0415

    from openpyxl import load_workbook  # noqa: PLC0415 - 150 ms, needed when a list is brought
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    # A damaged or locked spreadsheet fails wherever the library happens to be when it notices.
    broken = (
        InvalidFileException,
        BadZipFile,
        zlib_error,
        SyntaxError,
        LookupError,
        TypeError,
        ValueError,
        OSError,
    )
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            rows = book.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + 2)
            return [[_text(value) for value in row] for row in rows]
        finally:
            book.close()
    except broken as error:
        raise ExchangeFault(FileFault.BROKEN, {"file": path.name}) from error


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    return str(value)


def _grid(name: str, lines: Iterable[list[str]], encoding: str = "") -> Grid:
    header: tuple[str, ...] = ()
    rows: list[GridRow] = []
    for number, line in enumerate(lines, start=1):
        cells = tuple(cell.replace("\xa0", " ").strip() for cell in line)
        if not any(cells):
            continue
        if not header:
            header = cells
        else:
            rows.append(GridRow(number, _as_wide(cells, len(header))))
        if len(rows) > MOST_ROWS:
            raise ExchangeFault(FileFault.TOO_LARGE, {"file": name, "most": str(MOST_BYTES // 1024 // 1024)})
    if not rows:
        raise ExchangeFault(FileFault.EMPTY, {"file": name})
    return Grid(name, header, tuple(rows), encoding)


def _unguarded(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from taking a text for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULA_SIGNS else cell


def _as_wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * (width - len(cells)))[:width]
