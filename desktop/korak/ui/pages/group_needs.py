# SPDX-License-Identifier: GPL-3.0-or-later
"""Needs and proposals of a group: what people want, the order that follows, what they propose and say."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.centre.people import Group, Session
from korak.centre.privacy import Deed, may
from korak.i18n import _
from korak.services.house import House
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.frame import Frame
from korak.ui.needs_summary import NeedsSummary
from korak.ui.proposals_desk import ForMunicipality, LessonVoices, ProposalsDesk
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu

Part = NeedsSummary | ProposalsDesk | LessonVoices | ForMunicipality


class GroupNeedsPage(DeskPage):
    """Four parts under one head; the group chosen stays from page to page."""

    here = "needs"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self.needs = NeedsSummary(house, session)
        self.proposals = ProposalsDesk(house, session)
        self.proposals.to_plan.connect(partial(frame.navigator.desk, "plan"))
        self.voices = LessonVoices(house, session)
        self._parts: dict[str, Part] = {
            "needs": self.needs,
            "proposals": self.proposals,
            "voices": self.voices,
        }
        if may(session, Deed.REPORT):
            self._parts["outside"] = ForMunicipality(house, session)
        self._ways = {name: Button(role="pill") for name in self._parts}
        self._none = Label()
        self._lay_out()
        self.choose_part("needs")

    def main_widget(self) -> QWidget:
        """What one does first in the part that is shown."""
        return self._part().main if self._groups else self._menu

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Needs and proposals"))
        self._menu.setAccessibleName(_("Group"))
        self._none.setText(_("There is no group yet. Make one under “Learners”."))
        names = {
            "needs": _("Needs"),
            "proposals": _("Proposals"),
            "voices": _("Comments on lessons"),
            "outside": _("For the municipality"),
        }
        for name, button in self._ways.items():
            button.setText(names[name])
        for part in self._parts.values():
            part.retranslate()

    def shown(self) -> None:
        """Ask for the groups."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if self._groups else None
        self._menu.set_choices([(group.id, group.name) for group in self._groups])
        self._menu.setVisible(len(self._groups) > 1)
        self._show()

    def help_texts(self) -> tuple[str, ...]:
        """What the page is for."""
        return (
            _("“Needs” counts what people want to learn and proposes an order of the lessons."),
            _("“Proposals” is what learners propose. They read your answer."),
            *super().help_texts(),
        )

    def choose_part(self, name: str) -> None:
        """Show one of the parts."""
        for key, button in self._ways.items():
            button.setChecked(key == name)
        for key, part in self._parts.items():
            part.setVisible(key == name)
        self._show()

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._show()

    # internal

    def _part(self) -> Part:
        return next(part for key, part in self._parts.items() if self._ways[key].isChecked())

    def _show(self) -> None:
        group = next((group for group in self._groups if group.id == self._group_id), None)
        self._none.setVisible(group is None)
        if group is not None:
            self._menu.setText(group.name)
            self._menu.set_current(group.id)
            self._head.note.setText(group.name)
            self._part().show_group(group.id)

    def _lay_out(self) -> None:
        self._head.add(self._menu)
        ways = QWidget()
        flow = FlowLayout(8)
        ways.setLayout(flow)
        for name, button in self._ways.items():
            set_property(button, "density", "dense")
            button.setCheckable(True)
            button.clicked.connect(partial(self.choose_part, name))
            flow.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(ways)
        column.addWidget(self._none)
        for part in self._parts.values():
            column.addWidget(part)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
