# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's own result: two bars an area, one honest sentence, what works now, two next steps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from korak.assessment.learner_result import LearnerResult
from korak.assessment.measured import AREAS, Measured, TaskOutcome, state_of
from korak.assessment.sitting import Area
from korak.centre.people import Role, Session
from korak.i18n import CONTENT_LANGUAGE, N_, _
from korak.reports.assessment_words import (
    course_lines,
    gap_sentence,
    sentence,
    shown,
    support_lines,
    words_line,
)
from korak.reports.bilingual import Bilingual, Pair
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import STATES
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.own_words import OwnWords
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.speaking import Speaks
from korak.ui.two_bars import BarKey, TwoBars, ZoneNames
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import flow_row
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for_any

MOST_NEW = 3


class OwnResultPage(Page):
    """The same as the learner's sheet, from the same object; no per cent, no rank, nobody else."""

    def __init__(self, frame: Frame, house: House, session: Session, person_id: str) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person_id = person_id
        self._own = person_id == session.person_id
        self._me = house.people.me(session)
        self._result: LearnerResult = house.results.learner(session, person_id)
        self._texts: ResultTexts = house.results.texts()
        self._head = Headline()
        self._print = Button(role="primary", icon="printer")
        self._print.clicked.connect(partial(self._make_pdf, self._print_it))
        self._save = Button(icon="save")
        self._save.clicked.connect(partial(self._make_pdf, self._save_it))
        self._status = Label(role="soft")
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._body = QWidget()
        self._lay_out()

    # what a page tells about itself

    @property
    def result(self) -> LearnerResult:
        """What is shown."""
        return self._result

    def bar(self) -> Bar:
        """Who is here, the languages, and the way back."""
        picture = self._me.picture if self._me.role is Role.LEARNER else ""
        return Bar(
            chips=(Chip(self._me.shown_name, picture),),
            button=BarButton(_("Home"), self.frame.navigator.home),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """Print the sheet."""
        return self._print

    def help_texts(self) -> tuple[str, ...]:
        """How to read it."""
        return (
            _("The hatched bar is before the course, the full bar after it."),
            _("The longer a bar, the more you can do. It is no exam."),
            _("The sheet says the same as this page. It belongs to the learner."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        words = self._words()
        self._print.setText(_("Print the sheet"))
        self._save.setText(_("Save PDF"))
        title = words.say(N_("My beginning") if self._result.after is None else N_("What I can do now"))
        name = "" if self._own else self._house.people.person(self._session, self._person_id).shown_name
        self._head.title.setText(f"{title.sl} · {name}" if name else title.sl)
        course = course_lines(self._result, self._texts, words)
        self._head.note.setText("\n".join(one for one in (title.other, course.sl) if one))
        self._show(words)

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def back(self) -> None:
        """To the record."""
        self.frame.navigator.record_of(self._person_id)

    # paper

    def _make_pdf(self, hand_over: Callable[[bytes], None]) -> None:
        self._say(_("The sheet is being made. Just a moment."))
        make = self._house.result_sheets.learner_pdf
        try:
            pdf = make(self._session, self._person_id, self.frame.below())
        except Exception as fault:  # noqa: BLE001 - whatever it is, the page says it
            words = words_for_any(fault)
            self._say(f"{words.happened} {words.todo}")
            return
        self._say("")
        hand_over(pdf)

    def _print_it(self, pdf: bytes) -> None:
        if print_pdf(pdf, self):
            self._say(_("The sheet is on its way to the printer."))

    def _save_it(self, pdf: bytes) -> None:
        path = save_pdf(pdf, f"korak-{self._result.code}.pdf", self)
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    # what is shown

    def _words(self) -> Bilingual:
        return Bilingual(self._texts.pack, self.frame.below())

    def _show(self, words: Bilingual) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._sentences(words))
        measured = self._result.latest is not None
        for button in (self._print, self._save):
            button.setVisible(measured)
        if measured:
            fold = Fold(1000)
            fold.row.setSpacing(16)
            right = QVBoxLayout()
            right.setSpacing(16)
            for card in (self._can_do(words), self._next(words)):
                right.addWidget(card)
            right.addStretch()
            left = QVBoxLayout()
            left.addWidget(self._areas(words))
            left.addStretch()
            fold.row.addLayout(left, 3)
            fold.row.addLayout(right, 2)
            column.addWidget(fold)
        self._column.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh

    def _both(self, pair: Pair, role: str = "body", *, aloud: bool = False) -> QWidget:
        """A text in Slovenian, the learner's language below it, each with its loudspeaker where wanted."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(pair.sl, role))
        if pair.other:
            below: QWidget
            if aloud:
                below = OwnWords(self.frame, parent=holder)
                below.set_text(pair.other, self.frame.below() or CONTENT_LANGUAGE)
            else:
                below = Label(pair.other, "soft")
            column.addWidget(below)
        if aloud:
            speak = Speaks(self.frame.voice, holder)
            speak.set_speech(pair.sl)
            speak.set_name(_("Listen"))
            row.addWidget(speak, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return holder

    def _sentences(self, words: Bilingual) -> QWidget:
        """The one honest sentence first."""
        card = Card("mint")
        card.body.setSpacing(10)
        card.body.addWidget(self._both(sentence(self._result, words), "lead", aloud=True))
        gap = gap_sentence(self._result, words) if self._result.latest is not None else None
        if gap is not None:
            card.body.addWidget(self._both(gap, "strong", aloud=True))
        return card

    def _areas(self, words: Bilingual) -> QWidget:
        card = Card("card")
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        zones = ZoneNames()
        names = [words.say(message) for message in STATES.values()]
        zones.set_names(tuple("\n".join(one for one in (name.sl, name.other) if one) for name in names))
        grid.addWidget(zones, 0, 2)
        before, after = shown(self._result)
        for row, area in enumerate(AREAS, 1):
            text = self._texts.area(area)
            grid.addWidget(Picture(text.pictogram, 44), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._both(words.content(text.label), "strong"), row, 1)
            bars = TwoBars()
            bars.set_bars(*(one.area(area).percent if one else None for one in (before, after)))
            bars.setAccessibleName(self._area_told(area, before, after))
            grid.addWidget(bars, row, 2, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(grid)
        card.body.addWidget(self._key(words, before, after))
        line = words_line(self._result, words)
        if line is not None:
            card.body.addWidget(self._both(line, "strong"))
        for support in support_lines(self._result, words):
            card.body.addWidget(self._both(support, "note"))
        return card

    def _area_told(self, area: Area, before: Measured | None, after: Measured | None) -> str:
        """An area in words, for whoever hears the page."""
        said = [self._texts.area(area).label]
        for message, one in ((N_("before the course"), before), (N_("after the course"), after)):
            state = state_of(one, area)
            if state is not None:
                said.append(f"{_(message)}: {_(STATES[state])}")
        return ", ".join(said)

    def _key(self, words: Bilingual, before: Measured | None, after: Measured | None) -> QWidget:
        parts: list[QWidget] = []
        for message, one, solid in (
            (N_("before the course"), before, False),
            (N_("after the course"), after, True),
        ):
            if one is not None:
                pair = words.say(message)
                text = " · ".join(part for part in (pair.sl, pair.other) if part)
                holder = QWidget()
                row = QHBoxLayout(holder)
                row.setContentsMargins(0, 0, 0, 0)
                row.setSpacing(8)
                row.addWidget(BarKey(solid=solid))
                row.addWidget(Label(text, "note"))
                parts.append(holder)
        return flow_row(*parts, spacing=24)

    def _can_do(self, words: Bilingual) -> QWidget:
        card = Card("card")
        card.body.setSpacing(10)
        after = self._result.after is not None
        title = words.say(N_("I am able to do this now") if after else N_("I can do already"))
        card.body.addWidget(self._both(title, "lead"))
        if not self._result.can_do:
            card.body.addWidget(self._both(words.say(N_("Your first ticks will stand here."))))
        for task in self._result.can_do:
            text = self._texts.task(task.template)
            said = self._both(words.content(text.can_do or text.title), aloud=True)
            card.body.addWidget(self._ticked(said, words, alone=task.alone))
        if self._result.can_do:
            card.body.addWidget(self._wish(words))
        for key in self._result.newly_tried[:MOST_NEW]:
            if key == self._result.newly_tried[0]:
                card.body.addWidget(self._both(words.say(N_("New for me")), "lead"))
            said = self._both(words.content(self._texts.statement(key)))
            card.body.addWidget(self._beside(Picture("seedling", 26), said))
        return card

    def _wish(self, words: Bilingual) -> QWidget:
        """A wish for the certificate: what one is able to do stands there only if one wants it."""
        said = words.say(N_("On my certificate, add what I am able to do."))
        tick = Button(said.sl, "tick")
        tick.setChecked(self._house.certificates.wants_can_do(self._session, self._person_id))
        tick.toggled.connect(self._wished)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(tick)
        if said.other:
            column.addWidget(Label(said.other, "soft"))
        return holder

    def _wished(self, wanted: bool) -> None:
        self._house.certificates.wish_can_do(self._session, self._person_id, wanted=wanted)
        self._say(_("Saved."))

    def _ticked(self, said: QWidget, words: Bilingual, *, alone: bool) -> QWidget:
        """A sentence with its tick; what took a hint says so."""
        sign = Picture(size=28)
        sign.set_icon("circle-check" if alone else "circle-dot", "pine")
        if not alone:
            hint = words.say(N_("with a hint"))
            layout = said.layout()
            if isinstance(layout, QHBoxLayout):
                text = " · ".join(one for one in (hint.sl, hint.other) if one)
                layout.addWidget(Label(text, "note"), 0, Qt.AlignmentFlag.AlignTop)
        return self._beside(sign, said)

    def _beside(self, sign: QWidget, said: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        return holder

    def _next(self, words: Bilingual) -> QWidget:
        card = Card("now")
        card.body.setSpacing(12)
        card.body.addWidget(self._both(words.say(N_("Next step")), "lead"))
        if not self._result.next_tasks:
            card.body.addWidget(self._both(words.say(N_("You did every task without help."))))
        for place, task in enumerate(self._result.next_tasks):
            card.body.addWidget(self._step(task, words, main=place == 0))
        return card

    def _step(self, task: TaskOutcome, words: Bilingual, *, main: bool) -> QWidget:
        """A task to learn next, with the lesson that teaches it."""
        text = self._texts.task(task.template)
        said = self._both(words.content(text.title), "strong", aloud=True)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(said)
        lesson = words.content(text.lesson_title) if text.lesson else None
        if lesson is not None and self._own:
            button = Button(lesson.sl, "primary" if main else "secondary", trailing="arrow-right")
            button.setAccessibleName(f"{_('Lesson: {lesson}').format(lesson=lesson.sl)}")
            button.clicked.connect(partial(self.frame.navigator.lesson, text.lesson))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            if lesson.other:
                column.addWidget(Label(lesson.other, "soft"))
        elif lesson is not None:
            column.addWidget(self._both(words.say(N_("Lesson: {lesson}")).format(lesson=lesson.sl), "soft"))
        else:
            column.addWidget(self._both(words.say(N_("Practise it with your teacher.")), "soft"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(Picture(text.pictogram, 52), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return holder

    def _lay_out(self) -> None:
        for widget in (self._save, self._print):
            self._head.add(widget)
        self._column.setContentsMargins(48, 4, 48, 32)
        self._column.setSpacing(14)
        for widget in (self._head, self._status, self._body):
            self._column.addWidget(widget)
        self._column.addStretch()
        self._status.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(self._content))
