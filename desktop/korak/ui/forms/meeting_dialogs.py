# SPDX-License-Identifier: GPL-3.0-or-later
"""A series of meetings to be planned, and one meeting to be moved or filled with other topics."""

import dataclasses
from datetime import UTC, date, datetime, time
from functools import partial

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from korak.centre.meetings import MOST_IN_A_SERIES, Meeting, Series, days_of
from korak.centre.people import Group, Session
from korak.i18n import _, content_or_source, format_date, ngettext
from korak.services.calendar import Calendar
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.meeting_words import hours_text, weekday
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field, Hour, LineEdit, Number
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label

_USUAL = (time(17, 0), time(19, 30), 15)


class HoursFields(QWidget):
    """A day, from when to when, the break, and the place."""

    changed = Signal()

    def __init__(self, day_label: str, day: date) -> None:
        super().__init__()
        self._day = QDateEdit(QDate(day.year, day.month, day.day))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("d. M. yyyy")
        self._begins, self._ends = Hour(), Hour()
        self._break = Number(0, 240)
        self._break.setSingleStep(5)
        self._place = LineEdit()
        column = Form.column_of(self)
        column.setSpacing(16)
        first, second = Fold(420), Fold(420)
        for fold, edit, label in (
            (first, self._day, day_label),
            (first, self._begins, _("From")),
            (first, self._ends, _("Until")),
            (second, self._break, _("Break in minutes")),
            (second, self._place, _("Place")),
        ):
            field = Field(edit)
            field.set_label(label)
            fold.row.setSpacing(16)
            fold.row.addWidget(field, 2 if edit is self._place else 1)
        column.addWidget(first)
        column.addWidget(second)
        self._day.dateChanged.connect(self.changed)
        for edit in (self._begins, self._ends):
            edit.timeChanged.connect(self.changed)
        self._break.valueChanged.connect(self.changed)

    def fill(self, begins: time, ends: time, pause: int, place: str) -> None:
        """Show hours, break and place."""
        self._begins.setTime(QTime(begins.hour, begins.minute))
        self._ends.setTime(QTime(ends.hour, ends.minute))
        self._break.setValue(pause)
        self._place.setText(place)

    @property
    def day(self) -> date:
        """The day."""
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    @property
    def hours(self) -> tuple[time, time]:
        """From when to when."""
        begins, ends = self._begins.time(), self._ends.time()
        return time(begins.hour(), begins.minute()), time(ends.hour(), ends.minute())

    def applied(self, meeting: Meeting) -> Meeting:
        """A meeting at this day, with these hours, break and place."""
        day, (begins, ends) = self.day, self.hours
        return dataclasses.replace(
            meeting,
            starts_at=datetime.combine(day, begins).astimezone().astimezone(UTC),
            ends_at=datetime.combine(day, ends).astimezone().astimezone(UTC),
            break_minutes=self.pause,
            place=self.place,
        )

    @property
    def pause(self) -> int:
        """The break in minutes."""
        return self._break.value()

    @property
    def place(self) -> str:
        """Where."""
        return self._place.text()


class SeriesDialog(Form):
    """A row of meetings; says beforehand how many there will be, until when, and how many hours."""

    planned = Signal(tuple)

    def __init__(self, house: House, session: Session, group: Group, today: date, parent: QWidget) -> None:
        note = _("Days off are left out. The topics follow the group's plan.")
        super().__init__(_("Plan meetings: {name}").format(name=group.name), note, parent, (720, 600))
        self._house = house
        self._session = session
        self._group = group
        self._fields = HoursFields(_("First day"), today)
        self._days = {number: Button(weekday(number), "tick") for number in range(7)}
        self._count = Number(1, MOST_IN_A_SERIES)
        self._told = Label(role="lead")
        self._lay_out(today)
        self.button(_("Cancel"), self.reject)
        self.button(_("Plan"), self._plan, "primary")
        self._show()

    # slots

    def _plan(self) -> None:
        add = partial(self._house.calendar.add_series, self._session, self._group.id, self._series())
        made = self.try_to(add)
        if made is not None:
            self.accept()
            self.planned.emit(made)

    def _show(self) -> None:
        series = self._series()
        days = tuple(days_of(series))
        if not days:
            self._told.setText(_("Choose at least one day of the week."))
            return
        begins = datetime.combine(series.first, series.begins, UTC)
        ends = datetime.combine(series.first, series.ends, UTC)
        minutes = max(int((ends - begins).total_seconds() // 60) - series.break_minutes, 0)
        count = ngettext("{n} meeting", "{n} meetings", len(days)).format(n=len(days))
        until = _("the last one on {day}").format(day=format_date(days[-1]))
        self._told.setText(f"{count} · {until} · {hours_text(minutes * len(days))}")

    # internal

    def _series(self) -> Series:
        begins, ends = self._fields.hours
        chosen = frozenset(number for number, tick in self._days.items() if tick.isChecked())
        fields = self._fields
        return Series(fields.day, begins, ends, chosen, self._count.value(), fields.pause, fields.place)

    def _lay_out(self, today: date) -> None:
        before = self._house.calendar.entries(self._session, self._group.id)
        last = before[-1].meeting if before else None
        if last is None:
            self._fields.fill(*_USUAL, "")
        else:
            begins, ends = last.starts_at.astimezone(), last.ends_at.astimezone()
            self._fields.fill(begins.time(), ends.time(), last.break_minutes, last.place)
        days = QWidget()
        flow = FlowLayout(8)
        days.setLayout(flow)
        for number, tick in self._days.items():
            tick.setChecked(number == today.weekday())
            set_property(tick, "density", "dense")
            tick.toggled.connect(self._show)
            flow.addWidget(tick)
        self._count.setValue(20)
        count = Field(self._count)
        count.set_label(_("How many meetings"))
        for widget in (self._fields, Label(_("Days of the week"), "trainer"), days, count, self._told):
            self.body.addWidget(widget)
        self.body.addStretch()
        self._fields.changed.connect(self._show)
        self._count.valueChanged.connect(self._show)


class MeetingDialog(Form):
    """One meeting: another day, other hours, another place, other topics."""

    changed = Signal()

    def __init__(self, house: House, session: Session, meeting: Meeting, parent: QWidget) -> None:
        super().__init__(_("Change a meeting"), "", parent, (720, 560))
        self._house = house
        self._session = session
        self._meeting = meeting
        self._topics = list(meeting.topics)
        self._fields = HoursFields(_("Day"), meeting.day)
        self._add = Choice()
        self._add_field = Field(self._add)
        self._chosen = QWidget()
        begins, ends = meeting.starts_at.astimezone(), meeting.ends_at.astimezone()
        self._fields.fill(begins.time(), ends.time(), meeting.break_minutes, meeting.place)
        self._lay_out()
        self.button(_("Cancel"), self.reject)
        self.button(_("Save"), self._save, "primary")

    # slots

    def _save(self) -> None:
        wanted = dataclasses.replace(self._fields.applied(self._meeting), topics=tuple(self._topics))
        if self.try_to(partial(self._house.calendar.change, self._session, wanted)) is not None:
            self.accept()
            self.changed.emit()

    def _add_topic(self, place: int) -> None:
        topic = str(self._add.itemData(place) or "")
        if topic and topic not in self._topics:
            self._topics.append(topic)
        self._add.setCurrentIndex(0)
        self._show_topics()

    def _drop_topic(self, topic: str) -> None:
        self._topics.remove(topic)
        self._show_topics()
        self._add.setFocus()

    # internal

    def _lay_out(self) -> None:
        self._add.addItem(_("Choose a topic"), "")
        for line in self._house.calendar.plan(self._session, self._meeting.group):
            self._add.addItem(self._title(line.topic), line.topic)
        self._add.activated.connect(self._add_topic)
        self._add_field.set_label(_("Add a topic"))
        for widget in (self._fields, Label(_("Topics"), "trainer"), self._chosen, self._add_field):
            self.body.addWidget(widget)
        self.body.addStretch()
        self._show_topics()

    def _title(self, topic: str) -> str:
        return content_or_source(self._house.pack.id, self._house.calendar.title(topic))

    def _show_topics(self) -> None:
        fresh = QWidget()
        column = Form.column_of(fresh)
        for topic in self._topics:
            row = QHBoxLayout()
            row.addWidget(Label(self._title(topic), "strong"), 1)
            away = Button(_("Remove"), "quiet")
            away.setAccessibleName(f"{_('Remove')}: {self._title(topic)}")
            away.clicked.connect(partial(self._drop_topic, topic))
            row.addWidget(away)
            column.addLayout(row)
        if not self._topics:
            column.addWidget(Label(_("None yet."), "soft"))
        self.body.replaceWidget(self._chosen, fresh)
        self._chosen.deleteLater()
        self._chosen = fresh


class TimesDialog(Form):
    """When a meeting that is over and locked really was: day, hours, break, place and a reason."""

    changed = Signal()

    def __init__(self, calendar: Calendar, session: Session, meeting: Meeting, parent: QWidget) -> None:
        note = _("The meeting is locked. Old and new are kept with your name and the reason.")
        super().__init__(_("Correct the times"), note, parent, (720, 560))
        self._calendar = calendar
        self._session = session
        self._meeting = meeting
        self._fields = HoursFields(_("Day"), meeting.day)
        begins, ends = meeting.starts_at.astimezone(), meeting.ends_at.astimezone()
        self._fields.fill(begins.time(), ends.time(), meeting.break_minutes, meeting.place)
        self._why = LineEdit()
        field = Field(self._why)
        field.set_label(_("Reason"))
        self.body.addWidget(self._fields)
        self.body.addWidget(field)
        for correction in calendar.corrections(session, meeting.id):
            day = format_date(correction.at.astimezone().date())
            self.body.addWidget(Label(f"{day} · {correction.why}", "soft"))
        self.body.addStretch()
        self.button(_("Cancel"), self.reject)
        self.button(_("Correct"), self._save, "primary")

    def _save(self) -> None:
        self.refuse("")
        wanted = self._fields.applied(self._meeting)
        why = self._why.text()
        if self.try_to(partial(self._calendar.correct, self._session, wanted, why)) is not None:
            self.accept()
            self.changed.emit()
        elif not why.strip():
            self._why.setFocus()
