# SPDX-License-Identifier: GPL-3.0-or-later
"""A correction of the language, beside what the learner wrote; the learner decides which is shown."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Session
from korak.centre.stories import QUESTIONS, Story, Texts
from korak.i18n import _
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.stories.question import QUESTION_TEXTS
from korak.ui.widgets.fields import Field, LineEdit, TextArea
from korak.ui.widgets.labels import Label


class CorrectionDialog(Form):
    """Left what was written, right what is suggested; `saved` comes after it is kept."""

    saved = Signal()

    def __init__(self, house: House, session: Session, story: Story, parent: QWidget) -> None:
        note = _("Correct spelling, leave the voice. The author's own text stays as it is.")
        super().__init__(_("Suggest a correction"), note, parent, (980, 680))
        self._house = house
        self._session = session
        self._story = story
        suggested = story.corrected or story.own
        self._title = LineEdit()
        self._title.setText(suggested.title)
        self._answers = {question: TextArea() for question in QUESTIONS}
        self._pair(_("Title"), story.own.title, self._title)
        for question, edit in self._answers.items():
            edit.setPlainText(getattr(suggested, question))
            edit.setMinimumHeight(120)
            self._pair(_(QUESTION_TEXTS[question]), getattr(story.own, question), edit)
        self.body.addStretch()
        if story.corrected is not None:
            self.button(_("Take the suggestion away"), partial(self._keep, None), "quiet")
        self.button(_("Cancel"), self.reject)
        self.button(_("Save the suggestion"), self._save, "primary")
        self._answers[QUESTIONS[0]].setFocus()

    def _pair(self, name: str, written: str, edit: LineEdit | TextArea) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(name, "note"))
        column.addWidget(Label(written or "–"))
        column.addStretch()
        field = Field(edit)
        field.set_label(_("{name}: suggestion").format(name=name))
        way = Qt.LayoutDirection.RightToLeft if i18n.is_rtl(self._story.language) else None
        edit.setLayoutDirection(way or Qt.LayoutDirection.LeftToRight)
        row = Fold(640)
        row.row.setSpacing(20)
        row.row.addWidget(left, 1)
        row.row.addWidget(field, 1)
        self.body.addWidget(row)

    def _save(self) -> None:
        answers = {question: edit.toPlainText() for question, edit in self._answers.items()}
        self._keep(Texts(title=self._title.text(), **answers))

    def _keep(self, texts: Texts | None) -> None:
        keep = partial(self._house.stories.suggest, self._session, self._story.id, texts)
        if self.try_to(keep) is not None:
            self.accept()
            self.saved.emit()
