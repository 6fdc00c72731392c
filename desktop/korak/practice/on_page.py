# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does on a page: press, fill, choose, tick."""

from dataclasses import replace
from typing import assert_never

from korak.content.blocks import Button, Link
from korak.content.fields import Checkbox, Field, Password, Radio, Select, SmsCode, TextField
from korak.practice import actions as act
from korak.practice import events
from korak.practice.doing import Doer, Moved
from korak.practice.holding import Moment, holds
from korak.practice.scene import Scene, page_place
from korak.practice.screen import menu_pages, search_results, sign_out_target
from korak.practice.state import Place, State
from korak.practice.surfing import visit
from korak.practice.validity import fault_of

OnPage = act.Press | act.Fill | act.Choose | act.Tick


def on_page(scene: Scene, state: State, action: OnPage) -> Moved | events.Ignored:
    """Do one of them."""
    match action:
        case act.Press(target):
            return _press(scene, state, target)
        case act.Fill(field, text):
            return _fill(scene, state, field, text)
        case act.Choose(field, index):
            return _choose(scene, state, field, index)
        case act.Tick(field, on):
            if not isinstance(_here(scene, state, field), Checkbox):
                return events.Ignored("not_here")
            return state.with_field(field, "1" if on else ""), ()
        case _:
            assert_never(action)


def _here(scene: Scene, state: State, target: str) -> object:
    """The block of this name, if it is on the page in front."""
    return scene.pack.blocks.get(target) if target.rpartition("/")[0] == state.place.name else None


def _fill(scene: Scene, state: State, field: str, text: str) -> Moved | events.Ignored:
    block = _here(scene, state, field)
    if not isinstance(block, TextField | Password | SmsCode):
        return events.Ignored("not_here")
    several = isinstance(block, TextField) and block.lines > 1
    return state.with_field(field, text if several else " ".join(text.splitlines())), ()


def _choose(scene: Scene, state: State, field: str, index: int) -> Moved | events.Ignored:
    block = _here(scene, state, field)
    if not isinstance(block, Select | Radio):
        return events.Ignored("not_here")
    if not 0 <= index < len(block.options):
        return events.Ignored("no_such_entry")
    return state.with_field(field, block.options[index]), ()


def _press(scene: Scene, state: State, target: str) -> Moved | events.Ignored:
    """Press whatever has this target; what the page said before goes away."""
    fresh = replace(state, notice="", faults={})
    outcome = _press_block(scene, fresh, target) or _press_around(scene, fresh, target)
    if outcome is None:
        return events.Ignored("not_here")
    return outcome[0], (events.Pressed(target), *outcome[1])


def _press_block(scene: Scene, state: State, target: str) -> Moved | None:
    block = _here(scene, state, target)
    if isinstance(block, Button):
        return _press_button(Doer(scene, state.place), state, block, target)
    if isinstance(block, Link):
        return visit(scene, state, page_place(block.go, state.place))
    return None


def _press_around(scene: Scene, state: State, target: str) -> Moved | None:
    """Press what stands around the page: a search result, the way out, or a menu entry."""
    portal = scene.pack.portals.get(state.place.portal)
    if portal is None:
        known = any(target == link.target for link in search_results(scene, state.place))
        found = scene.pack.portals[target.rpartition("/")[2]] if known else None
        return visit(scene, state, Place(found.id, found.pages[0].id)) if found else None
    if portal.sign_out is not None and target == sign_out_target(portal) and portal.id in state.signed_in:
        gone, happened = Doer(scene, state.place).sign_out(state)
        after, more = visit(scene, gone, page_place(portal.sign_out.go, state.place))
        return after, happened + more
    for page in menu_pages(scene, state, portal):
        if target == f"{portal.id}/menu/{page.id}":
            return visit(scene, state, Place(portal.id, page.id))
    return None


def _press_button(doer: Doer, state: State, button: Button, target: str) -> Moved:
    """Check the page's fields, then what the button needs; only then do what it does."""
    page = doer.scene.pack.pages[doer.here.name]
    if button.checks:
        faults = _faults(doer, state, page.fields())
        if faults:
            found = tuple(events.FieldFaulted(name, fault) for name, fault in faults.items())
            return replace(state, faults=faults), found
    moment = Moment(doer.scene, state, (), doer.here)
    for need in button.needs:
        if not holds(need.that, moment):
            text = doer.scene.text(need.says)
            return replace(state, notice=text), (events.Refused(target, text),)
    if button.checks:
        state = _spend_codes(state, doer.here, page.fields())
    return doer.do_all(button.does, state)


def _faults(doer: Doer, state: State, fields: tuple[Field, ...]) -> dict[str, events.FieldFault]:
    faults: dict[str, events.FieldFault] = {}
    for field in fields:
        name = f"{doer.here.name}/{field.id}"
        fault = fault_of(field, state.fields.get(name, ""), state, doer.here.portal)
        if fault is not None:
            faults[name] = fault
    return faults


def _spend_codes(state: State, here: Place, fields: tuple[Field, ...]) -> State:
    """A code is good once; its field is empty after that."""
    used = {f"{here.name}/{field.id}" for field in fields if isinstance(field, SmsCode)}
    if not used:
        return state
    messages = tuple(
        replace(message, spent=True) if message.code and message.portal == here.portal else message
        for message in state.phone.messages
    )
    rest = {name: text for name, text in state.fields.items() if name not in used}
    return replace(state, phone=replace(state.phone, messages=messages), fields=rest)
