# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of a lesson: what is possible now, and an honest count of how it went."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.pack import Pack
from korak.i18n import CONTENT_LANGUAGE, _, ngettext
from korak.learning.progress import LessonProgress
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.lesson_opinion import LessonOpinion
from korak.ui.own_words import OwnWords
from korak.ui.speaking import Speaks
from korak.ui.stations.view import Footer, Offer, StationView
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import PicturePanel
from korak.ui.widgets.scroll import Scroller


class FinishView(StationView):
    """The last screen of a lesson; also tells which stops were skipped."""

    def __init__(
        self,
        frame: Frame,
        pack: Pack,
        progress: LessonProgress,
        together: tuple[str, ...] = (),
        opinion: LessonOpinion | None = None,
    ) -> None:
        """`together` names those who did the lesson in a pair; `opinion` asks how a finished lesson was."""
        super().__init__(frame)
        self._pack = pack
        self._progress = progress
        self._together = together
        lesson = progress.lesson
        self._title = Label(role="title")
        self._speak = Speaks(frame.voice, self)
        self._can = Label(lesson.can_do, "lead")
        self._can_row = QWidget()
        self._below = OwnWords(frame)
        self._card = Card("mint" if progress.done else "amber")
        self._opinion = opinion if progress.done else None
        self._facts = [Label() for _line in range(4)]
        self._lay_out(lesson.pictogram)
        self.retranslate()

    def footer(self) -> Footer:
        """Home; or first what was skipped."""
        if self._progress.done:
            if self._together:
                return Footer(_("Home"))
            return Footer(_("Home"), offers=(Offer(_("What I can do"), self.frame.navigator.record),))
        return Footer(_("Do what is left"), offers=(Offer(_("Home"), self.frame.navigator.home),))

    def main_pressed(self) -> None:
        """Go home, or on to what was skipped."""
        if self._progress.done:
            self.frame.navigator.home()
        else:
            self.onward.emit()

    def start(self) -> None:
        """Sound the end of the lesson."""
        if self._progress.done:
            self.frame.sounds.play("done")
        announce(self._title, f"{self._title.text()} {self._can.text()}")

    def leave(self) -> None:
        """Keep a sentence that was being written, and be silent."""
        if self._opinion is not None:
            self._opinion.keep()
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        done = self._progress.done
        self._title.setText(_("The lesson is finished.") if done else _("You are nearly there."))
        lesson = self._progress.lesson
        self._can_row.setVisible(done and bool(lesson.can_do))
        self._speak.set_speech(lesson.can_do if done else "", CONTENT_LANGUAGE)
        self._speak.set_name(_("Listen"))
        below = self.frame.second(self._pack.id, lesson.can_do) if done else ""
        self._below.set_text(below, self.frame.below() or "")
        if self._opinion is not None:
            self._opinion.retranslate()
        for label, fact in zip(self._facts, self._told(), strict=False):
            label.setText(fact)
            label.setVisible(bool(fact))

    def _told(self) -> tuple[str, str, str, str]:
        progress = self._progress
        left = len(progress.stations) - progress.stations_done
        skipped = ngettext("{n} part was skipped.", "{n} parts were skipped.", left).format(n=left)
        if self._together:
            kept = _("You did it together. It is kept for both: {names}.")
            return skipped if left else "", kept.format(names=", ".join(self._together)), "", ""
        exercises = _("Right at the first try: {n} of {all} exercises.").format(
            n=progress.right_first, all=progress.exercises
        )
        mistakes = ngettext(
            "You met {n} mistake and went on.", "You met {n} mistakes and went on.", progress.mistakes
        )
        hints = ngettext("You used {n} hint.", "You used {n} hints.", progress.hints)
        return (
            skipped if left else "",
            exercises if progress.exercises else "",
            mistakes.format(n=progress.mistakes) if progress.mistakes else _("You made no mistake."),
            hints.format(n=progress.hints) if progress.hints else _("You needed no hint."),
        )

    def _lay_out(self, pictogram: str) -> None:
        self._card.body.addWidget(self._facts[0])
        for fact in self._facts[1:]:
            self._card.body.addWidget(fact)
        # A row of its own widget: a layout whose widgets are all hidden still pulls its column narrow.
        can = QHBoxLayout(self._can_row)
        can.setContentsMargins(0, 0, 0, 0)
        can.setSpacing(16)
        can.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        can.addWidget(self._can, 1)
        words = QVBoxLayout()
        words.setSpacing(12)
        words.addWidget(self._title)
        words.addWidget(self._can_row)
        words.addWidget(self._below)
        words.addSpacing(12)
        words.addWidget(self._card)
        if self._opinion is not None:
            words.addWidget(self._opinion)
        words.addStretch()
        panel = PicturePanel("mint" if self._progress.done else "amber", pictogram, 150)
        panel.setFixedSize(self.frame.preferences.theme.grown(260), self.frame.preferences.theme.grown(260))
        content = Fold(760)
        row = content.row
        row.setContentsMargins(88, 48 if self._opinion is None else 16, 88, 16)
        row.setSpacing(48)
        row.addWidget(panel, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
