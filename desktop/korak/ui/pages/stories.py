# SPDX-License-Identifier: GPL-3.0-or-later
"""The learners' stories: where each stands, a look at it, and the web page and the booklet made of them."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import Session
from korak.centre.privacy import Deed, may
from korak.centre.retention import Use
from korak.i18n import _, format_date, ngettext
from korak.services.house import House
from korak.services.stories import SitePlan, Told
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.ask import Ask
from korak.ui.frame import Frame
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.rights_words import uses_text
from korak.ui.rows_model import Cell, Row, day_cell
from korak.ui.rows_table import RowsTable
from korak.ui.stories.author_dialog import AuthorDialog
from korak.ui.stories.correction import CorrectionDialog
from korak.ui.stories.preview import StoryView
from korak.ui.stories.words import CHIPS, state_text, title_of
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for_any

_SUGGESTED_FOLDER = "zgodbe-spletna-stran"


class StoriesPage(DeskPage):
    """A list, the chosen story beside it, and what stands on the web page."""

    here = "stories"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._publishes = may(session, Deed.PUBLISH)
        self._writes = may(session, Deed.COLLECT)
        self._all: tuple[Told, ...] = ()
        self._head = Headline()
        self._poster = Button(icon="image")
        self._poster.clicked.connect(partial(frame.navigator.desk, "poster"))
        self._head.add(self._poster)
        self._dictate = Button(role="primary", icon="plus")
        self._dictate.clicked.connect(self._ask_author)
        self._head.add(self._dictate)
        self._seek = LineEdit()
        self._table = RowsTable()
        self._seek.textChanged.connect(self._table.rows.seek)
        self._table.picked.connect(self._show_story)
        self._table.activated.connect(self._open)
        self._status = Label("", "soft")
        self._card = Card("card")
        self._view = QWidget()
        self._facts = Label("", "soft")
        self._acts = QWidget()
        self._change, self._correct, self._withdraw = (
            Button(icon="pencil"),
            Button(icon="check"),
            Button(icon="x"),
        )
        self._change.clicked.connect(self._open)
        self._correct.clicked.connect(self._ask_correction)
        self._withdraw.clicked.connect(self._ask_withdraw)
        self._site = Card("mint")
        self._site_title, self._site_note = Label("", "lead"), Label()
        self._folder, self._zip = Button(role="primary", icon="folder"), Button(icon="save")
        self._folder.clicked.connect(self._ask_folder)
        self._zip.clicked.connect(self._ask_zip)
        self._booklet, self._print = Button(icon="book-open"), Button(icon="printer")
        self._booklet.clicked.connect(partial(self._make_booklet, False))
        self._print.clicked.connect(partial(self._make_booklet, True))
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The line to search in."""
        return self._seek

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, story_id: str) -> None:
        """Look at a story."""
        self._table.choose(story_id)

    def help_texts(self) -> tuple[str, ...]:
        """How stories get outside."""
        return (
            _("Only stories with a consent that holds today get into the web page and the booklet."),
            _("Make a new web page after every withdrawal, and put it in place of the old one."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Stories"))
        self._dictate.setText(_("Write down a story"))
        self._poster.setText(_("Poster of a group"))
        self._seek.setAccessibleName(_("Search"))
        self._seek.setPlaceholderText(_("Search"))
        self._table.setAccessibleName(_("Stories"))
        self._change.setText(_("Open"))
        self._correct.setText(_("Correct the language"))
        self._withdraw.setText(_("Withdraw"))
        self._site_title.setText(_("Show outside"))
        self._folder.setText(_("Web page into a folder"))
        self._zip.setText(_("Web page as a file"))
        self._booklet.setText(_("Booklet (PDF)"))
        self._print.setText(_("Print"))
        self._table.rows.set_titles((_("Name"), _("Title"), _("State"), _("Where"), _("Until"), _("Changed")))
        self._show()

    def shown(self) -> None:
        """Ask for the stories."""
        self._show()

    # to publish

    def publish(self, target: Path) -> None:
        """Write the web page into a folder or a .zip file, and say what to take down."""
        self._say(_("The web page is being made. Just a moment."))
        work = partial(self.house.stories.publish, self.session, target)
        self.frame.background.run(work, partial(self._published, target), self._failed)

    # slots

    def _ask_author(self) -> None:
        dialog = AuthorDialog(self.house.stories.authors(self.session), self)
        dialog.chosen.connect(self._write_for)
        dialog.open()

    def _write_for(self, person: str) -> None:
        self.frame.navigator.story(person)

    def _open(self) -> None:
        told = self._chosen()
        if told is not None and self._writes:
            self.frame.navigator.story(told.author.id, told.story.id)

    def _ask_correction(self) -> None:
        told = self._chosen()
        if told is None:
            return
        dialog = CorrectionDialog(self.house, self.session, told.story, self)
        dialog.saved.connect(self._corrected)
        dialog.open()

    def _corrected(self) -> None:
        self._show()
        self._say(_("The suggestion is kept. The learner sees it and decides."))

    def _ask_withdraw(self) -> None:
        told = self._chosen()
        if told is None:
            return
        note = _("Do this when the learner asks for it. The next web page is without this story.")
        ask = Ask(_("Withdraw the story?"), note, _("Withdraw"), self)
        ask.agreed.connect(partial(self._withdraw_now, told))
        ask.open()

    def _withdraw_now(self, told: Told, _typed: str) -> None:
        self.house.stories.withdraw(self.session, told.story.id)
        self._show()
        self._say(_("The consent is withdrawn. Make a new web page now."))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Web page into a folder"))
        if chosen:
            self.publish(Path(chosen) / _SUGGESTED_FOLDER)

    def _ask_zip(self) -> None:
        name = f"{_SUGGESTED_FOLDER}.zip"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Web page as a file"), name, "ZIP (*.zip)")
        if chosen:
            path = Path(chosen)
            self.publish(path if path.suffix.lower() == ".zip" else path.with_name(f"{path.name}.zip"))

    def _published(self, target: Path, plan: SitePlan) -> None:
        self._show()
        count = len(plan.lines)
        told = ngettext("{n} story is in {file}.", "{n} stories are in {file}.", count)
        self._say(f"{told.format(n=count, file=target.name)} {_take_down(plan)}".strip())

    def _failed(self, fault: Exception) -> None:
        words = words_for_any(fault)
        self._say(f"{words.happened} {words.todo}")

    def _make_booklet(self, paper: bool) -> None:
        self._say(_("The sheet is being made. Just a moment."))
        work = partial(self.house.stories.booklet, self.session, Use.PRINT)
        self.frame.background.run(work, partial(self._hand_over, paper), self._failed)

    def _hand_over(self, paper: bool, pdf: bytes) -> None:
        self._say("")
        if paper:
            print_pdf(pdf, self)
            return
        if save_pdf(pdf, "korak_zgodbe.pdf", self) is not None:
            self._say(_("Saved."))

    def _show_story(self, story_id: str) -> None:
        told = self._chosen()
        fresh = QWidget()
        if told is not None:
            photo = self.house.stories.photo(self.session, story_id)
            fresh = StoryView(told.story, photo)
            self._facts.setText(" · ".join(self._facts_of(told)))
        self._card.body.replaceWidget(self._view, fresh)
        self._view.hide()
        self._view.deleteLater()
        self._view = fresh
        fresh.show()
        self._card.setVisible(told is not None)
        self._change.setVisible(self._writes)
        self._correct.setVisible(self._publishes)
        self._withdraw.setVisible(self._writes and told is not None and bool(told.permit.story))

    # internal

    def _chosen(self) -> Told | None:
        return next((told for told in self._all if told.story.id == self._table.chosen), None)

    def _facts_of(self, told: Told) -> list[str]:
        story = told.story
        facts = [i18n.own_name(story.language), state_text(told.state)]
        if told.typed_by:
            facts.append(_("written down by {name}").format(name=told.typed_by))
        if told.answer is not None and told.answer.given:
            day = format_date(told.answer.at.astimezone().date())
            facts.append(_("agreed on {day}").format(day=day))
        if story.photo:
            seen = uses_text(told.permit.photo)
            facts.append(_("photo: {where}").format(where=seen) if seen else _("photo: not shown"))
        if story.corrected is not None:
            facts.append(
                _("the corrected text is shown") if story.approved else _("a correction waits for the author")
            )
        return facts

    def _show(self) -> None:
        chosen = self._table.chosen
        self._all = self.house.stories.all(self.session)
        self._table.rows.show_rows([_row(told) for told in self._all])
        if chosen:
            self._table.choose(chosen)
        count = len(self._all)
        none = _("No story yet. Learners find “My story” on the page “What I can do”.")
        self._head.note.setText(
            ngettext("{n} story", "{n} stories", count).format(n=count) if count else none
        )
        self._table.setVisible(bool(self._all))
        self._seek.setVisible(bool(self._all))
        self._dictate.setVisible(self._writes)
        printed = any(Use.PRINT in told.permit.story for told in self._all)
        for button in (self._booklet, self._print):
            button.setEnabled(printed)
        self._poster.setVisible(self._publishes)
        self._site.setVisible(self._publishes)
        if self._publishes:
            self._show_plan(self.house.stories.plan(self.session))
        self._show_story(self._table.chosen)

    def _show_plan(self, plan: SitePlan) -> None:
        ready = len(plan.lines)
        parts = [ngettext("{n} story may be on the web page.", "{n} stories may be on the web page.", ready)]
        if plan.before is not None:
            day = format_date(plan.before.astimezone().date())
            parts.append(_("The last web page was made on {day}.").format(day=day))
            parts.extend(_differences(plan))
        self._site_note.setText(" ".join(part.format(n=ready) for part in parts))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _lay_out(self) -> None:
        across = FlowLayout(12)
        across.setContentsMargins(0, 0, 0, 0)
        self._acts.setLayout(across)
        for button in (self._change, self._correct, self._withdraw):
            across.addWidget(button)
        self._card.body.addWidget(self._facts)
        self._card.body.addWidget(self._view)
        self._card.body.addWidget(self._acts)
        ways = QWidget()
        flow = FlowLayout(12)
        flow.setContentsMargins(0, 0, 0, 0)
        ways.setLayout(flow)
        for button in (self._folder, self._zip, self._booklet, self._print):
            flow.addWidget(button)
        for widget in (self._site_title, self._site_note, ways):
            self._site.body.addWidget(widget)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        for widget in (self._head, self._status, self._site, self._seek, self._table, self._card):
            column.addWidget(widget)
        column.addStretch()
        self._status.hide()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _row(told: Told) -> Row:
    story, answer = told.story, told.answer
    until = answer.until if answer is not None and told.permit.story else None
    return Row(
        story.id,
        (
            Cell(story.name or told.author.shown_name),
            Cell(title_of(story)),
            Cell(state_text(told.state), chip=CHIPS.get(told.state, "")),
            Cell(uses_text(told.permit.story) or "–"),
            Cell("–") if until is None else day_cell(until),
            day_cell(story.changed_at.astimezone().date()),
        ),
    )


def _differences(plan: SitePlan) -> list[str]:
    """What a new web page would bring and take."""
    told: list[str] = []
    changed = plan.changes
    if changed.added or changed.changed:
        count = len(changed.added) + len(changed.changed)
        said = ngettext("{n} story is new or changed.", "{n} stories are new or changed.", count)
        told.append(said.format(n=count))
    if changed.gone or changed.unseen:
        told.append(_take_down(plan))
    return told


def _take_down(plan: SitePlan) -> str:
    """What must go from the centre's web page, by the names of the files."""
    files = [one.file for one in plan.changes.gone]
    if not files and not plan.changes.unseen:
        return ""
    shown = ", ".join(files)
    count = len(files)
    said = ngettext("Take {n} story off the web: {files}", "Take {n} stories off the web: {files}", count)
    photos = _("Take old photos off the web, too.") if plan.changes.unseen else ""
    return f"{said.format(n=count, files=shown) if files else ''} {photos}".strip()
