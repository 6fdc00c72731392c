# SPDX-License-Identifier: GPL-3.0-or-later
"""What every voice can do, and how it says that it has."""

from abc import abstractmethod

from PySide6.QtCore import QObject, Signal


class Speaker(QObject):
    """A voice; after `say` comes one of three: `ended`, `failed` (not this text), `silent` (no device)."""

    ended = Signal()
    failed = Signal()
    silent = Signal()

    @abstractmethod
    def knows(self, text: str, language: str) -> bool:
        """Tell whether a text can be spoken; with an empty text, whether any text of the language can."""

    @abstractmethod
    def say(self, text: str, language: str, slow: bool) -> None:
        """Speak, cutting off what is being said; returns at once."""

    @abstractmethod
    def stop(self) -> None:
        """Be silent at once."""

    @abstractmethod
    def close(self) -> None:
        """Leave no process and no open file behind."""
