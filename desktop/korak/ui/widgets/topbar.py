# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar at the top: where I am, who I am, which language, the way out."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from korak.ui.theme import icons
from korak.ui.theme.theme import Themed, set_property
from korak.ui.widgets.buttons import Button, PillButton
from korak.ui.widgets.labels import Label


class _Mark(Themed, QWidget):
    """Three stones rising; it means the same in every direction of reading and is never mirrored."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.theme().grown(38)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(QPoint(0, 0), icons.mark(self.width(), ratio, dark=self.theme().dark))
        painter.end()


_LONG = 14  # more choices than this are sought by typing


class PillMenu(PillButton):
    """A pill that opens a menu of choices, e.g. the languages; a long menu can be searched."""

    chosen = Signal(str)

    def __init__(self, text: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon=icon, trailing="chevron-down", parent=parent)
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._current = ""
        self._choices: tuple[tuple[str, str], ...] = ()
        self._menu.triggered.connect(self._triggered)
        self.clicked.connect(self._open)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, text)."""
        self._menu.clear()
        self._choices = tuple(choices)
        for key, text in () if self.is_long() else choices:
            action = QAction(text, self._menu)
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == self._current)
            self._group.addAction(action)
            self._menu.addAction(action)

    def set_current(self, key: str) -> None:
        """Tick this choice."""
        self._current = key
        for action in self._menu.actions():
            action.setChecked(action.data() == key)

    def is_long(self) -> bool:
        """Whether there are so many choices that one searches among them."""
        return len(self._choices) > _LONG

    def menu_of_choices(self) -> QMenu:
        """The menu itself."""
        return self._menu

    def _open(self) -> None:
        if self.is_long():
            self._open_list()
            return
        self._menu.setLayoutDirection(self.layoutDirection())
        self._menu.setMinimumWidth(self.width())
        below = QPoint(0, self.height() + 4)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            below.setX(self.width() - max(self.width(), self._menu.sizeHint().width()))
        self._menu.popup(self.mapToGlobal(below))

    def _open_list(self) -> None:
        from korak.ui.widgets.choice_list import ChoiceList  # noqa: PLC0415 - only large centres need it

        found = ChoiceList(self.accessibleName() or self.text(), self._choices, self._current, self)
        found.chosen.connect(self._choose)
        below = QPoint(0, self.height() + 4)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            below.setX(self.width() - found.width())
        found.open_at(self.mapToGlobal(below))

    def _triggered(self, action: QAction) -> None:
        self._choose(str(action.data()))

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)


class TopBar(Themed, QWidget):
    """The mark and the page's title at the start, pills and buttons at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = _Mark()
        self._title = Label("Korak", "brand")
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._title, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.themed()

    def set_title(self, text: str) -> None:
        """Say where we are."""
        self._title.setText(text)

    def add_end(self, widget: QWidget) -> None:
        """Put a pill or a button at the end, behind those already there."""
        if isinstance(widget, Button) and widget.role() != "pill":
            set_property(widget, "density", "dense")
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def remove_end(self, widget: QWidget) -> None:
        """Take it out again; it stays the caller's."""
        self._row.removeWidget(widget)
        widget.setParent(None)

    def themed(self) -> None:
        theme = self.theme()
        self._row.setContentsMargins(28, 10, 28, 10)
        self._row.setSpacing(theme.px("s3"))
