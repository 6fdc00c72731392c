# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of local services: look up, put right, check, print as a leaflet."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from korak import i18n
from korak.centre.local_services import LocalService, is_checked, matching, towns
from korak.centre.people import Session
from korak.centre.privacy import Deed, may
from korak.i18n import _, format_date, ngettext
from korak.services.faults import ServiceFault
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.desk import DeskPage
from korak.ui.folding import Headline
from korak.ui.forms.learners import LEARNER_LANGUAGES
from korak.ui.forms.service_dialog import ServiceDialog
from korak.ui.frame import Frame
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import Choice, Field, LineEdit
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.scroll import Scroller
from korak.ui.words_for_faults import words_for

_LTR, _END = "\u2066", "\u2069"  # a number keeps its order between letters that run the other way
_ROWS = 8  # of the table that are seen at once, where the page has to scroll
_MOST = 60  # letters of what it is for; the rest stands in the entry


class LocalServicesPage(DeskPage):
    """A table to look things up in; what nobody has checked says so."""

    here = "services"

    def __init__(self, frame: Frame, house: House, session: Session) -> None:
        super().__init__(frame, house, session)
        self._entries: tuple[LocalService, ...] = ()
        self._shown: tuple[LocalService, ...] = ()
        self._head = Headline()
        self._add = Button(role="primary", icon="plus")
        self._add.clicked.connect(self._ask_new)
        self._leaflet, self._print = Button(icon="save"), Button(icon="printer")
        self._leaflet.clicked.connect(partial(self._make_leaflet, False))
        self._print.clicked.connect(partial(self._make_leaflet, True))
        for button in (self._leaflet, self._print, self._add):
            self._head.add(button)
        self._search_edit = LineEdit()
        self._search_edit.textChanged.connect(self._filter)
        self._towns, self._languages = Choice(), Choice()
        self._search, self._town = Field(self._search_edit), Field(self._towns)
        self._language = Field(self._languages)
        self._towns.currentIndexChanged.connect(self._filter)
        self._languages.currentIndexChanged.connect(self._filter)
        self._table = RowsTable(least=_ROWS)
        self._table.activated.connect(self._ask_change)
        self._table.picked.connect(self._row_chosen)
        self._change, self._check, self._away = (
            Button(icon="pencil"),
            Button(icon="check"),
            Button(icon="inbox"),
        )
        self._change.clicked.connect(self._ask_change)
        self._check.clicked.connect(self._check_now)
        self._away.clicked.connect(self._put_away)
        self._undo = Button(role="link")
        self._undo.clicked.connect(self._bring_back)
        self._gone = ""
        self._status = Label(role="soft")
        self._filling = False
        self._lay_out()
        self._keeps = may(session, Deed.MEDIATE, session.person_id)
        if not self._keeps:  # staff look things up
            for button in (self._add, self._change, self._check, self._away):
                button.hide()

    def main_widget(self) -> QWidget:
        """The line to search in."""
        return self._search_edit

    def cells(self) -> list[list[str]]:
        """Every text of the table, row by row."""
        return self._table.cells()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._head.title.setText(_("Local services"))
        self._add.setText(_("Add an entry"))
        self._leaflet.setText(_("Leaflet (PDF)"))
        self._print.setText(_("Print"))
        self._search.set_label(_("Search"))
        self._town.set_label(_("Town"))
        self._language.set_label(_("Language spoken there"))
        self._change.setText(_("Change"))
        self._check.setText(_("Checked today"))
        self._away.setText(_("Put away"))
        self._undo.setText(_("Undo"))
        self._table.setAccessibleName(_("Local services"))
        self._fill_choices()
        self._filter()

    def shown(self) -> None:
        """Ask for the entries."""
        self._entries = self.house.local_services.all(self.session)
        self._fill_choices()
        self._filter()

    # slots

    def _filter(self) -> None:
        if self._filling:
            return
        found = matching(
            self._entries,
            self._search_edit.text(),
            str(self._towns.currentData() or ""),
            str(self._languages.currentData() or ""),
        )
        self._shown = found
        today = self.frame.clock.now().astimezone().date()
        names = (_("Name"), _("Town"), _("Phone"), _("Checked"), _("What for"))
        self._table.rows.set_titles(names)
        self._table.rows.show_rows([self._line(one) for one in found])
        unchecked = sum(not is_checked(one, today) for one in found)
        count = ngettext("{n} entry", "{n} entries", len(found)).format(n=len(found))
        self._head.note.setText(f"{count} · {_('not checked: {n}').format(n=unchecked)}")

    def _row_chosen(self, name: str) -> None:
        for button in (self._change, self._check, self._away):
            button.setEnabled(bool(name))

    def _ask_new(self) -> None:
        self._open(LocalService(id="", name="", town=str(self._towns.currentData() or "")))

    def _ask_change(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._keeps:
            self._open(chosen)

    def _open(self, service: LocalService) -> None:
        dialog = ServiceDialog(service, self)
        dialog.saved.connect(partial(self._keep, dialog))
        dialog.open()

    def _keep(self, dialog: ServiceDialog, service: LocalService) -> None:
        try:
            self.house.local_services.keep(self.session, service)
        except ServiceFault as fault:
            words = words_for(fault)
            dialog.refuse(f"{words.happened} {words.todo}")
            return
        dialog.accept()
        self.shown()
        self._say(_("Saved. Check it, then press “Checked today”."))

    def _check_now(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.house.local_services.check(self.session, chosen.id)
            self.shown()
            self._say(_("{name} is checked.").format(name=chosen.name))

    def _put_away(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.house.local_services.put_away(self.session, chosen.id)
            self.shown()
            self._gone = chosen.id
            self._say(_("{name} is put away.").format(name=chosen.name))
            self._undo.setVisible(True)

    def _bring_back(self) -> None:
        self.house.local_services.put_away(self.session, self._gone, back=True)
        self.shown()
        self._say(_("It is back."))

    def _make_leaflet(self, paper: bool) -> None:
        language = str(self._languages.currentData() or i18n.CONTENT_LANGUAGE)
        pdf = self.house.local_services.leaflet(self.session, self._shown, language)
        if paper:
            print_pdf(pdf, self)
            return
        if save_pdf(pdf, "korak_zemljevid-storitev.pdf", self) is not None:
            self._say(_("Saved."))

    # internal

    def _chosen(self) -> LocalService | None:
        return next((one for one in self._shown if one.id == self._table.chosen), None)

    def _line(self, service: LocalService) -> Row:
        phone = f"{_LTR}{service.phone}{_END}" if service.phone else ""
        short = (
            service.for_what if len(service.for_what) <= _MOST else service.for_what[:_MOST].rstrip() + " …"
        )
        day = service.verified_on
        checked = Cell(self._state(service), float(day.toordinal()) if day else 0.0)
        return Row(service.id, (Cell(service.name), Cell(service.town), Cell(phone), checked, Cell(short)))

    def _state(self, service: LocalService) -> str:
        today = self.frame.clock.now().astimezone().date()
        if service.verified_on is None:
            return _("not checked")
        day = format_date(service.verified_on)
        return day if is_checked(service, today) else _("{day} (old)").format(day=day)

    def _say(self, text: str) -> None:
        self._undo.setVisible(False)
        self._status.setText(text)
        announce(self._status, text)

    def _fill_choices(self) -> None:
        self._filling = True
        town, language = self._towns.currentData(), self._languages.currentData()
        self._towns.clear()
        self._towns.addItem(_("all"), "")
        for name in towns(self._entries):
            self._towns.addItem(name, name)
        self._languages.clear()
        self._languages.addItem(_("all"), "")
        for code in LEARNER_LANGUAGES:
            self._languages.addItem(i18n.own_name(code), code)
        self._towns.setCurrentIndex(max(self._towns.findData(town), 0))
        self._languages.setCurrentIndex(max(self._languages.findData(language), 0))
        self._filling = False

    def _lay_out(self) -> None:
        choices, acts = QWidget(), QWidget()
        across, flow = FlowLayout(12), FlowLayout(12)
        choices.setLayout(across)
        acts.setLayout(flow)
        for field in (self._search, self._town, self._language):
            field.setMinimumWidth(240)
            across.addWidget(field)
        for button in (self._change, self._check, self._away, self._undo):
            flow.addWidget(button)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 28, 16)
        column.setSpacing(12)
        for widget in (self._head, choices, acts, self._status):
            column.addWidget(widget)
        column.addWidget(self._table, 1)
        column.addStretch()
        outer = QVBoxLayout(self.room)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroller(content))
        self._undo.setVisible(False)
