# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has a passphrase: trainers, mediators and staff, and what each of them may do."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Account, Person, Session
from korak.i18n import _, ngettext
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.sign_in import ROLES
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.account_dialogs import AccountDialog, PassphraseDialog
from korak.ui.forms.ask import Ask
from korak.ui.frame import Frame
from korak.ui.role_words import role_note, role_word
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for


class ColleaguesPage(DeskPage):
    """A table of accounts; the last trainer can never go."""

    here = "centre"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._accounts: dict[str, Account] = {}
        self._head = Headline()
        self._back, self._new = Button(icon="arrow-left"), Button(role="primary", icon="plus")
        self._back.clicked.connect(partial(frame.navigator.desk, "centre"))
        self._new.clicked.connect(self._ask_new)
        self._head.add(self._back)
        self._head.add(self._new)
        self._table = RowsTable()
        self._table.picked.connect(self._picked)
        self._table.activated.connect(self._ask_change)
        self._change, self._secret = Button(icon="pencil"), Button(icon="key-round")
        self._retire = Button(icon="inbox")
        self._change.clicked.connect(self._ask_change)
        self._secret.clicked.connect(self._ask_secret)
        self._retire.clicked.connect(self._ask_retire)
        self._status = Label(role="lead")
        self._status.hide()
        self._about = Label(role="soft")
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table."""
        return self._table

    def choose(self, name: str) -> None:
        """Choose a colleague by name."""
        found = next(one.person.id for one in self._accounts.values() if one.person.name == name)
        self._table.choose(found)

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Colleagues"))
        self._back.setText(_("Centre"))
        self._new.setText(_("New colleague"))
        self._change.setText(_("Change"))
        self._retire.setText(_("Retire"))
        self._table.setAccessibleName(_("Colleagues"))
        self._table.rows.set_titles((_("Name"), _("Role"), _("Language"), _("Passphrase")))
        self._about.setText("\n".join(f"{role_word(role)}: {role_note(role)}" for role in ROLES))
        self._show()

    def shown(self) -> None:
        """Ask who is here."""
        self._show()

    # slots

    def _picked(self, _name: str) -> None:
        account = self._chosen()
        working = account is not None and account.person.active
        self._change.setEnabled(working)
        self._retire.setEnabled(working and self._table.chosen != self.session.person_id)
        self._secret.setEnabled(account is not None and self._table.chosen != self.session.person_id)
        retired = account is not None and not account.person.active
        self._secret.setText(_("Bring back") if retired else _("New passphrase"))

    def _ask_new(self) -> None:
        self._open(None)

    def _ask_change(self) -> None:
        account = self._chosen()
        if account is not None and account.person.active:
            self._open(account.person)

    def _open(self, person: Person | None) -> None:
        dialog = AccountDialog(self.house.accounts, self.session, self.frame.background, person, self)
        dialog.saved.connect(self._kept)
        dialog.open()

    def _kept(self, person_id: str) -> None:
        self._show()
        self._table.choose(person_id)
        self._say(_("Saved."))

    def _ask_secret(self) -> None:
        account = self._chosen()
        if account is None:
            return
        accounts, person = self.house.accounts, account.person
        keep = accounts.set_passphrase if person.active else accounts.bring_back
        title = _("New passphrase: {name}").format(name=person.name)
        dialog = PassphraseDialog(title, partial(keep, self.session, person.id), self.frame.background, self)
        dialog.saved.connect(partial(self._kept, person.id))
        dialog.open()

    def _ask_retire(self) -> None:
        account = self._chosen()
        if account is None:
            return
        question = _("Retire {name}?").format(name=account.person.name)
        note = _("The passphrase opens nothing any more. What was written stays. You can bring them back.")
        dialog = Ask(question, note, _("Retire"), self)
        dialog.agreed.connect(partial(self._retire_now, account.person.id))
        dialog.open()

    def _retire_now(self, person_id: str, _typed: str) -> None:
        try:
            self.house.accounts.retire(self.session, person_id)
        except ServiceFault as fault:
            words = words_for(fault)
            self._say(f"{words.happened} {words.todo}")
            return
        self._show()
        self._say(_("Retired."))

    # internal

    def _chosen(self) -> Account | None:
        return self._accounts.get(self._table.chosen)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _show(self) -> None:
        everybody = self.house.accounts.all(self.session)
        self._accounts = {one.person.id: one for one in everybody}
        self._table.rows.show_rows([_row(one) for one in everybody])
        count = sum(one.person.active for one in everybody)
        self._head.note.setText(
            ngettext("{n} person has a passphrase.", "{n} people have a passphrase.", count).format(n=count)
        )
        self._picked("")

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button in (self._change, self._secret, self._retire):
            flow.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        for widget in (self._head, acts, self._status):
            column.addWidget(widget)
        column.addWidget(self._table, 1)
        column.addWidget(self._about)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _row(account: Account) -> Row:
    person = account.person
    came = _("yes") if account.has_passphrase else _("none yet")
    state = came if person.active else _("retired")
    cells = (person.name, role_word(person.role), i18n.own_name(person.language), state)
    return Row(person.id, tuple(Cell(text) for text in cells))
