# SPDX-License-Identifier: GPL-3.0-or-later
"""A task of the practice world as a stop of a lesson: it takes all the room until its end is reached."""

from PySide6.QtWidgets import QVBoxLayout

from korak.i18n import _
from korak.ui.frame import Frame
from korak.ui.practice.station import TaskStation
from korak.ui.stations.view import Footer, StationView


class TaskView(StationView):
    """The practice world within a lesson; the footer appears when the end is reached."""

    def __init__(self, frame: Frame, practice: TaskStation) -> None:
        super().__init__(frame)
        self._practice = practice
        self._reached = False
        practice.finished.connect(self._finished)
        practice.came_to.connect(self.came_to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(practice)

    def footer(self) -> Footer | None:
        """Nothing while the task is on; then one button."""
        return Footer(_("Next")) if self._reached else None

    def main_pressed(self) -> None:
        """Go on."""
        self.onward.emit()

    def start(self) -> None:
        """Begin, or go on where the learner stopped."""
        self._practice.shown()
        self._practice.focus_first()

    def pause(self, paused: bool) -> None:
        """Rest, or go on."""
        self._practice.active(not paused)

    def leave(self) -> None:
        """Store what is unfinished."""
        self._practice.leave()

    def retranslate(self) -> None:
        """The practice world follows the language by itself."""

    def _finished(self) -> None:
        self._reached = True
        self.footer_changed.emit()
