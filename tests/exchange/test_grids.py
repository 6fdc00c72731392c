# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as other programs write them."""

import csv
from contextlib import suppress
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from korak.exchange.faults import ExchangeFault, FileFault
from korak.exchange.grids import decoded, read_grid

TEXT = 'Ime;Prvi jezik\r\n"Šejla; Žana";bosanščina\r\n\r\nČedomir;srbščina\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1250"])
def test_a_list_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "osebe.csv"
    path.write_bytes(TEXT.encode(encoding))
    grid = read_grid(path)
    assert grid.header == ("Ime", "Prvi jezik")
    assert [row.cells for row in grid.rows] == [("Šejla; Žana", "bosanščina"), ("Čedomir", "srbščina")]
    assert [row.line for row in grid.rows] == [2, 4]


@pytest.mark.parametrize("sign", [",", "\t", "|"])
def test_other_delimiters_are_noticed(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "osebe.txt"
    path.write_text(f"Ime{sign}Priimek\nAmra{sign}Vzorec\n", "utf-8")
    assert read_grid(path).rows[0].cells == ("Amra", "Vzorec")


def test_a_spreadsheet_is_read_with_whole_numbers_and_dates(tmp_path: Path) -> None:
    from datetime import date

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        [None, None],
        ["Ime", "Leto rojstva", "Datum"],
        ["Amra ", 1984, date(2026, 11, 2)],
        ["B", 1990.0],
    ):
        sheet.append(row)
    path = tmp_path / "osebe.xlsx"
    book.save(path)
    grid = read_grid(path)
    assert [row.cells for row in grid.rows] == [("Amra", "1984", "2026-11-02"), ("B", "1990", "")]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.csv", b"", FileFault.EMPTY),
        ("a.csv", b"Ime;Priimek\r\n;\r\n", FileFault.EMPTY),
        ("a.csv", b"\xff\xfe\x00", FileFault.NO_TEXT),
        ("a.csv", bytes(range(256)) * 4, FileFault.NO_TEXT),
        ("a.xlsx", b"no spreadsheet", FileFault.BROKEN),
        ("a.xlsx", b"PK\x03\x04 cut off", FileFault.BROKEN),
        ("a.pdf", b"%PDF", FileFault.UNKNOWN_KIND),
    ],
)
def test_what_is_no_list_is_refused_by_name(tmp_path: Path, name: str, data: bytes, kind: FileFault) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ExchangeFault) as caught:
        read_grid(path)
    assert caught.value.kind is kind
    assert caught.value.details["file"] == name


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExchangeFault) as caught:
        read_grid(tmp_path / "osebe.csv")
    assert caught.value.kind is FileFault.MISSING


_CELL = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="'"), min_size=1, max_size=12)


@given(st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=2, max_size=8))
def test_what_is_written_as_csv_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    out = StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_text(out.getvalue(), "utf-8-sig", newline="")
    grid = read_grid(path)
    if ";" in "".join(rows[0]):
        return  # the delimiter is read from the names of the columns
    assert [list(row.cells) for row in grid.rows] == rows[1:]


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    with suppress(ExchangeFault):  # the only thing it may raise
        assert "\0" not in decoded("a.csv", data)[1]
