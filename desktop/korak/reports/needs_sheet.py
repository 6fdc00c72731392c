# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group needs, on one page: who answered, wishes, obstacles, the order of topics that follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from korak.centre.needs import SMALL, Counted, Obstacle, Placed, Weight, Why
from korak.content.plan import Need, Topic
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, gettext_in
from korak.reports import paper
from korak.reports.leaf import BODY, CELL, CELL_STRONG, INNER, LEFT, TINY, Leaf
from korak.reports.leaf import SMALL as SMALL_TYPE
from korak.reports.paper import Paper, Side, Type
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import ResultWords

OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.DEVICE: N_("device or connection"),
    Obstacle.LANGUAGE: N_("language"),
    Obstacle.IDENTITY: N_("e-identity"),
    Obstacle.SKILLS: N_("skills"),
}
WEIGHTS: Mapping[Weight, str] = {
    Weight.MUCH: N_("a big problem"),
    Weight.SOME: N_("a small problem"),
    Weight.NONE: N_("no problem"),
    Weight.UNKNOWN: N_("does not know"),
}
WHY: Mapping[Why, str] = {
    Why.FIRST: N_("begins the course"),
    Why.LAST: N_("ends the course"),
    Why.TAUGHT: N_("taught already"),
    Why.WAITS: N_("early: the visit takes weeks"),
    Why.NEEDED: N_("needed for: {topic}"),
    Why.WISHED: N_("wished by: {n}"),
    Why.PORTAL: N_("one new portal a meeting"),
    Why.COURSE: N_("as the course has it"),
}
_FILLS = {
    Weight.MUCH: paper.PINE,
    Weight.SOME: paper.MOSS,
    Weight.NONE: paper.MINT,
    Weight.UNKNOWN: paper.TRACK,
}
_HALF = (INNER - 8) / 2
_MOST_WISHES = 8
_REASON = Type(7.5, colour=paper.SOFT)


@dataclass(frozen=True, slots=True)
class NeedsSheet:
    """Everything the page says."""

    centre: str
    group: str
    counted: Counted
    needs: tuple[Need, ...]
    order: tuple[Placed, ...]
    topics: Mapping[str, Topic]
    made_on: date


def needs_sheet(sheet: NeedsSheet) -> bytes:
    """Return the page as a PDF. A QGuiApplication must be there."""
    title = _sl(N_("What the group needs"))
    leaf = Leaf(Paper(title=title, author=sheet.centre), ResultWords(), ResultTexts())
    y = leaf.head(sheet.centre, _sl(N_("For the folder of the group")))
    day = format_date(sheet.made_on, CONTENT_LANGUAGE)
    y = leaf.title(title, y, f"{sheet.group} · {day}")
    y = leaf.panel(_first_lines(sheet.counted), y, BODY)
    left = _wishes(leaf, sheet, y)
    right = _obstacles(leaf, sheet.counted, y)
    y = max(left, right) + 3
    _order(leaf, sheet, leaf.heading(_sl(N_("Proposed order of the lessons")), y))
    leaf.foot(1, 1, sheet.centre, sheet.group)
    return leaf.paper.finish()


def why_words(one: Placed, topics: Mapping[str, Topic]) -> str:
    """Return the reason of a topic's place in Slovenian."""
    topic = topics.get(one.what_for)
    return _sl(WHY[one.why]).format(topic=topic.title if topic else "", n=one.people)


def _sl(message: str) -> str:
    return gettext_in(CONTENT_LANGUAGE, message)


def _first_lines(counted: Counted) -> list[str]:
    lines = [_sl(N_("Answered: {n} of {all}.")).format(n=counted.answered, all=counted.people)]
    if counted.is_small:
        lines.append(
            _sl(N_("Fewer than {n} people answered: one more may change everything.")).format(n=SMALL)
        )
    return lines


def _wishes(leaf: Leaf, sheet: NeedsSheet, y: float) -> float:
    y = leaf.heading(_sl(N_("What people want to be able to do")), y, LEFT, _HALF)
    ranked = sheet.counted.ranked(sheet.needs)[:_MOST_WISHES]
    most = max((n for _need, n in ranked), default=1)
    for need, n in ranked:
        leaf.paper.picture(paper.pictogram(need.pictogram), QRectF(LEFT, y, 6, 6))
        below = leaf.text(need.title, LEFT + 8, y, _HALF - 22, CELL_STRONG)
        leaf.text(str(n), LEFT + _HALF - 12, y, 12, CELL_STRONG, Side.RIGHT)
        leaf.paper.box(QRectF(LEFT + 8, below + 0.4, _HALF - 22, 1.8), fill=paper.TRACK, radius=0.9)
        leaf.paper.box(
            QRectF(LEFT + 8, below + 0.4, (_HALF - 22) * n / most, 1.8), fill=paper.PINE, radius=0.9
        )
        y = below + 4.4
    return y if ranked else leaf.text(_sl(N_("Nobody has answered yet.")), LEFT, y, _HALF, BODY)


def _obstacles(leaf: Leaf, counted: Counted, y: float) -> float:
    x = LEFT + _HALF + 8
    y = leaf.heading(_sl(N_("What is in the way")), y, x, _HALF)
    for obstacle in Obstacle:
        told = [(weight, counted.of(obstacle, weight)) for weight in WEIGHTS]
        total = sum(n for _weight, n in told)
        name = _sl(OBSTACLES[obstacle])
        y = leaf.text(f"{name[:1].upper()}{name[1:]}", x, y, _HALF, CELL_STRONG) + 0.6
        leaf.paper.box(QRectF(x, y, _HALF, 3.4), fill=paper.WHITE, edge=paper.LINE, radius=0.8)
        start = x
        for weight, n in told:
            width = _HALF * n / total if total else 0.0
            if width:
                leaf.paper.box(QRectF(start, y, width, 3.4), fill=_FILLS[weight], edge=paper.LINE)
            start += width
        words = " · ".join(f"{_sl(WEIGHTS[weight])}: {n}" for weight, n in told if n)
        y = leaf.text(words or "—", x, y + 4, _HALF, SMALL_TYPE) + 2.4
    return y


def _order(leaf: Leaf, sheet: NeedsSheet, y: float) -> None:
    half = -(-len(sheet.order) // 2)
    tall = min(6.6, (276 - y) / max(half, 1))
    for number, one in enumerate(sheet.order):
        column, row = divmod(number, half)
        x, top = LEFT + column * (_HALF + 8), y + row * tall
        topic = sheet.topics[one.line.topic]
        leaf.text(str(number + 1), x, top, 6, TINY, Side.RIGHT)
        leaf.text(topic.title, x + 8, top - 0.5, _HALF * 0.54, CELL, most=1)
        why = why_words(one, sheet.topics)
        leaf.text(why, x + 9 + _HALF * 0.54, top - 0.6, _HALF * 0.46 - 9, _REASON, most=2)
