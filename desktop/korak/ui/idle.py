# SPDX-License-Identifier: GPL-3.0-or-later
"""The watch that locks the screen when nobody has touched anything for some minutes."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from korak.clock import Clock

_TOUCHES = frozenset({
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
})  # fmt: skip


class IdleWatch(QObject):
    """Says `idle` once when a window was left alone for its minutes; 0 minutes mean never.

    It looks at what reaches the window from outside, before any widget does. The timer runs out at most once
    a period, so a computer nobody touches is not woken up for this.
    """

    idle = Signal()

    def __init__(self, window: QWindow, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._minutes = 0
        self._touched = clock.monotonic()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)
        # A dialog is a window of its own; whoever types in it is here too.
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._another_window)

    def watch(self, minutes: int) -> None:
        """Begin to watch anew; with 0 minutes stop."""
        self._minutes = minutes
        self.touch()
        self._timer.stop()
        if minutes > 0:
            self._timer.start(minutes * 60_000)

    def touch(self) -> None:
        """Take note that somebody is here."""
        self._touched = self._clock.monotonic()

    def look(self) -> None:
        """Say so if nobody has been here, else look again when that could be."""
        left = self._minutes * 60 - (self._clock.monotonic() - self._touched)
        if left <= 0:
            self.idle.emit()
        else:
            self._timer.start(round(left * 1000) + 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice what comes from hands, and let it through."""
        if event.type() in _TOUCHES:
            self._touched = self._clock.monotonic()
        return False

    def _another_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # installed twice, a filter still counts once
            self.touch()
