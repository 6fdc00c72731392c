# SPDX-License-Identifier: GPL-3.0-or-later
"""What is heard: a voice that reads texts aloud, and four short sounds.

The voice is the operating system's if it knows the language, else espeak-ng in a process of its own, else
nobody. Which languages can be spoken is found out in the background; :attr:`Voice.changed` then tells the
buttons. Qt's sound modules are imported late, because they cost a tenth of a second and need system libraries
that a bare machine may lack. Nothing here ever stops a lesson: what cannot be heard can be read.
"""

import logging
import shutil
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal, Protocol, cast

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QProcess, QTimer, QUrl, Signal

SoundName = Literal["right", "near", "wrong", "done"]
SOUNDS: tuple[SoundName, ...] = ("right", "near", "wrong", "done")
NORMAL_SPEED, SLOW_SPEED = 150, 105
"""Words a minute for espeak-ng; people who learn a language need less than its own 175."""
SLOW_RATE = -0.4
"""The same for the system's voice, whose scale runs from -1 to 1."""

_log = logging.getLogger(__name__)


class Espeak(QObject):
    """The espeak-ng program as a voice: one process a sentence, killed when it should be silent."""

    ready = Signal()
    ended = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = ""
        self._voices: frozenset[str] = frozenset()
        self._asked: QProcess | None = None
        self._running: QProcess | None = None

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
        asked.start()

    def knows(self, language: str) -> bool:
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
        speaking.start()
        speaking.write(text.encode())
        speaking.closeWriteChannel()

    def stop(self) -> None:
        """Be silent at once."""
        speaking, self._running = self._running, None
        _end(speaking)

    def close(self) -> None:
        """Leave no process behind."""
        self.stop()
        asked, self._asked = self._asked, None
        _end(asked)

    def _heard_voices(self, *_finished: object) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        lines = asked.readAllStandardOutput().toStdString().splitlines()[1:]
        columns = [line.split() for line in lines]
        codes = {column[1] for column in columns if len(column) > 1}
        self._voices = frozenset(codes | {code.split("-")[0] for code in codes})
        asked.deleteLater()
        self.ready.emit()

    def _ready_without(self, *_error: object) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.deleteLater()
            self.ready.emit()

    def _ended(self, code: int, *_status: object) -> None:
        speaking, self._running = self._running, None
        if speaking is None:
            return
        # Without a sound device espeak-ng still ends with 0; only what it grumbles tells.
        if code != 0 or b"error" in bytes(speaking.readAllStandardError().data()).lower():
            self.failed.emit()
        speaking.deleteLater()
        self.ended.emit()

    def _broke(self, *_error: object) -> None:
        speaking, self._running = self._running, None
        if speaking is not None:
            speaking.deleteLater()
            self.failed.emit()
            self.ended.emit()


def _end(process: QProcess | None) -> None:
    """End a process of ours; it says nothing more."""
    if process is None:
        return
    process.finished.disconnect()
    process.errorOccurred.disconnect()
    process.kill()
    process.waitForFinished(500)
    process.deleteLater()


class SystemVoice(QObject):
    """The operating system's own voices through QtTextToSpeech."""

    ready = Signal()
    ended = Signal()
    _imported = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech: QObject | None = None
        self._languages: dict[str, QLocale] = {}
        self._speaking = False
        self._imported.connect(self._open)

    def find(self) -> None:
        """Import the module in a thread, then open the system's voices; ``ready`` follows."""
        threading.Thread(target=self._import, name="voice", daemon=True).start()

    def knows(self, language: str) -> bool:
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
        speech.say(text)

    def stop(self) -> None:
        """Be silent at once."""
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415

        if self._speaking:
            self._speaking = False
            cast("QTextToSpeech", self._speech).stop()

    def _import(self) -> None:
        try:
            import PySide6.QtTextToSpeech  # noqa: F401, PLC0415  # pyright: ignore[reportUnusedImport]
        except ImportError as missing:
            _log.info("no system voice: %s", missing)
            self._imported.emit(False)
        else:
            self._imported.emit(True)

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

        if self._speaking and state in {QTextToSpeech.State.Ready, QTextToSpeech.State.Error}:
            self._speaking = False
            self.ended.emit()


class Speaker(Protocol):
    """What both voices can do."""

    def knows(self, language: str) -> bool:
        """Tell whether a language can be spoken."""
        ...

    def say(self, text: str, language: str, slow: bool) -> None:
        """Speak, cutting off what is being said."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...


class Voice(QObject):
    """What reads aloud, in any language a voice is found for.

    ``changed`` says that the answer of :meth:`available` may be another one now, ``spoken`` that a text has
    been said to its end, ``trouble`` (once) that there seems to be no sound device.
    """

    changed = Signal()
    spoken = Signal()
    trouble = Signal()

    def __init__(self, *, on: bool = True, slow: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = on
        self._slow = slow
        self._asked = False
        self._in_trouble = False
        self._current: Speaker | None = None
        self._espeak = Espeak(self)
        self._system = SystemVoice(self)
        self._espeak.ready.connect(self._espeak_found)
        self._espeak.failed.connect(self._no_device)
        self._espeak.ended.connect(self._ended)
        self._system.ready.connect(self.changed)
        self._system.ended.connect(self._ended)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def set_on(self, on: bool) -> None:
        """Let the voice be heard, or never."""
        self._on = on
        if not on:
            self.stop()
        self.changed.emit()

    def set_slow(self, slow: bool) -> None:
        """Speak everything slowly, or at the usual speed."""
        self._slow = slow

    def is_speaking(self) -> bool:
        """Tell whether something is being said."""
        return self._current is not None

    def available(self, language: str) -> bool:
        """Tell what is known now: whether a language can be heard; the first question starts the search."""
        self._find()
        return self._on and self._speaker(language) is not None

    def say(self, text: str, language: str, slow: bool = False) -> None:
        """Read a text aloud, cutting off what is being said; in silence if nobody can."""
        self._find()
        self.stop()
        speaker = self._speaker(language) if self._on else None
        if speaker is None or not text.strip():
            return
        self._current = speaker
        speaker.say(text, language, slow or self._slow)

    def stop(self) -> None:
        """Be silent at once."""
        if self._current is not None:
            speaker, self._current = self._current, None
            speaker.stop()

    def close(self) -> None:
        """Be silent, and leave no process behind."""
        self.stop()
        self._espeak.close()

    def _find(self) -> None:
        if self._on and not self._asked:
            self._asked = True
            self._espeak.find()

    def _espeak_found(self) -> None:
        # On Linux the system's voice is espeak-ng itself behind a daemon that may be slow to answer.
        if sys.platform != "linux" or not self._espeak.knows("sl"):
            self._system.find()
        self.changed.emit()

    def _speaker(self, language: str) -> Speaker | None:
        speakers: tuple[Speaker, ...] = (self._system, self._espeak)
        return next((speaker for speaker in speakers if speaker.knows(language)), None)

    def _ended(self) -> None:
        self._current = None
        self.spoken.emit()

    def _no_device(self) -> None:
        if not self._in_trouble:
            self._in_trouble = True
            self.trouble.emit()


class Sounds(QObject):
    """The four short sounds that go with a verdict; silent where there is no sound device."""

    trouble = Signal()

    def __init__(self, folder: Path, *, on: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._on = on
        self._loaded = False
        self._effects: dict[str, Callable[[], None]] = {}

    def set_on(self, on: bool) -> None:
        """Let sounds be heard, or never."""
        self._on = on

    def play(self, name: SoundName) -> None:
        """Play a sound after what is on screen has been painted."""
        if self._on:
            QTimer.singleShot(0, partial(self._play, name))

    def _play(self, name: SoundName) -> None:
        self._load()
        effect = self._effects.get(name)
        if effect is not None:
            effect()

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415
        except ImportError as missing:
            _log.info("no sounds: %s", missing)
            self.trouble.emit()
            return
        if not QMediaDevices.audioOutputs():
            self.trouble.emit()
            return
        for name in SOUNDS:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{name}.wav")))
            self._effects[name] = effect.play
