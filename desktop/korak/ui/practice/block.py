# SPDX-License-Identifier: GPL-3.0-or-later
"""A block of a portal's page as a widget: it is made once and then follows its block in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from korak.practice.view import BlockView
from korak.ui.practice.portal import PortalLook


class BlockBox(QWidget):
    """One block on the page; it is told its view again after every action."""

    acted = Signal(object)
    entered = Signal()

    def show_view(self, view: BlockView) -> None:
        """Follow the block."""

    def control(self) -> QWidget:
        """What has the focus."""
        return self

    def spot(self, index: int = 0) -> QWidget:
        """What to point at; of several lines the one meant."""
        del index
        return self.control()

    def part(self, target: str) -> QWidget | None:
        """What stands for a target inside this block: its own target, a stroke, and more."""
        del target
        return None

    def flush(self) -> None:
        """Send what was typed and not sent yet."""

    def wear(self, look: PortalLook) -> None:
        """Wear the portal's colours."""

    def retranslate(self) -> None:
        """Say anew, at the next view, what is in the program's language."""

    def retire(self) -> None:
        """Say nothing more: the page is gone."""


def column(widget: QWidget, spacing: int = 0) -> QVBoxLayout:
    """A column of its own for a widget, without margins."""
    lines = QVBoxLayout(widget)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(spacing)
    return lines


def clear(lines: QVBoxLayout) -> None:
    """Take everything out of a column and let it go."""
    while (item := lines.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()
