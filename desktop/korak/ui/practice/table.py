# SPDX-License-Identifier: GPL-3.0-or-later
"""A portal's tables: to read, to sort, to leaf through, to press; and rows of which one chooses."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.content.fields import Rows
from korak.practice.actions import Choose, Press, Tick
from korak.practice.view import BlockView, CellsView
from korak.ui.practice import portal_words
from korak.ui.practice.block import BlockBox, column
from korak.ui.practice.field import FieldBox
from korak.ui.practice.lines import STACKED, Row, columns
from korak.ui.practice.portal import PortalButton, PortalLook, PortalPress
from korak.ui.theme.theme import Themed
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

SORT: Final = "sort"
PAGE_BEFORE: Final = "previous"
PAGE_AFTER: Final = "next"


class Grid(Themed, QWidget):
    """Rows under the names of their columns; a name can be pressed where the table sorts."""

    def __init__(self, look: PortalLook, *, mark: str = "") -> None:
        super().__init__()
        self._portal = look
        self._mark = mark
        self.heads = _Heads(look, marked=bool(mark))
        self.rows: list[Row] = []
        self._heads: tuple[str, ...] = ()
        self._cells: tuple[CellsView, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.heads)

    def show_cells(self, heads: Sequence[str], cells: tuple[CellsView, ...]) -> None:
        """Show these rows; those that stay keep their widgets, and the focus."""
        self._heads, self._cells = tuple(heads), cells
        while len(self.rows) > len(cells):
            old = self.rows.pop()
            old.hide()
            old.setParent(None)
            old.deleteLater()
        while len(self.rows) < len(cells):
            row = Row(self._portal, mark=self._mark)
            self._lines.addWidget(row)
            self.rows.append(row)
        self._show()

    def wear(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        self.heads.set_look(look)
        for row in self.rows:
            row.set_look(look)

    def themed(self) -> None:
        self._show()

    def _show(self) -> None:
        wanted = self._wanted()
        self.heads.set_widths(wanted)
        for row, view in zip(self.rows, self._cells, strict=False):
            row.set_cells(self._heads, view.cells, wanted)
            note = portal_words.CLOSED if view.closed else ""
            row.set_press(on=bool(view.target), closed=view.closed, note=note)
            if self._mark:
                row.setCheckable(True)
                row.setChecked(view.chosen)

    def _wanted(self) -> tuple[int, ...]:
        """The width each column would like: its longest text, but no more than a sentence of it."""
        every = [self._heads, *(view.cells for view in self._cells)]
        count = max((len(texts) for texts in every), default=0)
        metrics = QFontMetrics(self.theme().font("trainer", bold=True))
        most = self.theme().grown(260)
        widths: list[int] = []
        for place in range(count):
            texts = (texts[place] for texts in every if place < len(texts))
            widths.append(min(max((metrics.horizontalAdvance(text) for text in texts), default=1) + 6, most))
        return tuple(widths)


class TableBox(BlockBox):
    """A table; its columns sort, its pages turn, and some rows lead on."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        super().__init__()
        self._target = view.target
        self._view = view
        self._grid = Grid(look)
        self._empty = Label("", "portal-text")
        self._pages = _Pages(look)
        lines = column(self, 8)
        for part in (self._grid, self._empty, self._pages):
            lines.addWidget(part)
        self._pages.before.clicked.connect(partial(self._press, f"{view.target}/{PAGE_BEFORE}"))
        self._pages.after.clicked.connect(partial(self._press, f"{view.target}/{PAGE_AFTER}"))

    def show_view(self, view: BlockView) -> None:
        self._view = view
        sorts = bool(getattr(view.block, "sort", False))
        for place, head in enumerate(self._grid.heads.set_heads(view.columns, sorts=sorts)):
            head.clicked.connect(partial(self._press, f"{view.target}/{SORT}/{place + 1}"))
        self._grid.heads.mark(view.sorted_by, down=view.sorted_down)
        known = len(self._grid.rows)
        self._grid.show_cells(view.columns, view.cells)
        for place, row in enumerate(self._grid.rows[known:], known):
            row.clicked.connect(partial(self._press_row, place))
        self._grid.setVisible(bool(view.cells))
        self._empty.setText(view.text)
        self._empty.setVisible(not view.cells and bool(view.text))
        self._pages.show_pages(view.table_page, view.table_pages)

    def part(self, target: str) -> QWidget | None:
        name = target.removeprefix(f"{self._target}/")
        if name.startswith(f"{SORT}/"):
            return self._grid.heads.head(int(name.removeprefix(f"{SORT}/")) - 1)
        if name in {PAGE_BEFORE, PAGE_AFTER}:
            return self._pages.before if name == PAGE_BEFORE else self._pages.after
        return next(
            (
                row
                for row, view in zip(self._grid.rows, self._view.cells, strict=False)
                if view.target == target
            ),
            None,
        )

    def wear(self, look: PortalLook) -> None:
        self._grid.wear(look)
        self._pages.wear(look)

    def _press_row(self, place: int) -> None:
        if place < len(self._view.cells) and self._view.cells[place].target:
            self._press(self._view.cells[place].target)

    def _press(self, target: str) -> None:
        self.acted.emit(Press(target))


class ChoiceRowsBox(FieldBox):
    """A table whose rows one chooses: one of them, or several."""

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        super().__init__(view)
        self._view = view
        self._several = isinstance(view.block, Rows) and view.block.several
        self._grid = Grid(look, mark="square" if self._several else "round")
        self.add_editor(self._grid)

    def show_view(self, view: BlockView) -> None:
        self._view = view
        self._grid.heads.set_heads(view.columns, sorts=False)
        known = len(self._grid.rows)
        self._grid.show_cells(view.columns, view.cells)
        for place, row in enumerate(self._grid.rows[known:], known):
            row.clicked.connect(partial(self._pressed, place))
        super().show_view(view)

    def control(self) -> QWidget:
        rows = [row for row in self._grid.rows if row.isEnabled()]
        chosen = next((row for row in rows if row.isChecked()), None)
        return chosen or (rows[0] if rows else self._grid)

    def spot(self, index: int = 0) -> QWidget:
        return self._grid.rows[index] if 0 <= index < len(self._grid.rows) else self._grid

    def part(self, target: str) -> QWidget | None:
        return next(
            (
                row
                for row, view in zip(self._grid.rows, self._view.cells, strict=False)
                if view.target == target
            ),
            None,
        )

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """Rows have names of their own; the field's name and fault are said beside them."""
        del fault
        for row in self._grid.rows:
            row.setAccessibleDescription(" ".join(part for part in (name, more) if part))

    def wear(self, look: PortalLook) -> None:
        self._grid.wear(look)

    def _pressed(self, place: int) -> None:
        view = self._view.cells[place]
        if self._several:
            self.acted.emit(Tick(view.target, not view.chosen))
        else:
            self._grid.rows[place].setChecked(True)
            self.acted.emit(Choose(self.field, place))


class _Heads(Themed, QWidget):
    """The names of the columns, on a tinted band; gone where cells are stacked."""

    def __init__(self, look: PortalLook, *, marked: bool) -> None:
        super().__init__()
        self._portal = look
        self._marked = marked
        self._texts: tuple[str, ...] = ()
        self._sorts = False
        self._heads: list[_Head] = []
        self._wanted: tuple[int, ...] = ()

    def head(self, place: int) -> QWidget | None:
        """The name of one column."""
        return self._heads[place] if 0 <= place < len(self._heads) else None

    def set_heads(self, texts: tuple[str, ...], *, sorts: bool) -> list["_Head"]:
        """Name the columns; returns those that are new and want to be listened to."""
        if (texts, sorts) == (self._texts, self._sorts):
            return []
        self._texts, self._sorts = texts, sorts
        for head in self._heads:
            head.hide()
            head.setParent(None)
            head.deleteLater()
        self._heads = [_Head(self._portal, text, self, sorts=sorts) for text in texts]
        self._place()
        return self._heads if sorts else []

    def mark(self, place: int, *, down: bool) -> None:
        """Mark the column the table is sorted by."""
        for number, head in enumerate(self._heads):
            head.set_sorted(0 if number != place else -1 if down else 1)

    def set_widths(self, wanted: tuple[int, ...]) -> None:
        """Stand above the columns of these rows."""
        self._wanted = wanted
        self._place()

    def set_look(self, look: PortalLook) -> None:
        """Wear other colours."""
        self._portal = look
        for head in self._heads:
            head.set_look(look)

    def sizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(sum(self._wanted), theme.px("target") if self._sorts else theme.grown(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._portal.tint)

    def _place(self) -> None:
        theme = self.theme()
        stacked = len(self._texts) > 1 and self.width() < theme.grown(STACKED) and not self._sorts
        self.setMaximumHeight(0 if stacked or not any(self._texts) else 16_777_215)
        wanted = self._wanted or (1,) * len(self._heads)
        if not self._heads:
            return
        left = theme.px("s2") + (theme.grown(24) + 12 if self._marked else 0)
        gap = theme.px("s3")
        room = self.width() - left - theme.px("s2")
        for head, width in zip(self._heads, columns(wanted[: len(self._heads)], room, gap), strict=False):
            head.setGeometry(QRect(left - 4, 0, width + 8, self.height()))
            head.show()
            left += width + gap


class _Head(PortalPress):
    """The name of a column; an arrow says how the table is sorted by it."""

    def __init__(self, look: PortalLook, text: str, parent: QWidget, *, sorts: bool) -> None:
        super().__init__(look, text, parent)
        self._sorts = sorts
        self._sorted = 0
        self.setProperty("ringRadius", 4)
        if not sorts:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        else:
            self.setAccessibleName(portal_words.SORT_BY.format(column=text))

    def set_sorted(self, way: int) -> None:
        """Point the arrow: up 1, down -1, none 0."""
        if way != self._sorted:
            self._sorted = way
            words = {1: portal_words.SORTED_UP, -1: portal_words.SORTED_DOWN}
            self.setAccessibleDescription(words.get(way, ""))
            self.update()

    def letters(self) -> QFont:
        return self.theme().font("note", bold=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        if self._sorts and (self.underMouse() or self.isDown()):
            painter.fillRect(self.rect(), theme.colour("hover"))
        painter.setFont(self.letters())
        painter.setPen(self._portal.edge if self._sorts else theme.colour("soft"))
        arrow = {1: " ▲", -1: " ▼"}.get(self._sorted, " ↕" if self._sorts else "")
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        room = self.rect().adjusted(4, 0, -2, 0)
        text = QFontMetrics(self.letters()).elidedText(
            self.text(),
            Qt.TextElideMode.ElideRight,
            room.width() - QFontMetrics(self.letters()).horizontalAdvance(arrow),
        )
        painter.drawText(room, left, text + arrow)


class _Pages(QWidget):
    """The pages of a table: back, where one is, on."""

    def __init__(self, look: PortalLook) -> None:
        super().__init__()
        self.before = PortalButton(look, portal_words.PAGE_BEFORE, main=False)
        self.after = PortalButton(look, portal_words.NEXT_PAGE, main=False)
        self._where = Label("", "portal-help")
        self._where.setWordWrap(False)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.before)
        across.addWidget(self._where)
        across.addWidget(self.after)
        across.addStretch(1)

    def show_pages(self, now: int, pages: int) -> None:
        """Show where one is; a table of one page has nothing to turn."""
        self.setVisible(pages > 1)
        self._where.setText(portal_words.PAGE_OF.format(now=now + 1, all=pages))
        self.before.setEnabled(now > 0)
        self.after.setEnabled(now < pages - 1)

    def wear(self, look: PortalLook) -> None:
        """Wear other colours."""
        self.before.set_look(look)
        self.after.set_look(look)


class EmptyLine(QWidget):
    """A quiet line with an icon: there is nothing here."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__()
        picture = Picture("", 22)
        picture.set_icon(icon, "soft")
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 8, 8, 8)
        across.setSpacing(10)
        across.addStretch(1)
        across.addWidget(picture)
        across.addWidget(Label(text, "portal-help"))
        across.addStretch(1)
