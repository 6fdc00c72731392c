# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of a meeting: what was done, how it was found, what comes next; then the list is locked."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.classroom import Pulse
from korak.centre.meetings import Meeting
from korak.centre.people import Session
from korak.i18n import _, content_or_source
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.meeting_words import advice_text, when_text
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Field, Number, TextArea
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

FACES = {
    Pulse.USEFUL: "slightly-smiling-face",
    Pulse.HARD: "worried-face",
    Pulse.EASY: "sleeping-face",
}


def face_text(face: Pulse) -> str:
    """What a face says."""
    return {
        Pulse.USEFUL: _("It was useful"),
        Pulse.HARD: _("It was too hard"),
        Pulse.EASY: _("It was too easy"),
    }[face]


class EndDialog(Form):
    """Ends the meeting when it is agreed to; `ended` comes after."""

    ended = Signal()

    def __init__(self, house: House, session: Session, meeting: Meeting, parent: QWidget) -> None:
        super().__init__(_("End of the meeting"), when_text(meeting), parent, (760, 680))
        self._house = house
        self._session = session
        self._meeting = meeting
        self._topics: dict[str, Button] = {}
        self._done = TextArea()
        self._done_field = Field(self._done)
        self._faces = {face: Number(0, 99) for face in Pulse}
        self._advice = Label(role="soft")
        self._lay_out()
        self.button(_("Cancel"), self.reject)
        self.button(_("End and lock"), self._end, "primary")
        self._look_ahead()
        self._done.setFocus()

    # slots

    def _end(self) -> None:
        classroom, meeting = self._house.classroom, self._meeting
        counted = {face: number.value() for face, number in self._faces.items()}
        topics = [name for name, tick in self._topics.items() if tick.isChecked()]
        self.try_to(partial(classroom.count_pulse, self._session, meeting.id, counted))
        end = partial(classroom.end, self._session, meeting.id, self._done.toPlainText(), topics)
        if self.try_to(end) is not None:
            self.accept()
            self.ended.emit()

    # internal

    def _look_ahead(self) -> None:
        found = self._house.classroom.next_time(self._session, self._meeting.id)
        titles = " · ".join(self._title(topic) for topic in found.topics)
        parts = [advice_text(found.advice)]
        if found.worked:
            told = _("{n} of {all} finished the lesson.").format(n=found.finished, all=found.worked)
            parts.insert(0, told)
        self._advice.setText(" ".join(parts) + (f"\n{titles}" if titles else ""))

    def _title(self, topic: str) -> str:
        return content_or_source(self._house.pack.id, self._house.calendar.title(topic))

    def _worked_on(self) -> str:
        lessons = self._house.classroom.done_today(self._session, self._meeting)
        lines = [
            _("{lesson}: {n} of {all} finished").format(
                lesson=content_or_source(self._house.pack.id, lesson.title), n=finished, all=worked
            )
            for lesson, finished, worked in lessons[:4]
        ]
        return "\n".join(lines) or _("Nobody worked on a lesson on this computer.")

    def _lay_out(self) -> None:
        self.body.addWidget(Label(_("What was done"), "lead"))
        plan = [line.topic for line in self._house.calendar.plan(self._session, self._meeting.group)]
        for topic in dict.fromkeys((*self._meeting.topics, *_near(plan, self._meeting.topics))):
            tick = Button(self._title(topic), "tick")
            set_property(tick, "density", "dense")
            tick.setChecked(topic in self._meeting.topics)
            self._topics[topic] = tick
            self.body.addWidget(tick)
        self.body.addWidget(Label(self._worked_on(), "soft"))
        self._done.setPlainText(self._meeting.done)
        self._done.setTabChangesFocus(True)
        self._done.setMaximumHeight(110)
        self._done_field.set_label(_("In a few words, for the diary"))
        self.body.addWidget(self._done_field)
        self.body.addWidget(Label(_("How was it?"), "lead"))
        told = self._house.classroom.pulse(self._session, self._meeting.id)
        self.body.addWidget(Label(_("Count the raised hands. Nobody's name is kept."), "soft"))
        faces = Fold(520)
        faces.row.setSpacing(24)
        for face, number in self._faces.items():
            column = QVBoxLayout()
            column.addWidget(Picture(FACES[face], 48))
            field = Field(number)
            field.set_label(face_text(face))
            on_computers = told.of(face)
            if on_computers:
                field.set_message(_("and {n} on the computers").format(n=on_computers))
            column.addWidget(field)
            faces.row.addLayout(column, 1)
        self.body.addWidget(faces)
        self.body.addWidget(Label(_("Next time"), "lead"))
        self.body.addWidget(self._advice)
        locked = _("After the end the attendance is locked. A correction then needs a reason.")
        self.body.addWidget(Label(locked, "note"))
        self.body.addStretch()


def _near(plan: list[str], topics: tuple[str, ...]) -> list[str]:
    """The topic before and the two after those of a meeting: what else could have been done."""
    places = [plan.index(topic) for topic in topics if topic in plan]
    if not places:
        return plan[:2]
    return plan[max(min(places) - 1, 0) : max(places) + 3]
