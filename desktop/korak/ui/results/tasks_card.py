# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks of a result: who did them alone before and after; a chosen one says where people got stuck."""

from PySide6.QtCore import Signal

from korak.assessment.group_result import TaskFacts
from korak.i18n import _
from korak.reports.result_words import ResultWords
from korak.ui.announce import announce
from korak.ui.results.told import Told
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label


class TasksCard(Card):
    """`picked` tells which template is chosen."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._told = Told()
        self._title = Label(role="lead")
        self.table = RowsTable()
        self.table.picked.connect(self._pick)
        self.stuck = Label(role="trainer")
        for widget in (self._title, self.table, self.stuck):
            self.body.addWidget(widget)

    def retranslate(self) -> None:
        """Set the texts that do not depend on the group."""
        self._title.setText(_("Tasks"))
        self.table.setAccessibleName(_("Tasks"))
        self.table.rows.set_titles(
            (_("Task"), _("alone before"), _("alone after"), _("not yet after"), _("minutes"))
        )

    def show_tasks(self, told: Told) -> None:
        """Show the tasks of a group."""
        self._told = told
        words = told.words
        rows = [
            Row(
                facts.template,
                (
                    Cell(told.texts.task(facts.template).title),
                    _of(facts.before.alone, facts.before.n, words),
                    _of(facts.after.alone, facts.after.n, words),
                    _of(facts.after.not_done, facts.after.n, words),
                    _minutes(facts, told),
                ),
            )
            for facts in (told.group.tasks if told.group else ())
        ]
        self.table.rows.show_rows(rows)
        self.table.setMinimumHeight(self.table.maximumHeight())
        self.table.setVisible(bool(rows))
        self._say(
            _("Choose a task to see where people got stuck.")
            if rows
            else _("Nobody has done a task on the screen yet.")
        )

    def _pick(self, template: str) -> None:
        tasks = self._told.group.tasks if self._told.group else ()
        facts = next((one for one in tasks if one.template == template), None)
        if facts is not None:
            self._say(self._stuck(facts))
            announce(self.stuck, self.stuck.text())
        self.picked.emit(template)

    def _say(self, text: str) -> None:
        self.stuck.setText(text)

    def _stuck(self, facts: TaskFacts) -> str:
        lines: list[str] = []
        for said, counts in ((_("before"), facts.before), (_("after"), facts.after)):
            if not counts.n:
                continue
            line = _("{when}: alone {alone}, with a hint {hint}, shown {shown}, not yet {none}").format(
                when=said, alone=counts.alone, hint=counts.hint, shown=counts.shown, none=counts.not_done
            )
            if counts.stuck:
                step = self._told.texts.step(facts.template, counts.stuck)
                stuck = _("It sticks at: {step} ({n} of {all})")
                line += " · " + stuck.format(step=step, n=counts.stuck_n, all=counts.n)
            lines.append(line)
        return "\n".join(lines)


def _minutes(facts: TaskFacts, told: Told) -> Cell:
    seconds = facts.after.seconds or facts.before.seconds
    return Cell("–", -1.0) if seconds is None else Cell(told.minutes(seconds), seconds)


def _of(count: int, of: int, words: ResultWords) -> Cell:
    if not of:
        return Cell("–", -1.0)
    return Cell(words.say("{count} of {of}", count=count, of=of), count / of)
