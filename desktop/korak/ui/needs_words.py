# SPDX-License-Identifier: GPL-3.0-or-later
"""The questions at entry in words and pictures: obstacles, how heavy they are, what becomes of proposals."""

from korak.centre.needs import Obstacle, Placed, Weight, Why
from korak.centre.proposals import Face, State
from korak.i18n import N_, _

WISHES_QUESTION = N_("What do you want to be able to do?")
OBSTACLE_QUESTIONS = {
    Obstacle.DEVICE: N_("Is a device or the internet a problem for you?"),
    Obstacle.LANGUAGE: N_("Is the Slovenian language a problem for you?"),
    Obstacle.IDENTITY: N_("Is SI-PASS or smsPASS a problem for you?"),
    Obstacle.SKILLS: N_("Is work with a computer a problem for you?"),
}
OBSTACLE_PICTURES = {
    Obstacle.DEVICE: "mobile-phone",
    Obstacle.LANGUAGE: "speech-balloon",
    Obstacle.IDENTITY: "locked-with-key",
    Obstacle.SKILLS: "laptop",
}
WEIGHT_ANSWERS = {
    Weight.NONE: N_("No problem"),
    Weight.SOME: N_("A small problem"),
    Weight.MUCH: N_("A big problem"),
    Weight.UNKNOWN: N_("I do not know"),
}
WEIGHT_PICTURES = {
    Weight.NONE: "slightly-smiling-face",
    Weight.SOME: "neutral-face",
    Weight.MUCH: "worried-face",
    Weight.UNKNOWN: "white-question-mark",
}
FACE_PICTURES = {
    Face.GOOD: "slightly-smiling-face",
    Face.HARD: "worried-face",
    Face.MISSING: "thinking-face",
}


def obstacle_text(obstacle: Obstacle) -> str:
    """What an obstacle is called on the desk."""
    return {
        Obstacle.DEVICE: _("device or connection"),
        Obstacle.LANGUAGE: _("language"),
        Obstacle.IDENTITY: _("e-identity"),
        Obstacle.SKILLS: _("skills"),
    }[obstacle]


def weight_text(weight: Weight) -> str:
    """How heavy an obstacle is, on the desk."""
    return {
        Weight.NONE: _("no problem"),
        Weight.SOME: _("a small problem"),
        Weight.MUCH: _("a big problem"),
        Weight.UNKNOWN: _("does not know"),
    }[weight]


def why_text(placed: Placed, topic: str) -> str:
    """Why a topic stands where it stands; `topic` is the title of what needs it."""
    return {
        Why.FIRST: _("begins the course"),
        Why.LAST: _("ends the course"),
        Why.TAUGHT: _("taught already"),
        Why.WAITS: _("early: the visit takes weeks"),
        Why.NEEDED: _("needed for: {topic}"),
        Why.WISHED: _("wished by: {n}"),
        Why.PORTAL: _("one new portal a meeting"),
        Why.COURSE: _("as the course has it"),
    }[placed.why].format(topic=topic, n=placed.people)


def state_text(state: State) -> str:
    """What has become of a proposal."""
    return {
        State.NEW: _("new proposal"),
        State.HEARD: _("we have heard you"),
        State.PLANNED: _("in the plan"),
        State.DONE: _("carried out"),
        State.REFUSED: _("cannot be done"),
    }[state]


def lesson_face_text(face: Face) -> str:
    """What a face says about a lesson."""
    return {
        Face.GOOD: _("It was good"),
        Face.HARD: _("It was hard"),
        Face.MISSING: _("Something is missing"),
    }[face]
