# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for loudspeakers and microphones: everything else of QtMultimedia is the real thing.

Clips are really opened, decoded and played in real time; what would be heard is counted in samples. A
microphone writes real samples into the buffer it is given.
"""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from PySide6 import QtMultimedia
from PySide6.QtCore import QIODevice, QObject, QTimer
from PySide6.QtMultimedia import QAudioBufferOutput, QAudioFormat, QMediaPlayer

from korak.content.sound import Sound

SOUND_NOISE = ("Pulse", "pipewire", "audio", "multimedia", "FFmpeg", "^$", "No audio device")


class Heard:
    """What came out of the loudspeaker: samples, and how fast they were played."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.rates: list[float] = []
        self.pitch_kept: list[bool] = []
        self.files: list[str] = []


class _Device:
    def __init__(self, rates: tuple[int, ...] = (16_000, 24_000, 48_000)) -> None:
        self._rates = rates

    def isNull(self) -> bool:
        return False

    def isFormatSupported(self, wanted: QAudioFormat) -> bool:
        return wanted.sampleRate() in self._rates and wanted.channelCount() == 1

    def preferredFormat(self) -> QAudioFormat:
        found = QAudioFormat()
        found.setSampleRate(44_100)
        found.setChannelCount(2)
        found.setSampleFormat(QAudioFormat.SampleFormat.Float)
        return found


class _Devices:
    outputs: tuple[_Device, ...] = ()
    inputs: tuple[_Device, ...] = ()

    def audioOutputs(self) -> list[_Device]:
        return list(self.outputs)

    def audioInputs(self) -> list[_Device]:
        return list(self.inputs)

    def defaultAudioInput(self) -> object:
        return self.inputs[0] if self.inputs else SimpleNamespace(isNull=lambda: True)

    def defaultAudioOutput(self) -> object:
        return QtMultimedia.QMediaDevices.defaultAudioOutput()


class Source(QObject):
    """A microphone into which somebody speaks a given sound, ten times as fast as life."""

    def __init__(self, said: list[Sound], wanted: QAudioFormat, parent: QObject) -> None:
        super().__init__(parent)
        self._data = said[0].little_endian()
        if wanted.sampleFormat() == QAudioFormat.SampleFormat.Float:
            both = (
                sample / 32_768 for sample in said[0].samples for _channel in range(wanted.channelCount())
            )
            self._data = array("f", both).tobytes()
        self._at = 0
        self._buffer: QIODevice | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._speak)
        self._step = wanted.sampleRate() // 5 * wanted.bytesPerFrame()

    def start(self, buffer: QIODevice) -> None:
        self._buffer = buffer
        self._timer.start(20)

    def stop(self) -> None:
        self._timer.stop()

    def _speak(self) -> None:
        assert self._buffer is not None
        self._buffer.write(self._data[self._at : self._at + self._step])
        self._at += self._step


class _PlayerMaker:
    """Stands where the class of players stands: makes real ones, each with an ear."""

    MediaStatus = QMediaPlayer.MediaStatus

    def __init__(self, room: "Room") -> None:
        self._room = room

    def __call__(self, parent: QObject) -> QMediaPlayer:
        return self._room.player(parent)


class Room:
    """A room with a loudspeaker and a microphone, or without."""

    def __init__(self) -> None:
        self.heard = Heard()
        self.said: list[Sound] = []
        self.devices = _Devices()
        self.multimedia = SimpleNamespace(
            **{name: getattr(QtMultimedia, name) for name in dir(QtMultimedia) if name.startswith("Q")}
        )
        self.multimedia.QMediaDevices = self.devices
        self.multimedia.QMediaPlayer = _PlayerMaker(self)
        self.multimedia.QAudioSource = self._source
        self._kept: list[object] = []

    def put_loudspeaker(self) -> None:
        self.devices.outputs = (_Device(),)

    def put_microphone(self, *said: Sound, rates: tuple[int, ...] = (16_000, 24_000, 48_000)) -> None:
        self.said = list(said)
        self.devices.inputs = (_Device(rates),)

    def player(self, parent: QObject) -> QMediaPlayer:
        player = QMediaPlayer(parent)
        ear = QAudioBufferOutput(player)
        player.setAudioBufferOutput(ear)
        ear.audioBufferReceived.connect(self._hear)
        player.playbackRateChanged.connect(self.heard.rates.append)
        player.sourceChanged.connect(lambda url: self.heard.files.append(url.fileName()))
        player.playingChanged.connect(lambda _on: self.heard.pitch_kept.append(player.pitchCompensation()))
        self._kept.append(ear)
        return player

    def _source(self, _device: _Device, wanted: QAudioFormat, parent: QObject) -> Source:
        return Source(self.said, wanted, parent)

    def _hear(self, buffer: object) -> None:
        rate = buffer.format().sampleRate()  # type: ignore[attr-defined]
        if rate:  # the last buffer is empty
            self.heard.seconds += buffer.frameCount() / rate  # type: ignore[attr-defined]


@contextmanager
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """Let the program believe it sits in this room."""
    made = Room()
    from korak.ui import clip_player, recording

    monkeypatch.setattr(clip_player, "import_module", lambda _name: made.multimedia)
    monkeypatch.setattr(recording, "_multimedia", lambda: made.multimedia)
    yield made
