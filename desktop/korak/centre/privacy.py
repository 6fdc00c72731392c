# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what with whose record: one table."""

from collections.abc import Mapping
from enum import Enum, StrEnum

from korak.centre.people import Role, Session


class Deed(StrEnum):
    """Something that touches what is kept about people."""

    LEARN = "learn"  # answer, act and leave marks in a record
    SEE_RECORD = "see_record"  # progress, attempts, sheet
    CHANGE_PIN = "change_pin"
    SEE_PEOPLE = "see_people"  # full names, groups, who is where today
    CHANGE_PEOPLE = "change_people"
    ASSESS = "assess"  # plan, mark, enter and set aside the sittings of others
    CHANGE_CENTRE = "change_centre"
    CHANGE_PASSPHRASE = "change_passphrase"  # noqa: S105 - the name of a deed
    TEACH = "teach"  # the calendar, meetings, attendance, what is given to whom, notes about learners
    PLAN_PROGRAMMES = "plan_programmes"  # what a funder pays for
    TAKE_PART = "take_part"  # ask for help, say whether a meeting was useful, see what was given
    COLLECT = "collect"  # write down what learners want, propose and tell, on their behalf
    MEDIATE = "mediate"  # the log of a mediator's visits
    REPORT = "report"  # attendance lists, numbers and sheets for those outside
    PUBLISH = "publish"  # hand out what people agreed to show: stories, posters
    SEE_AUDIT = "see_audit"  # who changed what was closed already
    KEEP_ACCOUNTS = "keep_accounts"  # who has a passphrase, and which role; a new recovery code


class Reach(Enum):
    """Whose record a role may do it with."""

    NOBODY = 0
    OWN = 1
    EVERYBODY = 2


RIGHTS: Mapping[Role, Mapping[Deed, Reach]] = {
    Role.LEARNER: {
        Deed.LEARN: Reach.OWN,
        Deed.SEE_RECORD: Reach.OWN,
        Deed.CHANGE_PIN: Reach.OWN,
        Deed.SEE_PEOPLE: Reach.NOBODY,
        Deed.CHANGE_PEOPLE: Reach.NOBODY,
        Deed.ASSESS: Reach.NOBODY,
        Deed.CHANGE_CENTRE: Reach.NOBODY,
        Deed.CHANGE_PASSPHRASE: Reach.NOBODY,
        Deed.TEACH: Reach.NOBODY,
        Deed.PLAN_PROGRAMMES: Reach.NOBODY,
        Deed.TAKE_PART: Reach.OWN,
        Deed.COLLECT: Reach.OWN,
        Deed.MEDIATE: Reach.NOBODY,
        Deed.REPORT: Reach.NOBODY,
        Deed.PUBLISH: Reach.NOBODY,
        Deed.SEE_AUDIT: Reach.NOBODY,
        Deed.KEEP_ACCOUNTS: Reach.NOBODY,
    },
    Role.TRAINER: {
        Deed.LEARN: Reach.OWN,  # a trainer tries a lesson out, but never answers for somebody else
        Deed.SEE_RECORD: Reach.EVERYBODY,
        Deed.CHANGE_PIN: Reach.EVERYBODY,
        Deed.SEE_PEOPLE: Reach.EVERYBODY,
        Deed.CHANGE_PEOPLE: Reach.EVERYBODY,
        Deed.ASSESS: Reach.EVERYBODY,
        Deed.CHANGE_CENTRE: Reach.EVERYBODY,
        Deed.CHANGE_PASSPHRASE: Reach.OWN,
        Deed.TEACH: Reach.EVERYBODY,
        Deed.PLAN_PROGRAMMES: Reach.EVERYBODY,
        Deed.TAKE_PART: Reach.NOBODY,
        Deed.COLLECT: Reach.EVERYBODY,
        Deed.MEDIATE: Reach.EVERYBODY,
        Deed.REPORT: Reach.EVERYBODY,
        Deed.PUBLISH: Reach.EVERYBODY,
        Deed.SEE_AUDIT: Reach.EVERYBODY,
        Deed.KEEP_ACCOUNTS: Reach.EVERYBODY,
    },
    Role.MEDIATOR: {
        Deed.LEARN: Reach.OWN,
        Deed.SEE_RECORD: Reach.NOBODY,  # helps with words and offices; needs no answers for it
        Deed.CHANGE_PIN: Reach.NOBODY,
        Deed.SEE_PEOPLE: Reach.EVERYBODY,
        Deed.CHANGE_PEOPLE: Reach.NOBODY,
        Deed.ASSESS: Reach.NOBODY,
        Deed.CHANGE_CENTRE: Reach.NOBODY,
        Deed.CHANGE_PASSPHRASE: Reach.OWN,
        Deed.TEACH: Reach.NOBODY,
        Deed.PLAN_PROGRAMMES: Reach.NOBODY,
        Deed.TAKE_PART: Reach.NOBODY,
        Deed.COLLECT: Reach.EVERYBODY,
        Deed.MEDIATE: Reach.OWN,
        Deed.REPORT: Reach.NOBODY,
        Deed.PUBLISH: Reach.NOBODY,
        Deed.SEE_AUDIT: Reach.NOBODY,
        Deed.KEEP_ACCOUNTS: Reach.NOBODY,
    },
    Role.STAFF: {
        Deed.LEARN: Reach.OWN,
        Deed.SEE_RECORD: Reach.NOBODY,  # owes numbers to a funder, not anybody's answers
        Deed.CHANGE_PIN: Reach.NOBODY,
        Deed.SEE_PEOPLE: Reach.EVERYBODY,
        Deed.CHANGE_PEOPLE: Reach.EVERYBODY,
        Deed.ASSESS: Reach.NOBODY,
        Deed.CHANGE_CENTRE: Reach.EVERYBODY,
        Deed.CHANGE_PASSPHRASE: Reach.OWN,
        Deed.TEACH: Reach.NOBODY,
        Deed.PLAN_PROGRAMMES: Reach.EVERYBODY,
        Deed.TAKE_PART: Reach.NOBODY,
        Deed.COLLECT: Reach.NOBODY,
        Deed.MEDIATE: Reach.NOBODY,
        Deed.REPORT: Reach.EVERYBODY,
        Deed.PUBLISH: Reach.EVERYBODY,
        Deed.SEE_AUDIT: Reach.EVERYBODY,
        Deed.KEEP_ACCOUNTS: Reach.NOBODY,
    },
}

DESK: Mapping[str, tuple[Deed, ...]] = {
    "today": (Deed.TEACH,),
    "calendar": (Deed.TEACH,),
    "plan": (Deed.TEACH,),
    "people": (Deed.CHANGE_PEOPLE,),
    "lists": (Deed.CHANGE_PEOPLE,),
    "assessment": (Deed.ASSESS,),
    "results": (Deed.ASSESS,),
    "words": (Deed.TEACH,),
    "own_voice": (Deed.TEACH,),
    "programmes": (Deed.PLAN_PROGRAMMES,),
    "reports": (Deed.REPORT,),
    "services": (Deed.SEE_PEOPLE,),
    "needs": (Deed.COLLECT,),
    "mediation": (Deed.MEDIATE, Deed.REPORT),  # entries for those who write them, totals for a funder
    "stories": (Deed.PUBLISH, Deed.COLLECT),
    "poster": (Deed.PUBLISH,),
    "centre": (Deed.SEE_PEOPLE,),  # everybody's own passphrase is here; each card asks again
    "rights": (Deed.CHANGE_PEOPLE,),
    "colleagues": (Deed.KEEP_ACCOUNTS,),
    "audit": (Deed.SEE_AUDIT,),
}
"""Which places of the desk a deed opens; any one of those named is enough."""

FIRST_PLACE: Mapping[Role, str] = {
    Role.TRAINER: "today",
    Role.MEDIATOR: "mediation",
    Role.STAFF: "reports",
}
"""What somebody with a passphrase sees first."""


def may(session: Session, deed: Deed, person_id: str | None = None) -> bool:
    """Tell whether this session may do the deed with that person's record (None: nobody's in particular)."""
    reach = RIGHTS[session.role][deed]
    if reach is Reach.OWN:
        return person_id is not None and person_id == session.person_id
    return reach is Reach.EVERYBODY


def may_enter(session: Session, place: str) -> bool:
    """Tell whether this session may see a place of the desk; one that is not named is the trainer's alone."""
    if session.role is Role.LEARNER:
        return False
    return any(may(session, deed, session.person_id) for deed in DESK.get(place, (Deed.TEACH,)))
