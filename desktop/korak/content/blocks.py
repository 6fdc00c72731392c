# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks to read or to press: what a page of a portal, or a document, is made of beside its fields."""

from typing import Literal

import msgspec

from korak.content.conditions import Condition, Conditions
from korak.content.effects import Effects
from korak.content.part import DocumentName, FieldName, PageName, Part, PictureName, RecordName, Screen


class BlockPart(Part, frozen=True, kw_only=True):
    """What every block may have: the conditions under which it is shown at all."""

    when: Conditions = ()


class Heading(BlockPart, frozen=True, kw_only=True, tag="heading", tag_field="kind"):
    """A heading on a page."""

    id: str = ""
    text: Screen


class Text(BlockPart, frozen=True, kw_only=True, tag="text", tag_field="kind"):
    """A paragraph."""

    id: str = ""
    text: Screen


class Notice(BlockPart, frozen=True, kw_only=True, tag="notice", tag_field="kind"):
    """A paragraph in a frame: something to notice."""

    id: str = ""
    text: Screen
    tone: Literal["info", "warning", "done"] = "info"


class List(BlockPart, frozen=True, kw_only=True, tag="list", tag_field="kind"):
    """A list of short lines."""

    id: str = ""
    items: tuple[Screen, ...]


class Picture(BlockPart, frozen=True, kw_only=True, tag="picture", tag_field="kind"):
    """A pictogram with what it shows in words."""

    id: str = ""
    picture: PictureName
    text: Screen = ""


class Section(BlockPart, frozen=True, kw_only=True, tag="section", tag_field="kind"):
    """The head of a part of a form; what follows belongs to it, until the next head."""

    id: str = ""
    text: Screen
    help: Screen = ""


class Stepper(BlockPart, frozen=True, kw_only=True, tag="stepper", tag_field="kind"):
    """The steps of a form and where one is: korak 2 od 4."""

    id: str = ""
    steps: tuple[Screen, ...]
    now: int  # from 1


class Pair(Part, frozen=True, kw_only=True):
    """A label and what belongs to it."""

    label: Screen
    value: Screen


class Pairs(BlockPart, frozen=True, kw_only=True, tag="pairs", tag_field="kind"):
    """Labels with values: data that are known already, a paper's lines."""

    id: str = ""
    pairs: tuple[Pair, ...]


class TableRow(Part, frozen=True, kw_only=True):
    """A row of a table; one with a page or with effects can be pressed."""

    cells: tuple[Screen, ...]
    go: PageName = ""
    does: Effects = ()
    when: Conditions = ()


class Table(BlockPart, frozen=True, kw_only=True, tag="table", tag_field="kind"):
    """A table: of written rows, or of the records of one kind, newest first."""

    id: str = ""
    columns: tuple[Screen, ...]
    rows: tuple[TableRow, ...] = ()
    record: RecordName = ""
    keeps: tuple[str, ...] = ()  # the kept field in each column, for records
    sort: bool = False  # whether pressing a column's head sorts
    page_size: int = 0  # rows on a page; 0: all
    empty: Screen = ""


class Link(BlockPart, frozen=True, kw_only=True, tag="link", tag_field="kind"):
    """A link to a page."""

    id: str
    text: Screen
    go: PageName


class Need(Part, frozen=True, kw_only=True):
    """What must hold before a button works, and what the portal says when it does not."""

    that: Condition
    says: Screen


class Button(BlockPart, frozen=True, kw_only=True, tag="button", tag_field="kind"):
    """A button: it checks the fields of its page, then its needs, then does its effects in order."""

    id: str
    text: Screen
    checks: bool = True
    main: bool = True
    needs: tuple[Need, ...] = ()
    does: Effects = ()


class Messages(BlockPart, frozen=True, kw_only=True, tag="messages", tag_field="kind"):
    """The records of one kind, newest first."""

    id: str
    record: RecordName
    title: str = ""  # the kept field that makes the first line of a record
    empty: Screen = ""


class Thread(BlockPart, frozen=True, kw_only=True, tag="thread", tag_field="kind"):
    """A conversation: the records of this kind and what came back (effect ``reply``), oldest first."""

    id: str
    record: RecordName
    text: str  # the kept field that is the message
    with_: Screen = msgspec.field(name="with", default="")  # who answers
    empty: Screen = ""


class Preview(BlockPart, frozen=True, kw_only=True, tag="document", tag_field="kind"):
    """A document on the page, small; it opens to be read."""

    id: str
    document: DocumentName
    download: bool = False  # whether it can be saved to Files


class Summary(BlockPart, frozen=True, kw_only=True, tag="summary", tag_field="kind"):
    """What one has filled in, to be looked through before sending."""

    id: str = ""
    fields: tuple[FieldName, ...]


class Signature(BlockPart, frozen=True, kw_only=True, tag="signature", tag_field="kind"):
    """A button that opens the signing window: read the document, get a code, sign with it."""

    id: str
    text: Screen
    document: DocumentName = ""
    summary: tuple[FieldName, ...] = ()  # what was filled in, shown in the window
    checks: bool = True
    needs: tuple[Need, ...] = ()
    from_: Screen = msgspec.field(name="from", default="")  # who sends the code; without it no code is asked
    sms: Screen = "Koda za podpis je $koda."
    digits: int = 6
    minutes: int = 5
    does: Effects = ()


class Receipt(BlockPart, frozen=True, kw_only=True, tag="receipt", tag_field="kind"):
    """The confirmation of the newest record of a kind: number, time, values; it can be saved and printed."""

    id: str
    record: RecordName
    text: Screen = "Potrdilo"
    file: str = "potrdilo.pdf"  # its name when it is saved


class Scan(BlockPart, frozen=True, kw_only=True, tag="scan", tag_field="kind"):
    """A button that opens the phone's camera; the QR code of a paper then fills these fields."""

    id: str
    text: Screen
    fills: dict[FieldName, Literal["iban", "amount", "reference", "purpose", "name", "due", "code"]]


class Qr(BlockPart, frozen=True, kw_only=True, tag="qr", tag_field="kind"):
    """A square code on a document; what it holds is the document's ``upn``."""

    id: str = ""
    text: Screen = ""


ReadBlock = (
    Heading
    | Text
    | Notice
    | List
    | Picture
    | Section
    | Stepper
    | Pairs
    | Table
    | Messages
    | Thread
    | Summary
    | Qr
)
PressBlock = Link | Button | Preview | Signature | Receipt | Scan
DocumentBlock = Heading | Text | Notice | List | Picture | Pairs | Table | Qr
