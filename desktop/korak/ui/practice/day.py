# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a day: typed, or chosen in a calendar that opens below it."""

from calendar import Calendar
from datetime import date, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.practice.actions import Fill
from korak.practice.clockwork import day_text, read_day
from korak.practice.view import BlockView
from korak.ui.practice import portal_words
from korak.ui.practice.chrome import FlatButton
from korak.ui.practice.portal import PortalLook, PortalPress
from korak.ui.practice.slots import day_name
from korak.ui.practice.typed import TypedBox
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label

_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class DayBox(TypedBox):
    """A day: one types it, or opens the calendar."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        self._portal = look
        self.calendar: MonthGrid | None = None
        super().__init__(view)

    def dress(self, view: BlockView) -> None:
        self._today, self._limits = view.today, (view.earliest, view.latest)
        self.button = FlatButton("calendar")
        self.button.set_name(portal_words.CALENDAR)
        self.button.clicked.connect(self._toggle)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.editor)
        across.addWidget(self.button)
        across.addStretch(1)
        self.editor.setPlaceholderText(portal_words.DAY_SHAPE)
        self._room = QVBoxLayout()
        self.add_editor(row)
        self.lines.insertLayout(2, self._room)

    def part(self, target: str) -> QWidget | None:
        return self.button if target == f"{self.field}/calendar" else None

    def wear(self, look: PortalLook) -> None:
        self._portal = look
        if self.calendar is not None:
            self.calendar.wear(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the calendar."""
        if event.key() == Qt.Key.Key_Escape and self.calendar is not None:
            self._close()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self.calendar is not None:
            self._close()
            return
        self.calendar = MonthGrid(self._portal, self._today, self._limits, read_day(self.text()))
        self.calendar.chosen.connect(self._chosen)
        self._room.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignLeft)
        self.calendar.focus_day()

    def _chosen(self, day: date) -> None:
        self.retire()
        self._close()
        self.acted.emit(Fill(self.field, day_text(day)))

    def _close(self) -> None:
        if self.calendar is not None:
            self.calendar.hide()
            self.calendar.deleteLater()
            self.calendar = None
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)


class MonthGrid(Themed, QWidget):
    """One month: its days in weeks from Monday; arrows move through days, Page Up and Down through months."""

    chosen = Signal(object)

    def __init__(
        self,
        look: PortalLook,
        today: date | None,
        limits: tuple[date | None, date | None],
        chosen: date | None,
    ) -> None:
        super().__init__()
        self._portal = look
        self._today, self._limits, self._chosen = today, limits, chosen
        self._here = self._inside(chosen or today or limits[0] or date(2026, 11, 19))
        self._days: dict[date, _Day] = {}
        self._title = Label("", "portal-strong")
        self._title.setWordWrap(False)
        self._title.set_centred(True)
        self.before, self.after = FlatButton("chevron-left"), FlatButton("chevron-right")
        self.before.set_name(portal_words.EARLIER)
        self.after.set_name(portal_words.LATER)
        self.before.clicked.connect(partial(self._turn, -1))
        self.after.clicked.connect(partial(self._turn, 1))
        top = QHBoxLayout()
        top.addWidget(self.before)
        top.addWidget(self._title, 1)
        top.addWidget(self.after)
        self._weeks = QWidget()
        self._grid = QGridLayout(self._weeks)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(10, 6, 10, 10)
        lines.setSpacing(4)
        lines.addLayout(top)
        lines.addWidget(self._weeks)
        self._draw()

    def day(self, day: date) -> QWidget | None:
        """The button of a day of the month in front."""
        return self._days.get(day)

    def focus_day(self) -> None:
        """Put the focus on the day one is at."""
        button = self._days.get(self._here)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def wear(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        for button in self._days.values():
            button.set_look(look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._here + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
            self.focus_day()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("card"))
        radius = theme.px("portal_radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _turn(self, step: int) -> None:
        month = self._here.month - 1 + step
        year, month = self._here.year + month // 12, month % 12 + 1
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        self._here = self._inside(date(year, month, min(self._here.day, last)))
        self._draw()

    def _go(self, day: date) -> None:
        day = self._inside(day)
        turned = (day.year, day.month) != (self._here.year, self._here.month)
        self._here = day
        if turned:
            self._draw()
        self.focus_day()

    def _inside(self, day: date) -> date:
        first, last = self._limits
        return max(day, first) if first and day < first else min(day, last) if last else day

    def _allowed(self, day: date) -> bool:
        first, last = self._limits
        return (first is None or day >= first) and (last is None or day <= last)

    def _draw(self) -> None:
        self._title.setText(f"{portal_words.MONTHS[self._here.month - 1]} {self._here.year}")
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._days = {}
        for column, name in enumerate(portal_words.SHORT_DAYS):
            head = Label(name, "portal-help")
            head.set_centred(True)
            head.setAccessibleName(portal_words.DAYS[column])
            self._grid.addWidget(head, 0, column)
        weeks = Calendar().monthdatescalendar(self._here.year, self._here.month)
        for row, week in enumerate(weeks, 1):
            for column, day in enumerate(week):
                if day.month == self._here.month:
                    self._grid.addWidget(self._button(day), row, column)

    def _button(self, day: date) -> "_Day":
        button = _Day(self._portal, day, chosen=day == self._chosen, today=day == self._today)
        button.setEnabled(self._allowed(day))
        button.clicked.connect(partial(self.chosen.emit, day))
        self._days[day] = button
        return button


class _Day(PortalPress):
    """One day of a month."""

    def __init__(self, look: PortalLook, day: date, *, chosen: bool, today: bool) -> None:
        super().__init__(look, str(day.day))
        self._chosen, self._today = chosen, today
        self.setAccessibleName(day_name(day))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def letters(self) -> QFont:
        return self.theme().font("small", bold=self._chosen or self._today)

    def sizeHint(self) -> QSize:
        side = self.theme().px("target")
        return QSize(side, side - 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, look = self.theme(), self._portal
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(QPen(look.edge, 2) if self._today else Qt.PenStyle.NoPen)
        painter.setBrush(look.accent if self._chosen else theme.colour("hover" if active else "card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        plain = theme.colour("ink" if self.isEnabled() else "off")
        painter.setFont(self.letters())
        painter.setPen(look.on_accent if self._chosen else plain)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
