# SPDX-License-Identifier: GPL-3.0-or-later
"""A mediator's log in the language of the screen."""

from korak import i18n
from korak.centre.mediation import Faces, Rating, Topic
from korak.i18n import _, format_number, ngettext
from korak.reports.mediation_words import MONTHS, WORDS

FACES = {
    Rating.GOOD: "slightly-smiling-face",
    Rating.SO_SO: "neutral-face",
    Rating.BAD: "worried-face",
}


def code_text(code: str) -> str:
    """A code in words."""
    return _(WORDS[code]) if code in WORDS else code


def topic_text(topic: Topic) -> str:
    """A topic by the centre's own name, or by the program's."""
    return topic.name or code_text(topic.code)


def month_text(number: int) -> str:
    """A month by name, from 1."""
    return _(MONTHS[number - 1])


def rating_text(rating: Rating) -> str:
    """What a face says."""
    return {Rating.GOOD: _("good"), Rating.SO_SO: _("so-so"), Rating.BAD: _("not good")}[rating]


def clock_hours(minutes: int) -> str:
    """Minutes as hours of 60 minutes, in words."""
    number = format_number(minutes / 60, 0 if minutes % 60 == 0 else 1)
    return ngettext("{n} hour", "{n} hours", minutes // 60).format(n=number)


def short_hours(minutes: int) -> str:
    """Minutes as hours of 60 minutes, for a column of numbers."""
    return format_number(minutes / 60, 0 if minutes % 60 == 0 else 1)


def faces_text(faces: Faces) -> str:
    """How often each face was tapped."""
    if not faces.asked:
        return _("nobody was asked")
    return _("good {good}, so-so {so_so}, not good {bad}").format(
        good=faces.good, so_so=faces.so_so, bad=faces.bad
    )


def languages_text(codes: tuple[str, ...]) -> str:
    """Languages by their own names."""
    return ", ".join(i18n.own_name(code) for code in codes)
