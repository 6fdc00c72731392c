# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice ground: choose a task and practise it freely, without coach and without a record."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.classroom import PLAYGROUND
from korak.centre.people import Role, Session
from korak.content.task import Task
from korak.i18n import _
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.practice_room import PracticeRoom
from korak.ui.widgets.cards import Door
from korak.ui.widgets.labels import Label

_WIDTH = 900


class PlaygroundPage(Page):
    """A list of tasks; behind each of them its world."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person = house.people.me(session)
        self._room: PracticeRoom | None = None
        self._task: Task | None = None
        self._title = Label(role="title")
        self._lead = Label(role="soft")
        self._doors = {task.id: Door(pictogram=self._picture(task.id)) for task in house.pack.tasks.values()}
        self._hands = Door(pictogram="computer-mouse")
        self._hands.clicked.connect(frame.navigator.hands)
        self._told = Label(role="note")
        self._told.hide()
        helped = QShortcut(QKeySequence(Qt.Key.Key_F9), self)
        helped.activated.connect(self._mark_help)
        self._stack = QStackedWidget()
        self._lay_out()

    def bar(self) -> Bar:
        """Who is here, or the task, and the way out."""
        codes = self.frame.second_languages(self._house.pack)
        if self._task is not None:
            return Bar(
                title=self._task.title,
                chips=(Chip(_("Practice ground")),),
                button=BarButton(_("Finish"), self.back),
                second_languages=codes,
            )
        return Bar(
            chips=(Chip(self._person.shown_name, self._person.picture),),
            button=BarButton(_("Home"), self.frame.navigator.home),
            second_languages=codes,
        )

    def main_widget(self) -> QWidget | None:
        """The first task, or the world."""
        if self._room is not None:
            return self._room.view
        return next(iter(self._doors.values()), None)

    def help_texts(self) -> tuple[str, ...]:
        """What this place is."""
        return (
            _("Nothing here is real, and nothing here is stored."),
            _("Try everything. You cannot break anything."),
        )

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """The key for whoever helps in the room."""
        return (("F9", _("note that somebody in the room helped")),)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("Practice ground"))
        self._lead.setText(_("Choose a task. Nothing here is real. Nobody counts mistakes."))
        self._hands.set_title(_("Mouse and keyboard"))
        self._hands.set_note(_("Press, carry, scroll, type č, š, ž"))
        for task in self._house.pack.tasks.values():
            title = i18n.content_or_source(self._house.pack.id, task.title)
            asks = " ".join(i18n.content_or_source(self._house.pack.id, ask) for ask in task.asks)
            self._doors[task.id].set_title(title)
            self._doors[task.id].set_note(asks)

    def _mark_help(self) -> None:
        """Keep that somebody in the room helped with this task (F9); what was done here is still not kept."""
        if self._task is None or self._session.role is not Role.LEARNER:
            return
        self._house.classroom.helped(self._session, PLAYGROUND, self._task.id)
        self._told.setText(_("Noted: with help from the room."))
        self._told.show()
        announce(self._told, self._told.text())

    def leave(self) -> None:
        """Be silent."""
        if self._room is not None:
            self._room.leave()

    def back(self) -> None:
        """From the world to the list, from the list home."""
        if self._room is None:
            self.frame.navigator.home()
            return
        self._room.leave()
        self._told.hide()
        self._stack.removeWidget(self._room)
        self._room.deleteLater()
        task, self._room, self._task = self._task, None, None
        self.bar_changed.emit()
        if task is not None:
            self._doors[task.id].setFocus(Qt.FocusReason.OtherFocusReason)

    def open_task(self, task_id: str) -> None:
        """Enter the world of a task."""
        task = self._house.pack.tasks[task_id]
        self._task = task
        self._room = PracticeRoom(self.frame, self._house.pack, task, str(self.frame.clock.monotonic()))
        self._stack.addWidget(self._room)
        self._stack.setCurrentWidget(self._room)
        self.bar_changed.emit()
        self._room.focus_first()

    def _picture(self, task_id: str) -> str:
        for lesson in self._house.pack.lessons.values():
            if any(getattr(step, "task", "") == task_id for step in lesson.steps):
                return lesson.pictogram
        return "laptop"

    def _lay_out(self) -> None:
        middle = Middle(_WIDTH)
        middle.column.addWidget(self._title)
        middle.column.addWidget(self._lead)
        middle.column.addSpacing(8)
        middle.column.addWidget(self._hands)
        for task in self._house.pack.tasks.values():
            door = self._doors[task.id]
            door.clicked.connect(partial(self.open_task, task.id))
            middle.column.addWidget(door)
        middle.column.addStretch()
        self._stack.addWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        told = QHBoxLayout()
        told.setContentsMargins(28, 0, 28, 0)
        told.addStretch()
        told.addWidget(self._told)
        column.addLayout(told)
        column.addWidget(self._stack)
