# SPDX-License-Identifier: GPL-3.0-or-later
"""The roles of a centre, in words."""

from collections.abc import Mapping

from korak.centre.people import Role
from korak.i18n import N_, _

_WORDS: Mapping[Role, str] = {
    Role.LEARNER: N_("learner"),
    Role.TRAINER: N_("trainer"),
    Role.MEDIATOR: N_("mediator"),
    Role.STAFF: N_("staff"),
}


_NOTES: Mapping[Role, str] = {
    Role.TRAINER: N_("Teaches and tests, sees everything."),
    Role.MEDIATOR: N_("Sees names and the map of services, keeps their own log. Sees no results."),
    Role.STAFF: N_("Keeps people, programmes and reports. Sees no answers and no results."),
}


def role_note(role: Role) -> str:
    """What somebody may do here, in a sentence or two."""
    return _(_NOTES[role]) if role in _NOTES else ""


def role_word(role: Role) -> str:
    """What somebody is here, in one word."""
    return _(_WORDS[role])
