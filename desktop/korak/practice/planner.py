# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the way to a task's goal from any state of the world.

The author's solution is a path through the world. Wherever the present state stands on that path (fields may
be filled in any order and with any fitting text), the plan is the rest of the path, without what is done
already; it is tried out on the pure world before it is believed. From anywhere else a search, nearest states
first, finds the shortest way back to the path or straight to the goal.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from korak.content.blocks import Button, Link
from korak.content.conditions import AllOf, AnyOf, AtLeast, Condition, Is, Not, OneOf, Recorded
from korak.content.fields import Radio, Select, TextField
from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice.events import Ignored
from korak.practice.holding import all_hold, holds, same_text
from korak.practice.scene import field_name
from korak.practice.state import Place
from korak.practice.validity import fault_of, newest_code
from korak.practice.world import World

MOST_STATES = 3000
_SETTING = (act.Fill, act.Choose, act.Tick)
_HARMLESS = (*_SETTING, act.Unlock, act.OpenMessage, act.CloseMessage, act.OpenDevice, act.ShowPadlock)

Key = tuple[object, ...]
Plan = tuple[act.Action, ...]


@dataclass(frozen=True, eq=False)
class Planner:
    """Plans for one task of a pack."""

    pack: Pack
    task: Task
    recipe: Plan  # the solution, with $names
    settings: Mapping[str, act.Action] = field(
        default_factory=dict[str, act.Action]
    )  # by field, from the recipe
    pinned: frozenset[str] = frozenset()  # fields whose exact text matters
    shortest: Mapping[str, int] = field(default_factory=dict[str, int])  # how long a free text should be
    path: Mapping[Key, tuple[int, ...]] = field(default_factory=dict[Key, tuple[int, ...]])

    @classmethod
    def of(cls, pack: Pack, task: Task) -> "Planner":
        """The planner of a task; a solution that does not play leaves it a shorter path."""
        recipe = tuple(_readable(task.solution))
        settings = {action.field: action for action in recipe if isinstance(action, _SETTING)}
        pinned, shortest = _demands(pack, task)
        planner = cls(pack, task, recipe, settings, pinned, shortest)
        return replace(planner, path=planner._walk_path())

    def plan(self, world: World) -> Plan | None:
        """The way to the goal from here; empty at the goal, None when no way was found."""
        if self.reached(world):
            return ()
        waiting: deque[tuple[World, Plan]] = deque([(world, ())])
        known = {self._full_key(world)}
        while waiting:
            here, way = waiting.popleft()
            rest = self._rest(here)
            if rest is not None:
                return way + rest
            for action in self._ideas(here):
                there = here.do(action)
                key = self._full_key(there)
                if key not in known and len(known) < MOST_STATES:
                    known.add(key)
                    waiting.append((there, (*way, action)))
        return None

    def reached(self, world: World) -> bool:
        """Whether the goal is reached."""
        return all_hold(self.task.goal, world.moment())

    def resolved(self, action: act.Action, world: World) -> act.Action:
        """The action with the values of this run in place of $names; $sms is the newest code."""
        match action:
            case act.Fill(name, text):
                newest = newest_code(world.state, "")
                return act.Fill(name, world.scene.text(text, sms=newest.code if newest else ""))
            case act.TypeAddress(text):
                return act.TypeAddress(world.scene.text(text))
            case act.OpenMessage(-1):
                return act.OpenMessage(len(world.state.phone.messages) - 1)
            case _:
                return action

    def is_set(self, name: str, world: World) -> bool:
        """Whether a field says what the way to the goal wants it to say."""
        wanted = self.settings.get(name)
        value = world.state.fields.get(name, "")
        block = self.pack.fields.get(name)
        if wanted is None or block is None:
            return True
        resolved = self.resolved(wanted, world)
        if isinstance(block, Select | Radio) and isinstance(resolved, act.Choose):
            return value in block.options and block.options.index(value) == resolved.index
        if isinstance(resolved, act.Fill) and isinstance(block, TextField) and name not in self.pinned:
            return bool(value.strip()) and len(value.strip()) >= self.shortest.get(name, 0)
        if isinstance(resolved, act.Fill):
            return bool(resolved.text) and same_text(value, resolved.text)
        return isinstance(resolved, act.Tick) and bool(value) == resolved.on

    def _walk_path(self) -> dict[Key, tuple[int, ...]]:
        world = World.start(self.pack, self.task, "path")
        path: dict[Key, tuple[int, ...]] = {}
        for index, action in enumerate(self.recipe):
            key = self._key(world)
            path[key] = (*path.get(key, ()), index)
            world = world.do(self.resolved(action, world))
        return path

    def _rest(self, world: World) -> Plan | None:
        """The rest of the author's path, if this is a place on it and it leads to the goal."""
        for index in self.path.get(self._key(world), ()):
            rest = self._try(world, index)
            if rest is not None:
                return rest
        return None

    def _try(self, world: World, index: int) -> Plan | None:
        done: list[act.Action] = []
        for template in self.recipe[index:]:
            action = self.resolved(template, world)
            if isinstance(action, _SETTING) and self.is_set(action.field, world):
                continue
            after = world.do(action)
            if any(isinstance(event, Ignored) for event in after.events):
                if isinstance(action, _HARMLESS):
                    continue
                return None
            done.append(action)
            world = after
        return tuple(done) if done and self.reached(world) else None

    def _key(self, world: World) -> Key:
        """Where on the path one could be: fields do not count, they are looked at one by one."""
        state, moment = world.state, world.moment()
        goal = tuple(holds(condition, moment) for condition in self.task.goal)
        return (state.place.name, state.signed_in, self._code(world), goal)

    def _full_key(self, world: World) -> Key:
        state = world.state
        settings = tuple(self.is_set(name, world) for name in self.settings)
        others = tuple(tab.place.name for tab in state.browser.tabs)
        return (
            *self._key(world),
            settings,
            state.phone.locked,
            state.notice,
            others,
            bool(self._wrong(world)),
        )

    @staticmethod
    def _code(world: World) -> str:
        newest = newest_code(world.state, "")
        if newest is None or newest.spent or world.state.minutes > newest.until:
            return "none"
        return "seen" if newest.seen else "unseen"

    def _ideas(self, world: World) -> Iterator[act.Action]:
        """What could lead further from here."""
        place, state = world.state.place, world.state
        if place.portal:
            yield from self._on_page(world, place)
        if state.phone.locked:
            yield act.Unlock()
        elif self._code(world) == "unseen":
            yield act.OpenMessage(len(state.phone.messages) - 1)
        if state.browser.tab.history:
            yield act.Back()
        yield from (act.SwitchTab(n) for n in range(len(state.browser.tabs)) if n != state.browser.current)
        yield from (act.TypeAddress(self.pack.portals[name].address) for name in self._portals())

    def _on_page(self, world: World, place: Place) -> Iterator[act.Action]:
        page = self.pack.pages[place.name]
        names = [f"{place.name}/{one.id}" for one in page.fields()]
        unset = next((name for name in names if name in self.settings and not self.is_set(name, world)), None)
        if unset is not None and not self._needs_code(unset, world):
            yield self.resolved(self.settings[unset], world)
        yield from (act.Fill(name, "") for name in self._wrong(world))
        view = world.page()
        blocks = (block.target for block in view.blocks if isinstance(block.block, Button | Link))
        yield from (act.Press(target) for target in blocks)
        around = (*view.menu, *((view.sign_out,) if view.sign_out else ()))
        yield from (act.Press(link.target) for link in around)

    def _needs_code(self, name: str, world: World) -> bool:
        """Whether the field wants a code that has not been read yet."""
        wanted = self.settings[name]
        return isinstance(wanted, act.Fill) and "$sms" in wanted.text and self._code(world) != "seen"

    def _wrong(self, world: World) -> list[str]:
        """The fields of this page that would stop one although the path leaves them alone."""
        place, state = world.state.place, world.state
        if not place.portal:
            return []
        named = ((f"{place.name}/{one.id}", one) for one in self.pack.pages[place.name].fields())
        return [
            name
            for name, one in named
            if name not in self.settings
            and isinstance(one, TextField)
            and state.fields.get(name)
            and fault_of(one, state.fields[name], state, place.portal)
        ]

    def _portals(self) -> tuple[str, ...]:
        """The portals the path leads through, the first one first."""
        names = (str(key[0]).partition("/")[0] for key in self.path)
        return tuple(dict.fromkeys(name for name in names if name))


def _readable(lines: tuple[str, ...]) -> Iterator[act.Action]:
    for line in lines:
        try:
            yield act.read(line)
        except act.ActionFault:
            return


def _demands(pack: Pack, task: Task) -> tuple[frozenset[str], dict[str, int]]:
    """The fields whose exact text somebody asks for, and the lengths free texts should have."""
    pinned: set[str] = set()
    shortest: dict[str, int] = {}
    asked = [(condition, Place()) for condition in task.goal]
    asked += [(condition, Place()) for step in task.key_steps for condition in step.done]
    for name, page in pack.pages.items():
        here = Place(*name.split("/"))
        for block in page.blocks:
            needs = block.needs if isinstance(block, Button) else ()
            asked += [(need.that, here) for need in needs]
    for condition, here in asked:
        for one in _flat(condition):
            if isinstance(one, AtLeast):
                shortest[field_name(one.field, here)] = one.at_least
            pinned |= _pins(pack, one, here)
    return frozenset(pinned), shortest


def _pins(pack: Pack, condition: Condition, here: Place) -> set[str]:
    if isinstance(condition, Is | OneOf):
        return {field_name(condition.field, here)}
    if isinstance(condition, Recorded):
        portal = condition.in_ or here.portal
        names = (name for name in pack.fields if name.startswith(f"{portal}/"))
        return {name for name in names if name.rpartition("/")[2] in condition.with_}
    return set()


def _flat(condition: Condition) -> Iterator[Condition]:
    match condition:
        case AnyOf():
            for one in condition.any_:
                yield from _flat(one)
        case AllOf():
            for one in condition.all_:
                yield from _flat(one)
        case Not():
            yield from _flat(condition.not_)
        case _:
            yield condition
