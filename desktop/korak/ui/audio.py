# SPDX-License-Identifier: GPL-3.0-or-later
"""What is heard: a voice that reads texts aloud, in layers, and five short sounds.

A recorded clip is heard before a Piper voice, that before the voice of the operating system, and espeak-ng
last; where a layer fails, the next one goes on. Which languages can be spoken is found out in the background;
:attr:`Voice.changed` then tells the buttons. Qt's sound modules are imported late, because they cost a tenth
of a second and need system libraries that a bare machine may lack. Nothing here ever stops a lesson: what
cannot be heard can be read.
"""

import logging
import sys
from collections.abc import Callable, Sequence
from enum import Enum, IntEnum
from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal

from korak.i18n import CONTENT_LANGUAGE
from korak.ui.clip_player import ClipPlayer
from korak.ui.computer_voices import Espeak, SystemVoice
from korak.ui.speaker import Speaker

SoundName = Literal["right", "near", "wrong", "done", "turn"]
SOUNDS: tuple[SoundName, ...] = ("right", "near", "wrong", "done", "turn")

TIME_FOR_CLIPS = 5_000
"""Milliseconds recordings have to be found, before it is told that nobody speaks Slovenian here."""

_log = logging.getLogger(__name__)


class Layer(IntEnum):
    """Who speaks, the best first."""

    CLIP = 1  # somebody who recorded it, or a voice that was rendered ahead
    PIPER = 2
    SYSTEM = 3
    ESPEAK = 4  # hears as what it is: a machine


class Silence(Enum):
    """Why something is not heard; each is told once."""

    NO_DEVICE = "no_device"  # no loudspeaker, no headphones, no sound library
    NO_VOICE = "no_voice"  # nobody here speaks Slovenian
    BAD_CLIP = "bad_clip"  # a recording that cannot be played
    BAD_MODEL = "bad_model"  # a Piper model without its .json, or a `piper` that fails


class Recording(Protocol):
    """A clip, as the player needs it."""

    @property
    def path(self) -> Path:
        """The sound file."""
        ...


class ClipSource(Protocol):
    """Where recordings are looked up; it answers at once."""

    def find(self, text: str, language: str) -> Recording | None:
        """The recording of a text, if there is one."""
        ...

    def languages(self) -> frozenset[str]:
        """The languages there is any recording in."""
        ...


class Clips(Speaker):
    """Recorded clips as a voice."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source: ClipSource | None = None
        self._player = ClipPlayer(self)
        self._player.ended.connect(self.ended)
        self._player.failed.connect(self.failed)
        self._player.silent.connect(self.silent)

    def use(self, source: ClipSource | None) -> None:
        """Look clips up here from now on."""
        self._source = source

    def knows(self, text: str, language: str) -> bool:
        """Tell whether there is a recording of a text."""
        return self._source is not None and self._source.find(text, language) is not None

    def any(self) -> bool:
        """Tell whether there is a recording at all."""
        return self._source is not None and bool(self._source.languages())

    def say(self, text: str, language: str, slow: bool) -> None:
        """Play the recording of a text."""
        found = self._source.find(text, language) if self._source is not None else None
        if found is not None:
            self._player.play(found.path, slow=slow)

    def stop(self) -> None:
        """Be silent at once."""
        self._player.stop()

    def close(self) -> None:
        """Be silent, and keep no file open."""
        self._player.close()


class Voice(QObject):
    """What reads aloud: the best of the layers that knows a text, and the next one where that fails.

    ``changed`` says that the answers of :meth:`available` and :meth:`can_say` may be other ones now,
    ``spoken`` that a text has been said to its end (or that nobody can), ``trouble`` brings a
    :class:`Silence`, each once.
    """

    changed = Signal()
    spoken = Signal()
    trouble = Signal(object)

    def __init__(
        self,
        *,
        on: bool = True,
        slow: bool = False,
        models: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on = on
        self._slow = slow
        self._asked = False
        self._told: set[Silence] = set()
        self._current: Layer | None = None
        self._saying = ("", "", False)
        self._following: list[tuple[str, str, bool]] = []
        self._models = models
        self._clips = Clips(self)
        self._system = SystemVoice(self)
        self._espeak = Espeak(self)
        self._layers: dict[Layer, Speaker] = {}
        self._add(Layer.CLIP, self._clips)
        self._add(Layer.SYSTEM, self._system)
        self._add(Layer.ESPEAK, self._espeak)
        self._espeak.ready.connect(self._espeak_found)
        self._system.ready.connect(self._system_found)
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

    def use_clips(self, source: ClipSource | None) -> None:
        """Play recordings from here, before every other voice."""
        self._clips.use(source)
        self.changed.emit()

    def is_speaking(self) -> bool:
        """Tell whether something is being said."""
        return self._current is not None

    def available(self, language: str) -> bool:
        """Tell what is known now: whether any text of a language can be heard.

        The first question starts the search.
        """
        return self.can_say("", language)

    def can_say(self, text: str, language: str) -> bool:
        """Tell what is known now: whether this text can be heard; a recording may be all there is."""
        self._find()
        return self._on and self._after(None, text, language) is not None

    def has_clips(self) -> bool:
        """Tell whether there is any recording to be heard."""
        return self._on and self._clips.any()

    def layer(self, text: str, language: str) -> Layer | None:
        """Tell who would say a text; None where nobody can."""
        self._find()
        return self._after(None, text, language) if self._on else None

    def say(self, text: str, language: str, slow: bool = False) -> None:
        """Read a text aloud, cutting off what is being said; in silence if nobody can."""
        self.say_all(((text, language),), slow=slow)

    def say_all(self, parts: Sequence[tuple[str, str]], *, slow: bool = False) -> None:
        """Read texts, each with its language, one after the other, each in the best voice there is for it."""
        self._find()
        self.stop()
        if self._on:
            self._following = [
                (text, language, slow or self._slow) for text, language in parts if text.strip()
            ]
            self._begin_next()

    def stop(self) -> None:
        """Be silent at once."""
        self._following = []
        if self._current is not None:
            current, self._current = self._current, None
            self._layers[current].stop()

    def no_device(self) -> None:
        """Take note that something else found no sound device."""
        self._tell(Silence.NO_DEVICE)

    def close(self) -> None:
        """Be silent, and leave no process behind."""
        self.stop()
        for speaker in self._layers.values():
            speaker.close()

    # internal

    def _add(self, layer: Layer, speaker: Speaker) -> None:
        speaker.ended.connect(partial(self._ended, layer))
        speaker.failed.connect(partial(self._failed, layer))
        speaker.silent.connect(partial(self._no_device, layer))
        self._layers[layer] = speaker

    def _find(self) -> None:
        if self._on and not self._asked:
            self._asked = True
            self._find_models()
            self._espeak.find()

    def _find_models(self) -> None:
        if self._models is None or not self._models.is_dir():
            return
        from korak.ui.piper import Piper  # noqa: PLC0415 - most centres have no such folder

        piper = Piper(self._models, self)
        piper.find()
        self._add(Layer.PIPER, piper)
        if piper.incomplete:
            self._tell(Silence.BAD_MODEL)

    def _espeak_found(self) -> None:
        # On Linux the system's voice is espeak-ng itself behind a daemon that may be slow to answer.
        if sys.platform != "linux" or not self._espeak.knows("", CONTENT_LANGUAGE):
            self._system.find()
        self.changed.emit()

    def _system_found(self) -> None:
        # Recordings are found only when the centre is open.
        QTimer.singleShot(TIME_FOR_CLIPS, self, self._look_who_speaks)
        self.changed.emit()

    def _look_who_speaks(self) -> None:
        if self._on and not self.available(CONTENT_LANGUAGE) and not self.has_clips():
            self._tell(Silence.NO_VOICE)

    def _after(self, layer: Layer | None, text: str, language: str) -> Layer | None:
        """The next layer that knows a text."""
        later = sorted(one for one in self._layers if layer is None or one > layer)
        return next((one for one in later if self._layers[one].knows(text, language)), None)

    def _go_on(self, layer: Layer | None) -> None:
        text, language, slow = self._saying
        self._current = self._after(layer, text, language)
        if self._current is None:
            self._begin_next(tell=True)
        else:
            self._layers[self._current].say(text, language, slow)

    def _begin_next(self, *, tell: bool = False) -> None:
        """Go on with the next text; what nobody can say is passed over."""
        while self._following:
            self._saying = self._following.pop(0)
            if self._after(None, *self._saying[:2]) is not None:
                self._go_on(None)
                return
            tell = True
        if tell:
            self.spoken.emit()

    def _ended(self, layer: Layer) -> None:
        if layer is self._current:
            self._current = None
            self._begin_next(tell=True)

    def _failed(self, layer: Layer) -> None:
        if layer is not self._current:
            return
        if layer is Layer.CLIP:
            self._tell(Silence.BAD_CLIP)
        elif layer is Layer.PIPER:
            self._tell(Silence.BAD_MODEL)
        self._go_on(layer)

    def _no_device(self, layer: Layer) -> None:
        if layer is not self._current:
            return
        if layer is Layer.ESPEAK:
            # The last layer has its own way to the device: where that fails, too, there is none.
            self._tell(Silence.NO_DEVICE)
        elif self._after(layer, *self._saying[:2]) is None:
            self._tell(Silence.NO_DEVICE)
        self._go_on(layer)

    def _tell(self, silence: Silence) -> None:
        if silence not in self._told:
            self._told.add(silence)
            self.trouble.emit(silence)


class Sounds(QObject):
    """The short sounds that go with a verdict or a turn; silent where there is no sound device."""

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
