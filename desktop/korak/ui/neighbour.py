# SPDX-License-Identifier: GPL-3.0-or-later
"""Another Korak on the same data folder: the first one listens, a second one calls it and goes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

_PATIENCE_MS = 1500


class Neighbour(QObject):
    """The claim on a data folder, and the way to whoever has claimed it already.

    The network module is imported late: only a second start needs it before the window is on the screen.
    """

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._address = ""
        self._server: QObject | None = None
        self._release = _nothing

    def is_first(self) -> bool:
        """Claim the folder; False when a running Korak has it."""
        from korak.services import instance  # noqa: PLC0415 - app.py imports no service
        from korak.services.faults import FaultKind, ServiceFault  # noqa: PLC0415

        try:
            claim = instance.claim(self._folder)
        except ServiceFault as fault:
            self._address = fault.details.get("address", "")
            # Any other fault of the folder is told by whoever opens it next.
            return fault.code is not FaultKind.ALREADY_OPEN
        self._address = claim.address
        self._release = claim.release
        return True

    def call(self) -> bool:
        """Ask the first one to come forward; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(b"show\n")
        heard = socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return heard

    def listen(self) -> None:
        """Wait for a second start; it costs nothing until one comes."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        if not self._address:
            return
        QLocalServer.removeServer(self._address)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        server.listen(self._address)
        self._server = server

    def close(self) -> None:
        """Listen no more and give the folder free."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        if isinstance(self._server, QLocalServer):
            self._server.close()
        self._release()
        self._release = _nothing

    def _answer(self) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415

        if isinstance(self._server, QLocalServer):
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            self.called.emit()


def _nothing() -> None:
    """Release nothing."""
