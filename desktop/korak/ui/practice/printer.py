# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice printer with the sheets in its tray, and the table with papers one can read."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.i18n import _
from korak.practice.view import PrinterView, TableView
from korak.ui.practice.app import AppView, ItemRow
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label


class PrinterApp(AppView):
    """The printer: what lies in its tray, and taking it away, so that nobody else reads it."""

    def __init__(self) -> None:
        super().__init__("printer")
        self._view: PrinterView | None = None

    def show_printer(self, view: PrinterView) -> None:
        """Show the tray."""
        if view != self._view:
            self._view = view
            self._draw(view)

    def retranslate(self) -> None:
        """Say everything in the current language."""
        if self._view is not None:
            self._draw(self._view)

    def _draw(self, view: PrinterView) -> None:
        focused = self.begin()
        self.bar.name(_("Printer"), "")
        self.lines.addWidget(_Tray(len(view.sheets)), 0, Qt.AlignmentFlag.AlignHCenter)
        if not view.sheets:
            self.add_nothing("printer", _("The tray is empty."))
        for title in view.sheets:
            self.lines.addWidget(Label(title, "portal-strong"))
        if view.sheets:
            self.add_row(self.button(_("Take the sheets"), "printer/take", "hand", main=True))
        self.end(focused)


class TableApp(AppView):
    """The table before the computer: letters, bills, cards; each can be read."""

    def __init__(self) -> None:
        super().__init__("file-text")
        self._view: TableView | None = None

    def show_table(self, view: TableView) -> None:
        """Show the papers."""
        if view != self._view:
            self._view = view
            self._draw(view)

    def retranslate(self) -> None:
        """Say everything in the current language."""
        if self._view is not None:
            self._draw(self._view)

    def themed(self) -> None:
        super().themed()
        if self._view is not None:
            self._draw(self._view)

    def _draw(self, view: TableView) -> None:
        focused = self.begin()
        self.bar.name(_("Papers on the table"), "")
        if view.open is not None:
            self.add_row(self.button(_("Put the paper down"), "paper/close", "x"))
            self.add_paper(view.open)
        else:
            if not view.papers:
                self.add_nothing("file-text", _("There is no paper on the table."))
            for paper in view.papers:
                row = ItemRow("file-text", paper.text, end=paper.detail)
                self.add_press(row, paper.target)
                self.lines.addWidget(row)
        self.end(focused)


class _Tray(Themed, QWidget):
    """A printer with sheets in its tray."""

    def __init__(self, sheets: int) -> None:
        super().__init__()
        self._sheets = sheets
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.theme().grown(150)
        return QSize(side * 2, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, tall = self.width(), self.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("night"))
        painter.drawRoundedRect(QRectF(wide * 0.16, tall * 0.08, wide * 0.68, tall * 0.42), 10, 10)
        painter.setBrush(theme.colour("sky" if self._sheets else "edge"))
        painter.drawEllipse(QRectF(wide * 0.76, tall * 0.16, 8, 8))
        painter.setBrush(theme.colour("edge"))
        painter.drawRoundedRect(QRectF(wide * 0.1, tall * 0.86, wide * 0.8, tall * 0.08), 4, 4)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("card"))
        for sheet in range(min(self._sheets, 4)):
            top = tall * 0.42 - sheet * 4
            painter.drawRect(QRectF(wide * 0.28 + sheet * 5, top, wide * 0.42, tall * 0.46))
