# SPDX-License-Identifier: GPL-3.0-or-later
"""The order Tab goes in, where widgets come later than those they stand before."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def put_behind(container: QWidget, followers: Iterable[QWidget]) -> None:
    """Let Tab come to these one after the other, behind everything in a container."""
    last = _last_inside(container)
    for follower in followers:
        QWidget.setTabOrder(last, follower)
        last = follower


def _last_inside(container: QWidget) -> QWidget:
    """The last widget of a container in the order Tab goes in."""
    last = container
    step: QWidget | None = container.nextInFocusChain()
    while step is not None and step is not container:
        if container.isAncestorOf(step):
            last = step
        step = step.nextInFocusChain()
    return last
