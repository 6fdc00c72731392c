# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's own voice: kept nowhere, and no trouble where there is no microphone."""

import pytest
from PySide6.QtCore import QByteArray, QObject

from korak.ui import recording
from korak.ui.recording import Recorder, microphone

pytestmark = pytest.mark.qt_log_ignore("Pulse", "pipewire", "audio")


def test_without_the_systems_sound_libraries_there_is_no_microphone(monkeypatch, qapp) -> None:
    monkeypatch.setattr(recording, "_multimedia", lambda: None)
    assert microphone() is False
    recorder = Recorder(qapp)
    recorder.record()
    recorder.play()
    assert not recorder.recording
    assert not recorder.recorded
    recorder.deleteLater()


def test_without_a_microphone_nothing_is_recorded(qapp) -> None:
    if microphone():
        pytest.skip("this machine has a microphone")
    recorder = Recorder(qapp)
    recorder.record()
    assert not recorder.recording
    recorder.stop()
    assert not recorder.recorded
    recorder.deleteLater()


def test_what_was_recorded_is_forgotten(qapp) -> None:
    owner = QObject()
    recorder = Recorder(owner)
    told: list[bool] = []
    recorder.changed.connect(lambda: told.append(recorder.recorded))
    recorder._data = QByteArray(b"\x00\x01" * 800)
    assert recorder.recorded
    recorder.forget()
    assert not recorder.recorded
    assert told[-1] is False
