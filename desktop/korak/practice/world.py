# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice world: a small computer and a phone, moved by actions, never changed in place.

``world.do(action)`` returns another world. An action that cannot be done here and now changes nothing and is
reported by an ``Ignored`` event; no action raises.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from korak.content.blocks import Button, Link
from korak.content.fields import Checkbox, Radio, Select
from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice import events as ev
from korak.practice.addresses import place_at
from korak.practice.doing import Moved, wait
from korak.practice.holding import Moment
from korak.practice.in_browser import in_browser
from korak.practice.on_page import on_page
from korak.practice.on_phone import ON_PHONE, on_phone
from korak.practice.scene import Scene
from korak.practice.screen import page_view, phone_view
from korak.practice.state import Browser, Phone, Place, Sms, State, Tab
from korak.practice.surfing import settle
from korak.practice.view import BlockView, PageView, PhoneView

_ON_PAGE = (act.Press, act.Fill, act.Choose, act.Tick)


@dataclass(frozen=True, slots=True)
class World:
    """The world at one moment: its scene, its state and what the last action did."""

    scene: Scene
    state: State
    events: tuple[ev.Event, ...] = ()

    @classmethod
    def start(cls, pack: Pack, task: Task, seed: str | int = 0) -> "World":
        """The world as a task begins."""
        return cls._begin(Scene.of_task(pack, task, str(seed)))

    @classmethod
    def look_around(cls, pack: Pack, address: str, seed: str | int = 0) -> "World":
        """A world without a task, with a page open."""
        return cls._begin(Scene.of_portal(pack, address, str(seed)))

    @classmethod
    def at_page(cls, pack: Pack, name: str, seed: str | int = 0) -> "World":
        """A world with a page (portal/page) open, signed in as one would be there: to be looked at."""
        portal, _, page = name.partition("/")
        scene = Scene.of_portal(pack, pack.portals[portal].address, str(seed))
        return cls(scene, State(browser=Browser((Tab(Place(portal, page)),)), signed_in=frozenset({portal})))

    @classmethod
    def _begin(cls, scene: Scene) -> "World":
        start = scene.start
        messages = tuple(
            Sms(
                sender=scene.text(message.from_),
                text=scene.text(message.text),
                at=-message.minutes_ago,
                code=message.code,
                spent=bool(message.code),
            )
            for message in start.messages
        )
        phone = Phone(locked=start.phone == "locked", messages=messages)
        place = place_at(scene.pack, start.browser) if start.browser else Place()
        return cls(scene, *settle(scene, State(browser=Browser((Tab(place),)), phone=phone)))

    def do(self, action: act.Action) -> "World":
        """The world after an action."""
        outcome = self._move(action)
        if isinstance(outcome, ev.Ignored):
            return World(self.scene, self.state, (outcome,))
        return World(self.scene, *outcome)

    def page(self) -> PageView:
        """What the browser shows."""
        return page_view(self.scene, self.state)

    def phone(self) -> PhoneView:
        """What the phone shows."""
        return phone_view(self.scene, self.state)

    def card(self) -> tuple[tuple[str, str], ...]:
        """The learner's card for this task: labels and values."""
        lines = self.scene.task.card if self.scene.task else ()
        return tuple((line.label, self.scene.text(line.value)) for line in lines)

    def key(self) -> tuple[object, ...]:
        """A hashable stand-in for the state."""
        return self.state.key()

    def moment(self) -> Moment:
        """What conditions are asked of."""
        return Moment(self.scene, self.state, self.events, self.state.place)

    def actions(self) -> tuple[act.Action, ...]:
        """What could be done here and now, without the texts one could type."""
        return tuple(self._possible())

    def _possible(self) -> Iterator[act.Action]:
        view, state = self.page(), self.state
        for block in view.blocks:
            yield from _on_block(block)
        around = (*view.menu, *view.results, *((view.sign_out,) if view.sign_out else ()))
        yield from (act.Press(link.target) for link in around)
        if state.phone.locked:
            yield act.Unlock()
        else:
            yield from (act.OpenMessage(index) for index in range(len(state.phone.messages)))
        if view.can_go_back:
            yield act.Back()
        if view.can_go_forward:
            yield act.Forward()
        yield from (act.SwitchTab(n) for n in range(len(view.tabs)) if n != state.browser.current)
        yield from (act.CloseTab(n) for n in range(len(view.tabs)))
        yield from (act.Reload(), act.NewTab())

    def _move(self, action: act.Action) -> Moved | ev.Ignored:
        if isinstance(action, ON_PHONE):
            return on_phone(self.state, action)
        if isinstance(action, act.OpenDevice):
            return replace(self.state, device=action.device), ()
        if isinstance(action, act.Wait):
            return wait(self.state, action.minutes)
        if isinstance(action, act.Print | act.Bookmark):
            return ev.Ignored("not_here")
        if isinstance(action, _ON_PAGE):
            outcome = on_page(self.scene, self.state, action)
        else:
            outcome = in_browser(self.scene, self.state, action)
        if isinstance(outcome, ev.Ignored) or outcome[0].device == "browser":
            return outcome
        return replace(outcome[0], device="browser"), outcome[1]  # who acts in the browser has turned to it


def _on_block(view: BlockView) -> Iterator[act.Action]:
    match view.block:
        case Button() | Link():
            yield act.Press(view.target)
        case Select() | Radio():
            yield from (act.Choose(view.target, index) for index in range(len(view.options)))
        case Checkbox():
            yield act.Tick(view.target, not view.checked)
        case _:
            return
