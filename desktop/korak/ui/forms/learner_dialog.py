# SPDX-License-Identifier: GPL-3.0-or-later
"""One learner's name, nickname, picture and language, to add or to change."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.tiles import next_picture
from korak.i18n import _
from korak.ui.forms.learners import LanguageBox
from korak.ui.forms.pictures import PictureDialog
from korak.ui.picture_words import picture_word
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, LineEdit
from korak.ui.widgets.focus import FocusRing
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller


class LearnerDialog(QDialog):
    """Says `saved(name, alias, picture, language)`; the page stores it, or says why not."""

    saved = Signal(str, str, str, str)

    def __init__(self, taken: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._taken = taken
        self._new = True
        self._picture_name = next_picture(taken)
        self._title = Label(role="heading")
        self._name_edit = LineEdit()
        self._name = Field(self._name_edit)
        self._alias_edit = LineEdit()
        self._alias = Field(self._alias_edit)
        self._picture = Picture(self._picture_name, 72)
        self._choose = Button(icon="image")
        self._choose.clicked.connect(self._choose_picture)
        self._language_box = LanguageBox()
        self._language = Field(self._language_box)
        self._save = Button(role="primary")
        self._save.setDefault(True)
        self._save.clicked.connect(self._say)
        self._cancel = Button()
        self._cancel.clicked.connect(self.reject)
        self._name_edit.textChanged.connect(self._look_at_name)
        self._ring = FocusRing(self)
        self._lay_out()
        self.retranslate()
        self._look_at_name()
        self._name_edit.setFocus()

    def fill(self, name: str, alias: str, picture: str, language: str) -> None:
        """Show what is known about somebody."""
        self._new = False
        self._name_edit.setText(name)
        self._alias_edit.setText(alias)
        self._set_picture(picture)
        self._language_box.choose(language)
        self.retranslate()

    def refuse(self, sentence: str) -> None:
        """Say why it could not be stored."""
        self._name.set_message(sentence, "attention")
        self._name_edit.setFocus()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        title = _("Add a learner") if self._new else _("Change a learner")
        self.setWindowTitle(title)
        self._title.setText(title)
        self._name.set_label(_("Name"))
        self._alias.set_label(_("Nickname on the tile"))
        self._alias.set_hint(_("If there is one, only the nickname is shown on the wall."))
        self._language.set_label(_("First language"))
        self._choose.setText(_("Choose a picture"))
        self._save.setText(_("Save"))
        self._cancel.setText(_("Cancel"))
        self._picture.set_description(picture_word(self._picture_name))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _choose_picture(self) -> None:
        dialog = PictureDialog([picture for picture in self._taken if picture != self._picture_name], self)
        dialog.picked.connect(self._set_picture)
        dialog.open()

    def _set_picture(self, picture: str) -> None:
        self._picture_name = picture
        self._picture.set_pictogram(picture)
        self._picture.set_description(picture_word(picture))

    def _look_at_name(self) -> None:
        self._save.setEnabled(bool(self._name_edit.text().strip()))
        self._name.set_message("")

    def _say(self) -> None:
        self.saved.emit(
            self._name_edit.text(), self._alias_edit.text(), self._picture_name, self._language_box.language
        )

    def _lay_out(self) -> None:
        picture = QHBoxLayout()
        picture.setSpacing(16)
        picture.addWidget(self._picture)
        picture.addWidget(self._choose)
        picture.addStretch()
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.setSpacing(16)
        inner.addWidget(self._title)
        inner.addWidget(self._name)
        inner.addWidget(self._alias)
        inner.addLayout(picture)
        inner.addWidget(self._language)
        inner.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(Scroller(content), 1)
        column.addLayout(foot)
        self.resize(560, 560)
