# SPDX-License-Identifier: GPL-3.0-or-later
"""What a JPEG file says beside its picture (ITU-T T.81, annex B): its size, and whether it tells more."""

from dataclasses import dataclass

_PLAIN = {0xE0, 0xEE}  # JFIF and Adobe: how the colours are coded, nothing about anybody
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA
_COMMENT = 0xFE


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A picture's sides in pixels; `tells`: there is more in the file, such as Exif, GPS or a comment."""

    width: int
    height: int
    tells: bool


def read_jpeg(data: bytes) -> Jpeg | None:
    """Return what stands before the picture itself; None if this is no JPEG file."""
    if data[:2] != b"\xff\xd8":
        return None
    at, tells, size = 2, False, (0, 0)
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if kind in _FRAMES:
            body = data[at + 4 : at + 9]
            size = int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
        tells = tells or kind == _COMMENT or (0xE0 <= kind <= 0xEF and kind not in _PLAIN)
        if kind == _SCAN:
            # After the picture's end nothing may follow: cameras put a second picture or a film there.
            rest = data[data.rfind(b"\xff\xd9") + 2 :] if b"\xff\xd9" in data else b""
            return Jpeg(*size, tells or bool(rest.strip(b"\x00"))) if all(size) else None
        at += 2 + length
    return None
