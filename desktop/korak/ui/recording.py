# SPDX-License-Identifier: GPL-3.0-or-later
"""A voice from the microphone: recorded, heard once more, kept nowhere but in memory.

What a learner says is forgotten when they go on. A trainer's recording leaves this place only as a
:class:`~korak.content.sound.Sound` that the page hands to a service.
"""

from importlib import import_module
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal

from korak.content.sound import Samples, Sound, from_device, level

LONGEST = 15_000
"""Milliseconds after which a recording ends by itself."""

_RATES = (48_000, 24_000, 16_000)
_OFTEN = 80


def microphone() -> bool:
    """Whether something can hear the learner here; the first call imports QtMultimedia."""
    multimedia = _multimedia()
    return multimedia is not None and bool(multimedia.QMediaDevices.audioInputs())


class Recorder(QObject):
    """Records from the default microphone and plays back what it recorded last.

    ``loudness`` brings, while it records, how loud the last moment was, from 0 to 1.
    """

    changed = Signal()
    loudness = Signal(float)
    played = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._multimedia = _multimedia()
        self._data = QByteArray()
        self._buffer: QBuffer | None = None
        self._source: Any = None
        self._sink: Any = None
        self._format: Any = None
        self._heard = 0
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LONGEST)
        self._limit.timeout.connect(self.stop)
        self._listening = QTimer(self)
        self._listening.setInterval(_OFTEN)
        self._listening.timeout.connect(self._listen)

    @property
    def recording(self) -> bool:
        """Whether the microphone is open now."""
        return self._source is not None

    @property
    def recorded(self) -> bool:
        """Whether there is something to be heard."""
        return not self.recording and self._data.size() > 0

    def sound(self) -> Sound:
        """What was recorded last, as one channel of 16 bits."""
        if self._format is None:
            return from_device(b"", 16_000)
        return self._sound(bytes(self._data.data()))

    def record(self) -> None:
        """Begin anew; without a microphone nothing begins."""
        self.stop()
        if self._multimedia is None:
            return
        device = self._multimedia.QMediaDevices.defaultAudioInput()
        if device.isNull():
            return
        self._data = QByteArray()
        self._heard = 0
        self._format = self._format_for(device)
        self._buffer = QBuffer(self._data, self)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._source = self._multimedia.QAudioSource(device, self._format, self)
        self._source.start(self._buffer)
        self._limit.start()
        self._listening.start()
        self.changed.emit()

    def stop(self) -> None:
        """End the recording, or the playing."""
        self._limit.stop()
        self._listening.stop()
        recording = self._source is not None
        for running in (self._source, self._sink):
            if running is not None:
                running.stop()
                running.deleteLater()
        self._source = self._sink = None
        if self._buffer is not None:
            self._buffer.close()
            if recording:
                self._data = QByteArray(self._buffer.data())
            self._buffer.deleteLater()
            self._buffer = None
        self.changed.emit()

    def play(self) -> None:
        """Let the recording be heard; ``played`` follows at its end."""
        if not self.recorded or self._multimedia is None:
            return
        self.stop()
        self._buffer = QBuffer(self)
        self._buffer.setData(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = self._multimedia.QAudioSink(
            self._multimedia.QMediaDevices.defaultAudioOutput(), self._format
        )
        self._sink.setParent(self)
        self._sink.stateChanged.connect(self._state_changed)
        self._sink.start(self._buffer)
        self.changed.emit()

    def forget(self) -> None:
        """Leave nothing behind."""
        self.stop()
        self._data = QByteArray()
        self.changed.emit()

    # internal

    def _listen(self) -> None:
        """Tell how loud the last moment was, and notice a microphone that was pulled out."""
        if self._buffer is None or self._source is None:
            return
        fresh = bytes(self._buffer.data().data())[self._heard :]
        self._heard += len(fresh)
        if fresh:
            self.loudness.emit(min(level(self._sound(fresh).samples) * 4, 1.0))
        error = getattr(self._source, "error", None)
        if error is not None and error() != self._multimedia.QAudio.Error.NoError:
            self.stop()

    def _state_changed(self, state: object) -> None:
        if self._sink is not None and state == self._multimedia.QAudio.State.IdleState:
            self.stop()
            self.played.emit()

    def _sound(self, data: bytes) -> Sound:
        kinds = self._multimedia.QAudioFormat.SampleFormat
        found = {
            kinds.UInt8: Samples.BYTES,
            kinds.Int16: Samples.SHORTS,
            kinds.Int32: Samples.INTEGERS,
            kinds.Float: Samples.FLOATS,
        }
        kind = found.get(self._format.sampleFormat(), Samples.SHORTS)
        return from_device(data, self._format.sampleRate(), self._format.channelCount(), kind)

    def _format_for(self, device: Any) -> Any:
        """16 bits and one channel at the best rate the device has; else whatever the device likes best."""
        assert self._multimedia is not None  # noqa: S101 - asked before
        for rate in _RATES:
            kind = self._multimedia.QAudioFormat()
            kind.setSampleRate(rate)
            kind.setChannelCount(1)
            kind.setSampleFormat(self._multimedia.QAudioFormat.SampleFormat.Int16)
            if device.isFormatSupported(kind):
                return kind
        return device.preferredFormat()


def _multimedia() -> Any:
    """QtMultimedia, or None where a library of the system is missing."""
    try:
        return import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
