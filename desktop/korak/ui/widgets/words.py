# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences to read: the Slovenian one whose words can be touched, the learner's own language below it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.focus import Outline
from korak.ui.widgets.labels import Label
from korak.ui.widgets.text import longest_word, x_of
from korak.ui.widgets.text import width as text_width

_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "ur", "ps", "he", "ckb"})


def direction_of(language: str) -> Qt.LayoutDirection:
    """The direction a language is written in."""
    rtl = language.partition("-")[0] in _RIGHT_TO_LEFT
    return Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight


class _Word(Pressable):
    """A word in the sentence that can be touched: the dots below it, and its place for mouse and keyboard."""

    def __init__(self, index: int, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.index = index
        self.setText(text)
        self.setAccessibleName(text)

    def focus_outline(self) -> Outline:
        """The shape the focus ring goes around."""
        return Outline(QRectF(self.rect()).adjusted(3, 5, -3, 1), 5, 5)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = max(2.0, theme.grown(3))
        pen = QPen(theme.colour("pine"), size)
        if self.underMouse() or self.isDown():
            pen.setStyle(Qt.PenStyle.SolidLine)
        else:
            pen.setDashPattern([1.0, 1.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        bottom = self.height() - size / 2
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        painter.end()


class TouchText(Themed, QLabel):
    """Sentences, one below the other, in which some words can be touched to see what they mean."""

    touched = Signal(int)

    def __init__(self, role: str = "sentence", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._language = "sl"
        self._touch: tuple[str, ...] = ()
        self._layouts: list[QTextLayout] = []
        self._laid_for = (-1, "")
        self._words: list[_Word] = []
        self._spans: list[tuple[int, int, int]] = []
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_sentences(self, sentences: Sequence[str], touch: Sequence[str] = ()) -> None:
        """Show these sentences; each word (or phrase) in `touch` can be touched wherever it stands."""
        self._touch = tuple(touch)
        self.setText("\n".join(sentences))
        self._find_words()
        self._renew()

    def set_language(self, language: str) -> None:
        """Say which language this is; it sets the direction, whatever the window's is."""
        self._language = language
        self._renew()

    def set_role(self, role: str) -> None:
        """Change the type size: sentence, heading, lead or body."""
        self._role = role
        self._renew()

    def words(self) -> list[QAbstractButton]:
        """The places that can be touched, in reading order."""
        return list(self._words)

    def themed(self) -> None:
        self._renew()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._height_of(self._lay_out(width))) + self._room_below()

    def sizeHint(self) -> QSize:
        width = min(text_width(self._face(), self.text()) + 8, self.theme().grown(720))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        face = self._face()
        return QSize(longest_word(face, self.text()) + 8, QFontMetrics(face).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.theme().colour("ink"))
        for layout in self._current():
            layout.draw(painter, QPointF(self._shift(), 0))
        painter.end()

    # ---- laying out
    def _face(self) -> QFont:
        return self.theme().font(self._role)

    def _room_below(self) -> int:
        return self.theme().grown(6)

    def _current(self) -> list[QTextLayout]:
        key = (self.width(), self._look)
        if key != self._laid_for:
            self._layouts = self._lay_out(self.width())
            self._laid_for = key
        return self._layouts

    def _lay_out(self, width: int) -> list[QTextLayout]:
        font = self._face()
        leading = QFontMetrics(font).height() * 1.03
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        direction = direction_of(self._language)
        option.setTextDirection(direction)
        if direction == Qt.LayoutDirection.RightToLeft:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layouts: list[QTextLayout] = []
        top = 0.0
        for sentence in self.text().split("\n"):
            layout = QTextLayout(sentence, font)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                line.setPosition(QPointF(0, top))
                top += leading
            layout.endLayout()
            layouts.append(layout)
        return layouts

    def _height_of(self, layouts: list[QTextLayout]) -> float:
        return sum(layout.lineCount() for layout in layouts) * QFontMetrics(self._face()).height() * 1.03

    def _shift(self) -> float:
        """Left-to-right text in a mirrored window stays ragged at its right but keeps to the side."""
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return 0.0
        if direction_of(self._language) == Qt.LayoutDirection.RightToLeft:
            return 0.0
        lines = [layout.lineAt(i) for layout in self._current() for i in range(layout.lineCount())]
        widest = max((line.naturalTextWidth() for line in lines), default=0.0)
        return max(0.0, self.width() - widest)

    # ---- the words
    def _renew(self) -> None:
        self._laid_for = (-1, "")
        self._place_words()
        self.updateGeometry()
        self.update()

    def _find_words(self) -> None:
        for word in self._words:
            word.hide()
            word.deleteLater()
        spans: list[tuple[int, int, int]] = []
        for index, touch in enumerate(self._touch):
            pattern = re.compile(rf"(?<!\w){re.escape(touch)}(?!\w)", re.IGNORECASE)
            spans.extend((hit.start(), hit.end(), index) for hit in pattern.finditer(self.text()))
        self._spans = sorted(spans)
        self._words = [_Word(index, self.text()[start:end], self) for start, end, index in self._spans]
        for previous, word in zip(self._words, self._words[1:], strict=False):
            QWidget.setTabOrder(previous, word)
        for word in self._words:
            word.clicked.connect(self._word_clicked)
            word.show()

    def _place_words(self) -> None:
        shift, metrics = self._shift(), QFontMetrics(self._face())
        starts = [0]
        for sentence in self.text().split("\n"):
            starts.append(starts[-1] + len(sentence) + 1)
        for word, (start, end, _) in zip(self._words, self._spans, strict=True):
            number = bisect_right(starts, start) - 1
            layout = self._current()[number]
            box = _box(layout, start - starts[number], end - starts[number], metrics.ascent() + 8)
            word.setGeometry(box.translated(round(shift), 0))

    def _word_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Word):
            self.touched.emit(sender.index)


def _box(layout: QTextLayout, start: int, end: int, height: int) -> QRect:
    """The box of a word; of a phrase that breaks, its part on the first line."""
    line = layout.lineForTextPosition(start)
    last = min(end, line.textStart() + line.textLength())
    left, right = sorted((x_of(line, start), x_of(line, last)))
    return QRectF(left, line.y(), right - left, height).toAlignedRect()


class SecondLanguage(Themed, QWidget):
    """The same in the learner's language: quieter, with a line at the side where its reading begins."""

    def __init__(self, role: str = "second", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("", role)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.themed()
        self.hide()

    def set_text(self, text: str, language: str) -> None:
        """Show this text; an empty one takes the whole thing away."""
        self.setLayoutDirection(direction_of(language))
        self._label.setLayoutDirection(direction_of(language))
        self._label.setText(text)
        self.themed()
        self.setVisible(bool(text))

    def put_end(self, widget: QWidget) -> None:
        """Put something beside the text, where its lines end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    def themed(self) -> None:
        side = self.theme().px("s4")
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._row.setContentsMargins(0 if rtl else side, 0, side if rtl else 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        painter.fillRect(
            QRect(0 if left else self.width() - 4, 0, 4, self.height()), self.theme().colour("line")
        )
        painter.end()
