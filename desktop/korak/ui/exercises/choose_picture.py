# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose the picture on the screen: the word large and heard, pictures below."""

from korak.content.exercises.choose_picture import ChoosePicture
from korak.content.pack import Pack
from korak.i18n import _
from korak.ui.choosing import ChoosingView, Option
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing, beside
from korak.ui.widgets.labels import Label


class ChoosePictureView(ChoosingView):
    """A word and several pictures; a picture is heard in the learner's own language only."""

    def __init__(self, exercise: ChoosePicture, pack: Pack, frame: Frame, seed: str) -> None:
        self._hearing = Hearing(frame, exercise.right.text)
        language = frame.below() or ""
        options = tuple(
            Option(
                one.text,
                one.picture,
                shows_text=False,
                name=frame.second(pack.id, one.text) or _("picture {number}").format(number=number),
                speech=frame.second(pack.id, one.text),
                language=language,
            )
            for number, one in enumerate(exercise.options(seed), 1)
        )
        super().__init__(exercise, options, pack.id, frame, heard=exercise.right.text)
        self.put_question(beside(Label(exercise.right.text, "sentence"), self._hearing))
        frame.voice.changed.connect(self._show_hearing)
        self._show_hearing()

    def start(self) -> None:
        """Say the word."""
        super().start()
        self._hearing.begin()

    def retranslate(self) -> None:
        super().retranslate()
        self._hearing.retranslate()

    def _show_hearing(self) -> None:
        self._hearing.setVisible(self._hearing.possible)
