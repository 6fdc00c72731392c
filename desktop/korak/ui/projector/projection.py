# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall itself: stones above, one slide, a few quiet buttons below; black when the trainer wants eyes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from korak import i18n
from korak.content.lesson import Station
from korak.i18n import CONTENT_LANGUAGE, _, content_or_source
from korak.ui.announce import announce
from korak.ui.practice.popover import PopOver
from korak.ui.projector.slides import USUAL, Slide, Stock, parts_of, shown_stations, slide_of
from korak.ui.projector.stones import StoneLine
from korak.ui.speaking import Speaks
from korak.ui.stage_words import stage_name
from korak.ui.theme import theme as themes
from korak.ui.theme.theme import Theme, Themed, wear
from korak.ui.widgets.buttons import Button, RoundButton
from korak.ui.widgets.cards import Card
from korak.ui.widgets.labels import Label
from korak.ui.widgets.topbar import PillMenu

ROOM: Final = QSize(1366, 768)
"""The window for which the text sizes of the slides are meant; a larger one makes them larger."""
_MOST: Final = 2.0
_FINE: Final = 0.05
_WARM_MS: Final = 40
_NO_OTHER: Final = ""


class Black(QWidget):
    """Nothing to look at, until somebody presses."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or the ring would still go around what lies below
        self.setProperty("ring", "none")
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press brings the slide back."""
        event.accept()
        self.pressed.emit()


class Projection(Themed, QWidget):
    """A lesson on the wall, slide after slide; it stores nothing, `under_way` says that it is being shown."""

    left = Signal()
    moved = Signal()
    under_way = Signal()
    full_wanted = Signal()

    def __init__(self, stock: Stock, languages: Sequence[str]) -> None:
        super().__init__()
        self._stock = stock
        self._frame = stock.frame
        self._languages = tuple(languages)
        shown = shown_stations(stock.lesson)
        self._parts = parts_of(shown)
        self._stations: tuple[Station | None, ...] = (*shown, None)
        self._place = 0
        self._farthest = 0
        self._slides: dict[int, Slide] = {}
        self._arrows: list[QShortcut] = []
        self._quiet = False
        self._stones = StoneLine()
        self._now = Label(role="lead")
        self._then = Label(role="soft")
        self._stack = QStackedWidget()
        self._back = RoundButton("arrow-left")
        self._back.clicked.connect(self.backward)
        self._language = PillMenu(icon="languages")
        self._language.chosen.connect(self._choose_language)
        self._notes_button = RoundButton("message-square")
        self._notes_button.setCheckable(True)
        self._notes_button.clicked.connect(self.toggle_notes)
        self._black_button = RoundButton("moon")
        self._black_button.clicked.connect(self.toggle_black)
        self._end = RoundButton("x")
        self._end.clicked.connect(self.ask_to_leave)
        self._main = Button(role="main", trailing="arrow-right")
        self._main.clicked.connect(self._press_main)
        self._strip, self._foot = QWidget(), QWidget()
        self._notes = Card("amber")
        self._notes_title = Label(role="strong")
        self._notes_text = Label(role="body")
        self._question = PopOver(self)
        self._question.closed.connect(self.stay)
        self._question.yes.clicked.connect(self.left)
        self._black = Black(self)
        self._black.pressed.connect(self.toggle_black)
        self._warm_soon = QTimer(self)
        self._warm_soon.setSingleShot(True)
        self._warm_soon.setInterval(_WARM_MS)
        self._warm_soon.timeout.connect(self._warm)
        self._lay_out()
        self.retranslate()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # properties

    @property
    def place(self) -> int:
        """Which slide is shown, from 0."""
        return self._place

    @property
    def stations(self) -> tuple[Station | None, ...]:
        """The stop behind each slide; the last one, the end, has none."""
        return self._stations

    @property
    def slide(self) -> Slide:
        """What is on the wall now."""
        return self._slides[self._place]

    @property
    def started(self) -> bool:
        """Whether there is a slide on the wall."""
        return self._place in self._slides

    @property
    def is_black(self) -> bool:
        """Whether the wall is black."""
        return not self._black.isHidden()

    @property
    def asks(self) -> bool:
        """Whether it is asked if the presentation is to end."""
        return not self._question.isHidden()

    @property
    def notes_seen(self) -> bool:
        """Whether the trainer peeks at the notes on this very screen."""
        return not self._notes.isHidden()

    @property
    def main(self) -> Button:
        """The one button that leads on."""
        return self._main

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that can stand below the Slovenian text."""
        return self._languages

    def notes(self, place: int | None = None) -> str:
        """What the trainer is told at a slide (this one, unless another is asked for)."""
        station = self._stations[self._place if place is None else place]
        if station is None:
            return _("Let everybody try. Help with a word, not with your hand on the mouse.")
        found = self._stock.lesson.notes_at(station.key)
        return content_or_source(self._stock.pack.id, found) if found else ""

    def coming(self) -> str:
        """What the next press does."""
        return self.slide.coming()

    # methods

    def start(self) -> None:
        """Show the first slide."""
        self.go_to(0)

    def onward(self) -> None:
        """What the clicker's one button does: the next thing, and nothing else, ever."""
        if self._wakes():
            return
        if self.slide.onward():
            self._changed()
        elif self._place + 1 < len(self._stations):
            self.go_to(self._place + 1)

    def backward(self) -> None:
        """What its other button does: one thing back."""
        if self._wakes():
            return
        if self.slide.backward():
            self._changed()
        elif self._place > 0:
            self.go_to(self._place - 1)

    def to_part(self, step: int) -> None:
        """Go to the beginning of the next part (1) or of this one, then the one before (-1)."""
        if self._wakes():
            return
        stages = [station.stage if station is not None else None for station in self._stations]
        begins = [place for place, stage in enumerate(stages) if place == 0 or stages[place - 1] is not stage]
        ahead = [place for place in begins if place > self._place]
        behind = [place for place in begins if place < self._place]
        found = ahead[:1] if step > 0 else behind[-1:]
        if found:
            self.go_to(found[0])

    def first(self) -> None:
        """Begin again."""
        if not self._wakes():
            self.go_to(0)

    def go_to(self, place: int) -> None:
        """Show a slide."""
        if self._place in self._slides:
            self.slide.leave()
        known = self._slides.get(place)
        if known is not None and known.spent and place != self._place:
            self._drop(place)
        self._place = place
        slide = self._slide(place)
        self._stack.setCurrentWidget(slide.view)
        slide.begin()
        self._changed()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)
        if place > self._farthest:
            self._farthest = place
            self.under_way.emit()
        self._warm_soon.start()

    def toggle_black(self) -> None:
        """Let the wall be black, or bright again."""
        self._black.setVisible(self._black.isHidden())
        if self.is_black:
            self._frame.voice.stop()
            self._black.setGeometry(self.rect())
            self._black.raise_()
            announce(self, _("The screen is black."))
        if not self._quiet:
            (self._black if self.is_black else self._main).setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def toggle_notes(self) -> None:
        """Peek at the notes, or put them away."""
        if self._quiet:
            return
        self._notes.setVisible(self._notes.isHidden())
        self._place_notes()
        self._notes_button.setChecked(self.notes_seen)
        if self.notes_seen:
            announce(self._notes, self._notes_text.text())

    def next_language(self) -> None:
        """Show another language of the group below the Slovenian text, at last none."""
        known = (_NO_OTHER, *self._languages)
        now = self._frame.preferences.second_language or _NO_OTHER
        place = known.index(now) if now in known else 0
        self._choose_language(known[(place + 1) % len(known)])

    def speak(self) -> None:
        """Read aloud what stands first on the wall."""
        for speaker in self.slide.view.findChildren(Speaks):
            if speaker.isVisible():
                speaker.speak()
                return

    def ask_to_leave(self) -> None:
        """Ask whether it is over: behind the presentation stand pages with names."""
        if self.is_black:
            self.toggle_black()
        self._question.open_over(self)

    def stay(self) -> None:
        """Go on with the presentation."""
        self._question.hide()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> None:
        """Put away what lies over the slide; where nothing does, ask whether it is over.

        On a screen of its own the wall asks nothing: the trainer ends it beside it.
        """
        if self.is_black or self.asks or self._quiet:
            self._wakes()
        elif self.notes_seen:
            self.toggle_notes()
        else:
            self.ask_to_leave()

    def toggle_full(self) -> None:
        """Ask for the whole screen, or for less of it; where something covers the slide, bring that back."""
        if not self._wakes():
            self.full_wanted.emit()

    def set_quiet(self, quiet: bool) -> None:
        """Leave out what the trainer has beside it on another screen: the buttons and the notes."""
        self._quiet = quiet
        self._foot.setVisible(not quiet)
        if quiet:
            self._notes.hide()

    def bind(self, owner: QWidget) -> None:
        """Let the keys of a clicker lead, wherever the focus is in the window of `owner`."""
        ways: tuple[tuple[tuple[str, ...], Callable[[], None]], ...] = (
            (("PgDown",), self.onward),
            (("PgUp",), self.backward),
            (("Ctrl+PgDown",), partial(self.to_part, 1)),
            (("Ctrl+PgUp",), partial(self.to_part, -1)),
            (("Home",), self.first),
            (("B", "."), self.toggle_black),
            (("N",), self.toggle_notes),
            (("L",), self.next_language),
            (("S",), self.speak),
            (("F5",), self.toggle_full),
        )
        for keys, act in ways:
            for key in keys:
                _shortcut(owner, key, act)
        right = _shortcut(owner, "Right", partial(self._arrow, Qt.LayoutDirection.LeftToRight))
        left = _shortcut(owner, "Left", partial(self._arrow, Qt.LayoutDirection.RightToLeft))
        self._arrows += [right, left]

    def unbind(self, owner: QWidget) -> None:
        """Forget the keys of a window that goes."""
        self._arrows = [one for one in self._arrows if one.parent() is not owner]

    def close_down(self) -> None:
        """The presentation ends: be silent, let go of what was asked of the program."""
        self._warm_soon.stop()
        if self._place in self._slides:
            self.slide.leave()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_moved)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._back.set_name(_("Back"))
        self._notes_button.set_name(_("Notes for the trainer"))
        self._black_button.set_name(_("Black screen"))
        self._black.setAccessibleName(_("Black screen"))
        self._end.set_name(_("End the presentation"))
        self._notes_title.setText(_("For you"))
        self._question.title.setText(_("End the presentation?"))
        self._question.text.setText(_("Then a page for trainers is seen, with names."))
        self._question.yes.setText(_("End it"))
        self._question.no.setText(_("No, go on"))
        choices = [
            (_NO_OTHER, _("Slovenian only")),
            *((code, i18n.own_name(code)) for code in self._languages),
        ]
        self._language.set_choices(choices)
        self._language.setAccessibleName(_("Language below the Slovenian text"))
        self._language.setVisible(bool(self._languages))
        self._show_language()
        if self._slides:
            self._changed()

    # Qt

    def themed(self) -> None:
        """Dress the wall anew: other colours, or another size."""
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()
        self._black.setGeometry(self.rect())
        self._place_notes()
        if self.asks:
            self._question.open_over(self)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar leads on; digits answer a question."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.onward()
        elif self.is_black or not self.slide.take_key(event):
            super().keyPressEvent(event)

    # slots

    def _press_main(self) -> None:
        if self._place + 1 == len(self._stations) and not (self.is_black or self.asks):
            self.ask_to_leave()
        else:
            self.onward()

    def _arrow(self, forward: Qt.LayoutDirection) -> None:
        if self.layoutDirection() == forward:
            self.onward()
        else:
            self.backward()

    def _choose_language(self, code: str) -> None:
        self._frame.preferences.choose_second(code or CONTENT_LANGUAGE)
        self._show_language()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Inside a slide the arrows go where arrows go there: from answer to answer, in a menu."""
        inside = now is not None and self._stack.isAncestorOf(now)
        for arrow in self._arrows:
            arrow.setEnabled(not inside)

    # internal

    def _wakes(self) -> bool:
        """Put away what covers the slide, if anything does: that is all a press does then."""
        if self.is_black:
            self.toggle_black()
            return True
        if self.asks:
            self.stay()
            return True
        return False

    def _changed(self) -> None:
        station = self._stations[self._place]
        names = [stage_name(part) for part in self._parts]
        now = len(names) if station is None else self._parts.index(station.stage)
        same = [
            place
            for place, one in enumerate(self._stations)
            if one and station and one.stage is station.stage
        ]
        share = (self._place - same[0]) / len(same) if same else 1.0
        name = names[now] if station is not None else _("Practice")
        part = _("Step {n} of {all}").format(n=min(now + 1, len(names)), all=len(names))
        self._stones.show_place(names, now, share, f"{part}: {name}")
        self._now.setText(name)
        following = names[now + 1] if now + 1 < len(names) else "" if station is None else _("Practice")
        self._then.setText(_("Then: {part}").format(part=following) if following else "")
        self._main.setText(self.coming())
        self._main.set_trailing(self.slide.way)
        self._back.setEnabled(self._place > 0 or len(self._slides) > 0)
        notes = self.notes()
        self._notes_text.setText(notes or _("There are no notes here."))
        self._place_notes()
        self.moved.emit()

    def _slide(self, place: int) -> Slide:
        """The slide of a place, made if need be."""
        known = self._slides.get(place)
        if known is not None:
            return known
        slide = slide_of(self._stations[place], self._stock)
        slide.changed.connect(self._changed_inside)
        wear(slide.view, self._theme(slide.scale))
        self._slides[place] = slide
        self._stack.addWidget(slide.view)
        return slide

    def _changed_inside(self) -> None:
        if self.sender() is self._slides.get(self._place):
            self._changed()

    def _warm(self) -> None:
        """Make the next slide while this one is talked about; let those far behind go."""
        for place in [place for place in self._slides if abs(place - self._place) > 1]:
            self._drop(place)
        following = self._place + 1
        if following < len(self._stations) and following not in self._slides:
            view = self._slide(following).view
            view.resize(self._stack.size())
            view.grab()  # laid out and painted once, it appears at once when its turn comes

    def _drop(self, place: int) -> None:
        slide = self._slides.pop(place)
        slide.leave()
        self._stack.removeWidget(slide.view)
        slide.view.deleteLater()

    def _theme(self, scale: float) -> Theme:
        """The theme on the wall: the letters grow with the room, and are never smaller than elsewhere."""
        own = self._frame.preferences.theme
        room = min(self.width() / ROOM.width(), self.height() / ROOM.height()) or 1.0
        wanted = round(scale * room / _FINE) * _FINE
        return themes.load(own.name, min(max(wanted, own.scale), _MOST), motion=own.motion)

    def _dress(self) -> None:
        usual = self._theme(USUAL)
        for part in (self._strip, self._foot, self._question):
            wear(part, usual)
        for slide in self._slides.values():
            wear(slide.view, self._theme(slide.scale))

    def _place_notes(self) -> None:
        """The notes lie over the lower edge of the slide, in letters for one pair of eyes."""
        if self._notes.isHidden():
            return
        width = min(round(self.width() * 0.62), self._frame.preferences.theme.grown(760))
        for label in (self._notes_title, self._notes_text):
            label.ensurePolished()  # before the first look its letters have no size yet
        self._notes.body.invalidate()
        height = self._notes.body.totalHeightForWidth(width)
        foot = self._foot.height() if self._foot.isVisible() else 0
        left = self.width() - width - 24 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 24
        self._notes.setGeometry(left, self.height() - foot - height - 8, width, height)
        self._notes.raise_()

    def _show_language(self) -> None:
        code = self._frame.preferences.second_language or _NO_OTHER
        code = code if code in self._languages else _NO_OTHER
        self._language.set_current(code)
        self._language.setText(i18n.own_name(code or CONTENT_LANGUAGE))

    def _lay_out(self) -> None:
        self._notes.setParent(self)
        self._notes.body.addWidget(self._notes_title)
        self._notes.body.addWidget(self._notes_text)
        self._notes.hide()
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(40, 10, 40, 2)
        strip.setSpacing(24)
        strip.addWidget(self._stones)
        strip.addWidget(self._now, 1)
        strip.addWidget(self._then)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(40, 4, 40, 16)
        foot.setSpacing(16)
        foot.addWidget(self._back)
        foot.addWidget(self._language)
        foot.addStretch(1)
        for button in (self._notes_button, self._black_button, self._end):
            foot.addWidget(button)
        foot.addSpacing(8)
        foot.addWidget(self._main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)


def _shortcut(owner: QWidget, key: str, act: Callable[[], None]) -> QShortcut:
    shortcut = QShortcut(QKeySequence(key), owner)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(act)
    return shortcut
