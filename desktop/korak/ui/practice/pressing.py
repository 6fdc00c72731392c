# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks to be pressed: links and buttons."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from korak.practice.actions import Press
from korak.practice.view import BlockView
from korak.ui.practice.block import BlockBox, column
from korak.ui.practice.portal import PortalButton, PortalLink, PortalLook


class LinkBox(BlockBox):
    """A link."""

    def __init__(self, target: str, look: PortalLook) -> None:
        super().__init__()
        self._target = target
        self._link = PortalLink(look)
        self._link.clicked.connect(self._pressed)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._link)
        across.addStretch(1)

    def show_view(self, view: BlockView) -> None:
        self._link.set_text(view.text)

    def control(self) -> QWidget:
        return self._link

    def wear(self, look: PortalLook) -> None:
        self._link.set_look(look)

    def _pressed(self) -> None:
        self.acted.emit(Press(self._target))


class ButtonBox(BlockBox):
    """A button."""

    def __init__(self, target: str, look: PortalLook, *, main: bool, icon: str = "") -> None:
        super().__init__()
        self.main = main
        self._target = target
        self._button = PortalButton(look, main=main, icon=icon)
        self._button.clicked.connect(self.press)
        column(self).addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)

    def show_view(self, view: BlockView) -> None:
        self._button.set_text(view.text)

    def control(self) -> QWidget:
        return self._button

    def wear(self, look: PortalLook) -> None:
        self._button.set_look(look)

    def press(self) -> None:
        """Press it, by mouse or because Enter was pressed in a field."""
        self.acted.emit(Press(self._target))
