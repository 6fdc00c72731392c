# SPDX-License-Identifier: GPL-3.0-or-later
"""The answer to a learner's request: what was asked, whether it was done, and what the learner reads."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from korak.centre.people import Session
from korak.centre.requests import Wanted
from korak.i18n import _, format_date
from korak.services.house import House
from korak.services.requests import Asked
from korak.ui.forms.ask import Ask
from korak.ui.forms.form import Form
from korak.ui.widgets.fields import Field, TextArea
from korak.ui.widgets.labels import Label


class AnswerDialog(Form):
    """`answered` comes once the answer is kept, `erased` once the person is forgotten."""

    answered = Signal()
    erased = Signal()

    def __init__(self, house: House, session: Session, asked: Asked, parent: QWidget) -> None:
        request = asked.request
        note = _("Asked on {day}. Answer by {due}.").format(
            day=format_date(request.at.astimezone().date()), due=format_date(request.due)
        )
        super().__init__(asked.person.name, note, parent, (680, 560))
        self._house = house
        self._session = session
        self._asked = asked
        told = {
            Wanted.CORRECT: _("Something in the data is wrong"),
            Wanted.ERASE: _("All data are to be erased"),
        }
        self.body.addWidget(Label(told[request.what], "lead"))
        if request.text:
            self.body.addWidget(Label(f"»{request.text}«"))
        hint = {
            Wanted.CORRECT: _("Put it right among the learners first. Then write here what you changed."),
            Wanted.ERASE: _("Talk to the learner first. What is erased does not come back."),
        }
        self.body.addWidget(Label(hint[request.what], "soft"))
        self.note_edit = TextArea()
        self._field = Field(self.note_edit)
        self._field.set_label(_("Answer, as the learner reads it"))
        self.body.addWidget(self._field)
        self.body.addStretch()
        self.button(_("Cancel"), self.reject)
        self.refused = self.button(_("Not possible"), partial(self._answer, False))
        if request.what is Wanted.ERASE:
            self.done_button = self.button(_("Erase …"), self._ask_erase, "primary")
        else:
            self.done_button = self.button(_("It is put right"), partial(self._answer, True), "primary")
        self.note_edit.setFocus()

    def _answer(self, done: bool) -> None:
        text = self.note_edit.toPlainText()
        if not text.strip():
            self._field.set_message(_("Write what you did, or why it cannot be done."), "attention")
            self.note_edit.setFocus()
            return
        answer = partial(self._house.requests.answer, self._session, self._asked.request.id, text, done=done)
        if self.try_to(answer) is not None:
            self.accept()
            self.answered.emit()

    def _ask_erase(self) -> None:
        question = _("Erase {name} for good?").format(name=self._asked.person.name)
        note = _(
            "Name, tile, answers and results go. Hours stay counted without a name. This cannot be undone."
        )
        dialog = Ask(question, note, _("Erase"), self)
        dialog.agreed.connect(self._erase)
        dialog.open()

    def _erase(self, _typed: str) -> None:
        erase = partial(self._house.rights.erase, self._session, self._asked.person.id)
        self.try_to(erase)
        self.accept()
        self.erased.emit()
