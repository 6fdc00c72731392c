# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done in a run of a task, line by line: enough to resume it, show it again and say how it went."""

from dataclasses import dataclass, replace
from typing import Literal

from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice.coach import Coach, Progress
from korak.practice.events import RealNumber
from korak.practice.world import World

HelpLevel = Literal[0, 1, 2, 3]  # none, language, hint, shown
LEVELS: tuple[HelpLevel, ...] = (0, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a log: the seconds since the run began, and an action or a mark."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class TaskLog:
    """A run of a task: which task, with which seed, and all that was done."""

    task: str
    seed: str
    lines: tuple[Line, ...] = ()
    surface: str = ""  # the named set of values it was played with


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """How one key step went."""

    id: str
    done: bool = False
    help: HelpLevel = 0
    errors: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class TaskOutcome:
    """How a run went."""

    reached: bool
    steps: tuple[StepOutcome, ...]
    critical: tuple[str, ...]
    seconds: float

    @property
    def errors(self) -> int:
        """All mistakes noticed."""
        return sum(step.errors for step in self.steps)

    @property
    def help(self) -> int:
        """The most help any step had."""
        return max((step.help for step in self.steps), default=0)


@dataclass(frozen=True)
class Play:
    """A run in progress: the world now, the worlds before it, what the coach has noticed, and the log."""

    coach: Coach
    world: World
    progress: Progress
    log: TaskLog
    past: tuple[tuple[World, frozenset[str]], ...] = ()
    last: act.Action | None = None
    helped: tuple[tuple[str, HelpLevel], ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()

    @classmethod
    def start(
        cls, pack: Pack, task: Task, seed: str | int, coach: Coach | None = None, surface: str = ""
    ) -> "Play":
        """A run that has just begun; a surface is one of the task's named sets of values."""
        coach = coach or Coach(pack, task, surface)
        world = World.start(pack, task, seed, surface)
        return cls(coach, world, coach.start(world), TaskLog(task.id, str(seed), surface=surface))

    def do(self, action: act.Action, at: float = 0.0) -> "Play":
        """The run after one more action; typing on in one field is one thing to undo.

        A number that could be somebody's comes into no log: then only ``world.events`` tell of the action.
        """
        after = self.world.do(action)
        if any(isinstance(event, RealNumber) for event in after.events):
            return replace(self, world=after, progress=replace(self.progress, latest=()))
        progress = self.coach.observe(self.progress, self.world, action, after)
        past = self.past
        if after.state is not self.world.state and not _same_field(action, self.last):
            past = (*past, (self.world, self.progress.done))
        return replace(
            self._logged(at, act.write(action)), world=after, progress=progress, past=past, last=action
        )

    def undo(self, at: float = 0.0) -> "Play":
        """The run as it was before the last action; what was noticed stays noticed."""
        if not self.past:
            return self
        world, done = self.past[-1]
        current = next((step.id for step in self.coach.task.key_steps if step.id not in done), None)
        progress = replace(self.progress, done=done, current=current, latest=(), reached=False)
        return replace(
            self._logged(at, "undo"), world=world, progress=progress, past=self.past[:-1], last=None
        )

    def restart(self, at: float = 0.0) -> "Play":
        """The run from its beginning; what was noticed stays noticed."""
        world = World.start(self.coach.pack, self.coach.task, self.log.seed, self.log.surface)
        begun = self.coach.start(world)
        progress = replace(begun, noticed=self.progress.noticed, critical=self.progress.critical)
        return replace(self._logged(at, "restart"), world=world, progress=progress, past=(), last=None)

    def help(self, level: HelpLevel, at: float = 0.0, step: str | None = None) -> "Play":
        """The run with help noted at a key step (the present one, unless named)."""
        name = step or self._step()
        return replace(self._logged(at, f"help {name} {level}"), helped=(*self.helped, (name, level)))

    def outcome(self) -> TaskOutcome:
        """How the run has gone so far."""
        steps = tuple(
            StepOutcome(
                id=step.id,
                done=step.id in self.progress.done,
                help=self._most_help(step.id),
                errors=sum(one.step == step.id for one in self.progress.noticed),
                seconds=round(sum(spent for name, spent in self.seconds if name == step.id), 3),
            )
            for step in self.coach.task.key_steps
        )
        return TaskOutcome(self.progress.reached, steps, self.progress.critical, self._now())

    def _most_help(self, step: str) -> HelpLevel:
        levels = {level for name, level in self.helped if name == step}
        for level in reversed(LEVELS):
            if level in levels:
                return level
        return 0

    def _step(self) -> str:
        last = self.coach.task.key_steps[-1].id if self.coach.task.key_steps else ""
        return self.progress.current or last

    def _now(self) -> float:
        return self.log.lines[-1].at if self.log.lines else 0.0

    def _logged(self, at: float, text: str) -> "Play":
        """The run with one more line; the time since the line before belongs to the present step."""
        at = max(at, self._now())
        lines = (*self.log.lines, Line(at, text))
        seconds = (*self.seconds, (self._step(), at - self._now()))
        return replace(self, log=replace(self.log, lines=lines), seconds=seconds)


def replay(pack: Pack, log: TaskLog, coach: Coach | None = None) -> Play | None:
    """The run a log tells of, played again; None when the pack no longer has the task."""
    task = pack.tasks.get(log.task)
    if task is None:
        return None
    play = Play.start(pack, task, log.seed, coach, log.surface)
    for line in log.lines:
        play = played(play, line)
    return play


def outcome(pack: Pack, log: TaskLog) -> TaskOutcome | None:
    """How the run went that a log tells of."""
    play = replay(pack, log)
    return play.outcome() if play is not None else None


def played(play: Play, line: Line) -> Play:
    """The run one line later."""
    if line.text == "undo":
        return play.undo(line.at)
    if line.text == "restart":
        return play.restart(line.at)
    if line.text.startswith("help "):
        step, _, level = line.text.removeprefix("help ").rpartition(" ")
        return play.help(LEVELS[int(level)], line.at, step) if level in {"0", "1", "2", "3"} else play
    try:
        return play.do(act.read(line.text), line.at)
    except act.ActionFault:
        return play  # a line of a newer program: what it did is unknown, what comes after is not


def _same_field(action: act.Action, last: act.Action | None) -> bool:
    return isinstance(action, act.Fill) and isinstance(last, act.Fill) and action.field == last.field
