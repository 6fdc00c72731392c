# SPDX-License-Identifier: GPL-3.0-or-later
"""A code to copy from a picture: drawn askew, heard on request, asked for anew."""

import random
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from korak.content.fields import PictureCode
from korak.practice.actions import Press
from korak.practice.view import BlockView
from korak.ui.practice import portal_words
from korak.ui.practice.portal import PortalButton, PortalLook
from korak.ui.practice.typed import TypedBox
from korak.ui.theme.theme import Themed
from korak.ui.widgets.flow import FlowLayout


class PictureCodeBox(TypedBox):
    """A picture with letters, and the field to copy them into."""

    hears = Signal(str)

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        self._portal = look
        super().__init__(view)

    def dress(self, view: BlockView) -> None:
        self._picture = CodePicture(self._portal)
        self._new = PortalButton(self._portal, portal_words.NEW_PICTURE, main=False)
        self._hear = PortalButton(self._portal, portal_words.HEAR, main=False)
        self._new.clicked.connect(partial(self._press, "new"))
        self._hear.clicked.connect(partial(self._press, "hear"))
        row = QWidget()
        flow = FlowLayout(12)
        row.setLayout(flow)
        for part in (self._picture, self._new, self._hear):
            flow.addWidget(part)
        if not (isinstance(view.block, PictureCode) and view.block.heard):
            self._hear.hide()
        self.add_editor(self.editor)
        self.lines.insertWidget(1, row)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        self._picture.set_code(view.number)

    def part(self, target: str) -> QWidget | None:
        return {"new": self._new, "hear": self._hear}.get(target.removeprefix(f"{self.field}/"))

    def wear(self, look: PortalLook) -> None:
        for part in (self._picture, self._new, self._hear):
            part.set_look(look)

    def _press(self, part: str) -> None:
        self.acted.emit(Press(f"{self.field}/{part}"))
        if part == "hear":
            self.hears.emit(self._picture.letters())


class CodePicture(Themed, QWidget):
    """Letters askew between lines: easy for people, so it is kept readable."""

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._portal = look
        self._code = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_code(self, code: str) -> None:
        """Draw these letters."""
        if code != self._code:
            self._code = code
            self.setAccessibleName(" ".join(code))
            self.updateGeometry()
            self.update()

    def letters(self) -> str:
        """The letters one by one, to be said."""
        return ", ".join(self._code)

    def set_look(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        self.update()

    def sizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(38) * max(len(self._code), 4) + 24, theme.grown(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        chance = random.Random(self._code)  # noqa: S311 - the same letters look the same again
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(QPen(theme.colour("edge"), 1.5))
        for _line in range(4):
            across = [chance.uniform(0, self.height()) for _end in range(2)]
            painter.drawLine(0, round(across[0]), self.width(), round(across[1]))
        font = QFont(theme.font("answer", bold=True))
        painter.setFont(font)
        painter.setPen(self._portal.edge)
        step = (self.width() - 24) / max(len(self._code), 1)
        for place, letter in enumerate(self._code):
            painter.save()
            painter.translate(12 + step * (place + 0.5), self.height() / 2 + chance.uniform(-4, 4))
            painter.rotate(chance.uniform(-16, 16))
            metrics = painter.fontMetrics()
            painter.drawText(-metrics.horizontalAdvance(letter) // 2, metrics.ascent() // 2 - 2, letter)
            painter.restore()
