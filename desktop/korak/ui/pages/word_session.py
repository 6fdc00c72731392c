# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten minutes with words: one exercise after the other, a pause whenever wanted, a glad end."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.content.exercise import Answer
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.services.house import House
from korak.services.words import SessionRun
from korak.ui.at_hand import at_hand, hears
from korak.ui.footing import Foot
from korak.ui.frame import Frame
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.pausing import Pause
from korak.ui.stations.exercise import ExerciseStation
from korak.ui.stations.summary import SummaryView
from korak.ui.stations.view import Footer, Offer, StationView
from korak.ui.widgets.progress import ProgressLine

_LONGEST = 120.0  # seconds that count for one answer: who was away longer was not practising


class WordSessionPage(Page):
    """Hosts the exercises of a session and stores every answer before its verdict is shown."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person = house.people.me(session)
        self._run: SessionRun = house.words.begin(session, at_hand(frame, house.pack), partial(hears, frame))
        self._view: StationView | None = None
        self._began = 0.0
        self._rested = 0.0
        self._paused = False
        self._finished = False
        self._line = ProgressLine()
        self._room = QStackedWidget()
        self._pause = Pause()
        self._pause.go_on.connect(partial(self._set_pause, False))
        self._pause.home.connect(frame.navigator.home)
        self._pause.sign_out.connect(frame.navigator.wall)
        self._foot = Foot()
        self._foot.back.connect(self.back)
        self._foot.main.connect(self._press_main)
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """What this is, the languages, and the pause."""
        codes = self.frame.second_languages(self._house.pack)
        button = (
            None if self._paused or self._finished else BarButton(_("Pause"), partial(self._set_pause, True))
        )
        return Bar(
            title=_("Words"),
            chips=(Chip(self._person.shown_name, self._person.picture),),
            button=button,
            second_languages=codes,
        )

    def main_widget(self) -> QWidget:
        """The main button, unless the exercise asks for the focus itself."""
        if self._paused:
            return self._pause.main
        inside = self._room.focusWidget()
        button = self._foot.main_button
        return inside if inside and not button.isEnabled() else button

    def help_texts(self) -> tuple[str, ...]:
        """How a session goes."""
        return (
            _("Practice lasts about ten minutes. Then it ends by itself."),
            _("Everything you do is saved at once."),
            _("Press F2 to see what a word means."),
            _("Esc makes a pause."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._pause.retranslate()
        self._foot.back_button.setText(_("Words"))
        self._show_line()
        self._show_footer()

    def shown(self) -> None:
        """Begin, or go on where it was broken off."""
        if self._view is None:
            self._show_exercise()

    def leave(self) -> None:
        """Let the exercise end; what was answered is stored already."""
        if self._view is not None:
            self._view.leave()

    def back(self) -> None:
        """To the words; the session waits until tomorrow morning."""
        if self._paused:
            self._set_pause(False)
        else:
            self.frame.navigator.words()

    def escape(self) -> None:
        """Esc makes a pause, and ends it."""
        if self._finished:
            self.frame.navigator.home()
        else:
            self._set_pause(not self._paused)

    # properties

    @property
    def run(self) -> SessionRun:
        """The session, where it stands."""
        return self._run

    @property
    def view(self) -> StationView | None:
        """The exercise in hand, or the summary."""
        return self._view

    # slots

    def _press_main(self) -> None:
        if self._view is not None:
            self._view.main_pressed()

    def _store(self, answer: Answer, help_used: int) -> Verdict:
        answered = self._house.words.answer(
            self._session, self._run, answer, help=help_used, seconds=self._seconds()
        )
        self._run = answered.run
        self._restart_watch()
        self._show_line()
        return answered.verdict

    def _onward(self) -> None:
        if self._finished:
            self.frame.navigator.home()
            return
        self._run = self._house.words.onward(self._session, self._run)
        self._show_exercise()

    def _finish(self) -> None:
        self._finished = True
        summary = self._house.words.finish(self._session, self._run)
        more = self._house.words.ready(self._session)
        self._show_view(SummaryView(self.frame, self._house.pack, summary, self._again if more else None))

    def _again(self) -> None:
        self._finished = False
        self._run = self._house.words.begin(
            self._session, at_hand(self.frame, self._house.pack), partial(hears, self.frame)
        )
        self._show_exercise()

    # how long it takes

    def _restart_watch(self) -> None:
        self._began = self.frame.clock.monotonic()
        self._rested = 0.0

    def _seconds(self) -> float:
        return min(max(0.0, self.frame.clock.monotonic() - self._began - self._rested), _LONGEST)

    # what is seen

    def _show_exercise(self) -> None:
        run = self._run
        if run.exercise is None:
            self._finish()
            return
        self._show_view(ExerciseStation(self.frame, self._house.pack, run.exercise, run.seed, self._store))

    def _show_view(self, view: StationView) -> None:
        before = self._view
        if before is not None:
            before.leave()
            self._room.removeWidget(before)
            before.deleteLater()
        self._view = view
        view.onward.connect(self._onward)
        view.footer_changed.connect(self._show_footer)
        self._room.addWidget(view)
        self._room.setCurrentWidget(view)
        self._restart_watch()
        self._show_line()
        self._show_footer()
        self._foot.main_button.setFocus(Qt.FocusReason.OtherFocusReason)
        view.start()
        self.bar_changed.emit()

    def _show_line(self) -> None:
        self._line.set_part(self._run.part, 1.0)
        self._line.set_summary(_("This is how far the ten minutes are."))
        self._line.setVisible(not self._finished and not self._paused)

    def _show_footer(self) -> None:
        footer = self._view.footer() if self._view is not None and not self._paused else None
        if footer is not None and not self._finished and self._run.asked:
            footer = Footer(
                footer.main,
                footer.ready,
                footer.onward,
                (*footer.offers, Offer(_("Finish for today"), self._finish)),
            )
        self._foot.show_footer(footer)
        self._foot.back_button.setVisible(not self._finished)

    def _set_pause(self, paused: bool) -> None:
        if self._view is None or paused == self._paused:
            return
        self._paused = paused
        self._view.pause(paused)
        now = self.frame.clock.monotonic()
        self._rested += -now if paused else now
        self.frame.voice.stop()
        self._room.setCurrentWidget(self._pause if paused else self._view)
        self._show_line()
        self._show_footer()
        self.bar_changed.emit()
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._room.addWidget(self._pause)
        line = QHBoxLayout()
        line.setContentsMargins(88, 4, 88, 0)
        line.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._room, 1)
        column.addWidget(self._foot)
