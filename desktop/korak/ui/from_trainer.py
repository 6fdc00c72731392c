# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trainer has for a learner: tasks that were given, and near the end three faces to choose from."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.classroom import Assignment, Given, Pulse
from korak.centre.meetings import Meeting
from korak.centre.people import Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.forms.end_dialog import FACES, face_text
from korak.ui.frame import Frame
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.tile import Tile, TileGrid

_MOST = 4
_ICONS = {Given.LESSON: "book-open", Given.TASK: "monitor", Given.WORDS: "book-text"}


class FromTrainer(QWidget):
    """Nothing is shown where nothing was given and nothing is asked."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__()
        self._frame = frame
        self._house = house
        self._session = session
        self._given: tuple[Assignment, ...] = ()
        self._meeting: Meeting | None = None
        self._thanked = False
        self._tasks = Card("sky")
        self._tasks_title = Label(role="strong")
        self._row = QWidget()
        self._pulse = Card("mint")
        self._question = Label(role="strong")
        self._nobody = Label(role="soft")
        self._faces = {face: Tile(pictogram=FACES[face], kind="face") for face in Pulse}
        self._grid = TileGrid(columns=3)
        self._grid.set_tiles(list(self._faces.values()))
        self._grid.chosen.connect(self._tell)
        for widget in (self._tasks_title, self._row):
            self._tasks.body.addWidget(widget)
        self._tasks.body.addStretch()
        for widget in (self._question, self._nobody, self._grid):
            self._pulse.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        both = Fold(1000)
        both.row.setSpacing(16)
        both.row.addWidget(self._tasks, 1)
        both.row.addWidget(self._pulse, 1)
        column.addWidget(both)

    def ask(self) -> None:
        """Ask what was given, and whether something is asked."""
        self._given = self._house.classroom.mine(self._session)[:_MOST]
        self._meeting = self._house.classroom.asks_pulse(self._session)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._tasks_title.setText(_("From your trainer"))
        self._question.setText(_("Thank you.") if self._thanked else _("How was it today?"))
        self._nobody.setText(_("Nobody sees who chose what."))
        for face, tile in self._faces.items():
            tile.set_name(face_text(face))
        fresh = QWidget()
        flow = FlowLayout(12)
        fresh.setLayout(flow)
        for given in self._given:
            button = Button(
                self._title(given), icon=_ICONS[given.what] if given.what is not Given.TASK else ""
            )
            button.clicked.connect(partial(self._open, given))
            flow.addWidget(button)
        self._tasks.body.replaceWidget(self._row, fresh)
        self._row.deleteLater()
        self._row = fresh
        self._tasks.setVisible(bool(self._given))
        self._grid.setVisible(self._meeting is not None)
        self._nobody.setVisible(self._meeting is not None)
        self._pulse.setVisible(self._meeting is not None or self._thanked)
        self.setVisible(bool(self._given) or self._meeting is not None or self._thanked)

    def _title(self, given: Assignment) -> str:
        pack = self._house.pack
        if given.what is Given.WORDS:
            return _("Ten minutes of words")
        title = (pack.lessons if given.what is Given.LESSON else pack.tasks)[given.name].title
        return i18n.content_or_source(pack.id, title)

    def _open(self, given: Assignment) -> None:
        ways = self._frame.navigator
        if given.what is Given.WORDS:
            ways.word_session()
        elif given.what is Given.LESSON:
            ways.lesson(given.name)
        else:
            ways.playground(given.name)

    def _tell(self, place: int) -> None:
        if self._meeting is None:
            return
        self._house.classroom.tell_pulse(self._session, self._meeting.id, tuple(Pulse)[place])
        self._meeting, self._thanked = None, True
        self.retranslate()
        announce(self._question, self._question.text())
