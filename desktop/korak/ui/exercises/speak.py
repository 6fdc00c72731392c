# SPDX-License-Identifier: GPL-3.0-or-later
"""Speak and compare on the screen: hear the model, record oneself, hear both, and judge for oneself."""

from PySide6.QtWidgets import QWidget

from korak.content.exercises.speak import AGAIN, ALIKE, Speak
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.ui.choosing import ChoosingView, Option
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing, beside
from korak.ui.recording import Recorder
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Feedback
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label


class SpeakView(ChoosingView):
    """A word to say aloud; the recording is forgotten when the learner goes on."""

    def __init__(self, exercise: Speak, pack: str, frame: Frame) -> None:
        self._hearing = Hearing(frame, exercise.text)
        self._record = Button("", "second", icon="mic")
        self._play = Button("", "second", icon="play")
        self._both = Button("", "quiet", icon="ear")
        self._comparing = False
        options = (Option(ALIKE, "", _("It sounds alike.")), Option(AGAIN, "", _("I want to practise it.")))
        super().__init__(exercise, options, pack, frame)
        self._recorder = Recorder(self)
        self._recorder.changed.connect(self._show_recorder)
        self._record.clicked.connect(self._record_or_stop)
        self._play.clicked.connect(self._hear_myself)
        self._both.clicked.connect(self._hear_both)
        frame.voice.spoken.connect(self._model_ended)
        buttons = QWidget()
        row = FlowLayout(12, buttons)
        row.addWidget(self._record)
        row.addWidget(self._play)
        row.addWidget(self._both)
        self.put_question(beside(Label(exercise.text, "title"), self._hearing))
        self.put_question(buttons)
        self._show_recorder()

    def feedback(self, verdict: Verdict) -> Feedback:
        """Both answers are good ones."""
        if verdict.accepted:
            return Feedback("right", _("You said it aloud. That is how one learns."))
        return Feedback("near", _("Good. Listen again and say it slowly."))

    def mark_answer(self, verdict: Verdict) -> None:
        """Nothing stays of the voice."""
        self._recorder.forget()

    def start(self) -> None:
        """Say the model."""
        super().start()
        self._hearing.begin()

    def focus_answer(self) -> None:
        """Put the focus on the record button."""
        self._record.setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._hearing.retranslate()
        self._play.setText(_("Hear myself"))
        self._both.setText(_("Hear both"))
        for card, text in zip(self._cards, (_("It sounds alike."), _("I want to practise it.")), strict=True):
            card.setText(text)
            card.setAccessibleName(text)
        self._show_recorder()

    def _hear_myself(self) -> None:
        self._comparing = False
        self.frame.voice.stop()
        self._recorder.play()

    def _hear_both(self) -> None:
        """The model first, then oneself."""
        self._recorder.stop()
        self._hearing.speak()
        self._comparing = self.frame.voice.is_speaking()

    def _model_ended(self) -> None:
        if self._comparing:
            self._comparing = False
            self._recorder.play()

    def _record_or_stop(self) -> None:
        self._comparing = False
        self.frame.voice.stop()
        if self._recorder.recording:
            self._recorder.stop()
            self._recorder.play()
        else:
            self._recorder.record()

    def _show_recorder(self) -> None:
        recording = self._recorder.recording
        self._record.setText(_("Stop") if recording else _("Speak"))
        self._record.set_icon("square" if recording else "mic")
        self._play.setEnabled(self._recorder.recorded)
        self._both.setEnabled(self._recorder.recorded)
