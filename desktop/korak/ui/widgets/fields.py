# SPDX-License-Identifier: GPL-3.0-or-later
"""Places to type: one line, more lines, a secret, and the frame that names them."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from korak.ui.theme.theme import Themed, set_property, set_role
from korak.ui.widgets.buttons import IconButton
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture


class LineEdit(Themed, QLineEdit):
    """A line to type in; role `answer` makes it large."""

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if role:
            set_role(self, role)
        self.setProperty("ringRadius", 14 if role == "answer" else 8)

    def set_attention(self, needed: bool) -> None:
        """Edge the field in clay: there is something to look at."""
        set_property(self, "state", "attention" if needed else "")


class TextArea(Themed, QPlainTextEdit):
    """Several lines to type in; Tab leaves it, as in every other field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setProperty("ringRadius", 8)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # its lines wrap

    def set_attention(self, needed: bool) -> None:
        """Edge the field in clay: there is something to look at."""
        set_property(self, "state", "attention" if needed else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(160), self.theme().grown(110))


class Passphrase(LineEdit):
    """A secret to type, with an eye that shows it while it is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._show_name, self._hide_name = "", ""
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton("eye", parent=self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._toggled)
        self.themed()

    def set_names(self, show: str, hide: str) -> None:
        """Name what the eye does: show, hide."""
        self._show_name, self._hide_name = show, hide
        self._toggled(self._eye.isChecked())

    def themed(self) -> None:
        room = self.theme().px("target")
        left, right = (room, 0) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else (0, room)
        self.setTextMargins(left, 0, right, 0)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.themed()

    def _place(self) -> None:
        side = min(self.theme().px("target"), self.height() - 2)
        box = QRect(self.width() - side - 2, (self.height() - side) // 2, side, side)
        self._eye.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.set_icon("eye-off" if shown else "eye")
        self._eye.set_name(self._hide_name if shown else self._show_name)


class Number(Themed, QSpinBox):
    """A whole number, typed or stepped, with the room before its digits that a stylesheet cannot give."""

    def __init__(self, least: int = 0, most: int = 99, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setProperty("ringRadius", 8)
        self.themed()

    def themed(self) -> None:
        side = self.theme().px("s3") - 2
        self.lineEdit().setTextMargins(side, 0, side, 0)


class Hour(Themed, QTimeEdit):
    """An hour of the day, 17.00, with the same room before its digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("H.mm")
        self.setProperty("ringRadius", 8)
        self.themed()

    def themed(self) -> None:
        side = self.theme().px("s3") - 2
        self.lineEdit().setTextMargins(side, 0, side, 0)


class Choice(QComboBox):
    """A list to choose from that may be narrower than its longest entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)


class Field(Themed, QWidget):
    """A place to type with its name above it and, when there is something to say, a line below."""

    def __init__(self, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = Label("", "trainer")
        self.label.setBuddy(editor)
        self._hint = Label("", "note")
        self._message = Label("", "note")
        self._sign = Picture(size=20)
        self._below = QHBoxLayout()
        self._below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self._message, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(self._hint)
        self._column.addWidget(editor)
        self._column.addLayout(self._below)
        self.setFocusProxy(editor)
        self.set_hint("")
        self.set_message("")
        self.themed()

    def set_label(self, text: str) -> None:
        """Name the field."""
        self.label.setText(text)
        self.editor.setAccessibleName(text)
        if isinstance(self.editor, QAbstractSpinBox):  # the line within it takes the focus too
            for line in self.editor.findChildren(QLineEdit):
                line.setAccessibleName(text)

    def set_hint(self, text: str) -> None:
        """Say below the name what is wanted; an empty text takes the line away."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._describe()

    def set_message(self, text: str, kind: str = "note") -> None:
        """Say something below the field; kind `attention` edges it in clay and puts a sign in front."""
        attention = bool(text) and kind == "attention"
        self._message.setText(text)
        self._message.set_role("attention" if attention else "note")
        self._sign.set_icon("circle-alert" if attention else "", "clay")
        self._message.setVisible(bool(text))
        self._sign.setVisible(attention)
        if isinstance(self.editor, (LineEdit, TextArea)):
            self.editor.set_attention(attention)
        self._describe()

    def themed(self) -> None:
        self._column.setSpacing(self.theme().px("s1") + 2)
        self._below.setSpacing(self.theme().px("s2"))

    def _describe(self) -> None:
        parts = [self._hint.text(), self._message.text()]
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))
