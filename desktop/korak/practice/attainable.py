# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what a task asks for and no way leads to: records nobody can make, values no field takes.

It explores (see ``exploring``) and asks of each condition whether it can ever come true; what it cannot know,
it takes for possible, so that whatever it names is a fault.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from korak.content.conditions import (
    After,
    AllOf,
    AnyOf,
    Approved,
    AtLeast,
    Attached,
    Before,
    Bookmarked,
    Called,
    CodeSeen,
    Condition,
    Contains,
    CookiesSet,
    Copied,
    Declined,
    Ended,
    Expired,
    Faulted,
    FileThere,
    Filled,
    FolderThere,
    HungUp,
    InFolder,
    Is,
    Left,
    MailAttached,
    Mailed,
    MailedElsewhere,
    MailIn,
    MailSeen,
    MatchesCode,
    Not,
    OldCode,
    OneOf,
    OnPage,
    Opened,
    PasswordSaved,
    PhoneCondition,
    Photographed,
    Pressed,
    Printed,
    ReadBeforeSigning,
    ReceiptSaved,
    Recorded,
    Replied,
    SenderSeen,
    Signed,
    SignedIn,
    SmsDeleted,
    SmsSeen,
    TextCondition,
    Ticked,
    ToldCode,
    ToldData,
    TrayEmpty,
    TypedInto,
    Visited,
)
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.fields import (
    Checkbox,
    Consent,
    Field,
    FieldPart,
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
    Upload,
)
from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice.clockwork import moment_of
from korak.practice.exploring import Explorer, Found, Made
from korak.practice.holding_devices import CALLER
from korak.practice.scene import Scene, field_name, page_place
from korak.practice.shown import slot_text
from korak.practice.state import NOWHERE, Place, State
from korak.practice.validity import SEVERAL, Asked
from korak.practice.values import folded

DRAWS = ("1", "2", "3")
"""Runs that are looked at: values drawn from a list may differ between them."""
_UNKNOWN = (SmsCode, PictureCode, Upload, Search, HumanCheck, Checkbox, Consent)
"""Fields whose value is made by the world itself, or is no text."""
_ALWAYS = (
    After, MatchesCode, Expired, OldCode, Faulted, Pressed, Left, Ended, CodeSeen, Not, TrayEmpty,
    FolderThere,
)  # fmt: skip
_OF_FIELDS = (Is, OneOf, Filled, AtLeast, Contains, Ticked, Attached)
_ON_PHONE = (ToldCode, ToldData, HungUp, Called, Approved, Declined, Photographed, SmsSeen, SmsDeleted)
_IN_MAIL = (MailSeen, SenderSeen, MailIn, Replied, Mailed, MailedElsewhere, MailAttached)
_ON_DESK = (Opened, FileThere, InFolder, Copied, Printed)


@dataclass(frozen=True, slots=True)
class NoWay:
    """Why something can never come about: a kind, and what its sentence speaks of."""

    kind: str
    about: Mapping[str, str]


def goal_faults(pack: Pack) -> Iterator[Fault]:
    """Goals and key steps of tasks that no way leads to, each once."""
    for name, task in pack.tasks.items():
        file = pack.files.get(f"tasks/{name}", f"tasks/{name}.toml")
        said: set[tuple[Spot, ...]] = set()
        named = dict.fromkeys((*task.surfaces, *task.variants))
        drawn = () if task.variants else (("", seed) for seed in DRAWS)
        for surface, seed in (*drawn, *((one, "1") for one in named)):
            for place, no in no_ways(Scene.of_task(pack, task, seed, surface), task):
                if place not in said:
                    said.add(place)
                    yield Fault(file, place, FaultCode.NO_WAY, {"kind": no.kind, **no.about})


def no_ways(scene: Scene, task: Task) -> Iterator[tuple[tuple[Spot, ...], NoWay]]:
    """What the goal and the key steps ask for in vain, with its place in the task."""
    ways = Ways(scene, task, Found())
    Explorer(scene, task, ways.found, ways.may_hold).explore()
    for number, condition in enumerate(task.goal, 1):
        no = ways.why_not(condition, NOWHERE)
        if no is not None:
            yield (Spot("goal", number),), no
    for number, step in enumerate(task.key_steps, 1):
        for condition in step.done:
            no = ways.why_not(condition, NOWHERE)
            if no is not None:
                yield (Spot("key_step", number, step.id), Spot("done")), no


@dataclass(frozen=True)
class Ways:
    """Judges conditions by what was found so far."""

    scene: Scene
    task: Task
    found: Found

    def may_hold(self, condition: Condition, here: Place) -> bool:
        """Whether a condition on a page may come true, as far as is known by now."""
        return self.why_not(condition, here) is None

    def why_not(self, condition: Condition, here: Place) -> NoWay | None:  # noqa: PLR0911 - one return a family
        """Why a condition can never hold; None when it may."""
        if isinstance(condition, _ALWAYS):
            return None
        if isinstance(condition, AnyOf | AllOf):
            return self._together(condition, here)
        if isinstance(condition, _OF_FIELDS):
            return self._in_field(condition, here)
        if isinstance(condition, _ON_PHONE):
            return self._on_phone(condition)
        if isinstance(condition, _IN_MAIL):
            return self._device("mail") or self._in_mail(condition)
        if isinstance(condition, _ON_DESK):
            return self._on_desk(condition)
        if isinstance(condition, SignedIn | Recorded | OnPage | Before | Visited | TypedInto):
            return self._in_portal(condition, here)
        return self._in_browser(condition, here)

    def _together(self, condition: AnyOf | AllOf, here: Place) -> NoWay | None:
        parts = condition.any_ if isinstance(condition, AnyOf) else condition.all_
        reasons = [self.why_not(one, here) for one in parts]
        if isinstance(condition, AnyOf):
            return _unless_one_may(reasons)
        return next((no for no in reasons if no is not None), None)

    # ------------------------------------------------------------------ portals

    def _in_portal(
        self, condition: SignedIn | Recorded | OnPage | Before | Visited | TypedInto, here: Place
    ) -> NoWay | None:
        found = self.found
        match condition:
            case SignedIn():
                portal = condition.in_ or here.portal
                return _no(not condition.signed_in or portal in found.signed_in, "signed_in", portal)
            case Recorded():
                return self._recorded(condition, here)
            case OnPage():
                page = page_place(condition.page, here).name
                return _no(page in found.pages, "page", page)
            case Before():
                return self._in_time(condition)
            case Visited():
                return _no(_within(condition.visited, found.pages), "page", condition.visited)
            case TypedInto():
                return _no(_within(condition.typed_into, found.fields), "field", condition.typed_into)
            case _:
                assert_never(condition)

    def _recorded(self, condition: Recorded, here: Place) -> NoWay | None:
        """A record, made in one of its ways, with every value that is asked for."""
        portal = condition.in_ or here.portal
        made = (
            *self.found.records.get((portal, condition.recorded), ()),
            *self.found.records.get(("", condition.recorded), ()),
        )
        if not made:
            return NoWay("record", {"name": condition.recorded, "portal": portal})
        return _unless_one_may([self._not_kept(way, condition) for way in made])

    def _not_kept(self, made: Made, condition: Recorded) -> NoWay | None:
        """Why this way of making a record cannot keep these values."""
        full = {name.rpartition("/")[2]: field_name(name, made.place) for name in made.effect.keep}
        for name, wanted in condition.with_.items():
            if name not in full:
                continue  # the names a record keeps are checked elsewhere
            texts = (wanted,) if isinstance(wanted, str) else wanted
            no = _unless_one_may([self._not_in_field(full[name], text, made) for text in texts])
            if no is not None:
                return no
        return None

    def _in_time(self, condition: Before) -> NoWay | None:
        at = moment_of(self.scene.text(condition.before), self.scene.begins)
        return _no(at is None or self.scene.begins < at, "time", condition.before)

    # ------------------------------------------------------------------ fields

    def _in_field(self, condition: TextCondition, here: Place) -> NoWay | None:
        name = field_name(condition.field, here)
        if isinstance(condition, Filled) and not condition.filled:
            return None
        if name not in self.found.fields | self.found.filled:
            return NoWay("field", {"name": name})
        if isinstance(condition, AtLeast):
            return self._too_short(name, condition.at_least)
        if isinstance(condition, Attached):
            return _no(condition.attached in self.found.owned, "document", condition.attached)
        return self._says(condition, name)

    def _says(self, condition: Is | OneOf | Filled | Contains | Ticked, name: str) -> NoWay | None:
        match condition:
            case Is():
                return self._not_in_field(name, condition.is_, None)
            case OneOf():
                return _unless_one_may([self._not_in_field(name, one, None) for one in condition.one_of])
            case Ticked():
                missing = (self._not_in_field(name, one, None) for one in condition.ticked)
                return next((no for no in missing if no is not None), None)
            case Filled() | Contains():
                return None
            case _:
                assert_never(condition)

    def _too_short(self, name: str, letters: int) -> NoWay | None:
        """Whether a field takes fewer letters than are asked for."""
        block = self.scene.pack.fields.get(name)
        if not isinstance(block, TextField) or block.longest >= letters:
            return None
        return NoWay("length", {"name": name, "text": str(letters), "known": str(block.longest)})

    def _not_in_field(self, name: str, text: str, made: Made | None) -> NoWay | None:
        """Why a field can never say this; ``made`` when a button sends it, and perhaps looks at it first."""
        block, wanted = self.scene.pack.blocks.get(name), self.scene.text(text)
        if not isinstance(block, FieldPart) or name in self.found.filled or "$" in wanted:
            return None
        if name not in self.found.fields:
            return NoWay("field", {"name": name})
        options = self._options(block)
        if options is not None:
            known = {folded(option) for option in options}
            pieces = wanted.split(SEVERAL) if isinstance(block, Ticks | Rows) else [wanted]
            if folded(wanted) in known or known.issuperset(map(folded, pieces)):
                return None
            return NoWay("value", {"name": name, "text": wanted, "known": ", ".join(options)})
        return self._refused(name, block, wanted) if made is not None and made.checks else None

    def _options(self, block: FieldPart) -> tuple[str, ...] | None:
        """The entries one can choose; None where one types."""
        text = self.scene.text
        match block:
            case Select() | Radio() | Ticks():
                return tuple(text(option) for option in block.options)
            case Slots():
                return tuple(slot_text(self.scene, slot) for slot in block.slots if not slot.taken)
            case Rows():
                return tuple(text(row.value) for row in block.rows if not row.closed)
            case _:
                return None

    def _refused(self, name: str, block: Field, wanted: str) -> NoWay | None:
        """Whether the portal would find fault with this text, whatever else is there."""
        if isinstance(block, _UNKNOWN):
            return None
        portal, page, _field = name.split("/", 2)
        state = State(fields={name: wanted})
        fault = Asked(self.scene, state, Place(portal, page)).fault_of(block)
        if fault is None or fault.code in {"required", "not_same"}:
            return None
        return NoWay("refused", {"name": name, "text": wanted, "why": fault.code})

    # ------------------------------------------------------------------ browser and devices

    def _in_browser(
        self,
        condition: CookiesSet | PasswordSaved | Bookmarked | Signed | ReadBeforeSigning | ReceiptSaved,
        here: Place,
    ) -> NoWay | None:
        found, start = self.found, self.task.start
        match condition:
            case CookiesSet():
                portal = self.scene.pack.portals.get(condition.in_ or here.portal)
                asks = portal is not None and portal.cookies is not None
                return _no(condition.cookies == "none" or asks, "cookies", condition.in_ or here.portal)
            case PasswordSaved():
                return _no(not condition.password_saved or start.save_password, "password", condition.in_)
            case Bookmarked():
                page = page_place(condition.bookmarked, here).name
                return _no(page in found.pages or page in start.bookmarks, "page", page)
            case Signed():
                return _no(condition.signed in found.signed, "signed", condition.signed)
            case ReadBeforeSigning():
                return _no(bool(found.signed), "signed", "")
            case ReceiptSaved():
                kept = (condition.in_ or here.portal, condition.receipt)
                return _no(kept in found.receipts, "receipt", condition.receipt)
            case _:
                assert_never(condition)

    def _on_phone(self, condition: PhoneCondition) -> NoWay | None:
        found = self.found
        match condition:
            case ToldCode() | ToldData() | HungUp() | Called():
                return self._in_call(condition)
            case Approved(approved=name) | Declined(declined=name):
                return _no(name in found.asked, "confirm", name)
            case Photographed():
                return _no(condition.photographed in found.papers, "paper", condition.photographed)
            case SmsSeen(sms_seen=sender) | SmsDeleted(sms_deleted=sender):
                return _no(sender in found.senders, "sms", sender)
            case _:
                assert_never(condition)

    def _in_call(self, condition: ToldCode | ToldData | HungUp | Called) -> NoWay | None:
        found = self.found
        match condition:
            case ToldCode():
                return self._told("code", condition.told_code_to)
            case ToldData():
                return self._told("data", condition.told_data_to)
            case HungUp():
                call = condition.hung_up
                comes = bool(found.rings) if call == CALLER else call in found.rings | found.dialled
                return _no(comes, "call", call)
            case Called():
                return _no(condition.called in found.dialled, "contact", condition.called)
            case _:
                assert_never(condition)

    def _told(self, what: str, call: str) -> NoWay | None:
        calls = {one for told, one in self.found.told if told == what}
        return _no(bool(calls & (self.found.rings if call == CALLER else {call})), "told", call)

    def _in_mail(
        self, condition: MailSeen | SenderSeen | MailIn | Replied | Mailed | MailedElsewhere | MailAttached
    ) -> NoWay | None:
        match condition:
            case MailSeen(mail_seen=name) | SenderSeen(sender_seen=name):
                return _no(name in self.found.mails, "mail", name)
            case MailIn(mail=name) | Replied(replied=name):
                return _no(name in self.found.mails, "mail", name)
            case Mailed():
                missing = next((one for one in condition.with_ if one not in self.found.owned), "")
                return _no(not missing, "document", missing)
            case MailAttached():
                return _no(condition.mail_attached in self.found.owned, "document", condition.mail_attached)
            case MailedElsewhere():
                return None
            case _:
                assert_never(condition)

    def _on_desk(self, condition: Opened | FileThere | InFolder | Copied | Printed) -> NoWay | None:
        found = self.found
        match condition:
            case Opened():
                known = found.read | found.owned | found.papers
                return _no(condition.opened in known, "document", condition.opened)
            case FileThere(is_=document) | Copied(copied=document):
                known = not document or document in found.owned
                return self._device("files") or _no(known, "document", document)
            case InFolder():
                return self._device("files")
            case Printed():
                return self._device("printer")
            case _:
                assert_never(condition)

    def _device(self, device: str) -> NoWay | None:
        return _no(device in self.task.start.devices, "device", device)


def _unless_one_may(reasons: list[NoWay | None]) -> NoWay | None:
    """The first reason, when there is one against every possibility."""
    return None if not reasons or None in reasons else reasons[0]


def _no(possible: bool, kind: str, name: str) -> NoWay | None:
    return None if possible else NoWay(kind, {"name": name})


def _within(name: str, names: set[str]) -> bool:
    return name in names or any(one.startswith(f"{name}/") for one in names)
