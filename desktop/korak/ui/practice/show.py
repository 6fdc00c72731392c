# SPDX-License-Identifier: GPL-3.0-or-later
"""Showing how it is done: one action performed with the pointer, and a whole task played step by step."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from korak.i18n import CONTENT_LANGUAGE, _
from korak.practice.actions import Action, Fill, TypeAddress
from korak.ui.audio import Voice
from korak.ui.practice.pointer import Pointer
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import Button, RoundButton
from korak.ui.widgets.flow import FlowLayout

_LETTER = 45
_LONGEST_TYPING = 2600
_BEFORE, _AFTER = 350, 450
_A_LETTER_TO_READ = 55
_LEAST_TO_READ = 1300


class Speed(Enum):
    """How fast it is shown."""

    SLOW = 0.6
    USUAL = 1.0
    FAST = 1.8


class Performer(QObject):
    """Performs one action before the learner's eyes: glides there, types letter by letter, presses."""

    act = Signal(object)
    finished = Signal()

    def __init__(self, pointer: Pointer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pointer = pointer
        self._action: Action | None = None
        self._widget: QWidget | None = None
        self._speed = 1.0
        self._typed = 0
        self._next: Callable[[], None] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._go_on)
        self._pointer.arrived.connect(self._arrived)

    @property
    def busy(self) -> bool:
        """Whether an action is being performed."""
        return self._action is not None

    def perform(self, action: Action, target: QWidget, speed: float = 1.0) -> None:
        """Perform an action at its widget; ``act`` and ``finished`` follow."""
        self.stop()
        self._action, self._widget, self._speed = action, target, speed
        target.destroyed.connect(self._gone)
        self._pointer.point_at(target, speed=speed)

    def stop(self) -> None:
        """Leave the action undone and point at nothing."""
        self._wait.stop()
        self._release()
        self._pointer.rest()

    def hurry(self) -> None:
        """Do at once what is being performed."""
        self._wait.stop()
        self._do()

    def pause(self, paused: bool) -> None:
        """Wait, or go on."""
        if paused:
            self._wait.stop()
        elif self._next is not None:
            self._wait.start(_BEFORE)

    def _after(self, milliseconds: float, then: Callable[[], None]) -> None:
        self._next = then
        self._wait.start(round(milliseconds / self._speed))

    def _go_on(self) -> None:
        then, self._next = self._next, None
        if then is not None:
            then()

    def _arrived(self) -> None:
        if self._action is not None:
            self._typed = 0
            self._after(_BEFORE, self._begin)

    def _begin(self) -> None:
        self._pointer.press()
        if isinstance(self._action, Fill | TypeAddress) and isinstance(
            self._widget, QLineEdit | QPlainTextEdit
        ):
            self._type()
        else:
            self._after(_BEFORE, self._do)

    def _type(self) -> None:
        """Show the text grow; the world hears of it once, at its end."""
        action, widget = self._action, self._widget
        if not isinstance(action, Fill | TypeAddress) or not isinstance(widget, QLineEdit | QPlainTextEdit):
            return
        self._typed += 1
        widget.blockSignals(True)
        if isinstance(widget, QLineEdit):
            widget.setText(action.text[: self._typed])
        else:
            widget.setPlainText(action.text[: self._typed])
        widget.blockSignals(False)
        if self._typed >= len(action.text):
            self._after(_BEFORE, self._do)
            return
        self._after(min(_LETTER, _LONGEST_TYPING / max(len(action.text), 1)), self._type)

    def _do(self) -> None:
        action = self._action
        if action is None:
            return
        self._release()
        self._pointer.rest()
        self.act.emit(action)
        self.finished.emit()

    def _release(self) -> None:
        if self._widget is not None:
            self._widget.destroyed.disconnect(self._gone)
        self._action, self._widget, self._next = None, None, None

    def _gone(self) -> None:
        self._wait.stop()
        self._action, self._widget, self._next = None, None, None


@dataclass(frozen=True, slots=True)
class Scene:
    """What is shown next: the action, where, and what is said about it."""

    action: Action
    target: QWidget
    says: str


class Player(QObject):
    """Plays a task: says what comes, performs it, waits for the voice or for the eyes, goes on."""

    changed = Signal()
    ended = Signal()

    def __init__(self, performer: Performer, voice: Voice, next_scene: Callable[[], Scene | None]) -> None:
        super().__init__()
        self._performer = performer
        self._voice = voice
        self._next_scene = next_scene
        self._speed = Speed.USUAL
        self._playing = False
        self._one_step = False
        self._scene: Scene | None = None
        self._waiting_for_voice = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._read)
        voice.spoken.connect(self._spoken)
        performer.finished.connect(self._performed)

    # properties

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._playing

    @property
    def speed(self) -> Speed:
        """How fast it is shown."""
        return self._speed

    # methods

    def play(self) -> None:
        """Begin, or go on."""
        if not self._playing:
            self._playing = True
            self._one_step = False
            self.changed.emit()
            self._resume()

    def pause(self) -> None:
        """Stand still; what was being shown is shown again when it goes on."""
        self._playing = False
        self._wait.stop()
        self._waiting_for_voice = False
        self._voice.stop()
        if self._performer.busy:
            self._performer.stop()
        self._scene = None
        self.changed.emit()

    def step(self) -> None:
        """Show one step, then stand still."""
        self.pause()
        self._one_step = True
        self._announce_next()

    def set_speed(self, speed: Speed) -> None:
        """Show faster or more slowly, from the next step on."""
        self._speed = speed
        self.changed.emit()

    def stop(self) -> None:
        """Show nothing any more."""
        self.pause()
        self._one_step = False

    # internal

    def _resume(self) -> None:
        if self._scene is None:
            self._announce_next()

    def _announce_next(self) -> None:
        scene = self._scene = self._next_scene()
        if scene is None:
            self._playing = False
            self.changed.emit()
            self.ended.emit()
            return
        self._waiting_for_voice = False
        if scene.says and self._voice.available(CONTENT_LANGUAGE):
            self._voice.say(scene.says, CONTENT_LANGUAGE, slow=self._speed is Speed.SLOW)
            self._waiting_for_voice = self._voice.is_speaking()
        if not self._waiting_for_voice:
            time = max(_LEAST_TO_READ, len(scene.says) * _A_LETTER_TO_READ) if scene.says else _AFTER
            self._wait.start(round(time / self._speed.value))

    def _spoken(self) -> None:
        if self._waiting_for_voice:
            self._waiting_for_voice = False
            self._wait.start(round(_AFTER / self._speed.value))

    def _read(self) -> None:
        scene = self._scene
        if scene is None:
            self._announce_next()
            return
        # What is said may have drawn the page again: ask for the widget anew.
        fresh = self._next_scene()
        if fresh is not None:
            self._performer.perform(fresh.action, fresh.target, self._speed.value)

    def _performed(self) -> None:
        if self._scene is None:
            return
        self._scene = None
        if self._playing:
            self._wait.start(round(_AFTER / self._speed.value))
        elif self._one_step:
            self._one_step = False
            if self._next_scene() is None:
                self.ended.emit()
            self.changed.emit()


class PlayerPanel(Themed, QFrame):
    """The buttons of the player: go and pause, one step, again, how fast."""

    again = Signal()

    def __init__(self, player: Player) -> None:
        super().__init__()
        set_role(self, "card")
        self._player = player
        self.play_button = Button("", "primary", icon="play")
        self.step_button = RoundButton("skip-forward")
        self.again_button = RoundButton("rotate-ccw")
        self.speed_button = Button("", "quiet")
        self.play_button.clicked.connect(self._toggle)
        self.step_button.clicked.connect(player.step)
        self.again_button.clicked.connect(self.again)
        self.speed_button.clicked.connect(self._next_speed)
        self._whole = QVBoxLayout(self)
        row = QWidget()
        flow = FlowLayout(10)
        row.setLayout(flow)
        for button in (self.play_button, self.step_button, self.again_button, self.speed_button):
            flow.addWidget(button)
        self._whole.addWidget(row)
        player.changed.connect(self.retranslate)
        self.themed()

    def retranslate(self) -> None:
        """Set the texts for what the player does now."""
        playing = self._player.playing
        self.play_button.setText(_("Pause the showing") if playing else _("Play"))
        self.play_button.set_icon("pause" if playing else "play")
        self.step_button.set_name(_("Next step"))
        self.again_button.set_name(_("From the start"))
        words = {Speed.SLOW: _("Speed: slow"), Speed.USUAL: _("Speed: usual"), Speed.FAST: _("Speed: fast")}
        self.speed_button.setText(words[self._player.speed])

    def themed(self) -> None:
        side = self.theme().px("s3")
        self._whole.setContentsMargins(side, side - 4, side, side - 4)

    def focus_first(self) -> None:
        """Put the focus on the button that plays."""
        self.play_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        if self._player.playing:
            self._player.pause()
        else:
            self._player.play()

    def _next_speed(self) -> None:
        order = list(Speed)
        self._player.set_speed(order[(order.index(self._player.speed) + 1) % len(order)])
