# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents on a portal's page: small with their name, opened in place to be read; receipts."""

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.practice.actions import Press
from korak.practice.view import BlockView, PaperView
from korak.ui.practice import portal_words
from korak.ui.practice.block import BlockBox, column
from korak.ui.practice.paper import Paper, PaperHead
from korak.ui.practice.portal import PortalButton, PortalLook
from korak.ui.practice.structure import Pairs
from korak.ui.theme.theme import Themed
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture


class OpenPaper(Themed, QWidget):
    """A document open in place, with a button that closes it; nothing while none is open."""

    closed = Signal()

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._sheet = Paper()
        self.close_button = PortalButton(look, portal_words.CLOSE, main=False)
        self.close_button.clicked.connect(self.closed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 8)
        lines.setSpacing(8)
        lines.addWidget(self._sheet)
        below = QHBoxLayout()
        below.addWidget(self.close_button)
        below.addStretch(1)
        lines.addLayout(below)
        self.hide()

    def show_paper(self, paper: PaperView | None) -> None:
        """Open a document, or close it."""
        if paper is not None:
            self._sheet.show_paper(paper)
        self.setVisible(paper is not None)

    def wear(self, look: PortalLook) -> None:
        """Wear other colours."""
        self.close_button.set_look(look)


class _Card(Themed, QWidget):
    """The ground of a document or a receipt on a page."""

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._portal = look

    def set_look(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(self._portal.tint)
        radius = self._portal.corner // 2 + 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class PreviewBox(BlockBox):
    """A document on the page: its name, type and size; it opens, and may be saved."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        super().__init__()
        self._target = view.target
        self._head = PaperHead()
        self._open = PortalButton(look, portal_words.OPEN, main=False)
        self._save = PortalButton(look, portal_words.DOWNLOAD, main=False)
        self._open.clicked.connect(partial(self._press, "open"))
        self._save.clicked.connect(partial(self._press, "save"))
        if not getattr(view.block, "download", False):
            self._save.hide()
        self._paper = OpenPaper(look)
        self._paper.closed.connect(partial(self._press, "close"))
        self._card = card = _Card(look)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._head)
        buttons = QWidget()
        flow = FlowLayout(8)
        buttons.setLayout(flow)
        flow.addWidget(self._open)
        flow.addWidget(self._save)
        inside.addWidget(buttons)
        lines = column(self, 4)
        lines.addWidget(card)
        lines.addWidget(self._paper)

    def show_view(self, view: BlockView) -> None:
        if view.paper is not None:
            self._head.show_paper(view.paper.title, view.paper.type, view.paper.size)
            self._open.setAccessibleName(f"{portal_words.OPEN}: {view.paper.title}")
            self._save.setAccessibleName(f"{portal_words.DOWNLOAD}: {view.paper.title}")
        self._open.setVisible(not view.open)
        self._paper.show_paper(view.paper if view.open else None)

    def control(self) -> QWidget:
        return self._open

    def part(self, target: str) -> QWidget | None:
        name = target.removeprefix(f"{self._target}/")
        return {"open": self._open, "save": self._save, "close": self._paper.close_button}.get(name)

    def wear(self, look: PortalLook) -> None:
        self._card.set_look(look)
        self._open.set_look(look)
        self._save.set_look(look)
        self._paper.wear(look)

    def _press(self, part: str) -> None:
        self.acted.emit(Press(f"{self._target}/{part}"))


class ReceiptBox(BlockBox):
    """The confirmation of what was sent: its number, when, the values; to save and to print."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        super().__init__()
        self._target = view.target
        self._title = Label("", "portal-section")
        self._pairs = Pairs()
        mark = Picture("", 30)
        mark.set_icon("circle-check", "sky")
        self._save = PortalButton(look, portal_words.SAVE, main=True)
        self._print = PortalButton(look, portal_words.PRINT, main=False)
        self._save.clicked.connect(partial(self._press, "save"))
        self._print.clicked.connect(partial(self._press, "print"))
        self._card = _Card(look)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(mark)
        top.addWidget(self._title, 1)
        inside.addLayout(top)
        inside.addWidget(self._pairs)
        buttons = QWidget()
        flow = FlowLayout(8)
        buttons.setLayout(flow)
        flow.addWidget(self._save)
        flow.addWidget(self._print)
        inside.addWidget(buttons)
        column(self).addWidget(self._card)

    def show_view(self, view: BlockView) -> None:
        known = bool(view.number or view.pairs)
        self._card.setVisible(known)
        self._title.setText(view.text)
        first = ((portal_words.NUMBER, view.number), (portal_words.RECEIVED, view.clock))
        self._pairs.set_pairs((*(pair for pair in first if pair[1]), *view.pairs))

    def control(self) -> QWidget:
        return self._save

    def part(self, target: str) -> QWidget | None:
        return {"save": self._save, "print": self._print}.get(target.removeprefix(f"{self._target}/"))

    def wear(self, look: PortalLook) -> None:
        self._card.set_look(look)
        self._save.set_look(look)
        self._print.set_look(look)

    def _press(self, part: str) -> None:
        self.acted.emit(Press(f"{self._target}/{part}"))
