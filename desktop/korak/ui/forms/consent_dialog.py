# SPDX-License-Identifier: GPL-3.0-or-later
"""What one learner agrees to beside the course: photo, story, contact; each may be taken back at any time."""

from collections.abc import Mapping

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from korak.centre.retention import Purpose
from korak.i18n import _
from korak.ui.forms.form import Form
from korak.ui.rights_words import purpose_text
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field

_YEARS = 2  # how long an answer is suggested to hold


class ConsentDialog(Form):
    """Says `saved({purpose: given}, last day as a QDate)`; only what was changed is in it."""

    saved = Signal(object, QDate)

    def __init__(self, name: str, agreed: Mapping[Purpose, bool], today: QDate, parent: QWidget) -> None:
        note = _("Nobody must agree. Without a tick nothing changes for the course.")
        super().__init__(_("Consents of {name}").format(name=name), note, parent, (560, 480))
        self._agreed = dict(agreed)
        self._ticks = {purpose: Button(purpose_text(purpose), "tick") for purpose in Purpose}
        for purpose, tick in self._ticks.items():
            tick.setChecked(agreed[purpose])
            self.body.addWidget(tick)
        self._until_edit = QDateEdit(today.addYears(_YEARS))
        self._until_edit.setCalendarPopup(True)
        self._until_edit.setMinimumDate(today)
        self._until_edit.setDisplayFormat("d. M. yyyy")
        self._until = Field(self._until_edit)
        self._until.set_label(_("New consents hold until"))
        self.body.addWidget(self._until)
        self.body.addStretch()
        self._cancel = self.button(_("Cancel"), self.reject)
        self._save = self.button(_("Save"), self._say, "primary")
        next(iter(self._ticks.values())).setFocus()

    def _say(self) -> None:
        now = {purpose: tick.isChecked() for purpose, tick in self._ticks.items()}
        changed = {purpose: given for purpose, given in now.items() if given != self._agreed[purpose]}
        self.saved.emit(changed, self._until_edit.date())
        self.accept()
