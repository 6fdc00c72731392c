# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened in the world because of one action: facts, never sentences of the program."""

from dataclasses import dataclass
from typing import Literal

from korak.content.fields import FieldFaultCode
from korak.content.real_numbers import NumberKind

WhyIgnored = Literal[
    "not_here", "no_such_entry", "locked", "nowhere_to_go", "not_signed_in", "covered", "no_such_file", "busy"
]


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What a portal finds wrong with a field; ``text`` is the portal's own sentence, if there is one."""

    code: FieldFaultCode
    text: str = ""
    expected: int = 0  # the number the code speaks of: digits, letters, files, kB
    limit: str = ""  # the day, sum or list of types the code speaks of


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
class RealNumber:
    """A number that could be somebody's was typed, or begun; nothing changed, nothing of it may be kept."""

    kind: NumberKind
    whole: bool = True


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The session in a portal has run out; what was typed is still there."""

    portal: str


@dataclass(frozen=True, slots=True)
class MailArrived:
    """A mail came."""

    id: str


@dataclass(frozen=True, slots=True)
class MailSent:
    """A mail was sent."""

    id: str


@dataclass(frozen=True, slots=True)
class PhoneRings:
    """A call comes in."""

    call: str


@dataclass(frozen=True, slots=True)
class CallEnded:
    """A call is over."""

    call: str


@dataclass(frozen=True, slots=True)
class ConfirmAsked:
    """The authenticator on the phone asks for an answer."""

    id: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A request of the authenticator was answered."""

    id: str
    approved: bool


@dataclass(frozen=True, slots=True)
class PopupShown:
    """A pop-up window covers the page, or the browser has held one back."""

    page: str
    held_back: bool


@dataclass(frozen=True, slots=True)
class FileSaved:
    """There is a new file."""

    path: str


@dataclass(frozen=True, slots=True)
class PaperGiven:
    """There is a new paper on the table."""

    document: str


@dataclass(frozen=True, slots=True)
class DocumentOpened:
    """A document is open to be read."""

    document: str


@dataclass(frozen=True, slots=True)
class Photographed:
    """A paper was photographed."""

    document: str


@dataclass(frozen=True, slots=True)
class Signed:
    """Something was signed; ``read`` says whether it was read before."""

    target: str
    read: bool


@dataclass(frozen=True, slots=True)
class SheetPrinted:
    """A sheet lies in the printer."""

    thing: str


@dataclass(frozen=True, slots=True)
class PasswordOffered:
    """The browser offers to remember the password of a portal."""

    portal: str


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A page was left with something that had not been saved; it is gone."""

    page: str


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
    | RealNumber
    | SessionEnded
    | MailArrived
    | MailSent
    | PhoneRings
    | CallEnded
    | ConfirmAsked
    | Confirmed
    | PopupShown
    | FileSaved
    | PaperGiven
    | DocumentOpened
    | Photographed
    | Signed
    | SheetPrinted
    | PasswordOffered
    | Unsaved
    | Ignored
)
