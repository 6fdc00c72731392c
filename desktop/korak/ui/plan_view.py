# SPDX-License-Identifier: GPL-3.0-or-later
"""A group's plan as a table: topics moved, longer, shorter, left out, taken back; each step can be undone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.plans import Plan, moved, total, with_hours, with_topic, without
from korak.content.pack import Pack
from korak.i18n import _, content_or_source, ngettext
from korak.services.calendar import Calendar
from korak.ui.announce import announce
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.topbar import PillMenu

_MOST_STEPS = 50


class PlanView(QWidget):
    """The plan of one group; every press is kept at once. `shows` wants a topic on the projector."""

    shows = Signal(str)

    def __init__(self, calendar: Calendar, pack: Pack, session: Session) -> None:
        super().__init__()
        self._calendar = calendar
        self._pack = pack
        self._session = session
        self._group = ""
        self._plan: Plan = ()
        self._before: list[Plan] = []
        self._told = Label(role="lead")
        self._table = RowsTable()
        self._table.picked.connect(self._picked)
        self._acts = {
            "up": Button(icon="arrow-up"),
            "down": Button(icon="arrow-down"),
            "longer": Button(icon="plus"),
            "shorter": Button(icon="minus"),
            "out": Button(icon="x"),
        }
        self._back = PillMenu()
        self._back.chosen.connect(self._take_back)
        self._project = Button(icon="projector")
        self._project.clicked.connect(self._show_topic)
        self._undo = Button(role="quiet", icon="undo-2")
        self._undo.clicked.connect(self._undo_last)
        self._reset = Button(role="quiet")
        self._reset.clicked.connect(self._as_taught)
        self._lay_out()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        names = {
            "up": _("Earlier"),
            "down": _("Later"),
            "longer": _("Longer"),
            "shorter": _("Shorter"),
            "out": _("Leave out"),
        }
        for name, button in self._acts.items():
            button.setText(names[name])
        self._project.setText(_("On the projector"))
        self._undo.setText(_("Undo"))
        self._reset.setText(_("As the course has it"))
        self._back.setText(_("Take back a topic"))
        self._table.setAccessibleName(_("Plan of the course"))
        self._table.rows.set_titles(
            (_("No."), _("Topic"), _("Part of the course"), _("Hours"), _("Lessons"), _("Taught"))
        )
        self._show()

    def show_group(self, group_id: str) -> None:
        """Show the plan of a group."""
        if group_id != self._group:
            self._before.clear()
        self._group = group_id
        self._plan = self._calendar.plan(self._session, group_id)
        self._show()

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, topic: str) -> None:
        """Choose a topic."""
        self._table.choose(topic)

    # slots

    def _picked(self, topic: str) -> None:
        for button in self._acts.values():
            button.setEnabled(bool(topic))
        self._project.setEnabled(bool(topic) and bool(self._pack.plan[topic].lessons))

    def _act(self, name: str) -> None:
        topic = self._table.chosen
        hours = next((line.hours for line in self._plan if line.topic == topic), 0)
        ways: dict[str, Callable[[], Plan]] = {
            "up": partial(moved, self._plan, topic, -1),
            "down": partial(moved, self._plan, topic, 1),
            "longer": partial(with_hours, self._plan, topic, hours + 1),
            "shorter": partial(with_hours, self._plan, topic, hours - 1),
            "out": partial(without, self._plan, topic),
        }
        if topic:
            self._keep(ways[name]())

    def _show_topic(self) -> None:
        if self._table.chosen:
            self.shows.emit(self._table.chosen)

    def _take_back(self, topic: str) -> None:
        self._keep(with_topic(self._plan, topic, self._pack.plan))
        self._table.choose(topic)

    def _as_taught(self) -> None:
        self._keep(None)

    def _undo_last(self) -> None:
        if self._before:
            self._plan = self._calendar.set_plan(self._session, self._group, self._before.pop())
            self._show()

    # internal

    def _keep(self, plan: Plan | None) -> None:
        if plan == self._plan:
            return
        self._before = [*self._before[-_MOST_STEPS:], self._plan]
        self._plan = self._calendar.set_plan(self._session, self._group, plan)
        self._show()
        announce(self._told, self._told.text())

    def _show(self) -> None:
        if not self._group:
            return
        taught = self._calendar.taught(self._session, self._group)
        modules = {module.id: module.title for module in self._pack.course}
        rows: list[Row] = []
        for number, line in enumerate(self._plan, 1):
            topic = self._pack.plan[line.topic]
            lessons = [self._title(self._pack.lessons[name].title) for name in topic.lessons]
            times = taught.get(line.topic, 0)
            rows.append(
                Row(
                    line.topic,
                    (
                        Cell(str(number), number),
                        Cell(self._title(topic.title)),
                        Cell(self._title(modules.get(topic.module, ""))),
                        Cell(str(line.hours), line.hours),
                        Cell(", ".join(lessons)),
                        Cell(_("taught") if times else "", chip="done" if times else ""),
                    ),
                )
            )
        self._table.rows.show_rows(rows)
        hours = total(self._plan)
        left = sum(line.hours for line in self._plan if line.topic not in taught)
        told = ngettext("{n} teaching hour", "{n} teaching hours", hours).format(n=hours)
        self._told.setText(f"{told} · {_('still to be taught: {n}').format(n=left)}")
        out = [name for name in self._pack.plan if name not in {line.topic for line in self._plan}]
        self._back.set_choices([(name, self._title(self._pack.plan[name].title)) for name in out])
        self._back.setVisible(bool(out))
        self._undo.setEnabled(bool(self._before))
        self._picked(self._table.chosen)

    def _title(self, text: str) -> str:
        return content_or_source(self._pack.id, text)

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for name, button in self._acts.items():
            button.clicked.connect(partial(self._act, name))
            set_property(button, "density", "dense")
            flow.addWidget(button)
        for button in (self._project, self._back, self._undo, self._reset):
            set_property(button, "density", "dense")
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._told)
        column.addWidget(self._table, 1)
        column.addWidget(acts)
        column.addStretch()
