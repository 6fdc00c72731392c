# SPDX-License-Identifier: GPL-3.0-or-later
"""A listing on paper: head, table over as many pages as it takes, how it is counted, a numbered foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from korak import __version__
from korak.centre.listing import Listing, Sender, Value
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, gettext_in, is_rtl
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, FOOT, INNER, LEFT, RIGHT, SMALL, STRONG, TITLE
from korak.reports.listing_words import cell_text
from korak.reports.paper import Block, Paper, Side, Type

_HEAD = Type(8.5, bold=True)
_CELL = Type(9.5)
_SUM = Type(9.5, bold=True)
_PAD = 1.4
_LEAST_NAME = 54.0
_MOST_CELL = 24.0


def listing_pdf(listing: Listing, sender: Sender, language: str = CONTENT_LANGUAGE) -> bytes:
    """Return the listing as A4 pages; a QGuiApplication must be there."""
    sheet = _Sheet(listing, sender, language)
    return sheet.draw()


class _Sheet:
    """The pages of one listing while they are drawn."""

    def __init__(self, listing: Listing, sender: Sender, language: str) -> None:
        self._listing = listing
        self._sender = sender
        self._language = language
        self._paper = Paper(
            title=f"{listing.title} · {sender.centre}", author=sender.centre, language=language
        )
        count = len(listing.columns) - 1
        self._cell = min((INNER - _LEAST_NAME) / count, _MOST_CELL) if count else 0.0
        self._name = INNER - self._cell * count
        self._rtl = is_rtl(language)

    def draw(self) -> bytes:
        """Draw every page."""
        pages = self._pages()
        for number, rows in enumerate(pages, 1):
            if number > 1:
                self._paper.next_page()
            y = self._head() if number == 1 else paper.MARGIN
            y = self._titles(y)
            for row, bold in rows:
                y = self._row(row, y, bold=bold)
            if number == len(pages):
                self._last(y)
            self._foot(number, len(pages))
        return self._paper.finish()

    def _pages(self) -> list[list[tuple[Sequence[Value], bool]]]:
        """Which rows stand on which page."""
        listing = self._listing
        rows = [(row.values, False) for row in listing.rows]
        if listing.foot:
            rows.append((listing.foot, True))
        with self._paper.trial():
            y = self._titles(self._head())
            top = self._titles(paper.MARGIN)
            pages: list[list[tuple[Sequence[Value], bool]]] = [[]]
            for row, bold in rows:
                below = self._row(row, y, bold=bold)
                if below > BOTTOM and pages[-1]:
                    pages.append([])
                    below = self._row(row, top, bold=bold)
                pages[-1].append((row, bold))
                y = below
            if self._last(y) > BOTTOM and rows:
                pages.append([pages[-1].pop()])
        return pages

    # parts of a page

    def _head(self) -> float:
        y = paper.MARGIN
        if self._sender.logos:
            for place, logo in enumerate(self._sender.logos[:4]):
                self._paper.image(logo, QRectF(LEFT + place * 46, y, 42, 14))
            y += 17
        y = self._text(self._listing.title, y, TITLE, 2) + 1
        y = self._text(self._sender.centre, y, STRONG, 1) + 0.5
        for line in (*self._sender.lines, *self._listing.notes):
            y = self._text(line, y, BODY, 3) + 0.3
        return y + 4

    def _titles(self, y: float) -> float:
        blocks = [self._block(name, place, _HEAD, most=3) for place, name in enumerate(self._listing.columns)]
        height = max(block.height for block in blocks)
        for place, block in enumerate(blocks):
            self._paper.put(block, self._x(place), y + height - block.height)
        y += height + 1
        self._paper.line(LEFT, y, RIGHT, y, colour=paper.EDGE, pen=0.5)
        return y + 0.5

    def _row(self, values: Sequence[Value], y: float, *, bold: bool) -> float:
        style = _SUM if bold else _CELL
        of = self._listing.of
        texts = [cell_text(value, self._language, of) for value in values]
        blocks = [self._block(text, place, style, most=4) for place, text in enumerate(texts)]
        height = max(block.height for block in blocks) + 2 * _PAD
        for place, block in enumerate(blocks):
            self._paper.put(block, self._x(place), y + _PAD)
        self._paper.line(LEFT, y + height, RIGHT, y + height)
        return y + height

    def _last(self, y: float) -> float:
        y += 4
        if not self._listing.rows and self._listing.empty:
            y = self._text(self._listing.empty, y, BODY, 3) + 3
        for remark in self._listing.remarks:
            y = self._text(remark, y, SMALL, 4) + 0.8
        return y

    def _foot(self, page: int, pages: int) -> None:
        here = gettext_in(self._language, N_("page {page} of {pages}")).format(page=page, pages=pages)
        day = format_date(self._sender.made_on, self._language)
        told = f"Korak {__version__} · {self._sender.centre} · {day}"
        self._paper.put(self._paper.block(told, INNER - 40, FOOT, self._language, most=1), LEFT, 285)
        self._paper.put(self._paper.block(here, 38, FOOT, self._language, Side.END), RIGHT - 38, 285)

    # inside

    def _text(self, text: str, y: float, style: Type, most: int) -> float:
        return self._paper.put(self._paper.block(text, INNER, style, self._language, most=most), LEFT, y)

    def _block(self, text: str, place: int, style: Type, most: int) -> Block:
        width = self._name if place == 0 else self._cell
        side = Side.START if place == 0 else Side.END
        return self._paper.block(text, width - 2, style, self._language, side, most)

    def _x(self, place: int) -> float:
        """Where a column begins; mirrored for languages that run the other way."""
        left = 0.0 if place == 0 else self._name + (place - 1) * self._cell
        if not self._rtl:
            return LEFT + left + (0.0 if place == 0 else 2.0)
        width = self._name if place == 0 else self._cell
        return RIGHT - left - width + (2.0 if place == 0 else 0.0)
