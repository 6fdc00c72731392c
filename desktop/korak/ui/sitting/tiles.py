# SPDX-License-Identifier: GPL-3.0-or-later
"""An item answered by big pictures: a statement about oneself, or the question about the course."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak.content.assessment import Assessment
from korak.ui.frame import Frame
from korak.ui.practice.coach import Says
from korak.ui.sitting.head import QuestionHead
from korak.ui.sitting.view import Foot, SittingView, bank_says
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid

_ICONS = {
    "NT": ("report-never", "soft"),
    "0": ("report-cannot", "soft"),
    "1": ("report-help", "moss"),
    "2": ("report-alone", "pine"),
}
NOT_TRIED = "NT"
_LARGE = 1.5  # from this text size on the tiles are smaller, so that all answers are in sight


@dataclass(frozen=True, slots=True)
class TileAnswer:
    """One answer: its code, its words, and a picture where it has none of the four of the self-report."""

    code: str
    says: Says
    picture: str = ""


def self_answers(frame: Frame, pack: str, bank: Assessment) -> tuple[TileAnswer, ...]:
    """The four answers to a statement about oneself, "not tried yet" first; skipping is a small link."""
    return tuple(
        TileAnswer(one.code, bank_says(frame, pack, one.text), one.picture)
        for one in bank.bank.answers
        if one.code != "SKIP"
    )


def exit_answers(frame: Frame, pack: str, bank: Assessment) -> tuple[TileAnswer, ...]:
    """The answers to the question about the course."""
    return tuple(
        TileAnswer(one.code, bank_says(frame, pack, one.text), one.picture) for one in bank.bank.exit.answers
    )


class TilesView(SittingView):
    """Pressing a tile answers; the answer given before is marked when one comes back."""

    def __init__(self, frame: Frame, head: QuestionHead, answers: Sequence[TileAnswer], chosen: str) -> None:
        super().__init__(frame)
        self.head = head
        self._answers = tuple(answers)
        self._answered = bool(chosen)
        self._grid = TileGrid(columns=len(self._answers))
        self._grid.chosen.connect(self._chosen)
        self._grid.set_tiles([self._tile(one, one.code == chosen) for one in self._answers])
        head.supported.connect(self.supported)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(90, 28, 90, 8)
        column.setSpacing(32)
        column.addWidget(head)
        column.addWidget(self._grid)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))

    @property
    def tiles(self) -> list[Tile]:
        """The tiles, in their order."""
        return self._grid.tiles()

    def foot(self) -> Foot:
        """Answering leads on; skipping is always possible."""
        return Foot(skip=True)

    def start(self) -> None:
        """Put the focus on the answer given before, else on none."""
        self.setAccessibleName(self.head.question)
        chosen = next((tile for tile in self._grid.tiles() if tile.isChecked()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask_neutrally()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A figure presses its tile."""
        place = event.text()
        if place.isdecimal() and 1 <= int(place) <= len(self._answers):
            self._grid.tiles()[int(place) - 1].click()
        else:
            super().keyPressEvent(event)

    def _tile(self, answer: TileAnswer, chosen: bool) -> Tile:
        large = self.frame.preferences.settings.text_scale >= _LARGE
        tile = Tile(answer.says.text, "", kind="answer-small" if large else "answer")
        icon = _ICONS.get(answer.code)
        if icon is not None:
            tile.set_icon(*icon)
        else:
            tile.set_pictogram(answer.picture)
        tile.set_quiet(answer.code == NOT_TRIED)
        tile.setCheckable(True)
        tile.setChecked(chosen)
        if answer.says.second:
            tile.set_name(f"{answer.says.text}\n{answer.says.second}")
        return tile

    def _chosen(self, place: int) -> None:
        for number, tile in enumerate(self._grid.tiles()):
            tile.setChecked(number == place)
        self.answered.emit(self._answers[place].code)
