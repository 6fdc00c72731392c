# SPDX-License-Identifier: GPL-3.0-or-later
"""The edge of the world: the device in front, made when it is first wanted, and the mark VAJA above it."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from korak.practice.view import FileView
from korak.practice.world import World
from korak.ui.practice.app import AppView
from korak.ui.practice.browser import BrowserView
from korak.ui.practice.files import FilesApp
from korak.ui.practice.mail import MailApp
from korak.ui.practice.phone import PhoneFrame
from korak.ui.practice.printer import PrinterApp, TableApp
from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Pressable

Front = Literal["browser", "phone", "mail", "files", "printer", "table"]
FRONTS: Final[tuple[Front, ...]] = ("browser", "phone", "mail", "files", "printer", "table")
_FRAME: Final = 8
_PLACES: Final[dict[str, Front]] = {
    "phone": "phone",
    "mail": "mail",
    "files": "files",
    "printer": "printer",
    "paper": "table",
}


def front_of(target: str) -> Front:
    """Which device a target is on."""
    return _PLACES.get(target.partition("/")[0], "browser")


def fronts_of(world: World) -> tuple[Front, ...]:
    """The devices a task uses, in their order; the table where there are papers."""
    used = set(world.scene.start.devices)
    papers = bool(world.state.papers)
    return tuple(front for front in FRONTS if front in used or (front == "table" and papers))


class VajaMark(Pressable):
    """The mark VAJA on the world's edge: always there; pressed, it says what it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText("VAJA")  # Slovenian in every language: learners will see it on paper, too
        self.setProperty("ringRadius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        theme = self.theme()
        return QSize(theme.grown(84), theme.px("target") - 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("night"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.setPen(theme.colour("on_night"))
        font = theme.font("note", bold=True)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 2)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class WorldFrame(Themed, QWidget):
    """The edge of the world: what is inside is practice, and the mark says so."""

    acted = Signal(object)
    hears = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._world: World | None = None
        self._front: Front = "browser"
        self._apps: dict[Front, AppView] = {}
        self.browser = BrowserView(self._every_file)
        self.phone = PhoneFrame(large=True)
        self.mark = VajaMark(self)
        self._stage = _PhoneStage(self.phone)
        self._page_stage = _PageStage(self.browser)
        self.browser.bar.phone.clicked.connect(self._page_stage.toggle)
        self._stack = QStackedWidget()
        for part in (self.browser, self.phone):
            part.acted.connect(self.acted)
            part.hears.connect(self.hears)
        self._stack.addWidget(self._page_stage)
        self._stack.addWidget(self._stage)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2, 2, 2, 9)
        lines.addWidget(self._stack)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_world(self, world: World) -> None:
        """Draw the devices as they are now; those that are not seen wait until they are."""
        self._world = world
        prints = "printer" in world.scene.start.devices
        self.browser.bar.prints = prints
        self.browser.show_page(world.page())
        self.phone.show_phone(world.phone(), papers=bool(world.state.papers))
        for app in tuple(self._apps.values()):
            if self._world is not world:
                return  # what was typed was sent meanwhile, and a newer state is drawn
            self._show_app(app, world)

    def set_front(self, front: Front) -> None:
        """Put a device in front."""
        self._front = front
        shown: QWidget = self._page_stage
        if front == "phone":
            shown = self._stage
        elif front != "browser":
            shown = self.app(front)
        self._stack.setCurrentWidget(shown)
        self.mark.raise_()

    def app(self, front: Front) -> AppView:
        """The program of a device, made when it is first wanted."""
        known = self._apps.get(front)
        if known is None:
            known = self._apps[front] = _new_app(front)
            known.acted.connect(self.acted)
            self._stack.addWidget(known)
            if self._world is not None:
                self._show_app(known, self._world)
            known.retranslate()
        return known

    def control(self, target: str) -> QWidget | None:
        """What has the focus for a target of any device but the phone's."""
        front = front_of(target)
        return self.browser.control(target) if front == "browser" else self.app(front).control(target)

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        self.browser.flush()
        for app in self._apps.values():
            app.flush()

    def focus_front(self) -> None:
        """Put the focus on the device in front."""
        if self._front == "browser":
            self.browser.focus_page()
        elif self._front == "phone":
            self.phone.focus_screen()
        else:
            self.app(self._front).focus_page()

    def retranslate(self) -> None:
        """Say everything in the current language."""
        self.phone.retranslate()
        for app in self._apps.values():
            app.retranslate()

    def _every_file(self) -> tuple[FileView, ...]:
        return self._world.files().every if self._world is not None else ()

    def _show_app(self, app: AppView, world: World) -> None:
        prints = "printer" in world.scene.start.devices
        if isinstance(app, MailApp):
            app.show_mail(world.mail(), world.files().every, prints=prints)
        elif isinstance(app, FilesApp):
            app.show_files(world.files(), prints=prints)
        elif isinstance(app, PrinterApp):
            app.show_printer(world.printer())
        elif isinstance(app, TableApp):
            app.show_table(world.table())

    def themed(self) -> None:
        self._place_mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_mark()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme().grown(320), 220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("card"))
        radius = theme.px("radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _place_mark(self) -> None:
        size = self.mark.sizeHint()
        self.mark.setGeometry(self.width() - size.width() - 14, 9, size.width(), size.height())
        self.mark.raise_()


def _new_app(front: Front) -> AppView:
    apps: dict[Front, type[MailApp | FilesApp | PrinterApp | TableApp]] = {
        "mail": MailApp,
        "files": FilesApp,
        "printer": PrinterApp,
    }
    return apps.get(front, TableApp)()


class _PhoneStage(Themed, QWidget):
    """The phone, large, in the middle of the world."""

    def __init__(self, phone: PhoneFrame) -> None:
        super().__init__()
        phone.setMaximumWidth(520)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 56, 16, 8)
        across.addStretch(1)
        across.addWidget(phone, 4)
        across.addStretch(1)


class _PageStage(Themed, QWidget):
    """The browser, filling the world; or narrow in a phone's frame, as the page looks on a phone."""

    def __init__(self, browser: BrowserView) -> None:
        super().__init__()
        self._browser = browser
        self.narrow = False
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(browser)

    def toggle(self) -> None:
        """Show the page as on a phone, or as on a computer again."""
        self.narrow = not self.narrow
        self._browser.bar.phone.set_filled(self.narrow)
        self._browser.bar.set_narrow(self.narrow)
        self.themed()

    def themed(self) -> None:
        widest = self.theme().grown(430) if self.narrow else 16_777_215
        self._browser.setMaximumWidth(widest)
        edge = _FRAME + 6 if self.narrow else 0
        self._line.setContentsMargins(edge, 50 if self.narrow else 0, edge, edge)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.narrow:
            return
        theme = self.theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("night"), _FRAME))
        painter.setBrush(theme.colour("card"))
        around = QRectF(self._browser.geometry()).adjusted(-8, -8, 8, 8)
        painter.drawRoundedRect(around, 24, 24)


class Shield(QWidget):
    """Lies over the world while it is only watched, and catches presses."""

    def __init__(self, world: QWidget) -> None:
        super().__init__(world)
        self._world = world
        world.installEventFilter(self)
        self.hide()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._world.rect())
        return False
