# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice world without a coach and without a record: try whatever you like, as often as you like."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice.events import RealNumber
from korak.practice.log import Play
from korak.ui.frame import Frame
from korak.ui.practice.coach import Says
from korak.ui.practice.view import PracticeView
from korak.ui.practice.words import TASK_DONE, CoachWords
from korak.ui.touching import Touching


class PracticeRoom(QWidget):
    """One task's world to play in; `reached` says its goal was met, and nothing of it is stored."""

    reached = Signal()

    def __init__(self, frame: Frame, pack: Pack, task: Task, seed: str) -> None:
        super().__init__()
        self._words = CoachWords(frame, pack)
        self._frame = frame
        self._play = Play.start(pack, task, seed)
        self._told = False
        self.view = PracticeView(frame)
        self._touching = Touching(self.view, frame, pack)
        self.view.now.set_helps(show=False, hint=False)
        self.view.steps.hide()
        self.view.paper.always = True
        self.view.acted.connect(self._acted)
        self.view.undone.connect(self._undo)
        self.view.restarted.connect(self._restart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.retranslate()
        self._draw()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        task = self._play.coach.task
        lines = [
            (label, self._words.authors(label).second, value) for label, value in self._play.world.card()
        ]
        self.view.paper.set_lines(lines)
        self.view.paper.set_asks(Says(""), self._words.language)
        self.view.now.show_says(self._words.authors(*task.asks), self._words.language)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def focus_first(self) -> None:
        """Put the focus where one acts."""
        self.view.focus_first()

    def leave(self) -> None:
        """Be silent."""
        self._frame.voice.stop()

    def _acted(self, action: act.Action) -> None:
        device = self._play.world.state.device
        self._play = self._play.do(action)
        world = self._play.world
        if isinstance(action, act.OpenDevice):
            self.view.set_front(action.device)
        elif world.state.device != device:
            self.view.follow_device(world.state.device)
        self._draw()
        if any(isinstance(event, RealNumber) for event in world.events):
            self.view.stop_at_real_number(action)
            return
        if self._play.progress.reached and not self._told:
            self._told = True
            self.view.now.hide()
            self.view.glad.show_end(self._words.own(TASK_DONE), Says(""), [], self._words.language)
            self.view.refit()
            self._frame.sounds.play("done")
            self.reached.emit()

    def _undo(self) -> None:
        self._play = self._play.undo()
        self._draw()

    def _restart(self) -> None:
        self._play = self._play.restart()
        self._told = False
        self.view.glad.hide()
        self.view.now.show()
        self.view.set_front(self._play.world.state.device)
        self._draw()
        self.focus_first()

    def _draw(self) -> None:
        world = self._play.world
        if self.view.folded and self.view.front != world.state.device:
            self.view.set_front(world.state.device)
        self.view.show_world(world)
        self.view.devices.set_ways_back(shown=True, undo=bool(self._play.past))
