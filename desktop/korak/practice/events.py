# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened in the world because of one action: facts, never sentences of the program."""

from dataclasses import dataclass
from typing import Literal

from korak.content.portal import FieldFaultCode

WhyIgnored = Literal["not_here", "no_such_entry", "locked", "nowhere_to_go", "not_signed_in"]


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What a portal finds wrong with a field; ``text`` is the portal's own sentence, if there is one."""

    code: FieldFaultCode
    text: str = ""
    expected: int = 0  # the number the code speaks of: digits, letters


@dataclass(frozen=True, slots=True)
class Pressed:
    """Something was pressed."""

    target: str


@dataclass(frozen=True, slots=True)
class PageOpened:
    """Another page is on the screen; an address nobody has gives no portal."""

    portal: str
    page: str


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """The page says something at its top."""

    text: str


@dataclass(frozen=True, slots=True)
class SmsArrived:
    """A message came to the phone."""

    index: int


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """A message with a code was opened."""

    index: int


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One is signed in to a portal now."""

    portal: str


@dataclass(frozen=True, slots=True)
class SignedOut:
    """One is signed out of everything now."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A portal keeps something: sent, submitted, booked."""

    index: int


@dataclass(frozen=True, slots=True)
class FieldFaulted:
    """A portal found fault with a field."""

    field: str
    fault: FieldFault


@dataclass(frozen=True, slots=True)
class Refused:
    """A button did not work because something it needs is not so."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class PortalLeft:
    """A portal was left by another address or by closing its tab."""

    portal: str


@dataclass(frozen=True, slots=True)
class AddressUnknown:
    """Nobody has the address that was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Minutes went by."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """The action cannot be done here and now; nothing changed."""

    why: WhyIgnored


Event = (
    Pressed
    | PageOpened
    | NoticeShown
    | SmsArrived
    | CodeSeen
    | SignedIn
    | SignedOut
    | Recorded
    | FieldFaulted
    | Refused
    | PortalLeft
    | AddressUnknown
    | TimePassed
    | Ignored
)
