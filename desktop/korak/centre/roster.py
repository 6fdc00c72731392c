# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of learners from a table: which column means what, and what each row says or lacks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from korak.alphabet import plain
from korak.centre.details import Details, Eligible, Level, Sex, is_year

Answer = TypeVar("Answer")


class Column(StrEnum):
    """What a column of a list of learners can mean."""

    CODE = "code"  # Korak's own id of a person, as its export writes it
    NAME = "name"  # the whole name
    FIRST = "first"
    LAST = "last"
    ALIAS = "alias"  # what stands on the tile
    GROUP = "group"
    LANGUAGE = "language"
    SEX = "sex"
    BIRTH_YEAR = "birth_year"
    ELIGIBLE = "eligible"
    LEVEL_IN = "level_in"
    LEVEL_OUT = "level_out"
    ORIGIN = "origin"


class RowTrouble(StrEnum):
    """What is wrong with one row."""

    NO_NAME = "no_name"
    NO_GROUP = "no_group"
    UNKNOWN_GROUP = "unknown_group"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNKNOWN_SEX = "unknown_sex"
    BAD_YEAR = "bad_year"
    UNKNOWN_ANSWER = "unknown_answer"  # neither yes nor no
    UNKNOWN_LEVEL = "unknown_level"
    UNKNOWN_ORIGIN = "unknown_origin"  # no group of nationalities of the list; text: what stands there
    UNKNOWN_CODE = "unknown_code"
    TWICE = "twice"  # the same code or the same name and group stands in another row too
    FORBIDDEN = "forbidden"  # a number that identifies a person (EMŠO, tax number): it is not kept


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing that is wrong: the line of the file, the column, and the text that stands there."""

    line: int
    column: Column
    trouble: RowTrouble
    text: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One learner as a row tells it; None where the table has no such column, "" where the cell is empty."""

    line: int
    name: str
    code: str = ""
    alias: str | None = None
    group: str | None = None
    language: str | None = None
    details: Mapping[Column, str] = field(default_factory=dict[Column, str])


@dataclass(frozen=True, slots=True)
class Import:
    """One import of a list that was saved."""

    id: str
    at: datetime
    by: str
    file: str
    undone_at: datetime | None = None


# What people call their columns; compared without case, accents and signs.
_NAMES: Mapping[Column, tuple[str, ...]] = {
    Column.CODE: ("oznaka osebe", "koda", "id", "korak id", "person id", "code"),
    Column.NAME: (
        "ime in priimek", "priimek in ime", "udelezenec", "udelezenka", "udelezenec udelezenka", "oseba",
        "full name", "learner", "participant",
    ),
    Column.FIRST: ("ime", "first name", "given name", "name"),
    Column.LAST: ("priimek", "last name", "surname", "family name"),
    Column.ALIAS: ("na ploscici", "vzdevek", "klicno ime", "on the tile", "alias", "nickname"),
    Column.GROUP: ("skupina", "oznaka skupine", "tecaj", "group", "course"),
    Column.LANGUAGE: ("prvi jezik", "jezik", "materni jezik", "maternscina", "first language", "language"),
    Column.SEX: ("spol", "sex", "gender"),
    Column.BIRTH_YEAR: ("leto rojstva", "rojstvo", "letnik", "year of birth", "birth year", "born"),
    Column.ELIGIBLE: (
        "upravicenost", "upravicena oseba", "drzavljan tretje drzave", "tretja drzava", "eligible",
        "third country national",
    ),
    Column.LEVEL_IN: ("slovenscina na zacetku", "raven na zacetku", "vstopna raven", "entry level"),
    Column.LEVEL_OUT: ("slovenscina na koncu", "raven na koncu", "izstopna raven", "exit level"),
    Column.ORIGIN: (
        "skupina drzavljanstva", "skupina drzavljanstev", "drzavljanstvo", "nationality group", "nationality",
    ),
}  # fmt: skip

_SEXES: Mapping[str, Sex] = {
    "z": Sex.WOMAN, "zenska": Sex.WOMAN, "zenski": Sex.WOMAN, "f": Sex.WOMAN, "woman": Sex.WOMAN,
    "female": Sex.WOMAN, "m": Sex.MAN, "moski": Sex.MAN, "man": Sex.MAN, "male": Sex.MAN,
    "drugo": Sex.OTHER, "nebinarno": Sex.OTHER, "other": Sex.OTHER, "non binary": Sex.OTHER, "x": Sex.OTHER,
    "ni podatka": Sex.UNKNOWN, "unknown": Sex.UNKNOWN, "": Sex.UNKNOWN,
}  # fmt: skip
_ANSWERS: Mapping[str, Eligible] = {
    "da": Eligible.YES, "yes": Eligible.YES, "1": Eligible.YES, "x": Eligible.YES, "true": Eligible.YES,
    "ne": Eligible.NO, "no": Eligible.NO, "0": Eligible.NO, "false": Eligible.NO,
    "ni podatka": Eligible.UNKNOWN, "unknown": Eligible.UNKNOWN, "": Eligible.UNKNOWN,
}  # fmt: skip
_LEVELS: Mapping[str, Level] = {level.value.casefold(): level for level in Level} | {
    "pod a1": Level.A0, "pred a1": Level.A0, "below a1": Level.A0, "ni podatka": Level.NONE,
}  # fmt: skip
_CELLS = (
    Column.SEX,
    Column.BIRTH_YEAR,
    Column.ELIGIBLE,
    Column.LEVEL_IN,
    Column.LEVEL_OUT,
    Column.ORIGIN,
)
_IDENTITY = re.compile(r"(?<!\d)(\d{13}|\d{8})(?!\d)")


def match_columns(header: Sequence[str]) -> dict[Column, int]:
    """Return which column of a table means what, as far as its names tell; a person may correct it.

    Where two columns could mean the same, the first one does. "Ime" is the whole name where no
    "Priimek" stands beside it.
    """
    found: dict[Column, int] = {}
    for number, name in enumerate(header):
        words = plain(name)
        meant = next((column for column, names in _NAMES.items() if words in names), None)
        if meant is not None:
            found.setdefault(meant, number)
    if Column.FIRST in found and Column.LAST not in found and Column.NAME not in found:
        found[Column.NAME] = found.pop(Column.FIRST)
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are compared with: groups and languages by plain name or code, and people's ids."""

    groups: Mapping[str, str]
    languages: Mapping[str, str]
    people: frozenset[str]
    today: date
    group: str | None = None  # for tables without a column of groups
    origins: Mapping[str, str] = field(default_factory=dict[str, str])  # plain code or name to the code


def read_row(
    line: int, cells: Sequence[str], columns: Mapping[Column, int], known: Known
) -> tuple[Entry, tuple[RowFault, ...]]:
    """Return what one row says and everything that is wrong with it."""
    told = {column: cells[place] for column, place in columns.items() if place < len(cells)}
    name = told.get(Column.NAME) or f"{told.get(Column.FIRST, '')} {told.get(Column.LAST, '')}"
    faults = [
        RowFault(line, column, RowTrouble.FORBIDDEN)
        for column, text in told.items()
        if column is not Column.CODE and _IDENTITY.search(text)
    ]
    group, group_fault = _group(line, told, known)
    language, language_fault = _language(line, told, known)
    entry = Entry(
        line=line,
        name=" ".join(name.split()),
        code=told.get(Column.CODE, ""),
        alias=told.get(Column.ALIAS),
        group=group,
        language=language,
        details={column: told[column] for column in _CELLS if column in told},
    )
    if not entry.name:
        faults.append(RowFault(line, Column.NAME, RowTrouble.NO_NAME))
    if entry.code and entry.code not in known.people:
        faults.append(RowFault(line, Column.CODE, RowTrouble.UNKNOWN_CODE, entry.code))
    _details, wrong = read_details(line, entry.details, Details(), known)
    found = (group_fault, language_fault, *wrong)
    return entry, (*faults, *(fault for fault in found if fault is not None))


def read_details(
    line: int, cells: Mapping[Column, str], before: Details, known: Known
) -> tuple[Details, tuple[RowFault, ...]]:
    """Return the details as the cells change them, and what is wrong with the cells."""
    faults: list[RowFault] = []
    sex = _one_of(line, Column.SEX, cells, _SEXES, before.sex, RowTrouble.UNKNOWN_SEX, faults)
    eligible = _one_of(
        line, Column.ELIGIBLE, cells, _ANSWERS, before.eligible, RowTrouble.UNKNOWN_ANSWER, faults
    )
    level_in = _one_of(
        line, Column.LEVEL_IN, cells, _LEVELS, before.level_in, RowTrouble.UNKNOWN_LEVEL, faults
    )
    level_out = _one_of(
        line, Column.LEVEL_OUT, cells, _LEVELS, before.level_out, RowTrouble.UNKNOWN_LEVEL, faults
    )
    origin = _one_of(
        line,
        Column.ORIGIN,
        cells,
        {"": "", "ni podatka": "", **known.origins},
        before.origin,
        RowTrouble.UNKNOWN_ORIGIN,
        faults,
    )
    year = before.birth_year
    if Column.BIRTH_YEAR in cells:
        text = cells[Column.BIRTH_YEAR]
        year = _year(text)
        if text and (year is None or not is_year(year, known.today)):
            faults.append(RowFault(line, Column.BIRTH_YEAR, RowTrouble.BAD_YEAR, text))
    return Details(sex, year, eligible, level_in, level_out, origin), tuple(faults)


def doubles(entries: Sequence[Entry]) -> tuple[RowFault, ...]:
    """Return the rows that stand in a list twice: the same code, or the same name in the same group."""
    first: dict[tuple[str, str], int] = {}
    faults: list[RowFault] = []
    for entry in entries:
        key = ("", entry.code) if entry.code else (entry.group or "", plain(entry.name))
        if key in first:
            column = Column.CODE if entry.code else Column.NAME
            faults.append(RowFault(entry.line, column, RowTrouble.TWICE, str(first[key])))
        first.setdefault(key, entry.line)
    return tuple(faults)


def _group(line: int, told: Mapping[Column, str], known: Known) -> tuple[str | None, RowFault | None]:
    text = told.get(Column.GROUP, "")
    if not text:
        missing = known.group is None and not told.get(Column.CODE)
        return known.group, RowFault(line, Column.GROUP, RowTrouble.NO_GROUP) if missing else None
    found = known.groups.get(plain(text))
    return found, None if found else RowFault(line, Column.GROUP, RowTrouble.UNKNOWN_GROUP, text)


def _language(line: int, told: Mapping[Column, str], known: Known) -> tuple[str | None, RowFault | None]:
    text = told.get(Column.LANGUAGE, "")
    if not text:
        return None, None
    found = known.languages.get(plain(text))
    return found, None if found else RowFault(line, Column.LANGUAGE, RowTrouble.UNKNOWN_LANGUAGE, text)


def _one_of(
    line: int,
    column: Column,
    cells: Mapping[Column, str],
    answers: Mapping[str, Answer],
    before: Answer,
    trouble: RowTrouble,
    faults: list[RowFault],
) -> Answer:
    if column not in cells:
        return before
    text = cells[column]
    if plain(text) not in answers:
        faults.append(RowFault(line, column, trouble, text))
        return before
    return answers[plain(text)]


def _year(text: str) -> int | None:
    """The year in "1984", "12. 3. 1984" or "1984-03-12"; the rest of a date is forgotten at once."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    return int(years[0]) if len(years) == 1 else None
