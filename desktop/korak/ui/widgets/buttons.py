# SPDX-License-Identifier: GPL-3.0-or-later
"""Things to press: buttons that wrap, the round loudspeaker, the pill."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from korak.ui.theme import icons
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.focus import Outline, ellipse
from korak.ui.widgets.text import draw, height, leading, longest_word
from korak.ui.widgets.text import width as text_width

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_INK: Final = {
    "main": "on_pine", "primary": "on_pine", "night": "on_night", "danger": "clay",
    "pill": "ink", "nav": "ink", "link": "sky", "tick": "ink",
}  # fmt: skip
_HEIGHT: Final = {"main": "main_target", "second": "main_second", "tick": "main_second"}
_TYPE: Final = {"main": "main", "pill": "small", "nav": "trainer", "link": "body", "tick": "body"}
_THIN: Final = frozenset({"pill", "nav", "link", "tick"})
_LEADING: Final = frozenset({"nav", "link", "tick"})


class Pressable(Themed, QAbstractButton):
    """A button painted by ourselves: Enter presses it as the space bar does, the mouse is felt over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button when the key is Enter: Qt leaves Enter to dialogs, and people expect it everywhere."""
    if event.key() not in _ENTER or event.isAutoRepeat():
        return False
    button.click()
    return True


class Button(Themed, QPushButton):
    """A push button with a role and icons before and behind its text; a long text wraps, it is never cut."""

    def __init__(
        self,
        text: str = "",
        role: str = "secondary",
        *,
        icon: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._trailing = trailing
        self._pictogram = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._laid = 0
        self.set_role(role)
        self.set_wide(role in {"nav", "tick"})
        if role == "tick":
            self.setCheckable(True)
            self.toggled.connect(self._show_tick)
            self._show_tick(False)

    def _show_tick(self, ticked: bool) -> None:
        """Never colour alone: a tick is seen as one."""
        self.set_icon("square-check" if ticked else "square")

    def set_role(self, role: str) -> None:
        """Change what this button is."""
        set_role(self, role)

    def set_wide(self, wide: bool) -> None:
        """Let the button fill the width it is given; without this it is as wide as its text asks."""
        horizontal = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_icon(self, name: str) -> None:
        """Put a line icon before the text; an empty name takes it away."""
        self._icon = name
        self._changed()

    def set_trailing(self, name: str) -> None:
        """Put a line icon behind the text."""
        self._trailing = name
        self._changed()

    def set_pictogram(self, name: str) -> None:
        """Put a pictogram before the text."""
        self._pictogram = name
        self._changed()

    def role(self) -> str:
        """What this button is."""
        return str(self.property("role"))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        width = self._sides() + text_width(self._font(), self.text()) + 2
        width = max(width, self._least())
        # Squeezed below that width the text wraps, and the layout must hear that more height is wanted.
        return QSize(width, self.heightForWidth(min(width, self._laid or width)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._laid:
            self._laid = event.size().width()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        width = self._sides() + longest_word(self._font(), self.text()) + 2
        return QSize(max(min(width, self.sizeHint().width()), self._least()), self._least_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room, font = max(width - self._sides(), 1), self._font()
        if text_width(font, self.text()) + 2 <= room:
            return self._least_height()
        return max(self._least_height(), height(font, room, self.text()) + 2 * self.theme().px("s2"))

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue]
        option.icon = QIcon()  # pyright: ignore[reportAttributeAccessIssue]
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu  # pyright: ignore[reportOperatorIssue]
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_content(painter)
        painter.end()

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        role = self.role()
        bold = role not in _THIN or (role in {"nav", "tick"} and self.isChecked())
        size = "trainer" if self.property("density") == "dense" else _TYPE.get(role, "button")
        return self.theme().font(size, bold=bold)

    def _padding(self) -> int:
        theme, role = self.theme(), self.role()
        if role in {"main", "second"}:
            return theme.px("s4") + 4
        if role == "link":
            return 2
        return theme.px("s3")

    def _mark(self) -> int:
        return self.theme().grown(28 if self._pictogram else 20 if self.role() == "pill" else 22)

    def _sides(self) -> int:
        gap = self.theme().px("s2") + 2
        marks = sum(1 for name in (self._icon or self._pictogram, self._trailing) if name)
        inner = marks * (self._mark() + gap) if self.text() else marks * self._mark()
        return 2 * self._padding() + inner

    def _least(self) -> int:
        return self.theme().px("target")

    def _least_height(self) -> int:
        return self.theme().px(_HEIGHT.get(self.role(), "target"))

    def _ink(self) -> QColor:
        role = self.role()
        ink = _INK.get(role, "pine")
        if role == "nav" and self.isChecked():
            ink = "pine"
        if role == "switch" and self.isChecked():
            ink = "on_night"
        return self.theme().colour(ink if self.isEnabled() else "off")

    def _paint_content(self, painter: QPainter) -> None:
        mark, gap = self._mark(), self.theme().px("s2") + 2
        painter.setFont(self._font())
        painter.setPen(self._ink())
        room = max(self.width() - self._sides(), 1)
        text = min(text_width(self._font(), self.text()) + 2, room) if self.text() else 0
        used = text + self._sides() - 2 * self._padding()
        x = self._padding()
        flags = Qt.AlignmentFlag.AlignCenter
        if self.role() in _LEADING:
            flags = leading(self.layoutDirection())
        else:
            x = (self.width() - used) // 2
        before = self._pictogram or self._icon
        if before:
            self._paint_mark(painter, x, before)
            x += mark + gap
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(x, 0, text, self.height()))
        draw(painter, spot, flags, self.text())
        if self._trailing:
            self._paint_mark(painter, x + text + gap if text else x, self._trailing)

    def _paint_mark(self, painter: QPainter, x: int, name: str) -> None:
        mark = self._mark()
        box = QRect(x, (self.height() - mark) // 2, mark, mark)
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), box).topLeft()
        ratio = self.devicePixelRatioF()
        if name != self._pictogram:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            pixmap = icons.icon_pixmap(name, self._ink(), mark, ratio=ratio, mirrored=mirrored)
        else:
            pixmap = icons.pictogram(name, mark, ratio=ratio, theme=self.theme())
        painter.drawPixmap(spot, pixmap)


class PillButton(Button):
    """A quiet pill in the top bar: who I am, which language, how far."""

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        pictogram: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "pill", icon=icon, trailing=trailing, parent=parent)
        self.set_pictogram(pictogram)

    def focus_outline(self) -> Outline:
        """The shape the focus ring goes around."""
        radius = min(self.height(), self.theme().px("target")) / 2
        return Outline(QRectF(self.rect()), radius, radius)


class RoundButton(Pressable):
    """A round button with one line icon; it always has a name that is read out."""

    def __init__(self, icon: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what this button does, for screen readers and as a tip."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme().px("target")
        return QSize(side, side)

    def filled(self) -> bool:
        """Whether it is drawn filled: something is going on."""
        return self.isDown() or self.isChecked()

    def edged(self) -> bool:
        """Whether its round edge is drawn."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = theme.colour("pine"), theme.colour("hover" if self.underMouse() else "card")
        if self.filled():
            ink, ground = theme.colour("on_pine"), theme.colour("pine")
        edge = theme.colour("pine") if self.edged() else QColor(0, 0, 0, 0)
        if not self.edged() and not self.filled() and not self.underMouse():
            ground = edge
        if not self.isEnabled():
            ink, ground, edge = theme.colour("off"), theme.colour("off_ground"), theme.colour("edge")
        painter.setPen(QPen(edge, 2))
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        size = theme.grown(22)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pixmap = icons.icon_pixmap(self._icon, ink, size, ratio=self.devicePixelRatioF(), mirrored=mirrored)
        painter.drawPixmap(QPoint((self.width() - size) // 2, (self.height() - size) // 2), pixmap)
        painter.end()

    def focus_outline(self) -> Outline:
        """The shape the focus ring goes around."""
        return ellipse(QRectF(self.rect()))


class IconButton(RoundButton):
    """A round button without an edge, for places inside other widgets: the eye, the cross."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("mint" if self.isDown() else "hover"))
            painter.drawEllipse(self.rect().adjusted(2, 2, -2, -2))
        size = theme.grown(22)
        ink = theme.colour("pine" if self.isEnabled() else "off")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pixmap = icons.icon_pixmap(self._icon, ink, size, ratio=self.devicePixelRatioF(), mirrored=mirrored)
        painter.drawPixmap(QPoint((self.width() - size) // 2, (self.height() - size) // 2), pixmap)
        painter.end()


class SpeakButton(RoundButton):
    """The round loudspeaker: says the text beside it aloud."""

    _machine = False  # what is true while the base class names the button
    _quiet = False

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__("volume-2", name, parent)
        self._playing = False

    def set_playing(self, playing: bool) -> None:
        """Show whether the voice is speaking right now."""
        self._playing = playing
        self.update()

    def set_quiet(self, quiet: bool) -> None:
        """Draw no edge: the text beside it is not what matters most here."""
        self._quiet = quiet
        self.update()

    def set_machine(self, machine: bool, said: str = "") -> None:
        """Show by a small mark that a machine speaks; `said` is the mark in words."""
        self._machine = machine
        self.setAccessibleDescription(said if machine else "")
        self.setToolTip(f"{self.accessibleName()} · {said}" if machine and said else self.accessibleName())
        self.update()

    def is_machine(self) -> bool:
        """Tell whether it is marked as a machine's voice."""
        return self._machine

    def filled(self) -> bool:
        return self._playing or super().filled()

    def edged(self) -> bool:
        return not self._quiet

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the loudspeaker and, at its lower end, the three bars of a machine."""
        super().paintEvent(event)
        if not self._machine:
            return
        theme = self.theme()
        side = theme.grown(17)
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        spot = QRectF(0 if left else self.width() - side, self.height() - side, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("pine"), 1.5))
        painter.setBrush(theme.colour("card"))
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pine"))
        for place, tall in enumerate((0.26, 0.46, 0.34)):
            bar = QRectF(0, 0, side * 0.11, side * tall)
            bar.moveCenter(spot.center() + QPointF((place - 1) * side * 0.2, 0))
            painter.drawRect(bar)
        painter.end()
