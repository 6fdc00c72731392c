# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers a centre publishes, of a time and a programme."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Session
from korak.centre.public_numbers import PublicNumbers
from korak.centre.report_filters import ReportFilters
from korak.i18n import _
from korak.reports.public_words import numbers_listing
from korak.services.house import House
from korak.ui.background import Background
from korak.ui.reporting.listing_view import ListingView, Makers
from korak.ui.reporting.working import Working
from korak.ui.words_for_faults import words_for_any


class YearPart(QWidget):
    """Every group is read for it: in the background, and it can be stopped."""

    said = Signal(str)

    def __init__(self, house: House, session: Session, background: Background) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._programme = ""
        self._numbers: PublicNumbers | None = None
        self.working = Working(background)
        self.view = ListingView()
        self.view.said.connect(self.said)
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
        """Ask for the numbers; they come when they are ready."""
        self._programme = filters.programme
        count = partial(self._house.reports.public_numbers, self._session, filters)
        self.working.run(count, self._made, self._failed)

    def end(self) -> None:
        """Ask for nothing any more."""
        self.working.end()

    def _made(self, numbers: PublicNumbers | None) -> None:
        if numbers is None:
            self.said.emit(_("Stopped. Choose again to begin anew."))
            return
        self._numbers = numbers
        self._show()

    def _failed(self, fault: Exception) -> None:
        words = words_for_any(fault)
        self.said.emit(f"{words.happened} {words.todo}")

    def _show(self) -> None:
        numbers = self._numbers
        if numbers is None:
            return
        reports, session = self._house.reports, self._session
        pdf = partial(reports.numbers_pdf, session, numbers, self._programme)
        name = f"korak_stevilke_{numbers.made_on.isoformat()}"
        makers = Makers(name, pdf, partial(reports.numbers_book, session, numbers))
        self.view.show_listing(numbers_listing(numbers, i18n.language()), makers)
        self.view.show()
