# SPDX-License-Identifier: GPL-3.0-or-later
"""Who needs help: at most five people, why, and the lesson that comes next, which is given with one press."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.assessment.group_result import Need
from korak.i18n import _
from korak.ui.folding import Fold
from korak.ui.results.told import Told
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import flow_row
from korak.ui.widgets.labels import Label


class NeedsCard(Card):
    """`opened(person)` asks for a learner, `give(person, lesson)` and `take_back(given)` for a lesson."""

    opened = Signal(str)
    give = Signal(str, str)
    take_back = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._title = Label(role="lead")
        self._nobody = Label(role="soft")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addWidget(self._title)
        self.body.addWidget(self._nobody)
        self.body.addLayout(self._rows)

    def show_needs(self, told: Told, given: Mapping[tuple[str, str], str]) -> None:
        """Show the people of the result; `given`: assignments by person and lesson."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        needs = told.group.in_need if told.group else ()
        self._title.setText(_("Who needs help"))
        self._nobody.setText(_("Nobody stands out. Look at the heat map."))
        self._nobody.setVisible(not needs)
        for need in needs:
            self._rows.addWidget(self._row(told, need, given))

    def buttons(self) -> Collection[Button]:
        """Everything that can be pressed, from the top."""
        return self.findChildren(Button)

    def _row(self, told: Told, need: Need, given: Mapping[tuple[str, str], str]) -> QWidget:
        person, name = need.member.person, told.name(need.member)
        ground = Card("amber")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(name, "strong"))
        words.addWidget(Label(told.reasons(need), "trainer"))
        text = told.texts.task(need.task.template) if need.task is not None else None
        if text is not None:
            title = i18n.content_or_source(told.texts.pack, text.lesson_title or text.title)
            words.addWidget(Label(_("Next: {lesson}").format(lesson=title), "trainer"))
        opened = Button(_("Open the learner"), "quiet", icon="user")
        opened.setAccessibleName(f"{_('Open the learner')}: {name}")
        opened.clicked.connect(partial(self.opened.emit, person))
        buttons = [opened]
        if text is not None and text.lesson:
            buttons.insert(0, self._gives(person, name, text.lesson, given.get((person, text.lesson), "")))
        fold = Fold(560)
        fold.row.setSpacing(16)
        fold.row.addLayout(words, 1)
        fold.row.addWidget(flow_row(*buttons))
        ground.body.addWidget(fold)
        return ground

    def _gives(self, person: str, name: str, lesson: str, assignment: str) -> Button:
        """Give the lesson, or take it back once it is given."""
        if assignment:
            button = Button(_("Given. Take it back"), "quiet", icon="check")
            button.clicked.connect(partial(self.take_back.emit, assignment))
        else:
            button = Button(_("Give this lesson"), icon="arrow-right")
            button.clicked.connect(partial(self.give.emit, person, lesson))
        button.setAccessibleName(f"{button.text()}: {name}")
        return button
