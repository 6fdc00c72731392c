# SPDX-License-Identifier: GPL-3.0-or-later
"""The course as stepping stones: what is done, what is now, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Pressable, RoundButton
from korak.ui.widgets.focus import Outline, ellipse
from korak.ui.widgets.motion import LONG, duration
from korak.ui.widgets.picture import draw_picture
from korak.ui.widgets.text import draw, height
from korak.ui.widgets.tile import draw_tick

State = Literal["done", "now", "next"]

_WAVE: Final = (95, 10, 75, 0, 85, 0)
_GROUND: Final = {"done": "stone_done", "now": "stone_now", "next": "stone_next"}
_EDGE: Final = {"done": "pine", "now": "amber", "next": "stone_next_edge"}
_TOP: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class StoneItem:
    """What a stone shows: a module of the course."""

    key: str
    title: str
    pictogram: str
    state: State = "next"


class Stone(Pressable):
    """One stone: an ellipse with a picture, its shadow on the water, its name below."""

    def __init__(self, item: StoneItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        self.setText(item.title)
        self.setAccessibleName(item.title)

    def item(self) -> StoneItem:
        """What this stone shows."""
        return self._item

    def set_state_word(self, word: str) -> None:
        """The word read out behind the title: done, now, next."""
        self.setAccessibleName(f"{self._item.title}, {word}" if word else self._item.title)

    def radii(self) -> QPointF:
        """Half the stone's width and height; the one that is now is larger."""
        grown = 1 + (self.theme().scale - 1) * 0.5
        return QPointF(97, 53) * grown if self._item.state == "now" else QPointF(79, 42) * grown

    def centre(self) -> QPointF:
        """The middle of the stone, in its own coordinates."""
        return QPointF(self.width() / 2, self.radii().y() + 3)

    def heightForWidth(self, width: int) -> int:
        return round(self.radii().y() * 2 + 3 + 22 + self._label_height(width))

    def sizeHint(self) -> QSize:
        width = round(self.radii().x() * 2 + 8)
        return QSize(width, self.heightForWidth(width))

    def focus_outline(self) -> Outline:
        """The shape the focus ring goes around."""
        radii, centre = self.radii(), self.centre()
        return ellipse(QRectF(centre - radii, centre + radii))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, state = self.theme(), self._item.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radii, centre = self.radii(), self.centre()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("shadow"))
        painter.drawEllipse(centre + QPointF(0, 9), radii.x(), radii.y())
        thick = 3.5 if state == "now" else 2.4
        painter.setPen(QPen(theme.colour(_EDGE[state]), thick))
        painter.setBrush(theme.colour("mint" if self.isDown() else _GROUND[state]))
        lift = QPointF(0, -1.5) if self.underMouse() and not self.isDown() else QPointF(0, 0)
        painter.drawEllipse(centre + lift, radii.x() - thick / 2, radii.y() - thick / 2)
        self._paint_inside(painter, centre + lift)
        self._paint_label(painter)
        painter.end()

    def _paint_inside(self, painter: QPainter, centre: QPointF) -> None:
        radii, state = self.radii(), self._item.state
        side = round(radii.y() * 1.32)
        box = QRect(0, 0, side, side)
        box.moveCenter((centre - QPointF(0, 2)).toPoint())
        if state == "next":
            painter.setOpacity(0.85)
        draw_picture(painter, self, box, self._item.pictogram)
        painter.setOpacity(1.0)
        if state == "done":
            tick = round(radii.y() * 0.72)
            spot = QRect(0, 0, tick, tick)
            spot.moveCenter((centre + QPointF(radii.x() * 0.56, -radii.y() * 0.68)).toPoint())
            draw_tick(painter, self, spot)

    def _paint_label(self, painter: QPainter) -> None:
        theme, state = self.theme(), self._item.state
        painter.setFont(theme.font("trainer", bold=state != "next"))
        painter.setPen(theme.colour("soft" if state == "next" else "ink"))
        top = round(self.radii().y() * 2 + 3 + 11)
        draw(painter, QRect(2, top, self.width() - 4, self.height() - top), _TOP, self.text())

    def _label_height(self, width: int) -> int:
        return height(self.theme().font("trainer", bold=True), width - 4, self.text())


class StonePath(Themed, QWidget):
    """The path of stones around the one that is now; the rest is reached by arrow keys or the two arrows."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stones: list[Stone] = []
        self._first = 0
        self._moved = False
        self._shift = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._slid)
        self._words = ("", "", "")
        self._earlier = RoundButton("chevron-left", parent=self)
        self._later = RoundButton("chevron-right", parent=self)
        self._earlier.clicked.connect(self._back)
        self._later.clicked.connect(self._on)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_stones(self, items: Sequence[StoneItem]) -> None:
        """Show these modules in their order; the path opens at the one that is now."""
        for stone in self._stones:
            stone.hide()
            stone.deleteLater()
        self._stones = [Stone(item, self) for item in items]
        previous: QWidget = self._earlier
        for stone in self._stones:
            stone.installEventFilter(self)
            stone.clicked.connect(self._clicked)
            QWidget.setTabOrder(previous, stone)
            previous = stone
        QWidget.setTabOrder(previous, self._later)
        self.set_state_words(*self._words)
        self._moved = False
        self._first = self._opening()
        self._arrange()
        self.updateGeometry()

    def set_state_words(self, done: str, now: str, coming: str) -> None:
        """Give the words read out behind a title: done, now, next."""
        self._words = (done, now, coming)
        for stone in self._stones:
            stone.set_state_word(self._words[("done", "now", "next").index(stone.item().state)])

    def set_arrow_names(self, earlier: str, later: str) -> None:
        """Name the two arrows."""
        self._earlier.set_name(earlier)
        self._later.set_name(later)

    def stones(self) -> list[Stone]:
        """All stones, also those out of sight."""
        return list(self._stones)

    def shown(self) -> list[Stone]:
        """The stones in sight."""
        return self._stones[self._first : self._first + self._count(self.width())]

    def themed(self) -> None:
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._stones:
            return 0
        slot = self._slot(width)
        wave = self._wave_height()
        return max(stone.heightForWidth(slot) for stone in self._stones) + round(wave) + 12

    def sizeHint(self) -> QSize:
        width = self.theme().grown(1270)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(360), self.heightForWidth(max(self.width(), self.theme().grown(360))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._first = self._within(self._first) if self._moved else self._opening()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, Stone) or watched not in self._stones:
            return False
        index = self._stones.index(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(index, Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusIn:
            self._reveal(index)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = [stone for stone in self._stones if stone.isVisible()]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme().colour("dots"))
        points = [QPointF(stone.pos()) + stone.centre() for stone in shown]
        for start, end, before, after in zip(points, points[1:], shown, shown[1:], strict=False):
            _dots(painter, (start, before.radii().x()), (end, after.radii().x()))
        painter.end()

    # ---- where things stand
    def _count(self, width: int) -> int:
        wish = self.theme().grown(176)
        return max(1, min(6, len(self._stones), (width - 2 * self._margin(width)) // wish))

    def _margin(self, width: int) -> int:
        fits = len(self._stones) <= min(6, width // self.theme().grown(176))
        return 0 if fits else self.theme().px("target") + 8

    def _slot(self, width: int) -> int:
        return (width - 2 * self._margin(width)) // max(1, self._count(width))

    def _wave_height(self) -> float:
        return max(_WAVE) * (1 + (self.theme().scale - 1) * 0.25)

    def _opening(self) -> int:
        now = next((place for place, stone in enumerate(self._stones) if stone.item().state == "now"), 0)
        return self._within(now - max(0, self._count(self.width()) - 2))

    def _within(self, first: int) -> int:
        return max(0, min(first, len(self._stones) - self._count(self.width())))

    def _arrange(self) -> None:
        if not self._stones:
            return
        count, slot, margin = self._count(self.width()), self._slot(self.width()), self._margin(self.width())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wave = self._wave_height() / max(_WAVE)
        for place, stone in enumerate(self._stones):
            left = margin + (place - self._first) * slot + round(self._shift)
            seen = margin - slot // 2 < left < margin + (count - 1) * slot + slot // 2
            now_lift = 0 if stone.item().state == "now" else 11
            top = round(_WAVE[place % len(_WAVE)] * wave) + now_lift
            stone.setGeometry(
                self.width() - left - slot if rtl else left, top, slot, stone.heightForWidth(slot)
            )
            stone.setVisible(seen)
        self._place_arrows(rtl=rtl)
        self.update()

    def _place_arrows(self, *, rtl: bool) -> None:
        side = self._earlier.sizeHint().width()
        middle = (self.height() - side) // 2 - self.theme().px("s3")
        first, last = 0, self.width() - side
        self._earlier.setGeometry(last if rtl else first, middle, side, side)
        self._later.setGeometry(first if rtl else last, middle, side, side)
        more = self._margin(self.width()) > 0
        self._earlier.setVisible(more)
        self._later.setVisible(more)
        self._earlier.setEnabled(self._first > 0)
        self._later.setEnabled(self._first + self._count(self.width()) < len(self._stones))

    # ---- moving along
    def _move(self, first: int) -> None:
        first = self._within(first)
        if first == self._first:
            return
        self._moved = True
        way = (first - self._first) * self._slot(self.width())
        self._first = first
        self._slide.stop()
        self._shift = 0.0
        if duration(self.theme()) and self.isVisible():
            self._slide.setDuration(duration(self.theme(), LONG))
            self._slide.setStartValue(float(way))
            self._slide.setEndValue(0.0)
            self._slide.start()
        else:
            self._arrange()

    def _slid(self, value: float) -> None:
        self._shift = value
        self._arrange()

    def _reveal(self, index: int) -> None:
        count = self._count(self.width())
        if index < self._first:
            self._move(index)
        elif index >= self._first + count:
            self._move(index - count + 1)

    def _back(self) -> None:
        self._move(self._first - max(1, self._count(self.width()) - 1))

    def _on(self) -> None:
        self._move(self._first + max(1, self._count(self.width()) - 1))

    def _key(self, index: int, key: Qt.Key) -> bool:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {
            Qt.Key.Key_Right: -1 if rtl else 1, Qt.Key.Key_Left: 1 if rtl else -1,
            Qt.Key.Key_Home: -index, Qt.Key.Key_End: len(self._stones) - 1 - index,
        }  # fmt: skip
        if key not in steps:
            return False
        goal = index + steps[key]
        if 0 <= goal < len(self._stones):
            self._reveal(goal)
            self._stones[goal].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Stone):
            self.chosen.emit(sender.item().key)


def _dots(painter: QPainter, start: tuple[QPointF, float], end: tuple[QPointF, float]) -> None:
    """Dots from stone to stone, in perspective a little flat, evenly spaced between the two edges."""
    (first, first_radius), (last, last_radius) = start, end
    line = last - first
    length = (line.x() ** 2 + line.y() ** 2) ** 0.5
    free = length - (first_radius + last_radius) * 0.94
    count = int(free // 19)
    if count < 1:
        return
    step = free / (count + 1)
    for number in range(1, count + 1):
        painter.drawEllipse(first + line * ((first_radius * 0.94 + step * number) / length), 5.5, 5)
