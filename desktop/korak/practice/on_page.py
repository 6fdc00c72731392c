# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does on a page: press, fill, choose, tick."""

from typing import assert_never

from msgspec.structs import replace

from korak.content.blocks import Button, Link, Need, Preview, Receipt, Scan, Signature, Table, Thread
from korak.content.fields import (
    Checkbox,
    Consent,
    Field,
    HumanCheck,
    PictureCode,
    Radio,
    Rows,
    Search,
    Select,
    Slots,
    SmsCode,
    TextField,
    Ticks,
    TypedField,
    Upload,
)
from korak.content.portal import Block
from korak.practice import actions as act
from korak.practice import events
from korak.practice.doing import Doer, Moved, said
from korak.practice.holding import Moment, all_hold, holds
from korak.practice.on_parts import (
    press_document,
    press_picture,
    press_receipt,
    press_search,
    press_signature,
    press_table,
    press_thread,
    press_upload,
)
from korak.practice.scene import Scene, page_place
from korak.practice.screen import menu_pages, search_results, sign_out_target
from korak.practice.shown import is_covered, is_shown, open_rows, options_of, slot_text
from korak.practice.state import Place, Signing, State
from korak.practice.surfing import visit
from korak.practice.validity import SEVERAL, Asked

OnPage = act.Press | act.Fill | act.Choose | act.Tick
_TYPED = TypedField.__args__


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
            return _tick(scene, state, field, on=on)
        case _:
            assert_never(action)


def set_field(state: State, field: str, text: str) -> State:
    """The state with this in a field, and the memory that something was written there."""
    after = state.with_field(field, text)
    if text and field not in state.memory.typed:
        after = replace(after, memory=replace(state.memory, typed=state.memory.typed | {field}))
    return after


def _here(scene: Scene, state: State, target: str) -> tuple[Block, str] | None:
    """The block a target is in, if it is shown on the page in front, and which part of it."""
    pieces = target.split("/", 3)
    name = "/".join(pieces[:3])
    block = scene.pack.blocks.get(name) if name.rpartition("/")[0] == state.place.name else None
    if block is None or not is_shown(scene, state, block):
        return None
    return block, pieces[3] if len(pieces) > 3 else ""


def _fill(scene: Scene, state: State, field: str, text: str) -> Moved | events.Ignored:
    found = _here(scene, state, field)
    if found is None:
        return events.Ignored("not_here")
    block, part = found
    if isinstance(block, Signature) and part == "code" and _signs(state, field):
        return set_field(state, field, " ".join(text.split())), ()
    if part or not isinstance(block, _TYPED):
        return events.Ignored("not_here")
    if is_covered(scene, state):
        return events.Ignored("covered")
    if isinstance(block, Upload):
        return _attach(scene, state, field, block, text)
    several = isinstance(block, TextField) and block.lines > 1
    return set_field(state, field, text if several else " ".join(text.splitlines())), ()


def _signs(state: State, field: str) -> bool:
    return state.signing is not None and field == f"{state.signing.target}/code"


def _attach(scene: Scene, state: State, field: str, block: Upload, path: str) -> Moved | events.Ignored:
    path = path.strip()
    if path and state.files.at(path) is None:
        return events.Ignored("no_such_file")
    there = [one for one in state.fields.get(field, "").split(SEVERAL) if one and one != path]
    paths = [*there, path] if path and block.most > 1 else [path]
    after = set_field(state, field, SEVERAL.join(paths))
    here = state.place
    fault = Asked(scene, after, here).fault_of(block) if path else None
    if fault is None:
        return after, ()
    return replace(after, faults={**after.faults, field: fault}), (events.FieldFaulted(field, fault),)


def _choose(scene: Scene, state: State, field: str, index: int) -> Moved | events.Ignored:
    found = _here(scene, state, field)
    if found is None or found[1]:
        return events.Ignored("not_here")
    block = found[0]
    if is_covered(scene, state):
        return events.Ignored("covered")
    options = _options(scene, state, block)
    if options is None:
        return events.Ignored("not_here")
    if not 0 <= index < len(options) or not options[index]:
        return events.Ignored("no_such_entry")
    return set_field(state, field, options[index]), ()


def _options(scene: Scene, state: State, block: Block) -> list[str] | None:
    """What one may choose in a block, in its order; a closed entry is empty."""
    if isinstance(block, Select | Radio):
        return [scene.text(option) for option in block.options]
    if isinstance(block, Slots):
        return ["" if slot.taken else slot_text(scene, slot) for slot in block.slots]
    if isinstance(block, Rows) and not block.several:
        return _row_values(scene, state, block)
    return None


def _row_values(scene: Scene, state: State, block: Rows) -> list[str]:
    open_ones = open_rows(scene, state, block)
    return [
        scene.text(row.value) if is_open else "" for row, is_open in zip(block.rows, open_ones, strict=True)
    ]


def _tick(scene: Scene, state: State, field: str, *, on: bool) -> Moved | events.Ignored:
    found = _here(scene, state, field)
    if found is None:
        return events.Ignored("not_here")
    block, part = found
    if is_covered(scene, state):
        return events.Ignored("covered")
    if isinstance(block, Checkbox | Consent) and not part:
        return set_field(state, field, "1" if on else ""), ()
    options = _tick_options(scene, state, block)
    if not options or not part.isdecimal():
        return events.Ignored("not_here")
    number = int(part) - 1
    if not 0 <= number < len(options) or not options[number]:
        return events.Ignored("no_such_entry")
    return _set_ticks(state, field.rpartition("/")[0], options, number, on=on), ()


def _tick_options(scene: Scene, state: State, block: Block) -> list[str]:
    if isinstance(block, Ticks | HumanCheck):
        return [scene.text(option) for option in options_of(block)]
    if isinstance(block, Rows) and block.several:
        return _row_values(scene, state, block)
    return []


def _set_ticks(state: State, name: str, options: list[str], number: int, *, on: bool) -> State:
    """The field with one entry more or less, in their written order; closed ones stay as they are."""
    there = [one for one in state.fields.get(name, "").split(SEVERAL) if one]
    wanted = options[number]
    ticked = {*there, wanted} if on else set(there) - {wanted}
    order = [one for one in there if one not in options] + [one for one in options if one in ticked]
    return set_field(state, name, SEVERAL.join(dict.fromkeys(order)))


def _press(scene: Scene, state: State, target: str) -> Moved | events.Ignored:
    """Press whatever has this target; what the page said before goes away."""
    if is_covered(scene, state) and not target.startswith(f"{state.place.portal}/cookies/"):
        return events.Ignored("covered")
    fresh = replace(state, notice="", faults={})
    outcome = _press_block(scene, fresh, target) or _press_around(scene, fresh, target)
    if outcome is None:
        return events.Ignored("not_here")
    return outcome[0], (events.Pressed(target), *outcome[1])


def _press_block(scene: Scene, state: State, target: str) -> Moved | None:  # noqa: PLR0911 - one a kind
    found = _here(scene, state, target)
    if found is None:
        return None
    block, part = found
    doer = Doer(scene, state.place)
    if part and not isinstance(block, Signature):
        return _press_part(doer, state, block, target, part)
    match block:
        case Button():
            return _press_button(doer, state, block, target)
        case Link():
            return visit(scene, state, page_place(block.go, state.place))
        case Signature():
            return _press_signature(doer, state, block, target, part)
        case Scan():
            phone = replace(state.phone, camera=target, locked=False)
            return replace(state, phone=phone), ()
        case _:
            return None


def _press_part(doer: Doer, state: State, block: Block, target: str, part: str) -> Moved | None:  # noqa: C901, PLR0911
    match block:
        case Table():
            return press_table(doer, state, block, target, part)
        case Thread():
            return press_thread(doer, state, part)
        case Search():
            return press_search(doer, state, block, target, part)
        case Upload():
            return press_upload(state, target, part)
        case PictureCode():
            return press_picture(state, target, part)
        case Preview():
            return press_document(doer, state, block.document, target, part, saves=block.download)
        case Consent():
            return press_document(doer, state, block.document, target, part, saves=False)
        case Receipt():
            return press_receipt(doer, state, block, part)
        case _:
            return None


def _press_around(scene: Scene, state: State, target: str) -> Moved | None:
    """Press what stands around the page: a search result, the banner, the way out, or a menu entry."""
    portal = scene.pack.portals.get(state.place.portal)
    if portal is None:
        known = any(target == link.target for link in search_results(scene, state.place))
        found = scene.pack.portals[target.rpartition("/")[2]] if known else None
        return visit(scene, state, Place(found.id, found.pages[0].id)) if found else None
    if portal.cookies is not None and target.startswith(f"{portal.id}/cookies/"):
        answer = target.rpartition("/")[2]
        known = answer in {"necessary", "all"}
        return (replace(state, cookies={**state.cookies, portal.id: answer}), ()) if known else None
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
    refused = _refused(doer, state, target, button.needs, checks=button.checks)
    if refused is not None:
        return refused
    if button.checks:
        state = _spend_codes(state, doer.here, _fields(doer, state))
    return doer.do_all(button.does, state)


def _press_signature(doer: Doer, state: State, block: Signature, target: str, part: str) -> Moved | None:
    if part:
        return press_signature(doer, state, block, target.rpartition("/")[0], part)
    refused = _refused(doer, state, target, block.needs, checks=block.checks)
    return refused or (replace(state, signing=Signing(target)), ())


def _refused(doer: Doer, state: State, target: str, needs: tuple[Need, ...], *, checks: bool) -> Moved | None:
    """Why a button does not work now, as what the portal does instead."""
    if checks:
        faults = _faults(doer, state)
        if faults:
            found = tuple(events.FieldFaulted(name, fault) for name, fault in faults.items())
            return replace(state, faults=faults), found
    moment = Moment(doer.scene, state, (), doer.here)
    for need in needs:
        if not holds(need.that, moment):
            text = said(doer.scene, state, need.says)
            return replace(state, notice=text, refused=True), (events.Refused(target, text),)
    return None


def _fields(doer: Doer, state: State) -> tuple[Field, ...]:
    """The fields shown on the page."""
    moment = Moment(doer.scene, state, (), doer.here)
    page = doer.scene.pack.pages[doer.here.name]
    return tuple(field for field in page.fields() if not field.when or all_hold(field.when, moment))


def _faults(doer: Doer, state: State) -> dict[str, events.FieldFault]:
    faults: dict[str, events.FieldFault] = {}
    asked = Asked(doer.scene, state, doer.here)
    for field in _fields(doer, state):
        fault = asked.fault_of(field)
        if fault is not None:
            faults[f"{doer.here.name}/{field.id}"] = fault
    return faults


def _spend_codes(state: State, here: Place, fields: tuple[Field, ...]) -> State:
    """A code is good once; its field is empty after that."""
    used = {f"{here.name}/{field.id}" for field in fields if isinstance(field, SmsCode)}
    return spend_codes(state, here.portal, used) if used else state


def spend_codes(state: State, portal: str, used: set[str]) -> State:
    """The state with the portal's codes used up, and the fields they stood in empty."""
    messages = tuple(
        replace(message, spent=True) if message.code and message.portal == portal else message
        for message in state.phone.messages
    )
    rest = {name: text for name, text in state.fields.items() if name not in used}
    return replace(state, phone=replace(state.phone, messages=messages), fields=rest)
