# SPDX-License-Identifier: GPL-3.0-or-later
"""How often everything of the assessment was given here, folded in; a set of data can be given no more."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.assessment.sitting import ItemKind
from korak.centre.people import Session
from korak.content.assessment import Item, Performed, Recognition, SelfReport, Vocabulary
from korak.i18n import N_, _, ngettext
from korak.services.exposure import Given
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.forms.ask import Ask
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for

_ROWS = 12
_KINDS = {
    ItemKind.TASK: N_("task"),
    ItemKind.RECOGNITION: N_("question"),
    ItemKind.SELF: N_("about oneself"),
    ItemKind.VOCAB: N_("word"),
}


class ExposureFold(QWidget):
    """A button that opens the table; the bank is read only then."""

    def __init__(self, house: House, session: Session) -> None:
        super().__init__()
        self._house, self._session = house, session
        self._given: dict[str, Given] = {}
        self._open = Button(role="quiet", icon="eye")
        self._open.setCheckable(True)
        self._open.toggled.connect(self._unfold)
        self._inside = QWidget()
        self._note = Label(role="soft")
        self._told = Label(role="strong")
        self.table = RowsTable(least=_ROWS)
        self.table.picked.connect(self._picked)
        self._retire = Button()
        self._retire.clicked.connect(self._ask)
        self._lay_out()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._open.setText(_("How often each task was given"))
        self._note.setText(
            _("A task has several sets of data: names and numbers. Retire one that has become known.")
        )
        self.table.setAccessibleName(_("How often each task was given"))
        self._retire.setText(_("Give this data no more …"))
        if self._open.isChecked():
            self._show()

    def _unfold(self, opened: bool) -> None:
        self._inside.setVisible(opened)
        if opened:
            self._show()

    def _show(self) -> None:
        try:
            found = self._house.exposure.table(self._session)
        except ServiceFault as fault:
            self._say(fault)
            return
        self._given = {f"{one.item}/{one.seed}": one for one in found}
        self.table.rows.set_titles((_("Task"), _("Kind"), _("Form"), _("Data"), _("Given"), _("State")))
        self.table.rows.show_rows([self._row(name, one) for name, one in self._given.items()])
        self.table.fit_columns()
        self._picked(self.table.chosen)

    def _row(self, name: str, one: Given) -> Row:
        item = self._house.sittings.bank.items[one.item]
        state = _("retired") if one.retired else ""
        return Row(
            name,
            (
                Cell(self._title(item)),
                Cell(_(_kind(item))),
                Cell(_("A and B") if one.form == "both" else one.form),
                Cell(one.seed or "–", float(one.seed or 0)),
                Cell(str(one.times), float(one.times)),
                Cell(f"{state}: {one.reason}" if one.reason else state),
            ),
        )

    def _title(self, item: Item) -> str:
        if isinstance(item, Performed):
            task = self._house.sittings.pack.tasks.get(item.task)
            return item.template if task is None else task.title
        if isinstance(item, Recognition):
            return item.ask
        return item.says if isinstance(item, SelfReport) else item.right

    def _picked(self, name: str) -> None:
        one = self._given.get(name)
        self._retire.setEnabled(one is not None and bool(one.seed) and not one.retired)

    def _ask(self) -> None:
        one = self._given.get(self.table.chosen)
        if one is None:
            return
        title = self._title(self._house.sittings.bank.items[one.item])
        note = ngettext(
            "{task}, data {seed}: given {n} time. It stays stored; nobody gets it any more.",
            "{task}, data {seed}: given {n} times. It stays stored; nobody gets it any more.",
            one.times,
        ).format(task=title, seed=one.seed, n=one.times)
        ask = Ask(_("Give this data no more?"), note, _("Retire"), self, label=_("Reason"))
        ask.agreed.connect(partial(self._go, ask, one))
        ask.open()

    def _go(self, ask: Ask, one: Given, reason: str) -> None:
        try:
            self._house.exposure.retire(self._session, one.item, one.seed, reason)
        except ServiceFault as fault:
            self._say(fault)
        else:
            self._told.setText(_("Saved."))
            announce(self._told, self._told.text())
        ask.accept()
        self._told.show()
        self._show()

    def _say(self, fault: ServiceFault) -> None:
        words = words_for(fault)
        self._told.setText(f"{words.happened} {words.todo}")
        self._told.show()
        announce(self._told, self._told.text())

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for widget in (self._note, self._told, self.table):
            inside.addWidget(widget)
        buttons = FlowLayout(10)
        buttons.addWidget(self._retire)
        inside.addLayout(buttons)
        self._inside.hide()
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = FlowLayout(10)
        line.addWidget(self._open)
        column.addLayout(line)
        column.addWidget(self._inside)


def _kind(item: Item) -> str:
    if isinstance(item, Performed):
        return _KINDS[ItemKind.TASK]
    if isinstance(item, Recognition):
        return _KINDS[ItemKind.RECOGNITION]
    return _KINDS[ItemKind.VOCAB if isinstance(item, Vocabulary) else ItemKind.SELF]
