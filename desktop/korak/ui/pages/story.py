# SPDX-License-Identifier: GPL-3.0-or-later
"""A calm room to write a story in: three questions, a name, a photo, a look at it, and who may see it.

Learners write their own; a helper writes down what a learner dictates. Every letter is kept as it is typed,
and the room opens where the story was left.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Role, Session
from korak.centre.retention import Purpose, Use
from korak.centre.stories import MOST_LETTERS, QUESTIONS, State
from korak.i18n import N_, _
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.stories import Draft, Told
from korak.ui.announce import announce
from korak.ui.folding import Headline
from korak.ui.forms.ask import Ask
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.stories.about import AboutView
from korak.ui.stories.consent import ConsentView
from korak.ui.stories.photo_file import photo_of
from korak.ui.stories.preview import StoryView
from korak.ui.stories.question import QuestionView
from korak.ui.stories.said import Said
from korak.ui.stories.saver import Saver
from korak.ui.stories.words import state_text, title_of
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.progress import StageBar
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for_any

ABOUT, LOOK, CONSENT, PHOTO, THANKS, LIST = "about", "look", "consent", "photo", "thanks", "list"
STEPS = (*QUESTIONS, ABOUT, LOOK, CONSENT)
_OPEN = {State.DRAFT, State.WAITING}
T = TypeVar("T")


class StoryPage(Page):
    """One step at a time; `person_id` is the story's author, whoever sits at the keyboard."""

    def __init__(
        self, frame: Frame, house: House, session: Session, person_id: str, story_id: str = ""
    ) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person_id = person_id
        self._own = session.role is Role.LEARNER
        self._told: Told | None = None
        self._all = house.stories.own(session, person_id)
        self._author = self._all[0].author if self._all else house.stories.author(session, person_id)
        self._draft = Draft(i18n.CONTENT_LANGUAGE, name=self._author.shown_name)
        self._saver = Saver(self._save, self)
        self.step = ""
        self.view: QWidget = QWidget()
        self._head = Headline()
        self._language = PillMenu(icon="globe")
        self._language.chosen.connect(self.choose_language)
        self._bar = StageBar()
        self._status = Label("", "soft")
        self._back, self._next = Button(icon="arrow-left"), Button(role="main", trailing="arrow-right")
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self.go_on)
        self._middle = Middle(900)
        self._lay_out()
        self._enter(story_id)

    # what a page tells about itself

    def bar(self) -> Bar:
        """Who is here, the languages, and the way home."""
        me = self._house.people.me(self._session)
        return Bar(
            chips=(Chip(me.shown_name, me.picture if self._own else ""),),
            button=BarButton(_("Home") if self._own else _("Stories"), self._leave_room),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The place to write, where there is one."""
        if isinstance(self.view, QuestionView):
            return self.view.editor
        if isinstance(self.view, AboutView):
            return self.view.name_edit
        if isinstance(self.view, ConsentView):
            return self.view.first
        return self._next if self._next.isVisibleTo(self) else self._back

    def help_texts(self) -> tuple[str, ...]:
        """How one writes here."""
        return (
            _("Write as you like. Mistakes do not matter."),
            _("Everything is saved while you write."),
            _("Nobody outside sees your story before you say yes."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        own, name = _("My story"), self._author.shown_name
        self._head.title.setText(own if self._own else _("The story of {name}").format(name=name))
        self._head.note.setText(
            _("Everything is saved while you write.")
            if self._own
            else _("You write. {name} tells and decides.").format(name=name)
        )
        self._language.setAccessibleName(_("Language of the story"))
        self._show_languages()
        self._back.setText(_("Back"))
        self._show_foot()
        if self.step in (LIST, THANKS, LOOK):
            self.show_step(self.step)

    def shown(self) -> None:
        """Let the place to write be seen, also where letters are large."""
        self._bring_into_sight()

    def leave(self) -> None:
        """Keep what was typed last, and be silent."""
        self._saver.now()
        self.frame.voice.stop()

    def back(self) -> None:
        """One step back, or out of the room."""
        self._go_back()

    def escape(self) -> None:
        """Stay: a key pressed by mistake must not lead away from a text."""

    # steps

    def show_step(self, step: str) -> None:
        """Show a step: a question, `about`, `look`, `consent`, `photo`, `thanks`, or the `list`."""
        self._saver.now()
        self.step = step
        builders: dict[str, Callable[[], QWidget]] = {
            ABOUT: self._about_view,
            LOOK: self._look_view,
            CONSENT: partial(self._consent_view, Purpose.STORY),
            PHOTO: partial(self._consent_view, Purpose.PHOTO),
            THANKS: self._thanks_view,
            LIST: self._list_view,
        }
        fresh = builders.get(step, partial(self._question_view, step))()
        self._middle.column.replaceWidget(self.view, fresh)
        self.view.hide()
        self.view.deleteLater()
        self.view = fresh
        fresh.show()
        self._show_foot()
        self._show_languages()
        if self.isVisible():
            self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_sight()

    def go_on(self) -> None:
        """Go one step on, if this one is done."""
        self._saver.now()
        if self.step == LOOK:
            told = self._fresh()
            if self._try(partial(self._house.stories.finish, self._session, told.story.id)) is None:
                return
        if self.step == ABOUT and self._told is None:
            self._say(_("There is no text yet. Write something first."), attention=True)
            return
        if self.step in (THANKS, PHOTO, CONSENT):
            self._leave_room()
            return
        self._say("")
        self.show_step(STEPS[STEPS.index(self.step) + 1])

    def choose_language(self, code: str) -> None:
        """Tell the story in another language."""
        self._draft = replace(self._draft, language=code)
        if isinstance(self.view, QuestionView):
            self.view.set_language(code)
        self._show_languages()
        self._saver.changed()

    def open_story(self, story_id: str) -> None:
        """Go on with a story where it was left."""
        self._enter(story_id)

    def new_story(self) -> None:
        """Begin another story."""
        self._told = None
        self._draft = Draft(i18n.CONTENT_LANGUAGE, name=self._author.shown_name)
        self.show_step(QUESTIONS[0])

    def take_photo(self, file: Path) -> None:
        """Take a photo out of a file, or say why not."""
        self._say(_("The photo is being prepared. Just a moment."))
        self.frame.background.run(partial(photo_of, file), self._keep_photo, self._refuse_photo)

    # building steps

    def _question_view(self, question: str) -> QuestionView:
        view = QuestionView(self.frame, question, getattr(self._draft.own, question), self._draft.language)
        view.typed.connect(partial(self._typed, view))
        view.editor.cursorPositionChanged.connect(self._scroll_to_cursor)
        return view

    def _about_view(self) -> AboutView:
        draft = self._draft
        view = AboutView(self.frame, draft.name, draft.own.title, draft.photo_text)
        view.show_photo(self._photo())
        view.typed.connect(partial(self._typed, view))
        view.photo_chosen.connect(self.take_photo)
        view.photo_unwanted.connect(self._ask_remove)
        return view

    def _look_view(self) -> QWidget:
        told = self._fresh()
        view, column = _column()
        story, photo = told.story, self._photo()
        if story.corrected is None:
            card = Card("card")
            card.body.addWidget(StoryView(story, photo))
            column.addWidget(card)
            return view
        column.addWidget(Said(self.frame, N_("Which text do you want to show?"), role="lead"))
        for corrected, texts, said in (
            (False, story.own, _("As you wrote it")),
            (True, story.corrected, _("A suggestion: the same with fewer mistakes")),
        ):
            card = Card("mint" if story.approved is corrected else "card")
            choose = Button(said, "tick")
            choose.setChecked(story.approved is corrected)
            choose.clicked.connect(partial(self._approve, corrected))
            card.body.addWidget(choose)
            card.body.addWidget(StoryView(story, photo, texts))
            column.addWidget(card)
        return view

    def _consent_view(self, purpose: Purpose) -> ConsentView:
        today = self.frame.clock.now().astimezone().date()
        view = ConsentView(self.frame, purpose, self._fresh(), today)
        view.answered.connect(partial(self._answer, purpose))
        return view

    def _thanks_view(self) -> QWidget:
        told = self._fresh()
        view, column = _column()
        card = Card("mint")
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(Picture("bouquet", 84))
        sentences = (
            (N_("Others may see your story now."), N_("You can take your yes back here at any time."))
            if told.permit.story
            else (N_("Your story stays with you."), N_("You can change your mind later."))
        )
        words = QVBoxLayout()
        words.addWidget(Said(self.frame, N_("Thank you for your story!"), role="title"))
        words.addWidget(Said(self.frame, *sentences))
        head.addLayout(words, 1)
        card.body.addLayout(head)
        column.addWidget(card)
        column.addStretch()
        return view

    def _list_view(self) -> QWidget:
        self._all = self._house.stories.own(self._session, self._person_id)
        view, column = _column()
        for told in self._all:
            column.addWidget(self._story_card(told))
        more = Button(_("A new story"), icon="plus")
        more.clicked.connect(self.new_story)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        return view

    def _story_card(self, told: Told) -> Card:
        card = Card("mint" if told.permit.story else "card")
        card.body.addWidget(Label(title_of(told.story), "lead"))
        state = state_text(told.state)
        day = i18n.format_date(told.story.changed_at.astimezone().date())
        card.body.addWidget(Label(f"{state} · {day}", "soft"))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        acts: list[tuple[str, str, Callable[[], None]]] = [
            (_("Open"), "pencil", partial(self.open_story, told.story.id)),
        ]
        if told.permit.story:
            acts.append((_("Take the yes back"), "x", partial(self._ask_withdraw, told)))
        acts.append((_("Delete"), "trash-2", partial(self._ask_erase, told)))
        for text, icon, do in acts:
            button = Button(text, "quiet" if icon == "trash-2" else "secondary", icon=icon)
            button.setAccessibleName(f"{text}: {title_of(told.story)}")
            button.clicked.connect(do)
            buttons.addWidget(button)
        buttons.addStretch()
        card.body.addLayout(buttons)
        return card

    # slots

    def _typed(self, view: QWidget) -> None:
        if isinstance(view, QuestionView):
            own = replace(self._draft.own, **{view.question: view.text()})
            self._draft = replace(self._draft, own=own)
        elif isinstance(view, AboutView):
            own = replace(self._draft.own, title=view.title_edit.text())
            name, said = view.name_edit.text(), view.photo_edit.text()
            self._draft = replace(self._draft, own=own, name=name, photo_text=said)
        self._saver.changed()

    def _save(self) -> None:
        if self._told is None and not self._draft.begun:
            return
        if max(len(answer) for answer in self._draft.own.answers) > MOST_LETTERS:
            self._say(_("This is very long. Please make it shorter: the end is not saved."))
            return
        if self._try(self._keep) is not None:
            self._say(_("Saved."), aloud=False)

    def _keep(self) -> bool:
        stories = self._house.stories
        if self._told is None:
            story = stories.begin(self._session, self._person_id, self._draft)
        else:
            story = stories.save(self._session, self._told.story.id, self._draft)
            if story == self._told.story:
                return True
        self._told = stories.get(self._session, story.id)
        return True

    def _keep_photo(self, data: bytes) -> None:
        if self._told is None:
            self._told = self._house.stories.get(
                self._session,
                self._house.stories.begin(self._session, self._person_id, self._draft).id,
            )
        put = partial(self._house.stories.put_photo, self._session, self._told.story.id, data)
        if self._try(put) is not None:
            self._say(_("The photo is saved."))
            self._show_photo()

    def _refuse_photo(self, fault: Exception) -> None:
        self._say("")
        words = words_for_any(fault)
        if isinstance(self.view, AboutView):
            self.view.refuse(f"{words.happened} {words.todo}")

    def _ask_remove(self) -> None:
        ask = Ask(_("Remove the photo?"), _("It is erased and cannot be brought back."), _("Remove"), self)
        ask.agreed.connect(self._remove_photo)
        ask.open()

    def _remove_photo(self, _typed: str) -> None:
        if self._told is None:
            return
        story = self._house.stories.drop_photo(self._session, self._told.story.id)
        self._draft = replace(self._draft, photo_text=story.photo_text)
        if isinstance(self.view, AboutView):
            self.view.photo_edit.setText("")
        self._show_photo()
        self._say(_("The photo is erased."))

    def _approve(self, corrected: bool) -> None:
        told = self._fresh()
        self._house.stories.approve(self._session, told.story.id, corrected=corrected)
        self.show_step(LOOK)

    def _answer(self, purpose: Purpose, uses: frozenset[Use], until: date | None) -> None:
        told = self._fresh()
        answer = partial(self._house.stories.answer, self._session, told.story.id, purpose, uses, until)
        found = self._try(answer)
        if found is None:
            return
        asks = purpose is Purpose.STORY and found.permit.story and found.story.photo
        self.show_step(PHOTO if asks else THANKS)
        self._say("")

    def _ask_withdraw(self, told: Told) -> None:
        note = _("Nobody will be shown it from the next web page on. What is printed stays printed.")
        ask = Ask(_("Take the yes back?"), note, _("Take the yes back"), self)
        ask.agreed.connect(partial(self._withdraw, told))
        ask.open()

    def _withdraw(self, told: Told, _typed: str) -> None:
        if self._try(partial(self._house.stories.withdraw, self._session, told.story.id)) is not None:
            self.show_step(LIST)
            self._say(_("Your yes is taken back."))

    def _ask_erase(self, told: Told) -> None:
        note = _("The story and its photo are erased. This cannot be undone.")
        ask = Ask(_("Delete the story?"), note, _("Delete"), self)
        ask.agreed.connect(partial(self._erase, told))
        ask.open()

    def _erase(self, told: Told, _typed: str) -> None:
        self._house.stories.erase(self._session, told.story.id)
        self._told = None
        self._all = self._house.stories.own(self._session, self._person_id)
        if self._all:
            self.show_step(LIST)
        else:
            self.new_story()
        self._say(_("The story is erased."))

    def _go_back(self) -> None:
        if self.step in (LIST, QUESTIONS[0]):
            self._leave_room()
        elif self.step == THANKS:
            self.show_step(LIST)
        elif self.step == PHOTO:
            self.show_step(CONSENT)
        else:
            self.show_step(STEPS[STEPS.index(self.step) - 1])

    def _leave_room(self) -> None:
        if self._own:
            self.frame.navigator.home()
        else:
            self.frame.navigator.desk("stories")

    # internal

    def _enter(self, story_id: str) -> None:
        found = next((told for told in self._all if told.story.id == story_id), None)
        if found is None and len(self._all) == 1 and self._all[0].state in _OPEN and not story_id:
            found = self._all[0] if self._own else None
        if found is None:
            if self._all and self._own and not story_id:
                self.show_step(LIST)
            else:
                self.new_story()
            return
        self._told, story = found, found.story
        self._draft = Draft(story.language, story.own, story.name, story.photo_text)
        self.show_step(self._place(found))

    def _place(self, told: Told) -> str:
        """Where a story was left: at the first question without an answer, else where it is looked at."""
        if told.state is State.WAITING:
            return LOOK
        if told.state is not State.DRAFT:
            return LOOK
        unanswered = [question for question in QUESTIONS if not getattr(told.story.own, question).strip()]
        return unanswered[0] if unanswered else ABOUT

    def _fresh(self) -> Told:
        """The story as it is kept now."""
        if self._told is None:
            raise AssertionError("no story was begun")
        self._told = self._house.stories.get(self._session, self._told.story.id)
        return self._told

    def _photo(self) -> bytes | None:
        return None if self._told is None else self._house.stories.photo(self._session, self._told.story.id)

    def _show_photo(self) -> None:
        if isinstance(self.view, AboutView):
            self.view.refuse("")
            self.view.show_photo(self._photo())
        if self._told is not None:
            self._fresh()

    def _try(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except ServiceFault as fault:
            words = words_for_any(fault)
            self._say(f"{words.happened} {words.todo}", attention=True)
            return None

    def _say(self, text: str, *, aloud: bool = True, attention: bool = False) -> None:
        self._status.set_role("attention" if attention else "soft")
        self._status.setText(text)
        if aloud and text:
            announce(self._status, text)

    def _show_languages(self) -> None:
        codes = dict.fromkeys((i18n.CONTENT_LANGUAGE, self._author.language, *self._draft_language()))
        self._language.set_choices([(code, i18n.own_name(code)) for code in codes])
        self._language.setText(i18n.own_name(self._draft.language))
        self._language.set_current(self._draft.language)
        self._language.setVisible(len(codes) > 1 and self.step in QUESTIONS)

    def _draft_language(self) -> tuple[str, ...]:
        below = self.frame.below()
        return (self._draft.language,) if below is None else (self._draft.language, below)

    def _bring_into_sight(self) -> None:
        if isinstance(self.view, QuestionView):
            QTimer.singleShot(0, self.view, self._scroll_to_cursor)

    def _scroll_to_cursor(self) -> None:
        """Where letters are large, the page moves with the line that is being written."""
        scroller = self._middle.findChild(Scroller)
        content = None if scroller is None else scroller.widget()
        if not isinstance(self.view, QuestionView) or scroller is None or content is None:
            return
        editor = self.view.editor
        here = editor.viewport().mapTo(content, editor.cursorRect().bottomLeft())
        scroller.ensureVisible(here.x(), here.y(), 24, 2 * editor.cursorRect().height())

    def _show_foot(self) -> None:
        place = STEPS.index(self.step) if self.step in STEPS else len(STEPS)
        self._bar.set_stages([""] * len(STEPS))
        self._bar.set_current(place)
        said = _("Step {n} of {all}").format(n=min(place + 1, len(STEPS)), all=len(STEPS))
        self._bar.set_summary(said)
        self._bar.setVisible(self.step != LIST)
        asked = self.step in (CONSENT, PHOTO)
        self._next.setVisible(self.step != LIST and not asked)
        self._next.setText(
            {LOOK: _("My story is finished"), THANKS: _("Home") if self._own else _("Stories")}.get(
                self.step, _("Next")
            )
        )

    def _lay_out(self) -> None:
        self._head.add(self._language)
        column = self._middle.column
        column.addWidget(self._head)
        column.addWidget(self._bar)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(48, 8, 48, 20)
        foot.setSpacing(16)
        foot.addWidget(self._back)
        foot.addWidget(self._status, 1)
        foot.addWidget(self._next)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._middle, 1)
        outer.addLayout(foot)


def _column() -> tuple[QWidget, QVBoxLayout]:
    view = QWidget()
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    return view, column
