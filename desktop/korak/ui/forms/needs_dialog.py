# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody told in a talk or on paper, written down by a mediator or trainer; earlier answers stay."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from korak.centre.needs import LONGEST_WISH, MOST_WISHES, Obstacle, Told, Way, Weight
from korak.centre.people import Person, Session
from korak.i18n import _, content_or_source
from korak.services.house import House
from korak.ui.folding import Fold
from korak.ui.forms.form import Form
from korak.ui.needs_words import obstacle_text, weight_text
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field, TextArea
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label

_NOT_ASKED = ""


class NeedsDialog(Form):
    """Ticks and choices; the wish in words is what somebody said. `saved` comes after."""

    saved = Signal()

    def __init__(self, house: House, session: Session, person: Person, parent: QWidget) -> None:
        title = _("Talk about needs: {name}").format(name=person.name)
        note = _("Ask and tick. Up to {n} wishes.").format(n=MOST_WISHES)
        super().__init__(title, note, parent, (860, 720))
        self._house = house
        self._session = session
        self._person = person
        last = house.needs.last(session, person.id)
        told = Told() if last is None else last.told
        self._ticks: dict[str, Button] = {}
        for need in house.needs.choices:
            tick = Button(content_or_source(house.pack.id, need.title), "tick")
            set_property(tick, "density", "dense")
            tick.setCheckable(True)
            tick.setChecked(need.id in told.wishes)
            tick.clicked.connect(self._count)
            self._ticks[need.id] = tick
        self._obstacles: dict[Obstacle, Choice] = {}
        self._words = TextArea()
        self._words.setPlainText(told.words)
        self._way = Choice()
        self._way.addItem(_("told in a talk"), Way.INTERVIEW.value)
        self._way.addItem(_("written on paper"), Way.PAPER.value)
        self._lay_out(told)
        self.button(_("Cancel"), self.reject)
        self.button(_("Save"), self._save, "primary")
        next(iter(self._ticks.values())).setFocus()

    @property
    def ticks(self) -> dict[str, Button]:
        """What can be ticked, by the id of the need."""
        return self._ticks

    # slots

    def _count(self) -> None:
        chosen = sum(tick.isChecked() for tick in self._ticks.values())
        if chosen > MOST_WISHES:
            self.refuse(_("At most {n} wishes. Take one back.").format(n=MOST_WISHES))
        else:
            self.tell(_("Wishes: {n} of {all}.").format(n=chosen, all=MOST_WISHES))

    def _save(self) -> None:
        wishes = tuple(name for name, tick in self._ticks.items() if tick.isChecked())
        if len(wishes) > MOST_WISHES:
            self._count()
            return
        obstacles = {
            obstacle: Weight(str(choice.currentData()))
            for obstacle, choice in self._obstacles.items()
            if choice.currentData()
        }
        told = Told(wishes, obstacles, self._words.toPlainText()[:LONGEST_WISH])
        tell = partial(self._house.needs.tell, self._session, self._person.id, told)
        if self.try_to(partial(tell, Way(str(self._way.currentData())))) is not None:
            self.accept()
            self.saved.emit()

    # internal

    def _lay_out(self, told: Told) -> None:
        self.body.addWidget(Label(_("What do you want to be able to do?"), "lead"))
        wishes = QWidget()
        flow = FlowLayout(8)
        wishes.setLayout(flow)
        for tick in self._ticks.values():
            flow.addWidget(tick)
        self.body.addWidget(wishes)
        self.body.addWidget(Label(_("What is in your way?"), "lead"))
        pair = Fold(560)
        for number, obstacle in enumerate(Obstacle):
            if number % 2 == 0:
                pair = Fold(560)
                pair.row.setSpacing(12)
                self.body.addWidget(pair)
            choice = Choice()
            choice.addItem(_("not asked"), _NOT_ASKED)
            for weight in Weight:
                choice.addItem(weight_text(weight), weight.value)
            choice.setCurrentIndex(max(choice.findData(told.obstacles.get(obstacle, _NOT_ASKED)), 0))
            field = Field(choice)
            name = obstacle_text(obstacle)
            field.set_label(f"{name[:1].upper()}{name[1:]}")
            pair.row.addWidget(field, 1)
            self._obstacles[obstacle] = choice
        words, way = Field(self._words), Field(self._way)
        words.set_label(_("A wish in their own words"))
        way.set_label(_("How it was told"))
        self.body.addWidget(words)
        self.body.addWidget(way)
        self.body.addStretch()


class DictatedDialog(Form):
    """A proposal somebody says and somebody else types; it counts as the speaker's. `saved` comes after."""

    saved = Signal()

    def __init__(self, house: House, session: Session, group_id: str, parent: QWidget) -> None:
        super().__init__(_("Write down a proposal"), _("Type what the learner says."), parent, (640, 420))
        self._house = house
        self._session = session
        self._group = group_id
        self._who = Choice()
        for asked in house.needs.people(session, group_id):
            self._who.addItem(asked.person.name, asked.person.id)
        self.words = TextArea()
        who, words = Field(self._who), Field(self.words)
        who.set_label(_("Who says it"))
        words.set_label(_("Proposal"))
        self.body.addWidget(who)
        self.body.addWidget(words)
        self.body.addStretch()
        self.button(_("Cancel"), self.reject)
        self.button(_("Save"), self._save, "primary")
        self.words.setFocus()

    def _save(self) -> None:
        words, who = self.words.toPlainText(), str(self._who.currentData() or "")
        propose = partial(self._house.proposals.propose, self._session, who, self._group, words=words)
        if who and self.try_to(propose) is not None:
            self.accept()
            self.saved.emit()
