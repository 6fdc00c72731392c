# SPDX-License-Identifier: GPL-3.0-or-later
"""Small photos for tests: real JPEG files, with or without what a camera writes into them."""

import struct

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage


def jpeg(width: int, height: int, *, exif: bool = False, turned: int = 1) -> bytes:
    """A JPEG, light on the left and dark on the right; `exif` adds a place (GPS) and how it is turned."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#F2EFE7"))
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, QColor("#1E5B4F"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 90)  # pyright: ignore[reportCallIssue, reportArgumentType]
    data = bytes(buffer.data().data())
    return data[:2] + _exif(turned) + data[2:] if exif else data


def _exif(turned: int) -> bytes:
    """An Exif segment: how the camera was held, its maker, and 46° 26' N."""
    maker, gps = b"Fictocam\0", 8 + 2 + 3 * 12 + 4 + 9
    fields = struct.pack("<HHI4s", 0x010F, 2, 9, struct.pack("<I", 8 + 2 + 3 * 12 + 4))
    fields += struct.pack("<HHIHH", 0x0112, 3, 1, turned, 0)
    fields += struct.pack("<HHII", 0x8825, 4, 1, gps)
    places = struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0")
    places += struct.pack("<HHII", 2, 5, 3, gps + 2 + 2 * 12 + 4)
    degrees = struct.pack("<6I", 46, 1, 26, 1, 0, 1)
    tiff = b"II*\0" + struct.pack("<IH", 8, 3) + fields + struct.pack("<I", 0) + maker
    tiff += struct.pack("<H", 2) + places + struct.pack("<I", 0) + degrees
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
