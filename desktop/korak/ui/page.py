# SPDX-License-Identifier: GPL-3.0-or-later
"""What all pages have in common: texts that follow the language, a top bar, a way back, a first focus."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from korak.ui.frame import Frame


@dataclass(frozen=True, slots=True)
class Chip:
    """A quiet fact in the top bar: who is here, where we are."""

    text: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class BarButton:
    """The one thing the top bar lets people do on a page: sign out, pause, lock, let the trainer in."""

    text: str
    do: Callable[[], None]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """What the top bar shows above a page."""

    title: str = ""
    chips: tuple[Chip, ...] = ()
    button: BarButton | None = None
    second_languages: tuple[str, ...] = ()
    hidden: bool = False  # the page wants the whole window


class Page(QWidget):
    """One screen of the program, between the top bar and the window's lower edge."""

    bar_changed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame

    # what a page tells about itself

    def bar(self) -> Bar:
        """What stands in the top bar while this page is shown."""
        return Bar()

    def main_widget(self) -> QWidget | None:
        """The widget that has the focus when the page is shown: its main action."""
        return None

    def help_texts(self) -> tuple[str, ...]:
        """What F1 says here, a short sentence each."""
        return ()

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that work only here, each with what it does; F1 lists them first."""
        return ()

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""

    def shown(self) -> None:
        """Ask the services for what the page shows; called whenever it comes on the screen."""

    def leave(self) -> None:
        """Save what is unfinished; called before another page comes."""

    def back(self) -> None:
        """Go where Alt+Left leads from here; nowhere, unless a page knows better."""

    def escape(self) -> None:
        """Do what Esc does here: the same, unless a page knows better."""
        self.back()

    # internal

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.bar_changed.emit()
