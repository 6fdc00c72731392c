# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's sitting from consent to thank you: one item at a time, stored before the next one is shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from korak.assessment import taking
from korak.assessment.sitting import AccommodationKind, ItemStatus, SittingItem, SittingRecord
from korak.centre.people import Session
from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.frame import Frame
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.pausing import Pause
from korak.ui.sitting.calm import CalmView
from korak.ui.sitting.items import ItemViews, Shown
from korak.ui.sitting.occasion import occasion_title, place_words
from korak.ui.sitting.pauses import (
    BEGIN,
    CLOSED,
    CONSENT,
    DONE,
    READY,
    REFUSED,
    THANKS,
    left_over,
    stop_offer,
)
from korak.ui.sitting.task import AssessedTask
from korak.ui.sitting.view import SittingView
from korak.ui.tab_order import put_behind
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label

_SEEN_MS = 220
"""So long the chosen answer is seen before the next question comes; not at all where nothing may move."""
_LARGE = 1.5


class SittingPage(Page):
    """Knows where the learner is only from what is stored; a crash or a break resumes at the same item."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        self._sittings = house.sittings
        self._person = house.people.me(session)
        self._record: SittingRecord | None = self._sittings.waiting(session)
        self._views: ItemViews | None = None
        self._shown: Shown | None = None
        self._view: SittingView | None = None
        self._item: SittingItem | None = None
        self._paused = False
        self._began = 0.0
        self._rested = 0.0
        self._room = QStackedWidget()
        self._pause = Pause()
        self._pause.go_on.connect(partial(self.set_pause, False))
        self._pause.home.connect(frame.navigator.home)
        self._pause.sign_out.connect(frame.navigator.wall)
        self._foot = QWidget()
        self._back = Button(role="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back)
        self._told = Label("", "soft")
        self._told.hide()
        self._working = Button(role="second")
        self._working.clicked.connect(self._keep_working)
        self._skip = Button(role="quiet")
        self._skip.clicked.connect(self._skip_item)
        self._main = Button(role="main", trailing="arrow-right")
        self._main.clicked.connect(self._press_main)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        trainer = QShortcut(QKeySequence("F9"), self)
        trainer.activated.connect(self._helped_by_trainer)
        self._lay_out()

    # what a page tells about itself

    @property
    def item(self) -> SittingItem | None:
        """The item that is shown now."""
        return self._item

    @property
    def view(self) -> SittingView | None:
        """What is shown now."""
        return self._view

    def bar(self) -> Bar:
        """What this is, which question of how many, the languages, and the break."""
        record = self._record
        chips: tuple[Chip, ...] = ()
        if record is not None and self._item is not None:
            chips = (Chip(place_words(record, self._item)),)
        pausing = self._record is not None and not self._paused and self._item is not None
        return Bar(
            title=occasion_title(record.occasion) if record is not None else "",
            chips=chips,
            button=BarButton(_("Pause"), partial(self.set_pause, True)) if pausing else None,
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget | None:
        """What the learner acts with."""
        if self._paused:
            return self._pause.main
        inside = self._view.focusWidget() if self._view is not None else None
        return inside or self._main

    def help_texts(self) -> tuple[str, ...]:
        """How a sitting goes."""
        return (
            _("Answer as well as you can. There is no time limit."),
            _("The loudspeaker reads the question to you."),
            _("“Back” leads to the question before. You can change your answer."),
            _("Everything you do is saved at once."),
            _("Esc makes a pause."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._back.setText(_("Back"))
        self._skip.setText(_("Skip"))
        self._working.setText(_("No, I go on working"))
        self._pause.retranslate()
        if self._shown is not None:
            self._shown.say()
        self._show_foot()

    def shown(self) -> None:
        """Ask for consent, or go on where the learner stopped."""
        record = self._record
        if record is None:
            self._calm(CalmView(self.frame, CLOSED))
        elif self._sittings.agreed(self._session) is not True:
            self._calm(CalmView(self.frame, CONSENT))
        else:
            self._begin(record)

    def leave(self) -> None:
        """Let the view store what is unfinished, and note the break."""
        self._soon.stop()
        if self._view is not None:
            self._view.leave()
        if self._record is not None and self._item is not None:
            self._try(partial(self._sittings.rest, self._session, self._record.id))

    def back(self) -> None:
        """To the question before; from the first one home."""
        if self._paused:
            self.set_pause(False)
            return
        if self._item is None:
            self.frame.navigator.home()
            return
        before = self._before()
        if before is not None:
            self._show_item(before)

    def escape(self) -> None:
        """Esc makes a pause, and ends it."""
        if self._item is None:
            self.frame.navigator.home()
        else:
            self.set_pause(not self._paused)

    def set_pause(self, paused: bool) -> None:
        """Cover the page and let time rest, or go on."""
        if self._view is None or paused == self._paused:
            return
        self._paused = paused
        self._view.active(not paused)
        now = self.frame.clock.monotonic()
        self._rested += -now if paused else now
        self.frame.voice.stop()
        self._room.setCurrentWidget(self._pause if paused else self._view)
        self._show_foot()
        self.bar_changed.emit()
        widget = self.main_widget()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # the way through

    def _begin(self, record: SittingRecord) -> None:
        self._record = self._sittings.begin(self._session, record.id)
        self._views = ItemViews(self.frame, self._sittings, self._session)
        self._note_settings(record)
        if self._sittings.warmed_up(self._session, record.id):
            self._resume()
        else:
            self._calm(CalmView(self.frame, BEGIN))

    def _note_settings(self, record: SittingRecord) -> None:
        """What this computer is set to makes the whole sitting accessible."""
        settings = self.frame.preferences.settings
        kinds = {
            AccommodationKind.LARGE_TEXT: settings.text_scale >= _LARGE,
            AccommodationKind.CONTRAST: settings.theme == "contrast",
        }
        for kind, used in kinds.items():
            if used:
                self._sittings.support(self._session, record.id, "", kind)

    def _warm_up(self) -> None:
        views, record = self._views, self._record
        if views is not None and record is not None:
            self._item = None
            self._show_view(views.task(record, ""), None)

    def _resume(self) -> None:
        """To the item the learner went back to, else to the first one without an answer."""
        record = self._record
        place = self._sittings.place(self._session, record.id) if record is not None else None
        if place is not None and record is not None and place.id in record.last_answers():
            self._show_item(place)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """To the first item without an answer; a kind offer comes before the fourth hard task."""
        record = self._renew()
        if record is None:
            self._calm(CalmView(self.frame, CLOSED))
            return
        following = taking.current(record)
        after = self._after()
        if taking.wants_to_stop(record) and following is not None and following.kind in taking.TASKS:
            self._calm(CalmView(self.frame, stop_offer()))
        elif after is not None and after.id in record.last_answers():
            self._show_item(after)  # one went back: the next one is the one after
        elif following is not None:
            self._show_item(following)
        else:
            self._calm(CalmView(self.frame, left_over(record)))

    def _follow(self, way: str) -> None:
        """What a button of a calm page, or the end of a task, leads to."""
        steps: dict[str, Callable[[], None]] = {
            "yes": partial(self._agree, True),
            "no": partial(self._agree, False),
            "warm": self._warm_up,
            "skip-warm": self._skip_warm_up,
            "next": self._after_task,
            "go-on": self._decline_stop,
            "stop": self._stop_tasks,
            "look": self._look_again,
            "hand-in": self._hand_in,
            "home": self.frame.navigator.home,
            "result": partial(self.frame.navigator.result_of, self._session.person_id),
        }
        self._try(steps[way])

    def _agree(self, given: bool) -> None:
        record = self._record
        if record is None:
            return
        language = self.frame.below() or "sl"
        self._sittings.agree(self._session, record.id, given=given, language=language)
        if given:
            self._begin(record)
        else:
            self._record = None
            self._calm(CalmView(self.frame, REFUSED))

    def _skip_warm_up(self) -> None:
        if self._record is not None:
            self._sittings.warm(self._session, self._record.id)
            self._calm(CalmView(self.frame, READY))

    def _after_task(self) -> None:
        if self._item is None and isinstance(self._view, AssessedTask):
            self._calm(CalmView(self.frame, READY))
        else:
            self._go_on()

    def _decline_stop(self) -> None:
        record = self._renew()
        following = None if record is None else taking.current(record)
        if record is not None and following is not None:
            self._sittings.decline_stop(self._session, record.id)
            self._show_item(following)

    def _stop_tasks(self) -> None:
        if self._record is not None:
            self._record = self._sittings.stop_tasks(self._session, self._record.id)
            self._item = None
            self._go_on()

    def _look_again(self) -> None:
        record = self._renew()
        if record is None:
            return
        answers = record.last_answers()
        skipped = [one for one in record.items if answers[one.id].status is ItemStatus.SKIPPED]
        self._show_item(skipped[0] if skipped else record.items[-1])

    def _hand_in(self) -> None:
        record = self._record
        if record is not None:
            self._sittings.hand_in(self._session, record.id)
            self._record = None
            self._calm(CalmView(self.frame, THANKS if taking.current(record) is None else DONE))
            self.frame.sounds.play("done")

    # slots

    def _answered(self, code: str) -> None:
        record, item = self._record, self._item
        if record is None or item is None:
            return
        self._try(partial(self._store, record, item, code))

    def _store(self, record: SittingRecord, item: SittingItem, code: str) -> None:
        self._record = self._sittings.answer(self._session, record.id, item.id, code, self._seconds())
        moving = not self.frame.preferences.settings.reduced_motion
        self._soon.start(_SEEN_MS if moving else 0)

    def _supported(self, kind: str) -> None:
        record = self._record
        if record is None:
            return
        name = self._item.id if self._item is not None else ""
        if name:
            support = partial(self._sittings.support, self._session, record.id, name, AccommodationKind(kind))
            self._try(support)

    def _skip_item(self) -> None:
        if self._item is None:
            self._try(self._skip_warm_up)
            return
        self._try(self._skip_this)

    def _skip_this(self) -> None:
        record, item = self._record, self._item
        if record is not None and item is not None:
            if self._view is not None:
                self._view.leave()
            self._record = self._sittings.skip(self._session, record.id, item.id, self._seconds())
            self._go_on()

    def _press_main(self) -> None:
        if isinstance(self._view, AssessedTask):
            self._try(self._view.main_pressed)
        else:
            self._try(self._go_on)

    def _keep_working(self) -> None:
        if isinstance(self._view, AssessedTask):
            self._view.keep_working()

    def _helped_by_trainer(self) -> None:
        """F9: the trainer has helped. It is written down and said, so that nobody wonders."""
        if self._view is None or self._item is None or self._paused:
            return
        kind = self._view.helped_by_trainer()
        if kind:
            self._supported(kind)
        self._told.setText(_("Written down: with my help."))
        self._told.show()
        announce(self._told, self._told.text())

    def _try(self, step: Callable[[], object]) -> None:
        """Do a step; a sitting that was closed meanwhile ends kindly."""
        try:
            step()
        except ServiceFault as fault:
            if fault.code is not FaultKind.SITTING_ENDED:
                raise
            self._record = None
            self._calm(CalmView(self.frame, CLOSED))

    # what is seen

    def _renew(self) -> SittingRecord | None:
        if self._record is not None:
            self._record = self._sittings.one(self._session, self._record.id)
            if self._record.ended_at is not None or self._record.void:
                self._record = None
        return self._record

    def _before(self) -> SittingItem | None:
        """The item before that may still be changed."""
        record, item = self._record, self._item
        if record is None or item is None:
            return None
        place = record.items.index(item)
        earlier = [one for one in record.items[:place] if taking.may_change(record, one.id)]
        return earlier[-1] if earlier else None

    def _after(self) -> SittingItem | None:
        record, item = self._record, self._item
        if record is None or item is None:
            return None
        place = record.items.index(item)
        later = [one for one in record.items[place + 1 :] if taking.may_change(record, one.id)]
        return later[0] if later else None

    def _show_item(self, item: SittingItem) -> None:
        if self._views is None or self._record is None:
            return
        self._item = item
        record = self._record
        self._try(partial(self._sittings.stand_at, self._session, record.id, item.id))
        if self._item is not item:
            return  # it was closed meanwhile
        made = self._views.view(record, item)
        self._show_view(made.view, made)

    def _calm(self, view: CalmView) -> None:
        self._item = None
        self._show_view(view, None)

    def _show_view(self, view: SittingView, made: Shown | None) -> None:
        before = self._view
        if before is not None:
            before.leave()
            self._room.removeWidget(before)
            before.deleteLater()
        self._view, self._shown = view, made
        self._told.hide()
        view.answered.connect(self._answered)
        view.supported.connect(self._supported)
        view.go.connect(self._follow)
        view.foot_changed.connect(self._show_foot)
        self._room.addWidget(view)
        self._room.setCurrentWidget(view)
        if made is not None:
            made.say()
        self._began, self._rested = self.frame.clock.monotonic(), 0.0
        self._show_foot()
        self.bar_changed.emit()
        view.start()

    def _show_foot(self) -> None:
        view = self._view
        task = view if isinstance(view, AssessedTask) else None
        self._foot.setVisible(view is not None and not isinstance(view, CalmView) and not self._paused)
        if view is None:
            return
        foot = view.foot()
        answered = self._item is not None and self._record is not None and task is None
        answered = answered and self._item_answered()
        self._main.setText(foot.main or _("Next"))
        self._main.setVisible(bool(foot.main) or answered)
        self._main.setEnabled(foot.ready)
        self._main.set_role("main" if foot.main else "second")
        self._working.setVisible(task is not None and task.asks_if_sure)
        self._skip.setVisible(foot.skip)
        self._back.setVisible(self._before() is not None)
        put_behind(view, (self._back, self._skip, self._working, self._main))

    def _item_answered(self) -> bool:
        if self._item is None or self._record is None:
            return False
        return self._item.id in self._record.last_answers()

    def _seconds(self) -> float:
        return max(0.0, round(self.frame.clock.monotonic() - self._began - self._rested, 1))

    def _lay_out(self) -> None:
        self._room.addWidget(self._pause)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(90, 8, 90, 24)
        foot.setSpacing(16)
        foot.addWidget(self._back)
        foot.addWidget(self._told)
        foot.addStretch(1)
        foot.addWidget(self._skip)
        foot.addWidget(self._working)
        foot.addWidget(self._main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._room, 1)
        column.addWidget(self._foot)
