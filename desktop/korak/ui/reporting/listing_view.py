# SPDX-License-Identifier: GPL-3.0-or-later
"""A listing on the screen: its head, a table that sorts, its sums, how it is counted; save and print."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from korak import i18n
from korak.centre.listing import Listing, ListingRow
from korak.i18n import _
from korak.reports.listing_words import cell_text, sort_key
from korak.services.faults import ServiceFault
from korak.ui.printing import print_pdf, save_file, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for

_ROWS = 16


@dataclass(frozen=True, slots=True)
class Makers:
    """How a listing becomes a file: its name without an ending, the PDF, the spreadsheet."""

    name: str
    pdf: Callable[[], bytes]
    book: Callable[[], bytes]


class ListingView(Card):
    """One report; `picked` says which row is chosen, `said` what was done with it."""

    picked = Signal(str)
    opened = Signal(str)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._makers: Makers | None = None
        self.title, self.notes = Label(role="heading"), Label(role="soft")
        self.table = RowsTable(least=_ROWS)
        self.table.picked.connect(self.picked)
        self.table.activated.connect(self._open)
        self.empty, self.foot, self.remarks = Label(), Label(role="strong"), Label(role="note")
        self.save, self.print_, self.book = (
            Button(icon="save"),
            Button(icon="printer"),
            Button(icon="download"),
        )
        self.save.clicked.connect(partial(self._hand_out, self._save))
        self.print_.clicked.connect(partial(self._hand_out, self._print))
        self.book.clicked.connect(partial(self._hand_out, self._save_book))
        self.acts = QWidget()
        self._flow = FlowLayout(12)
        self.acts.setLayout(self._flow)
        for button in (self.save, self.print_, self.book):
            self._flow.addWidget(button)
        for widget in (self.title, self.notes, self.acts, self.empty, self.table, self.foot, self.remarks):
            self.body.addWidget(widget)

    def add(self, button: Button) -> None:
        """Put one more button beside those that save and print."""
        self._flow.addWidget(button)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.save.setText(_("Save PDF"))
        self.print_.setText(_("Print"))
        self.book.setText(_("Spreadsheet (XLSX)"))

    def show_listing(self, listing: Listing, makers: Makers | None) -> None:
        """Show a listing; without makers it cannot be taken along."""
        self._makers = makers
        language = i18n.language()
        self.title.setText(listing.title)
        self.notes.setText("\n".join(listing.notes))
        self.table.setAccessibleName(listing.title)
        for button in (self.save, self.print_, self.book):
            button.setEnabled(makers is not None)
            button.setAccessibleName(f"{button.text()}: {listing.title}")
        self.table.rows.show_rows(())
        self.table.rows.set_titles(listing.columns)
        self.table.rows.show_rows([_row(row, listing.of, language) for row in listing.rows])
        self.table.setVisible(bool(listing.rows))
        self.empty.setText(listing.empty)
        self.empty.setVisible(not listing.rows and bool(listing.empty))
        self.foot.setText(_foot(listing, language))
        self.foot.setVisible(bool(listing.foot))
        self.remarks.setText("\n".join(listing.remarks))

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self.table.cells()

    def _open(self) -> None:
        if self.table.chosen:
            self.opened.emit(self.table.chosen)

    def _hand_out(self, hand_over: Callable[[Makers], bool]) -> None:
        if self._makers is None:
            return
        try:
            done = hand_over(self._makers)
        except ServiceFault as fault:
            words = words_for(fault)
            self.said.emit(f"{words.happened} {words.todo}")
            return
        if done:
            self.said.emit(_("Saved."))

    def _save(self, makers: Makers) -> bool:
        return save_pdf(makers.pdf(), f"{makers.name}.pdf", self) is not None

    def _save_book(self, makers: Makers) -> bool:
        asked = (_("Spreadsheet (XLSX)"), "XLSX (*.xlsx)")
        return save_file(makers.book(), f"{makers.name}.xlsx", asked, self) is not None

    def _print(self, makers: Makers) -> bool:
        print_pdf(makers.pdf(), self)
        return False


def _row(row: ListingRow, of: str, language: str) -> Row:
    return Row(row.id, tuple(Cell(cell_text(value, language, of), sort_key(value)) for value in row.values))


def _foot(listing: Listing, language: str) -> str:
    """The last line in words: "On average · Lessons: 9,5 · …"."""
    pairs = zip(listing.columns, listing.foot, strict=False)
    known = [(name, cell_text(value, language, listing.of)) for name, value in pairs if value is not None]
    return " · ".join(text if place == 0 else f"{name}: {text}" for place, (name, text) in enumerate(known))
