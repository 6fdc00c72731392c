# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's calendar: meetings of a group or of all, planned, moved, cancelled; the plan beside."""

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from korak.centre.meetings import Meeting, MeetingState
from korak.centre.people import Group, Session
from korak.i18n import _, content_or_source, format_date, ngettext
from korak.services.calendar import Entry
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.ask import Ask
from korak.ui.forms.attendance_dialog import AttendanceDialog
from korak.ui.forms.meeting_dialogs import MeetingDialog, SeriesDialog, TimesDialog
from korak.ui.forms.project_dialog import ProjectDialog
from korak.ui.frame import Frame
from korak.ui.meeting_words import (
    STATE_CHIPS,
    state_text,
    teaching_text,
    times_text,
    weekday,
)
from korak.ui.plan_view import PlanView
from korak.ui.printing import write_file
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for

_ALL = ""
_BACK = timedelta(days=30)


class CalendarPage(DeskPage):
    """Meetings and the plan they follow; what is taken away can be put back."""

    here = "calendar"
    group_chosen = Signal(str)

    def __init__(
        self,
        frame: Frame,
        house: House,
        session: Session,
        group_id: str | None,
        *,
        way: str = "meetings",
    ) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id or _ALL
        self._begins_with = way
        self._entries: dict[str, Entry] = {}
        self._undo_work: Callable[[], object] | None = None
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._ways = {"meetings": Button(role="pill"), "plan": Button(role="pill")}
        self._new = Button(role="primary", icon="plus")
        self._new.clicked.connect(self._ask_series)
        self._export = Button(icon="download")
        self._export.clicked.connect(self._ask_file)
        self._seek = LineEdit()
        self._table = RowsTable()
        self._seek.textChanged.connect(self._table.rows.seek)
        self._table.picked.connect(self._picked)
        self._table.activated.connect(self._ask_change)
        self._change = Button(icon="pencil")
        self._change.clicked.connect(self._ask_change)
        self._cancel = Button(icon="x")
        self._cancel.clicked.connect(self._ask_cancel)
        self._attendance = Button(icon="list-checks")
        self._attendance.clicked.connect(self._open_attendance)
        self._project = Button(icon="projector")
        self._project.clicked.connect(self._open_project)
        self._away = Button(icon="trash-2")
        self._away.clicked.connect(self._take_away)
        self._status = Label(role="soft")
        self._undo = Button(role="link")
        self._undo.clicked.connect(self._do_undo)
        self._plan = PlanView(house.calendar, house.pack, session)
        self._plan.shows.connect(self._show_topic)
        self._room = QStackedWidget()
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table, or the first meetings to plan."""
        return self._table if self._entries else self._new

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._menu.setAccessibleName(_("Group"))
        self._ways["meetings"].setText(_("Meetings"))
        self._ways["plan"].setText(_("Plan of the course"))
        self._new.setText(_("Plan meetings"))
        self._export.setText(_("For other calendars"))
        self._seek.setAccessibleName(_("Search"))
        self._seek.setPlaceholderText(_("Search: group, topic, place"))
        self._change.setText(_("Change"))
        self._attendance.setText(_("Attendance"))
        self._project.setText(_("On the projector"))
        self._away.setText(_("Take away"))
        self._undo.setText(_("Undo"))
        self._table.setAccessibleName(_("Meetings"))
        columns = (_("Day"), _("Time"), _("Group"), _("No."), _("Topics"), _("Hours"), _("Place"), _("State"))
        self._table.rows.set_titles(columns)
        self._plan.retranslate()
        self._show()

    def shown(self) -> None:
        """Ask for groups and meetings."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if len(self._groups) == 1 else _ALL
        self._ask()
        if self._begins_with == "plan" and self._group() is not None:
            self._choose_way("plan")
        today = self._table.rows.place(self._nearest())
        if today >= 0:
            self._table.selectRow(today)
            self._table.scrollTo(self._table.rows.index(today, 0))

    def help_texts(self) -> tuple[str, ...]:
        """What the page is for."""
        return (
            _("Plan a row of meetings; each can be moved, cancelled and taken away."),
            _("Press the head of a column, or Ctrl and its number, to sort the table."),
            *super().help_texts(),
        )

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, place: int) -> None:
        """Choose the meeting in a row."""
        self._table.selectRow(place)

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        if group_id:
            self.group_chosen.emit(group_id)
        self._ask()

    def _choose_way(self, way: str) -> None:
        self._room.setCurrentIndex(0 if way == "meetings" else 1)
        self._show_ways()

    def _picked(self, meeting_id: str) -> None:
        entry = self._entries.get(meeting_id)
        state = entry.meeting.state if entry is not None else None
        self._change.setEnabled(state not in (None, MeetingState.CANCELLED))
        self._change.setText(_("Correct the times") if state is MeetingState.ENDED else _("Change"))
        self._cancel.setEnabled(state is not None and state is not MeetingState.ENDED)
        cancelled = state is MeetingState.CANCELLED
        self._cancel.setText(_("Bring back") if cancelled else _("Cancel the meeting"))
        self._attendance.setEnabled(state is not None and not cancelled)
        self._project.setEnabled(state is not None and not cancelled)
        self._away.setEnabled(state in (MeetingState.PLANNED, MeetingState.CANCELLED))

    def _ask_series(self) -> None:
        group = self._group()
        if group is not None:
            dialog = SeriesDialog(self.house, self.session, group, self._today().date(), self)
            dialog.planned.connect(self._planned)
            dialog.open()

    def _planned(self, made: tuple[Meeting, ...]) -> None:
        ids = [meeting.id for meeting in made]
        count = ngettext("{n} meeting is planned.", "{n} meetings are planned.", len(made))
        self._did(count.format(n=len(made)), partial(self.house.calendar.take_away, self.session, ids))

    def _ask_change(self) -> None:
        entry = self._entry()
        if entry is None or not self._change.isEnabled():
            return
        if entry.meeting.state is MeetingState.ENDED:
            times = TimesDialog(self.house.calendar, self.session, entry.meeting, self)
            times.changed.connect(self._corrected)
            times.open()
        else:
            dialog = MeetingDialog(self.house, self.session, entry.meeting, self)
            put_back = partial(self.house.calendar.put_back, self.session, [entry.meeting])
            dialog.changed.connect(partial(self._did, _("Changed."), put_back))
            dialog.open()

    def _corrected(self) -> None:
        self._undo_work = None  # a correction of what is locked stays; another one may follow
        self._ask()
        self._say(_("Corrected. The reason is kept."))

    def _ask_cancel(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        calendar, meeting = self.house.calendar, entry.meeting
        if meeting.state is MeetingState.CANCELLED:
            calendar.restore(self.session, meeting.id)
            undo = partial(calendar.cancel, self.session, meeting.id, meeting.why_cancelled)
            self._did(_("The meeting takes place again."), undo)
            return
        question = _("Cancel the meeting on {day}?").format(day=format_date(meeting.day))
        told = _("It stays in the calendar, crossed out, and counts no hours.")
        dialog = Ask(question, told, _("Cancel the meeting"), self, _("Reason"))
        dialog.agreed.connect(partial(self._cancel_it, dialog, meeting))
        dialog.open()

    def _cancel_it(self, dialog: Ask, meeting: Meeting, why: str) -> None:
        try:
            self.house.calendar.cancel(self.session, meeting.id, why)
        except ServiceFault as fault:
            dialog.refuse(words_for(fault).happened)
            return
        dialog.accept()
        undo = partial(self.house.calendar.restore, self.session, meeting.id)
        self._did(_("The meeting is cancelled."), undo)

    def _take_away(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        gone = self.house.calendar.take_away(self.session, [entry.meeting.id])
        if not gone:
            self._say(_("Somebody is noted at this meeting already. Cancel it instead."))
            return
        undo = partial(self.house.calendar.put_back, self.session, gone)
        self._did(_("The meeting is taken out of the calendar."), undo)

    def _open_attendance(self) -> None:
        entry = self._entry()
        if entry is not None:
            dialog = AttendanceDialog(self.house.attendance, self.session, entry.meeting.id, self)
            dialog.finished.connect(self._ask)
            dialog.open()

    def _open_project(self) -> None:
        entry = self._entry()
        if entry is not None:
            self.group_chosen.emit(entry.meeting.group)
            self._choose_lesson(entry.meeting.topics, "calendar")

    def _choose_lesson(self, topics: Sequence[str], back: str) -> None:
        dialog = ProjectDialog(self.house.pack, topics, self)
        dialog.picked.connect(partial(self._to_projector, back))
        dialog.open()

    def _show_topic(self, topic: str) -> None:
        """Show a topic's lesson of the plan; several of them are chosen from."""
        lessons = self.house.pack.plan[topic].lessons
        if len(lessons) == 1:
            self._to_projector("plan", lessons[0])
        else:
            self._choose_lesson((topic,), "plan")

    def _to_projector(self, back: str, lesson_id: str) -> None:
        self.frame.navigator.projector(lesson_id, back)

    def _ask_file(self) -> None:
        group = self._group()
        name = f"{group.code if group is not None else 'korak'}.ics"
        file, _kind = QFileDialog.getSaveFileName(self, _("For other calendars"), name, "iCalendar (*.ics)")
        if file:
            self.save_calendar(file)

    def save_calendar(self, file: str) -> None:
        """Write the calendar that is shown into a file, and say so."""
        data = self.house.calendar.calendar_file(self.session, self._group_id or None)
        if write_file(data, Path(file), self):
            self._say(_("Saved: {file}").format(file=file))

    def _do_undo(self) -> None:
        work, self._undo_work = self._undo_work, None
        if work is not None:
            work()
            self._ask()
            self._say(_("Undone."))

    # internal

    def _group(self) -> Group | None:
        return next((group for group in self._groups if group.id == self._group_id), None)

    def _entry(self) -> Entry | None:
        return self._entries.get(self._table.chosen)

    def _today(self) -> datetime:
        return self.frame.clock.now().astimezone()

    def _nearest(self) -> str:
        midnight = datetime.combine(self._today().date(), time()).astimezone()
        coming = (one.meeting for one in self._entries.values() if one.meeting.starts_at >= midnight)
        return next((meeting.id for meeting in coming), "")

    def _did(self, told: str, undo: Callable[[], object]) -> None:
        self._undo_work = undo
        self._ask()
        self._say(told)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        self._undo.setVisible(self._undo_work is not None)
        announce(self._status, text)

    def _ask(self) -> None:
        group = self._group()
        # Of all groups together, the past month and everything to come: the rest is history of each group.
        since = None if group is not None else self._today() - _BACK
        entries = self.house.calendar.entries(self.session, self._group_id or None, since)
        self._entries = {entry.meeting.id: entry for entry in entries}
        self._show()

    def _show(self) -> None:
        group = self._group()
        choices = [(_ALL, _("All groups")), *((one.id, one.name) for one in self._groups)]
        self._menu.set_choices(choices)
        self._menu.set_current(self._group_id)
        self._menu.setText(group.name if group is not None else _("All groups"))
        self._head.title.setText(_("Calendar"))
        self._new.setEnabled(group is not None)
        self._new.setToolTip("" if group is not None else _("Choose a group first."))
        self._ways["plan"].setEnabled(group is not None)
        if group is None:
            self._room.setCurrentIndex(0)
        else:
            self._plan.show_group(group.id)
        self._table.rows.show_rows(self._rows())
        self._table.setColumnHidden(2, group is not None)
        self._table.fit_columns()
        self._show_sums()
        self._show_ways()
        self._status.setVisible(bool(self._status.text()))
        self._undo.setVisible(self._undo_work is not None)
        self._picked(self._table.chosen)

    def _show_sums(self) -> None:
        meetings = [entry.meeting for entry in self._entries.values()]
        held = [one for one in meetings if one.state is MeetingState.ENDED]
        live = [one for one in meetings if one.state is not MeetingState.CANCELLED]
        count = ngettext("{n} meeting", "{n} meetings", len(live)).format(n=len(live))
        done = _("held: {n} of {all} teaching hours").format(
            n=teaching_text(sum(one.teaching_minutes for one in held)),
            all=teaching_text(sum(one.teaching_minutes for one in live)),
        )
        self._head.note.setText(f"{count} · {done}" if live else _("No meetings yet. Plan them here."))

    def _show_ways(self) -> None:
        way = "plan" if self._room.currentIndex() else "meetings"
        for name, button in self._ways.items():
            button.set_icon("check" if name == way else "")
        self._seek.setVisible(way == "meetings")

    def _rows(self) -> list[Row]:
        """A row for every meeting; what many have in common is put into words once."""
        days = [weekday(number)[:3] for number in range(7)]
        states = {state: state_text(state) for state in MeetingState}
        topics = cache(self._topics)
        hours = cache(teaching_text)
        clash = _("clashes")
        rows: list[Row] = []
        for entry in self._entries.values():
            one, day = entry.meeting, entry.meeting.day
            state = Cell(states[one.state], chip=STATE_CHIPS[one.state])
            rows.append(
                Row(
                    one.id,
                    (
                        Cell(f"{days[day.weekday()]}, {format_date(day)}", one.starts_at.timestamp()),
                        Cell(times_text(one)),
                        Cell(entry.group_name),
                        Cell(str(entry.number) if entry.number else "–", entry.number),
                        Cell(one.why_cancelled or topics(one.topics)),
                        Cell(hours(one.teaching_minutes), one.teaching_minutes),
                        Cell(one.place),
                        Cell(clash, chip="help") if entry.clash else state,
                    ),
                )
            )
        return rows

    def _topics(self, topics: tuple[str, ...]) -> str:
        calendar, pack = self.house.calendar, self.house.pack
        return ", ".join(content_or_source(pack.id, calendar.title(topic)) for topic in topics)

    def _lay_out(self) -> None:
        for widget in (self._menu, self._export, self._new):
            self._head.add(widget)
            if widget.role() != "pill":
                set_property(widget, "density", "dense")
        choice = QHBoxLayout()
        choice.setSpacing(12)
        for name, button in self._ways.items():
            button.clicked.connect(partial(self._choose_way, name))
            choice.addWidget(button)
        choice.addWidget(self._seek, 1)
        choice.addStretch()
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button in (
            self._change,
            self._attendance,
            self._project,
            self._cancel,
            self._away,
            self._undo,
        ):
            set_property(button, "density", "dense")
            flow.addWidget(button)
        meetings = QWidget()
        below = QVBoxLayout(meetings)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self._table, 1)
        below.addWidget(acts)
        below.addWidget(self._status)
        below.addStretch()
        self._room.addWidget(meetings)
        self._room.addWidget(self._plan)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addLayout(choice)
        column.addWidget(self._room, 1)
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._status.hide()
        self._undo.hide()
