# SPDX-License-Identifier: GPL-3.0-or-later
"""One guiding question with its picture, and a quiet place to write the answer."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.i18n import N_, _
from korak.ui.frame import Frame
from korak.ui.stories.said import Said
from korak.ui.theme.theme import set_role
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import TextArea
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.letters import LetterKeys
from korak.ui.widgets.picture import Picture

LETTERS = "čšž"
QUESTION_TEXTS: Mapping[str, str] = {
    "come_from": N_("Where do I come from?"),
    "learned": N_("What have I learned?"),
    "now": N_("What do I do by myself now?"),
}
PICTURES: Mapping[str, str] = {"come_from": "world-map", "learned": "graduation-cap", "now": "glowing-star"}
# Sentences can be begun with a press; they are Slovenian in every language.
STARTS: Mapping[str, Sequence[str]] = {
    "come_from": (N_("I come from"), N_("I have lived in Slovenia since"), N_("My work was")),
    "learned": (N_("Now I know how to"), N_("A new word for me:"), N_("The course was")),
    "now": (N_("Without help I"), N_("At home I"), N_("I would also like")),
}


class QuestionView(QWidget):
    """Says `typed` with every letter; the text is read with `text()`."""

    typed = Signal()

    def __init__(self, frame: Frame, question: str, text: str, language: str) -> None:
        super().__init__()
        self.question = question
        self._asked = Said(frame, QUESTION_TEXTS[question], role="title")
        self.editor = TextArea()
        set_role(self.editor, "story")
        self.editor.setMinimumHeight(200)
        self.editor.setPlainText(text)
        self.editor.textChanged.connect(self.typed)
        self._keys = LetterKeys(LETTERS)
        self._keys.set_target(self.editor)
        self._undo = Button(icon="undo-2")
        self._undo.clicked.connect(self.editor.undo)
        self._undo.setEnabled(False)
        self.editor.undoAvailable.connect(self._undo.setEnabled)
        self._starts = QWidget()
        self._start_buttons = [Button("", "quiet") for _start in STARTS[question]]
        for button, start in zip(self._start_buttons, STARTS[question], strict=True):
            button.clicked.connect(partial(self._begin, start))
        self._lay_out()
        self.set_language(language)
        self.retranslate()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def text(self) -> str:
        """What was written, as it was typed."""
        return self.editor.toPlainText()

    def set_language(self, language: str) -> None:
        """Write in this language: its direction, and beginnings of sentences for Slovenian alone."""
        rtl = i18n.is_rtl(language)
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.editor.setLayoutDirection(way)
        option = self.editor.document().defaultTextOption()
        option.setTextDirection(way)
        self.editor.document().setDefaultTextOption(option)
        self._starts.setVisible(language == i18n.CONTENT_LANGUAGE)

    def retranslate(self) -> None:
        """Name the place and the keys."""
        self.editor.setAccessibleName(self._asked.text())
        self.editor.setPlaceholderText(_("Write here"))
        self._keys.set_names([_("letter {letter}").format(letter=letter) for letter in LETTERS])
        self._undo.setText(_("Undo"))
        for button, start in zip(self._start_buttons, STARTS[self.question], strict=True):
            button.setText(f"{i18n.gettext_in(i18n.CONTENT_LANGUAGE, start)} …")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _begin(self, start: str) -> None:
        cursor = self.editor.textCursor()
        before = self.editor.toPlainText()[: cursor.position()]
        gap = "" if not before or before.endswith((" ", "\n")) else " "
        self.editor.insertPlainText(f"{gap}{i18n.gettext_in(i18n.CONTENT_LANGUAGE, start)} ")
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        card = Card("card")
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(Picture(PICTURES[self.question], 84), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._asked, 1, Qt.AlignmentFlag.AlignVCenter)
        card.body.setSpacing(14)
        card.body.addLayout(head)
        starts = FlowLayout(8)
        starts.setContentsMargins(0, 0, 0, 0)
        self._starts.setLayout(starts)
        for button in self._start_buttons:
            starts.addWidget(button)
        card.body.addWidget(self._starts)
        card.body.addWidget(self.editor, 1)
        under = QHBoxLayout()
        under.addWidget(self._keys, 1)
        under.addWidget(self._undo)
        card.body.addLayout(under)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
