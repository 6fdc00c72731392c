# SPDX-License-Identifier: GPL-3.0-or-later
"""The three pictures: a learner's own key, pressed in order; chosen twice on the first visit."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.doors import PIN_LENGTH, PIN_PICTURES, is_too_simple
from korak.centre.people import Person, Session
from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.forms.vouch_dialog import VouchDialog
from korak.ui.frame import Frame
from korak.ui.page import Bar, Page
from korak.ui.picture_words import picture_word
from korak.ui.speaking import Speaks
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed
from korak.ui.waiting import Waiting, seconds_to_wait
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid
from korak.ui.words_for_faults import words_for, words_for_any


class _Stage(Enum):
    """What the learner is asked for now."""

    ENTER = "enter"
    CHOOSE = "choose"
    REPEAT = "repeat"


class PinDots(Themed, QWidget):
    """Three circles that fill up; they show the pictures only while these are being chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed: tuple[str, ...] = ()
        self._open = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_pressed(self, pictures: tuple[str, ...], *, openly: bool) -> None:
        """Show how many pictures were pressed, or which ones."""
        self._pressed = pictures
        self._open = openly
        self.update()

    def sizeHint(self) -> QSize:
        """Three circles and the gaps between them."""
        side = self._side()
        return QSize(side * PIN_LENGTH + self._gap() * (PIN_LENGTH - 1), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circles in reading direction."""
        theme = self.theme()
        side, gap = self._side(), self._gap()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(PIN_LENGTH):
            shown = (
                place if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else PIN_LENGTH - 1 - place
            )
            box = QRectF(shown * (side + gap), 0, side, side).adjusted(1.5, 1.5, -1.5, -1.5)
            filled = place < len(self._pressed)
            painter.setPen(QPen(theme.colour("pine" if filled else "edge"), 3))
            painter.setBrush(theme.colour("card" if not filled or self._open else "pine"))
            painter.drawEllipse(box)
            if filled and self._open:
                inner = round(side * 0.6)
                picture = icons.pictogram(
                    self._pressed[place], inner, ratio=self.devicePixelRatioF(), theme=theme
                )
                painter.drawPixmap(
                    round(box.center().x() - inner / 2), round(box.center().y() - inner / 2), picture
                )

    def _side(self) -> int:
        return self.theme().grown(52)

    def _gap(self) -> int:
        return self.theme().grown(16)


class PinPage(Page):
    """One learner, twelve pictures, and a way back for whoever pressed the wrong tile."""

    signed_in = Signal(object)

    def __init__(self, frame: Frame, house: House, person: Person, partner: Person | None = None) -> None:
        """`partner` sits here already and waits for this person."""
        super().__init__(frame)
        self._house = house
        self._person = person
        self._partner = partner
        self._stage = _Stage.ENTER if person.pin_set else _Stage.CHOOSE
        self._pressed: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._fault: ServiceFault | None = None
        self._differed = False
        self._waiting = Waiting(self)
        self._waiting.ticked.connect(self._refresh)
        self._waiting.over.connect(self._waited)
        self._picture = Picture(person.picture, 112)
        self._name = Label(person.shown_name, "title")
        self._ask = Label()
        self._speak = Speaks(frame.voice, self)
        self._dots = PinDots()
        self._undo = Button(role="quiet", icon="undo-2")
        self._undo.clicked.connect(self._take_back)
        self._message = Card("amber")
        self._message_text = Label(role="strong")
        self._message.body.addWidget(self._message_text)
        self._not_me = Button(role="quiet")
        self._not_me.clicked.connect(self.back)
        self._vouch = Button(role="quiet", icon="graduation-cap")
        if partner is None:
            self._vouch.hide()
        self._vouch.clicked.connect(self._ask_trainer)
        self._tiles = TileGrid(columns=4)
        self._tiles.set_tiles([Tile("", picture, kind="pin") for picture in PIN_PICTURES])
        self._tiles.chosen.connect(self._press)
        self._lay_out()

    # what a page tells about itself

    @property
    def person_id(self) -> str:
        """Whose door this is."""
        return self._person.id

    def accessible_person(self) -> str:
        """Who is being asked."""
        return self._person.shown_name

    def bar(self) -> Bar:
        """Only the languages and the text size."""
        return Bar()

    def main_widget(self) -> QWidget | None:
        """The first picture."""
        return self._tiles.tiles()[0] if self._tiles.isEnabled() else self._not_me

    def help_texts(self) -> tuple[str, ...]:
        """What the pictures are for."""
        return (
            _("Three pictures are your key. Press them in the right order."),
            _("If you forgot them, ask your trainer."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._not_me.setText(_("I am not {name}").format(name=self._person.shown_name))
        self._undo.setText(_("Take back"))
        self._vouch.setText(_("The trainer confirms"))
        self._speak.set_name(_("Listen"))
        for tile, picture in zip(self._tiles.tiles(), PIN_PICTURES, strict=True):
            tile.set_accessible(picture_word(picture))
        self._refresh()

    def shown(self) -> None:
        """Learn whether somebody has to wait before the next try."""
        left = self._house.sign_in.wait(self._person.id)
        if left > 0:
            self._wait(left)
        self._refresh()

    def leave(self) -> None:
        """Stop counting, be silent."""
        self._waiting.stop()
        self.frame.voice.stop()

    def back(self) -> None:
        """Back to the tiles."""
        if self._partner is not None:
            self.frame.navigator.partner()
        else:
            self.frame.navigator.wall()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace takes the last picture back."""
        if event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        else:
            super().keyPressEvent(event)

    # slots

    def _press(self, index: int) -> None:
        if len(self._pressed) == PIN_LENGTH:
            return
        self._fault = None
        self._differed = False
        self._pressed = (*self._pressed, PIN_PICTURES[index])
        if len(self._pressed) == PIN_LENGTH:
            self._complete()
        self._refresh()

    def _take_back(self) -> None:
        if 0 < len(self._pressed) < PIN_LENGTH:
            self._pressed = self._pressed[:-1]
            self._refresh()

    def _waited(self) -> None:
        self._fault = None
        self._tiles.setEnabled(True)
        self._tiles.tiles()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def _ask_trainer(self) -> None:
        dialog = VouchDialog(self.frame, self._house, self._person, self)
        dialog.vouched.connect(self.signed_in)
        dialog.open()

    # internal

    def _complete(self) -> None:
        pictures = self._pressed
        if self._stage is _Stage.ENTER:
            self._ask_service(pictures, choosing=False)
        elif self._stage is _Stage.CHOOSE:
            self._keep(pictures)
        elif pictures == self._chosen:
            self._ask_service(pictures, choosing=True)
        else:
            self._differed = True
            self._begin(_Stage.CHOOSE)

    def _keep(self, pictures: tuple[str, ...]) -> None:
        if is_too_simple(pictures):
            self._fault = ServiceFault(FaultKind.BAD_PIN)
            self._begin(_Stage.CHOOSE)
        else:
            self._chosen = pictures
            self._begin(_Stage.REPEAT)

    def _begin(self, stage: _Stage) -> None:
        self._stage = stage
        self._pressed = ()
        self._refresh()
        announce(self._ask, self._message_text.text() or self._ask.text())

    def _ask_service(self, pictures: tuple[str, ...], *, choosing: bool) -> None:
        sign_in, person_id = self._house.sign_in, self._person.id

        def work() -> Session:
            return sign_in.first_pin(person_id, pictures) if choosing else sign_in.pin(person_id, pictures)

        self._tiles.setEnabled(False)
        self.frame.background.run(work, self._let_in, self._refused)

    def _let_in(self, session: Session) -> None:
        self.signed_in.emit(session)

    def _refused(self, fault: Exception) -> None:
        self._pressed = ()
        self._tiles.setEnabled(True)
        self._tiles.tiles()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(fault, ServiceFault):
            self._fault = fault
            if fault.code is FaultKind.WAIT:
                self._wait(seconds_to_wait(fault))
            self._refresh()
        else:
            self._message_text.setText(words_for_any(fault).happened)
            self._message.show()
        announce(self._message_text, self._message_text.text())

    def _wait(self, seconds: float) -> None:
        self._waiting.begin(seconds)
        self._tiles.setEnabled(False)
        self._not_me.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        self._ask.setText(self._question())
        if self._partner is not None:
            together = _("You work with {name}.").format(name=self._partner.shown_name)
            self._ask.setText(f"{together} {self._question()}")
        self._speak.set_speech(self._ask.text(), i18n.language())
        self._dots.show_pressed(self._pressed, openly=self._stage is not _Stage.ENTER)
        done = _("{n} of {all} pictures pressed").format(n=len(self._pressed), all=PIN_LENGTH)
        self._dots.setAccessibleName(done)
        self._undo.setEnabled(0 < len(self._pressed) < PIN_LENGTH)
        told = self._told()
        self._message_text.setText(told)
        self._message.setVisible(bool(told))

    def _question(self) -> str:
        return {
            _Stage.ENTER: _("Press your three pictures."),
            _Stage.CHOOSE: _("Choose three pictures. Remember them."),
            _Stage.REPEAT: _("Press the same three pictures again."),
        }[self._stage]

    def _told(self) -> str:
        if self._waiting.left > 0:
            return self._waiting.sentence()
        if self._differed:
            return _("These were other pictures. Choose again.")
        if self._fault is None:
            return ""
        words = words_for(self._fault)
        return f"{words.happened} {words.todo}"

    def _folded(self, folded: bool) -> None:
        """Above the pictures, the person takes one line."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._person_row.setDirection(across if folded else down)
        self._picture.set_size(48 if folded else 112)

    def _lay_out(self) -> None:
        ask = QHBoxLayout()
        ask.setSpacing(16)
        ask.addWidget(self._speak)
        ask.addWidget(self._ask, 1)
        dots = QHBoxLayout()
        dots.setSpacing(16)
        dots.addWidget(self._dots)
        dots.addWidget(self._undo)
        dots.addStretch()
        self._person_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._person_row.setSpacing(16)
        self._person_row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeading)
        self._person_row.addWidget(self._name, 1)
        who = QVBoxLayout()
        who.setSpacing(16)
        who.addLayout(self._person_row)
        who.addLayout(ask)
        who.addLayout(dots)
        who.addWidget(self._message)
        who.addWidget(self._not_me, 0, Qt.AlignmentFlag.AlignLeading)
        who.addWidget(self._vouch, 0, Qt.AlignmentFlag.AlignLeading)
        who.addStretch()
        pictures = QVBoxLayout()
        pictures.addWidget(self._tiles)
        pictures.addStretch()
        content = Fold(1000)
        content.row.setContentsMargins(90, 8, 90, 32)
        content.row.setSpacing(48)
        content.row.addLayout(who, 2)
        content.row.addLayout(pictures, 4)
        content.folded.connect(self._folded)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
