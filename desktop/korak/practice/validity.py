# SPDX-License-Identifier: GPL-3.0-or-later
"""What fields accept: each kind of field knows its own validity."""

from korak.content.fields import (
    Field,
    FieldFaultCode,
    FieldPart,
    SmsCode,
    TextField,
)
from korak.practice.events import FieldFault
from korak.practice.state import Sms, State


def fault_of(field: Field, value: str, state: State, portal: str) -> FieldFault | None:
    """What is wrong with this text in this field, if anything."""
    if not value.strip():
        return _fault(field, "required") if field.required else None
    match field:
        case TextField():
            return _text(field, value)
        case SmsCode():
            return _code(field, value, state, portal)
        case _:
            return None


def digits_of(text: str) -> str:
    """The text of a code field without the gaps people leave."""
    return "".join(text.split())


def newest_code(state: State, portal: str) -> Sms | None:
    """The newest message with a code of this portal (of any, without a portal)."""
    for message in reversed(state.phone.messages):
        if message.code and (message.portal == portal or not portal):
            return message
    return None


def code_fault(value: str, state: State, portal: str) -> FieldFaultCode | None:
    """Why this is not the code that is good now."""
    code = digits_of(value)
    if not code:
        return "code_wrong"
    newest = newest_code(state, portal)
    if newest is not None and newest.code == code:
        if newest.spent:
            return "code_old"
        return "code_expired" if state.minutes > newest.until else None
    sent = any(message.code == code for message in state.phone.messages)
    return "code_old" if sent else "code_wrong"


def _text(field: TextField, value: str) -> FieldFault | None:
    length = len(value.strip())
    if length < field.shortest:
        return _fault(field, "too_short", field.shortest)
    return _fault(field, "too_long", field.longest) if length > field.longest else None


def _code(field: SmsCode, value: str, state: State, portal: str) -> FieldFault | None:
    code = digits_of(value)
    if not (code.isascii() and code.isdigit()):
        return _fault(field, "not_digits", field.digits)
    why = code_fault(value, state, portal)
    if why == "code_wrong" and len(code) != field.digits:
        return _fault(field, "wrong_length", field.digits)
    return _fault(field, why) if why else None


def _fault(field: FieldPart, code: FieldFaultCode, expected: int = 0) -> FieldFault:
    text = field.faults.get(code, "")
    if code == "required" and isinstance(field.required, str):
        text = field.required
    return FieldFault(code, text, expected)
