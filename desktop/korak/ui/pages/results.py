# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's results of a group: the sentence first, then heat map, lines and points, people, tasks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from korak import i18n
from korak.assessment.group_result import GroupResult
from korak.assessment.scoring import GAP
from korak.centre.classroom import Given
from korak.centre.people import Session
from korak.exchange.workbook import file_name
from korak.i18n import _
from korak.reports.result_words import ResultWords
from korak.services.house import House
from korak.services.result_sheets import SheetKind
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.heat_table import HeatTable
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.quadrant import Quadrant
from korak.ui.results.needs_card import NeedsCard
from korak.ui.results.person_card import PersonCard
from korak.ui.results.sheets_card import SheetsCard
from korak.ui.results.tasks_card import TasksCard
from korak.ui.results.told import Told
from korak.ui.slopes import Slopes
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for_any

T = TypeVar("T")


class ResultsPage(DeskPage):
    """What a group can do, before and after: every part shows the one result the sheets are made of."""

    here = "results"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._group_id = group_id
        self._told = Told()
        self._groups: dict[str, str] = {}
        self._head = Headline(1150)
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._poster = Button(icon="image")
        self._poster.clicked.connect(partial(frame.navigator.desk, "poster"))
        self._save = Button(icon="save")
        self._save.clicked.connect(partial(self._make_pdf, self._save_it))
        self._print = Button(role="primary", icon="printer")
        self._print.clicked.connect(partial(self._make_pdf, self._print_it))
        self._said = Label(role="body")
        self._cautions = Label(role="attention")
        self._status = Label(role="soft")
        self._heat = HeatTable()
        self._heat.picked.connect(self._row_picked)
        self._key = Label(role="note")
        self._slopes = Slopes()
        self._slopes.picked.connect(self._mark_picked)
        self._no_slopes = Label(role="soft")
        self._bold = Label(role="note")
        self._quadrant = Quadrant()
        self._quadrant.picked.connect(self._mark_picked)
        self._agree = Label(role="note")
        self._person = PersonCard()
        self._person.replay.connect(frame.navigator.replay)
        self._person.sheet.connect(partial(self._make_pdf, self._save_it))
        self._person.opened.connect(frame.navigator.record_of)
        self._needs = NeedsCard()
        self._needs.opened.connect(frame.navigator.record_of)
        self._needs.give.connect(self._give)
        self._needs.take_back.connect(self._take_back)
        self._tasks = TasksCard()
        self._sheets = SheetsCard(house, session, frame.background)
        self._sheets.wanted.connect(self._wanted)
        self._titles = (Label(role="lead"), Label(role="lead"), Label(role="lead"))
        self._parts: tuple[QWidget, ...] = ()
        self._lay_out()

    def main_widget(self) -> QWidget:
        """Print: the page begins at its sentence."""
        return self._print

    def help_texts(self) -> tuple[str, ...]:
        """How to read it."""
        return (
            _("Left stone: before the course, right stone: after it. Press a column's name to sort."),
            _("Each line is one person; a bold line is a clear change."),
            _("“Step by step” shows a task of the assessment again, as the learner had it."),
            _("Each point is one person: above the strip they think they can do more than they do."),
            *super().help_texts(),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._menu.setAccessibleName(_("Group"))
        self._poster.setText(_("Poster"))
        self._save.setText(_("Save PDF"))
        self._print.setText(_("Print"))
        self._key.setText(
            _("Empty: not yet · half: with help · full: by myself. Left before the course, right after it.")
        )
        self._bold.setText(_("Bold line: a clear change."))
        self._no_slopes.setText(_("Nobody has both assessments yet, so nothing can be said about change."))
        self._agree.setText(_("In the strip the two agree. Above it: practise safety first. Below: say so."))
        self._heat.setAccessibleName(_("Who can do what"))
        titles = (
            _("Who can do what"),
            _("Each line is one person"),
            _("What people think, and what they do"),
        )
        for label, text in zip(self._titles, titles, strict=True):
            label.setText(text)
        self._slopes.set_words(titles[1], _("before"), _("after"))
        self._quadrant.set_words(titles[2], _("performance"), _("self-report"))
        for card in (self._person, self._tasks, self._sheets):
            card.retranslate()
        self._show()

    def shown(self) -> None:
        """Ask for the group's result."""
        groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in groups}:
            self._group_id = groups[0].id if groups else None
        self._menu.set_choices([(group.id, group.name) for group in groups])
        self._menu.setVisible(len(groups) > 1)
        self._groups = {group.id: group.name for group in groups}
        self._ask()

    def leave(self) -> None:
        """Make nothing more for a page nobody sees."""
        self._sheets.end()

    def cells(self) -> list[list[str]]:
        """Every text of the heat map, row by row."""
        return self._heat.cells()

    def choose(self, person: str) -> None:
        """Choose somebody in every part."""
        self._heat.choose(person)

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._ask()

    def _row_picked(self, person: str) -> None:
        if person:
            self._slopes.choose(person)
            self._quadrant.choose(person)
            self._person.show_person(self._told, person)

    def _mark_picked(self, person: str) -> None:
        for plot in (self._slopes, self._quadrant):
            if plot is not self.sender():
                plot.choose(person)
        self._heat.choose(person)
        self._person.show_person(self._told, person)

    def _give(self, person: str, lesson: str) -> None:
        self._try(partial(self.house.classroom.give, self.session, Given.LESSON, lesson, person_id=person))
        self._show_needs()

    def _take_back(self, assignment: str) -> None:
        self._try(partial(self.house.classroom.withdraw, self.session, assignment))
        self._show_needs()

    def _wanted(self, what: str) -> None:
        asked = {
            "all": self._all_sheets,
            "spreadsheet": self._export,
        }
        asked[what]()

    # asking

    def _ask(self) -> None:
        self._told = Told()
        if self._group_id is not None:
            result = self._try(partial(self.house.results.group, self.session, self._group_id))
            if result is not None:
                self._told = self._told_of(result)
        self._show()

    def _told_of(self, result: GroupResult) -> Told:
        people = self.house.people
        names = {one.person: people.person(self.session, one.person).shown_name for one in result.members}
        return Told(result, names, ResultWords(i18n.language()), self.house.results.texts())

    # showing

    def _show(self) -> None:
        result, words = self._told.group, self._told.words
        self._menu.setText(self._groups.get(self._group_id or "", ""))
        self._menu.set_current(self._group_id or "")
        for button in (self._save, self._print):
            button.setEnabled(result is not None)
        measured = result is not None and bool(result.heat_map)
        for part in self._parts:
            part.setVisible(measured)
        self._sheets.choose(self._group_id or "")
        self._sheets.setVisible(result is not None)
        if result is None:
            self._head.title.setText(_("Results"))
            self._said.setText(_("There is no group yet."))
            self._cautions.hide()
            return
        self._head.title.setText(_("Before the course and after it · {group}").format(group=result.name))
        self._said.setText(" ".join(words.overview(result)))
        cautions = [words.caution(one, result) for one in result.cautions] if measured else []
        self._cautions.setText(" ".join(cautions))
        self._cautions.setVisible(bool(cautions))
        self._show_pictures(result)

    def _show_pictures(self, result: GroupResult) -> None:
        told = self._told
        self._heat.show_group(result, told.names, told.words)
        self._heat.setMinimumHeight(self._heat.maximumHeight())
        slopes = told.slopes()
        self._slopes.set_slopes(slopes, result.cuts)
        for widget in (self._slopes, self._bold):
            widget.setVisible(bool(slopes))
        self._no_slopes.setVisible(not slopes)
        self._quadrant.set_points(told.points(), GAP)
        self._person.show_person(told, self._heat.chosen)
        self._tasks.show_tasks(told)
        self._show_needs()

    def _show_needs(self) -> None:
        if self._group_id is None:
            return
        given = self._try(partial(self.house.classroom.given, self.session, self._group_id)) or ()
        lessons = {
            (one.person, one.name): one.id
            for one in given
            if one.person is not None and one.what is Given.LESSON
        }
        self._needs.show_needs(self._told, lessons)

    # paper and files

    def _make_pdf(self, hand_over: Callable[[bytes, str], None], person: str = "") -> None:
        group = self._told.group
        if self._group_id is None or group is None:
            return
        self._say(_("The sheet is being made. Just a moment."))
        sheets = self.house.result_sheets
        member = self._told.member(person) if person else None
        if member is not None:
            pdf = self._try(partial(sheets.learner_pdf, self.session, person))
        else:
            pdf = self._try(partial(sheets.group_pdf, self.session, self._group_id))
        if pdf is not None:
            self._say("")
            code = member.result.code if member is not None else group.code
            hand_over(pdf, f"korak-{code}.pdf".replace(" ", "-"))

    def _print_it(self, pdf: bytes, _name: str) -> None:
        if print_pdf(pdf, self):
            self._say(_("The sheet is on its way to the printer."))

    def _save_it(self, pdf: bytes, name: str) -> None:
        path = self._try(partial(save_pdf, pdf, name, self))
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _all_sheets(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("All sheets"))
        if chosen:
            self.make_all(Path(chosen))

    def make_all(self, folder: Path) -> None:
        """Make the group's sheet and everybody's own into a folder, in the background."""
        group = self._told.group
        if group is not None:
            self._sheets.make_sheets((SheetKind.GROUP, SheetKind.LEARNER), group.code, folder)

    def _export(self) -> None:
        group = self._told.group
        if group is None:
            return
        name = file_name(group.code, "par", self.house.result_sheets.today(), "xlsx")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Spreadsheet"), name, "XLSX (*.xlsx);;CSV (*.csv)"
        )
        if chosen:
            self.save_spreadsheet(chosen)

    def save_spreadsheet(self, chosen: str) -> None:
        """Write the group's results into a file; its ending says which kind."""
        path = Path(chosen)
        kind = "csv" if path.suffix.lower() == ".csv" else "xlsx"
        path = path if path.suffix else path.with_suffix(".xlsx")
        code = self._told.group.code if self._told.group else ""
        if self._try(partial(self.house.result_sheets.export, self.session, path, kind, code)) is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _try(self, work: Callable[[], T]) -> T | None:
        """Do something; whatever goes wrong, the page says it."""
        try:
            return work()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self._say(f"{words.happened} {words.todo}")
            return None

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    # layout

    def _lay_out(self) -> None:
        for widget in (self._menu, self._poster, self._save, self._print):
            self._head.add(widget)
        heat, lines, points = Card("card"), Card("card"), Card("card")
        for card, widgets in (
            (heat, (self._titles[0], self._heat, self._key)),
            (lines, (self._titles[1], self._slopes, self._no_slopes, self._bold)),
            (points, (self._titles[2], self._quadrant, self._agree)),
        ):
            for widget in widgets:
                card.body.addWidget(widget)
            card.body.addStretch()
        fold = Fold(760)
        fold.row.setSpacing(16)
        fold.row.addWidget(lines, 1)
        fold.row.addWidget(points, 1)
        self._parts = (heat, fold, self._person, self._needs, self._tasks)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 0, 16, 24)
        column.setSpacing(14)
        for widget in (self._head, self._said, self._cautions, self._status, *self._parts, self._sheets):
            column.addWidget(widget)
        column.addStretch(1)
        self._status.hide()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
