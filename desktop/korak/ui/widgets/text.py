# SPDX-License-Identifier: GPL-3.0-or-later
"""Painting words: a text runs in the direction of its own letters, whatever the window's direction is."""

import unicodedata
from functools import lru_cache
from math import ceil
from typing import Final, cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextLine, QTextOption

WRAP: Final = Qt.TextFlag.TextWordWrap
_ENDLESS: Final = 100_000
_ARABIC_PITCH: Final = 1.7


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
    if direction == Qt.LayoutDirection.LeftToRight:
        painter.setLayoutDirection(direction)
        painter.drawText(box, int(flags | WRAP), text)
        return
    layouts, tall = _right_to_left(painter.font(), box.width(), text, flags)
    top = box.top() + (max(0.0, (box.height() - tall) / 2) if flags & Qt.AlignmentFlag.AlignVCenter else 0.0)
    for layout in layouts:
        layout.draw(painter, QPointF(box.left(), top))


def width(font: QFont, text: str) -> int:
    """How wide a text is in one line (its longest, when it has several)."""
    if direction_of_text(text) == Qt.LayoutDirection.LeftToRight:
        metrics = QFontMetrics(font)
        return max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0)
    layouts, _ = _right_to_left(font, _ENDLESS, text)
    return ceil(max(_line_width(layout) for layout in layouts))


def longest_word(font: QFont, text: str) -> int:
    """How wide the widest word is: no line can be narrower."""
    return max((width(font, word) for word in text.split()), default=0)


def height(font: QFont, room: int, text: str) -> int:
    """How tall a text is when it wraps at a width."""
    if not text:
        return 0
    if direction_of_text(text) == Qt.LayoutDirection.LeftToRight:
        box = QRect(0, 0, max(1, room), _ENDLESS)
        return QFontMetrics(font).boundingRect(box, int(WRAP), text).height()
    return ceil(_right_to_left(font, max(1, room), text)[1])


def x_of(line: QTextLine, place: int) -> float:
    """Where a letter of a line stands; Qt answers with position and cursor, its stubs promise a number."""
    answer = cast("tuple[float, int] | float", line.cursorToX(place))
    return answer[0] if isinstance(answer, tuple) else answer


def _right_to_left(
    font: QFont, room: int, text: str, flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight
) -> tuple[list[QTextLayout], float]:
    """Lay out Arabic or Persian, and say how tall it is.

    `QPainter.drawText` shifts wrapped right-to-left lines by the space they end with, and `QFontMetrics`
    measures joined letters up to 3 px too short, enough to wrap a button's text; a layout does neither.
    """
    option = QTextOption(flags & Qt.AlignmentFlag.AlignHorizontal_Mask & ~Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layouts: list[QTextLayout] = []
    tall = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            # The Arabic face asks for more than two letter heights a line; its letters need far less.
            pitch = min(line.height(), font.pixelSize() * _ARABIC_PITCH)
            line.setPosition(QPointF(0, tall - (line.height() - pitch) / 2))
            tall += pitch
        layout.endLayout()
        layouts.append(layout)
    return layouts, tall


def _line_width(layout: QTextLayout) -> float:
    return max(
        (layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())), default=0.0
    )
