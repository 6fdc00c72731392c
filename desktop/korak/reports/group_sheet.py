# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's group sheet: overview, heat map, change of each person, tasks and who needs help.

Confidential: it carries codes and initials and stays inside the centre. Shapes and words carry the meaning,
so that a black and white printer loses nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from korak import i18n
from korak.assessment.group_result import GroupResult
from korak.i18n import N_
from korak.reports.group_heat_map import draw_heat_map, heat_map_pages
from korak.reports.group_overview import draw_overview
from korak.reports.group_slopes import draw_slopes
from korak.reports.group_tasks import draw_tasks
from korak.reports.leaf import Leaf
from korak.reports.paper import Paper
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import ResultWords

Draw = Callable[[Leaf, GroupResult, float], None]


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """Everything a group sheet says."""

    group: GroupResult
    texts: ResultTexts
    centre: str
    made_on: date


def group_sheet(sheet: GroupSheet) -> bytes:
    """Return the sheet as a PDF of four pages (more for a group beyond what one heat map holds)."""
    words = ResultWords()
    name = words.say(N_("Before the course and after it"))
    leaf = Leaf(Paper(title=f"{name} · {sheet.group.name}", author=sheet.centre), words, sheet.texts)
    pages = _pages(sheet.group)
    for number, draw in enumerate(pages, 1):
        if number > 1:
            leaf.paper.next_page()
        y = leaf.head(sheet.centre, words.say(N_("Confidential · for the centre only")))
        draw(leaf, sheet.group, y)
        _foot(leaf, sheet, number, len(pages))
    return leaf.paper.finish()


def _pages(group: GroupResult) -> tuple[Draw, ...]:
    heat = tuple(_HeatPage(number) for number in range(heat_map_pages(group)))
    return (draw_overview, *heat, draw_slopes, draw_tasks)


@dataclass(frozen=True, slots=True)
class _HeatPage:
    """One page of the heat map."""

    number: int

    def __call__(self, leaf: Leaf, group: GroupResult, y: float) -> None:
        draw_heat_map(leaf, group, y, self.number)


def _foot(leaf: Leaf, sheet: GroupSheet, page: int, pages: int) -> None:
    banks = sorted({one.record.bank.version for result in sheet.group.results for one in result.sittings})
    leaf.foot(
        page,
        pages,
        f"{sheet.group.name} ({sheet.group.code})",
        i18n.format_date(sheet.made_on, leaf.words.language),
        leaf.words.say(N_("bank {version}"), version=", ".join(banks)) if banks else "",
        provisional(leaf, sheet.group),
    )


def provisional(leaf: Leaf, group: GroupResult) -> str:
    """That the cuts are provisional, while they are."""
    marks = [one.record.bank for result in group.results for one in result.sittings]
    return leaf.words.say(N_("provisional scale")) if any(mark.provisional for mark in marks) else ""
