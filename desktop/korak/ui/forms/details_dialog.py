# SPDX-License-Identifier: GPL-3.0-or-later
"""The few facts a funder asks for about one learner."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from korak.centre.details import Details, Eligible, Level, Sex, is_year
from korak.i18n import _
from korak.ui.forms.form import Form
from korak.ui.roster_words import answers, levels, sexes
from korak.ui.widgets.fields import Choice, Field, LineEdit

Answer = TypeVar("Answer", Sex, Eligible, Level)


class DetailsDialog(Form):
    """Says `saved(Details)`; every part may stay unknown."""

    saved = Signal(object)

    def __init__(
        self,
        name: str,
        details: Details,
        today: date,
        parent: QWidget,
        origins: Sequence[tuple[str, str]] = (),
    ) -> None:
        note = _("Only what the learner tells. Everything may stay open.")
        super().__init__(_("Details of {name}").format(name=name), note, parent, (560, 720))
        self._today = today
        self._sex_box, self._eligible_box = Choice(), Choice()
        self._in_box, self._out_box, self._origin_box = Choice(), Choice(), Choice()
        self._year_edit = LineEdit()
        self._year_edit.setMaxLength(4)
        self._year_edit.setText("" if details.birth_year is None else str(details.birth_year))
        self._sex = Field(self._sex_box)
        self._year = Field(self._year_edit)
        self._eligible = Field(self._eligible_box)
        self._in, self._out = Field(self._in_box), Field(self._out_box)
        self._origin = Field(self._origin_box)
        self._ask()
        _choose(self._sex_box, sexes(), details.sex)
        _choose(self._eligible_box, answers(), details.eligible)
        _choose(self._in_box, levels(), details.level_in)
        _choose(self._out_box, levels(), details.level_out)
        for code, text in (("", _("not told")), *origins):
            self._origin_box.addItem(text, code)
        self._origin_box.setCurrentIndex(max(self._origin_box.findData(details.origin), 0))
        self._cancel = self.button(_("Cancel"), self.reject)
        self._save = self.button(_("Save"), self._say, "primary")
        self._sex_box.setFocus()

    def _ask(self) -> None:
        self._sex.set_label(_("Sex"))
        self._year.set_label(_("Year of birth"))
        self._eligible.set_label(_("The funder counts this person"))
        self._eligible.set_hint(_("For AMIF: a citizen of a country outside the EU."))
        self._in.set_label(_("Slovenian at the beginning"))
        self._out.set_label(_("Slovenian at the end"))
        self._origin.set_label(_("Group of nationalities"))
        self._origin.set_hint(_("Only if the funder asks for it."))
        for field in (self._sex, self._year, self._eligible, self._origin, self._in, self._out):
            self.body.addWidget(field)
        self.body.addStretch()

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
                str(self._origin_box.currentData()),
            )
        )
        self.accept()


def _choose(box: QComboBox, choices: list[tuple[Answer, str]], value: Answer) -> None:
    for choice, text in choices:
        box.addItem(text, choice.value)
    box.setCurrentIndex(max(box.findData(value.value), 0))
