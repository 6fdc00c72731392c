# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be wrong with a file that comes from or goes to somewhere else, as a code and details."""

from collections.abc import Mapping
from enum import StrEnum


class FileFault(StrEnum):
    """Why a file could not be read or written; the comment names the details."""

    MISSING = "missing"  # file
    UNREADABLE = "unreadable"  # file: no right to read it, or the stick is gone
    UNKNOWN_KIND = "unknown_kind"  # file, ending
    TOO_LARGE = "too_large"  # file, most
    NO_TEXT = "no_text"  # file: its bytes are no text in any known encoding
    BROKEN = "broken"  # file: the spreadsheet cannot be opened (damaged, or locked with a password)
    EMPTY = "empty"  # file: no row below the names of the columns
    NOT_WRITTEN = "not_written"  # file


class ExchangeFault(Exception):  # noqa: N818 - a fault is told to people, it is not an error of the program
    """A file could not be read or written, for a reason somebody can be told."""

    def __init__(self, kind: FileFault, details: Mapping[str, str]) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.details: Mapping[str, str] = dict(details)
