# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is where today, as rows of a table: person, lesson, step, since when, state in words."""

from collections.abc import Sequence

from korak.centre.today import Whereabouts
from korak.i18n import _, ngettext
from korak.services.trainer import WhereRow
from korak.ui.rows_model import Cell, Row
from korak.ui.stage_words import stage_name

_CHIPS = {
    Whereabouts.NEEDS_HELP: "help",
    Whereabouts.WORKING: "works",
    Whereabouts.IDLE: "idle",
    Whereabouts.DONE: "done",
    Whereabouts.ABSENT: "absent",
}
_URGENCY = tuple(_CHIPS)
_LAST = 1e9


def titles() -> tuple[str, ...]:
    """The names of the columns."""
    return (_("Person"), _("Works on"), _("Step"), _("Since"), _("State"))


def where_rows(rows: Sequence[WhereRow]) -> list[Row]:
    """A row for every learner."""
    return [Row(row.person.id, _cells(row)) for row in rows]


def _cells(row: WhereRow) -> tuple[Cell, ...]:
    minutes = _LAST if row.minutes is None else row.minutes
    return (
        Cell(row.person.shown_name, picture=row.person.picture),
        Cell(row.lesson.title if row.lesson is not None else "–"),
        Cell(_step(row)),
        Cell(_since(row), minutes),
        Cell(_state(row), _URGENCY.index(row.state), _CHIPS[row.state]),
    )


def _step(row: WhereRow) -> str:
    if row.station is None:
        return ""
    name = stage_name(row.station.stage)
    if not row.errors:
        return name
    mistakes = ngettext("{n} mistake", "{n} mistakes", row.errors).format(n=row.errors)
    return f"{name} · {mistakes}"


def _since(row: WhereRow) -> str:
    if row.minutes is None:
        return ""
    if row.minutes == 0:
        return _("now")
    if row.minutes < 120:
        return _("{n} min").format(n=row.minutes)
    return _("{n} h").format(n=row.minutes // 60)


def _state(row: WhereRow) -> str:
    if row.asked is not None:
        return _("asks for help · {n} min").format(n=row.asked)
    if row.state is Whereabouts.NEEDS_HELP and row.stuck:
        return _("long at one step")
    return {
        Whereabouts.NEEDS_HELP: _("needs help"),
        Whereabouts.WORKING: _("works"),
        Whereabouts.IDLE: _("rests"),
        Whereabouts.DONE: _("finished"),
        Whereabouts.ABSENT: _("not here"),
    }[row.state]
