# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit trail on paper: who changed what after it counted, and why. Always in Slovenian."""

from collections.abc import Sequence
from datetime import date

from korak.centre.audit import Change
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, gettext_in, ngettext_in
from korak.reports import paper
from korak.reports.audit_words import slovenian, whose
from korak.reports.leaf import BOTTOM, CELL_STRONG, FOOT, INNER, LEFT, RIGHT, SMALL, STRONG, TITLE
from korak.reports.paper import Paper, Side, Type

_CELL = Type(9)
_COLUMNS = (24.0, 30.0, 38.0, 44.0, 38.0)  # when, who, whose, what, why; in millimetres


def audit_sheet(centre: str, changes: Sequence[Change], today: date) -> bytes:
    """Return the sheet; a QGuiApplication must be there."""
    title = _t(N_("Changes after closing"))
    sheet = Paper(title=title, author=centre)
    count = ngettext_in(CONTENT_LANGUAGE, "{n} change", "{n} changes", len(changes)).format(n=len(changes))
    y = _put(sheet, title, LEFT, paper.MARGIN, INNER, TITLE) + 1
    y = _put(sheet, f"{centre} · {count} · {format_date(today, CONTENT_LANGUAGE)}", LEFT, y, INNER, STRONG)
    y = _head(sheet, y + 4)
    page = 1
    for change in changes:
        blocks = [
            sheet.block(text, width - 2, _CELL, CONTENT_LANGUAGE)
            for text, width in zip(_texts(change), _COLUMNS, strict=True)
        ]
        height = max(block.height for block in blocks) + 3
        if y + height > BOTTOM - 6:
            _foot(sheet, centre, page)
            sheet.next_page()
            page += 1
            y = _head(sheet, paper.MARGIN)
        x = LEFT
        for block, width in zip(blocks, _COLUMNS, strict=True):
            sheet.put(block, x, y + 1.5)
            x += width
        y += height
        sheet.line(LEFT, y, RIGHT, y)
    if not changes:
        _put(sheet, _t(N_("Nothing was changed after closing.")), LEFT, y + 4, INNER, SMALL)
    _foot(sheet, centre, page)
    return sheet.finish()


def _texts(change: Change) -> tuple[str, str, str, str, str]:
    words = slovenian(change)
    at = change.at.astimezone()
    when = f"{format_date(at.date(), CONTENT_LANGUAGE)}\n{at.hour}.{at.minute:02}"
    of_day = format_date(change.day, CONTENT_LANGUAGE)
    thing = " · ".join(part for part in (words.kind, words.what, of_day) if part)
    return (
        when,
        change.by,
        "\n".join(part for part in (whose(change, _t), change.group_name) if part),
        f"{thing}\n{words.old} → {words.new}",
        change.why or "–",
    )


def _head(sheet: Paper, y: float) -> float:
    x = LEFT
    names = (N_("When"), N_("Who"), N_("Whose"), N_("Old and new"), N_("Why"))
    for name, width in zip(names, _COLUMNS, strict=True):
        _put(sheet, _t(name), x, y, width - 2, CELL_STRONG)
        x += width
    sheet.line(LEFT, y + 6, RIGHT, y + 6, colour=paper.EDGE, pen=0.5)
    return y + 6


def _t(message: str) -> str:
    return gettext_in(CONTENT_LANGUAGE, message)


def _put(
    sheet: Paper, text: str, x: float, y: float, width: float, style: Type, side: Side = Side.START
) -> float:
    return sheet.put(sheet.block(text, width, style, CONTENT_LANGUAGE, side, most=1), x, y)


def _foot(sheet: Paper, centre: str, page: int) -> None:
    _put(sheet, centre, LEFT, BOTTOM + 4, INNER - 20, FOOT)
    _put(sheet, str(page), RIGHT - 20, BOTTOM + 4, 20, FOOT, Side.RIGHT)
