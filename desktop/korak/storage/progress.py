# SPDX-License-Identifier: GPL-3.0-or-later
"""What the database can say by itself about how far people are: the first, the best, the latest of each."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Integer, Select, and_, case, func, select, type_coerce

from korak.learning.attempt import EXERCISES, NOT_PASSED, Help
from korak.learning.progress_report import Answered, Ran, Reached, Span
from korak.storage import tables as t
from korak.storage.store import Store

_A = t.attempt.c
_at = type_coerce(_A.at, Integer)
_PASSED = _A.result.not_in(tuple(NOT_PASSED))


class ProgressShelf:
    """Asks for sums; nobody's facts are read one by one. A record put to another counts as that one's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reached(self, people: Iterable[str], pack: str, span: Span) -> tuple[Reached, ...]:
        """Return when each station was passed first, if that was before the end of a time."""
        asked = _select(pack, _A.lesson, _A.station, func.min(_at)).where(_PASSED, _at < span.end)
        grouped = asked.group_by(_A.person, _A.lesson, _A.station)
        return tuple(Reached(*row) for row in self._rows(people, grouped))

    def ran(self, people: Iterable[str], pack: str, span: Span) -> tuple[Ran, ...]:
        """Return the task runs of a time that came to their end, those alike only once."""
        steps = case((_A.help >= Help.SHOWN.value, _A.answer), else_="")
        asked = _select(pack, _A.lesson, _A.station, _A.mode, _A.help, steps)
        ended = asked.where(_A.kind == "task", _PASSED, _within(span)).distinct()
        return tuple(Ran(*row) for row in self._rows(people, ended))

    def answered(self, people: Iterable[str], pack: str, span: Span) -> tuple[Answered, ...]:
        """Return how each exercise was answered last within a time."""
        sure = case((and_(_PASSED, _A.help < Help.HINT.value), 1), else_=0)
        # SQLite takes the other columns from the row of the maximum.
        asked = _select(pack, _A.lesson, _A.station, sure, func.max(_at))
        latest = asked.where(_A.kind.in_(tuple(EXERCISES)), _within(span))
        grouped = latest.group_by(_A.person, _A.lesson, _A.station)
        return tuple(
            Answered(person, lesson, station, bool(is_sure), at)
            for person, lesson, station, is_sure, at in self._rows(people, grouped)
        )

    def _rows(self, people: Iterable[str], asked: Select[Any]) -> list[tuple[Any, ...]]:
        own = set(people)
        same = {other: person for other, person in self._store.same().items() if person in own}
        found = self._store.rows(asked.where(_A.person.in_((*own, *same))))
        return [(same.get(str(row[0]), row[0]), *row[1:]) for row in map(tuple, found)]


def _select(pack: str, *columns: Any) -> Any:
    return select(_A.person, *columns).where(_A.pack == pack)


def _within(span: Span) -> Any:
    return and_(_at >= span.first, _at < span.end)
