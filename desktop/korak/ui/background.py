# SPDX-License-Identifier: GPL-3.0-or-later
"""Slow work off the screen's thread: one worker, answers and exceptions come back on the main thread."""

from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")
Job = Callable[[], None]


class Background(QObject):
    """One worker thread that sleeps until it is given something; whatever it does, it does in order.

    `run(work, done, failed)` returns at once. `work` runs in the worker; `done(result)` or `failed(fault)`
    runs on the thread this object was made in, never before `run` has returned, never after `close()`, and
    never when it is a method of a page that is gone by then.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._waiting = 0
        self._closed = False
        self._thread: Thread | None = None
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do `work` in the worker and hand its result, or what went wrong, back here."""

        def job() -> None:
            self._finished.emit(_attempt(work, done, failed))

        self._waiting += 1
        self._jobs.put(job)
        if self._thread is None:
            self._thread = Thread(
                target=_work_through, args=(self._jobs,), name="korak-background", daemon=True
            )
            self._thread.start()

    def busy(self) -> bool:
        """Whether something was given and has not come back yet."""
        return self._waiting > 0

    def close(self) -> None:
        """Let the worker finish what it does and end it; nothing is delivered any more."""
        self._closed = True
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _deliver(self, hand_over: object) -> None:
        self._waiting -= 1
        if not self._closed and isinstance(hand_over, partial):
            told = cast("partial[object]", hand_over)
            if _is_there(told):
                told()


def _is_there(hand_over: Callable[..., object]) -> bool:
    """Tell whether whoever is to be told still exists; a page may have been left meanwhile."""
    while isinstance(hand_over, partial):
        hand_over = cast("partial[object]", hand_over).func  # the method itself
    receiver = getattr(hand_over, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)


def _attempt(work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> Job:
    try:
        return partial(done, work())
    except Exception as fault:  # noqa: BLE001 - whatever it is, the page that asked must hear of it
        return partial(failed, fault)


def _work_through(jobs: SimpleQueue[Job | None]) -> None:
    while (job := jobs.get()) is not None:
        job()
