# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of learners: bring one in after a look, take it back, hand one out, put two records together."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Group, Session
from korak.centre.roster import Column, Import
from korak.centre.same import Pair
from korak.exchange.faults import ExchangeFault
from korak.exchange.grids import Grid
from korak.i18n import _, ngettext
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.roster import Planned, Preview, Undone
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.ask import Ask
from korak.ui.frame import Frame
from korak.ui.roster_words import column_name, file_fault, row_fault
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for

_SHOWN = 30  # rows of a list that is looked at; the rest is counted
_KINDS = "XLSX (*.xlsx);;CSV (*.csv)"


class RosterPage(DeskPage):
    """Bring, hand out, put together."""

    here = "people"

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._grid: Grid | None = None
        self._preview: Preview | None = None
        self._head = Headline()
        self._back = Button(icon="arrow-left")
        self._back.clicked.connect(partial(frame.navigator.desk, "people"))
        self._choose = Button(role="primary", icon="folder-open")
        self._choose.clicked.connect(self._ask_file)
        self._hand_out = Button(icon="download")
        self._hand_out.clicked.connect(self._ask_where)
        self._status = Label(role="lead")
        self._look = _Look()
        self._look.changed = self._look_again
        self._look.save.clicked.connect(self._save)
        self._look.cancel.clicked.connect(self._put_down)
        self._pairs = _List()
        self._imports = _List()
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The button that brings a list."""
        return self._choose

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Lists of learners"))
        self._head.note.setText(_("From a spreadsheet or a CSV file. You look first, then it is saved."))
        self._back.setText(_("Learners"))
        self._choose.setText(_("Bring a list"))
        self._hand_out.setText(_("Save a list"))
        self._pairs.title.setText(_("Perhaps one person"))
        self._imports.title.setText(_("Lists that were brought"))
        self._look.retranslate()
        self._show()

    def shown(self) -> None:
        """Ask what is there."""
        self._groups = self.house.people.groups(self.session)
        self._show()

    # bringing

    def bring(self, path: Path) -> None:
        """Read a file and show what saving it would do."""
        try:
            self._grid = self.house.rosters.read(self.session, path)
        except ExchangeFault as fault:
            self._put_down()
            self._say(file_fault(fault))
            return
        only = self._groups[0].id if len(self._groups) == 1 else None
        self._look.begin(self._grid, self._groups, self._group_id or only)
        self._preview = self._ask_preview(None)
        self._look.set_columns(self._preview.columns)
        self._show_preview()
        self._look.save.setFocus()

    def _ask_file(self) -> None:
        kinds = _("Lists") + " (*.xlsx *.csv *.txt)"
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Bring a list"), "", kinds)
        if chosen:
            self.bring(Path(chosen))

    def _look_again(self) -> None:
        if self._grid is not None:
            self._preview = self._ask_preview(self._look.columns())
            self._show_preview()

    def _ask_preview(self, columns: dict[Column, int] | None) -> Preview:
        if self._grid is None:
            raise RuntimeError("no list was read")
        return self.house.rosters.preview(
            self.session,
            self._grid,
            columns,
            group_id=self._look.group_id(),
            make_groups=self._look.make_groups.isChecked(),
        )

    def _show_preview(self) -> None:
        if self._preview is not None:
            self._say(self._look.show_preview(self._preview))
            self._look.setVisible(True)

    def _save(self) -> None:
        if self._preview is None:
            return
        try:
            self.house.rosters.save(self.session, self._preview)
        except ServiceFault as fault:
            words = words_for(fault)
            self._say(f"{words.happened} {words.todo}")
            return
        self._put_down()
        self.shown()
        self._say(_("The list is saved. You can take it back below."))

    def _put_down(self) -> None:
        self._grid = self._preview = None
        self._look.setVisible(False)
        self._say("")
        self._choose.setFocus()

    # taking back, handing out, putting together

    def _ask_undo(self, made: Import) -> None:
        question = _("Take the list “{file}” back?").format(file=made.file)
        note = _("New people go again, changes are undone. Whoever has worked since stays.")
        dialog = Ask(question, note, _("Take back"), self)
        dialog.agreed.connect(partial(self._undo, made))
        dialog.open()

    def _undo(self, made: Import, _typed: str) -> None:
        undone: Undone = self.house.rosters.undo(self.session, made.id)
        self.shown()
        text = _("The list is taken back.")
        if undone.kept:
            names = ", ".join(person.name for person in undone.kept)
            text += " " + _("These people have worked already and stay: {names}.").format(names=names)
        self._say(text)

    def _ask_where(self) -> None:
        name = "osebe.xlsx"
        chosen, kind = QFileDialog.getSaveFileName(self, _("Save a list"), name, _KINDS)
        if chosen:
            path = Path(chosen)
            ending = ".csv" if kind.startswith("CSV") else ".xlsx"
            known = path.suffix.lower() in (".csv", ".xlsx")
            self.hand_out(path if known else path.with_name(path.name + ending))

    def hand_out(self, path: Path) -> None:
        """Write everybody's list into a file."""
        try:
            count = self.house.rosters.export(self.session, path)
        except ExchangeFault as fault:
            self._say(file_fault(fault))
            return
        people = ngettext("{n} person", "{n} people", count).format(n=count)
        self._say(_("Saved: {people}. Names are in it: keep the file safe.").format(people=people))

    def _ask_put_together(self, pair: Pair) -> None:
        question = _("Are {first} and {second} one person?").format(
            first=pair.first.name, second=pair.second.name
        )
        note = _("Both records are read as one, the second tile goes. You can part them again.")
        dialog = Ask(question, note, _("Put together"), self)
        dialog.agreed.connect(partial(self._put_together, pair))
        dialog.open()

    def _put_together(self, pair: Pair, _typed: str) -> None:
        self.house.rosters.put_together(self.session, pair.first.id, pair.second.id)
        self.shown()
        self._say(_("{name} has one record now.").format(name=pair.first.name))

    def _part(self, other: str) -> None:
        self.house.rosters.part(self.session, other)
        self.shown()
        self._say(_("They are two people again. Put the second one into a group."))

    # internal

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _show(self) -> None:
        pairs = [
            _Line(f"{pair.first.name} · {pair.second.name}", _("Look"), partial(self._ask_put_together, pair))
            for pair in self.house.rosters.likely_same(self.session)[:_SHOWN]
        ]
        pairs += [
            _Line(
                _("{first} and {second} are one person").format(first=kept.name, second=other.name),
                _("Part them"),
                partial(self._part, other.id),
            )
            for kept, other in self.house.rosters.put_together_now(self.session)
        ]
        self._pairs.show_lines(pairs, _("No two records look like one person."))
        lines = [
            _Line(
                f"{i18n.format_date(made.at.astimezone().date())} · {made.file}"
                + (f" · {_('taken back')}" if made.undone_at else ""),
                "" if made.undone_at else _("Take back"),
                partial(self._ask_undo, made),
            )
            for made in self.house.rosters.imports(self.session)[:_SHOWN]
        ]
        self._imports.show_lines(lines, _("No list was brought yet."))

    def _lay_out(self) -> None:
        for button in (self._back, self._hand_out, self._choose):
            self._head.add(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(16)
        for widget in (self._head, self._status, self._look, self._pairs, self._imports):
            column.addWidget(widget)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._look.setVisible(False)
        self._status.setVisible(False)


class _Line:
    """One line of a list: what it is, and what can be done with it."""

    def __init__(self, text: str, act: str, do: Callable[[], None]) -> None:
        self.text = text
        self.act = act
        self.do = do


class _List(Card):
    """A few lines, each with a button."""

    def __init__(self) -> None:
        super().__init__("card")
        self.title = Label(role="lead")
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.body.addWidget(self.title)
        self.body.addWidget(self._rows)

    def show_lines(self, lines: list[_Line], empty: str) -> None:
        """Show these lines, or say that there are none."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not lines:
            self._grid.addWidget(Label(empty, "soft"), 0, 0)
        for number, line in enumerate(lines):
            self._grid.addWidget(Label(line.text), number, 0)
            if line.act:
                button = Button(line.act)
                button.setAccessibleName(f"{line.act} {line.text}")
                button.clicked.connect(line.do)
                self._grid.addWidget(button, number, 1)


class _Look(Card):
    """What a list would do: which column means what, which group, the rows, what is wrong."""

    def __init__(self) -> None:
        super().__init__("card")
        self.changed: Callable[[], None] = _nothing
        self._filling = False
        self._title = Label(role="heading")
        self._columns_title = Label(role="lead")
        self._boxes = {column: Choice() for column in Column}
        self._fields = {column: Field(box) for column, box in self._boxes.items()}
        self._group_box = Choice()
        self._group = Field(self._group_box)
        self.make_groups = QCheckBox()
        self._table = RowsTable(least=_SHOWN)
        self._more = Label(role="soft")
        self.save = Button(role="primary")
        self.cancel = Button()
        for box in (*self._boxes.values(), self._group_box):
            box.currentIndexChanged.connect(self._changed)
        self.make_groups.toggled.connect(self._changed)
        fields = QWidget()
        flow = FlowLayout(12)
        fields.setLayout(flow)
        for field in (*self._fields.values(), self._group):
            field.setMinimumWidth(220)
            flow.addWidget(field)
        acts = QWidget()
        row = FlowLayout(12)
        acts.setLayout(row)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        for widget in (
            self._title,
            self._table,
            self._more,
            acts,
            self._columns_title,
            fields,
            self.make_groups,
        ):
            self.body.addWidget(widget)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._columns_title.setText(_("Which column is what?"))
        for column, field in self._fields.items():
            field.set_label(column_name(column))
        self._group.set_label(_("Group for those without one"))
        self.make_groups.setText(_("Make the groups that are missing"))
        self.save.setText(_("Save the list"))
        self.cancel.setText(_("Cancel"))
        self._table.setAccessibleName(_("What would be saved"))

    def begin(self, grid: Grid, groups: tuple[Group, ...], group_id: str | None) -> None:
        """Offer the columns of a file and the groups there are."""
        self._filling = True
        for box in self._boxes.values():
            box.clear()
            box.addItem("–", None)
            for number, name in enumerate(grid.header):
                box.addItem(name or str(number + 1), number)
        self._group_box.clear()
        self._group_box.addItem("–", None)
        for group in groups:
            self._group_box.addItem(group.name, group.id)
        self._group_box.setCurrentIndex(max(self._group_box.findData(group_id), 0))
        self.make_groups.setChecked(False)
        self._filling = False

    def set_columns(self, columns: Mapping[Column, int]) -> None:
        """Show which column was taken for what."""
        self._filling = True
        for column, box in self._boxes.items():
            box.setCurrentIndex(max(box.findData(columns.get(column)), 0))
        self._filling = False

    def columns(self) -> dict[Column, int]:
        """Which column is what, as chosen."""
        chosen = {column: box.currentData() for column, box in self._boxes.items()}
        return {column: int(place) for column, place in chosen.items() if place is not None}

    def group_id(self) -> str | None:
        """The group for people whose row names none."""
        return self._group_box.currentData()

    def show_preview(self, preview: Preview) -> str:
        """Show the rows, or what is wrong with them; return it in one sentence."""
        self.save.setEnabled(not preview.faults and preview.new + preview.changed > 0)
        if preview.faults:
            rows = [
                (Cell(str(one.line), float(one.line)), Cell(column_name(one.column)), Cell(row_fault(one)))
                for one in preview.faults
            ]
            self._fill((_("Line"), _("Column"), _("What is wrong")), rows)
            count = len(preview.faults)
            told = ngettext("{n} thing is not right yet.", "{n} things are not right yet.", count).format(
                n=count
            )
        else:
            self._fill((_("What happens"), _("Name"), _("First language"), _("Group")), _rows(preview))
            told = _("{new} new, {changed} changed, {same} stay as they are.").format(
                new=preview.new, changed=preview.changed, same=preview.same
            )
        self._title.setText(preview.grid.name)
        return told

    def _fill(self, names: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]) -> None:
        self._table.rows.show_rows(())
        self._table.rows.set_titles(names)
        self._table.rows.show_rows([Row(str(place), cells) for place, cells in enumerate(rows[:_SHOWN])])
        rest = len(rows) - _SHOWN
        self._more.setVisible(rest > 0)
        self._more.setText(ngettext("… and {n} more row", "… and {n} more rows", max(rest, 0)).format(n=rest))

    def _changed(self) -> None:
        if not self._filling:
            self.changed()


def _rows(preview: Preview) -> list[tuple[Cell, ...]]:
    ordered = sorted(preview.planned, key=_weight)
    return [
        (
            Cell(_deed(one)),
            Cell(one.person.name),
            Cell(i18n.own_name(one.person.language)),
            Cell(one.group_name),
        )
        for one in ordered
    ]


def _deed(one: Planned) -> str:
    if one.is_new:
        return _("new")
    return _("changed") if one.changes else _("stays")


def _weight(one: Planned) -> tuple[int, int]:
    return (0 if one.is_new else 1 if one.changes else 2), one.entry.line


def _nothing() -> None:
    """Nobody listens yet."""
