# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictograms on the page: alone, or large on a quiet ground."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.theme import icons
from korak.ui.theme.theme import Themed


class Picture(Themed, QWidget):
    """One pictogram (or a line icon in a role's colour) at a size that grows with the text."""

    def __init__(self, name: str = "", size: int = 76, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._icon_role = ""
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_pictogram(self, name: str) -> None:
        """Show another pictogram; an empty name shows none."""
        self._name, self._icon_role = name, ""
        self.update()

    def set_icon(self, name: str, role: str = "pine") -> None:
        """Show a line icon in the colour of a role instead of a pictogram."""
        self._name, self._icon_role = name, role
        self.update()

    def set_size(self, size: int) -> None:
        """Change the size, in pixels at 100 %."""
        self._size = size
        self.updateGeometry()
        self.update()

    def set_description(self, text: str) -> None:
        """Say what is seen, for those who hear the page; an empty text marks the picture as decoration."""
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        side = self.theme().grown(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter = QPainter(self)
        side = min(self.width(), self.height())
        x, y = (self.width() - side) // 2, (self.height() - side) // 2
        draw_picture(painter, self, QRect(x, y, side, side), self._name, self._icon_role)
        painter.end()


def draw_picture(painter: QPainter, widget: Themed, box: QRect, name: str, icon_role: str = "") -> None:
    """Draw a pictogram, or with a role a line icon, into a square of a themed widget."""
    if not name:
        return
    ratio = painter.device().devicePixelRatioF()
    theme = widget.theme()
    if icon_role:
        mirrored = isinstance(widget, QWidget) and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colour = theme.colour(icon_role)
        pixmap = icons.icon_pixmap(name, colour, box.width(), ratio=ratio, mirrored=mirrored)
    else:
        pixmap = icons.pictogram(name, box.width(), ratio=ratio, theme=theme)
    painter.drawPixmap(box.topLeft(), pixmap)


class PicturePanel(Themed, QWidget):
    """A quiet coloured ground with one large picture, and if wanted a small card with a code beside it."""

    def __init__(
        self, role: str = "mint", name: str = "", size: int = 180, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._name = name
        self._size = size
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_pictogram(self, name: str) -> None:
        """Show another pictogram."""
        self._name = name
        self.update()

    def set_role(self, role: str) -> None:
        """Change the ground: mint, sky, amber or clay."""
        self._role = role
        self.update()

    def set_caption(self, text: str) -> None:
        """Show a short text on a small card beside the picture, e.g. the code that came by SMS."""
        self._caption = text
        self.update()

    def set_description(self, text: str) -> None:
        """Say what is seen, for those who hear the page."""
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        grown = self.theme().grown
        return QSize(grown(420), grown(360))

    def minimumSizeHint(self) -> QSize:
        grown = self.theme().grown
        return QSize(grown(160), grown(160))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "mint" if self._role == "mint" else f"{self._role}_ground"
        painter.setPen(QPen(theme.colour(f"{self._role}_line"), 1))
        painter.setBrush(theme.colour(ground))
        radius = theme.px("radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = min(theme.grown(self._size), round(min(self.width(), self.height()) * 0.62))
        box = QRect(0, 0, side, side)
        box.moveCenter(self.rect().center())
        draw_picture(painter, self, box, self._name)
        if self._caption:
            self._draw_caption(painter, box)
        painter.end()

    def _draw_caption(self, painter: QPainter, picture: QRect) -> None:
        theme = self.theme()
        font = theme.font("title", bold=True)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, theme.grown(3))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        side, top = theme.px("s3") + 4, theme.px("s2") + 4
        card = QRectF(0, 0, metrics.horizontalAdvance(self._caption) + 2 * side, metrics.height() + 2 * top)
        middle = picture.right() + 1 - picture.width() * 0.12
        card.moveCenter(QRectF(picture).center())
        card.moveTop(max(8.0, picture.top() - card.height() * 0.55))
        card.moveLeft(min(middle, self.width() - card.width() - 8))
        painter.setPen(QPen(theme.colour("pine"), 2))
        painter.setBrush(QColor(theme.colour("card")))
        radius = theme.px("radius")
        painter.drawRoundedRect(card, radius, radius)
        painter.setPen(theme.colour("ink"))
        painter.drawText(card, Qt.AlignmentFlag.AlignCenter, self._caption)
