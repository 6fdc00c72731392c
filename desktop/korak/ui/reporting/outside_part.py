# SPDX-License-Identifier: GPL-3.0-or-later
"""The funder's report before and after, and certificates: for whoever owes them, trainer or staff."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.report_filters import ReportFilters
from korak.services.house import House
from korak.ui.background import Background
from korak.ui.results.outside_card import OutsideCard


class OutsidePart(QWidget):
    """The card of what goes outside, for the programme and the group that are chosen above."""

    said = Signal(str)

    def __init__(self, house: House, session: Session, background: Background) -> None:
        super().__init__()
        self.card = OutsideCard(house, session, background)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.card.retranslate()

    def ask(self, filters: ReportFilters) -> None:
        """Take over what was chosen."""
        self.card.choose(filters.group, filters.programme)

    def end(self) -> None:
        """Make nothing any more."""
        self.card.end()
