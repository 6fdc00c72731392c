# SPDX-License-Identifier: GPL-3.0-or-later
"""Lessons and practice given to the whole group or to one learner, and what was given already."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from korak.centre.classroom import Assignment, Given
from korak.centre.people import Group, Person, Session
from korak.i18n import _, content_or_source
from korak.services.house import House
from korak.ui.forms.form import Form
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field
from korak.ui.widgets.labels import Label


class GiveDialog(Form):
    """What is given stands on the learners' first page until it is done."""

    def __init__(self, house: House, session: Session, group: Group, person_id: str, parent: QWidget) -> None:
        super().__init__(_("Give a task"), _("It stands on the learner's first page."), parent, (720, 620))
        self._house = house
        self._session = session
        self._group = group
        self._people: tuple[Person, ...] = house.people.learners(session, group.id)
        self._who = Choice()
        self._what = Choice()
        self._who_field, self._what_field = Field(self._who), Field(self._what)
        self._undo = Button(role="link")
        self._undo.clicked.connect(self._take_back)
        self._withdrawn = ""
        self._given = QWidget()
        self._fill(person_id)
        self.button(_("Close"), self.accept)
        self.button(_("Give"), self._give, "primary")
        self._show()
        self._what.setFocus()

    # slots

    def _give(self) -> None:
        kind, name = str(self._what.currentData()).split(":", 1)
        person = str(self._who.currentData() or "")
        give = partial(self._house.classroom.give, self._session, Given(kind), name)
        whom = partial(give, person_id=person) if person else partial(give, group_id=self._group.id)
        if self.try_to(whom) is not None:
            self.tell(_("Given."))
            self._withdrawn = ""
            self._show()

    def _withdraw(self, given: Assignment) -> None:
        self._house.classroom.withdraw(self._session, given.id)
        self._withdrawn = given.id
        self.tell(_("Taken back."))
        self._show()

    def _take_back(self) -> None:
        self._house.classroom.withdraw(self._session, self._withdrawn, undo=True)
        self._withdrawn = ""
        self.tell(_("Given."))
        self._show()

    # internal

    def _fill(self, person_id: str) -> None:
        self._who.addItem(_("The whole group"), "")
        for person in self._people:
            self._who.addItem(person.shown_name, person.id)
        self._who.setCurrentIndex(max(self._who.findData(person_id), 0))
        pack = self._house.pack
        self._what.addItem(_("Ten minutes of words"), f"{Given.WORDS}:")
        for module in pack.course:
            for name in module.lessons:
                self._what.addItem(self._named(Given.LESSON, name), f"{Given.LESSON}:{name}")
        for name in pack.tasks:
            self._what.addItem(self._named(Given.TASK, name), f"{Given.TASK}:{name}")
        self._what.setCurrentIndex(1 if self._what.count() > 1 else 0)
        self._who_field.set_label(_("To whom"))
        self._what_field.set_label(_("What"))
        for field in (self._who_field, self._what_field):
            self.body.addWidget(field)
        self.body.addWidget(Label(_("Given already"), "lead"))
        self.body.addWidget(self._given)
        self.body.addWidget(self._undo)
        self.body.addStretch()

    def _named(self, what: Given, name: str) -> str:
        pack = self._house.pack
        if what is Given.WORDS:
            return _("Ten minutes of words")
        if what is Given.LESSON:
            title = pack.lessons[name].title if name in pack.lessons else name
            return _("Lesson: {title}").format(title=content_or_source(pack.id, title))
        title = pack.tasks[name].title if name in pack.tasks else name
        return _("Practice: {title}").format(title=content_or_source(pack.id, title))

    def _show(self) -> None:
        self._undo.setText(_("Undo: give it again"))
        self._undo.setVisible(bool(self._withdrawn))
        fresh = QWidget()
        column = Form.column_of(fresh)
        given = self._house.classroom.given(self._session, self._group.id)
        if not given:
            column.addWidget(Label(_("Nothing is given."), "soft"))
        names = {person.id: person.shown_name for person in self._people}
        for one in given:
            row = QHBoxLayout()
            whom = names.get(one.person or "", self._group.name)
            row.addWidget(Label(f"{self._named(one.what, one.name)} · {whom}", "trainer"), 1)
            back = Button(_("Withdraw"), "quiet")
            back.setAccessibleName(f"{_('Withdraw')}: {self._named(one.what, one.name)}, {whom}")
            back.clicked.connect(partial(self._withdraw, one))
            row.addWidget(back)
            column.addLayout(row)
        self.body.replaceWidget(self._given, fresh)
        self._given.deleteLater()
        self._given = fresh
