# SPDX-License-Identifier: GPL-3.0-or-later
"""Many files made one after the other by the worker, while the page stays free and can stop it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from korak.ui.background import Background

J = TypeVar("J")


@dataclass(frozen=True, slots=True)
class Ended:
    """How it ended: so many of so many files, by itself, because somebody stopped it, or by a fault."""

    made: int
    of: int
    stopped: bool = False
    fault: Exception | None = None


class Making(QObject, Generic[J]):
    """Asks the worker for one file at a time, so that other work comes in between.

    `went(made, of)` after every file, `ended(Ended)` once; after `stop()` the file that is being made is
    finished and kept, nothing more is begun.
    """

    went = Signal(int, int)
    ended = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._make: Callable[[J], Path] | None = None
        self._left: list[J] = []
        self._made = self._of = 0
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._make is not None

    def begin(self, plan: Callable[[], Sequence[J]], make: Callable[[J], Path]) -> None:
        """Ask the worker what is to be made, then for one after the other; nothing while busy."""
        if self.busy:
            return
        self._make, self._stopping = make, False
        self._made = self._of = 0
        self._background.run(plan, self._planned, self._failed)

    def stop(self) -> None:
        """Make nothing after what is being made now."""
        self._stopping = self.busy

    def abandon(self) -> None:
        """Stop, and tell nobody: the page that asked is leaving."""
        self._make, self._left = None, []

    def _planned(self, jobs: Sequence[J]) -> None:
        if self._make is None:
            return
        self._left, self._of = list(reversed(jobs)), len(jobs)
        self.went.emit(0, self._of)
        self._go_on()

    def _go_on(self) -> None:
        if self._make is None:
            return
        if self._stopping or not self._left:
            self._end(Ended(self._made, self._of, stopped=bool(self._left)))
            return
        self._background.run(partial(self._make, self._left.pop()), self._one_made, self._failed)

    def _one_made(self, _path: Path) -> None:
        if self._make is None:
            return
        self._made += 1
        self.went.emit(self._made, self._of)
        self._go_on()

    def _failed(self, fault: Exception) -> None:
        if self._make is None:
            return
        self._end(Ended(self._made, self._of, fault=fault))

    def _end(self, ended: Ended) -> None:
        self._make, self._left = None, []
        self.ended.emit(ended)
