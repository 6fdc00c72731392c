# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's page of the assessment: who has done what; planning, marking, closing, setting aside."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.assessment.allocation import Wish
from korak.assessment.sitting import (
    AccommodationKind,
    ItemAnswer,
    ItemStatus,
    Mode,
    Occasion,
    SittingItem,
    SittingRecord,
)
from korak.assessment.taking import LONG_MINUTES, current, is_long
from korak.centre.people import Group, Session
from korak.i18n import N_, _, ngettext
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.services.sittings import Standing
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.forms.ask import Ask
from korak.ui.frame import Frame
from korak.ui.rows_table import RowsTable
from korak.ui.sitting.exposure import ExposureFold
from korak.ui.sitting.occasion import mode_name, occasion_name, place_words
from korak.ui.sitting_table import standing_rows, state_words, titles
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for

_LOOK_AGAIN_MS = 15_000
_WIDE, _NARROW = 11, 4  # how the table and what can be done share the width
_SUPPORTS = {
    AccommodationKind.READER_PERSON: N_("Somebody reads aloud"),
    AccommodationKind.INTERPRETER: N_("With an interpreter"),
}
_WITH_REASON = frozenset(
    {FaultKind.SITTING_TAKEN, FaultKind.SAME_FORM, FaultKind.TOO_EARLY, FaultKind.REASON_MISSING}
)


class AssessmentPage(DeskPage):
    """Nobody chooses a form here: it follows from the allocation; a change asks for the reason."""

    here = "assessment"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._group_id = group_id
        self._groups: tuple[Group, ...] = ()
        self._standings: tuple[Standing, ...] = ()
        self._at_it: dict[str, float] = {}
        self._occasion = Occasion.PRE
        self._mode = Mode.PC
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._table = RowsTable()
        self._table.picked.connect(self._picked)
        self._soft = Label("", "soft")
        self._told = Label("", "strong")
        self._when_title, self._how_title = Label(role="lead"), Label(role="lead")
        self._occasions = {one: self._switch(partial(self._choose_occasion, one)) for one in Occasion}
        self._modes = {one: self._switch(partial(self._choose_mode, one)) for one in Mode}
        self._plan = Button(role="primary", icon="clipboard-check")
        self._plan.clicked.connect(self._plan_one)
        self._plan_all = Button(icon="clipboard-list")
        self._plan_all.clicked.connect(self._plan_group)
        self._other = Button(role="quiet")
        self._other.clicked.connect(self._ask_other_form)
        self._open_title = Label(role="lead")
        self._open_note = Label(role="soft")
        self._enter = Button(role="primary", icon="pencil")
        self._enter.clicked.connect(self._open_entry)
        self._which = Choice()
        self._which_field = Field(self._which)
        self._which.activated.connect(self._item_chosen)
        self._items: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self._by_hand = False
        self._marks = {status: Button() for status in ItemStatus if status.missing}
        for status, button in self._marks.items():
            button.clicked.connect(partial(self._mark, status))
        self._supports = {kind: Button(role="quiet") for kind in _SUPPORTS}
        for kind, button in self._supports.items():
            button.clicked.connect(partial(self._ask_support, kind))
        self._close = Button(icon="check")
        self._close.clicked.connect(self._ask_close)
        self._aside = Button(role="quiet")
        self._aside.clicked.connect(self._ask_aside)
        self._exposure = ExposureFold(house, session)
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._ask)
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table."""
        return self._table

    def help_texts(self) -> tuple[str, ...]:
        """How the assessment goes."""
        return (
            _("Plan it here. It then waits for the learner after signing in."),
            _("Half of the group begins with form A, half with form B. Nobody chooses."),
            _("If you help with a task, press F9 on the learner's computer."),
            *super().help_texts(),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._menu.setAccessibleName(_("Group"))
        self._table.setAccessibleName(_("Assessment"))
        self._when_title.setText(_("When"))
        self._how_title.setText(_("How"))
        for occasion, button in self._occasions.items():
            button.setText(occasion_name(occasion))
        for mode, button in self._modes.items():
            button.setText(mode_name(mode))
        self._plan_all.setText(_("Plan for the whole group"))
        self._other.setText(_("Other form …"))
        self._enter.setText(_("Enter answers"))
        self._which_field.set_label(_("Which part"))
        names = {
            ItemStatus.NOT_REACHED: _("Not reached"),
            ItemStatus.TECHNICAL: _("Technical trouble"),
            ItemStatus.EXEMPT: _("Exempt"),
        }
        for status, button in self._marks.items():
            button.setText(names[status])
        for kind, button in self._supports.items():
            button.setText(_(_SUPPORTS[kind]))
        self._close.setText(_("End it"))
        self._aside.setText(_("Set aside …"))
        self._exposure.retranslate()
        self._show()

    def shown(self) -> None:
        """Ask who is where."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if self._groups else None
        self._menu.set_choices([(group.id, group.name) for group in self._groups])
        self._menu.setVisible(len(self._groups) > 1)
        self._ask()
        self._again.start()

    def leave(self) -> None:
        """Look no more."""
        self._again.stop()

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, person_id: str) -> None:
        """Choose somebody."""
        self._table.choose(person_id)

    # planning

    def _plan_one(self) -> None:
        standing = self._chosen()
        if standing is not None:
            self._plan_with(standing, None)

    def _plan_with(self, standing: Standing, wish: Wish | None) -> bool:
        person = standing.person
        try:
            record = self.house.sittings.plan(self.session, person.id, self._occasion, self._mode, wish)
        except ServiceFault as fault:
            if fault.code in _WITH_REASON and wish is None:
                self._ask_reason(standing, fault, partial(self._wish_again, standing))
            else:
                self._say(_sentence(fault))
            return False
        self._ask()
        self._say(_planned_words(person.name, record))
        return True

    def _wish_again(self, standing: Standing, reason: str) -> bool:
        return self._plan_with(standing, Wish(reason=reason))

    def _wish_other(self, standing: Standing, reason: str) -> bool:
        place = self.house.sittings.allocated_form(self.session, standing.person.id, self._occasion)
        return self._plan_with(standing, Wish(place.other, reason))

    def _plan_group(self) -> None:
        if self._group_id is None:
            return
        try:
            made = self.house.sittings.plan_group(self.session, self._group_id, self._occasion, self._mode)
        except ServiceFault as fault:
            self._say(_sentence(fault))
            return
        self._ask()
        planned = sum(one.record is not None for one in made)
        said = ngettext("Planned for {n} person.", "Planned for {n} people.", planned).format(n=planned)
        reasons = Counter(one.fault for one in made if one.fault is not None)
        lines = [f"{words_for(ServiceFault(code)).happened} ({count})" for code, count in reasons.items()]
        self._say(" ".join((said, *lines)))

    def _ask_other_form(self) -> None:
        standing = self._chosen()
        if standing is not None:
            note = _("The forms are balanced in the group. A change stays marked in every report.")
            ask = Ask(_("Other form?"), note, _("Plan"), self, label=_("Reason"))
            ask.agreed.connect(partial(self._answered, ask, partial(self._wish_other, standing)))
            ask.open()

    def _ask_reason(self, standing: Standing, fault: ServiceFault, go: Callable[[str], bool]) -> None:
        words = words_for(fault)
        ask = Ask(words.happened, words.todo, _("Plan"), self, label=_("Reason"))
        ask.agreed.connect(partial(self._answered, ask, go))
        ask.open()

    def _answered(self, ask: Ask, go: Callable[[str], object], reason: str) -> None:
        ask.accept()
        go(reason)

    # what is open

    def _item_chosen(self, _place: int) -> None:
        self._by_hand = True

    def _mark(self, status: ItemStatus) -> None:
        """Mark the chosen part; one with an answer is asked about: the answer then counts no more."""
        record, item = self._open(), str(self._which.currentData() or "")
        if record is None or not item:
            return
        answer = record.last_answers().get(item)
        if answer is None or answer.status.missing:
            self._mark_it(record.id, item, status, "")
            return
        ask = Ask(
            _("Mark it although there is an answer?"),
            _("The answer stays stored, but it no longer counts."),
            _("Mark it"),
            self,
            _("Reason"),
        )
        ask.agreed.connect(partial(self._answered, ask, partial(self._mark_it, record.id, item, status)))
        ask.open()

    def _mark_it(self, sitting_id: str, item: str, status: ItemStatus, reason: str) -> None:
        mark = partial(self.house.sittings.mark_item, self.session, sitting_id, item, status, reason)
        self._by_hand = False
        self._do(mark)

    def _ask_support(self, kind: AccommodationKind) -> None:
        record = self._open()
        if record is not None:
            note = _("It is noted for the whole assessment. With an interpreter the words are left out.")
            ask = Ask(_(_SUPPORTS[kind]), note, _("Note it"), self)
            ask.agreed.connect(partial(self._support, record.id, kind))
            ask.open()

    def _support(self, sitting_id: str, kind: AccommodationKind, _typed: str) -> None:
        self._do(partial(self.house.sittings.accommodate, self.session, sitting_id, kind))

    def _ask_close(self) -> None:
        record = self._open()
        if record is not None:
            note = _("What has no answer is marked as not reached. It counts as missing, not as wrong.")
            ask = Ask(_("Close this assessment?"), note, _("End it"), self)
            ask.agreed.connect(partial(self._close_it, record.id))
            ask.open()

    def _close_it(self, sitting_id: str, _typed: str) -> None:
        self._do(partial(self.house.sittings.close, self.session, sitting_id))

    def _ask_aside(self) -> None:
        record = self._last()
        if record is not None:
            note = _("It no longer counts. What was answered stays stored, and the person can begin anew.")
            ask = Ask(_("Set this assessment aside?"), note, _("Set aside"), self, label=_("Reason"))
            ask.agreed.connect(partial(self._answered, ask, partial(self._put_aside, record.id)))
            ask.open()

    def _put_aside(self, sitting_id: str, reason: str) -> None:
        self._do(partial(self.house.sittings.set_aside, self.session, sitting_id, reason))

    def _open_entry(self) -> None:
        record = self._open()
        if record is not None:
            self.frame.navigator.enter_sitting(record.id)

    def _do(self, step: Callable[[], object]) -> None:
        try:
            step()
        except ServiceFault as fault:
            self._say(_sentence(fault))
            return
        self._ask()
        self._say(_("Saved."))

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._ask()

    def _choose_occasion(self, occasion: Occasion) -> None:
        self._occasion = occasion
        self._show()

    def _choose_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._show()

    def _picked(self, _person: str) -> None:
        self._show_chosen()

    # internal

    def _chosen(self) -> Standing | None:
        name = self._table.chosen
        return next((one for one in self._standings if one.person.id == name), None)

    def _open(self) -> SittingRecord | None:
        standing = self._chosen()
        return standing.open if standing is not None else None

    def _last(self) -> SittingRecord | None:
        """The sitting that can be set aside: the open one, else the last that counts."""
        standing = self._chosen()
        if standing is None:
            return None
        counted = [one for one in standing.records if not one.void]
        return standing.open or (counted[-1] if counted else None)

    def _ask(self) -> None:
        if self._group_id is not None:
            self._standings = self.house.sittings.standings(self.session, self._group_id)
            self._at_it = {
                one.open.id: self.house.sittings.at_it(self.session, one.open.id)
                for one in self._standings
                if one.open is not None
            }
        self._show()

    def _show(self) -> None:
        group = next((group for group in self._groups if group.id == self._group_id), None)
        self._head.title.setText(_("Assessment"))
        self._head.note.setText(self._counts() if group is not None else "")
        if group is not None:
            self._menu.setText(group.name)
            self._menu.set_current(group.id)
        self._table.rows.set_titles(titles())
        self._table.rows.show_rows(standing_rows(self._standings, self._at_it))
        QTimer.singleShot(0, self._table, self._table.fit_columns)  # once the new rows are laid out
        for occasion, button in self._occasions.items():
            button.setChecked(occasion is self._occasion)
        for mode, button in self._modes.items():
            button.setChecked(mode is self._mode)
        self._plan_all.setEnabled(bool(self._standings))
        self._show_soft_note()
        self._show_chosen()

    def _counts(self) -> str:
        """How many have done what; whoever has both can be compared."""
        done = {
            occasion: {one.person.id for one in self._standings if _is_done(one.of(occasion))}
            for occasion in (Occasion.PRE, Occasion.POST)
        }
        people = ngettext("{n} person", "{n} people", len(self._standings)).format(n=len(self._standings))
        pre, post = done[Occasion.PRE], done[Occasion.POST]
        return " · ".join(
            (
                people,
                _("before the course: {n}").format(n=len(pre)),
                _("after the course: {n}").format(n=len(post)),
                _("both: {n}").format(n=len(pre & post)),
            )
        )

    def _show_soft_note(self) -> None:
        long = [
            one.person.shown_name
            for one in self._standings
            if one.open is not None and is_long(self._at_it.get(one.open.id, 0.0))
        ]
        self._soft.setText(
            _("{names}: more than {n} minutes without a break. A short break would do good.").format(
                names=", ".join(long), n=LONG_MINUTES
            )
            if long
            else ""
        )
        self._soft.setVisible(bool(long))

    def _show_chosen(self) -> None:
        standing = self._chosen()
        name = standing.person.name if standing is not None else ""
        self._plan.setText(_("Plan for {name}").format(name=name) if name else _("Plan"))
        self._plan.setEnabled(standing is not None and standing.open is None)
        self._other.setEnabled(standing is not None and standing.open is None)
        record = self._open()
        last = self._last()
        self._card.setVisible(last is not None)
        if last is None or standing is None:
            return
        self._open_title.setText(f"{name} · {occasion_name(last.occasion)}")
        parts = [state_words(last), mode_name(last.mode), _("form {name}").format(name=last.form.value)]
        item = current(record) if record is not None else None
        if record is not None and item is not None:
            parts.append(place_words(record, item))
        self._open_note.setText(" · ".join(dict.fromkeys(parts)))
        self._enter.setVisible(record is not None and record.mode.by_hand)
        self._which_field.setVisible(record is not None)
        if record is not None:
            self._show_items(record)
        for button in (*self._marks.values(), *self._supports.values(), self._close):
            button.setVisible(record is not None)

    def _show_items(self, record: SittingRecord) -> None:
        """Every part of a sitting, the one the learner is at chosen; what the trainer chose stays chosen."""
        answers = record.last_answers()
        parts = [(one.id, self._part_words(record, one, answers.get(one.id))) for one in record.items]
        items = (record.id, tuple(parts))
        if items == self._items:
            return
        chosen = str(self._which.currentData() or "") if self._by_hand else ""
        if record.id != self._items[0]:
            chosen, self._by_hand = "", False
        self._items = items
        self._which.clear()
        for name, words in parts:
            self._which.addItem(words, name)
        here = current(record)
        self._which.setCurrentIndex(self._which.findData(chosen or (here.id if here is not None else "")))

    def _part_words(self, record: SittingRecord, item: SittingItem, answer: ItemAnswer | None) -> str:
        states = {
            None: _("open"),
            ItemStatus.COMPLETED: _("answered"),
            ItemStatus.SKIPPED: _("skipped"),
            ItemStatus.STOPPED: _("left out"),
            ItemStatus.NOT_REACHED: _("Not reached"),
            ItemStatus.TECHNICAL: _("Technical trouble"),
            ItemStatus.EXEMPT: _("Exempt"),
        }
        return f"{place_words(record, item)} · {states[answer.status if answer is not None else None]}"

    def _share(self, folded: bool) -> None:
        """Below each other everything has the height it needs; beside each other the table is the wider."""
        for place, share in enumerate((_WIDE, _NARROW)):
            self._both.row.setStretch(place, 0 if folded else share)
        self._column.setStretchFactor(self._both, 0 if folded else 1)

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        announce(self._told, sentence)

    def _switch(self, choose: Callable[[], None]) -> Button:
        button = Button(role="switch")
        button.setCheckable(True)
        button.clicked.connect(choose)
        return button

    def _lay_out(self) -> None:
        self._head.add(self._menu)
        self._soft.hide()
        self._told.hide()
        planning = Card("card")
        planning.body.setSpacing(12)
        planning.body.addWidget(self._when_title)
        planning.body.addWidget(_flow(self._occasions.values()))
        planning.body.addWidget(self._how_title)
        planning.body.addWidget(_flow(self._modes.values()))
        planning.body.addWidget(_flow((self._plan, self._plan_all, self._other)))
        self._card = Card("card")
        self._card.body.setSpacing(12)
        self._card.body.addWidget(self._open_title)
        self._card.body.addWidget(self._open_note)
        self._card.body.addWidget(self._which_field)
        for row in (self._marks.values(), (self._enter, *self._supports.values(), self._close, self._aside)):
            self._card.body.addWidget(_flow(row))
        content = QWidget()
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._table, 1)
        left.addStretch()
        right.setSpacing(14)
        for widget in (self._told, self._card, planning):
            right.addWidget(widget)
        right.addStretch(1)
        self._both = Fold(1000)
        self._both.row.setSpacing(16)
        self._both.row.addLayout(left, _WIDE)
        self._both.row.addLayout(right, _NARROW)
        self._both.folded.connect(self._share)
        for widget in (self._head, self._soft):
            column.addWidget(widget)
        column.addWidget(self._both, 1)
        column.addWidget(self._exposure)
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _is_done(record: SittingRecord | None) -> bool:
    return record is not None and record.complete


def _sentence(fault: ServiceFault) -> str:
    words = words_for(fault)
    return f"{words.happened} {words.todo}"


def _planned_words(name: str, record: SittingRecord) -> str:
    if record.mode.by_hand:
        return _("{name}: form {form}. Print the booklet, then enter the answers here.").format(
            name=name, form=record.form.value
        )
    return _("{name}: form {form}. It waits after signing in.").format(name=name, form=record.form.value)


def _flow(buttons: Iterable[QWidget]) -> QWidget:
    holder = QWidget()
    row = FlowLayout(10)
    holder.setLayout(row)
    for button in buttons:
        set_property(button, "density", "dense")
        row.addWidget(button)
    return holder
