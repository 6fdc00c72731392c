# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance by ticking faces: every press is kept at once; late and early in minutes beside it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak.centre.attendance import Mark, Presence, attended
from korak.centre.enrolment import Standing
from korak.centre.meetings import MeetingState
from korak.centre.people import Session
from korak.i18n import _
from korak.services.attendance import AttendanceBook, AttendanceList, ListLine
from korak.ui.forms.ask import Ask
from korak.ui.forms.form import Form
from korak.ui.meeting_words import hours_text, presence_text, when_text
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.fields import Field, Number
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.tile import Tile, TileGrid

_CHOICES = (Presence.PRESENT, Presence.ABSENT, Presence.EXCUSED)


class AttendanceDialog(Form):
    """The list of one meeting as faces: press one and it is here, press it again and it is absent."""

    def __init__(self, book: AttendanceBook, session: Session, meeting_id: str, parent: QWidget) -> None:
        super().__init__(_("Attendance"), "", parent, (1080, 680))
        self._book = book
        self._session = session
        self._meeting_id = meeting_id
        self._list: AttendanceList = book.list_of(session, meeting_id)
        self._chosen = self._list.lines[0].person.id if self._list.lines else ""
        self._grid = TileGrid(columns=6)
        self._grid.chosen.connect(self._pressed)
        self._card = Card("card")
        self._name = Label(role="lead")
        self._told = Label(role="soft")
        self._ways = {presence: Button(role="pill") for presence in _CHOICES}
        self._late, self._early = Number(0, 720), Number(0, 720)
        self._late_field, self._early_field = Field(self._late), Field(self._early)
        self._filling = False
        self._lay_out()
        self._all = self.button(_("All are here"), self._tick_all)
        self.button(_("Close"), self.accept, "primary")
        self._show()
        tiles = self._grid.tiles()
        if tiles:
            tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def lines(self) -> tuple[ListLine, ...]:
        """What is noted now."""
        return self._list.lines

    # slots

    def _pressed(self, place: int) -> None:
        line = self._list.lines[place]
        self._chosen = line.person.id
        here = line.mark is not None and line.mark.presence is Presence.PRESENT
        self._note(Presence.ABSENT if here else Presence.PRESENT, 0, 0)

    def _choose_way(self, presence: Presence) -> None:
        self._note(presence, 0, 0)

    def _minutes_changed(self) -> None:
        line = self._line()
        if not self._filling and line is not None and line.mark is not None:
            self._note(Presence.PRESENT, self._late.value(), self._early.value())

    def _tick_all(self) -> None:
        self.try_to(partial(self._book.note_all, self._session, self._meeting_id))
        self._show()

    def _note(self, presence: Presence, late: int, early: int) -> None:
        line = self._line()
        if line is None:
            return
        if self._list.meeting.state is not MeetingState.ENDED:
            self._keep(presence, late, early, "")
            return
        if line.mark is not None and _same(line.mark, presence, late, early):
            self._show()
            return
        dialog = Ask(
            _("Why is this corrected?"),
            _("The meeting is locked. Old and new are kept with your name and the reason."),
            _("Correct"),
            self,
            _("Reason"),
        )
        dialog.agreed.connect(partial(self._correct, dialog, presence, late, early))
        dialog.rejected.connect(self._show)
        dialog.open()

    def _correct(self, dialog: Ask, presence: Presence, late: int, early: int, why: str) -> None:
        self._keep(presence, late, early, why)
        dialog.accept()

    def _keep(self, presence: Presence, late: int, early: int, why: str) -> None:
        self.refuse("")
        note = partial(self._book.note, self._session, self._meeting_id, self._chosen, presence)
        self.try_to(partial(note, late, early, why))
        self._show()

    # internal

    def _line(self) -> ListLine | None:
        return next((line for line in self._list.lines if line.person.id == self._chosen), None)

    def _show(self) -> None:
        self._list = self._book.list_of(self._session, self._meeting_id)
        meeting = self._list.meeting
        present = _("{n} of {all} are here").format(n=self._list.present, all=self._list.expected)
        self.note.setText(f"{when_text(meeting)} · {hours_text(meeting.teaching_minutes)} · {present}")
        self.note.setVisible(True)
        self._all.setEnabled(meeting.state is not MeetingState.ENDED)
        tiles = self._grid.tiles()
        if len(tiles) != len(self._list.lines):
            tiles = [Tile(kind="face") for _line in self._list.lines]
            for tile in tiles:
                tile.setCheckable(True)
            self._grid.set_tiles(tiles)
        for tile, line in zip(tiles, self._list.lines, strict=True):
            self._show_tile(tile, line)
        self._show_chosen()

    def _show_tile(self, tile: Tile, line: ListLine) -> None:
        name, mark = line.person.shown_name, line.mark
        noted = "" if mark is None else _noted(mark)
        words = f"{name}\n{noted}" if noted else name
        if mark is None and line.standing is Standing.PAUSED:
            words = f"{name}\n{_('pauses')}"
        tile.set_name(words)
        tile.set_pictogram(line.person.picture)
        tile.set_quiet(mark is not None and mark.presence is not Presence.PRESENT)
        tile.setChecked(mark is not None and mark.presence is Presence.PRESENT)
        tile.set_accessible(f"{name}, {presence_text(mark.presence if mark else None)}")

    def _show_chosen(self) -> None:
        line = self._line()
        self._card.setVisible(line is not None)
        if line is None:
            return
        self._filling = True
        mark = line.mark
        most = self._list.meeting.teaching_minutes
        self._name.setText(line.person.shown_name)
        here = mark is not None and mark.presence is Presence.PRESENT
        self._told.setText(hours_text(attended(self._list.meeting, mark)) if here else _told(mark))
        for presence, button in self._ways.items():
            button.setText(presence_text(presence))
            button.set_icon("check" if mark is not None and mark.presence is presence else "")
            button.setAccessibleName(f"{line.person.shown_name}: {presence_text(presence)}")
        for field, number, value in (
            (self._late_field, self._late, mark.late if mark else 0),
            (self._early_field, self._early, mark.early if mark else 0),
        ):
            number.setMaximum(most)
            number.setValue(value)
            field.setEnabled(here)
        self._filling = False

    def _lay_out(self) -> None:
        self._late_field.set_label(_("Came later, minutes"))
        self._early_field.set_label(_("Left earlier, minutes"))
        for number in (self._late, self._early):
            number.setSingleStep(5)
            number.setKeyboardTracking(False)
            number.valueChanged.connect(self._minutes_changed)
        ways = QWidget()
        flow = FlowLayout(8)
        ways.setLayout(flow)
        for presence, button in self._ways.items():
            button.clicked.connect(partial(self._choose_way, presence))
            flow.addWidget(button)
        for widget in (self._name, self._told, ways, self._late_field, self._early_field):
            self._card.body.addWidget(widget)
        self._card.body.addStretch()
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._grid, 3)
        side = QVBoxLayout()
        side.addWidget(self._card)
        side.addStretch()
        row.addLayout(side, 1)
        self.body.addLayout(row)
        self.body.addStretch()


def _same(mark: Mark, presence: Presence, late: int, early: int) -> bool:
    return (mark.presence, mark.late, mark.early) == (presence, late, early)


def _told(mark: Mark | None) -> str:
    return presence_text(mark.presence if mark else None)


def _noted(mark: Mark) -> str:
    if mark.presence is not Presence.PRESENT:
        return presence_text(mark.presence)
    parts = [_("+{n} min").format(n=mark.late)] if mark.late else []
    parts += [_("−{n} min").format(n=mark.early)] if mark.early else []
    return " ".join(parts)
