# SPDX-License-Identifier: GPL-3.0-or-later
"""The wait before another try at a door, told second by second; no timer runs when nobody waits."""

from math import ceil

from PySide6.QtCore import QObject, QTimer, Signal

from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault
from korak.ui.words_for_faults import waiting_time


class Waiting(QObject):
    """Counts down; `ticked` comes every second, `over` at the end."""

    ticked = Signal()
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    @property
    def left(self) -> int:
        """How many seconds are left; 0 when nobody waits."""
        return self._left

    def sentence(self) -> str:
        """The wait in words."""
        return _("Please wait: {time}.").format(time=waiting_time(max(self._left, 1)))

    def begin(self, seconds: float) -> None:
        """Begin to wait."""
        self._left = max(ceil(seconds), 1)
        self._timer.start()

    def stop(self) -> None:
        """Wait no more."""
        self._left = 0
        self._timer.stop()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.stop()
            self.over.emit()
        else:
            self.ticked.emit()


def seconds_to_wait(fault: Exception) -> float:
    """How long a fault asks somebody to wait; 0 for any other fault."""
    if isinstance(fault, ServiceFault) and fault.code is FaultKind.WAIT:
        return float(fault.details.get("seconds", "1"))
    return 0.0
