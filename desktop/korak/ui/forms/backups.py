# SPDX-License-Identifier: GPL-3.0-or-later
"""The backups of a centre as a list to choose from."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from korak.i18n import _, format_date, format_number
from korak.services.faults import ServiceFault
from korak.services.vault import Backup, Vault
from korak.ui.frame import Frame
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for_any

_SHOWN = 8


class BackupList(QWidget):
    """Buttons to restore one of the backups, from this computer or from a file somebody chooses."""

    restored = Signal()

    def __init__(self, frame: Frame, vault: Vault) -> None:
        super().__init__()
        self._frame = frame
        self._vault = vault
        self._status = Label()
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        self._elsewhere = Button(icon="folder-open")
        self._elsewhere.clicked.connect(self._choose_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._status)
        column.addLayout(self._buttons)
        column.addWidget(self._elsewhere)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._elsewhere.setText(_("A backup from a stick or folder"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def first(self) -> QWidget:
        """Where the focus goes: the newest backup, or the way to another folder."""
        item = self._buttons.itemAt(0)
        widget = item.widget() if item is not None else None
        return widget or self._elsewhere

    def _fill(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        try:
            found = self._vault.backups()
        except ServiceFault as fault:
            found = ()
            self._tell(fault)
        else:
            self._status.setText("" if found else _("There is no backup on this computer."))
        for backup in found[:_SHOWN]:
            day = backup.made_at.astimezone()
            text = _("{date}, {time} · {size} MB").format(
                date=format_date(day.date()),
                time=f"{day.hour}.{day.minute:02}",
                size=format_number(max(backup.size, 100_000) / 1_000_000, 1),
            )
            button = Button(text, icon="history")
            button.clicked.connect(partial(self._restore, backup))
            self._buttons.addWidget(button)
        self._status.setVisible(bool(self._status.text()))

    def _choose_file(self) -> None:
        title = _("A backup from a stick or folder")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", "Korak (korak-*.db)")
        if not chosen:
            return
        try:
            self._restore(self._vault.backup_at(Path(chosen)))
        except ServiceFault as fault:
            self._tell(fault)

    def _restore(self, backup: Backup) -> None:
        self.setEnabled(False)
        self._say(_("Restoring. Just a moment."))
        self._frame.background.run(partial(self._vault.restore, backup), self._done, self._failed)

    def _done(self, _aside: object) -> None:
        self.setEnabled(True)
        self.restored.emit()

    def _failed(self, fault: Exception) -> None:
        self.setEnabled(True)
        self._tell(fault)

    def _tell(self, fault: Exception) -> None:
        words = words_for_any(fault)
        self._say(f"{words.happened} {words.todo}")

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.show()
