# SPDX-License-Identifier: GPL-3.0-or-later
"""What I can do already: the learner's record on the screen, and the same on paper."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.assessment.measured import state_of
from korak.assessment.sitting import Area
from korak.centre.people import Role, Session
from korak.i18n import _, ngettext
from korak.learning.record import LearnerRecord, LessonRecord, Reason, Skill
from korak.reports.assessment_words import comparable, sentence, words_line
from korak.reports.bilingual import Bilingual
from korak.reports.result_words import STATES, ResultWords
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold, Headline
from korak.ui.frame import Frame
from korak.ui.own_data import OwnData
from korak.ui.own_words import OwnWords
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card, Door
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.progress import ProgressLine
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for_any


class RecordPage(Page):
    """What is possible now, how far the lessons are, what comes next; and two buttons for paper."""

    def __init__(self, frame: Frame, house: House, session: Session, person_id: str) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person_id = person_id
        self._me = house.people.me(session)
        self._record: LearnerRecord = house.sheets.learner(session, person_id, frame.below())
        self._head = Headline()
        self._print = Button(role="primary", icon="printer")
        self._print.clicked.connect(partial(self._make_pdf, self._print_it))
        self._save = Button(icon="save")
        self._save.clicked.connect(partial(self._make_pdf, self._save_it))
        self._status = Label(role="soft")
        self._can = QVBoxLayout()
        self._facts = QVBoxLayout()
        self._lessons = QVBoxLayout()
        self._next = QVBoxLayout()
        self._next_card = Card("now")
        self._story = Door(pictogram="writing-hand")
        if person_id != session.person_id or self._me.role is not Role.LEARNER:
            self._story.hide()  # never shown before it has a parent: it would be a window of its own
        self._story.clicked.connect(self._tell_story)
        self._result = QVBoxLayout()
        self._result_card = Card("mint")
        self._result_open = Button(role="secondary", trailing="arrow-right")
        self._result_open.clicked.connect(partial(frame.navigator.result_of, person_id))
        own = person_id == session.person_id and session.role is Role.LEARNER
        self._own_data = OwnData(frame, house, session) if own else None
        if self._own_data is not None:
            self._own_data.said.connect(self._say)
        self._lay_out()

    def bar(self) -> Bar:
        """Who is here, the languages, and the way home."""
        return Bar(
            chips=(Chip(self._me.shown_name, self._me.picture if self._me.role is Role.LEARNER else ""),),
            button=BarButton(_("Home"), self.frame.navigator.home),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """Print the sheet."""
        return self._print

    def help_texts(self) -> tuple[str, ...]:
        """What the sheet is."""
        return (
            _("The sheet says the same as this page. It belongs to the learner."),
            _("“Save PDF” puts it on a stick or into a folder."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._print.setText(_("Print the sheet"))
        self._save.setText(_("Save PDF"))
        self._result_open.setText(_("Look at it"))
        self._story.set_title(_("My story"))
        self._story.set_note(_("Tell where you come from and what you can do"))
        own = self._person_id == self._session.person_id
        self._head.title.setText(_("What I can do") if own else self._record.holder.name)
        self._head.note.setText(i18n.content_or_source(self._record.pack, self._record.course))
        if self._own_data is not None:
            self._own_data.retranslate()
        self._show()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def back(self) -> None:
        """Home."""
        self.frame.navigator.home()

    def _tell_story(self) -> None:
        self.frame.navigator.story()

    # paper

    def _make_pdf(self, hand_over: Callable[[bytes], None]) -> None:
        self._say(_("The sheet is being made. Just a moment."))
        try:
            pdf = self._house.sheets.learner_pdf(self._session, self._person_id, self.frame.below())
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
        path = save_pdf(pdf, f"korak-{self._record.holder.name}.pdf".replace(" ", "-"), self)
        if path is not None:
            self._say(_("Saved: {file}").format(file=path.name))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    # what is shown

    def _show(self) -> None:
        for column in (self._can, self._facts, self._lessons, self._next, self._result):
            _empty(column)
        self._show_can()
        self._show_facts()
        self._show_lessons()
        self._show_next()
        self._show_result()

    def _sentence(self, column: QVBoxLayout, icon: str, sentence: str) -> None:
        """A Slovenian sentence of the pack with a sign before it and the own language below."""
        sign = Picture(size=26)
        sign.set_icon(icon, "pine")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(sentence))
        below = OwnWords(self.frame)
        below.set_text(self.frame.second(self._record.pack, sentence), self.frame.below() or "")
        words.addWidget(below)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)

    def _show_can(self) -> None:
        self._can.addWidget(Label(_("Now I can"), "lead"))
        for lesson in self._record.can_do:
            self._sentence(self._can, "circle-check", lesson.can_do)
        if not self._record.can_do:
            self._can.addWidget(Label(_("Your first step is waiting.")))
        if self._record.promises:
            self._can.addSpacing(8)
            self._can.addWidget(Label(_("I will try for real"), "lead"))
            for promise in self._record.promises:
                self._sentence(self._can, "arrow-right", promise)

    def _show_facts(self) -> None:
        record = self._record
        self._facts.addWidget(Label(_("How far I am"), "lead"))
        lines = (
            _("Lessons finished: {n}").format(n=record.lessons_done),
            _("Words met: {n}, words known: {all}").format(
                n=len(record.words_met), all=len(record.words_known)
            ),
            _("Exercises right at the first try: {n} of {all}").format(
                n=record.right_first, all=record.exercises
            ),
            _("Mistakes on the way: {n}, hints: {all}").format(n=record.mistakes, all=record.hints),
            ngettext("Practised for {n} minute", "Practised for {n} minutes", record.minutes).format(
                n=record.minutes
            ),
        )
        for line in lines:
            self._facts.addWidget(Label(line))

    def _show_lessons(self) -> None:
        self._lessons.addWidget(Label(_("Lessons"), "lead"))
        for lesson in self._record.lessons:
            self._lessons.addWidget(self._lesson(lesson))
        if not self._record.lessons:
            self._lessons.addWidget(Label(_("No lesson has been begun yet.")))

    def _lesson(self, lesson: LessonRecord) -> QWidget:
        told = _("{n} of {all} parts").format(n=lesson.stations_done, all=lesson.stations)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(i18n.content_or_source(self._record.pack, lesson.title), "strong"))
        if not lesson.done:
            line = ProgressLine()
            line.set_part(lesson.stations_done, lesson.stations)
            line.set_summary(told)
            words.addWidget(line)
        parts = (_("finished") if lesson.done else told, _skill(lesson.skill))
        words.addWidget(Label(" · ".join(part for part in parts if part), "soft"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Picture(lesson.pictogram, 48), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if lesson.done:
            tick = Picture(size=32)
            tick.set_icon("circle-check", "pine")
            row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(row)
        return holder

    def _show_next(self) -> None:
        self._next_card.setVisible(bool(self._record.next_steps))
        self._next.addWidget(Label(_("What comes next"), "lead"))
        reasons = {
            Reason.GO_ON: _("Go on here."),
            Reason.BEGIN: _("A new lesson."),
            Reason.AGAIN: _("Once more, now without help."),
        }
        own = self._person_id == self._session.person_id
        for step in self._record.next_steps:
            title = i18n.content_or_source(self._record.pack, step.title)
            self._next.addWidget(Label(reasons[step.reason], "soft"))
            if own:
                button = Button(title, trailing="arrow-right")
                button.clicked.connect(partial(self.frame.navigator.lesson, step.lesson))
                self._next.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                self._next.addWidget(Label(title, "strong"))

    def _show_result(self) -> None:
        """What was measured: one sentence, the areas with their states, the words; nothing if nothing was."""
        result = self._house.results.learner(self._session, self._person_id)
        latest = result.latest
        self._result_card.setVisible(latest is not None)
        self._result_open.setVisible(latest is not None)
        if latest is None:
            return
        texts = self._house.results.texts()
        words = Bilingual(texts.pack, None)
        said = ResultWords(i18n.CONTENT_LANGUAGE)
        title = _("What I can do now") if result.after is not None else _("My beginning")
        self._result.addWidget(Label(title, "lead"))
        self._result.addWidget(Label(sentence(result, words).sl, "strong"))
        before = result.before if comparable(result) else None
        for area in Area:
            states = [state_of(one, area) for one in (before, latest) if one is not None]
            told = " › ".join(said.say(STATES[state]) for state in states if state is not None)
            if told:
                self._result.addWidget(Label(f"{texts.area(area).label}: {told}"))
        line = words_line(result, words)
        if line is not None:
            self._result.addWidget(Label(line.sl))

    def _lay_out(self) -> None:
        for widget in (self._save, self._print):
            self._head.add(widget)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (
                left,
                ((Card("mint"), self._can), (self._result_card, self._result), (Card("card"), self._lessons)),
            ),
            (right, ((Card("card"), self._facts), (self._next_card, self._next))),
        ):
            column.setSpacing(16)
            for card, part in parts:
                part.setSpacing(10)
                card.body.addLayout(part)
                column.addWidget(card)
        right.addWidget(self._story)
        for column in (left, right):
            column.addStretch()
        self._result_card.body.addWidget(self._result_open, 0, Qt.AlignmentFlag.AlignLeading)
        columns = Fold(900)
        columns.row.setSpacing(16)
        columns.row.addLayout(left, 3)
        columns.row.addLayout(right, 2)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(64, 8, 64, 32)
        whole.setSpacing(16)
        whole.addWidget(self._head)
        whole.addWidget(self._status)
        whole.addWidget(columns)
        if self._own_data is not None:
            whole.addWidget(self._own_data)
        whole.addStretch()
        self._status.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _skill(skill: Skill | None) -> str:
    if skill is None:
        return ""
    return {
        Skill.NOT_YET: _("not yet"),
        Skill.WITH_HELP: _("with help"),
        Skill.ALONE: _("by myself"),
    }[skill]


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
