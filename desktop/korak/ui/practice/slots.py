# SPDX-License-Identifier: GPL-3.0-or-later
"""A calendar of free hours: the days below each other, their hours to press."""

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.practice.actions import Choose
from korak.practice.clockwork import day_text
from korak.practice.view import BlockView, SlotView
from korak.ui.practice import portal_words
from korak.ui.practice.field import FieldBox
from korak.ui.practice.portal import PortalLook, PortalPress
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label


def day_name(day: date) -> str:
    """A day with its name, as a portal's calendar shows it: sreda, 25. 11. 2026."""
    return f"{portal_words.DAYS[day.weekday()]}, {day_text(day)}".replace(". ", ".\u00a0")


class SlotsBox(FieldBox):
    """Free hours to choose one of; those that are taken are struck through."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        super().__init__(view)
        self._portal = look
        self._hours: dict[int, _Hour] = {}
        room = QWidget()
        lines = QVBoxLayout(room)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        days = sorted({slot.day for slot in view.slots})
        for day in days:
            lines.addWidget(Label(day_name(day), "portal-strong"))
            lines.addWidget(self._day([slot for slot in view.slots if slot.day == day]))
        self.add_editor(room)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        for slot in view.slots:
            self._hours[slot.index].show_slot(slot)

    def control(self) -> QWidget:
        free = [hour for hour in self._hours.values() if hour.isEnabled()]
        chosen = next((hour for hour in free if hour.isChecked()), None)
        return chosen or (free[0] if free else self)

    def spot(self, index: int = 0) -> QWidget:
        return self._hours.get(index, self.control())

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """Each hour is named by its day; the field's name and fault are said beside it."""
        del fault
        for hour in self._hours.values():
            hour.setAccessibleDescription(" ".join(part for part in (name, more) if part))

    def wear(self, look: PortalLook) -> None:
        for hour in self._hours.values():
            hour.set_look(look)

    def _day(self, slots: list[SlotView]) -> QWidget:
        row = QWidget()
        flow = FlowLayout(8)
        row.setLayout(flow)
        for slot in sorted(slots, key=_when):
            hour = _Hour(self._portal)
            hour.clicked.connect(partial(self._pressed, slot.index))
            self._hours[slot.index] = hour
            flow.addWidget(hour)
        return row

    def _pressed(self, index: int) -> None:
        for number, hour in self._hours.items():
            hour.setChecked(number == index)
        self.acted.emit(Choose(self.field, index))


class _Hour(PortalPress):
    """One hour: free, chosen or taken; its place below it."""

    def __init__(self, look: PortalLook) -> None:
        super().__init__(look)
        self._place = ""
        self.setCheckable(True)

    def show_slot(self, slot: SlotView) -> None:
        """Show an hour of the calendar."""
        self._place = slot.place
        self.setText(slot.at)
        self.setEnabled(slot.free)
        self.setChecked(slot.chosen)
        said = "" if slot.free else portal_words.TAKEN
        parts = (day_name(slot.day), f"ob {slot.at}", slot.place, said)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def letters(self) -> QFont:
        return self.theme().font("trainer", bold=self.isChecked())

    def sizeHint(self) -> QSize:
        theme = self.theme()
        bold = QFontMetrics(theme.font("trainer", bold=True)).horizontalAdvance(self.text())
        place = QFontMetrics(theme.font("note", bold=False)).horizontalAdvance(self._place)
        tall = theme.px("target") + (theme.grown(14) if self._place else 0)
        return QSize(max(bold, place) + 2 * theme.px("s3"), tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        del width
        return self.sizeHint().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, look = self.theme(), self._portal
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, free = self.isChecked(), self.isEnabled()
        active = self.underMouse() or self.isDown()
        painter.setPen(QPen(look.edge if free else theme.colour("line"), 2 if on else 1))
        plain = theme.colour("hover" if active and free else "card" if free else "off_ground")
        painter.setBrush(look.accent if on else plain)
        radius = theme.px("portal_radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        font = self.letters()
        font.setStrikeOut(not free)
        painter.setFont(font)
        painter.setPen(look.on_accent if on else look.edge if free else theme.colour("off"))
        upper = self.rect().adjusted(0, 4, 0, -theme.grown(18)) if self._place else self.rect()
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._place:
            painter.setFont(theme.font("note", bold=False))
            lower = self.rect().adjusted(0, self.height() // 2, 0, -4)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._place)


def _when(slot: SlotView) -> tuple[int, ...]:
    return tuple(int(part) for part in slot.at.replace(":", ".").split(".") if part.isdigit())
