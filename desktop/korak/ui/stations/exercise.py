# SPDX-License-Identifier: GPL-3.0-or-later
"""An exercise inside a lesson: the answer is stored first, only then its verdict is shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from korak.content.exercise import Need
from korak.content.kinds import Exercise
from korak.content.pack import Pack
from korak.content.verdict import Verdict
from korak.i18n import _
from korak.learning.attempt import Help
from korak.services.judging import Answer
from korak.ui.at_hand import missing
from korak.ui.exercise import ExerciseView, Phase
from korak.ui.exercises import exercise_view
from korak.ui.frame import Frame
from korak.ui.stations.view import Footer, Offer, StationView
from korak.ui.touching import Touching
from korak.ui.widgets.labels import Label

Store = Callable[[Answer, int], Verdict]


class ExerciseStation(StationView):
    """The view of an exercise with its footer: help, skip, check, next."""

    def __init__(self, frame: Frame, pack: Pack, exercise: Exercise, seed: str, store: Store) -> None:
        super().__init__(frame)
        self._store = store
        self._ready = False
        self._view: ExerciseView = exercise_view(exercise, pack, frame, seed)
        self._view.answered.connect(self._answered)
        self._view.can_submit.connect(self._can_submit)
        self._view.state_changed.connect(self.footer_changed)
        self._exercise = exercise
        self._pack = pack
        self._note = Label("", "lead")
        column = QVBoxLayout(self)
        column.setContentsMargins(88, 16, 88, 8)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._view)
        frame.voice.changed.connect(self._show_possible)
        self._show_possible()
        self._view.retranslate()
        self._asked = frozenset(exercise.words)
        self.touching = Touching(self, frame, pack)
        self.touching.looked_up.connect(self._looked_up)

    @property
    def exercise_view(self) -> ExerciseView:
        """The exercise itself."""
        return self._view

    def footer(self) -> Footer:
        """Check, try again, or next; help and skip beside it."""
        phase = self._view.phase
        if phase is Phase.SETTLED or self._missing():
            return Footer(_("Next"))
        offers: list[Offer] = []
        if self._view.can_hint:
            offers.append(Offer(_("Hint"), self._view.hint))
        offers.append(Offer(_("Skip"), self.onward.emit))
        if phase is Phase.AGAIN:
            return Footer(_("Try again"), onward=False, offers=tuple(offers))
        return Footer(_("Check"), ready=self._ready, onward=False, offers=tuple(offers))

    def main_pressed(self) -> None:
        """Hand in, try again, or go on."""
        phase = self._view.phase
        if phase is Phase.SETTLED or self._missing():
            self.onward.emit()
        elif phase is Phase.AGAIN:
            self._view.again()
        else:
            self._view.submit()

    def start(self) -> None:
        """Put the focus where the answer goes."""
        if not self._missing():
            self._view.start()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Say what is missing; the view follows the language by itself."""
        self._show_possible()

    def _missing(self) -> frozenset[Need]:
        """What this exercise needs and nobody has here."""
        return missing(self._exercise, self.frame, self._pack)

    def _show_possible(self) -> None:
        lacking = self._missing()
        self._note.setText(_missing_words(lacking))
        self._note.setVisible(bool(lacking))
        self._view.setVisible(not lacking)
        self.footer_changed.emit()

    def _can_submit(self, ready: bool) -> None:
        self._ready = ready
        self.footer_changed.emit()

    def _looked_up(self, word: str) -> None:
        """A word was looked up: language help; the very word that is asked for, a hint. Never an error."""
        level = Help.HINT if word in self._asked else Help.LANGUAGE
        self._view.help_used = max(self._view.help_used, int(level))

    def _answered(self, answer: Answer) -> None:
        self._view.show_verdict(self._store(answer, self._view.help_used))


def _missing_words(lacking: frozenset[Need]) -> str:
    if Need.VOICE in lacking:
        return _("There is no sound here. You can do this exercise later.")
    if Need.MICROPHONE in lacking:
        return _("There is no microphone here. You can do this exercise later.")
    return _("For this exercise choose your language at the top.")
