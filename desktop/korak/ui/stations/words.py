# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a lesson, one at a time: what the buttons will say."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from korak.content.pack import Pack
from korak.content.words import Word
from korak.i18n import _
from korak.ui.announce import announce
from korak.ui.folding import Fold, fit_strip
from korak.ui.frame import Frame
from korak.ui.stations.view import Footer, StationView
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import PicturePanel
from korak.ui.widgets.progress import ProgressLine
from korak.ui.widgets.scroll import Scroller
from korak.ui.word_card import WordLines

_WITHOUT_PICTURE = "speech-balloon"


class WordsView(StationView):
    """A words step on the screen; the main button goes from word to word, then on."""

    def __init__(self, frame: Frame, pack: Pack, words: Sequence[Word]) -> None:
        super().__init__(frame)
        self._words = tuple(words)
        self._place = 0
        self._panel = PicturePanel("sky")
        self._count = Label(role="soft")
        self._line = ProgressLine()
        self._word = WordLines(frame, pack.id)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self._line)
        column.addSpacing(16)
        column.addWidget(self._word)
        column.addStretch()
        content = self._content = Fold(900)
        content.row.setContentsMargins(88, 24, 88, 16)
        content.row.setSpacing(48)
        content.row.addWidget(self._panel, 4)
        content.row.addLayout(column, 5)
        content.folded.connect(self._panel_folded)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self.retranslate()

    @property
    def at_end(self) -> bool:
        """Whether the last word is shown."""
        return self._place >= len(self._words) - 1

    def footer(self) -> Footer:
        """One button: the next word, or on."""
        return Footer(_("I know the words, next") if self.at_end else _("Next word"))

    def main_pressed(self) -> None:
        """Show the next word; after the last one this stop is passed."""
        if not self.onward_inside():
            self.passed.emit("null", "")

    def onward_inside(self) -> bool:
        """Show the next word."""
        if self.at_end:
            return False
        self._go(self._place + 1)
        return True

    def back_inside(self) -> bool:
        """Show the word before."""
        if self._place == 0:
            return False
        self._go(self._place - 1)
        return True

    def start(self) -> None:
        """Tell which word is shown."""
        self.came_to.emit(self._place, len(self._words))

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture its share."""
        super().resizeEvent(event)
        fit_strip(self._panel, self._content, self)

    def _panel_folded(self, _folded: bool) -> None:
        fit_strip(self._panel, self._content, self)

    def _go(self, place: int) -> None:
        self._place = place
        self._show()
        self.footer_changed.emit()
        announce(self._word, self._words[place].lemma)
        self.came_to.emit(place, len(self._words))

    def _show(self) -> None:
        if not self._words:
            return
        word = self._words[self._place]
        told = _("Word {n} of {all}").format(n=self._place + 1, all=len(self._words))
        self._count.setText(told)
        self._line.set_part(self._place + 1, len(self._words))
        self._line.set_summary(told)
        self._panel.set_pictogram(word.pictogram or _WITHOUT_PICTURE)
        self._word.show_word(word)
