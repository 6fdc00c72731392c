# SPDX-License-Identifier: GPL-3.0-or-later
"""Entering a sitting on paper, or a told one: only what exists can be pressed, and it is stored at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.assessment.marking import differing, marked_twice, most, to_agree, to_mark_again
from korak.assessment.sitting import ItemAnswer, ItemKind, ItemStatus, SittingItem, SittingRecord
from korak.assessment.taking import TASKS, progress
from korak.centre.people import Session
from korak.content.assessment import Recognition, SelfReport, Vocabulary
from korak.i18n import _
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.services.sittings import DO_NOT_KNOW, Entry, option_code
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Fold, Headline
from korak.ui.forms.ask import Ask
from korak.ui.frame import Frame
from korak.ui.sitting.occasion import mode_name, occasion_name
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for

_PARTS = (ItemKind.TASK, ItemKind.RECOGNITION, ItemKind.SELF, ItemKind.VOCAB, ItemKind.THEN, ItemKind.EXIT)


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing that can be entered: what stands on the button, and what is stored."""

    text: str
    entry: Entry


class PickLine(QWidget):
    """A line of buttons of which one is pressed."""

    def __init__(self, name: str, picks: Sequence[Pick], pick: Callable[[Entry], bool]) -> None:
        super().__init__()
        self._picks = tuple(picks)
        self._pick = pick
        self._entered: Entry | None = None
        row = FlowLayout(8, self)
        self.buttons = [Button(one.text, "switch") for one in self._picks]
        for place, button in enumerate(self.buttons):
            set_property(button, "density", "dense")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {self._picks[place].text}")
            button.clicked.connect(partial(self._pressed, place))
            row.addWidget(button)

    def show_entered(self, entered: Entry | None) -> None:
        """Mark what is stored."""
        self._entered = entered
        for button, one in zip(self.buttons, self._picks, strict=True):
            button.setChecked(one.entry == entered)

    def _pressed(self, place: int) -> None:
        if self._pick(self._picks[place].entry):
            self._entered = self._picks[place].entry
        self.show_entered(self._entered)


class SittingEntryPage(DeskPage):
    """Everything of one booklet; a fifth of the tasks asks for a second person's mark as well."""

    here = "assessment"

    def __init__(self, frame: Frame, house: House, session: Session, sitting_id: str) -> None:
        super().__init__(frame, house, session)
        self._record: SittingRecord = house.sittings.one(session, sitting_id)
        self._person = house.people.person(session, self._record.person)
        self._lines: dict[tuple[str, bool], PickLine] = {}
        self._agreed: dict[str, tuple[QWidget, PickLine]] = {}
        self._head = Headline()
        self._back = Button(role="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back)
        self._close = Button(role="primary", icon="check")
        self._close.clicked.connect(self._ask_close)
        self._told = Label("", "attention")
        self._told.hide()
        self._double = Label("", "soft")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(14)
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The first thing to enter."""
        lines = list(self._lines.values())
        return lines[0].buttons[0] if lines else self._back

    def line(self, item_id: str, *, second: bool = False) -> PickLine:
        """The buttons of an item (its second mark)."""
        return self._lines[item_id, second]

    def agreed_line(self, item_id: str) -> PickLine:
        """The buttons for the mark two people agree on."""
        return self._agreed[item_id][1]

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._back.setText(_("Back"))
        self._close.setText(_("End it"))
        self._build()
        self._show()

    def back(self) -> None:
        """To the page of the assessment; everything is stored."""
        self.frame.navigator.desk("assessment")

    # slots

    def _enter(self, item: SittingItem, second: bool, entry: Entry) -> bool:
        return self._kept(
            partial(self.house.sittings.enter, self.session, self._record.id, item.id, entry, second=second)
        )

    def _agree(self, item: SittingItem, entry: Entry) -> bool:
        agree = self.house.sittings.agree_on
        return self._kept(partial(agree, self.session, self._record.id, item.id, entry.mark or 0))

    def _kept(self, step: Callable[[], SittingRecord]) -> bool:
        try:
            self._record = step()
        except ServiceFault as fault:
            words = words_for(fault)
            self._told.setText(f"{words.happened} {words.todo}")
            self._told.show()
            announce(self._told, self._told.text())
            return False
        self._told.hide()
        self._show()
        return True

    def _ask_close(self) -> None:
        note = _("What has no answer is marked as not reached. It counts as missing, not as wrong.")
        if to_agree(self._record):
            note = f"{note} {_('Two marks still differ. Until you agree, the first one counts.')}"
        ask = Ask(_("Close this assessment?"), note, _("End it"), self)
        ask.agreed.connect(self._close_it)
        ask.open()

    def _close_it(self, _typed: str) -> None:
        self.house.sittings.close(self.session, self._record.id)
        self.frame.navigator.desk("assessment")

    # internal

    def _show(self) -> None:
        record = self._record
        done, count = progress(record)
        self._head.title.setText(f"{self._person.name} · {occasion_name(record.occasion)}")
        self._head.note.setText(
            " · ".join(
                (
                    _("form {name}").format(name=record.form.value),
                    mode_name(record.mode),
                    _("{n} of {all} entered").format(n=done, all=count),
                )
            )
        )
        answers = record.last_answers()
        for (item, second), line in self._lines.items():
            line.show_entered(_entered(answers.get(item), second=second))
        apart = differing(record)
        for item_id, (box, line) in self._agreed.items():
            box.setVisible(item_id in apart)
            agreed = answers[item_id].agreed_mark if item_id in answers else None
            line.show_entered(None if agreed is None else Entry(mark=agreed))
        self._double.setText(self._double_words(record))
        self._double.setVisible(bool(self._double.text()))

    def _double_words(self, record: SittingRecord) -> str:
        """Which tasks a second person marks, and where the two have to talk."""
        again, talk = to_mark_again(record), to_agree(record)
        said: list[str] = []
        if again:
            names = ", ".join(self._title(item) for item in record.items if item.id in again)
            said.append(
                _("A second person marks these tasks too, without looking: {tasks}.").format(tasks=names)
            )
        if talk:
            names = ", ".join(self._title(item) for item in record.items if item.id in talk)
            said.append(
                _("The two marks differ. Talk about it and agree on one: {tasks}.").format(tasks=names)
            )
        return " ".join(said)

    def _build(self) -> None:
        """A card for every part of the booklet."""
        while (old := self._cards.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = {}
        self._agreed = {}
        twice = marked_twice(self._record)
        for kind in _PARTS:
            items = [one for one in self._record.items if _part(one) is kind]
            if items:
                self._cards.addWidget(self._card(kind, items, twice))

    def _card(self, kind: ItemKind, items: Sequence[SittingItem], twice: frozenset[str]) -> Card:
        card = Card("card")
        card.body.setSpacing(10)
        card.body.addWidget(Label(_part_name(kind), "lead"))
        if kind is ItemKind.TASK:
            note = _("0: nothing · 1: a part · 2: shown · 3: with a hint or alone. Paper gives 3 at most.")
            card.body.addWidget(Label(note, "soft"))
        for number, item in enumerate(items, 1):
            card.body.addWidget(self._row(number, item, twice))
        return card

    def _row(self, number: int, item: SittingItem, twice: frozenset[str]) -> QWidget:
        title = self._title(item)
        row = Fold(760)
        across = row.row
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(8)
        across.addWidget(Label(f"{number}. {title}", "trainer"), 5)
        sides = QVBoxLayout()
        sides.setSpacing(6)
        sides.addWidget(self._pick_line(item, title, second=False))
        if item.id in twice:
            sides.addWidget(Label(_("Second person:"), "note"))
            sides.addWidget(self._pick_line(item, title, second=True))
            sides.addWidget(self._agreed_box(item, title))
        across.addLayout(sides, 6)
        return row

    def _pick_line(self, item: SittingItem, title: str, *, second: bool) -> PickLine:
        name = f"{title}, {_('second person')}" if second else title
        line = PickLine(name, self._picks(item), partial(self._enter, item, second))
        self._lines[item.id, second] = line
        return line

    def _agreed_box(self, item: SittingItem, title: str) -> QWidget:
        """The mark the two agree on; seen only where theirs differ."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(_("The marks differ. Agreed mark:"), "attention"))
        line = PickLine(f"{title}, {_('agreed mark')}", self._picks(item), partial(self._agree, item))
        column.addWidget(line)
        self._agreed[item.id] = (box, line)
        return box

    def _picks(self, item: SittingItem) -> list[Pick]:
        """What can be entered for an item: nothing else exists here."""
        bank = self.house.sittings.bank
        asked = self.house.sittings.item(item.id)
        if item.kind in TASKS:
            return [Pick(str(mark), Entry(mark=mark)) for mark in range(most(item, self._record.mode) + 1)]
        if isinstance(asked, Recognition):
            codes = [option_code(one) for one in (asked.right, *asked.wrong)]
            return [*_sorted(codes), _unknown(), _empty()]
        if isinstance(asked, Vocabulary):
            return [*_sorted((asked.right, *asked.wrong)), _unknown(), _empty()]
        if isinstance(asked, SelfReport):
            given = [Pick(one.text, Entry(code=one.code)) for one in bank.bank.answers if one.code != "SKIP"]
            return [*given, _empty()]
        return [*(Pick(one.text, Entry(code=one.code)) for one in bank.bank.exit.answers), _empty()]

    def _title(self, item: SittingItem) -> str:
        asked = self.house.sittings.item(item.id)
        if item.kind in TASKS:
            task = self.house.sittings.pack.tasks.get(getattr(asked, "task", ""))
            return task.title if task is not None else item.template
        if isinstance(asked, SelfReport):
            return asked.says
        if isinstance(asked, Recognition):
            return asked.ask
        if isinstance(asked, Vocabulary):
            return asked.described or asked.title or _("A word that is heard")
        return self.house.sittings.bank.bank.exit.ask

    def _lay_out(self) -> None:
        self._head.add(self._back)
        self._head.add(self._close)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(14)
        column.addWidget(self._head)
        column.addWidget(self._told)
        column.addWidget(self._double)
        column.addLayout(self._cards)
        column.addStretch(1)
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))


def _part(item: SittingItem) -> ItemKind:
    return ItemKind.TASK if item.kind in TASKS else item.kind


def _part_name(kind: ItemKind) -> str:
    return {
        ItemKind.TASK: _("Tasks"),
        ItemKind.RECOGNITION: _("Questions"),
        ItemKind.SELF: _("About oneself"),
        ItemKind.VOCAB: _("Words"),
        ItemKind.THEN: _("Before the course, looking back"),
        ItemKind.EXIT: _("About the course"),
    }[kind]


def _sorted(codes: Sequence[str]) -> list[Pick]:
    """The options by alphabet: their order tells nothing about which is right."""
    return [Pick(code, Entry(code=code)) for code in sorted(codes, key=str.casefold)]


def _unknown() -> Pick:
    return Pick(_("I do not know"), Entry(code=DO_NOT_KNOW))


def _empty() -> Pick:
    return Pick(_("nothing ticked"), Entry())


def _entered(answer: ItemAnswer | None, *, second: bool) -> Entry | None:
    """What is stored, as what could have been pressed."""
    if answer is None or answer.status.missing:
        return None
    if second:
        return None if answer.second_mark is None else Entry(mark=answer.second_mark)
    if answer.marked is not None:
        return Entry(mark=answer.marked)
    return Entry() if answer.status is ItemStatus.SKIPPED else Entry(code=answer.code)
