# SPDX-License-Identifier: GPL-3.0-or-later
"""An item with options to choose from and "Ne vem": recognition, and the words of e-services.

No verdict is shown: the answer is taken, and the next question comes. The options of a word stay Slovenian;
help in the own language is given there only when asked for, because it makes the word missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import CONTENT_LANGUAGE, _
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.hearing import Hearing
from korak.ui.option import Mark, OptionCard
from korak.ui.practice.coach import Says
from korak.ui.sitting.head import L1_TEXT, SL_AUDIO, QuestionHead
from korak.ui.sitting.view import Foot, SittingView
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

DO_NOT_KNOW = "?"


@dataclass(frozen=True, slots=True)
class Choice:
    """An option: what is stored, what is read, a picture."""

    code: str
    says: Says
    picture: str = ""


class QuestionView(SittingView):
    """The question above, what it is about at one side, the options at the other."""

    def __init__(
        self,
        frame: Frame,
        head: QuestionHead,
        choices: Sequence[Choice],
        *,
        about: QWidget | None = None,
        hears: str = "",
        word_help: str = "",
        chosen: str = "",
    ) -> None:
        super().__init__(frame)
        self.head = head
        self._choices = tuple(choices)
        self._hearing = Hearing(frame, hears) if hears else None
        self._word_help = word_help
        self._help = Button("", "quiet", icon="languages")
        if not word_help:
            self._help.hide()
        self._help.clicked.connect(self._show_help)
        self._helped = Label("", "lead")
        self._helped.hide()
        self._cards = [self._card(number, one) for number, one in enumerate(self._choices, 1)]
        self._unknown = OptionCard("", key=str(len(self._choices) + 1))
        self._unknown.clicked.connect(self._do_not_know)
        self._mark(chosen)
        head.supported.connect(self.supported)
        self._lay_out(about)
        self.retranslate()

    @property
    def cards(self) -> list[OptionCard]:
        """The options in their order, "Ne vem" last."""
        return [*self._cards, self._unknown]

    def foot(self) -> Foot:
        """Answering leads on; skipping is always possible."""
        return Foot(skip=True)

    def start(self) -> None:
        """Put the focus on the answer given before, else on none, and say what is to be heard."""
        self.setAccessibleName(self.head.question)
        chosen = next((card for card in self.cards if card.mark is Mark.CHOSEN), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask_neutrally()
        if self._hearing is not None:
            self._hearing.begin()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._unknown.setText(_("I do not know"))
        self._unknown.setAccessibleName(_("I do not know"))
        self._help.setText(_("Help in my language"))
        if self._hearing is not None:
            self._hearing.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure presses its option."""
        key = event.text()
        if key.isdecimal() and 1 <= int(key) <= len(self.cards):
            self.cards[int(key) - 1].click()
        else:
            super().keyPressEvent(event)

    def _card(self, number: int, choice: Choice) -> OptionCard:
        text = choice.says.text or choice.code
        if choice.says.second:
            text = f"{text}\n{choice.says.second}"
        card = OptionCard(text, pictogram=choice.picture, key=str(number))
        card.set_shows_text(bool(choice.says.text))
        card.setProperty("code", choice.code)
        card.clicked.connect(self._pressed)
        return card

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, OptionCard):
            self._take(str(sender.property("code")))

    def _do_not_know(self) -> None:
        self._take(DO_NOT_KNOW)

    def _take(self, code: str) -> None:
        self._mark(code)
        self.answered.emit(code)

    def _mark(self, code: str) -> None:
        for card, choice in zip(self._cards, self._choices, strict=True):
            card.set_mark(Mark.CHOSEN if choice.code == code else Mark.OPEN)
        self._unknown.set_mark(Mark.CHOSEN if code == DO_NOT_KNOW else Mark.OPEN)

    def _show_help(self) -> None:
        """Show the word in the learner's language: the item is missing from now on, nobody is told off."""
        self._helped.setText(self._word_help)
        self._helped.show()
        self._help.hide()
        self.supported.emit(L1_TEXT)

    def _heard(self) -> None:
        self.supported.emit(SL_AUDIO)

    def _lay_out(self, about: QWidget | None) -> None:
        side = QVBoxLayout()
        side.setSpacing(16)
        if about is not None:
            side.addWidget(about)
        if self._hearing is not None:
            side.addWidget(self._hearing)
        side.addWidget(self._helped)
        side.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeading)
        side.addStretch(1)
        options = QVBoxLayout()
        options.setSpacing(12)
        for card, choice in zip(self._cards, self._choices, strict=True):
            options.addLayout(self._line(card, choice))
        options.addWidget(self._unknown)
        options.addStretch(1)
        both = Fold(560)
        both.row.setSpacing(32)
        if about is not None or self._hearing is not None or self._word_help:
            both.row.addLayout(side, 5)
        both.row.addLayout(options, 6)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(90, 24, 90, 8)
        column.setSpacing(28)
        column.addWidget(self.head)
        column.addWidget(both)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))

    def _line(self, card: OptionCard, choice: Choice) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(card, 1)
        if choice.says.text and self._hearing is None:
            speak = Speaks(self.frame.voice, self)
            speak.set_speech(choice.says.text, CONTENT_LANGUAGE)
            speak.set_name(_("Listen: {text}").format(text=choice.says.text))
            speak.clicked.connect(self._heard)
            line.addWidget(speak)
        return line
