# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for files: they are chosen from Files, listed, and taken off again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from korak.content.fields import Upload
from korak.practice.actions import Fill, Press
from korak.practice.view import BlockView, FileView
from korak.ui.practice import portal_words
from korak.ui.practice.block import clear
from korak.ui.practice.chrome import FlatButton
from korak.ui.practice.field import FieldBox
from korak.ui.practice.lines import Row
from korak.ui.practice.paper import file_icon
from korak.ui.practice.portal import PLAIN, PortalButton, PortalLook
from korak.ui.practice.table import EmptyLine
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture

Every = Callable[[], tuple[FileView, ...]]


class UploadBox(FieldBox):
    """A field for files; the button opens a list of all files to choose from."""

    chooses = Signal(object)

    def __init__(self, view: BlockView, look: PortalLook) -> None:
        super().__init__(view)
        self._names: tuple[str, ...] | None = None
        self._removers: list[FlatButton] = []
        self.button = PortalButton(look, portal_words.CHOOSE_FILE, main=False)
        self.button.clicked.connect(partial(self.chooses.emit, self))
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        room = QWidget()
        lines = QVBoxLayout(room)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self._list)
        lines.addWidget(self.button)
        if isinstance(view.block, Upload) and not view.help:
            types = ", ".join(kind.upper() for kind in view.block.types)
            size = portal_words.file_size(view.block.largest)
            lines.addWidget(Label(portal_words.ALLOWED.format(types=types, size=size), "portal-help"))
        self.add_editor(room)

    def show_view(self, view: BlockView) -> None:
        super().show_view(view)
        if view.files == self._names:
            return
        self._names = view.files
        clear(self._rows)
        self._removers = []
        if not view.files:
            self._rows.addWidget(Label(portal_words.NO_FILE, "portal-help"))
        for number, name in enumerate(view.files, 1):
            self._rows.addWidget(self._row(number, name))

    def control(self) -> QWidget:
        return self.button

    def part(self, target: str) -> QWidget | None:
        name = target.removeprefix(f"{self.field}/remove/")
        place = int(name) - 1 if name.isdigit() else -1
        return self._removers[place] if 0 <= place < len(self._removers) else None

    def name_control(self, name: str, more: str, *, fault: bool) -> None:
        """The button is named by its words; the field's name and fault are said beside it."""
        del fault
        self.button.setAccessibleName(f"{portal_words.CHOOSE_FILE}: {name}")
        self.button.setAccessibleDescription(more)

    def wear(self, look: PortalLook) -> None:
        self.button.set_look(look)

    def choose(self, path: str) -> None:
        """Attach the file of this path."""
        self.acted.emit(Fill(self.field, path))

    def _row(self, number: int, name: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        picture = Picture("", 22)
        picture.set_icon(file_icon(name.rpartition(".")[2].casefold()), "soft")
        label = Label(name, "portal-text")
        remove = FlatButton("x", narrow=True)
        remove.set_name(f"{portal_words.REMOVE}: {name}")
        remove.clicked.connect(partial(self._remove, number))
        self._removers.append(remove)
        across.addWidget(picture)
        across.addWidget(label)
        across.addWidget(remove)
        across.addStretch(1)
        return row

    def _remove(self, number: int) -> None:
        self.acted.emit(Press(f"{self.field}/remove/{number}"))


class FileChooser(Themed, QFrame):
    """The list of all files, over the page: one is pressed, or nothing is chosen."""

    picked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "popover")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._targets: dict[str, Row] = {}
        self.title = Label("", "portal-section")
        self.close_button = FlatButton("x", narrow=True)
        self.close_button.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 12, 16, 16)
        lines.setSpacing(8)
        lines.addLayout(top)
        lines.addLayout(self._rows)
        self.hide()

    def offer(self, title: str, close: str, nothing: str, files: tuple[FileView, ...]) -> None:
        """Show these files under this title."""
        self.title.setText(title)
        self.close_button.set_name(close)
        clear(self._rows)
        self._targets = {}
        look = PortalLook.of(PLAIN, self.theme())
        if not files:
            self._rows.addWidget(EmptyLine("folder-open", nothing))
        for file in files:
            row = Row(look)
            size = portal_words.file_size(file.size)
            row.set_cells((), (file.path.replace("/", " / "), f"{file.type.upper()}, {size}"), (300, 120))
            row.set_press(on=True)
            row.clicked.connect(partial(self.picked.emit, file.path))
            self._targets[file.path] = row
            self._rows.addWidget(row)

    def row(self, path: str) -> QWidget | None:
        """The line of a file."""
        return self._targets.get(path)

    def focus_first(self) -> None:
        """Put the focus on the first file."""
        first = next(iter(self._targets.values()), self.close_button)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc chooses nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
