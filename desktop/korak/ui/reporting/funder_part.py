# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators of a funder: the table, whose details are missing, and the whole report for outside."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.assessment.centre_result import Period
from korak.assessment.indicator_report import Counted, IndicatorReport
from korak.centre.details import Details
from korak.centre.people import Session
from korak.centre.privacy import Deed, may
from korak.centre.report_filters import ReportFilters
from korak.i18n import _, ngettext
from korak.reports.indicator_words import indicator_listing
from korak.services.house import House
from korak.ui.background import Background
from korak.ui.forms.details_dialog import DetailsDialog
from korak.ui.printing import save_pdf
from korak.ui.reporting.listing_view import ListingView, Makers
from korak.ui.reporting.working import Working
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for_any

SHOWS = ("programme", "group", "period")
_ROWS = 8


class FunderPart(QWidget):
    """Counted in the background; what is missing is put right beside it."""

    said = Signal(str)

    def __init__(self, house: House, session: Session, background: Background) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._filters = ReportFilters()
        self._report: IndicatorReport | None = None
        self.working = Working(background)
        self.outside = Button(role="tick")
        self.outside.setChecked(True)
        self.outside.toggled.connect(self._show)
        self.view = ListingView()
        self.view.said.connect(self.said)
        self.whole = Button(icon="file-text")
        self.whole.clicked.connect(self._whole_report)
        self.view.add(self.whole)
        self._missing_card = Card("card")
        self._missing_title, self.missing_words = Label(role="lead"), Label()
        self.missing = RowsTable(least=_ROWS)
        self.missing.activated.connect(self._ask_details)
        self.missing.picked.connect(self._picked)
        self.details = Button(icon="pencil")
        self.details.clicked.connect(self._ask_details)
        for widget in (self._missing_title, self.missing_words, self.details, self.missing):
            self._missing_card.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self.working, self.outside, self.view, self._missing_card):
            column.addWidget(widget)
        self.view.hide()
        self._missing_card.hide()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.working.retranslate()
        self.view.retranslate()
        self.outside.setText(_("For outside the centre: small numbers are hidden"))
        self.whole.setText(_("Whole report: draft (PDF)"))
        self._missing_title.setText(_("Missing details"))
        self.details.setText(_("Details"))
        self.missing.setAccessibleName(_("Missing details"))
        self._show()

    def ask(self, filters: ReportFilters) -> None:
        """Ask for the numbers; they come when they are ready."""
        self._filters = filters
        count = partial(self._house.indicators.report, self._session, filters)
        self.working.run(count, self._made, self._failed)

    def end(self) -> None:
        """Ask for nothing any more."""
        self.working.end()

    # slots

    def _made(self, report: IndicatorReport | None) -> None:
        if report is None:
            self.said.emit(_("Stopped. Choose again to begin anew."))
            return
        self._report = report
        self._show()

    def _failed(self, fault: Exception) -> None:
        self._report = None
        self.view.hide()
        self._missing_card.hide()
        words = words_for_any(fault)
        self.said.emit(f"{words.happened} {words.todo}")

    def _picked(self, person: str) -> None:
        self.details.setEnabled(bool(person) and may(self._session, Deed.CHANGE_PEOPLE))

    def _ask_details(self) -> None:
        report, person = self._report, self.missing.chosen
        if report is None or not person:
            return
        name = next(one.name for one in report.people if one.person == person)
        known = self._house.rosters.details(self._session, person)
        dialog = DetailsDialog(name, known, report.made_on, self)
        dialog.saved.connect(partial(self._keep, person))
        dialog.open()

    def _keep(self, person: str, details: Details) -> None:
        self._house.rosters.set_details(self._session, person, details)
        self.said.emit(_("Saved."))
        self.ask(self._filters)

    def _whole_report(self) -> None:
        """The report of five pages as a draft; the page of results makes the version that counts."""
        days = self._filters.days
        if days.first is None or days.last is None:
            self.said.emit(_("Choose a period with a first and a last day."))
            return
        period = Period(days.first, days.last)
        try:
            sheets, groups = self._house.result_sheets, [one for one in (self._filters.group,) if one]
            pdf = sheets.funder_pdf(self._session, period, self._filters.programme, groups=groups)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self.said.emit(f"{words.happened} {words.todo}")
            return
        if save_pdf(pdf, f"korak_porocilo_{days.first}_{days.last}.pdf", self) is not None:
            self.said.emit(_("Saved."))

    # showing

    def _show(self) -> None:
        report = self._report
        if report is None:
            return
        outside = self.outside.isChecked()
        indicators, session = self._house.indicators, self._session
        pdf = partial(indicators.pdf, session, report, self._filters.programme, outside=outside)
        book = partial(indicators.workbook, session, report, outside=outside)
        kind = "navzven" if outside else "center"
        makers = Makers(f"korak_kazalniki_{kind}_{report.made_on.isoformat()}", pdf, book)
        self.view.show_listing(indicator_listing(report, i18n.language(), outside=outside), makers)
        self.view.show()
        self._show_missing(report)

    def _show_missing(self, report: IndicatorReport) -> None:
        sex, born, eligible = (len(report.missing(what)) for what in ("sex", "born", "eligible"))
        told = (
            (sex, ngettext("{n} person has no sex noted.", "{n} people have no sex noted.", sex)),
            (born, ngettext("{n} person has no year of birth.", "{n} people have no year of birth.", born)),
            (
                eligible,
                ngettext(
                    "For {n} person nobody noted whether the fund counts them.",
                    "For {n} people nobody noted whether the fund counts them.",
                    eligible,
                ),
            ),
        )
        self.missing_words.setText(" ".join(text.format(n=count) for count, text in told if count))
        lacking = [
            (_("sex"), report.missing("sex")),
            (_("year of birth"), report.missing("born")),
            (_("whether the fund counts them"), report.missing("eligible")),
        ]
        rows: dict[str, tuple[Counted, list[str]]] = {}
        for name, people in lacking:
            for one in people:
                rows.setdefault(one.person, (one, []))[1].append(name)
        self.missing.rows.set_titles((_("Name"), _("What is missing")))
        self.missing.rows.show_rows(
            [Row(one.person, (Cell(one.name), Cell(", ".join(lacks)))) for one, lacks in rows.values()]
        )
        self._missing_card.setVisible(bool(rows))
        self._picked(self.missing.chosen)
