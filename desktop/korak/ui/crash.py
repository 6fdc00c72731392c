# SPDX-License-Identifier: GPL-3.0-or-later
"""The last net: whatever went wrong that no page expected is told in a dialog, not swallowed."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget


class _Hook(QObject):
    """Brings a fault from whatever thread it happened in to the screen, one dialog at a time."""

    _happened = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before = (sys.excepthook, threading.excepthook)
        self._open: QDialog | None = None
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Write the fault down and let the screen tell it."""
        self._before[0](kind, fault, trace)
        self._happened.emit(fault)

    def caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """The same for a fault of another thread."""
        self._before[1](arguments)
        self._happened.emit(arguments.exc_value)

    def _show(self, fault: object) -> None:
        if self._open is not None or not isinstance(fault, Exception):
            return
        dialog = dialog_for(fault, self._window)
        dialog.finished.connect(self._closed)
        self._open = dialog
        dialog.open()

    def _closed(self) -> None:
        self._open = None


def dialog_for(fault: Exception, parent: QWidget | None) -> QDialog:
    """The dialog that tells a fault: in plain words if it is a known one, with a report if not."""
    from korak import diagnostics  # noqa: PLC0415 - seldom needed
    from korak.services.faults import ServiceFault  # noqa: PLC0415 - app.py imports no service
    from korak.ui.fault_dialog import FaultDialog  # noqa: PLC0415
    from korak.ui.words_for_faults import words_for_any  # noqa: PLC0415

    words = words_for_any(fault)
    report = "" if isinstance(fault, ServiceFault) else diagnostics.report(fault)
    return FaultDialog(words.happened, words.todo, report, parent)


def install(window: QWidget) -> None:
    """From now on, tell every unexpected fault in a dialog over this window, after it was written down."""
    hook = _Hook(window)
    sys.excepthook = hook.caught
    threading.excepthook = hook.caught_in_thread


def tell(fault: Exception) -> None:
    """Hand a fault that came back from the worker to the exception hook."""
    sys.excepthook(type(fault), fault, fault.__traceback__)


def say(happened: str, todo: str) -> None:
    """Say something in a dialog of its own and wait until it was read."""
    from korak.ui.fault_dialog import FaultDialog  # noqa: PLC0415 - seldom needed

    FaultDialog(happened, todo).exec()
