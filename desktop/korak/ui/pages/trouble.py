# SPDX-License-Identifier: GPL-3.0-or-later
"""When the centre cannot be opened: what happened in one sentence, what to do, and the backups."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault
from korak.services.vault import Vault
from korak.ui.forms.backups import BackupList
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, Page
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.words_for_faults import words_for

_RESTORABLE = frozenset(
    {FaultKind.DAMAGED, FaultKind.WRONG_KEY, FaultKind.KEYS_MISSING, FaultKind.BACKUP_BAD}
)
_WIDTH = 760


class TroublePage(Page):
    """A calm page for a bad moment."""

    again = Signal()
    unlock = Signal()

    def __init__(self, frame: Frame, vault: Vault, fault: ServiceFault) -> None:
        super().__init__(frame)
        self._fault = fault
        self._title = Label(role="title")
        self._todo = Label(role="body")
        self._again = Button(role="main", icon="refresh-cw")
        self._again.clicked.connect(self.again)
        self._unlock = Button(role="second", icon="key-round")
        self._unlock.clicked.connect(self.unlock)
        self._backups = BackupList(frame, vault) if fault.code in _RESTORABLE else None
        self._backups_title = Label(role="heading")
        self._lay_out()

    def bar(self) -> Bar:
        """Only the languages and the text size."""
        return Bar()

    def main_widget(self) -> QWidget:
        """Try again."""
        return self._again

    def help_texts(self) -> tuple[str, ...]:
        """Whom to ask."""
        return (
            _("Nothing is deleted on this page. A backup replaces the damaged file; the old file is kept."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        words = words_for(self._fault)
        self._title.setText(words.happened)
        self._todo.setText(words.todo)
        self._again.setText(_("Try again"))
        self._unlock.setText(_("Open with the passphrase"))
        self._backups_title.setText(_("Backups"))

    def first_backup(self) -> str:
        """What the button of the newest backup says."""
        first = self._backups.first() if self._backups is not None else None
        return first.text() if isinstance(first, Button) else ""

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._again)
        foot.addWidget(self._unlock)
        foot.addStretch()
        middle = Middle(_WIDTH)
        for widget in (Picture("umbrella-with-rain-drops", 96), self._title, self._todo):
            middle.column.addWidget(widget)
        middle.column.addLayout(foot)
        if self._backups is not None:
            self._backups.restored.connect(self.again)
            card = Card("card")
            card.body.addWidget(self._backups_title)
            card.body.addWidget(self._backups)
            middle.column.addSpacing(16)
            middle.column.addWidget(card)
        middle.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(middle)
        self._unlock.setVisible(self._fault.code is FaultKind.LOCKED)
