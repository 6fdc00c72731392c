# SPDX-License-Identifier: GPL-3.0-or-later
"""The locked centre: the trainer's passphrase opens it; the recovery code does if that was forgotten."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _
from korak.services.house import House
from korak.services.vault import Vault
from korak.ui.announce import announce
from korak.ui.forms.recovery import RecoverySheet
from korak.ui.forms.secret import NewPassphrase
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, Page
from korak.ui.waiting import Waiting, seconds_to_wait
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, LineEdit, Passphrase
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.words_for_faults import words_for_any

_WIDTH = 640


class UnlockPage(Page):
    """One field; behind “forgotten” a code and a new passphrase."""

    opened = Signal(object)

    def __init__(self, frame: Frame, vault: Vault) -> None:
        super().__init__(frame)
        self._vault = vault
        self._forgotten = False
        self._house: House | None = None
        self._sheet: RecoverySheet | None = None
        self._waiting = Waiting(self)
        self._waiting.ticked.connect(self._wait)
        self._waiting.over.connect(self._waited)
        self._title = Label(role="title")
        self._lead = Label(role="soft")
        self._passphrase_edit = Passphrase()
        self._passphrase = Field(self._passphrase_edit)
        self._passphrase_edit.returnPressed.connect(self._go_on)
        self._passphrase_edit.textChanged.connect(self._look_at_fields)
        self._code_edit = LineEdit()
        self._code = Field(self._code_edit)
        self._code_edit.textChanged.connect(self._look_at_fields)
        self._new = NewPassphrase()
        self._code_edit.returnPressed.connect(self._new.setFocus)
        self._new.changed.connect(self._look_at_fields)
        self._new.finished.connect(self._go_on)
        self._told = Card("amber")
        self._told_text = Label()
        self._told.body.addWidget(self._told_text)
        self._told.hide()
        self._room = QVBoxLayout()
        self._main = Button(role="main", trailing="arrow-right")
        self._main.clicked.connect(self._go_on)
        self._other = Button(role="quiet")
        self._other.clicked.connect(self._turn)
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """Only the languages and the text size."""
        return Bar()

    def main_widget(self) -> QWidget:
        """The field to type in."""
        if self._sheet is not None:
            return self._sheet
        return self._code_edit if self._forgotten else self._passphrase_edit

    def help_texts(self) -> tuple[str, ...]:
        """Who can open the centre."""
        return (
            _("The data are encrypted. A trainer opens them with the passphrase."),
            _("The recovery code is on the sheet that was printed at the first start."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._passphrase.set_label(_("Trainer's passphrase"))
        self._passphrase_edit.set_names(_("Show what is typed"), _("Hide what is typed"))
        self._code.set_label(_("Recovery code"))
        self._code.set_hint(_("Hyphens and small letters do not matter."))
        self._show()

    def leave(self) -> None:
        """Forget what was typed."""
        self._waiting.stop()
        self._passphrase_edit.clear()
        self._code_edit.clear()
        self._new.clear()
        if self._house is not None:
            self._house.close()
            self._house = None

    def back(self) -> None:
        """From the recovery code back to the passphrase."""
        if self._forgotten and self._house is None:
            self._turn()

    # slots

    def _turn(self) -> None:
        self._forgotten = not self._forgotten
        self._told.hide()
        self._show()
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if not self._main.isEnabled():
            return
        if self._house is not None:
            house, self._house = self._house, None
            self.opened.emit(house)
            return
        self._told.hide()
        self._main.setEnabled(False)
        self._lead.setText(_("Just a moment."))
        if self._forgotten:
            work = partial(self._vault.recover, self._code_edit.text(), self._new.passphrase)
            self.frame.background.run(work, self._recovered, self._refused)
        else:
            work = partial(self._vault.unlock, self._passphrase_edit.text())
            self.frame.background.run(work, self._unlocked, self._refused)

    def _unlocked(self, house: House) -> None:
        self.opened.emit(house)

    def _recovered(self, made: tuple[House, str]) -> None:
        self._house, code = made
        self._sheet = RecoverySheet(self.frame, self._house.centre.settings().name, code)
        self._sheet.confirmed.connect(self._look_at_fields)
        self._sheet.finished.connect(self._go_on)
        self._room.addWidget(self._sheet)
        self._show()
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, fault: Exception) -> None:
        seconds = seconds_to_wait(fault)
        if seconds > 0:
            self._waiting.begin(seconds)
        words = words_for_any(fault)
        self._told_text.setText(f"{words.happened} {words.todo}")
        self._told.show()
        self._show()
        if not self._forgotten:
            self._passphrase_edit.selectAll()
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._told, self._told_text.text())

    def _wait(self) -> None:
        self._told_text.setText(self._waiting.sentence())

    def _waited(self) -> None:
        self._told.hide()
        self._look_at_fields()

    # internal

    def _look_at_fields(self) -> None:
        if self._sheet is not None:
            ready = self._sheet.is_confirmed()
        elif self._forgotten:
            ready = bool(self._code_edit.text().strip() and self._new.passphrase)
        else:
            ready = bool(self._passphrase_edit.text())
        self._main.setEnabled(ready and self._waiting.left == 0)

    def _show(self) -> None:
        recovered = self._sheet is not None
        self._title.setText(self._wanted_title())
        self._lead.setText(self._wanted_lead())
        self._passphrase.setVisible(not self._forgotten and not recovered)
        self._code.setVisible(self._forgotten and not recovered)
        self._new.setVisible(self._forgotten and not recovered)
        self._main.setText(_("Begin") if recovered else _("Open"))
        self._other.setVisible(not recovered)
        self._other.setText(_("Back to the passphrase") if self._forgotten else _("I forgot the passphrase"))
        self._look_at_fields()

    def _wanted_title(self) -> str:
        if self._sheet is not None:
            return _("New recovery code")
        return _("Open with the recovery code") if self._forgotten else _("The centre is locked")

    def _wanted_lead(self) -> str:
        if self._sheet is not None:
            return _("The old code opens nothing any more. Print the new one.")
        if self._forgotten:
            return _("Type the code from the sheet, then a new passphrase.")
        return _("A trainer opens it with the passphrase.")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._other)
        foot.addStretch()
        foot.addWidget(self._main)
        middle = Middle(_WIDTH)
        above = (
            Picture("locked-with-key", 96),
            self._title,
            self._lead,
            self._passphrase,
            self._code,
            self._new,
        )
        for widget in above:
            middle.column.addWidget(widget)
        middle.column.addLayout(self._room)
        middle.column.addWidget(self._told)
        middle.column.addSpacing(8)
        middle.column.addLayout(foot)
        middle.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(middle)
