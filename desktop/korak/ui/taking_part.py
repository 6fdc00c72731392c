# SPDX-License-Identifier: GPL-3.0-or-later
"""What a learner's first page offers besides learning: the questions at entry once, proposals always."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from korak.centre.people import Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.needs_words import WISHES_QUESTION
from korak.ui.own_words import OwnWords
from korak.ui.sitting.view import program_says
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture


class NeedsOffer(Card):
    """Asks what somebody wants to learn, until they answer or say no."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__("mint")
        self._frame = frame
        self._house = house
        self._session = session
        self._speak = Speaks(frame.voice, self)
        self._asked = Label(role="strong")
        self._below = OwnWords(frame, "second")
        self._yes = Button(icon="list-checks")
        self._yes.clicked.connect(frame.navigator.needs)
        self._no = Button(role="quiet")
        self._no.clicked.connect(self._decline)
        words = Fold(420)
        words.row.setSpacing(16)
        words.row.addWidget(self._asked)
        words.row.addWidget(self._below, 1)
        row = Fold(860)
        row.row.setSpacing(12)
        front = QHBoxLayout()
        front.setSpacing(12)
        front.addWidget(Picture("sparkles", 40))
        front.addWidget(self._speak)
        front.addWidget(words, 1)
        row.row.addLayout(front, 1)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self._no)
        acts.addWidget(self._yes)
        row.row.addLayout(acts)
        self.body.addWidget(row)

    def ask(self) -> None:
        """Show the question where it waits for an answer."""
        self.setVisible(self._house.needs.waiting(self._session))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        says = program_says(self._frame, WISHES_QUESTION)
        self._asked.setText(says.text)
        self._speak.set_speech(says.text)
        self._speak.set_name(_("Listen"))
        self._below.set_text(says.second, self._frame.below() or "")
        self._yes.setText(_("Choose"))
        self._no.setText(_("Not now"))

    def _decline(self) -> None:
        self._house.needs.decline(self._session, self._session.person_id)
        self.hide()


class QuietWays(QWidget):
    """Small ways below the doors: who helps around here, my wishes, what I propose."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._town = Button(role="quiet", icon="map-pin")
        self._town.clicked.connect(frame.navigator.local_help)
        self._wishes = Button(role="quiet", icon="list-checks")
        self._wishes.clicked.connect(frame.navigator.needs)
        self._proposals = Button(role="quiet", icon="lightbulb")
        self._proposals.clicked.connect(frame.navigator.proposals)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._town)
        row.addWidget(self._wishes)
        row.addWidget(self._proposals)
        row.addStretch(1)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._town.setText(_("Who helps with what"))
        self._wishes.setText(_("My wishes"))
        self._proposals.setText(_("Proposals for the course"))
