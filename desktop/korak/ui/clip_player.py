# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays sound files of any kind, at normal speed or slowly, at the pitch they were spoken in.

QtMultimedia is imported in a thread of its own when the first clip is wanted; nobody waits for it.
"""

import logging
import threading
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QUrl, Signal

SLOW = 0.72
"""The part of the normal speed that is slow speech."""

_log = logging.getLogger(__name__)


class ClipPlayer(QObject):
    """Plays one clip at a time; `ended` follows, or `failed` (bad file) or `silent` (nothing can sound)."""

    ended = Signal()
    failed = Signal()
    silent = Signal()
    _imported = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked = False
        self._multimedia: Any = None
        self._here = False
        self._player: Any = None
        self._wanted: tuple[Path, float] | None = None
        self._imported.connect(self._begin)

    def play(self, path: Path, *, slow: bool = False) -> None:
        """Play a file as soon as possible, cutting off what is heard."""
        self.stop()
        self._wanted = (path, SLOW if slow else 1.0)
        if self._here:
            self._imported.emit()
        elif not self._asked:
            self._asked = True
            threading.Thread(target=self._import, name="clips", daemon=True).start()

    def stop(self) -> None:
        """Be silent at once."""
        self._wanted = None
        if self._player is not None:
            self._tell("stop")

    def close(self) -> None:
        """Be silent, and open no file any more."""
        self.stop()
        if self._player is not None:
            self._tell("setSource", Q_ARG(QUrl, QUrl()))

    def _import(self) -> None:
        try:
            self._multimedia = import_module("PySide6.QtMultimedia")
        except ImportError as missing:
            _log.info("no clips: %s", missing)
        try:
            self._imported.emit()
        except RuntimeError:
            return  # the program has ended meanwhile

    def _begin(self) -> None:
        self._here = True
        wanted = self._wanted
        if wanted is None:
            return
        if not self._can_sound():
            self._wanted = None
            self.silent.emit()
            return
        path, rate = wanted
        player = self._player or self._make()
        self._tell("setSource", Q_ARG(QUrl, QUrl.fromLocalFile(str(path))))
        player.setPlaybackRate(rate)
        self._tell("play")

    def _tell(self, method: str, *arguments: Any) -> None:
        # A plain call keeps the interpreter's lock, while the player waits for threads of its own that may
        # need that very lock to deliver a signal: both would wait for ever. This way the lock is let go.
        QMetaObject.invokeMethod(self._player, method, Qt.ConnectionType.DirectConnection, *arguments)

    def _can_sound(self) -> bool:
        """Tell whether there is anything to hear with; asked each time, for headphones come and go."""
        return self._multimedia is not None and bool(self._multimedia.QMediaDevices.audioOutputs())

    def _make(self) -> Any:
        player = self._multimedia.QMediaPlayer(self)
        player.setAudioOutput(self._multimedia.QAudioOutput(player))
        if hasattr(player, "setPitchCompensation"):
            player.setPitchCompensation(True)
        player.mediaStatusChanged.connect(self._status_changed)
        player.errorOccurred.connect(self._broke)
        self._player = player
        return player

    def _status_changed(self, status: object) -> None:
        if self._wanted is not None and status == self._multimedia.QMediaPlayer.MediaStatus.EndOfMedia:
            self._wanted = None
            self.ended.emit()

    def _broke(self, *_error: object) -> None:
        if self._wanted is not None:
            self._wanted = None
            self.failed.emit()
