# SPDX-License-Identifier: GPL-3.0-or-later
"""Touch any word: a press on a Slovenian text, F2 or the menu key shows what a word of it means.

A press on a plain text shows the word that was pressed. Whatever does something itself when it is pressed (a
button, a field) is asked with F2, with the menu key or with the right button.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from korak.content.pack import Pack
from korak.content.words import Word, Words
from korak.i18n import _
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.word_card import WordCard

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WIDEST = 560
_MOST = 6


def words_in(text: str, words: Words) -> tuple[Word, ...]:
    """The words of a text that the pack explains, each once, in reading order; a phrase as a whole first."""
    whole = words.find(text.strip(" .?!:,…»«"))
    found = [words.find(form) for form in _WORD.findall(text)]
    return tuple({word.id: word for word in (whole, *found) if word is not None}.values())


class WordPopUp(Themed, QFrame):
    """A card over the page with one word; where a text has several, the others are a press away."""

    closed = Signal()
    chosen = Signal(object)

    def __init__(self, root: QWidget, frame: Frame, pack: str) -> None:
        super().__init__(root)
        set_role(self, "popover")
        self._card = WordCard(frame, pack)
        self._others = QWidget()
        self._flow = FlowLayout(8)
        self._others.setLayout(self._flow)
        self.close_button = Button(role="secondary", icon="x")
        self.close_button.clicked.connect(self.closed)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._others)
        self._column.addWidget(self._card)
        self._column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTrailing)
        self._words: dict[Button, Word] = {}
        self.hide()
        self.themed()

    def themed(self) -> None:
        side = self.theme().px("s4")
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self.theme().px("s3"))

    def show_words(self, words: Sequence[Word], now: Word, near: QRect) -> None:
        """Show a word of a text near its place."""
        self.close_button.setText(_("Close"))
        self._show_others(words, now)
        self._card.show_word(now)
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(self.theme().grown(_WIDEST), parent.width() - 32)
        self.setFixedWidth(width)
        self._column.activate()
        height = min(max(self._column.heightForWidth(width), self.sizeHint().height()), parent.height() - 16)
        self.resize(width, height)
        left = min(max(near.left(), 16), max(parent.width() - width - 16, 16))
        below = near.bottom() + 8
        top = below if below + height <= parent.height() else max(near.top() - height - 8, 8)
        self.move(left, top)
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_others(self, words: Sequence[Word], now: Word) -> None:
        for button in self._words:
            button.hide()
            self._flow.removeWidget(button)
            button.deleteLater()
        self._words = {}
        for word in words[:_MOST] if len(words) > 1 else ():
            button = Button(word.lemma, "pill")
            button.setCheckable(True)
            button.setChecked(word is now)
            button.clicked.connect(self._pressed)
            self._words[button] = word
            self._flow.addWidget(button)
        self._others.setVisible(bool(self._words))

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.chosen.emit(self._words[sender])


class Touching(QObject):
    """Lets the words of everything inside a widget be looked up; `looked_up` brings the id of each."""

    looked_up = Signal(str)

    def __init__(self, root: QWidget, frame: Frame, pack: Pack) -> None:
        super().__init__(root)
        self._root = root
        self._frame = frame
        self._pack = pack
        self._words: Sequence[Word] = ()
        self._near = QRect()
        self._back: QWidget | None = None
        self._pop_up: WordPopUp | None = None
        root.installEventFilter(self)

    @property
    def pop_up(self) -> WordPopUp | None:
        """The card, once a word was looked up."""
        return self._pop_up

    def close(self) -> None:
        """Put the card away."""
        if self._pop_up is None or self._pop_up.isHidden():
            return
        self._frame.voice.stop()
        had_focus = self._pop_up.isAncestorOf(QApplication.focusWidget() or self._root)
        self._pop_up.hide()
        if had_focus and self._back is not None and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what nobody inside wanted."""
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self.close()
            return self._pressed(event.position().toPoint())
        if isinstance(event, QContextMenuEvent):
            keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
            asked = QApplication.focusWidget() if keyboard else self._root.childAt(event.pos())
            return self._ask(asked)
        if isinstance(event, QResizeEvent):
            self.close()
        return False

    # internal

    def _key(self, event: QKeyEvent) -> bool:
        """F2 asks; Esc belongs to the open card before it means a pause."""
        closes = event.key() == Qt.Key.Key_Escape and self._pop_up is not None and self._pop_up.isVisible()
        if event.type() == QEvent.Type.ShortcutOverride and closes:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if closes:
            self.close()
            return True
        return event.key() == Qt.Key.Key_F2 and self._ask(QApplication.focusWidget())

    def _pressed(self, place: QPoint) -> bool:
        label = self._root.childAt(place)
        if not isinstance(label, QLabel) or self._inside_card(label):
            return False
        form = word_at(label, label.mapFrom(self._root, place))
        word = self._pack.words.find(form) if form else None
        if word is None:
            return False
        self._show(words_in(label.text(), self._pack.words), word, label)
        return True

    def _ask(self, widget: QWidget | None) -> bool:
        if widget is None or not self._root.isAncestorOf(widget) or self._inside_card(widget):
            return False
        found = words_in(_text_of(widget), self._pack.words)
        if not found:
            return False
        self._show(found, found[0], widget)
        return True

    def _inside_card(self, widget: QWidget) -> bool:
        return self._pop_up is not None and self._pop_up.isAncestorOf(widget)

    def _show(self, words: Sequence[Word], now: Word, place: QWidget) -> None:
        if self._pop_up is None:
            self._pop_up = WordPopUp(self._root, self._frame, self._pack.id)
            self._pop_up.closed.connect(self.close)
            self._pop_up.chosen.connect(self._show_other)
        self._words = words
        self._near = QRect(place.mapTo(self._root, QPoint(0, 0)), place.size())
        self._back = QApplication.focusWidget()
        self._show_word(now)

    def _show_other(self, word: Word) -> None:
        self._show_word(word)

    def _show_word(self, word: Word) -> None:
        if self._pop_up is None:
            return
        words = self._words if any(one is word for one in self._words) else (word, *self._words)
        self._pop_up.show_words(words, word, self._near)
        self._frame.voice.say(word.lemma, "sl")
        announce(self._pop_up, " ".join((word.lemma, self._frame.second(self._pack.id, word.lemma))))
        self.looked_up.emit(word.id)


def word_at(label: QLabel, place: QPoint) -> str:
    """The word of a plain text at a place of its label, or nothing."""
    box = label.contentsRect()
    flags = label.alignment()
    option = QTextOption(flags & Qt.AlignmentFlag.AlignHorizontal_Mask)
    wraps = label.wordWrap()
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wraps else QTextOption.WrapMode.NoWrap)
    layouts: list[tuple[QTextLayout, float]] = []
    tall = 0.0
    for paragraph in label.text().split("\n"):
        layout = QTextLayout(paragraph, label.font())
        layout.setTextOption(option)
        layout.beginLayout()
        top = tall
        while (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, tall - top))
            tall += line.height()
        layout.endLayout()
        layouts.append((layout, top))
    down = place.y() - box.top() - _above(flags, box.height(), tall)
    return _word_in(layouts, QPointF(place.x() - box.left(), down))


def _above(flags: Qt.AlignmentFlag, room: int, tall: float) -> float:
    if flags & Qt.AlignmentFlag.AlignVCenter:
        return (room - tall) / 2
    return room - tall if flags & Qt.AlignmentFlag.AlignBottom else 0.0


def _word_in(layouts: Sequence[tuple[QTextLayout, float]], place: QPointF) -> str:
    for layout, top in layouts:
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            box = line.naturalTextRect().translated(0, top)
            if not box.contains(place):
                continue
            cursor = line.xToCursor(place.x())
            text = layout.text()
            for match in _WORD.finditer(text):
                if match.start() <= cursor <= match.end():
                    return match.group()
    return ""


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, (QAbstractButton, QLabel)):
        return widget.text() or widget.accessibleName()
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        return widget.accessibleName()
    return widget.accessibleName()
