# SPDX-License-Identifier: GPL-3.0-or-later
"""The voices of the computer itself: the operating system's, and espeak-ng in a process of its own."""

import logging
import shutil
import threading
from typing import cast

from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal

from korak.ui.dying import Dying
from korak.ui.speaker import Speaker

NORMAL_SPEED, SLOW_SPEED = 150, 105
"""Words a minute for espeak-ng; people who learn a language need less than its own 175."""
SLOW_RATE = -0.4
"""The same for the system's voice, whose scale runs from -1 to 1."""
PATIENCE, PATIENCE_A_LETTER = 8_000, 250
"""Milliseconds after which a voice that has not ended is taken for hung: for any text, for each letter."""

_log = logging.getLogger(__name__)


class Espeak(Speaker):
    """The espeak-ng program as a voice: one process a sentence, killed when it should be silent."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = ""
        self._voices: frozenset[str] = frozenset()
        self._asked: QProcess | None = None
        self._running: QProcess | None = None
        self._dying = Dying(self)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._give_up)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(PATIENCE)
        self._asking.timeout.connect(self._ready_without)

    def find(self) -> None:
        """Look for the program and ask it for its languages, without waiting; ``ready`` follows."""
        self._program = shutil.which("espeak-ng") or ""
        if not self._program:
            self.ready.emit()
            return
        asked = self._asked = QProcess(self)
        asked.setProgram(self._program)
        asked.setArguments(["--voices"])
        asked.finished.connect(self._heard_voices)
        asked.errorOccurred.connect(self._ready_without)
        self._asking.start()
        asked.start()

    def knows(self, text: str, language: str) -> bool:
        """Tell whether the program speaks a language."""
        return language in self._voices

    def say(self, text: str, language: str, slow: bool) -> None:
        """Speak, cutting off what is being said."""
        self.stop()
        speaking = QProcess(self)
        speed = SLOW_SPEED if slow else NORMAL_SPEED
        speaking.setProgram(self._program)
        speaking.setArguments(["-b", "1", "-v", language, "-s", str(speed), "--stdin"])
        speaking.finished.connect(self._ended)
        speaking.errorOccurred.connect(self._broke)
        self._running = speaking
        self._limit.start(PATIENCE + PATIENCE_A_LETTER * len(text))
        speaking.start()
        speaking.write(text.encode())
        speaking.closeWriteChannel()

    def stop(self) -> None:
        """Be silent at once."""
        self._limit.stop()
        speaking, self._running = self._running, None
        self._dying.end(speaking)

    def close(self) -> None:
        """Leave no process behind."""
        self.stop()
        self._asking.stop()
        asked, self._asked = self._asked, None
        self._dying.end(asked)
        self._dying.close()

    def _heard_voices(self, *_finished: object) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        self._asking.stop()
        lines = asked.readAllStandardOutput().toStdString().splitlines()[1:]
        columns = [line.split() for line in lines]
        codes = {column[1] for column in columns if len(column) > 1}
        self._voices = frozenset(codes | {code.split("-")[0] for code in codes})
        asked.deleteLater()
        self.ready.emit()

    def _ready_without(self, *_error: object) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self._asking.stop()
            self._dying.end(asked)
            self.ready.emit()

    def _ended(self, code: int, *_status: object) -> None:
        speaking, self._running = self._running, None
        if speaking is None:
            return
        self._limit.stop()
        complaint = bytes(speaking.readAllStandardError().data()).lower()
        speaking.deleteLater()
        # Without a sound device espeak-ng still ends with 0; only what it grumbles tells.
        if b"error" in complaint:
            self.silent.emit()
        elif code:
            self.failed.emit()
        else:
            self.ended.emit()

    def _broke(self, *_error: object) -> None:
        speaking, self._running = self._running, None
        if speaking is not None:
            self._limit.stop()
            self._dying.end(speaking)
            self.failed.emit()

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit()


class SystemVoice(Speaker):
    """The operating system's own voices through QtTextToSpeech."""

    ready = Signal()
    _imported = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech: QObject | None = None
        self._languages: dict[str, QLocale] = {}
        self._speaking = False
        self._imported.connect(self._open)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._give_up)

    def find(self) -> None:
        """Import the module in a thread, then open the system's voices; ``ready`` follows."""
        threading.Thread(target=self._import, name="voice", daemon=True).start()

    def knows(self, text: str, language: str) -> bool:
        """Tell whether the system has a voice for a language."""
        return language in self._languages

    def say(self, text: str, language: str, slow: bool) -> None:
        """Speak, cutting off what is being said."""
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415

        speech = cast("QTextToSpeech", self._speech)
        self.stop()
        speech.setLocale(self._languages[language])
        speech.setRate(SLOW_RATE if slow else 0.0)
        self._speaking = True
        self._limit.start(PATIENCE + PATIENCE_A_LETTER * len(text))
        speech.say(text)

    def stop(self) -> None:
        """Be silent at once."""
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415

        self._limit.stop()
        if self._speaking:
            self._speaking = False
            cast("QTextToSpeech", self._speech).stop()

    def close(self) -> None:
        """Be silent."""
        if self._speech is not None:
            self.stop()

    def _import(self) -> None:
        try:
            import PySide6.QtTextToSpeech  # noqa: F401, PLC0415  # pyright: ignore[reportUnusedImport]
        except ImportError as missing:
            _log.info("no system voice: %s", missing)
            found = False
        else:
            found = True
        try:
            self._imported.emit(found)
        except RuntimeError:
            return  # the program has ended meanwhile

    def _open(self, imported: bool) -> None:
        if imported:
            self._open_engine()
        self.ready.emit()

    def _open_engine(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415

        engines = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
        if not engines:
            return
        speech = QTextToSpeech(engines[0], self)
        if speech.state() == QTextToSpeech.State.Error:
            return
        for locale in speech.availableLocales():
            self._languages.setdefault(locale.name().split("_")[0], locale)
        speech.stateChanged.connect(self._state_changed)
        self._speech = speech

    def _state_changed(self, state: object) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415

        if not self._speaking or state not in {QTextToSpeech.State.Ready, QTextToSpeech.State.Error}:
            return
        self._speaking = False
        self._limit.stop()
        if state == QTextToSpeech.State.Error:
            self.failed.emit()
        else:
            self.ended.emit()

    def _give_up(self) -> None:
        self.stop()
        self.failed.emit()
