# SPDX-License-Identifier: GPL-3.0-or-later
"""A choice on the screen: big cards in words or pictures, pressed or chosen by the keys 1 to 9."""

from korak.content.exercises.choice import Choice
from korak.ui.choosing import ChoosingView, Option
from korak.ui.frame import Frame


class ChoiceView(ChoosingView):
    """One right answer among others."""

    def __init__(self, exercise: Choice, pack: str, frame: Frame, seed: str) -> None:
        options = tuple(
            Option(text, exercise.pictures.get(text, ""), speech=text if exercise.sound else "")
            for text in exercise.options(seed)
        )
        super().__init__(exercise, options, pack, frame)
