# SPDX-License-Identifier: GPL-3.0-or-later
"""Named effects of a button or link; a new one is one type here and one case in practice.

In a pack an effect is a small table whose first key names it: ``{ go = "sporocila" }``.
"""

from typing import Literal

import msgspec

from korak.content.part import AddressText, FieldName, PageName, Part, Screen


class Go(Part, frozen=True, kw_only=True, tag="go", tag_field="kind"):
    """Show another page."""

    go: PageName


class Open(Part, frozen=True, kw_only=True, tag="open", tag_field="kind"):
    """Open an address in a new tab."""

    open: AddressText


class Record(Part, frozen=True, kw_only=True, tag="record", tag_field="kind"):
    """Keep a record of this kind with the values of these fields, and empty the fields."""

    record: str
    keep: tuple[FieldName, ...] = ()


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
    digits: int = 6
    minutes: int = 5


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


Effect = Go | Open | Record | SetField | ShowNotice | SendSms | SignIn | SignOut | Expire | PassTime
Effects = tuple[Effect, ...]
