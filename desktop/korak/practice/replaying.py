# SPDX-License-Identifier: GPL-3.0-or-later
"""A run of a task, moment by moment: the world as it was, what was done in it, with what help and mistake."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from korak.content.pack import Pack
from korak.practice import actions as act
from korak.practice.coach import Coach, Noticed
from korak.practice.log import LEVELS, HelpLevel, Line, Play, TaskLog, played, replay
from korak.practice.world import World


class MomentKind(Enum):
    """What happened in a moment."""

    ACTION = "action"
    HELP = "help"
    UNDO = "undo"
    RESTART = "restart"
    END = "end"


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a run: the world before it happened, and what it changed.

    `at` counts seconds from the beginning of the run; `level` is that of help (0 where there was none);
    `done` are the key steps done before; `reached` says whether the goal stood at this moment.
    """

    kind: MomentKind
    at: float
    world: World
    done: frozenset[str]
    step: str  # the key step it belongs to
    action: act.Action | None = None
    level: HelpLevel = 0
    noticed: tuple[Noticed, ...] = ()
    fresh: frozenset[str] = frozenset()  # the key steps done by this
    reached: bool = False

    @property
    def stands_out(self) -> bool:
        """Whether there was help, a mistake, or something was taken back."""
        back = self.kind in (MomentKind.UNDO, MomentKind.RESTART)
        return self.kind is MomentKind.HELP or back or bool(self.noticed)


def moments(pack: Pack, log: TaskLog, coach: Coach | None = None) -> tuple[Moment, ...]:
    """Every moment of a run, its end last; nothing where the pack no longer has the task.

    Typing on in one field is one moment, with all that was typed.
    """
    play = replay(pack, TaskLog(log.task, log.seed, (), log.surface), coach)
    return () if play is None else tuple(_moments(play, _typed_once(log.lines)))


def _moments(play: Play, lines: tuple[Line, ...]) -> Iterator[Moment]:
    for line in lines:
        before, play = play, played(play, line)
        kind, action, level, step = _read(line.text)
        if kind is not None:
            yield Moment(
                kind,
                line.at,
                before.world,
                before.progress.done,
                step or before.progress.current or "",
                action,
                level,
                play.progress.latest if kind is MomentKind.ACTION else (),
                play.progress.done - before.progress.done,
                before.progress.reached,
            )
    last, progress = lines[-1].at if lines else 0.0, play.progress
    current = progress.current or ""
    yield Moment(MomentKind.END, last, play.world, progress.done, current, reached=progress.reached)


def _read(line: str) -> tuple[MomentKind | None, act.Action | None, HelpLevel, str]:
    """What a line says: its kind, the action, the level of help, the key step named; None: nothing known."""
    if line in ("undo", "restart"):
        return MomentKind(line), None, 0, ""
    if line.startswith("help "):
        step, _, level = line.removeprefix("help ").rpartition(" ")
        known = level.isdecimal() and int(level) in LEVELS
        return (MomentKind.HELP, None, LEVELS[int(level)], step) if known else (None, None, 0, "")
    try:
        return MomentKind.ACTION, act.read(line), 0, ""
    except act.ActionFault:
        return None, None, 0, ""  # a line of a newer program


def _typed_once(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without those that were only on the way to a longer text in the same field."""
    kept: list[Line] = []
    for line in lines:
        if kept and _goes_on(kept[-1].text, line.text):
            kept[-1] = replace(line, at=kept[-1].at)
        else:
            kept.append(line)
    return tuple(kept)


def _goes_on(before: str, after: str) -> bool:
    one, two = _read(before)[1], _read(after)[1]
    return isinstance(one, act.Fill) and isinstance(two, act.Fill) and one.field == two.field
