# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a learner is today, told from a few facts by plain rules."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MANY_ERRORS = 4  # on one step: about where a learner stops trying and starts guessing
MANY_SHOWN = 2  # the same step shown by the program twice: the hint did not help


class Whereabouts(StrEnum):
    """What a trainer wants to know at a glance."""

    NEEDS_HELP = "needs_help"
    WAITING = "waiting"  # let in, and nothing begun
    IDLE = "idle"
    WORKING = "working"
    SITTING = "sitting"  # in the assessment, where nobody helps
    DONE = "done"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Trace:
    """What one learner left behind today."""

    here: bool = False  # let in, and not gone since
    last_at: datetime | None = None  # the last thing done today
    errors: int = 0  # on the step in hand
    shown: int = 0  # how often that step was shown (help level 3)
    lesson_done: bool = False  # the lesson begun or continued today has come to its end
    asked: bool = False  # raised a hand, and nobody has helped yet
    at_step_since: datetime | None = None  # when the step in hand was come to
    begun: bool = True  # something was opened or done today
    sitting: bool = False  # in the assessment, and not resting


def is_stuck(trace: Trace, now: datetime, idle_after: timedelta, stuck_after: timedelta) -> bool:
    """Tell whether somebody has been busy with one step for so long that help would be welcome."""
    since = trace.at_step_since
    busy = trace.last_at is not None and now - trace.last_at <= idle_after
    return trace.here and busy and since is not None and now - since >= stuck_after


def whereabouts(
    trace: Trace, now: datetime, idle_after: timedelta, stuck_after: timedelta = timedelta.max
) -> Whereabouts:
    """Return where a learner is, the most urgent first."""
    rules = (
        (trace.asked, Whereabouts.NEEDS_HELP),
        (trace.here and trace.sitting, Whereabouts.SITTING),
        (trace.lesson_done, Whereabouts.DONE),
        (not trace.here or trace.last_at is None, Whereabouts.ABSENT),
        (not trace.begun, Whereabouts.WAITING),
        (trace.errors >= MANY_ERRORS or trace.shown >= MANY_SHOWN, Whereabouts.NEEDS_HELP),
        (is_stuck(trace, now, idle_after, stuck_after), Whereabouts.NEEDS_HELP),
        (trace.last_at is not None and now - trace.last_at > idle_after, Whereabouts.IDLE),
    )
    return next((state for holds, state in rules if holds), Whereabouts.WORKING)
