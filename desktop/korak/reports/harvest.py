# SPDX-License-Identifier: GPL-3.0-or-later
"""The graphic harvest: one large page for the wall that shows what a group can do now.

It is drawn in the millimetres of A4; on A3 everything is larger by the same measure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

from korak import i18n
from korak.centre.harvest import FEWEST, CanDo, Harvest, Said
from korak.i18n import N_
from korak.reports import paper
from korak.reports.paper import Block, Paper, Side, Type, pictogram

_SL = i18n.CONTENT_LANGUAGE
_LEFT, _RIGHT = 14.0, paper.WIDTH - 14.0
_WIDE = _RIGHT - _LEFT
_GROUND, _AMBER = "#FBF8F2", "#E9A23B"
_GAP = 4.0
_MOST_CARDS = 10
_LEAST_CARD = 24.0

_TITLE = Type(34, bold=True, colour=paper.PINE)
_UNDER = Type(14, colour=paper.SOFT)
_UNIT = Type(11.5, colour=paper.SOFT)
_HEAD = Type(19, bold=True)
_NAME = Type(11, bold=True, colour=paper.SOFT)
_SMALL = Type(9, colour=paper.SOFT)


@dataclass(frozen=True, slots=True)
class _Fact:
    number: str
    unit: str


def poster(harvest: Harvest, *, large: bool = False) -> bytes:
    """Return the poster as a PDF of one page. A QGuiApplication must be there."""
    sheet = Paper(title=f"{harvest.title} · {harvest.group}", author=harvest.centre, large=large)
    sheet.box(QRectF(0, 0, paper.WIDTH, paper.HEIGHT), fill=_GROUND)
    below = _foot(sheet, harvest)
    y = _head(sheet, harvest)
    y = _way(sheet, _facts(harvest), y + 2)
    quotes_top = _quotes(sheet, harvest.quotes, below - 4)
    _cards(sheet, harvest.can_do[:_MOST_CARDS], y + 4, quotes_top - 4)
    return sheet.finish()


def _sl(message: str) -> str:
    return i18n.gettext_in(_SL, message)


def _head(sheet: Paper, harvest: Harvest) -> float:
    for (x, y, wide, tall), colour in zip(
        ((142, 33, 25, 11.5), (160, 22, 22, 10), (177, 12, 19, 8.5)),
        (paper.PINE, paper.MOSS, _AMBER),
        strict=True,
    ):
        sheet.oval(QRectF(x, y, wide, tall), fill=colour)
    y = sheet.put(_fitting(sheet, harvest.title, 124, _TITLE, 3, 34.0), _LEFT, 12) + 1
    under = " · ".join(part for part in (harvest.group, _period(harvest)) if part)
    return max(sheet.put(sheet.block(under, 124, _UNDER, _SL, most=2), _LEFT, y), 45)


def _period(harvest: Harvest) -> str:
    if harvest.first is None or harvest.last is None:
        return ""
    days = [i18n.format_date(day, _SL) for day in dict.fromkeys((harvest.first, harvest.last))]
    return "–".join(days)


def _facts(harvest: Harvest) -> list[_Fact]:
    """The numbers worth a stone; nothing that is nought, and no count of people that is too small to show."""
    hours, people = harvest.hours, harvest.people
    meetings, languages, words = harvest.meetings, harvest.languages, harvest.words
    met = i18n.ngettext_in(_SL, "meeting of the group", "meetings of the group", meetings)
    taught = i18n.ngettext_in(_SL, "teaching hour", "teaching hours", hours)
    here = i18n.ngettext_in(_SL, "person in the group", "people in the group", people)
    spoken = i18n.ngettext_in(_SL, "language spoken", "languages spoken", languages)
    known = i18n.ngettext_in(_SL, "word learned", "words learned", words)
    few = _Fact(_sl(N_("some")), _sl(N_("people in a small group")))
    told = (
        (meetings, _Fact(str(meetings), met)),
        (hours, _Fact(str(hours), taught)),
        (people, few if people < FEWEST else _Fact(str(people), here)),
        (languages, _Fact(str(languages), spoken)),
        (words, _Fact(str(words), known)),
    )
    return [fact for number, fact in told if number]


def _way(sheet: Paper, facts: Sequence[_Fact], y: float) -> float:
    """The numbers as stepping stones, rising a little from left to right."""
    if not facts:
        return y
    each = _WIDE / len(facts)
    wide, tall = min(each - 5, 37.0), 19.0
    colours = (paper.PINE, paper.MOSS, _AMBER)
    rise = [4.0 * (1 - (place % 2)) for place in range(len(facts))]
    middles = [(_LEFT + each * (place + 0.5), y + tall / 2 + rise[place]) for place in range(len(facts))]
    for (x1, y1), (x2, y2) in pairwise(middles):
        sheet.dots(x1, y1, x2, y2, colour=paper.EDGE)
    lowest = y
    for place, (fact, (x, middle)) in enumerate(zip(facts, middles, strict=True)):
        colour = colours[place % 3]
        stone = QRectF(x - wide / 2, middle - tall / 2, wide, tall)
        sheet.oval(stone, fill=colour)
        ink = paper.INK if colour == _AMBER else paper.WHITE
        number = _fitting(sheet, fact.number, wide - 8, Type(25, bold=True, colour=ink), 1, tall, Side.MIDDLE)
        sheet.put(number, stone.left() + 4, middle - number.height / 2)
        unit = sheet.block(fact.unit, each - 2, _UNIT, _SL, Side.MIDDLE, most=2)
        lowest = max(lowest, sheet.put(unit, x - each / 2 + 1, stone.bottom() + 1))
    return lowest


def _cards(sheet: Paper, can_do: Sequence[CanDo], top: float, bottom: float) -> None:
    if not can_do:
        _beginning(sheet, top, bottom)
        return
    title = _sl(N_("This is what we can do now"))
    y = sheet.put(sheet.block(title, _WIDE, _HEAD, _SL), _LEFT, top) + 2.5
    columns = 1 if len(can_do) <= 3 else 2
    rows = -(-len(can_do) // columns)
    room, most = bottom - y, 46.0 if columns == 1 else 40.0
    while rows > 1 and _tall(room, rows, most) < _LEAST_CARD:
        rows -= 1  # a full page: the sentences most people can say stay
    tall, shown = _tall(room, rows, most), can_do[: rows * columns]
    gap = min((room - rows * tall) / max(rows - 1, 1), 9.0) if rows > 1 else 0.0
    areas = [_spot(place, len(shown), columns, QRectF(_LEFT, y, 0, tall), gap) for place in range(len(shown))]
    size = min(_size(sheet, one, area) for one, area in zip(shown, areas, strict=True))
    for place, (one, area) in enumerate(zip(shown, areas, strict=True)):
        _card(sheet, one, area, (paper.PINE, paper.MOSS, _AMBER)[place % 3], size)


def _beginning(sheet: Paper, top: float, bottom: float) -> None:
    """Where nobody has reached a sentence yet."""
    told = sheet.block(_sl(N_("The first steps are just being made.")), _WIDE, Type(20), _SL, Side.MIDDLE)
    side = min((bottom - top) * 0.45, 70.0)
    y = (top + bottom - side - told.height - 6) / 2
    sheet.picture(pictogram("footprints"), QRectF(_LEFT, y, _WIDE, side))
    sheet.put(told, _LEFT, y + side + 6)


def _tall(room: float, rows: int, most: float) -> float:
    return min((room - (rows - 1) * _GAP) / rows, most)


def _spot(place: int, count: int, columns: int, first: QRectF, gap: float) -> QRectF:
    """Where a card stands; one that is alone in its row has the row to itself."""
    row, column = divmod(place, columns)
    alone = column == 0 and place == count - 1
    wide = _WIDE if alone or columns == 1 else (_WIDE - _GAP) / 2
    y = first.top() + row * (first.height() + gap)
    return QRectF(_LEFT + column * (wide + _GAP), y, wide, first.height())


def _words_of(area: QRectF) -> tuple[QRectF, float, float]:
    """The picture's place in a card, and where its words begin and how wide they may be."""
    side = min(area.height() - 8, 24.0 if area.width() > 100 else 19.0)
    picture = QRectF(area.left() + 4.5, area.center().y() - side / 2, side, side)
    x = picture.right() + 4.5
    return picture, x, area.right() - x - 4


def _size(sheet: Paper, one: CanDo, area: QRectF) -> float:
    """The largest letters a sentence may have in its card, in points."""
    _picture, _x, wide = _words_of(area)
    size = 21.0
    while size > 9:
        block = sheet.block(one.sentence, wide, Type(size, bold=True), _SL)
        if block.lines <= 4 and block.height <= area.height() - 9.5:
            break
        size -= 0.5
    return size


def _card(sheet: Paper, one: CanDo, area: QRectF, colour: str, size: float) -> None:
    sheet.box(area, fill=paper.WHITE, edge=paper.LINE, radius=4)
    picture, x, wide = _words_of(area)
    sheet.picture(pictogram(one.pictogram), picture)
    shown = one.shown
    who = _sl(N_("some of us")) if shown is None else _sl(N_("{n} of us")).format(n=shown)
    label = sheet.block(who, wide - 8, Type(10.5, bold=True, colour=paper.SOFT), _SL, most=1)
    words = sheet.block(one.sentence, wide, Type(size, bold=True), _SL, most=4)
    top = area.center().y() - (words.height + label.height + 1.5) / 2
    below = sheet.put(words, x, top) + 1.5
    sheet.oval(QRectF(x, below + label.height / 2 - 1.4, 5, 2.8), fill=colour)
    sheet.put(label, x + 7, below)


def _quotes(sheet: Paper, quotes: Sequence[Said], bottom: float) -> float:
    """What people say, in bubbles above `bottom`; returns where they begin."""
    if not quotes:
        return bottom
    wide = (_WIDE - (len(quotes) - 1) * _GAP) / len(quotes)
    style = Type(13.5 if len(quotes) > 1 else 16, bold=True)
    blocks = [
        (
            sheet.block(_quoted(said), wide - 12, style, said.language, most=6),
            sheet.block(said.name, wide - 12, _NAME, said.language, most=1),
        )
        for said in quotes
    ]
    tall = max(text.height + name.height for text, name in blocks) + 11
    top = bottom - tall - 4
    for place, (text, name) in enumerate(blocks):
        x = _LEFT + place * (wide + _GAP)
        ground = (paper.MINT, paper.AMBER_GROUND, "#E6EFF9")[place % 3]
        sheet.oval(QRectF(x + 9, top + tall - 2.5, 8, 5), fill=ground)
        sheet.oval(QRectF(x + 7, top + tall + 2.2, 3.6, 2.4), fill=ground)
        sheet.box(QRectF(x, top, wide, tall), fill=ground, radius=6)
        below = sheet.put(text, x + 6, top + 5)
        sheet.put(name, x + 6, max(below + 1, top + tall - name.height - 5))
    return top


def _quoted(said: Said) -> str:
    return f"«{said.text}»" if i18n.is_rtl(said.language) else f"»{said.text}«"


def _foot(sheet: Paper, harvest: Harvest) -> float:
    """The centre, the day, logos and the co-funding line; returns where the foot begins."""
    y = paper.HEIGHT - 10
    line = sheet.block(harvest.cofunding, _WIDE, _SMALL, _SL, most=3) if harvest.cofunding else None
    if line is not None:
        y -= line.height
        sheet.put(line, _LEFT, y)
        y -= 2
    told = f"{harvest.centre} · {i18n.format_date(harvest.made_on, _SL)}"
    if harvest.logos:
        y -= 13
        x = _RIGHT
        for logo in harvest.logos[:4]:
            wide = 34.0
            x -= wide
            sheet.image(logo, QRectF(x, y, wide, 12))
            x -= 4
        name = sheet.block(told, max(x - _LEFT, 30), Type(11, bold=True), _SL, most=2)
        sheet.put(name, _LEFT, y + 6 - name.height / 2)
    else:
        name = sheet.block(told, _WIDE, Type(11, bold=True), _SL, most=1)
        y -= name.height
        sheet.put(name, _LEFT, y)
    y -= 3
    sheet.line(_LEFT, y, _RIGHT, y, colour=paper.LINE, pen=0.5)
    return y


def _fitting(
    sheet: Paper, words: str, width: float, style: Type, most: int, room: float, side: Side = Side.START
) -> Block:
    """Set a text as large as it may be within its lines and its room; the last try ends in "…"."""
    size = style.size
    while size > 9:
        block = sheet.block(words, width, Type(size, style.bold, style.colour), _SL, side)
        if block.lines <= most and block.height <= room:
            return block
        size -= 1
    return sheet.block(words, width, Type(size, style.bold, style.colour), _SL, side, most=most)
