# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trainer wrote down about a learner."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from korak.centre.classroom import Note
from korak.centre.people import Person, Session
from korak.i18n import _, format_date
from korak.services.classroom import Classroom
from korak.ui.forms.form import Form
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, TextArea
from korak.ui.widgets.labels import Label


class NotesDialog(Form):
    """The notes, the newest first; one can be added, taken away, and brought back."""

    def __init__(self, classroom: Classroom, session: Session, person: Person, parent: QWidget) -> None:
        note = _("Write only what helps to teach. The learner may ask to read it.")
        super().__init__(_("Notes: {name}").format(name=person.shown_name), note, parent, (680, 560))
        self._classroom = classroom
        self._session = session
        self._person = person
        self._dropped: Note | None = None
        self._text = TextArea()
        self._text.setTabChangesFocus(True)
        self._text.setMaximumHeight(110)
        self._field = Field(self._text)
        self._field.set_label(_("New note"))
        self._notes = QWidget()
        self._undo = Button(_("Undo: bring the note back"), "link")
        self._undo.clicked.connect(self._bring_back)
        self.body.addWidget(self._field)
        self.body.addWidget(self._notes)
        self.body.addWidget(self._undo)
        self.body.addStretch()
        self.button(_("Close"), self.accept)
        self.button(_("Save"), self._save, "primary")
        self._show()
        self._text.setFocus()

    # slots

    def _save(self) -> None:
        self.refuse("")
        text = self._text.toPlainText()
        if self.try_to(partial(self._classroom.add_note, self._session, self._person.id, text)):
            self._text.clear()
            self.tell(_("Saved."))
            self._show()

    def _drop(self, note: Note) -> None:
        self._classroom.drop_note(self._session, note)
        self._dropped = note
        self._show()

    def _bring_back(self) -> None:
        if self._dropped is not None:
            self._classroom.drop_note(self._session, self._dropped, undo=True)
        self._dropped = None
        self._show()

    # internal

    def _show(self) -> None:
        self._undo.setVisible(self._dropped is not None)
        fresh = QWidget()
        column = Form.column_of(fresh)
        for note in self._classroom.notes(self._session, self._person.id):
            row = QHBoxLayout()
            day = format_date(note.at.astimezone().date())
            row.addWidget(Label(f"{day} · {note.text}", "trainer"), 1)
            away = Button(_("Remove"), "quiet")
            away.setAccessibleName(f"{_('Remove')}: {day}, {note.text[:40]}")
            away.clicked.connect(partial(self._drop, note))
            row.addWidget(away)
            column.addLayout(row)
        self.body.replaceWidget(self._notes, fresh)
        self._notes.deleteLater()
        self._notes = fresh
