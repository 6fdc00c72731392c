# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance on paper: a list to sign by hand, the matrix of a group, the diary of hours and topics.

Always in Slovenian: these sheets are for the centre's files and the funder.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from korak.centre.attendance_sheet import ABSENT, EXCUSED, PARTLY, PRESENT, Heading, Meet, Row
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, format_number, gettext_in, ngettext_in
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, CELL, CELL_STRONG, FOOT, INNER, LEFT, RIGHT, SMALL, STRONG, TITLE
from korak.reports.paper import Paper, Side, Type

_ROW = 9.0  # millimetres of a row to sign in
_EMPTY_ROWS = 4  # for people who come without being on the list
_ACROSS = 20  # meetings on one page of the matrix
_CELL = 5.0
_NAME = 46.0
_COLUMN = Type(8, colour=paper.SOFT)
_DATE = Type(5.5, colour=paper.SOFT)


def hours(minutes: int) -> str:
    """Return minutes as teaching hours of 45 minutes, with one decimal only where it is needed."""
    value = minutes / 45
    return format_number(value, 0 if minutes % 45 == 0 else 1, CONTENT_LANGUAGE)


def signing_list(head: Heading, meet: Meet, names: Sequence[str]) -> bytes:
    """Return the list of one meeting to be signed by hand; a QGuiApplication must be there."""
    title = _t(N_("Attendance list"))
    sheet = Paper(title=f"{title} {head.group} {meet.number}", author=head.centre)
    rows = [*sorted(names, key=str.casefold), *("",) * _EMPTY_ROWS]
    number = 0
    page = 1
    while number < len(rows):
        if page > 1:
            sheet.next_page()
        y = _head(sheet, head, title)
        y = _facts(sheet, meet, y)
        y = _signing_head(sheet, y)
        while number < len(rows) and y + _ROW <= BOTTOM - 22:
            y = _signing_row(sheet, number + 1, rows[number], y)
            number += 1
        _signature(sheet, BOTTOM - 12)
        _foot(sheet, head, page)
        page += 1
    return sheet.finish()


def matrix(head: Heading, meets: Sequence[Meet], rows: Sequence[Row], per_cent: int) -> bytes:
    """Return the attendance of a group: a row for each person, a column for each meeting, hours of hours."""
    title = _t(N_("Attendance of the group"))
    sheet = Paper(title=f"{title} {head.group}", author=head.centre)
    first = 0
    page = 1
    while True:
        part = range(first, min(first + _ACROSS, len(meets)))
        for begin in range(0, max(len(rows), 1), 26):
            if page > 1:
                sheet.next_page()
            y = _head(sheet, head, title)
            y = _matrix_head(sheet, [meets[place] for place in part], y)
            for row in rows[begin : begin + 26]:
                y = _matrix_row(sheet, row, part, y)
            _key(sheet, y + 5, per_cent, empty=not rows or not meets)
            _foot(sheet, head, page)
            page += 1
        first += _ACROSS
        if first >= len(meets):
            return sheet.finish()


def diary(head: Heading, meets: Sequence[Meet]) -> bytes:
    """Return the diary of a group: every meeting with its hours and topics, and the sum."""
    title = _t(N_("Diary of hours and topics"))
    sheet = Paper(title=f"{title} {head.group}", author=head.centre)
    y = _diary_head(sheet, _head(sheet, head, title))
    page = 1
    for meet in meets:
        text = " · ".join(part for part in (*meet.topics, meet.done) if part)
        block = sheet.block(text, INNER - 78, CELL, CONTENT_LANGUAGE)
        height = max(block.height, 5) + 3
        if y + height > BOTTOM - 12:
            _foot(sheet, head, page)
            sheet.next_page()
            page += 1
            y = _diary_head(sheet, _head(sheet, head, title))
        cells = (f"{meet.number}.", format_date(meet.day, CONTENT_LANGUAGE), f"{meet.begins}–{meet.ends}")
        for text_, x, width in zip(cells, (LEFT, LEFT + 10, LEFT + 35), (9, 24, 28), strict=True):
            _put(sheet, text_, x, y + 1.5, width, CELL)
        _put(sheet, hours(meet.minutes), LEFT + 62, y + 1.5, 12, CELL, Side.RIGHT)
        sheet.put(block, LEFT + 78, y + 1.5)
        y += height
        sheet.line(LEFT, y, RIGHT, y)
    minutes = sum(meet.minutes for meet in meets)
    told = _t(N_("Together: {teaching} teaching hours (45 minutes), {clock} hours (60 minutes)"))
    clock = format_number(minutes / 60, 0 if minutes % 60 == 0 else 1, CONTENT_LANGUAGE)
    _put(sheet, told.format(teaching=hours(minutes), clock=clock), LEFT, y + 4, INNER, STRONG)
    _foot(sheet, head, page)
    return sheet.finish()


# ---------------------------------------------------------------------------------------------- parts


def _t(message: str) -> str:
    return gettext_in(CONTENT_LANGUAGE, message)


def _put(
    sheet: Paper, text: str, x: float, y: float, width: float, style: Type, side: Side = Side.START
) -> float:
    """Draw one line; what does not fit ends in "…"."""
    return sheet.put(sheet.block(text, width, style, CONTENT_LANGUAGE, side, most=1), x, y)


def _lines(sheet: Paper, text: str, y: float, style: Type) -> float:
    """Draw a text over the whole width, two lines at most."""
    return sheet.put(sheet.block(text, INNER, style, CONTENT_LANGUAGE, most=2), LEFT, y)


def _head(sheet: Paper, head: Heading, title: str) -> float:
    y = paper.MARGIN
    if head.logos:
        for number, logo in enumerate(head.logos[:4]):
            sheet.image(logo, QRectF(LEFT + number * 46, y, 42, 14))
        y += 17
    y = _put(sheet, title, LEFT, y, INNER, TITLE) + 1
    y = _put(sheet, f"{head.centre} · {_t(N_('group'))} {head.group}", LEFT, y, INNER, STRONG) + 0.5
    contract = f"{_t(N_('contract'))} {head.contract}" if head.contract else ""
    line = " · ".join(part for part in (head.programme, contract, head.funder) if part)
    if line:
        y = _lines(sheet, line, y, BODY) + 0.5
    if head.cofunding:
        y = _lines(sheet, head.cofunding, y, SMALL) + 0.5
    return y + 4


def _facts(sheet: Paper, meet: Meet, y: float) -> float:
    when = format_date(meet.day, CONTENT_LANGUAGE)
    length = ngettext_in(
        CONTENT_LANGUAGE, "{n} teaching hour", "{n} teaching hours", max(meet.minutes // 45, 0)
    )
    told = (
        (N_("Meeting"), f"{meet.number}. · {when} · {meet.begins}–{meet.ends}"),
        (N_("Hours"), length.format(n=hours(meet.minutes))),
        (N_("Topic"), " · ".join(meet.topics)),
        (N_("Place"), meet.place),
    )
    for name, text in told:
        value = text or "…" * 20
        _put(sheet, _t(name), LEFT, y, 26, CELL)
        below = sheet.put(sheet.block(value, INNER - 28, CELL_STRONG, CONTENT_LANGUAGE, most=2), LEFT + 28, y)
        y = max(below, y + 5) + 0.5
    return y + 3


def _signing_head(sheet: Paper, y: float) -> float:
    for text, x, width in (
        ("", LEFT, 10),
        (_t(N_("Name")), LEFT + 10, 80),
        (_t(N_("Signature")), LEFT + 92, 80),
    ):
        _put(sheet, text, x + 1, y, width, CELL_STRONG)
    y += 6
    sheet.line(LEFT, y, RIGHT, y, colour=paper.EDGE, pen=0.5)
    return y


def _signing_row(sheet: Paper, number: int, name: str, y: float) -> float:
    _put(sheet, f"{number}.", LEFT + 1, y + 2, 9, CELL)
    _put(sheet, name, LEFT + 11, y + 2, 78, CELL)
    y += _ROW
    sheet.line(LEFT, y, RIGHT, y, colour=paper.EDGE)
    sheet.line(LEFT + 90, y - _ROW, LEFT + 90, y, colour=paper.EDGE)
    return y


def _signature(sheet: Paper, y: float) -> None:
    sheet.line(LEFT, y, LEFT + 75, y, colour=paper.EDGE)
    _put(sheet, _t(N_("Trainer: name and signature")), LEFT, y + 1, 90, SMALL)


def _matrix_head(sheet: Paper, meets: Sequence[Meet], y: float) -> float:
    for place, meet in enumerate(meets):
        x = LEFT + _NAME + place * _CELL
        _put(sheet, str(meet.number), x, y, _CELL, _COLUMN, Side.MIDDLE)
        _put(
            sheet,
            f"{meet.day.day}.{meet.day.month}.",
            x - 2,
            y + 3.5,
            _CELL + 4,
            Type(5.5, colour=paper.SOFT),
            Side.MIDDLE,
        )
    _put(sheet, _t(N_("Hours")), RIGHT - 34, y + 2, 34, CELL_STRONG, Side.RIGHT)
    y += 8
    sheet.line(LEFT, y, RIGHT, y, colour=paper.EDGE, pen=0.5)
    return y


def _matrix_row(sheet: Paper, row: Row, part: range, y: float) -> float:
    _put(sheet, row.name, LEFT, y + 1.2, _NAME - 2, CELL)
    for number, place in enumerate(part):
        x = LEFT + _NAME + number * _CELL
        area = QRectF(x + 0.9, y + 1.9, _CELL - 1.8, _CELL - 1.8)
        cell = row.cells[place]
        if cell in (PRESENT, PARTLY, EXCUSED):
            sheet.stone(area, {PRESENT: 1.0, PARTLY: 0.5, EXCUSED: 0.0}[cell], colour=paper.PINE)
        elif cell == ABSENT:
            sheet.line(x + 1.4, y + 3.5, x + _CELL - 1.4, y + 3.5, colour=paper.INK, pen=0.4)
    told = _t(N_("{done} of {all}")).format(done=hours(row.attended), all=hours(row.offered))
    style = CELL_STRONG if row.reaches else CELL
    _put(sheet, told, RIGHT - 40, y + 1.2, 34, style, Side.RIGHT)
    if row.reaches:
        sheet.tick(QRectF(RIGHT - 5, y + 1.2, 5, 5), colour=paper.PINE, pen=0.6)
    y += 7.2
    sheet.line(LEFT, y, RIGHT, y)
    return y


def _key(sheet: Paper, y: float, per_cent: int, *, empty: bool) -> None:
    if empty:
        y = _lines(sheet, _t(N_("No meeting of this group has ended yet.")), y, BODY) + 3
    told = (
        (1.0, N_("there")),
        (0.5, N_("came late or left early")),
        (0.0, N_("excused")),
    )
    x = LEFT
    for filled, text in told:
        sheet.stone(QRectF(x, y + 0.6, 3.2, 3.2), filled, colour=paper.PINE)
        block = sheet.block(_t(text), 60, SMALL, CONTENT_LANGUAGE)
        sheet.put(block, x + 4.5, y)
        x += block.natural + 11
    sheet.line(x, y + 2.2, x + 2.4, y + 2.2, colour=paper.INK, pen=0.4)
    _put(sheet, _t(N_("not there")), x + 4, y, 40, SMALL)
    rule = _t(N_("Teaching hours of 45 minutes, out of those offered. ✓: at least {n} % of them."))
    _lines(sheet, rule.format(n=per_cent), y + 5, SMALL)


def _diary_head(sheet: Paper, y: float) -> float:
    told = ((N_("Day"), 10, 24), (N_("From–to"), 35, 28), (N_("Hours"), 60, 16), (N_("Topics"), 78, 80))
    for name, x, width in told:
        _put(sheet, _t(name), LEFT + x, y, width, CELL_STRONG)
    y += 6
    sheet.line(LEFT, y, RIGHT, y, colour=paper.EDGE, pen=0.5)
    return y


def _foot(sheet: Paper, head: Heading, page: int) -> None:
    _put(sheet, f"Korak · {head.centre} · {head.group}", LEFT, 285, INNER - 20, FOOT)
    _put(sheet, str(page), RIGHT - 20, 285, 20, FOOT, Side.RIGHT)
