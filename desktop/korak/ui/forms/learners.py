# SPDX-License-Identifier: GPL-3.0-or-later
"""Learners as quick rows: a name, a picture, a language; Enter goes on to the next row."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import NewLearner
from korak.centre.tiles import next_picture
from korak.i18n import _
from korak.ui.forms.pictures import PictureDialog
from korak.ui.picture_words import picture_word
from korak.ui.widgets.buttons import PillButton
from korak.ui.widgets.fields import LineEdit

LEARNER_LANGUAGES = ("sq", "bs", "sr", "mk", "uk", "ru", "ar", "fa", "tr", "hr", "en", "sl")


class LanguageBox(QComboBox):
    """The languages learners speak, each in its own name."""

    def __init__(self, language: str = LEARNER_LANGUAGES[0]) -> None:
        super().__init__()
        for code in LEARNER_LANGUAGES:
            self.addItem(i18n.own_name(code), code)
        self.choose(language)

    @property
    def language(self) -> str:
        """The chosen language."""
        return str(self.currentData())

    def choose(self, language: str) -> None:
        """Choose a language."""
        self.setCurrentIndex(max(self.findData(language), 0))


class LearnerRow(QWidget):
    """One learner to be."""

    typed = Signal()
    entered = Signal()
    picture_wanted = Signal()

    def __init__(self, picture: str, language: str) -> None:
        super().__init__()
        self._picture = picture
        self.name = LineEdit()
        self.name.textChanged.connect(self.typed)
        self.name.returnPressed.connect(self.entered)
        self._button = PillButton(pictogram=picture)
        self._button.clicked.connect(self.picture_wanted)
        self.language = LanguageBox(language)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._button)
        row.addWidget(self.name, 3)
        row.addWidget(self.language, 2)
        self.setFocusProxy(self.name)

    @property
    def picture(self) -> str:
        """The chosen picture."""
        return self._picture

    def set_picture(self, picture: str) -> None:
        """Choose another picture."""
        self._picture = picture
        self._button.set_pictogram(picture)
        self._name_picture()

    def name_row(self, number: int) -> None:
        """Name the row's fields in the current language."""
        self.name.setAccessibleName(_("Name of learner {n}").format(n=number))
        self.name.setPlaceholderText(_("Name or nickname"))
        self.language.setAccessibleName(_("Language of learner {n}").format(n=number))
        self._name_picture()

    def _name_picture(self) -> None:
        self._button.setAccessibleName(_("Picture: {word}").format(word=picture_word(self._picture)))
        self._button.setToolTip(_("Choose a picture"))


class LearnerRows(QWidget):
    """As many rows as wanted; a new empty one comes when the last one is begun."""

    changed = Signal()

    def __init__(self, first_language: str = LEARNER_LANGUAGES[0]) -> None:
        super().__init__()
        self._language = first_language
        self._rows: list[LearnerRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._add()

    @property
    def learners(self) -> tuple[NewLearner, ...]:
        """Every row that has a name."""
        named = (row for row in self._rows if row.name.text().strip())
        return tuple(
            NewLearner(row.name.text().strip(), picture=row.picture, language=row.language.language)
            for row in named
        )

    def rows(self) -> tuple[LearnerRow, ...]:
        """The rows, the last one empty."""
        return tuple(self._rows)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for number, row in enumerate(self._rows, start=1):
            row.name_row(number)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _add(self) -> None:
        language = self._rows[-1].language.language if self._rows else self._language
        row = LearnerRow(next_picture({row.picture for row in self._rows}), language)
        row.typed.connect(partial(self._typed, row))
        row.entered.connect(partial(self._entered, row))
        row.picture_wanted.connect(partial(self._choose_picture, row))
        self._rows.append(row)
        self._column.addWidget(row)
        if len(self._rows) == 1:
            self.setFocusProxy(row.name)
        row.name_row(len(self._rows))

    def _typed(self, row: LearnerRow) -> None:
        if row is self._rows[-1] and row.name.text().strip():
            self._add()
        self.changed.emit()

    def _entered(self, row: LearnerRow) -> None:
        place = self._rows.index(row)
        if place + 1 < len(self._rows):
            self._rows[place + 1].name.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_picture(self, row: LearnerRow) -> None:
        taken = {other.picture for other in self._rows if other is not row and other.name.text().strip()}
        dialog = PictureDialog(taken, self)
        dialog.picked.connect(row.set_picture)
        dialog.open()
