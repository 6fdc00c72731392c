# SPDX-License-Identifier: GPL-3.0-or-later
"""A typed answer on the screen: a big field, and feedback letter by letter."""

from korak.content.exercises.typed import Typed
from korak.ui.frame import Frame
from korak.ui.writing import WritingView


class TypedView(WritingView):
    """A word or a short sentence to write."""

    def __init__(self, exercise: Typed, pack: str, frame: Frame) -> None:
        super().__init__(exercise, pack, frame, heard=exercise.answer)
