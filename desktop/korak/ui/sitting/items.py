# SPDX-License-Identifier: GPL-3.0-or-later
"""From an item of the bank to its view."""

from collections.abc import Callable
from dataclasses import dataclass

from korak.assessment.sitting import ItemKind, SittingItem, SittingRecord
from korak.assessment.taking import THEN
from korak.centre.people import Session
from korak.content.assessment import Option, Recognition, SelfReport, Vocabulary
from korak.content.exercise import shuffled
from korak.i18n import N_
from korak.services.sittings import Sittings, option_code
from korak.ui.frame import Frame
from korak.ui.practice.coach import Says
from korak.ui.practice.station import TaskStation
from korak.ui.sitting.head import QuestionHead
from korak.ui.sitting.question import Choice, QuestionView
from korak.ui.sitting.shown import pictured, shown
from korak.ui.sitting.task import AssessedStation, AssessedTask
from korak.ui.sitting.tiles import TilesView, exit_answers, self_answers
from korak.ui.sitting.view import SittingView, bank_says, program_says

WHICH_WORD = N_("Which word goes with the picture?")
WHICH_HEARD = N_("Which word do you hear?")
WHICH_FORM = N_("Which word is missing in the form?")
_WAYS = {"picture": WHICH_WORD, "sound": WHICH_HEARD, "form": WHICH_FORM}


@dataclass(frozen=True, slots=True)
class Shown:
    """A view with what says its question again in another language."""

    view: SittingView
    say: Callable[[], None]


class ItemViews:
    """Builds the views of one sitting."""

    def __init__(self, frame: Frame, sittings: Sittings, session: Session) -> None:
        self._frame = frame
        self._sittings = sittings
        self._session = session
        self._pack = sittings.pack

    def task(self, record: SittingRecord, item_id: str, *, by_hand: bool = False) -> AssessedTask:
        """The practice world of a task, at the state it was left in; without an id the warm-up."""
        run = self._sittings.begin_task(self._session, record.id, item_id)
        station: TaskStation
        if item_id:
            station = AssessedStation(
                self._frame, self._pack, self._sittings, self._session, run, ends_by_hand=by_hand
            )
        else:
            station = TaskStation(self._frame, self._pack, self._sittings, self._session, run)
        return AssessedTask(self._frame, station)

    def view(self, record: SittingRecord, item: SittingItem) -> Shown:
        """The view of an item, with the answer it has already."""
        if item.kind in {ItemKind.TASK, ItemKind.JUDGEMENT}:
            task = self.task(record, item.id, by_hand=item.kind is ItemKind.JUDGEMENT)
            return Shown(task, _nothing)
        answer = record.last_answers().get(item.id)
        chosen = answer.code if answer is not None else ""
        asked = self._sittings.item(item.id)
        if isinstance(asked, Recognition):
            return self._recognition(record, asked, chosen)
        if isinstance(asked, Vocabulary):
            return self._word(record, asked, chosen)
        if isinstance(asked, SelfReport):
            return self._statement(asked, chosen, looks_back=item.id.startswith(THEN))
        return self._exit(chosen)

    def _statement(self, item: SelfReport, chosen: str, *, looks_back: bool) -> Shown:
        bank = self._sittings.bank
        head = QuestionHead(self._frame, item.picture)
        view = TilesView(self._frame, head, self_answers(self._frame, self._pack.id, bank), chosen)
        above = bank.bank.then_test.ask if looks_back else ""

        def say() -> None:
            head.say(bank_says(self._frame, self._pack.id, item.says), above)

        return Shown(view, say)

    def _exit(self, chosen: str) -> Shown:
        bank = self._sittings.bank
        head = QuestionHead(self._frame, "graduation-cap")
        view = TilesView(self._frame, head, exit_answers(self._frame, self._pack.id, bank), chosen)

        def say() -> None:
            head.say(bank_says(self._frame, self._pack.id, bank.bank.exit.ask))

        return Shown(view, say)

    def _recognition(self, record: SittingRecord, item: Recognition, chosen: str) -> Shown:
        options = {option_code(one): one for one in (item.right, *item.wrong)}
        choices = [
            self._choice(code, options[code], slovenian=item.slovenian)
            for code in shuffled(options, f"{record.id}/{item.id}")
        ]
        about = None
        if item.lines:
            about = shown(item.shows, item.lines)
        elif item.picture:
            about = pictured(item.picture, item.described)
        head = QuestionHead(self._frame)
        view = QuestionView(self._frame, head, choices, about=about, chosen=chosen)

        def say() -> None:
            head.say(bank_says(self._frame, self._pack.id, item.ask))

        return Shown(view, say)

    def _choice(self, code: str, option: Option, *, slovenian: bool) -> Choice:
        says = Says(option.text)
        if option.text and not slovenian:
            says = bank_says(self._frame, self._pack.id, option.text)
        return Choice(code, says, option.picture)

    def _word(self, record: SittingRecord, item: Vocabulary, chosen: str) -> Shown:
        words = shuffled((item.right, *item.wrong), f"{record.id}/{item.id}")
        about = None
        if item.way == "picture":
            about = pictured(item.picture, item.described)
        elif item.way == "form":
            about = shown("form", item.lines, item.title)
        head = QuestionHead(self._frame)
        view = QuestionView(
            self._frame,
            head,
            [Choice(word, Says(word)) for word in words],
            about=about,
            hears=item.right if item.way == "sound" else "",
            word_help=self._frame.second(self._pack.id, item.right),
            chosen=chosen,
        )

        def say() -> None:
            # The instruction may be read in any language; only the words themselves are measured.
            head.say_quietly(program_says(self._frame, _WAYS[item.way]))

        return Shown(view, say)


def _nothing() -> None:
    """The practice world follows the language by itself."""
