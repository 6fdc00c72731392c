# SPDX-License-Identifier: GPL-3.0-or-later
"""A leaflet of local services: who helps with what; topics and labels also in the learner's language."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from korak.centre.local_services import LocalService, topic_of
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, gettext_in, own_name
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, CELL, FOOT, HEADING, INNER, LEFT, RIGHT, SMALL, STRONG, TITLE
from korak.reports.paper import Paper, Side, Type
from korak.reports.service_words import (
    ADDRESS,
    APPOINTMENT,
    BRING,
    CALL_FIRST,
    CHECKED,
    LANGUAGES,
    NOT_CHECKED,
    OPEN,
    PHONE,
    TOPICS,
)

_GAP = 5.0
_LEFT, _FIRST, _END = "\u2066", "\u2068", "\u2069"  # isolates: each part keeps its own direction


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
            y, page = _room(sheet, y, _height(sheet, entry, language), page, centre, today)
            y = _entry(sheet, entry, y, language, checked=entry.id in checked)
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
    warning = gettext_in(language, CALL_FIRST)
    if language != CONTENT_LANGUAGE and warning != CALL_FIRST:
        y = sheet.put(sheet.block(warning, INNER, BODY, language), LEFT, y)
    return sheet.put(sheet.block(centre, INNER, STRONG, CONTENT_LANGUAGE), LEFT, y + 1) + 5


def _lines(entry: LocalService, language: str) -> list[tuple[str, Type]]:
    """An entry line by line; labels in both languages, what was stored stays as it is."""
    told = (
        (entry.name, STRONG),
        (_said(TOPICS[topic_of(entry)], language), SMALL),
        (entry.for_what, CELL),
        (_labelled(ADDRESS, entry.address, language), CELL),
        (_labelled(PHONE, entry.phone, language), CELL),
        (entry.web, CELL),
        (_labelled(OPEN, entry.hours, language), CELL),
        (_said(APPOINTMENT, language) if entry.appointment else "", CELL),
        (_labelled(BRING, entry.documents, language), CELL),
        (_labelled(LANGUAGES, ", ".join(own_name(code) for code in entry.languages), language), CELL),
    )
    return [line for line in told if line[0]]


def _said(message: str, language: str) -> str:
    """A text in Slovenian and, where it is another one, in the learner's language."""
    first, second = _sl(message), gettext_in(language, message)
    apart = language == CONTENT_LANGUAGE or second in (first, message)
    return first if apart else f"{first.rstrip(':')} / {_FIRST}{second}{_END}"


def _labelled(label: str, text: str, language: str) -> str:
    """A label in both languages before a text, which keeps its own direction."""
    return f"{_said(label, language)} {_LEFT}{text}{_END}" if text else ""


def _height(sheet: Paper, entry: LocalService, language: str) -> float:
    blocks = (
        sheet.block(text, INNER - 34, style, CONTENT_LANGUAGE) for text, style in _lines(entry, language)
    )
    return sum(block.height for block in blocks) + _GAP


def _entry(sheet: Paper, entry: LocalService, y: float, language: str, *, checked: bool) -> float:
    state = _said(CHECKED if checked else NOT_CHECKED, language)
    sheet.put(sheet.block(state, 32, SMALL, CONTENT_LANGUAGE, Side.RIGHT), RIGHT - 32, y + 0.5)
    for text, style in _lines(entry, language):
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
    told = f"{centre} · {day} · {_sl(CALL_FIRST)}"
    sheet.put(sheet.block(told, INNER - 12, FOOT, CONTENT_LANGUAGE, most=1), LEFT, 285)
    sheet.put(sheet.block(str(page), 10, FOOT, CONTENT_LANGUAGE, Side.RIGHT), RIGHT - 10, 285)
