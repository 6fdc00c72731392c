# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages 3 and 4 of the report for funders: the change of everybody together, and of the larger groups."""

from PySide6.QtCore import QRectF

from korak.assessment.centre_result import CentreResult, GroupLine
from korak.assessment.descriptive import Summary
from korak.assessment.group_result import Caution, GroupResult
from korak.assessment.paired import PairedSummary
from korak.assessment.suppression import FEWEST_FOR_MEANS, Hidden
from korak.i18n import N_
from korak.reports import paper
from korak.reports.leaf import BODY, CELL, CELL_STRONG, INNER, LEFT, RIGHT, SMALL, STRONG, TINY, Leaf
from korak.reports.paper import Side

CHART_LEFT, CHART = LEFT + 40.0, 96.0
TOLD = (Caution.FLOOR, Caution.CEILING, Caution.FORMS, Caution.MISSING)


def draw_figures(leaf: Leaf, result: CentreResult, y: float) -> None:
    """Draw the page on everybody together."""
    words, pooled = leaf.words, result.pooled
    y = leaf.title(words.say(N_("Result")), y, words.say(N_("Everybody together, scales from 0 to 100")))
    if not result.shows_figures:
        few = N_("Fewer than {n} people have both assessments, so the report gives no figures on change.")
        leaf.panel((words.say(few, n=FEWEST_FOR_MEANS),), y)
        return
    for name, pairs in (
        (N_("Performance"), pooled.p),
        (N_("Self-report"), pooled.s),
        (N_("Vocabulary"), pooled.v),
    ):
        y = _scale(leaf, words.say(name), words.pairs(result), pairs, y)
    note = N_("Bar: the middle half of the people, hatched before the course, full after it; mark: median.")
    y = leaf.text(words.say(note), LEFT, y, INNER, SMALL) + 4
    y = _facts(leaf, pooled, y) + 3
    lines = [words.caution(one, pooled) for one in pooled.cautions if one in TOLD]
    if Caution.STAYED in pooled.cautions:
        stayed = N_("The result holds for those who stayed: not everybody has the exit assessment.")
        lines.insert(0, words.say(stayed))
    leaf.caution(lines, y)


def _scale(leaf: Leaf, name: str, told: str, pairs: PairedSummary, y: float) -> float:
    words = leaf.words
    leaf.text(name, LEFT, y + 2, 38, STRONG)
    leaf.text(told, LEFT, y + 7.5, 38, SMALL)
    for place in (0, 25, 50, 75, 100):
        x = CHART_LEFT + CHART * place / 100
        leaf.paper.line(x, y, x, y + 15, colour=paper.LINE, pen=0.2)
        leaf.text(str(place), x - 5, y + 15, 10, TINY, Side.MIDDLE)
    _half(leaf, pairs.pre, y + 1.5, full=False)
    _half(leaf, pairs.post, y + 8.5, full=True)
    x = CHART_LEFT + CHART + 5
    before = words.middle(pairs.pre.median, pairs.pre.q1, pairs.pre.q3)
    after = words.middle(pairs.post.median, pairs.post.q1, pairs.post.q3)
    below = leaf.text(before, x, y + 0.8, RIGHT - x, CELL)
    leaf.text(after, x, below + 1.5, RIGHT - x, CELL_STRONG)
    return y + 21


def _half(leaf: Leaf, of: Summary, y: float, *, full: bool) -> None:
    """A box from quartile to quartile with the median; neither lowest nor highest leaves the centre."""
    if of.q1 is None or of.q3 is None or of.median is None:
        return
    bar = QRectF(CHART_LEFT + CHART * of.q1 / 100, y, max(CHART * (of.q3 - of.q1) / 100, 1.2), 5)
    if full:
        leaf.paper.box(bar, fill=paper.PINE, radius=1)
    else:
        leaf.paper.hatch(bar, colour=paper.PINE, radius=1)
    at = CHART_LEFT + CHART * of.median / 100
    leaf.paper.line(at, y - 0.8, at, y + 5.8, colour=paper.INK, pen=0.9)


def _facts(leaf: Leaf, pooled: GroupResult, y: float) -> float:
    """The gain freed from the forms, the shift, the rank-biserial, the shares, the then-test."""
    words, orders = leaf.words, pooled.orders
    rows: list[tuple[str, str]] = []
    if orders.gain is not None and orders.low is not None and orders.high is not None:
        interval = f"{words.signed(orders.gain)} [{words.number(orders.low)}; {words.number(orders.high)}]"
        rows.append((words.say(N_("Mean change of performance, freed from the forms [95 %]")), interval))
    rows.append(
        (words.say(N_("Typical change of performance (Hodges-Lehmann)")), words.interval(pooled.p.shift))
    )
    rows.append((words.say(N_("Typical change of the vocabulary")), words.interval(pooled.v.shift)))
    biserial = pooled.p.ranks.rank_biserial
    rows.append((words.say(N_("Rank-biserial correlation, −1 to +1")), words.number(biserial, 2)))
    if pooled.then.n_paired >= FEWEST_FOR_MEANS:
        rows.append(
            (words.say(N_("Self-report: change today against before")), words.interval(pooled.s.shift))
        )
        rows.append(
            (words.say(N_("Self-report: looking back from today")), words.interval(pooled.then.shift))
        )
    for name, value in rows:
        block = leaf.block(name, 118, BODY, most=2)
        leaf.paper.put(block, LEFT, y)
        leaf.text(value, LEFT + 120, y, INNER - 120, STRONG, Side.RIGHT)
        y += block.height + 1.5
        leaf.paper.line(LEFT, y - 0.7, RIGHT, y - 0.7, colour=paper.LINE, pen=0.2)
    return y


def draw_groups(leaf: Leaf, result: CentreResult, y: float) -> None:
    """Draw the page on groups; no p values and no ranking."""
    words = leaf.words
    note = N_("Only groups with {n} pairs and more, and only where no other can be computed from the rest.")
    y = leaf.title(words.say(N_("By groups")), y, words.say(note, n=FEWEST_FOR_MEANS))
    lines = [line for line in result.lines if line.group is not None]
    if not lines:
        leaf.panel((words.say(N_("No group is large enough to stand on a line of its own.")),), y)
        return
    scale = (RIGHT - 40 - (LEFT + 55)) / 80  # millimetres for a point, from -20 to +60
    zero = LEFT + 55 + 20 * scale
    top = y
    for line in lines:
        y = _group(leaf, line, pairs_of(leaf, result, line), y, zero, scale)
    leaf.paper.line(zero, top, zero, y, colour=paper.EDGE, pen=0.3)
    leaf.text("0", zero - 5, y + 0.5, 10, TINY, Side.MIDDLE)
    said = words.say(N_("Typical change of performance with its interval, in points"))
    y = leaf.text(said, LEFT + 55, y + 4, INNER - 55, SMALL) + 3
    hidden = sum(isinstance(line.pairs, Hidden) for line in result.lines)
    if hidden:
        text = words.ngettext(
            "{n} group is not shown on its own.", "{n} groups are not shown on their own.", hidden
        )
        leaf.text(text, LEFT, y, INNER, BODY)


def pairs_of(leaf: Leaf, result: CentreResult, line: GroupLine) -> str:
    """How many pairs a group has; rounded down where the sum would tell who has none."""
    n = line.group.n_paired if line.group else 0
    if isinstance(result.pairs, Hidden):
        return leaf.words.say(N_("at least {n} pairs"), n=n - n % 5)
    return leaf.words.ngettext("{n} pair", "{n} pairs", n)


def _group(leaf: Leaf, line: GroupLine, pairs: str, y: float, zero: float, scale: float) -> float:
    group = line.group
    if group is None or group.p.shift is None:
        return y
    shift = group.p.shift
    leaf.text(line.code, LEFT, y + 1, 30, STRONG, most=1)
    leaf.text(pairs, LEFT + 31, y + 1.6, 22, SMALL, most=1)
    middle = y + 4
    if shift.low is not None and shift.high is not None:
        low, high = zero + max(shift.low, -20) * scale, zero + min(shift.high, 60) * scale
        leaf.paper.line(low, middle, high, middle, colour=paper.PINE, pen=1.2)
    at = zero + max(-20.0, min(60.0, shift.estimate)) * scale
    leaf.paper.oval(QRectF(at - 1.8, middle - 1.8, 3.6, 3.6), fill=paper.PINE)
    leaf.text(leaf.words.interval(shift), RIGHT - 38, y + 1, 38, CELL_STRONG, Side.RIGHT)
    return y + 11
