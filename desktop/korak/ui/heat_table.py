# SPDX-License-Identifier: GPL-3.0-or-later
"""The heat map on the screen: learners by area, two stones a cell, sorted by any column."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from korak.assessment.change import Change
from korak.assessment.group_result import GroupResult, Member
from korak.assessment.measured import state_of
from korak.assessment.scoring import AreaState
from korak.assessment.sitting import Area
from korak.i18n import _
from korak.reports.result_words import AREAS, CHANGES, STATES, ResultWords
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.table import Index, RowDelegate, theme_of
from korak.ui.widgets.text import width as text_width

COLUMNS = (*(area for area in Area if area is not Area.V), Area.V)
FIRST_AREA = 1
_FILLED = {AreaState.NOT_YET: 0.0, AreaState.WITH_HELP: 0.5, AreaState.ALONE: 1.0}
_GROUND = {AreaState.ALONE: "mint", AreaState.WITH_HELP: "amber_ground"}
_ORDER = (None, AreaState.NOT_YET, AreaState.WITH_HELP, AreaState.ALONE)
_CHANGES = (
    Change.MISSING,
    Change.CLEAR_DOWN,
    Change.LIKELY_DOWN,
    Change.SAME,
    Change.LIKELY_UP,
    Change.CLEAR_UP,
)

States = tuple[AreaState | None, AreaState | None]


class HeatTable(RowsTable):
    """Shows the members of a group; `picked` tells whose row is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._states: dict[tuple[str, int], States] = {}
        super().__init__(parent)
        self.setItemDelegate(StonesDelegate(self._states_at, self))

    def show_group(self, group: GroupResult, names: Mapping[str, str], words: ResultWords) -> None:
        """Show the members who were assessed, whoever needs most help first."""
        titles = [_("Person"), *(words.say(AREAS[area]) for area in COLUMNS), _("Difference")]
        self.rows.set_titles(titles)
        self._states.clear()
        rows: list[Row] = []
        for member in group.heat_map:
            cells = [Cell(names.get(member.person, member.result.code))]
            for place, area in enumerate(COLUMNS, FIRST_AREA):
                states = state_of(member.result.before, area), state_of(member.result.after, area)
                self._states[member.person, place] = states
                cells.append(Cell(_told(states, words), _rank(states)))
            cells.append(_last(member, words))
            rows.append(Row(member.person, tuple(cells)))
        self.rows.show_rows(rows)

    def fit_columns(self) -> None:
        """Areas as narrow as their names, the rest shares what is left; too much is scrolled to."""
        header = self.horizontalHeader()
        count = header.count()
        if not count:
            return
        theme = self.theme()
        font, pad = theme.font("note", bold=True), theme.grown(33)
        titles = [str(self.rows.headerData(one, Qt.Orientation.Horizontal) or "") for one in range(count)]
        widths = [text_width(font, title) + pad for title in titles]
        for column in (0, count - 1):
            widths[column] = max(widths[column], self.sizeHintForColumn(column))
        spare = max(0, self.viewport().width() - sum(widths)) // count
        for column, width in enumerate(widths):
            header.resizeSection(column, width + spare)
        self._stand_for(sideways=sum(widths) > self.viewport().width())

    def _states_at(self, index: Index) -> States | None:
        person = self.rows.name(index.row())
        return None if person is None else self._states.get((person, index.column()))


def _told(states: States, words: ResultWords) -> str:
    """Both states in words: for screen readers, tooltips and searching."""
    said = [words.say(STATES[state]) if state else "–" for state in states]
    return " › ".join(said)


def _rank(states: States) -> float:
    before, after = states
    return _ORDER.index(after or before) * 4.0 + _ORDER.index(before)


def _last(member: Member, words: ResultWords) -> Cell:
    change = member.result.change
    return Cell(words.say(CHANGES[change]), float(_CHANGES.index(change)))


class StonesDelegate(RowDelegate):
    """Draws two stones in the cells of areas: before and after, empty, half or full."""

    def __init__(self, states: Callable[[Index], States | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._states = states

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        states = self._states(index)
        if states is None:
            super().paint(painter, option, index)
            return
        theme, rect = theme_of(option.widget), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        latest = states[1] or states[0]
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("mint_line"))
        elif latest in _GROUND:
            painter.fillRect(rect.adjusted(1, 1, -1, -1), theme.colour(_GROUND[latest]))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        side = theme.grown(17)
        middle = rect.center()
        boxes = (
            QRect(middle.x() - side - theme.grown(5), middle.y() - side // 2, side, side),
            QRect(middle.x() + theme.grown(5), middle.y() - side // 2, side, side),
        )
        for state, box in zip(states, boxes, strict=True):
            spot = QStyle.visualRect(option.direction, rect, box)
            _stone(painter, state, QRectF(spot), theme.colour("pine"), theme.colour("card"))
        painter.restore()


def _stone(painter: QPainter, state: AreaState | None, box: QRectF, ink: QColor, ground: QColor) -> None:
    painter.setPen(QPen(ink, 2))
    if state is None:
        reach = QPointF(4, 0)
        painter.drawLine(box.center() - reach, box.center() + reach)
        return
    painter.setBrush(ground)
    painter.drawEllipse(box)
    filled = _FILLED[state]
    if filled:
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(QRectF(box.left(), box.top(), box.width() * filled, box.height()))
        painter.drawEllipse(box)
        painter.setClipping(False)
