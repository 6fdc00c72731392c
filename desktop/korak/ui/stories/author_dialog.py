# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose story is to be written down: found by typing a few letters of the name."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from korak import i18n
from korak.centre.people import Person
from korak.i18n import _
from korak.ui.forms.form import Form
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.fields import LineEdit


class AuthorDialog(Form):
    """Says `chosen(person's id)`."""

    chosen = Signal(str)

    def __init__(self, people: Sequence[Person], parent: QWidget) -> None:
        note = _("The learner tells, you write. The learner is the author and decides.")
        super().__init__(_("Write down a story"), note, parent, (640, 560))
        self._seek = LineEdit()
        self._seek.setAccessibleName(_("Search"))
        self._seek.setPlaceholderText(_("Search"))
        self._table = RowsTable()
        self._table.setAccessibleName(_("Learners"))
        self._table.setMinimumHeight(260)
        self._table.rows.set_titles((_("Learner"), _("Language")))
        rows = [Row(one.id, (Cell(one.name), Cell(i18n.own_name(one.language)))) for one in people]
        self._table.rows.show_rows(rows)
        self._seek.textChanged.connect(self._table.rows.seek)
        self._table.activated.connect(self._choose)
        self._table.picked.connect(self._picked)
        self.body.addWidget(self._seek)
        self.body.addWidget(self._table, 1)
        self.button(_("Cancel"), self.reject)
        self._go = self.button(_("Write"), self._choose, "primary")
        self._picked(self._table.chosen)
        self._seek.setFocus()

    def _picked(self, person: str) -> None:
        self._go.setEnabled(bool(person))

    def _choose(self) -> None:
        person = self._table.chosen
        if person:
            self.accept()
            self.chosen.emit(person)
