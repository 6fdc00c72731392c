# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from korak.ui.theme.theme import set_role


class Label(QLabel):
    """A plain text that wraps; its role (`title`, `lead`, `body`, `soft`, `note` ...) decides how it looks."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, role)

    def set_role(self, role: str) -> None:
        """Change what this text is."""
        set_role(self, role)
