# SPDX-License-Identifier: GPL-3.0-or-later
"""Big squares with a picture: the wall of people, the picture PIN, the answers to choose from."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.picture import draw_picture
from korak.ui.widgets.text import draw, height

_SHAPES: Final = {
    # kind: width, height, picture, type size
    "wall": (190, 228, 78, "lead"),
    "pin": (170, 170, 78, "body"),
    "face": (148, 134, 56, "body"),
    "answer": (240, 240, 104, "heading"),
    "answer-small": (150, 150, 60, "lead"),  # four of them stand side by side at 200 %
}
_TOP: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class Tile(Pressable):
    """A picture with a name below it, to be pressed; `kind` is `wall`, `pin`, `face` or `answer`."""

    def __init__(
        self, name: str = "", pictogram: str = "", *, kind: str = "wall", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._picture = pictogram
        self._icon_role = ""
        self._quiet = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Set the name written below the picture and read out."""
        self.setText(name)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_accessible(self, text: str) -> None:
        """Name a tile that shows no text, or name it better than its text does."""
        self.setAccessibleName(text)

    def set_pictogram(self, name: str) -> None:
        """Show another pictogram."""
        self._picture, self._icon_role = name, ""
        self.update()

    def set_icon(self, name: str, role: str = "pine") -> None:
        """Show a line icon in a role's colour instead of a pictogram."""
        self._picture, self._icon_role = name, role
        self.update()

    def set_quiet(self, quiet: bool) -> None:
        """Put the tile on a grey ground: an answer that is none, such as »not tried yet«."""
        self._quiet = quiet
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self.theme()
        _, tall, picture, _ = _SHAPES[self._kind]
        least = theme.grown(tall)
        if not self.text():
            return max(least, width) if self._kind == "pin" else least
        text = self._text_height(width)
        return max(least, theme.grown(picture) + text + theme.px("s3") * 3 + theme.px("s2"))

    def sizeHint(self) -> QSize:
        width = self.theme().grown(_SHAPES[self._kind][0])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = round(self.sizeHint().width() * 0.7)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = "off_ground" if self._quiet or not self.isEnabled() else "card"
        if chosen or self.isDown():
            ground = "mint"
        elif self.underMouse() and self.isEnabled():
            ground = "hover"
        thick = 3 if chosen else 1
        painter.setPen(QPen(theme.colour("pine" if chosen or self.isDown() else "edge"), thick))
        painter.setBrush(theme.colour(ground))
        radius, half = theme.px("radius"), thick / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        self._paint_content(painter)
        if chosen:
            self._paint_tick(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        theme = self.theme()
        _, _, picture, size = _SHAPES[self._kind]
        side = theme.grown(picture)
        text = self._text_height(self.width())
        gap = theme.px("s3") + 2 if self.text() and self._picture else 0
        used = (side if self._picture else 0) + gap + text
        top = (self.height() - used) // 2
        if self._picture:
            box = QRect((self.width() - side) // 2, top, side, side)
            painter.setOpacity(1.0 if self.isEnabled() else 0.5)
            draw_picture(painter, self, box, self._picture, self._icon_role)
            painter.setOpacity(1.0)
            top += side + gap
        painter.setFont(theme.font(size, bold=True))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "off"))
        inset = theme.px("s2")
        draw(painter, QRect(inset, top, self.width() - 2 * inset, text), _TOP, self.text())

    def _paint_tick(self, painter: QPainter) -> None:
        theme = self.theme()
        side = theme.grown(30)
        spot = QRect(self.width() - side - theme.px("s2"), theme.px("s2"), side, side)
        spot = QStyle.visualRect(self.layoutDirection(), self.rect(), spot)
        draw_tick(painter, self, spot)

    def _text_height(self, width: int) -> int:
        theme = self.theme()
        return height(theme.font(_SHAPES[self._kind][3], bold=True), width - 2 * theme.px("s2"), self.text())


def draw_tick(painter: QPainter, widget: Themed, box: QRect) -> None:
    """Draw the round tick that means »done« or »chosen«."""
    theme = widget.theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("pine"))
    painter.drawEllipse(box)
    unit = box.width() / 30
    pen = QPen(theme.colour("on_pine"), 3.2 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [QPointF(9, 15.5), QPointF(13.2, 19.8), QPointF(21.4, 10.6)]
    painter.drawPolyline([QPointF(box.topLeft()) + corner * unit for corner in corners])


class TileGrid(Themed, QWidget):
    """Tiles in rows, as many in a row as fit; arrows, Home, End and first letters move between them."""

    chosen = Signal(int)

    def __init__(self, *, columns: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._columns = columns
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles in this order; the old ones go."""
        for tile in self._tiles:
            if tile not in tiles:
                tile.removeEventFilter(self)
                tile.hide()
                tile.deleteLater()
        self._tiles = list(tiles)
        previous: QWidget | None = None
        for tile in self._tiles:
            tile.setParent(self)
            tile.installEventFilter(self)
            tile.clicked.connect(self._clicked, Qt.ConnectionType.UniqueConnection)
            tile.show()
            if previous is not None:
                QWidget.setTabOrder(previous, tile)
            previous = tile
        self.updateGeometry()
        self._arrange()

    def tiles(self) -> list[Tile]:
        """The tiles in their order."""
        return list(self._tiles)

    def set_columns(self, columns: int) -> None:
        """Change how many stand in a row at most."""
        self._columns = columns
        self.updateGeometry()
        self._arrange()

    def themed(self) -> None:
        self._arrange()

    def columns_in(self, width: int) -> int:
        """How many tiles stand in a row of that width."""
        if not self._tiles:
            return 1
        gap, least = self._gap(), self._tiles[0].minimumSizeHint().width()
        wish = self._tiles[0].sizeHint().width()
        fitting = (width + gap) // (round(wish * 0.88) + gap)
        if fitting < 2:
            fitting = (width + gap) // (least + gap)
        return max(1, min(self._columns, fitting))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._tiles:
            return 0
        columns = self.columns_in(width)
        tile_width = self._tile_width(width, columns)
        rows = -(-len(self._tiles) // columns)
        tall = max(tile.heightForWidth(tile_width) for tile in self._tiles)
        return rows * tall + (rows - 1) * self._gap()

    def sizeHint(self) -> QSize:
        if not self._tiles:
            return QSize(0, 0)
        columns = min(self._columns, len(self._tiles))
        width = columns * self._tiles[0].sizeHint().width() + (columns - 1) * self._gap()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self._tiles:
            return QSize(0, 0)
        return QSize(self._tiles[0].minimumSizeHint().width(), self._tiles[0].sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, Tile)
        ):
            return self._key(self._tiles.index(watched), event)
        return False

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tile):
            self.chosen.emit(self._tiles.index(sender))

    def _gap(self) -> int:
        return self.theme().px("s3") + 4

    def _tile_width(self, width: int, columns: int) -> int:
        most = round(self._tiles[0].sizeHint().width() * 1.25)
        return min(most, (width - (columns - 1) * self._gap()) // columns)

    def _arrange(self) -> None:
        if not self._tiles or self.width() <= 0:
            return
        columns = self.columns_in(self.width())
        tile_width, gap = self._tile_width(self.width(), columns), self._gap()
        tall = max(tile.heightForWidth(tile_width) for tile in self._tiles)
        for index, tile in enumerate(self._tiles):
            row, column = divmod(index, columns)
            box = QRect(column * (tile_width + gap), row * (tall + gap), tile_width, tall)
            tile.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _key(self, index: int, event: QKeyEvent) -> bool:
        columns = self.columns_in(self.width())
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Down: columns, Qt.Key.Key_Up: -columns,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            return self._go(index + steps[key])
        if key == Qt.Key.Key_Home:
            return self._go(0)
        if key == Qt.Key.Key_End:
            return self._go(len(self._tiles) - 1)
        return self._letter(index, event.text())

    def _letter(self, index: int, letter: str) -> bool:
        if not letter.strip():
            return False
        count = len(self._tiles)
        for step in range(1, count + 1):
            candidate = (index + step) % count
            if self._tiles[candidate].text().casefold().startswith(letter.casefold()):
                return self._go(candidate)
        return False

    def _go(self, index: int) -> bool:
        if 0 <= index < len(self._tiles):
            self._tiles[index].setFocus(Qt.FocusReason.TabFocusReason)
        return True
