# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of a report in one language: head, title, text, boxes, the line at its foot.

Type sizes, colours and distances of all reports for trainers and funders stand here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak import __version__, paths
from korak.i18n import N_
from korak.reports import paper
from korak.reports.paper import Block, Paper, Side, Type
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import ResultWords

TITLE = Type(22, bold=True)
LEAD = Type(13)
HEADING = Type(14, bold=True, colour=paper.PINE)
STRONG = Type(12, bold=True)
BODY = Type(12)
CELL = Type(10.5)
CELL_STRONG = Type(10.5, bold=True)
SMALL = Type(9.5, colour=paper.SOFT)
TINY = Type(8.5, colour=paper.SOFT)
FOOT = Type(8.5, colour=paper.SOFT)
NUMBER = Type(20, bold=True)

LEFT, RIGHT = paper.MARGIN, paper.WIDTH - paper.MARGIN
INNER = paper.INNER
BOTTOM = 279.0
PAD = 4.5
AMBER_EDGE = "#B96B00"


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a page of a report is drawn with."""

    paper: Paper
    words: ResultWords
    texts: ResultTexts

    # -------------------------------------------------------------------------------------- text

    def block(self, text: str, width: float, style: Type, side: Side = Side.START, most: int = 0) -> Block:
        """Set a text."""
        return self.paper.block(text, width, style, self.words.language, side, most)

    def text(
        self, text: str, x: float, y: float, width: float, style: Type, side: Side = Side.START, most: int = 0
    ) -> float:
        """Set and draw a text; return the y below it."""
        return self.paper.put(self.block(text, width, style, side, most), x, y)

    def heading(self, text: str, y: float, x: float = LEFT, width: float = INNER) -> float:
        """Draw the heading of a part."""
        return self.text(text, x, y, width, HEADING) + 1.5

    def paragraphs(self, lines: Sequence[str], y: float, style: Type = BODY) -> float:
        """Draw sentences as one paragraph after the other."""
        for line in lines:
            y = self.text(line, LEFT, y, INNER, style) + 1.5
        return y

    def bullets(self, lines: Sequence[str], x: float, y: float, width: float, style: Type = BODY) -> float:
        """Draw sentences, each with a stone before it."""
        for line in lines:
            self.paper.oval(QRectF(x, y + 2.1, 2.4, 1.6), fill=paper.PINE)
            y = self.text(line, x + 5, y, width - 5, style) + 1.2
        return y

    # -------------------------------------------------------------------------------------- parts

    def head(self, centre: str, right: str) -> float:
        """Who hands the sheet out, and what kind of sheet it is; return the y below."""
        self.paper.picture(paths.assets() / "icons" / "korak.svg", QRectF(LEFT, 11.5, 9, 6.5))
        brand = " · ".join(part for part in ("Korak", centre) if part)
        below = self.text(brand, LEFT + 11.5, 11.7, 100, Type(11, bold=True, colour=paper.PINE), most=2)
        under = self.text(right, RIGHT - 70, 11.7, 70, Type(10, bold=True, colour=AMBER_EDGE), Side.RIGHT, 2)
        return max(below, under) + 3

    def title(self, text: str, y: float, below: str = "") -> float:
        """Draw the title and the line below it."""
        y = self.text(text, LEFT, y, INNER, TITLE, most=2)
        return self.text(below, LEFT, y, INNER, Type(11, colour=paper.SOFT), most=2) + 3 if below else y + 3

    def panel(self, lines: Sequence[str], y: float, style: Type = LEAD) -> float:
        """Draw the sentences that matter most, on mint; return the y below."""
        return self._on(lines, y, style, paper.MINT, paper.PINE)

    def caution(self, lines: Sequence[str], y: float) -> float:
        """Draw what a reader must know, on amber; nothing without lines."""
        return self._on(lines, y, BODY, paper.AMBER_GROUND, AMBER_EDGE) if lines else y

    def _on(self, lines: Sequence[str], y: float, style: Type, ground: str, edge: str) -> float:
        blocks = [self.block(line, INNER - 2 * PAD - 2, style) for line in lines]
        height = sum(block.height + 1.2 for block in blocks) + 2 * PAD - 1.2
        self.paper.box(QRectF(LEFT, y, INNER, height), fill=ground, radius=3)
        self.paper.box(QRectF(LEFT, y, 1.6, height), fill=edge)
        top = y + PAD
        for block in blocks:
            top = self.paper.put(block, LEFT + PAD + 2, top) + 1.2
        return y + height + 4

    def numbers(self, facts: Sequence[tuple[str, str]], y: float, height: float = 21.0) -> float:
        """Draw numbers in boxes side by side, each with its name."""
        gap = 4.0
        width = (INNER - gap * (len(facts) - 1)) / len(facts)
        for place, (number, name) in enumerate(facts):
            area = QRectF(LEFT + place * (width + gap), y, width, height)
            self.paper.box(area, edge=paper.LINE, radius=3)
            below = self.text(number, area.left(), y + 2, width, NUMBER, Side.MIDDLE, most=1)
            self.text(name, area.left() + 2, below - 0.6, width - 4, SMALL, Side.MIDDLE, most=2)
        return y + height + 4

    def foot(self, page: int, pages: int, *more: str) -> None:
        """Draw the last line of a page."""
        here = self.words.say(N_("page {page} of {pages}"), page=page, pages=pages)
        self.paper.line(LEFT, 283, RIGHT, 283)
        parts = (here, *more, f"Korak {__version__}")
        self.text(" · ".join(part for part in parts if part), LEFT, 284, INNER, FOOT, most=2)
