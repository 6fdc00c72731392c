# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits here: one learner, or two and a calm strip that tells whose turn it is: in shape, word, sound."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from korak import i18n
from korak.centre.pairs import Pair
from korak.centre.people import Person, Session
from korak.content.lesson import Station
from korak.i18n import _
from korak.learning.turns import PEOPLE, Way, beginner, turn, way_of
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

Part = Literal["does", "helps", "both", "next"]
_ICONS: dict[Part, str] = {
    "does": "mouse-pointer-click",
    "helps": "message-circle",
    "both": "users",
    "next": "clock",
}
_BORDER = 4
_NARROW = 760  # pixels at 100 %


class Seat(Themed, QWidget):
    """One of two people: face, name, and below it what they do now; whoever acts has a thick frame."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self._part: Part = "both"
        self._sign = Picture(size=20)
        self._word = Label(role="body")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name = Label(person.shown_name, "strong")
        self._tight = False
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._sign)
        below.addWidget(self._word, 1)
        self._words = words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 18, 6)
        row.setSpacing(12)
        row.addWidget(Picture(person.picture, 44), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    @property
    def part(self) -> Part:
        """What this person does now."""
        return self._part

    def set_part(self, part: Part) -> None:
        """Say what this person does now."""
        self._part = part
        acts = part in ("does", "both")
        self._sign.set_icon(_ICONS[part], "pine" if acts else "soft")
        self._word.set_role("strong" if acts else "soft")
        self._word.setText(_part_words(part))
        self.setAccessibleName(f"{self.person.shown_name}: {_part_words(part)}")
        self._fit()
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Take one line where there is little room; whoever does not act keeps the face and the sign."""
        self._tight = tight
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(across if tight else down)
        self._words.setSpacing(16 if tight else 0)
        self._fit()

    def _fit(self) -> None:
        whole = not self._tight or self._part in ("does", "both")
        for label in (self._name, self._word):
            label.setVisible(whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        acts = self._part in ("does", "both")
        thick = _BORDER if acts else 1
        painter.setPen(QPen(theme.colour("pine" if acts else "edge"), thick))
        painter.setBrush(theme.colour("mint" if acts else "card"))
        box = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.drawRoundedRect(box, theme.px("radius"), theme.px("radius"))
        painter.end()


class Company(Themed, QWidget):
    """Whose turn it is; of one learner nothing is shown, and it is always theirs."""

    parting = Signal()  # one of the two wants to finish

    def __init__(self, frame: Frame, house: House, session: Session, pair: Pair | None) -> None:
        super().__init__()
        self._frame = frame
        self._pair = pair
        self.sessions: tuple[Session, ...] = pair.sessions if pair is not None else (session,)
        people = [house.people.me(one) for one in self.sessions] if pair is not None else []
        self.seats = tuple(Seat(person) for person in people)
        self._way = Way.BOTH
        self._begins = 0
        self._turn = self.sessions.index(session)
        self._told = ""
        self._tight = False
        self._part = Button(role="quiet", icon="log-out")
        self._part.clicked.connect(self.parting)
        if pair is None:
            self.hide()  # never shown before it has a parent: it would be a window of its own
        self._lay_out()

    @property
    def session(self) -> Session:
        """Whose turn it is."""
        return self.sessions[self._turn]

    @property
    def names(self) -> tuple[str, ...]:
        """The shown names of both; of one learner nothing."""
        return tuple(seat.person.shown_name for seat in self.seats)

    @property
    def said(self) -> str:
        """What was said last about the turn."""
        return self._told

    def come_to(self, stations: Sequence[Station], place: int) -> None:
        """Come to a station of a lesson."""
        if self._pair is None:
            return
        self._way = way_of(stations[place])
        self._begins = beginner(stations, place)
        self._pass_to(self._begins)

    def step_to(self, number: int, count: int) -> None:
        """Come to a card or key step within the station."""
        if self._pair is not None:
            self._pass_to(turn(self._way, self._begins, number, count))

    def passes_on(self) -> bool:
        """Whether the other one does the same now: what each has to do alone goes to the second, once."""
        if self._pair is None or self._way is not Way.EACH or self._turn == 1:
            return False
        self._pass_to(1)
        return True

    def rest(self) -> None:
        """The lesson is over, or nothing of it is open: both have a part in what is seen."""
        self._way = Way.BOTH
        self._show()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._part.setText("" if self._tight else _("One of us finishes"))
        self._part.setAccessibleName(_("One of us finishes"))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_at_width()

    def themed(self) -> None:
        """Larger letters need more room."""
        if hasattr(self, "seats"):
            self._look_at_width()

    def _look_at_width(self) -> None:
        tight = self.width() < self.theme().grown(_NARROW)
        if self.seats and tight != self._tight:
            self._tight = tight
            for seat in self.seats:
                seat.set_tight(tight)
            self.retranslate()

    def _pass_to(self, who: int) -> None:
        same = who == self._turn
        self._turn = who
        self._show()
        told = self._sentence()
        if told != self._told:
            self._told = told
            announce(self, told)
            if self._way is not Way.BOTH:
                self._be_heard(told, same=same)

    def _be_heard(self, told: str, *, same: bool) -> None:
        """Say the turn to those who are read to; others hear a short sound when it changes."""
        if self._frame.preferences.reads_aloud:
            self._frame.voice.say(told, i18n.language())
        elif not same:
            self._frame.sounds.play("turn")

    def _sentence(self) -> str:
        if self._way is Way.BOTH:
            return _("Look at it together.")
        return _("{name}, it is your turn.").format(name=self.seats[self._turn].person.shown_name)

    def _show(self) -> None:
        for who, seat in zip(PEOPLE, self.seats, strict=False):
            seat.set_part(self._part_of(who))

    def _part_of(self, who: int) -> Part:
        if self._way is Way.BOTH:
            return "both"
        if who == self._turn:
            return "does"
        return "next" if self._way is Way.EACH and who > self._turn else "helps"

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for seat in self.seats:
            row.addWidget(seat)
        row.addStretch(1)
        row.addWidget(self._part)


def _part_words(part: Part) -> str:
    if part == "does":
        return _("You do it")
    if part == "helps":
        return _("You help with words")
    return _("Both together") if part == "both" else _("You are next")
