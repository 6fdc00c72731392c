# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the wall: the views of a lesson one by one, each with what the clicker does to it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.content.exercise import ExercisePart
from korak.content.kinds import Exercise
from korak.content.lesson import HandsStep, Lesson, MyStep, Read, Stage, Station, TaskStep, WordsStep
from korak.content.pack import Pack
from korak.content.verdict import Verdict
from korak.i18n import _, content_or_source
from korak.services.judging import Answer, judge
from korak.services.rehearsal import Rehearsal
from korak.ui.exercise import Phase
from korak.ui.exercises.flash import FlashView
from korak.ui.exercises.speak import SpeakView
from korak.ui.frame import Frame
from korak.ui.practice.station import TaskStation
from korak.ui.projector.ending import EndView
from korak.ui.stations.exercise import ExerciseStation
from korak.ui.stations.hands import HandsView
from korak.ui.stations.my_step import MyStepView
from korak.ui.stations.read import ReadView
from korak.ui.stations.view import StationView
from korak.ui.stations.words import WordsView
from korak.ui.widgets.scroll import Scroller

USUAL, WORLD = 1.5, 1.65
"""Text sizes on the wall, for a window of 1366 x 768; the practice world has the smallest letters."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What slides are made of."""

    frame: Frame
    pack: Pack
    lesson: Lesson
    session: Session
    rehearsal: Rehearsal
    ending: Callable[[], EndView]


class Slide(QObject):
    """One thing on the wall; what it shows can be stepped through before the next slide comes."""

    scale = USUAL
    leads = "arrow-right"
    changed = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.view = view
        for area in view.findChildren(Scroller)[:1]:
            area.verticalScrollBar().rangeChanged.connect(self._grown)
            area.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def spent(self) -> bool:
        """Whether it must be made anew before it is shown again."""
        return False

    def coming(self) -> str:
        """What the next press does, for the main button."""
        return _("Further down") if self._below() is not None else self.coming_inside()

    @property
    def way(self) -> str:
        """The icon of where the next press leads."""
        return "arrow-down" if self._below() is not None else self.leads

    def onward(self) -> bool:
        """Show what is below the edge, then the next thing inside; False where the next slide comes."""
        bar = self._below()
        if bar is None:
            return self.onward_inside()
        bar.setValue(bar.value() + bar.pageStep() * 3 // 4)
        return True

    def backward(self) -> bool:
        """Take the last thing inside back; False where the slide before comes."""
        return False

    def coming_inside(self) -> str:
        """What the next press does, once everything on the slide has been seen."""
        return _("Next")

    def onward_inside(self) -> bool:
        """Show the next thing inside; False where the next slide comes."""
        return False

    def begin(self) -> None:
        """It is on the wall now."""

    def leave(self) -> None:
        """Something else comes: be silent."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that leads nowhere else; False where it means nothing here."""
        del event
        return False

    def _grown(self, _least: int, _most: int) -> None:
        self.changed.emit()

    def _scrolled(self, _value: int) -> None:
        self.changed.emit()

    def _below(self) -> QScrollBar | None:
        """The bar of what reaches below the edge and has not been seen; a few pixels do not count."""
        area = next((one for one in self.view.findChildren(Scroller) if one.isVisible()), None)
        if area is None or isinstance(self.view, HandsView):
            return None
        bar = area.verticalScrollBar()
        return bar if bar.maximum() - bar.value() > bar.pageStep() // 8 else None


class StationSlide(Slide):
    """A stop as a learner meets it."""

    def __init__(self, view: StationView) -> None:
        super().__init__(view)
        self._station = view
        view.footer_changed.connect(self.changed)

    def coming_inside(self) -> str:
        """What the stop's own button says, without the learner in it."""
        return _("Next word") if self._has_more_words() else _("Next")

    def onward_inside(self) -> bool:
        """The next word, the next movement."""
        return self._station.onward_inside()

    def backward(self) -> bool:
        """The word or the movement before."""
        return self._station.back_inside()

    def leave(self) -> None:
        """Be silent."""
        self._station.leave()

    def _has_more_words(self) -> bool:
        return isinstance(self._station, WordsView) and not self._station.at_end


class ExerciseSlide(Slide):
    """A question for the whole group: its answer is hidden until it is revealed, and then says why."""

    def __init__(self, exercise: Exercise, pack: Pack, frame: Frame) -> None:
        self._exercise = exercise
        self._words = pack.words.forms
        self._station = ExerciseStation(frame, pack, exercise, pack.id, self._judge)
        super().__init__(self._station)
        self._station.footer_changed.connect(self.changed)

    @property
    def revealed(self) -> bool:
        """Whether the answer is seen."""
        return self._station.exercise_view.settled

    def coming_inside(self) -> str:
        """Check what the group chose, show the answer, or go on."""
        view = self._station.exercise_view
        if view.settled or not self._asks():
            return _("Next")
        if isinstance(view, FlashView) and not view.turned:
            return _("Turn the card")
        chosen = view.phase is Phase.ANSWERING and view.answer() is not None
        return _("Check") if chosen else _("Show the answer")

    def onward_inside(self) -> bool:
        """Check what was chosen; else reveal the answer."""
        view = self._station.exercise_view
        if view.settled or not self._asks():
            return False
        if isinstance(view, FlashView):
            if view.turned:
                return False
            view.turn()
        elif view.phase is Phase.ANSWERING and view.answer() is not None:
            view.submit()
        else:
            view.reveal(self._judge("", 0))
        return True

    def begin(self) -> None:
        """Say what has to be heard; the question stays in sight."""
        if self.revealed:
            return
        self._station.start()
        for area in self.view.findChildren(Scroller)[:1]:
            area.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Be silent."""
        self._station.leave()

    def take_key(self, event: QKeyEvent) -> bool:
        """Digits choose an answer."""
        if not event.text().isdigit() or not self._asks():
            return False
        self._station.exercise_view.keyPressEvent(event)
        return True

    def _asks(self) -> bool:
        """Whether there is something to reveal: not without what the exercise needs, not where one speaks."""
        view = self._station.exercise_view
        return not view.isHidden() and not isinstance(view, SpeakView)

    def _judge(self, answer: Answer, _help: int) -> Verdict:
        return judge(self._exercise, answer, self._words).verdict


class WorldSlide(Slide):
    """A task in the practice world, done with the mouse or shown step by step."""

    scale = WORLD

    def __init__(self, station: TaskStation) -> None:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(station)
        super().__init__(room)
        self._station = station
        station.keep_still()
        station.finished.connect(self.changed)

    def _below(self) -> None:
        """The world scrolls by itself to what is done."""

    @property
    def station(self) -> TaskStation:
        """The task, its world and the coach."""
        return self._station

    @property
    def spent(self) -> bool:
        """A task that was done to its end begins again when it is shown again."""
        return self._station.ended

    def coming_inside(self) -> str:
        """Show the next step, until the goal is reached."""
        return _("Next") if self._station.ended else _("Show the next step")

    def onward_inside(self) -> bool:
        """Do the next thing with the pointer."""
        return self._station.show_next()

    def backward(self) -> bool:
        """Take the last thing back."""
        return self._station.take_back()

    def begin(self) -> None:
        """Let the coach speak."""
        self._station.active(True)

    def leave(self) -> None:
        """Nothing moves, nothing is said."""
        self._station.leave()


class EndSlide(Slide):
    """The end: what is possible now, and whether everybody practises it now."""

    leads = ""

    def coming_inside(self) -> str:
        """The end of the presentation."""
        return _("Finish")


def shown_stations(lesson: Lesson) -> tuple[Station, ...]:
    """The stops a group is shown: a task once, whatever modes it has for learners."""
    kept: list[Station] = []
    for station in lesson.stations():
        if not (kept and isinstance(station.step, TaskStep) and kept[-1].step is station.step):
            kept.append(station)
    return tuple(kept)


def parts_of(stations: tuple[Station, ...]) -> tuple[Stage, ...]:
    """The parts of the lesson on the wall, in their order."""
    return tuple(dict.fromkeys(station.stage for station in stations))


def slide_of(station: Station | None, stock: Stock) -> Slide:  # noqa: PLR0911 - one case a kind
    """Make the slide of a stop, or the last one."""
    if station is None:
        return EndSlide(stock.ending())
    pack, frame, step = stock.pack, stock.frame, station.step
    match step:
        case Read():
            return StationSlide(ReadView(frame, pack, step))
        case WordsStep():
            words = [pack.words[word] for word in stock.lesson.words_of(step)]
            return StationSlide(WordsView(frame, pack, words))
        case TaskStep():
            run = stock.rehearsal.begin(stock.session, stock.lesson.id, step.task)
            return WorldSlide(TaskStation(frame, pack, stock.rehearsal, stock.session, run))
        case HandsStep():
            name = next(iter(pack.people.values())).name.split(" ")[0]
            return StationSlide(HandsView(frame, step.hands, name, _keep_nothing))
        case MyStep():
            return StationSlide(MyStepView(frame, pack.id, step))
        case ExercisePart():
            return ExerciseSlide(step, pack, frame)
        case _:
            assert_never(step)


def headline(station: Station | None, stock: Stock) -> str:  # noqa: PLR0911 - one case a kind
    """What a stop is about, in one line for the trainer."""
    if station is None:
        return _("Now let them practise")
    step = station.step
    shown = partial(content_or_source, stock.pack.id)
    match step:
        case Read():
            return shown(step.text[0])
        case WordsStep():
            return ", ".join(stock.pack.words[word].lemma for word in stock.lesson.words_of(step))
        case TaskStep():
            return shown(stock.pack.tasks[step.task].title)
        case HandsStep():
            return _("Mouse and keyboard")
        case MyStep():
            return shown(step.can[0])
        case ExercisePart():
            return shown(step.ask)
        case _:
            assert_never(step)


def answer_of(station: Station | None) -> str:
    """The answer to a question, for the trainer alone; nothing where nothing is asked."""
    step = station.step if station is not None else None
    return step.simple(step.model()) if isinstance(step, ExercisePart) else ""


def _keep_nothing(_drill: object, _seconds: float) -> None:
    """Practice before a group is nobody's record."""
