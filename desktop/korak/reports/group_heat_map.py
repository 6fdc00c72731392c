# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 2 of the group sheet: every learner by area, before and after, whoever needs most first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from korak.assessment.change import Change
from korak.assessment.group_result import GroupResult, Member
from korak.assessment.measured import Measured, state_of
from korak.assessment.scoring import AreaState, Gap
from korak.assessment.sitting import Area
from korak.i18n import N_
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, CELL, INNER, LEFT, SMALL, Leaf
from korak.reports.paper import Side, Type
from korak.reports.result_words import AREAS, CHANGES, STATES

NAME, CHANGE, GAP, MARK, HOURS = 25.0, 24.0, 11.0, 12.0, 8.5
SIGN = 6.5
CELL_WIDTH = (INNER - NAME - CHANGE - GAP - MARK - HOURS) / 7
TALLEST, LOWEST = 12.0, 9.2
HEAD = 13.0
TOP, KEY_HEIGHT = 40.0, 22.0
FILLED = {AreaState.NOT_YET: 0.0, AreaState.WITH_HELP: 0.5, AreaState.ALONE: 1.0}
COLUMNS = (*(area for area in Area if area is not Area.V), Area.V)
GROUND = {AreaState.ALONE: "#CFE5DB", AreaState.WITH_HELP: "#F4EBD2"}
ARROWS = {
    Change.CLEAR_UP: "▲▲",
    Change.LIKELY_UP: "▲",
    Change.SAME: "=",
    Change.LIKELY_DOWN: "▼",
    Change.CLEAR_DOWN: "▼▼",
    Change.MISSING: "",
}
PER_PAGE = int((BOTTOM - TOP - HEAD - KEY_HEIGHT) / LOWEST)


def heat_map_pages(group: GroupResult) -> int:
    """How many pages the learners need."""
    return max(1, -(-len(group.heat_map) // PER_PAGE))


def draw_heat_map(leaf: Leaf, group: GroupResult, y: float, page: int) -> None:
    """Draw one page of it below its head."""
    words = leaf.words
    note = words.say(N_("Whoever needs most help stands first. Left before the course, right after it."))
    y = leaf.title(words.say(N_("Heat map · {group}"), group=group.name), y, note)
    members = group.heat_map[page * PER_PAGE : (page + 1) * PER_PAGE]
    if not members:
        leaf.panel((words.say(N_("Nobody has been assessed yet.")),), y)
        return
    height = max(LOWEST, min(TALLEST, (BOTTOM - y - HEAD - KEY_HEIGHT) / len(members)))
    y = _head(leaf, y)
    for member in members:
        _row(leaf, member, y, height)
        y += height
    leaf.paper.line(LEFT, y, LEFT + INNER, y, colour=paper.EDGE)
    _key(leaf, y + 3)


def _head(leaf: Leaf, y: float) -> float:
    words = leaf.words
    leaf.paper.box(QRectF(LEFT, y, INNER, HEAD), fill=paper.TRACK)
    leaf.text(words.say(N_("Code")), LEFT + 1.5, y + 4, NAME - 2, Type(8.5, bold=True))
    areas = [(words.say(AREAS[area]), CELL_WIDTH) for area in COLUMNS]
    rest = [
        (words.say(N_("Difference")), CHANGE),
        (words.say(N_("Self")), GAP),
        (words.say(N_("Support")), MARK),
        (words.say(N_("Hours")), HOURS),
    ]
    x = LEFT + NAME
    for columns in (areas, rest):
        size = min(_size(leaf, name, width - 0.6) for name, width in columns)
        for name, width in columns:
            block = leaf.block(name, width - 0.6, Type(size, bold=True), Side.MIDDLE, 2)
            leaf.paper.put(block, x + 0.3, y + (HEAD - block.height) / 2)
            x += width
    return y + HEAD


def _size(leaf: Leaf, name: str, width: float) -> float:
    """How large the longest word of a column's name may be."""
    size = 9.0
    while size > 6.5 and any(_wide(leaf, word, size) > width for word in name.split()):
        size -= 0.25
    return size


def _wide(leaf: Leaf, word: str, size: float) -> float:
    return leaf.block(word, 60, Type(size, bold=True)).natural


def _row(leaf: Leaf, member: Member, y: float, height: float) -> None:
    leaf.paper.line(LEFT, y, LEFT + INNER, y, colour=paper.LINE, pen=0.2)
    result, middle = member.result, y + height / 2
    leaf.text(result.code, LEFT + 1, middle - 4.4, NAME - 1, Type(9.2, bold=True), most=1)
    leaf.text(member.initials, LEFT + 1, middle - 0.2, NAME - 2, SMALL, most=1)
    for place, area in enumerate(COLUMNS):
        box = QRectF(LEFT + NAME + place * CELL_WIDTH, y, CELL_WIDTH, height)
        _cell(leaf, state_of(result.before, area), state_of(result.after, area), box)
    _last(leaf, member, LEFT + NAME + 7 * CELL_WIDTH, y, height)


def _cell(leaf: Leaf, before: AreaState | None, after: AreaState | None, box: QRectF) -> None:
    latest = after or before
    if latest in GROUND:
        leaf.paper.box(box.adjusted(0.25, 0.25, -0.25, -0.25), fill=GROUND[latest])
    size = min(4.6, box.height() - 4)
    middle = box.center()
    for state, x in ((before, middle.x() - size - 1.1), (after, middle.x() + 1.1)):
        area = QRectF(x, middle.y() - size / 2, size, size)
        if state is None:
            leaf.paper.line(x + 0.8, middle.y(), x + size - 0.8, middle.y(), colour=paper.EDGE, pen=0.4)
        else:
            _stone(leaf, state, area)
    leaf.paper.line(middle.x() - 0.35, middle.y() - 0.7, middle.x() + 0.35, middle.y(), colour=paper.SOFT)
    leaf.paper.line(middle.x() - 0.35, middle.y() + 0.7, middle.x() + 0.35, middle.y(), colour=paper.SOFT)


def _stone(leaf: Leaf, state: AreaState, area: QRectF) -> None:
    leaf.paper.oval(area, fill=paper.WHITE, edge=paper.PINE, pen=0.4)
    if FILLED[state]:
        leaf.paper.stone(area, FILLED[state], colour=paper.PINE)


def _last(leaf: Leaf, member: Member, x: float, y: float, height: float) -> None:
    words, result, middle = leaf.words, member.result, y + height / 2
    sign, said = ARROWS[result.change], words.say(CHANGES[result.change])
    bold = result.change not in (Change.SAME, Change.MISSING)
    leaf.text(sign, x, middle - 2.4, SIGN, Type(9, bold=bold), Side.MIDDLE, 1)
    block = leaf.block(said, CHANGE - SIGN - 0.5, Type(8.5, bold=bold), most=2)
    leaf.paper.put(block, x + SIGN + 0.5, middle - block.height / 2)
    x += CHANGE
    leaf.text(_gap(result.gap[1]), x, middle - 2.6, GAP, CELL, Side.MIDDLE)
    x += GAP
    leaf.text(_support(result.before, result.after), x, middle - 2.6, MARK, CELL, Side.MIDDLE)
    x += MARK
    hours = member.attendance
    shown = "—" if hours is None else words.number(hours.attended / 60, 0)
    leaf.text(shown, x, middle - 2.6, HOURS - 1, CELL, Side.RIGHT)


def _gap(gap: Gap) -> str:
    return {Gap.SELF_HIGHER: "↑", Gap.PERFORMANCE_HIGHER: "↓", Gap.ALIGNED: "=", Gap.MISSING: "—"}[gap]


def _support(before: Measured | None, after: Measured | None) -> str:
    used = [one is not None and one.score.with_language for one in (before, after)]
    return "J" if all(used) else "J*" if any(used) else ""


def _key(leaf: Leaf, y: float) -> None:
    words = leaf.words
    x = LEFT
    for state in AreaState:
        _stone(leaf, state, QRectF(x, y + 0.6, 3.6, 3.6))
        block = leaf.block(words.say(STATES[state]), 40, BODY)
        leaf.paper.put(block, x + 5, y - 0.4)
        x += block.natural + 11
    leaf.text(words.say(N_("— not assessed")), x, y - 0.4, 40, BODY)
    lines: Sequence[str] = (
        words.say(N_("Change: ▲▲ clearly more, ▲ probably more, = about the same, ▼ less.")),
        words.say(N_("Self: ↑ thinks they can do more, ↓ can do more than they think, = agrees.")),
        words.say(N_("Support: J own language at both, J* at one only: the conditions were different.")),
    )
    y += 6
    for line in lines:
        y = leaf.text(line, LEFT, y, INNER, SMALL)
