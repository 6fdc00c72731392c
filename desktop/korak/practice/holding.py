# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a condition holds: the named comparisons, asked of one moment of the world."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from korak.content.conditions import (
    After,
    AllOf,
    AnyOf,
    AtLeast,
    Attached,
    Before,
    Bookmarked,
    BrowserCondition,
    CodeCondition,
    CodeSeen,
    Condition,
    Contains,
    CookiesSet,
    Ended,
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
    PasswordSaved,
    Pressed,
    ReadBeforeSigning,
    ReceiptSaved,
    Recorded,
    Signed,
    SignedIn,
    StateCondition,
    TextCondition,
    Ticked,
    TypedInto,
    Visited,
)
from korak.practice import events as ev
from korak.practice.clockwork import moment_of
from korak.practice.holding_devices import PHONE, desk_holds, phone_holds
from korak.practice.scene import Scene, field_name, page_place
from korak.practice.state import NOWHERE, Place, Record, State
from korak.practice.validity import SEVERAL, code_fault, newest_code
from korak.practice.values import folded, meant

_TEXT = (Is, OneOf, Filled, AtLeast, Contains, Ticked, Attached)
_CODE = (MatchesCode, Expired, OldCode)
_EVENT = (Faulted, Pressed, Left, Ended)
_TOGETHER = (AnyOf, AllOf, Not)
_STATE = (SignedIn, Recorded, OnPage, CodeSeen, Before, After)
_BROWSER = (
    Visited, TypedInto, CookiesSet, PasswordSaved, Bookmarked, Signed, ReadBeforeSigning, ReceiptSaved,
)  # fmt: skip


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


def holds(condition: Condition, moment: Moment) -> bool:  # noqa: PLR0911 - one return a family
    """Whether the condition holds; the families asked most often come first."""
    if isinstance(condition, _STATE):
        return _state_holds(condition, moment)
    if isinstance(condition, _TEXT):
        return _text_holds(condition, moment)
    if isinstance(condition, _CODE):
        return _code_holds(condition, moment)
    if isinstance(condition, _TOGETHER):
        return _together(condition, moment)
    if isinstance(condition, _EVENT):
        return _event_holds(condition, moment)
    if isinstance(condition, _BROWSER):
        return _browser_holds(condition, moment)
    if isinstance(condition, PHONE):
        return phone_holds(condition, moment.state)
    return desk_holds(condition, moment.state, moment.scene)


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


def _text_holds(condition: TextCondition, moment: Moment) -> bool:  # noqa: PLR0911 - one a condition
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
            folded_value = value.casefold()
            return any(moment.scene.text(text).casefold() in folded_value for text in condition.contains)
        case Ticked():
            wanted = {moment.scene.text(text) for text in condition.ticked}
            ticked = set(value.split(SEVERAL)) if value else set[str]()
            return wanted == ticked if condition.only else wanted <= ticked
        case Attached():
            files = (moment.state.files.at(path) for path in value.split(SEVERAL))
            wanted_document = moment.scene.text(condition.attached)
            return any(file is not None and file.document == wanted_document for file in files)
        case _:
            assert_never(condition)


def _says(field: str, text: str, moment: Moment) -> bool:
    """Whether a field says this; a password says it letter for letter."""
    name, wanted = field_name(field, moment.here), moment.scene.text(text)
    kind = moment.scene.pack.fields.get(name)
    return meant(kind, moment.state.fields.get(name, "")) == meant(kind, wanted)


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
        case Ended():
            return ev.SessionEnded(condition.ended) in moment.events
        case _:
            assert_never(condition)


def _state_holds(condition: StateCondition, moment: Moment) -> bool:
    state, here = moment.state, moment.here
    match condition:
        case SignedIn():
            return ((condition.in_ or here.portal) in state.signed_in) == condition.signed_in
        case Recorded():
            found = sum(_is_such(record, condition, moment) for record in state.records)
            return found >= condition.times
        case OnPage():
            return state.place == page_place(condition.page, here)
        case CodeSeen():
            newest = newest_code(state, "")
            seen = newest is not None and newest.seen and not newest.spent and state.minutes <= newest.until
            return seen == condition.code_seen
        case Before():
            return not _is_past(condition.before, moment)
        case After():
            return _is_past(condition.after, moment)
        case _:
            assert_never(condition)


def _browser_holds(condition: BrowserCondition, moment: Moment) -> bool:  # noqa: C901, PLR0911 - one a condition
    state, here, memory = moment.state, moment.here, moment.state.memory
    match condition:
        case Visited():
            return _within(condition.visited, memory.visited)
        case TypedInto():
            return _within(condition.typed_into, memory.typed)
        case CookiesSet():
            return state.cookies.get(condition.in_ or here.portal, "none") == condition.cookies
        case PasswordSaved():
            names = frozenset(name for name, _ in state.browser.passwords)
            saved = _within(condition.in_, names) if condition.in_ else bool(names)
            return saved == condition.password_saved
        case Bookmarked():
            return page_place(condition.bookmarked, here).name in state.browser.bookmarks
        case Signed():
            return any(condition.signed in (one.target, one.document) for one in memory.signed)
        case ReadBeforeSigning():
            unread = any(not one.read for one in memory.signed)
            return bool(memory.signed) and unread != condition.read_before_signing
        case ReceiptSaved():
            portal = condition.in_ or here.portal
            kept = (state.records[file.record] for file in state.files.items if file.record >= 0)
            return any(one.kind == condition.receipt and one.portal == portal for one in kept)
        case _:
            assert_never(condition)


def _is_past(text: str, moment: Moment) -> bool:
    """Whether a moment has come."""
    at = moment_of(moment.scene.text(text), moment.scene.begins)
    return at is not None and moment.scene.now(moment.state.minutes) >= at


def _within(name: str, names: frozenset[str]) -> bool:
    """Whether this page or field is among the names, or one of this portal's."""
    return name in names or any(one.startswith(f"{name}/") for one in names)


def _is_such(record: Record, condition: Recorded, moment: Moment) -> bool:
    if record.kind != condition.recorded or record.portal != (condition.in_ or moment.here.portal):
        return False
    if record.answer:
        return False
    for name, wanted in condition.with_.items():
        texts = (wanted,) if isinstance(wanted, str) else wanted
        if not any(_same(record.value(name), moment.scene.text(text)) for text in texts):
            return False
    return True


def _same(kept: str, wanted: str) -> bool:
    """Whether a kept text is this one; numbers may be grouped otherwise."""
    if folded(kept) == folded(wanted):
        return True
    one, other = ("".join(text.split()).casefold() for text in (kept, wanted))
    return one == other and any(letter.isdigit() for letter in one)
