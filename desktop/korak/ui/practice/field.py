# SPDX-License-Identifier: GPL-3.0-or-later
"""What every field of a portal has: its label above, its help and the portal's message below."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from korak.i18n import _
from korak.practice.events import FieldFault
from korak.practice.view import BlockView
from korak.ui.practice.block import BlockBox, column
from korak.ui.theme.theme import Themed, set_property
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

PORTALS_OWN_WORDS: Final = {
    "required": "To polje je obvezno.",
    "too_short": "Besedilo je prekratko. Najmanj znakov: {expected}.",
    "too_long": "Besedilo je predolgo. Največ znakov: {expected}.",
    "not_digits": "Vpišite samo števke.",
    "wrong_length": "Število števk mora biti {expected}.",
    "code_wrong": "Koda ni pravilna.",
    "code_expired": "Koda je potekla. Zahtevajte novo kodo.",
    "code_old": "Koda ni pravilna. Vpišite kodo iz zadnjega sporočila.",
    "not_date": "Vpišite datum, na primer 25. 11. 2026.",
    "too_early": "Datum je prezgoden. Najprej: {limit}.",
    "too_late": "Datum je prepozen. Najpozneje: {limit}.",
    "not_money": "Vpišite znesek, na primer 12,40.",
    "too_little": "Znesek je premajhen. Najmanj: {limit}.",
    "too_much": "Znesek je prevelik. Največ: {limit}.",
    "not_phone": "Vpišite telefonsko številko.",
    "not_email": "Vpišite e-naslov, na primer ime@posta.invalid.",
    "not_emso": "EMŠO ima 13 števk.",
    "not_tax_number": "Davčna številka ima 8 števk.",
    "not_iban": "IBAN ima črki SI in 17 števk.",
    "not_reference": "Referenca se začne s SI in dvema števkama.",
    "not_card": "Številka kartice ima 16 števk.",
    "no_upper": "Geslo mora imeti veliko črko.",
    "no_lower": "Geslo mora imeti malo črko.",
    "no_digit": "Geslo mora imeti števko.",
    "no_special": "Geslo mora imeti poseben znak, na primer ! ali -.",
    "runs": "Geslo ne sme imeti treh enakih znakov skupaj.",
    "not_same": "Vpisa nista enaka.",
    "picture_wrong": "Koda s slike ni pravilna.",
    "wrong_type": "Ta vrsta datoteke ni dovoljena. Dovoljeno: {limit}.",
    "file_too_big": "Datoteka je prevelika. Največ: {limit}.",
    "too_many": "Izbrali ste preveč. Največ: {expected}.",
    "too_few": "Izbrali ste premalo. Najmanj: {expected}.",
    "not_human": "Izbrali ste napačne slike.",
}
"""What a portal says where its author wrote nothing. It is Slovenian in every language, as portals are."""


class FieldBox(BlockBox):
    """A field with its label above, its help and the portal's message below."""

    def __init__(self, view: BlockView) -> None:
        super().__init__()
        self.field = view.target
        self._required = False
        self._shown: tuple[str, str, FieldFault | None] = ("", "", None)
        self.label = Label("", "portal-label")
        self._help = Label("", "portal-help")
        self._help.setVisible(False)
        self._message = FaultLine()
        self.lines = column(self, 5)
        self.lines.addWidget(self.label)

    def add_editor(self, editor: QWidget) -> None:
        """Put the editor between the label and what is said below it."""
        self.lines.addWidget(editor)
        self.lines.addWidget(self._help)
        self.lines.addWidget(self._message)

    def show_view(self, view: BlockView) -> None:
        wanted = (view.text, view.help, view.message)
        if wanted == self._shown and view.required == self._required:
            return
        self._shown, self._required = wanted, view.required
        self.label.setText(f"{view.text} *" if view.required else view.text)
        self._help.setText(view.help)
        self._help.setVisible(bool(view.help))
        said = portals_words(view.message)
        self._message.say(said)
        control = self.control()
        set_property(control, "state", "attention" if said else "")
        control.setAccessibleName(f"{view.text}, {_('required')}" if view.required else view.text)
        control.setAccessibleDescription(" ".join(part for part in (said, view.help) if part))

    def retranslate(self) -> None:
        self._shown = ("", "", None)


def portals_words(fault: FieldFault | None) -> str:
    """What the portal says about a fault: its author's sentence, else the usual one."""
    if fault is None:
        return ""
    return fault.text or PORTALS_OWN_WORDS[fault.code].format(expected=fault.expected, limit=fault.limit)


class FaultLine(Themed, QWidget):
    """What the portal finds wrong, with an icon, below its field."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Picture("", 20)
        self._icon.set_icon("circle-alert", "clay")
        self._label = Label("", "portal-fault")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._label, 1)
        self.setVisible(False)

    def say(self, text: str) -> None:
        """Show the message, or nothing."""
        self._label.setText(text)
        self.setVisible(bool(text))
