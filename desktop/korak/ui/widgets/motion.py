# SPDX-License-Identifier: GPL-3.0-or-later
"""Short motion that explains where something went; none when the system or the settings ask for stillness."""

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from korak.ui.theme.theme import Theme

SHORT: Final = 150
LONG: Final = 250
_SPI_GETCLIENTAREAANIMATION: Final = 0x1042
_STILL: Final = {
    "gtk-4.0/settings.ini": {"gtk-enable-animations=false", "gtk-enable-animations=0"},
    "gtk-3.0/settings.ini": {"gtk-enable-animations=false", "gtk-enable-animations=0"},
    "kdeglobals": {"animationdurationfactor=0"},
}


def system_prefers_still() -> bool:
    """Whether the desktop asks programs not to move things; Qt 6.11 cannot say, so its own files do."""
    if sys.platform == "win32":
        shown = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0)
        return not shown.value
    if os.environ.get("GTK_ENABLE_ANIMATIONS") == "0":
        return True
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return any(_says(home / name, lines) for name, lines in _STILL.items())


def _says(file: Path, lines: set[str]) -> bool:
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError:
        return False
    return any(each.replace(" ", "").lower() in lines for each in text.splitlines())


def duration(theme: Theme, milliseconds: int = SHORT) -> int:
    """How long a motion may take in this theme: 0 when nothing may move."""
    return milliseconds if theme.motion else 0


def fade_in(widget: QWidget, theme: Theme, milliseconds: int = SHORT) -> QPropertyAnimation | None:
    """Let a widget come up softly; returns the running animation, or nothing when nothing may move."""
    time = duration(theme, milliseconds)
    if time == 0:
        return None
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    animation = QPropertyAnimation(effect, b"opacity", widget)
    animation.setDuration(time)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.finished.connect(effect.deleteLater)
    animation.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    return animation
