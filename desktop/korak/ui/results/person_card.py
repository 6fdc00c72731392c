# SPDX-License-Identifier: GPL-3.0-or-later
"""One person of a result: the change in words, the tasks of the newest sitting, and ways to more."""

from PySide6.QtCore import QModelIndex, Signal

from korak.assessment.group_result import Member
from korak.assessment.measured import Measured
from korak.i18n import _
from korak.ui.results.told import Told
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import flow_row
from korak.ui.widgets.labels import Label


class PersonCard(Card):
    """Shows whoever is pointed at; `replay(sitting, item)`, `sheet(person)`, `opened(person)` ask more."""

    replay = Signal(str, str)
    sheet = Signal(str)
    opened = Signal(str)
    task_picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._member: Member | None = None
        self._latest: Measured | None = None
        self.told = Label(role="lead")
        self.stands = Label(role="soft")
        self.tasks = RowsTable()
        self.tasks.picked.connect(self._pick)
        self.tasks.activated.connect(self._activated)
        self._play = Button(icon="play")
        self._play.clicked.connect(self._replay)
        self._sheet = Button(icon="file-text")
        self._sheet.clicked.connect(self._ask_sheet)
        self._open = Button(role="quiet", icon="user")
        self._open.clicked.connect(self._ask_open)
        self._buttons = flow_row(self._play, self._sheet, self._open)
        for widget in (self.told, self.stands, self.tasks, self._buttons):
            self.body.addWidget(widget)

    @property
    def person(self) -> str:
        """Who is shown; nothing if nobody is."""
        return self._member.person if self._member else ""

    def retranslate(self) -> None:
        """Set the texts that do not depend on the person."""
        self._play.setText(_("Step by step"))
        self._sheet.setText(_("Learner's sheet"))
        self._open.setText(_("Open the learner"))
        self.tasks.setAccessibleName(_("Tasks of the newest assessment"))
        self.tasks.rows.set_titles((_("Task"), _("how"), _("minutes"), _("It sticks at")))

    def show_person(self, told: Told, person: str) -> None:
        """Show somebody; nobody: say how one chooses."""
        self._member = told.member(person)
        self._latest = self._member.result.latest if self._member else None
        self.stands.setText(told.stand_of(person))
        self.stands.setVisible(bool(self.stands.text()))
        self.told.setText(
            told.change(self._member) if self._member else _("Point at a line or a point, or choose a row.")
        )
        latest = self._latest
        rows = [
            Row(
                task.item,
                (
                    Cell(told.texts.task(task.template).title),
                    Cell(told.done(task), -(task.points or 0)),
                    Cell(told.minutes(task.seconds), task.seconds),
                    Cell(told.stuck(task)),
                ),
            )
            for task in (latest.tasks if latest else ())
        ]
        self.tasks.rows.show_rows(rows)
        self.tasks.setMinimumHeight(self.tasks.maximumHeight())
        self.tasks.setVisible(bool(rows))
        self._buttons.setVisible(self._member is not None)
        self._sheet.setEnabled(latest is not None)
        self._play.setVisible(latest is not None and latest.on_screen)

    def _pick(self, item: str) -> None:
        found = (one.template for one in (self._latest.tasks if self._latest else ()) if one.item == item)
        self.task_picked.emit(next(found, ""))

    def _activated(self, _index: QModelIndex) -> None:
        self._replay()

    def _replay(self) -> None:
        if self._latest is not None and self._latest.on_screen:
            self.replay.emit(self._latest.record.id, self.tasks.chosen)

    def _ask_sheet(self) -> None:
        self.sheet.emit(self.person)

    def _ask_open(self) -> None:
        self.opened.emit(self.person)
