# SPDX-License-Identifier: GPL-3.0-or-later
"""A booklet of learners' stories: a cover, then every story on pages of its own, in its own script."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from korak import i18n
from korak.centre.stories import Story
from korak.i18n import N_
from korak.reports import paper
from korak.reports.paper import Block, Paper, Side, Type

_SL = i18n.CONTENT_LANGUAGE
_LEFT, _RIGHT, _TOP, _BOTTOM = 24.0, paper.WIDTH - 24.0, 24.0, 270.0
_WIDE = _RIGHT - _LEFT
_BAR = 7.0  # from a part's bar to its words
_PHOTO = 92.0  # how high a photo may stand
_AMBER = "#E9A23B"
_COLOURS = (paper.PINE, paper.MOSS, _AMBER)
_ASKED = (N_("Where do I come from?"), N_("What have I learned?"), N_("What do I do by myself now?"))
_COVER_TITLE = Type(44, bold=True, colour=paper.PINE)
_TITLE = Type(26, bold=True)
_NAME = Type(15, bold=True, colour=paper.SOFT)
_ASK = Type(15, bold=True, colour=paper.PINE)
_ASK_SMALL = Type(11, colour=paper.SOFT)
_TEXT = Type(14.5)
_FOOT = Type(9.5, colour=paper.SOFT)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A story and the photo that may be shown with it (JPEG)."""

    story: Story
    photo: bytes | None = None
    photo_size: tuple[int, int] = (0, 0)  # pixels


def booklet(centre: str, leaves: Sequence[Leaf], made_on: date) -> bytes:
    """Return the booklet as a PDF. A QGuiApplication must be there."""
    title = _sl(N_("Our stories"))
    sheet = Paper(title=f"{title} · {centre}", author=centre)
    _cover(sheet, centre, title, leaves, made_on)
    number = 1
    for leaf in leaves:
        number = _Teller(sheet, centre, number).tell(leaf)
    return sheet.finish()


def _sl(message: str) -> str:
    return i18n.gettext_in(_SL, message)


def _cover(sheet: Paper, centre: str, title: str, leaves: Sequence[Leaf], made_on: date) -> None:
    sheet.box(QRectF(0, 0, paper.WIDTH, paper.HEIGHT), fill="#FBF8F2")
    path = ((30, 214, 62, 30), (84, 178, 56, 27), (128, 146, 48, 23))
    for (x, y, wide, tall), colour in zip(path, _COLOURS, strict=True):
        sheet.oval(QRectF(x, y, wide, tall), fill=colour)
    y = sheet.put(sheet.block(title, _WIDE, _COVER_TITLE, _SL), _LEFT, 48) + 4
    lead = _sl(N_("People who learn digital skills tell where they come from and what they do now."))
    y = sheet.put(sheet.block(lead, 130, Type(16, colour=paper.SOFT), _SL), _LEFT, y) + 6
    sheet.put(sheet.block(centre, _WIDE, Type(15, bold=True), _SL, most=2), _LEFT, y)
    if not leaves:
        empty = _sl(N_("There is no story here at the moment."))
        sheet.put(sheet.block(empty, _WIDE, _TEXT, _SL), _LEFT, 252)
    day = i18n.format_date(made_on, _SL)
    sheet.put(sheet.block(day, _WIDE, _FOOT, _SL), _LEFT, 280)


class _Teller:
    """Pours one story over as many pages as it needs."""

    def __init__(self, sheet: Paper, centre: str, page: int) -> None:
        self._sheet = sheet
        self._centre = centre
        self.page = page

    def tell(self, leaf: Leaf) -> int:
        """Lay the story out on new pages; return the number of the last one."""
        self._turn()
        story, language = leaf.story, leaf.story.language
        y = _TOP
        title = story.texts.title.strip()
        heading = title or _sl(N_("The story of {name}")).format(name=story.name)
        y = self._put(heading, language if title else _SL, _TITLE, y, most=4) + 1
        y = self._put(story.name, language, _NAME, y, most=1) + 6
        if leaf.photo is not None:
            y = self._photo(leaf.photo, leaf.photo_size, y, rtl=i18n.is_rtl(language))
        for asked, answer, colour in zip(_ASKED, story.texts.answers, _COLOURS, strict=True):
            if answer.strip():
                y = self._part(asked, answer.strip(), language, colour, y)
        return self.page

    def _photo(self, photo: bytes, size: tuple[int, int], y: float, *, rtl: bool) -> float:
        """Draw the photo where lines begin, as wide as there is room and not too high."""
        scale = min(_WIDE / max(size[0], 1), _PHOTO / max(size[1], 1))
        wide, tall = size[0] * scale, size[1] * scale
        self._sheet.image(photo, QRectF(_RIGHT - wide if rtl else _LEFT, y, wide, tall))
        return y + tall + 7

    def _part(self, asked: str, answer: str, language: str, colour: str, y: float) -> float:
        rtl = i18n.is_rtl(language)
        x = _LEFT if rtl else _LEFT + _BAR
        wide = _WIDE - _BAR
        own, sl = i18n.gettext_in(language, asked), _sl(asked)
        heads = [self._sheet.block(own, wide, _ASK, language)] if own not in (asked, sl) else []
        side = Side.RIGHT if rtl else Side.LEFT
        heads.append(self._sheet.block(sl, wide, _ASK_SMALL if heads else _ASK, _SL, side))
        if y + sum(head.height for head in heads) + 24 > _BOTTOM:
            y = self._turn()
        top = y
        for head in heads:
            y = self._sheet.put(head, x, y)
        y += 2
        for paragraph in answer.splitlines():
            y, top = self._pour(paragraph.strip(), (x, wide), language, (y, top), colour)
        self._bar(top, y, colour, rtl=rtl)
        return y + 8

    def _pour(
        self, text: str, column: tuple[float, float], language: str, at: tuple[float, float], colour: str
    ) -> tuple[float, float]:
        """Draw a paragraph from `at` (y, and the top of the bar on this page) over page ends; return both."""
        (x, wide), (y, top) = column, at
        if not text:
            return y + 3, top
        while text:
            block = self._sheet.block(text, wide, _TEXT, language)
            fits = _lines_within(block, _BOTTOM - y)
            if fits >= block.lines:
                return self._sheet.put(block, x, y) + 2, top
            if fits:
                cut = block.layout.lineAt(fits).textStart()
                y = self._sheet.put(self._sheet.block(text[:cut].rstrip(), wide, _TEXT, language), x, y)
                text = text[cut:]
            self._bar(top, y, colour, rtl=i18n.is_rtl(language))
            y = top = self._turn()
        return y, top

    def _bar(self, top: float, bottom: float, colour: str, *, rtl: bool) -> None:
        if bottom > top:
            x = _RIGHT - 2.2 if rtl else _LEFT
            self._sheet.box(QRectF(x, top + 0.6, 2.2, bottom - top - 0.6), fill=colour, radius=1.1)

    def _put(self, text: str, language: str, style: Type, y: float, most: int = 0) -> float:
        return self._sheet.put(self._sheet.block(text, _WIDE, style, language, most=most), _LEFT, y)

    def _turn(self) -> float:
        self._sheet.next_page()
        self.page += 1
        foot = self._sheet.block(self._centre, _WIDE - 20, _FOOT, _SL, most=1)
        self._sheet.put(foot, _LEFT, 282)
        number = self._sheet.block(str(self.page), 20, _FOOT, _SL, Side.RIGHT)
        self._sheet.put(number, _RIGHT - 20, 282)
        return _TOP


def _lines_within(block: Block, room: float) -> int:
    """How many of its lines fit into so many millimetres."""
    each = block.height / max(block.lines, 1)
    return max(0, int(room / each + 1e-6)) if each else 0
