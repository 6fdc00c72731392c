# SPDX-License-Identifier: GPL-3.0-or-later
"""One entry of the map of local services, to add or to change."""

import dataclasses

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.local_services import LocalService
from korak.i18n import N_, _
from korak.ui.forms.learners import LEARNER_LANGUAGES
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

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


class ServiceDialog(QDialog):
    """Says `saved(LocalService)`."""

    saved = Signal(object)

    def __init__(self, service: LocalService, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._service = service
        self._title = Label(role="heading")
        self._edits = {name: LineEdit() for name in _FIELDS}
        self._fields = {name: Field(edit) for name, edit in self._edits.items()}
        for name, edit in self._edits.items():
            edit.setText(str(getattr(service, name)))
        self._appointment = QCheckBox()
        self._appointment.setChecked(bool(service.appointment))
        self._languages_title = Label(role="trainer")
        self._languages = {code: QCheckBox(i18n.own_name(code)) for code in LEARNER_LANGUAGES}
        for code, tick in self._languages.items():
            tick.setChecked(code in service.languages)
        self._save = Button(role="primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._say)
        self._cancel = Button()
        self._cancel.clicked.connect(self.reject)
        self._ring = FocusRing(self)
        self._lay_out()
        self.retranslate()
        self._edits["name"].setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it could not be stored."""
        self._fields["name"].set_message(sentence, "attention")
        self._edits["name"].setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        title = _("Change an entry") if self._service.id else _("Add an entry")
        self.setWindowTitle(title)
        self._title.setText(title)
        for name, field in self._fields.items():
            field.set_label(_(_FIELDS[name]))
        self._appointment.setText(_("By appointment only"))
        self._languages_title.setText(_("Languages spoken there"))
        self._save.setText(_("Save"))
        self._cancel.setText(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _say(self) -> None:
        told = {name: edit.text() for name, edit in self._edits.items()}
        spoken = tuple(code for code, tick in self._languages.items() if tick.isChecked())
        appointment = True if self._appointment.isChecked() else None
        changed = dataclasses.replace(self._service, languages=spoken, appointment=appointment, **told)
        self.saved.emit(changed)

    def _lay_out(self) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.setSpacing(12)
        inner.addWidget(self._title)
        for field in self._fields.values():
            inner.addWidget(field)
        inner.addWidget(self._appointment)
        inner.addWidget(self._languages_title)
        ticks = QWidget()
        flow = FlowLayout(12)
        ticks.setLayout(flow)
        for tick in self._languages.values():
            flow.addWidget(tick)
        inner.addWidget(ticks)
        inner.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Scroller(content))
        column.addLayout(foot)
        self.resize(600, 680)
