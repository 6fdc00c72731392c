# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on paper: a sheet of pictures and words for the wall or the bag, and cards to be cut out.

A card has the Slovenian word on its front, the picture and the own language on its back. Fronts and backs lie
on pages that follow each other; a back stands where it must so that it comes behind its front when the paper
is turned over its long edge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak.i18n import N_
from korak.reports import paper
from korak.reports.bilingual import Bilingual, Pair
from korak.reports.desk import FOOT, GAP, LEFT, OTHER, RIGHT, Desk
from korak.reports.paper import Block, Paper, Side, Type


@dataclass(frozen=True, slots=True)
class PaperWord:
    """A word as it stands on paper; what is empty is left out."""

    word: str
    gloss: str = ""
    pictogram: str = ""
    forms: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class WordList:
    """Some words with what they have in common."""

    title: str  # Slovenian; a text of the pack is repeated in the other language
    words: Sequence[PaperWord]
    pack: str
    language: str | None  # of the glosses


_DRAW = N_("Draw your own picture into an empty frame.")

_TITLE = Type(20, bold=True, colour=paper.PINE)
_WORD = Type(15, bold=True)
_GLOSS = Type(12.5, colour=paper.PINE)
_EXAMPLE = Type(10.5, colour=paper.SOFT)
_COLUMNS, _ROWS = 2, 9
_TOP = 34.0  # below the title
_ROW = (279.0 - _TOP) / _ROWS
_PICTURE = 18.0

_ACROSS, _DOWN = 3, 4
_CARD_WIDTH, _CARD_HEIGHT = 60.0, 66.0
_CARDS_LEFT = (paper.WIDTH - _ACROSS * _CARD_WIDTH) / 2
_CARDS_TOP = (paper.HEIGHT - _DOWN * _CARD_HEIGHT) / 2
_MARK = 4.0  # the length of a cutting mark
_INSIDE = 4.0  # between a card's edge and what is on it
_FRONT_SIZES = (22.0, 19.0, 16.0, 13.0)
_BACK_SIZES = (16.0, 14.0, 12.0, 10.0)
_CARD_PICTURE = 30.0


def picture_sheet(words: WordList) -> bytes:
    """Return the sheet as a PDF: picture, word, own language and an example, 18 on a page.

    A word that no picture says has an empty frame, to draw one's own.
    """
    pages = _pages(words.words, _COLUMNS * _ROWS)
    desk = _desk(words)
    for number, page in enumerate(pages, 1):
        if number > 1:
            desk.paper.next_page()
        _title(desk, desk.words.content(words.title))
        for place, word in enumerate(page):
            _row(desk, word, place)
        draw = () if all(word.pictogram for word in page) else (desk.words.say(_DRAW).sl,)
        desk.foot(number, len(pages), *draw)
    return desk.paper.finish()


def cut_cards(words: WordList) -> bytes:
    """Return the cards as a PDF: 12 on a page, each page of fronts followed by the page of its backs."""
    desk = _desk(words)
    for number, page in enumerate(_pages(words.words, _ACROSS * _DOWN)):
        if number:
            desk.paper.next_page()
        _cutting_lines(desk)
        for place, word in enumerate(page):
            _front(desk, word, *_corner(place % _ACROSS, place // _ACROSS))
        _hint(desk, words.title)
        desk.paper.next_page()
        _cutting_lines(desk)
        for place, word in enumerate(page):
            _back(desk, word, *_corner(_ACROSS - 1 - place % _ACROSS, place // _ACROSS))
    return desk.paper.finish()


def _pages(words: Sequence[PaperWord], size: int) -> Sequence[Sequence[PaperWord]]:
    """The words page by page; one empty page where there are none."""
    return [words[start : start + size] for start in range(0, len(words), size)] or [()]


def _desk(words: WordList) -> Desk:
    return Desk(Paper(title=words.title, author="Korak"), Bilingual(words.pack, words.language))


# ---------------------------------------------------------------------------------------------- the sheet


def _title(desk: Desk, title: Pair) -> None:
    both = desk.both(title, paper.INNER, _TITLE, OTHER, inline=True, most=1)
    below = desk.put(both, LEFT, paper.MARGIN)
    desk.paper.line(LEFT, below + 1.5, RIGHT, below + 1.5, colour=paper.LINE)


def _row(desk: Desk, word: PaperWord, place: int) -> None:
    width = (paper.INNER - 8.0) / _COLUMNS
    x = LEFT + place // _ROWS * (width + 8.0)
    y = _TOP + place % _ROWS * _ROW
    desk.paper.picture(paper.pictogram(word.pictogram), QRectF(x, y + 2.5, _PICTURE, _PICTURE))
    if not word.pictogram:
        desk.paper.box(QRectF(x, y + 2.5, _PICTURE, _PICTURE), edge=paper.LINE, radius=2.0)
    text, room = x + _PICTURE + GAP, width - _PICTURE - GAP
    below = y + 1.5
    for block in _lines(desk, word, room):
        below = desk.paper.put(block, text, below)


def _lines(desk: Desk, word: PaperWord, room: float) -> Iterator[Block]:
    """The texts of a row, as many as it has room for."""
    left = _ROW - 2.0
    wanted = [desk.sl(word.word, room, _WORD, most=2)]
    if word.gloss:
        wanted.append(desk.other(word.gloss, room, _GLOSS, Side.LEFT, most=2))
    if word.example:
        wanted.append(desk.sl(word.example, room, _EXAMPLE, most=2))
    for block in wanted:
        left -= block.height
        if left >= 0:
            yield block


# ---------------------------------------------------------------------------------------------- the cards


def _corner(column: int, row: int) -> tuple[float, float]:
    return _CARDS_LEFT + column * _CARD_WIDTH, _CARDS_TOP + row * _CARD_HEIGHT


def _cutting_lines(desk: Desk) -> None:
    """Thin lines between the cards, and marks outside them for a paper cutter."""
    right, bottom = _corner(_ACROSS, _DOWN)
    for column in range(_ACROSS + 1):
        x, _y = _corner(column, 0)
        desk.paper.line(x, _CARDS_TOP, x, bottom, colour=paper.LINE, pen=0.2)
        desk.paper.line(x, _CARDS_TOP - 1 - _MARK, x, _CARDS_TOP - 1, colour=paper.EDGE, pen=0.25)
        desk.paper.line(x, bottom + 1, x, bottom + 1 + _MARK, colour=paper.EDGE, pen=0.25)
    for row in range(_DOWN + 1):
        _x, y = _corner(0, row)
        desk.paper.line(_CARDS_LEFT, y, right, y, colour=paper.LINE, pen=0.2)
        desk.paper.line(_CARDS_LEFT - 1 - _MARK, y, _CARDS_LEFT - 1, y, colour=paper.EDGE, pen=0.25)
        desk.paper.line(right + 1, y, right + 1 + _MARK, y, colour=paper.EDGE, pen=0.25)


def _hint(desk: Desk, title: str) -> None:
    """How to print and cut, in the margin that is cut off."""
    hint = desk.words.say(N_("Print on both sides, turned over the long edge. Cut along the lines."))
    line = desk.sl(f"{title} · {hint.sl}", _ACROSS * _CARD_WIDTH, FOOT, most=1)
    desk.paper.put(line, _CARDS_LEFT, _CARDS_TOP - 7.0 - line.height)
    if hint.other:
        other = desk.other(hint.other, _ACROSS * _CARD_WIDTH, FOOT, most=1)
        desk.paper.put(other, _CARDS_LEFT, _corner(0, _DOWN)[1] + 6.0)


def _front(desk: Desk, word: PaperWord, x: float, y: float) -> None:
    room = _CARD_WIDTH - 2 * _INSIDE
    lemma = _fitting(desk, word.word, room, _FRONT_SIZES, None)
    blocks = [lemma]
    if word.forms:
        blocks.append(desk.sl(word.forms, room, _EXAMPLE, Side.MIDDLE, most=2))
    _in_the_middle(desk, blocks, QRectF(x, y, _CARD_WIDTH, _CARD_HEIGHT - 14.0))
    if word.example and (word.gloss or word.pictogram):
        example = desk.sl(word.example, room, _EXAMPLE, Side.MIDDLE, most=3)
        desk.paper.put(example, x + _INSIDE, y + _CARD_HEIGHT - _INSIDE - example.height)


def _back(desk: Desk, word: PaperWord, x: float, y: float) -> None:
    room = _CARD_WIDTH - 2 * _INSIDE
    text = word.gloss or ("" if word.pictogram else word.example)
    block = _fitting(desk, text, room, _BACK_SIZES, desk.words.second if word.gloss else None)
    if not word.pictogram:
        _in_the_middle(desk, [block], QRectF(x, y, _CARD_WIDTH, _CARD_HEIGHT))
        return
    above = 8.0 if word.gloss else (_CARD_HEIGHT - _CARD_PICTURE) / 2
    area = QRectF(x + (_CARD_WIDTH - _CARD_PICTURE) / 2, y + above, _CARD_PICTURE, _CARD_PICTURE)
    desk.paper.picture(paper.pictogram(word.pictogram), area)
    if word.gloss:
        top = y + above + _CARD_PICTURE
        _in_the_middle(desk, [block], QRectF(x, top, _CARD_WIDTH, y + _CARD_HEIGHT - top))


def _fitting(desk: Desk, text: str, room: float, sizes: Sequence[float], language: str | None) -> Block:
    """A text in the largest size that needs no more than two lines and breaks no word."""
    block: Block | None = None
    for size in sizes:
        style = Type(size, bold=language is None, colour=paper.PINE if language else paper.INK)
        longest = max(
            (desk.paper.block(one, 500, style, language).natural for one in text.split()), default=0
        )
        block = desk.paper.block(text, room, style, language, Side.MIDDLE, most=3)
        if block.lines <= 2 and longest <= room:
            break
    assert block is not None  # noqa: S101 - there are sizes
    return block


def _in_the_middle(desk: Desk, blocks: Sequence[Block], area: QRectF) -> None:
    y = area.center().y() - sum(block.height for block in blocks) / 2
    for block in blocks:
        y = desk.paper.put(block, area.x() + (area.width() - block.width) / 2, y)
