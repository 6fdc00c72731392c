# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson on the projector: over the whole screen, or on a second one beside the trainer's view."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from korak.centre.people import Group, Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.frame import Frame
from korak.ui.page import Bar, Page
from korak.ui.projector.ending import EndView, Giving
from korak.ui.projector.presenter import Presenter
from korak.ui.projector.projection import Projection
from korak.ui.projector.second_screen import WallWindow, other_screen
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
        self._window: WallWindow | None = None
        giving = Giving(house.classroom, session, lesson_id, self._group)
        ending = partial(EndView, frame, house.pack.id, self._lesson, giving)
        self._stock = stock = Stock(frame, house.pack, self._lesson, session, house.rehearsal, ending)
        self.projection = Projection(stock, self._languages())
        self.projection.bind(self)
        self.projection.left.connect(self.left)
        self.projection.under_way.connect(self._note_shown)
        self.projection.full_wanted.connect(self.toggle_full)
        self._presenter: Presenter | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_gone)
        self._room = QStackedWidget()
        self._room.addWidget(self.projection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._room)

    # what a page tells about itself

    def bar(self) -> Bar:
        """The whole window belongs to the lesson, unless it has a screen of its own."""
        return Bar(title=self._lesson.title, hidden=not self.is_apart)

    def main_widget(self) -> QWidget:
        """The button that leads on."""
        return self.projection.main if self._presenter is None else self._presenter.main

    def help_texts(self) -> tuple[str, ...]:
        """How to show a lesson."""
        return (
            _("The clicker's buttons lead on and back. Nothing else happens by accident."),
            _("Answers are hidden until you show them. Digits choose an answer for the group."),
            _("In the practice world use the mouse, or let the program show each step."),
            _("With a second screen the lesson fills it, and you see your notes here."),
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
        """Begin: on the second screen if there is one, else over all of this one."""
        self.projection.start()
        second = other_screen(self.window())
        if second is None:
            self.set_full(True)
        else:
            self.show_apart(second)

    def leave(self) -> None:
        """Give the screens back, and the language that was shown before."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.disconnect(self._screen_gone)
        if self.is_apart:
            self.show_here()
        self.projection.close_down()
        self.set_full(False)
        self.frame.preferences.choose_second(self._second_before)

    def back(self) -> None:
        """Alt+Left asks first, as Esc does."""
        self.projection.escape()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        if self._presenter is not None:
            self._presenter.retranslate()

    # methods

    @property
    def is_apart(self) -> bool:
        """Whether the wall has a window of its own."""
        return self._window is not None

    @property
    def presenter(self) -> Presenter | None:
        """The trainer's view, while the wall is on another screen."""
        return self._presenter

    def show_apart(self, screen: QScreen) -> None:
        """Put the wall on a screen of its own; here stands what only the trainer sees."""
        self.set_full(False)
        self.projection.set_quiet(True)
        self._window = WallWindow(self.projection, screen)
        self._window.closed.connect(self.show_here)
        self._presenter = Presenter(self.projection, self._stock)
        self._presenter.joined.connect(self.show_here)
        self._room.addWidget(self._presenter)
        self._room.setCurrentWidget(self._presenter)
        self._window.show()
        self._window.fill(True)
        self.projection.show()
        self._presenter.start()
        self.window().activateWindow()
        self.bar_changed.emit()
        self._presenter.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_here(self) -> None:
        """Bring the wall back into this window."""
        window, presenter = self._window, self._presenter
        if window is None or presenter is None:
            return
        self._window = self._presenter = None
        presenter.stop()
        window.release()
        self._room.addWidget(self.projection)
        self._room.setCurrentWidget(self.projection)
        self._room.removeWidget(presenter)
        presenter.deleteLater()
        self.projection.set_quiet(False)
        self.projection.show()
        self.bar_changed.emit()
        self.projection.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_full(self) -> None:
        """The whole screen, or the window as it was; on a screen of its own the wall stays as it is."""
        second = other_screen(self.window())
        if self.is_apart:
            return
        if second is not None and not self._filled:
            self.show_apart(second)
        else:
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

    def _screen_gone(self, screen: QScreen) -> None:
        """The projector was unplugged: nothing is lost, the wall is here again."""
        if self._window is not None and self._window.screen() in (screen, self.window().screen()):
            self.show_here()

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
