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
    Whereabouts.WAITING: "idle",
    Whereabouts.IDLE: "idle",
    Whereabouts.WORKING: "works",
    Whereabouts.SITTING: "works",
    Whereabouts.DONE: "done",
    Whereabouts.ABSENT: "absent",
}
_URGENCY = tuple(_CHIPS)
_LAST = 1e9


def titles(rows: Sequence[WhereRow]) -> tuple[str, ...]:
    """The names of the columns; where is only said when somebody is at another computer."""
    columns = (_("Person"), _("Works on"), _("Step"), _("Since"), _("State"))
    return (*columns, _("Other computer")) if _elsewhere(rows) else columns


def where_rows(rows: Sequence[WhereRow]) -> list[Row]:
    """A row for every learner, whoever needs help first."""
    computers = _elsewhere(rows)
    return [Row(row.person.id, _cells(row, computers=computers)) for row in sorted(rows, key=_need)]


def _need(row: WhereRow) -> tuple[int, int]:
    """Whoever needs help comes first, whoever waits longest for it before all; else the order stays."""
    urgent = row.state in (Whereabouts.NEEDS_HELP, Whereabouts.WAITING, Whereabouts.IDLE)
    waits = row.asked if row.asked is not None else -1
    return _URGENCY.index(row.state), -(waits * 10_000 + (row.minutes or 0) if urgent else 0)


def _elsewhere(rows: Sequence[WhereRow]) -> bool:
    return any(row.computer for row in rows)


def _cells(row: WhereRow, *, computers: bool) -> tuple[Cell, ...]:
    minutes = _LAST if row.minutes is None else row.minutes
    cells = (
        Cell(_who(row), picture=row.person.picture),
        Cell(_works_on(row)),
        Cell(_step(row)),
        Cell(_since(row), minutes),
        Cell(_state(row), _URGENCY.index(row.state), _CHIPS[row.state]),
    )
    return (*cells, Cell(_computer(row))) if computers else cells


def _who(row: WhereRow) -> str:
    name = row.person.shown_name
    if row.partner is not None:
        return f"{name} + {row.partner.shown_name}"
    if row.wished is not None:
        return f"{name} · {_('pair: {name}').format(name=row.wished.shown_name)}"
    return name


def _works_on(row: WhereRow) -> str:
    if row.state is Whereabouts.SITTING:
        return _("Assessment")
    return row.lesson.title if row.lesson is not None else "–"


def _computer(row: WhereRow) -> str:
    if row.heard is None:
        return ""
    clock = row.heard.astimezone()
    return _("{computer}, heard at {time}").format(
        computer=row.computer, time=f"{clock.hour}.{clock.minute:02d}"
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
        Whereabouts.WAITING: _("has not begun"),
        Whereabouts.SITTING: _("in the assessment"),
        Whereabouts.WORKING: _("works"),
        Whereabouts.IDLE: _("rests"),
        Whereabouts.DONE: _("finished"),
        Whereabouts.ABSENT: _("not here"),
    }[row.state]
