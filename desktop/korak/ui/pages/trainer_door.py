# SPDX-License-Identifier: GPL-3.0-or-later
"""The way in for trainers: one passphrase."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.i18n import _
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, Page
from korak.ui.waiting import Waiting, seconds_to_wait
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, Passphrase
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.words_for_faults import words_for_any

_WIDTH = 560


class TrainerDoorPage(Page):
    """Asks for the trainer's passphrase."""

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
        return (_("Only trainers come in here. Learners press their picture."),)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(_("For trainers"))
        self._lead.setText(self._house.centre.settings().name)
        self._field.set_label(_("Trainer's passphrase"))
        self._field.set_hint(self._demo_hint())
        self._edit.set_names(_("Show what is typed"), _("Hide what is typed"))
        self._back.setText(_("Back"))
        self._games.setText(_("Games for the projector"))
        self._main.setText(_("Sign in"))
        self._look_at_field()

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
        work = partial(self._house.sign_in.trainer, self._edit.text())
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

    def _look_at_field(self) -> None:
        self._main.setEnabled(bool(self._edit.text()) and self._waiting.left == 0)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self._main)
        middle = Middle(_WIDTH)
        for widget in (Picture("teacher", 96), self._title, self._lead, self._field, self._told):
            middle.column.addWidget(widget)
        middle.column.addSpacing(8)
        middle.column.addLayout(foot)
        middle.column.addSpacing(24)
        middle.column.addWidget(self._games, 0, Qt.AlignmentFlag.AlignLeading)
        middle.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(middle)
