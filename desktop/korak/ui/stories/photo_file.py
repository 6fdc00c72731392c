# SPDX-License-Identifier: GPL-3.0-or-later
"""A photo out of a file: upright, small enough, and without anything but the picture itself."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QFile, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from korak.services.faults import FaultKind, ServiceFault
from korak.services.stories import MOST_PHOTO_BYTES, MOST_PHOTO_SIDE

_KINDS = {b"jpeg", b"png"}
_QUALITIES = (88, 80, 72, 64, 55, 45)
_SMALLER = 0.8


def photo_of(path: Path) -> bytes:
    """Return the picture in a JPEG or PNG file as a JPEG that may be kept.

    It stands upright as the camera was held, has at most 1,600 pixels a side and 400 kB, white where it was
    transparent. Exif, place, time, names of programs and colour profiles stay behind: only the pixels are
    taken over into a new picture. BAD_PHOTO where there is none.
    """
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise ServiceFault(FaultKind.BAD_PHOTO, {"reason": "kind"})
    reader = QImageReader(file)
    reader.setDecideFormatFromContent(True)
    if not reader.canRead() or bytes(reader.format().data()) not in _KINDS:
        raise ServiceFault(FaultKind.BAD_PHOTO, {"reason": "kind"})
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > MOST_PHOTO_SIDE:
        # A JPEG is read small at once: a photo of 100 megapixels takes no more memory than any other.
        most = QSize(MOST_PHOTO_SIDE, MOST_PHOTO_SIDE)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    file.close()
    if image.isNull():
        raise ServiceFault(FaultKind.BAD_PHOTO, {"reason": "kind"})
    return _small(_bare(image))


def _bare(image: QImage) -> QImage:
    """The pixels alone, as sRGB on white."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(QColor("#FFFFFF"))
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    return bare


def _small(image: QImage) -> bytes:
    while True:
        for quality in _QUALITIES:
            data = _jpeg(image, quality)
            if len(data) <= MOST_PHOTO_BYTES:
                return data
        side = image.size() * _SMALLER
        image = image.scaled(
            side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(quality)
    writer.setOptimizedWrite(True)
    writer.write(image)
    buffer.close()
    return bytes(buffer.data().data())
