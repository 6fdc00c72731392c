# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group needs, on the desk: who answered, wishes and obstacles as bars, the order that follows."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from korak import i18n
from korak.centre.needs import SMALL, Counted, Obstacle, Placed, Weight
from korak.centre.people import Session
from korak.centre.plans import Plan
from korak.centre.privacy import Deed, may
from korak.i18n import _, content_or_source, format_date
from korak.services.house import House
from korak.ui.announce import announce
from korak.ui.folding import Fold
from korak.ui.forms.learners import LEARNER_LANGUAGES
from korak.ui.forms.needs_dialog import NeedsDialog
from korak.ui.needs_words import OBSTACLE_PICTURES, obstacle_text, weight_text, why_text
from korak.ui.printing import print_pdf, save_pdf
from korak.ui.rows_model import Cell, Row
from korak.ui.rows_table import RowsTable
from korak.ui.theme.theme import set_property
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.cards import Card
from korak.ui.widgets.flow import FlowLayout
from korak.ui.widgets.labels import Label
from korak.ui.widgets.picture import Picture
from korak.ui.widgets.progress import ProgressLine
from korak.ui.widgets.topbar import PillMenu

_ORDER_HEIGHT, _PEOPLE_HEIGHT = 460, 300  # pixels at 100 %
_WEIGHTS = (Weight.MUCH, Weight.SOME, Weight.NONE, Weight.UNKNOWN)


class BarRow(QWidget):
    """A picture, a name, a bar, and the numbers in words."""

    def __init__(self, picture: str, name: str, part: float, of: float, told: str) -> None:
        super().__init__()
        line = ProgressLine()
        line.set_part(part, of)
        line.set_summary(f"{name}: {told}")
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(name, "strong"), 1)
        head.addWidget(Label(told, "note"))
        words.addLayout(head)
        words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Picture(picture, 28))
        row.addLayout(words, 1)


class NeedsSummary(QWidget):
    """The order can be made the group's plan in one press, and undone in one."""

    def __init__(self, house: House, session: Session) -> None:
        super().__init__()
        self._house = house
        self._session = session
        self._group = ""
        self._before: Plan | None = None
        self._told = Label(role="lead")
        self._small = Label(role="soft")
        self._wishes, self._obstacles = Card("card"), Card("card")
        self._wishes_title, self._obstacles_title = Label(role="lead"), Label(role="lead")
        self._wish_rows, self._obstacle_rows = QVBoxLayout(), QVBoxLayout()
        self._order_title = Label(role="lead")
        self._order = RowsTable()
        self._accept = Button(role="primary", icon="check")
        self._accept.clicked.connect(self._accept_order)
        self._undo = Button(role="link")
        self._undo.clicked.connect(self._undo_order)
        self._status = Label(role="soft")
        self._print = Button(icon="printer")
        self._print.clicked.connect(partial(self._hand_out, True))
        self._save = Button(icon="save")
        self._save.clicked.connect(partial(self._hand_out, False))
        self._form = PillMenu()
        self._form.chosen.connect(self._make_form)
        self._people_title = Label(role="lead")
        self._people = RowsTable()
        self._people.picked.connect(self._picked)
        self._people.activated.connect(self._talk)
        self._ask = Button(icon="list-checks")
        self._ask.clicked.connect(self._talk)
        self._lay_out()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._wishes_title.setText(_("What people want to be able to do"))
        self._obstacles_title.setText(_("What is in the way"))
        self._order_title.setText(_("Proposed order of the lessons"))
        self._order.setAccessibleName(_("Proposed order of the lessons"))
        self._order.rows.set_titles((_("No."), _("Topic"), _("Hours"), _("Why here"), _("Now")))
        self._accept.setText(_("Take over this order"))
        self._undo.setText(_("Undo"))
        self._print.setText(_("Print"))
        self._save.setText(_("Save PDF"))
        self._form.setText(_("Questions on paper"))
        self._form.set_choices([(code, i18n.own_name(code)) for code in ("sl", *LEARNER_LANGUAGES) if code])
        self._people_title.setText(_("Learners"))
        self._people.setAccessibleName(_("Learners"))
        self._people.rows.set_titles((_("Name"), _("Answered"), _("Wishes")))
        self._ask.setText(_("Talk about needs"))
        self._show()

    def show_group(self, group_id: str) -> None:
        """Show what a group told."""
        if group_id != self._group:
            self._before = None
            self._status.setText("")
        self._group = group_id
        self._show()

    def order_cells(self) -> list[list[str]]:
        """The proposed order, row by row."""
        return self._order.cells()

    def choose(self, person_id: str) -> None:
        """Choose a learner."""
        self._people.choose(person_id)

    @property
    def main(self) -> QWidget:
        """What one does first here."""
        return self._people

    # slots

    def _picked(self, person_id: str) -> None:
        self._ask.setEnabled(bool(person_id))

    def _talk(self) -> None:
        asked = self._house.needs.people(self._session, self._group)
        chosen = next((one.person for one in asked if one.person.id == self._people.chosen), None)
        if chosen is not None:
            dialog = NeedsDialog(self._house, self._session, chosen, self)
            dialog.saved.connect(self._saved)
            dialog.open()

    def _saved(self) -> None:
        self._show()
        self._say(_("Saved."))

    def _accept_order(self) -> None:
        self._before = self._house.needs.accept_order(self._session, self._group)
        self._show()
        self._say(_("This is the plan of the group now."))

    def _undo_order(self) -> None:
        if self._before is not None:
            self._house.needs.undo_order(self._session, self._group, self._before)
            self._before = None
            self._show()
            self._say(_("The plan is as it was."))

    def _hand_out(self, paper: bool) -> None:
        pdf = self._house.needs.summary_pdf(self._session, self._group)
        self._give(pdf, "korak_potrebe.pdf", paper=paper)

    def _make_form(self, language: str) -> None:
        self._give(self._house.needs.form_pdf(self._session, language), f"korak_vprasanja_{language}.pdf")

    # internal

    def _give(self, pdf: bytes, name: str, *, paper: bool = False) -> None:
        if paper:
            print_pdf(pdf, self)
            return
        if save_pdf(pdf, name, self) is not None:
            self._say(_("Saved."))

    def _say(self, text: str) -> None:
        self._status.setText(text)
        announce(self._status, text)

    def _show(self) -> None:
        if not self._group:
            return
        counted = self._house.needs.counted(self._session, self._group)
        self._told.setText(_("Answered: {n} of {all}.").format(n=counted.answered, all=counted.people))
        few = _("Fewer than {n} people answered: one more may change everything.").format(n=SMALL)
        self._small.setText(few if counted.is_small else "")
        self._small.setVisible(counted.is_small)
        self._show_bars(counted)
        self._show_order()
        self._show_people()

    def _show_bars(self, counted: Counted) -> None:
        _empty(self._wish_rows)
        _empty(self._obstacle_rows)
        ranked = counted.ranked(self._house.needs.choices)
        most = max((n for _need, n in ranked), default=1)
        for need, n in ranked:
            self._wish_rows.addWidget(BarRow(need.pictogram, self._title(need.title), n, most, str(n)))
        if not ranked:
            self._wish_rows.addWidget(Label(_("Nobody has answered yet.")))
        for obstacle in Obstacle:
            told = [(weight, counted.of(obstacle, weight)) for weight in _WEIGHTS]
            total = sum(n for _weight, n in told)
            heavy = counted.of(obstacle, Weight.MUCH) + counted.of(obstacle, Weight.SOME)
            words = " · ".join(f"{weight_text(weight)}: {n}" for weight, n in told if n)
            name = obstacle_text(obstacle)
            row = BarRow(
                OBSTACLE_PICTURES[obstacle],
                f"{name[:1].upper()}{name[1:]}",
                heavy,
                max(total, 1),
                words or "–",
            )
            self._obstacle_rows.addWidget(row)

    def _show_order(self) -> None:
        order = self._house.needs.order(self._session, self._group)
        plan = self._house.calendar.plan(self._session, self._group)
        place = {line.topic: number for number, line in enumerate(plan, 1)}
        self._order.rows.show_rows([self._row(number, one, place) for number, one in enumerate(order, 1)])
        changes = tuple(one.line for one in order) != plan
        self._let_grow(self._order, _ORDER_HEIGHT)
        self._accept.setEnabled(changes and may(self._session, Deed.TEACH))
        self._undo.setVisible(self._before is not None)

    def _row(self, number: int, one: Placed, place: dict[str, int]) -> Row:
        topics = self._house.pack.plan
        needed = topics.get(one.what_for)
        why = why_text(one, self._title(needed.title) if needed is not None else "")
        now = place[one.line.topic]
        return Row(
            one.line.topic,
            (
                Cell(str(number), number),
                Cell(self._title(topics[one.line.topic].title)),
                Cell(str(one.line.hours), one.line.hours),
                Cell(why),
                Cell(str(now), now),
            ),
        )

    def _show_people(self) -> None:
        titles = {need.id: self._title(need.title) for need in self._house.needs.choices}
        rows: list[Row] = []
        for one in self._house.needs.people(self._session, self._group):
            answer = one.answer
            wishes = (
                ", ".join(titles[wish] for wish in answer.told.wishes if wish in titles) if answer else ""
            )
            words = f"»{answer.told.words}«" if answer and answer.told.words else ""
            day = format_date(answer.at.astimezone().date()) if answer else _("not yet")
            told = " · ".join(part for part in (wishes, words) if part)
            rows.append(Row(one.person.id, (Cell(one.person.name), Cell(day), Cell(told))))
        self._people.rows.show_rows(rows)
        self._let_grow(self._people, _PEOPLE_HEIGHT)
        self._picked(self._people.chosen)

    def _let_grow(self, table: RowsTable, pixels: int) -> None:
        """Give a table more than its fewest rows: below it the page scrolls."""
        table.setMinimumHeight(min(table.maximumHeight(), table.theme().grown(pixels)))

    def _title(self, text: str) -> str:
        return content_or_source(self._house.pack.id, text)

    def _lay_out(self) -> None:
        self._undo.hide()
        pairs: tuple[tuple[Card, Label, QVBoxLayout], ...] = (
            (self._wishes, self._wishes_title, self._wish_rows),
            (self._obstacles, self._obstacles_title, self._obstacle_rows),
        )
        both = Fold(900)
        both.row.setSpacing(16)
        for card, title, rows in pairs:
            rows.setSpacing(10)
            card.body.addWidget(title)
            card.body.addLayout(rows)
            card.body.addStretch()
            both.row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._told,
            self._small,
            both,
            self._people_title,
            self._people,
            _row_of(self._ask, self._form),
            self._order_title,
            self._order,
            _row_of(self._accept, self._undo, self._print, self._save),
            self._status,
        ):
            column.addWidget(widget)
        column.addStretch()


def _row_of(*widgets: Button | PillMenu) -> QWidget:
    acts = QWidget()
    flow = FlowLayout(12)
    acts.setLayout(flow)
    for widget in widgets:
        set_property(widget, "density", "dense")
        flow.addWidget(widget)
    return acts


def _empty(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
