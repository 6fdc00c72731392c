# SPDX-License-Identifier: GPL-3.0-or-later
"""A mediators' year as a spreadsheet: months, sums by kind, and the entries where they may be read."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from korak.centre.languages import slovenian_name
from korak.centre.mediation import Mediated, Sum, YearTable

_SUMS = ("Vnosi", "Minute", "Ure", "Osebe")


def mediation_workbook(
    table: YearTable, entries: Sequence[Mediated], words: Mapping[str, str], people: Mapping[str, str]
) -> bytes:
    """Return the workbook; codes come out as the Slovenian words of `words`, mediators by name."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms, needed when a report is handed out

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book: Any = Workbook(out, options)
    _months(book, table)
    _sums(book, table, words)
    if entries:
        _entries(book, entries, words, people)
    book.close()
    return out.getvalue()


def _months(book: Any, table: YearTable) -> None:
    bold, hours = book.add_format({"bold": True}), book.add_format({"num_format": "0.0"})
    sheet = book.add_worksheet(f"Meseci {table.year}")
    for column, name in enumerate(("Mesec", *_SUMS, "Štete ure skupaj")):
        sheet.write_string(0, column, name, bold)
    for line, (month, running) in enumerate(zip(table.months, table.running, strict=True), start=1):
        sheet.write_number(line, 0, int(month.name))
        _numbers(sheet, line, 1, month, hours)
        sheet.write_number(line, 5, running / 60, hours)
    sheet.write_string(13, 0, "Skupaj", bold)
    _numbers(sheet, 13, 1, table.whole, hours)
    sheet.set_column(0, 5, 14)
    sheet.freeze_panes(1, 1)


def _sums(book: Any, table: YearTable, words: Mapping[str, str]) -> None:
    bold, hours = book.add_format({"bold": True}), book.add_format({"num_format": "0.0"})
    sheet = book.add_worksheet("Vsote")
    for column, name in enumerate(("Po čem", "Kaj", *_SUMS)):
        sheet.write_string(0, column, name, bold)
    languages = {one.name: slovenian_name(one.name) for one in table.languages}
    line = 1
    for kind, sums, names in (
        ("tema", table.topics, words),
        ("kraj ali ustanova", table.places, {}),
        ("jezik", table.languages, languages),
        ("način", table.modes, words),
        ("izid", table.outcomes, words),
    ):
        for one in sums:
            sheet.write_string(line, 0, kind)
            sheet.write_string(line, 1, names.get(one.name, one.name))
            _numbers(sheet, line, 2, one, hours)
            line += 1
    for kind, faces in (("ocena ustanove", table.institution), ("ocena uporabnikov", table.helped)):
        for name, count in (("dobro", faces.good), ("srednje", faces.so_so), ("ni dobro", faces.bad)):
            sheet.write_string(line, 0, kind)
            sheet.write_string(line, 1, name)
            sheet.write_number(line, 2, count)
            line += 1
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 5, 12)
    sheet.freeze_panes(1, 0)


def _entries(
    book: Any, entries: Sequence[Mediated], words: Mapping[str, str], people: Mapping[str, str]
) -> None:
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d. m. yyyy"})
    sheet = book.add_worksheet("Vnosi")
    names = (
        "Datum", "Mediator/mediatorka", "Minute", "Kraj ali ustanova", "Tema", "Jeziki", "Način",
        "Osebe", "Izid", "Dogovorjeno", "Ocena ustanove (1–3)", "Ocena uporabnikov (1–3)", "Potrdi",
        "Popravljeno",
    )  # fmt: skip
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, bold)
    for line, one in enumerate(sorted(entries, key=_by_day), start=1):
        sheet.write_datetime(line, 0, _moment(one.day), day)
        _texts(sheet, line, 1, (people.get(one.mediator, ""),))
        sheet.write_number(line, 2, one.minutes)
        told = (", ".join(slovenian_name(code) for code in one.languages), words.get(one.mode.value, ""))
        _texts(sheet, line, 3, (one.place, words.get(one.topic, one.topic), *told))
        sheet.write_number(line, 7, one.people)
        _texts(sheet, line, 8, (words.get(one.outcome.value, ""), one.agreed))
        for column, rating in ((10, one.institution), (11, one.helped)):
            if rating is not None:
                sheet.write_number(line, column, int(rating))
        _texts(sheet, line, 12, (words.get(one.proof.value, ""),))
        sheet.write_number(line, 13, one.corrected)
    sheet.set_column(0, len(names) - 1, 18)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(entries), len(names) - 1)


def _numbers(sheet: Any, line: int, column: int, one: Sum, hours: Any) -> None:
    sheet.write_number(line, column, one.entries)
    sheet.write_number(line, column + 1, one.minutes)
    sheet.write_number(line, column + 2, one.minutes / 60, hours)
    sheet.write_number(line, column + 3, one.people)


def _texts(sheet: Any, line: int, column: int, texts: Sequence[str]) -> None:
    for place, text in enumerate(texts):
        sheet.write_string(line, column + place, text)


def _by_day(one: Mediated) -> tuple[date, str]:
    return one.day, one.entry


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a spreadsheet's dates have no zone
