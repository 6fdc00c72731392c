# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson on the projector: over the whole screen, or on a second one beside the trainer's view."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from korak.centre.people import Group, Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.frame import Frame
from korak.ui.page import Bar, Page
from korak.ui.projector.ending import EndView, Giving
from korak.ui.projector.projection import Projection
from korak.ui.projector.slides import Stock


class ProjectorPage(Page):
    """Shows a lesson to a group; nothing that happens here is anybody's attempt."""

    left = Signal()

    def __init__(
        self, frame: Frame, house: House, session: Session, lesson_id: str, group_id: str | None
    ) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._lesson = house.pack.lessons[lesson_id]
        self._group = _group_of(house, session, group_id)
        self._second_before = frame.preferences.second_language
        self._filled = False
        giving = Giving(house.classroom, session, lesson_id, self._group)
        ending = partial(EndView, frame, house.pack.id, self._lesson, giving)
        stock = Stock(frame, house.pack, self._lesson, session, house.rehearsal, ending)
        self.projection = Projection(stock, self._languages())
        self.projection.bind(self)
        self.projection.left.connect(self.left)
        self.projection.under_way.connect(self._note_shown)
        self.projection.full_wanted.connect(self.toggle_full)
        self._room = QStackedWidget()
        self._room.addWidget(self.projection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._room)

    # what a page tells about itself

    def bar(self) -> Bar:
        """The whole window belongs to the lesson."""
        return Bar(title=self._lesson.title, hidden=True)

    def main_widget(self) -> QWidget:
        """The button that leads on."""
        return self.projection.main

    def help_texts(self) -> tuple[str, ...]:
        """How to show a lesson."""
        return (
            _("The clicker's buttons lead on and back. Nothing else happens by accident."),
            _("Answers are hidden until you show them. Digits choose an answer for the group."),
            _("In the practice world use the mouse, or let the program show each step."),
            _("This is nobody's result. The diary of the meeting keeps that the lesson was shown."),
        )

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """Every key of the presentation."""
        return (
            (_("Page Down · → · Space"), _("the next thing, or the answer")),
            (_("Page Up · ←"), _("one thing back; in the practice world: undo")),
            ("Ctrl + Page Down · Ctrl + Page Up", _("to the next part, to the part before")),
            ("Home", _("from the start")),
            (_("B · full stop"), _("black screen, and back")),
            ("N", _("notes for the trainer")),
            ("L", _("another language of the group")),
            ("S", _("read aloud")),
            ("1 – 9", _("choose an answer")),
            ("F5", _("full screen")),
            ("Esc", _("end the presentation (you are asked)")),
        )

    # what happens to a page

    def shown(self) -> None:
        """Take the whole screen and begin."""
        self.projection.start()
        self.set_full(True)

    def leave(self) -> None:
        """Give the screen back, and the language that was shown before."""
        self.projection.close_down()
        self.set_full(False)
        self.frame.preferences.choose_second(self._second_before)

    def back(self) -> None:
        """Alt+Left asks first, as Esc does."""
        self.projection.escape()

    # methods

    def toggle_full(self) -> None:
        """The whole screen, or the window as it was."""
        self.set_full(not self._filled)

    def set_full(self, full: bool) -> None:
        """Fill the screen; the window comes back as it was: maximised, or of its own size."""
        window = self.window()
        if full is self._filled or (full and window.isFullScreen()):
            return
        self._filled = full
        state = window.windowState()
        whole = Qt.WindowState.WindowFullScreen
        window.setWindowState(state | whole if full else state & ~whole)

    # internal

    def _note_shown(self) -> None:
        """Keep in the diary of the meeting that this group was shown this lesson."""
        if self._group is None:
            return
        told = _("On the projector: {lesson}").format(lesson=self._lesson.title)
        self._house.classroom.show_lesson(self._session, self._group.id, self._lesson.id, told)

    def _languages(self) -> tuple[str, ...]:
        """The languages of the group in which the lesson can be read, the most spoken first."""
        known = self.frame.second_languages(self._house.pack)
        if self._group is None:
            return known
        spoken = [one.language for one in self._house.people.learners(self._session, self._group.id)]
        return tuple(sorted({code for code in spoken if code in known}, key=partial(_rarity, spoken)))


def _group_of(house: House, session: Session, group_id: str | None) -> Group | None:
    groups = house.people.groups(session)
    chosen = next((group for group in groups if group.id == group_id), None)
    return chosen or (groups[0] if len(groups) == 1 else None)


def _rarity(spoken: list[str], code: str) -> tuple[int, str]:
    return -spoken.count(code), code
