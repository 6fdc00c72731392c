# SPDX-License-Identifier: GPL-3.0-or-later
"""What a question is about, drawn plainly: an address, a message, a page, a small form, a picture."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture, PicturePanel

HOLE = "___"
_GAP = "\u2009".join("_" * 9)  # the hole, wide enough to be seen
_ICONS = {"address": "globe", "message": "message-square", "page": "monitor", "form": "file-text"}


def shown(kind: str, lines: Sequence[str], title: str = "") -> Card:
    """A card with these lines; of a message the first is the sender, of a page its title."""
    card = Card("card")
    # Slovenian runs from left to right, also in a program that does not.
    card.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    card.body.setSpacing(10)
    rest = list(lines)
    first = title or (rest.pop(0) if rest else "")
    card.body.addWidget(_first(kind, first))
    for line in rest:
        card.body.addWidget(Label(line.replace(HOLE, _GAP), "answer"))
    return card


def pictured(name: str, description: str) -> PicturePanel:
    """A large picture on a quiet ground."""
    panel = PicturePanel("mint", name, 150)
    panel.set_description(description)
    panel.setMinimumHeight(200)
    panel.setMaximumHeight(300)
    return panel


def _first(kind: str, text: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(14)
    mark = Picture("", 30)
    mark.set_icon(_ICONS.get(kind, "info"), "soft")
    across.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(Label(text, "heading" if kind == "address" else "lead"), 1)
    return row
