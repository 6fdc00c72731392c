# SPDX-License-Identifier: GPL-3.0-or-later
"""What all views of exercises have in common: the question, a picture, the feedback, and when to go on.

The page around a view owns the main button. It calls :meth:`ExerciseView.submit`, stores what ``answered``
brings, and only then :meth:`ExerciseView.show_verdict`; ``phase`` tells what its button says next.
"""

from abc import abstractmethod
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.content.verdict import Result, Verdict
from korak.i18n import _
from korak.ui.audio import SoundName
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.theme.theme import Themed
from korak.ui.widgets.cards import Feedback, FeedbackCard
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import PicturePanel
from korak.ui.widgets.scroll import Scroller

HINTED, SHOWN = 2, 3
"""Levels of help as attempts store them: a hint or a second try; the answer itself was shown."""

AFTER_THE_SOUND = 450
"""Milliseconds after which the voice says the answer, so that it does not talk over the sound."""

_SOUNDS: dict[Result, SoundName] = {
    Result.EXACT: "right",
    Result.DIACRITICS: "near",
    Result.TYPO: "near",
    Result.WRONG: "wrong",
}


class Phase(Enum):
    """Where a learner is with an exercise."""

    ANSWERING = "answering"
    AGAIN = "again"
    SETTLED = "settled"


class ExerciseView(Themed, QWidget):
    """A question and room for its answer; each kind of exercise fills the room."""

    why = ""  # the reason in Slovenian, for kinds that say it in their feedback
    answered = Signal(object)
    can_submit = Signal(bool)
    state_changed = Signal()

    def __init__(self, frame: Frame, pack: str, ask: str, picture: str) -> None:
        super().__init__()
        self.frame = frame
        self.help_used = 0
        self._pack = pack
        self._asked = ask
        self.tries = 2
        self._tried = 0
        self._phase = Phase.ANSWERING
        self._to_say = ""
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(AFTER_THE_SOUND)
        self._saying.timeout.connect(self._say_now)
        self.setAccessibleName(ask)
        self.setProperty("ring", False)
        self._build(picture)

    # properties

    @property
    def phase(self) -> Phase:
        """Where the learner is: answering, asked to try again, or through."""
        return self._phase

    @property
    def settled(self) -> bool:
        """Whether nothing more is to be tried here."""
        return self._phase is Phase.SETTLED

    @property
    def can_hint(self) -> bool:
        """Whether :meth:`hint` would say something new."""
        return False

    # what a kind of exercise says

    @abstractmethod
    def answer(self) -> object | None:
        """The answer as its judge takes it, or None while there is none yet."""

    @abstractmethod
    def feedback(self, verdict: Verdict) -> Feedback:
        """What happened, why, and what to try."""

    @abstractmethod
    def mark_answer(self, verdict: Verdict) -> None:
        """Show on the answer itself what was right; reveal the rest once settled."""

    @abstractmethod
    def focus_answer(self) -> None:
        """Put the focus where the answer is given."""

    def clear_answer(self) -> None:
        """Make room for another try."""

    # methods

    def start(self) -> None:
        """Be ready for the learner: the focus stands where the answer goes."""
        self.focus_answer()

    def submit(self) -> None:
        """Hand in the answer, if there is one."""
        answer = self.answer()
        if answer is not None and self._phase is Phase.ANSWERING:
            self.answered.emit(answer)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say by word, picture and sound what became of the answer."""
        self._tried += 1
        through = verdict.result is Result.EXACT or self._tried >= self.tries
        self._phase = Phase.SETTLED if through else Phase.AGAIN
        self.mark_answer(verdict)
        self._show_feedback(self.feedback(verdict))
        if not through:
            self.help_used = max(self.help_used, self.help_of_next_try(verdict))
        self.frame.sounds.play(_SOUNDS[verdict.result])
        self.state_changed.emit()
        QTimer.singleShot(0, self, self._show_card)

    def reveal(self, verdict: Verdict) -> None:
        """Show the answer and why, as it is done before a group: nobody's answer is judged.

        `verdict` is what an empty answer gets: it names the right one.
        """
        self._tried = self.tries
        self._phase = Phase.SETTLED
        self.mark_answer(verdict)
        said = self.feedback(verdict)
        self._show_feedback(replace(said, kind="right", title=self.revealed(said), pieces=()))
        self.state_changed.emit()
        QTimer.singleShot(0, self, self._show_card)

    def revealed(self, feedback: Feedback) -> str:
        """The sentence that goes with a revealed answer; kinds that count parts have nothing to count."""
        return feedback.title

    def help_of_next_try(self, verdict: Verdict) -> int:
        """How much the feedback itself helps the next try."""
        return HINTED

    def again(self) -> None:
        """Let the learner try once more; what was said stays readable."""
        if self._phase is Phase.AGAIN:
            self._phase = Phase.ANSWERING
            self.clear_answer()
            self.state_changed.emit()
            self.can_submit.emit(self.answer() is not None)
            self.focus_answer()

    def hint(self) -> None:
        """Help a little, where the kind of exercise can."""

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._speak.set_name(_("Listen"))
        language = self.frame.below()
        self._second.set_text(self.frame.second(self._pack, self._asked), language or "")

    # for kinds of exercises

    def second(self, text: str) -> str:
        """A text of the pack in the learner's own language, or nothing."""
        return self.frame.second(self._pack, text)

    def show_hint(self, text: str) -> None:
        """Say something that helps, before there is a verdict."""
        self._show_feedback(Feedback("near", text))

    def say(self, text: str) -> None:
        """Read Slovenian aloud, if the voice can."""
        self.frame.voice.say(text, i18n.CONTENT_LANGUAGE)

    def answer_changed(self) -> None:
        """Tell the page whether there is an answer to hand in; trying again begins by changing something."""
        if self._phase is Phase.AGAIN:
            self._phase = Phase.ANSWERING
            self.state_changed.emit()
        self.can_submit.emit(self._phase is Phase.ANSWERING and self.answer() is not None)

    # Qt

    def themed(self) -> None:
        """Take distances from the theme."""
        theme = self.theme()
        self._columns.setSpacing(theme.px("s6"))
        self.room.setSpacing(theme.px("s3"))
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # internal

    def _show_feedback(self, feedback: Feedback) -> None:
        """Show what is said about an answer; it can be heard, each part in its language."""
        self._card.show_feedback(feedback)
        self._card.setVisible(True)
        program = i18n.language()
        parts = [(feedback.title, program)]
        for line in feedback.hint.splitlines():
            if self.why and line == self.why:
                parts.append((line, i18n.CONTENT_LANGUAGE))
            elif self.why and line == self.second(self.why):
                parts.append((line, self.frame.below() or program))
            else:
                parts.append((line, program))
        self._card_speaks.set_parts(parts)
        self._card_speaks.set_name(_("Listen"))

    def _build(self, picture: str) -> None:
        self._panel = PicturePanel("sky", picture, parent=self)
        self._panel.setVisible(bool(picture))
        self._has_picture = bool(picture)
        self._speak = Speaks(self.frame.voice, self)
        self._speak.set_speech(self._asked)
        self.question = Label(self._asked, "heading")
        self._second = OwnWords(self.frame)
        self._card = FeedbackCard()
        self._card.setVisible(False)
        self._card_speaks = Speaks(self.frame.voice, self._card)
        self._card.put_end(self._card_speaks)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._speak)
        top.addWidget(self.question, 1)
        self.room = QVBoxLayout()
        self.room.addLayout(top)
        self.room.addWidget(self._second)
        self._room_of_question = QVBoxLayout()
        self.room.addLayout(self._room_of_question)
        self._room_of_answer = QVBoxLayout()
        self.room.addLayout(self._room_of_answer)
        self.room.addWidget(self._card)
        self.room.addStretch(1)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(8, 8, 8, 8)
        self._columns.addWidget(self._panel, 2, Qt.AlignmentFlag.AlignTop)
        self._columns.addLayout(self.room, 3)
        self._scroller = Scroller(content)
        # The card grows the page a moment after it is shown, and again when its words are laid out.
        self._scroller.verticalScrollBar().rangeChanged.connect(self._grown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroller)

    def put_answer(self, widget: QWidget) -> None:
        """Fill the room for the answer (called once by each kind)."""
        self._room_of_answer.addWidget(widget)

    def put_question(self, widget: QWidget) -> None:
        """Put what the question is about (a sentence, a big loudspeaker) between it and the answer."""
        self._room_of_question.addWidget(widget)

    def put_aside(self, widget: QWidget, part: int = 3) -> None:
        """Put what the question is about in the picture's place; `part` is its share of the width (of 3)."""
        self._panel.setVisible(False)
        self._columns.insertWidget(0, widget, part, Qt.AlignmentFlag.AlignTop)

    def show_picture(self, pictogram: str) -> None:
        """Show another picture beside the question, or none."""
        self._panel.set_pictogram(pictogram)
        self._panel.setVisible(bool(pictogram))

    def rest(self) -> None:
        """Take the focus to the exercise as a whole: nothing is left to choose, Enter hands in."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_later(self, text: str) -> None:
        """Say something once the sound of the feedback has died away."""
        self._to_say = text
        self._saying.start()

    def _say_now(self) -> None:
        self.say(self._to_say)

    def _fold(self) -> None:
        narrow = self.width() < self.theme().grown(760)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        # Above the question the picture is only a strip: question and answer must be seen without scrolling.
        strip = self.theme().px("s6") * 2
        self._panel.setMinimumHeight(strip if narrow else self.theme().grown(320))
        self._panel.setMaximumHeight(strip if narrow else self.theme().grown(360))

    def _grown(self, _least: int, _most: int) -> None:
        if self._tried and self._phase is not Phase.ANSWERING:
            self._show_card()

    def _show_card(self) -> None:
        self._scroller.ensureWidgetVisible(self._card, 0, 24)
