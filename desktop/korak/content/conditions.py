# SPDX-License-Identifier: GPL-3.0-or-later
"""Named comparisons an author may ask of the world; a new one is one type here and one case in practice.

In a pack a condition is a small table whose naming key says which one it is:
``{ field = "koda", is = "$geslo" }``, ``{ signed_in = true, in = "zvem" }``.
"""

from collections.abc import Mapping

import msgspec

from korak.content.part import FieldName, PageName, Part, PortalName, TargetName


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

    recorded: str
    in_: PortalName = msgspec.field(name="in", default="")
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


class AnyOf(Part, frozen=True, kw_only=True, tag="any", tag_field="kind"):
    """At least one of these holds."""

    any_: tuple["Condition", ...] = msgspec.field(name="any")


class AllOf(Part, frozen=True, kw_only=True, tag="all", tag_field="kind"):
    """All of these hold."""

    all_: tuple["Condition", ...] = msgspec.field(name="all")


class Not(Part, frozen=True, kw_only=True, tag="not", tag_field="kind"):
    """This does not hold."""

    not_: "Condition" = msgspec.field(name="not")


TextCondition = Is | OneOf | Filled | AtLeast | Contains  # what a field says
CodeCondition = MatchesCode | Expired | OldCode  # what a code in a field is worth
EventCondition = Faulted | Pressed | Left  # what happened just now
StateCondition = SignedIn | Recorded | OnPage | CodeSeen  # how the world stands
Condition = TextCondition | CodeCondition | EventCondition | StateCondition | AnyOf | AllOf | Not

Conditions = tuple[Condition, ...]  # all of them must hold; a single table may stand for a list of one
