# SPDX-License-Identifier: GPL-3.0-or-later
"""What every field of a portal has: its label above, its help and the portal's message below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
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


class FieldBox(BlockBox):
    """A field with its label above, its help and the portal's message below."""

    def __init__(self, view: BlockView) -> None:
        super().__init__()
        self.field = view.target
        self._required = False
        self._shown: tuple[str, str, FieldFault | None] = ("", "", None)
        self.label = Label("", "portal-label")
        self._help = Label("", "portal-help")
        self._help.setVisible(False)
        self._message = FaultLine()
        self.lines = column(self, 5)
        self.lines.addWidget(self.label)

    def add_editor(self, editor: QWidget) -> None:
        """Put the editor between the label and what is said below it."""
        self.lines.addWidget(editor)
        self.lines.addWidget(self._help)
        self.lines.addWidget(self._message)

    def show_view(self, view: BlockView) -> None:
        wanted = (view.text, view.help, view.message)
        if wanted == self._shown and view.required == self._required:
            return
        self._shown, self._required = wanted, view.required
        self.label.setText(f"{view.text} *" if view.required else view.text)
        self._help.setText(view.help)
        self._help.setVisible(bool(view.help))
        said = portals_words(view.message)
        self._message.say(said)
        name = f"{view.text}, {_('required')}" if view.required else view.text
        self.name_control(name, " ".join(part for part in (said, view.help) if part), fault=bool(said))

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """Tell a reader the field's name, and its help and its fault."""
        control = self.control()
        set_property(control, "state", "attention" if fault else "")
        control.setAccessibleName(name)
        control.setAccessibleDescription(more)

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
