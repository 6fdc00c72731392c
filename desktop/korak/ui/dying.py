# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes of ours that are to end: killed at once, waited for only when the program closes."""

from functools import partial

from PySide6.QtCore import QObject, QProcess


class Dying(QObject):
    """Takes over processes that say nothing more; the window never waits for one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._processes: list[QProcess] = []

    def end(self, process: QProcess | None) -> None:
        """Kill a process and forget it as soon as the system has."""
        if process is None:
            return
        process.finished.disconnect()
        process.errorOccurred.disconnect()
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
            return
        self._processes.append(process)
        process.setParent(self)
        process.finished.connect(partial(self._gone, process))
        process.errorOccurred.connect(partial(self._gone, process))
        process.kill()

    def close(self) -> None:
        """Wait until none is left, half a second at most for each."""
        for process in self._processes:
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()
        self._processes.clear()

    def _gone(self, process: QProcess, *_how: object) -> None:
        if process in self._processes and process.state() == QProcess.ProcessState.NotRunning:
            self._processes.remove(process)
            process.deleteLater()
