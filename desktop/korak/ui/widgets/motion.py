# SPDX-License-Identifier: GPL-3.0-or-later
"""Short motion that explains where something went; none when the system or the settings ask for stillness."""

import os
from typing import Final

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QStyle, QWidget

from korak.ui.theme.theme import Theme

SHORT: Final = 150
LONG: Final = 250


def system_prefers_still(app: QApplication) -> bool:
    """Whether the desktop asks programs not to move things."""
    if os.environ.get("GTK_ENABLE_ANIMATIONS") == "0":
        return True
    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


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
