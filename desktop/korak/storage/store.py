# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is remembered: every question asked of the database, every fact added to it.

One connection, one lock. A method that writes has written durably when it returns; several writes are made
one by `with store.together():`. Answers are frozen; nothing of SQLAlchemy leaves this room.
"""

import dataclasses
import threading
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import CompoundSelect, Select, Table, and_, func, literal, select, union_all
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.engine import Connection, Row
from sqlalchemy.exc import DBAPIError

from korak.alphabet import by_name
from korak.centre.doors import Guard
from korak.centre.people import Group, Person, Role
from korak.learning.attempt import Attempt
from korak.learning.group_words import WordAnswer
from korak.learning.memory import Row as FactRow
from korak.storage import tables as t
from korak.storage.faults import StorageFault, from_database
from korak.storage.raw import DriverError, RawCursor
from korak.storage.rows import Device, Line, Place, Run, Visit

FaultMaker = Callable[[StorageFault], Exception]


def _as_it_is(fault: StorageFault) -> Exception:
    return fault


class Store:
    """The open database of a centre."""

    def __init__(self, connection: Connection, device: str, told: FaultMaker = _as_it_is) -> None:
        self._connection = connection
        self._told = told
        self._lock = threading.RLock()
        self._depth = 0
        self._shares = str(self._pragma("journal_mode")) == "wal"
        self.device = device
        self.facts_added = 0  # since the store was opened

    def close(self) -> None:
        """Close the file; nothing can be asked after."""
        with self._lock:
            self._connection.close()
            self._connection.engine.dispose()

    @contextmanager
    def together(self) -> Generator[None]:
        """Make all writes inside one: all of them are kept, or none."""
        with self._lock, self._faults():
            if self._depth:
                yield
                return
            self._depth += 1
            try:
                with self._connection.begin():
                    yield
            finally:
                self._depth -= 1

    @contextmanager
    def still(self) -> Generator[None]:
        """Hold writing back while somebody else reads the file, where its journal does not allow both."""
        if self._shares:
            yield
            return
        with self._lock:
            yield

    def size(self) -> int:
        """Return how large the database is, in bytes."""
        with self._lock:
            return int(self._pragma("page_count")) * int(self._pragma("page_size"))

    def revision(self) -> tuple[int, int]:
        """Return what changes whenever anything is written, here or by another process; a fast question."""
        with self.together():
            here = self._connection.exec_driver_sql("SELECT total_changes()").scalar_one()
            there = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            return int(here), int(there)

    def _pragma(self, name: str) -> Any:
        with self._connection.begin():
            return self._connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()

    @contextmanager
    def _faults(self) -> Generator[None]:
        try:
            yield
        except (DBAPIError, DriverError) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            fault = from_database(cause) if cause is not None else None
            if fault is None:
                raise
            raise self._told(fault) from error

    def rows(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        """Return what a question finds (for the shelves of this room: see `storage/schema.py`)."""
        with self.together():
            return self._connection.execute(statement).all()

    def write(self, statement: Any, values: Any = None) -> int:
        """Keep something durably; return how many rows it touched (for the shelves of this room)."""
        with self.together():
            return self._connection.execute(statement, values).rowcount

    # ------------------------------------------------------------------ the centre and its settings

    def devices(self) -> tuple[Device, ...]:
        """Return every device whose facts are here."""
        return tuple(
            Device(row.id, row.name) for row in self.rows(select(t.device).order_by(t.device.c.created_at))
        )

    def setting(self, name: str) -> str | None:
        """Return what was set under a name."""
        found = self.rows(select(t.setting.c.value).where(t.setting.c.name == name))
        return str(found[0].value) if found else None

    def set_setting(self, name: str, value: str, at: datetime) -> None:
        """Set something for this data folder."""
        values = {"name": name, "value": value, "changed_at": at}
        self.write(_upsert(t.setting, values, "name"))

    def centre_id(self) -> str:
        """Return the id of the centre whose folder this is."""
        return str(self.rows(select(t.centre.c.id).order_by(t.centre.c.created_at).limit(1))[0].id)

    def centre_name(self) -> str:
        """Return what the centre calls itself."""
        return str(self.rows(select(t.centre.c.name).where(t.centre.c.id == self.centre_id()))[0].name)

    def rename_centre(self, name: str) -> None:
        """Give the centre another name."""
        self.write(t.centre.update().where(t.centre.c.id == self.centre_id()).values(name=name))

    # ------------------------------------------------------------------ people and groups

    def groups(self, *, active: bool | None = True) -> tuple[Group, ...]:
        """Return the groups, by name (None: also those put away)."""
        asked = select(t.course_group).order_by(t.course_group.c.id)
        if active is not None:
            asked = asked.where(t.course_group.c.active == active)
        found = (Group(row.id, row.code, row.name, row.active) for row in self.rows(asked))
        return tuple(sorted(found, key=by_name))

    def add_group(self, group: Group, at: datetime) -> None:
        """Keep a new group."""
        self.write(
            t.course_group.insert(),
            _fields(group)
            | {"centre": self.centre_id(), "device": self.device, "created_at": at, "changed_at": at},
        )

    def change_group(self, group: Group, at: datetime) -> bool:
        """Keep what changed in a group; False if there is no such group."""
        changed = t.course_group.update().where(t.course_group.c.id == group.id)
        return self.write(changed.values(**_fields(group), changed_at=at)) == 1

    def learners(self, group_id: str, *, active: bool | None = True) -> tuple[Person, ...]:
        """Return who is enrolled in a group now, by name."""
        enrolled = and_(
            t.enrolment.c.person == t.person.c.id,
            t.enrolment.c.group == group_id,
            t.enrolment.c.ended_at.is_(None),
        )
        asked = _PEOPLE.join_from(t.person, t.enrolment, enrolled).where(
            t.person.c.role == Role.LEARNER.value
        )
        if active is not None:
            asked = asked.where(t.person.c.active == active)
        return self._people(asked)

    def people(self, role: Role) -> tuple[Person, ...]:
        """Return everybody of a role, by name."""
        return self._people(_PEOPLE.where(t.person.c.role == role.value))

    def people_of(self, ids: Select[Any]) -> tuple[Person, ...]:
        """Return the people a question names (for the shelves of this room), by name."""
        return self._people(_PEOPLE.where(t.person.c.id.in_(ids)))

    def _people(self, asked: Select[Any]) -> tuple[Person, ...]:
        found = (_person(row) for row in self.rows(asked.order_by(t.person.c.id)))
        return tuple(sorted(found, key=by_name))

    def person(self, person_id: str) -> Person | None:
        """Return one person."""
        found = self.rows(_PEOPLE.where(t.person.c.id == person_id))
        return _person(found[0]) if found else None

    def add_person(self, person: Person, at: datetime) -> None:
        """Keep a new person."""
        self.write(
            t.person.insert(),
            _person_fields(person)
            | {"centre": self.centre_id(), "device": self.device, "created_at": at, "changed_at": at},
        )

    def change_person(self, person: Person, at: datetime) -> bool:
        """Keep what changed in a person; False if there is no such person."""
        changed = t.person.update().where(t.person.c.id == person.id)
        return self.write(changed.values(**_person_fields(person), changed_at=at)) == 1

    def groups_of(self, person_id: str) -> tuple[str, ...]:
        """Return the ids of the groups somebody is enrolled in now."""
        asked = select(t.enrolment.c.group).where(
            t.enrolment.c.person == person_id, t.enrolment.c.ended_at.is_(None)
        )
        return tuple(str(row.group) for row in self.rows(asked.order_by(t.enrolment.c.started_at)))

    def enrol(self, enrolment_id: str, person_id: str, group_id: str, at: datetime) -> None:
        """Put somebody into a group."""
        self.write(
            t.enrolment.insert(),
            {
                "id": enrolment_id,
                "person": person_id,
                "group": group_id,
                "device": self.device,
                "started_at": at,
            },
        )

    def end_enrolments(self, person_id: str, at: datetime) -> None:
        """Take somebody out of every group."""
        ended = t.enrolment.update().where(
            t.enrolment.c.person == person_id, t.enrolment.c.ended_at.is_(None)
        )
        self.write(ended.values(ended_at=at))

    # ------------------------------------------------------------------ doors

    def secret(self, person_id: str) -> str | None:
        """Return the hash of somebody's PIN or passphrase."""
        found = self.rows(select(t.secret.c.hash).where(t.secret.c.person == person_id))
        return str(found[0].hash) if found else None

    def set_secret(self, person_id: str, hashed: str, at: datetime) -> None:
        """Keep the hash of a PIN or passphrase; the guard at that door forgets earlier failures."""
        with self.together():
            self.write(_upsert(t.secret, {"person": person_id, "hash": hashed, "changed_at": at}, "person"))
            self.set_guard(person_id, Guard())

    def forget_secret(self, person_id: str) -> None:
        """Take a PIN away, so that its owner chooses a new one."""
        with self.together():
            self.write(t.secret.delete().where(t.secret.c.person == person_id))
            self.set_guard(person_id, Guard())

    def guard(self, person_id: str) -> Guard:
        """Return how the last tries at somebody's door went."""
        found = self.rows(select(t.guard).where(t.guard.c.person == person_id))
        return Guard(found[0].failed, found[0].shut_until) if found else Guard()

    def set_guard(self, person_id: str, guard: Guard) -> None:
        """Keep how the last tries at somebody's door went."""
        if guard == Guard():
            self.write(t.guard.delete().where(t.guard.c.person == person_id))
            return
        values = {"person": person_id, "failed": guard.failed, "shut_until": guard.shut_until}
        self.write(_upsert(t.guard, values, "person"))

    def add_visit(self, visit: Visit) -> None:
        """Note that somebody was let in or left."""
        self.write(t.visit.insert(), _fields(visit))

    def visits(self, people: Iterable[str], since: datetime) -> tuple[Visit, ...]:
        """Return who came and went since a moment, in order."""
        asked = select(t.visit).where(t.visit.c.person.in_(tuple(people)), t.visit.c.at >= since)
        return tuple(Visit(*row) for row in self.rows(asked.order_by(t.visit.c.at, t.visit.c.id)))

    # ------------------------------------------------------------------ what was learned

    def add_attempt(self, attempt: Attempt) -> None:
        """Keep one fact."""
        self.write(_ADD_ATTEMPT, _fields(attempt))
        self.facts_added += 1

    def attempts(self, person_id: str, lesson: str | None = None) -> tuple[Attempt, ...]:
        """Return what somebody did, in order."""
        asked = _ATTEMPTS.where(t.attempt.c.person.in_(_records_of(person_id)))
        if lesson is not None:
            asked = asked.where(t.attempt.c.lesson == lesson)
        return tuple(_attempt(row) for row in self.rows(asked))

    def same(self) -> dict[str, str]:
        """Return which records were put to another one, by the record whose tile is gone."""
        return {str(row.other): str(row.person) for row in self.rows(select(t.same_person))}

    def _with_others(self, people: Iterable[str]) -> tuple[tuple[str, ...], Mapping[str, str]]:
        """Return people with the records put to theirs, and whose those are."""
        asked = set(people)
        same = {other: person for other, person in self.same().items() if person in asked}
        return (*asked, *same), same

    def attempts_since(self, people: Iterable[str], since: datetime) -> tuple[Attempt, ...]:
        """Return what several people did since a moment, in order."""
        everybody, same = self._with_others(people)
        asked = _ATTEMPTS.where(t.attempt.c.person.in_(everybody), t.attempt.c.at >= since)
        return tuple(_attempt_of(row, same) for row in self.rows(asked))

    def word_facts(self, person_id: str, after: int = 0) -> tuple[int, Sequence[FactRow]]:
        """Return what somebody did with words, in order of time, and the number of the last row there is.

        `after` is such a number: only rows that were added later are returned. No other column is read, no
        type is converted and no row is wrapped: twenty thousand facts come in some 35 ms. What happened at
        the same moment comes in any order (`learning.memory.in_order`).
        """
        asked = (
            "SELECT at, id, lesson, station, kind, result, score, help, seconds FROM attempt "  # noqa: S608
            f"WHERE person IN ({_RECORDS_OF}) AND rowid > ? AND rowid <= ? AND {_WITH_WORDS} ORDER BY at"
        )
        with self.together():
            newest = "SELECT coalesce(max(rowid), 0) FROM attempt"
            last = int(self._connection.exec_driver_sql(newest).scalar_one())
            if last == after:
                return last, ()
            found = self._connection.exec_driver_sql(asked, (person_id, person_id, after, last))
            return last, cast("list[FactRow]", cast(RawCursor, found.cursor).fetchall())

    def word_fact_count(self, person_id: str) -> int:
        """Return how many such facts there are."""
        asked = f"SELECT count(*) FROM attempt WHERE person IN ({_RECORDS_OF}) AND {_WITH_WORDS}"  # noqa: S608
        with self.together():
            return int(self._connection.exec_driver_sql(asked, (person_id, person_id)).scalar_one())

    def word_answers(self, people: Iterable[str], since: datetime) -> tuple[WordAnswer, ...]:
        """Return what several people answered to exercises since a moment, in order."""
        a = t.attempt.c
        told = [a.person, a.lesson, a.station, a.kind, a.result, a.simple_answer]
        unjudged = ("task", "read", "words", "my_step", "hands", "helped")
        everybody, same = self._with_others(people)
        asked = select(*told).where(a.person.in_(everybody), a.at >= since, a.kind.not_in(unjudged))
        answers = [WordAnswer(*row) for row in self.rows(asked.order_by(a.at, a.id))]
        return tuple(one._replace(person=same.get(one.person, one.person)) for one in answers)

    def passed_stations(self, people: Iterable[str], failed: Iterable[str]) -> Iterable[tuple[str, str, str]]:
        """Return person, lesson and station wherever somebody had a result other than these."""
        a = t.attempt.c
        told = [a.person, a.lesson, a.station]
        asked = select(*told).where(a.person.in_(tuple(people)), a.result.not_in(tuple(failed)))
        return [tuple(row) for row in self.rows(asked.distinct())]

    def passed_in(self, person_id: str, lesson: str, failed: Iterable[str]) -> frozenset[str]:
        """Return the stations of a lesson where somebody had a result other than these."""
        a = t.attempt.c
        asked = select(a.station).where(
            a.person.in_(_records_of(person_id)), a.lesson == lesson, a.result.not_in(tuple(failed))
        )
        return frozenset(str(row.station) for row in self.rows(asked.distinct()))

    def attempt_count(self) -> int:
        """Return how many facts there are."""
        return int(self.rows(select(func.count()).select_from(t.attempt))[0][0])

    def set_place(self, place: Place) -> None:
        """Remember where somebody is in a lesson."""
        self.write(_upsert(t.place, _fields(place), "person", "lesson"))

    def places(self, people: Iterable[str]) -> tuple[Place, ...]:
        """Return where people stopped in each lesson, the latest last."""
        asked = (
            select(t.place)
            .where(t.place.c.person.in_(tuple(people)))
            .order_by(t.place.c.at, t.place.c.lesson)
        )
        return tuple(Place(*row) for row in self.rows(asked))

    # ------------------------------------------------------------------ task runs

    def add_run(self, run: Run) -> None:
        """Keep the beginning of a task run."""
        self.write(t.task_run.insert(), _fields(run))

    def add_line(self, line: Line) -> None:
        """Keep one line of a task run's log."""
        self.write(_ADD_LINE, _fields(line))
        self.facts_added += 1

    def run(self, run_id: str) -> Run | None:
        """Return one task run."""
        found = self.rows(select(t.task_run).where(t.task_run.c.id == run_id))
        return Run(*found[0]) if found else None

    def lines(self, run_id: str) -> tuple[Line, ...]:
        """Return the log of a task run, in order."""
        asked = select(t.task_log).where(t.task_log.c.run == run_id).order_by(t.task_log.c.number)
        return tuple(Line(*row) for row in self.rows(asked))

    def open_run(self, person_id: str, lesson: str, station: str) -> Run | None:
        """Return the task run at a station that was begun last, if it has not ended."""
        asked = (
            select(t.task_run)
            .where(
                t.task_run.c.person == person_id,
                t.task_run.c.lesson == lesson,
                t.task_run.c.station == station,
            )
            .order_by(t.task_run.c.started_at.desc(), t.task_run.c.id.desc())
            .limit(1)
        )
        found = self.rows(asked)
        return Run(*found[0]) if found and not self.run_ended(found[0].id) else None

    def run_ended(self, run_id: str) -> bool:
        """Tell whether the log of a task run has its last line."""
        asked = select(t.task_log.c.number).where(t.task_log.c.run == run_id, t.task_log.c.kind == FINISHED)
        return bool(self.rows(asked.limit(1)))

    def lines_since(self, people: Iterable[str], since: datetime) -> tuple[tuple[Run, Line], ...]:
        """Return the log lines of several people since a moment, each with its run, in order."""
        asked = (
            select(t.task_run, t.task_log)
            .join_from(t.task_run, t.task_log, t.task_log.c.run == t.task_run.c.id)
            .where(t.task_run.c.person.in_(tuple(people)), t.task_log.c.at >= since)
            .order_by(t.task_log.c.at, t.task_log.c.number)
        )
        width = len(t.task_run.c)
        return tuple((Run(*row[:width]), Line(*row[width:])) for row in self.rows(asked))

    # ------------------------------------------------------------------ the beginning, and many rows at once

    def begin(self, device: Device, centre_id: str, centre: str, at: datetime) -> None:
        """Write the first rows of a new centre."""
        with self.together():
            self.write(t.device.insert(), _fields(device) | {"created_at": at})
            self.write(t.centre.insert(), {"id": centre_id, "name": centre, "created_at": at})
            self.set_setting(DEVICE, device.id, at)

    def add_attempts(self, attempts: Iterable[Attempt]) -> None:
        """Keep many facts at once; those already here stay as they are."""
        rows = [_fields(attempt) for attempt in attempts]
        if rows:
            self.write(_ADD_ATTEMPT.on_conflict_do_nothing(), rows)

    def add_visits(self, visits: Iterable[Visit]) -> None:
        """Note many visits at once."""
        rows = [_fields(visit) for visit in visits]
        if rows:
            self.write(t.visit.insert(), rows)


FINISHED = "finish"  # the kind of a log's last line
DEVICE = "device"  # the setting that names this folder's own device

# A person's own record and those that were put to it.
_RECORDS_OF = "SELECT ? UNION ALL SELECT other FROM same_person WHERE person = ?"
_WITH_WORDS = "kind NOT IN ('task', 'read', 'my_step', 'hands', 'helped')"
_ADD_ATTEMPT = insert(t.attempt)
_ADD_LINE = insert(t.task_log)
_ATTEMPTS = select(t.attempt).order_by(t.attempt.c.at, t.attempt.c.id)
_PEOPLE = select(t.person, t.secret.c.hash.is_not(None).label("pin_set")).outerjoin_from(
    t.person, t.secret, t.secret.c.person == t.person.c.id
)


def _fields(value: object) -> dict[str, Any]:
    return {name: getattr(value, name) for name in _names(type(value))}


@lru_cache(maxsize=32)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _records_of(person_id: str) -> CompoundSelect[Any]:
    others = select(t.same_person.c.other).where(t.same_person.c.person == person_id)
    return union_all(select(literal(person_id)), others)


def _attempt_of(row: Row[Any], same: Mapping[str, str]) -> Attempt:
    """A fact; one of a record that was put to another is that one's."""
    fact = _attempt(row)
    return dataclasses.replace(fact, person=same[fact.person]) if fact.person in same else fact


def _person_fields(person: Person) -> dict[str, Any]:
    fields = _fields(person) | {"role": person.role.value}
    del fields["pin_set"]
    return fields


def _person(row: Row[Any]) -> Person:
    return Person(
        row.id, Role(row.role), row.name, row.alias, row.picture, row.language, bool(row.pin_set), row.active
    )


def _attempt(row: Row[Any]) -> Attempt:
    return Attempt(**dict(zip(_names(Attempt), row, strict=True)))


def _upsert(table: Table, values: Mapping[str, Any], *key: str) -> Insert:
    changed = {name: value for name, value in values.items() if name not in key}
    return insert(table).values(**values).on_conflict_do_update(index_elements=key, set_=changed)
