# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows by itself from an action: a page forgets, a pop-up comes, a session ends, events happen."""

from msgspec.structs import replace

from korak.practice import events
from korak.practice.doing import Doer, Moved
from korak.practice.holding import Moment, all_hold
from korak.practice.scene import Scene
from korak.practice.state import Place, State
from korak.practice.surfing import settle

LONGEST_CHAIN = 10
"""How many events of a task may follow one another at once."""


def follow(scene: Scene, before: State, moved: Moved) -> Moved:
    """What the action did, and all that follows from it."""
    state, happened = moved
    state, more = _sessions(scene, before, state)
    happened += more
    if state.place != before.place:
        state, more = arrive(scene, before, state)
        happened += more
    return _events(scene, state, happened) if scene.task and scene.task.events else (state, happened)


def arrive(scene: Scene, before: State, state: State) -> Moved:
    """Come to another page: the one before forgets what was not saved, this one may have something to say."""
    state, happened = _forget(scene, before.place, state)
    state = replace(state, signing=None, reading="")
    for _ in range(LONGEST_CHAIN):
        place = state.place
        if not place.portal:
            break
        state, more = _opened(scene, state)
        happened += more
        if state.place == place:
            break
    return state, happened


def _opened(scene: Scene, state: State) -> Moved:
    place = state.place
    page = scene.pack.pages[place.name]
    happened: tuple[events.Event, ...] = ()
    state = _autofill(state)
    if place.name not in state.memory.visited:
        state = replace(state, memory=replace(state.memory, visited=state.memory.visited | {place.name}))
        state, happened = Doer(scene, place).do_all(page.opens, state)
    browser = replace(state.browser, popup="", held_back="")
    if page.popup is not None and place.name not in browser.popups:
        held = page.popup.blocked
        browser = replace(browser, held_back=place.name) if held else replace(browser, popup=place.name)
        happened = (*happened, events.PopupShown(place.name, held))
    return replace(state, browser=browser) if browser != state.browser else state, happened


def _autofill(state: State) -> State:
    """The browser writes what it remembers into empty fields of the page."""
    here = f"{state.place.name}/"
    missing = {
        name: text
        for name, text in state.browser.passwords
        if name.startswith(here) and not state.fields.get(name)
    }
    return replace(state, fields={**state.fields, **missing}) if missing else state


def _forget(scene: Scene, left: Place, state: State) -> Moved:
    """A forgetful page falls back to what was saved last."""
    page = scene.pack.pages.get(left.name)
    if page is None or not page.forgets:
        return state, ()
    names = [f"{left.name}/{field.id}" for field in page.fields()]
    lost = [name for name in names if state.fields.get(name, "") != state.saved.get(name, "")]
    if not lost:
        return state, ()
    fields = {name: text for name, text in state.fields.items() if name not in lost}
    fields |= {name: state.saved[name] for name in lost if state.saved.get(name)}
    return replace(state, fields=fields), (events.Unsaved(left.name),)


def _sessions(scene: Scene, before: State, state: State) -> Moved:
    """Whoever did nothing in a portal for too long is signed out of it; what was typed stays."""
    if not state.active:
        return state, ()
    if state.minutes == before.minutes:
        return _still_there(state), ()
    for name in sorted(state.signed_in):
        session = scene.pack.portals[name].session
        if session is None or state.minutes - state.active.get(name, state.minutes) < session.minutes:
            continue
        out = replace(state, signed_in=state.signed_in - {name})
        settled, happened = settle(scene, out)
        if state.place.portal == name:
            settled = replace(settled, notice=scene.text(session.says), refused=True)
        after, more = _sessions(scene, before, settled)
        return after, (events.SessionEnded(name), *happened, *more)
    return state, ()


def _still_there(state: State) -> State:
    """Something was done: the session of the portal in front begins anew."""
    name = state.place.portal
    if name not in state.signed_in or state.active.get(name) == state.minutes or state.device != "browser":
        return state
    return replace(state, active={**state.active, name: state.minutes})


def _events(scene: Scene, state: State, happened: tuple[events.Event, ...]) -> Moved:
    """What happens by itself in this task, each once."""
    assert scene.task is not None  # noqa: S101 - asked before
    for _ in range(LONGEST_CHAIN):
        moment = Moment(scene, state, happened, state.place)
        due = next(
            (
                number
                for number, event in enumerate(scene.task.events)
                if number not in state.memory.fired and all_hold(event.when, moment)
            ),
            None,
        )
        if due is None:
            break
        state = replace(state, memory=replace(state.memory, fired=state.memory.fired | {due}))
        before = state
        state, more = Doer(scene, state.place).do_all(scene.task.events[due].does, state)
        happened += more
        if state.place != before.place:
            state, more = arrive(scene, before, state)
            happened += more
    return state, happened
