# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet of paper and two languages: pairs of texts, one below the other or on one line."""

from dataclasses import dataclass

from korak.i18n import N_
from korak.reports import paper
from korak.reports.bilingual import Bilingual, Pair
from korak.reports.paper import Block, Paper, Side, Type

TITLE = Type(27, bold=True)
HEADING = Type(17, bold=True, colour=paper.PINE)
STRONG = Type(14, bold=True)
BODY = Type(14)
OTHER = Type(12, colour=paper.SOFT)
SMALL = Type(10.5, colour=paper.SOFT)
FOOT = Type(9.5, colour=paper.SOFT)

LEFT, RIGHT = paper.MARGIN, paper.WIDTH - paper.MARGIN
BOTTOM = 279.0  # above the footer
GAP = 4.0  # between two texts on one line


@dataclass(frozen=True, slots=True)
class Both:
    """A text in both languages, set: one below the other, or beside it by so many millimetres."""

    first: Block
    second: Block | None
    beside: float | None = None

    @property
    def height(self) -> float:
        """How much of the page they take."""
        if self.second is None:
            return self.first.height
        if self.beside is None:
            return self.first.height + self.second.height
        return max(self.first.height, self.first.ascent - self.second.ascent + self.second.height)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page is drawn with."""

    paper: Paper
    words: Bilingual

    def sl(self, text: str, width: float, style: Type, side: Side = Side.START, most: int = 0) -> Block:
        """Set a Slovenian text."""
        return self.paper.block(text, width, style, side=side, most=most)

    def other(self, text: str, width: float, style: Type, side: Side = Side.START, most: int = 0) -> Block:
        """Set a text of the second language."""
        return self.paper.block(text, width, style, self.words.second, side, most)

    def both(
        self, pair: Pair, width: float, sl: Type, other: Type, *, inline: bool = False, most: int = 0
    ) -> Both:
        """Set both texts; on one line where they fit and it is wanted, or the second is right-to-left."""
        first = self.sl(pair.sl, width, sl, most=most)
        if not pair.other:
            return Both(first, None)
        second = self.other(pair.other, width, other, most=most)
        fits = first.lines == second.lines == 1 and first.natural + second.natural + GAP <= width
        if fits and self.words.rtl:
            return Both(first, second, beside=0.0)
        return Both(first, second, beside=first.natural + GAP if fits and inline else None)

    def put(self, both: Both, x: float, y: float) -> float:
        """Draw both texts with their upper left corner at x, y; return the y below them."""
        below = self.paper.put(both.first, x, y)
        if both.second is None:
            return below
        if both.beside is None:
            return self.paper.put(both.second, x, below)
        self.paper.put(both.second, x + both.beside, y + both.first.ascent - both.second.ascent)
        return y + both.height

    def say(
        self, pair: Pair, x: float, y: float, width: float, sl: Type, other: Type, most: int = 0
    ) -> float:
        """Set and draw a text in both languages, one below the other."""
        return self.put(self.both(pair, width, sl, other, most=most), x, y)

    def heading(self, pair: Pair, y: float) -> float:
        """Draw the heading of a part of the page."""
        return self.put(self.both(pair, paper.INNER, HEADING, OTHER, inline=True), LEFT, y) + 2.5

    def foot(self, page: int, pages: int, *more: str) -> None:
        """Draw the last line of a page."""
        here = self.words.say(N_("page {page} of {pages}")).sl.format(page=page, pages=pages)
        self.paper.line(LEFT, 283, RIGHT, 283)
        self.paper.put(self.sl(" · ".join((here, *more)), paper.INNER, FOOT, most=1), LEFT, 284)
