# SPDX-License-Identifier: GPL-3.0-or-later
"""The report for a centre's funder: five pages from which nobody can be told apart (assessment.md §3.5).

It says "change" and never "effect": there was no comparison group.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak import i18n
from korak.assessment.centre_result import NO_DATA, Cell, CentreResult, CountTable, ShareFact
from korak.assessment.suppression import FEWEST_FOR_MEANS, Hidden
from korak.content.indicators import IndicatorTable
from korak.i18n import N_
from korak.reports import paper
from korak.reports.funder_figures import draw_figures, draw_groups
from korak.reports.funder_method import draw_method
from korak.reports.leaf import (
    BODY,
    CELL,
    CELL_STRONG,
    INNER,
    LEAD,
    LEFT,
    RIGHT,
    SMALL,
    STRONG,
    TITLE,
    Leaf,
)
from korak.reports.paper import Paper, Side, Type
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import LEFT_REASONS, ResultWords

PAGES = 5
OWN = {
    "K1": N_("gained a level"),
    "K2": N_("clearly more"),
    "K3": N_("tried something for the first time"),
    "K4": N_("recognised false messages after the course"),
}
CELLS = {
    "woman": N_("women"),
    "man": N_("men"),
    "other_sex": N_("other"),
    "": N_("no data"),
    "no_age": N_("no data"),
    "other": N_("other"),
    "stayed": N_("stayed to the end"),
    "enough": N_("at least 75 % of the hours"),
    "less": N_("less than 75 % of the hours"),
    "yes": N_("yes"),
    "partly": N_("partly"),
    "no": N_("no"),
}
TABLES = {
    "sex": N_("Sex"),
    "age": N_("Age"),
    "left": N_("Who stayed, and why others left"),
    "attendance": N_("Attendance"),
    "origin": N_("Group of nationalities"),
    "useful": N_("Was the course useful for your life in Slovenia?"),
}
ROW = 7.0
OUTSIDE_HEAD = N_("For outside the centre: nobody can be recognised")
DRAFT_HEAD = N_("Draft: not to be handed out")


@dataclass(frozen=True, slots=True)
class FunderReport:
    """Everything the report says."""

    result: CentreResult
    texts: ResultTexts
    indicators: IndicatorTable


def funder_report(report: FunderReport) -> bytes:
    """Return the report as a PDF of five pages."""
    words, result = ResultWords(), report.result
    title = words.say(N_("Report on the assessment before the course and after it"))
    leaf = Leaf(Paper(title=f"{title} · {result.project}", author=result.centre), words, report.texts)
    pages = (_summary, _taking_part, draw_figures, draw_groups, draw_method)
    for number, draw in enumerate(pages, 1):
        if number > 1:
            leaf.paper.next_page()
        y = leaf.head(result.centre, words.say(DRAFT_HEAD if result.is_draft else OUTSIDE_HEAD))
        if draw is _taking_part:
            _taking_part(leaf, result, y, report.indicators)
        else:
            draw(leaf, result, y)
        _foot(leaf, result, number)
    return leaf.paper.finish()


def cell(words: ResultWords, value: Cell) -> str:
    """What stands in a cell: a number, "<5", or "*"."""
    return value.shown() if isinstance(value, Hidden) else words.number(value, 0)


def label(leaf: Leaf, table: str, name: str, indicators: IndicatorTable | None = None) -> str:
    """What a line of a table is called."""
    for bracket in indicators.brackets if indicators else ():
        if bracket.code == name:
            return bracket.label
    for origin in indicators.origins if indicators and table == "origin" else ():
        if origin.code == name:
            return origin.label
    if table == "left":
        for reason, said in LEFT_REASONS.items():
            if reason.value == name:
                return leaf.words.say(said)
    return leaf.words.say(CELLS[name]) if name in CELLS else name


def _version(words: ResultWords, result: CentreResult) -> str:
    return words.say(N_("draft")) if result.is_draft else words.say(N_("version {n}"), n=result.version)


def _foot(leaf: Leaf, result: CentreResult, page: int) -> None:
    words = leaf.words
    leaf.foot(
        page,
        PAGES,
        result.project,
        _version(words, result),
        i18n.format_date(result.made_on, words.language),
        leaf.texts.scale,
    )


# ---------------------------------------------------------------------------------------------- summary


def _summary(leaf: Leaf, result: CentreResult, y: float) -> None:
    words = leaf.words
    title = words.say(N_("Report on the assessment before the course and after it"))
    y = leaf.text(title, LEFT, y + 6, INNER, TITLE) + 5
    period = words.say(
        N_("from {first} to {last}"),
        first=i18n.format_date(result.period.first, words.language),
        last=i18n.format_date(result.period.last, words.language),
    )
    for name, said in (
        (words.say(N_("Project")), result.project),
        (words.say(N_("Contract")), result.contract or "—"),
        (words.say(N_("Centre")), result.centre),
        (words.say(N_("Period")), period),
        (words.say(N_("Version of the report")), _version(words, result)),
    ):
        leaf.text(name, LEFT, y, 50, Type(11, colour=paper.SOFT))
        y = leaf.text(said, LEFT + 52, y, INNER - 52, STRONG, most=2) + 1.5
    y = leaf.heading(words.say(N_("Summary")), y + 6)
    y = leaf.panel(summary(words, result), y, LEAD)
    y = leaf.heading(words.say(N_("How it was measured")), y + 2)
    method = (
        N_("People were assessed before the course and after it, without a comparison group."),
        N_("Changes cannot be put down to the course alone."),
        N_("Tasks are done in a practice world on the computer; two forms of equal build change places."),
        N_("Counts from 1 to 4 are not printed (<5); * hides a count that would give one of them away."),
    )
    leaf.bullets([words.say(line) for line in method], LEFT, y, INNER)


def summary(words: ResultWords, result: CentreResult) -> tuple[str, ...]:
    """Five sentences; without ten pairs, fewer and no figure."""
    pooled = result.pooled
    people = words.say(
        N_("People who took part: {n}; in groups: {groups}."),
        n=cell(words, result.n_participants),
        groups=len(result.groups),
    )
    if not result.shows_figures:
        few = words.say(
            N_("Fewer than {n} people have both assessments, so the report gives no figures on change."),
            n=FEWEST_FOR_MEANS,
        )
        return (people, few)
    both = words.say(N_("Both assessments: {pairs}."), pairs=words.pairs(result))
    gained, useful = result.indicators[0], result.table("useful")
    lines = [people, both, *words.typical(pooled.p)]
    if gained.share.p is not None:
        lines.append(words.say(N_("A level gained: {share}."), share=own_share(words, gained)))
    yes = useful.cells.get("yes")
    if isinstance(yes, int) and isinstance(useful.total, int) and yes:
        lines.append(
            words.say(
                N_("The course was useful for the lives of {count} of {of}."), count=yes, of=useful.total
            )
        )
    return tuple(lines)


def own_share(words: ResultWords, fact: ShareFact) -> str:
    """A share with its interval, or what hides it."""
    if isinstance(fact.count, Hidden) or isinstance(fact.of, Hidden):
        return words.percents(fact.share) if fact.share.p is not None else cell(words, fact.count)
    return words.share(fact.count, fact.of, fact.share)


# ------------------------------------------------------------------------------- taking part, indicators


def _taking_part(leaf: Leaf, result: CentreResult, y: float, table: IndicatorTable | None = None) -> None:
    words = leaf.words
    y = leaf.title(words.say(N_("Taking part and indicators")), y)
    if table is not None:
        y = _indicators(leaf, result, table, y) + 3
    y = leaf.heading(words.say(N_("Korak's own indicators (not codes of the fund)")), y)
    for fact in result.indicators:
        y = _own(leaf, fact, y)
    y += 3
    left, right = y, y
    for place, name in enumerate(("attendance", "left", "useful", "origin")):
        shown = result.table(name)
        if not shown.cells or set(shown.cells) == {NO_DATA}:
            continue
        if place % 2 == 0:
            left = count_table(leaf, shown, LEFT, left, INNER / 2 - 4, table) + 4
        else:
            right = count_table(leaf, shown, LEFT + INNER / 2 + 4, right, INNER / 2 - 4, table) + 4
    if result.hours is not None:
        hours = words.say(N_("Median of the hours attended: {n}."), n=words.number(result.hours / 60))
        right = leaf.text(hours, LEFT + INNER / 2 + 4, right, INNER / 2 - 4, BODY)
    if result.n_not_eligible:
        out = words.say(
            N_("Left out, because the fund does not count them: {n}."), n=cell(words, _small(result))
        )
        leaf.text(out, LEFT, max(left, right) + 2, INNER, SMALL)


def _small(result: CentreResult) -> Cell:
    return Hidden.SMALL if 0 < result.n_not_eligible < 5 else result.n_not_eligible


def _indicators(leaf: Leaf, result: CentreResult, table: IndicatorTable, y: float) -> float:
    words = leaf.words
    columns = ["total", "woman", "man", "other_sex", "", *(one.code for one in table.brackets), "no_age"]
    y = leaf.heading(words.say(N_("Indicators of the fund")), y)
    width = 13.0
    first = INNER - width * len(columns)
    leaf.paper.box(QRectF(LEFT, y, INNER, 11), fill=paper.TRACK)
    for place, name in enumerate(columns):
        said = words.say(N_("together")) if name == "total" else label(leaf, "", name, table)
        block = leaf.block(said, width - 1, Type(8, bold=True), Side.MIDDLE, 2)
        leaf.paper.put(block, LEFT + first + place * width + 0.5, y + (11 - block.height) / 2)
    y += 12
    for indicator in table.indicators:
        text = leaf.block(f"{indicator.code} {indicator.label}", first - 3, CELL, most=3)
        leaf.paper.put(text, LEFT + 1, y)
        row = result.indicator_row(indicator.counts)
        for place, name in enumerate(columns):
            shown = cell(words, row[name]) if name in row else "—"
            x = LEFT + first + place * width
            leaf.text(shown, x, y, width - 2, CELL_STRONG if name == "total" else CELL, Side.RIGHT)
        y += max(text.height, 5) + 1.5
        leaf.paper.line(LEFT, y - 0.7, RIGHT, y - 0.7, colour=paper.LINE, pen=0.2)
    if not table.codes_verified:
        note = N_("The codes and age brackets have not been checked against {source} yet. Check them first.")
        y = leaf.text(words.say(note, source=table.source), LEFT, y + 0.5, INNER, SMALL)
    return leaf.text(
        words.say(N_("— is written by the centre: Korak does not know it.")), LEFT, y, INNER, SMALL
    )


def _own(leaf: Leaf, fact: ShareFact, y: float) -> float:
    words = leaf.words
    leaf.text(f"{fact.name} {words.say(OWN[fact.name])}", LEFT, y, 76, CELL, most=2)
    bar = QRectF(LEFT + 78, y + 0.6, 40, 4)
    leaf.paper.box(bar, fill=paper.TRACK)
    share = fact.share
    if share.p is not None and share.low is not None and share.high is not None:
        middle = bar.center().y()
        x = bar.left() + bar.width() * share.low
        leaf.paper.line(x, middle, bar.left() + bar.width() * share.high, middle, colour=paper.PINE, pen=1.2)
        at = bar.left() + bar.width() * share.p
        leaf.paper.oval(QRectF(at - 1.6, middle - 1.6, 3.2, 3.2), fill=paper.PINE)
    leaf.text(own_share(words, fact), LEFT + 121, y, INNER - 121, CELL)
    return y + ROW


def count_table(
    leaf: Leaf, table: CountTable, x: float, y: float, width: float, indicators: IndicatorTable | None
) -> float:
    """Draw one table of counts."""
    words = leaf.words
    y = leaf.heading(words.say(TABLES[table.name]), y, x, width)
    rows = [(label(leaf, table.name, name, indicators), value) for name, value in table.cells.items()]
    for name, value in rows:
        block = leaf.block(name, width - 16, CELL, most=2)
        leaf.paper.put(block, x, y)
        leaf.text(cell(words, value), x + width - 15, y, 15, CELL, Side.RIGHT)
        y += block.height + 0.8
    leaf.paper.line(x, y, x + width, y, colour=paper.EDGE, pen=0.3)
    leaf.text(words.say(N_("together")), x, y + 0.4, width - 16, CELL_STRONG)
    return leaf.text(cell(words, table.total), x + width - 15, y + 0.4, 15, CELL_STRONG, Side.RIGHT)
