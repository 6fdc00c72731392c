# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's first page: the meeting at hand, who is where, who needs help, what could be done next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.meetings import MeetingState
from korak.centre.people import Group, Person, Session
from korak.centre.plans import NextTime
from korak.centre.today import Whereabouts
from korak.i18n import _, content_or_source, format_date
from korak.services.calendar import Entry
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.trainer import Suggestions, WhereRow
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.forms.ask import Ask
from korak.ui.forms.attendance_dialog import AttendanceDialog
from korak.ui.forms.end_dialog import EndDialog
from korak.ui.forms.give_dialog import GiveDialog
from korak.ui.forms.meeting_dialogs import TimesDialog
from korak.ui.forms.notes_dialog import NotesDialog
from korak.ui.forms.pair_dialog import PairDialog
from korak.ui.forms.project_dialog import ProjectDialog
from korak.ui.frame import Frame
from korak.ui.meeting_words import advice_text, times_text, weekday
from korak.ui.rows_table import RowsTable
from korak.ui.stage_words import stage_name
from korak.ui.theme.theme import set_property
from korak.ui.where_table import titles, where_rows
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for

_LOOK_AGAIN_MS = 20_000
_STUCK_MINUTES = (5, 10, 15, 20)


class Hint(Card):
    """One suggestion: what it is about, the fact, and the way there."""

    go = Signal()

    def __init__(self) -> None:
        super().__init__("card")
        self._kicker = Label(role="note")
        self._fact = Label(role="strong")
        self.way = Button(role="link")
        self.way.clicked.connect(self.go)
        self.body.setSpacing(2)
        self.body.setContentsMargins(20, 12, 20, 10)
        self.body.addWidget(self._kicker)
        self.body.addWidget(self._fact)
        self.body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch()

    def show_hint(self, kicker: str, fact: str, way: str) -> None:
        """Show a suggestion; without a way there is no button."""
        self._kicker.setText(kicker)
        self._fact.setText(fact)
        self.way.setText(way)
        self.way.setAccessibleName(f"{way} {fact}")
        self.way.setVisible(bool(way))


class TodayPage(DeskPage):
    """Dense but calm: the head, a table that scrolls by itself, and the suggestions always in sight."""

    here = "today"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._rows: tuple[WhereRow, ...] = ()
        self._shown_rows: object = None
        self._changes: object = None
        self._suggested: Suggestions | None = None
        self._entry: Entry | None = None
        self._present: tuple[int, int] = (0, 0)
        self._next_time: NextTime | None = None
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._attendance = Button(icon="list-checks")
        self._attendance.clicked.connect(self._open_attendance)
        self._give = Button(icon="send")
        self._give.clicked.connect(self._open_give)
        self._project = Button(icon="projector")
        self._project.clicked.connect(self._open_project)
        self._main = Button(role="primary")
        for button in (self._project, self._attendance, self._give, self._main):
            set_property(button, "density", "dense")
        self._main.clicked.connect(self._press_main)
        self._table = RowsTable()
        self._table.activated.connect(self._open_record)
        self._table.picked.connect(self._picked)
        self._sheet = _act("file-text", self._open_record)
        self._note = _act("pencil", self._open_notes)
        self._helped = _act("hand-helping", self._lower_hand)
        self._pictures = _act("key-round", self._ask_reset)
        self._two = _act("users", self._ask_pair)
        self._times = _act("clock", self._ask_times)
        self._stuck_after = PillMenu()
        self._stuck_after.chosen.connect(self._set_stuck)
        self._refresh = Button(role="quiet", icon="refresh-cw")
        self._refresh.clicked.connect(self.shown)
        self._status = Label(role="soft")
        self._status.hide()
        self._stuck = Hint()
        self._stuck.go.connect(self._open_stuck)
        self._words = Hint()
        self._words.go.connect(self._open_words)
        self._next = Hint()
        self._next.go.connect(self._open_next)
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._lay_out()

    def main_widget(self) -> QWidget:
        """What the trainer came for: begin or end the meeting; else the table."""
        return self._main if self._main.isVisibleTo(self) and self._main.isEnabled() else self._table

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._menu.setAccessibleName(_("Group"))
        self._attendance.setText(_("Attendance"))
        self._give.setText(_("Give a task"))
        self._project.setText(_("On the projector"))
        self._refresh.setText(_("Refresh"))
        self._sheet.setText(_("Learner's sheet"))
        self._note.setText(_("Notes"))
        self._helped.setText(_("Helped"))
        self._pictures.setText(_("New three pictures"))
        self._two.setText(_("Pair up"))
        self._times.setText(_("Correct the times"))
        self._table.setAccessibleName(_("Who is where"))
        self._table.rows.set_titles(titles(self._rows))
        self._stuck_after.setAccessibleName(_("Long at one step"))
        self._show()

    def shown(self) -> None:
        """Ask who is where, and go on asking while the page is open."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if self._groups else None
        self._menu.set_choices([(group.id, group.name) for group in self._groups])
        self._menu.setVisible(len(self._groups) > 1)
        self._ask()
        self._again.start()

    def leave(self) -> None:
        """Ask no more."""
        self._again.stop()

    def help_texts(self) -> tuple[str, ...]:
        """What the page is for."""
        return (
            _("“Begin the meeting” opens the list: press a face, and the person is here."),
            _("Press the head of a column, or Ctrl and its number, to sort the table."),
            *super().help_texts(),
        )

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, name: str) -> None:
        """Choose somebody by name."""
        row = next(row for row in self._rows if row.person.shown_name == name)
        self._table.choose(row.person.id)

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._ask()

    def _look_again(self) -> None:
        if not self.isVisible() or self._group_id is None:
            return
        if self.house.trainer.changes(self.session) != self._changes:
            self._ask()
        else:
            self._rows = self.house.trainer.today(self.session, self._group_id)
            self._show_rows()

    def _picked(self, person_id: str) -> None:
        for button in (self._sheet, self._note, self._pictures, self._two):
            button.setEnabled(bool(person_id))
        row = self._row()
        self._helped.setVisible(row is not None and row.asked is not None)

    def _press_main(self) -> None:
        entry, group = self._entry, self._group_id
        if group is None:
            return
        if entry is not None and entry.meeting.state is MeetingState.RUNNING:
            dialog = EndDialog(self.house, self.session, entry.meeting, self)
            dialog.ended.connect(self._ended)
            dialog.open()
            return
        classroom = self.house.classroom
        try:
            if entry is not None and entry.meeting.state is MeetingState.PLANNED:
                classroom.begin(self.session, entry.meeting.id)
            else:
                classroom.begin_unplanned(self.session, group)
        except ServiceFault as fault:
            self._say(words_for(fault).happened)
            return
        self._ask()
        self._open_attendance()

    def _ended(self) -> None:
        self._ask()
        self._say(_("The meeting is over and locked. A correction needs a reason."))

    def _open_attendance(self) -> None:
        if self._entry is None:
            return
        dialog = AttendanceDialog(self.house.attendance, self.session, self._entry.meeting.id, self)
        dialog.finished.connect(self._ask)
        dialog.open()

    def _open_give(self) -> None:
        group = self._group()
        if group is not None:
            GiveDialog(self.house, self.session, group, self._table.chosen, self).open()

    def _open_project(self) -> None:
        topics = self._entry.meeting.topics if self._entry is not None else ()
        dialog = ProjectDialog(self.house.pack, topics, self)
        dialog.picked.connect(self.frame.navigator.projector)
        dialog.open()

    def _open_notes(self) -> None:
        person = self._person()
        if person is not None:
            NotesDialog(self.house.classroom, self.session, person, self).open()

    def _lower_hand(self) -> None:
        person = self._person()
        if person is not None:
            self.house.classroom.lower_hand(self.session, person.id)
            self._ask()

    def _ask_reset(self) -> None:
        person = self._person()
        if person is None:
            return
        question = _("New three pictures for {name}?").format(name=person.shown_name)
        told = _("The old pictures are forgotten. New ones are chosen at the next visit.")
        dialog = Ask(question, told, _("Forget"), self)
        dialog.agreed.connect(partial(self._reset, person))
        dialog.open()

    def _reset(self, person: Person, _typed: str) -> None:
        self.house.people.reset_pin(self.session, person.id)
        self._say(_("Done. {name} chooses new pictures at the next visit.").format(name=person.shown_name))

    def _ask_pair(self) -> None:
        row = self._row()
        if row is None or self._group_id is None:
            return
        dialog = PairDialog(self.house.pairs, self.session, row, self._group_id, self)
        dialog.did.connect(self._paired)
        dialog.open()

    def _paired(self, told: str) -> None:
        self._ask()
        self._say(told)

    def _ask_times(self) -> None:
        if self._entry is not None:
            dialog = TimesDialog(self.house.calendar, self.session, self._entry.meeting, self)
            dialog.changed.connect(partial(self._paired, _("Corrected. The reason is kept.")))
            dialog.open()

    def _set_stuck(self, minutes: str) -> None:
        self.house.trainer.set_stuck_after(self.session, int(minutes))
        self._ask()

    def _open_record(self) -> None:
        person = self._person()
        if person is not None:
            self.frame.navigator.record_of(person.id)

    def _open_stuck(self) -> None:
        if self._suggested is not None and self._suggested.stuck is not None:
            self.frame.navigator.projector(self._suggested.stuck.lesson.id)

    def _open_words(self) -> None:
        self.frame.navigator.desk("words")

    def _open_next(self) -> None:
        found = self._next_time
        if found is not None and self._entry is not None and found.topics:
            planned = self.house.classroom.plan_next(self.session, self._entry.meeting.id, found.topics)
            if planned is None:
                self.frame.navigator.desk("calendar")
            else:
                told = _("Planned for {day}.").format(day=format_date(planned.day))
                self._say(told)
        elif self._suggested is not None and self._suggested.next_lesson is not None:
            self.frame.navigator.lesson(self._suggested.next_lesson.id)

    # internal

    def _row(self) -> WhereRow | None:
        chosen = self._table.chosen
        return next((row for row in self._rows if row.person.id == chosen), None)

    def _person(self) -> Person | None:
        row = self._row()
        return row.person if row is not None else None

    def _group(self) -> Group | None:
        return next((group for group in self._groups if group.id == self._group_id), None)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _ask(self) -> None:
        group = self._group_id
        self._changes = self.house.trainer.changes(self.session)
        if group is not None:
            self._rows = self.house.trainer.today(self.session, group)
            self._suggested = self.house.trainer.suggestions(self.session, group)
            self._entry = self.house.calendar.at_hand(self.session, group)
            self._ask_meeting()
        self._show()

    def _ask_meeting(self) -> None:
        entry = self._entry
        self._next_time = None
        if entry is None:
            return
        listed = self.house.attendance.list_of(self.session, entry.meeting.id)
        self._present = (listed.present, listed.expected)
        if entry.meeting.state is MeetingState.ENDED:
            self._next_time = self.house.classroom.next_time(self.session, entry.meeting.id)

    def _show(self) -> None:
        group = self._group()
        if group is None:
            self._head.title.setText(_("Today"))
            self._head.note.setText(_("There is no group yet. Make one under “Learners”."))
            for button in (self._main, self._attendance, self._give, self._project):
                button.hide()
            self._picked("")
            return
        self._menu.setText(group.name)
        self._menu.set_current(group.id)
        self._show_rows()
        self._show_head(group)
        self._show_stuck_after()
        if self._suggested is not None:
            self._show_suggestions(self._suggested)
        self._picked(self._table.chosen)

    def _show_rows(self) -> None:
        """Show who is where, unless the same is shown already: what is being read does not move."""
        names, rows = titles(self._rows), where_rows(self._rows)
        if (names, rows) != self._shown_rows:
            self._shown_rows = names, rows
            self._table.rows.show_rows([])
            self._table.rows.set_titles(names)
            self._table.rows.show_rows(rows)

    def _show_head(self, group: Group) -> None:
        entry = self._entry
        name = _("Group {name}").format(name=group.name)
        day = self.frame.clock.now().astimezone().date()
        today = f"{weekday(day.weekday())}, {format_date(day)}"
        if entry is None:
            here = sum(1 for row in self._rows if row.state is not Whereabouts.ABSENT)
            present = _("{n} of {all} are here").format(n=here, all=len(self._rows))
            self._head.title.setText(name)
            self._head.note.setText(f"{today} · {_('no meeting is planned today')} · {present}")
        else:
            number = _("meeting {n}").format(n=entry.number)
            present = _("{n} of {all} are here").format(n=self._present[0], all=self._present[1])
            self._head.title.setText(f"{name} · {number}")
            parts = [f"{today}, {times_text(entry.meeting)}", present, self._topics(entry.meeting.topics)]
            self._head.note.setText(" · ".join(part for part in parts if part))
        state = entry.meeting.state if entry is not None else None
        running = state is MeetingState.RUNNING
        self._main.show()
        self._main.setText(_("End the meeting") if running else _("Begin the meeting"))
        self._main.set_role("secondary" if state is MeetingState.ENDED else "primary")
        if state is MeetingState.ENDED:
            self._main.setText(_("One more meeting"))
        self._attendance.setVisible(entry is not None)
        self._times.setVisible(state is MeetingState.ENDED)
        self._give.show()
        self._project.show()

    def _topics(self, topics: Sequence[str]) -> str:
        calendar, pack = self.house.calendar, self.house.pack
        return ", ".join(content_or_source(pack.id, calendar.title(topic)) for topic in topics)

    def _show_stuck_after(self) -> None:
        minutes = int(self.house.trainer.stuck_after(self.session).total_seconds() // 60)
        known = sorted({*_STUCK_MINUTES, minutes})
        self._stuck_after.set_choices([(str(one), _("{n} min").format(n=one)) for one in known])
        self._stuck_after.set_current(str(minutes))
        self._stuck_after.setText(_("Long at one step: {n} min").format(n=minutes))

    def _show_suggestions(self, found: Suggestions) -> None:
        stuck = found.stuck
        if stuck is None:
            self._stuck.show_hint(_("Where it sticks"), _("Nothing stands out today."), "")
        else:
            fact = _("{stage}: {n} of {all}").format(
                stage=stage_name(stuck.station.stage), n=stuck.people, all=stuck.of
            )
            self._stuck.show_hint(_("Where it sticks"), fact, _("Open the lesson and show it ›"))
        hard = " · ".join(found.hard_words)
        way = _("Show the words ›") if hard else ""
        self._words.show_hint(_("Hard words"), hard or _("None in the last two weeks."), way)
        if self._next_time is not None:
            self._show_next_time(self._next_time)
        elif found.next_lesson is None:
            self._next.show_hint(_("Next time"), _("All lessons are finished."), "")
        else:
            self._next.show_hint(_("Next time"), found.next_lesson.title, _("Look at the lesson ›"))

    def _show_next_time(self, found: NextTime) -> None:
        kicker = f"{_('Next time')} · {advice_text(found.advice)}"
        way = _("Plan it for the next meeting ›") if found.topics else ""
        self._next.show_hint(kicker, self._topics(found.topics), way)

    def _lay_out(self) -> None:
        for widget in (self._menu, self._project, self._give, self._attendance, self._main):
            self._head.add(widget)
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button in (
            self._sheet,
            self._note,
            self._helped,
            self._pictures,
            self._two,
            self._times,
            self._stuck_after,
            self._refresh,
        ):
            flow.addWidget(button)
        for button in acts.findChildren(Button):
            set_property(button, "density", "dense")
        hints = Fold(760)
        hints.row.setSpacing(16)
        for hint in (self._stuck, self._words, self._next):
            hints.row.addWidget(hint, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._table, 1)
        column.addWidget(acts)
        column.addWidget(self._status)
        column.addWidget(hints)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _act(icon: str, do: Callable[[], None]) -> Button:
    """A button below the table."""
    made = Button(icon=icon)
    made.clicked.connect(do)
    return made
