# SPDX-License-Identifier: GPL-3.0-or-later
"""One proposal as learners see it: picture, words, votes, what has become of it, and the own vote."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from korak.centre.proposals import Standing, State
from korak.i18n import CONTENT_LANGUAGE, _, ngettext
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.needs_words import state_text
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture


class ProposalRow(Card):
    """`voted` says whether somebody is for it now; `withdrawn` that its author takes it away."""

    voted = Signal(str, bool)
    withdrawn = Signal(str)

    def __init__(self, frame: Frame, standing: Standing, title: str, picture: str, own: str) -> None:
        super().__init__("mint" if standing.mine else "card")
        self._standing = standing
        self._frame = frame
        self._title = Label(title, "lead")
        self._title.setProperty("language", CONTENT_LANGUAGE)
        self._speak = Speaks(frame.voice, self)
        self._speak.set_speech(title, CONTENT_LANGUAGE)
        self._below = OwnWords(frame, "second")
        self._own = own
        self._state = Label(role="soft")
        self._count = Label(role="strong")
        self.vote = Button(role="tick")
        self.vote.setCheckable(True)
        self.vote.setChecked(standing.mine)
        self.vote.clicked.connect(self._vote)
        self._away = Button(role="quiet", icon="trash-2")
        self._away.clicked.connect(self._withdraw)
        if not standing.own:
            self._away.hide()  # never shown before it has a parent: it would be a window of its own
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._title, self._below, self._state):
            words.addWidget(widget)
        front = QHBoxLayout()
        front.setSpacing(16)
        front.addWidget(Picture(picture, 48))
        front.addWidget(self._speak)
        front.addLayout(words, 1)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self._count)
        acts.addWidget(self._away)
        acts.addWidget(self.vote)
        row = Fold(820)
        row.row.setSpacing(16)
        row.row.addLayout(front, 1)
        row.row.addLayout(acts)
        self.body.addWidget(row)
        self.retranslate()

    @property
    def proposal_id(self) -> str:
        """Which proposal this is."""
        return self._standing.proposal.id

    def retranslate(self) -> None:
        """Set every text in the current language."""
        one = self._standing
        self._below.set_text(self._own, self._frame.below() or "")
        title = self._title.text()
        self._speak.set_name(_("Listen: {text}").format(text=title))
        self._count.setText(ngettext("{n} vote", "{n} votes", one.votes).format(n=one.votes))
        self.vote.setText(_("I am for it"))
        self.vote.setAccessibleName(f"{_('I am for it')}: {title}")
        self._away.setText(_("Take away"))
        self._away.setAccessibleName(f"{_('Take away')}: {title}")
        state = state_text(one.proposal.state)
        told = f"{state[:1].upper()}{state[1:]}." + (f" {one.proposal.why}" if one.proposal.why else "")
        self._state.setText("" if one.proposal.state is State.NEW else told)
        self._state.setVisible(one.proposal.state is not State.NEW)

    def _vote(self, checked: bool) -> None:
        self.voted.emit(self.proposal_id, checked)

    def _withdraw(self) -> None:
        self.withdrawn.emit(self.proposal_id)
