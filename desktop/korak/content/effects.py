# SPDX-License-Identifier: GPL-3.0-or-later
"""Named effects of a button, a link or an event; a new one is one type here and one case in practice.

In a pack an effect is a small table whose first key names it: ``{ go = "sporocila" }``.
"""

from typing import Literal

import msgspec

from korak.content.part import (
    AddressText,
    CallName,
    DocumentName,
    FieldName,
    PageName,
    Part,
    RecordName,
    Screen,
)


class Go(Part, frozen=True, kw_only=True, tag="go", tag_field="kind"):
    """Show another page."""

    go: PageName


class Open(Part, frozen=True, kw_only=True, tag="open", tag_field="kind"):
    """Open an address in a new tab."""

    open: AddressText


class Record(Part, frozen=True, kw_only=True, tag="record", tag_field="kind"):
    """Keep a record of this kind with the values of these fields, and empty the fields (unless they stay)."""

    record: RecordName
    keep: tuple[FieldName, ...] = ()
    stay: bool = False


class Withdraw(Part, frozen=True, kw_only=True, tag="withdraw", tag_field="kind"):
    """Take the newest record of this kind back: an appointment cancelled."""

    withdraw: RecordName


class Reply(Part, frozen=True, kw_only=True, tag="reply", tag_field="kind"):
    """An answer comes into the thread of this kind of record."""

    reply: RecordName
    says: Screen
    link: PageName = ""  # a page it sends one to


class SetField(Part, frozen=True, kw_only=True, tag="set", tag_field="kind"):
    """Write a text into a field."""

    set: FieldName
    to: Screen = ""


class ShowNotice(Part, frozen=True, kw_only=True, tag="notice", tag_field="kind"):
    """Say something at the top of the page."""

    notice: Screen


class SendSms(Part, frozen=True, kw_only=True, tag="sms", tag_field="kind"):
    """Send a message to the phone; where the text says $koda, a new code is made."""

    sms: Screen
    from_: Screen = msgspec.field(name="from")
    link: AddressText = ""  # where pressing the message's link leads
    digits: int = 6
    minutes: int = 5


class MailLink(Part, frozen=True, kw_only=True):
    """A link in a mail: what it says, and where it leads (not always the same)."""

    text: Screen
    go: AddressText


class SendMail(Part, frozen=True, kw_only=True, tag="mail", tag_field="kind"):
    """A mail comes; its naming key is its id."""

    mail: str
    from_: Screen = msgspec.field(name="from")
    address: str  # the true address of the sender
    subject: Screen
    text: Screen
    links: tuple[MailLink, ...] = ()
    attachments: tuple[DocumentName, ...] = ()
    spam: bool = False


class RingUp(Part, frozen=True, kw_only=True, tag="call", tag_field="kind"):
    """The phone rings: a call of this task."""

    call: CallName


class AskConfirm(Part, frozen=True, kw_only=True, tag="confirm", tag_field="kind"):
    """The authenticator asks to approve something; $stevilka is its two-digit number, good until answered."""

    confirm: str  # its id
    says: Screen
    shows: str = "$stevilka"  # the number on the phone; a false request shows another
    does: "Effects" = ()  # when it is approved
    declined: "Effects" = ()


class Download(Part, frozen=True, kw_only=True, tag="download", tag_field="kind"):
    """A document goes to the downloads shelf and into the folder Prenosi."""

    download: DocumentName
    name: str = ""  # the file's name; without one: title.type


class HandOver(Part, frozen=True, kw_only=True, tag="paper", tag_field="kind"):
    """One gets a paper: it lies on the table and can be read and photographed."""

    paper: DocumentName


class SignIn(Part, frozen=True, kw_only=True, tag="sign_in", tag_field="kind"):
    """Sign in to this portal, or to the portal that asked for it, and go back to that one."""

    sign_in: Literal["here", "asking"]


class SignOut(Part, frozen=True, kw_only=True, tag="sign_out", tag_field="kind"):
    """Sign out of everything."""

    sign_out: bool


class Expire(Part, frozen=True, kw_only=True, tag="expire", tag_field="kind"):
    """Make every code sent so far worthless."""

    expire: bool


class PassTime(Part, frozen=True, kw_only=True, tag="wait", tag_field="kind"):
    """Let minutes go by on the task's clock."""

    wait: int


ScreenEffect = Go | Open | ShowNotice | SignIn | SignOut
MemoryEffect = Record | Withdraw | Reply | SetField | Expire | PassTime
DeviceEffect = SendSms | SendMail | RingUp | AskConfirm | Download | HandOver
QuietEffect = MemoryEffect | DeviceEffect | ShowNotice
Effect = ScreenEffect | MemoryEffect | DeviceEffect
Effects = tuple[Effect, ...]
QuietEffects = tuple[QuietEffect, ...]
