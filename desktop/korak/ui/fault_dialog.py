# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog that says what went wrong: one plain sentence, what to do, Copy and Save."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
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
            try:
                Path(name).write_text(self._report, encoding="utf-8")
            except OSError:
                self._save.setText(_("Not saved: choose another folder"))
            else:
                self._save.setText(_("Saved"))
