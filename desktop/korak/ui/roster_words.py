# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of learners in words: what a column means, what is wrong with a row or a file."""

from collections.abc import Mapping

from korak.centre.details import Eligible, Level, Sex
from korak.centre.roster import Column, RowFault, RowTrouble
from korak.exchange.faults import ExchangeFault, FileFault
from korak.i18n import N_, _

_COLUMNS: Mapping[Column, str] = {
    Column.CODE: N_("Korak's own code"),
    Column.NAME: N_("Whole name"),
    Column.FIRST: N_("First name"),
    Column.LAST: N_("Last name"),
    Column.ALIAS: N_("Nickname on the tile"),
    Column.GROUP: N_("Group"),
    Column.LANGUAGE: N_("First language"),
    Column.SEX: N_("Sex"),
    Column.BIRTH_YEAR: N_("Year of birth"),
    Column.ELIGIBLE: N_("The funder counts this person"),
    Column.LEVEL_IN: N_("Slovenian at the beginning"),
    Column.LEVEL_OUT: N_("Slovenian at the end"),
    Column.ORIGIN: N_("Group of nationalities"),
}
_TROUBLES: Mapping[RowTrouble, str] = {
    RowTrouble.NO_NAME: N_("The name is missing."),
    RowTrouble.NO_GROUP: N_("The group is missing. Write it in the list, or choose one below."),
    RowTrouble.UNKNOWN_GROUP: N_("There is no group “{text}”. Correct it, or let Korak make the group."),
    RowTrouble.UNKNOWN_LANGUAGE: N_("“{text}” is no language that Korak knows."),
    RowTrouble.UNKNOWN_SEX: N_("“{text}” is not clear. Write: ženska, moški, drugo."),
    RowTrouble.BAD_YEAR: N_("“{text}” cannot be a year of birth. Write four digits."),
    RowTrouble.UNKNOWN_ANSWER: N_("“{text}” is not clear. Write: da, ne."),
    RowTrouble.UNKNOWN_LEVEL: N_("“{text}” is no level. Write A0, A1, A2, B1, B2, C1 or C2."),
    RowTrouble.UNKNOWN_ORIGIN: N_("“{text}” is not in the list of groups of nationalities. Leave it empty."),
    RowTrouble.UNKNOWN_CODE: N_("Nobody here has this code. Leave the cell empty for a new person."),
    RowTrouble.TWICE: N_("This person stands in line {text} already."),
    RowTrouble.FORBIDDEN: N_("A number of 8 or 13 digits stands here. Korak keeps no EMŠO or tax numbers."),
}
_FILES: Mapping[FileFault, str] = {
    FileFault.MISSING: N_("The file “{file}” is not there any more. Choose it again."),
    FileFault.UNREADABLE: N_("The file “{file}” cannot be read. Close it in other programs, then try again."),
    FileFault.UNKNOWN_KIND: N_("“{file}” is no list. Choose a file that ends in .xlsx or .csv."),
    FileFault.TOO_LARGE: N_("The file “{file}” is too large for a list of learners (over {most} MB)."),
    FileFault.NO_TEXT: N_("The file “{file}” holds no readable text. Save it as .xlsx and try again."),
    FileFault.BROKEN: N_("The spreadsheet “{file}” is damaged or locked with a password. Save it anew."),
    FileFault.EMPTY: N_("The list “{file}” is empty. The first row names the columns, people come below."),
    FileFault.NOT_WRITTEN: N_("The file “{file}” could not be written. Choose another folder."),
}
_SEXES: Mapping[Sex, str] = {
    Sex.UNKNOWN: N_("not told"),
    Sex.WOMAN: N_("woman"),
    Sex.MAN: N_("man"),
    Sex.OTHER: N_("another answer"),
}
_ANSWERS: Mapping[Eligible, str] = {
    Eligible.UNKNOWN: N_("not known"),
    Eligible.YES: N_("yes"),
    Eligible.NO: N_("no"),
}


def column_name(column: Column) -> str:
    """Return what a column means."""
    return _(_COLUMNS[column])


def row_fault(fault: RowFault) -> str:
    """Return what is wrong with a row, and what to do."""
    return _(_TROUBLES[fault.trouble]).format(text=fault.text)


def file_fault(fault: ExchangeFault) -> str:
    """Return what is wrong with a file, and what to do."""
    return _(_FILES[fault.kind]).format(**fault.details)


def sexes() -> list[tuple[Sex, str]]:
    """Return what can be answered, with its words."""
    return [(sex, _(text)) for sex, text in _SEXES.items()]


def answers() -> list[tuple[Eligible, str]]:
    """Return whether somebody counts for the funder, with its words."""
    return [(answer, _(text)) for answer, text in _ANSWERS.items()]


def levels() -> list[tuple[Level, str]]:
    """Return the levels of Slovenian, with their words."""
    return [(level, level.value or _("not known")) for level in Level]
