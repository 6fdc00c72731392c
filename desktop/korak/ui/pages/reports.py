# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports: attendance, progress, indicators, public numbers; one row of choices above them all."""

import dataclasses
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.report_filters import ReportFilters
from korak.i18n import _
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.frame import Frame
from korak.ui.reporting import funder_part, progress_part
from korak.ui.reporting.attendance_part import AttendancePart
from korak.ui.reporting.filters import FilterBar
from korak.ui.reporting.funder_part import FunderPart
from korak.ui.reporting.outside_part import OutsidePart
from korak.ui.reporting.progress_part import ProgressPart
from korak.ui.reporting.year_part import YearPart
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

ATTENDANCE, PROGRESS, FUNDER, OUTSIDE, YEAR = "attendance", "progress", "funder", "outside", "year"
_SHOWS = {
    ATTENDANCE: ("programme", "group"),
    PROGRESS: progress_part.SHOWS,
    FUNDER: funder_part.SHOWS,
    OUTSIDE: ("programme", "group"),
    YEAR: ("programme", "period"),
}


class ReportsPage(DeskPage):
    """One part is shown at a time; what was chosen above stays chosen from part to part."""

    here = "reports"
    group_chosen = Signal(str)
    asked = Signal(object, str)  # the filters and the part, so that they are there when one comes back

    def __init__(
        self, frame: Frame, house: House, session: Session, start: ReportFilters, part: str = ATTENDANCE
    ) -> None:
        super().__init__(frame, house, session)
        today = frame.clock.now().astimezone().date()
        self._head = Headline()
        self._back = Button(role="link", icon="arrow-left")
        self._back.clicked.connect(self._wider)
        self.filters = FilterBar(house, session, today, start)
        self.filters.changed.connect(self._ask)
        self._status = Label(role="lead")
        self.attendance = AttendancePart(house, session, today)
        self.progress = ProgressPart(house, session, frame.background)
        self.progress.opened.connect(self._open)
        self.funder = FunderPart(house, session, frame.background)
        self.outside = OutsidePart(house, session, frame.background)
        self.year = YearPart(house, session, frame.background)
        self._parts = {
            ATTENDANCE: self.attendance,
            PROGRESS: self.progress,
            FUNDER: self.funder,
            OUTSIDE: self.outside,
            YEAR: self.year,
        }
        self._tabs = {name: Button(role="switch") for name in self._parts}
        for name, button in self._tabs.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self.go_to, name))
        for one in self._parts.values():
            one.said.connect(self._say)
        self._part = part if part in self._parts else ATTENDANCE
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The part that is shown."""
        return self._tabs[self._part]

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Reports"))
        self._head.note.setText(_("The same numbers on screen, on paper and in the spreadsheet."))
        names = {
            ATTENDANCE: _("Attendance and hours"),
            PROGRESS: _("Progress"),
            FUNDER: _("Indicators of the fund"),
            OUTSIDE: _("Report and certificates"),
            YEAR: _("Public numbers"),
        }
        for name, button in self._tabs.items():
            button.setText(names[name])
        self._back.setText(_("Back to all groups"))
        self.filters.retranslate()
        for part in self._parts.values():
            part.retranslate()

    def shown(self) -> None:
        """Ask for what is there."""
        self.go_to(self._part)

    def leave(self) -> None:
        """Work for nobody."""
        self._count_no_more()
        self.outside.end()

    def go_to(self, part: str) -> None:
        """Show a part; the filters stay."""
        self._count_no_more()
        self._part = part
        for name, widget in self._parts.items():
            widget.setVisible(name == part)
            self._tabs[name].setChecked(name == part)
        self.filters.shows(*_SHOWS[part])
        self._ask()

    # slots

    def _ask(self) -> None:
        asked = self.filters.filters
        self._say("")
        self._back.setVisible(self._part == PROGRESS and bool(asked.group))
        if asked.group:
            self.group_chosen.emit(asked.group)
        self.asked.emit(asked, self._part)
        self._parts[self._part].ask(asked)

    def _open(self, group: str, person: str) -> None:
        self._choose(dataclasses.replace(self.filters.filters, group=group, person=person))

    def _wider(self) -> None:
        asked = self.filters.filters
        group = asked.group if asked.person else ""
        self._choose(dataclasses.replace(asked, group=group, person=""))

    # internal

    def _count_no_more(self) -> None:
        """Count for no part that is not seen; files that are being made are finished."""
        self.progress.end()
        self.funder.end()
        self.year.end()

    def _choose(self, wanted: ReportFilters) -> None:
        self.filters.filters = wanted
        self.filters.fill()
        self._ask()
        self._tabs[self._part].setFocus()

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _lay_out(self) -> None:
        tabs = QWidget()
        flow = FlowLayout(8)
        tabs.setLayout(flow)
        for button in self._tabs.values():
            flow.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(16)
        for widget in (self._head, tabs, self.filters, self._back, self._status, *self._parts.values()):
            column.addWidget(widget)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._status.setVisible(False)
