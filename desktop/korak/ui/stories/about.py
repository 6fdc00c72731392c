# SPDX-License-Identifier: GPL-3.0-or-later
"""The name below a story, its title, and one photo."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import N_, _
from korak.ui.frame import Frame
from korak.ui.stories.preview import PhotoView
from korak.ui.stories.said import Said
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.labels import Label
from korak.ui.widgets.letters import LetterKeys


class AboutView(QWidget):
    """Says `typed` with every letter, `photo_chosen(Path)`, and `photo_unwanted` when it is to go."""

    typed = Signal()
    photo_chosen = Signal(Path)
    photo_unwanted = Signal()

    def __init__(self, frame: Frame, name: str, title: str, photo_text: str) -> None:
        super().__init__()
        self._asked = Said(frame, N_("Which name should stand below your story?"), role="lead")
        self._photo_asked = Said(frame, N_("Would you like to add a photo?"), role="lead")
        self.name_edit, self.title_edit, self.photo_edit = LineEdit(), LineEdit(), LineEdit()
        for edit, text in ((self.name_edit, name), (self.title_edit, title), (self.photo_edit, photo_text)):
            edit.setText(text)
            edit.textEdited.connect(self.typed)
            edit.textChanged.connect(self.typed)
        self._name, self._title = Field(self.name_edit), Field(self.title_edit)
        self._photo_text = Field(self.photo_edit)
        self._keys = LetterKeys("čšž")
        self._photo = PhotoView(240)
        self._said = Label("", "attention")
        self._said.hide()
        self.choose, self.remove = Button(icon="image"), Button(icon="trash-2", role="quiet")
        self.choose.clicked.connect(self._ask_file)
        self.remove.clicked.connect(self.photo_unwanted)
        self._lay_out()
        self.retranslate()

    def show_photo(self, data: bytes | None) -> None:
        """Show the photo that is kept, or none."""
        self._photo.show_photo(data, self.photo_edit.text())
        self._photo_text.setVisible(data is not None)
        self.remove.setVisible(data is not None)
        self.choose.setText(_("Choose a photo") if data is None else _("Another photo"))

    def refuse(self, sentence: str) -> None:
        """Say why a file cannot be used; nothing: all is well."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._name.set_label(_("Name"))
        self._name.set_hint(_("Your first name or another name. Never your surname."))
        self._title.set_label(_("Title"))
        self._title.set_hint(_("A few words. You may leave it empty."))
        self._photo_text.set_label(_("What is to be seen in the photo?"))
        self._photo_text.set_hint(_("For people who do not see it."))
        self.remove.setText(_("Remove the photo"))
        self._keys.set_names([_("letter {letter}").format(letter=letter) for letter in "čšž"])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _ask_file(self) -> None:
        kinds = _("Pictures") + " (*.jpg *.jpeg *.png)"
        file, _kind = QFileDialog.getOpenFileName(self, _("Choose a photo"), "", kinds)
        if file:
            self.photo_chosen.emit(Path(file))

    def _lay_out(self) -> None:
        words, photo = Card("card"), Card("card")
        words.body.setSpacing(12)
        photo.body.setSpacing(12)
        for widget in (self._asked, self._name, self._title, self._keys):
            words.body.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        photo.body.addWidget(self._photo_asked)
        photo.body.addWidget(self._photo)
        photo.body.addWidget(self._said)
        photo.body.addLayout(buttons)
        photo.body.addWidget(self._photo_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(words)
        column.addWidget(photo)
        column.addStretch()
