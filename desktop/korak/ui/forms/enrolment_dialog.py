# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody's place in a group: pause, leave with a reason, come back, change group; and the history."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from korak.centre.enrolment import LEAVING, Reason, Standing
from korak.centre.people import Group, Person, Session
from korak.i18n import _, format_date
from korak.services.enrolments import Enrolments
from korak.ui.forms.form import Form
from korak.ui.meeting_words import reason_text, standing_text, step_text
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label


class EnrolmentDialog(Form):
    """Every step is kept at once and can be gone back on: whoever left can come back."""

    changed = Signal()

    def __init__(
        self,
        enrolments: Enrolments,
        session: Session,
        person: Person,
        group: Group,
        groups: tuple[Group, ...],
        parent: QWidget,
    ) -> None:
        title = _("Place in the group: {name}").format(name=person.shown_name)
        super().__init__(title, "", parent, (760, 640))
        self._enrolments = enrolments
        self._session = session
        self._person = person
        self._group = group
        self._names = {one.id: one.name for one in groups}
        self._reason = Choice()
        self._reason_field = Field(self._reason)
        self._pause, self._leave, self._return = (
            Button(icon="pause"),
            Button(icon="log-out"),
            Button(icon="log-in"),
        )
        self._other = Choice()
        self._other_field = Field(self._other)
        self._move = Button(icon="move")
        self._table = RowsTable()
        self._lay_out(groups)
        self.button(_("Close"), self.accept, "primary")
        self._show()

    def cells(self) -> list[list[str]]:
        """The history, line by line."""
        return self._table.cells()

    # slots

    def _do(self, work: Callable[[Session, str, str], None], told: str) -> None:
        self.refuse("")
        do = partial(work, self._session, self._person.id, self._group.id)
        if self.try_to(partial(_true, do)):
            self.tell(told)
            self.changed.emit()
            self._show()

    def _do_pause(self) -> None:
        self._do(partial(self._with_reason, self._enrolments.pause), _("Kept. Nobody expects them now."))

    def _do_leave(self) -> None:
        told = _("Kept. The record stays; “Come back” brings them back.")
        self._do(partial(self._with_reason, self._enrolments.leave), told)

    def _do_return(self) -> None:
        self._do(self._enrolments.come_back, _("Kept. They are expected again."))

    def _do_move(self) -> None:
        new = str(self._other.currentData() or "")
        if new:
            old, move = self._group.id, self._enrolments.change_group
            change = partial(move, self._session, self._person.id, old, new)
            if self.try_to(partial(_true, change)):
                self.changed.emit()
                self.accept()

    def _with_reason(
        self, work: Callable[[Session, str, str, Reason], None], session: Session, person: str, group: str
    ) -> None:
        work(session, person, group, Reason(str(self._reason.currentData() or "")))

    # internal

    def _show(self) -> None:
        found = self._enrolments.standings(self._session, self._group.id)
        standing = found.get(self._person.id, Standing.NOT_YET)
        in_group = standing in (Standing.ACTIVE, Standing.PAUSED) and self._is_open()
        self.note.setText(f"{self._group.name} · {standing_text(standing if in_group else Standing.LEFT)}")
        self.note.show()
        self._pause.setEnabled(in_group and standing is Standing.ACTIVE)
        self._leave.setEnabled(in_group)
        self._return.setEnabled(not in_group or standing is Standing.PAUSED)
        self._move.setEnabled(in_group and self._other.count() > 0)
        lines = self._enrolments.history(self._session, self._person.id)
        self._table.rows.show_rows(
            [
                Row(
                    str(number),
                    (
                        Cell(format_date(line.day), line.day.toordinal()),
                        Cell(self._names.get(line.group, "–")),
                        Cell(step_text(line.step)),
                        Cell(reason_text(line.reason)),
                    ),
                )
                for number, line in reversed(tuple(enumerate(lines)))
            ]
        )

    def _is_open(self) -> bool:
        former = self._enrolments.former(self._session, self._group.id)
        return all(person.id != self._person.id for person, _reason, _day in former)

    def _lay_out(self, groups: tuple[Group, ...]) -> None:
        self._reason.addItem(_("Choose a reason"), Reason.NONE.value)
        for reason in LEAVING:
            self._reason.addItem(reason_text(reason), reason.value)
        self._reason_field.set_label(_("Reason"))
        for group in groups:
            if group.id != self._group.id:
                self._other.addItem(group.name, group.id)
        self._other_field.set_label(_("Another group"))
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button, text, do in (
            (self._pause, _("Pause"), self._do_pause),
            (self._leave, _("Leaves the group"), self._do_leave),
            (self._return, _("Come back"), self._do_return),
        ):
            button.setText(text)
            button.clicked.connect(do)
            set_property(button, "density", "dense")
            flow.addWidget(button)
        self._move.setText(_("Move to the other group"))
        self._move.clicked.connect(self._do_move)
        set_property(self._move, "density", "dense")
        self._table.setAccessibleName(_("History"))
        self._table.rows.set_titles((_("Day"), _("Group"), _("Step"), _("Reason")))
        for widget in (self._reason_field, acts, self._other_field, self._move, Label(_("History"), "lead")):
            self.body.addWidget(widget)
        self._other_field.setVisible(self._other.count() > 0)
        self._move.setVisible(self._other.count() > 0)
        self.body.addWidget(self._table, 1)
        self.body.addStretch()


class FormerDialog(Form):
    """Who left a group, when and why; they can be brought back."""

    changed = Signal()

    def __init__(self, enrolments: Enrolments, session: Session, group: Group, parent: QWidget) -> None:
        super().__init__(_("Former learners of {name}").format(name=group.name), "", parent, (760, 560))
        self._enrolments = enrolments
        self._session = session
        self._group = group
        self._table = RowsTable()
        self._table.setAccessibleName(_("Former learners"))
        self._table.rows.set_titles((_("Person"), _("Left on"), _("Reason")))
        self._table.picked.connect(self._picked)
        self._table.setMinimumHeight(240)
        self.body.addWidget(self._table, 1)
        self._back = self.button(_("Come back"), self._bring_back)
        self.button(_("Close"), self.accept, "primary")
        self._show()

    def cells(self) -> list[list[str]]:
        """Who left, row by row."""
        return self._table.cells()

    def choose(self, place: int) -> None:
        """Choose the person in a row."""
        self._table.selectRow(place)

    def _picked(self, person: str) -> None:
        self._back.setEnabled(bool(person))

    def _bring_back(self) -> None:
        back = partial(self._enrolments.come_back, self._session, self._table.chosen, self._group.id)
        if self.try_to(partial(_true, back)):
            self.tell(_("Kept. They are expected again."))
            self.changed.emit()
            self._show()

    def _show(self) -> None:
        former = self._enrolments.former(self._session, self._group.id)
        self._table.rows.show_rows(
            [
                Row(
                    person.id,
                    (
                        Cell(person.name, picture=person.picture),
                        Cell(format_date(day), day.toordinal()),
                        Cell(reason_text(reason)),
                    ),
                )
                for person, reason, day in former
            ]
        )
        self.note.setText("" if former else _("Nobody has left this group."))
        self.note.setVisible(not former)
        self._picked(self._table.chosen)


def _true(work: Callable[[], None]) -> bool:
    work()
    return True
