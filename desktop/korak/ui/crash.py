# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said when something went wrong that no page expected: one plain sentence, Copy and Save."""

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label


class FaultDialog(QDialog):
    """A sentence, what to do, and (for an unknown fault) a report that can be copied or saved."""

    def __init__(self, happened: str, todo: str, report: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        self._title = Label(happened, "heading")
        self._todo = Label(todo)
        self._details = QPlainTextEdit(report)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._copy = Button(icon="copy")
        self._copy.clicked.connect(self._copy_report)
        self._save = Button(icon="save")
        self._save.clicked.connect(self._save_report)
        self._close = Button(role="primary")
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        self._ring = FocusRing(self)
        buttons = QHBoxLayout()
        for button in (self._copy, self._save):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._todo)
        column.addWidget(self._details, 1)
        column.addLayout(buttons)
        for widget in (self._details, self._copy, self._save):
            widget.setVisible(bool(report))
        self.resize(640, 420 if report else 220)
        self.retranslate()
        self._close.setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setWindowTitle(_("Korak"))
        self._details.setAccessibleName(_("Report"))
        self._copy.setText(_("Copy"))
        self._save.setText(_("Save"))
        self._close.setText(_("Close"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(_("Copied"))

    def _save_report(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(self, _("Save"), "korak-report.txt")
        if name:
            Path(name).write_text(self._report, encoding="utf-8")
            self._save.setText(_("Saved"))


class _Hook(QObject):
    """Brings a fault from whatever thread it happened in to the screen, one dialog at a time."""

    _happened = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before = (sys.excepthook, threading.excepthook)
        self._open: FaultDialog | None = None
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


def dialog_for(fault: Exception, parent: QWidget | None) -> FaultDialog:
    """The dialog that tells a fault: in plain words if it is a known one, with a report if not."""
    from korak import diagnostics  # noqa: PLC0415 - seldom needed
    from korak.services.faults import ServiceFault  # noqa: PLC0415 - app.py imports no service
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
    FaultDialog(happened, todo).exec()
