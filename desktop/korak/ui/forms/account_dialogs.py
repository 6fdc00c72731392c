# SPDX-License-Identifier: GPL-3.0-or-later
"""A colleague's name, role and language, and a passphrase that they type themselves."""

import dataclasses
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from korak.centre.people import Person, Role, Session
from korak.i18n import _
from korak.services.accounts import Accounts
from korak.services.faults import FaultKind, ServiceFault
from korak.services.sign_in import ROLES
from korak.ui.background import Background
from korak.ui.forms.form import Form
from korak.ui.forms.learners import LanguageBox
from korak.ui.forms.secret import NewPassphrase
from korak.ui.role_words import role_note, role_word
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field, LineEdit
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for_any


class AccountDialog(Form):
    """A new colleague, or one to change; what was typed stays where something is not right."""

    saved = Signal(str)

    def __init__(
        self,
        accounts: Accounts,
        session: Session,
        background: Background,
        person: Person | None,
        parent: QWidget,
    ) -> None:
        title = _("New colleague") if person is None else _("Change a colleague")
        super().__init__(title, "", parent, (680, 640))
        self._accounts = accounts
        self._session = session
        self._background = background
        self._person = person or Person("", Role.MEDIATOR, "", picture="teacher")
        self._name_edit, self._roles = LineEdit(), Choice()
        self._languages = LanguageBox(self._person.language)
        self._name, self._role = Field(self._name_edit), Field(self._roles)
        self._language = Field(self._languages)
        self._secret = NewPassphrase() if person is None else None
        self._lay_out()
        self.button(_("Cancel"), self.reject)
        self._keep = self.button(_("Save"), self._save, "primary")
        self._look()
        self._name_edit.setFocus()

    # slots

    def _save(self) -> None:
        wanted = dataclasses.replace(
            self._person,
            name=self._name_edit.text(),
            role=Role(str(self._roles.currentData())),
            language=self._languages.language,
        )
        self._name.set_message("")
        work: Callable[[], object] = partial(self._accounts.change, self._session, wanted)
        if self._secret is not None:
            work = partial(self._accounts.add, self._session, wanted, self._secret.passphrase)
        self._keep.setEnabled(False)
        self._background.run(work, self._kept, self._refused)

    def _kept(self, kept: object) -> None:
        if isinstance(kept, Person):
            self.saved.emit(kept.id)
        self.accept()

    def _refused(self, fault: Exception) -> None:
        words = words_for_any(fault)
        self._look()
        if isinstance(fault, ServiceFault) and fault.code in (FaultKind.NAME_TAKEN, FaultKind.NAME_MISSING):
            self._name.set_message(f"{words.happened} {words.todo}", "attention")
            self._name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.refuse(f"{words.happened} {words.todo}")

    def _look(self) -> None:
        self._role.set_hint(role_note(Role(str(self._roles.currentData()))))
        typed = self._secret is None or bool(self._secret.passphrase)
        self._keep.setEnabled(bool(self._name_edit.text().strip()) and typed)

    # internal

    def _lay_out(self) -> None:
        self._name.set_label(_("Name"))
        self._role.set_label(_("Role"))
        self._language.set_label(_("Language"))
        for role in ROLES:
            self._roles.addItem(role_word(role), role.value)
        self._roles.setCurrentIndex(max(self._roles.findData(self._person.role.value), 0))
        self._name_edit.setText(self._person.name)
        for widget in (self._name, self._role, self._language):
            self.body.addWidget(widget)
        if self._person.id == self._session.person_id:
            self._role.setEnabled(False)  # nobody takes their own rights away while they use them
        if self._secret is not None:
            self.body.addWidget(Label(_("Now let your colleague type a passphrase."), "lead"))
            self.body.addWidget(self._secret)
            self._secret.changed.connect(self._look)
            self._secret.finished.connect(self._enter)
        self.body.addStretch()
        self._name_edit.textChanged.connect(self._look)
        self._roles.currentIndexChanged.connect(self._look)

    def _enter(self) -> None:
        if self._keep.isEnabled():
            self._save()


class PassphraseDialog(Form):
    """A new passphrase for a colleague, typed by themselves."""

    saved = Signal()

    def __init__(
        self,
        title: str,
        keep: Callable[[str], None],
        background: Background,
        parent: QWidget,
    ) -> None:
        note = _("Let your colleague type it. The old one opens nothing any more.")
        super().__init__(title, note, parent, (640, 440))
        self._keep_it = keep
        self._background = background
        self._secret = NewPassphrase()
        self._secret.changed.connect(self._look)
        self._secret.finished.connect(self._save)
        self.body.addWidget(self._secret)
        self.body.addStretch()
        self.button(_("Cancel"), self.reject)
        self._keep: Button = self.button(_("Save"), self._save, "primary")
        self._look()
        self._secret.setFocus()

    def _save(self) -> None:
        if self._keep.isEnabled():
            self._keep.setEnabled(False)
            work = partial(self._keep_it, self._secret.passphrase)
            self._background.run(work, self._kept, self._refused)

    def _kept(self, _nothing: object) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, fault: Exception) -> None:
        words = words_for_any(fault)
        self._look()
        self.refuse(f"{words.happened} {words.todo}")

    def _look(self) -> None:
        self._keep.setEnabled(bool(self._secret.passphrase))
