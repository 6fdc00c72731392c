# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of paper every report draws on: A4 pages in millimetres, in every script the program speaks.

Qt lays the text out, because it is right for Arabic, Persian and Cyrillic. Only a QGuiApplication is needed;
no window and no widget.
"""

import re
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QPicture,
    QTextLayout,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer

from korak import __version__, i18n, paths
from korak.reports import finish

WIDTH, HEIGHT = 210.0, 297.0
MARGIN = 14.0
INNER = WIDTH - 2 * MARGIN
DOTS_PER_INCH = 1200
DOTS_PER_MM = DOTS_PER_INCH / 25.4

INK, SOFT, PINE, MOSS, MINT = "#1D2A2B", "#4C5A59", "#1E5B4F", "#3B8271", "#E3F0EA"
TRACK, LINE, EDGE, AMBER_GROUND, WHITE = "#F3EEE4", "#DDD6C8", "#8F9088", "#FDF1DC", "#FFFFFF"

_A3_TO_A4 = 420.0 / HEIGHT

# Arabic letters are small for their size, and their lines stand far apart.
RTL_GROWTH, RTL_SPACING = 1.12, 0.82

_COLOUR = re.compile(r'(fill|stroke|stop-color)="(#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6})"')
_FONTS = ("NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold")


class Side(Enum):
    """Where a text stands in its column; START and END follow its own reading direction."""

    START = "start"
    END = "end"
    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Type:
    """A way of setting text: size in points, weight and colour."""

    size: float
    bold: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Block:
    """A text already set into lines of a certain width."""

    layout: QTextLayout
    colour: str
    width: float
    natural: float  # what the longest line really takes
    height: float
    ascent: float  # from the top to the first line's foot
    lines: int


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Let Qt know the fonts of the sheets, once."""
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(paths.assets() / "fonts" / f"{name}.ttf"))


@lru_cache(maxsize=128)
def _drawing(path: Path, grey: bool, _thread: int) -> QSvgRenderer:
    if not grey:
        return QSvgRenderer(str(path))
    return QSvgRenderer(QByteArray(in_grey(path.read_text(encoding="utf-8")).encode()))


def _picture(path: Path, grey: bool = False) -> QSvgRenderer:
    """A drawing that no other thread is using: the page may print one sheet while the worker makes many."""
    return _drawing(path, grey, threading.get_ident())


def in_grey(svg: str) -> str:
    """Return a picture with the same shapes in shades of grey, as a black and white printer shows it."""
    return _COLOUR.sub(_as_grey, svg)


def _as_grey(found: re.Match[str]) -> str:
    grey = QColor(found[2])
    shade = round(0.299 * grey.red() + 0.587 * grey.green() + 0.114 * grey.blue())
    return f'{found[1]}="#{shade:02x}{shade:02x}{shade:02x}"'


def pictogram(name: str) -> Path | None:
    """Return the file of a pictogram; None when the pack names one that is not there."""
    path = paths.assets() / "pictograms" / f"{name}.svg"
    return path if name and path.is_file() else None


class Paper:
    """The pages of one document while they are drawn."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        language: str = i18n.CONTENT_LANGUAGE,
        grey: bool = False,
        large: bool = False,
    ) -> None:
        """Open an empty document with its first page; ``grey``: its pictures have no colours.

        The page is A4, or (``large``) A3 with everything on it larger alike.
        """
        load_fonts()
        self._grey = grey
        self._language = language
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        size = QPageSize.PageSizeId.A3 if large else QPageSize.PageSizeId.A4
        self._writer.setPageSize(QPageSize(size))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._writer.setResolution(DOTS_PER_INCH)
        self._writer.setTitle(title)
        self._writer.setAuthor(author)
        self._writer.setCreator(f"Korak {__version__}")
        self._painter = QPainter(self._writer)
        if large:
            self._painter.scale(_A3_TO_A4, _A3_TO_A4)
        self._trying = False

    def next_page(self) -> None:
        """Turn to a new page."""
        self._writer.newPage()

    def finish(self) -> bytes:
        """Close the document and return it."""
        self._painter.end()
        self._buffer.close()
        return finish.complete(bytes(self._buffer.data().data()), self._language)

    @contextmanager
    def trial(self) -> Generator[None]:
        """Draw on scratch paper for a while, to see where the page would end."""
        real, scratch = self._painter, QPicture()
        self._painter, self._trying = QPainter(scratch), True
        try:
            yield
        finally:
            self._painter.end()
            self._painter, self._trying = real, False

    @contextmanager
    def smaller(self, x: float, y: float, times: float) -> Generator[None]:
        """Draw smaller for a while, with the upper left corner of the page at x, y."""
        self._painter.save()
        self._painter.translate(x * DOTS_PER_MM, y * DOTS_PER_MM)
        self._painter.scale(times, times)
        try:
            yield
        finally:
            self._painter.restore()

    # ------------------------------------------------------------------------------------------ text

    def block(
        self,
        words: str,
        width: float,
        style: Type,
        language: str | None = None,
        side: Side = Side.START,
        most: int = 0,
    ) -> Block:
        """Set a text into lines; nothing is drawn yet, so a caller can measure first.

        `most` lines at most, if it is not 0: a longer text ends in "…".
        """
        block = self._set(words, width, style, language, side)
        if most == 0 or block.lines <= most:
            return block
        last = block.layout.lineAt(most - 1)
        kept = words[: last.textStart() + last.textLength()].rstrip()
        while True:
            shorter = self._set(f"{kept}…", width, style, language, side)
            if shorter.lines <= most or not kept:
                return shorter
            kept = kept[:-1].rstrip()

    def _set(self, words: str, width: float, style: Type, language: str | None, side: Side) -> Block:
        rtl = i18n.is_rtl(language or self._language)
        layout = QTextLayout(words.replace("\n", "\u2028"), self._font(style, rtl=rtl), self._writer)
        option = QTextOption(_alignment(side, rtl))
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        y = natural = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * DOTS_PER_MM)
            line.setPosition(QPointF(0.0, y))
            y += line.height() * (RTL_SPACING if rtl else 1.0)
            natural = max(natural, line.naturalTextWidth())
        layout.endLayout()
        first = layout.lineAt(0).ascent() if layout.lineCount() else 0.0
        return Block(
            layout=layout,
            colour=style.colour,
            width=width,
            natural=natural / DOTS_PER_MM,
            height=y / DOTS_PER_MM,
            ascent=first / DOTS_PER_MM,
            lines=layout.lineCount(),
        )

    def _font(self, style: Type, *, rtl: bool) -> QFont:
        font = QFont(["Noto Sans", "Noto Sans Arabic"])
        font.setPointSizeF(style.size * (RTL_GROWTH if rtl else 1.0))
        font.setBold(style.bold)
        return font

    def put(self, block: Block, x: float, y: float) -> float:
        """Draw a set text with its upper left corner at x, y; return the y below it."""
        self._painter.setPen(QColor(block.colour))
        block.layout.draw(self._painter, QPointF(x * DOTS_PER_MM, y * DOTS_PER_MM))
        return y + block.height

    # ---------------------------------------------------------------------------------------- shapes

    def box(
        self,
        area: QRectF,
        *,
        fill: str | None = None,
        edge: str | None = None,
        radius: float = 0.0,
        pen: float = 0.3,
    ) -> None:
        """Draw a rectangle, filled, edged or both, with round corners."""
        self._painter.setBrush(QBrush(QColor(fill)) if fill else Qt.BrushStyle.NoBrush)
        self._painter.setPen(_pen(edge, pen) if edge else Qt.PenStyle.NoPen)
        self._painter.drawRoundedRect(_dots(area), radius * DOTS_PER_MM, radius * DOTS_PER_MM)

    def hatch(self, area: QRectF, *, colour: str = INK, radius: float = 0.0, step: float = 1.6) -> None:
        """Fill a rectangle with slanted lines, which a black and white printer shows as well."""
        outline = QPainterPath()
        outline.addRoundedRect(_dots(area), radius * DOTS_PER_MM, radius * DOTS_PER_MM)
        self._painter.save()
        self._painter.setClipPath(outline)
        self._painter.setPen(_pen(colour, 0.35))
        x = area.left() - area.height()
        while x < area.right():
            self.line(x, area.bottom(), x + area.height(), area.top(), colour=colour, pen=0.35)
            x += step
        self._painter.restore()
        self.box(area, edge=colour, radius=radius)

    def oval(
        self, area: QRectF, *, fill: str | None = None, edge: str | None = None, pen: float = 0.3
    ) -> None:
        """Draw an ellipse: a stepping stone."""
        self._painter.setBrush(QBrush(QColor(fill)) if fill else Qt.BrushStyle.NoBrush)
        self._painter.setPen(_pen(edge, pen) if edge else Qt.PenStyle.NoPen)
        self._painter.drawEllipse(_dots(area))

    def stone(self, area: QRectF, filled: float, *, colour: str = INK) -> None:
        """Draw a small stepping stone, filled from the left so far: empty, half, full."""
        self.oval(area, fill=WHITE, edge=colour if filled else EDGE)
        if filled <= 0:
            return
        self._painter.save()
        self._painter.setClipRect(_dots(QRectF(area.x(), area.y(), area.width() * filled, area.height())))
        self.oval(area, fill=colour)
        self._painter.restore()

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE, pen: float = 0.3
    ) -> None:
        """Draw a straight line."""
        self._painter.setPen(_pen(colour, pen))
        self._painter.drawLine(
            QPointF(x1 * DOTS_PER_MM, y1 * DOTS_PER_MM), QPointF(x2 * DOTS_PER_MM, y2 * DOTS_PER_MM)
        )

    def dots(self, x1: float, y1: float, x2: float, y2: float, *, colour: str = LINE) -> None:
        """Draw the dotted way between two stones."""
        pen = _pen(colour, 1.2)
        pen.setDashPattern([0.01, 2.0])
        self._painter.setPen(pen)
        self._painter.drawLine(
            QPointF(x1 * DOTS_PER_MM, y1 * DOTS_PER_MM), QPointF(x2 * DOTS_PER_MM, y2 * DOTS_PER_MM)
        )

    def tick(self, area: QRectF, *, colour: str = WHITE, pen: float = 0.8) -> None:
        """Draw a tick inside a rectangle."""
        x, y, w, h = area.left(), area.top(), area.width(), area.height()
        self.line(x + 0.22 * w, y + 0.53 * h, x + 0.42 * w, y + 0.72 * h, colour=colour, pen=pen)
        self.line(x + 0.42 * w, y + 0.72 * h, x + 0.78 * w, y + 0.30 * h, colour=colour, pen=pen)

    def picture(self, path: Path | None, area: QRectF) -> None:
        """Draw an SVG picture into a rectangle, as large as its shape allows; nothing when there is none."""
        if path is None or self._trying:
            return
        renderer = _picture(path, self._grey)
        size = renderer.defaultSize()
        if size.width() <= 0 or size.height() <= 0:
            return
        scale = min(area.width() / size.width(), area.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        left, top = area.center().x() - width / 2, area.center().y() - height / 2
        renderer.render(self._painter, _dots(QRectF(left, top, width, height)))

    def image(self, data: bytes, area: QRectF) -> None:
        """Draw a PNG, JPEG or SVG picture into a rectangle, as large as its shape allows; else nothing.

        It stands where the rectangle begins. An SVG stays lines, however large it is printed.
        """
        if self._trying:
            return
        drawing = QSvgRenderer(data) if data.lstrip()[:1] == b"<" else None
        image = QImage() if drawing is not None else QImage.fromData(data)
        size = image.size() if drawing is None else drawing.defaultSize()
        if size.width() <= 0 or size.height() <= 0:
            return
        scale = min(area.width() / size.width(), area.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        spot = _dots(QRectF(area.left(), area.center().y() - height / 2, width, height))
        if drawing is not None:
            drawing.render(self._painter, spot)
        else:
            self._painter.drawImage(spot, image)


def _dots(area: QRectF) -> QRectF:
    return QRectF(
        area.x() * DOTS_PER_MM,
        area.y() * DOTS_PER_MM,
        area.width() * DOTS_PER_MM,
        area.height() * DOTS_PER_MM,
    )


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width * DOTS_PER_MM)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _alignment(side: Side, rtl: bool) -> Qt.AlignmentFlag:
    if side is Side.MIDDLE:
        return Qt.AlignmentFlag.AlignHCenter
    absolute = Qt.AlignmentFlag.AlignAbsolute
    if side in (Side.LEFT, Side.RIGHT):
        edge = Qt.AlignmentFlag.AlignLeft if side is Side.LEFT else Qt.AlignmentFlag.AlignRight
        return edge | absolute
    starts_left = (side is Side.START) is not rtl
    return (Qt.AlignmentFlag.AlignLeft if starts_left else Qt.AlignmentFlag.AlignRight) | absolute
