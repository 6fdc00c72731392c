# SPDX-License-Identifier: GPL-3.0-or-later
"""A programme's particulars and logos, and the groups that belong to it."""

import dataclasses
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFileDialog, QHBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.programmes import Logo, Programme
from korak.i18n import _
from korak.services.house import House
from korak.services.programmes import MOST_LOGO_BYTES
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, LineEdit, Number
from korak.ui.widgets.labels import Label


class ProgrammeDialog(Form):
    """A new programme, or one to change; `saved` comes after it is kept."""

    saved = Signal(str)

    def __init__(
        self, house: House, session: Session, programme: Programme | None, today: date, parent: QWidget
    ) -> None:
        title = _("New programme") if programme is None else _("Change a programme")
        super().__init__(title, "", parent, (760, 640))
        self._house = house
        self._session = session
        self._programme = programme or Programme("", "")
        self._new = programme is None
        self._name, self._contract, self._funder, self._cofunding = (LineEdit() for _edit in range(4))
        self._has_period = Button(_("The programme has a period"), "tick")
        self._begins, self._ends = QDateEdit(), QDateEdit()
        self._hours = Number(0, 10_000)
        self._logos = QWidget()
        self._add_logo = Button(_("Add a logo"), icon="image")
        self._add_logo.clicked.connect(self._ask_logo)
        self._lay_out()
        self._fill(today)
        self.button(_("Cancel"), self.reject)
        self.button(_("Save"), self._save, "primary")
        self._name.setFocus()

    def add_logo(self, file: Path) -> None:
        """Keep the picture in a file as a logo, or say why not."""
        try:
            with file.open("rb") as opened:
                data = opened.read(MOST_LOGO_BYTES + 1)
        except OSError:
            self.refuse(_("The file could not be read."))
            return
        self.refuse("")
        add = partial(self._house.programmes.add_logo, self._session, self._programme.id, file.stem, data)
        if self.try_to(add) is not None:
            self._show_logos()

    # slots

    def _save(self) -> None:
        has_period = self._has_period.isChecked()
        wanted = dataclasses.replace(
            self._programme,
            name=self._name.text(),
            contract=self._contract.text(),
            funder=self._funder.text(),
            cofunding=self._cofunding.text(),
            begins=_date(self._begins) if has_period else None,
            ends=_date(self._ends) if has_period else None,
            planned_hours=self._hours.value(),
        )
        keep = self._house.programmes.add if self._new else self._house.programmes.change
        kept = self.try_to(partial(keep, self._session, wanted))
        if kept is not None:
            self.accept()
            self.saved.emit(kept.id)

    def _ask_logo(self) -> None:
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.svg)"
        file, _kind = QFileDialog.getOpenFileName(self, _("Add a logo"), "", kinds)
        if file:
            self.add_logo(Path(file))

    def _drop_logo(self, logo: Logo) -> None:
        self._house.programmes.drop_logo(self._session, logo.id)
        self._show_logos()

    # internal

    def _lay_out(self) -> None:
        for edit, label, hint in (
            (self._name, _("Name of the programme"), ""),
            (self._contract, _("Number of the contract"), ""),
            (self._funder, _("Funder"), ""),
            (self._cofunding, _("Co-funding line"), _("It stands on every sheet of this programme.")),
            (self._hours, _("Planned teaching hours (45 minutes)"), ""),
        ):
            field = Field(edit)
            field.set_label(label)
            field.set_hint(hint)
            self.body.addWidget(field)
        self.body.addWidget(self._has_period)
        period = Fold(420)
        period.row.setSpacing(16)
        for edit, label in ((self._begins, _("From")), (self._ends, _("Until"))):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("d. M. yyyy")
            field = Field(edit)
            field.set_label(label)
            period.row.addWidget(field, 1)
        self._has_period.toggled.connect(period.setEnabled)
        self.body.addWidget(period)
        self._period = period
        if not self._new:
            self.body.addWidget(Label(_("Logos"), "lead"))
            self.body.addWidget(self._logos)
            self.body.addWidget(self._add_logo)
        self.body.addStretch()

    def _fill(self, today: date) -> None:
        known = self._programme
        self._name.setText(known.name)
        self._contract.setText(known.contract)
        self._funder.setText(known.funder)
        self._cofunding.setText(known.cofunding)
        self._hours.setValue(60 if self._new else known.planned_hours)
        begins, ends = known.begins or today, known.ends or today.replace(month=12, day=31)
        self._begins.setDate(QDate(begins.year, begins.month, begins.day))
        self._ends.setDate(QDate(ends.year, ends.month, ends.day))
        has_period = known.begins is not None or self._new
        self._has_period.setChecked(has_period)
        self._period.setEnabled(has_period)
        if not self._new:
            self._show_logos()

    def _show_logos(self) -> None:
        fresh = QWidget()
        column = Form.column_of(fresh)
        logos = self._house.programmes.logos(self._session, self._programme.id)
        for logo in logos:
            row = QHBoxLayout()
            row.addWidget(Label(logo.name, "trainer"), 1)
            away = Button(_("Remove"), "quiet")
            away.setAccessibleName(f"{_('Remove')}: {logo.name}")
            away.clicked.connect(partial(self._drop_logo, logo))
            row.addWidget(away)
            column.addLayout(row)
        if not logos:
            column.addWidget(Label(_("None yet."), "soft"))
        self.body.replaceWidget(self._logos, fresh)
        self._logos.deleteLater()
        self._logos = fresh


class GroupsDialog(Form):
    """Which groups belong to a programme; found by typing, put in and taken out by Enter or the button."""

    def __init__(self, house: House, session: Session, programme: Programme, parent: QWidget) -> None:
        note = _("A person in two groups of a programme is counted once.")
        super().__init__(_("Groups of {name}").format(name=programme.name), note, parent, (760, 640))
        self._house = house
        self._session = session
        self._programme = programme
        self._seek = LineEdit()
        self._seek.setAccessibleName(_("Search"))
        self._seek.setPlaceholderText(_("Search"))
        self._table = RowsTable()
        self._table.setAccessibleName(_("Groups"))
        self._table.setMinimumHeight(300)
        self._table.rows.set_titles((_("Group"), _("Programme"), ""))
        self._seek.textChanged.connect(self._table.rows.seek)
        self._table.activated.connect(self._turn)
        self._table.picked.connect(self._picked)
        self.body.addWidget(self._seek)
        self.body.addWidget(self._table, 1)
        self._main = self.button("", self._turn)
        self.button(_("Close"), self.accept, "primary")
        self._show()
        self._seek.setFocus()

    # slots

    def _picked(self, group: str) -> None:
        here = self._house.programmes.groups(self._session).get(group) == self._programme.id
        self._main.setText(_("Take out") if here else _("Put in"))
        self._main.setEnabled(bool(group))

    def _turn(self) -> None:
        group = self._table.chosen
        here = self._house.programmes.groups(self._session).get(group) == self._programme.id
        put = partial(self._house.programmes.put_group, self._session, group)
        self.try_to(partial(put, None if here else self._programme.id))
        self._show()

    # internal

    def _show(self) -> None:
        belongs = self._house.programmes.groups(self._session)
        names = {
            one.id: one.name
            for archived in (False, True)
            for one in self._house.programmes.all(self._session, archived=archived)
        }
        rows: list[Row] = []
        for group in self._house.people.groups(self._session):
            programme = belongs.get(group.id, "")
            here = programme == self._programme.id
            chip = Cell(_("in this programme") if here else "", chip="works" if here else "")
            rows.append(Row(group.id, (Cell(group.name), Cell(names.get(programme, "–")), chip)))
        self._table.rows.show_rows(rows)
        self._picked(self._table.chosen)


def _date(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
