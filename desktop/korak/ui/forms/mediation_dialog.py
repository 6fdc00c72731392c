# SPDX-License-Identifier: GPL-3.0-or-later
"""One entry of a mediator's log, written in seconds: it begins like the last one."""

import dataclasses
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCompleter, QDateEdit, QHBoxLayout, QWidget

from korak import i18n
from korak.centre.languages import NAMES
from korak.centre.mediation import MOST_MINUTES, MOST_PEOPLE, Mediated, Mode, Outcome, Proof, Rating, Topic
from korak.centre.people import Session
from korak.i18n import _, ngettext
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.mediation_words import FACES, code_text, rating_text, topic_text
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field, LineEdit, Number, TextArea
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.words_for_faults import words_for

_QUICK = (15, 30, 45, 60, 90)


class MediationDialog(Form):
    """A new entry, or a correction of one; whatever is wrong is said at its field."""

    saved = Signal(str)

    def __init__(
        self, house: House, session: Session, one: Mediated, topics: Sequence[Topic], parent: QWidget
    ) -> None:
        title = _("Correct an entry") if one.entry else _("New entry")
        count = one.corrected
        kept = ngettext(
            "Corrected {n} time. What stood before is kept.",
            "Corrected {n} times. What stood before is kept.",
            count,
        ).format(n=count)
        super().__init__(title, kept if count else "", parent, (820, 700))
        self._house = house
        self._session = session
        self._one = one
        self._day_edit, self._minutes_edit = QDateEdit(), Number(1, MOST_MINUTES)
        self._place_edit = LineEdit()
        self._topics, self._first, self._second = Choice(), Choice(), Choice()
        self._people_edit = Number(1, MOST_PEOPLE)
        self._groups, self._learners = Choice(), Choice()
        self._proofs = Choice()
        self._agreed_edit = TextArea()
        self._day, self._minutes = Field(self._day_edit), Field(self._minutes_edit)
        self._place, self._agreed = Field(self._place_edit), Field(self._agreed_edit)
        self._modes = _Ways([(mode.value, code_text(mode.value), "") for mode in Mode], one.mode.value)
        self._outcomes = _Ways(
            [(outcome.value, code_text(outcome.value), "") for outcome in Outcome], one.outcome.value
        )
        faces = [(str(int(rating)), rating_text(rating), picture) for rating, picture in FACES.items()]
        self._institution = _Ways(faces, _rated(one.institution), may_be_none=True)
        self._helped = _Ways(faces, _rated(one.helped), may_be_none=True)
        self._fill(topics)
        self._lay_out()
        self.button(_("Cancel"), self.reject)
        self.button(_("Save"), self._save, "primary")
        self._minutes_edit.setFocus()
        self._minutes_edit.selectAll()

    # slots

    def _save(self) -> None:
        for field in (self._day, self._minutes, self._place):
            field.set_message("")
        log = self._house.mediation
        keep = log.correct if self._one.entry else log.add
        try:
            kept = keep(self._session, self._typed())
        except ServiceFault as fault:
            self._refused(fault)
            return
        self.accept()
        self.saved.emit(kept.entry)

    def _refused(self, fault: ServiceFault) -> None:
        words = words_for(fault)
        field = {
            FaultKind.DAY_AHEAD: self._day,
            FaultKind.BAD_MINUTES: self._minutes,
            FaultKind.PLACE_MISSING: self._place,
        }.get(fault.code)
        if field is None:
            self.refuse(f"{words.happened} {words.todo}")
            return
        field.set_message(f"{words.happened} {words.todo}", "attention")
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_minutes(self, minutes: int) -> None:
        self._minutes_edit.setValue(minutes)

    def _group_chosen(self) -> None:
        """Offer the learners of the chosen group; nobody has to be named."""
        chosen = self._learners.currentData()
        self._learners.clear()
        self._learners.addItem(_("nobody in particular"), "")
        group = str(self._groups.currentData() or "")
        if group:
            for person in self._house.people.learners(self._session, group):
                self._learners.addItem(person.name, person.id)
        self._learners.setCurrentIndex(max(self._learners.findData(chosen), 0))

    # internal

    def _typed(self) -> Mediated:
        place = self._place_edit.text()
        known = {service.name: service.id for service in self._services}
        spoken = [str(choice.currentData() or "") for choice in (self._first, self._second)]
        return dataclasses.replace(
            self._one,
            day=_date(self._day_edit),
            minutes=self._minutes_edit.value(),
            place=place,
            service=known.get(" ".join(place.split()), ""),
            topic=str(self._topics.currentData()),
            languages=tuple(dict.fromkeys(code for code in spoken if code)),
            mode=Mode(self._modes.chosen),
            people=self._people_edit.value(),
            group=str(self._groups.currentData() or ""),
            learner=str(self._learners.currentData() or ""),
            outcome=Outcome(self._outcomes.chosen),
            agreed=self._agreed_edit.toPlainText(),
            institution=_rating(self._institution.chosen),
            helped=_rating(self._helped.chosen),
            proof=Proof(str(self._proofs.currentData())),
        )

    def _fill(self, topics: Sequence[Topic]) -> None:
        one = self._one
        self._services = self._house.local_services.all(self._session)
        self._day_edit.setCalendarPopup(True)
        self._day_edit.setDisplayFormat("d. M. yyyy")
        self._day_edit.setDate(QDate(one.day.year, one.day.month, one.day.day))
        self._minutes_edit.setValue(one.minutes)
        self._minutes_edit.setSingleStep(5)
        self._place_edit.setText(one.place)
        names = QCompleter(sorted({service.name for service in self._services}), self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names.setFilterMode(Qt.MatchFlag.MatchContains)
        self._place_edit.setCompleter(names)
        for topic in topics:
            self._topics.addItem(topic_text(topic), topic.code)
        self._choose(self._topics, one.topic)
        self._second.addItem(_("no second one"), "")
        for code in NAMES:
            for choice in (self._first, self._second):
                choice.addItem(i18n.own_name(code), code)
        self._choose(self._first, one.languages[0] if one.languages else "sq")
        self._choose(self._second, one.languages[1] if len(one.languages) > 1 else "")
        self._people_edit.setValue(one.people)
        self._groups.addItem(_("no group"), "")
        for group in self._house.people.groups(self._session):
            self._groups.addItem(group.name, group.id)
        self._choose(self._groups, one.group)
        self._group_chosen()
        self._choose(self._learners, one.learner)
        self._groups.activated.connect(self._group_chosen)
        for proof in Proof:
            self._proofs.addItem(code_text(proof.value), proof.value)
        self._choose(self._proofs, one.proof.value)
        self._agreed_edit.setPlainText(one.agreed)
        self._agreed_edit.setTabChangesFocus(True)
        self._agreed_edit.setMaximumHeight(96)

    @staticmethod
    def _choose(choice: Choice, value: str) -> None:
        choice.setCurrentIndex(max(choice.findData(value), 0))

    def _lay_out(self) -> None:
        self._minutes.set_label(_("Minutes"))
        self._day.set_label(_("Day"))
        self._place.set_label(_("Place or institution"))
        self._place.set_hint(_("Begin to write: the map of services helps."))
        self._agreed.set_label(_("What was agreed (in a few words)"))
        self._agreed.set_hint(_("No names, no numbers of documents."))
        self._row(self._day, self._minutes, self._field(self._people_edit, _("People helped")))
        quick = QWidget()
        flow = FlowLayout(8)
        quick.setLayout(flow)
        for minutes in _QUICK:
            button = Button(_("{n} min").format(n=minutes), "quiet")
            set_property(button, "density", "dense")
            button.clicked.connect(partial(self._set_minutes, minutes))
            flow.addWidget(button)
        self.body.addWidget(quick)
        self.body.addWidget(self._place)
        self._row(
            self._field(self._topics, _("Topic")),
            self._field(self._first, _("Language")),
            self._field(self._second, _("Second language")),
        )
        self._ways(_("How"), self._modes)
        self._ways(_("What came of it"), self._outcomes)
        self.body.addWidget(self._agreed)
        self.body.addWidget(Label(_("How was it? One tap, or leave it empty."), "lead"))
        self._ways(_("The institution"), self._institution)
        self._ways(_("Those who were helped"), self._helped)
        self._row(
            self._field(self._groups, _("Group")),
            self._field(self._learners, _("About whom (may stay empty)")),
            self._field(self._proofs, _("Who can confirm the hours")),
        )
        self.body.addStretch()

    def _field(self, editor: QWidget, label: str) -> Field:
        field = Field(editor)
        field.set_label(label)
        return field

    def _row(self, *fields: Field) -> None:
        row = Fold(560)
        row.row.setSpacing(16)
        for field in fields:
            row.row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(row)

    def _ways(self, name: str, ways: "_Ways") -> None:
        widget = QWidget()
        column = Form.column_of(widget)
        column.addWidget(Label(name, "trainer"))
        column.addWidget(ways)
        ways.name(name)
        self.body.addWidget(widget)


class _Ways(QWidget):
    """A few buttons of which one is pressed, or none where that is an answer too."""

    def __init__(
        self, ways: Sequence[tuple[str, str, str]], chosen: str, *, may_be_none: bool = False
    ) -> None:
        super().__init__()
        self._may_be_none = may_be_none
        self._buttons: dict[str, Button] = {}
        flow = FlowLayout(8)
        self.setLayout(flow)
        for value, text, picture in ways:
            button = Button(text, "tick")
            button.set_wide(False)
            button.setChecked(value == chosen)
            button.clicked.connect(partial(self._press, value))
            self._buttons[value] = button
            flow.addWidget(_with_face(button, picture) if picture else button)

    @property
    def chosen(self) -> str:
        """The value of the pressed button; empty for none."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def name(self, text: str) -> None:
        """Say to a screen reader what the buttons are about."""
        for button in self._buttons.values():
            button.setAccessibleName(f"{text}: {button.text()}")

    def _press(self, pressed: str, _checked: object = None) -> None:
        for value, button in self._buttons.items():
            if value != pressed:
                button.setChecked(False)
        if not self._may_be_none:
            self._buttons[pressed].setChecked(True)


def _with_face(button: Button, picture: str) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 12, 0)
    row.setSpacing(4)
    row.addWidget(Picture(picture, 32))
    row.addWidget(button)
    return widget


def _rated(rating: Rating | None) -> str:
    return "" if rating is None else str(int(rating))


def _rating(value: str) -> Rating | None:
    return Rating(int(value)) if value else None


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
