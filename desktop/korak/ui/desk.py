# SPDX-License-Identifier: GPL-3.0-or-later
"""What the trainer's pages have in common: the bar at the side, who is here, the lock."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.people import Session
from korak.centre.privacy import may_enter
from korak.i18n import _
from korak.services.house import House
from korak.ui.frame import Frame
from korak.ui.page import Bar, BarButton, Chip, Page
from korak.ui.theme.theme import Themed
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.scroll import Scroller

PLACES = (
    "today",
    "calendar",
    "people",
    "assessment",
    "results",
    "words",
    "needs",
    "programmes",
    "reports",
    "services",
    "mediation",
    "stories",
    "centre",
)


class Side(Themed, QWidget):
    """The bar at the side: the places somebody may see; it scrolls where they are too many."""

    def __init__(self, frame: Frame, here: str, session: Session) -> None:
        super().__init__()
        self.buttons = {place: Button(role="nav") for place in PLACES if may_enter(session, place)}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(28, 0, 0, 8)
        column.setSpacing(2)
        for place, button in self.buttons.items():
            button.setCheckable(True)
            button.setChecked(place == here)
            button.clicked.connect(partial(self._go, frame, place))
            column.addWidget(button)
        column.addStretch()
        self._here = here
        self._scroller = Scroller(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroller)
        self.themed()

    def themed(self) -> None:
        """Grow with the text."""
        self.setFixedWidth(self.theme().grown(200) + 28)

    def showEvent(self, event: QShowEvent) -> None:
        """Where one is stands in sight, also when the bar has to scroll."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._bring_into_sight)  # it scrolls once it is as tall as it will be

    def _bring_into_sight(self) -> None:
        button = self.buttons.get(self._here)
        if button is not None:
            self._scroller.ensureWidgetVisible(button, 0, 32)

    def _go(self, frame: Frame, place: str) -> None:
        self.buttons[place].setChecked(place == self._here)
        if place != self._here:
            frame.navigator.desk(place)


class DeskPage(Page):
    """One of the trainer's pages; `room` is what stands beside the bar at the side."""

    here = "today"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame)
        self.house = house
        self.session = session
        self._trainer = house.people.me(session).name
        self._centre = house.centre.settings().name
        self.side = Side(frame, self.here, session)
        self.room = QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self.room, 1)

    def bar(self) -> Bar:
        """The centre, the trainer, and the lock."""
        return Bar(
            chips=(Chip(self._centre), Chip(self._trainer)),
            button=BarButton(_("Lock"), self.frame.navigator.wall),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        names = {
            "today": _("Today"),
            "calendar": _("Calendar"),
            "people": _("Learners"),
            "assessment": _("Assessment"),
            "words": _("Words"),
            "needs": _("Needs and proposals"),
            "results": _("Results"),
            "programmes": _("Programmes"),
            "reports": _("Reports"),
            "services": _("Local services"),
            "stories": _("Stories"),
            "mediation": _("Mediation"),
            "centre": _("Centre"),
        }
        for place, button in self.side.buttons.items():
            button.setText(names[place])

    def rename_centre(self, name: str) -> None:
        """Show the centre's new name in the bar."""
        self._centre = name
        self.bar_changed.emit()

    def help_texts(self) -> tuple[str, ...]:
        """What each page is for that this person may see, and the lock."""
        told = {
            "today": _("who is where, attendance, tasks for the group"),
            "calendar": _("when groups meet, and what is planned"),
            "people": _("names, pictures, languages, groups, lists"),
            "assessment": _("plan what learners can do before and after the course"),
            "results": _("what was measured, for one person, a group, a report"),
            "words": _("which words are hard for the group, and recordings"),
            "needs": _("what learners want to be able to do"),
            "programmes": _("who pays, for which groups, how many hours"),
            "reports": _("attendance lists and numbers on paper and in a spreadsheet"),
            "services": _("who helps with what around here"),
            "mediation": _("the mediators' log and the hours of the year"),
            "stories": _("what learners tell, and who may see it"),
            "centre": _("passphrase, colleagues, backups, colours"),
        }
        pages = (
            f"{button.text()}: {told[place]}." for place, button in self.side.buttons.items() if place in told
        )
        return (*pages, _("“Lock” goes back to the tiles. Learners never see these pages."))
