# SPDX-License-Identifier: GPL-3.0-or-later
"""A run that is over, seen again: the very world, the pointer where something was done, the help named."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from korak.content.pack import Pack
from korak.content.task import Task
from korak.i18n import _
from korak.practice.actions import Action, Choose
from korak.practice.replaying import Moment, MomentKind
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.practice.coach import StepState
from korak.ui.practice.moment_words import told
from korak.ui.practice.view import PracticeView
from korak.ui.practice.words import CoachWords
from korak.ui.practice.world_frame import Front, front_of
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import Button, RoundButton
from korak.ui.widgets.flow import flow_row
from korak.ui.widgets.labels import Label
from korak.ui.widgets.progress import ProgressLine

PAUSE = 1600
"""Milliseconds a moment stands while it is played."""


class ReplayPanel(Themed, QFrame):
    """Where one is in the run, what happens there, and the buttons."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "card")
        self.place = Label("", "note")
        self.line = ProgressLine()
        self.told = Label("", "strong")
        self.help = Label("", "attention")
        self.back_button = RoundButton("arrow-left")
        self.play_button = Button("", "primary", icon="play")
        self.forward_button = RoundButton("arrow-right")
        self.first_button = RoundButton("rotate-ccw")
        self.next_button = Button("", "quiet", icon="skip-forward")
        self._whole = QVBoxLayout(self)
        row = flow_row(self.back_button, self.play_button, self.forward_button, self.first_button, spacing=10)
        for widget in (self.place, self.line, self.told, self.help, row, self.next_button):
            self._whole.addWidget(widget)
        self.themed()

    def retranslate(self, *, playing: bool) -> None:
        """Set the texts of the buttons."""
        self.back_button.set_name(_("One step back"))
        self.forward_button.set_name(_("One step forward"))
        self.first_button.set_name(_("From the start"))
        self.play_button.setText(_("Pause the showing") if playing else _("Play"))
        self.play_button.set_icon("pause" if playing else "play")
        self.next_button.setText(_("Next help or mistake"))

    def themed(self) -> None:
        side = self.theme().px("s3")
        self._whole.setContentsMargins(side, side - 4, side, side - 4)
        self._whole.setSpacing(self.theme().px("s2"))


class Replay(QWidget):
    """Shows the moments of a run; left and right go back and forward, the space bar plays."""

    moved = Signal(int)

    def __init__(self, frame: Frame, pack: Pack, task: Task, moments: Sequence[Moment]) -> None:
        super().__init__()
        self._moments = tuple(moments)
        self._place = 0
        self._words = CoachWords(frame, pack, self._fill)
        self._task = task
        self.view = PracticeView(frame)
        self.panel = ReplayPanel()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._play_on)
        self._point_soon = QTimer(self)
        self._point_soon.setSingleShot(True)
        self._point_soon.setInterval(0)
        self._point_soon.timeout.connect(self._point)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        self._dress()
        self.retranslate()

    # properties

    @property
    def place(self) -> int:
        """Which moment is shown, from 0; the last one is the end."""
        return self._place

    @property
    def moment(self) -> Moment:
        """The moment that is shown."""
        return self._moments[self._place]

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    # methods

    def go_to(self, place: int) -> None:
        """Show a moment; there is nothing before the first and after the last."""
        self._place = min(max(place, 0), len(self._moments) - 1)
        if self._place == len(self._moments) - 1:
            self.pause()
        self._draw()
        self.moved.emit(self._place)

    def back(self) -> None:
        """One moment back."""
        self.pause()
        self.go_to(self._place - 1)

    def forward(self) -> None:
        """One moment forward."""
        self.pause()
        self.go_to(self._place + 1)

    def first(self) -> None:
        """To the beginning."""
        self.pause()
        self.go_to(0)

    def next_help(self) -> None:
        """To the next moment with help, a mistake, or something taken back; else to the end."""
        self.pause()
        later = range(self._place + 1, len(self._moments))
        found = (place for place in later if self._moments[place].stands_out)
        self.go_to(next(found, len(self._moments) - 1))

    def play(self) -> None:
        """Go on by itself, from the beginning if this is the end."""
        if self._place == len(self._moments) - 1:
            self.go_to(0)
        self._timer.start()
        self.panel.retranslate(playing=True)

    def pause(self) -> None:
        """Stand still."""
        self._timer.stop()
        self.panel.retranslate(playing=False)

    def toggle(self) -> None:
        """Play, or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def focus_first(self) -> None:
        """Put the focus on the button that goes forward."""
        self.panel.forward_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.panel.retranslate(playing=self.playing)
        asks = self._words.authors(*self._task.asks)
        lines = [(label, self._words.authors(label).second, value) for label, value in self._cards()]
        self.view.paper.set_lines(lines)
        self.view.paper.set_asks(asks, self._words.language)
        self.view.now.show_says(asks, self._words.language)
        self._draw()

    # internal

    def _cards(self) -> Sequence[tuple[str, str]]:
        return self.moment.world.card()

    def _fill(self, text: str) -> str:
        return self.moment.world.scene.text(text)

    def _dress(self) -> None:
        view, panel = self.view, self.panel
        view.set_watch_only(True)
        view.now.set_helps(show=False, hint=False)
        view.extra.addWidget(panel)
        view.devices.set_ways_back(shown=False, undo=False)
        for button, do in (
            (panel.back_button, self.back),
            (panel.forward_button, self.forward),
            (panel.first_button, self.first),
            (panel.play_button, self.toggle),
            (panel.next_button, self.next_help),
        ):
            button.clicked.connect(do)
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Left", self._left),
            ("Right", self._right),
            ("Home", self.first),
            ("N", self.next_help),
            ("P", self.toggle),
        )
        for key, do in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(do)

    def _left(self) -> None:
        self._turn(self.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def _right(self) -> None:
        self._turn(self.layoutDirection() == Qt.LayoutDirection.LeftToRight)

    def _turn(self, forward: bool) -> None:
        if forward:
            self.forward()
        else:
            self.back()

    def _play_on(self) -> None:
        self.go_to(self._place + 1)

    def _draw(self) -> None:
        moment, view = self.moment, self.view
        view.pointer.rest()
        view.show_world(moment.world)
        view.set_front(self._front())
        view.devices.set_ways_back(shown=False, undo=False)
        view.steps.set_steps(self._step_titles(), self._step_states())
        self._say()
        view.refit()
        self._point_soon.start()

    def _front(self) -> Front:
        """The device something was done on; the one in front before, where one turned to another."""
        moment = self.moment
        if moment.action is None:
            return moment.world.state.device
        name = self.view.target_of(moment.action)
        return moment.world.state.device if name.startswith("device/") or not name else front_of(name)

    def _widget(self) -> QWidget | None:
        action = self.moment.action
        return None if action is None else self.view.spot(self.view.target_of(action), _line_of(action))

    def _point(self) -> None:
        widget = self._widget()
        if widget is not None and widget.isVisible():
            self.view.pointer.point_at(widget)

    def _say(self) -> None:
        moment, panel = self.moment, self.panel
        last = len(self._moments) - 1
        minutes, seconds = divmod(int(moment.at), 60)
        place = _("Step {n} of {all}").format(n=self._place + 1, all=last + 1)
        panel.place.setText(f"{place} · {minutes}:{seconds:02d}")
        panel.line.set_part(self._place, max(last, 1))
        panel.line.set_summary(panel.place.text())
        panel.told.setText(told(moment, self._widget()))
        panel.help.setText(self._stood_out(moment))
        panel.help.setVisible(bool(panel.help.text()))
        panel.back_button.setEnabled(self._place > 0)
        panel.forward_button.setEnabled(self._place < last)
        later = self._moments[self._place + 1 :]
        panel.next_button.setVisible(any(one.stands_out for one in later))
        announce(panel, f"{panel.place.text()}. {panel.told.text()} {panel.help.text()}")

    def _stood_out(self, moment: Moment) -> str:
        """Help with its step, or the mistake that was noticed."""
        if moment.kind is MomentKind.HELP:
            return _("Help at the step “{step}”").format(step=self._title(moment.step))
        if moment.noticed:
            return self._words.mistake(moment.noticed[0])[0].text
        return ""

    def _title(self, step: str) -> str:
        return next((one.title for one in self._task.key_steps if one.id == step), step)

    def _step_titles(self) -> list[str]:
        """The key steps; from the moment on somebody was helped at one, it says so."""
        helped: dict[str, int] = {}
        for one in self._moments[: self._place + 1]:
            if one.kind is MomentKind.HELP:
                helped[one.step] = max(helped.get(one.step, 0), one.level)
        names = {1: _("with language help"), 2: _("with a hint"), 3: _("shown")}
        return [
            f"{step.title} · {names[helped[step.id]]}" if helped.get(step.id) else step.title
            for step in self._task.key_steps
        ]

    def _step_states(self) -> list[StepState]:
        moment = self.moment
        return [
            StepState.DONE
            if step.id in moment.done
            else StepState.NOW
            if step.id == moment.step
            else StepState.NEXT
            for step in self._task.key_steps
        ]


def _line_of(action: Action) -> int:
    return action.index if isinstance(action, Choose) else 0
