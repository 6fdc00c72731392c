# SPDX-License-Identifier: GPL-3.0-or-later
"""The mediators' log: entries, the yearly table, and how far the 300 hours have come."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.languages import NAMES
from korak.centre.mediation import PROOF_MINUTES, Mediated, Sum, YearTable
from korak.centre.people import Person, Session
from korak.centre.privacy import Deed, may
from korak.i18n import _, format_date, ngettext
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.forms.ask import Ask
from korak.ui.forms.mediation_dialog import MediationDialog
from korak.ui.forms.topics_dialog import TopicsDialog
from korak.ui.frame import Frame
from korak.ui.mediation_words import (
    FACES,
    clock_hours,
    code_text,
    faces_text,
    languages_text,
    month_text,
    rating_text,
    short_hours,
    topic_text,
)
from korak.ui.printing import print_pdf, save_file, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.progress import ProgressLine
from korak.ui.widgets.scroll import Scroller

_BOOK = "XLSX (*.xlsx)"
_YEARS = 6


class MediationPage(DeskPage):
    """A mediator writes here; a trainer reads all; staff see the totals alone."""

    here = "mediation"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._writes = may(session, Deed.MEDIATE, session.person_id)
        self._entries: dict[str, Mediated] = {}
        self._people: dict[str, Person] = {}
        self._topics: dict[str, str] = {}
        self._gone = ""
        self._build()
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The new entry, or the year for those who only look."""
        return self._new if self._writes else self._years_edit

    def help_texts(self) -> tuple[str, ...]:
        """What the page is for."""
        return (
            _("Write down every mediation: minutes, place, topic. No names are needed."),
            _("A correction keeps what stood before."),
            *super().help_texts(),
        )

    def cells(self) -> list[list[str]]:
        """Every text of the table of entries, row by row."""
        return self._table.cells()

    def months(self) -> list[list[str]]:
        """Every text of the table of months, row by row."""
        return self._months.cells()

    def choose(self, place: int) -> None:
        """Choose the entry in a row."""
        self._table.selectRow(place)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Mediation"))
        self._new.setText(_("New entry"))
        self._topics_button.setText(_("List of topics"))
        self._years.set_label(_("Year"))
        self._mediators.set_label(_("Mediator"))
        self._change.setText(_("Correct"))
        self._out.setText(_("Take out of the log"))
        self._undo.setText(_("Undo"))
        self._table.setAccessibleName(_("Entries"))
        self._table.rows.set_titles(
            (
                _("Day"),
                _("Minutes"),
                _("Place or institution"),
                _("Topic"),
                _("Language"),
                _("People"),
                _("What came of it"),
                _("Ratings"),
            )
        )
        self._year_title.setText(_("The year in a table"))
        self._pdf.setText(_("Sheet to be signed (PDF)"))
        self._print.setText(_("Print"))
        self._book.setText(_("Spreadsheet (XLSX)"))
        self._months.setAccessibleName(_("Months"))
        self._months.rows.set_titles(
            (_("Month"), _("Entries"), _("Hours"), _("People"), _("Hours that count"))
        )
        self._sums.setAccessibleName(_("Sums"))
        self._sums.rows.set_titles((_("By"), _("What"), _("Entries"), _("Hours"), _("People")))
        self._show()

    def shown(self) -> None:
        """Ask for the mediators."""
        self._people = {person.id: person for person in self.house.mediation.mediators(self.session)}
        self._fill_choices()
        self._show()

    # slots

    def _ask_new(self) -> None:
        last = self.house.mediation.last(self.session)
        topics = self.house.mediation.topics(self.session)
        first = topics[0].code if topics else "other"
        language = self.house.people.me(self.session).language
        language = language if language in NAMES and language != "sl" else next(iter(NAMES))
        one = Mediated(
            entry="",
            mediator=self.session.person_id,
            day=self._today(),
            minutes=30,
            place=last.place if last is not None else "",
            topic=last.topic if last is not None else first,
            languages=last.languages if last is not None else (language,),
        )
        self._open(one)

    def _ask_change(self) -> None:
        one = self._entries.get(self._table.chosen)
        if one is not None and one.mediator == self.session.person_id:
            self._open(one)

    def _open(self, one: Mediated) -> None:
        topics = self.house.mediation.topics(self.session, every=True)
        usable = [topic for topic in topics if topic.active or topic.code == one.topic]
        dialog = MediationDialog(self.house, self.session, one, usable, self)
        dialog.saved.connect(self._saved)
        dialog.open()

    def _saved(self, entry: str) -> None:
        self.shown()
        self._table.choose(entry)
        self._say(_("Saved."))

    def _ask_out(self) -> None:
        one = self._entries.get(self._table.chosen)
        if one is None:
            return
        note = _("It counts no more. What was written is kept, and you can bring it back.")
        dialog = Ask(_("Take this entry out?"), note, _("Take out of the log"), self)
        dialog.agreed.connect(partial(self._take_out, one.entry))
        dialog.open()

    def _take_out(self, entry: str, _typed: str) -> None:
        self.house.mediation.take_out(self.session, entry)
        self._gone = entry
        self.shown()
        self._say(_("Taken out."))
        self._undo.setVisible(True)

    def _bring_back(self) -> None:
        self.house.mediation.take_out(self.session, self._gone, back=True)
        self.shown()
        self._say(_("It is back."))

    def _ask_topics(self) -> None:
        dialog = TopicsDialog(self.house, self.session, self)
        dialog.finished.connect(self._show)
        dialog.open()

    def _picked(self, entry: str) -> None:
        one = self._entries.get(entry)
        own = one is not None and one.mediator == self.session.person_id
        self._change.setEnabled(own)
        self._out.setEnabled(own)

    def _hand_out(self, make: Callable[[], bytes], hand_over: Callable[[bytes], object]) -> None:
        if hand_over(make()) is not None:
            self._say(_("Saved."))

    def _make_pdf(self) -> bytes:
        return self.house.mediation.year_pdf(self.session, self._year(), self._mediator())

    def _make_book(self) -> bytes:
        return self.house.mediation.year_workbook(self.session, self._year(), self._mediator())

    def _save_pdf(self, pdf: bytes) -> object:
        return save_pdf(pdf, self._file("pdf"), self)

    def _save_book(self, data: bytes) -> object:
        return save_file(data, self._file("xlsx"), (_("Spreadsheet (XLSX)"), _BOOK), self)

    def _print_pdf(self, pdf: bytes) -> object:
        print_pdf(pdf, self)
        return None

    # internal

    def _file(self, ending: str) -> str:
        return f"korak_mediacija_{self._year()}.{ending}"

    def _today(self) -> date:
        return self.frame.clock.now().astimezone().date()

    def _year(self) -> int:
        return int(str(self._years_edit.currentData() or self._today().year))

    def _mediator(self) -> str:
        return str(self._mediators_edit.currentData() or "")

    def _fill_choices(self) -> None:
        year, mediator = self._years_edit.currentData(), self._mediators_edit.currentData()
        first = self._years_edit.count() == 0
        self._years_edit.clear()
        for number in range(_YEARS):
            self._years_edit.addItem(str(self._today().year - number), self._today().year - number)
        self._years_edit.setCurrentIndex(max(self._years_edit.findData(year), 0))
        self._mediators_edit.clear()
        if self._sees_all():
            self._mediators_edit.addItem(_("all"), "")
        for person in self._people.values():
            self._mediators_edit.addItem(person.name, person.id)
        wanted = self.session.person_id if first and self.session.person_id in self._people else mediator
        self._mediators_edit.setCurrentIndex(max(self._mediators_edit.findData(wanted), 0))
        self._mediators.setVisible(self._sees_all())

    def _sees_all(self) -> bool:
        return may(self.session, Deed.MEDIATE) or may(self.session, Deed.REPORT)

    def _show(self) -> None:
        if self._years_edit.count() == 0:
            return
        every = self.house.mediation.topics(self.session, every=True)
        self._topics = {topic.code: topic_text(topic) for topic in every}
        self._show_entries()
        table = self.house.mediation.year(self.session, self._year(), self._mediator())
        self._show_year(table)
        self._show_proof()

    def _show_entries(self) -> None:
        self._undo.setVisible(False)
        if not self._writes:
            return
        year, found = self._year(), self.house.mediation.entries(self.session, self._mediator())
        own = [one for one in found if one.day.year == year]
        self._entries = {one.entry: one for one in own}
        self._table.rows.show_rows([self._row(one) for one in own])
        self._empty.setText("" if own else _("There is no entry in this year yet."))
        self._empty.setVisible(not own)
        self._table.setVisible(bool(own))
        self._picked(self._table.chosen)

    def _row(self, one: Mediated) -> Row:
        place = one.place
        if not self._mediator() and one.mediator in self._people:
            place = f"{place} · {self._people[one.mediator].name}"
        if one.corrected:
            place = f"{place} · {_('corrected')}"
        ratings = [rating_text(rating) for rating in (one.institution, one.helped) if rating is not None]
        face = one.helped or one.institution
        return Row(
            one.entry,
            (
                Cell(format_date(one.day), one.day.toordinal()),
                Cell(str(one.minutes), one.minutes),
                Cell(place),
                Cell(self._topics.get(one.topic, one.topic)),
                Cell(languages_text(one.languages)),
                Cell(str(one.people), one.people),
                Cell(code_text(one.outcome.value)),
                Cell(" · ".join(ratings), picture=FACES[face] if face is not None else ""),
            ),
        )

    def _show_year(self, table: YearTable) -> None:
        whole = table.whole
        count = ngettext("{n} log entry", "{n} log entries", whole.entries).format(n=whole.entries)
        self._head.note.setText(f"{table.year}: {count} · {clock_hours(whole.minutes)}")
        self._months.rows.show_rows(
            [
                Row(
                    month.name,
                    (
                        Cell(month_text(int(month.name)), int(month.name)),
                        *_numbers(month),
                        Cell(short_hours(running), running),
                    ),
                )
                for month, running in zip(table.months, table.running, strict=True)
            ]
        )
        languages = {one.name: i18n.own_name(one.name) for one in table.languages}
        rows: list[Row] = []
        for kind, sums, words in (
            (_("Topic"), table.topics, self._topics),
            (_("Place or institution"), table.places, {}),
            (_("Language"), table.languages, languages),
            (_("How"), table.modes, {one.name: code_text(one.name) for one in table.modes}),
            (_("What came of it"), table.outcomes, {one.name: code_text(one.name) for one in table.outcomes}),
        ):
            rows += _sum_rows(kind, sums, words)
        self._sums.rows.show_rows(rows)
        institution, helped = faces_text(table.institution), faces_text(table.helped)
        told = (f"{_('The institution')}: {institution}", f"{_('Those who were helped')}: {helped}")
        self._ratings.setText("\n".join(told))

    def _show_proof(self) -> None:
        mediator = self._mediator()
        self._proof_card.setVisible(bool(mediator))
        if not mediator:
            return
        state = self.house.mediation.proof(self.session, mediator)
        self._proof_title.setText(
            _("{n} of {all} hours").format(n=short_hours(state.counted), all=PROOF_MINUTES // 60)
        )
        left = _("Missing: {hours}.").format(hours=clock_hours(state.missing))
        since = _("Counted since {day}: five years.").format(day=format_date(state.since))
        users = _("Confirmed only by those who were helped: {hours}, at most 100 hours count.").format(
            hours=clock_hours(state.by_users)
        )
        told = left if state.missing else _("Nothing is missing.")
        self._proof_note.setText(f"{told} {since}" + (f" {users}" if state.by_users else ""))
        self._proof_line.set_part(state.counted, PROOF_MINUTES)
        self._proof_line.set_summary(self._proof_title.text())

    def _say(self, text: str) -> None:
        self._undo.setVisible(False)
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _build(self) -> None:
        self._head = Headline()
        self._new = Button(role="primary", icon="plus")
        self._new.clicked.connect(self._ask_new)
        self._topics_button = Button(icon="list-checks")
        self._topics_button.clicked.connect(self._ask_topics)
        self._years_edit, self._mediators_edit = Choice(), Choice()
        self._years, self._mediators = Field(self._years_edit), Field(self._mediators_edit)
        for choice in (self._years_edit, self._mediators_edit):
            choice.activated.connect(self._show)
        self._table = RowsTable(least=7)
        self._table.picked.connect(self._picked)
        self._table.activated.connect(self._ask_change)
        self._empty = Label(role="soft")
        self._change, self._out = Button(icon="pencil"), Button(icon="inbox")
        self._change.clicked.connect(self._ask_change)
        self._out.clicked.connect(self._ask_out)
        self._undo = Button(role="link")
        self._undo.clicked.connect(self._bring_back)
        self._status = Label(role="lead")
        self._proof_card, self._proof_line = Card("card"), ProgressLine()
        self._proof_title, self._proof_note = Label(role="lead"), Label(role="soft")
        self._year_title, self._ratings = Label(role="lead"), Label()
        self._pdf, self._print, self._book = (
            Button(icon="save"),
            Button(icon="printer"),
            Button(icon="download"),
        )
        self._pdf.clicked.connect(partial(self._hand_out, self._make_pdf, self._save_pdf))
        self._print.clicked.connect(partial(self._hand_out, self._make_pdf, self._print_pdf))
        self._book.clicked.connect(partial(self._hand_out, self._make_book, self._save_book))
        self._months, self._sums = RowsTable(least=12), RowsTable(least=10)

    def _lay_out(self) -> None:
        if self._writes:
            self._head.add(self._topics_button)
            self._head.add(self._new)
        choices = Fold(520)
        choices.row.setSpacing(16)
        for field in (self._years, self._mediators):
            choices.row.addWidget(field, 1)
        for widget in (self._proof_title, self._proof_line, self._proof_note):
            self._proof_card.body.addWidget(widget)
        year = Card("card")
        acts = _flow(self._pdf, self._print, self._book)
        for widget in (self._year_title, acts, self._months, self._ratings, self._sums):
            year.body.addWidget(widget)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        for widget in (self._head, choices, self._proof_card):
            column.addWidget(widget)
        column.addWidget(self._status)
        if self._writes:
            column.addWidget(_flow(self._change, self._out, self._undo))
            column.addWidget(self._empty)
            column.addWidget(self._table)
        column.addWidget(year)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._status.hide()


def _flow(*buttons: Button) -> QWidget:
    widget = QWidget()
    flow = FlowLayout(12)
    widget.setLayout(flow)
    for button in buttons:
        flow.addWidget(button)
    return widget


def _numbers(one: Sum) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(str(one.entries), one.entries),
        Cell(short_hours(one.minutes), one.minutes),
        Cell(str(one.people), one.people),
    )


def _sum_rows(kind: str, sums: tuple[Sum, ...], words: Mapping[str, str]) -> list[Row]:
    return [
        Row(f"{kind}/{one.name}", (Cell(kind), Cell(words.get(one.name, one.name)), *_numbers(one)))
        for one in sums
    ]
