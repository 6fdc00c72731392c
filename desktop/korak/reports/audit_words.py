# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of the audit trail in words, in any language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from korak.centre.audit import Change, Kind
from korak.i18n import CONTENT_LANGUAGE, N_, gettext_in

Say = Callable[[str], str]

_KINDS = {
    Kind.ATTENDANCE: N_("Attendance"),
    Kind.MARK: N_("Points"),
    Kind.ASIDE: N_("Sitting set aside"),
}
_CODES = {
    "": N_("nothing noted"),
    "present": N_("here"),
    "absent": N_("absent"),
    "excused": N_("excused"),
    "counts": N_("counted"),
    "aside": N_("counts no more"),
    "completed": N_("answered"),
    "skipped": N_("skipped"),
    "stopped": N_("stopped"),
    "not_reached": N_("not reached"),
    "technical": N_("technical trouble"),
    "exempt": N_("left out for this person"),
    "pre": N_("before the course"),
    "post": N_("after the course"),
    "followup": N_("later"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The kind, the thing, the old and the new value in words."""

    kind: str
    what: str
    old: str
    new: str


def kind_word(kind: Kind, say: Say) -> str:
    """What was changed, in a word or two."""
    return say(_KINDS[kind])


def told(change: Change, say: Say) -> Told:
    """Put a line into words; `say` translates a message."""
    what = say(_CODES[change.what]) if change.what in _CODES and change.what else change.what
    return Told(kind_word(change.kind, say), what, _value(change.old, say), _value(change.new, say))


def slovenian(change: Change) -> Told:
    """Put a line into Slovenian words, as the centre's files have them."""
    return told(change, partial(gettext_in, CONTENT_LANGUAGE))


def _value(value: str | None, say: Say) -> str:
    if value is None:
        return say(N_("not shown"))
    code, _space, minutes = value.partition(" ")
    if minutes:
        return _presence(code, minutes, say)
    return say(_CODES[value]) if value in _CODES else value


def _presence(code: str, minutes: str, say: Say) -> str:
    late, early = (int(part) for part in minutes.split())
    parts = [say(_CODES.get(code, code))]
    if late:
        parts.append(say(N_("{n} min late")).format(n=late))
    if early:
        parts.append(say(N_("left {n} min early")).format(n=early))
    return ", ".join(parts)
