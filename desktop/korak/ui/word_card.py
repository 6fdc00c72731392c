# SPDX-License-Identifier: GPL-3.0-or-later
"""One word, as it is met everywhere: picture, sound, the own language, an example."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.words import Word
from korak.i18n import _
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture


class WordLines(QWidget):
    """A word with its loudspeaker, what it means, and a sentence it is used in."""

    def __init__(self, frame: Frame, pack: str, *, role: str = "sentence") -> None:
        super().__init__()
        self._frame = frame
        self._pack = pack
        self._word: Word | None = None
        self._speak = Speaks(frame.voice, self)
        self._lemma = Label(role=role)
        self._forms = Label(role="soft")
        self._gloss = OwnWords(frame)
        self._example_speak = Speaks(frame.voice, self)
        self._example = Label()
        self._example_gloss = OwnWords(frame)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._speak)
        head.addWidget(self._lemma, 1)
        example = QHBoxLayout()
        example.setSpacing(16)
        example.addWidget(self._example_speak)
        example.addWidget(self._example, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._forms)
        column.addWidget(self._gloss)
        column.addSpacing(8)
        column.addLayout(example)
        column.addWidget(self._example_gloss)

    @property
    def word(self) -> Word | None:
        """The word shown now."""
        return self._word

    def show_word(self, word: Word) -> None:
        """Show a word."""
        self._word = word
        self.retranslate()

    def speak(self) -> None:
        """Read the word aloud."""
        self._speak.speak()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        word = self._word
        if word is None:
            return
        self._lemma.setText(word.lemma)
        self._speak.set_speech(word.lemma)
        self._speak.set_name(_("Listen: {text}").format(text=word.lemma))
        forms = self._shown_forms(word)
        self._forms.setText(forms)
        self._forms.setVisible(bool(forms))
        language = self._frame.below() or ""
        gloss = self._frame.second(self._pack, word.lemma)
        self._gloss.set_text(gloss, language)
        self._example.setText(word.example)
        self._example.setVisible(bool(word.example))
        self._example_speak.set_speech(word.example)
        self._example_speak.set_name(_("Listen: {text}").format(text=word.example))
        self._example_gloss.set_text(self._frame.second(self._pack, word.example), language)

    def _shown_forms(self, word: Word) -> str:
        parts: list[str] = []
        if word.button:
            parts.append(_("On the button: {word}").format(word=word.button))
        if word.vi:
            parts.append(_("Politely: {word}").format(word=word.vi))
        return " · ".join(parts)


class WordCard(QWidget):
    """A small picture and the lines of a word, for where a word is looked up in passing."""

    def __init__(self, frame: Frame, pack: str) -> None:
        super().__init__()
        self._picture = Picture("", 72)
        self.lines = WordLines(frame, pack, role="title")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._picture)
        row.addWidget(self.lines, 1)

    def show_word(self, word: Word) -> None:
        """Show a word."""
        self._picture.set_pictogram(word.pictogram)
        self._picture.setVisible(bool(word.pictogram))
        self.lines.show_word(word)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.lines.retranslate()
