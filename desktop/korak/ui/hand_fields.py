# SPDX-License-Identifier: GPL-3.0-or-later
"""The places where mouse and keyboard are practised: one for each movement, each with another way by keys."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.i18n import _
from korak.learning.hands import Drill
from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import LineEdit
from korak.ui.widgets.labels import Label
from korak.ui.widgets.letters import LetterKeys
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile

_HEIGHT: Final = 330
_PLACES: Final = ((0.12, 0.2), (0.62, 0.55), (0.35, 0.05), (0.85, 0.3))
_SIZES: Final = (170, 140, 110, 84)
_FAR: Final = 6  # pixels after which a press becomes carrying


class HandField(Themed, QWidget):
    """Room for one movement; it says what happened, and is shown what is wanted next."""

    hit = Signal()
    missed = Signal()
    typed = Signal(str)

    def show_drill(self, drill: Drill) -> None:
        """Show the next round."""

    def first_focus(self) -> QWidget:
        """Where the focus stands."""
        return self

    def retranslate(self) -> None:
        """Set every text in the current language."""


class _Pond(HandField):
    """A field with one thing in it that moves to another place after each round."""

    def __init__(self, tile: Tile) -> None:
        super().__init__()
        self.tile = tile
        self.tile.setParent(self)
        self._round = 0
        self.themed()

    def show_drill(self, drill: Drill) -> None:
        """Move the thing, and make it a little smaller."""
        self._round = drill.done
        self._place()

    def first_focus(self) -> QWidget:
        """The thing itself: Enter does the same."""
        return self.tile

    def themed(self) -> None:
        self.setMinimumHeight(self.theme().grown(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the thing."""
        self.missed.emit()

    def _place(self) -> None:
        side = self.theme().grown(_SIZES[self._round % len(_SIZES)])
        across, down = _PLACES[self._round % len(_PLACES)]
        room = QSize(max(self.width() - side, 0), max(self.height() - side, 0))
        self.tile.setGeometry(round(room.width() * across), round(room.height() * down), side, side)


class ClickField(_Pond):
    """A star to press once."""

    def __init__(self) -> None:
        super().__init__(Tile("", "glowing-star", kind="pin"))
        self.tile.clicked.connect(self.hit)

    def retranslate(self) -> None:
        """Name the thing."""
        self.tile.set_accessible(_("star"))


class _TwiceTile(Tile):
    """A tile that wants two quick presses; Enter does it as well."""

    twice = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.twice.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.twice.emit()
        else:
            super().keyPressEvent(event)


class DoubleField(_Pond):
    """A folder to open with two quick presses."""

    def __init__(self) -> None:
        tile = _TwiceTile("", "file-folder", kind="pin")
        super().__init__(tile)
        tile.twice.connect(self.hit)

    def retranslate(self) -> None:
        """Name the thing."""
        self.tile.set_accessible(_("folder"))


class _OtherButtonTile(Tile):
    """A tile that wants the right button, or the menu key."""

    menu = Signal()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.menu.emit()
        else:
            super().keyPressEvent(event)


class RightField(_Pond):
    """A picture to press with the right button."""

    def __init__(self) -> None:
        tile = _OtherButtonTile("", "framed-picture", kind="pin")
        super().__init__(tile)
        tile.menu.connect(self.hit)

    def retranslate(self) -> None:
        """Name the thing."""
        self.tile.set_accessible(_("picture"))


class _Carried(Tile):
    """A tile that can be carried with the mouse; a press alone picks it up."""

    moved = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, pictogram: str, parent: QWidget) -> None:
        super().__init__("", pictogram, kind="pin", parent=parent)
        self.setCheckable(True)
        self._grip: QPoint | None = None
        self._carried = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grip, self._carried = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grip = self._grip
        if grip is None:
            return
        way = event.position().toPoint() - grip
        self._carried = self._carried or way.manhattanLength() > _FAR
        if self._carried:
            self.moved.emit(self.pos() + way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carried, self._grip, self._carried = self._carried, None, False
        if not carried:
            super().mouseReleaseEvent(event)
            return
        self.setDown(False)
        self.dropped.emit(self.geometry().center())


class DragField(HandField):
    """A letter and a mailbox: carry the letter over, or press one and then the other."""

    def __init__(self) -> None:
        super().__init__()
        self.letter = _Carried("envelope", self)
        self.box = Tile("", "open-mailbox-with-raised-flag", kind="pin", parent=self)
        self.letter.moved.connect(self.letter.move)
        self.letter.dropped.connect(self._dropped)
        self.box.clicked.connect(self._box_pressed)
        self._turned = False
        self.themed()

    def show_drill(self, drill: Drill) -> None:
        """Put the letter back, on the other side each time."""
        self._turned = drill.done % 2 == 1
        self.letter.setChecked(False)
        self._place()

    def first_focus(self) -> QWidget:
        """The letter."""
        return self.letter

    def retranslate(self) -> None:
        """Name the things."""
        self.letter.set_accessible(_("letter"))
        self.box.set_accessible(_("mailbox"))

    def themed(self) -> None:
        self.setMinimumHeight(self.theme().grown(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = self.theme().grown(130)
        down = max(self.height() - side, 0) // 2
        near, far = self.width() // 8, max(self.width() * 7 // 8 - side, 0)
        letter, box = (far, near) if self._turned else (near, far)
        self.letter.setGeometry(QRect(letter, down, side, side))
        self.box.setGeometry(QRect(box, down, side, side))
        self.letter.raise_()

    def _dropped(self, centre: QPoint) -> None:
        if self.box.geometry().contains(centre):
            self.hit.emit()
        else:
            self.missed.emit()
            self._place()

    def _box_pressed(self) -> None:
        if self.letter.isChecked():
            self.hit.emit()
        else:
            self.missed.emit()


class ScrollField(HandField):
    """A long page with a button at its far end."""

    def __init__(self) -> None:
        super().__init__()
        self._above, self._below = Button(role="primary"), Button(role="primary")
        long = QWidget()
        column = QVBoxLayout(long)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(120)
        column.addWidget(self._above)
        self._lines = [Label() for _line in range(6)]
        for line in self._lines:
            column.addWidget(line)
        column.addWidget(self._below)
        self._scroller = Scroller(long)
        card = Card("card")
        card.body.addWidget(self._scroller)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        for button in (self._above, self._below):
            button.clicked.connect(self.hit)
        self._up = False
        self.themed()

    def show_drill(self, drill: Drill) -> None:
        """The button is at the bottom first, then at the top."""
        self._up = drill.done % 2 == 1
        self._above.setVisible(self._up)
        self._below.setVisible(not self._up)
        QTimer.singleShot(0, self, self._to_the_other_end)

    def first_focus(self) -> QWidget:
        """The page: arrows and Page Down scroll it."""
        return self._scroller

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for button in (self._above, self._below):
            button.setText(_("Here I am. Press me."))
        for line in self._lines:
            line.setText(_("This page is long.") if not self._up else _("Go on up."))
        self._scroller.setAccessibleName(_("A long page"))

    def _to_the_other_end(self) -> None:
        bar = self._scroller.verticalScrollBar()
        bar.setValue(bar.maximum() if self._up else 0)

    def themed(self) -> None:
        self.setFixedHeight(self.theme().grown(_HEIGHT))


class TypeField(HandField):
    """What is to be typed, large; below it the field and the keys for carons."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Label(role="answer")
        self._wanted.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._edit = LineEdit("answer")
        self._edit.textEdited.connect(self.typed)
        self._keys = LetterKeys()
        self._keys.set_target(self._edit)
        self._edit.textChanged.connect(self._changed)
        row = QHBoxLayout()
        row.addWidget(self._edit, 2)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._wanted)
        column.addLayout(row)
        column.addWidget(self._keys)
        column.addStretch()

    def show_drill(self, drill: Drill) -> None:
        """Show what is to be typed next, and make room for it."""
        self._wanted.setText(drill.wanted)
        self._edit.blockSignals(True)
        self._edit.clear()
        self._edit.blockSignals(False)
        self._edit.setAccessibleName(_("Type: {text}").format(text=drill.wanted))
        self._edit.setEnabled(not drill.over)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """The field."""
        return self._edit

    def retranslate(self) -> None:
        """Name the keys."""
        self._keys.set_names([_("letter {letter}").format(letter=letter) for letter in "čšžćđ"])

    def _changed(self, text: str) -> None:
        if not self._edit.isModified():
            self.typed.emit(text)
