# SPDX-License-Identifier: GPL-3.0-or-later
"""One entry of the map of local services, to add or to change."""

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from korak import i18n
from korak.centre.local_services import LocalService
from korak.i18n import N_, _
from korak.ui.forms.form import Form
from korak.ui.forms.learners import LEARNER_LANGUAGES
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label

_FIELDS = {
    "name": N_("Name"),
    "kind": N_("Kind"),
    "town": N_("Town"),
    "address": N_("Address"),
    "phone": N_("Phone"),
    "web": N_("Web page"),
    "hours": N_("Opening hours"),
    "for_what": N_("What for"),
    "documents": N_("What to bring along"),
    "note": N_("Note"),
}


class ServiceDialog(Form):
    """Says `saved(LocalService)`."""

    saved = Signal(object)

    def __init__(self, service: LocalService, parent: QWidget) -> None:
        title = _("Change an entry") if service.id else _("Add an entry")
        super().__init__(title, "", parent, (620, 680))
        self._service = service
        self._edits = {name: LineEdit() for name in _FIELDS}
        self._fields = {name: Field(edit) for name, edit in self._edits.items()}
        self._appointment = QCheckBox(_("By appointment only"))
        self._appointment.setChecked(bool(service.appointment))
        self._languages = {code: QCheckBox(i18n.own_name(code)) for code in LEARNER_LANGUAGES}
        self._ask()
        self.button(_("Cancel"), self.reject)
        self._save = self.button(_("Save"), self._say, "primary")
        self._edits["name"].setFocus()

    def refuse(self, sentence: str) -> None:
        """Say at the name why it could not be stored."""
        self._fields["name"].set_message(sentence, "attention")
        self._edits["name"].setFocus()

    def _ask(self) -> None:
        for name, field in self._fields.items():
            field.set_label(_(_FIELDS[name]))
            self._edits[name].setText(str(getattr(self._service, name)))
            self.body.addWidget(field)
        self.body.addWidget(self._appointment)
        self.body.addWidget(Label(_("Languages spoken there"), "trainer"))
        ticks = QWidget()
        flow = FlowLayout(12)
        ticks.setLayout(flow)
        for code, tick in self._languages.items():
            tick.setChecked(code in self._service.languages)
            flow.addWidget(tick)
        self.body.addWidget(ticks)
        self.body.addStretch()

    def _say(self) -> None:
        told = {name: edit.text() for name, edit in self._edits.items()}
        spoken = tuple(code for code, tick in self._languages.items() if tick.isChecked())
        appointment = True if self._appointment.isChecked() else None
        changed = dataclasses.replace(self._service, languages=spoken, appointment=appointment, **told)
        self.saved.emit(changed)
