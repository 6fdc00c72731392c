# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program over a real data folder, for tests that look at the screen and press what is there."""

import gc
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from korak import settings
from korak.centre.people import Role, Session
from korak.clock import FixedClock
from korak.i18n import _
from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN
from korak.services.vault import Vault
from korak.settings import DeviceSettings
from korak.ui.navigation import Journey
from korak.ui.page import Page
from korak.ui.program import Program
from korak.ui.window import Window

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)
NOON = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)
PATIENCE = 10_000


def make_demo(folder: Path, clock: FixedClock) -> None:
    """Make a centre of invented people and close it again."""
    Vault(folder, clock).create_demo(1, 12, 1).close()


def rest(milliseconds: int) -> None:
    """Let the program work for a while.

    QTest.qWait would keep the interpreter's lock; a thread of the sound needs it at its end, and both would
    wait for ever.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Screen:
    """One running program; everything is pressed and read as a person would."""

    def __init__(
        self, folder: Path, wanted: DeviceSettings | None = None, clock: FixedClock | None = None
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.folder = folder
        self._closed = False
        self.clock = clock or FixedClock(NOON)
        settings.save(folder, wanted or DeviceSettings(sound=False, reduced_motion=True))
        self.window = Window("white")
        self.window.show()
        self.window.resize(1366, 768)
        self.window.activateWindow()
        self.program = Program(application, self.window, folder, settings.load(folder), self.clock)
        self.preferences = self.program.preferences
        self.stage = self.program.stage

    # ------------------------------------------------------------------ where we are

    @property
    def journey(self) -> Journey:
        """What leads from page to page, once the centre is open."""
        self.wait(lambda: self.program.journey is not None)
        assert isinstance(self.program.journey, Journey)
        return self.program.journey

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the program work until something is so."""
        for _try in range(PATIENCE // 10):
            if condition():
                return
            rest(10)
        page = type(self.stage.page).__name__
        raise AssertionError(f"waited in vain on {page}:\n{self.texts()}")

    def settle(self) -> None:
        """Let everything be laid out and painted."""
        for _turn in range(4):
            rest(5)

    def page(self, kind: type[P]) -> P:
        """Wait for a page of this kind and return it."""
        self.wait(lambda: isinstance(self.stage.page, kind))
        self.settle()
        page = self.stage.page
        assert isinstance(page, kind)
        return page

    def texts(self) -> str:
        """Every text that is on the screen."""
        labels = [label.text() for label in self.visible(QLabel)]
        buttons = [button.text() or button.accessibleName() for button in self.visible(QAbstractButton)]
        return "\n".join([*labels, *buttons])

    def sees(self, text: str) -> bool:
        """Whether a text is on the screen; English stands for the program's text."""
        return _plain(_(text)) in _plain(self.texts())

    def visible(self, kind: type[W], within: QWidget | None = None) -> list[W]:
        """Every visible widget of a kind."""
        return [widget for widget in (within or self.window).findChildren(kind) if widget.isVisible()]

    # ------------------------------------------------------------------ hands

    def button(self, text: str, within: QWidget | None = None) -> QAbstractButton:
        """The visible button with this text or name; English stands for the program's text."""
        wanted = _plain(_(text))
        for button in self.visible(QAbstractButton, within):
            if wanted in (_plain(button.text()), _plain(button.accessibleName())):
                return button
        raise AssertionError(f"no button {wanted!r} among:\n{self.texts()}")

    def press(self, text: str, within: QWidget | None = None) -> None:
        """Press a button with the mouse."""
        button = self.button(text, within)
        assert button.isEnabled(), f"{text!r} cannot be pressed"
        QTest.mouseClick(
            button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2)
        )
        self.settle()

    def type_into(self, name: str, text: str, number: int = 0) -> None:
        """Type into the visible field of this name."""
        wanted = _plain(_(name).format(n=number))
        for edit in self.visible(QLineEdit):
            if _plain(edit.accessibleName()) == wanted:
                edit.setFocus()
                _type(edit, text)
                self.settle()
                return
        raise AssertionError(f"no field {wanted!r}")

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        """Type a text, wherever the focus is."""
        _type(QApplication.focusWidget() or self.window, text)
        self.settle()

    def tab_to(self, name: str) -> None:
        """Go with Tab until something of this name (or text) has the focus."""
        wanted = _plain(_(name))
        for _place in range(80):
            focused = QApplication.focusWidget()
            names = (focused.accessibleName(), getattr(focused, "text", str)()) if focused is not None else ()
            if wanted in [_plain(each) for each in names]:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}")

    # ------------------------------------------------------------------ short cuts

    def sign_in(self, name: str = "Arben") -> Session:
        """Let a learner of the demo in, past the wall."""
        house = self.journey.house
        group = house.sign_in.groups()[0]
        person = next(person for person in house.sign_in.tiles(group.id) if person.name == name)
        session = house.sign_in.pin(person.id, DEMO_PIN)
        self.journey.signed_in(session)
        self.settle()
        return session

    def sign_in_trainer(self) -> Session:
        """Let the trainer of the demo in."""
        session = self.journey.house.sign_in.trainer(DEMO_PASSPHRASE)
        self.journey.signed_in(session)
        self.settle()
        return session

    def sign_in_colleague(self, role: Role) -> Session:
        """Let the demo's trainer, mediator or member of the staff in."""
        sign_in = self.journey.house.sign_in
        person = next(one for one in sign_in.colleagues() if one.role is role)
        session = sign_in.colleague(person.id, DEMO_PASSPHRASE)
        self.journey.signed_in(session)
        self.settle()
        return session

    def close(self) -> None:
        """Close the window as a person would; once is enough."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        self.program.frame.voice.stop()
        self.window.deleteLater()
        rest(1)
        # What is left of it must be collected here: a worker's thread may not take a widget apart.
        del self.program, self.stage, self.preferences
        gc.collect()


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _type(widget: QWidget, text: str) -> None:
    """Press the keys of a text; Qt's own helper knows no č."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = ord(letter.upper()) if letter.isascii() else 0
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def copy_of(folder: Path, target: Path) -> Path:
    """A data folder of its own, made from another one."""
    shutil.copytree(folder, target)
    return target
