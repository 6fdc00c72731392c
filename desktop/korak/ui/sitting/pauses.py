# SPDX-License-Identifier: GPL-3.0-or-later
"""The calm pages of a sitting: consent, warm-up, the offer to stop, handing in, thank you."""

from korak.assessment.sitting import ItemStatus, SittingRecord
from korak.i18n import N_
from korak.ui.sitting.calm import Calm, Way

CONSENT = Calm(
    "waving-hand",
    N_("What can you do already?"),
    (
        N_("We would like to know what you can already do on the computer."),
        N_("So we can help you better."),
        N_("It is no exam. The result decides nothing about residence, money or the course."),
        N_("You may say no. Then you learn on just as before."),
        N_("Only your trainers see your answers."),
    ),
    (Way(N_("Yes, I take part"), "yes"), Way(N_("No, thank you"), "no", "second")),
)
REFUSED = Calm(
    "thumbs-up",
    N_("All right."),
    (N_("You do not take part. Your course goes on just as before."),),
    (Way(N_("To my course"), "home"),),
)
BEGIN = Calm(
    "laptop",
    N_("First we warm up."),
    (
        N_("Nothing counts here yet. Get to know the screen."),
        N_("Everything is only practice. You cannot break anything."),
    ),
    (Way(N_("Warm up"), "warm"), Way(N_("I know this already"), "skip-warm", "second")),
)
READY = Calm(
    "check-mark-button",
    N_("Now we begin."),
    (
        N_("Take your time. There is no time limit."),
        N_("You may ask for a hint, skip, or have a break."),
        N_("Everything is saved at once."),
    ),
    (Way(N_("Begin"), "next"),),
)
THANKS = Calm(
    "bouquet",
    N_("Thank you!"),
    (
        N_("You have done everything. Your answers are saved."),
        N_("Your trainer will talk with you about what comes next."),
    ),
    (Way(N_("Look at my result"), "result"), Way(N_("To my course"), "home", "second")),
)
DONE = Calm(
    "bouquet",
    N_("Thank you!"),
    (
        N_("Your answers are saved."),
        N_("Your trainer will talk with you about what comes next."),
    ),
    (Way(N_("Look at my result"), "result"), Way(N_("To my course"), "home", "second")),
)
CLOSED = Calm(
    "house",
    N_("Nothing waits here now."),
    (N_("What you have answered is saved."),),
    (Way(N_("To my course"), "home"),),
)


def stop_offer() -> Calm:
    """After three tasks without a point: going on, or leaving the rest out, with dignity."""
    return Calm(
        "hot-beverage",
        N_("These tasks are hard."),
        (
            N_("You need not do them all. We will learn this in the course."),
            N_("You can go on, or leave the other tasks out."),
        ),
        (
            Way(N_("Leave the other tasks out"), "stop"),
            Way(N_("No, I go on"), "go-on", "second"),
        ),
    )


def left_over(record: SittingRecord) -> Calm:
    """Everything has an answer: hand in, or look at what was skipped once more."""
    skipped = any(one.status is ItemStatus.SKIPPED for one in record.last_answers().values())
    ways = [Way(N_("Hand in"), "hand-in")]
    if skipped:
        sentences = (N_("You have skipped something. You can go back to it, or hand in."),)
        ways.append(Way(N_("Show me what I skipped"), "look", "second"))
    else:
        sentences = (N_("After handing in nothing can be changed any more."),)
        ways.append(Way(N_("Look once more"), "look", "second"))
    return Calm("chequered-flag", N_("You have come to the end."), sentences, ways)
