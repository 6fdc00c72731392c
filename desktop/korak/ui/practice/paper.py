# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as a page one can read: a contract, a bill with its square code, a receipt."""

from typing import assert_never

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.content import blocks
from korak.practice.view import PaperBlockView, PaperView
from korak.ui.practice import portal_words
from korak.ui.practice.block import clear
from korak.ui.practice.lines import Row
from korak.ui.practice.portal import PLAIN, PortalLook
from korak.ui.practice.reading import NoticeBox
from korak.ui.practice.structure import Pairs, PictureBox, QrBox
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

FILE_ICONS = {"jpg": "image", "png": "image", "zip": "files", "exe": "triangle-alert"}
"""Line icons for types of files; the others are a sheet with lines."""


def file_icon(kind: str) -> str:
    """The line icon for a type of file."""
    return FILE_ICONS.get(kind, "file-text")


class Paper(Themed, QWidget):
    """A white sheet with what stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._paper: PaperView | None = None
        self._lines = QVBoxLayout(self)
        self.setMaximumWidth(900)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.themed()

    def show_paper(self, paper: PaperView) -> None:
        """Show a document."""
        if paper == self._paper:
            return
        self._paper = paper
        clear(self._lines)
        self.setAccessibleName(paper.title)
        self._lines.addWidget(Label(paper.title, "portal-heading"))
        look = PortalLook.of(PLAIN, self.theme())
        for view in paper.blocks:
            self._lines.addWidget(_drawn(view, look, paper.document))
        self._lines.addStretch(1)

    def themed(self) -> None:
        theme = self.theme()
        side = theme.px("s4")
        self._lines.setContentsMargins(side, side, side, side)
        self._lines.setSpacing(theme.px("s3") - 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


class PaperHead(QWidget):
    """The name of a file with its type and size, and buttons at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Picture("", 26)
        self._title = Label("", "portal-strong")
        self._kind = Label("", "portal-help")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._kind)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(12)
        self.line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addLayout(words, 1)

    def show_paper(self, title: str, kind: str, size: int) -> None:
        """Name a file."""
        self._icon.set_icon(file_icon(kind), "soft")
        self._title.setText(title)
        self._kind.setText(f"{kind.upper()}, {portal_words.file_size(size)}" if kind else "")
        self._kind.setVisible(bool(kind))


def _drawn(view: PaperBlockView, look: PortalLook, document: str) -> QWidget:  # noqa: C901, PLR0911
    block = view.block
    match block:
        case blocks.Heading():
            return Label(view.text, "portal-section")
        case blocks.Text():
            return Label(view.text, "portal-text")
        case blocks.Notice(tone=tone):
            return _notice(view.text, tone)
        case blocks.List():
            return Label("\n".join(f"• {item}" for item in view.items), "portal-text")
        case blocks.Picture(picture=name):
            return _picture(name, view.text)
        case blocks.Pairs():
            pairs = Pairs()
            pairs.set_pairs(view.pairs)
            return pairs
        case blocks.Table():
            return _table(view, look)
        case blocks.Qr():
            return _code(document, view.text)
        case _:
            assert_never(block)


def _notice(text: str, tone: str) -> QWidget:
    box = NoticeBox(tone)
    box.set_text(text)
    return box


def _picture(name: str, text: str) -> QWidget:
    box = PictureBox()
    box.show_picture(name, text)
    return box


def _code(document: str, text: str) -> QWidget:
    box = QrBox(document)
    box.show_text(text)
    return box


def _table(view: PaperBlockView, look: PortalLook) -> QWidget:
    room = QWidget()
    lines = QVBoxLayout(room)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    every = (view.columns, *view.rows) if view.columns else view.rows
    count = max((len(cells) for cells in every), default=0)
    widths = [
        max((len(cells[place]) for cells in every if place < len(cells)), default=1) * 10
        for place in range(count)
    ]
    for place, cells in enumerate(every):
        row = Row(look)
        head = bool(view.columns) and not place
        row.set_head(head=head)
        row.set_cells(() if head else view.columns, cells, widths[: len(cells)])
        row.set_press(on=False)
        lines.addWidget(row)
    return room
