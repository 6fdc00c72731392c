# SPDX-License-Identifier: GPL-3.0-or-later
"""What a learner wants to be able to do and what is in the way: five screens, nothing to type."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from korak.centre.needs import Obstacle, Told, Weight
from korak.centre.people import Session
from korak.i18n import N_, _
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.frame import Frame
from korak.ui.needs_views import AskView, ObstacleView, WishesView
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.sitting.head import QuestionHead
from korak.ui.sitting.view import program_says
from korak.ui.tab_order import put_behind
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.tile import Tile, TileGrid

_SEEN_MS = 220
_THANKS = N_("Thank you. Your wishes are saved.")


class NeedsPage(Page):
    """One question after the other; what was told is kept at the end, or when somebody leaves before."""

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self._house = house
        self._session = session
        last = house.needs.last(session, session.person_id)
        self._wishes: tuple[str, ...] = () if last is None else last.told.wishes
        self._obstacles: dict[Obstacle, Weight] = {} if last is None else dict(last.told.obstacles)
        self._changed = False
        self._step = 0
        self._view: AskView | None = None
        self._room = QStackedWidget()
        self._thanks = QWidget()
        self._head = QuestionHead(frame, "sparkles", "title")
        self._chosen = TileGrid(columns=5)
        self._note = Label()
        self._proposals = Button(role="second", icon="lightbulb")
        self._proposals.clicked.connect(frame.navigator.proposals)
        self._home = Button(role="main", trailing="arrow-right")
        self._home.clicked.connect(frame.navigator.home)
        self._foot = QWidget()
        self._back = Button(role="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back)
        self._skip = Button(role="quiet")
        self._skip.clicked.connect(self._go_on)
        self._next = Button(role="main", trailing="arrow-right")
        self._next.clicked.connect(self._go_on)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        self._lay_out()
        self._show_step()

    # what a page tells about itself

    @property
    def step(self) -> int:
        """Which question is shown, from 0; the thank you comes after the last."""
        return self._step

    @property
    def view(self) -> AskView | None:
        """The question that is shown."""
        return self._view

    def bar(self) -> Bar:
        """What this is, which question of how many, the languages, and the way home."""
        questions = 1 + len(Obstacle)
        chip = _("Question {n} of {all}").format(n=self._step + 1, all=questions)
        return Bar(
            title=_("My wishes"),
            chips=(Chip(chip),) if self._step < questions else (),
            button=BarButton(_("Home"), self.frame.navigator.home),
            second_languages=self.frame.second_languages(self._house.pack),
        )

    def main_widget(self) -> QWidget | None:
        """The tile to begin with; at the end the way home."""
        if self._view is None:
            return self._home
        tiles = self._view.grid.tiles()
        return next((tile for tile in tiles if tile.isChecked()), tiles[0])

    def help_texts(self) -> tuple[str, ...]:
        """How one answers."""
        return (
            _("Press what you want to learn. You can choose several."),
            _("The loudspeaker reads the question to you."),
            _("You can skip every question."),
        )

    # what happens to a page

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._back.setText(_("Back"))
        self._skip.setText(_("Skip"))
        self._next.setText(_("Next"))
        self._home.setText(_("Home"))
        self._proposals.setText(_("Propose something else"))
        self._head.say_quietly(program_says(self.frame, _THANKS))
        self._note.setText(_("Do you want to tell us something else? Tell your trainer or mediator."))
        if isinstance(self._view, (WishesView, ObstacleView)):
            self._view.retranslate()
        self._show_chosen()

    def leave(self) -> None:
        """Keep what was told so far, and be silent."""
        self._soon.stop()
        self._keep()
        self.frame.voice.stop()

    def back(self) -> None:
        """To the question before; from the first one home."""
        if self._step == 0 or self._view is None:
            self.frame.navigator.home()
            return
        self._step -= 1
        self._show_step()

    # slots

    def _go_on(self) -> None:
        self._soon.stop()
        self._step += 1
        self._show_step()

    def _take(self) -> None:
        """Take over what the view says now."""
        self._changed = True
        if isinstance(self._view, WishesView):
            self._wishes = self._view.chosen
        elif isinstance(self._view, ObstacleView) and self._view.chosen is not None:
            self._obstacles[tuple(Obstacle)[self._step - 1]] = self._view.chosen

    def _settle(self) -> None:
        moving = not self.frame.preferences.settings.reduced_motion
        self._soon.start(_SEEN_MS if moving else 0)

    # internal

    def _keep(self) -> None:
        if self._changed:
            self._changed = False
            told = Told(self._wishes, dict(self._obstacles))
            self._house.needs.tell(self._session, self._session.person_id, told)

    def _show_step(self) -> None:
        before = self._view
        if before is not None:
            self._room.removeWidget(before)
            before.deleteLater()
        self._view = self._view_of(self._step)
        self._foot.setVisible(self._view is not None)
        if self._view is None:
            self._keep()
            self._show_chosen()
            self._room.setCurrentWidget(self._thanks)
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self._head, self._head.question)
        else:
            self._view.changed.connect(self._take)
            self._view.settled.connect(self._settle)
            self._room.addWidget(self._view)
            self._room.setCurrentWidget(self._view)
            put_behind(self._view, (self._back, self._skip, self._next))
            self._view.start()
        self._skip.setVisible(self._step > 0)
        self._next.setVisible(
            self._step == 0 or (isinstance(self._view, ObstacleView) and bool(self._view.chosen))
        )
        self.bar_changed.emit()

    def _view_of(self, step: int) -> AskView | None:
        if step == 0:
            return WishesView(self.frame, self._house.pack.id, self._house.needs.choices, self._wishes)
        if step > len(Obstacle):
            return None
        obstacle = tuple(Obstacle)[step - 1]
        return ObstacleView(self.frame, obstacle, self._obstacles.get(obstacle))

    def _show_chosen(self) -> None:
        tiles: list[Tile] = []
        for need in self._house.needs.choices:
            if need.id in self._wishes:
                own = self.frame.second(self._house.pack.id, need.title)
                tile = Tile(f"{need.title}\n{own}" if own else need.title, need.pictogram, kind="pin")
                tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                tiles.append(tile)
        self._chosen.set_tiles(tiles)
        self._chosen.setVisible(bool(tiles))

    def _lay_out(self) -> None:
        acts = Fold(620)
        acts.row.setSpacing(16)
        acts.row.addWidget(self._proposals)
        acts.row.addWidget(self._home)
        acts.row.addStretch(1)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(64, 32, 64, 16)
        inner.setSpacing(24)
        inner.addWidget(self._head)
        inner.addWidget(self._chosen)
        inner.addWidget(self._note)
        inner.addWidget(acts)
        inner.addStretch(1)
        thanks = QVBoxLayout(self._thanks)
        thanks.setContentsMargins(0, 0, 0, 0)
        thanks.addWidget(Scroller(content))
        self._room.addWidget(self._thanks)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(64, 8, 64, 20)
        foot.setSpacing(16)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._skip)
        foot.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._room, 1)
        column.addWidget(self._foot)
