# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of funded programmes: contract, funder, period, hours planned and held, persons counted once."""

import dataclasses

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.programmes import Programme
from korak.i18n import _, format_date, ngettext
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.programme_dialogs import GroupsDialog, ProgrammeDialog
from korak.ui.frame import Frame
from korak.ui.meeting_words import teaching_text
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller


class ProgrammesPage(DeskPage):
    """What funders pay for, and how far it has come."""

    here = "programmes"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._archived = False
        self._programmes: dict[str, Programme] = {}
        self._head = Headline()
        self._new = Button(role="primary", icon="plus")
        self._new.clicked.connect(self._ask_new)
        self._table = RowsTable()
        self._table.picked.connect(self._picked)
        self._table.activated.connect(self._ask_change)
        self._change = Button(icon="pencil")
        self._change.clicked.connect(self._ask_change)
        self._groups = Button(icon="users")
        self._groups.clicked.connect(self._ask_groups)
        self._archive = Button(icon="inbox")
        self._archive.clicked.connect(self._put_away)
        self._away = Button(role="quiet")
        self._away.setCheckable(True)
        self._away.toggled.connect(self._show_archived)
        self._status = Label(role="soft")
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table, or the first programme to add."""
        return self._table if self._programmes else self._new

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Programmes"))
        self._new.setText(_("New programme"))
        self._change.setText(_("Change"))
        self._groups.setText(_("Groups"))
        self._table.setAccessibleName(_("Programmes"))
        self._table.rows.set_titles(
            (
                _("Programme"),
                _("Contract"),
                _("Funder"),
                _("Period"),
                _("Groups"),
                _("Persons"),
                _("Hours held"),
            )
        )
        self._show()

    def shown(self) -> None:
        """Ask for the programmes."""
        self._show()

    def help_texts(self) -> tuple[str, ...]:
        """What the page is for."""
        return (
            _("A programme is what one contract pays for. Put groups into it."),
            _("A person in two groups of a programme is counted once."),
            *super().help_texts(),
        )

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, place: int) -> None:
        """Choose the programme in a row."""
        self._table.selectRow(place)

    # slots

    def _picked(self, programme_id: str) -> None:
        for button in (self._change, self._groups, self._archive):
            button.setEnabled(bool(programme_id))

    def _show_archived(self, archived: bool) -> None:
        self._archived = archived
        self._show()

    def _ask_new(self) -> None:
        self._ask(None)

    def _ask_change(self) -> None:
        if self._chosen() is not None:
            self._ask(self._chosen())

    def _ask(self, programme: Programme | None) -> None:
        today = self.frame.clock.now().astimezone().date()
        dialog = ProgrammeDialog(self.house, self.session, programme, today, self)
        dialog.saved.connect(self._saved)
        dialog.open()

    def _saved(self, programme_id: str) -> None:
        self._show()
        self._table.choose(programme_id)
        self._say(_("Saved."))

    def _ask_groups(self) -> None:
        programme = self._chosen()
        if programme is not None:
            dialog = GroupsDialog(self.house, self.session, programme, self)
            dialog.finished.connect(self._show)
            dialog.open()

    def _put_away(self) -> None:
        programme = self._chosen()
        if programme is None:
            return
        kept = dataclasses.replace(programme, active=self._archived)
        self.house.programmes.change(self.session, kept)
        self._show()
        told = _("{name} is back.") if self._archived else _("{name} is put away. Nothing is lost.")
        self._say(told.format(name=programme.name))

    # internal

    def _chosen(self) -> Programme | None:
        return self._programmes.get(self._table.chosen)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        announce(self._status, text)

    def _show(self) -> None:
        service = self.house.programmes
        programmes = service.all(self.session, archived=self._archived)
        self._programmes = {one.id: one for one in programmes}
        counts, held = service.counts(self.session), self.house.calendar.held(self.session)
        groups: dict[str, list[str]] = {}
        for group, programme in service.groups(self.session).items():
            groups.setdefault(programme, []).append(group)
        rows: list[Row] = []
        for one in programmes:
            own = groups.get(one.id, [])
            minutes = sum(held.get(group, 0) for group in own)
            rows.append(_row(one, len(own), counts.get(one.id, 0), minutes))
        self._table.rows.show_rows(rows)
        count = ngettext("{n} programme", "{n} programmes", len(programmes)).format(n=len(programmes))
        self._head.note.setText(count if programmes else _("There is no programme yet."))
        self._archive.setText(_("Bring back") if self._archived else _("Put away"))
        self._away.setText(_("Show the present ones") if self._archived else _("Show those put away"))
        self._picked(self._table.chosen)

    def _lay_out(self) -> None:
        set_property(self._new, "density", "dense")
        self._head.add(self._new)
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button in (self._change, self._groups, self._archive, self._away):
            set_property(button, "density", "dense")
            flow.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._table, 1)
        column.addWidget(acts)
        column.addWidget(self._status)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _row(programme: Programme, groups: int, persons: int, minutes: int) -> Row:
    period = ""
    if programme.begins is not None and programme.ends is not None:
        period = f"{format_date(programme.begins)}–{format_date(programme.ends)}"
    begins = programme.begins.toordinal() if programme.begins is not None else 0
    return Row(
        programme.id,
        (
            Cell(programme.name),
            Cell(programme.contract),
            Cell(programme.funder),
            Cell(period, begins),
            Cell(str(groups), groups),
            Cell(str(persons), persons),
            Cell(_("{n} of {all}").format(n=teaching_text(minutes), all=programme.planned_hours), minutes),
        ),
    )
