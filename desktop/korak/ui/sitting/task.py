# SPDX-License-Identifier: GPL-3.0-or-later
"""A performance task inside a sitting: the practice world, with a coach that is silent unless asked."""

from PySide6.QtWidgets import QVBoxLayout

from korak.centre.people import Session
from korak.content.pack import Pack
from korak.i18n import CONTENT_LANGUAGE, N_, _
from korak.practice.coach import HintLevel
from korak.services.lessons import TaskRun
from korak.ui.frame import Frame
from korak.ui.practice.coach import Says
from korak.ui.practice.station import TaskKeeper, TaskStation
from korak.ui.sitting.head import L1_TEXT, SL_AUDIO
from korak.ui.sitting.view import Foot, SittingView

LANGUAGE, HINT, SHOWN = 1, 2, 3
AGAIN = N_("Read the task once more. You have time.")
THANKS = N_("Thank you. This task is done.")
_SAYS: tuple[HintLevel, ...] = (1, 2, 3)


class AssessedStation(TaskStation):
    """No praise, no explanation, no pointing. Hints come when asked for, in three levels: the task once more
    (help 1), where to look (help 2), shown (help 3). Judgements end only when they are handed in.
    """

    def __init__(
        self,
        frame: Frame,
        pack: Pack,
        keeper: TaskKeeper,
        session: Session,
        run: TaskRun,
        *,
        ends_by_hand: bool,
    ) -> None:
        self._ends_by_hand = ends_by_hand
        super().__init__(frame, pack, keeper, session, run)

    @property
    def heard(self) -> bool:
        """Whether the task itself was asked to be read aloud again."""
        return any(level >= LANGUAGE for level in self._level.values())

    def hand_in(self) -> None:
        """The learner says it is done, whatever has been reached."""
        if not self._ended:
            self.view.flush()
            self._end()

    def helped(self) -> None:
        """The trainer has helped with the present step (F9)."""
        if not self._ended:
            self._note_help(self._run.play.progress.current or "", SHOWN)

    def _hint(self) -> None:
        self.view.flush()
        play = self._run.play
        step = play.coach.next_step(play.progress, play.world)
        if step is None:
            return
        level = self._level[step.id] = min(self._level.get(step.id, 0) + 1, SHOWN)
        self._note_help(step.id, level)
        if level == LANGUAGE:
            self._say_again()
            return
        hint = play.coach.hint(play.progress, play.world, _SAYS[level - 1])
        if hint is None:
            return
        self.view.now.show_hint(self._words.authors(hint.text))
        if hint.action is not None:
            self._perform(hint.action)
        elif hint.target is not None:
            self._point()

    def _say_again(self) -> None:
        asks = self._words.authors(*self._run.play.coach.task.asks)
        self.view.now.show_hint(self._words.own(AGAIN))
        self._frame.voice.say(asks.text, CONTENT_LANGUAGE)

    def _finish(self) -> None:
        if not self._ends_by_hand:
            self._end()

    def _end(self) -> None:
        """Keep the answer, then say thank you; whether it was right is not said here."""
        self._rest()
        self._keeper.finish_task(self._session, self._run, self._seconds())
        self._ended = True
        self.active(False)
        for part in (self.view.now, self.view.mistake, self._controls):
            part.hide()
        self.view.paper.always = False
        self.view.set_ended()
        self._draw()
        self.view.glad.show_end(self._words.own(THANKS), Says(""), (), self._words.language)
        self.view.refit()
        self.finished.emit()


class AssessedTask(SittingView):
    """The practice world with its way on: handing in is asked about once, because it is final."""

    def __init__(self, frame: Frame, practice: TaskStation) -> None:
        super().__init__(frame)
        self.practice = practice
        self._sure = False
        practice.finished.connect(self._finished)
        practice.view.now.speak.clicked.connect(self._heard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(practice)

    @property
    def assessed(self) -> AssessedStation | None:
        """The station, unless this is the warm-up, which has a helping one."""
        return self.practice if isinstance(self.practice, AssessedStation) else None

    def foot(self) -> Foot:
        """The way on: hand in, be sure, next."""
        if self.practice.ended:
            return Foot(_("Next"))
        if self.assessed is None:
            return Foot(_("Next"), ready=False, skip=True)
        return Foot(_("Yes, hand it in") if self._sure else _("I am done"), skip=not self._sure)

    @property
    def asks_if_sure(self) -> bool:
        """Whether the learner is being asked whether the task is done."""
        return self._sure and not self.practice.ended

    def keep_working(self) -> None:
        """No, not done yet."""
        self._sure = False
        self.foot_changed.emit()
        self.practice.focus_first()

    def main_pressed(self) -> None:
        """Hand in after asking once; then go on."""
        if self.practice.ended:
            self.go.emit("next")
        elif self._sure and self.assessed is not None:
            self.assessed.hand_in()
        else:
            self._sure = True
            self.foot_changed.emit()

    def start(self) -> None:
        """Begin, or go on where the learner stopped."""
        if self.frame.below():
            self.supported.emit(L1_TEXT)
        self.practice.shown()
        self.practice.focus_first()

    def active(self, active: bool) -> None:
        """Let time count, or rest."""
        self.practice.active(active)

    def helped_by_trainer(self) -> str:
        """Note the trainer's hand at the present step."""
        if self.assessed is not None:
            self.assessed.helped()
        return ""

    def leave(self) -> None:
        """Store what is unfinished."""
        self.practice.leave()

    def _heard(self) -> None:
        self.supported.emit(SL_AUDIO)

    def _finished(self) -> None:
        self._sure = False
        self.foot_changed.emit()
