# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice view: the world on one side, the coach on the other, the devices below, the pointer above.

It draws what it is given and says what the learner does; it decides nothing. Where there is little room, or
the letters are large, the small phone goes away, the list becomes a row of discs, and the devices take a row.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from korak.content.fields import Password
from korak.i18n import _
from korak.practice import actions as act
from korak.practice.actions import Device
from korak.practice.world import World
from korak.ui.frame import Frame
from korak.ui.practice.browser import BrowserView
from korak.ui.practice.coach import GladPanel, MistakePanel, NowPanel, PaperPanel, StepsPanel
from korak.ui.practice.phone import PhoneFrame
from korak.ui.practice.pointer import Pointer
from korak.ui.theme.theme import Themed, set_role
from korak.ui.widgets.buttons import Button, Pressable
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller

_SIDE_BY_SIDE: Final = 1000
"""How wide the view must be, at 100 %, for the coach to stand beside the world."""
_COACH: Final = 372


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


class PopOver(Themed, QFrame):
    """A small card over the view, with a close or an answer; Esc puts it away."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "popover")
        self.title = Label("", "lead")
        self.text = Label("", "body")
        self.yes = Button("", "primary")
        self.no = Button("", "secondary")
        self.no.clicked.connect(self.closed)
        row = QWidget()
        flow = FlowLayout(12)
        row.setLayout(flow)
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.text, row):
            self._lines.addWidget(part)
        self.hide()
        self.themed()

    def themed(self) -> None:
        side = self.theme().px("s4")
        self._lines.setContentsMargins(side, side, side, side)
        self._lines.setSpacing(self.theme().px("s3"))

    def open_over(self, ground: QWidget) -> None:
        """Stand in the middle of a widget, with the focus on the safe answer."""
        parent = self.parentWidget()
        width = min(self.theme().grown(480), ground.width() - 48)
        self.setFixedWidth(width)
        self.resize(width, self._lines.heightForWidth(width))
        if parent is not None:
            corner = ground.mapTo(parent, QPoint(0, 0))
            self.move(
                corner.x() + (ground.width() - width) // 2,
                max(corner.y() + 16, corner.y() + (ground.height() - self.height()) // 3),
            )
        self.show()
        self.raise_()
        self.no.setFocus(Qt.FocusReason.PopupFocusReason)


class WorldFrame(Themed, QWidget):
    """The edge of the world: what is inside is practice, and the mark says so."""

    def __init__(self) -> None:
        super().__init__()
        self.browser = BrowserView()
        self.phone = PhoneFrame(large=True)
        self.mark = VajaMark(self)
        self._stage = _PhoneStage(self.phone)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.browser)
        self._stack.addWidget(self._stage)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2, 2, 2, 9)
        lines.addWidget(self._stack)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_front(self, device: Device) -> None:
        """Put a device in front."""
        self._stack.setCurrentWidget(self.browser if device == "browser" else self._stage)
        self.mark.raise_()

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


class DeviceRow(QWidget):
    """The devices, the learner's card, and the two ways back: one step, and from the start."""

    opened = Signal(str)
    paper = Signal()
    undo = Signal()
    restart = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.devices: dict[Device, Button] = {
            "browser": Button("", "secondary", icon="globe"),
            "phone": Button("", "secondary", icon="smartphone"),
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
        across.addWidget(left, 1)
        across.addWidget(self._ways_back)

    def set_front(self, device: Device, unseen: int) -> None:
        """Mark the device in front, and how many messages wait on the phone."""
        for name, button in self.devices.items():
            button.set_role("night" if name == device else "secondary")
            button.setAccessibleDescription(_("in front") if name == device else "")
        phone = _("Phone ({count})").format(count=unseen) if unseen else _("Phone")
        if phone != self.devices["phone"].text():
            self.devices["phone"].setText(phone)
            self._fit_words()

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
        self.devices["browser"].setText(_("Browser"))
        self.devices["phone"].setText(_("Phone"))
        self.paper_button.setText(_("My sheet"))
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Leave the words of the ways back away where there is no room for them; their names stay."""
        ways = {self.undo_button: _("Step back"), self.restart_button: _("Start again")}
        for button, name in ways.items():
            button.setText(name)
            button.setAccessibleName(name)
        start = sum(button.sizeHint().width() + 12 for button in self._starts if not button.isHidden())
        needed = start + sum(button.sizeHint().width() + 8 for button in ways)
        for button, name in ways.items():
            button.setText(name if needed <= self.width() else "")
            button.setToolTip("" if needed <= self.width() else name)


class PracticeView(Themed, QWidget):
    """World, coach, devices and pointer on one page."""

    acted = Signal(object)
    undone = Signal()
    restarted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._front: Device = "browser"
        self._folded = False
        self._paper_wanted: bool | None = None
        self._watch_only = False
        self._place = ""
        self._asks_details = False
        self._begins = False
        self._ended = False
        self.steps_wanted = True
        self._world_now: World | None = None
        self.world = WorldFrame()
        self.phone = PhoneFrame()
        self.devices = DeviceRow()
        self.now = NowPanel(frame)
        self.mistake = MistakePanel(frame)
        self.steps = StepsPanel()
        self.paper = PaperPanel()
        self.glad = GladPanel(frame)
        self.extra = QVBoxLayout()
        self._lay_out()
        self._shield = _Shield(self.world)
        self._sure = PopOver(self)
        self._meaning = PopOver(self)
        self.pointer = Pointer(self)
        self._fit_soon = QTimer(self)
        self._fit_soon.setSingleShot(True)
        self._fit_soon.setInterval(0)
        self._fit_soon.timeout.connect(self._fit)
        self._connect()
        self.retranslate()
        self.themed()

    # properties

    @property
    def front(self) -> Device:
        """The device that is large now."""
        return self._front

    @property
    def folded(self) -> bool:
        """Whether the coach stands above the world."""
        return self._folded

    # methods

    def show_world(self, world: World) -> None:
        """Draw the world as it is now."""
        self._world_now = world
        page, phone = world.page(), world.phone()
        self.world.browser.show_page(page)
        self.world.phone.show_phone(phone)
        self.phone.show_phone(phone)
        place = f"{page.portal}/{page.page}"
        if place != self._place:
            self._place = place
            self._paper_wanted = None
        self.devices.set_front(self._front, phone.unseen)
        self._asks_details = any(isinstance(view.block, Password) for view in page.blocks)
        self.pointer.follow()
        self._fit_soon.start()

    def set_front(self, device: Device) -> None:
        """Put a device in front."""
        self._front = device
        self.world.set_front(device)
        self.phone.setVisible(self._shows_phone())
        if self._world_now is not None:
            self.devices.set_front(device, self._world_now.phone().unseen)
        self.pointer.follow()
        self._fit_soon.start()

    def set_begins(self, begins: bool) -> None:
        """Show the situation while nothing has been done yet."""
        self._begins = begins

    def set_ended(self) -> None:
        """Only look back: nothing more is to be done here."""
        self._ended = True
        self.phone.hide()
        self.set_watch_only(True)

    def set_watch_only(self, watch_only: bool) -> None:
        """Let the learner act, or only watch."""
        self._watch_only = watch_only
        self._shield.setVisible(watch_only)

    def control(self, target: str) -> QWidget | None:
        """The widget to point at for a target; the way to it where it is on a device that is not seen."""
        if target.startswith("device/"):
            return self.devices.devices.get("phone" if target.endswith("phone") else "browser")
        if target.startswith("phone/"):
            if self._front == "phone":
                return self.world.phone.control(target)
            return self.devices.devices["phone"] if self._folded else self.phone.control(target)
        if self._front != "browser":
            return self.devices.devices["browser"]
        return self.world.browser.control(target)

    def spot(self, target: str, index: int = 0) -> QWidget | None:
        """What to point at for a target; of several lines the one meant."""
        if self._front == "browser" and not target.startswith(("phone/", "device/")):
            return self.world.browser.spot(target, index)
        return self.control(target)

    def reachable(self, target: str) -> bool:
        """Whether a target is on a device that is seen."""
        if target.startswith("phone/"):
            return self._front == "phone" or not self._folded
        return target.startswith("device/") or self._front == "browser"

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        self.world.browser.flush()

    def refit(self) -> None:
        """Give everything its room again, once, after what is going on now."""
        self._fit_soon.start()

    def focus_first(self) -> None:
        """Put the focus where the learner acts."""
        if self._front == "browser":
            self.world.browser.body.focus_page()
        else:
            self.world.phone.focus_screen()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.devices.retranslate()
        for part in (self.now, self.mistake, self.steps, self.paper, self.glad, self.phone, self.world.phone):
            part.retranslate()
        self._sure.title.setText(_("Start this exercise again?"))
        self._sure.text.setText(_("Everything in the browser and on the phone begins anew."))
        self._sure.yes.setText(_("Start again"))
        self._sure.no.setText(_("No, go on"))
        self._meaning.title.setText(_("This is practice."))
        self._meaning.text.setText(_("Nothing here is real. You cannot break anything."))
        self._meaning.no.setText(_("I understand"))
        self.world.mark.setAccessibleName(_("VAJA: this is practice"))
        self.world.mark.setToolTip(_("This is practice."))
        if self._world_now is not None:
            self.show_world(self._world_now)

    # Qt

    def themed(self) -> None:
        theme = self.theme()
        self._whole.setContentsMargins(28, theme.px("s2"), 28, theme.px("s3"))
        self._whole.setHorizontalSpacing(22)
        self._whole.setVerticalSpacing(theme.px("s2") + 4)
        self._column.setSpacing(theme.px("s3"))
        self._cards.setSpacing(theme.px("s3"))
        self.phone.setFixedHeight(theme.grown(196))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self.pointer.follow()
        self._fit_soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to an open card before it means a pause."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._open_card() is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open_card() is not None:
            self._close_cards()
        else:
            super().keyPressEvent(event)

    # slots

    def _act(self, action: act.Action) -> None:
        if self._watch_only:
            if self._world_now is not None:
                self.show_world(self._world_now)
            return
        self.acted.emit(action)

    def _open_device(self, device: Device) -> None:
        self.flush()
        self.set_front(device)
        if not self._watch_only:
            self.acted.emit(act.OpenDevice(device))
        self.focus_first()

    def _toggle_paper(self) -> None:
        self._paper_wanted = self.paper.isHidden()
        self._fit()

    def _undo(self) -> None:
        self.flush()
        self.undone.emit()

    def _ask_restart(self) -> None:
        self.flush()
        self._sure.open_over(self.world)

    def _restart(self) -> None:
        self._sure.hide()
        self.restarted.emit()

    def _explain_mark(self) -> None:
        self._meaning.open_over(self.world)

    def _close_cards(self) -> None:
        for card, back in ((self._sure, self.devices.restart_button), (self._meaning, self.world.mark)):
            if card.isVisible():
                card.hide()
                back.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.world.browser.note.isVisible():
            self.world.browser.note.closed.emit()

    def _next_region(self, step: int) -> None:
        """F6 moves between the world, the coach and the devices."""
        regions = (self.world, self._coach, self.devices)
        focused = QApplication.focusWidget()
        inside = [focused is region or region.isAncestorOf(focused) for region in regions] if focused else []
        here = inside.index(True) if any(inside) else -step
        for offset in range(1, len(regions) + 1):
            region = regions[(here + step * offset) % len(regions)]
            if _focus_inside(region):
                return

    # internal

    def _lay_out(self) -> None:
        cards = QWidget()
        self._cards = QVBoxLayout(cards)
        self._cards.setContentsMargins(2, 2, 2, 2)
        for part in (self.glad, self.now, self.mistake):
            self._cards.addWidget(part)
        self._cards.addLayout(self.extra)
        for part in (self.paper, self.steps):
            self._cards.addWidget(part)
        self._cards.addStretch(1)
        self._scroller = Scroller(cards)
        self._coach = QWidget()
        self._column = QVBoxLayout(self._coach)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._scroller, 1)
        self._column.addWidget(self.phone)
        self._whole = QGridLayout(self)
        self._whole.setColumnStretch(0, 1)
        self._whole.setRowStretch(0, 1)
        self._place_parts()

    def _place_parts(self) -> None:
        """The devices stand below the world; below everything where there is little room."""
        for part in (self.world, self._coach, self.devices):
            self._whole.removeWidget(part)
        self._whole.addWidget(self.world, 0, 0)
        self._whole.addWidget(self._coach, 0, 1, 1 if self._folded else 2, 1)
        self._whole.addWidget(self.devices, 1, 0, 1, 2 if self._folded else 1)

    def _connect(self) -> None:
        self.world.browser.acted.connect(self._act)
        self.world.phone.acted.connect(self._act)
        self.phone.acted.connect(self._act)
        self.world.mark.clicked.connect(self._explain_mark)
        self.devices.opened.connect(self._open_device)
        self.devices.paper.connect(self._toggle_paper)
        self.devices.undo.connect(self._undo)
        self.devices.restart.connect(self._ask_restart)
        self._sure.yes.clicked.connect(self._restart)
        self._sure.closed.connect(self._close_cards)
        self._meaning.yes.hide()
        self._meaning.closed.connect(self._close_cards)
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._next_region, step))

    def _shows_phone(self) -> bool:
        """Whether the small phone stands below the coach."""
        return not self._folded and not self._ended and self._front == "browser"

    def _open_card(self) -> QWidget | None:
        cards = (self._sure, self._meaning, self.world.browser.note)
        return next((card for card in cards if card.isVisible()), None)

    def _show_paper(self, *, asked: bool) -> None:
        """The learner's sheet: opened by the learner, or by itself where its details are wanted."""
        paper, wanted = self.paper, self._paper_wanted
        open_now = wanted if wanted is not None else asked or paper.always or self._begins
        paper.show_parts(asks=bool(wanted) or self._begins, lines=bool(wanted) or asked or paper.always)
        paper.setVisible(paper.has_lines() and open_now and self.mistake.isHidden())
        self.devices.set_paper(offered=paper.has_lines() and not paper.always, on=open_now)

    def _fold(self) -> None:
        theme = self.theme()
        folded = self.width() < theme.grown(_SIDE_BY_SIDE)
        self._coach.setFixedWidth(min(theme.grown(_COACH), round(self.width() * 0.36)))
        if folded != self._folded:
            self._folded = folded
            self._place_parts()
            self.phone.setVisible(self._shows_phone())
            if self._world_now is not None:
                self.devices.set_front(self._front, self._world_now.phone().unseen)
        self._fit_soon.start()

    def _fit(self) -> None:
        """Give the coach's cards the room they need: the list becomes a row of discs where it is short."""
        reading = not self.mistake.isHidden()
        self.now.set_quiet(reading)
        # The situation is read first, a mistake at once: the list of steps waits.
        begins = self._begins and not self.paper.always and self._paper_wanted is None
        self.steps.setVisible(self.steps_wanted and not reading and not begins)
        self._show_paper(asked=self._asks_details)
        width = self._scroller.viewport().width() - 4
        room = self._scroller.height() - 4
        self.steps.set_compact(self._folded or self._needed(width) > room)

    def _needed(self, width: int) -> int:
        parts = (self.glad, self.now, self.mistake, self.paper)
        heights = [_height(part, width) for part in parts if not part.isHidden()]
        if not self.steps.isHidden():
            heights.append(self.steps.full_height(width))
        items = [self.extra.itemAt(place) for place in range(self.extra.count())]
        widgets = [item.widget() for item in items if item is not None]
        heights += [_height(part, width) for part in widgets if part is not None and not part.isHidden()]
        return sum(heights) + self._cards.spacing() * (len(heights) - 1) + 4


class _Shield(QWidget):
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


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


def _focus_inside(region: QWidget) -> bool:
    """Put the focus on the first thing in a region that takes it."""
    widgets = [region, *region.findChildren(QWidget)]
    for widget in widgets:
        tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if tab and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
