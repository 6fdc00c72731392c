# SPDX-License-Identifier: GPL-3.0-or-later
"""My data: take them along, say that something is wrong, ask that they are erased; with the answers."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.requests import Answer, Request, Wanted
from korak.i18n import _, format_date
from korak.services.house import House
from korak.ui.forms.form import Form
from korak.ui.frame import Frame
from korak.ui.printing import save_file
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, TextArea
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for_any


class AskDialog(Form):
    """One request in the learner's own words; `asked` comes once it is kept."""

    asked = Signal()

    def __init__(self, house: House, session: Session, what: Wanted, parent: QWidget) -> None:
        titles = {
            Wanted.CORRECT: (_("What is wrong?"), _("Your teacher reads it and answers you.")),
            Wanted.ERASE: (
                _("Do you want all your data to be erased?"),
                _("Your name, your words and your results go. Your teacher asks you once more."),
            ),
        }
        super().__init__(*titles[what], parent, (620, 440))
        self._house = house
        self._session = session
        self._what = what
        self.text = TextArea()
        field = Field(self.text)
        field.set_label(
            _("Write it in any language") if what is Wanted.CORRECT else _("Why? You need not say.")
        )
        self.body.addWidget(field)
        self.body.addStretch()
        self.button(_("Cancel"), self.reject)
        self.send = self.button(_("Send"), self._send, "primary")
        self.text.setFocus()

    def _send(self) -> None:
        text = self.text.toPlainText()
        if self._what is Wanted.CORRECT and not text.strip():
            self.refuse(_("Write what is wrong."))
            self.text.setFocus()
            return
        if self.try_to(partial(self._house.requests.ask, self._session, self._what, text)) is not None:
            self.accept()
            self.asked.emit()


class OwnData(Card):
    """The learner's rights, in three buttons; below them what was asked already."""

    said = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__("card")
        self._frame = frame
        self._house = house
        self._session = session
        self._title, self._note = Label(role="lead"), Label()
        self.take, self.wrong, self.erase = (
            Button(icon="download"),
            Button(icon="pencil"),
            Button(icon="trash-2"),
        )
        self.take.clicked.connect(self._take)
        self.wrong.clicked.connect(partial(self._ask, Wanted.CORRECT))
        self.erase.clicked.connect(partial(self._ask, Wanted.ERASE))
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button in (self.take, self.wrong, self.erase):
            flow.addWidget(button)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(8)
        self.body.addWidget(self._title)
        self.body.addWidget(self._note)
        self.body.addWidget(acts)
        self.body.addLayout(self._asked)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("My data"))
        self._note.setText(
            _("The data are yours. You can take them along, or ask your teacher to change them.")
        )
        self.take.setText(_("All my data in a file"))
        self.wrong.setText(_("Something is wrong"))
        self.erase.setText(_("Erase my data"))
        self._show()

    # slots

    def _take(self) -> None:
        below, person = self._frame.below(), self._session.person_id
        try:
            sheet = self._house.sheets.learner_pdf(self._session, person, below)
            data = self._house.rights.bundle(self._session, person, sheet)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self.said.emit(f"{words.happened} {words.todo}")
            return
        path = save_file(data, "korak-moji-podatki.zip", (_("All my data in a file"), "ZIP (*.zip)"), self)
        if path is not None:
            self.said.emit(_("Saved: {file}").format(file=path.name))

    def _ask(self, what: Wanted) -> None:
        dialog = AskDialog(self._house, self._session, what, self)
        dialog.asked.connect(self._sent)
        dialog.open()

    def _sent(self) -> None:
        self._show()
        self.said.emit(_("Sent. Your teacher answers here."))

    # internal

    def _show(self) -> None:
        while (item := self._asked.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for request, answer in self._house.requests.mine(self._session):
            self._asked.addWidget(_line(request, answer))


def wanted_text(what: Wanted) -> str:
    """What somebody asks for."""
    return {Wanted.CORRECT: _("Something is wrong"), Wanted.ERASE: _("Erase my data")}[what]


def _line(request: Request, answer: Answer | None) -> QWidget:
    day = format_date(request.at.astimezone().date())
    asked = f"{day} · {wanted_text(request.what)}"
    text = f"{asked}: {request.text}" if request.text else asked
    if answer is None:
        told = _("Waiting for the answer, until {day}.").format(day=format_date(request.due))
    else:
        on = format_date(answer.at.astimezone().date())
        told = _("Answer, {day}: {text}").format(day=on, text=answer.note)
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(2)
    column.addWidget(Label(text, "soft"))
    column.addWidget(Label(told, "strong"))
    return line
