# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: a new centre in four short steps, a demo in one click, or a centre from a backup."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.people import NewCentre
from korak.i18n import _
from korak.services.house import House
from korak.services.vault import Vault
from korak.ui.announce import announce
from korak.ui.forms.first_steps import (
    ChoiceStep,
    CodeStep,
    LearnersStep,
    NamesStep,
    RestoreStep,
    SecretStep,
    Step,
)
from korak.ui.frame import Frame
from korak.ui.middle import Middle
from korak.ui.page import Bar, Page
from korak.ui.tab_order import put_behind
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.progress import StageBar
from korak.ui.words_for_faults import words_for_any

T = TypeVar("T")
DEMO_GROUPS, DEMO_LEARNERS, DEMO_SEED, DEMO_MEETINGS = 2, 12, 1, 8
_WIDTH = 760


class FirstStartPage(Page):
    """What a trainer does once, before the first learner comes."""

    opened = Signal(object)
    restored = Signal()

    def __init__(self, frame: Frame, vault: Vault) -> None:
        super().__init__(frame)
        self._vault = vault
        self._house: House | None = None
        self._working = ""
        self._choice = ChoiceStep()
        self._choice.new.connect(partial(self._go, 1))
        self._choice.demo.connect(self._try_demo)
        self._choice.restore.connect(self._to_backups)
        self._names = NamesStep()
        self._secret = SecretStep()
        self._learners = LearnersStep()
        self._steps: list[Step] = [self._choice, self._names, self._secret, self._learners]
        self._place = 0
        self._title = Label(role="title")
        self._lead = Label(role="soft")
        self._stages = StageBar()
        self._told = Card("clay")
        self._told_text = Label()
        self._told.body.addWidget(self._told_text)
        self._told.hide()
        self._back = Button(role="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back)
        self._main = Button(role="main", trailing="arrow-right")
        self._main.clicked.connect(self._go_on)
        self._room = QVBoxLayout()
        for step in self._steps:
            self._take_in(step)
        self._lay_out()

    # what a page tells about itself

    def bar(self) -> Bar:
        """Only the languages and the text size."""
        return Bar()

    def main_widget(self) -> QWidget:
        """The first field or door of this step."""
        return self._now().first()

    def help_texts(self) -> tuple[str, ...]:
        """What a centre is, and what the demo is for."""
        return (
            _("A centre is your groups and what your learners have learned. It stays on this computer."),
            _("The demo has invented people. You can try everything with it."),
        )

    def has_code(self) -> bool:
        """Whether the centre is made and its recovery code is on the screen."""
        return self._house is not None

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._back.setText(_("Back"))
        self._stages.set_stages([_("Centre"), _("Passphrase"), _("Learners"), _("Recovery code")])
        for step in self._steps:
            step.retranslate()
        self._show()

    def leave(self) -> None:
        """Forget the passphrase, and close a centre nobody went into."""
        self._secret.secret.clear()
        if self._house is not None:
            self._house.close()
            self._house = None

    def back(self) -> None:
        """To the step before; a centre that is made stays made."""
        if self._working or self._house is not None:
            return
        if self._place > 0:
            self._go(0 if isinstance(self._now(), RestoreStep) else self._place - 1)

    # slots

    def _try_demo(self) -> None:
        size = (DEMO_GROUPS, DEMO_LEARNERS, DEMO_SEED, None, DEMO_MEETINGS)
        make = partial(self._vault.create_demo, *size)
        self._work(_("The demo centre is being made. Just a moment."), make, self.opened.emit)

    def _to_backups(self) -> None:
        step = RestoreStep(self.frame, self._vault)
        step.restored.connect(self.restored)
        self._add(step)

    def _go_on(self) -> None:
        step = self._now()
        if self._working or not step.ready():
            return
        if step is self._learners:
            self._create()
        elif isinstance(step, CodeStep):
            house, self._house = self._house, None
            self.opened.emit(house)
        else:
            self._go(self._place + 1)

    def _create(self) -> None:
        new = NewCentre(
            centre=self._names.centre,
            trainer=self._names.trainer,
            passphrase=self._secret.secret.passphrase,
            group=self._learners.group,
            learners=self._learners.rows.learners,
            language=i18n.language(),
        )
        make = partial(self._vault.create, new)
        self._work(_("Your centre is being made. Just a moment."), make, self._created)

    def _created(self, made: tuple[House, str]) -> None:
        self._house, code = made
        self._secret.secret.clear()
        self._add(CodeStep(self.frame, self._names.centre, code))

    def _failed(self, fault: Exception) -> None:
        self._set_working("")
        words = words_for_any(fault)
        self._told_text.setText(f"{words.happened} {words.todo}")
        self._told.show()
        announce(self._told, self._told_text.text())
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    # internal

    def _work(self, sentence: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def finished(result: T) -> None:
            self._set_working("")
            done(result)

        self._set_working(sentence)
        announce(self._lead, sentence)
        self.frame.background.run(work, finished, self._failed)

    def _set_working(self, sentence: str) -> None:
        self._working = sentence
        self._now().setEnabled(not sentence)
        self._told.hide()
        self._show()

    def _now(self) -> Step:
        return self._steps[self._place]

    def _take_in(self, step: Step) -> None:
        step.changed.connect(self._look_at_step)
        step.finished.connect(self._go_on)
        step.hide()
        self._room.addWidget(step)

    def _add(self, step: Step) -> None:
        while len(self._steps) > 4:
            gone = self._steps.pop()
            self._room.removeWidget(gone)
            gone.deleteLater()
        self._take_in(step)
        step.retranslate()
        self._steps.append(step)
        put_behind(step, (self._back, self._main))
        self._go(len(self._steps) - 1)

    def _go(self, place: int) -> None:
        self._now().hide()
        self._place = place
        self._told.hide()
        self._show()
        self.main_widget().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._title, self._title.text())

    def _show(self) -> None:
        step = self._now()
        step.show()
        self._title.setText(step.title())
        self._lead.setText(self._working or step.lead())
        counted = self._place >= 1 and not isinstance(step, RestoreStep)
        self._stages.setVisible(counted)
        self._stages.set_current(self._place - 1)
        self._stages.set_summary(_("Step {n} of {all}").format(n=max(self._place, 1), all=4))
        self._back.setVisible(self._place > 0 and self._house is None)
        self._main.setVisible(bool(step.main_text()))
        self._main.setText(step.main_text())
        self._look_at_step()

    def _look_at_step(self) -> None:
        self._main.setEnabled(self._now().ready() and not self._working)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self._main)
        middle = Middle(_WIDTH)
        for widget in (self._stages, self._title, self._lead):
            middle.column.addWidget(widget)
        middle.column.addSpacing(8)
        middle.column.addLayout(self._room)
        middle.column.addWidget(self._told)
        middle.column.addSpacing(16)
        middle.column.addLayout(foot)
        middle.column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(middle)
