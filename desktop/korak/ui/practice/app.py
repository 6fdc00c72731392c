# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs beside the browser share: a bar with a name, buttons, rows, documents."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from korak.practice import actions as act
from korak.practice.view import PaperView
from korak.ui.practice.block import clear
from korak.ui.practice.paper import Paper
from korak.ui.practice.portal import PLAIN, PortalButton, PortalLook
from korak.ui.theme import icons
from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture


class AppView(Themed, QWidget):
    """A program of the practice computer: a bar on top, a page below; it presses and fills by targets."""

    acted = Signal(object)

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.targets: dict[str, QWidget] = {}
        self.bar = _Bar(icon)
        self.page = QWidget()
        self.lines = QVBoxLayout(self.page)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.page)
        self.page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.page.setProperty("ring", False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.area, 1)

    def control(self, target: str) -> QWidget | None:
        """What to point at, and to focus, for a target."""
        return self.targets.get(target)

    def flush(self) -> None:
        """Send what was typed and not sent yet."""

    def retranslate(self) -> None:
        """Say everything in the current language."""

    def focus_page(self) -> None:
        """Put the focus on the page; the next Tab leads to the first thing on it."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def plain(self) -> PortalLook:
        """The plain look of the computer's own programs."""
        return PortalLook.of(PLAIN, self.theme())

    def themed(self) -> None:
        side = self.theme().px("s4")
        self.lines.setContentsMargins(side, self.theme().px("s3"), side, side)
        self.lines.setSpacing(self.theme().px("s2"))

    def begin(self) -> str:
        """Empty the page and the bar; gives the target that has the focus, to be given back to ``end``."""
        focused = next((name for name, widget in self.targets.items() if widget.hasFocus()), "")
        self.targets = {}
        clear(self.lines)
        self.bar.empty()
        return focused

    def end(self, focused: str) -> None:
        """The page is drawn: what has stayed has the focus again."""
        self.lines.addStretch(1)
        again = self.targets.get(focused)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused:
            self.focus_page()

    def add_press(
        self, button: QAbstractButton, target: str, action: act.Action | None = None
    ) -> QAbstractButton:
        """Let a button be pressed for its target."""
        button.clicked.connect(partial(self._press, action or act.Press(target)))
        self.targets[target] = button
        return button

    def button(self, text: str, target: str, icon: str = "", *, main: bool = False) -> PortalButton:
        """A button of the program."""
        made = PortalButton(self.plain(), text, main=main, icon=icon)
        self.add_press(made, target)
        return made

    def add_row(self, *buttons: QWidget) -> None:
        """Put buttons side by side."""
        room = QWidget()
        flow = FlowLayout(8)
        room.setLayout(flow)
        for button in buttons:
            flow.addWidget(button)
        self.lines.addWidget(room)

    def add_nothing(self, icon: str, text: str) -> None:
        """Say that there is nothing here."""
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(8, 24, 8, 24)
        across.setSpacing(12)
        picture = Picture("", 28)
        picture.set_icon(icon, "soft")
        across.addStretch(1)
        across.addWidget(picture)
        across.addWidget(Label(text, "portal-text"))
        across.addStretch(1)
        self.lines.addWidget(line)

    def add_paper(self, paper: PaperView) -> None:
        """Put a document on the page."""
        sheet = Paper()
        sheet.show_paper(paper)
        self.lines.addWidget(sheet)

    def _press(self, action: act.Action) -> None:
        self.flush()
        self.acted.emit(action)


class ItemRow(Pressable):
    """A row of a list: an icon, a name, a second line, something at its end; the chosen one is tinted."""

    def __init__(
        self, icon: str, text: str, detail: str = "", end: str = "", *, strong: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._detail, self._end, self._strong = icon, detail, end, strong
        self.setText(text)
        self.setAccessibleName(", ".join(part for part in (text, detail, end) if part))
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(260), theme.grown(62 if self._detail else 48))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active, chosen = self.underMouse() or self.isDown(), self.isChecked()
        painter.setPen(theme.colour("sky" if chosen else "line"))
        painter.setBrush(theme.colour("sky_ground" if chosen else "hover" if active else "card"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
        side = theme.grown(26)
        left = theme.px("s3") - 2
        colour = theme.colour("sky" if self._strong or chosen else "soft")
        pixmap = icons.icon_pixmap(self._icon, colour, side, ratio=self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, pixmap)
        self._paint_words(painter, left + side + 14)

    def _paint_words(self, painter: QPainter, left: int) -> None:
        theme = self.theme()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        room = self.rect().adjusted(left, 4, -theme.px("s3"), -4)
        note = theme.font("note", bold=False)
        painter.setFont(note)
        painter.setPen(theme.colour("soft"))
        upper = room.adjusted(0, 0, 0, -room.height() // 2) if self._detail else room
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignRight | middle), self._end)
        taken = painter.fontMetrics().horizontalAdvance(self._end) + 16 if self._end else 0
        self._paint_line(
            painter,
            theme.font("trainer", bold=self._strong),
            "ink",
            upper.adjusted(0, 0, -taken, 0),
            self.text(),
        )
        if self._detail:
            self._paint_line(painter, note, "soft", room.adjusted(0, room.height() // 2, 0, 0), self._detail)

    def _paint_line(self, painter: QPainter, font: QFont, role: str, room: QRect, text: str) -> None:
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(font)
        painter.setPen(self.theme().colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(left), shown)


class _Bar(Themed, QWidget):
    """The bar of a program: its name, where one is, its tabs."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = Picture("", 24)
        self._icon.set_icon(icon, "ink")
        self.title = Label("", "portal-strong")
        self.title.setWordWrap(False)
        self.where = Label("", "portal-help")
        self.flow = FlowLayout(6)
        self._room = QWidget()
        self._room.setLayout(self.flow)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._icon)
        top.addWidget(self.title)
        top.addWidget(self.where, 1)
        top.addSpacing(112)
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(6)
        self._lines.addLayout(top)
        self._lines.addWidget(self._room)
        self._lines.setContentsMargins(18, 12, 16, 8)

    def name(self, title: str, where: str) -> None:
        """Name the program and where one is in it."""
        self.title.setText(title)
        self.where.setText(where)

    def empty(self) -> None:
        """Take every tab away."""
        while (item := self.flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 12, 0, 0), self.theme().colour("track"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme().colour("track"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, 0, -8), 13, 13)


class TabChip(Pressable):
    """A tab of a program: a folder of the mail; the one that is open is filled."""

    def __init__(self, text: str, *, here: bool) -> None:
        super().__init__()
        self._here = here
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("ringRadius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = self.theme()
        metrics = self.fontMetrics().__class__(theme.font("small", bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * theme.px("s3"), theme.px("target") - 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("edge"))
        ground = "night" if self._here else "hover" if self.underMouse() or self.isDown() else "card"
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 1, -1, -2), 10, 10)
        painter.setFont(theme.font("small", bold=self._here))
        painter.setPen(theme.colour("on_night" if self._here else "ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
