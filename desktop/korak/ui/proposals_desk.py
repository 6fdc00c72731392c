# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners propose and say about lessons, on the desk: answered one by one, released one by one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.privacy import Deed, may
from korak.centre.proposals import Face, Standing, State, shown_outside
from korak.i18n import _, content_or_source
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.forms.ask import Ask
from korak.ui.forms.needs_dialog import DictatedDialog
from korak.ui.needs_words import lesson_face_text, state_text
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for

_CHIPS = {State.PLANNED: "works", State.DONE: "done", State.REFUSED: "idle", State.HEARD: "works"}


class ProposalsDesk(QWidget):
    """The proposals of a group; `to_plan` leads to the plan."""

    to_plan = Signal()

    def __init__(self, house: House, session: Session) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._group = ""
        self._gone = ""
        self._found: dict[str, Standing] = {}
        self._table = RowsTable()
        self._table.picked.connect(self._picked)
        self._states = {state: Button() for state in State if state is not State.NEW}
        for state, button in self._states.items():
            button.clicked.connect(partial(self._answer, state))
        self._plan = Button(icon="calendar")
        self._plan.clicked.connect(self._into_plan)
        self._away = Button(icon="trash-2")
        self._away.clicked.connect(self._take_away)
        self._write = Button(icon="pencil")
        self._write.clicked.connect(self._write_down)
        self._undo = Button(role="link")
        self._undo.clicked.connect(self._bring_back)
        self._released = QCheckBox()
        self._released.clicked.connect(self._release)
        self._note = Label(role="soft")
        self._status = Label(role="soft")
        self._lay_out()

    @property
    def main(self) -> QWidget:
        """What one does first here."""
        return self._table

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._table.setAccessibleName(_("Proposals"))
        titles = (_("Proposal"), _("Votes"), _("What became of it"), _("Reason"), _("For the municipality"))
        self._table.rows.set_titles(titles)
        for state, button in self._states.items():
            text = state_text(state)
            button.setText(f"{text[:1].upper()}{text[1:]}")
        self._plan.setText(_("Put into the plan"))
        self._away.setText(_("Take away"))
        self._write.setText(_("Write down a proposal"))
        self._undo.setText(_("Undo"))
        self._released.setText(_("Nobody can be recognised"))
        self._note.setText(
            _("Learners read what you answer. Tick a proposal before it may leave the centre.")
        )
        self._show()

    def show_group(self, group_id: str) -> None:
        """Show the proposals of a group."""
        self._group = group_id
        self._show()

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, proposal_id: str) -> None:
        """Choose a proposal."""
        self._table.choose(proposal_id)

    # slots

    def _picked(self, name: str) -> None:
        chosen = self._found.get(name)
        may_teach = may(self._session, Deed.TEACH)
        for button in (*self._states.values(), self._plan, self._away):
            button.setEnabled(chosen is not None and may_teach)
        self._released.setEnabled(chosen is not None and not chosen.proposal.need and may_teach)
        self._released.setChecked(
            chosen is not None and bool(chosen.proposal.need or chosen.proposal.released)
        )

    def _answer(self, state: State) -> None:
        name = self._table.chosen
        if state is not State.REFUSED:
            self._keep(partial(self._house.proposals.answer, self._session, name, state), state_text(state))
            return
        ask = Ask(_("Why is it not possible?"), _("Learners read your answer."), _("Save"), self, _("Reason"))
        ask.agreed.connect(partial(self._refuse, ask, name))
        ask.open()

    def _refuse(self, ask: Ask, name: str, why: str) -> None:
        try:
            self._house.proposals.answer(self._session, name, State.REFUSED, why)
        except ServiceFault as fault:
            ask.refuse(words_for(fault).happened)
            return
        ask.accept()
        self._show()
        self._say(_("Saved."))

    def _release(self, released: bool) -> None:
        name = self._table.chosen
        release = partial(self._house.proposals.release, self._session, name, released=released)
        self._keep(release, _("Released for the municipality.") if released else _("It stays in the centre."))

    def _into_plan(self) -> None:
        self._house.proposals.answer(self._session, self._table.chosen, State.PLANNED)
        self.to_plan.emit()

    def _write_down(self) -> None:
        dialog = DictatedDialog(self._house, self._session, self._group, self)
        dialog.saved.connect(self._show)
        dialog.open()

    def _take_away(self) -> None:
        self._gone = self._table.chosen
        self._keep(partial(self._house.proposals.withdraw, self._session, self._gone), _("It is put away."))
        self._undo.show()

    def _bring_back(self) -> None:
        back = partial(self._house.proposals.withdraw, self._session, self._gone, back=True)
        self._keep(back, _("It is back."))

    # internal

    def _keep(self, work: Callable[[], object], said: str) -> None:
        work()
        self._undo.hide()
        self._show()
        self._say(said)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        announce(self._status, text)

    def _show(self) -> None:
        if not self._group:
            return
        found = self._house.proposals.of_group(self._session, self._group)
        self._found = {one.proposal.id: one for one in found}
        self._table.rows.show_rows([self._row(one) for one in found])
        self._picked(self._table.chosen)

    def _row(self, one: Standing) -> Row:
        proposal = one.proposal
        title = self._house.proposals.title(proposal)
        free = proposal.need or proposal.released
        return Row(
            proposal.id,
            (
                Cell(content_or_source(self._house.pack.id, title) if proposal.need else title),
                Cell(str(one.votes), one.votes),
                Cell(state_text(proposal.state), chip=_CHIPS.get(proposal.state, "")),
                Cell(proposal.why),
                Cell(_("yes") if free else _("no")),
            ),
        )

    def _lay_out(self) -> None:
        self._undo.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._note)
        column.addWidget(self._table)
        column.addWidget(_row_of(*self._states.values()))
        column.addWidget(_row_of(self._write, self._plan, self._away, self._undo))
        column.addWidget(self._released, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._status)
        column.addStretch()


class LessonVoices(QWidget):
    """What a group said at the end of lessons; nobody is named."""

    def __init__(self, house: House, session: Session) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._group = ""
        self._table = RowsTable()
        self._table.picked.connect(self._picked)
        self._words = Label()
        self._none = Label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._none, self._table, self._words):
            column.addWidget(widget)
        column.addStretch()

    @property
    def main(self) -> QWidget:
        """What one does first here."""
        return self._table

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._table.setAccessibleName(_("Comments on lessons"))
        faces = tuple(lesson_face_text(face) for face in Face)
        self._table.rows.set_titles((_("Lesson"), *faces, _("What they say")))
        self._none.setText(_("Nobody has said anything about a lesson yet."))
        self._show()

    def show_group(self, group_id: str) -> None:
        """Show what a group said."""
        self._group = group_id
        self._show()

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def _picked(self, name: str) -> None:
        voices = self._house.proposals.voices(self._session, self._group) if self._group else ()
        words = next((one.words for one in voices if one.lesson == name), ())
        self._words.setText("\n".join(f"»{text}«" for text in words))

    def _show(self) -> None:
        if not self._group:
            return
        lessons = self._house.pack.lessons
        rows: list[Row] = []
        for one in self._house.proposals.voices(self._session, self._group):
            lesson = lessons.get(one.lesson)
            title = content_or_source(self._house.pack.id, lesson.title) if lesson else one.lesson
            faces = [Cell(str(one.faces.get(face, 0)), one.faces.get(face, 0)) for face in Face]
            rows.append(Row(one.lesson, (Cell(title), *faces, Cell(" · ".join(one.words)))))
        self._table.rows.show_rows(rows)
        self._none.setVisible(not rows)
        self._table.setVisible(bool(rows))


class ForMunicipality(QWidget):
    """What may leave the centre, as it will stand there: no names, small numbers protected."""

    def __init__(self, house: House, session: Session) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._group = ""
        self._note = Label(role="soft")
        self._everywhere = QCheckBox()
        self._everywhere.clicked.connect(self._show)
        self._table = RowsTable()
        self._print = Button(icon="printer")
        self._print.clicked.connect(partial(self._hand_out, True))
        self._save = Button(icon="save")
        self._save.clicked.connect(partial(self._hand_out, False))
        self._sheet = Button(icon="table")
        self._sheet.clicked.connect(self._ask_sheet)
        self._status = Label(role="soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._note,
            self._everywhere,
            self._table,
            _row_of(self._print, self._save, self._sheet),
            self._status,
        ):
            column.addWidget(widget)
        column.addStretch()

    @property
    def main(self) -> QWidget:
        """What one does first here."""
        return self._save

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._note.setText(
            _("Only choices from the course and words you released. Fewer than 5 votes are shown as <5.")
        )
        self._everywhere.setText(_("All groups together"))
        self._table.setAccessibleName(_("For the municipality"))
        self._table.rows.set_titles((_("Proposal"), _("Votes"), _("What became of it"), _("Reason")))
        self._print.setText(_("Print"))
        self._save.setText(_("Save PDF"))
        self._sheet.setText(_("Save spreadsheet"))
        self._show()

    def show_group(self, group_id: str) -> None:
        """Show what may leave the centre of a group."""
        self._group = group_id
        self._show()

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def write_sheet(self, path: Path) -> None:
        """Write the spreadsheet, and say whether that went well."""
        try:
            self._house.proposals.outside_table(self._session, self._groups(), path)
        except ServiceFault as fault:
            words = words_for(fault)
            self._say(f"{words.happened} {words.todo}")
            return
        self._say(_("Saved."))

    def _groups(self) -> tuple[str, ...]:
        if self._everywhere.isChecked():
            return tuple(group.id for group in self._house.people.groups(self._session))
        return (self._group,)

    def _hand_out(self, paper: bool) -> None:
        pdf = self._house.proposals.outside_pdf(self._session, self._groups())
        if paper:
            print_pdf(pdf, self)
            return
        if save_pdf(pdf, "korak_predlogi.pdf", self) is not None:
            self._say(_("Saved."))

    def _ask_sheet(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save spreadsheet"), "korak_predlogi.xlsx", "XLSX (*.xlsx)"
        )
        if chosen:
            self.write_sheet(Path(chosen).with_suffix(".xlsx"))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        announce(self._status, text)

    def _show(self) -> None:
        if not self._group:
            return
        found = self._house.proposals.outside(self._session, self._groups())
        rows = [
            Row(
                one.proposal.id,
                (
                    Cell(self._house.proposals.title(one.proposal)),
                    Cell(shown_outside(one.votes), one.votes),
                    Cell(state_text(one.proposal.state)),
                    Cell(one.proposal.why),
                ),
            )
            for one in found
        ]
        self._table.rows.show_rows(rows)
        for button in (self._print, self._save, self._sheet):
            button.setEnabled(bool(rows))


def _row_of(*widgets: Button) -> QWidget:
    acts = QWidget()
    flow = FlowLayout(12)
    acts.setLayout(flow)
    for widget in widgets:
        set_property(widget, "density", "dense")
        flow.addWidget(widget)
    return acts
