# SPDX-License-Identifier: GPL-3.0-or-later
"""Meetings, hours and attendance in words."""

from datetime import datetime

from korak.centre.attendance import Hours, Presence
from korak.centre.enrolment import Reason, Standing, Step
from korak.centre.meetings import Meeting, MeetingState
from korak.centre.plans import Advice
from korak.i18n import _, format_date, format_number


def time_text(moment: datetime) -> str:
    """The hour of a moment where the computer stands: 17.00."""
    here = moment.astimezone()
    return f"{here.hour}.{here.minute:02}"


def times_text(meeting: Meeting) -> str:
    """From when to when a meeting lasts: 17.00–19.30."""
    return f"{time_text(meeting.starts_at)}–{time_text(meeting.ends_at)}"


def when_text(meeting: Meeting) -> str:
    """The day and the hours of a meeting."""
    return f"{weekday(meeting.day.weekday())}, {format_date(meeting.day)}, {times_text(meeting)}"


def weekday(number: int) -> str:
    """The name of a day of the week, Monday being 0."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[number]


def hours_text(minutes: int) -> str:
    """Minutes as teaching hours and as hours of the clock: 3 teaching hours · 2 h 15 min."""
    return _("teaching hours: {n}").format(n=teaching_text(minutes)) + f" · {clock_text(minutes)}"


def teaching_text(minutes: int) -> str:
    """Minutes in teaching hours of 45 minutes: whole, or with two decimals."""
    teaching = Hours(minutes).teaching
    return format_number(float(teaching), 0 if teaching.denominator == 1 else 2)


def clock_text(minutes: int) -> str:
    """Minutes as people say them: 2 h 15 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{n} min").format(n=rest)
    return _("{n} h").format(n=hours) + ("" if not rest else " " + _("{n} min").format(n=rest))


def state_text(state: MeetingState) -> str:
    """Where a meeting stands."""
    return {
        MeetingState.PLANNED: _("planned"),
        MeetingState.RUNNING: _("going on"),
        MeetingState.ENDED: _("ended"),
        MeetingState.CANCELLED: _("cancelled"),
    }[state]


STATE_CHIPS = {
    MeetingState.PLANNED: "",
    MeetingState.RUNNING: "works",
    MeetingState.ENDED: "done",
    MeetingState.CANCELLED: "absent",
}


def presence_text(presence: Presence | None) -> str:
    """How somebody attended."""
    if presence is None:
        return _("not noted")
    return {
        Presence.PRESENT: _("here"),
        Presence.ABSENT: _("absent"),
        Presence.EXCUSED: _("excused"),
    }[presence]


def step_text(step: Step) -> str:
    """What happened to somebody's place in a group."""
    return {
        Step.ENROLLED: _("enrolled"),
        Step.PAUSED: _("pause"),
        Step.RETURNED: _("came back"),
        Step.LEFT: _("left"),
        Step.MOVED: _("came from another group"),
    }[step]


def standing_text(standing: Standing) -> str:
    """How somebody stands in a group."""
    return {
        Standing.ACTIVE: _("comes"),
        Standing.PAUSED: _("pauses"),
        Standing.LEFT: _("left"),
        Standing.NOT_YET: _("not yet"),
    }[standing]


def reason_text(reason: Reason) -> str:
    """Why somebody paused or left."""
    return {
        Reason.NONE: "",
        Reason.WORK: _("work"),
        Reason.FAMILY: _("family and care"),
        Reason.HEALTH: _("health"),
        Reason.MOVED_AWAY: _("moved away"),
        Reason.OTHER_COURSE: _("goes to another course"),
        Reason.TOO_HARD: _("too hard"),
        Reason.TOO_EASY: _("too easy"),
        Reason.TIME_OR_WAY: _("the hour or the way there"),
        Reason.REACHED: _("can do what they came for"),
        Reason.FINISHED: _("the course is over"),
        Reason.OTHER: _("something else"),
        Reason.UNKNOWN: _("not known"),
    }[reason]


def advice_text(advice: Advice) -> str:
    """Why something is suggested for the next meeting."""
    return {
        Advice.GO_ON: _("The plan goes on."),
        Advice.REPEAT: _("Less than half have finished: the same again."),
        Advice.SLOWER: _("Most found it too hard: the same again, slower."),
        Advice.FASTER: _("Most found it too easy: the plan goes on, faster."),
        Advice.END: _("The plan is finished."),
    }[advice]
