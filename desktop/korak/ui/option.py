# SPDX-License-Identifier: GPL-3.0-or-later
"""A big card with one possible answer on it: words, a picture or both, and what became of it."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from korak.ui.theme import icons
from korak.ui.theme.theme import Theme, Themed

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


class Mark(Enum):
    """What became of an option: its ground, its edge and the icon that says the same without colour."""

    OPEN = ("card", "edge", "")
    CHOSEN = ("card", "pine", "")
    RIGHT = ("mint", "pine", "check")
    OTHER = ("amber_ground", "amber_line", "lightbulb")
    GONE = ("off_ground", "line", "")


class OptionCard(Themed, QAbstractButton):
    """One possible answer to press; a badge tells the key that chooses it."""

    def __init__(self, text: str, *, pictogram: str = "", key: str = "") -> None:
        super().__init__()
        self._pictogram = pictogram
        self._key = key
        self._pair = ""
        self._mark = Mark.OPEN
        self._tall = False
        self._shows_text = True
        self._hovered = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # properties

    @property
    def mark(self) -> Mark:
        """What became of this option."""
        return self._mark

    @property
    def pair(self) -> str:
        """The badge of the card this one is joined with, or nothing."""
        return self._pair

    # setters

    def set_mark(self, mark: Mark, said: str = "") -> None:
        """Show what became of the option; ``said`` says it to those who do not see it."""
        self._mark = mark
        self.setEnabled(mark is not Mark.GONE)
        self.setAccessibleDescription(said)
        self.update()

    def set_pair(self, pair: str) -> None:
        """Show the badge of the card this one is joined with."""
        self._pair = pair
        self.update()

    def set_tall(self, tall: bool) -> None:
        """Put the picture above the words instead of beside them."""
        self._tall = tall
        self.updateGeometry()

    def set_shows_text(self, shows: bool) -> None:
        """Show the words, or only the picture (the words stay the accessible name)."""
        self._shows_text = shows
        self.updateGeometry()

    # Qt

    def sizeHint(self) -> QSize:
        theme = self.theme()
        width = theme.grown(190 if self._tall else 280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(120), theme.grown(60))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self.theme()
        pad = theme.px("s3")
        needed = self._text_size(theme, width).height() + 2 * pad
        if self._tall:
            picture = theme.grown(76) + theme.px("s3") if self._pictogram else 0
            return max(needed + picture, theme.grown(120))
        picture = self._picture_side(theme) + 2 * theme.px("s2") if self._pictogram else 0
        return max(needed, picture, theme.px("main_target"))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)  # pyright: ignore[reportArgumentType, reportCallIssue]

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        self._paint_badge(painter, theme)
        self._paint_mark(painter, theme)
        self._paint_face(painter, theme)

    # internal

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        ground, edge, _icon = self._mark.value
        strong = self._mark in {Mark.CHOSEN, Mark.RIGHT} or self.isDown()
        width = 3 if strong else 1
        if self._hovered and self._mark is Mark.OPEN and self.isEnabled():
            ground = "hover"
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(theme.colour("pine" if self.isDown() else edge), width))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, theme.px("radius"), theme.px("radius"))

    def _paint_badge(self, painter: QPainter, theme: Theme) -> None:
        label = self._pair or self._key
        if not label:
            return
        filled = bool(self._pair) or self._mark in {Mark.CHOSEN, Mark.RIGHT}
        box = self._mirrored(self._badge_box(theme))
        painter.setPen(QPen(theme.colour("pine" if filled else "edge"), 1.5))
        painter.setBrush(theme.colour("pine") if filled else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(QRectF(box))
        painter.setPen(theme.colour("on_pine" if filled else "soft"))
        painter.setFont(theme.font("note", bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        icon = self._mark.value[2]
        if not icon:
            return
        side = theme.px("icon")
        place = QRect(0, 0, side, side)
        place.moveCenter(QPoint(self.width() - theme.px("s3") - side // 2, self.height() // 2))
        if self._tall:
            place.moveTop(theme.px("s2"))
        colour = theme.colour("pine" if self._mark is Mark.RIGHT else "amber_word")
        pixmap = icons.icon_pixmap(icon, colour, side, ratio=self.devicePixelRatioF())
        painter.drawPixmap(self._mirrored(place).topLeft(), pixmap)

    def _paint_face(self, painter: QPainter, theme: Theme) -> None:
        room = self._face_box(theme, self.width(), self.height())
        if self._pictogram:
            side = theme.grown(76) if self._tall else self._picture_side(theme)
            pixmap = icons.pictogram(self._pictogram, side, ratio=self.devicePixelRatioF(), theme=theme)
            place = QRect(0, 0, side, side)
            if self._tall:
                shift = self._text_size(theme, self.width()).height() // 2 if self._shows_text else 0
                place.moveCenter(QPoint(self.width() // 2, self.height() // 2 - shift))
                room.setTop(place.bottom())
            else:
                place.moveCenter(QPoint(room.left() + side // 2, room.center().y()))
                room.setLeft(place.right() + theme.px("s3"))
                place = self._mirrored(place)
            painter.drawPixmap(place.topLeft(), pixmap)
        if self._shows_text:
            self._paint_words(painter, theme, room)

    def _paint_words(self, painter: QPainter, theme: Theme, room: QRect) -> None:
        align = Qt.AlignmentFlag.AlignVCenter
        if self._tall:
            align |= Qt.AlignmentFlag.AlignHCenter
        else:
            room = self._mirrored(room)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            align |= Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(theme.font("lead", bold=False))
        painter.setPen(theme.colour("off" if self._mark is Mark.GONE else "ink"))
        painter.drawText(room, int(align) | _WRAP, self.text())

    def _badge_box(self, theme: Theme) -> QRect:
        side = theme.grown(28)
        box = QRect(theme.px("s3"), 0, side, side)
        box.moveTop(theme.px("s3") if self._tall else (self.height() - side) // 2)
        return box

    def _face_box(self, theme: Theme, width: int, height: int) -> QRect:
        pad, left = theme.px("s3"), theme.px("s3")
        if self._tall:
            return QRect(pad, pad, width - 2 * pad, height - 2 * pad)
        if self._key or self._pair:
            left += theme.grown(28) + theme.px("s3")
        right = pad + theme.px("icon") + theme.px("s2")
        return QRect(left, 0, max(width - left - right, 1), height)

    def _text_size(self, theme: Theme, width: int) -> QSize:
        if not self._shows_text:
            return QSize(0, 0)
        room = self._face_box(theme, width, 10_000)
        if self._pictogram and not self._tall:
            room.setLeft(room.left() + self._picture_side(theme) + theme.px("s3"))
        return QFontMetrics(theme.font("lead", bold=False)).boundingRect(room, _WRAP, self.text()).size()

    def _picture_side(self, theme: Theme) -> int:
        return theme.grown(48)

    def _mirrored(self, box: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return box
        return QRect(self.width() - box.right() - 1, box.y(), box.width(), box.height())
