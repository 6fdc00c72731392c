# SPDX-License-Identifier: GPL-3.0-or-later
"""What reports are asked for: one row of choices, kept while one goes from part to part."""

import dataclasses
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from korak.centre.enrolment import Standing
from korak.centre.people import Session
from korak.centre.report_filters import Days, ReportFilters, month_of, school_year_of, year_of
from korak.i18n import _
from korak.services.house import House
from korak.ui.meeting_words import standing_text
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.flow import FlowLayout

WHOLE, MONTH, BEFORE, SCHOOL, YEAR, LAST_YEAR, PROGRAMME, OWN = (
    "whole", "month", "before", "school", "year", "last_year", "programme", "own",
)  # fmt: skip
_STATES = (Standing.ACTIVE, Standing.PAUSED, Standing.LEFT)


def days_of(kind: str, today: date) -> Days:
    """The days a named period stands for."""
    return {
        MONTH: month_of(today),
        BEFORE: month_of(date.fromordinal(today.replace(day=1).toordinal() - 1)),
        SCHOOL: school_year_of(today),
        YEAR: year_of(today.year),
        LAST_YEAR: year_of(today.year - 1),
    }.get(kind, Days())


class FilterBar(QWidget):
    """Programme, group, learner, state, period; `changed` says that one of them is another now."""

    changed = Signal()

    def __init__(self, house: House, session: Session, today: date, start: ReportFilters) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._today = today
        self.filters = start
        self._filling = False
        self.boxes = {name: Choice() for name in ("programme", "group", "person", "standing", "period")}
        self._fields = {name: Field(box) for name, box in self.boxes.items()}
        self.first, self.last = _day_edit(today), _day_edit(today)
        self._own = (Field(self.first), Field(self.last))
        flow = FlowLayout(12)
        self.setLayout(flow)
        for field in (*self._fields.values(), *self._own):
            field.setMinimumWidth(190)
            flow.addWidget(field)
        self.boxes["programme"].currentIndexChanged.connect(self._programme_chosen)
        self.boxes["group"].currentIndexChanged.connect(self._group_chosen)
        for name in ("person", "standing"):
            self.boxes[name].currentIndexChanged.connect(self._take)
        self.boxes["period"].currentIndexChanged.connect(self._period_chosen)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self._take)
        self._period = WHOLE if start.days == Days() else OWN

    def shows(self, *names: str) -> None:
        """Offer only these; what is not offered does not count either."""
        for name, field in self._fields.items():
            field.setVisible(name in names)
        for field in self._own:
            field.setVisible("period" in names and self._period == OWN)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        names = {
            "programme": _("Programme"),
            "group": _("Group"),
            "person": _("Learner"),
            "standing": _("State"),
            "period": _("Period"),
        }
        for name, field in self._fields.items():
            field.set_label(names[name])
        for field, name in zip(self._own, (_("From"), _("To")), strict=True):
            field.set_label(name)
        self.fill()

    def fill(self) -> None:
        """Offer what there is; what was chosen stays chosen."""
        self._filling = True
        asked = self.filters
        programmes = [(one.id, one.name) for one in self._house.programmes.all(self._session)]
        _fill(self.boxes["programme"], [("", _("all")), *programmes], asked.programme)
        self._fill_groups()
        self._fill_people()
        states = [(state.value, standing_text(state)) for state in _STATES]
        _fill(self.boxes["standing"], [("", _("all")), *states], asked.standing or "")
        kinds = [
            (WHOLE, _("the whole time")),
            (MONTH, _("this month")),
            (BEFORE, _("last month")),
            (SCHOOL, _("this school year")),
            (YEAR, str(self._today.year)),
            (LAST_YEAR, str(self._today.year - 1)),
            (PROGRAMME, _("as the programme")),
            (OWN, _("own days")),
        ]
        _fill(self.boxes["period"], kinds, self._period)
        days = asked.days
        for edit, day in ((self.first, days.first), (self.last, days.last)):
            edit.setDate(_qdate(day or self._today))
        self._filling = False

    # slots

    def _programme_chosen(self) -> None:
        if not self._filling:
            self.filters = dataclasses.replace(self.filters, group="", person="")
            self._again(self._fill_groups, self._fill_people)
            self._take()

    def _group_chosen(self) -> None:
        if not self._filling:
            self.filters = dataclasses.replace(self.filters, group=self._chosen("group"), person="")
            self._again(self._fill_people)
            self._take()

    def _period_chosen(self) -> None:
        if not self._filling:
            self._period = self._chosen("period")
            for field in self._own:
                field.setVisible(self._period == OWN)
            self._take()

    def _take(self) -> None:
        if self._filling:
            return
        state = self._chosen("standing")
        self.filters = ReportFilters(
            self._chosen("programme"),
            self._chosen("group"),
            self._chosen("person"),
            self._days(),
            Standing(state) if state else None,
        )
        self.changed.emit()

    # internal

    def _days(self) -> Days:
        if self._period == OWN:
            first, last = _day(self.first), _day(self.last)
            return Days(min(first, last), max(first, last))
        if self._period == PROGRAMME and self._chosen("programme"):
            programme = self._house.programmes.programme(self._session, self._chosen("programme"))
            return Days(programme.begins, programme.ends)
        return days_of(self._period, self._today)

    def _chosen(self, name: str) -> str:
        return str(self.boxes[name].currentData() or "")

    def _again(self, *fill: Callable[[], None]) -> None:
        self._filling = True
        for one in fill:
            one()
        self._filling = False

    def _fill_groups(self) -> None:
        groups = self._house.progress_reports.groups(self._session, self._chosen("programme"))
        _fill(
            self.boxes["group"], [("", _("all")), *((one.id, one.name) for one in groups)], self.filters.group
        )

    def _fill_people(self) -> None:
        people = self._house.progress_reports.people(self._session, self._chosen("group"))
        box = self.boxes["person"]
        _fill(box, [("", _("all")), *((one.id, one.name) for one in people)], self.filters.person)
        box.setEnabled(bool(people))


def _fill(box: Choice, choices: list[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for value, text in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))


def _day_edit(day: date) -> QDateEdit:
    edit = QDateEdit(_qdate(day))
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("d. M. yyyy")
    return edit


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
