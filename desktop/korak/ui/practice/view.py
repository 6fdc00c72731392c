# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice view: the world on one side, the coach on the other, the devices below, the pointer above.

It draws what it is given and says what the learner does; it decides nothing. Where there is little room, or
the letters are large, the small phone goes away, the list becomes a row of discs, and the devices take a row.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from korak.content.fields import Password
from korak.i18n import CONTENT_LANGUAGE, _
from korak.practice import actions as act
from korak.practice.coach import target
from korak.practice.world import World
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.practice.coach import GladPanel, MistakePanel, NowPanel, PaperPanel, StepsPanel
from korak.ui.practice.device_row import DeviceRow
from korak.ui.practice.letters_at_hand import LettersAtHand
from korak.ui.practice.phone import PhoneFrame
from korak.ui.practice.pointer import Pointer
from korak.ui.practice.popover import PopOver
from korak.ui.practice.typed import TypedBox
from korak.ui.practice.world_frame import Front, Shield, WorldFrame, front_of, fronts_of
from korak.ui.theme.theme import Themed
from korak.ui.widgets.scroll import Scroller

_SIDE_BY_SIDE: Final = 1000
"""How wide the view must be, at 100 %, for the coach to stand beside the world."""
_COACH: Final = 372
_BUSY_PHONE, _CALM_PHONE = 0.62, 0.46
"""How much of the height the phone takes at most where it is kept beside the world."""


class PracticeView(Themed, QWidget):
    """World, coach, devices and pointer on one page."""

    acted = Signal(object)
    undone = Signal()
    restarted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._front: Front = "browser"
        self._folded = False
        self._phone_beside = False
        self._paper_wanted: bool | None = None
        self._watch_only = False
        self._place = ""
        self._asks_details = False
        self._begins = False
        self._ended = False
        self.steps_wanted = True
        self._world_now: World | None = None
        self._used: tuple[Front, ...] = ()
        self._counts: dict[Front, int] = {}
        self._frame = frame
        self.world = WorldFrame()
        self.phone = PhoneFrame()
        self.devices = DeviceRow()
        self._letters = LettersAtHand(self, self.devices.letters)
        self.now = NowPanel(frame)
        self.mistake = MistakePanel(frame)
        self.steps = StepsPanel()
        self.paper = PaperPanel(frame)
        self.glad = GladPanel(frame)
        self.extra = QVBoxLayout()
        self._lay_out()
        self._shield = Shield(self.world)
        self._sure = PopOver(self)
        self._meaning = PopOver(self)
        self._stopped = PopOver(self)
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
    def front(self) -> Front:
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
        page = world.page()
        self.world.show_world(world)
        if self._world_now is not world:
            return  # what was typed was sent meanwhile, and a newer state is drawn
        self.phone.show_phone(world.phone(), papers=bool(world.state.papers))
        self._fit_phone()
        place = f"{page.portal}/{page.page}"
        if place != self._place:
            self._place = place
            self._paper_wanted = None
        self._used, self._counts = fronts_of(world), _waiting(world)
        self.devices.set_used(self._used)
        self.devices.set_front(self._front, self._counts)
        self.phone.setVisible(self._shows_phone())
        self._asks_details = any(isinstance(view.block, Password) for view in page.blocks)
        self.pointer.follow()
        self._fit_soon.start()

    def set_front(self, front: Front) -> None:
        """Put a device in front."""
        self._front = front
        self.world.set_front(front)
        self.phone.setVisible(self._shows_phone())
        self.devices.set_front(front, self._counts)
        self.pointer.follow()
        self._fit_soon.start()

    def follow_device(self, device: Front) -> None:
        """Turn to the device the world has turned to; a phone that is seen beside it needs no turning."""
        seen = device == "phone" and self._shows_phone()
        if device != self._front and not seen:
            self.set_front(device)

    def keep_phone_beside(self) -> None:
        """Keep the phone beside the world however large the letters: a group sees both code and field."""
        self._phone_beside = True
        self._fold()

    def set_begins(self, begins: bool) -> None:
        """Show the situation while nothing has been done yet."""
        self._begins = begins

    def stop_at_real_number(self, action: act.Action) -> None:
        """Say kindly that a number was refused because it could be somebody's; the words around it stay."""
        box = self._typed(action)
        if box is not None and isinstance(action, act.Fill) and self._world_now is not None:
            box.put_instead(self._world_now.without_real_numbers(action))
        self._stopped.open_over(self.world)
        announce(self, f"{self._stopped.title.text()} {self._stopped.text.text()}")

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
        """The widget that has the focus for a target; the way to it where its device is not seen."""
        if target.startswith("device/"):
            return self._button_of(target.removeprefix("device/"))
        front = front_of(target)
        if front == self._front:
            return self.world.phone.control(target) if front == "phone" else self.world.control(target)
        if front == "phone" and self._shows_phone():
            return self.phone.control(target)
        return self._button_of(front)

    def spot(self, target: str, index: int = 0) -> QWidget | None:
        """What to point at for a target; of several lines the one meant."""
        on_page = self._front == "browser" and front_of(target) == "browser"
        if on_page and not target.startswith("device/"):
            return self.world.browser.spot(target, index)
        return self.control(target)

    def reachable(self, target: str) -> bool:
        """Whether a target is on a device that is seen."""
        if target.startswith("device/"):
            return True
        front = front_of(target)
        return front == self._front or (front == "phone" and self._shows_phone())

    def target_of(self, action: act.Action) -> str:
        """Where on the screen an action is done; printing and bookmarks belong to what is in front."""
        if isinstance(action, act.Print):
            device = self._world_now.state.device if self._world_now is not None else "browser"
            return f"{device}/print"
        return "browser/bookmark" if isinstance(action, act.Bookmark) else target(action)

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        self.world.flush()

    def refit(self) -> None:
        """Give everything its room again, once, after what is going on now."""
        self._fit_soon.start()

    def focus_first(self) -> None:
        """Put the focus where the learner acts."""
        self.world.focus_front()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._letters.retranslate()
        self.devices.retranslate()
        for part in (self.now, self.mistake, self.steps, self.paper, self.glad, self.phone, self.world):
            part.retranslate()
        self._sure.title.setText(_("Start this exercise again?"))
        self._sure.text.setText(_("Everything in the browser and on the phone begins anew."))
        self._sure.yes.setText(_("Start again"))
        self._sure.no.setText(_("No, go on"))
        self._meaning.title.setText(_("This is practice."))
        self._meaning.text.setText(_("Nothing here is real. You cannot break anything."))
        self._meaning.no.setText(_("I understand"))
        self._stopped.title.setText(_("This number could be real."))
        self._stopped.text.setText(_("Use the number from the exercise. Nothing was stored."))
        self._stopped.no.setText(_("I understand"))
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
        self._fit_phone()
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
        if not self._waits(action):
            self.acted.emit(action)

    def _waits(self, action: act.Action) -> bool:
        """Whether what is being typed is not to be kept yet: it may become a real number."""
        box = self._typed(action)
        if box is None or not box.pauses or self._world_now is None or not isinstance(action, act.Fill):
            return False
        if not self._world_now.waits(action, box.before_cursor):
            return False
        box.wait()
        return True

    def _typed(self, action: act.Action) -> TypedBox | None:
        """The field an action fills, where one types."""
        step = self.control(action.field) if isinstance(action, act.Fill) else None
        while step is not None and not isinstance(step, TypedBox):
            step = step.parentWidget()
        return step

    def _open_device(self, name: str) -> None:
        front = front_of(f"{name}/") if name != "table" else "table"
        self.flush()
        self.set_front(front)
        if not self._watch_only and front != "table":
            self.acted.emit(act.OpenDevice(front))
        self.focus_first()

    def _hear(self, text: str) -> None:
        """Say what stands on the phone, or the letters of a picture."""
        self._frame.voice.say(text, CONTENT_LANGUAGE)

    def _stop_kindly(self) -> None:
        self._stopped.hide()
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
        if self._stopped.isVisible():
            self._stop_kindly()
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
        for part in (self.world, self.phone):
            part.acted.connect(self._act)
            part.hears.connect(self._hear)
        self.world.mark.clicked.connect(self._explain_mark)
        self.devices.opened.connect(self._open_device)
        self.devices.paper.connect(self._toggle_paper)
        self.devices.undo.connect(self._undo)
        self.devices.restart.connect(self._ask_restart)
        self._sure.yes.clicked.connect(self._restart)
        self._sure.closed.connect(self._close_cards)
        self._meaning.yes.hide()
        self._meaning.closed.connect(self._close_cards)
        self._stopped.yes.hide()
        self._stopped.closed.connect(self._stop_kindly)
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._next_region, step))

    def _shows_phone(self) -> bool:
        """Whether the small phone stands below the coach."""
        return not self._folded and not self._ended and self._front != "phone" and "phone" in self._used

    def _fit_phone(self) -> None:
        """A call, a request and the camera want more room than a list of messages."""
        wanted = self.theme().grown(340 if self.phone.busy else 196)
        share = _BUSY_PHONE if self.phone.busy else _CALM_PHONE
        most = round(self.height() * share) if self._phone_beside else wanted
        self.phone.setFixedHeight(min(wanted, most))

    def _button_of(self, name: str) -> QWidget | None:
        return next((button for front, button in self.devices.devices.items() if front == name), None)

    def _open_card(self) -> QWidget | None:
        cards = (self._sure, self._meaning, self._stopped, self.world.browser.note)
        return next((card for card in cards if card.isVisible()), None)

    def _show_paper(self, *, asked: bool) -> None:
        """The learner's sheet: opened by the learner, or by itself where its details are wanted."""
        paper, wanted = self.paper, self._paper_wanted
        open_now = wanted if wanted is not None else asked or paper.always or self._begins
        paper.show_parts(asks=bool(wanted) or self._begins, lines=bool(wanted) or asked or paper.always)
        # A mistake is read first, unless the sheet was asked for.
        free = self.mistake.isHidden() or bool(wanted)
        paper.setVisible(paper.has_lines() and open_now and free)
        self.devices.set_paper(offered=paper.has_lines() and not paper.always, on=open_now and free)

    def _fold(self) -> None:
        theme = self.theme()
        self._fit_phone()
        folded = self.width() < theme.grown(_SIDE_BY_SIDE) and not self._phone_beside
        self._coach.setFixedWidth(min(theme.grown(_COACH), round(self.width() * 0.36)))
        if folded != self._folded:
            self._folded = folded
            self._place_parts()
            self.phone.setVisible(self._shows_phone())
            if self._world_now is not None:
                self.devices.set_front(self._front, self._counts)
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
        short = self._folded or self._needed(width) > room
        self.steps.set_compact(short)
        if short and self._phone_beside and self.phone.isVisible():
            self.steps.hide()  # the stones above tell a group how far it is

    def _needed(self, width: int) -> int:
        parts = (self.glad, self.now, self.mistake, self.paper)
        heights = [_height(part, width) for part in parts if not part.isHidden()]
        if not self.steps.isHidden():
            heights.append(self.steps.full_height(width))
        items = [self.extra.itemAt(place) for place in range(self.extra.count())]
        widgets = [item.widget() for item in items if item is not None]
        heights += [_height(part, width) for part in widgets if part is not None and not part.isHidden()]
        return sum(heights) + self._cards.spacing() * (len(heights) - 1) + 4


def _waiting(world: World) -> dict[Front, int]:
    """How much waits on each device: messages, mail that was not read, sheets."""
    phone = world.state.phone
    mails = sum(mail.folder == "inbox" and not mail.seen for mail in world.state.mail.mails)
    calls = (phone.call is not None and not phone.call.turn) + (phone.ask is not None)
    return {"phone": phone.unseen + calls, "mail": mails, "printer": len(world.state.tray)}


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
