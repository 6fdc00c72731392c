# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks that give a page its order: the head of a section, the steps of a form, pairs, a picture."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.content.blocks import Stepper
from korak.practice.view import BlockView
from korak.ui.practice.block import BlockBox, column
from korak.ui.practice.portal import PortalLook
from korak.ui.practice.qr import QrCode
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

STEP_WORDS: Final = "Korak {now} od {all}: {title}"
"""How a form says where one is; portals' own words, Slovenian in every language."""


class SectionBox(Themed, BlockBox):
    """The head of a part of a form: a line, its name, and a word of help."""

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._portal = look
        self._title = Label("", "portal-section")
        self._help = Label("", "portal-help")
        self._help.setVisible(False)
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(2)
        self._lines.addWidget(self._title)
        self._lines.addWidget(self._help)
        self.themed()

    def show_view(self, view: BlockView) -> None:
        self._title.setText(view.text)
        self._help.setText(view.help)
        self._help.setVisible(bool(view.help))

    def wear(self, look: PortalLook) -> None:
        self._portal = look
        self.update()

    def themed(self) -> None:
        self._lines.setContentsMargins(0, self.theme().px("s3"), 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.theme().colour("line"), 2))
        painter.drawLine(0, 2, self.width(), 2)
        painter.setPen(QPen(self._portal.edge, 2))
        painter.drawLine(0, 2, self.theme().grown(56), 2)


class StepperBox(Themed, BlockBox):
    """The steps of a form: discs on a line, and in words where one is."""

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._row = _Discs(look)
        self._words = Label("", "portal-strong")
        lines = column(self, 4)
        lines.addWidget(self._row)
        lines.addWidget(self._words)

    def show_view(self, view: BlockView) -> None:
        steps = view.items
        now = view.block.now - 1 if isinstance(view.block, Stepper) else view.selected
        now = min(max(now, 0), len(steps) - 1)
        self._row.set_steps(len(steps), now)
        title = steps[now] if steps else ""
        self._words.setText(STEP_WORDS.format(now=now + 1, all=len(steps), title=title) if steps else "")

    def wear(self, look: PortalLook) -> None:
        self._row.set_look(look)


class _Discs(Themed, QWidget):
    """A disc for each step: done with a tick, now filled, to come only edged."""

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self._portal = look
        self._count, self._now = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_steps(self, count: int, now: int) -> None:
        """Draw so many discs, and where one is, from 0."""
        self._count, self._now = count, now
        self.update()

    def set_look(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        self.update()

    def sizeHint(self) -> QSize:
        side = self.theme().grown(34)
        return QSize(max(self._count, 1) * side * 2, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.grown(30)
        step = min(self.width() // max(self._count, 1), theme.grown(150))
        middle = self.height() / 2
        for place in range(self._count):
            left = 2 + place * step
            if place:
                colour = self._portal.edge if place <= self._now else theme.colour("edge")
                painter.setPen(QPen(colour, 3 if place <= self._now else 1))
                painter.drawLine(left - step + side + 4, round(middle), left - 4, round(middle))
            self._paint_disc(painter, QRectF(left, middle - side / 2, side, side), place)

    def _paint_disc(self, painter: QPainter, box: QRectF, place: int) -> None:
        theme = self.theme()
        reached = place <= self._now
        painter.setPen(QPen(self._portal.edge if reached else theme.colour("edge"), 2))
        painter.setBrush(self._portal.accent if place == self._now else theme.colour("card"))
        painter.drawEllipse(box)
        if place < self._now:
            side = round(box.width() * 0.6)
            ratio = self.devicePixelRatioF()
            pixmap = icons.icon_pixmap("check", self._portal.edge, side, ratio=ratio)
            inset = (box.width() - side) / 2
            painter.drawPixmap(round(box.left() + inset), round(box.top() + inset), pixmap)
            return
        painter.setFont(theme.font("small", bold=place == self._now))
        painter.setPen(self._portal.on_accent if place == self._now else theme.colour("soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))


class PairsBox(BlockBox):
    """Labels with their values: what is known already, what one filled in, the lines of a paper."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs = Pairs()
        column(self).addWidget(self._pairs)

    def show_view(self, view: BlockView) -> None:
        self._pairs.set_pairs(view.pairs)


class Pairs(Themed, QWidget):
    """Labels and values in two columns; below each other where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._labels: list[tuple[Label, Label]] = []
        self._stacked = False
        self._column = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.themed()

    def set_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        """Show these pairs."""
        if pairs == self._shown:
            return
        self._shown = pairs
        while len(self._labels) > len(pairs):
            for old in self._labels.pop():
                old.hide()
                old.deleteLater()
        while len(self._labels) < len(pairs):
            row = len(self._labels)
            name, value = Label("", "portal-label"), Label("", "portal-strong")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._labels.append((name, value))
            self._place(row)
        for (name, value), (label, text) in zip(self._labels, pairs, strict=True):
            name.setText(label)
            value.setText(text or "–")
            value.setAccessibleName(f"{label}: {text}")
        self.themed()

    def themed(self) -> None:
        theme = self.theme()
        self._grid.setHorizontalSpacing(theme.px("s4"))
        metrics = QFontMetrics(theme.font("trainer", bold=False))
        widest = max((metrics.horizontalAdvance(label) for label, _text in self._shown), default=0)
        self._column = min(widest + 4, theme.grown(220))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The widest word: two columns are not needed."""
        words = [part.minimumSizeHint().width() for pair in self._labels for part in pair]
        return QSize(max(words, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns, or the values below their labels where they have no room beside them."""
        values = [value for _name, value in self._labels]
        word = max((value.minimumSizeHint().width() for value in values), default=0)
        line = min(max((value.sizeHint().width() for value in values), default=0), self.theme().grown(200))
        stacked = self._column + self._grid.horizontalSpacing() + max(word, line) > self.width() > 0
        if stacked != self._stacked:
            self._stacked = stacked
            for row in range(len(self._labels)):
                self._place(row)
        self._grid.setColumnMinimumWidth(0, 0 if stacked else self._column)
        self._grid.setVerticalSpacing(1 if stacked else self.theme().px("s2"))

    def _place(self, row: int) -> None:
        name, value = self._labels[row]
        for part in (name, value):
            self._grid.removeWidget(part)
        first = 3 * row  # the label, the value below it, and room to the next pair
        self._grid.setRowMinimumHeight(first + 2, self.theme().px("s2") if self._stacked else 0)
        if self._stacked:
            self._grid.addWidget(name, first, 0, 1, 2)
            self._grid.addWidget(value, first + 1, 0, 1, 2)
        else:
            self._grid.addWidget(name, first, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, first, 1)


class PictureBox(BlockBox):
    """A pictogram, and what it shows in words."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Picture("", 96)
        self._words = Label("", "portal-text")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)

    def show_picture(self, name: str, text: str) -> None:
        """Show a pictogram by its name."""
        self._picture.set_pictogram(name)
        self._picture.set_description(text)
        self._words.setText(text)
        self._words.setVisible(bool(text))

    def show_view(self, view: BlockView) -> None:
        self.show_picture(getattr(view.block, "picture", ""), view.text)


class QrBox(BlockBox):
    """A square code with a word below it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words = Label("", "portal-help")
        lines = column(self, 4)
        lines.addWidget(QrCode(name), 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._words)

    def show_text(self, text: str) -> None:
        """Say what the code is for."""
        self._words.setText(text)
        self._words.setVisible(bool(text))

    def show_view(self, view: BlockView) -> None:
        self.show_text(view.text)
