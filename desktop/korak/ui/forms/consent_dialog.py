# SPDX-License-Identifier: GPL-3.0-or-later
"""What one learner agrees to beside the course: photo, story, contact; each may be taken back at any time."""

from collections.abc import Mapping

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.retention import Purpose
from korak.i18n import _
from korak.ui.rights_words import purpose_text
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

_YEARS = 2  # how long an answer is suggested to hold


class ConsentDialog(QDialog):
    """Says `saved({purpose: given}, last day as a QDate)`; only what was changed is in it."""

    saved = Signal(object, QDate)

    def __init__(self, name: str, agreed: Mapping[Purpose, bool], today: QDate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._agreed = dict(agreed)
        self._title = Label(role="heading")
        self._note = Label(role="soft")
        self._ticks = {purpose: Button(role="tick") for purpose in Purpose}
        for purpose, tick in self._ticks.items():
            tick.setChecked(agreed[purpose])
        self._until_edit = QDateEdit(today.addYears(_YEARS))
        self._until_edit.setCalendarPopup(True)
        self._until_edit.setMinimumDate(today)
        self._until_edit.setDisplayFormat("d. M. yyyy")
        self._until = Field(self._until_edit)
        self._save = Button(role="primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._say)
        self._cancel = Button()
        self._cancel.clicked.connect(self.reject)
        self._ring = FocusRing(self)
        self._lay_out()
        self.retranslate()
        next(iter(self._ticks.values())).setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setWindowTitle(_("Consents"))
        self._title.setText(_("Consents of {name}").format(name=self._name))
        self._note.setText(_("Nobody must agree. Without a tick nothing changes for the course."))
        for purpose, tick in self._ticks.items():
            tick.setText(purpose_text(purpose))
        self._until.set_label(_("New consents hold until"))
        self._save.setText(_("Save"))
        self._cancel.setText(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _say(self) -> None:
        now = {purpose: tick.isChecked() for purpose, tick in self._ticks.items()}
        changed = {purpose: given for purpose, given in now.items() if given != self._agreed[purpose]}
        self.saved.emit(changed, self._until_edit.date())
        self.accept()

    def _lay_out(self) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.setSpacing(16)
        for widget in (self._title, self._note, *self._ticks.values(), self._until):
            inner.addWidget(widget)
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
        self.resize(560, 480)
