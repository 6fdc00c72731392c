# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets and spreadsheets through the services and the command line; numbers are read back from files."""

import csv
import io
import math
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from tests.reports.sheets import needs_pdftotext, page_count, pages_of
from tests.services.making import Place, amra, learner, maja, refused
from tests.services.small_bank import small_bank
from tests.services.test_results import group_id, on_paper

from korak.assessment.sitting import Occasion
from korak.cli import main as command_line
from korak.exchange.faults import ExchangeFault, FileFault
from korak.exchange.result_tables import Column, Table
from korak.exchange.workbook import file_name, write_tables
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.result_sheets import SheetKind, Wanted


@pytest.fixture
def house(place: Place) -> House:
    place.read_bank = small_bank
    made, _code = place.create()
    trainer = maja(made)
    for mark, name in ((1, "Amra"), (2, "Blerta")):
        on_paper(made, trainer, learner(made, name).id, Occasion.PRE, mark)
    on_paper(made, trainer, learner(made).id, Occasion.POST, 3)
    return made


def workbook(house: House, folder: Path) -> openpyxl.Workbook:
    file = folder / "izvoz.xlsx"
    assert house.result_sheets.export(maja(house), file, "xlsx") == (file,)
    return openpyxl.load_workbook(file)


def test_the_workbook_holds_the_numbers_of_the_result_object(house: House, tmp_path: Path) -> None:
    book = workbook(house, tmp_path)
    assert book.sheetnames == ["Preberi me", "Osebe", "Odgovori", "Naloge", "Skupina", "Kazalniki", "Šifrant"]
    head, *rows = book["Osebe"].iter_rows(values_only=True)
    people = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(people) == 3
    result = house.results.learner(maja(house), learner(house).id)
    assert result.before is not None
    mine = [row for row in people if row["koda"] == result.code]
    assert [row["meritev"] for row in mine] == ["pre", "post"]
    assert mine[0]["P"] == pytest.approx(result.before.p)
    assert isinstance(mine[0]["datum"], datetime)
    assert mine[0]["datum"].date() == result.before.day
    assert mine[1]["razlika_P"] == pytest.approx(result.difference)
    head, first, *_rest = book["Skupina"].iter_rows(values_only=True)
    figures = dict(zip(head, first, strict=True))
    whole = house.results.group(maja(house), group_id(house))
    assert (figures["n_vpisani"], figures["n_pari"]) == (whole.n_registered, whole.n_paired) == (3, 1)
    assert figures["HL"] == pytest.approx(whole.p.shift.estimate if whole.p.shift else None)
    assert figures["p_exact"] is None
    assert book["Osebe"].freeze_panes == "A2"
    assert not any(book[name].merged_cells.ranges for name in book.sheetnames)
    answers = list(book["Odgovori"].iter_rows(min_row=2, values_only=True))
    assert len(answers) == sum(len(one.score.items) for each in whole.results for one in each.sittings)


def test_no_name_stands_in_any_table_and_every_column_is_explained(house: House, tmp_path: Path) -> None:
    book = workbook(house, tmp_path)
    every = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert not any(name in cell for cell in every for name in ("Amra", "Blerta", "Arben", "Maja"))
    explained = {row[1] for row in book["Šifrant"].iter_rows(values_only=True)}
    for name in ("Osebe", "Odgovori", "Naloge", "Skupina", "Kazalniki"):
        for cell in next(book[name].iter_rows(values_only=True)):
            assert f"{name}.{cell}" in explained


def test_a_csv_opens_in_a_slovenian_spreadsheet(house: House, tmp_path: Path) -> None:
    file = tmp_path / "izvoz.csv"
    made = house.result_sheets.export(maja(house), file, "csv")
    assert file in made
    assert tmp_path / "izvoz_odgovori.csv" in made
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 4
    head, *rows = csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";")
    result = house.results.learner(maja(house), learner(house).id)
    assert result.after is not None
    assert result.after.p is not None
    mine = dict(zip(head, rows[1], strict=True))
    assert float(mine["P"].replace(",", ".")) == pytest.approx(result.after.p)
    assert mine["datum"] == result.after.day.isoformat()
    assert data.count(b'"') % 2 == 0


def test_text_that_would_be_calculated_is_guarded_and_numbers_are_not(tmp_path: Path) -> None:
    table = Table(
        "Osebe",
        (Column("ime", "x"), Column("n", "x"), Column("dan", "x")),
        (
            ("=1+1", -5, date(2026, 5, 22)),
            ("@cmd", -22.5, None),
            ("+386", math.inf, None),
            ("navadno", 1.25, None),
        ),
    )
    (file,) = write_tables(tmp_path / "a.csv", [table], "csv")
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[1:] == [
        '"\'=1+1";"-5";"2026-05-22"',
        '"\'@cmd";"-22,5";""',
        '"\'+386";"";""',
        '"navadno";"1,25";""',
    ]
    (file,) = write_tables(tmp_path / "a.xlsx", [table], "xlsx")
    sheet = openpyxl.load_workbook(file)["Osebe"]
    assert [cell.value for cell in sheet["A"]][1:] == ["=1+1", "@cmd", "+386", "navadno"]
    assert {cell.data_type for cell in sheet["A"]} == {"s"}
    assert [cell.value for cell in sheet["B"]][1:] == [-5, -22.5, None, 1.25]


def test_a_stopped_export_leaves_no_half_file(tmp_path: Path) -> None:
    table = Table("Osebe", (Column("n", "x"),), ((1,),))
    assert write_tables(tmp_path / "a.xlsx", [table, table], "xlsx", lambda _done, _of: False) == ()
    assert not (tmp_path / "a.xlsx").exists()
    with pytest.raises(ExchangeFault) as caught:
        write_tables(tmp_path / "nowhere" / "a.xlsx", [table], "xlsx")
    assert caught.value.kind is FileFault.NOT_WRITTEN


def test_files_say_what_is_in_them() -> None:
    assert (
        file_name("JES 1/a", "par", date(2026, 6, 20), "xlsx") == "korak_skupina_JES-1-a_par_2026-06-20.xlsx"
    )


@needs_pdftotext
def test_every_sheet_is_a_file_of_its_own_with_a_code_for_a_name(house: House, tmp_path: Path) -> None:
    trainer, sheets = maja(house), house.result_sheets
    kinds = (SheetKind.LEARNER, SheetKind.GROUP, SheetKind.FUNDER)
    jobs = sheets.jobs(trainer, Wanted(kinds))
    made = list(sheets.write(trainer, jobs, tmp_path / "listi"))
    assert [path.name for path in made] == [job.name for job in jobs]
    assert [job.kind for job in jobs].count(SheetKind.LEARNER) == 2
    code = house.results.codes(trainer, [learner(house).id])[learner(house).id]
    own = tmp_path / "listi" / f"list-{code}.pdf"
    assert page_count(own.read_bytes()) == 2
    text = " ".join(pages_of(own.read_bytes(), tmp_path))
    assert code in text
    assert "Amra" not in text


def test_whoever_stops_asking_stops_the_printing(house: House, tmp_path: Path) -> None:
    trainer, sheets = maja(house), house.result_sheets
    jobs = sheets.jobs(trainer, Wanted((SheetKind.LEARNER,)))
    assert len(jobs) == 2
    next(sheets.write(trainer, jobs, tmp_path))
    assert len(list(tmp_path.glob("list-*.pdf"))) == 1


def test_a_learner_prints_the_own_sheet_only(house: House) -> None:
    me = amra(house)
    assert page_count(house.result_sheets.learner_pdf(me, me.person_id)) == 2
    with refused(FaultKind.NOT_ALLOWED):
        house.result_sheets.learner_pdf(me, learner(house, "Blerta").id)
    with refused(FaultKind.NOT_ALLOWED):
        house.result_sheets.group_pdf(me, group_id(house))
    with refused(FaultKind.NOT_ALLOWED):
        house.result_sheets.tables(me)
    with refused(FaultKind.NOT_ALLOWED):
        house.result_sheets.jobs(me, Wanted((SheetKind.GROUP,)))


def test_without_hours_there_is_no_certificate(house: House) -> None:
    trainer = maja(house)
    with refused(FaultKind.FEW_HOURS):
        house.result_sheets.certificate_pdf(trainer, learner(house).id, group_id(house))


def test_a_centre_s_own_table_of_indicators_is_read_and_a_broken_one_is_told(
    house: House, place: Place
) -> None:
    own = place.folder / "indicators.toml"
    own.write_text('[[indicator]]\ncode = "X.1"\nlabel = "Moj kazalnik"\n', "utf-8")
    assert [one.code for one in house.result_sheets.indicators().indicators] == ["X.1"]
    own.write_text("codes_verified = maybe\n", "utf-8")
    with refused(FaultKind.BAD_TABLE):
        house.result_sheets.indicators()


def test_the_command_line_says_plainly_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "o")]
    assert command_line.main(["sheets", "--data", str(tmp_path / "none"), *out], lambda _folder: 0) == 1
    assert command_line.main(["export", "--data", str(tmp_path / "none"), *out], lambda _folder: 0) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert str(tmp_path / "none") in said


@needs_pdftotext
@pytest.mark.parametrize("form", ["A", "B"])
def test_the_booklet_holds_every_question_and_the_teacher_s_sheets_the_key(
    place: Place, form: str, tmp_path: Path
) -> None:
    house, _code = place.create()
    trainer = maja(house)
    bank = house.sittings.bank
    pages = PdfReader(io.BytesIO(house.result_sheets.paper_pdf(trainer, form, "zvezek"))).pages
    assert 8 <= len(pages) <= 10
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    text = text.replace("\u2011", "-")  # addresses are not broken at their hyphens
    for item in bank.form("A" if form == "A" else "B").recognition:
        assert " ".join(item.ask.split()) in text
    for item in bank.form("A" if form == "A" else "B").words:
        assert item.right in text
    assert "Amra" not in text
    teacher = " ".join(pages_of(house.result_sheets.paper_pdf(trainer, form, "ucitelj"), tmp_path))
    assert bank.paper is not None
    for line in (*bank.paper.before, *bank.paper.marking, *bank.paper.after):
        assert " ".join(line.replace("\xa0", " ").split()) in teacher
    with refused(FaultKind.NOT_FOUND):
        house.result_sheets.paper_pdf(trainer, "C", "zvezek")
    with refused(FaultKind.NOT_ALLOWED):
        house.result_sheets.paper_pdf(amra(house), form, "zvezek")
