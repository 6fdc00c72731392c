# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group's results can be taken along as: all sheets, a spreadsheet, reports, certificates."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Signal

from korak.i18n import _
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


class SheetsCard(Card):
    """`wanted(what)` is asked for: "all", "spreadsheet", "funder", "certificates"."""

    wanted = Signal(str)

    def __init__(self, background: Background) -> None:
        super().__init__("card")
        self.making: Making[Any] = Making(background, self)
        self.making.went.connect(self._went)
        self.making.ended.connect(self._ended)
        self._title = Label(role="lead")
        self.all = Button(icon="files")
        self.all.clicked.connect(self._all_or_stop)
        self.spreadsheet = Button(icon="table")
        self.spreadsheet.clicked.connect(self._want_spreadsheet)
        self.funder = Button(icon="chart-column")
        self.funder.clicked.connect(self._want_funder)
        self.certificates = Button(icon="badge-check")
        self.certificates.clicked.connect(self._want_certificates)
        self._line = ProgressLine()
        self.status = Label(role="soft")
        row = flow_row(self.all, self.spreadsheet, self.certificates, self.funder)
        for widget in (self._title, row, self._line, self.status):
            self.body.addWidget(widget)
        self._line.hide()
        self.status.hide()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("Sheets and files"))
        self.all.setText(_("Stop") if self.making.busy else _("All sheets"))
        self.all.set_icon("x" if self.making.busy else "files")
        self.spreadsheet.setText(_("Spreadsheet"))
        self.funder.setText(_("Funder's report"))
        self.certificates.setText(_("Certificates"))

    def make(self, plan: Callable[[], Sequence[J]], make: Callable[[J], Path]) -> None:
        """Make many sheets in the background; the button stops it."""
        self.making.begin(plan, make)
        self._line.set_part(0, 1)
        self._line.set_summary(_("The sheets are being made."))
        self._line.show()
        self.say(_("The sheets are being made."))
        self.retranslate()

    def say(self, text: str) -> None:
        """Say what was done."""
        self.status.setText(text)
        self.status.setVisible(bool(text))
        announce(self.status, text)

    def _went(self, made: int, of: int) -> None:
        told = _("{n} of {all}").format(n=made, all=of)
        self._line.set_part(made, of)
        self._line.set_summary(told)
        self.status.setText(told)

    def _ended(self, ended: Ended) -> None:
        self._line.hide()
        self.retranslate()
        if ended.fault is not None:
            words = words_for_any(ended.fault)
            self.say(f"{words.happened} {words.todo}")
        elif ended.stopped:
            self.say(_("Stopped after {n} of {all}.").format(n=ended.made, all=ended.of))
        else:
            self.say(_("Saved: {n} files").format(n=ended.made))

    def _all_or_stop(self) -> None:
        if self.making.busy:
            self.making.stop()
        else:
            self.wanted.emit("all")

    def _want_spreadsheet(self) -> None:
        self.wanted.emit("spreadsheet")

    def _want_funder(self) -> None:
        self.wanted.emit("funder")

    def _want_certificates(self) -> None:
        self.wanted.emit("certificates")
