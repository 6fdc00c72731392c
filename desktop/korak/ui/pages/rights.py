# SPDX-License-Identifier: GPL-3.0-or-later
"""How long things are kept, whose time is over, who agreed to what, and what was erased."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Person, Session
from korak.centre.requests import Wanted
from korak.centre.retention import Clocks
from korak.i18n import _, format_date, ngettext
from korak.services.house import House
from korak.services.requests import Asked
from korak.services.rights import Agreed, Due
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.answer_dialog import AnswerDialog
from korak.ui.forms.ask import Ask
from korak.ui.frame import Frame
from korak.ui.rights_words import consent_text, erased_text
from korak.ui.rows_model import Cell, Row, day_cell
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, Number
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

_SHOWN = 30
_ROWS = 12  # of a table that are seen at once
People = tuple[tuple[Person, date], ...]


class RightsPage(DeskPage):
    """The centre's duties towards the people whose data it keeps."""

    here = "centre"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._due = Due((), ())
        self._head = Headline()
        self._back = Button(icon="arrow-left")
        self._back.clicked.connect(partial(frame.navigator.desk, "centre"))
        self._head.add(self._back)
        self._status = Label(role="lead")
        clocks = house.rights.clocks()
        self._months_box, self._years_box = Number(1, 120), Number(1, 30)
        self._months_box.setValue(clocks.learning_months)
        self._years_box.setValue(clocks.document_years)
        self._months, self._years = Field(self._months_box), Field(self._years_box)
        self._keep = Button(role="primary")
        self._keep.clicked.connect(self._set_clocks)
        self._clocks_title = Label(role="lead")
        self._learning = _DueCard(self._ask_learning)
        self._documents = _DueCard(self._ask_documents)
        self._asked: dict[str, Asked] = {}
        self._requests_title, self._requests_note = Label(role="lead"), Label(role="soft")
        self._requests = RowsTable(least=_ROWS)
        self._requests.activated.connect(self._ask_answer)
        self._requests.picked.connect(self._request_picked)
        self._answer = Button(icon="pencil")
        self._answer.clicked.connect(self._ask_answer)
        self._register_title, self._erased_title = Label(role="lead"), Label(role="lead")
        self._register, self._erased = RowsTable(least=_ROWS), RowsTable(least=_ROWS)
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The first number."""
        return self._months_box

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Data and rights"))
        self._head.note.setText(_("Keep no longer than needed. Nothing goes by itself: you decide."))
        self._back.setText(_("Centre"))
        self._clocks_title.setText(_("How long data are kept"))
        self._months.set_label(_("Learning data: months after the last exercise"))
        self._years.set_label(_("Documents for the funder: years after the end"))
        self._years.set_hint(_("Look into the contract. It may ask for more."))
        self._keep.setText(_("Save"))
        self._requests_title.setText(_("Requests of learners"))
        self._requests.setAccessibleName(_("Requests of learners"))
        self._answer.setText(_("Answer …"))
        self._register_title.setText(_("Consents"))
        self._register.setAccessibleName(_("Consents"))
        self._erased_title.setText(_("What was erased"))
        self._erased.setAccessibleName(_("What was erased"))
        self._show()

    def shown(self) -> None:
        """Ask whose time is over; this month's reminder has been seen then."""
        self.house.rights.reminded(self.session)
        self._show()

    # slots

    def _set_clocks(self) -> None:
        clocks = Clocks(self._months_box.value(), self._years_box.value())
        self.house.rights.set_clocks(self.session, clocks)
        self._show()
        self._say(_("Saved."))

    def _ask_learning(self) -> None:
        note = _("Answers, logs and sign-ins go. Results, hours and names stay. This cannot be undone.")
        self._ask(self._due.learning, note, self._erase_learning)

    def _ask_documents(self) -> None:
        note = _("Everything about these people goes, also hours and names. This cannot be undone.")
        self._ask(self._due.documents, note, self._erase_documents)

    def _ask(self, people: People, note: str, agreed: Callable[[str], None]) -> None:
        count = len(people)
        question = ngettext("Erase data of {n} person?", "Erase data of {n} people?", count).format(n=count)
        dialog = Ask(question, note, _("Erase"), self)
        dialog.agreed.connect(agreed)
        dialog.open()

    def _erase_learning(self, _typed: str) -> None:
        people = [person.id for person, _day in self._due.learning]
        self._told(self.house.rights.erase_learning(self.session, people))

    def _erase_documents(self, _typed: str) -> None:
        people = [person.id for person, _day in self._due.documents]
        self._told(self.house.rights.erase_documents(self.session, people))

    def _request_picked(self, name: str) -> None:
        asked = self._asked.get(name)
        self._answer.setEnabled(asked is not None and asked.answer is None)

    def _ask_answer(self) -> None:
        asked = self._asked.get(self._requests.chosen)
        if asked is None or asked.answer is not None:
            return
        dialog = AnswerDialog(self.house, self.session, asked, self)
        dialog.answered.connect(self._answered)
        dialog.erased.connect(partial(self._told, 1))
        dialog.open()

    def _answered(self) -> None:
        self._show()
        self._say(_("The answer stands on the learner's page."))

    # internal

    def _show_requests(self) -> None:
        asked = self.house.requests.all(self.session)
        self._asked = {one.request.id: one for one in asked}
        waiting = sum(1 for one in asked if one.answer is None)
        told = ngettext("{n} request waits.", "{n} requests wait.", waiting).format(n=waiting)
        self._requests_note.setText(told if asked else _("Nobody has asked for anything."))
        self._requests.rows.set_titles(
            (_("Day"), _("Learner"), _("What"), _("In their own words"), _("The answer"))
        )
        self._requests.rows.show_rows([_request_row(one) for one in asked])
        self._requests.setVisible(bool(asked))
        self._answer.setVisible(bool(asked))
        self._request_picked(self._requests.chosen)

    def _told(self, count: int) -> None:
        self._show()
        told = ngettext("Erased: data of {n} person.", "Erased: data of {n} people.", count).format(n=count)
        self._say(told + " " + _("Older backups still hold it until newer ones take their place."))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))
        announce(self._status, text)

    def _show(self) -> None:
        self._due = self.house.rights.due(self.session)
        self._show_requests()
        self._learning.show_due(_("Learning data to be erased"), self._due.learning)
        self._documents.show_due(_("Documents to be erased"), self._due.documents)
        names = (_("Learner"), _("For what"), _("Answer"), _("Until"))
        self._register.rows.set_titles(names)
        agreed = self.house.rights.register(self.session)
        self._register.rows.show_rows([_line(place, one) for place, one in enumerate(agreed)])
        erased = self.house.rights.erasures(self.session)[:_SHOWN]
        self._erased.rows.set_titles((_("Day"), _("What")))
        self._erased.rows.show_rows(
            [
                Row(str(place), (day_cell(at.astimezone().date()), Cell(erased_text(what))))
                for place, (at, what) in enumerate(erased)
            ]
        )

    def _lay_out(self) -> None:
        clocks, register, erased, requests = Card("card"), Card("card"), Card("card"), Card("card")
        for widget in (self._requests_title, self._requests_note, self._answer, self._requests):
            requests.body.addWidget(widget)
        for widget in (self._clocks_title, self._months, self._years, self._keep):
            clocks.body.addWidget(widget)
        register.body.addWidget(self._register_title)
        register.body.addWidget(self._register)
        erased.body.addWidget(self._erased_title)
        erased.body.addWidget(self._erased)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(16)
        for widget in (
            self._head,
            self._status,
            requests,
            clocks,
            self._learning,
            self._documents,
            register,
            erased,
        ):
            column.addWidget(widget)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._status.setVisible(False)


class _DueCard(Card):
    """Whose time is over, by name, and the button that erases."""

    def __init__(self, erase: Callable[[], None]) -> None:
        super().__init__("card")
        self._title = Label(role="lead")
        self._people = Label()
        self._erase = Button(icon="trash-2")
        self._erase.clicked.connect(erase)
        for widget in (self._title, self._people, self._erase):
            self.body.addWidget(widget)

    def show_due(self, title: str, people: People) -> None:
        """Show the names with the last day of each, or that nothing is due."""
        self._title.setText(title)
        lines = [f"{person.name or _('nameless')} ({format_date(day)})" for person, day in people[:_SHOWN]]
        rest = len(people) - len(lines)
        if rest:
            lines.append(ngettext("{n} more", "{n} more", rest).format(n=rest))
        self._people.setText(", ".join(lines) or _("Nothing is due."))
        self._erase.setText(_("Erase …"))
        self._erase.setAccessibleName(f"{_('Erase …')} {title}")
        self._erase.setVisible(bool(people))


def _request_row(asked: Asked) -> Row:
    request, answer = asked.request, asked.answer
    what = {Wanted.CORRECT: _("to correct"), Wanted.ERASE: _("to erase")}[request.what]
    told = _("by {day}").format(day=format_date(request.due)) if answer is None else answer.note
    return Row(
        request.id,
        (
            day_cell(request.at.astimezone().date()),
            Cell(asked.person.name),
            Cell(what),
            Cell(request.text),
            Cell(told, chip="idle" if answer is None else ""),
        ),
    )


def _line(place: int, agreed: Agreed) -> Row:
    consent = agreed.consent
    said = _("yes") if agreed.holds else _("over") if consent.given else _("no")
    until = Cell("", 0.0) if consent.until is None or not consent.given else day_cell(consent.until)
    return Row(str(place), (Cell(agreed.person.name), Cell(consent_text(consent)), Cell(said), until))
