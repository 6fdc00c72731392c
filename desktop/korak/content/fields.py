# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields: each kind knows what it accepts (the rules themselves are in practice/validity.py)."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from korak.content.blocks import BlockPart
from korak.content.conditions import Conditions
from korak.content.part import DocumentName, FieldName, PageName, Part, PictureName, Screen

FieldFaultCode = Literal[
    "required",
    "too_short",
    "too_long",
    "not_digits",
    "wrong_length",
    "code_wrong",
    "code_expired",
    "code_old",
    "not_date",
    "too_early",
    "too_late",
    "not_money",
    "too_little",
    "too_much",
    "not_phone",
    "not_email",
    "not_emso",
    "not_tax_number",
    "not_iban",
    "not_reference",
    "not_card",
    "no_upper",
    "no_lower",
    "no_digit",
    "no_special",
    "runs",
    "not_same",
    "picture_wrong",
    "wrong_type",
    "file_too_big",
    "too_many",
    "too_few",
    "not_human",
]
FaultMessages = Mapping[FieldFaultCode, Screen]


class FieldPart(BlockPart, frozen=True, kw_only=True):
    """What every field has: a name, a label, help, and whether it must be filled."""

    id: str
    label: Screen
    help: Screen = ""
    required: bool | Screen = False  # a sentence is both: required, and what the portal says
    faults: FaultMessages = msgspec.field(default_factory=dict[FieldFaultCode, str])


class TextField(FieldPart, frozen=True, kw_only=True, tag="text_field", tag_field="kind"):
    """A field for text, of one line or several."""

    lines: int = 1
    shortest: int = 0
    longest: int = 2000


class Password(FieldPart, frozen=True, kw_only=True, tag="password", tag_field="kind"):
    """A field whose text is hidden; a new password may have rules."""

    shortest: int = 0
    longest: int = 200
    needs: tuple[Literal["upper", "lower", "digit", "special"], ...] = ()
    no_runs: bool = False  # nothing like 111 or aaa
    same_as: FieldName = ""  # the field it must repeat


class SmsCode(FieldPart, frozen=True, kw_only=True, tag="sms_code", tag_field="kind"):
    """A field for the code from the newest message."""

    digits: int = 6


class Select(FieldPart, frozen=True, kw_only=True, tag="select", tag_field="kind"):
    """A list that opens, to choose one line."""

    options: tuple[Screen, ...]


class Radio(FieldPart, frozen=True, kw_only=True, tag="radio", tag_field="kind"):
    """Lines with round marks, to choose one."""

    options: tuple[Screen, ...]


class Checkbox(FieldPart, frozen=True, kw_only=True, tag="checkbox", tag_field="kind"):
    """A square to tick."""


class Consent(FieldPart, frozen=True, kw_only=True, tag="consent", tag_field="kind"):
    """A square that says one agrees, with what one agrees to."""

    text: Screen = ""
    document: DocumentName = ""


class Ticks(FieldPart, frozen=True, kw_only=True, tag="ticks", tag_field="kind"):
    """Several squares to tick."""

    options: tuple[Screen, ...]
    least: int = 0
    most: int = 0  # 0: any number


class ChoiceRow(Part, frozen=True, kw_only=True):
    """A row one can choose; its value is what is kept."""

    value: Screen
    cells: tuple[Screen, ...]
    until: str = ""  # the moment after which it is grey: "2026-11-20 8.00", "8.00"
    closed: bool = False
    when: Conditions = ()


class Rows(FieldPart, frozen=True, kw_only=True, tag="rows", tag_field="kind"):
    """A table whose rows one chooses: one of them, or several by ticking."""

    columns: tuple[Screen, ...]
    rows: tuple[ChoiceRow, ...]
    several: bool = False
    least: int = 0
    most: int = 0


class Slot(Part, frozen=True, kw_only=True):
    """A free (or taken) hour: so many days from the task's date, at this hour."""

    day: int
    at: str
    place: Screen = ""
    taken: bool = False


class Slots(FieldPart, frozen=True, kw_only=True, tag="slots", tag_field="kind"):
    """A calendar of free hours, to choose one; its value is like »25. 11. 2026 ob 9.20«."""

    slots: tuple[Slot, ...]


class Date(FieldPart, frozen=True, kw_only=True, tag="date", tag_field="kind"):
    """A day, typed or chosen in a calendar; limits are days from today (+7, -30) or dates (2026-11-20)."""

    earliest: str = ""
    latest: str = ""


class Digits(FieldPart, frozen=True, kw_only=True, tag="digits", tag_field="kind"):
    """A field for digits only: exactly so many, or from shortest to longest."""

    length: int = 0
    shortest: int = 0
    longest: int = 40


class Money(FieldPart, frozen=True, kw_only=True, tag="money", tag_field="kind"):
    """A sum in euros."""

    least: float = 0.01
    most: float = 100000.0


class Phone(FieldPart, frozen=True, kw_only=True, tag="phone", tag_field="kind"):
    """A telephone number."""


class Email(FieldPart, frozen=True, kw_only=True, tag="email", tag_field="kind"):
    """An e-mail address."""


class Emso(FieldPart, frozen=True, kw_only=True, tag="emso", tag_field="kind"):
    """A personal number: 13 digits (last_only: the last so many of them)."""

    last_only: int = 0


class TaxNumber(FieldPart, frozen=True, kw_only=True, tag="tax_number", tag_field="kind"):
    """A tax number: 8 digits."""


class Iban(FieldPart, frozen=True, kw_only=True, tag="iban", tag_field="kind"):
    """A Slovenian account: SI56 and 15 digits, with or without gaps."""


class Reference(FieldPart, frozen=True, kw_only=True, tag="reference", tag_field="kind"):
    """A payment reference: SI, two digits, then digits and hyphens."""


class Card(FieldPart, frozen=True, kw_only=True, tag="card", tag_field="kind"):
    """The number of a payment card: 16 digits."""


class PictureCode(FieldPart, frozen=True, kw_only=True, tag="picture_code", tag_field="kind"):
    """A code to copy from a picture; it can be heard instead, and asked for anew."""

    letters: int = 5
    heard: bool = True


class HumanCheck(FieldPart, frozen=True, kw_only=True, tag="human_check", tag_field="kind"):
    """A check for people: tick the pictures that show what is asked for."""

    pictures: tuple[PictureName, ...]
    right: tuple[PictureName, ...]


class Upload(FieldPart, frozen=True, kw_only=True, tag="upload", tag_field="kind"):
    """A field for files from Files; filled with their paths."""

    types: tuple[str, ...] = ("pdf", "jpg", "png")
    largest: int = 5000  # in kB
    most: int = 1


class SearchEntry(Part, frozen=True, kw_only=True):
    """Something a search finds: its title and detail, where it leads, more words it answers to, its tags."""

    text: Screen
    detail: Screen = ""
    go: PageName = ""
    words: tuple[str, ...] = ()
    tags: dict[str, Screen] = msgspec.field(default_factory=dict[str, str])  # filter field -> its option


class Search(FieldPart, frozen=True, kw_only=True, tag="search", tag_field="kind"):
    """A field to search with, its button, and its results; filters are select fields of the page."""

    button: Screen = "Išči"
    entries: tuple[SearchEntry, ...]
    filters: tuple[str, ...] = ()
    empty: Screen = "Ni zadetkov."


TypedField = (
    TextField
    | Password
    | SmsCode
    | Date
    | Digits
    | Money
    | Phone
    | Email
    | Emso
    | TaxNumber
    | Iban
    | Reference
    | Card
    | PictureCode
    | Upload
    | Search
)
ChosenField = Select | Radio | Slots
TickedField = Checkbox | Consent | Ticks | HumanCheck
Field = TypedField | ChosenField | TickedField | Rows
