# SPDX-License-Identifier: GPL-3.0-or-later
"""The public numbers put into words: the listing that screen, paper and spreadsheet show."""

from korak.centre.attendance import CLOCK_HOUR, TEACHING_HOUR
from korak.centre.listing import Listing, ListingRow, Value
from korak.centre.public_numbers import PublicNumbers
from korak.i18n import CONTENT_LANGUAGE, N_, gettext_in
from korak.reports.progress_words import period_text


def numbers_listing(numbers: PublicNumbers, language: str = CONTENT_LANGUAGE) -> Listing:
    """The numbers as a table of two columns."""
    rows: tuple[tuple[str, str, Value], ...] = (
        ("groups", N_("Groups that met at least once"), numbers.groups),
        ("people", N_("People who were there at least once, each counted once"), numbers.people),
        ("enrolled", N_("People who were enrolled, whether they came or not"), numbers.enrolled),
        ("meetings", N_("Meetings that took place"), numbers.meetings),
        ("teaching", N_("Teaching hours (45 minutes)"), round(numbers.minutes / TEACHING_HOUR, 1)),
        ("clock", N_("Hours (60 minutes)"), round(numbers.minutes / CLOCK_HOUR, 1)),
    )
    period = period_text(numbers.days.first, numbers.days.last, language)
    remarks = (
        N_("Only meetings that have ended count, and people who were ticked as present at them."),
        N_("Two records that were put together are one person."),
    )
    return Listing(
        title=gettext_in(language, N_("Public numbers")),
        notes=tuple(part for part in (numbers.programme, period) if part),
        columns=(gettext_in(language, N_("What")), gettext_in(language, N_("Number"))),
        rows=tuple(ListingRow(name, (gettext_in(language, text), value)) for name, text, value in rows),
        remarks=tuple(gettext_in(language, one) for one in remarks),
        of=gettext_in(language, N_("of")),
    )
