# SPDX-License-Identifier: GPL-3.0-or-later
"""Qt without a screen: what pages are drawn with where no window stands."""

import os
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


@lru_cache(maxsize=1)
def application() -> QCoreApplication:
    """Return Qt's application; where there is none, one that needs no screen is made and kept."""
    there = QCoreApplication.instance()
    if there is not None:
        return there
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])
