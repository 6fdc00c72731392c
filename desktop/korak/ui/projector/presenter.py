# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's view beside the wall: what is seen there, what to say, what comes next."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from korak.i18n import _
from korak.ui.folding import Fold
from korak.ui.projector.projection import Projection
from korak.ui.projector.slides import Stock, answer_of, headline
from korak.ui.stage_words import stage_name
from korak.ui.theme.theme import Themed, load, set_property, wear
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

_LOOK_MS = 1000
_AFTER_PAINT_MS = 60
_NOTES = 1.3
"""How often the small picture of the wall is taken anew: the pointer and the mouse move there."""


class Miniature(Themed, QWidget):
    """A small picture of the wall; a press on it leads on, as a press on the button does."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QPixmap) -> None:
        """Show what is on the wall now."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme().grown(520), self.theme().grown(292))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._picture.deviceIndependentSize().toSize()
        size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect((self.width() - size.width()) // 2, 0, size.width(), size.height())
        painter.drawPixmap(box, self._picture)
        painter.setPen(self.theme().colour("edge"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()


class Presenter(Themed, QWidget):
    """What the trainer sees on the first screen while the lesson fills the second one."""

    joined = Signal()

    def __init__(self, projection: Projection, stock: Stock) -> None:
        super().__init__()
        self._wall = projection
        self._stock = stock
        self._now_kicker, self._now, self._answer = (
            Label(role="note"),
            Label(role="lead"),
            Label(role="strong"),
        )
        self._next_kicker, self._next = Label(role="note"), Label(role="strong")
        self._notes_kicker, self._notes = Label(role="note"), Label(role="body")
        self._notes_card = Card("amber")
        self._small = Miniature()
        self._back = Button(icon="arrow-left")
        self._back.clicked.connect(projection.backward)
        self._black = Button(icon="moon")
        self._black.clicked.connect(projection.toggle_black)
        self._language = Button(icon="languages")
        self._language.clicked.connect(projection.next_language)
        self._join = Button(role="quiet", icon="projector")
        self._join.clicked.connect(self.joined)
        self._end = Button(role="quiet", icon="x")
        self._end.clicked.connect(projection.left)
        self.main = Button(role="primary", trailing="arrow-right")
        self.main.clicked.connect(self._press_main)
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_MS)
        self._again.timeout.connect(self._take_picture)
        projection.moved.connect(self.show_place)
        self._lay_out()
        self.retranslate()
        self.themed()

    def start(self) -> None:
        """Follow what is on the wall."""
        self.show_place()
        self._again.start()

    def stop(self) -> None:
        """Follow no more."""
        self._again.stop()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._now_kicker.setText(_("Now on the wall"))
        self._next_kicker.setText(_("After this"))
        self._notes_kicker.setText(_("For you"))
        self._back.setText(_("Back"))
        self._language.setText(_("Another language"))
        self._join.setText(_("Show it here"))
        self._end.setText(_("End the presentation"))
        self._small.setAccessibleName(_("Now on the wall"))
        self.show_place()

    def themed(self) -> None:
        """The notes are read from a step away: their letters are larger than the rest."""
        own = self.theme()
        wear(self._notes_card, load(own.name, own.scale * _NOTES, motion=own.motion))

    def show_place(self) -> None:
        """Say what is on the wall, what to say about it, and what comes."""
        wall, place = self._wall, self._wall.place
        if not wall.started:
            return
        stations = wall.stations
        station = stations[place]
        part = _("Practice") if station is None else stage_name(station.stage)
        self._now_kicker.setText(f"{_('Now on the wall')} · {part} · {place + 1} / {len(stations)}")
        self._now.setText(headline(station, self._stock))
        answer = answer_of(station)
        self._answer.setText(_("Answer: {answer}").format(answer=answer) if answer else "")
        self._answer.setVisible(bool(answer))
        self._notes.setText(wall.notes() or _("There are no notes here."))
        last = place + 1 == len(stations)
        self._next.setText(_("The end") if last else headline(stations[place + 1], self._stock))
        self.main.setText(wall.coming())
        self.main.set_trailing(wall.slide.way)
        self._black.setText(_("Bright again") if wall.is_black else _("Black screen"))
        self._back.setEnabled(place > 0)
        QTimer.singleShot(_AFTER_PAINT_MS, self, self._take_picture)

    # internal

    def _press_main(self) -> None:
        wall = self._wall
        if wall.place + 1 == len(wall.stations) and not wall.is_black:
            wall.left.emit()
        else:
            wall.onward()

    def _take_picture(self) -> None:
        if self.isVisible():
            self._small.show_picture(self._wall.grab())

    def _lay_out(self) -> None:
        room = Fold(900)
        room.row.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for label in (self._now_kicker, self._now, self._answer):
            left.addWidget(label)
        left.addWidget(self._small, 1)
        notes, coming = self._notes_card, Card("card")
        notes.body.addWidget(self._notes_kicker)
        notes.body.addWidget(self._notes)
        notes.body.addStretch()
        coming.body.addWidget(self._next_kicker)
        coming.body.addWidget(self._next)
        right.setSpacing(16)
        right.addWidget(notes, 1)
        right.addWidget(coming)
        room.row.addLayout(left, 3)
        room.row.addLayout(right, 2)
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button in (self._back, self._black, self._language, self._join, self._end):
            set_property(button, "density", "dense")
            flow.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(acts, 1)
        foot.addWidget(self.main, 0, Qt.AlignmentFlag.AlignBottom)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 8, 28, 20)
        column.setSpacing(16)
        column.addWidget(room, 1)
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
