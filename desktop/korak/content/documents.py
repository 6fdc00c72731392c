# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents and papers: a rental contract, a referral, a bill; pages made of blocks to be read."""

from typing import Literal

import msgspec

from korak.content.blocks import DocumentBlock
from korak.content.part import DocumentName, Part, Screen

FileType = Literal["pdf", "jpg", "png", "docx", "xlsx", "txt", "zip", "exe"]


class Upn(Part, frozen=True, kw_only=True):
    """What the square code of a payment order holds; $names are allowed everywhere."""

    iban: str
    amount: str
    reference: str
    name: Screen = ""
    purpose: Screen = ""
    due: str = ""
    code: str = "OTHR"


class Document(Part, frozen=True, kw_only=True):
    """A document: as a file it has a type and a size in kB, as a paper it can be photographed."""

    id: str
    title: Screen
    type: FileType = "pdf"
    size: int = 180
    upn: Upn | None = None
    blocks: tuple[DocumentBlock, ...] = msgspec.field(name="block")


class PlacedFile(Part, frozen=True, kw_only=True):
    """A document in Files: folder/name.type."""

    at: str
    document: DocumentName
