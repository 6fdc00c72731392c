# SPDX-License-Identifier: GPL-3.0-or-later
"""The row below the world: the devices of the task, the learner's sheet, and the two ways back."""

from collections.abc import Collection
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from korak.i18n import N_, _
from korak.ui.practice.world_frame import Front
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.letters import LetterKeys

_NAMES: Final[dict[Front, tuple[str, str]]] = {
    "browser": ("globe", N_("Browser")),
    "phone": ("smartphone", N_("Phone")),
    "mail": ("mail", N_("Mail")),
    "files": ("folder-open", N_("Files")),
    "printer": ("printer", N_("Printer")),
    "table": ("file-text", N_("Papers")),
}
"""Icon and name of every device."""


class DeviceRow(QWidget):
    """The devices, the learner's card, and the two ways back: one step, and from the start."""

    opened = Signal(str)
    paper = Signal()
    undo = Signal()
    restart = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[Front, int] = {}
        self._icons_only = False
        self.devices: dict[Front, Button] = {
            front: Button("", "secondary", icon=icon) for front, (icon, _name) in _NAMES.items()
        }
        for device, button in self.devices.items():
            button.clicked.connect(partial(self.opened.emit, device))
        self.paper_button = Button("", "secondary", icon="clipboard-list")
        self.paper_button.clicked.connect(self.paper)
        self.undo_button = Button("", "quiet", icon="undo-2")
        self.undo_button.clicked.connect(self.undo)
        self.restart_button = Button("", "quiet", icon="rotate-ccw")
        self.restart_button.clicked.connect(self.restart)
        start, end = FlowLayout(12), FlowLayout(8)
        left, self._ways_back = QWidget(), QWidget()
        left.setLayout(start)
        self._ways_back.setLayout(end)
        self._starts = (*self.devices.values(), self.paper_button)
        for button in self._starts:
            start.addWidget(button)
        end.addWidget(self.undo_button)
        end.addWidget(self.restart_button)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        self.letters = LetterKeys()
        self.letters.hide()
        self.letters.installEventFilter(self)
        across.addWidget(left, 1)
        across.addWidget(self.letters)
        across.addWidget(self._ways_back)

    def set_used(self, used: Collection[Front]) -> None:
        """Offer only the devices the task uses."""
        for name, button in self.devices.items():
            if button.isHidden() == (name in used):
                button.setVisible(name in used)
                self._fit_words()

    def set_front(self, device: Front, counts: dict[Front, int]) -> None:
        """Mark the device in front, and how much waits unread on each."""
        for name, button in self.devices.items():
            button.set_role("night" if name == device else "secondary")
            button.setAccessibleDescription(_("in front") if name == device else "")
        if counts != self._counts:
            self._counts = counts
            self._name_devices()
            self._fit_words()

    def _name_devices(self) -> None:
        for front, button in self.devices.items():
            count, name = self._counts.get(front, 0), _(_NAMES[front][1])
            text = _("{device} ({count})").format(device=name, count=count) if count else name
            shown = (str(count) if count else "") if self._icons_only else text
            if shown != button.text():
                button.setText(shown)
            button.setAccessibleName(text)
            button.setToolTip(text if self._icons_only else "")
        sheet = _("My sheet")
        self.paper_button.setText("" if self._icons_only else sheet)
        self.paper_button.setAccessibleName(sheet)
        self.paper_button.setToolTip(sheet if self._icons_only else "")

    def set_ways_back(self, *, shown: bool, undo: bool) -> None:
        """Offer the ways back; one step only if there is one."""
        self._ways_back.setVisible(shown)
        self.undo_button.setEnabled(undo)

    def set_paper(self, *, offered: bool, on: bool) -> None:
        """Offer the learner's card, and mark it while it is open."""
        self.paper_button.setVisible(offered)
        self.paper_button.set_role("night" if on else "secondary")

    def retranslate(self) -> None:
        """Set the texts in the current language."""
        self._name_devices()
        self._fit_words()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The letters come and go: the words make room for them."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._fit_words()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Leave the words of the ways back away where there is no room for them; their names stay."""
        ways = {self.undo_button: _("Step back"), self.restart_button: _("Start again")}
        for button, name in ways.items():
            button.setText(name)
            button.setAccessibleName(name)
        self._set_icons_only(only=False)
        self._set_dense(dense=False)
        words = self._needed(ways) <= self.width()
        for button, name in ways.items():
            button.setText(name if words else "")
            button.setToolTip("" if words else name)
        if not words and self._needed(ways) > self.width():
            self._set_dense(dense=True)
            if self._needed(ways) > self.width() and not self.letters.isHidden():
                self._set_dense(dense=False)
                self._set_icons_only(only=True)

    def _set_icons_only(self, *, only: bool) -> None:
        """While the letters need the room, the devices are their icons; the names stay for who asks."""
        if only != self._icons_only:
            self._icons_only = only
            self._name_devices()

    def _needed(self, ways: Collection[Button]) -> int:
        start = sum(button.sizeHint().width() + 12 for button in self._starts if not button.isHidden())
        if not self.letters.isHidden():
            start += self.letters.sizeHint().width() + 12
        return start + sum(button.sizeHint().width() + 8 for button in ways)

    def _set_dense(self, *, dense: bool) -> None:
        """Make the devices' buttons smaller where there are many of them: their words stay, icons go."""
        icons = {self.devices[front]: icon for front, (icon, _name) in _NAMES.items()}
        icons[self.paper_button] = "clipboard-list"
        for button in self._starts:
            if (button.property("density") == "dense") != dense:
                set_property(button, "density", "dense" if dense else "")
                button.set_icon("" if dense else icons[button])
                button.updateGeometry()
