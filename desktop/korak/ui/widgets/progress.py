# SPDX-License-Identifier: GPL-3.0-or-later
"""How far one has come: a lesson's stages, a line, a list of steps."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.text import draw, height, leading
from korak.ui.widgets.tile import draw_tick


class StageBar(Themed, QWidget):
    """The bar in pieces over a lesson: done, now, still to come, told by shade, by height and in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: list[str] = []
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stages(self, names: Sequence[str]) -> None:
        """Name the stages in their order."""
        self._stages = list(names)
        self._tell()

    def set_current(self, index: int) -> None:
        """Say which stage is now, from 0; one past the last means all are done."""
        self._current = index
        self._tell()

    def set_summary(self, text: str) -> None:
        """Say it in words, e.g. »Korak 3 od 7: Pokaži mi«."""
        self.setAccessibleName(text)
        self.setToolTip(text)

    def current(self) -> int:
        """Which stage is now."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(max(1, len(self._stages)) * 130, self.theme().grown(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(1, len(self._stages)) * 24, self.theme().grown(14))

    def _tell(self) -> None:
        if 0 <= self._current < len(self._stages):
            self.setAccessibleDescription(self._stages[self._current])
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._stages:
            return
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, count = 10, len(self._stages)
        width = min(theme.grown(120), (self.width() - (count - 1) * gap) / count)
        left = (self.width() - count * width - (count - 1) * gap) / 2
        for index in range(count):
            now = index == self._current
            thick = theme.grown(12 if now else 10)
            box = QRectF(left + index * (width + gap), (self.height() - thick) / 2, width, thick)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                box.moveLeft(self.width() - box.right())
            role = "pine" if index < self._current else "amber" if now else "track"
            edged = role == "track" and theme.name == "contrast"
            painter.setPen(QPen(theme.colour("edge"), 1) if edged else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(theme.colour(role))
            painter.drawRoundedRect(box, thick / 2, thick / 2)
        painter.end()


class ProgressLine(Themed, QWidget):
    """A line that fills in amber."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, done: float, of: float) -> None:
        """Fill the line to `done` of `of`."""
        self._part = min(1.0, max(0.0, done / of)) if of else 0.0
        self.update()

    def set_summary(self, text: str) -> None:
        """Say it in words, e.g. »4 od 7«."""
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(self.theme().grown(520), self.theme().grown(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.theme().grown(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(theme.colour("track"))
        painter.drawRoundedRect(box, radius, radius)
        if self._part > 0:
            done = QRectF(0, 0, max(box.height(), box.width() * self._part), box.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                done.moveRight(box.right())
            painter.setBrush(theme.colour("amber"))
            painter.drawRoundedRect(done, radius, radius)
        painter.end()


class _Step(Themed, QLabel):
    """One line of a step list: a number or a tick, and what to do."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(text)
        self._number = number
        self.state = "next"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = height(
            self.theme().font("trainer", bold=True), width - self._disc() - self.theme().px("s3"), self.text()
        )
        return max(text, self._disc()) + self.theme().px("s2") + 4

    def sizeHint(self) -> QSize:
        width = self.theme().grown(260)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self.theme().grown(140)
        return QSize(width, self._disc())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, disc = self.theme(), self._disc()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        direction = self.layoutDirection()
        box = QStyle.visualRect(direction, self.rect(), QRect(0, (self.height() - disc) // 2, disc, disc))
        if self.state == "done":
            draw_tick(painter, self, box)
        else:
            now = self.state == "now"
            edged = not now and theme.name == "contrast"
            painter.setPen(QPen(theme.colour("edge"), 1) if edged else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(theme.colour("amber" if now else "track"))
            painter.drawEllipse(box)
            painter.setFont(theme.font("note", bold=True))
            painter.setPen(theme.colour("on_amber" if now else "soft"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setFont(theme.font("trainer", bold=self.state == "now"))
        painter.setPen(theme.colour("soft" if self.state == "next" else "ink"))
        left = disc + theme.px("s3") - 4
        room = QStyle.visualRect(direction, self.rect(), QRect(left, 0, self.width() - left, self.height()))
        draw(painter, room, leading(direction), self.text())
        painter.end()

    def _disc(self) -> int:
        return self.theme().grown(28)


class StepList(QWidget):
    """The steps of a task in order, with a tick at what is done and the one that is now in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[_Step] = []
        self._current = 0
        self._words = ("", "", "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def set_steps(self, texts: Sequence[str]) -> None:
        """Show these steps; the first one is now."""
        for step in self._steps:
            self._column.removeWidget(step)
            step.hide()
            step.deleteLater()
        self._steps = [_Step(number, text) for number, text in enumerate(texts, 1)]
        for step in self._steps:
            self._column.addWidget(step)
        self.set_current(0)

    def set_current(self, index: int) -> None:
        """Say which step is now, from 0; one past the last means all are done."""
        self._current = index
        for place, step in enumerate(self._steps):
            step.state = "done" if place < index else "now" if place == index else "next"
            word = self._words[("done", "now", "next").index(step.state)]
            step.setAccessibleName(f"{step.text()}, {word}" if word else step.text())
            step.update()

    def set_state_words(self, done: str, now: str, coming: str) -> None:
        """Give the words read out behind a step: done, now, next."""
        self._words = (done, now, coming)
        self.set_current(self._current)
