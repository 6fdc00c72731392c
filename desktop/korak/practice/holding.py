# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a condition holds: the named comparisons, asked of one moment of the world."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from korak.content.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    CodeCondition,
    CodeSeen,
    Condition,
    Contains,
    EventCondition,
    Expired,
    Faulted,
    Filled,
    Is,
    Left,
    MatchesCode,
    Not,
    OldCode,
    OneOf,
    OnPage,
    Pressed,
    Recorded,
    SignedIn,
    StateCondition,
    TextCondition,
)
from korak.content.fields import Password
from korak.practice import events as ev
from korak.practice.scene import Scene, field_name, page_place
from korak.practice.state import NOWHERE, Place, Record, State
from korak.practice.validity import code_fault, newest_code

_TEXT = (Is, OneOf, Filled, AtLeast, Contains)
_CODE = (MatchesCode, Expired, OldCode)
_EVENT = (Faulted, Pressed, Left)
_STATE = (SignedIn, Recorded, OnPage, CodeSeen)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a condition is asked of: the scene, the state, what just happened, and the page that asks."""

    scene: Scene
    state: State
    events: tuple[ev.Event, ...] = ()
    here: Place = NOWHERE

    def value(self, field: str) -> str:
        """What a field says."""
        return self.state.fields.get(field_name(field, self.here), "").strip()


def all_hold(conditions: tuple[Condition, ...], moment: Moment) -> bool:
    """Whether every one of the conditions holds."""
    return all(holds(condition, moment) for condition in conditions)


def holds(condition: Condition, moment: Moment) -> bool:
    """Whether the condition holds."""
    if isinstance(condition, AnyOf | AllOf | Not):
        return _together(condition, moment)
    if isinstance(condition, _TEXT):
        return _text_holds(condition, moment)
    if isinstance(condition, _CODE):
        return _code_holds(condition, moment)
    if isinstance(condition, _EVENT):
        return _event_holds(condition, moment)
    return isinstance(condition, _STATE) and _state_holds(condition, moment)


def _together(condition: AnyOf | AllOf | Not, moment: Moment) -> bool:
    match condition:
        case AnyOf():
            return any(holds(one, moment) for one in condition.any_)
        case AllOf():
            return all_hold(condition.all_, moment)
        case Not():
            return not holds(condition.not_, moment)
        case _:
            assert_never(condition)


def about_events(condition: Condition) -> bool:
    """Whether the condition speaks of what just happened, so that it may hold again and again."""
    if isinstance(condition, AnyOf | AllOf):
        parts = condition.any_ if isinstance(condition, AnyOf) else condition.all_
        return any(about_events(one) for one in parts)
    return isinstance(condition, _EVENT) or (isinstance(condition, Not) and about_events(condition.not_))


def fields_in(condition: Condition) -> Iterator[str]:
    """The fields whose text the condition asks about."""
    if isinstance(condition, AnyOf | AllOf):
        for one in condition.any_ if isinstance(condition, AnyOf) else condition.all_:
            yield from fields_in(one)
    elif isinstance(condition, Not):
        yield from fields_in(condition.not_)
    elif isinstance(condition, _TEXT + _CODE):
        yield condition.field


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same: gaps and capital letters do not count."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _text_holds(condition: TextCondition, moment: Moment) -> bool:
    value = moment.value(condition.field)
    match condition:
        case Is():
            return _says(condition.field, condition.is_, moment)
        case OneOf():
            return any(_says(condition.field, text, moment) for text in condition.one_of)
        case Filled():
            return bool(value) == condition.filled
        case AtLeast():
            return len(value) >= condition.at_least
        case Contains():
            folded = value.casefold()
            return any(moment.scene.text(text).casefold() in folded for text in condition.contains)
        case _:
            return False


def _says(field: str, text: str, moment: Moment) -> bool:
    """Whether a field says this; a password says it letter for letter."""
    name, wanted = field_name(field, moment.here), moment.scene.text(text)
    if isinstance(moment.scene.pack.fields.get(name), Password):
        return moment.state.fields.get(name, "") == wanted
    return same_text(moment.value(field), wanted)


def _code_holds(condition: CodeCondition, moment: Moment) -> bool:
    name = field_name(condition.field, moment.here)
    value = moment.state.fields.get(name, "")
    fault = code_fault(value, moment.state, name.partition("/")[0]) if value.strip() else None
    match condition:
        case MatchesCode():
            return (bool(value) and fault is None) == condition.matches_code
        case Expired():
            return (fault == "code_expired") == condition.expired
        case OldCode():
            return (fault == "code_old") == condition.old_code
        case _:
            assert_never(condition)


def _event_holds(condition: EventCondition, moment: Moment) -> bool:
    match condition:
        case Faulted():
            name = field_name(condition.faulted, moment.here)
            return any(isinstance(event, ev.FieldFaulted) and event.field == name for event in moment.events)
        case Pressed():
            target = field_name(condition.pressed, moment.here) if moment.here.portal else condition.pressed
            return ev.Pressed(target) in moment.events or ev.Pressed(condition.pressed) in moment.events
        case Left():
            return ev.PortalLeft(condition.left) in moment.events
        case _:
            return False


def _state_holds(condition: StateCondition, moment: Moment) -> bool:
    state, here = moment.state, moment.here
    match condition:
        case SignedIn():
            return ((condition.in_ or here.portal) in state.signed_in) == condition.signed_in
        case Recorded():
            return any(_is_such(record, condition, moment) for record in state.records)
        case OnPage():
            return state.place == page_place(condition.page, here)
        case CodeSeen():
            newest = newest_code(state, "")
            seen = newest is not None and newest.seen and not newest.spent and state.minutes <= newest.until
            return seen == condition.code_seen
        case _:
            return False


def _is_such(record: Record, condition: Recorded, moment: Moment) -> bool:
    if record.kind != condition.recorded or record.portal != (condition.in_ or moment.here.portal):
        return False
    for name, wanted in condition.with_.items():
        texts = (wanted,) if isinstance(wanted, str) else wanted
        if not any(same_text(record.value(name), moment.scene.text(text)) for text in texts):
            return False
    return True
