# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of a group: attendance on screen, then on paper and in a spreadsheet; the year in three numbers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.meetings import MeetingState
from korak.centre.people import Group, Session
from korak.i18n import _, format_date, ngettext
from korak.reports.attendance import hours
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.reports import RULE_PER_CENT, AttendanceReport, PublicNumbers
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.frame import Frame
from korak.ui.printing import print_pdf, save_file, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for

_BOOK = "XLSX (*.xlsx)"
_ROWS = 25  # of the table that are seen at once


class ReportsPage(DeskPage):
    """Attendance first on the screen, then as a file."""

    here = "reports"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._head.add(self._menu)
        self._status = Label(role="lead")
        self._list_title, self._matrix_title = Label(role="lead"), Label(role="lead")
        self._year_title, self._year = Label(role="lead"), Label()
        self._meetings = Choice()
        self._meeting = Field(self._meetings)
        self._list_pdf, self._list_print = Button(icon="save"), Button(icon="printer")
        self._list_pdf.clicked.connect(partial(self._hand_out, self._signing_list, self._save_list))
        self._list_print.clicked.connect(partial(self._hand_out, self._signing_list, self._print))
        self._summary = Label(role="soft")
        self._table = RowsTable(least=_ROWS)
        self._matrix_pdf, self._diary_pdf = Button(icon="save"), Button(icon="save")
        self._book, self._matrix_print = Button(icon="download"), Button(icon="printer")
        self._matrix_pdf.clicked.connect(partial(self._hand_out, self._matrix, self._save_matrix))
        self._matrix_print.clicked.connect(partial(self._hand_out, self._matrix, self._print))
        self._diary_pdf.clicked.connect(partial(self._hand_out, self._diary, self._save_diary))
        self._book.clicked.connect(partial(self._hand_out, self._workbook, self._save_book))
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table."""
        return self._table

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Reports"))
        self._head.note.setText(_("The same numbers on screen, on paper and in the spreadsheet."))
        self._menu.setAccessibleName(_("Group"))
        self._list_title.setText(_("Attendance list to be signed"))
        self._meeting.set_label(_("Meeting"))
        self._matrix_title.setText(_("Attendance and hours"))
        self._table.setAccessibleName(_("Attendance and hours"))
        self._list_pdf.setText(_("Save PDF"))
        self._list_print.setText(_("Print"))
        self._matrix_pdf.setText(_("Attendance (PDF)"))
        self._matrix_print.setText(_("Print"))
        self._diary_pdf.setText(_("Diary of hours (PDF)"))
        self._book.setText(_("Spreadsheet (XLSX)"))
        for button, title in ((self._list_pdf, self._list_title), (self._list_print, self._list_title)):
            button.setAccessibleName(f"{button.text()}: {title.text()}")
        self._matrix_print.setAccessibleName(f"{self._matrix_print.text()}: {self._matrix_title.text()}")
        self._show()

    def shown(self) -> None:
        """Ask for the groups."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if self._groups else None
        self._menu.set_choices([(group.id, group.name) for group in self._groups])
        self._menu.setVisible(len(self._groups) > 1)
        self._show()

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._show()

    def _hand_out(self, make: Callable[[], bytes], hand_over: Callable[[bytes], None]) -> None:
        try:
            hand_over(make())
        except ServiceFault as fault:
            words = words_for(fault)
            self._say(f"{words.happened} {words.todo}")
        except OSError:
            self._say(_("The file could not be written. Choose another folder."))

    def _signing_list(self) -> bytes:
        return self.house.reports.signing_list(self.session, str(self._meetings.currentData()))

    def _matrix(self) -> bytes:
        return self.house.reports.matrix_pdf(self.session, self._group_id or "")

    def _diary(self) -> bytes:
        return self.house.reports.diary_pdf(self.session, self._group_id or "")

    def _workbook(self) -> bytes:
        return self.house.reports.workbook(self.session, self._group_id or "")

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
            self._say(_("Saved."))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _name(self, what: str, ending: str) -> str:
        group = next((group.code for group in self._groups if group.id == self._group_id), "")
        today = self.frame.clock.now().astimezone().date()
        return f"korak_{what}_{group}_{today.isoformat()}.{ending}".replace(" ", "-")

    def _show(self) -> None:
        group = next((group for group in self._groups if group.id == self._group_id), None)
        for button in (self._matrix_pdf, self._matrix_print, self._diary_pdf, self._book):
            button.setEnabled(group is not None)
        if group is None:
            self._summary.setText(_("There is no group yet."))
            return
        self._menu.setText(group.name)
        self._menu.set_current(group.id)
        self._show_meetings(group.id)
        self._show_attendance(self.house.reports.attendance(self.session, group.id))
        year = self.frame.clock.now().astimezone().year
        # Every group is read for this: in the background, so that a large centre does not wait.
        ask = partial(self.house.reports.public_numbers, self.session, year)
        self.frame.background.run(ask, self._show_year, _raise)

    def _show_year(self, told: PublicNumbers) -> None:
        self._year_title.setText(_("The year {year} in three numbers").format(year=told.year))
        groups = ngettext("{n} group", "{n} groups", told.groups).format(n=told.groups)
        people = ngettext("{n} person", "{n} people", told.people).format(n=told.people)
        taught = ngettext("{n} teaching hour", "{n} teaching hours", told.minutes // 45)
        self._year.setText(f"{groups} · {people} · {taught.format(n=hours(told.minutes))}")

    def _show_meetings(self, group_id: str) -> None:
        self._meetings.clear()
        at_hand = self.house.calendar.at_hand(self.session, group_id)
        for entry in self.house.calendar.entries(self.session, group_id):
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
        self._table.rows.set_titles((_("Name"), _("Teaching hours"), _("Share"), rule))
        self._table.rows.show_rows(rows)
        count = len(report.meets)
        held = ngettext("{n} meeting held", "{n} meetings held", count).format(n=count)
        reach = _("{n} of {all} reach {rule} %")
        told = reach.format(n=report.reaching, all=len(report.rows), rule=RULE_PER_CENT)
        self._summary.setText(f"{held} · {told}")

    def _lay_out(self) -> None:
        signing, attendance, year = Card("card"), Card("card"), Card("card")
        for widget in (self._list_title, self._meeting, _row(self._list_pdf, self._list_print)):
            signing.body.addWidget(widget)
        acts = _row(self._matrix_pdf, self._matrix_print, self._diary_pdf, self._book)
        for widget in (self._matrix_title, self._summary, acts, self._table):
            attendance.body.addWidget(widget)
        for widget in (self._year_title, self._year):
            year.body.addWidget(widget)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(16)
        for widget in (self._head, self._status, signing, attendance, year):
            column.addWidget(widget)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._status.setVisible(False)


def _raise(fault: Exception) -> None:
    """Let the exception hook tell it."""
    raise fault


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
