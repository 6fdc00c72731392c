# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators of a funder put into words: the listing that screen, paper and spreadsheet show."""

from korak.assessment.indicator_report import NO_AGE, NO_SEX, TOTAL, IndicatorReport
from korak.assessment.suppression import Cell, Hidden
from korak.centre.listing import Listing, ListingRow, Value
from korak.i18n import CONTENT_LANGUAGE, N_, format_date, gettext_in
from korak.reports.progress_words import period_text

_COLUMNS = {
    TOTAL: N_("together"),
    "woman": N_("women"),
    "man": N_("men"),
    "other_sex": N_("other"),
    NO_SEX: N_("sex not known"),
    NO_AGE: N_("age not known"),
}


def indicator_listing(
    report: IndicatorReport, language: str = CONTENT_LANGUAGE, *, outside: bool = True
) -> Listing:
    """The report as a table; for outside with small counts hidden."""

    def say(message: str) -> str:
        return gettext_in(language, message)

    labels = {one.code: one.label for one in report.table.brackets}
    names = [labels[code] if code in labels else say(_COLUMNS[code]) for code in report.columns]
    rows: list[ListingRow] = []
    for one in report.table.indicators:
        row = report.row(one.counts, outside=outside)
        cells = tuple(_cell(row[code]) if code in row else None for code in report.columns)
        rows.append(ListingRow(one.code, (f"{one.code} {one.label}", *cells)))
    return Listing(
        title=say(N_("Indicators of the fund: {name}")).format(name=report.title),
        notes=tuple(part for part in (report.contract, period_text(*report.period, language)) if part),
        columns=(say(N_("Indicator")), *names),
        rows=tuple(rows),
        remarks=_remarks(report, language, outside=outside),
        empty=say(N_("The table of indicators is empty.")),
        of=say(N_("of")),
    )


def _remarks(report: IndicatorReport, language: str, *, outside: bool) -> tuple[str, ...]:
    def say(message: str) -> str:
        return gettext_in(language, message)

    told = [say(N_("Each person is counted once: whoever was at a meeting or handed an assessment in."))]
    on = format_date(report.on, language)
    told.append(say(N_("Ages are those reached in the year of {day}.")).format(day=on))
    told.append(say(N_("A dash: nobody was asked, or the centre fills it in itself.")))
    if outside:
        told.append(
            say(N_("<5 stands for 1 to 4 people; * hides a number from which one of them could be told."))
        )
    if report.left_out:
        left = _cell(report.people_shown(outside=outside))
        told.append(say(N_("Left out, because the fund does not count them: {n}.")).format(n=left))
    if not report.table.codes_verified:
        told.append(
            say(
                N_("The codes and age brackets have not been checked against {source} yet. Check them first.")
            ).format(source=report.table.source or "—")
        )
    return tuple(told)


def _cell(cell: Cell) -> Value:
    return cell.shown() if isinstance(cell, Hidden) else cell
