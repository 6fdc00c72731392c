# SPDX-License-Identifier: GPL-3.0-or-later
"""A few seconds of the learner's own voice: recorded, heard once more, kept nowhere but in memory."""

from importlib import import_module
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal

LONGEST = 15_000
"""Milliseconds after which a recording ends by itself."""


def microphone() -> bool:
    """Whether something can hear the learner here; the first call imports QtMultimedia."""
    multimedia = _multimedia()
    return multimedia is not None and bool(multimedia.QMediaDevices.audioInputs())


class Recorder(QObject):
    """Records from the default microphone and plays back what it recorded last."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._multimedia = _multimedia()
        self._data = QByteArray()
        self._buffer: QBuffer | None = None
        self._source: Any = None
        self._sink: Any = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LONGEST)
        self._limit.timeout.connect(self.stop)

    @property
    def recording(self) -> bool:
        """Whether the microphone is open now."""
        return self._source is not None

    @property
    def recorded(self) -> bool:
        """Whether there is something to be heard."""
        return not self.recording and self._data.size() > 0

    def record(self) -> None:
        """Begin anew."""
        self.stop()
        if self._multimedia is None:
            return
        device = self._multimedia.QMediaDevices.defaultAudioInput()
        if device.isNull():
            return
        self._data = QByteArray()
        self._buffer = QBuffer(self._data, self)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._source = self._multimedia.QAudioSource(device, self._format(), self)
        self._source.start(self._buffer)
        self._limit.start()
        self.changed.emit()

    def stop(self) -> None:
        """End the recording, or the playing."""
        self._limit.stop()
        for running in (self._source, self._sink):
            if running is not None:
                running.stop()
                running.deleteLater()
        self._source = self._sink = None
        if self._buffer is not None:
            self._buffer.close()
            self._data = QByteArray(self._buffer.data())
            self._buffer.deleteLater()
            self._buffer = None
        self.changed.emit()

    def play(self) -> None:
        """Let the recording be heard."""
        if not self.recorded or self._multimedia is None:
            return
        self.stop()
        self._buffer = QBuffer(self)
        self._buffer.setData(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = self._multimedia.QAudioSink(
            self._multimedia.QMediaDevices.defaultAudioOutput(), self._format()
        )
        self._sink.setParent(self)
        self._sink.start(self._buffer)
        self.changed.emit()

    def forget(self) -> None:
        """Leave nothing behind."""
        self.stop()
        self._data = QByteArray()
        self.changed.emit()

    def _format(self) -> Any:
        """16 bits, one channel, 16,000 samples a second: enough for a voice."""
        assert self._multimedia is not None  # noqa: S101 - asked before
        kind = self._multimedia.QAudioFormat()
        kind.setSampleRate(16_000)
        kind.setChannelCount(1)
        kind.setSampleFormat(self._multimedia.QAudioFormat.SampleFormat.Int16)
        return kind


def _multimedia() -> Any:
    """QtMultimedia, or None where a library of the system is missing."""
    try:
        return import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
