# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson from its first stop to its last: stage bar, the stop itself, one main button, a pause."""

from functools import partial
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from korak.centre.pairs import Pair
from korak.centre.people import Role, Session
from korak.content.exercise import ExercisePart
from korak.content.kinds import Exercise
from korak.content.lesson import HandsStep, MyStep, Read, Station, TaskStep, WordsStep
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.learning.attempt import Help
from korak.learning.hands import Drill
from korak.services.house import House
from korak.services.judging import Answer
from korak.services.lessons import LessonRun
from korak.ui.announce import announce
from korak.ui.company import Company
from korak.ui.forms.part_dialog import PartDialog
from korak.ui.frame import Frame
from korak.ui.lesson_opinion import LessonOpinion
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.pausing import Pause
from korak.ui.practice.station import TaskStation
from korak.ui.stage_words import stage_name, step_of
from korak.ui.stations.exercise import ExerciseStation
from korak.ui.stations.finish import FinishView
from korak.ui.stations.hands import HandsView
from korak.ui.stations.my_step import MyStepView
from korak.ui.stations.read import ReadView
from korak.ui.stations.task import TaskView
from korak.ui.stations.view import StationView
from korak.ui.stations.words import WordsView
from korak.ui.tab_order import put_behind
from korak.ui.widgets.buttons import Button, RoundButton
from korak.ui.widgets.labels import Label
from korak.ui.widgets.progress import StageBar


class LessonPage(Page):
    """Hosts the stops of one lesson, keeps the place, and stores every answer before its verdict is shown."""

    def __init__(
        self, frame: Frame, house: House, session: Session, lesson_id: str, pair: Pair | None = None
    ) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self.company = Company(frame, house, session, pair)
        self.company.parting.connect(self._ask_who_finishes)
        self._lessons = house.lessons if pair is None else house.pairs.lessons(pair)
        self._run: LessonRun = self._lessons.open(session, lesson_id)
        self._lesson = self._run.lesson
        self.stations = self._run.stations
        self.place = self._run.station_index
        self._view: StationView | None = None
        self._finished = False
        self._paused = False
        self._began = 0.0
        self._rested = 0.0
        self._stages = StageBar()
        self._room = QStackedWidget()
        self._pause = Pause()
        self._pause.go_on.connect(partial(self.set_pause, False))
        self._pause.home.connect(frame.navigator.home)
        self._pause.sign_out.connect(frame.navigator.wall)
        self._hand = RoundButton("hand")
        self._hand.setCheckable(True)
        self._hand.clicked.connect(self._raise_hand)
        self._told = Label(role="note")
        self._told.hide()
        helped = QShortcut(QKeySequence(Qt.Key.Key_F9), self)
        helped.activated.connect(self._mark_help)
        self._human_help = Help.NONE
        self._foot = QWidget()
        self._back = Button(role="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back)
        self._offers = QHBoxLayout()
        self._offers.setSpacing(16)
        self._main = Button(role="main", trailing="arrow-right")
        self._main.clicked.connect(self._press_main)
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """The lesson's title, the stage, the languages, and the pause."""
        stage = "" if self._finished else stage_name(self.stations[self.place].stage)
        codes = self.frame.second_languages(self._house.pack)
        return Bar(
            title=self._lesson.title,
            chips=(Chip(stage),) if stage else (),
            button=None
            if self._paused or self._finished
            else BarButton(_("Pause"), partial(self.set_pause, True)),
            second_languages=codes,
        )

    def main_widget(self) -> QWidget:
        """The main button, unless the stop asks for the focus itself."""
        if self._paused:
            return self._pause.main
        inside = self._room.focusWidget()
        return inside if inside and not self._main.isEnabled() else self._main

    def help_texts(self) -> tuple[str, ...]:
        """How a lesson goes."""
        return (
            _("The green button leads on. “Back” leads back."),
            _("Words with dots can be touched: they are explained."),
            _("Press F2 to see what a word means."),
            _("Everything you do is saved at once."),
            _("Esc makes a pause."),
        )

    def help_keys(self) -> tuple[tuple[str, str], ...]:
        """The key for whoever helps in the room."""
        return (("F9", _("note that somebody in the room helped")),)

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._back.setText(_("Back"))
        self._show_hand()
        self.company.retranslate()
        self._pause.retranslate()
        self._stages.set_stages([stage_name(stage) for stage in self._lesson.stages()])
        self._show_place()
        self._show_footer()

    def shown(self) -> None:
        """Go on where the learner stopped."""
        if self._session.role is Role.LEARNER:
            self._hand.setChecked(self._house.classroom.asks_help(self._session))
        if self._run.station_index >= len(self.stations):
            self.finish()
        else:
            self.go_to(self.place, store=False)

    def leave(self) -> None:
        """Let the stop store what is unfinished."""
        if self._view is not None:
            self._view.leave()

    def back(self) -> None:
        """To the stop before; from the first one home."""
        if self._paused:
            self.set_pause(False)
        elif self._view is not None and self._view.back_inside():
            return
        elif self.place == 0:
            self.frame.navigator.home()
        else:
            self.go_to(self.place - 1 if not self._finished else self.place)

    def escape(self) -> None:
        """Esc makes a pause, and ends it."""
        if self._finished:
            self.frame.navigator.home()
        else:
            self.set_pause(not self._paused)

    # slots

    def _ask_who_finishes(self) -> None:
        dialog = PartDialog(self.company.seats, self)
        dialog.finishes.connect(partial(self.frame.navigator.part, lesson_id=self._lesson.id))
        dialog.open()

    def _press_main(self) -> None:
        if self._view is not None:
            self._view.main_pressed()

    def _passed(self, answer: str, simple: str) -> None:
        key = self.stations[self.place].key
        self._lessons.passed(
            self.company.session,
            self._lesson.id,
            key,
            seconds=self._seconds(),
            answer=answer,
            simple_answer=simple,
        )
        if self.company.passes_on():
            self._show_view(self._view_of(self.stations[self.place]))
        else:
            self._go_on()

    def _store(self, answer: Answer, help_used: int) -> Verdict:
        key = self.stations[self.place].key
        used = max(help_used, int(self._human_help))
        answered = self._lessons.answer(
            self.company.session, self._lesson.id, key, answer, help=used, seconds=self._seconds()
        )
        self._restart_watch()
        return answered.verdict

    def _go_on(self) -> None:
        if self._finished:
            self._to_what_is_left()
        elif self.place + 1 < len(self.stations):
            self.go_to(self.place + 1)
        else:
            self.finish()

    # help from people in the room

    def _raise_hand(self) -> None:
        """Ask for help, or say that none is needed any more."""
        classroom, key = self._house.classroom, self.stations[self.place].key
        if self._hand.isChecked():
            for session in self.company.sessions:
                classroom.ask_help(session, self._lesson.id, key)
            self._say(_("Your hand is up. Your trainer will come."))
        else:
            for session in self.company.sessions:
                classroom.helped(session, self._lesson.id, key)
            self._say("")
        self._show_hand()

    def _mark_help(self) -> None:
        """Keep that somebody in the room helped here (F9); it counts as help for what is answered here."""
        if self._session.role is not Role.LEARNER or self._finished or self._paused:
            return
        key = self.stations[self.place].key
        for session in self.company.sessions:
            self._house.classroom.helped(session, self._lesson.id, key)
        self._human_help = Help.SHOWN
        self._hand.setChecked(False)
        self._show_hand()
        self._say(_("Noted: with help from the room."))

    def _say(self, text: str) -> None:
        self._told.setText(text)
        self._told.setVisible(bool(text))
        if text:
            announce(self._told, text)

    def _show_hand(self) -> None:
        self._hand.setVisible(self._session.role is Role.LEARNER and not self._finished and not self._paused)
        self._hand.set_name(_("Lower my hand") if self._hand.isChecked() else _("Ask for help"))
        self._hand.update()

    # how long it takes

    def _restart_watch(self) -> None:
        self._began = self.frame.clock.monotonic()
        self._rested = 0.0

    def _seconds(self) -> float:
        return max(0.0, self.frame.clock.monotonic() - self._began - self._rested)

    # where one is

    def go_to(self, place: int, *, store: bool = True) -> None:
        """Go to a stop, and remember that one is there."""
        self._finished = False
        self.place = place
        station = self.stations[place]
        if store:
            self._lessons.go_to(self._session, self._lesson.id, station.key)
        self.company.come_to(self.stations, place)
        self._show_view(self._view_of(station))

    def finish(self) -> None:
        """Show how the lesson went."""
        self._finished = True
        self.place = len(self.stations) - 1
        progress = self._lessons.progress(self._session, self._lesson.id)
        self.company.rest()
        opinion = None
        if not self.company.names and progress.done:
            opinion = LessonOpinion(self._house.proposals, self._session, self._lesson.id)
        view = FinishView(self.frame, self._house.pack, progress, self.company.names, opinion)
        self._show_view(view)

    def _to_what_is_left(self) -> None:
        current = self._lessons.progress(self._session, self._lesson.id).current
        keys = [station.key for station in self.stations]
        if current is None:
            self.frame.navigator.home()
        else:
            self.go_to(keys.index(current.key))

    def _show_view(self, view: StationView) -> None:
        before = self._view
        self._human_help = Help.NONE
        self._say("")
        self._show_hand()
        if before is not None:
            before.leave()
            self._room.removeWidget(before)
            before.deleteLater()
        self._view = view
        view.passed.connect(self._passed)
        view.onward.connect(self._go_on)
        view.footer_changed.connect(self._show_footer)
        view.came_to.connect(self.company.step_to)
        self._room.addWidget(view)
        self._room.setCurrentWidget(view)
        self._restart_watch()
        self._show_place()
        self._show_footer()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)
        view.start()
        self.bar_changed.emit()

    def _view_of(self, station: Station) -> StationView:
        pack, frame = self._house.pack, self.frame
        match station.step:
            case Read():
                return ReadView(frame, pack, station.step)
            case WordsStep():
                words = self._lesson.words_of(station.step)
                return WordsView(frame, pack, [pack.words[word] for word in words])
            case TaskStep():
                return self._task_view(station)
            case HandsStep():
                return HandsView(frame, station.step.hands, self._name(), self._keep_hand)
            case MyStep():
                return MyStepView(frame, pack.id, station.step)
            case ExercisePart():
                return self._exercise_view(station.step)
            case _:
                assert_never(station.step)

    def _name(self) -> str:
        return self._house.people.me(self.company.session).shown_name

    def _keep_hand(self, drill: Drill, seconds: float) -> None:
        self._house.hands.passed(self.company.session, drill, seconds)

    def _task_view(self, station: Station) -> StationView:
        lessons = self._lessons
        run = lessons.begin_task(self._session, self._lesson.id, station.key)
        practice = TaskStation(self.frame, self._house.pack, lessons, self._session, run)
        return TaskView(self.frame, practice)

    def _exercise_view(self, step: Exercise) -> StationView:
        return ExerciseStation(
            self.frame, self._house.pack, step, self.company.session.person_id, self._store
        )

    # what is seen around the stop

    def _show_place(self) -> None:
        stages = self._lesson.stages()
        if self._finished:
            self._stages.set_current(len(stages))
            self._stages.set_summary(_("All steps are done."))
            return
        stage = self.stations[self.place].stage
        self._stages.set_current(stages.index(stage))
        self._stages.set_summary(f"{step_of(self._lesson, stage)}: {stage_name(stage)}")

    def _show_footer(self) -> None:
        footer = self._view.footer() if self._view is not None else None
        self._foot.setVisible(footer is not None and not self._paused)
        if footer is None:
            return
        self._main.setText(footer.main)
        self._main.setEnabled(footer.ready)
        self._main.set_trailing("arrow-right" if footer.onward else "")
        self._back.setVisible(not self._finished)
        while (item := self._offers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        offers = [Button(offer.text, "second", parent=self._foot) for offer in footer.offers]
        for button, offer in zip(offers, footer.offers, strict=True):
            button.clicked.connect(offer.do)
            self._offers.addWidget(button)
        if self._view is not None:
            put_behind(self._view, (self._back, *offers, self._main))

    def set_pause(self, paused: bool) -> None:
        """Cover the lesson and let time rest, or go on."""
        if self._view is None or paused == self._paused:
            return
        self._paused = paused
        self._view.pause(paused)
        now = self.frame.clock.monotonic()
        self._rested += -now if paused else now
        self.frame.voice.stop()
        self._room.setCurrentWidget(self._pause if paused else self._view)
        self._stages.setVisible(not paused)
        self._show_hand()
        self._show_footer()
        self.bar_changed.emit()
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._room.addWidget(self._pause)
        stages = QHBoxLayout()
        stages.setContentsMargins(88, 0, 88, 0)
        stages.addStretch(1)
        stages.addWidget(self._stages, 8)
        stages.addStretch(1)
        stages.addWidget(self._hand)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(88, 8, 88, 24)
        foot.setSpacing(16)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addLayout(self._offers)
        foot.addWidget(self._main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        company = QHBoxLayout()
        company.setContentsMargins(88, 0, 88, 4)
        company.addWidget(self.company)
        column.addLayout(company)
        column.addLayout(stages)
        told = QHBoxLayout()
        told.setContentsMargins(88, 0, 88, 0)
        told.addStretch()
        told.addWidget(self._told)
        column.addLayout(told)
        column.addWidget(self._room, 1)
        column.addWidget(self._foot)
