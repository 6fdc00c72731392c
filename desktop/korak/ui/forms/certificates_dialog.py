# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates of a group: first who gets one and who not, with the reason; then all of them at once."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from korak.centre.attendance import TEACHING_HOUR
from korak.centre.certificates import Candidate
from korak.centre.people import Group, Session
from korak.centre.privacy import Deed, may
from korak.i18n import NO_BREAK, _, format_number, ngettext
from korak.services.certificates import LEAST_PERCENT, MOST_PERCENT
from korak.services.house import House
from korak.ui.forms.form import Form
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, Number
from korak.ui.widgets.labels import Label


class CertificatesDialog(Form):
    """`wanted` comes when the certificates of everybody who gets one are to be made."""

    wanted = Signal()

    def __init__(self, house: House, session: Session, group: Group, parent: QWidget) -> None:
        title = _("Certificates · {group}").format(group=group.name)
        note = _("Attendance alone decides. No result ever stands on a certificate.")
        super().__init__(title, note, parent, (980, 680))
        self._house = house
        self._session = session
        self._group = group
        self._candidates: tuple[Candidate, ...] = ()
        self._summary = Label(role="strong")
        self._percent = Number(LEAST_PERCENT, MOST_PERCENT)
        self._percent.setValue(house.certificates.percent(session, group.id))
        self._percent.valueChanged.connect(self._set_percent)
        self._field = Field(self._percent)
        self._field.set_label(_("Needed, in per cent of the hours held"))
        programme = house.programmes.of_group(session, group.id)
        told = _("It holds for the whole programme {name}.")
        self._field.set_hint(told.format(name=programme.name) if programme is not None else "")
        self._table = RowsTable()
        self._table.setAccessibleName(_("Who gets a certificate"))
        self._table.picked.connect(self._picked)
        self._tick = Button(_("Add what this person is able to do"), "tick")
        self._tick.clicked.connect(self._wish)
        for widget in (self._field, self._summary, self._table, self._tick):
            self.body.addWidget(widget)
        if not may(session, Deed.TEACH):
            self._tick.hide()  # it is said by the learner, or to the trainer
        self.button(_("Close"), self.reject)
        self._make = self.button(_("Make the certificates"), self._want, "primary")
        self._show()
        self._table.setFocus()

    def cells(self) -> list[list[str]]:
        """Every text of the list, row by row."""
        return self._table.cells()

    def choose(self, person: str) -> None:
        """Choose somebody."""
        self._table.choose(person)

    # slots

    def _set_percent(self, percent: int) -> None:
        self.refuse("")
        self.try_to(partial(self._house.certificates.set_percent, self._session, self._group.id, percent))
        self._show()

    def _picked(self, person: str) -> None:
        one = self._one(person)
        self._tick.setEnabled(one is not None and one.earns)
        self._tick.setChecked(one is not None and one.can_do)

    def _wish(self, wanted: bool) -> None:
        person = self._table.chosen
        wish = partial(self._house.certificates.wish_can_do, self._session, person, wanted=wanted)
        if person:
            self.try_to(wish)
            self._show()

    def _want(self) -> None:
        self.accept()
        self.wanted.emit()

    # internal

    def _one(self, person: str) -> Candidate | None:
        return next((one for one in self._candidates if one.person.id == person), None)

    def _show(self) -> None:
        chosen = self._table.chosen
        self._candidates = self._house.certificates.candidates(self._session, self._group.id)
        earning = [one for one in self._candidates if one.earns]
        said = ngettext("{n} of {all} gets a certificate.", "{n} of {all} get a certificate.", len(earning))
        self._summary.setText(said.format(n=len(earning), all=len(self._candidates)))
        self._table.rows.set_titles(
            (_("Name"), _("Teaching hours"), _("Share"), _("Certificate"), _("With skills"), _("Number"))
        )
        self._table.rows.show_rows([_row(one) for one in self._candidates])
        self._table.setMinimumHeight(self._table.maximumHeight())
        self._table.fit_columns()
        self._table.choose(chosen)
        self._picked(self._table.chosen)
        self._make.setEnabled(bool(earning))


def _row(one: Candidate) -> Row:
    hours = _("{n} of {all}").format(n=_hours(one.attended), all=_hours(one.held))
    share = "–" if one.share is None else f"{one.share}{NO_BREAK}%"
    return Row(
        one.person.id,
        (
            Cell(one.person.shown_name),
            Cell(hours, one.attended),
            Cell(share, one.share if one.share is not None else -1),
            Cell(_why(one), float(one.earns)),
            Cell(_("yes") if one.can_do else "–"),
            Cell(one.number or "–"),
        ),
    )


def _why(one: Candidate) -> str:
    """Yes, or why not."""
    if one.earns:
        return _("yes")
    if one.held == 0:
        return _("no: no meeting was held")
    missing = -(-(one.held * one.percent - one.attended * 100) // (100 * TEACHING_HOUR))
    return ngettext("no: {n} hour is missing", "no: {n} hours are missing", missing).format(n=missing)


def _hours(minutes: int) -> str:
    hours = minutes / TEACHING_HOUR
    return format_number(hours, 0 if hours.is_integer() else 1)
