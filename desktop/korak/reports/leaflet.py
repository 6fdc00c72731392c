# SPDX-License-Identifier: GPL-3.0-or-later
"""A leaflet of local services: who helps with what, its title also in the learner's language."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from korak.centre.local_services import LocalService
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, gettext_in
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, CELL, FOOT, HEADING, INNER, LEFT, RIGHT, SMALL, STRONG, TITLE
from korak.reports.paper import Paper, Side, Type

_GAP = 5.0


def leaflet(
    centre: str, services: Sequence[LocalService], checked: frozenset[str], today: date, language: str
) -> bytes:
    """Return the leaflet; entries that nobody has checked say so. A QGuiApplication must be there."""
    sheet = Paper(title=_sl(N_("Who helps with what")), author=centre)
    page = 1
    y = _head(sheet, centre, language)
    for town, entries in groupby(services, key=attrgetter("town")):
        y, page = _room(sheet, y, 30, page, centre, today)
        y = sheet.put(sheet.block(town, INNER, HEADING, CONTENT_LANGUAGE), LEFT, y) + 2
        for entry in entries:
            y, page = _room(sheet, y, _height(sheet, entry), page, centre, today)
            y = _entry(sheet, entry, y, checked=entry.id in checked)
    if not services:
        sheet.put(sheet.block(_sl(N_("There is no entry yet.")), INNER, BODY, CONTENT_LANGUAGE), LEFT, y)
    _foot(sheet, centre, today, page)
    return sheet.finish()


def _sl(message: str) -> str:
    return gettext_in(CONTENT_LANGUAGE, message)


def _head(sheet: Paper, centre: str, language: str) -> float:
    title = N_("Who helps with what")
    y = sheet.put(sheet.block(_sl(title), INNER, TITLE, CONTENT_LANGUAGE), LEFT, paper.MARGIN)
    other = gettext_in(language, title)
    if language != CONTENT_LANGUAGE and other != title:
        y = sheet.put(sheet.block(other, INNER, Type(14, colour=paper.SOFT), language), LEFT, y)
    return sheet.put(sheet.block(centre, INNER, STRONG, CONTENT_LANGUAGE), LEFT, y + 1) + 5


def _lines(entry: LocalService) -> list[tuple[str, Type]]:
    contact = " · ".join(part for part in (entry.address, entry.phone, entry.web) if part)
    hours = f"{_sl(N_('Open:'))} {entry.hours}" if entry.hours else ""
    papers = f"{_sl(N_('Bring along:'))} {entry.documents}" if entry.documents else ""
    visit = _sl(N_("By appointment only.")) if entry.appointment else ""
    told = (
        (entry.name, STRONG),
        (entry.for_what, CELL),
        (contact, CELL),
        (" · ".join(part for part in (hours, visit, papers) if part), CELL),
    )
    return [line for line in told if line[0]]


def _height(sheet: Paper, entry: LocalService) -> float:
    blocks = (sheet.block(text, INNER - 34, style, CONTENT_LANGUAGE) for text, style in _lines(entry))
    return sum(block.height for block in blocks) + _GAP


def _entry(sheet: Paper, entry: LocalService, y: float, *, checked: bool) -> float:
    state = _sl(N_("checked")) if checked else _sl(N_("not checked"))
    sheet.put(sheet.block(state, 32, SMALL, CONTENT_LANGUAGE, Side.RIGHT), RIGHT - 32, y + 0.5)
    for text, style in _lines(entry):
        y = sheet.put(sheet.block(text, INNER - 34, style, CONTENT_LANGUAGE), LEFT, y)
    sheet.line(LEFT, y + _GAP / 2, RIGHT, y + _GAP / 2)
    return y + _GAP


def _room(sheet: Paper, y: float, needed: float, page: int, centre: str, today: date) -> tuple[float, int]:
    if y + needed <= BOTTOM:
        return y, page
    _foot(sheet, centre, today, page)
    sheet.next_page()
    return paper.MARGIN, page + 1


def _foot(sheet: Paper, centre: str, today: date, page: int) -> None:
    day = format_date(today, CONTENT_LANGUAGE)
    told = f"{centre} · {day} · {_sl(N_('Numbers and hours change: call before you go.'))}"
    sheet.put(sheet.block(told, INNER - 12, FOOT, CONTENT_LANGUAGE, most=1), LEFT, 285)
    sheet.put(sheet.block(str(page), 10, FOOT, CONTENT_LANGUAGE, Side.RIGHT), RIGHT - 10, 285)
