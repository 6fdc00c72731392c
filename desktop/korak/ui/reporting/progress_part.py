# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the centre, a group or a learner is; a row opens what stands behind it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Session
from korak.centre.report_filters import ReportFilters
from korak.i18n import _
from korak.learning.progress_report import ProgressReport, Scope
from korak.reports.progress_words import progress_listing
from korak.services.house import House
from korak.ui.background import Background
from korak.ui.reporting.listing_view import ListingView, Makers
from korak.ui.reporting.working import Working
from korak.ui.words_for_faults import words_for_any

SHOWS = ("programme", "group", "person", "standing", "period")


class ProgressPart(QWidget):
    """The report asked for; `said` says what was done, `opened(group, person)` what is asked next."""

    said = Signal(str)
    opened = Signal(str, str)

    def __init__(self, house: House, session: Session, background: Background) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._report: ProgressReport | None = None
        self._filters = ReportFilters()
        self.working = Working(background)
        self.view = ListingView()
        self.view.said.connect(self.said)
        self.view.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.working)
        column.addWidget(self.view)
        self.view.hide()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.working.retranslate()
        self.view.retranslate()
        self._show()

    def ask(self, filters: ReportFilters) -> None:
        """Ask for a report; it comes when it is ready."""
        self._filters = filters
        self.said.emit("")
        report = partial(self._house.progress_reports.report, self._session, filters)
        self.working.run(report, self._made, self._failed)

    def end(self) -> None:
        """Ask for nothing any more."""
        self.working.end()

    # internal

    def _made(self, report: ProgressReport | None) -> None:
        if report is None:
            self.said.emit(_("Stopped. Choose again to begin anew."))
            return
        self._report = report
        self._show()

    def _failed(self, fault: Exception) -> None:
        words = words_for_any(fault)
        self.said.emit(f"{words.happened} {words.todo}")

    def _open(self, row: str) -> None:
        report = self._report
        if report is not None and report.scope is Scope.CENTRE:
            self.opened.emit(row, "")
        elif report is not None and report.scope is Scope.GROUP:
            self.opened.emit(self._filters.group, row)

    def _show(self) -> None:
        report = self._report
        if report is None:
            return
        reports, session = self._house.progress_reports, self._session
        name = f"korak_napredek_{_plain(report.title)}_{report.made_on.isoformat()}"
        pdf = partial(reports.pdf, session, report, self._filters.programme)
        makers = Makers(name, pdf, partial(reports.workbook, session, report))
        self.view.show_listing(progress_listing(report, self._house.pack.id, i18n.language()), makers)
        self.view.show()


def _plain(text: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in text)
