# SPDX-License-Identifier: GPL-3.0-or-later
"""Three faces and one sentence at the end of a lesson: what was hard, what is missing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from korak.centre.people import Session
from korak.centre.proposals import LONGEST_COMMENT, Face
from korak.i18n import _
from korak.services.proposals import Proposals
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.needs_words import FACE_PICTURES, lesson_face_text
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.labels import Label
from korak.ui.widgets.tile import Tile, TileGrid


class LessonOpinion(Card):
    """Nothing has to be pressed; a face is kept at once, a sentence when it is sent or left behind."""

    def __init__(self, proposals: Proposals, session: Session, lesson_id: str) -> None:
        super().__init__("card")
        self._proposals = proposals
        self._session = session
        self._lesson = lesson_id
        self._face: Face | None = None
        self._question = Label(role="strong")
        self._nobody = Label(role="soft")
        self._faces = {face: Tile(pictogram=FACE_PICTURES[face], kind="face") for face in Face}
        self._grid = TileGrid(columns=3)
        for tile in self._faces.values():
            tile.setCheckable(True)
        self._grid.set_tiles(list(self._faces.values()))
        self._grid.chosen.connect(self._tell)
        self._words = LineEdit()
        self._words.setMaxLength(LONGEST_COMMENT)
        self._words.returnPressed.connect(self.keep)
        self._field = Field(self._words)
        self._send = Button(icon="send")
        self._send.clicked.connect(self.keep)
        self._line = Fold(420)
        self._line.row.setSpacing(12)
        self._line.row.addWidget(self._field, 1)
        self._line.row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        self._line.hide()
        inner = QVBoxLayout()
        inner.setSpacing(8)
        head = Fold(420)
        head.row.setSpacing(16)
        head.row.addWidget(self._question)
        head.row.addWidget(self._nobody, 1)
        for widget in (head, self._grid, self._line):
            inner.addWidget(widget)
        self.body.addLayout(inner)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._question.setText(_("How was the lesson?"))
        self._nobody.setText(_("Your name is not beside it."))
        for face, tile in self._faces.items():
            tile.set_name(lesson_face_text(face))
        self._field.set_label(_("What was hard? What is missing?"))
        self._send.setText(_("Send"))

    def keep(self) -> None:
        """Keep the sentence, if there is one."""
        text = self._words.text().strip()
        if text and self._face is not None:
            self._words.clear()
            self._line.hide()
            self._proposals.comment(self._session, self._lesson, self._face, text)
            self._question.setText(_("Thank you."))
            announce(self._question, self._question.text())

    def _tell(self, place: int) -> None:
        self._face = tuple(Face)[place]
        for face, tile in self._faces.items():
            tile.setChecked(face is self._face)
        self._proposals.comment(self._session, self._lesson, self._face)
        self._line.show()
        announce(self._question, _("Thank you."))
