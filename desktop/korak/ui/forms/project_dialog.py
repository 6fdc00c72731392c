# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lesson goes on the projector: those of the meeting first, any other below."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from korak.content.pack import Pack
from korak.i18n import _, content_or_source
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.labels import Label


class ProjectDialog(Form):
    """One press on a lesson of the plan is enough; `picked` brings its id."""

    picked = Signal(str)

    def __init__(self, pack: Pack, topics: Sequence[str], parent: QWidget) -> None:
        note = _("Large, step by step, with a clicker or the keyboard. Nothing is stored about anybody.")
        super().__init__(_("On the projector"), note, parent, (680, 520))
        self._pack = pack
        planned = [name for topic in topics if topic in pack.plan for name in pack.plan[topic].lessons]
        self._topics = tuple(topics)
        self._planned = [name for name in dict.fromkeys(planned) if name in pack.lessons]
        self._other = Choice()
        self._other_field = Field(self._other)
        self._lay_out()
        self.button(_("Cancel"), self.reject)

    # internal

    def _pick(self, lesson_id: str) -> None:
        self.accept()
        self.picked.emit(lesson_id)

    def _pick_other(self) -> None:
        self._pick(str(self._other.currentData()))

    def _title(self, lesson_id: str) -> str:
        return content_or_source(self._pack.id, self._pack.lessons[lesson_id].title)

    def _lay_out(self) -> None:
        if self._topics:
            self.body.addWidget(Label(_("By the plan of this meeting"), "lead"))
        if self._topics and not self._planned:
            self.body.addWidget(Label(_("The topics of this meeting have no lesson yet."), "soft"))
        first: QWidget = self._other
        for name in reversed(self._planned):
            button = Button(self._title(name), "secondary")
            button.set_pictogram(self._pack.lessons[name].pictogram)
            button.clicked.connect(partial(self._pick, name))
            self.body.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignLeading)
            first = button
        if self._planned:
            self.body.addWidget(Label(_("Any other lesson"), "lead"))
        for module in self._pack.course:
            for name in module.lessons:
                self._other.addItem(self._title(name), name)
        self._other_field.set_label(_("Lesson"))
        show = Button(_("Show it"), icon="projector")
        show.clicked.connect(self._pick_other)
        room = Fold(520)
        room.row.setSpacing(12)
        room.row.addWidget(self._other_field, 1)
        room.row.addWidget(show, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(room)
        self.body.addStretch()
        first.setFocus()
