# SPDX-License-Identifier: GPL-3.0-or-later
"""Hear and read: one idea, one picture, a few short sentences, words that can be touched."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from korak.content.lesson import Read
from korak.content.pack import Pack
from korak.content.words import Word, Words
from korak.i18n import _
from korak.ui.announce import announce
from korak.ui.folding import Fold, fit_strip
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.stations.view import Footer, StationView
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.picture import PicturePanel
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.words import TouchText
from korak.ui.word_card import WordCard

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class ReadView(StationView):
    """A read step on the screen."""

    def __init__(self, frame: Frame, pack: Pack, step: Read) -> None:
        super().__init__(frame)
        self._pack = pack
        self._step = step
        self._touchable = touchable(step.text, pack.words)
        self._panel = PicturePanel("mint", step.picture)
        self._panel.set_caption(step.code)
        self._speak = Speaks(frame.voice, self)
        self._text = TouchText()
        self._text.set_sentences(list(step.text), touch=[form for form, _word in self._touchable])
        self._text.touched.connect(self._touched)
        self._below = OwnWords(frame)
        self._word = WordCard(frame, pack.id)
        self._close = Button(role="quiet", icon="x")
        self._close.clicked.connect(self._close_word)
        self._card = Card("card")
        self._card.hide()
        self._lay_out()
        self.retranslate()

    def footer(self) -> Footer:
        """One button: understood, go on."""
        return Footer(_("I understand, next"))

    def main_pressed(self) -> None:
        """Read; go on."""
        self.passed.emit("null", "")

    def start(self) -> None:
        """Nothing begins by itself."""

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._speak.set_name(_("Listen"))
        self._speak.set_sentences(self._step.text)
        lines = [self.frame.second(self._pack.id, sentence) for sentence in self._step.text]
        self._below.set_text(" ".join(lines) if all(lines) else "", self.frame.below() or "")
        self._word.retranslate()
        self._close.setText(_("Close"))

    def _touched(self, index: int) -> None:
        _form, word = self._touchable[index]
        self._word.show_word(word)
        self._card.show()
        self._word.lines.speak()
        announce(self._card, " ".join((word.lemma, self.frame.second(self._pack.id, word.lemma))))
        self._scroller.ensureWidgetVisible(self._card)

    def _close_word(self) -> None:
        self._card.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture its share."""
        super().resizeEvent(event)
        fit_strip(self._panel, self._content, self)

    def _panel_folded(self, _folded: bool) -> None:
        fit_strip(self._panel, self._content, self)

    def _lay_out(self) -> None:
        self._card.body.addWidget(self._word)
        self._card.body.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTrailing)
        text = QHBoxLayout()
        text.setSpacing(20)
        text.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        text.addWidget(self._text, 1)
        column = QVBoxLayout()
        column.setSpacing(24)
        column.addSpacing(16)
        column.addLayout(text)
        column.addWidget(self._below)
        column.addWidget(self._card)
        column.addStretch()
        content = self._content = Fold(900)
        content.row.setContentsMargins(88, 24, 88, 16)
        content.row.setSpacing(48)
        content.row.addWidget(self._panel, 4)
        content.row.addLayout(column, 5)
        content.folded.connect(self._panel_folded)
        self._scroller = Scroller(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroller)
        self._panel.setVisible(bool(self._step.picture))


def touchable(sentences: tuple[str, ...], words: Words) -> tuple[tuple[str, Word], ...]:
    """The forms in a text that the pack's words explain, each word once, in reading order."""
    found: dict[str, tuple[str, Word]] = {}
    for form in _WORD.findall(" ".join(sentences)):
        word = words.find(form)
        if word is not None and word.id not in found:
            found[word.id] = (form, word)
    return tuple(found.values())
