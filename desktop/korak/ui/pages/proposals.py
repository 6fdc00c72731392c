# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners propose for their course: by a picture or in words; everybody has one vote for each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.proposals import LONGEST
from korak.i18n import N_, _
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.page import Bar, BarButton, Page
from korak.ui.proposal_row import ProposalRow
from korak.ui.sitting.head import QuestionHead
from korak.ui.sitting.view import program_says
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid
from korak.ui.words_for_faults import words_for

_QUESTION = N_("What should we do in the course?")


class ProposalsPage(Page):
    """The proposals of the own group; nobody sees who voted for what."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._gone = ""
        self._rows: list[ProposalRow] = []
        self._head = QuestionHead(frame, "light-bulb", "title")
        self._nobody = Label(role="soft")
        self._picture = Button(role="second", icon="image")
        self._picture.setCheckable(True)
        self._picture.toggled.connect(self._show_pictures)
        self._tiles = [Tile(pictogram=need.pictogram, kind="face") for need in house.proposals.choices]
        self._grid = TileGrid(columns=6)
        self._grid.set_tiles(self._tiles)
        self._grid.chosen.connect(self._propose_picture)
        self._grid.hide()
        self._words = LineEdit()
        self._words.setMaxLength(LONGEST)
        self._words.returnPressed.connect(self._propose_words)
        self._field = Field(self._words)
        self._send = Button(role="primary", icon="send")
        self._send.clicked.connect(self._propose_words)
        self._said = Label(role="soft")
        self._undo = Button(role="link")
        self._undo.clicked.connect(self._bring_back)
        self._none = Label()
        self._list = QVBoxLayout()
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """What this is, the languages, and the way home."""
        return Bar(
            title=_("Proposals for the course"),
            button=BarButton(_("Home"), self.frame.navigator.home),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The first vote, or the picture to propose with."""
        return self._rows[0].vote if self._rows else self._picture

    def help_texts(self) -> tuple[str, ...]:
        """How one proposes and votes."""
        return (
            _("Choose a picture or write what you want. You can also tell your trainer."),
            _("Press “I am for it” to vote. Press it again to take your vote back."),
            _("Nobody sees who voted for what."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._head.say_quietly(program_says(self.frame, _QUESTION))
        self._nobody.setText(_("Nobody sees who voted for what."))
        self._picture.setText(_("I choose a picture"))
        self._field.set_label(_("Or write"))
        self._send.setText(_("Propose"))
        self._undo.setText(_("Undo"))
        self._none.setText(_("There is no proposal yet. Make the first one."))
        for tile, need in zip(self._tiles, self._house.proposals.choices, strict=True):
            own = self.frame.second(self._house.pack.id, need.title)
            tile.set_name(f"{need.title}\n{own}" if own else need.title)
        for row in self._rows:
            row.retranslate()

    def shown(self) -> None:
        """Ask for the proposals, and for what was being written."""
        self._words.setText(self._house.proposals.draft(self._session))
        self._show()

    def leave(self) -> None:
        """Keep what is being written, and be silent."""
        self._house.proposals.keep_draft(self._session, self._words.text())
        self.frame.voice.stop()

    def back(self) -> None:
        """Close the pictures, or go home."""
        if self._picture.isChecked():
            self._picture.setChecked(False)
        else:
            self.frame.navigator.home()

    @property
    def rows(self) -> list[ProposalRow]:
        """The proposals that are shown."""
        return list(self._rows)

    # slots

    def _show_pictures(self, shown: bool) -> None:
        if not shown:
            self._picture.setFocus(Qt.FocusReason.OtherFocusReason)
        self._grid.setVisible(shown)
        if shown:
            self._tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _propose_picture(self, place: int) -> None:
        need = self._house.proposals.choices[place]
        self._picture.setChecked(False)
        self._propose(need=need.id)

    def _propose_words(self) -> None:
        if self._propose(words=self._words.text()):
            self._words.clear()

    def _propose(self, *, need: str = "", words: str = "") -> bool:
        who = self._session.person_id

        def work() -> None:
            self._house.proposals.propose(self._session, who, need=need, words=words)

        return self._do(work, _("Thank you for your proposal."))

    def _vote(self, proposal_id: str, given: bool) -> None:
        who = self._session.person_id

        def work() -> None:
            self._house.proposals.vote(self._session, who, proposal_id, given=given)

        said = _("Your vote is kept.") if given else _("Your vote is taken back.")
        self._do(work, said)
        row = next((row for row in self._rows if row.proposal_id == proposal_id), None)
        if row is not None:
            row.vote.setFocus(Qt.FocusReason.OtherFocusReason)

    def _withdraw(self, proposal_id: str) -> None:
        def work() -> None:
            self._house.proposals.withdraw(self._session, proposal_id)

        if self._do(work, _("Your proposal is taken away.")):
            self._gone = proposal_id
            self._undo.show()
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self) -> None:
        def work() -> None:
            self._house.proposals.withdraw(self._session, self._gone, back=True)

        self._do(work, _("It is back."))

    # internal

    def _do(self, work: Callable[[], None], said: str) -> bool:
        """Do something and say so, or say why it could not be done."""
        self._undo.hide()
        try:
            work()
        except ServiceFault as fault:
            words = words_for(fault)
            self._say(f"{words.happened} {words.todo}")
            return False
        self._show()
        self._say(said)
        return True

    def _say(self, text: str) -> None:
        self._said.setText(text)
        announce(self._said, text)

    def _show(self) -> None:
        proposals = self._house.proposals
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        pictures = {need.id: need.pictogram for need in proposals.choices}
        for one in proposals.board(self._session, self._session.person_id):
            title = proposals.title(one.proposal)
            own = self.frame.second(self._house.pack.id, title) if one.proposal.need else ""
            row = ProposalRow(self.frame, one, title, pictures.get(one.proposal.need, "speech-balloon"), own)
            row.voted.connect(self._vote)
            row.withdrawn.connect(self._withdraw)
            self._rows.append(row)
            self._list.addWidget(row)
        self._none.setVisible(not self._rows)

    def _lay_out(self) -> None:
        ask = Card("card")
        line = Fold(760)
        line.row.setSpacing(16)
        line.row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignBottom)
        line.row.addWidget(self._field, 1)
        line.row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        ask.body.addWidget(line)
        ask.body.addWidget(self._grid)
        told = Fold(500)
        told.row.addWidget(self._said)
        told.row.addWidget(self._undo)
        told.row.addStretch(1)
        self._undo.hide()
        self._list.setSpacing(12)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(64, 12, 64, 24)
        column.setSpacing(16)
        column.addWidget(self._head)
        column.addWidget(ask)
        column.addWidget(told)
        column.addWidget(self._nobody)
        column.addWidget(self._none)
        column.addLayout(self._list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
