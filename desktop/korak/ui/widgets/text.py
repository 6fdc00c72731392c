# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting words: a text runs in the direction of its own letters, whatever the window's direction is."""

import unicodedata
from functools import lru_cache
from typing import Final, cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

WRAP: Final = Qt.TextFlag.TextWordWrap


@lru_cache(maxsize=1024)
def direction_of_text(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one; left-to-right for numbers and signs alone."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"R", "AL"}:
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Where lines begin in a window of this direction, whatever they say, in the middle of the height."""
    rtl = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def draw(painter: QPainter, box: QRect, flags: Qt.AlignmentFlag, text: str) -> None:
    """Draw a text that wraps, with quotation marks and full stops on the side its own letters ask for."""
    direction = direction_of_text(text)
    if direction == Qt.LayoutDirection.RightToLeft:
        _draw_right_to_left(painter, box, flags, text)
        return
    painter.setLayoutDirection(direction)
    painter.drawText(box, int(flags | WRAP), text)


def _draw_right_to_left(painter: QPainter, box: QRect, flags: Qt.AlignmentFlag, text: str) -> None:
    """`drawText` shifts wrapped right-to-left lines by the space they end with; a layout does not."""
    option = QTextOption(flags & Qt.AlignmentFlag.AlignHorizontal_Mask & ~Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layouts: list[QTextLayout] = []
    tall = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, painter.font(), painter.device())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, tall))
            tall += line.height()
        layout.endLayout()
        layouts.append(layout)
    top = box.top() + (max(0.0, (box.height() - tall) / 2) if flags & Qt.AlignmentFlag.AlignVCenter else 0.0)
    for layout in layouts:
        layout.draw(painter, QPointF(box.left(), top))


def x_of(line: QTextLine, place: int) -> float:
    """Where a letter of a line stands; Qt answers with position and cursor, its stubs promise a number."""
    answer = cast("tuple[float, int] | float", line.cursorToX(place))
    return answer[0] if isinstance(answer, tuple) else answer


def height(metrics: QFontMetrics, width: int, text: str) -> int:
    """How tall a text is when it wraps at a width."""
    if not text:
        return 0
    return metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), int(WRAP), text).height()
