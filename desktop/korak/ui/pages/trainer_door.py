# SPDX-License-Identifier: GPL-3.0-or-later
"""The way in for trainers, mediators and staff: a name where there are several, and a passphrase."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.people import Person, Session
from korak.i18n import _
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, Page
from korak.ui.role_words import role_word
from korak.ui.waiting import Waiting, seconds_to_wait
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Choice, Field, Passphrase
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.words_for_faults import words_for_any

_WIDTH = 560


class TrainerDoorPage(Page):
    """Asks for a passphrase; who says so is chosen first, unless there is only one."""

    signed_in = Signal(object)

    def __init__(self, frame: Frame, house: House) -> None:
        super().__init__(frame)
        self._house = house
        self._waiting = Waiting(self)
        self._waiting.ticked.connect(self._wait)
        self._waiting.over.connect(self._waited)
        self._title = Label(role="title")
        self._lead = Label(role="soft")
        self._edit = Passphrase()
        self._edit.textChanged.connect(self._look_at_field)
        self._edit.returnPressed.connect(self._go_on)
        self._field = Field(self._edit)
        self._people: tuple[Person, ...] = ()
        self._who_edit = Choice()
        self._who_edit.activated.connect(self._chose)
        self._who = Field(self._who_edit)
        self._told = Card("amber")
        self._told_text = Label()
        self._told.body.addWidget(self._told_text)
        self._told.hide()
        self._back = Button(role="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back)
        self._games = Button(role="quiet", icon="projector")
        self._games.clicked.connect(frame.navigator.games)
        self._main = Button(role="main", trailing="arrow-right")
        self._main.clicked.connect(self._go_on)
        self._lay_out()

    def bar(self) -> Bar:
        """Only the languages and the text size."""
        return Bar()

    def main_widget(self) -> QWidget:
        """The field."""
        return self._edit

    def help_texts(self) -> tuple[str, ...]:
        """Who comes in here."""
        return (_("Whoever has a passphrase comes in here. Learners press their picture."),)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("For the team"))
        self._lead.setText(self._house.centre.settings().name)
        self._who.set_label(_("Who are you?"))
        self._show_people()
        self._field.set_label(_("Passphrase"))
        self._field.set_hint(self._demo_hint())
        self._edit.set_names(_("Show what is typed"), _("Hide what is typed"))
        self._back.setText(_("Back"))
        self._games.setText(_("Games for the projector"))
        self._main.setText(_("Sign in"))
        self._look_at_field()

    def shown(self) -> None:
        """Ask who has a passphrase; whoever came in last is chosen already."""
        try:
            self._people = self._house.sign_in.colleagues()
            last = self._house.sign_in.last_here()
        except ServiceFault as fault:
            self._refused(fault)
            return
        self._show_people()
        self._who_edit.setCurrentIndex(max(self._who_edit.findData(last), 0))
        self._who.setVisible(len(self._people) > 1)

    def leave(self) -> None:
        """Forget what was typed."""
        self._waiting.stop()
        self._edit.clear()

    def back(self) -> None:
        """Back to the tiles."""
        self.frame.navigator.wall()

    def _demo_hint(self) -> str:
        if not self._house.is_demo:
            return ""
        from korak.services.demo import DEMO_PASSPHRASE  # noqa: PLC0415 - only in a demo

        return _("In this demo: {passphrase}").format(passphrase=DEMO_PASSPHRASE)

    def _go_on(self) -> None:
        if not self._main.isEnabled():
            return
        self._main.setEnabled(False)
        self._told.hide()
        work = partial(
            self._house.sign_in.colleague, str(self._who_edit.currentData() or ""), self._edit.text()
        )
        self.frame.background.run(work, self._let_in, self._refused)

    def _let_in(self, session: Session) -> None:
        self.signed_in.emit(session)

    def _refused(self, fault: Exception) -> None:
        seconds = seconds_to_wait(fault)
        if seconds > 0:
            self._waiting.begin(seconds)
        words = words_for_any(fault)
        self._told_text.setText(f"{words.happened} {words.todo}")
        self._told.show()
        self._look_at_field()
        self._edit.selectAll()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._told, self._told_text.text())

    def _wait(self) -> None:
        self._told_text.setText(self._waiting.sentence())

    def _waited(self) -> None:
        self._told.hide()
        self._look_at_field()

    def _chose(self) -> None:
        self._waiting.stop()
        self._told.hide()
        self._look_at_field()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_people(self) -> None:
        chosen = self._who_edit.currentData()
        self._who_edit.clear()
        for person in self._people:
            self._who_edit.addItem(f"{person.name} · {role_word(person.role)}", person.id)
        self._who_edit.setCurrentIndex(max(self._who_edit.findData(chosen), 0))

    def _look_at_field(self) -> None:
        self._main.setEnabled(bool(self._edit.text()) and self._waiting.left == 0)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self._main)
        middle = Middle(_WIDTH)
        for widget in (Picture("teacher", 96), self._title, self._lead, self._who, self._field, self._told):
            middle.column.addWidget(widget)
        middle.column.addSpacing(8)
        middle.column.addLayout(foot)
        middle.column.addSpacing(24)
        middle.column.addWidget(self._games, 0, Qt.AlignmentFlag.AlignLeading)
        middle.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(middle)
