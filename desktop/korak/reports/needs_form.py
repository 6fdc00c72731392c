# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions at entry on one sheet of paper: pictures to tick, Slovenian and one more language."""

from PySide6.QtCore import QRectF

from korak.centre.needs import MOST_WISHES, Obstacle, Weight
from korak.content.plan import Need
from korak.i18n import N_
from korak.reports import paper
from korak.reports.bilingual import Bilingual, Pair
from korak.reports.desk import BODY, LEFT, OTHER, RIGHT, STRONG, TITLE, Desk
from korak.reports.paper import Paper, Type

OBSTACLE_QUESTIONS = {
    Obstacle.DEVICE: N_("Is a device or the internet a problem for you?"),
    Obstacle.LANGUAGE: N_("Is the Slovenian language a problem for you?"),
    Obstacle.IDENTITY: N_("Is SI-PASS or smsPASS a problem for you?"),
    Obstacle.SKILLS: N_("Is work with a computer a problem for you?"),
}
OBSTACLE_PICTURES = {
    Obstacle.DEVICE: "mobile-phone",
    Obstacle.LANGUAGE: "speech-balloon",
    Obstacle.IDENTITY: "locked-with-key",
    Obstacle.SKILLS: "laptop",
}
WEIGHT_ANSWERS = {
    Weight.NONE: N_("No problem"),
    Weight.SOME: N_("A small problem"),
    Weight.MUCH: N_("A big problem"),
    Weight.UNKNOWN: N_("I do not know"),
}
_CELL_OTHER = Type(9, colour=paper.SOFT)
_COLUMNS = 4
_GAP = 3.5


def needs_form(pack: str, needs: tuple[Need, ...], centre: str, language: str | None) -> bytes:
    """Return the sheet as a PDF. A QGuiApplication must be there."""
    words = Bilingual(pack, None if language == "sl" else language)
    title = words.say(N_("What do you want to be able to do?"))
    desk = Desk(Paper(title=title.sl, author=centre), words)
    y = desk.say(title, LEFT, paper.MARGIN, paper.INNER, TITLE, Type(15, colour=paper.SOFT), most=2)
    note = words.say(N_("Tick up to {n} pictures.")).format(n=MOST_WISHES)
    y = desk.put(desk.both(note, paper.INNER, BODY, OTHER, inline=True), LEFT, y + 1) + 4
    y = _tiles(desk, needs, y) + 2
    y = desk.say(words.say(N_("What is in your way?")), LEFT, y, paper.INNER, STRONG, OTHER, most=2) + 3
    for obstacle in Obstacle:
        y = _obstacle(desk, obstacle, y)
    _own_words(desk, y + 2)
    desk.foot(1, 1, centre, words.say(N_("a name is not needed")).sl)
    return desk.paper.finish()


def _tiles(desk: Desk, needs: tuple[Need, ...], y: float) -> float:
    width = (paper.INNER - (_COLUMNS - 1) * _GAP) / _COLUMNS
    rows = -(-len(needs) // _COLUMNS)
    tall = min(31.0, 96.0 / max(rows, 1))
    for number, need in enumerate(needs):
        row, column = divmod(number, _COLUMNS)
        x, top = LEFT + column * (width + _GAP), y + row * (tall + _GAP)
        desk.paper.box(QRectF(x, top, width, tall), edge=paper.EDGE, radius=3)
        desk.paper.box(QRectF(x + width - 8.5, top + 2.5, 6, 6), edge=paper.INK, radius=1)
        desk.paper.picture(paper.pictogram(need.pictogram), QRectF(x + 4, top + 3, 12, 12))
        pair = desk.words.content(need.title)
        desk.say(pair, x + 3, top + 16, width - 6, Type(10.5, bold=True), _CELL_OTHER, most=2)
    return y + rows * (tall + _GAP)


def _obstacle(desk: Desk, obstacle: Obstacle, y: float) -> float:
    desk.paper.picture(paper.pictogram(OBSTACLE_PICTURES[obstacle]), QRectF(LEFT, y, 11, 11))
    asked = desk.words.say(OBSTACLE_QUESTIONS[obstacle])
    width = 66.0
    below = desk.say(asked, LEFT + 14, y, width, Type(11, bold=True), _CELL_OTHER)
    x = LEFT + 14 + width + 4
    each = (RIGHT - x) / len(WEIGHT_ANSWERS)
    for place, text in enumerate(WEIGHT_ANSWERS.values()):
        left = x + place * each
        desk.paper.box(QRectF(left, y + 0.8, 5, 5), edge=paper.INK, radius=1)
        pair = desk.words.say(text)
        desk.say(pair, left + 6.5, y + 0.4, each - 7.5, Type(9.5), Type(8, colour=paper.SOFT), most=2)
    return max(below, y + 15) + 2.5


def _own_words(desk: Desk, y: float) -> None:
    asked: Pair = desk.words.say(N_("Do you want to tell us something else?"))
    y = desk.say(asked, LEFT, y, paper.INNER, STRONG, OTHER, most=2) + 9
    while y < 276:
        desk.paper.line(LEFT, y, RIGHT, y, colour=paper.EDGE)
        y += 10
