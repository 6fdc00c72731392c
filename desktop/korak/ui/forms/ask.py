# SPDX-License-Identifier: GPL-3.0-or-later
"""A question with two answers, or with one line to type."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label


class Ask(QDialog):
    """Says `agreed` with what was typed (nothing where nothing is asked for)."""

    agreed = Signal(str)

    def __init__(self, question: str, note: str, yes: str, parent: QWidget, label: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self._edit = LineEdit()
        self._field = Field(self._edit)
        self._field.set_label(label)
        self._yes = Button(yes, "primary")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self._agree)
        no = Button(_("Cancel"))
        no.clicked.connect(self.reject)
        self._ring = FocusRing(self)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch()
        foot.addWidget(no)
        foot.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        column.addWidget(Label(question, "heading"))
        column.addWidget(Label(note))
        column.addWidget(self._field)
        column.addStretch()
        column.addLayout(foot)
        self._field.setVisible(bool(label))
        self.resize(560, 240)
        self._asks = bool(label)
        if self._asks:
            self._edit.textChanged.connect(self._look)
            self._yes.setEnabled(False)
            self._edit.setFocus()
        else:
            self._yes.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why not."""
        self._field.set_message(sentence, "attention")
        self._edit.setFocus()

    def _look(self) -> None:
        self._yes.setEnabled(bool(self._edit.text().strip()))

    def _agree(self) -> None:
        self.agreed.emit(self._edit.text().strip())
        if not self._asks:
            self.accept()
