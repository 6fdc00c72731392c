# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's first page: who is where, who needs help, and what could be done next."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Group, Session
from korak.centre.today import Whereabouts
from korak.i18n import _, format_date
from korak.services.house import House
from korak.services.trainer import Suggestions, WhereRow
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.stage_words import stage_name
from korak.ui.tall_table import TallTable
from korak.ui.where_table import WhereModel
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu


class Hint(Card):
    """One suggestion: what it is about, the fact, and the way there."""

    go = Signal()

    def __init__(self) -> None:
        super().__init__("card")
        self._kicker = Label(role="soft")
        self._fact = Label(role="lead")
        self.way = Button(role="link")
        self.way.clicked.connect(self.go)
        self.body.addWidget(self._kicker)
        self.body.addWidget(self._fact)
        self.body.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch()

    def show_hint(self, kicker: str, fact: str, way: str) -> None:
        """Show a suggestion; without a way there is no button."""
        self._kicker.setText(kicker)
        self._fact.setText(fact)
        self.way.setText(way)
        self.way.setAccessibleName(f"{way} {fact}")
        self.way.setVisible(bool(way))


class TodayPage(DeskPage):
    """Dense but calm."""

    here = "today"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._rows: tuple[WhereRow, ...] = ()
        self._suggested: Suggestions | None = None
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._refresh = Button(icon="refresh-cw")
        self._refresh.clicked.connect(self.shown)
        self._sheet = Button(role="primary", icon="file-text")
        self._sheet.clicked.connect(self._open_record)
        self._model = WhereModel(self)
        self._table = TallTable()
        self._table.show_model(self._model)
        self._table.activated.connect(self._open_record)
        self._table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._stuck = Hint()
        self._stuck.go.connect(self._open_stuck)
        self._words = Hint()
        self._words.go.connect(self._open_words)
        self._next = Hint()
        self._next.go.connect(self._open_next)
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table."""
        return self._table

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._menu.setAccessibleName(_("Group"))
        self._refresh.setText(_("Refresh"))
        self._sheet.setText(_("Learner's sheet"))
        self._table.setAccessibleName(_("Who is where"))
        self._show()

    def shown(self) -> None:
        """Ask who is where."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if self._groups else None
        self._menu.set_choices([(group.id, group.name) for group in self._groups])
        self._menu.setVisible(len(self._groups) > 1)
        self._ask()

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._ask()

    def _row_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._sheet.setEnabled(now.isValid())

    def _open_record(self) -> None:
        row = self._model.row(self._table.currentIndex().row())
        if row is not None:
            self.frame.navigator.record_of(row.person.id)

    def _open_stuck(self) -> None:
        if self._suggested is not None and self._suggested.stuck is not None:
            self.frame.navigator.lesson(self._suggested.stuck.lesson.id)

    def _open_words(self) -> None:
        self.frame.navigator.desk("words")

    def _open_next(self) -> None:
        if self._suggested is not None and self._suggested.next_lesson is not None:
            self.frame.navigator.lesson(self._suggested.next_lesson.id)

    # internal

    def _ask(self) -> None:
        if self._group_id is not None:
            self._rows = self.house.trainer.today(self.session, self._group_id)
            self._suggested = self.house.trainer.suggestions(self.session, self._group_id)
        self._show()

    def _show(self) -> None:
        group = next((group for group in self._groups if group.id == self._group_id), None)
        self._sheet.setEnabled(False)
        if group is None:
            self._head.title.setText(_("Today"))
            self._head.note.setText(_("There is no group yet. Make one under “Learners”."))
            return
        self._menu.setText(group.name)
        self._menu.set_current(group.id)
        rows = self._rows
        here = sum(1 for row in rows if row.state is not Whereabouts.ABSENT)
        today = format_date(self.frame.clock.now().astimezone().date())
        self._head.title.setText(_("Group {name}").format(name=group.name))
        present = _("{n} of {all} are here").format(n=here, all=len(rows))
        self._head.note.setText(f"{today} · {present}")
        self._model.show_rows(rows)
        if self._suggested is not None:
            self._show_suggestions(self._suggested)

    def _show_suggestions(self, found: Suggestions) -> None:
        stuck = found.stuck
        if stuck is None:
            self._stuck.show_hint(_("Where it sticks"), _("Nothing stands out today."), "")
        else:
            fact = _("{stage}: {n} of {all}").format(
                stage=stage_name(stuck.station.stage), n=stuck.people, all=stuck.of
            )
            self._stuck.show_hint(_("Where it sticks"), fact, _("Open the lesson and show it ›"))
        hard = " · ".join(found.hard_words)
        way = _("Show the words ›") if hard else ""
        self._words.show_hint(_("Hard words"), hard or _("None in the last two weeks."), way)
        following = found.next_lesson
        if following is None:
            self._next.show_hint(_("Next time"), _("All lessons are finished."), "")
        else:
            self._next.show_hint(_("Next time"), following.title, _("Look at the lesson ›"))

    def _lay_out(self) -> None:
        for widget in (self._menu, self._refresh, self._sheet):
            self._head.add(widget)
        hints = Fold(760)
        hints.row.setSpacing(16)
        for hint in (self._stuck, self._words, self._next):
            hints.row.addWidget(hint, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(16)
        column.addWidget(self._head)
        column.addWidget(self._table)
        column.addWidget(hints)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
