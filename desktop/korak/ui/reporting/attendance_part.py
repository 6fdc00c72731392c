# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance of a group: the list to be signed, who was there for how long, the diary."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.meetings import MeetingState
from korak.centre.people import Group, Session
from korak.centre.report_filters import ReportFilters
from korak.i18n import _, format_date, ngettext
from korak.reports.attendance import hours
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.reports import RULE_PER_CENT, AttendanceReport
from korak.ui.printing import print_pdf, save_file, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.words_for_faults import words_for

_BOOK = "XLSX (*.xlsx)"
_ROWS = 25  # of the table that are seen at once


class AttendancePart(QWidget):
    """Attendance first on the screen, then as a file; `said` says what was done with it."""

    said = Signal(str)

    def __init__(self, house: House, session: Session, today: date) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._today = today
        self._groups: tuple[Group, ...] = ()
        self._group_id: str | None = None
        self._list_title, self._matrix_title = Label(role="lead"), Label(role="lead")
        self._meetings = Choice()
        self._meeting = Field(self._meetings)
        self._list_pdf, self._list_print = Button(icon="save"), Button(icon="printer")
        self._list_pdf.clicked.connect(partial(self._hand_out, self._signing_list, self._save_list))
        self._list_print.clicked.connect(partial(self._hand_out, self._signing_list, self._print))
        self._summary = Label(role="soft")
        self.table = RowsTable(least=_ROWS)
        self._matrix_pdf, self._diary_pdf = Button(icon="save"), Button(icon="save")
        self._book, self._matrix_print = Button(icon="download"), Button(icon="printer")
        self._diary_print = Button(icon="printer")
        self._matrix_pdf.clicked.connect(partial(self._hand_out, self._matrix, self._save_matrix))
        self._matrix_print.clicked.connect(partial(self._hand_out, self._matrix, self._print))
        self._diary_pdf.clicked.connect(partial(self._hand_out, self._diary, self._save_diary))
        self._diary_print.clicked.connect(partial(self._hand_out, self._diary, self._print))
        self._book.clicked.connect(partial(self._hand_out, self._workbook, self._save_book))
        self._lay_out()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._list_title.setText(_("Attendance list to be signed"))
        self._meeting.set_label(_("Meeting"))
        self._matrix_title.setText(_("Attendance and hours"))
        self.table.setAccessibleName(_("Attendance and hours"))
        self._list_pdf.setText(_("Save PDF"))
        self._list_print.setText(_("Print"))
        self._matrix_pdf.setText(_("Attendance (PDF)"))
        self._matrix_print.setText(_("Print"))
        self._diary_pdf.setText(_("Diary of hours (PDF)"))
        self._diary_print.setText(_("Print the diary"))
        self._book.setText(_("Spreadsheet (XLSX)"))
        for button, title in ((self._list_pdf, self._list_title), (self._list_print, self._list_title)):
            button.setAccessibleName(f"{button.text()}: {title.text()}")
        self._matrix_print.setAccessibleName(f"{self._matrix_print.text()}: {self._matrix_title.text()}")
        self._show()

    def ask(self, filters: ReportFilters) -> None:
        """Show a group."""
        self._groups = self._house.progress_reports.groups(self._session)
        self._group_id = filters.group
        self._show()

    # slots

    def _hand_out(self, make: Callable[[], bytes], hand_over: Callable[[bytes], None]) -> None:
        try:
            hand_over(make())
        except ServiceFault as fault:
            words = words_for(fault)
            self.said.emit(f"{words.happened} {words.todo}")

    def _signing_list(self) -> bytes:
        return self._house.reports.signing_list(self._session, str(self._meetings.currentData()))

    def _matrix(self) -> bytes:
        return self._house.reports.matrix_pdf(self._session, self._group_id or "")

    def _diary(self) -> bytes:
        return self._house.reports.diary_pdf(self._session, self._group_id or "")

    def _workbook(self) -> bytes:
        return self._house.reports.workbook(self._session, self._group_id or "")

    def _save_list(self, pdf: bytes) -> None:
        self._saved(save_pdf(pdf, self._name("lista-prisotnosti", "pdf"), self) is not None)

    def _save_matrix(self, pdf: bytes) -> None:
        self._saved(save_pdf(pdf, self._name("prisotnost", "pdf"), self) is not None)

    def _save_diary(self, pdf: bytes) -> None:
        self._saved(save_pdf(pdf, self._name("dnevnik", "pdf"), self) is not None)

    def _save_book(self, data: bytes) -> None:
        asked = (_("Spreadsheet (XLSX)"), _BOOK)
        self._saved(save_file(data, self._name("prisotnost", "xlsx"), asked, self) is not None)

    def _print(self, pdf: bytes) -> None:
        print_pdf(pdf, self)

    # internal

    def _saved(self, done: bool) -> None:
        if done:
            self.said.emit(_("Saved."))

    def _name(self, what: str, ending: str) -> str:
        group = next((group.code for group in self._groups if group.id == self._group_id), "")
        return f"korak_{what}_{group}_{self._today.isoformat()}.{ending}".replace(" ", "-")

    def _show(self) -> None:
        group = next((group for group in self._groups if group.id == self._group_id), None)
        for button in (self._matrix_pdf, self._matrix_print, self._diary_pdf, self._diary_print, self._book):
            button.setEnabled(group is not None)
        for widget in (self._list_pdf, self._list_print, self._meetings):
            widget.setEnabled(group is not None)
        if group is None:
            self._meetings.clear()
            self.table.rows.show_rows(())
            self._summary.setText(_("Choose a group above.") if self._groups else _("There is no group yet."))
            return
        self._show_meetings(group.id)
        self._show_attendance(self._house.reports.attendance(self._session, group.id))

    def _show_meetings(self, group_id: str) -> None:
        self._meetings.clear()
        at_hand = self._house.calendar.at_hand(self._session, group_id)
        for entry in self._house.calendar.entries(self._session, group_id):
            if entry.meeting.state is not MeetingState.CANCELLED:
                text = f"{entry.number}. · {format_date(entry.meeting.day)}"
                self._meetings.addItem(text, entry.meeting.id)
        if at_hand is not None:
            self._meetings.setCurrentIndex(max(self._meetings.findData(at_hand.meeting.id), 0))
        for button in (self._list_pdf, self._list_print):
            button.setEnabled(self._meetings.count() > 0)

    def _show_attendance(self, report: AttendanceReport) -> None:
        rows = [
            Row(
                str(place),
                (
                    Cell(row.name),
                    Cell(
                        _("{done} of {all}").format(done=hours(row.attended), all=hours(row.offered)),
                        float(row.attended),
                    ),
                    Cell(_share(row.attended, row.offered), row.attended / max(row.offered, 1)),
                    Cell(_("yes") if row.reaches else _("not yet")),
                ),
            )
            for place, row in enumerate(report.rows)
        ]
        rule = _("At least {n} %").format(n=RULE_PER_CENT)
        self.table.rows.set_titles((_("Name"), _("Teaching hours"), _("Share"), rule))
        self.table.rows.show_rows(rows)
        count = len(report.meets)
        held = ngettext("{n} meeting held", "{n} meetings held", count).format(n=count)
        reach = _("{n} of {all} reach {rule} %")
        told = reach.format(n=report.reaching, all=len(report.rows), rule=RULE_PER_CENT)
        self._summary.setText(f"{held} · {told}")

    def _lay_out(self) -> None:
        signing, attendance = Card("card"), Card("card")
        for widget in (self._list_title, self._meeting, _row(self._list_pdf, self._list_print)):
            signing.body.addWidget(widget)
        acts = _row(self._matrix_pdf, self._matrix_print, self._diary_pdf, self._diary_print, self._book)
        for widget in (self._matrix_title, self._summary, acts, self.table):
            attendance.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(signing)
        column.addWidget(attendance)


def _row(*buttons: Button) -> QWidget:
    widget = QWidget()
    flow = FlowLayout(12)
    widget.setLayout(flow)
    for button in buttons:
        flow.addWidget(button)
    return widget


def _share(part: int, whole: int) -> str:
    """Whole per cent rounded down: 79.9 % is not 80 %."""
    return f"{part * 100 // whole}{i18n.NO_BREAK}%" if whole else "–"
