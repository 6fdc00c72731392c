# SPDX-License-Identifier: GPL-3.0-or-later
"""What F1 shows: what can be done on this page, and the keys that work everywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller


class HelpDialog(QDialog):
    """A few short sentences and a list of keys."""

    def __init__(self, texts: Sequence[str], parent: QWidget, keys: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._own_keys = tuple(keys)
        self._title = Label(role="title")
        self._keys_title = Label(role="heading")
        self._close = Button(role="primary")
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(24)
        self._keys.setColumnStretch(1, 1)
        self._ring = FocusRing(self)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(8)
        column.addWidget(self._title)
        for text in texts:
            column.addWidget(Label(text))
        column.addSpacing(16)
        column.addWidget(self._keys_title)
        column.addLayout(self._keys)
        column.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.addWidget(Scroller(content), 1)
        outer.addLayout(foot)
        self.resize(640, 560)
        self.retranslate()
        self._close.setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setWindowTitle(_("Help"))
        self._title.setText(_("Help"))
        self._keys_title.setText(_("Keys"))
        self._close.setText(_("Close"))
        while (item := self._keys.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (keys, meaning) in enumerate(self._all_keys()):
            self._keys.addWidget(Label(keys, "strong"), row, 0)
            self._keys.addWidget(Label(meaning), row, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _all_keys(self) -> tuple[tuple[str, str], ...]:
        everywhere = (
            ("Tab", _("to the next button or field")),
            ("Enter", _("press the button")),
            ("← ↑ → ↓", _("from picture to picture")),
            ("Esc", _("back")),
            ("Ctrl + · Ctrl −", _("bigger or smaller text")),
            ("F11", _("full screen")),
        )
        own = {key for key, _meaning in self._own_keys}
        return (*self._own_keys, *(one for one in everywhere if one[0] not in own))
