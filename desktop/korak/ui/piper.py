# SPDX-License-Identifier: GPL-3.0-or-later
"""A Piper voice, where its model lies in the voices folder: a process writes a file, which is played.

What it has said once is kept until the program ends, so that repeating costs nothing.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QTimer

from korak.services import piper
from korak.services.piper import PiperVoice
from korak.ui.clip_player import ClipPlayer
from korak.ui.dying import Dying
from korak.ui.speaker import Speaker

PATIENCE = 20_000
"""Milliseconds after which a `piper` that says nothing is killed."""


class Piper(Speaker):
    """Speaks the languages of the models in a folder."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._program = ""
        self._voices: dict[str, PiperVoice] = {}
        self._said: dict[tuple[str, str], Path] = {}
        self._place: QTemporaryDir | None = None
        self._running: QProcess | None = None
        self._dying = Dying(self)
        self._player = ClipPlayer(self)
        self._player.ended.connect(self.ended)
        self._player.failed.connect(self.failed)
        self._player.silent.connect(self.silent)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(PATIENCE)
        self._limit.timeout.connect(self._give_up)
        self.incomplete: tuple[str, ...] = ()

    def find(self) -> None:
        """Look into the folder; a missing one costs nothing."""
        found = piper.voices_in(self._folder)
        self.incomplete = tuple(voice.model.name for voice in found if not voice.whole)
        self._program = (piper.program_for(self._folder) or "") if found else ""
        if self._program:
            for voice in found:
                if voice.whole:
                    self._voices.setdefault(voice.language, voice)

    def knows(self, text: str, language: str) -> bool:
        """Tell whether there is a whole model of a language, and the program."""
        return language in self._voices

    def say(self, text: str, language: str, slow: bool) -> None:
        """Speak, cutting off what is being said."""
        self.stop()
        known = self._said.get((language, text))
        if known is not None:
            self._player.play(known, slow=slow)
            return
        output = self._output()
        speaking = self._running = QProcess(self)
        program, *arguments = piper.command(self._program, self._voices[language], output)
        speaking.setProgram(program)
        speaking.setArguments(arguments)
        speaking.finished.connect(partial(self._finished, (language, text), output, slow))
        speaking.errorOccurred.connect(self._broke)
        self._limit.start()
        speaking.start()
        speaking.write(piper.one_line(text))
        speaking.closeWriteChannel()

    def stop(self) -> None:
        """Be silent at once."""
        self._limit.stop()
        running, self._running = self._running, None
        self._dying.end(running)
        self._player.stop()

    def close(self) -> None:
        """Leave no process and no file behind."""
        self.stop()
        self._player.close()
        self._dying.close()
        if self._place is not None:
            self._place.remove()

    def _output(self) -> Path:
        if self._place is None:
            self._place = QTemporaryDir()
        return Path(self._place.path()) / f"{len(self._said)}.wav"

    def _finished(self, what: tuple[str, str], output: Path, slow: bool, code: int, *_status: object) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        self._limit.stop()
        running.deleteLater()
        if code or not output.is_file():
            self.failed.emit()
            return
        self._said[what] = output
        self._player.play(output, slow=slow)

    def _broke(self, *_error: object) -> None:
        running, self._running = self._running, None
        if running is not None:
            self._limit.stop()
            self._dying.end(running)
            self.failed.emit()

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit()
