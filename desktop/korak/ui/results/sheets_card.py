# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group's results can be taken along as: all sheets, a spreadsheet, reports, certificates."""

from PySide6.QtCore import Signal

from korak.centre.people import Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.background import Background
from korak.ui.results.outside_card import OutsideCard
from korak.ui.widgets.buttons import Button


class SheetsCard(OutsideCard):
    """`wanted(what)` is asked for: "all", "spreadsheet"; what goes outside the card makes itself."""

    wanted = Signal(str)

    def __init__(self, house: House, session: Session, background: Background) -> None:
        every, spreadsheet = Button(icon="files"), Button(icon="table")
        super().__init__(house, session, background, (every, spreadsheet))
        self.all, self.spreadsheet = every, spreadsheet
        self.all.clicked.connect(self._want_all)
        self.spreadsheet.clicked.connect(self._want_spreadsheet)
        self._told.hide()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._title.setText(_("Sheets and files"))
        self.all.setText(_("All sheets"))
        self.spreadsheet.setText(_("Spreadsheet"))

    def _want_all(self) -> None:
        self.wanted.emit("all")

    def _want_spreadsheet(self) -> None:
        self.wanted.emit("spreadsheet")
