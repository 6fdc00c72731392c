# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's results of a group: the sentence first, then heat map, a line for each person, the tasks."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from korak import i18n
from korak.assessment.change import CLEAR
from korak.assessment.group_result import GroupResult, Member, TaskFacts
from korak.assessment.measured import Measured
from korak.assessment.sitting import Help, StepLog
from korak.centre.people import Session
from korak.exchange.workbook import file_name
from korak.i18n import _
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import CHANGES, NEEDS, ResultWords
from korak.services.house import House
from korak.services.result_sheets import SheetKind, Wanted
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.heat_table import HeatTable
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.slopes import Slope, Slopes
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for_any


class ResultsPage(DeskPage):
    """What a group can do, before and after."""

    here = "results"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._group_id = group_id
        self._result: GroupResult | None = None
        self._texts = ResultTexts()
        self._names: dict[str, str] = {}
        self._groups: dict[str, str] = {}
        self._head = Headline(1150)
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._book = Button(icon="table")
        self._book.clicked.connect(self._export)
        self._save = Button(icon="save")
        self._save.clicked.connect(partial(self._make_pdf, self._save_it))
        self._all = Button(icon="files")
        self._all.clicked.connect(self._all_or_stop)
        self._making: Iterator[Path] | None = None
        self._made = self._wanted = 0
        self._print = Button(role="primary", icon="printer")
        self._print.clicked.connect(partial(self._make_pdf, self._print_it))
        self._said = Label(role="soft")
        self._cautions = Label(role="attention")
        self._status = Label(role="soft")
        self._heat = HeatTable()
        self._heat.picked.connect(self._row_picked)
        self._slopes = Slopes()
        self._slopes.picked.connect(self._line_picked)
        self._key = Label(role="note")
        self._person = Label(role="strong")
        self._steps = Label(role="soft")
        self._sheet = Button(icon="file-text")
        self._sheet.clicked.connect(self._open_sheet)
        self._tasks = RowsTable()
        self._tasks.picked.connect(self._task_picked)
        self._task = Label(role="trainer")
        self._titles = (Label(role="lead"), Label(role="lead"), Label(role="lead"))
        self._lay_out()

    def main_widget(self) -> QWidget:
        """Print: the page begins at its sentence."""
        return self._print

    def help_texts(self) -> tuple[str, ...]:
        """How to read it."""
        return (
            _("Left stone: before the course, right stone: after it. Press a column's name to sort."),
            _("Each line is one person; a bold line is a clear change."),
            *super().help_texts(),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._menu.setAccessibleName(_("Group"))
        self._book.setText(_("Spreadsheet"))
        self._save.setText(_("Save PDF"))
        self._print.setText(_("Print"))
        self._all.setText(_("All sheets") if self._making is None else _("Stop"))
        self._sheet.setText(_("Learner's sheet"))
        self._key.setText(
            _("Empty: not yet · half: with help · full: by myself. Left before the course, right after it.")
        )
        self._heat.setAccessibleName(_("Who can do what"))
        self._tasks.setAccessibleName(_("Tasks"))
        for label, text in zip(
            self._titles, (_("Who can do what"), _("Each line is one person"), _("Tasks")), strict=True
        ):
            label.setText(text)
        self._slopes.set_words(_("Each line is one person"), _("before"), _("after"))
        self._tasks.rows.set_titles(
            (_("Task"), _("alone before"), _("alone after"), _("not yet after"), _("minutes"))
        )
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

    def cells(self) -> list[list[str]]:
        """Every text of the heat map, row by row."""
        return self._heat.cells()

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._ask()

    def _row_picked(self, person: str) -> None:
        if person:
            self._slopes.choose(person)
            self._show_person(person)
            self._task_picked(self._tasks.chosen)

    def _line_picked(self, person: str) -> None:
        self._heat.choose(person)
        self._show_person(person)

    def _task_picked(self, template: str) -> None:
        result = self._result
        facts = next((one for one in result.tasks if one.template == template), None) if result else None
        told = [self._stuck(facts), *self._step_by_step(template)] if facts else []
        self._task.setText("\n".join(told))

    def _open_sheet(self) -> None:
        person = self._heat.chosen
        if person:
            self._make_pdf(self._save_it, person)

    # asking

    def _ask(self) -> None:
        self._result = None
        if self._group_id is None:
            self._show()
            return
        try:
            self._texts = self.house.results.texts()
            self._result = self.house.results.group(self.session, self._group_id)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self._say(f"{words.happened} {words.todo}")
        members = self._result.members if self._result else ()
        self._names = {
            one.person: self.house.people.person(self.session, one.person).shown_name for one in members
        }
        self._show()

    def _words(self) -> ResultWords:
        return ResultWords(i18n.language())

    # showing

    def _show(self) -> None:
        result, words = self._result, self._words()
        self._menu.setText(self._groups.get(self._group_id or "", ""))
        self._menu.set_current(self._group_id or "")
        for button in (self._all, self._book, self._save, self._print):
            button.setEnabled(result is not None)
        if result is None:
            self._head.title.setText(_("Results"))
            self._said.setText("")
            return
        self._head.title.setText(_("Before the course and after it · {group}").format(group=result.name))
        self._said.setText(" ".join(words.overview(result)))
        cautions = [words.caution(one, result) for one in result.cautions]
        self._cautions.setText(" ".join(cautions))
        self._cautions.setVisible(bool(cautions))
        self._heat.show_group(result, self._names, words)
        self._heat.setMinimumHeight(self._heat.maximumHeight())
        lines = [self._slope(member, words) for member in result.paired]
        cuts = next((one.record.bank.cuts for each in result.results for one in each.sittings), ())
        self._slopes.set_slopes([line for line in lines if line], cuts)
        self._show_tasks(result, words)
        self._show_person(self._heat.chosen)

    def _slope(self, member: Member, words: ResultWords) -> Slope | None:
        pair, rc = member.result.pair, member.result.reliable.rc
        if pair is None:
            return None
        return Slope(
            member.person,
            pair[0],
            pair[1],
            rc is not None and abs(rc) > CLEAR,
            self._told(member, words),
        )

    def _told(self, member: Member, words: ResultWords) -> str:
        pair = member.result.pair
        name = self._names.get(member.person, member.result.code)
        change = words.say(CHANGES[member.result.change])
        if pair is None:
            return f"{name}: {change}"
        numbers = f"{words.number(pair[0], 0)} → {words.number(pair[1], 0)}"
        return f"{name}: {numbers} · {change}"

    def _show_person(self, person: str) -> None:
        result, words = self._result, self._words()
        member = next((one for one in result.members if one.person == person), None) if result else None
        self._sheet.setEnabled(member is not None and member.result.latest is not None)
        if member is None:
            self._person.setText(_("Point at a line, or choose a row."))
            self._steps.setText("")
            return
        self._person.setText(self._told(member, words))
        self._steps.setText("\n".join(self._replay(member, words)))

    def _replay(self, member: Member, words: ResultWords) -> list[str]:
        """The newest sitting, task by task: what was done alone, with help, and where it stopped."""
        latest = member.result.latest
        if latest is None:
            return []
        lines = [self._replayed(latest, place, words) for place in range(len(latest.tasks))]
        result = self._result
        need = next((one for one in result.in_need if one.member is member), None) if result else None
        if need is not None:
            lines.append(", ".join(words.say(NEEDS[reason]) for reason in need.reasons))
        return lines

    def _replayed(self, latest: Measured, place: int, words: ResultWords) -> str:
        task = latest.tasks[place]
        text = self._texts.task(task.template)
        done = {4: _("alone"), 3: _("with a hint"), 2: _("shown")}.get(task.points or 0, _("not yet"))
        line = f"{text.title}: {done}, {words.number(task.seconds / 60)} min"
        if not task.stuck or task.alone:
            return line
        return f"{line} › {self._texts.step(task.template, task.stuck)}"

    def _step_by_step(self, template: str) -> list[str]:
        """The newest sitting of the person in the chosen row, step by step of one task."""
        result, person = self._result, self._heat.chosen
        member = next((one for one in result.members if one.person == person), None) if result else None
        latest = member.result.latest if member else None
        found = (one for one in latest.score.items if one.item.template == template) if latest else ()
        answer = next((one.answer for one in found), None)
        if answer is None or not answer.steps:
            return []
        lines = [self._names.get(person, "") + ":"]
        for number, step in enumerate(answer.steps, 1):
            how = self._how(step)
            title = self._texts.step(template, step.step)
            seconds = _("{n} s").format(n=self._words().number(step.seconds, 0))
            lines.append(f"{number}. {title}: {how} · {seconds}")
        return lines

    def _how(self, step: StepLog) -> str:
        if not step.done:
            return _("not yet")
        return {Help.HINT: _("with a hint"), Help.SHOWN: _("shown")}.get(Help(step.help), _("alone"))

    def _show_tasks(self, result: GroupResult, words: ResultWords) -> None:
        rows = [
            Row(
                facts.template,
                (
                    Cell(self._texts.task(facts.template).title),
                    _of(facts.before.alone, facts.before.n, words),
                    _of(facts.after.alone, facts.after.n, words),
                    _of(facts.after.not_done, facts.after.n, words),
                    Cell(words.number((facts.after.seconds or facts.before.seconds or 0) / 60)),
                ),
            )
            for facts in result.tasks
        ]
        self._tasks.rows.show_rows(rows)
        self._tasks.setMinimumHeight(self._tasks.maximumHeight())
        self._task.setText(_("Choose a task to see where people got stuck.") if rows else "")

    def _stuck(self, facts: TaskFacts) -> str:
        lines: list[str] = []
        for said, counts in ((_("before"), facts.before), (_("after"), facts.after)):
            if not counts.n:
                continue
            line = _("{when}: alone {alone}, with a hint {hint}, shown {shown}, not yet {none}").format(
                when=said, alone=counts.alone, hint=counts.hint, shown=counts.shown, none=counts.not_done
            )
            if counts.stuck:
                step = self._texts.step(facts.template, counts.stuck)
                stuck = _("It sticks at: {step} ({n} of {all})")
                line += " · " + stuck.format(step=step, n=counts.stuck_n, all=counts.n)
            lines.append(line)
        return "\n".join(lines)

    # paper and files

    def _make_pdf(self, hand_over: Callable[[bytes, str], None], person: str = "") -> None:
        if self._group_id is None:
            return
        self._say(_("The sheet is being made. Just a moment."))
        sheets = self.house.result_sheets
        try:
            if person:
                pdf = sheets.learner_pdf(self.session, person)
            else:
                pdf = sheets.group_pdf(self.session, self._group_id)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self._say(f"{words.happened} {words.todo}")
            return
        self._say("")
        code = self._result.code if self._result else ""
        hand_over(pdf, f"korak-{code}.pdf".replace(" ", "-"))

    def _print_it(self, pdf: bytes, _name: str) -> None:
        if print_pdf(pdf, self):
            self._say(_("The sheet is on its way to the printer."))

    def _save_it(self, pdf: bytes, name: str) -> None:
        path = save_pdf(pdf, name, self)
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _all_or_stop(self) -> None:
        if self._making is not None:
            self._stop(_("Stopped after {n} of {all}.").format(n=self._made, all=self._wanted))
            return
        chosen = QFileDialog.getExistingDirectory(self, _("All sheets"))
        if chosen:
            self.make_all(Path(chosen))

    def make_all(self, folder: Path) -> None:
        """Make the sheets of everybody in the group, one after the other; they can be stopped."""
        result = self._result
        if result is None:
            return
        kinds = (SheetKind.GROUP, SheetKind.LEARNER)
        jobs = self.house.result_sheets.jobs(self.session, Wanted(kinds, result.code))
        self._made, self._wanted = 0, len(jobs)
        self._making = self.house.result_sheets.write(self.session, jobs, folder)
        self._all.setText(_("Stop"))
        QTimer.singleShot(0, self._make_one)

    def _make_one(self) -> None:
        """Make the next sheet, then let the window breathe."""
        if self._making is None:
            return
        try:
            path = next(self._making, None)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self._stop(f"{words.happened} {words.todo}")
            return
        if path is None:
            self._stop(_("Saved: {n} files").format(n=self._made))
            return
        self._made += 1
        self._status.setText(_("{n} of {all}").format(n=self._made, all=self._wanted))
        self._status.show()
        QTimer.singleShot(0, self._make_one)

    def _stop(self, said: str) -> None:
        self._making = None
        self._all.setText(_("All sheets"))
        self._say(said)

    def leave(self) -> None:
        """Make nothing more for a page nobody sees."""
        self._making = None

    def _export(self) -> None:
        result = self._result
        if result is None:
            return
        today = self.house.result_sheets.today()
        name = file_name(result.code, "par", today, "xlsx")
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
        code = self._result.code if self._result else ""
        try:
            self.house.result_sheets.export(self.session, path, kind, code)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self._say(f"{words.happened} {words.todo}")
            return
        self._say(_("Saved: {file}").format(file=path.name))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    # layout

    def _lay_out(self) -> None:
        for widget in (self._menu, self._all, self._book, self._save, self._print):
            self._head.add(widget)
        heat, lines, person, tasks = Card("card"), Card("card"), Card("card"), Card("card")
        heat.body.addWidget(self._titles[0])
        heat.body.addWidget(self._heat)
        heat.body.addWidget(self._key)
        lines.body.addWidget(self._titles[1])
        lines.body.addWidget(self._slopes)
        lines.body.addStretch()
        person.body.addWidget(self._person)
        person.body.addWidget(self._steps)
        person.body.addWidget(self._sheet, 0, Qt.AlignmentFlag.AlignLeading)
        person.body.addStretch()
        tasks.body.addWidget(self._titles[2])
        tasks.body.addWidget(self._tasks)
        tasks.body.addWidget(self._task)
        fold = Fold(760)
        fold.row.setSpacing(16)
        fold.row.addWidget(lines, 1)
        fold.row.addWidget(person, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 0, 16, 24)
        column.setSpacing(14)
        for widget in (self._head, self._said, self._cautions, self._status, heat, fold, tasks):
            column.addWidget(widget)
        column.addStretch()
        self._status.hide()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _of(count: int, of: int, words: ResultWords) -> Cell:
    if not of:
        return Cell("–", -1.0)
    return Cell(words.say("{count} of {of}", count=count, of=of), count / of)
