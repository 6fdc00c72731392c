# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer's page of learners: who is in which group; add, change, new pictures, put away."""

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.details import Details
from korak.centre.people import Group, NewLearner, Person, Session
from korak.centre.privacy import Deed, may
from korak.centre.retention import Purpose
from korak.i18n import _, ngettext
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.ask import Ask
from korak.ui.forms.consent_dialog import ConsentDialog
from korak.ui.forms.details_dialog import DetailsDialog
from korak.ui.forms.enrolment_dialog import EnrolmentDialog, FormerDialog
from korak.ui.forms.learner_dialog import LearnerDialog
from korak.ui.frame import Frame
from korak.ui.printing import save_file
from korak.ui.tall_table import TallTable
from korak.ui.widgets import table
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.widgets.topbar import PillMenu
from korak.ui.words_for_faults import words_for

Index = QModelIndex | QPersistentModelIndex


class PeopleModel(QAbstractTableModel):
    """The learners of a group."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show these people."""
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def person(self, place: int) -> Person | None:
        """The person at a place, if there is one."""
        return self._people[place] if 0 <= place < len(self._people) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Name, tile, language, key."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (_("Name"), _("On the tile"), _("First language"), _("Three pictures"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        person = self._people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            chosen = _("chosen") if person.pin_set else _("at the next visit")
            return (person.name, person.shown_name, i18n.own_name(person.language), chosen)[index.column()]
        if role == table.PICTOGRAM and index.column() == 0:
            return person.picture
        return None


class PeoplePage(DeskPage):
    """Groups and learners."""

    here = "people"
    group_chosen = Signal(str)

    def __init__(self, frame: Frame, house: House, session: Session, group_id: str | None) -> None:
        super().__init__(frame, house, session)
        self._groups: tuple[Group, ...] = ()
        self._group_id = group_id
        self._archived = False
        self._people: tuple[Person, ...] = ()
        self._head = Headline()
        self._menu = PillMenu()
        self._menu.chosen.connect(self._choose_group)
        self._new_group = Button(icon="users")
        self._new_group.clicked.connect(self._ask_group)
        self._add = Button(role="primary", icon="user-plus")
        self._add.clicked.connect(self._ask_new)
        self._model = PeopleModel(self)
        self._table = TallTable()
        self._table.show_model(self._model)
        self._table.activated.connect(self._ask_change)
        self._table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self._change = Button(icon="pencil")
        self._change.clicked.connect(self._ask_change)
        self._pictures = Button(icon="key-round")
        self._pictures.clicked.connect(self._ask_reset)
        self._sheet = Button(icon="file-text")
        self._sheet.clicked.connect(self._open_record)
        self._place = Button(icon="history")
        self._place.clicked.connect(self._open_place)
        self._former = Button(role="quiet")
        self._former.clicked.connect(self._open_former)
        self._archive = Button(icon="inbox")
        self._archive.clicked.connect(self._ask_archive)
        self._away = Button(role="quiet")
        self._away.setCheckable(True)
        self._away.toggled.connect(self._show_archived)
        self._consents = Button(icon="check")
        self._consents.clicked.connect(self.ask_consents)
        self._as_file = Button(icon="download")
        self._as_file.clicked.connect(self._save_record)
        self._forget = Button(icon="trash-2")
        self._forget.clicked.connect(self._ask_forget)
        self._lists = Button(icon="file-text")
        self._lists.clicked.connect(partial(frame.navigator.desk, "lists"))
        self._details = Button(icon="list-checks")
        self._details.clicked.connect(self.ask_details)
        self._status = Label(role="soft")
        self._acts = (
            self._change,
            self._place,
            self._details,
            self._pictures,
            self._sheet,
            self._consents,
            self._as_file,
            self._archive,
            self._forget,
        )
        if not may(session, Deed.CHANGE_PIN, ""):
            self._pictures.hide()
        if not may(session, Deed.SEE_RECORD, ""):
            self._sheet.hide()
            self._as_file.hide()
        self._lay_out()

    def main_widget(self) -> QWidget:
        """The table, or the first learner to add."""
        return self._table if self._model.rowCount() else self._add

    def add_text(self) -> str:
        """What the button says that adds a learner."""
        return self._add.text()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Learners"))
        self._menu.setAccessibleName(_("Group"))
        self._new_group.setText(_("New group"))
        self._add.setText(_("Add a learner"))
        self._change.setText(_("Change"))
        self._lists.setText(_("Lists"))
        self._details.setText(_("Details for the funder"))
        self._consents.setText(_("Consents"))
        self._as_file.setText(_("All data as a file"))
        self._forget.setText(_("Forget for good"))
        self._pictures.setText(_("New three pictures"))
        self._sheet.setText(_("Learner's sheet"))
        self._place.setText(_("Place in the group"))
        self._former.setText(_("Former learners"))
        self._table.setAccessibleName(_("Learners"))
        self._show()

    def shown(self) -> None:
        """Ask who is there."""
        self._groups = self.house.people.groups(self.session)
        if self._group_id not in {group.id for group in self._groups}:
            self._group_id = self._groups[0].id if self._groups else None
        self._menu.set_choices([(group.id, group.name) for group in self._groups])
        self._menu.setVisible(len(self._groups) > 1)
        self._ask()

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def choose(self, name: str) -> None:
        """Choose somebody by name."""
        names = [row[0] for row in self.cells()]
        self._table.selectRow(names.index(name))

    def ask_details(self) -> None:
        """Ask for the details of whoever is chosen."""
        person = self._chosen()
        if person is None:
            return
        details = self.house.rosters.details(self.session, person.id)
        today = self.frame.clock.now().astimezone().date()
        dialog = DetailsDialog(person.name, details, today, self, self.house.rosters.origins(self.session))
        dialog.saved.connect(partial(self._keep_details, person))
        dialog.open()

    # slots

    def _choose_group(self, group_id: str) -> None:
        self._group_id = group_id
        self.group_chosen.emit(group_id)
        self._ask()

    def _show_archived(self, archived: bool) -> None:
        self._archived = archived
        self._ask()

    def _row_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        for button in self._acts:
            button.setEnabled(now.isValid())

    def _ask_group(self) -> None:
        note = _("For example the place and a number: Jesenice 2.")
        dialog = Ask(_("New group"), note, _("Save"), self, _("Name of the group"))
        dialog.agreed.connect(partial(self._make_group, dialog))
        dialog.open()

    def _make_group(self, dialog: Ask, name: str) -> None:
        made = self._try(partial(self.house.people.add_group, self.session, name, name), dialog.refuse)
        if made is not None:
            dialog.accept()
            self._group_id = made.id
            self.group_chosen.emit(made.id)
            self.shown()
            self._say(_("The group is made."))

    def _ask_new(self) -> None:
        dialog = LearnerDialog(self._taken(), self)
        dialog.saved.connect(partial(self._add_learner, dialog))
        dialog.open()

    def _add_learner(self, dialog: LearnerDialog, name: str, alias: str, picture: str, language: str) -> None:
        new = NewLearner(name, alias, picture, language)
        add = partial(self.house.people.add_learner, self.session, self._group_id or "", new)
        if self._try(add, dialog.refuse) is not None:
            dialog.accept()
            self._ask()
            self._say(_("Saved. The tile is on the wall."))

    def _ask_change(self) -> None:
        person = self._chosen()
        if person is None:
            return
        dialog = LearnerDialog(self._taken(), self)
        dialog.fill(person.name, person.alias, person.picture, person.language)
        dialog.saved.connect(partial(self._change_learner, dialog, person))
        dialog.open()

    def _change_learner(
        self, dialog: LearnerDialog, person: Person, name: str, alias: str, picture: str, language: str
    ) -> None:
        changed = dataclasses.replace(person, name=name, alias=alias, picture=picture, language=language)
        if self._try(partial(self.house.people.edit, self.session, changed), dialog.refuse) is not None:
            dialog.accept()
            self._ask()
            self._say(_("Saved."))

    def ask_consents(self) -> None:
        """Ask what whoever is chosen agrees to."""
        person = self._chosen()
        if person is None:
            return
        now = self.frame.clock.now().astimezone()
        agreed = self.house.rights.agreed(self.session, person.id)
        dialog = ConsentDialog(person.name, agreed, QDate(now.year, now.month, now.day), self)
        dialog.saved.connect(partial(self._keep_consents, person))
        dialog.open()

    def _keep_consents(self, person: Person, changed: dict[Purpose, bool], until: QDate) -> None:
        last = date(until.year(), until.month(), until.day())
        for purpose, given in changed.items():
            holds = last if given else None
            self.house.rights.answer(self.session, person.id, purpose, given=given, until=holds)
        self._say(_("Saved."))

    def _save_record(self) -> None:
        person = self._chosen()
        if person is None:
            return
        record = self.house.rights.own_record(self.session, person.id)
        name = f"korak-{person.shown_name}.json".replace(" ", "-")
        path = save_file(record, name, (_("All data as a file"), "JSON (*.json)"), self)
        if path is not None:
            self._say(
                _("Saved: {name}. Hand it over only to {person}.").format(name=path.name, person=person.name)
            )

    def _ask_forget(self) -> None:
        person = self._chosen()
        if person is None:
            return
        question = _("Forget {name} for good?").format(name=person.shown_name)
        note = _("Name, answers and results go for ever. Counted hours stay, without a name.")
        dialog = Ask(question, note, _("Forget"), self)
        dialog.agreed.connect(partial(self._forget_now, person))
        dialog.open()

    def _forget_now(self, person: Person, _typed: str) -> None:
        self.house.rights.erase(self.session, person.id)
        self._ask()
        self._say(_("Forgotten. Older backups still hold it until newer ones take their place."))

    def _keep_details(self, person: Person, details: Details) -> None:
        self.house.rosters.set_details(self.session, person.id, details)
        self._say(_("Saved."))

    def _ask_reset(self) -> None:
        person = self._chosen()
        if person is None:
            return
        question = _("New three pictures for {name}?").format(name=person.shown_name)
        dialog = Ask(
            question,
            _("The old pictures are forgotten. New ones are chosen at the next visit."),
            _("Forget"),
            self,
        )
        dialog.agreed.connect(partial(self._reset, person))
        dialog.open()

    def _reset(self, person: Person, _typed: str) -> None:
        self.house.people.reset_pin(self.session, person.id)
        self._ask()
        self._say(_("Done. {name} chooses new pictures at the next visit.").format(name=person.shown_name))

    def _open_place(self) -> None:
        person, group = self._chosen(), self._group()
        if person is not None and group is not None:
            service, groups = self.house.enrolments, self._groups
            dialog = EnrolmentDialog(service, self.session, person, group, groups, self)
            dialog.changed.connect(self._ask)
            dialog.open()

    def _open_former(self) -> None:
        group = self._group()
        if group is not None:
            dialog = FormerDialog(self.house.enrolments, self.session, group, self)
            dialog.changed.connect(self._ask)
            dialog.open()

    def _ask_archive(self) -> None:
        person = self._chosen()
        if person is None:
            return
        if self._archived:
            self.house.people.bring_back(self.session, person.id)
            self._ask()
            self._say(_("{name} has a tile again.").format(name=person.shown_name))
            return
        question = _("Put {name} away?").format(name=person.shown_name)
        dialog = Ask(
            question, _("The tile goes, the record stays. You can bring it back."), _("Put away"), self
        )
        dialog.agreed.connect(partial(self._put_away, person))
        dialog.open()

    def _put_away(self, person: Person, _typed: str) -> None:
        self.house.people.archive(self.session, person.id)
        self._ask()
        self._say(_("{name} is put away.").format(name=person.shown_name))

    def _open_record(self) -> None:
        person = self._chosen()
        if person is not None:
            self.frame.navigator.record_of(person.id)

    # internal

    def _try(
        self, work: Callable[[], Group | Person], refuse: Callable[[str], None]
    ) -> Group | Person | None:
        try:
            return work()
        except ServiceFault as fault:
            words = words_for(fault)
            refuse(f"{words.happened} {words.todo}")
            return None

    def _group(self) -> Group | None:
        return next((group for group in self._groups if group.id == self._group_id), None)

    def _chosen(self) -> Person | None:
        return self._model.person(self._table.currentIndex().row())

    def _taken(self) -> tuple[str, ...]:
        if self._group_id is None:
            return ()
        return tuple(person.picture for person in self.house.people.learners(self.session, self._group_id))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        announce(self._status, text)

    def _ask(self) -> None:
        self._people = ()
        if self._group_id is not None:
            learners = self.house.people.learners(self.session, self._group_id, archived=self._archived)
            self._people = learners
        self._show()

    def _show(self) -> None:
        group = self._group()
        people = self._people
        if group is not None:
            self._menu.setText(group.name)
            self._menu.set_current(group.id)
        count = ngettext("{n} learner", "{n} learners", len(people)).format(n=len(people))
        self._head.note.setText(
            f"{group.name} · {count}" if group is not None else _("There is no group yet.")
        )
        self._add.setEnabled(group is not None and not self._archived)
        self._archive.setText(_("Bring back") if self._archived else _("Put away"))
        self._away.setText(_("Show those who are here") if self._archived else _("Show those put away"))
        self._model.show_people(people)
        for button in self._acts:
            button.setEnabled(False)

    def _lay_out(self) -> None:
        for widget in (self._menu, self._lists, self._new_group, self._add):
            self._head.add(widget)
        acts = QWidget()
        flow = FlowLayout(12)
        acts.setLayout(flow)
        for button in (*self._acts, self._away, self._former):
            flow.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 24)
        column.setSpacing(16)
        column.addWidget(self._head)
        column.addWidget(self._table)
        column.addWidget(acts)
        column.addWidget(self._status)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
