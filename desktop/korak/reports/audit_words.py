# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of the audit trail in words, in any language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from korak.centre.audit import Change, Kind
from korak.i18n import CONTENT_LANGUAGE, N_, gettext_in

Say = Callable[[str], str]

_KINDS = {
    Kind.ATTENDANCE: N_("Attendance"),
    Kind.MEETING: N_("Times of a meeting"),
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
    if change.kind is Kind.MEETING and change.old is not None and change.new is not None:
        return Told(kind_word(change.kind, say), what, _times(change.old, say), _times(change.new, say))
    return Told(kind_word(change.kind, say), what, _value(change.old, say), _value(change.new, say))


def whose(change: Change, say: Say) -> str:
    """Whose record it was; nothing where it is about a whole meeting."""
    if change.kind is Kind.MEETING:
        return ""
    return change.person_name or say(N_("erased person"))


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


def _times(value: str, say: Say) -> str:
    """Return the beginning, the end, the break and the place of a meeting."""
    begins, ends, pause, *place = value.split(" ", 3)
    first, last = (datetime.fromisoformat(moment).astimezone() for moment in (begins, ends))
    hours = f"{first.hour}.{first.minute:02}–{last.hour}.{last.minute:02}"
    parts = [f"{first.day}. {first.month}. {first.year}", hours, say(N_("break {n} min")).format(n=pause)]
    return ", ".join((*parts, *place))


def _presence(code: str, minutes: str, say: Say) -> str:
    late, early = (int(part) for part in minutes.split())
    parts = [say(_CODES.get(code, code))]
    if late:
        parts.append(say(N_("{n} min late")).format(n=late))
    if early:
        parts.append(say(N_("left {n} min early")).format(n=early))
    return ", ".join(parts)
