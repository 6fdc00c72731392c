# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what is typed while it is typed: the first letter at once, the rest a moment later at most."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 150


class Saver(QObject):
    """Call `changed` with every letter and `now` before the page is left."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.now)

    def changed(self) -> None:
        """Something was typed."""
        self._waiting = True
        if not self._timer.isActive():
            self.now()
            self._timer.start()

    def now(self) -> None:
        """Keep what has not been kept yet."""
        if self._waiting:
            self._waiting = False
            self._save()
