# SPDX-License-Identifier: GPL-3.0-or-later
"""The mistakes everybody makes, recognised in any task: facts with a code, worded by whoever shows them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from korak.content.doings import effects_of
from korak.content.effects import Record
from korak.content.fields import FieldFaultCode
from korak.content.portal import Page
from korak.practice import actions as act
from korak.practice import events as ev
from korak.practice.scene import field_name
from korak.practice.validity import digits_of, newest_code
from korak.practice.values import same_text
from korak.practice.world import World


class MistakeCode(Enum):
    """What kind of mistake it was; AUTHOR means the author's own words say it."""

    AUTHOR = "author"
    EMPTY_FIELD = "empty_field"
    WRONG_SHAPE = "wrong_shape"
    WRONG_CODE = "wrong_code"
    OLD_CODE = "old_code"
    EXPIRED_CODE = "expired_code"
    OTHER_SENDER = "other_sender"  # a code from a message that somebody else sent
    WRONG_DATA = "wrong_data"
    WRONG_FIELD = "wrong_field"
    UNKNOWN_ADDRESS = "unknown_address"
    NOT_SIGNED_OUT = "not_signed_out"
    NOT_SENT = "not_sent"
    NOT_SAVED = "not_saved"
    NOT_SIGNED = "not_signed"
    WRONG_TAB = "wrong_tab"
    WRONG_CHOICE = "wrong_choice"


_BY_FAULT: Mapping[FieldFaultCode, MistakeCode] = {
    "required": MistakeCode.EMPTY_FIELD,
    "too_short": MistakeCode.WRONG_SHAPE,
    "too_long": MistakeCode.WRONG_SHAPE,
    "not_digits": MistakeCode.WRONG_SHAPE,
    "wrong_length": MistakeCode.WRONG_SHAPE,
    "code_wrong": MistakeCode.WRONG_CODE,
    "code_old": MistakeCode.OLD_CODE,
    "code_expired": MistakeCode.EXPIRED_CODE,
    "picture_wrong": MistakeCode.WRONG_CODE,
}


_NOT_THE_CODE = frozenset({"code_wrong", "code_old"})
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class General:
    """A general mistake and where it happened."""

    code: MistakeCode
    target: str = ""
    about: str = ""  # the label of the field it belongs into


def general_mistake(
    before: World, action: act.Action, after: World, expected: Mapping[str, str]
) -> General | None:
    """The general mistake in this action, if there is one; ``expected`` gives right texts by field."""
    if isinstance(action, act.Fill):
        return _wrong_field(action, after, expected)
    if isinstance(action, act.SwitchTab) and _is_wrong_tab(before, after):
        return General(MistakeCode.WRONG_TAB, "browser/tab")
    if before.state.signing is not None and after.state.place != before.state.place and not _signed(after):
        return General(MistakeCode.NOT_SIGNED, before.state.signing.target)
    for event in after.events:
        found = _in_event(event, before, after)
        if found is not None:
            return found
    return None


def _in_event(event: ev.Event, before: World, after: World) -> General | None:  # noqa: PLR0911 - one a kind
    match event:
        case ev.FieldFaulted(name, fault):
            if fault.code in _NOT_THE_CODE and _is_from_another(name, after):
                return General(MistakeCode.OTHER_SENDER, name)
            return General(_BY_FAULT.get(fault.code, MistakeCode.WRONG_SHAPE), name)
        case ev.Refused(target, _):
            return General(MistakeCode.WRONG_DATA, target)
        case ev.Unsaved(page):
            return General(MistakeCode.NOT_SAVED, page)
        case ev.AddressUnknown():
            return General(MistakeCode.UNKNOWN_ADDRESS, "browser/address")
        case ev.PortalLeft(portal) | ev.PageOpened(portal, _) if _unsent(before, after):
            return General(MistakeCode.NOT_SENT, portal)
        case ev.PortalLeft(portal) if portal in after.state.signed_in:
            return General(MistakeCode.NOT_SIGNED_OUT, portal)
        case _:
            return None


def _wrong_field(action: act.Fill, after: World, expected: Mapping[str, str]) -> General | None:
    """A text that belongs into another field, or a code where no code belongs."""
    name, text = action.field, action.text
    if not text.strip() or name not in after.state.fields or same_text(text, expected.get(name, "")):
        return None
    others = (other for other, wanted in expected.items() if other != name and same_text(text, wanted))
    elsewhere = next(others, "")
    if elsewhere:
        field = after.scene.pack.fields.get(elsewhere)
        return General(MistakeCode.WRONG_FIELD, name, after.scene.text(field.label) if field else "")
    code = any(m.code == digits_of(text) and m.seen for m in after.state.phone.messages if m.code)
    for_codes = expected.get(name, "").isdigit()
    return General(MistakeCode.WRONG_FIELD, name) if code and not for_codes else None


def _is_from_another(name: str, after: World) -> bool:
    """Whether the code in a field stands in a message of somebody who did not send the good one."""
    code, state = digits_of(after.state.fields.get(name, "")), after.state
    wanted = newest_code(state, name.partition("/")[0])
    found = [one for one in state.phone.messages if code and code in (one.code, *_NUMBER.findall(one.text))]
    return wanted is not None and bool(found) and all(one.sender != wanted.sender for one in found)


def _unsent(before: World, after: World) -> bool:
    """Whether one has just gone away, out of the portal, from a form that is written but not sent."""
    place, now = before.state.place, after.state
    if any(isinstance(event, ev.Recorded) for event in after.events):
        return False
    signed_out = place.portal in before.state.signed_in and place.portal not in now.signed_in
    stays = now.place.portal == place.portal and not signed_out
    if not place.portal or stays:
        return False
    return any(field_name(name, place) in now.fields for name in _kept(before.scene.pack.pages[place.name]))


def _kept(page: Page) -> frozenset[str]:
    """The fields that a button or signature of a page sends; those that stay are saved, not sent."""
    sent = (effect for effect in effects_of(page) if isinstance(effect, Record) and not effect.stay)
    return frozenset(name for effect in sent for name in effect.keep)


def _signed(after: World) -> bool:
    return any(isinstance(event, ev.Signed) for event in after.events)


def _is_wrong_tab(before: World, after: World) -> bool:
    """Whether one has turned away from something begun, to a tab that shows nothing or a fake."""
    place = before.state.place
    begun = any(name.startswith(f"{place.name}/") for name in before.state.fields) if place.portal else False
    portal = after.scene.pack.portals.get(after.state.place.portal)
    return begun and (portal is None or portal.fake)
