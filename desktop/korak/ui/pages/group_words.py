# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's page about words: which are hard for the group, what is taken for what, and games."""

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from korak.centre.people import Group, Session
from korak.i18n import CONTENT_LANGUAGE, _, ngettext
from korak.services.house import House
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.table import Table
from korak.ui.widgets.topbar import PillMenu
from korak.ui.word_card import WordLines
from korak.ui.word_tables import HardWordsModel

_MOST_CONFUSIONS = 6
_MOST_ROWS = 12
_MOST_UNHEARD = 8


class GroupWordsPage(DeskPage):
    """A table of hard words; beside it the word, the common confusions, and the end of the course."""

    here = "words"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._games = Button(role="primary", icon="list-checks")
        self._games.clicked.connect(frame.navigator.games)
        self._away = Button(icon="download")
        self._away.clicked.connect(frame.navigator.away)
        self._voice = Card("card")
        self._voice_title = Label(role="lead")
        self._voice_note = Label()
        self._record = Button(icon="mic")
        self._record.clicked.connect(partial(frame.navigator.desk, "own_voice"))
        self._model = HardWordsModel(house.pack.words, self)
        self._table = Table()
        self._table.setModel(self._model)
        self._table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._word = Card("card")
        self._lines = WordLines(frame, house.pack.id, role="lead")
        self._confused = Card("card")
        self._confused_title = Label(role="lead")
        self._confused_lines = Label()
        self._carons = Label(role="soft")
        self._end = Card("card")
        self._end_title = Label(role="lead")
        self._end_note = Label(role="soft")
        self._has_end = QCheckBox()
        self._has_end.toggled.connect(self._keep_end)
        self._end_day = QDateEdit()
        self._end_day.setCalendarPopup(True)
        self._end_day.dateChanged.connect(self._keep_end)
        self._filling = False
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table, or the games where nothing is hard."""
        return self._table if self._model.rowCount() else self._games

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._menu.setAccessibleName(_("Group"))
        self._games.setText(_("Games"))
        self._away.setText(_("Take words along"))
        self._voice_title.setText(_("Own voice"))
        self._record.setText(_("Record words"))
        self._show_missing_voices()
        self._table.setAccessibleName(_("Hard words"))
        self._confused_title.setText(_("Often mixed up"))
        self._end_title.setText(_("End of the course"))
        self._end_note.setText(_("Words are repeated in time for this day."))
        self._has_end.setText(_("The course ends on"))
        self._end_day.setAccessibleName(_("End of the course"))
        self._end_day.setDisplayFormat("d. M. yyyy")
        self._lines.retranslate()
        self._show()

    def shown(self) -> None:
        """Ask for the groups."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if self._groups else None
        self._menu.set_choices([(group.id, group.name) for group in self._groups])
        self._menu.setVisible(len(self._groups) > 1)
        self._show()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    # properties

    @property
    def model(self) -> HardWordsModel:
        """The hard words."""
        return self._model

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._show()

    def _row_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        name = self._model.word(now.row())
        self._word.setVisible(name is not None)
        if name is not None:
            self._lines.show_word(self.house.pack.words[name])

    def _keep_end(self, _changed: object) -> None:
        self._end_day.setEnabled(self._has_end.isChecked())
        if self._filling or self._group_id is None:
            return
        chosen = self._end_day.date()
        end = date(chosen.year(), chosen.month(), chosen.day()) if self._has_end.isChecked() else None
        self.house.trainer.set_course_end(self.session, self._group_id, end)

    # internal

    def _show(self) -> None:
        group = next((group for group in self._groups if group.id == self._group_id), None)
        self._word.setVisible(False)
        if group is None:
            self._head.title.setText(_("Words"))
            self._head.note.setText(_("There is no group yet. Make one under “Learners”."))
            return
        self._menu.setText(group.name)
        self._menu.set_current(group.id)
        self._head.title.setText(_("Words of group {name}").format(name=group.name))
        found = self.house.trainer.words(self.session, group.id)
        self._model.show_words(found)
        self._head.note.setText(
            _("What went wrong in the last four weeks, the hardest first.")
            if found.hard
            else _("No word stands out in the last four weeks.")
        )
        self._table.setVisible(bool(found.hard))
        self._fit_table(min(len(found.hard), _MOST_ROWS))
        words = self.house.pack.words
        pairs = [f"{words[one.word].lemma} → »{one.given}«" for one in found.confusions[:_MOST_CONFUSIONS]]
        self._confused_lines.setText("\n".join(pairs) or _("Nothing is mixed up often."))
        self._confused_lines.setProperty("language", CONTENT_LANGUAGE)
        self._carons.setText(
            ngettext(
                "{n} person leaves carons out (č, š, ž).",
                "{n} people leave carons out (č, š, ž).",
                found.without_carons,
            ).format(n=found.without_carons)
            if found.without_carons
            else ""
        )
        self._carons.setVisible(bool(found.without_carons))
        self._fill_end(group.id)

    def _show_missing_voices(self) -> None:
        """Say how many words nobody has recorded, and name the first of them."""
        missing = self.house.voices.without_own(self.session)
        words = [word.lemma for name, word in self.house.pack.words.items() if name in missing]
        if not words:
            self._voice_note.setText(_("Every word has an own voice."))
            return
        said = ngettext("{n} word has no own voice yet:", "{n} words have no own voice yet:", len(words))
        rest = " …" if len(words) > _MOST_UNHEARD else "."
        self._voice_note.setText(f"{said.format(n=len(words))} {', '.join(words[:_MOST_UNHEARD])}{rest}")

    def _fill_end(self, group_id: str) -> None:
        self._filling = True
        end = self.house.trainer.course_end(self.session, group_id)
        shown = end or self.frame.clock.now().astimezone().date()
        self._has_end.setChecked(end is not None)
        self._end_day.setDate(QDate(shown.year, shown.month, shown.day))
        self._end_day.setEnabled(end is not None)
        self._filling = False

    def _fit_table(self, rows: int) -> None:
        header = self._table.horizontalHeader().sizeHint().height()
        self._table.setMinimumHeight(header + rows * self._table.verticalHeader().defaultSectionSize() + 4)
        self._table.fit_columns()

    def _lay_out(self) -> None:
        self._head.add(self._menu)
        self._head.add(self._away)
        self._head.add(self._games)
        self._word.body.addWidget(self._lines)
        self._word.hide()
        for widget in (self._confused_title, self._confused_lines, self._carons):
            self._confused.body.addWidget(widget)
        for widget in (self._voice_title, self._voice_note):
            self._voice.body.addWidget(widget)
        self._voice.body.addWidget(self._record, 0, Qt.AlignmentFlag.AlignLeading)
        self._end.body.addWidget(self._end_title)
        self._end.body.addWidget(self._end_note)
        for field in (self._has_end, self._end_day):
            self._end.body.addWidget(field, 0, Qt.AlignmentFlag.AlignLeading)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._table)
        left.addWidget(self._word)
        left.addStretch()
        right.setSpacing(16)
        right.addWidget(self._confused)
        right.addWidget(self._voice)
        right.addWidget(self._end)
        right.addStretch()
        columns = Fold(1000)
        columns.row.setSpacing(16)
        columns.row.addLayout(left, 3)
        columns.row.addLayout(right, 2)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(16)
        column.addWidget(self._head)
        column.addWidget(columns)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
