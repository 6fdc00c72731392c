# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does on the phone: unlock it, open a message, go back to the list."""

from dataclasses import replace
from typing import assert_never

from korak.practice import actions as act
from korak.practice import events
from korak.practice.doing import Moved
from korak.practice.state import State

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
