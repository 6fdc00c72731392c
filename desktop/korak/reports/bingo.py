# SPDX-License-Identifier: GPL-3.0-or-later
"""Bingo cards on paper: two on a page, nine pictures with their words each, to be cut apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak.reports import paper
from korak.reports.paper import Paper, Side, Type

_SIDE = 3
_CELL = 40.0  # millimetres
_TOPS = (14.0, 158.0)  # where the two cards of a page begin
_TITLE = Type(13, bold=True, colour=paper.PINE)
_WORD = Type(12, bold=True)
_SMALL = Type(9, bold=True)


@dataclass(frozen=True, slots=True)
class Cell:
    """A word and its picture."""

    word: str
    pictogram: str


def bingo_sheets(title: str, cards: Sequence[Sequence[Cell]]) -> bytes:
    """Return the cards (nine cells each) as a PDF; a QGuiApplication must be there."""
    sheet = Paper(title=title, author="Korak")
    for number, card in enumerate(cards):
        if number and number % 2 == 0:
            sheet.next_page()
        _card(sheet, title, card, _TOPS[number % 2])
        if number % 2 == 0:
            sheet.line(0, paper.HEIGHT / 2, paper.WIDTH, paper.HEIGHT / 2, colour=paper.EDGE, pen=0.15)
    return sheet.finish()


def _card(sheet: Paper, title: str, card: Sequence[Cell], top: float) -> None:
    left = (paper.WIDTH - _SIDE * _CELL) / 2
    sheet.put(sheet.block(title, _SIDE * _CELL, _TITLE, side=Side.LEFT, most=1), left, top - 6.5)
    for place, cell in enumerate(card):
        x, y = left + place % _SIDE * _CELL, top + place // _SIDE * _CELL
        sheet.box(QRectF(x, y, _CELL, _CELL), edge=paper.EDGE, pen=0.4)
        sheet.picture(paper.pictogram(cell.pictogram), QRectF(x + 9, y + 4, _CELL - 18, _CELL - 18))
        block = sheet.block(cell.word, _CELL - 3, _WORD, side=Side.MIDDLE)
        if block.lines > 1:
            block = sheet.block(cell.word, _CELL - 3, _SMALL, side=Side.MIDDLE, most=2)
        sheet.put(block, x + 1.5, y + _CELL - 4 - block.height)
