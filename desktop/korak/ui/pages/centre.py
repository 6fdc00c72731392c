# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's page of the centre: name, lock, passphrase, recovery code, backups, drafts, colours."""

import dataclasses
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Session
from korak.centre.privacy import Deed, may, may_enter
from korak.i18n import _, format_date, ngettext
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.vault import Backup, Vault
from korak.settings import THEMES
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold
from korak.ui.forms.recovery import RecoverySheet
from korak.ui.forms.secret import NewPassphrase
from korak.ui.frame import Frame
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, LineEdit, Number, Passphrase
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for_any

_WAYS = ("colleagues", "audit", "rights")


class CentrePage(DeskPage):
    """One card for each thing; every card says what became of it."""

    here = "centre"
    changed = Signal()

    def __init__(self, frame: Frame, house: House, session: Session, vault: Vault) -> None:
        super().__init__(frame, house, session)
        self._vault = vault
        self._changes_centre = may(session, Deed.CHANGE_CENTRE)
        self._sheet: RecoverySheet | None = None
        self._backups: tuple[Backup, ...] = ()
        self._title = Label(role="title")
        self._build_names()
        self._build_secret()
        self._build_code()
        self._build_rest()
        self._ways = {place: _Way(frame, place) for place in _WAYS if may_enter(session, place)}
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The centre's name, or where somebody changes only their own passphrase, that."""
        return self._name_edit if self._changes_centre else self._old_edit

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._title.setText(_("Centre"))
        notes = {
            "colleagues": (_("Colleagues"), _("Who has a passphrase, and who may do what.")),
            "audit": (_("Changes after closing"), _("Who changed attendance or points afterwards, and why.")),
            "rights": (_("Data and rights"), self._rights_note()),
        }
        for place, way in self._ways.items():
            way.say(*notes[place])
        self._names_title.setText(_("Name and lock"))
        self._name.set_label(_("Name of the centre"))
        self._minutes.set_label(_("Minutes until the screen locks itself"))
        self._minutes_box.lineEdit().setAccessibleName(_("Minutes until the screen locks itself"))
        self._names_save.setText(_("Save"))
        self._secret_title.setText(_("Passphrase"))
        self._old.set_label(_("Passphrase until now"))
        self._old_edit.set_names(_("Show what is typed"), _("Hide what is typed"))
        self._secret_save.setText(_("Change the passphrase"))
        self._code_title.setText(_("Recovery code"))
        self._code_note.setText(_("A new code makes the printed one useless."))
        self._code_pass.set_label(_("Passphrase"))
        self._code_edit.set_names(_("Show what is typed"), _("Hide what is typed"))
        self._code_make.setText(_("Make a new code"))
        self._backup_title.setText(_("Backups"))
        self._backup_make.setText(_("Back up now"))
        self._colours_title.setText(_("Colours of this computer"))
        self._drafts_title.setText(_("Translations"))
        names = {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}
        for name, button in self._themes.items():
            button.setText(names[name])
        self._show_drafts()
        self._show_backups()
        self._look_at_fields()

    def shown(self) -> None:
        """Ask for the settings."""
        settings = self.house.centre.settings()
        self._name_edit.setText(settings.name)
        self._minutes_box.setValue(settings.idle_minutes)
        self._backups = self._vault.backups()
        self._show_backups()
        self._show_themes()

    def leave(self) -> None:
        """Forget what was typed."""
        self._old_edit.clear()
        self._new.clear()
        self._code_edit.clear()

    # slots

    def _save_names(self) -> None:
        wanted = dataclasses.replace(
            self.house.centre.settings(), name=self._name_edit.text(), idle_minutes=self._minutes_box.value()
        )
        try:
            kept = self.house.centre.change(self.session, wanted)
        except ServiceFault as fault:
            self._say(self._names_told, words_for_any(fault).happened)
            return
        self.changed.emit()
        self.rename_centre(kept.name)
        self._say(self._names_told, _("Saved."))

    def _save_secret(self) -> None:
        if not self._secret_save.isEnabled():
            return
        self._secret_save.setEnabled(False)
        change = partial(
            self.house.change_passphrase, self.session, self._old_edit.text(), self._new.passphrase
        )
        self.frame.background.run(change, self._secret_saved, partial(self._refused, self._secret_told))

    def _secret_saved(self, _nothing: None) -> None:
        self._old_edit.clear()
        self._new.clear()
        self._say(self._secret_told, _("The passphrase is changed."))

    def _make_code(self) -> None:
        if not self._code_make.isEnabled():
            return
        self._code_make.setEnabled(False)
        make = partial(self.house.new_recovery_code, self.session, self._code_edit.text())
        self.frame.background.run(make, self._code_made, partial(self._refused, self._code_told))

    def _code_made(self, code: str) -> None:
        self._code_edit.clear()
        if self._sheet is not None:
            self._sheet.deleteLater()
        self._sheet = RecoverySheet(self.frame, self.house.centre.settings().name, code)
        self._code_card.body.addWidget(self._sheet)
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(self._code_told, _("The old code opens nothing any more. Print the new one."))

    def _back_up(self) -> None:
        self._backup_make.setEnabled(False)
        self.frame.background.run(
            self.house.back_up, self._backed_up, partial(self._refused, self._backup_told)
        )

    def _backed_up(self, _made: object) -> None:
        self._backup_make.setEnabled(True)
        self._backups = self._vault.backups()
        self._show_backups()
        self._say(self._backup_told, _("The backup is made and was read back."))

    def _refused(self, label: Label, fault: Exception) -> None:
        words = words_for_any(fault)
        self._say(label, f"{words.happened} {words.todo}")
        self._backup_make.setEnabled(True)
        self._look_at_fields()

    def _choose_theme(self, name: str) -> None:
        self.frame.preferences.choose_theme(name)
        self._show_themes()

    def _look_at_fields(self) -> None:
        self._secret_save.setEnabled(bool(self._old_edit.text() and self._new.passphrase))
        self._code_make.setEnabled(bool(self._code_edit.text()))
        self._names_save.setEnabled(bool(self._name_edit.text().strip()))

    # internal

    def _rights_note(self) -> str:
        if "rights" in self._ways and self.house.rights.reminder(self.session):
            return _("For some people the time to keep data is over.")
        return _("Consents, and how long data are kept.")

    def _say(self, label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        announce(label, text)

    def _show_backups(self) -> None:
        found = self._backups
        if not found:
            self._backup_note.setText(_("There is no backup yet. One is made every day."))
            return
        latest = found[0].made_at.astimezone()
        count = ngettext("{n} backup", "{n} backups", len(found)).format(n=len(found))
        last = _("the newest from {date}, {time}").format(
            date=format_date(latest.date()), time=f"{latest.hour}.{latest.minute:02}"
        )
        self._backup_note.setText(f"{count} · {last}")

    def _show_drafts(self) -> None:
        drafts = [known for known in i18n.languages() if known.draft]
        self._drafts.setText(
            "\n".join(
                ngettext(
                    "{language}: {n} text was translated by a machine and nobody has checked it yet.",
                    "{language}: {n} texts were translated by a machine and nobody has checked them yet.",
                    known.draft,
                ).format(language=known.own_name, n=known.draft)
                for known in drafts
            )
            or _("All translations have been checked.")
        )

    def _show_themes(self) -> None:
        for name, button in self._themes.items():
            button.setChecked(name == self.frame.preferences.settings.theme)

    def _build_names(self) -> None:
        self._names_title = Label(role="lead")
        self._name_edit = LineEdit()
        self._name = Field(self._name_edit)
        self._minutes_box = Number(1, 120)
        self._minutes = Field(self._minutes_box)
        self._names_save = Button(role="primary")
        self._names_save.clicked.connect(self._save_names)
        self._name_edit.textChanged.connect(self._look_at_fields)
        self._name_edit.returnPressed.connect(self._save_names)
        self._names_told = Label(role="soft")
        self._names_told.hide()

    def _build_secret(self) -> None:
        self._secret_title = Label(role="lead")
        self._old_edit = Passphrase()
        self._old = Field(self._old_edit)
        self._new = NewPassphrase()
        self._old_edit.textChanged.connect(self._look_at_fields)
        self._new.changed.connect(self._look_at_fields)
        self._new.finished.connect(self._save_secret)
        self._secret_save = Button(role="primary")
        self._secret_save.clicked.connect(self._save_secret)
        self._secret_told = Label(role="soft")
        self._secret_told.hide()

    def _build_code(self) -> None:
        self._code_title = Label(role="lead")
        self._code_note = Label(role="soft")
        self._code_edit = Passphrase()
        self._code_pass = Field(self._code_edit)
        self._code_edit.textChanged.connect(self._look_at_fields)
        self._code_edit.returnPressed.connect(self._make_code)
        self._code_make = Button(role="primary")
        self._code_make.clicked.connect(self._make_code)
        self._code_told = Label(role="soft")
        self._code_told.hide()

    def _build_rest(self) -> None:
        self._backup_title = Label(role="lead")
        self._backup_note = Label(role="soft")
        self._backup_make = Button(role="primary", icon="save")
        self._backup_make.clicked.connect(self._back_up)
        self._backup_told = Label(role="soft")
        self._backup_told.hide()
        self._colours_title = Label(role="lead")
        self._themes = {name: Button() for name in THEMES}
        for name, button in self._themes.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose_theme, name))
        self._drafts_title = Label(role="lead")
        self._drafts = Label(role="soft")

    def _lay_out(self) -> None:
        names = Card("card")
        _fill(names, self._names_title, self._name, self._minutes, self._names_save, self._names_told)
        secret = Card("card")
        _fill(secret, self._secret_title, self._old, self._new, self._secret_save, self._secret_told)
        self._code_card = Card("card")
        _fill(
            self._code_card,
            self._code_title,
            self._code_note,
            self._code_pass,
            self._code_make,
            self._code_told,
        )
        backups = Card("card")
        _fill(backups, self._backup_title, self._backup_note, self._backup_make, self._backup_told)
        colours = Card("card")
        themes = QWidget()
        flow = FlowLayout(12)
        themes.setLayout(flow)
        for button in self._themes.values():
            flow.addWidget(button)
        _fill(colours, self._colours_title, themes)
        drafts = Card("card")
        _fill(drafts, self._drafts_title, self._drafts)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (names, *self._ways.values(), backups, colours, drafts)),
            (right, (secret, self._code_card)),
        ):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch()
        if not self._changes_centre:
            for card in (names, backups, drafts):
                card.hide()
        if not may(self.session, Deed.KEEP_ACCOUNTS):
            self._code_card.hide()
        columns = Fold(820)
        columns.row.setSpacing(16)
        columns.row.addLayout(left, 1)
        columns.row.addLayout(right, 1)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(24, 0, 28, 24)
        whole.setSpacing(16)
        whole.addWidget(self._title)
        whole.addWidget(columns)
        whole.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


class _Way(Card):
    """A card that leads to a page of its own."""

    def __init__(self, frame: Frame, place: str) -> None:
        super().__init__("card")
        self._title, self._note = Label(role="lead"), Label(role="soft")
        self._way = Button(icon="list-checks")
        self._way.clicked.connect(partial(frame.navigator.desk, place))
        _fill(self, self._title, self._note, self._way)

    def say(self, title: str, note: str) -> None:
        """Tell where it leads."""
        self._title.setText(title)
        self._note.setText(note)
        self._way.setText(_("Look"))
        self._way.setAccessibleName(title)


def _fill(card: Card, *widgets: QWidget) -> None:
    card.body.setSpacing(12)
    for widget in widgets:
        if isinstance(widget, Button):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            card.body.addWidget(widget)
