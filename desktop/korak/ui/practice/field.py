# SPDX-License-Identifier: GPL-3.0-or-later
"""What every field of a portal has: its label above, its help and the portal's message below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from korak.i18n import _
from korak.practice.events import FieldFault
from korak.practice.view import BlockView
from korak.ui.practice.block import BlockBox, column
from korak.ui.practice.portal_words import portals_words
from korak.ui.theme.theme import Themed, set_property
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

FROM_LABEL = 10
"""From a label to its field: the ring that points at the field leaves the label free."""


class FieldBox(BlockBox):
    """A field with its label above, its help and the portal's message below."""

    def __init__(self, view: BlockView) -> None:
        super().__init__()
        self.field = view.target
        self._required = False
        self._shown: tuple[str, str, FieldFault | None] = ("", "", None)
        self.label = Label("", "portal-label")
        # Made when they are first wanted: most fields of a long form never say anything.
        self._help: Label | None = None
        self._message: FaultLine | None = None
        self._below = QVBoxLayout()
        self._below.setSpacing(5)
        self.lines = column(self, FROM_LABEL)
        self.lines.addWidget(self.label)

    def add_editor(self, editor: QWidget) -> None:
        """Put the editor between the label and what is said below it."""
        self.lines.addWidget(editor)
        self.lines.addLayout(self._below)

    def show_view(self, view: BlockView) -> None:
        wanted = (view.text, view.help, view.message)
        if wanted == self._shown and view.required == self._required:
            return
        self._shown, self._required = wanted, view.required
        self.label.setText(f"{view.text} *" if view.required else view.text)
        self._say_help(view.help)
        said = portals_words(view.message)
        self._say_fault(said)
        name = f"{view.text}, {_('required')}" if view.required else view.text
        self.name_control(name, " ".join(part for part in (said, view.help) if part), fault=bool(said))

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """Tell a reader the field's name, and its help and its fault."""
        control = self.control()
        state = "attention" if fault else ""
        if (control.property("state") or "") != state:
            set_property(control, "state", state)
        control.setAccessibleName(name)
        control.setAccessibleDescription(more)

    def _say_help(self, text: str) -> None:
        if self._help is None and text:
            self._help = Label("", "portal-help")
            self._below.insertWidget(0, self._help)
        if self._help is not None:
            self._help.setText(text)
            self._help.setVisible(bool(text))

    def _say_fault(self, text: str) -> None:
        if self._message is None and text:
            self._message = FaultLine()
            self._below.addWidget(self._message)
        if self._message is not None:
            self._message.say(text)

    def retranslate(self) -> None:
        self._shown = ("", "", None)


class FaultLine(Themed, QWidget):
    """What the portal finds wrong, with an icon, below its field."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Picture("", 20)
        self._icon.set_icon("circle-alert", "clay")
        self._label = Label("", "portal-fault")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._label, 1)
        self.setVisible(False)

    def say(self, text: str) -> None:
        """Show the message, or nothing."""
        self._label.setText(text)
        self.setVisible(bool(text))
