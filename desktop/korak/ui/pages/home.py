# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's first page: one obvious next step, the course as stepping stones, three quiet doors."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.assessment.sitting import SittingRecord
from korak.assessment.taking import progress
from korak.centre.pairs import Pair
from korak.centre.people import Person, Session
from korak.i18n import _, ngettext
from korak.learning.progress import CourseProgress, LessonProgress, ModuleProgress, ModuleState
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.company import Company
from korak.ui.folding import Fold
from korak.ui.forms.part_dialog import PartDialog
from korak.ui.frame import Frame
from korak.ui.from_trainer import FromTrainer
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.sitting.occasion import occasion_title
from korak.ui.stage_words import step_of
from korak.ui.taking_part import NeedsOffer, QuietWays
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card, Door, NowCard
from korak.ui.widgets.labels import Label
from korak.ui.widgets.path import State, StoneItem, StonePath
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller

_STONES: Mapping[ModuleState, State] = {
    ModuleState.DONE: "done",
    ModuleState.NOW: "now",
    ModuleState.NEXT: "next",
    ModuleState.LATER: "next",
}


class PairOffer(Card):
    """The trainer wants somebody to work with this learner today; one button leads there."""

    def __init__(self, frame: Frame) -> None:
        super().__init__("sky")
        self._frame = frame
        self._person: Person | None = None
        self._picture = Picture(size=56)
        self._told = Label(role="strong")
        self._yes = Button(icon="users")
        self._yes.clicked.connect(self._go)
        row = Fold(640)
        row.row.setSpacing(16)
        row.row.addWidget(self._picture)
        row.row.addWidget(self._told, 1)
        row.row.addWidget(self._yes)
        self.body.addWidget(row)

    def offer(self, person: Person | None) -> None:
        """Offer to work with somebody, or nothing."""
        self._person = person
        self.setVisible(person is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        if self._person is not None:
            self._picture.set_pictogram(self._person.picture)
            told = _("Your trainer suggests: work with {name} today.")
            self._told.setText(told.format(name=self._person.shown_name))
            self._yes.setText(_("Work together"))

    def _go(self) -> None:
        if self._person is not None:
            self._frame.navigator.partner_pin(self._person.id)


class HomePage(Page):
    """Where a learner goes on."""

    def __init__(self, frame: Frame, house: House, session: Session, pair: Pair | None = None) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person: Person = house.people.me(session)
        self._pair = pair
        self.company = Company(frame, house, session, pair)
        self.company.parting.connect(self._ask_who_finishes)
        self._lessons = house.lessons if pair is None else house.pairs.lessons(pair)
        self._course: CourseProgress = self._lessons.course(session)
        self._sitting = self._waiting_sitting()
        self._open_module: ModuleProgress | None = None
        self._now = NowCard()
        self._now.go.connect(self._go)
        self._now.speak.connect(self._speak)
        self._from_trainer = FromTrainer(frame, house, session)
        self._path = StonePath()
        self._path.chosen.connect(self.choose_module)
        self._card = Card("card")
        self._card_title = Label(role="heading")
        self._card_note = Label()
        self._card_lessons = QVBoxLayout()
        self._words = Door(pictogram="books")
        self._words.clicked.connect(frame.navigator.words)
        self._playground = Door(pictogram="laptop")
        self._playground.clicked.connect(frame.navigator.playground)
        self._record = Door(pictogram="memo")
        self._record.clicked.connect(frame.navigator.record)
        self._two = Door(pictogram="busts-in-silhouette")
        self._two.clicked.connect(frame.navigator.partner)
        self._offer = PairOffer(frame)
        self._needs = NeedsOffer(frame, house, session)
        self._quiet = QuietWays(frame)
        self._apart = Label(role="note")
        frame.voice.changed.connect(self._show_voice)
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """Who is here, the languages, and the way out."""
        return Bar(
            chips=tuple(Chip(person.shown_name, person.picture) for person in self._people()),
            button=BarButton(_("Sign out"), self.frame.navigator.wall),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The one next step."""
        return self._now.action

    def help_texts(self) -> tuple[str, ...]:
        """How one goes on."""
        return (
            _("Press the green button. You continue where you stopped."),
            _("The stones are the parts of the course."),
            _("When you finish, press “Sign out”."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._path.set_state_words(_("done"), _("now"), _("later"))
        self._path.set_arrow_names(_("Earlier parts"), _("Later parts"))
        self._words.set_title(_("Words"))
        self._playground.set_title(_("Practice ground"))
        self._playground.set_note(_("Practise e-services your own way"))
        self._record.set_title(_("What I can do"))
        self._record.set_note(_("My sheet and my progress"))
        self._two.set_title(_("Two together"))
        self._two.set_note(_("At one computer, in turn"))
        self._apart.setText(_("The assessment waits: everybody does it alone."))
        self.company.retranslate()
        self._offer.retranslate()
        self._needs.retranslate()
        self._quiet.retranslate()
        self._from_trainer.retranslate()
        self._show()

    def shown(self) -> None:
        """Ask how far the learner is."""
        self._course = self._lessons.course(self._session)
        self._sitting = self._waiting_sitting()
        self._ask_about_pairs()
        self._show()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def back(self) -> None:
        """Close what is open about a module."""
        if self._open_module is not None:
            self._open_module = None
            self._show_module()
            self._path.setFocus(Qt.FocusReason.OtherFocusReason)

    def _people(self) -> tuple[Person, ...]:
        return tuple(seat.person for seat in self.company.seats) or (self._person,)

    def _waiting_sitting(self) -> SittingRecord | None:
        """The assessment that waits; a pair has none."""
        return self._house.sittings.waiting(self._session) if self._pair is None else None

    def _ask_about_pairs(self) -> None:
        """What is offered to one learner, and what two leave for when each is alone."""
        alone = self._pair is None
        for door in (self._words, self._playground, self._record, self._quiet):
            door.setVisible(alone)
        if alone:
            self._from_trainer.ask()
            self._needs.ask()
            self._offer.offer(self._house.pairs.proposal(self._session))
            self._two.setVisible(bool(self._house.pairs.partners(self._session)))
        else:
            self._from_trainer.hide()
            self._needs.hide()
            self._offer.offer(None)
            self._two.hide()
        waiting = self._house.sittings.waiting
        self._apart.setVisible(not alone and any(waiting(one) for one in self.company.sessions))

    # slots

    def _ask_who_finishes(self) -> None:
        dialog = PartDialog(self.company.seats, self)
        dialog.finishes.connect(self.frame.navigator.part)
        dialog.open()

    def _go(self) -> None:
        following = self._course.next
        if self._sitting is not None:
            self.frame.navigator.sitting()
        elif following is not None:
            self.frame.navigator.lesson(following.lesson.id)
        else:
            self.frame.navigator.record()

    def _speak(self) -> None:
        if self.frame.voice.is_speaking():
            self.frame.voice.stop()
        elif self._sitting is not None:
            self.frame.voice.say(occasion_title(self._sitting.occasion), i18n.language())
        elif self._course.next is not None:
            self.frame.voice.say(self._course.next.lesson.title, i18n.CONTENT_LANGUAGE)

    def choose_module(self, key: str) -> None:
        """Open the one lesson of a module, offer its lessons, or say that it comes later."""
        chosen = next(module for module in self._course.modules if module.module.id == key)
        if len(chosen.lessons) == 1:
            self.frame.navigator.lesson(chosen.lessons[0].lesson.id)
            return
        self._open_module = chosen
        self._show_module()
        announce(self._card, f"{self._card_title.text()}. {self._card_note.text()}")

    def _show_voice(self) -> None:
        speakable = self._course.next is not None and self.frame.voice.available(i18n.CONTENT_LANGUAGE)
        self._now.set_speak_name(_("Listen"))
        self._now.speaker.setVisible(speakable)

    # internal

    def _title(self, text: str) -> str:
        return i18n.content_or_source(self._house.pack.id, text)

    def _small(self, text: str) -> str:
        """The same text in the other language: the learner's below Slovenian, Slovenian below any other."""
        if i18n.language() == i18n.CONTENT_LANGUAGE:
            return self.frame.second(self._house.pack.id, text)
        return text if self._title(text) != text else ""

    def _show(self) -> None:
        following = self._course.next
        if self._sitting is not None:
            self._show_sitting(self._sitting)
        elif following is None:
            self._show_all_done()
        else:
            self._show_next(following)
        self._show_voice()
        self._path.set_stones([self._stone(module) for module in self._course.modules])
        met = sum(len(lesson.lesson.words) for lesson in self._course.lessons if lesson.begun)
        told = ngettext("{n} word", "{n} words", met).format(n=met)
        self._words.set_note(told if met else _("The words of your lessons"))
        self._show_module()

    def _show_next(self, following: LessonProgress) -> None:
        lesson = following.lesson
        self._now.set_kicker(_("Continue here") if following.begun else _("Begin here"))
        self._now.set_title(self._title(lesson.title))
        parts = [self._small(lesson.title)]
        current = following.current
        if following.begun and current is not None:
            parts.insert(0, step_of(lesson, current.stage))
        else:
            parts.insert(0, ngettext("{n} minute", "{n} minutes", lesson.minutes).format(n=lesson.minutes))
        self._now.set_note(" · ".join(part for part in parts if part))
        self._now.set_progress(following.stations_done, len(following.stations))
        self._now.set_pictogram(lesson.pictogram)
        self._now.set_action(_("Next"))

    def _show_sitting(self, record: SittingRecord) -> None:
        """An assessment that waits is the one next step; the lessons stay open behind their stones."""
        done, count = progress(record)
        self._now.set_kicker(_("Continue here") if done else _("Begin here"))
        self._now.set_title(occasion_title(record.occasion))
        self._now.set_note(_("What can you do already?") if not done else _("Everything is saved."))
        self._now.set_progress(done, count)
        self._now.set_pictogram("clipboard")
        self._now.set_action(_("Next"))

    def _show_all_done(self) -> None:
        self._now.set_kicker(self._title(self._house.pack.title))
        self._now.set_title(_("You have finished all the lessons."))
        self._now.set_note(_("You can do any lesson again: press its stone."))
        self._now.set_progress(1, 1)
        self._now.set_pictogram("chequered-flag")
        self._now.set_action(_("What I can do"))

    def _stone(self, part: ModuleProgress) -> StoneItem:
        module = part.module
        return StoneItem(module.id, self._title(module.title), module.pictogram, _STONES[part.state])

    def _show_module(self) -> None:
        chosen = self._open_module
        self._card.setVisible(chosen is not None)
        while (item := self._card_lessons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if chosen is None:
            return
        self._card_title.setText(self._title(chosen.module.title))
        self._card_note.setText(
            _("Choose a lesson.") if chosen.lessons else _("This part is not written yet. It comes later.")
        )
        if chosen.module.way == "local_services":
            way = Button(_("Who helps with what"), icon="map-pin")
            way.clicked.connect(self.frame.navigator.local_help)
            self._card_lessons.addWidget(way)
        for lesson in chosen.lessons:
            button = Button(self._title(lesson.lesson.title), icon="check" if lesson.done else "")
            button.clicked.connect(partial(self.frame.navigator.lesson, lesson.lesson.id))
            self._card_lessons.addWidget(button)

    def _lay_out(self) -> None:
        self._card.body.addWidget(self._card_title)
        self._card.body.addWidget(self._card_note)
        self._card.body.addLayout(self._card_lessons)
        doors = Fold(900)
        doors.row.setSpacing(20)
        for door in (self._words, self._playground, self._record, self._two):
            doors.row.addWidget(door, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(48, 4, 48, 24)
        column.setSpacing(16)
        column.addWidget(self.company)
        column.addWidget(self._offer)
        column.addWidget(self._now)
        column.addWidget(self._apart)
        column.addWidget(self._needs)
        column.addWidget(self._from_trainer)
        column.addStretch(1)
        column.addWidget(self._path, 6)
        column.addWidget(self._card)
        column.addStretch(1)
        column.addWidget(doors)
        column.addWidget(self._quiet)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
