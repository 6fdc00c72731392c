# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners propose to the municipality: proposals with votes, no names, small numbers protected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from korak.centre.needs import SMALL
from korak.centre.proposals import Standing, State, shown_outside
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, gettext_in
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, CELL, INNER, LEFT, RIGHT, STRONG, Leaf
from korak.reports.leaf import SMALL as SMALL_TYPE
from korak.reports.paper import Paper, Side
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import ResultWords

STATES: Mapping[State, str] = {
    State.NEW: N_("new proposal"),
    State.HEARD: N_("we have heard you"),
    State.PLANNED: N_("in the plan"),
    State.DONE: N_("carried out"),
    State.REFUSED: N_("cannot be done"),
}
_NUMBER, _GAP = 22.0, 5.0


@dataclass(frozen=True, slots=True)
class ProposalsSheet:
    """Everything the page says: the centre, proposals with their titles, how many people could propose."""

    centre: str
    proposals: tuple[tuple[str, Standing], ...]
    people: int
    made_on: date


def proposals_sheet(sheet: ProposalsSheet) -> bytes:
    """Return the page as a PDF (more pages where there are many proposals)."""
    words = ResultWords()
    leaf = Leaf(Paper(title=_sl(N_("What learners propose")), author=sheet.centre), words, ResultTexts())
    page, y = 1, _head(leaf, sheet)
    for number, (title, one) in enumerate(sheet.proposals, 1):
        needed = _height(leaf, title, one)
        if y + needed > BOTTOM:
            _foot(leaf, sheet, page)
            leaf.paper.next_page()
            page, y = page + 1, paper.MARGIN
        y = _entry(leaf, number, title, one, y)
    if not sheet.proposals:
        leaf.text(_sl(N_("There is no proposal yet.")), LEFT, y, INNER, BODY)
    _foot(leaf, sheet, page)
    return leaf.paper.finish()


def outside_lines(
    found: Sequence[tuple[str, Standing]],
) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the same as a table: its name, the names of its columns, its rows."""
    columns = (N_("Proposal"), N_("Votes"), N_("What became of it"), N_("Reason"))
    rows = tuple(
        (title, shown_outside(one.votes), _sl(STATES[one.proposal.state]), one.proposal.why)
        for title, one in found
    )
    return _sl(N_("Proposals")), tuple(_sl(name) for name in columns), rows


def _sl(message: str) -> str:
    return gettext_in(CONTENT_LANGUAGE, message)


def _head(leaf: Leaf, sheet: ProposalsSheet) -> float:
    y = leaf.head(sheet.centre, _sl(N_("For the advisory body of the municipality")))
    day = format_date(sheet.made_on, CONTENT_LANGUAGE)
    y = leaf.title(_sl(N_("What learners propose")), y + 2, day)
    people = shown_outside(sheet.people)
    lines = (
        _sl(N_("Learners of the course wrote these proposals and voted for them. People asked: {n}.")).format(
            n=people
        ),
        _sl(N_("The page names nobody. Fewer than {n} votes are not counted out.")).format(n=SMALL),
    )
    return leaf.panel(lines, y, BODY) + 2


def _height(leaf: Leaf, title: str, one: Standing) -> float:
    blocks = [leaf.block(text, INNER - _NUMBER, style) for text, style in _lines(title, one)]
    return max(sum(block.height for block in blocks), 11.0) + _GAP


def _lines(title: str, one: Standing) -> list[tuple[str, paper.Type]]:
    state = _sl(STATES[one.proposal.state])
    told = f"{state[:1].upper()}{state[1:]}." + (f" {one.proposal.why}" if one.proposal.why else "")
    return [(title, STRONG)] + ([(told, CELL)] if one.proposal.state is not State.NEW else [])


def _entry(leaf: Leaf, _number: int, title: str, one: Standing, y: float) -> float:
    tall = _height(leaf, title, one)
    leaf.paper.box(QRectF(LEFT, y, _NUMBER - 6, 11), fill=paper.MINT, radius=3)
    leaf.text(shown_outside(one.votes), LEFT, y + 0.8, _NUMBER - 6, STRONG, Side.MIDDLE)
    leaf.text(_sl(N_("votes")), LEFT, y + 6, _NUMBER - 6, SMALL_TYPE, Side.MIDDLE)
    below = y
    for text, style in _lines(title, one):
        below = leaf.text(text, LEFT + _NUMBER, below, INNER - _NUMBER, style)
    leaf.paper.line(LEFT, y + tall - _GAP / 2, RIGHT, y + tall - _GAP / 2)
    return y + tall


def _foot(leaf: Leaf, sheet: ProposalsSheet, page: int) -> None:
    day = format_date(sheet.made_on, CONTENT_LANGUAGE)
    leaf.paper.line(LEFT, 283, RIGHT, 283)
    told = f"{sheet.centre} · {day} · {_sl(N_('no names, no personal data'))} · {page}"
    leaf.text(told, LEFT, 284, INNER, SMALL_TYPE, most=1)
