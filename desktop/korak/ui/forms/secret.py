# SPDX-License-Identifier: GPL-3.0-or-later
"""A new passphrase: typed twice, with advice in words while it is typed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.doors import SHORTEST_PASSPHRASE, is_strong
from korak.i18n import _, ngettext
from korak.ui.widgets.fields import Field, Passphrase

_GOOD_LENGTH = 16


class NewPassphrase(QWidget):
    """Two fields that have to agree; `changed` comes with every key."""

    changed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._first = Passphrase()
        self._second = Passphrase()
        self.first = Field(self._first)
        self.second = Field(self._second)
        self._first.textChanged.connect(self._typed)
        self._second.textChanged.connect(self._typed)
        self._first.returnPressed.connect(self._second.setFocus)
        self._second.returnPressed.connect(self.finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.setFocusProxy(self._first)
        self.retranslate()

    @property
    def passphrase(self) -> str:
        """What was typed, if both fields agree and it is strong enough; else nothing."""
        typed = self._first.text()
        return typed if is_strong(typed) and typed == self._second.text() else ""

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.first.set_label(_("Passphrase"))
        self.first.set_hint(
            _("Three or four words that do not belong together, for example: mountain spoon seven rain.")
        )
        self.second.set_label(_("The same passphrase again"))
        for field in (self._first, self._second):
            field.set_names(_("Show what is typed"), _("Hide what is typed"))
        self._typed()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _typed(self) -> None:
        first, second = self._first.text(), self._second.text()
        self.first.set_message(advice(first))
        if not second:
            self.second.set_message("")
        elif first == second:
            self.second.set_message(_("Both are the same."))
        elif first.startswith(second):
            self.second.set_message(_("Go on typing."))
        else:
            self.second.set_message(_("These are not the same yet."), "attention")
        self.changed.emit()


def advice(passphrase: str) -> str:
    """What to say about a passphrase while it is typed."""
    if not passphrase:
        return ""
    missing = SHORTEST_PASSPHRASE - len(passphrase.strip())
    if missing > 0:
        return ngettext("{n} more character.", "{n} more characters.", missing).format(n=missing)
    if not is_strong(passphrase):
        return _("Use more different letters.")
    if len(passphrase) >= _GOOD_LENGTH:
        return _("This is a strong passphrase.")
    return _("Good. One more word would make it stronger.")
