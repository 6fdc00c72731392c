# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the way to a task's goal from any state of the world.

The author's solution is a path through the world. Wherever the present state stands on that path (fields may
be filled in any order and with any fitting text), the plan is the rest of the path, without what is done
already; it is tried out on the pure world before it is believed. From anywhere else a search, nearest states
first, finds the shortest way back to the path or straight to the goal. What the author does on phone, in mail
and files takes part in the search from wherever one is.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from korak.content.blocks import Button, Link, Signature
from korak.content.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Is,
    Mailed,
    Not,
    OneOf,
    Recorded,
    Ticked,
)
from korak.content.fields import (
    Checkbox,
    Consent,
    FieldPart,
    Radio,
    Rows,
    Select,
    Slots,
    TextField,
    TypedField,
    Upload,
)
from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice.events import Ignored
from korak.practice.holding import all_hold, holds
from korak.practice.possible import on_block
from korak.practice.scene import field_name
from korak.practice.shown import slot_text
from korak.practice.state import Place
from korak.practice.validity import SEVERAL, Asked, newest_code
from korak.practice.values import meant
from korak.practice.world import World

MOST_STATES = 200
MOST_CLEARING = 6
_SETTING = (act.Fill, act.Choose, act.Tick)
_HARMLESS = (*_SETTING, act.Unlock, act.OpenMessage, act.CloseMessage, act.OpenDevice, act.ShowPadlock)
_DEVICES = ("phone", "mail", "files", "printer", "paper", "browser")
_MAY_BE_DONE = ("close", "cookies", "popup", "camera", "save-password", "answer", "read")
"""Presses that may be left out where they cannot be done: what they would do is done already."""

Key = tuple[object, ...]
Plan = tuple[act.Action, ...]


@dataclass(frozen=True, eq=False)
class Planner:
    """Plans for one task of a pack."""

    pack: Pack
    task: Task
    surface: str
    recipe: Plan  # the solution, with $names
    settings: Mapping[str, act.Action] = field(
        default_factory=dict[str, act.Action]
    )  # by field, from the recipe
    pinned: frozenset[str] = frozenset()  # fields whose exact text matters
    shortest: Mapping[str, int] = field(default_factory=dict[str, int])  # how long a free text should be
    path: Mapping[Key, tuple[int, ...]] = field(default_factory=dict[Key, tuple[int, ...]])
    exact: Mapping[Key, int] = field(default_factory=dict[Key, int])  # states of the path itself

    @classmethod
    def of(cls, pack: Pack, task: Task, surface: str = "") -> "Planner":
        """The planner of a task; a solution that does not play leaves it a shorter path."""
        recipe = tuple(_readable(task.solution))
        settings = {_named(action): action for action in recipe if isinstance(action, _SETTING)}
        pinned, shortest = _demands(pack, task)
        planner = cls(pack, task, surface, recipe, settings, pinned, shortest)
        path, exact = planner._walk_path()
        return replace(planner, path=path, exact=exact)

    def plan(self, world: World, done: frozenset[str] = frozenset()) -> Plan | None:
        """The way to the goal from here; empty at the goal, None when no way was found.

        ``done`` names key steps that were done already, beside those that are true now.
        """
        if self.reached(world):
            return ()
        moment = world.moment()
        done |= {step.id for step in self.task.key_steps if all_hold(step.done, moment)}
        rest = self._rest(world, done)
        if rest is not None:
            return rest
        cleared, before = self._cleared(world)
        for own in (False, True):
            found = self._search(cleared, done, own=own)
            if found is not None:
                return before + found
        return None

    def _cleared(self, world: World) -> tuple[World, Plan]:
        """The world without what lies over things: calls, pop-ups, windows."""
        before: list[act.Action] = []
        for _ in range(MOST_CLEARING):
            action = next(_ways_out(world), None)
            if action is None:
                break
            before.append(action)
            world = world.do(action)
        return world, tuple(before)

    def _search(self, world: World, done: frozenset[str], *, own: bool) -> Plan | None:
        """The nearest state from which the path leads on; with ``own`` also by the path's device actions."""
        waiting: deque[tuple[World, Plan]] = deque([(world, ())])
        known = {self._full_key(world)}
        while waiting:
            here, way = waiting.popleft()
            rest = self._rest(here, done, quick=True)
            if rest is not None:
                return way + rest
            for action in self._ideas(here, own=own):
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
                return self._filled(name, text, world)
            case act.Press(target) if "$" in target:
                return act.Press(world.scene.text(target))
            case act.TypeAddress(text):
                return act.TypeAddress(world.scene.text(text))
            case act.OpenMessage(-1):
                return act.OpenMessage(len(world.state.phone.messages) - 1)
            case _:
                return action

    def _filled(self, name: str, text: str, world: World) -> act.Action:
        """What is written into a field; where one only chooses, the entry that says so."""
        if "$" not in text:
            return act.Fill(name, self._moved(text, world))
        newest = newest_code(world.state, "")
        said = world.scene.text(text, sms=newest.code if newest else "", slika=self._picture(name, world))
        block = self.pack.fields.get(name)
        if isinstance(block, Select | Radio) and said in (options := self._options(block, world)):
            return act.Choose(name, options.index(said))
        return act.Fill(name, said)

    def is_set(self, name: str, world: World) -> bool:
        """Whether a field says what the way to the goal wants it to say."""
        wanted = self.settings.get(name)
        if wanted is None:
            return True
        block = self.pack.fields.get(_field_of(name))
        resolved = self.resolved(wanted, world)
        value = world.state.fields.get(_field_of(name), "")
        match resolved:
            case act.Choose(_, index):
                return block is not None and bool(value) and value == self._option(block, index, world)
            case act.Tick(_, on):
                return self._is_ticked(name, block, value, world) == on
            case act.Fill(_, text) if name.startswith("mail/attach/"):
                return text in world.state.mail.attached
            case act.Fill(_, text):
                return self._is_written(name, block, value, text)
            case _:
                return True

    def _is_written(self, name: str, block: FieldPart | None, value: str, text: str) -> bool:
        if isinstance(block, Upload):
            return text in value.split(SEVERAL)
        if name in {"mail/subject", "mail/text"}:
            pieces = self._mail_pieces.get(name, ())
            return bool(value) and (not pieces or any(one.casefold() in value.casefold() for one in pieces))
        if isinstance(block, TextField) and name not in self.pinned:
            return len(value.strip()) >= max(self.shortest.get(name, 0), 1)
        return bool(text) and meant(block, value) == meant(block, text)

    @cached_property
    def _mail_pieces(self) -> Mapping[str, tuple[str, ...]]:
        """What a mail must say, of which one piece is enough."""
        asked = [*self.task.goal, *(one for step in self.task.key_steps for one in step.done)]
        mailed = [one for condition in asked for one in _flat(condition) if isinstance(one, Mailed)]
        return {
            "mail/subject": tuple(piece for one in mailed for piece in one.subject),
            "mail/text": tuple(piece for one in mailed for piece in one.text),
        }

    def _is_ticked(self, name: str, block: FieldPart | None, value: str, world: World) -> bool:
        if isinstance(block, Checkbox | Consent):
            return bool(value)
        number = name.rpartition("/")[2]
        options = self._options(block, world)
        known = number.isdecimal() and 1 <= int(number) <= len(options)
        return known and options[int(number) - 1] in value.split(SEVERAL)

    def _option(self, block: FieldPart, index: int, world: World) -> str:
        options = self._options(block, world)
        return options[index] if 0 <= index < len(options) else ""

    def _options(self, block: FieldPart | None, world: World) -> tuple[str, ...]:
        """The entries of a field as they are kept in it."""
        if isinstance(block, Select | Radio):
            return tuple(world.scene.text(option) for option in block.options)
        if isinstance(block, Slots):
            return tuple(slot_text(world.scene, slot) for slot in block.slots)
        if isinstance(block, Rows):
            return tuple(world.scene.text(row.value) for row in block.rows)
        entries = getattr(block, "options", getattr(block, "pictures", ()))
        return tuple(world.scene.text(entry) for entry in entries)

    def _moved(self, text: str, world: World) -> str:
        """Where a file of the start lies now; any other text as it is."""
        files = world.state.files
        if files.at(text) is not None:
            return text
        placed = (*self.task.start.files, *self.pack.people[self.task.person].files)
        document = next((one.document for one in placed if one.at == text), None)
        return next((item.path for item in files.items if item.document == document), text)

    def _walk_path(self) -> tuple[dict[Key, tuple[int, ...]], dict[Key, int]]:
        """Where the author's path leads: by the outline of a state its places on the path, and the states."""
        surface = self.surface or next(iter((*self.task.variants, *self.task.surfaces)), "")
        world = World.start(self.pack, self.task, "path", surface)
        path: dict[Key, tuple[int, ...]] = {}
        exact: dict[Key, int] = {}
        for index, action in enumerate(self.recipe):
            key = self._key(world)
            exact.setdefault((*key, self._desk_key(world)), index)
            if index == 0 or not isinstance(self.recipe[index - 1], _SETTING):
                for outline in (key, key[:2]):  # settings of a page are done together
                    path[outline] = (index, *path.get(outline, ()))
            world = world.do(self.resolved(action, world))
        return path, exact

    def _rest(self, world: World, done: frozenset[str], *, quick: bool = False) -> Plan | None:
        """The rest of the author's path, if this is a place on it and it leads to the goal.

        On the path itself it is the path; beside it, the shortest end that leaves no key step out
        (or, to be quick, the longest).
        """
        key = self._key(world)
        here = self.exact.get((*key, self._desk_key(world)))
        indices = tuple(dict.fromkeys((*self.path.get(key, ()), *self.path.get(key[:2], ()))))
        indices = indices[-1:] if quick else indices
        for index in indices if here is None else (here, *indices):
            rest = self._try(world, index, done)
            if rest is not None:
                return rest
        return None

    def _try(self, world: World, index: int, steps_done: frozenset[str]) -> Plan | None:
        done: list[act.Action] = []
        missing = [step for step in self.task.key_steps if step.id not in steps_done]
        for template in self.recipe[index:]:
            action = self.resolved(template, world)
            if self._is_done(template, world):
                continue
            if self._is_unread_code(template, world):
                return None  # nobody can type a code before reading it
            after = world.do(action)
            if any(isinstance(event, Ignored) for event in after.events):
                if isinstance(action, _HARMLESS) or _may_be_done(action):
                    continue
                return None
            if after.state != world.state:
                done.append(action)
                moment = after.moment()
                missing = [step for step in missing if not all_hold(step.done, moment)]
            world = after
        return tuple(done) if done and not missing and self.reached(world) else None

    def _is_done(self, action: act.Action, world: World) -> bool:
        """Whether an action of the path would only repeat, or undo, what is so already."""
        if isinstance(action, act.Bookmark):
            return world.state.place.name in world.state.browser.bookmarks
        return isinstance(action, _SETTING) and self.is_set(_named(action), world)

    def _key(self, world: World) -> Key:
        """Where on the path one could be: fields do not count, they are looked at one by one."""
        return (world.state.place.name, world.state.signed_in, self._code(world))

    def _desk_key(self, world: World) -> Key:
        """What is open on the devices, as far as it matters where one is."""
        state, phone, moment = world.state, world.state.phone, world.moment()
        return (
            tuple(holds(condition, moment) for condition in self.task.goal),
            state.device,
            (state.mail.open, state.mail.writing, state.mail.folder, state.mail.attached),
            (state.files.open, state.files.selected, state.files.folder),
            (phone.locked, phone.open, phone.call, phone.camera, phone.ask is None, len(state.records)),
            (state.browser.popup, state.browser.held_back, state.signing, state.reading, state.paper),
            (state.memory, len(state.files.items), len(state.tray), frozenset(state.cookies.items())),
            frozenset(state.searches.items()),
        )

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
            (bool(self._wrong(world)), len(self._ticked_too_much(world))),
            self._desk_key(world),
        )

    @staticmethod
    def _code(world: World) -> str:
        newest = newest_code(world.state, "")
        if newest is None or newest.spent or world.state.minutes > newest.until:
            return "none"
        return "seen" if newest.seen else "unseen"

    def _ideas(self, world: World, *, own: bool) -> Iterator[act.Action]:
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
        yield from _ways_out(world)
        if own:
            yield from (self.resolved(action, world) for action in self._own_presses)

    @cached_property
    def _own_presses(self) -> tuple[act.Action, ...]:
        """What the path does on devices and on parts of blocks, each once."""
        return tuple(dict.fromkeys(action for action in self.recipe if _is_own(action)))

    def _picture(self, name: str, world: World) -> str:
        """What the picture beside a code field shows."""
        letters = getattr(self.pack.fields.get(name), "letters", 0)
        return world.scene.picture_code(name, world.state.pictures, letters) if letters else ""

    def _on_page(self, world: World, place: Place) -> Iterator[act.Action]:
        names = [name for name in self.settings if _field_of(name).rpartition("/")[0] == place.name]
        unset = next((name for name in names if name in self.settings and not self.is_set(name, world)), None)
        if unset is not None and not self._needs_code(unset, world):
            yield self.resolved(self.settings[unset], world)
        yield from (act.Fill(name, "") for name in self._wrong(world))
        yield from (act.Tick(name, on=False) for name in self._ticked_too_much(world))
        view = world.page()
        for block in view.blocks:
            if isinstance(block.block, Button | Link | Signature):
                yield from on_block(block)
        around = (*view.menu, *((view.sign_out,) if view.sign_out else ()))
        yield from (act.Press(link.target) for link in around)

    def _needs_code(self, name: str, world: World) -> bool:
        """Whether the field wants a code that has not been read yet."""
        return self._is_unread_code(self.settings[name], world)

    def _is_unread_code(self, wanted: act.Action, world: World) -> bool:
        return isinstance(wanted, act.Fill) and "$sms" in wanted.text and self._code(world) != "seen"

    def _ticked_too_much(self, world: World) -> list[str]:
        """The entries of this page that are ticked although the path ticks others of the same field."""
        fields = world.state.fields
        ticked_by_path = dict.fromkeys(
            _field_of(name) for name, action in self.settings.items() if isinstance(action, act.Tick)
        )
        found: list[str] = []
        for name in ticked_by_path:
            there = fields.get(name, "").split(SEVERAL)
            if name.rpartition("/")[0] != world.state.place.name or there == [""]:
                continue
            options = self._options(self.pack.fields.get(name), world)
            numbered = enumerate(options, 1)
            found += [
                f"{name}/{number}"
                for number, option in numbered
                if option in there and f"{name}/{number}" not in self.settings
            ]
        return found

    def _wrong(self, world: World) -> list[str]:
        """The fields of this page that would stop one although the path leaves them alone."""
        place, state = world.state.place, world.state
        if not place.portal:
            return []
        asked = Asked(world.scene, state, place)
        named = ((f"{place.name}/{one.id}", one) for one in self.pack.pages[place.name].fields())
        return [
            name
            for name, one in named
            if name not in self.settings
            and isinstance(one, TypedField)
            and state.fields.get(name)
            and asked.fault_of(one)
        ]

    def _portals(self) -> tuple[str, ...]:
        """The portals the path leads through, the first one first."""
        names = (str(key[0]).partition("/")[0] for key in self.path)
        return tuple(dict.fromkeys(name for name in names if name))


def _named(action: act.Fill | act.Choose | act.Tick) -> str:
    """What a setting is of: a field, or one entry of it."""
    if isinstance(action, act.Fill) and action.field == "mail/attach":
        return f"mail/attach/{action.text}"
    return action.field


def _field_of(name: str) -> str:
    """The field an entry belongs to: portal/page/field."""
    return "/".join(name.split("/")[:3])


def _is_own(action: act.Action) -> bool:
    """Whether an action of the path is of the kind that links and buttons of a page do not offer."""
    if isinstance(action, act.Press):
        return action.target.partition("/")[0] in _DEVICES or action.target.count("/") > 2
    if isinstance(action, act.Fill):
        return action.field.partition("/")[0] in _DEVICES or action.field.count("/") > 2
    return isinstance(action, act.Print | act.Bookmark | act.OpenMessage | act.Wait | act.TypeAddress)


def _may_be_done(action: act.Action) -> bool:
    """Whether an action that cannot be done may be left out."""
    if not isinstance(action, act.Press):
        return isinstance(action, act.Print)
    pieces = action.target.split("/")
    return pieces[0] in _DEVICES or any(piece in _MAY_BE_DONE for piece in pieces)


def _ways_out(world: World) -> Iterator[act.Action]:
    """What clears away whatever lies over things, in the harmless way."""
    state = world.state
    if state.browser.popup:
        yield act.Press("browser/popup/close")
    if state.browser.asks_password:
        yield act.Press("browser/save-password/no")
    portal = world.scene.pack.portals.get(state.place.portal)
    if portal is not None and portal.cookies is not None and portal.id not in state.cookies:
        yield act.Press(f"{portal.id}/cookies/necessary")
    if state.phone.call is not None:
        yield act.Press("phone/call/hang-up")
    if state.signing is not None:
        yield act.Press(f"{state.signing.target}/cancel")


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
    if isinstance(condition, Is | OneOf | Ticked):
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
