# SPDX-License-Identifier: GPL-3.0-or-later
"""Page 5 of the report for funders: how it was measured, and every figure a reader may want to check."""

from korak.assessment.centre_result import FEWEST_FOR_MEANS, CentreResult
from korak.assessment.learner_result import Comparison
from korak.assessment.sitting import AccommodationKind
from korak.assessment.suppression import Hidden
from korak.i18n import N_
from korak.reports import paper
from korak.reports.leaf import CELL, INNER, LEFT, RIGHT, SMALL, Leaf
from korak.reports.paper import Side, Type
from korak.reports.result_words import COMPARISONS

KINDS = {
    AccommodationKind.L1_TEXT: N_("text in the own language"),
    AccommodationKind.L1_AUDIO: N_("sound in the own language"),
    AccommodationKind.SL_AUDIO: N_("read aloud in Slovenian"),
    AccommodationKind.LARGE_TEXT: N_("large text"),
    AccommodationKind.CONTRAST: N_("high contrast"),
    AccommodationKind.SWITCH: N_("other keyboard or switch"),
    AccommodationKind.READER_PERSON: N_("a person read aloud"),
    AccommodationKind.INTERPRETER: N_("interpreter"),
}
FORMULAS = (
    N_("Performance: 8 tasks with 0 to 4 points by the help needed, 8 questions with 0 or 1, no time limit."),
    N_("Change = after − before, pairs only. Interval: Walsh averages with the confidence they really have."),
    N_("p: signed-rank test, exact and conditional on ties, zeros left out; Pratt's version keeps them."),
    N_("dz = mean / SD of the changes; g_av = J · mean change / √((SD² before + SD² after) / 2), J exact."),
    N_("Mean change freed from the forms = mean of the two orders AB and BA; interval after Welch."),
    N_("Shares with Wilson's 95 % interval. Quartiles of type 7. Nothing was imputed."),
)


def draw_method(leaf: Leaf, result: CentreResult, y: float) -> None:
    """Draw the page below its head."""
    words = leaf.words
    y = leaf.title(words.say(N_("Annex on method")), y)
    y = leaf.bullets([words.say(line) for line in FORMULAS], LEFT, y, INNER, CELL) + 2
    if result.shows_figures:
        y = _rows(leaf, _technical(leaf, result), leaf.heading(words.say(N_("Figures")), y)) + 3
    y = _rows(leaf, _scale(leaf, result), leaf.heading(words.say(N_("Instrument")), y)) + 3
    y = _rows(leaf, _missing(leaf, result), leaf.heading(words.say(N_("Who is missing")), y)) + 3
    support = [
        (
            words.say(KINDS[AccommodationKind(kind)]),
            count.shown() if isinstance(count, Hidden) else str(count),
        )
        for kind, count in result.accommodations.items()
    ]
    if support:
        y = _rows(leaf, support, leaf.heading(words.say(N_("Support that was used (people)")), y))
    leaf.text(words.say(N_("Nothing in this report was changed by hand.")), LEFT, y + 2, INNER, SMALL)


def _rows(leaf: Leaf, rows: list[tuple[str, str]], y: float) -> float:
    for name, value in rows:
        block = leaf.block(name, 112, CELL, most=2)
        leaf.paper.put(block, LEFT, y)
        leaf.text(value, LEFT + 114, y, INNER - 114, Type(10.5, bold=True), Side.RIGHT, 1)
        y += block.height + 0.6
        leaf.paper.line(LEFT, y - 0.2, RIGHT, y - 0.2, colour=paper.LINE, pen=0.15)
    return y


def _technical(leaf: Leaf, result: CentreResult) -> list[tuple[str, str]]:
    words, p = leaf.words, result.pooled.p
    low, high = words.number(p.effects.dz_low, 2), words.number(p.effects.dz_high, 2)
    dz = f"{words.number(p.effects.dz, 2)} [{low}; {high}]"
    zeros = "<5" if 0 < p.n_zero < 5 else p.n_zero
    return [
        (words.say(N_("p, exact (zeros left out: {n})"), n=zeros), words.p_value(p.p_exact)),
        (words.say(N_("p, Pratt")), words.p_value(p.p_pratt)),
        (words.say(N_("dz [95 %]")), dz),
        (words.say(N_("g_av")), words.number(p.effects.g_av, 2)),
        (words.say(N_("Form B against form A, points")), words.signed(result.pooled.orders.form_effect)),
    ]


def _scale(leaf: Leaf, result: CentreResult) -> list[tuple[str, str]]:
    words, pooled = leaf.words, result.pooled
    marks = [one.record.bank for learner in pooled.results for one in learner.sittings]
    rows = [(words.say(N_("Error of measurement, points")), words.number(pooled.sem))]
    both = pooled.agreement
    if both.n >= FEWEST_FOR_MEANS:
        name = words.say(N_("Paper tasks marked by two people: the same mark"))
        rows.append((name, words.share(both.equal, both.n, both.share)))
    if marks:
        newest = marks[-1]
        cuts = " · ".join(words.number(cut, 0) for cut in newest.cuts)
        rows.insert(0, (words.say(N_("Bank of tasks")), ", ".join(sorted({mark.version for mark in marks}))))
        rows.append((words.say(N_("Cuts between the levels")), cuts))
        alpha = words.number(newest.performance.alpha, 2)
        sittings = newest.performance.sittings
        rows.append((words.say(N_("Reliability of performance (sittings: {n})"), n=sittings), alpha))
        if newest.provisional:
            rows.append((words.say(N_("State of the cuts")), words.say(N_("provisional scale"))))
    return rows


def _missing(leaf: Leaf, result: CentreResult) -> list[tuple[str, str]]:
    words, table = leaf.words, result.table("comparison")
    return [
        (
            words.say(COMPARISONS[Comparison(name)]),
            count.shown() if isinstance(count, Hidden) else str(count),
        )
        for name, count in table.cells.items()
    ]
