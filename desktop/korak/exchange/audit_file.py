# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit trail as a spreadsheet: one line a change, real dates, nothing a formula."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Protocol

from korak.centre.audit import Change

_NAMES = (
    "Kdaj", "Kdo", "Kaj", "Naloga ali priložnost", "Skupina", "Oseba", "Dan", "Prej", "Zdaj", "Zakaj",
)  # fmt: skip


class InWords(Protocol):
    """A change in words."""

    @property
    def kind(self) -> str:
        """What was changed."""
        ...

    @property
    def what(self) -> str:
        """Which task or occasion."""
        ...

    @property
    def old(self) -> str:
        """What stood before."""
        ...

    @property
    def new(self) -> str:
        """What stands now."""
        ...


def audit_workbook(lines: Sequence[tuple[Change, InWords]]) -> bytes:
    """Return the workbook; the names of the columns are Slovenian, as the centre's files are."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 80 ms, needed when a report is handed out

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book: Any = Workbook(out, options)
    bold = book.add_format({"bold": True})
    moment, day = (
        book.add_format({"num_format": "d. m. yyyy h:mm"}),
        book.add_format({"num_format": "d. m. yyyy"}),
    )
    sheet = book.add_worksheet("Spremembe")
    for column, name in enumerate(_NAMES):
        sheet.write_string(0, column, name, bold)
    for row, (change, words) in enumerate(lines, start=1):
        local = change.at.astimezone().replace(tzinfo=None)
        sheet.write_datetime(row, 0, local.replace(microsecond=0), moment)
        texts = (change.by, words.kind, words.what, change.group_name, change.person_name)
        for column, text in enumerate(texts, start=1):
            sheet.write_string(row, column, text)
        own = datetime(change.day.year, change.day.month, change.day.day)  # noqa: DTZ001
        sheet.write_datetime(row, 6, own, day)
        for column, text in enumerate((words.old, words.new, change.why), start=7):
            sheet.write_string(row, column, text)
    sheet.set_column(0, len(_NAMES) - 1, 20)
    sheet.freeze_panes(1, 0)
    if lines:
        sheet.autofilter(0, 0, len(lines), len(_NAMES) - 1)
    book.close()
    return out.getvalue()
