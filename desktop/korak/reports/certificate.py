# SPDX-License-Identifier: GPL-3.0-or-later
"""The certificate of participation: one page, attendance only, nothing that was measured.

No score, no level, no nationality and no date of birth: a weak result never costs this paper. What somebody
is able to do stands on it only if they ticked that themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from korak import i18n, paths
from korak.i18n import N_
from korak.reports import paper
from korak.reports.bilingual import Bilingual
from korak.reports.desk import BODY, LEFT, OTHER, RIGHT, SMALL, STRONG, Desk
from korak.reports.paper import Paper, Side, Type

MOST_CAN_DO = 6
MOST_TOPICS = 8
SIGNATURE = 258.0
COLUMN = 80.0


@dataclass(frozen=True, slots=True)
class Certificate:
    """Everything the certificate says; hours are teaching hours of 45 minutes."""

    pack: str
    number: str
    name: str
    course: str
    hours_attended: float
    hours_planned: float
    first: date
    last: date
    topics: tuple[str, ...]
    centre: str
    made_on: date
    can_do: tuple[str, ...] = ()  # only what the learner ticked
    second_language: str | None = None
    cofunding: str = ""


def certificate(paper_for: Certificate) -> bytes:
    """Return the certificate as a PDF of one page."""
    second = paper_for.second_language
    words = Bilingual(paper_for.pack, None if second == i18n.CONTENT_LANGUAGE else second)
    title = words.say(N_("Certificate of participation"))
    desk = Desk(Paper(title=f"{title.sl} · {paper_for.name}", author=paper_for.centre), words)
    _frame(desk)
    # With a list of skills everything else moves together, so that the list has room.
    air = 0.45 if paper_for.can_do else 1.0
    y = _top(desk, paper_for, 15 if paper_for.can_do else 40, air)
    y = _middle(desk, paper_for, y + 6 * air, air)
    y = _topics(desk, paper_for, y, air)
    _can_do(desk, paper_for, y + 3)
    _signature(desk, paper_for)
    return desk.paper.finish()


def _frame(desk: Desk) -> None:
    desk.paper.box(QRectF(8, 8, paper.WIDTH - 16, paper.HEIGHT - 16), edge=paper.PINE, radius=4, pen=0.6)
    desk.paper.box(QRectF(10, 10, paper.WIDTH - 20, paper.HEIGHT - 20), edge=paper.LINE, radius=3, pen=0.3)


def _centred(desk: Desk, text: str, y: float, style: Type, most: int = 2) -> float:
    return desk.paper.put(desk.sl(text, paper.INNER - 12, style, Side.MIDDLE, most=most), LEFT + 6, y)


def _centred_other(desk: Desk, text: str | None, y: float, style: Type = OTHER) -> float:
    if not text:
        return y
    block = desk.other(text, paper.INNER - 12, style, Side.MIDDLE, most=2)
    return desk.paper.put(block, LEFT + 6, y)


def _top(desk: Desk, of: Certificate, y: float, air: float) -> float:
    desk.paper.picture(paths.assets() / "icons" / "korak.svg", QRectF(paper.WIDTH / 2 - 12, y, 24, 16))
    y = _centred(desk, of.centre, y + 19, Type(14, bold=True, colour=paper.PINE))
    title = desk.words.say(N_("Certificate of participation"))
    y = _centred(desk, title.sl, y + 9 * air, Type(30, bold=True))
    return _centred_other(desk, title.other, y, Type(16, colour=paper.SOFT))


def _middle(desk: Desk, of: Certificate, y: float, air: float) -> float:
    y = _centred(desk, of.name, y + 3 * air, Type(25, bold=True, colour=paper.PINE))
    took = desk.words.say(N_("for taking part in the course"))
    y = _centred(desk, took.sl, y + 4 * air, BODY)
    y = _centred_other(desk, took.other, y)
    course = desk.words.content(of.course)
    y = _centred(desk, course.sl, y + 3 * air, Type(19, bold=True), most=3)
    y = _centred_other(desk, course.other, y)
    days = desk.words.say(N_("from {first} to {last}"))
    said = days.sl.format(first=_day(of.first, "sl"), last=_day(of.last, "sl"))
    y = _centred(desk, said, y + 4 * air, BODY)
    attended = i18n.format_number(of.hours_attended, _digits(of.hours_attended), "sl")
    planned = i18n.format_number(of.hours_planned, _digits(of.hours_planned), "sl")
    hours = desk.words.say(N_("Hours: {attended} of {planned}"))
    y = _centred(desk, hours.sl.format(attended=attended, planned=planned), y + 3 * air, Type(16, bold=True))
    y = _centred_other(desk, hours.other and hours.other.format(attended=attended, planned=planned), y)
    note = desk.words.say(N_("A teaching hour has 45 minutes.")).sl
    return _centred(desk, note, y, SMALL)


def _digits(hours: float) -> int:
    return 0 if float(hours).is_integer() else 1


def _day(day: date, language: str) -> str:
    return i18n.format_date(day, language)


def _topics(desk: Desk, of: Certificate, y: float, air: float) -> float:
    if not of.topics:
        return y
    title = desk.words.say(N_("Topics"))
    y = _centred(desk, title.sl, y + 7 * air, STRONG)
    line = " · ".join(of.topics[:MOST_TOPICS])
    return _centred(desk, line, y + 1, Type(12), most=4)


def _can_do(desk: Desk, of: Certificate, y: float) -> None:
    """What the learner ticked, in both languages, two beside each other; as much of it as the page holds."""
    shown: Sequence[str] = of.can_do[:MOST_CAN_DO]
    if not shown:
        return
    y = _centred(desk, desk.words.say(N_("I am able to do this now")).sl, y + 2, STRONG) + 2
    for place in range(0, len(shown), 2):
        below = y
        for column, sentence in enumerate(shown[place : place + 2]):
            x = LEFT + 8 + column * COLUMN
            words = desk.words.content(sentence)
            slovenian = desk.sl(words.sl, COLUMN - 12, Type(11.5), most=2)
            other = (
                desk.other(words.other, COLUMN - 12, Type(10, colour=paper.SOFT), most=2)
                if words.other
                else None
            )
            height = slovenian.height + (other.height if other is not None else 0)
            if y + height > SIGNATURE - 14:
                return
            mark = QRectF(x, y + 0.4, 5, 5)
            desk.paper.oval(mark, fill=paper.PINE)
            desk.paper.tick(mark)
            under = desk.paper.put(slovenian, x + 8, y)
            if other is not None:
                under = desk.paper.put(other, x + 8, under - 0.3)
            below = max(below, under)
        y = below + 1.8


def _signature(desk: Desk, of: Certificate) -> None:
    words = desk.words
    place = words.say(N_("Number {number} · {day}")).sl.format(number=of.number, day=_day(of.made_on, "sl"))
    desk.paper.put(desk.sl(place, 80, SMALL), LEFT + 8, SIGNATURE + 3)
    desk.paper.line(RIGHT - 76, SIGNATURE, RIGHT - 8, SIGNATURE, colour=paper.INK)
    signed = words.say(N_("Signature and stamp")).sl
    desk.paper.put(desk.sl(signed, 68, SMALL, Side.MIDDLE), RIGHT - 76, SIGNATURE + 1)
    if of.cofunding:
        desk.paper.put(desk.sl(of.cofunding, paper.INNER - 12, SMALL, Side.MIDDLE, most=2), LEFT + 6, 272)
