# SPDX-License-Identifier: GPL-3.0-or-later
"""What all stops of a lesson have in common: they say what the footer offers, and when they are passed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from korak.ui.frame import Frame


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of the footer beside the main one."""

    text: str
    do: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Footer:
    """What stands below a stop: one main button, and a few quieter ones."""

    main: str
    ready: bool = True
    onward: bool = True  # the main button leads on and carries an arrow
    offers: tuple[Offer, ...] = ()


class StationView(QWidget):
    """One stop of a lesson; `passed` brings the answer (JSON) and the same for people."""

    passed = Signal(str, str)
    onward = Signal()
    footer_changed = Signal()
    came_to = Signal(int, int)  # the card or key step, from 0, of so many

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame

    def footer(self) -> Footer | None:
        """What the footer offers now; None where the stop needs all the room."""
        return None

    def main_pressed(self) -> None:
        """What the main button of the footer does."""

    def onward_inside(self) -> bool:
        """Go one step on within this stop; False where there is none."""
        return False

    def back_inside(self) -> bool:
        """Go one step back within this stop; False where there is none."""
        return False

    def start(self) -> None:
        """Begin: the stop is on the screen now."""

    def pause(self, paused: bool) -> None:
        """Rest, or go on."""

    def leave(self) -> None:
        """Store what is unfinished."""

    def retranslate(self) -> None:
        """Set every text in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.footer_changed.emit()
