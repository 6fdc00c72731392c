# SPDX-License-Identifier: GPL-3.0-or-later
"""A sitting seen again: the trainer chooses a task and goes through it as the learner had it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.assessment.learner_result import learner_result
from korak.assessment.measured import TaskOutcome
from korak.assessment.sitting import SittingRecord
from korak.centre.people import Session
from korak.content.assessment import Performed
from korak.i18n import _, format_date
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Headline
from korak.ui.frame import Frame
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.practice.replay import Replay
from korak.ui.results.told import Told
from korak.ui.sitting.occasion import occasion_name
from korak.ui.widgets.labels import Label
from korak.ui.widgets.topbar import PillMenu


class ReplayPage(Page):
    """Which sitting, which task, and the run of it in the practice world."""

    def __init__(self, frame: Frame, house: House, session: Session, sitting_id: str, item_id: str) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._record = house.sittings.one(session, sitting_id)
        person = self._record.person
        self._name = house.people.person(session, person).shown_name
        self._sittings = [
            one for one in house.sittings.of_person(session, person) if not one.void and not one.mode.by_hand
        ]
        self._told = Told(texts=house.results.texts())
        self._item = item_id
        self._runs: frozenset[str] = frozenset()
        self._tasks: tuple[TaskOutcome, ...] = ()
        self._replay: Replay | None = None
        self._head = Headline(900)
        self._which = PillMenu()
        self._which.chosen.connect(self._choose_sitting)
        self._menu = PillMenu()
        self._menu.chosen.connect(self.choose)
        self._nothing = Label(role="soft")
        self._room = QVBoxLayout()
        self._lay_out()

    # what a page tells about itself

    @property
    def replay(self) -> Replay | None:
        """The run that is shown."""
        return self._replay

    def bar(self) -> Bar:
        """Whose sitting it is, and the way back."""
        return Bar(
            chips=(Chip(self._name),),
            button=BarButton(_("Results"), self.back),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The button that goes forward."""
        return self._replay.panel.forward_button if self._replay is not None else self._menu

    def help_texts(self) -> tuple[str, ...]:
        """How one goes through it."""
        return (
            _("You see the task as the learner had it. The pointer shows where something was done."),
            _("The arrow keys go one step back and forward. P plays, N goes to the next help or mistake."),
            _("Nothing you do here changes the result."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._which.setAccessibleName(_("Which assessment"))
        self._menu.setAccessibleName(_("Task"))
        self._nothing.setText(_("Of this assessment there is no run left to be seen again."))
        if self._replay is not None:
            self._replay.retranslate()
        self._show_menus()

    def shown(self) -> None:
        """Show the task that was asked for, else the first one there is."""
        self._show_sitting()

    def leave(self) -> None:
        """Stand still."""
        if self._replay is not None:
            self._replay.pause()

    def back(self) -> None:
        """To the results."""
        self.frame.navigator.desk("results")

    # slots

    def choose(self, item: str) -> None:
        """Show the run of a task."""
        self._item = item
        self._show_menus()
        self._show_run()

    def _choose_sitting(self, sitting_id: str) -> None:
        self._record = next(one for one in self._sittings if one.id == sitting_id)
        template = next((one.template for one in self._tasks if one.item == self._item), "")
        self._item = ""
        self._show_sitting(template)

    # internal

    def _show_sitting(self, template: str = "") -> None:
        sittings = self._house.sittings
        self._runs = sittings.can_be_replayed(self._session, self._record.id)
        self._tasks = self._outcomes(self._record)
        there = [one for one in self._tasks if one.item in self._runs]
        if self._item not in self._runs:
            same = (one.item for one in there if one.template == template)
            self._item = next(same, there[0].item if there else "")
        self._show_menus()
        self._show_run()

    def _outcomes(self, record: SittingRecord) -> tuple[TaskOutcome, ...]:
        """How the tasks went, from the same object every sheet is made of."""
        measured = learner_result("", (record,)).sittings
        if measured:
            return measured[0].tasks
        return tuple(
            TaskOutcome(one.id, one.template, one.area, one.level, None)
            for one in record.items
            if one.id in self._runs
        )

    def _show_menus(self) -> None:
        task = next((one for one in self._tasks if one.item == self._item), None)
        self._head.title.setText(self._title(task) if task is not None else self._name)
        self._head.note.setText(self._told.done(task) if task is not None and task.points is not None else "")
        self._head.note.setVisible(bool(self._head.note.text()))
        self._which.set_choices([(one.id, self._sitting_name(one)) for one in self._sittings])
        self._which.setText(self._sitting_name(self._record))
        self._which.set_current(self._record.id)
        there = [one for one in self._tasks if one.item in self._runs]
        self._menu.set_choices([(one.item, f"{self._title(one)} · {self._told.done(one)}") for one in there])
        self._menu.setText(self._title(task) if task is not None else _("Task"))
        self._menu.set_current(self._item)
        self._menu.setVisible(bool(there))

    def _title(self, task: TaskOutcome) -> str:
        title = self._told.texts.task(task.template).title
        return i18n.content_or_source(self._told.texts.pack, title)

    def _sitting_name(self, record: SittingRecord) -> str:
        day = (record.ended_at or record.started_at).astimezone().date()
        return f"{occasion_name(record.occasion)} · {format_date(day)}"

    def _show_run(self) -> None:
        if self._replay is not None:
            self._replay.pause()
            self._replay.hide()
            self._room.removeWidget(self._replay)
            self._replay.deleteLater()
            self._replay = None
        sittings = self._house.sittings
        item = sittings.item(self._item) if self._item else None
        moments = sittings.moments(self._session, self._record.id, self._item) if item is not None else ()
        self._nothing.setVisible(not moments)
        if not moments or not isinstance(item, Performed):
            announce(self._nothing, self._nothing.text())
            return
        self._replay = Replay(self.frame, sittings.pack, sittings.pack.tasks[item.task], moments)
        self._room.addWidget(self._replay, 1)
        self._replay.focus_first()

    def _lay_out(self) -> None:
        for widget in (self._which, self._menu):
            self._head.add(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(28, 0, 28, 0)
        head.addWidget(self._head)
        head.addWidget(self._nothing)
        outer.addLayout(head)
        outer.addLayout(self._room, 1)
        self._nothing.hide()
