# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 1 of the group sheet: who was assessed, what changed, and what a reader must know."""

from PySide6.QtCore import QRectF

from korak.assessment.change import Change
from korak.assessment.descriptive import Summary
from korak.assessment.group_result import GroupResult
from korak.assessment.learner_result import Comparison
from korak.assessment.paired import PairedSummary
from korak.i18n import N_
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, CELL, CELL_STRONG, INNER, LEFT, SMALL, STRONG, TINY, Leaf
from korak.reports.paper import Side
from korak.reports.result_words import CHANGES, COMPARISONS, DASH, LEFT_REASONS

NAME_WIDTH, CHART_WIDTH = 42.0, 80.0
ROW = 20.5
SCALE_NAMES = {"p": N_("Performance"), "s": N_("Self-report"), "v": N_("Vocabulary")}
SHOWN = (Change.CLEAR_UP, Change.LIKELY_UP, Change.SAME, Change.LIKELY_DOWN, Change.CLEAR_DOWN)


def draw_overview(leaf: Leaf, group: GroupResult, y: float) -> None:
    """Draw the page below its head."""
    words = leaf.words
    y = leaf.title(words.say(N_("Before the course and after it · {group}"), group=group.name), y)
    y = leaf.panel((" ".join(words.overview(group)),), y)
    y = leaf.numbers(
        (
            (str(group.n_registered), words.say(N_("people enrolled"))),
            (str(group.n_pre), words.say(N_("entry assessment"))),
            (str(group.n_post), words.say(N_("exit assessment"))),
            (str(group.n_paired), words.say(N_("both, comparable"))),
        ),
        y,
    )
    if group.showing.shift:
        y = _scales(leaf, group, y) + 2
    if group.showing.counts:
        y = _certainty(leaf, group, y) + 3
    y = _absent(leaf, group, y)
    if group.showing.items:
        y = leaf.text(words.forms(group), LEFT, y, INNER, BODY) + 3
    leaf.caution(tuple(words.caution(caution, group) for caution in group.cautions), y + 1)


def _scales(leaf: Leaf, group: GroupResult, y: float) -> float:
    """Three scales: the middle half of the group before (hatched) and after (solid), and the change."""
    words = leaf.words
    chart, numbers = LEFT + NAME_WIDTH, LEFT + NAME_WIDTH + CHART_WIDTH + 6
    y = leaf.heading(words.say(N_("Three scales, from 0 to 100")), y)
    y = _axis(leaf, chart, y)
    for name, pairs in (("p", group.p), ("s", group.s), ("v", group.v)):
        leaf.text(words.say(SCALE_NAMES[name]), LEFT, y + 1, NAME_WIDTH - 3, STRONG)
        leaf.text(_pairs(leaf, pairs), LEFT, y + 6.5, NAME_WIDTH - 3, SMALL)
        for place in (0, 20, 45, 75, 90, 100):
            x = chart + CHART_WIDTH * place / 100
            leaf.paper.line(x, y, x, y + ROW - 4, colour=paper.LINE, pen=0.2)
        _half(leaf, pairs.pre, chart, y + 1.5, after=False)
        _half(leaf, pairs.post, chart, y + 8, after=True)
        _figures(leaf, pairs, numbers, y)
        y += ROW
    return _key(leaf, chart, y - 2)


def _pairs(leaf: Leaf, pairs: PairedSummary) -> str:
    return leaf.words.ngettext("{n} pair", "{n} pairs", pairs.n_paired)


def _axis(leaf: Leaf, x: float, y: float) -> float:
    for place in (0, 20, 45, 75, 90, 100):
        leaf.text(str(place), x + CHART_WIDTH * place / 100 - 5, y, 10, TINY, Side.MIDDLE)
    return y + 4.2


def _half(leaf: Leaf, of: Summary, x: float, y: float, *, after: bool) -> None:
    """A bar from quartile to quartile, a line from the lowest to the highest, a mark at the median."""
    if of.q1 is None or of.q3 is None or of.median is None or of.low is None or of.high is None:
        return
    scale = CHART_WIDTH / 100
    middle = y + 2.2
    leaf.paper.line(x + of.low * scale, middle, x + of.high * scale, middle, colour=paper.EDGE, pen=0.4)
    width = max((of.q3 - of.q1) * scale, 1.2)
    bar = QRectF(x + of.q1 * scale, y, width, 4.4)
    if after:
        leaf.paper.box(bar, fill=paper.PINE, radius=1)
    else:
        leaf.paper.box(bar, fill=paper.WHITE)
        leaf.paper.hatch(bar, colour=paper.PINE, radius=1)
    at = x + of.median * scale
    leaf.paper.line(at, y - 0.7, at, y + 5.1, colour=paper.INK, pen=0.9)


def _figures(leaf: Leaf, pairs: PairedSummary, x: float, y: float) -> None:
    words, width = leaf.words, LEFT + INNER - x
    before = words.middle(pairs.pre.median, pairs.pre.q1, pairs.pre.q3)
    after = words.middle(pairs.post.median, pairs.post.q1, pairs.post.q3)
    y = leaf.text(f"{before} → {after}", x, y + 0.4, width, CELL, most=1)
    shift = pairs.shift if pairs.n_paired >= 5 else None
    y = leaf.text(words.interval(shift), x, y - 0.2, width, CELL_STRONG, most=1)
    counts = words.say(
        N_("more {up} · same {same} · less {down}"),
        up=pairs.improved,
        same=pairs.unchanged,
        down=pairs.declined,
    )
    leaf.text(counts if pairs.n_paired else DASH, x, y - 0.2, width, SMALL, most=1)


def _key(leaf: Leaf, x: float, y: float) -> float:
    words = leaf.words
    bar = QRectF(x, y + 0.9, 7, 3)
    leaf.paper.hatch(bar, colour=paper.PINE, radius=0.8)
    first = leaf.block(words.say(N_("before")), 30, SMALL)
    leaf.paper.put(first, x + 8.5, y)
    second = x + 8.5 + first.natural + 6
    leaf.paper.box(QRectF(second, y + 0.9, 7, 3), fill=paper.PINE, radius=0.8)
    last = leaf.block(words.say(N_("after")), 30, SMALL)
    leaf.paper.put(last, second + 8.5, y)
    more = words.say(N_("bar: the middle half · dark mark: median [quartiles] · line: lowest and highest"))
    at = second + 8.5 + last.natural + 6
    return leaf.text(more, at, y, LEFT + INNER - at, SMALL, most=2) + 2


def _certainty(leaf: Leaf, group: GroupResult, y: float) -> float:
    """How sure the change of each person is, as one row of stones."""
    words = leaf.words
    y = leaf.heading(words.say(N_("How sure the change of each person is")), y)
    width = INNER / len(SHOWN)
    for place, kind in enumerate(SHOWN):
        x, count = LEFT + place * width, group.changes.get(kind, 0)
        for stone in range(count):
            area = QRectF(x + 1 + stone % 7 * 4.9, y + stone // 7 * 4.0, 4.3, 2.9)
            _stone(leaf, kind, area)
    y += 4.0 * max(-(-max(group.changes.values(), default=1) // 7), 1) + 0.5
    for place, kind in enumerate(SHOWN):
        said = f"{group.changes.get(kind, 0)} · {words.say(CHANGES[kind])}"
        leaf.text(said, LEFT + place * width + 1, y, width - 2, CELL, most=2)
    gained = words.share(group.n_band_gained, group.n_paired, group.band_gained)
    y += 10.5 if any(len(words.say(CHANGES[kind])) > 16 for kind in SHOWN) else 6
    note = words.say(
        N_("Clear is a change of about {n} points and more."), n=words.number(_threshold(group), 0)
    )
    y = leaf.text(note, LEFT, y, INNER, SMALL)
    if group.showing.items:
        y = leaf.text(words.say(N_("A level gained: {share}."), share=gained), LEFT, y + 0.5, INNER, SMALL)
    return y


def _threshold(group: GroupResult) -> float | None:
    return next((member.result.reliable.threshold for member in group.paired), None)


def _stone(leaf: Leaf, kind: Change, area: QRectF) -> None:
    if kind is Change.CLEAR_UP:
        leaf.paper.oval(area, fill=paper.PINE)
    elif kind is Change.LIKELY_UP:
        leaf.paper.stone(area, 0.5, colour=paper.PINE)
    elif kind is Change.SAME:
        leaf.paper.oval(area, fill=paper.WHITE, edge=paper.EDGE, pen=0.4)
    elif kind is Change.LIKELY_DOWN:
        leaf.paper.stone(area, 0.5)
    else:
        leaf.paper.oval(area, fill=paper.INK)


def _absent(leaf: Leaf, group: GroupResult, y: float) -> float:
    """Who has no pair and why; who left and why."""
    words = leaf.words
    missing = [
        f"{words.say(COMPARISONS[kind])} ({group.of(kind)})"
        for kind in Comparison
        if kind is not Comparison.YES and group.of(kind)
    ]
    left = [f"{words.say(LEFT_REASONS[reason])} ({count})" for reason, count in group.left.items()]
    lines: list[str] = []
    if missing:
        lines.append(words.say(N_("Without a comparison: {list}."), list="; ".join(missing)))
    if left:
        lines.append(words.say(N_("Left the course: {list}."), list=", ".join(left)))
    before, after = group.not_tried
    if before or after:
        tried = N_("Answers “not tried yet”: {before} before, {after} after.")
        lines.append(words.say(tried, before=before, after=after))
    if group.agreement.n:
        lines.append(words.agreement(group.agreement))
    for line in lines:
        if y < BOTTOM - 8:
            y = leaf.text(line, LEFT, y, INNER, BODY) + 1.2
    return y
