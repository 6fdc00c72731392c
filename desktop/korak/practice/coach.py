# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach beside the world: knows the next thing to do, notices mistakes, helps in three levels.

It keeps nothing itself: what it knows of a run is a `Progress`, folded from one action after the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from korak.content.conditions import Conditions
from korak.content.conditions import Recorded as Wanted
from korak.content.pack import Pack
from korak.content.task import KeyStep, Mistake, Task
from korak.practice import actions as act
from korak.practice.events import Ignored, Recorded
from korak.practice.holding import Moment, about_events, all_hold, fields_in
from korak.practice.mistakes import General, MistakeCode, general_mistake
from korak.practice.planner import Planner
from korak.practice.world import World

HintLevel = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Noticed:
    """A mistake that was noticed, in the step it belongs to; the words are the author's, if there are any."""

    step: str
    code: MistakeCode
    says: str = ""
    then: str = ""
    target: str = ""
    about: str = ""  # the label of the field it belongs into


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: steps done, mistakes noticed, harm done, goal reached."""

    done: frozenset[str] = frozenset()
    current: str | None = None
    noticed: tuple[Noticed, ...] = ()
    latest: tuple[Noticed, ...] = ()  # noticed in the last action
    critical: tuple[str, ...] = ()
    reached: bool = False

    @property
    def errors(self) -> int:
        """How many mistakes were noticed."""
        return len(self.noticed)


@dataclass(frozen=True, slots=True)
class Hint:
    """Help in one of three levels: a sentence; also where; also what to do there."""

    level: HintLevel
    text: str  # the author's sentence
    code: str  # the kind of action, for the program's own words
    target: str | None = None
    action: act.Action | None = None


@dataclass(frozen=True)
class Coach:
    """The coach for one task."""

    pack: Pack
    task: Task
    surface: str = ""  # the named set of values the path was written down with; any other will do, too

    @cached_property
    def planner(self) -> Planner:
        """The planner of this task."""
        return Planner.of(self.pack, self.task, self.surface)

    def start(self, world: World | None = None) -> Progress:
        """Nothing done yet, but for what the world already is."""
        begun = world if world is not None else World.start(self.pack, self.task)
        return self._moved_on(Progress(), begun)

    def observe(self, progress: Progress, before: World, action: act.Action, after: World) -> Progress:
        """The progress after an action: steps stay done, mistakes stay noticed."""
        if after.state is before.state and all(isinstance(event, Ignored) for event in after.events):
            return replace(progress, latest=()) if progress.latest else progress
        step = progress.current or ""
        was, now = before.moment(), after.moment()
        latest = tuple(self._authors(step, was, now))
        if not latest:
            expected = self.expected(after) if isinstance(action, act.Fill) else dict[str, str]()
            general = general_mistake(before, action, after, expected) or self._wrong_choice(before, after)
            said = general is None or self._is_said(before.state.place.name, now)
            latest = () if general is None or said else (_general(step, general),)
        harm = tuple(one.says for one in self.task.critical if _newly(one.when, was, now))
        critical = tuple(dict.fromkeys((*progress.critical, *harm)))
        seen = replace(progress, noticed=progress.noticed + latest, latest=latest, critical=critical)
        return self._moved_on(seen, after)

    def next_step(self, progress: Progress, world: World) -> KeyStep | None:
        """The key step to do now: the first one not done, or the first that no longer holds."""
        if progress.reached:
            return None
        moment = world.moment()
        open_steps = [step for step in self.task.key_steps if step.id not in progress.done]
        undone = [step for step in self.task.key_steps if not all_hold(step.done, moment)]
        return next(iter((*open_steps, *undone[-1:], *self.task.key_steps[-1:])), None)

    def next_action(self, progress: Progress, world: World) -> act.Action | None:
        """One good thing to do now; None at the goal, or when there is no way but to start again."""
        if progress.reached:
            return None
        plan = self.planner.plan(world, progress.done)
        return plan[0] if plan else None

    def says(self, progress: Progress, world: World) -> str:
        """The sentence for now: the author's words for the next thing to do, else those of the key step."""
        action = self.next_action(progress, world)
        step = self.next_step(progress, world)
        about = self._point(step, target(action)) if action else ""
        return about or (step.says if step else "")

    def hint(self, progress: Progress, world: World, level: HintLevel) -> Hint | None:
        """Help: say it, point at it, or do it."""
        action = self.next_action(progress, world)
        step = self.next_step(progress, world)
        if action is None or step is None:
            return None
        where = target(action)
        said = self._point(step, where)
        hints = [text for text in (*step.hints, said, step.says) if text]
        if level == 1:
            return Hint(1, hints[0], code_of(action))
        text = said or (hints[1] if len(step.hints) > 1 else hints[0])
        return Hint(level, text, code_of(action), where, action if level == 3 else None)

    def expected(self, world: World) -> Mapping[str, str]:
        """The right texts of the fields whose text matters, in this run."""
        return {
            name: resolved.text
            for name, action in self.planner.settings.items()
            if isinstance(resolved := self.planner.resolved(action, world), act.Fill) and self._matters(name)
        }

    def holding(self, world: World) -> frozenset[str]:
        """The key steps that are true of this very moment."""
        moment = world.moment()
        return frozenset(step.id for step in self.task.key_steps if all_hold(step.done, moment))

    def _matters(self, name: str) -> bool:
        wanted = self.planner.settings[name]
        return name in self.planner.pinned or (isinstance(wanted, act.Fill) and wanted.text.startswith("$"))

    def _moved_on(self, progress: Progress, world: World) -> Progress:
        moment = world.moment()
        reached = all_hold(self.task.goal, moment)
        every = frozenset(step.id for step in self.task.key_steps)
        missing = (step for step in self.task.key_steps if step.id not in progress.done)
        now = frozenset(step.id for step in missing if all_hold(step.done, moment))
        done = every if reached and not self.task.once else progress.done | now
        current = next((step.id for step in self.task.key_steps if step.id not in done), None)
        return replace(progress, done=done, current=current, reached=reached)

    def _authors(self, step: str, was: Moment, now: Moment) -> Iterator[Noticed]:
        """The mistakes the author named, each once when it comes about."""
        for owner, mistake in self._mistakes:
            if _newly(mistake.when, was, now):
                yield Noticed(owner or step, MistakeCode.AUTHOR, mistake.says, mistake.then)

    def _wrong_choice(self, before: World, after: World) -> General | None:
        """Another entry than the task wants, in what was just sent: the wrong child, the wrong row."""
        sent = [after.state.records[event.index] for event in after.events if isinstance(event, Recorded)]
        page = before.state.place.name
        if not sent or any(self._is_wanted(condition, after) for condition in self._wanted):
            return None
        asked = {condition.recorded for condition in self._wanted}
        if not any(record.kind in asked for record in sent):
            return None
        for name, setting in self.planner.settings.items():
            field = "/".join(name.split("/")[:3])
            chosen = isinstance(setting, act.Choose | act.Tick) and field.rpartition("/")[0] == page
            if chosen and field in self.planner.pinned and not self.planner.is_set(name, before):
                return General(MistakeCode.WRONG_CHOICE, name)
        return None

    def _is_wanted(self, condition: Wanted, after: World) -> bool:
        return all_hold((condition,), after.moment())

    @cached_property
    def _wanted(self) -> tuple[Wanted, ...]:
        """The records the goal asks for."""
        return tuple(condition for condition in self.task.goal if isinstance(condition, Wanted))

    def _is_said(self, page: str, now: Moment) -> bool:
        """Whether a mistake the author named still stands in a field of this page: one counts once."""
        return any(
            name.rpartition("/")[0] == page and all_hold(mistake.when, now)
            for _, mistake in self._mistakes
            for condition in mistake.when
            for name in fields_in(condition)
        )

    @cached_property
    def _mistakes(self) -> tuple[tuple[str, Mistake], ...]:
        named = [(step.id, mistake) for step in self.task.key_steps for mistake in step.mistakes]
        return (*named, *(("", mistake) for mistake in self.task.mistakes))

    def _point(self, step: KeyStep | None, where: str) -> str:
        """The author's sentence for a target, of the present step first."""
        steps = ((step,) if step else ()) + self.task.key_steps
        points = (point for one in steps for point in one.points)
        return next(
            (point.says for point in points if where == point.at or where.startswith(f"{point.at}/")), ""
        )


def target(action: act.Action) -> str:  # noqa: PLR0911 - one return for each kind of place
    """Where on the screen an action is done."""
    match action:
        case act.Press(name) | act.Fill(name, _) | act.Choose(name, _) | act.Tick(name, _):
            return name
        case act.OpenDevice(device):
            return f"device/{device}"
        case act.Unlock():
            return "phone/unlock"
        case act.OpenMessage(index):
            return f"phone/message/{index}"
        case act.CloseMessage():
            return "phone/close"
        case act.SwitchTab(index) | act.CloseTab(index):
            return f"browser/tab/{index}"
        case _:
            return _BROWSER.get(type(action), "")


_BROWSER: Mapping[type[act.Action], str] = {
    act.TypeAddress: "browser/address",
    act.Back: "browser/back",
    act.Forward: "browser/forward",
    act.Reload: "browser/reload",
    act.NewTab: "browser/new-tab",
    act.ShowPadlock: "browser/padlock",
    act.Print: "browser/print",
    act.Bookmark: "browser/bookmark",
}


def code_of(action: act.Action) -> str:
    """The kind of an action as a code: press, fill, choose, type ..."""
    words = act.write(action).split(" ")
    return "_".join(words[:2]) if words[0] in {"open", "new", "close", "switch"} else words[0]


def _newly(conditions: Conditions, was: Moment, now: Moment) -> bool:
    """Whether this has come about just now; what speaks of the moment itself may come about again."""
    if not all_hold(conditions, now):
        return False
    return any(about_events(one) for one in conditions) or not all_hold(conditions, was)


def _general(step: str, found: General) -> Noticed:
    return Noticed(step, found.code, target=found.target, about=found.about)
