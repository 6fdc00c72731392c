# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit trail: attendance and points that were changed after they counted."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from korak.centre.audit import Change, Kind, Wanted
from korak.centre.people import Session
from korak.i18n import _, format_date, ngettext
from korak.reports.audit_words import kind_word, told, whose
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.frame import Frame
from korak.ui.printing import print_pdf, save_file, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field, LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

_BOOK = "XLSX (*.xlsx)"
_ROWS = 8


class AuditPage(DeskPage):
    """A table of changes, narrowed by group, person, period and kind; what is shown can be handed out."""

    here = "centre"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._changes: tuple[Change, ...] = ()
        self._head = Headline()
        self._back = Button(icon="arrow-left")
        self._back.clicked.connect(partial(frame.navigator.desk, "centre"))
        self._pdf, self._print, self._book = (Button(icon=icon) for icon in ("save", "printer", "download"))
        self._pdf.clicked.connect(partial(self._hand_out, self._make_pdf, self._save_pdf))
        self._print.clicked.connect(partial(self._hand_out, self._make_pdf, self._print_pdf))
        self._book.clicked.connect(partial(self._hand_out, self._make_book, self._save_book))
        for button in (self._back, self._pdf, self._print, self._book):
            self._head.add(button)
        self._search_edit = LineEdit()
        self._kinds, self._groups = Choice(), Choice()
        self._since_edit, self._until_edit = QDateEdit(), QDateEdit()
        self._search, self._kind, self._group = (
            Field(editor) for editor in (self._search_edit, self._kinds, self._groups)
        )
        self._since, self._until = Field(self._since_edit), Field(self._until_edit)
        self._table = RowsTable(least=_ROWS)
        self._search_edit.textChanged.connect(self._seek)
        for choice in (self._kinds, self._groups):
            choice.activated.connect(self._ask)
        self._status = Label(role="soft")
        self._set_days()
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The line to search a person in."""
        return self._search_edit

    def help_texts(self) -> tuple[str, ...]:
        """What the page is for."""
        return (
            _("Here stands what was changed after it was closed. Nothing can be deleted."),
            *super().help_texts(),
        )

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose_kind(self, kind: Kind | None) -> None:
        """Narrow to one kind of change."""
        self._kinds.setCurrentIndex(max(self._kinds.findData("" if kind is None else kind.value), 0))
        self._ask()

    def choose_days(self, since: date, until: date) -> None:
        """Narrow to a period."""
        self._since_edit.setDate(QDate(since.year, since.month, since.day))
        self._until_edit.setDate(QDate(until.year, until.month, until.day))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Changes after closing"))
        self._back.setText(_("Centre"))
        self._pdf.setText(_("Save PDF"))
        self._print.setText(_("Print"))
        self._book.setText(_("Spreadsheet (XLSX)"))
        self._search.set_label(_("Person or reason"))
        self._kind.set_label(_("What was changed"))
        self._group.set_label(_("Group"))
        self._since.set_label(_("From"))
        self._until.set_label(_("Until"))
        self._table.setAccessibleName(_("Changes after closing"))
        self._table.rows.set_titles((_("When"), _("Who"), _("Person"), _("What"), _("Old and new"), _("Why")))
        self._fill_choices()
        self._ask()

    def shown(self) -> None:
        """Ask for the changes."""
        self._fill_choices()
        self._ask()

    # slots

    def _ask(self) -> None:
        kind = str(self._kinds.currentData() or "")
        wanted = Wanted(
            since=_date(self._since_edit),
            until=_date(self._until_edit),
            kind=Kind(kind) if kind else None,
            group=str(self._groups.currentData() or ""),
        )
        if wanted.since is not None and wanted.until is not None and wanted.since > wanted.until:
            self._until.set_message(_("This day is before the first one."), "attention")
            return
        self._until.set_message("")
        self._changes = self.house.audit.changes(self.session, wanted)
        self._table.rows.show_rows([_row(one) for one in self._changes])
        self._tell()

    def _seek(self, text: str) -> None:
        self._table.rows.seek(text)
        self._tell()

    def _hand_out(self, make: Callable[[], bytes], hand_over: Callable[[bytes], object]) -> None:
        if hand_over(make()) is not None:
            self._say(_("Saved."))

    def _make_pdf(self) -> bytes:
        return self.house.audit.sheet(self.session, self._shown())

    def _make_book(self) -> bytes:
        return self.house.audit.workbook(self.session, self._shown())

    def _save_pdf(self, pdf: bytes) -> object:
        return save_pdf(pdf, self._file("pdf"), self)

    def _save_book(self, data: bytes) -> object:
        return save_file(data, self._file("xlsx"), (_("Spreadsheet (XLSX)"), _BOOK), self)

    def _print_pdf(self, pdf: bytes) -> object:
        print_pdf(pdf, self)
        return None

    # internal

    def _shown(self) -> list[Change]:
        """What the search leaves, in the order of the table: paper says what the screen says."""
        by_id = {one.id: one for one in self._changes}
        return [by_id[name] for name in self._table.rows.names()]

    def _tell(self) -> None:
        count = len(self._table.rows.names())
        found = ngettext("{n} change", "{n} changes", count).format(n=count)
        self._head.note.setText(found if count else _("Nothing was changed after closing."))
        for button in (self._pdf, self._print, self._book):
            button.setEnabled(count > 0)

    def _say(self, text: str) -> None:
        self._status.setText(text)
        announce(self._status, text)

    def _file(self, ending: str) -> str:
        return f"korak_spremembe_{self._today().isoformat()}.{ending}"

    def _today(self) -> date:
        return self.frame.clock.now().astimezone().date()

    def _set_days(self) -> None:
        today = self._today()
        for edit, day in (
            (self._since_edit, QDate(today.year - 1, today.month, min(today.day, 28))),
            (self._until_edit, QDate(today.year, today.month, today.day)),
        ):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("d. M. yyyy")
            edit.setDate(day)
            edit.dateChanged.connect(self._ask)

    def _fill_choices(self) -> None:
        kind, group = self._kinds.currentData(), self._groups.currentData()
        self._kinds.clear()
        self._kinds.addItem(_("all"), "")
        for one in Kind:
            self._kinds.addItem(kind_word(one, _), one.value)
        self._groups.clear()
        self._groups.addItem(_("all"), "")
        for course in self.house.people.groups(self.session):
            self._groups.addItem(course.name, course.id)
        self._kinds.setCurrentIndex(max(self._kinds.findData(kind), 0))
        self._groups.setCurrentIndex(max(self._groups.findData(group), 0))

    def _lay_out(self) -> None:
        choices = QWidget()
        across = FlowLayout(12)
        choices.setLayout(across)
        for field in (self._search, self._kind, self._group, self._since, self._until):
            field.setMinimumWidth(180)
            across.addWidget(field)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        for widget in (self._head, choices, self._status):
            column.addWidget(widget)
        column.addWidget(self._table, 1)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _row(change: Change) -> Row:
    words = told(change, _)
    at = change.at.astimezone()
    what = " · ".join(part for part in (words.kind, words.what, format_date(change.day)) if part)
    return Row(
        change.id,
        (
            Cell(f"{format_date(at.date())}, {at.hour}.{at.minute:02}", at.timestamp()),
            Cell(change.by),
            Cell(" · ".join(part for part in (whose(change, _), change.group_name) if part)),
            Cell(what),
            Cell(f"{words.old} → {words.new}"),
            Cell(change.why or "–"),
        ),
    )


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
