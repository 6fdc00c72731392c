# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's sheet of the assessment: "Kaj zdaj znam", or before the course "Moj začetek".

Two A4 pages in Slovenian and the learner's own language. Bars, not a radar; no per cent, no rank, no
comparison with others, no red; a change is named as surely as it was measured and no surer.
"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from korak import __version__, i18n, paths
from korak.assessment.learner_result import LearnerResult
from korak.i18n import N_
from korak.reports import paper
from korak.reports.assessment_page_one import draw_page_one
from korak.reports.assessment_page_two import draw_page_two
from korak.reports.bilingual import Bilingual
from korak.reports.desk import LEFT, RIGHT, SMALL, STRONG, Desk
from korak.reports.paper import Paper, Side, Type
from korak.reports.result_texts import ResultTexts

BRAND = Type(13, bold=True, colour=paper.PINE)
PAGES = 2


@dataclass(frozen=True, slots=True)
class AssessmentSheet:
    """Everything the sheet says; `name` only where it was asked for."""

    result: LearnerResult
    texts: ResultTexts
    centre: str
    made_on: date
    name: str = ""
    contact: str = ""
    second_language: str | None = None
    before_only: bool = False  # "Moj začetek", also when there is a later assessment


def assessment_sheet(sheet: AssessmentSheet) -> bytes:
    """Return the sheet as a PDF of two pages."""
    second = sheet.second_language
    words = Bilingual(sheet.texts.pack, None if second == i18n.CONTENT_LANGUAGE else second)
    result = beginning(sheet.result) if sheet.before_only else sheet.result
    title = words.say(N_("My beginning") if result.after is None else N_("What I can do now"))
    desk = Desk(Paper(title=f"{title.sl} · {sheet.name or result.code}", author=sheet.centre), words)
    draw_page_one(desk, result, sheet.texts, title, _head(desk, sheet))
    _foot(desk, sheet, result, 1)
    desk.paper.next_page()
    draw_page_two(desk, result, sheet.texts, sheet.contact, _head(desk, sheet))
    _foot(desk, sheet, result, 2)
    return desk.paper.finish()


def beginning(result: LearnerResult) -> LearnerResult:
    """The same learner as if the course had only begun."""
    return LearnerResult(result.code, result.before, None, None, result.sittings)


def _head(desk: Desk, sheet: AssessmentSheet) -> float:
    centre = " · ".join(part for part in ("Korak", sheet.centre) if part)
    desk.paper.picture(paths.assets() / "icons" / "korak.svg", QRectF(LEFT, 12.5, 11, 8))
    below = desk.paper.put(desk.sl(centre, 100, BRAND, most=2), LEFT + 14, 13)
    holder = sheet.name or sheet.result.code
    under = desk.paper.put(desk.sl(holder, 64, STRONG, Side.RIGHT, most=2), RIGHT - 64, 13)
    if sheet.name:
        under = desk.paper.put(desk.sl(sheet.result.code, 64, SMALL, Side.RIGHT, most=1), RIGHT - 64, under)
    return max(below, under)


def _foot(desk: Desk, sheet: AssessmentSheet, result: LearnerResult, page: int) -> None:
    day = i18n.format_date(sheet.made_on, i18n.CONTENT_LANGUAGE)
    more = [day]
    latest = result.latest
    if latest is not None:
        forms = "→".join(one.form.value for one in (result.before, result.after) if one is not None)
        more.append(desk.words.say(N_("form {form}")).sl.format(form=forms))
        more.append(desk.words.say(N_("bank {version}")).sl.format(version=latest.record.bank.version))
        if latest.record.bank.provisional:
            more.append(desk.words.say(N_("provisional scale")).sl)
    desk.foot(page, PAGES, *more, f"Korak {__version__}")
