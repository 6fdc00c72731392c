# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does on the phone: messages, calls, requests to confirm, the camera, contacts."""

from typing import assert_never

from msgspec.structs import replace

from korak.content.blocks import Scan
from korak.content.documents import Upn
from korak.content.task import CallChoice
from korak.practice import actions as act
from korak.practice import events
from korak.practice.doing import PHOTOS, Doer, Moved, save
from korak.practice.holding import Moment, all_hold
from korak.practice.on_parts import read_document
from korak.practice.scene import Scene, field_name
from korak.practice.state import File, OnCall, Place, State, Told

OnPhone = act.Unlock | act.OpenMessage | act.CloseMessage
ON_PHONE = (act.Unlock, act.OpenMessage, act.CloseMessage)


def on_phone(state: State, action: OnPhone) -> Moved | events.Ignored:
    """Do one of them; whoever does has turned to the phone."""
    phone = state.phone
    match action:
        case act.Unlock():
            if not phone.locked:
                return events.Ignored("nowhere_to_go")
            return replace(state, device="phone", phone=replace(phone, locked=False)), ()
        case act.OpenMessage(index):
            return _open(state, index)
        case act.CloseMessage():
            if phone.locked or phone.open is None:
                return events.Ignored("nowhere_to_go")
            return replace(state, device="phone", phone=replace(phone, open=None)), ()
        case _:
            assert_never(action)


def press_phone(scene: Scene, state: State, target: str) -> Moved | events.Ignored:
    """Press something on the phone; a call can be answered while the phone is locked."""
    part = target.removeprefix("phone/")
    head, _, rest = part.partition("/")
    if head == "call":
        return _on_call(scene, state, rest)
    if state.phone.locked:
        return events.Ignored("locked")
    after = _press(scene, state, head, rest)
    return after or events.Ignored("not_here")


def _press(scene: Scene, state: State, head: str, rest: str) -> Moved | None:  # noqa: PLR0911 - one a place
    match head:
        case "link":
            return _follow(scene, state)
        case "delete":
            return _delete(state)
        case "confirm":
            return _confirm(scene, state, rest)
        case "contact":
            return _dial(scene, state, rest)
        case "camera":
            return _camera(scene, state, rest)
        case "home":
            phone = replace(state.phone, open=None, camera=None)
            return replace(state, phone=phone), ()
        case _:
            return None


def _open(state: State, index: int) -> Moved | events.Ignored:
    phone = state.phone
    if phone.locked:
        return events.Ignored("locked")
    at = len(phone.messages) - 1 if index == -1 else index
    if not 0 <= at < len(phone.messages):
        return events.Ignored("no_such_entry")
    message = phone.messages[at]
    messages = (*phone.messages[:at], replace(message, seen=True), *phone.messages[at + 1 :])
    happened = (events.CodeSeen(at),) if message.code else ()
    return replace(state, device="phone", phone=replace(phone, messages=messages, open=at)), happened


def _follow(scene: Scene, state: State) -> Moved | None:
    """Open the link of the open message, in the browser."""
    at = state.phone.open
    link = state.phone.messages[at].link if at is not None else ""
    if not link:
        return None
    after, happened = Doer(scene, state.place).open(link, state)
    return replace(after, device="browser"), happened


def _delete(state: State) -> Moved | None:
    phone, at = state.phone, state.phone.open
    if at is None:
        return None
    gone = phone.messages[at]
    messages = (*phone.messages[:at], *phone.messages[at + 1 :])
    phone = replace(phone, messages=messages, open=None, deleted=phone.deleted | {gone.sender})
    return replace(state, phone=phone), ()


def _on_call(scene: Scene, state: State, part: str) -> Moved | events.Ignored:
    """Answer, decline, say something, hang up."""
    phone = state.phone
    call = phone.call
    if call is None:
        return events.Ignored("not_here")
    if part == "answer" and not call.turn:
        first = scene.calls[call.id].turns[0]
        on = replace(call, turn=first.id)
        return replace(state, phone=replace(phone, call=on)), ()
    if part in {"decline", "hang-up"}:
        return _ended(state, hung_up=True)
    number = part.removeprefix("choice/")
    if number == part or not number.isdecimal():
        return events.Ignored("not_here")
    choices = call_choices(scene, state)
    if not 1 <= int(number) <= len(choices):
        return events.Ignored("no_such_entry")
    return _say(scene, state, choices[int(number) - 1], call)


def call_choices(scene: Scene, state: State) -> tuple[CallChoice, ...]:
    """What one may say now."""
    call = state.phone.call
    if call is None or not call.turn:
        return ()
    turn = next((one for one in scene.calls[call.id].turns if one.id == call.turn), None)
    here = Moment(scene, state, (), state.place)
    return tuple(one for one in turn.choices if all_hold(one.when, here)) if turn else ()


def _say(scene: Scene, state: State, choice: CallChoice, call: OnCall) -> Moved:
    if choice.tells:
        told = (*state.phone.told, Told(choice.tells, call.id, call.ours))
        state = replace(state, phone=replace(state.phone, told=told))
    after, happened = Doer(scene, Place()).do_all(choice.does, state)
    turn = next((one for one in scene.calls[call.id].turns if one.id == choice.go), None)
    if turn is None:
        ended, more = _ended(after, hung_up=not choice.tells)
        return ended, happened + more
    return replace(after, phone=replace(after.phone, call=replace(call, turn=turn.id))), happened


def _ended(state: State, *, hung_up: bool) -> Moved:
    call = state.phone.call
    if call is None:
        return state, ()
    over = state.phone.hung_up | {call.id} if hung_up else state.phone.hung_up
    return replace(state, phone=replace(state.phone, call=None, hung_up=over)), (events.CallEnded(call.id),)


def _confirm(scene: Scene, state: State, answer: str) -> Moved | None:
    """Approve or decline what the authenticator asks."""
    ask = state.phone.ask
    if ask is None or answer not in {"approve", "decline"}:
        return None
    approved = answer == "approve"
    asks = tuple(
        replace(one, answer="approved" if approved else "declined") if one is ask else one
        for one in state.phone.asks
    )
    after = replace(state, phone=replace(state.phone, asks=asks))
    effects = ask.does if approved else ask.declined
    after, happened = Doer(scene, ask.here).do_all(effects, after)
    return after, (events.Confirmed(ask.id, approved), *happened)


def _dial(scene: Scene, state: State, number: str) -> Moved | None:
    contacts = scene.start.contacts
    if state.phone.call or not number.isdecimal() or not 1 <= int(number) <= len(contacts):
        return None
    contact = contacts[int(number) - 1]
    call = scene.calls.get(contact.call)
    if call is None:
        return None
    on = OnCall(call.id, call.turns[0].id, ours=True)
    phone = replace(state.phone, call=on, called=state.phone.called | {call.id})
    return replace(state, phone=phone), ()


def _camera(scene: Scene, state: State, part: str) -> Moved | None:
    """Open the camera, close it, or photograph a paper."""
    phone = state.phone
    if not part:
        return replace(state, phone=replace(phone, camera="")), ()
    if part == "close":
        return (replace(state, phone=replace(phone, camera=None)), ()) if phone.camera is not None else None
    if phone.camera is None or part not in state.papers:
        return None
    taken = replace(state, phone=replace(phone, photos=phone.photos | {part}))
    if phone.camera:
        return _scan(scene, taken, phone.camera, part)
    after, happened = save(taken, File(f"{PHOTOS}/{part}.jpg", part))
    return after, (events.Photographed(part), *happened)


def _scan(scene: Scene, state: State, target: str, document: str) -> Moved:
    """Read a paper's square code into the fields that wait for it."""
    block, upn = scene.pack.blocks.get(target), scene.pack.documents[document].upn
    if not isinstance(block, Scan) or upn is None:
        return state, (events.Photographed(document),)
    here = Place(*target.split("/")[:2])
    after = read_document(state, document)
    for name, key in block.fills.items():
        after = after.with_field(field_name(name, here), scene.text(_upn(upn, key)))
    return replace(after, phone=replace(after.phone, camera=None)), (events.Photographed(document),)


def _upn(upn: Upn, key: str) -> str:
    return str(getattr(upn, key))
