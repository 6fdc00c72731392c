# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields to tick: several squares, a consent with what one agrees to, pictures that show one is a person."""

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from korak.practice.actions import Press, Tick
from korak.practice.view import BlockView, OptionView
from korak.ui.practice import portal_words
from korak.ui.practice.choosing import Choice, TickBox
from korak.ui.practice.field import FieldBox
from korak.ui.practice.opened import OpenPaper
from korak.ui.practice.portal import PortalLink, PortalLook
from korak.ui.theme import icons
from korak.ui.widgets.buttons import Pressable
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label

_PICTURE_NAMES: Final = "Slika {number}"


class TicksBox(FieldBox):
    """Several squares to tick."""

    def __init__(self, view: BlockView) -> None:
        super().__init__(view)
        self._ticks: dict[str, Choice] = {}
        room = QWidget()
        lines = QVBoxLayout(room)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for option in view.ticks:
            choice = Choice(QCheckBox(), option.text)
            choice.mark.setAccessibleName(option.text)
            choice.mark.toggled.connect(partial(self._toggled, option.target))
            self._ticks[option.target] = choice
            lines.addWidget(choice)
        self.add_editor(room)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        for option in view.ticks:
            mark = self._ticks[option.target].mark
            mark.blockSignals(True)
            mark.setChecked(option.chosen)
            mark.blockSignals(False)

    def control(self) -> QWidget:
        return next(iter(self._ticks.values())).mark if self._ticks else self

    def part(self, target: str) -> QWidget | None:
        found = self._ticks.get(target)
        return found.mark if found is not None else None

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """Each square is named by its own words; the field's name and fault are said beside them."""
        del fault
        for choice in self._ticks.values():
            choice.mark.setAccessibleDescription(" ".join(part for part in (name, more) if part))

    def _toggled(self, target: str, on: bool) -> None:
        self.acted.emit(Tick(target, on))


class ConsentBox(TickBox):
    """A square that says one agrees; what one agrees to stands above it, and opens to be read."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        super().__init__(view)
        self._text = Label("", "portal-text")
        self._open = PortalLink(look, "")
        self._open.clicked.connect(partial(self._press, f"{view.target}/open"))
        self._paper = OpenPaper(look)
        self._paper.closed.connect(partial(self._press, f"{view.target}/close"))
        for place, part in enumerate((self._text, self._open, self._paper)):
            self.lines.insertWidget(place, part)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        text = getattr(view.block, "text", "")
        said = view.items[0] if view.items else text
        self._text.setText(said)
        self._text.setVisible(bool(said))
        if view.paper is not None:
            self._open.set_text(f"{portal_words.OPEN}: {view.paper.title}")
        self._open.setVisible(view.paper is not None and not view.open)
        self._paper.show_paper(view.paper if view.open else None)

    def part(self, target: str) -> QWidget | None:
        name = target.removeprefix(f"{self.field}/")
        return {"open": self._open, "close": self._paper.close_button}.get(name)

    def wear(self, look: PortalLook) -> None:
        self._open.set_look(look)
        self._paper.wear(look)

    def _press(self, target: str) -> None:
        self.acted.emit(Press(target))


class HumanCheckBox(FieldBox):
    """Pictures; one ticks those that show what is asked for."""

    def __init__(self, view: BlockView) -> None:
        super().__init__(view)
        self._tiles: dict[str, PictureTile] = {}
        room = QWidget()
        flow = FlowLayout(8)
        room.setLayout(flow)
        for number, option in enumerate(view.ticks, 1):
            tile = PictureTile(option.text, _PICTURE_NAMES.format(number=number))
            tile.clicked.connect(partial(self._pressed, option.target))
            self._tiles[option.target] = tile
            flow.addWidget(tile)
        self.add_editor(room)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        for option in view.ticks:
            self._follow(option)

    def control(self) -> QWidget:
        return next(iter(self._tiles.values())) if self._tiles else self

    def part(self, target: str) -> QWidget | None:
        return self._tiles.get(target)

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """Each picture has a name of its own; what is asked for is said beside it."""
        del fault
        for tile in self._tiles.values():
            tile.setAccessibleDescription(" ".join(part for part in (name, more) if part))

    def _follow(self, option: OptionView) -> None:
        self._tiles[option.target].setChecked(option.chosen)

    def _pressed(self, target: str) -> None:
        self.acted.emit(Tick(target, self._tiles[target].isChecked()))


class PictureTile(Pressable):
    """A picture one can tick; its ticked corner says so."""

    def __init__(self, pictogram: str, name: str) -> None:
        super().__init__()
        self._pictogram = pictogram
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setProperty("ringRadius", 6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.theme().grown(92)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("sky" if on else "edge"), 3 if on else 1))
        painter.setBrush(theme.colour("sky_ground" if on else "hover" if self.underMouse() else "card"))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 6, 6)
        side = round(self.width() * 0.62)
        pixmap = icons.pictogram(self._pictogram, side, ratio=self.devicePixelRatioF(), theme=theme)
        inset = (self.width() - side) // 2
        painter.drawPixmap(QRect(inset, inset, side, side), pixmap)
        if on:
            tick = theme.grown(22)
            mark = icons.icon_pixmap(
                "circle-check", theme.colour("sky"), tick, ratio=self.devicePixelRatioF()
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("card"))
            painter.drawEllipse(self.width() - tick - 7, 5, tick + 2, tick + 2)
            painter.drawPixmap(self.width() - tick - 6, 6, mark)
