# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's sheet "Kaj že znam": two A4 pages in Slovenian and the learner's own language.

Page 1 says how far every lesson (with many lessons: every module) is, page 2 what that makes possible and
what comes next. Bars and stones where a picture says it better than a number; no per cent, no rank, nothing
that only colour tells: a bar is hatched while help is needed and solid when it is not.
"""

from PySide6.QtCore import QRectF

from korak import __version__, i18n, paths
from korak.i18n import N_
from korak.learning.record import LearnerRecord
from korak.reports import paper
from korak.reports.bilingual import Bilingual
from korak.reports.desk import LEFT, RIGHT, SMALL, STRONG, Desk
from korak.reports.learner_facts import holder_of
from korak.reports.learner_page_one import draw_page_one
from korak.reports.learner_page_two import draw_page_two
from korak.reports.paper import Paper, Side, Type

BRAND = Type(13, bold=True, colour=paper.PINE)
PAGES = 2


def learner_sheet(record: LearnerRecord, second_language: str | None = None) -> bytes:
    """Return the sheet as a PDF; a second language that is unknown or Slovenian is left out."""
    words = Bilingual(record.pack, None if second_language == i18n.CONTENT_LANGUAGE else second_language)
    title = words.say(N_("What I can do already"))
    desk = Desk(Paper(title=f"{title.sl} · {holder_of(record)}", author=record.issuer.centre), words)
    draw_page_one(desk, record, title, _head(desk, record))
    _foot(desk, record, 1)
    desk.paper.next_page()
    draw_page_two(desk, record, _head(desk, record))
    _foot(desk, record, 2)
    return desk.paper.finish()


def _head(desk: Desk, record: LearnerRecord) -> float:
    """Who hands the sheet out, and whose it is; returns the y below."""
    centre = " · ".join(part for part in ("Korak", record.issuer.centre) if part)
    desk.paper.picture(paths.assets() / "icons" / "korak.svg", QRectF(LEFT, 12.5, 11, 8))
    below = desk.paper.put(desk.sl(centre, 84, BRAND, most=3), LEFT + 14, 13)
    under = desk.paper.put(desk.sl(holder_of(record), 78, STRONG, Side.RIGHT, most=2), RIGHT - 78, 13)
    code = record.holder.code if record.holder.name else ""
    if code:
        under = desk.paper.put(desk.sl(code, 78, SMALL, Side.RIGHT, most=1), RIGHT - 78, under)
    return max(below, under)


def _foot(desk: Desk, record: LearnerRecord, page: int) -> None:
    day = i18n.format_date(record.made_on, i18n.CONTENT_LANGUAGE)
    desk.foot(page, PAGES, day, f"Korak {__version__}", f"{record.pack} {record.pack_version}")
