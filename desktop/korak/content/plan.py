# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a course: topics in the order they are taught, each with its teaching hours."""

from typing import Annotated, Literal

from msgspec import Meta

from korak.content.part import LessonName, Line, Part, PictureName, TopicName


class Topic(Part, frozen=True, kw_only=True):
    """Something that is taught in one meeting or a few; lessons that are not written yet are left out."""

    id: str
    title: Line
    hours: Annotated[int, Meta(description="Teaching hours of 45 minutes.")]
    module: str = ""
    lessons: tuple[LessonName, ...] = ()
    after: Annotated[tuple[TopicName, ...], Meta(description="Topics that must be taught before it.")] = ()
    weeks: Annotated[
        int, Meta(description="Weeks that pass outside class afterwards: a visit, a letter.")
    ] = 0
    portal: Annotated[str, Meta(description="A portal that is new to learners here; any short name.")] = ""
    place: Annotated[
        Literal["", "first", "last"], Meta(description="Where it stands, whatever learners wish.")
    ] = ""


class Need(Part, frozen=True, kw_only=True):
    """Something people come to a course for: a tile in the questions at entry, and what is taught for it."""

    id: str
    title: Line
    pictogram: PictureName
    topics: tuple[TopicName, ...] = ()
