# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer, being there, lets the second of a pair in: one passphrase instead of three pictures."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from korak.centre.people import Person
from korak.i18n import _
from korak.services.house import House
from korak.ui.forms.form import Form
from korak.ui.frame import Frame
from korak.ui.widgets.fields import Field, Passphrase
from korak.ui.words_for_faults import words_for_any


class VouchDialog(Form):
    """Asks for the trainer's passphrase; `vouched` brings the session of the learner who was let in."""

    vouched = Signal(object)

    def __init__(self, frame: Frame, house: House, person: Person, parent: QWidget) -> None:
        title = _("Trainer: is {name} here?").format(name=person.shown_name)
        super().__init__(title, _("With your passphrase you confirm who sits here."), parent, (680, 460))
        self._frame = frame
        self._house = house
        self._person = person
        self._edit = Passphrase()
        self._edit.set_names(_("Show what is typed"), _("Hide what is typed"))
        field = Field(self._edit)
        field.set_label(_("Trainer's passphrase"))
        self.body.addWidget(field)
        self.body.addStretch()
        self.button(_("Cancel"), self.reject)
        self._yes = self.button(_("Confirm"), self._confirm, "primary")
        self._edit.setFocus()

    def _confirm(self) -> None:
        if not self._edit.text() or not self._yes.isEnabled():
            return
        self.refuse("")
        self._yes.setEnabled(False)
        work = partial(self._house.sign_in.vouched, self._person.id, self._edit.text())
        self._frame.background.run(work, self._let_in, self._refused)

    def _let_in(self, session: object) -> None:
        self.accept()
        self.vouched.emit(session)

    def _refused(self, fault: Exception) -> None:
        self._yes.setEnabled(True)
        words = words_for_any(fault)
        self.refuse(f"{words.happened} {words.todo}")
        self._edit.selectAll()
        self._edit.setFocus()
