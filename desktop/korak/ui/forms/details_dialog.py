# SPDX-License-Identifier: GPL-3.0-or-later
"""The few facts a funder asks for about one learner."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.details import Details, Eligible, Level, Sex, is_year
from korak.i18n import _
from korak.ui.roster_words import answers, levels, sexes
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field, LineEdit
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

Answer = TypeVar("Answer", Sex, Eligible, Level)


class DetailsDialog(QDialog):
    """Says `saved(Details)`; every part may stay unknown."""

    saved = Signal(object)

    def __init__(self, name: str, details: Details, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._today = today
        self._title = Label(role="heading")
        self._note = Label(role="soft")
        self._sex_box, self._eligible_box = Choice(), Choice()
        self._in_box, self._out_box = Choice(), Choice()
        self._year_edit = LineEdit()
        self._year_edit.setMaxLength(4)
        self._year_edit.setText("" if details.birth_year is None else str(details.birth_year))
        self._sex = Field(self._sex_box)
        self._year = Field(self._year_edit)
        self._eligible = Field(self._eligible_box)
        self._in, self._out = Field(self._in_box), Field(self._out_box)
        self._save = Button(role="primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._say)
        self._cancel = Button()
        self._cancel.clicked.connect(self.reject)
        self._ring = FocusRing(self)
        self._lay_out()
        self.retranslate()
        _choose(self._sex_box, details.sex)
        _choose(self._eligible_box, details.eligible)
        _choose(self._in_box, details.level_in)
        _choose(self._out_box, details.level_out)
        self._sex_box.setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setWindowTitle(_("Details for the funder"))
        self._title.setText(_("Details of {name}").format(name=self._name))
        self._note.setText(_("Only what the learner tells. Everything may stay open."))
        self._sex.set_label(_("Sex"))
        self._year.set_label(_("Year of birth"))
        self._eligible.set_label(_("The funder counts this person"))
        self._eligible.set_hint(_("For AMIF: a citizen of a country outside the EU."))
        self._in.set_label(_("Slovenian at the beginning"))
        self._out.set_label(_("Slovenian at the end"))
        _fill(self._sex_box, sexes())
        _fill(self._eligible_box, answers())
        _fill(self._in_box, levels())
        _fill(self._out_box, levels())
        self._save.setText(_("Save"))
        self._cancel.setText(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _say(self) -> None:
        text = self._year_edit.text().strip()
        year = int(text) if text.isdecimal() else None
        if text and (year is None or not is_year(year, self._today)):
            self._year.set_message(
                _("This cannot be a year of birth. Write four digits, or leave it empty."), "attention"
            )
            self._year_edit.setFocus()
            return
        self.saved.emit(
            Details(
                Sex(self._sex_box.currentData()),
                year,
                Eligible(self._eligible_box.currentData()),
                Level(self._in_box.currentData()),
                Level(self._out_box.currentData()),
            )
        )
        self.accept()

    def _lay_out(self) -> None:
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.setSpacing(16)
        for widget in (self._title, self._note, self._sex, self._year, self._eligible, self._in, self._out):
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
        self.resize(560, 660)


def _fill(box: QComboBox, choices: list[tuple[Answer, str]]) -> None:
    chosen = box.currentData()
    box.clear()
    for value, text in choices:
        box.addItem(text, value.value)
    box.setCurrentIndex(max(box.findData(chosen), 0))


def _choose(box: QComboBox, value: Answer) -> None:
    box.setCurrentIndex(max(box.findData(value.value), 0))
