# SPDX-License-Identifier: GPL-3.0-or-later
"""A task as a stop of a lesson: ties the kept run, the pure world and the coach to what is seen.

Every action goes the same way: it is kept by the service first, then the world it leads to is drawn, and only
then, when the eyes have something to look at, the coach thinks about what comes next.
"""

from typing import Protocol

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.content.pack import Pack
from korak.practice import actions as act
from korak.practice.coach import HintLevel, Noticed, target
from korak.practice.events import AddressUnknown, FieldFaulted, RealNumber, Refused
from korak.practice.log import Play
from korak.services.lessons import TaskRun
from korak.ui.frame import Frame
from korak.ui.practice.aloud import Aloud
from korak.ui.practice.coach import Says, StepState
from korak.ui.practice.show import Performer, Player, PlayerPanel, Scene
from korak.ui.practice.view import PracticeView
from korak.ui.practice.words import ALONE_DONE, CARE, STEP_DONE, TASK_DONE, WATCHED, CoachWords
from korak.ui.practice.world_frame import front_of
from korak.ui.touching import Touching

POINT_AFTER = 12_000
"""Milliseconds without any action after which the coach points by itself, in the guided mode."""
_LANGUAGE, _HINT, _SHOWN = 1, 2, 3
TABLE = act.Press("device/table")
"""Turning to the papers on the table: the world knows no such device, so it is no action of the run."""


class TaskKeeper(Protocol):
    """Keeps what happens in a run before it is shown: the lessons' service, or the assessment's."""

    def act(
        self, session: Session, run: TaskRun, action: act.Action, seconds: float | None = None
    ) -> TaskRun:
        """Do something in the world of a run."""
        ...

    def help(
        self, session: Session, run: TaskRun, key_step: str, level: int, seconds: float | None = None
    ) -> TaskRun:
        """Note that a key step was helped with."""
        ...

    def undo(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Take the last action back."""
        ...

    def restart(self, session: Session, run: TaskRun, seconds: float | None = None) -> TaskRun:
        """Begin the world of a run again."""
        ...

    def finish_task(self, session: Session, run: TaskRun, seconds: float | None = None) -> object:
        """End a run and keep what it amounts to."""
        ...


class TaskStation(QWidget):
    """One task in one mode: shown, guided or alone; resumed in the very state it was left in."""

    finished = Signal()
    came_to = Signal(int, int)  # the key step at hand, from 0, of so many

    def __init__(self, frame: Frame, pack: Pack, keeper: TaskKeeper, session: Session, run: TaskRun) -> None:
        super().__init__()
        self._frame = frame
        self._keeper = keeper
        self._session = session
        self._run = run
        self._words = CoachWords(frame, pack, self._fill)
        self._mode = run.mode
        self._level: dict[str, int] = {}
        self._says = ""
        self._began = frame.clock.monotonic()
        self._spent = self._run.play.log.lines[-1].at if self._run.play.log.lines else 0.0
        self._counting = False
        self._in_authors_words = False
        self._aloud = Aloud(frame, guides=self._mode == "guide")
        self._ended = False
        self._points = True
        self.view = PracticeView(frame)
        self.touching = Touching(self.view, frame, pack)
        self.touching.looked_up.connect(self._looked_up)
        self._performer = Performer(self.view.pointer, self)
        self._player = Player(self._performer, frame.voice, self._next_scene)
        self._controls = PlayerPanel(self._player)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.view)
        self._think_soon = QTimer(self)
        self._think_soon.setSingleShot(True)
        self._think_soon.setInterval(0)
        self._think_soon.timeout.connect(self._think)
        self._point_soon = QTimer(self)
        self._point_soon.setSingleShot(True)
        self._point_soon.setInterval(POINT_AFTER)
        self._point_soon.timeout.connect(self._point)
        self._dress()
        self._connect()
        self._draw()
        self.view.follow_device(self._run.play.world.state.device)
        self._think()

    # properties

    @property
    def play(self) -> Play:
        """The run as it is now."""
        return self._run.play

    @property
    def ended(self) -> bool:
        """Whether the goal is reached and the attempt kept."""
        return self._ended

    # methods

    def shown(self) -> None:
        """Begin: seconds count from now on."""
        self.active(True)
        if self._run.play.progress.reached and not self._ended:
            self._finish()

    def active(self, active: bool) -> None:
        """Let time count, or rest."""
        if active == self._counting:
            return
        now = self._frame.clock.monotonic()
        if active:
            self._began = now
            self._aloud.next(self._says)
        else:
            self._spent += now - self._began
            self._rest()
        self._counting = active
        if active:
            self._tell_step()

    def leave(self) -> None:
        """Keep what was typed, be silent, let time rest."""
        if not self._ended:
            self.view.flush()
        self.active(False)
        self._rest()

    def focus_first(self) -> None:
        """Put the focus where the learner acts."""
        if self._mode == "show":
            self._controls.focus_first()
        else:
            self.view.focus_first()

    def keep_still(self) -> None:
        """Point at nothing unasked: before a group the next thing is asked first, then shown."""
        self._points = False
        self.view.now.set_helps(show=False, hint=False)
        self.view.keep_phone_beside()

    def show_next(self) -> bool:
        """Do the next thing before everybody's eyes, or hurry what is being done; False at the end."""
        if self._ended:
            return False
        if self._performer.busy:
            self._performer.hurry()
            return True
        self._show_me()
        return self._performer.busy

    def take_back(self) -> bool:
        """Take the last thing back; False where nothing was done yet, or all of it is done."""
        if self._ended or not self._run.play.past:
            return False
        self._undo()
        return True

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._controls.retranslate()
        self._say_task()
        self._think()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # slots

    def _acted(self, action: act.Action) -> None:
        if self._ended:
            return
        if self._mode != "show" and self._performer.busy:
            self._performer.stop()
        self.view.pointer.rest()
        self._do(action)

    def _do(self, action: act.Action) -> None:
        if action == TABLE:
            self.view.set_front("table")
            return
        before, device = self._run.play.progress.done, self._run.play.world.state.device
        self._run = self._keeper.act(self._session, self._run, action, self._seconds())
        progress = self._run.play.progress
        world = self._run.play.world
        if isinstance(action, act.OpenDevice):
            self.view.set_front(action.device)
        elif world.state.device != device:
            self.view.follow_device(world.state.device)
        self._draw()
        if any(isinstance(event, RealNumber) for event in world.events):
            self.view.stop_at_real_number(action)
            return
        if self._mode == "guide":
            self._explain(progress.latest, typing=isinstance(action, act.Fill))
        done = progress.done - before
        self.view.now.praise(self._words.own(STEP_DONE).text if done and self._mode == "guide" else "")
        if progress.reached:
            self._finish()
        else:
            self._think_soon.start()

    def _explain(self, latest: tuple[Noticed, ...], *, typing: bool) -> None:
        """Explain a mistake; the author's words stay when the portal only repeats what they said."""
        card = self.view.mistake
        authors = [noticed for noticed in latest if noticed.says]
        if authors or (latest and not (card.isVisible() and self._in_authors_words)):
            noticed = (authors or list(latest))[0]
            self._in_authors_words = bool(authors)
            says, then = self._words.mistake(noticed)
            card.show_mistake(says, then, self._words.language)
            self._aloud.now(f"{says.text} {then.text}" if then else says.text)
        elif not latest and not typing and not self._stuck():
            card.hide()

    def _stuck(self) -> bool:
        """Whether the portal has just refused something: what was explained still holds."""
        refusals = (FieldFaulted, Refused, AddressUnknown)
        return any(isinstance(event, refusals) for event in self._run.play.world.events)

    def _undo(self) -> None:
        self._rest()
        self._run = self._keeper.undo(self._session, self._run, self._seconds())
        self._redraw()

    def _restart(self) -> None:
        self._rest()
        self._level = {}
        self._run = self._keeper.restart(self._session, self._run, self._seconds())
        self._redraw()
        self.focus_first()

    def _hint(self) -> None:
        """One level more: say it, point at it, do it."""
        self.view.flush()
        play = self._run.play
        step = play.coach.next_step(play.progress, play.world)
        if step is None:
            return
        level = self._level[step.id] = min(self._level.get(step.id, 0) + 1, 3)
        self._note_help(step.id, _SHOWN if level == 3 else _HINT)
        hint = play.coach.hint(play.progress, play.world, _level(level))
        if hint is None:
            return
        says = self._words.authors(hint.text)
        self.view.now.show_hint(says)
        self._aloud.now(says.text)
        if hint.action is not None:
            self._perform(hint.action)
        elif hint.target is not None:
            self._point()

    def _show_me(self) -> None:
        """Do the next thing before the learner's eyes."""
        self.view.flush()
        play = self._run.play
        step = play.coach.next_step(play.progress, play.world)
        action = play.coach.next_action(play.progress, play.world)
        if step is not None and action is not None:
            self._note_help(step.id, _SHOWN)
            self._perform(action)

    def _point(self) -> None:
        play = self._run.play
        action = play.coach.next_action(play.progress, play.world)
        if action is None or self._performer.busy:
            return
        widget = self.view.spot(self.view.target_of(action), _line_of(action))
        if widget is not None:
            self.view.pointer.point_at(widget)

    def _understood(self) -> None:
        self.view.mistake.hide()
        self._aloud.next(self._says)
        self.view.refit()
        self.view.focus_first()

    def _player_ended(self) -> None:
        self._player.stop()

    # internal

    def _dress(self) -> None:
        """What the mode lets be seen."""
        view = self.view
        view.now.set_helps(show=self._mode == "guide", hint=self._mode != "show")
        view.set_watch_only(self._mode == "show")
        view.steps_wanted = self._mode != "alone"
        view.paper.always = self._mode == "alone"
        if self._mode == "show":
            view.extra.addWidget(self._controls)
        else:
            self._controls.hide()
        self._controls.retranslate()
        self._say_task()

    def _connect(self) -> None:
        view = self.view
        view.acted.connect(self._acted)
        view.undone.connect(self._undo)
        view.restarted.connect(self._restart)
        view.now.hint.connect(self._hint)
        view.now.show_me.connect(self._show_me)
        view.mistake.understood.connect(self._understood)
        self._controls.again.connect(self._restart)
        self._performer.act.connect(self._do)
        self._player.ended.connect(self._player_ended)

    def _say_task(self) -> None:
        """The learner's sheet: who one is, what is wanted, the user name and the password."""
        play = self._run.play
        asks = self._words.authors(*play.coach.task.asks)
        lines = [(label, self._words.authors(label).second, value) for label, value in play.world.card()]
        self.view.paper.set_lines(lines)
        self.view.paper.set_asks(Says("") if self._mode == "alone" else asks, self._words.language)
        if self._mode == "alone":
            self.view.now.show_says(asks, self._words.language)

    def _draw(self) -> None:
        play = self._run.play
        if self.view.folded and self.view.front not in {play.world.state.device, "table"}:
            self.view.set_front(play.world.state.device)
        self.view.set_begins(not play.past and not self._ended)
        self.view.show_world(play.world)
        undo = bool(play.past) and not self._ended
        self.view.devices.set_ways_back(shown=self._mode != "show" and not self._ended, undo=undo)

    def _redraw(self) -> None:
        self.view.mistake.hide()
        self.view.now.praise("")
        self.view.now.show_hint(None)
        self.view.set_front(self._run.play.world.state.device)
        self._draw()
        self._think()

    def _think(self) -> None:
        """Say what comes next; this may take the planner a moment, so the world is drawn before."""
        play = self._run.play
        if not self._ended and self._mode != "alone":
            says = play.coach.says(play.progress, play.world)
            shown = self._words.authors(says)
            self._says = shown.text
            self.view.now.show_says(shown, self._words.language)
            if self._counting:
                self._aloud.next(shown.text, wait=self.view.mistake.isVisible())
        self._mark_steps()
        self.view.refit()
        if self._mode == "guide" and self._points and self._counting and not self._ended:
            self._point_soon.start()

    def _mark_steps(self) -> None:
        progress, task = self._run.play.progress, self._run.play.coach.task
        states = [
            StepState.DONE
            if progress.reached or step.id in progress.done
            else StepState.NOW
            if step.id == progress.current
            else StepState.NEXT
            for step in task.key_steps
        ]
        self.view.steps.set_steps([step.title for step in task.key_steps], states)
        if self._counting:
            self._tell_step()

    def _tell_step(self) -> None:
        """Say which key step is at hand, for those who take turns."""
        play = self._run.play
        steps = [step.id for step in play.coach.task.key_steps]
        if play.progress.current in steps:
            self.came_to.emit(steps.index(play.progress.current), len(steps))

    def _finish(self) -> None:
        """The goal is reached: keep the attempt, then be glad."""
        self._rest()
        play = self._run.play
        self._keeper.finish_task(self._session, self._run, self._seconds())
        self._ended = True
        self.active(False)
        alone = self._mode == "alone" and play.outcome().help == 0
        what = self._words.own(WATCHED if self._mode == "show" else ALONE_DONE if alone else "")
        harm = [one for one in play.coach.task.critical if one.says in play.progress.critical]
        critical = [self._words.authors(one.says, one.then) for one in harm]
        if critical:
            critical.insert(0, self._words.own(CARE))
        for part in (self.view.now, self.view.mistake, self._controls):
            part.hide()
        self.view.paper.always = False
        self.view.set_ended()
        self.view.steps_wanted = True
        self._draw()
        self._mark_steps()
        self.view.glad.show_end(self._words.own(TASK_DONE), what, critical, self._words.language)
        self.view.refit()
        self._frame.sounds.play("done")
        self.finished.emit()

    def _looked_up(self, _word: str) -> None:
        """A word was looked up: language help, never an error."""
        if not self._ended:
            self._note_help(self._run.play.progress.current or "", _LANGUAGE)

    def _note_help(self, step: str, level: int) -> None:
        self._run = self._keeper.help(self._session, self._run, step, level, self._seconds())

    def _perform(self, action: act.Action) -> None:
        scene = self._scene_of(action, "")
        if scene is not None:
            self._performer.perform(scene.action, scene.target)

    def _next_scene(self) -> Scene | None:
        play = self._run.play
        if self._ended:
            return None
        action = play.coach.next_action(play.progress, play.world)
        if action is None:
            return None
        return self._scene_of(action, play.coach.says(play.progress, play.world))

    def _scene_of(self, action: act.Action, says: str) -> Scene | None:
        """The action with its widget; first the way to its device, where that is not seen."""
        name = self.view.target_of(action)
        if not self.view.reachable(name):
            front = front_of(name)
            action = TABLE if front == "table" else act.OpenDevice(front)
            name = target(action)
        widget = self.view.spot(name, _line_of(action))
        return None if widget is None else Scene(action, widget, says)

    def _fill(self, text: str) -> str:
        """A text with this run's own values in it."""
        return self._run.play.world.scene.text(text)

    def _rest(self) -> None:
        """Nothing moves, nothing is said."""
        self._point_soon.stop()
        self._player.stop()
        self._performer.stop()
        self._frame.voice.stop()

    def _seconds(self) -> float:
        running = self._frame.clock.monotonic() - self._began if self._counting else 0.0
        return self._spent + running


def _line_of(action: act.Action) -> int:
    """Which of several lines an action means, from 0."""
    return action.index if isinstance(action, act.Choose) else 0


def _level(level: int) -> HintLevel:
    levels: tuple[HintLevel, ...] = (1, 2, 3)
    return levels[level - 1]
