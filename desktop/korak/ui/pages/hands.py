# SPDX-License-Identifier: GPL-3.0-or-later
"""Mouse and keyboard: choose a movement, or go through all of them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.i18n import _
from korak.learning.hands import HANDS, Drill, Hand
from korak.services.house import House
from korak.ui.footing import Foot
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.stations.hands import HandsView, hand_name
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

_WIDTH = 900


class HandsPage(Page):
    """A list of movements; behind it the practice of one or of all."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._person = house.people.me(session)
        self._view: HandsView | None = None
        self._title = Label(role="title")
        self._lead = Label(role="lead")
        self._all = Button(role="main", trailing="arrow-right")
        self._all.clicked.connect(partial(self.begin, HANDS))
        self._hands: dict[Hand, Button] = {}
        for hand in HANDS:
            self._hands[hand] = Button()
            self._hands[hand].clicked.connect(partial(self.begin, (hand,)))
        self._foot = Foot()
        self._foot.back.connect(self.back)
        self._foot.main.connect(self._press_main)
        self._stack = QStackedWidget()
        self._lay_out()

    def bar(self) -> Bar:
        """Who is here, and the way out."""
        inside = self._view is not None
        return Bar(
            title=_("Mouse and keyboard") if inside else "",
            chips=(Chip(self._person.shown_name, self._person.picture),),
            button=BarButton(_("Finish") if inside else _("Home"), self._out),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget:
        """The practice, or the button that begins it."""
        if self._view is not None and self._view.field is not None:
            return self._view.field.first_focus()
        return self._all

    def help_texts(self) -> tuple[str, ...]:
        """What this is."""
        return (
            _("Practise as long as you like. Nobody counts the time."),
            _("Does something not work? Skip it and come back later."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("Mouse and keyboard"))
        self._lead.setText(_("Practise slowly. You cannot break anything."))
        self._all.setText(_("Begin"))
        self._foot.back_button.setText(_("Back"))
        done = self._house.hands.done(self._session)
        for hand, button in self._hands.items():
            button.setText(hand_name(hand))
            button.set_icon("check" if hand in done else "")
        self._show_footer()

    def leave(self) -> None:
        """Be silent."""
        if self._view is not None:
            self._view.leave()

    def back(self) -> None:
        """One movement back, then to the list, then to the practice ground."""
        if self._view is None:
            self.frame.navigator.playground()
        elif not self._view.back_inside():
            self._end()

    def escape(self) -> None:
        """From the practice to the list."""
        self._out() if self._view is None else self._end()

    # properties

    @property
    def view(self) -> HandsView | None:
        """The practice, while there is one."""
        return self._view

    # slots

    def _out(self) -> None:
        if self._view is None:
            self.frame.navigator.home()
        else:
            self._end()

    def begin(self, hands: tuple[Hand, ...]) -> None:
        """Practise some movements."""
        self._end()
        self._view = HandsView(self.frame, hands, self._person.shown_name, self._keep)
        self._view.passed.connect(self._passed)
        self._view.footer_changed.connect(self._show_footer)
        self._stack.addWidget(self._view)
        self._stack.setCurrentWidget(self._view)
        self._show_footer()
        self.bar_changed.emit()
        self._view.start()

    def _press_main(self) -> None:
        if self._view is not None:
            self._view.main_pressed()

    def _keep(self, drill: Drill, seconds: float) -> None:
        self._house.hands.passed(self._session, drill, seconds)

    def _passed(self, _answer: str, _simple: str) -> None:
        self._end()

    def _end(self) -> None:
        if self._view is None:
            return
        self._view.leave()
        self._stack.removeWidget(self._view)
        self._view.deleteLater()
        self._view = None
        self.retranslate()
        self.bar_changed.emit()
        self._all.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_footer(self) -> None:
        self._foot.show_footer(self._view.footer() if self._view is not None else None)

    def _lay_out(self) -> None:
        middle = Middle(_WIDTH)
        middle.column.addWidget(Picture("computer-mouse", 96), 0, Qt.AlignmentFlag.AlignLeading)
        middle.column.addWidget(self._title)
        middle.column.addWidget(self._lead)
        middle.column.addSpacing(8)
        middle.column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        middle.column.addSpacing(16)
        each = QWidget()
        flow = FlowLayout(12)
        each.setLayout(flow)
        for button in self._hands.values():
            flow.addWidget(button)
        middle.column.addWidget(each)
        middle.column.addStretch()
        self._stack.addWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
