# SPDX-License-Identifier: GPL-3.0-or-later
"""Work that takes a while: in the background, with a line of progress and a way to stop it."""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.background import Background
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label
from korak.ui.widgets.progress import ProgressLine

T = TypeVar("T")
GoOn = Callable[[int, int], bool]


class Working(QWidget):
    """Hidden while nothing is done; a new piece of work ends the one before it."""

    _told = Signal(object, int, int)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._ends: Event | None = None
        self._line = ProgressLine()
        self._words = Label(role="soft")
        self.stop = Button(icon="x")
        self.stop.clicked.connect(self._stopped)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addLayout(row)
        self._told.connect(self._show)
        self.hide()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.stop.setText(_("Stop"))

    def run(
        self,
        work: Callable[[GoOn], T | None],
        done: Callable[[T | None], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work(go_on)`; `done(None)` where it was stopped by hand, nothing where other work took over."""
        self.end()
        ends = self._ends = Event()

        def go_on(part: int, of: int) -> bool:
            self._told.emit(ends, part, of)
            return not ends.is_set()

        def begun() -> T | None:
            return None if ends.is_set() else work(go_on)

        def ended(result: T | None) -> None:
            if self._ends is ends:
                self._ends = None
                self.hide()
                done(None if ends.is_set() else result)

        def fell(fault: Exception) -> None:
            if self._ends is ends:
                self._ends = None
                self.hide()
                failed(fault)

        self._background.run(begun, ended, fell)

    def end(self) -> None:
        """Let go of what is being done."""
        if self._ends is not None:
            self._ends.set()
            self._ends = None
            self.hide()

    def _stopped(self) -> None:
        if self._ends is not None:
            self._ends.set()  # the work ends by itself and says so

    def _show(self, ends: Event, part: int, of: int) -> None:
        if ends is not self._ends or ends.is_set():
            return
        told = _("{n} of {all}").format(n=part, all=of)
        self._line.set_part(part, of)
        self._line.set_summary(told)
        self._words.setText(told)
        self.show()
