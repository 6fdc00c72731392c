# SPDX-License-Identifier: GPL-3.0-or-later
"""A calm page between two parts of a sitting: a picture, a few sentences with sound, one or two ways on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import CONTENT_LANGUAGE, _
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.sitting.view import SittingView, program_says
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.words import SecondLanguage

_WIDTH = 820


@dataclass(frozen=True, slots=True)
class Way:
    """A button: the English of its words, where it leads, how it looks."""

    text: str
    to: str
    role: str = "main"


@dataclass(frozen=True, slots=True)
class Calm:
    """What a calm page says: the English of its texts, a picture, its ways on."""

    picture: str
    title: str
    sentences: Sequence[str]
    ways: Sequence[Way]


class CalmView(SittingView):
    """Everything is said in Slovenian and in the learner's language, and can be heard in both."""

    def __init__(self, frame: Frame, calm: Calm) -> None:
        super().__init__(frame)
        self._calm = calm
        self._title = Label("", "title")
        self._sentences = [Label("", "body") for _sentence in calm.sentences]
        self._speak = Speaks(frame.voice, self)
        self._second = SecondLanguage()
        self._own = Speaks(frame.voice, self)
        self._below = QWidget()
        self.buttons = [Button("", way.role) for way in calm.ways]
        for button, way in zip(self.buttons, calm.ways, strict=True):
            button.clicked.connect(partial(self.go.emit, way.to))
        self._lay_out()
        self.retranslate()

    def start(self) -> None:
        """Put the focus on the first way on."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        title = program_says(self.frame, self._calm.title)
        says = [program_says(self.frame, one) for one in self._calm.sentences]
        self._title.setText(title.text)
        for label, one in zip(self._sentences, says, strict=True):
            label.setText(one.text)
        language = self.frame.below() or ""
        every = (title, *says)
        second = "\n".join(one.second for one in every) if all(one.second for one in every) else ""
        self._second.set_text(second, language)
        self._below.setVisible(bool(second))
        self._speak.set_speech(" ".join(one.text for one in (title, *says)), CONTENT_LANGUAGE)
        self._own.set_speech(second, language or CONTENT_LANGUAGE)
        self._speak.set_name(_("Listen"))
        self._own.set_name(_("Listen in my language"))
        for button, way in zip(self.buttons, self._calm.ways, strict=True):
            button.setText(_(way.text))

    def _lay_out(self) -> None:
        card = Card("card")
        card.body.setContentsMargins(48, 28, 48, 28)
        card.body.setSpacing(16)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(Picture(self._calm.picture, 76), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(top)
        lines = QVBoxLayout()
        lines.setSpacing(10)
        for label in self._sentences:
            lines.addWidget(label)
        card.body.addLayout(lines)
        own = QHBoxLayout(self._below)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(16)
        own.addWidget(self._second, 1)
        own.addWidget(self._own, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self._below)
        card.body.addSpacing(8)
        ways = Fold(560)
        ways.row.setSpacing(16)
        for button in self.buttons:
            button.set_wide(True)
            ways.row.addWidget(button, 1)
        card.body.addWidget(ways)
        middle = Middle(_WIDTH)
        middle.column.addStretch(2)
        middle.column.addWidget(card)
        middle.column.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(middle)
