# SPDX-License-Identifier: GPL-3.0-or-later
"""Mouse and keyboard on the screen: one movement after the other, calmly, with another way for each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _
from korak.learning.hands import Drill, Hand, drill
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.hand_fields import (
    ClickField,
    DoubleField,
    DragField,
    HandField,
    RightField,
    ScrollField,
    TypeField,
)
from korak.ui.stations.view import Footer, Offer, StationView
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.progress import ProgressLine
from korak.ui.widgets.scroll import Scroller

Keep = Callable[[Drill, float], object]

_PICTURES: dict[Hand, str] = {
    "click": "computer-mouse",
    "double": "computer-mouse",
    "right": "computer-mouse",
    "drag": "computer-mouse",
    "scroll": "computer-mouse",
    "letters": "keyboard",
    "marks": "keyboard",
    "name": "keyboard",
}
_FIELDS: dict[Hand, type[HandField]] = {
    "click": ClickField,
    "double": DoubleField,
    "right": RightField,
    "drag": DragField,
    "scroll": ScrollField,
    "letters": TypeField,
    "marks": TypeField,
    "name": TypeField,
}
_MANY = 3  # strays after which the other way is offered


class HandsView(StationView):
    """Some movements in their order; `keep` stores each that was done to the end."""

    def __init__(self, frame: Frame, hands: Sequence[Hand], name: str, keep: Keep) -> None:
        super().__init__(frame)
        self._hands = tuple(hands)
        self._name = name
        self._keep = keep
        self._place = 0
        self._drill = drill(self._hands[0], name)
        self._began = frame.clock.monotonic()
        self._field: HandField | None = None
        self._picture = Picture("computer-mouse", 64)
        self._what = Label(role="heading")
        self._how = Label(role="soft")
        self._line = ProgressLine()
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(self._what)
        words.addWidget(self._how)
        head.addLayout(words, 1)
        self._room = QVBoxLayout()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(88, 16, 88, 8)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addLayout(self._room)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._show_field()

    # what is known

    @property
    def drill(self) -> Drill:
        """The movement in hand."""
        return self._drill

    @property
    def field(self) -> HandField | None:
        """Where it is practised."""
        return self._field

    # the stop

    def footer(self) -> Footer:
        """On, once it is done; before that it may be skipped."""
        if self._drill.over:
            return Footer(_("Next"))
        return Footer(_("Next"), ready=False, offers=(Offer(_("Skip"), self._go_on),))

    def main_pressed(self) -> None:
        """The next movement."""
        self._go_on()

    def onward_inside(self) -> bool:
        """The next movement, whether this one was practised or not."""
        if self._place + 1 >= len(self._hands):
            return False
        self._go_to(self._place + 1)
        return True

    def back_inside(self) -> bool:
        """The movement before."""
        if self._place == 0:
            return False
        self._go_to(self._place - 1)
        return True

    def start(self) -> None:
        """Put the focus where the movement is made."""
        self._focus()

    def leave(self) -> None:
        """Be silent."""
        self.frame.voice.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        over = self._drill.over
        what, how, other = _texts(self._drill.hand)
        self._what.setText(_("That is it. You can go on.") if over else what)
        self._how.setText("" if over else other if self._drill.strayed >= _MANY else how)
        self._line.set_part(self._drill.done, self._drill.rounds)
        self._line.set_summary(_("{n} of {all}").format(n=self._drill.done, all=self._drill.rounds))
        if self._field is not None:
            self._field.retranslate()

    # slots

    def _hit(self) -> None:
        self._became(self._drill.hit())

    def _missed(self) -> None:
        self._became(self._drill.miss())

    def _typed(self, text: str) -> None:
        self._became(self._drill.typed(text))

    def _became(self, drill_now: Drill) -> None:
        before, self._drill = self._drill, drill_now
        if drill_now.done == before.done:
            self.retranslate()
            return
        if drill_now.over:
            self._keep(drill_now, self.frame.clock.monotonic() - self._began)
            self.frame.sounds.play("right")
        # The field must not change while its own event is still handled.
        QTimer.singleShot(0, self, self._show_round)

    def _show_round(self) -> None:
        if self._field is not None and not self._drill.over:
            self._field.show_drill(self._drill)
            self._focus()
        elif self._field is not None:
            self._field.setEnabled(False)
        self.retranslate()
        self.footer_changed.emit()
        if self._drill.over:
            announce(self._what, self._what.text())

    # internal

    def _go_on(self) -> None:
        if not self.onward_inside():
            self.passed.emit("null", "")

    def _go_to(self, place: int) -> None:
        self._place = place
        self._drill = drill(self._hands[place], self._name)
        self._began = self.frame.clock.monotonic()
        self._show_field()
        self.footer_changed.emit()
        self._focus()
        announce(self._what, f"{self._what.text()} {self._how.text()}")

    def _show_field(self) -> None:
        if self._field is not None:
            self._room.removeWidget(self._field)
            self._field.hide()
            self._field.deleteLater()
        self._field = _FIELDS[self._drill.hand]()
        self._field.hit.connect(self._hit)
        self._field.missed.connect(self._missed)
        self._field.typed.connect(self._typed)
        self._room.addWidget(self._field)
        self._picture.set_pictogram(_PICTURES[self._drill.hand])
        self._field.show_drill(self._drill)
        self.retranslate()

    def _focus(self) -> None:
        if self._field is not None:
            self._field.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)


def _texts(hand: Hand) -> tuple[str, str, str]:
    """What to do, how, and how else, where it does not work."""
    keyboard = _("You can also press Tab and then Enter.")
    return {
        "click": (_("Press the star."), _("Move the mouse to it. Press the left button once."), keyboard),
        "double": (
            _("Open the folder."),
            _("Press the left button twice, quickly."),
            _("Does it not work? Press the folder once, then Enter."),
        ),
        "right": (
            _("Press the picture with the right button."),
            _("The right button is under your middle finger."),
            _("You can also press Tab and then Enter."),
        ),
        "drag": (
            _("Carry the letter into the mailbox."),
            _("Hold the left button, move, let go."),
            _("Does it not work? Press the letter, then the mailbox."),
        ),
        "scroll": (
            _("Find the button on the long page."),
            _("Turn the wheel of the mouse, or press Page Down."),
            keyboard,
        ),
        "letters": (_("Type what you see."), _("Find the key. Press it briefly."), ""),
        "marks": (
            _("Type the letters with a caron."),
            _("Hold C, S or Z longer. Or press a key below."),
            "",
        ),
        "name": (_("Type your name."), _("Take your time."), ""),
    }[hand]


def hand_name(hand: Hand) -> str:
    """What a movement is called."""
    return {
        "click": _("Press"),
        "double": _("Press twice"),
        "right": _("Right button"),
        "drag": _("Carry"),
        "scroll": _("Scroll"),
        "letters": _("Letters"),
        "marks": _("Letters č, š, ž"),
        "name": _("My name"),
    }[hand]
