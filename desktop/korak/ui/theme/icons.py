# SPDX-License-Identifier: GPL-3.0-or-later
"""Line icons in a role's colour, and pictograms; both drawn sharp for the screen they are shown on."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from korak import paths
from korak.ui.theme.theme import Theme

DIRECTIONAL: Final = frozenset({
    "arrow-left", "arrow-right", "chevron-left", "chevron-right", "log-out", "log-in", "undo-2", "redo-2",
    "skip-forward", "step-back", "send", "external-link", "list", "list-checks", "book-text",
    "chart-line", "chart-column", "message-square", "message-circle", "file-text",
})  # fmt: skip
"""Icons that point or flow somewhere, mirrored in a right-to-left window; sound and clocks are not."""


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(file.stem for file in _icons().glob("*.svg")))


def pictogram_names() -> tuple[str, ...]:
    """Every pictogram there is."""
    return tuple(sorted(file.stem for file in _pictograms().glob("*.svg")))


def has_pictogram(name: str) -> bool:
    """Whether a pictogram of that name is shipped."""
    return (_pictograms() / f"{name}.svg").is_file()


def _icons() -> Path:
    return paths.assets() / "icons"


def _pictograms() -> Path:
    return paths.assets() / "pictograms"


@lru_cache(maxsize=128)
def _icon_source(name: str) -> str:
    return (_icons() / f"{name}.svg").read_text("utf-8")


def _draw(renderer: QSvgRenderer, size: int, ratio: float, plate: QColor | None = None) -> QPixmap:
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, side, side)
    if plate is not None and plate.alpha():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        painter.drawRoundedRect(box, side * 0.24, side * 0.24)
        inset = side * 0.09
        box.adjust(inset, inset, -inset, -inset)
    bounds = renderer.defaultSize()
    unit = box.width() / max(bounds.width(), bounds.height(), 1)
    drawn = QRectF(0, 0, bounds.width() * unit, bounds.height() * unit)
    drawn.moveCenter(box.center())
    renderer.render(painter, drawn)
    painter.end()
    return pixmap


@lru_cache(maxsize=512)
def _icon_pixmap(name: str, colour: int, size: int, ratio: float, mirrored: bool) -> QPixmap:
    source = _icon_source(name).replace("currentColor", QColor.fromRgba(colour).name())
    pixmap = _draw(QSvgRenderer(QByteArray(source.encode())), size, ratio)
    if mirrored and name in DIRECTIONAL:
        pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_pixmap(
    name: str, colour: QColor, size: int, *, ratio: float = 1.0, mirrored: bool = False
) -> QPixmap:
    """An icon as a pixmap in any colour; `mirrored` says the window is right-to-left."""
    return _icon_pixmap(name, colour.rgba(), size, ratio, mirrored)


def icon(
    theme: Theme, name: str, role: str = "ink", *, size: int | None = None, mirrored: bool = False
) -> QIcon:
    """An icon in a role's colour for actions and menus, greyed when disabled, sharp on every screen."""
    side = theme.px("icon") if size is None else size
    result = QIcon()
    for ratio in (1.0, 1.5, 2.0):
        result.addPixmap(icon_pixmap(name, theme.colour(role), side, ratio=ratio, mirrored=mirrored))
        grey = icon_pixmap(name, theme.colour("off"), side, ratio=ratio, mirrored=mirrored)
        result.addPixmap(grey, QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=256)
def _pictogram(name: str, size: int, ratio: float, plate: int) -> QPixmap:
    pixmap = _draw(QSvgRenderer(str(_pictograms() / f"{name}.svg")), size, ratio, QColor.fromRgba(plate))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pictogram(name: str, size: int, *, ratio: float = 1.0, theme: Theme | None = None) -> QPixmap:
    """A pictogram as a pixmap; dark themes put it on a light plate, as many are drawn in dark violet."""
    plate = QColor(0, 0, 0, 0) if theme is None else theme.colour("plate")
    return _pictogram(name, size, ratio, plate.rgba())


@lru_cache(maxsize=16)
def mark(size: int, ratio: float = 1.0, *, dark: bool = False) -> QPixmap:
    """The mark: three stones rising; on a dark ground its pine is lighter."""
    source = (_icons() / "korak.svg").read_text("utf-8")
    if dark:
        source = source.replace("#3B8271", "#5FB39B").replace("#1E5B4F", "#3C8F7C")
    pixmap = _draw(QSvgRenderer(QByteArray(source.encode())), size, ratio)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def app_icon() -> QIcon:
    """The program's icon for windows and task bars."""
    return QIcon(str(_icons() / "korak-256.png"))
