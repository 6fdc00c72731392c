# SPDX-License-Identifier: GPL-3.0-or-later
"""What a centre owes those outside: the funder's report and certificates, made while the page stays free."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from korak.centre.people import Session
from korak.i18n import _
from korak.services.house import House
from korak.services.result_sheets import DRAFT, REPORT, Report, SheetKind, Wanted
from korak.ui.announce import announce
from korak.ui.background import Background
from korak.ui.making import Ended, Making
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import flow_row
from korak.ui.widgets.labels import Label
from korak.ui.widgets.progress import ProgressLine
from korak.ui.words_for_faults import words_for_any

J = TypeVar("J")


class OutsideCard(Card):
    """Asks what is wanted in a dialog and where to, then makes the files in the background."""

    def __init__(
        self, house: House, session: Session, background: Background, others: Sequence[Button] = ()
    ) -> None:
        super().__init__("card")
        self._house = house
        self._session = session
        self._group_id = self._programme_id = ""
        self.making: Making[Any] = Making(background, self)
        self.making.went.connect(self._went)
        self.making.ended.connect(self._ended)
        self._title, self._told = Label(role="lead"), Label(role="soft")
        self.certificates = Button(icon="badge-check")
        self.certificates.clicked.connect(self.ask_certificates)
        self.funder = Button(icon="chart-column")
        self.funder.clicked.connect(self.ask_report)
        self.stop = Button(icon="x")
        self.stop.clicked.connect(self.making.stop)
        self._offered = (*others, self.certificates, self.funder)
        self._begun_by: QWidget = self.funder
        self._line = ProgressLine()
        self.status = Label(role="soft")
        row = flow_row(*self._offered, self.stop)
        for widget in (self._title, self._told, row, self._line, self.status):
            self.body.addWidget(widget)
        self._line.hide()
        self.status.hide()
        self.stop.hide()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("Report for the funder and certificates"))
        self.certificates.setText(_("Certificates"))
        self.funder.setText(_("Funder's report"))
        self.stop.setText(_("Stop"))
        self._show_state()

    def choose(self, group_id: str, programme_id: str = "") -> None:
        """Say whose certificates are meant (empty: no group yet), and which programme is offered first."""
        self._group_id = group_id
        self._programme_id = programme_id
        self._show_state()

    def make(self, plan: Callable[[], Sequence[J]], make: Callable[[J], Path]) -> None:
        """Make many sheets in the background, on the thread of the window; »Stop« stops it."""
        self._house.result_sheets.get_ready()
        self._begun_by = next((one for one in self._offered if one.hasFocus()), self._begun_by)
        self.making.begin(plan, make)
        self._line.set_part(0, 1)
        self._line.set_summary(_("The sheets are being made."))
        self.say(_("The sheets are being made."))
        self._show_state()

    def make_sheets(self, kinds: tuple[SheetKind, ...], group_code: str, folder: Path) -> None:
        """Make all sheets of these kinds of a group into a folder."""
        sheets = self._house.result_sheets
        wanted = Wanted(kinds, group_code)
        make = partial(sheets.write_one, self._session, folder=folder)
        self.make(partial(sheets.jobs, self._session, wanted), make)

    def make_certificates(self, folder: Path) -> None:
        """Make the certificates of everybody of the group who gets one into a folder."""
        for group in self._house.results.groups(self._session):
            if group.id == self._group_id:
                self.make_sheets((SheetKind.CERTIFICATE,), group.code, folder)

    def make_report(self, report: Report, file: Path) -> None:
        """Make the funder's report into a file."""
        self.make(
            partial(_only, report), partial(self._house.result_sheets.write_report, self._session, file=file)
        )

    def end(self) -> None:
        """Make nothing more for a page nobody sees."""
        self.making.abandon()

    def say(self, text: str) -> None:
        """Say what was done."""
        self.status.setText(text)
        self.status.setVisible(bool(text))
        announce(self.status, text)

    # asking

    def ask_certificates(self) -> None:
        """Show who gets a certificate, then ask for a folder."""
        from korak.ui.forms.certificates_dialog import CertificatesDialog  # noqa: PLC0415 - seldom needed

        groups = self._house.results.groups(self._session)
        found = [one for one in groups if one.id == self._group_id]
        if found:
            dialog = CertificatesDialog(self._house, self._session, found[0], self)
            dialog.wanted.connect(self._certificates_wanted)
            dialog.open()

    def ask_report(self) -> None:
        """Ask which programme, period and groups, then for a file."""
        from korak.ui.forms.funder_dialog import FunderDialog  # noqa: PLC0415 - seldom needed

        of_group = self._house.programmes.groups(self._session)
        programme = self._programme_id or of_group.get(self._group_id, "")
        dialog = FunderDialog(self._house, self._session, programme, self)
        dialog.wanted.connect(self._report_wanted)
        dialog.open()

    # slots

    def _certificates_wanted(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Certificates"))
        if chosen:
            self.make_certificates(Path(chosen))

    def _report_wanted(self, report: Report) -> None:
        name = REPORT if report.freeze else DRAFT
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Funder's report"), name, "PDF (*.pdf)")
        if chosen:
            self.make_report(report, Path(chosen).with_suffix(".pdf"))

    def _went(self, made: int, of: int) -> None:
        told = _("{n} of {all}").format(n=made, all=of)
        self._line.set_part(made, of)
        self._line.set_summary(told)
        self.status.setText(told)

    def _ended(self, ended: Ended) -> None:
        self._show_state()
        if ended.fault is not None:
            words = words_for_any(ended.fault)
            self.say(f"{words.happened} {words.todo}")
        elif ended.stopped:
            self.say(_("Stopped after {n} of {all}.").format(n=ended.made, all=ended.of))
        else:
            self.say(_("Saved: {n} files").format(n=ended.made))

    # showing

    def _show_state(self) -> None:
        """What can be asked for now; who was at a button that goes away stands at the one that remains."""
        busy = self.making.busy
        begins = busy and any(one.hasFocus() for one in self._offered)
        ends = not busy and self.stop.hasFocus()
        self._line.setVisible(busy)
        self.stop.setVisible(busy)
        if begins:
            self.stop.setFocus()
        for one in self._offered:
            one.setEnabled(not busy)
        self.certificates.setEnabled(not busy and bool(self._group_id))
        if ends:
            self._begun_by.setFocus()
        self._told.setText(
            _("Small numbers are hidden in the report. A certificate tells who attended, not how well.")
            if self._group_id
            else _("For certificates choose a group above. Small numbers are hidden in the report.")
        )


def _only(report: Report) -> tuple[Report, ...]:
    return (report,)
