# SPDX-License-Identifier: GPL-3.0-or-later
"""Named comparisons an author may ask of the world; a new one is one type here and one case in practice.

In a pack a condition is a small table whose naming key says which one it is:
``{ field = "koda", is = "$geslo" }``, ``{ signed_in = true, in = "zvem" }``.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from korak.content.part import (
    CallName,
    DocumentName,
    FieldName,
    MailName,
    PageName,
    Part,
    PortalName,
    RecordName,
    TargetName,
)


class Is(Part, frozen=True, kw_only=True, tag="is", tag_field="kind"):
    """The field says exactly this (white space at the edges and capital letters do not count)."""

    is_: str = msgspec.field(name="is")
    field: FieldName


class OneOf(Part, frozen=True, kw_only=True, tag="one_of", tag_field="kind"):
    """The field says one of these."""

    one_of: tuple[str, ...]
    field: FieldName


class Filled(Part, frozen=True, kw_only=True, tag="filled", tag_field="kind"):
    """The field is filled (or, with false, empty)."""

    filled: bool
    field: FieldName


class AtLeast(Part, frozen=True, kw_only=True, tag="at_least", tag_field="kind"):
    """The field has at least so many letters."""

    at_least: int
    field: FieldName


class Contains(Part, frozen=True, kw_only=True, tag="contains", tag_field="kind"):
    """The field contains at least one of these pieces of text."""

    contains: tuple[str, ...]
    field: FieldName


class Ticked(Part, frozen=True, kw_only=True, tag="ticked", tag_field="kind"):
    """Among the ticked entries of the field are these (with ``only``: these and no others)."""

    ticked: tuple[str, ...]
    field: FieldName
    only: bool = False


class Attached(Part, frozen=True, kw_only=True, tag="attached", tag_field="kind"):
    """The document is attached in this field."""

    attached: DocumentName
    field: FieldName


class MatchesCode(Part, frozen=True, kw_only=True, tag="matches_code", tag_field="kind"):
    """The field holds the code that is good now (or, with false, anything else)."""

    matches_code: bool
    field: FieldName


class Expired(Part, frozen=True, kw_only=True, tag="expired", tag_field="kind"):
    """The field holds a code whose time has run out."""

    expired: bool
    field: FieldName


class OldCode(Part, frozen=True, kw_only=True, tag="old_code", tag_field="kind"):
    """The field holds a code from an earlier message."""

    old_code: bool
    field: FieldName


class Faulted(Part, frozen=True, kw_only=True, tag="faulted", tag_field="kind"):
    """The portal has just found fault with this field."""

    faulted: FieldName


class SignedIn(Part, frozen=True, kw_only=True, tag="signed_in", tag_field="kind"):
    """Whether one is signed in to a portal."""

    signed_in: bool
    in_: PortalName = msgspec.field(name="in", default="")


class Recorded(Part, frozen=True, kw_only=True, tag="recorded", tag_field="kind"):
    """The portal has a record of this kind, with these values (a list means: one of them)."""

    recorded: RecordName
    in_: PortalName = msgspec.field(name="in", default="")
    times: int = 1  # so many of them, or more
    with_: Mapping[str, str | tuple[str, ...]] = msgspec.field(
        name="with", default_factory=dict[str, str | tuple[str, ...]]
    )


class OnPage(Part, frozen=True, kw_only=True, tag="page", tag_field="kind"):
    """This page is on the screen."""

    page: PageName


class Pressed(Part, frozen=True, kw_only=True, tag="pressed", tag_field="kind"):
    """This was pressed just now."""

    pressed: TargetName


class Left(Part, frozen=True, kw_only=True, tag="left", tag_field="kind"):
    """The portal was left just now, by another address or by closing its tab."""

    left: PortalName


class CodeSeen(Part, frozen=True, kw_only=True, tag="code_seen", tag_field="kind"):
    """The message with the code that is good now has been opened on the phone."""

    code_seen: bool


class Ended(Part, frozen=True, kw_only=True, tag="ended", tag_field="kind"):
    """The session in this portal has just run out."""

    ended: PortalName


class Visited(Part, frozen=True, kw_only=True, tag="visited", tag_field="kind"):
    """This page (portal/page), or some page of this portal, was opened at any time."""

    visited: str


class TypedInto(Part, frozen=True, kw_only=True, tag="typed_into", tag_field="kind"):
    """Something was typed or chosen in this portal, or in this field, at any time."""

    typed_into: str


class CookiesSet(Part, frozen=True, kw_only=True, tag="cookies", tag_field="kind"):
    """How the banner about cookies was answered."""

    cookies: Literal["necessary", "all", "none"]
    in_: PortalName = msgspec.field(name="in", default="")


class PasswordSaved(Part, frozen=True, kw_only=True, tag="password_saved", tag_field="kind"):
    """Whether the browser was told to remember the password of this portal (of any, without a portal)."""

    password_saved: bool
    in_: PortalName = msgspec.field(name="in", default="")


class Bookmarked(Part, frozen=True, kw_only=True, tag="bookmarked", tag_field="kind"):
    """There is a bookmark of this page."""

    bookmarked: PageName


class Printed(Part, frozen=True, kw_only=True, tag="printed", tag_field="kind"):
    """This was printed: a page (portal/page), a document, a kind of record (its receipt)."""

    printed: str


class TrayEmpty(Part, frozen=True, kw_only=True, tag="tray_empty", tag_field="kind"):
    """Whether no printed sheet lies in the printer."""

    tray_empty: bool


class Signed(Part, frozen=True, kw_only=True, tag="signed", tag_field="kind"):
    """This was signed: a signature block (portal/page/block) or a document."""

    signed: str


class ReadBeforeSigning(Part, frozen=True, kw_only=True, tag="read_before_signing", tag_field="kind"):
    """Something was signed, and everything signed was read before (or, with false, something was not)."""

    read_before_signing: bool


class ReceiptSaved(Part, frozen=True, kw_only=True, tag="receipt", tag_field="kind"):
    """The receipt of a record of this kind is among the files."""

    receipt: RecordName
    in_: PortalName = msgspec.field(name="in", default="")


class ToldCode(Part, frozen=True, kw_only=True, tag="told_code_to", tag_field="kind"):
    """A code, PIN or password was told in this call (``caller``: in any call that came)."""

    told_code_to: str


class ToldData(Part, frozen=True, kw_only=True, tag="told_data_to", tag_field="kind"):
    """Other personal data were told in this call (``caller``: in any call that came)."""

    told_data_to: str


class HungUp(Part, frozen=True, kw_only=True, tag="hung_up", tag_field="kind"):
    """This call was declined or ended by the learner (``caller``: any call that came)."""

    hung_up: str


class Called(Part, frozen=True, kw_only=True, tag="called", tag_field="kind"):
    """This contact was called."""

    called: CallName


class Approved(Part, frozen=True, kw_only=True, tag="approved", tag_field="kind"):
    """This request of the authenticator was approved."""

    approved: str


class Declined(Part, frozen=True, kw_only=True, tag="declined", tag_field="kind"):
    """This request of the authenticator was declined."""

    declined: str


class Photographed(Part, frozen=True, kw_only=True, tag="photographed", tag_field="kind"):
    """A photograph of this paper was taken."""

    photographed: DocumentName


class SmsSeen(Part, frozen=True, kw_only=True, tag="sms_seen", tag_field="kind"):
    """A message from this sender was opened."""

    sms_seen: str


class SmsDeleted(Part, frozen=True, kw_only=True, tag="sms_deleted", tag_field="kind"):
    """A message from this sender was deleted."""

    sms_deleted: str


class MailSeen(Part, frozen=True, kw_only=True, tag="mail_seen", tag_field="kind"):
    """This mail was opened."""

    mail_seen: MailName


class SenderSeen(Part, frozen=True, kw_only=True, tag="sender_seen", tag_field="kind"):
    """The true address of this mail's sender was looked at."""

    sender_seen: MailName


class MailIn(Part, frozen=True, kw_only=True, tag="mail_in", tag_field="kind"):
    """This mail is in this folder."""

    mail_in: Literal["inbox", "spam", "bin"]
    mail: MailName


class Mailed(Part, frozen=True, kw_only=True, tag="mailed", tag_field="kind"):
    """A mail was sent to this address, with all of this in it."""

    mailed: str
    subject: tuple[str, ...] = ()  # at least one of these pieces
    text: tuple[str, ...] = ()
    with_: tuple[DocumentName, ...] = msgspec.field(name="with", default=())


class Replied(Part, frozen=True, kw_only=True, tag="replied", tag_field="kind"):
    """This mail was answered."""

    replied: MailName


class Opened(Part, frozen=True, kw_only=True, tag="opened", tag_field="kind"):
    """This document was opened and read, wherever."""

    opened: DocumentName


class FileThere(Part, frozen=True, kw_only=True, tag="file", tag_field="kind"):
    """There is a file of this path (folder/name.type), or in this folder, that is this document."""

    file: str
    is_: DocumentName = msgspec.field(name="is", default="")


class FolderThere(Part, frozen=True, kw_only=True, tag="folder", tag_field="kind"):
    """There is a folder of this name."""

    folder: str


class InFolder(Part, frozen=True, kw_only=True, tag="in_folder", tag_field="kind"):
    """Files show this folder."""

    in_folder: str


class Copied(Part, frozen=True, kw_only=True, tag="copied", tag_field="kind"):
    """There is a second file of this document: it was saved under another name, too."""

    copied: DocumentName


class MailAttached(Part, frozen=True, kw_only=True, tag="mail_attached", tag_field="kind"):
    """The document is attached to the mail that is being written."""

    mail_attached: DocumentName


class MailedElsewhere(Part, frozen=True, kw_only=True, tag="mailed_elsewhere", tag_field="kind"):
    """A mail was sent to an address other than this one."""

    mailed_elsewhere: str


class Before(Part, frozen=True, kw_only=True, tag="before", tag_field="kind"):
    """It is before this moment: "10.50", "2026-11-20", "2026-11-20 8.00", or "+15" minutes from the start."""

    before: str


class After(Part, frozen=True, kw_only=True, tag="after", tag_field="kind"):
    """It is this moment or later; written as for ``before``."""

    after: str


class AnyOf(Part, frozen=True, kw_only=True, tag="any", tag_field="kind"):
    """At least one of these holds."""

    any_: tuple["Condition", ...] = msgspec.field(name="any")


class AllOf(Part, frozen=True, kw_only=True, tag="all", tag_field="kind"):
    """All of these hold."""

    all_: tuple["Condition", ...] = msgspec.field(name="all")


class Not(Part, frozen=True, kw_only=True, tag="not", tag_field="kind"):
    """This does not hold."""

    not_: "Condition" = msgspec.field(name="not")


TextCondition = Is | OneOf | Filled | AtLeast | Contains | Ticked | Attached  # what a field says
CodeCondition = MatchesCode | Expired | OldCode  # what a code in a field is worth
EventCondition = Faulted | Pressed | Left | Ended  # what happened just now
StateCondition = SignedIn | Recorded | OnPage | CodeSeen | Before | After  # how the world stands
BrowserCondition = (
    Visited | TypedInto | CookiesSet | PasswordSaved | Bookmarked | Signed | ReadBeforeSigning | ReceiptSaved
)
PhoneCondition = (
    ToldCode | ToldData | HungUp | Called | Approved | Declined | Photographed | SmsSeen | SmsDeleted
)
DeskCondition = (
    MailSeen
    | SenderSeen
    | MailIn
    | Mailed
    | MailedElsewhere
    | MailAttached
    | Replied
    | Opened
    | FileThere
    | FolderThere
    | InFolder
    | Copied
    | Printed
    | TrayEmpty
)
Condition = (
    TextCondition
    | CodeCondition
    | EventCondition
    | StateCondition
    | BrowserCondition
    | PhoneCondition
    | DeskCondition
    | AnyOf
    | AllOf
    | Not
)

Conditions = tuple[Condition, ...]  # all of them must hold; a single table may stand for a list of one
