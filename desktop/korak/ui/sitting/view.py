# SPDX-License-Identifier: GPL-3.0-or-later
"""What all views of a sitting have in common: they say what was answered and which support was used."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from korak import i18n
from korak.ui.frame import Frame
from korak.ui.practice.coach import Says


@dataclass(frozen=True, slots=True)
class Foot:
    """What the page offers below a view: the way on (empty: answering leads on), and whether to skip."""

    main: str = ""
    ready: bool = True
    skip: bool = False


class SittingView(QWidget):
    """One item, or a calm page between two; the page around it stores what it says before it shows more.

    `answered` brings the code of an answer, `supported` the name of an accommodation that was used, `go` the
    name of what a calm page leads to.
    """

    answered = Signal(str)
    supported = Signal(str)
    go = Signal(str)
    foot_changed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.setProperty("ring", False)

    def ask_neutrally(self) -> None:
        """Take the focus oneself: no answer is suggested, and a key held too long gives none."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def foot(self) -> Foot:
        """What stands below."""
        return Foot()

    def main_pressed(self) -> None:
        """What the main button below does."""

    def start(self) -> None:
        """Be ready: the view is on the screen now."""

    def active(self, active: bool) -> None:
        """Let time count, or rest."""

    def helped_by_trainer(self) -> str:
        """Take note that the trainer has helped (F9); return an accommodation where no step can be noted."""
        return "reader_person"

    def leave(self) -> None:
        """Store what is unfinished, and be silent."""
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.foot_changed.emit()


def program_says(frame: Frame, *messages: str) -> Says:
    """Sentences of the program, Slovenian first; the second language only where all of them have it.

    A sentence nobody has translated comes back in Slovenian: then there is no second language.
    """
    language = frame.below() or ""
    first = [i18n.gettext_in(i18n.CONTENT_LANGUAGE, one) for one in messages]
    known = {one.code for one in i18n.languages()}
    second = [i18n.gettext_in(language, one) for one in messages] if language in known else []
    lacking = any(mine == theirs for mine, theirs in zip(first, second, strict=False))
    return Says(" ".join(first), "" if lacking else " ".join(second))


def bank_says(frame: Frame, pack: str, text: str) -> Says:
    """A sentence of the bank, and the same in the learner's language."""
    return Says(text, frame.second(pack, text))
