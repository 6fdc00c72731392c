# SPDX-License-Identifier: GPL-3.0-or-later
"""The report for a funder: which programme, period and groups; a draft, or a version that stays."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from korak.assessment.centre_result import Period
from korak.centre.people import Session
from korak.i18n import _, format_date
from korak.services.house import House
from korak.services.result_sheets import Report
from korak.ui.folding import Fold
from korak.ui.forms.ask import Ask
from korak.ui.forms.form import Form
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.labels import Label


class FunderDialog(Form):
    """`wanted(Report)` comes when a report is to be made; a version is asked about once more."""

    wanted = Signal(object)

    def __init__(self, house: House, session: Session, programme_id: str, parent: QWidget) -> None:
        note = _("Nobody can be recognised in it: small numbers are hidden.")
        super().__init__(_("Funder's report"), note, parent, (760, 680))
        self._house = house
        self._session = session
        self._whole = house.results.whole_period(session)
        self._programmes = {one.id: one for one in house.programmes.all(session)}
        self._of_group = house.programmes.groups(session)
        self._which = Choice()
        self._which.addItem(_("The whole centre"), "")
        for one in self._programmes.values():
            self._which.addItem(one.name, one.id)
        self._which.setCurrentIndex(max(self._which.findData(programme_id), 0))
        self._which.currentIndexChanged.connect(self._programme_changed)
        self._begins, self._ends = QDateEdit(), QDateEdit()
        self._groups: dict[str, Button] = {}
        self._ticks = QWidget()
        self._column = QVBoxLayout(self._ticks)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._known = Label(role="soft")
        self._lay_out()
        self.button(_("Close"), self.reject)
        self._freeze = self.button(_("Version to hand out"), self._ask_version)
        self._draft = self.button(_("Draft"), self._want_draft, "primary")
        self._programme_changed()
        self._which.setFocus()

    def report(self, *, freeze: bool) -> Report:
        """What is asked for now."""
        chosen = frozenset(group for group, tick in self._groups.items() if tick.isChecked())
        groups = frozenset[str]() if len(chosen) == len(self._groups) else chosen
        period = Period(_date(self._begins), _date(self._ends))
        return Report(str(self._which.currentData()), period, groups, freeze)

    # slots

    def _programme_changed(self) -> None:
        programme = self._programmes.get(str(self._which.currentData()))
        first = programme.begins if programme is not None else None
        last = programme.ends if programme is not None else None
        self._begins.setDate(_qdate(first or self._whole.first))
        self._ends.setDate(_qdate(last or self._whole.last))
        self._show_groups()
        self._show_known()

    def _changed(self) -> None:
        self.refuse("")
        chosen = sum(tick.isChecked() for tick in self._groups.values())
        every = chosen == len(self._groups)
        in_order = self._begins.date() <= self._ends.date()
        self._draft.setEnabled(chosen > 0 and in_order)
        self._freeze.setEnabled(every and chosen > 0 and in_order)
        if not in_order:
            self.refuse(_("The last day is before the first."))
        elif not every:
            self.tell(_("A report of some groups is a draft only: two versions could be subtracted."))

    def _want_draft(self) -> None:
        self._want(self.report(freeze=False))

    def _ask_version(self) -> None:
        report = self.report(freeze=True)
        ask = Ask(
            _("Make a version to hand out?"),
            _(
                "It is kept as a version. A later report of the same period hides the same numbers; "
                "one of a period that overlaps it is refused."
            ),
            _("Make the version"),
            self,
        )
        ask.agreed.connect(ask.accept)
        ask.accepted.connect(self._want_version)
        self._asked = report
        ask.open()

    def _want_version(self) -> None:
        self._want(self._asked)

    def _want(self, report: Report) -> None:
        self.accept()
        self.wanted.emit(report)

    # internal

    def _show_groups(self) -> None:
        for tick in self._groups.values():
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        programme = str(self._which.currentData())
        self._groups = {}
        for group in self._house.results.groups(self._session):
            if not programme or self._of_group.get(group.id) == programme:
                tick = Button(group.name, "tick")
                tick.setChecked(True)
                tick.toggled.connect(self._changed)
                self._column.addWidget(tick)
                self._groups[group.id] = tick
        self._changed()

    def _show_known(self) -> None:
        known = self._house.results.frozen(self._session, str(self._which.currentData()))
        lines = [
            _("Version {n}: {first}–{last}, made on {day}").format(
                n=one.version,
                first=format_date(one.begins),
                last=format_date(one.ends),
                day=format_date(one.at.astimezone().date()),
            )
            for one in known
        ]
        self._known.setText("\n".join(lines) or _("No version has been handed out yet."))

    def _lay_out(self) -> None:
        which = Field(self._which)
        which.set_label(_("Programme"))
        self.body.addWidget(which)
        period = Fold(420)
        period.row.setSpacing(16)
        for edit, label in ((self._begins, _("From")), (self._ends, _("Until"))):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("d. M. yyyy")
            edit.dateChanged.connect(self._changed)
            field = Field(edit)
            field.set_label(label)
            period.row.addWidget(field, 1)
        self.body.addWidget(period)
        for title, widget in ((_("Groups"), self._ticks), (_("Versions handed out"), self._known)):
            self.body.addWidget(Label(title, "strong"))
            self.body.addWidget(widget)
        self.body.addStretch()


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
