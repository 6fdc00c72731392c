# SPDX-License-Identifier: GPL-3.0-or-later
"""A sentence for people who hear the screen instead of seeing it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say something that has just happened."""
    if sentence and QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, sentence)
        QAccessible.updateAccessibility(event)
