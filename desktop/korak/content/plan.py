# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a course: topics in the order they are taught, each with its teaching hours."""

from typing import Annotated

from msgspec import Meta

from korak.content.part import LessonName, Line, Part


class Topic(Part, frozen=True, kw_only=True):
    """Something that is taught in one meeting or a few; lessons that are not written yet are left out."""

    id: str
    title: Line
    hours: Annotated[int, Meta(description="Teaching hours of 45 minutes.")]
    module: str = ""
    lessons: tuple[LessonName, ...] = ()
