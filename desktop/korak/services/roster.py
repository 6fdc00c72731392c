# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of learners: looked at before they are saved, taken back, handed out; doubles put together."""

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from korak.alphabet import plain
from korak.centre.details import NOTHING_KNOWN, Details, Eligible, Level, Sex
from korak.centre.languages import NAMES, slovenian_name
from korak.centre.people import Group, Person, Role, Session
from korak.centre.privacy import Deed
from korak.centre.roster import (
    Column,
    Entry,
    Import,
    Known,
    RowFault,
    doubles,
    match_columns,
    read_details,
    read_row,
)
from korak.centre.same import Pair, likely_same
from korak.centre.tiles import next_picture
from korak.clock import Clock
from korak.exchange.grids import Grid, read_grid
from korak.exchange.rosters import write_roster
from korak.services.access import require, require_any
from korak.services.enrolments import Enrolments
from korak.services.faults import FaultKind, ServiceFault
from korak.services.indicator_table import indicators_of
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.roster import RosterShelf
from korak.storage.store import Store


@dataclass(frozen=True, slots=True)
class Planned:
    """What one row would do: the person it makes or changes, what is known then, and the group joined."""

    entry: Entry
    person: Person
    details: Details
    is_new: bool
    changes: bool
    group: str | None  # id of a group to be joined, or the name of one to be made
    group_name: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What saving a list would do, row by row; with faults nothing is saved."""

    grid: Grid
    columns: Mapping[Column, int]
    planned: tuple[Planned, ...]
    faults: tuple[RowFault, ...]
    new_groups: tuple[str, ...] = ()

    @property
    def new(self) -> int:
        """How many people would be added."""
        return sum(one.is_new for one in self.planned)

    @property
    def changed(self) -> int:
        """How many people would be changed."""
        return sum(one.changes and not one.is_new for one in self.planned)

    @property
    def same(self) -> int:
        """How many people stay as they are."""
        return sum(not one.changes and not one.is_new for one in self.planned)


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did; whoever has done something since is kept."""

    removed: int
    restored: int
    kept: tuple[Person, ...]


class Rosters:
    """Brings lists in and hands them out."""

    def __init__(self, store: Store, clock: Clock, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._shelf = RosterShelf(store)
        self._enrolments = Enrolments(store, clock)
        self._clock = clock

    # ------------------------------------------------------------------ details of one person

    def details(self, session: Session, person_id: str) -> Details:
        """Return what is known about one learner for the funder's counts."""
        require_any(session, (Deed.SEE_RECORD, Deed.CHANGE_PEOPLE), person_id)
        return self._shelf.details([person_id]).get(person_id, NOTHING_KNOWN)

    def all_details(self, session: Session) -> Mapping[str, Details]:
        """Return what is known about everybody, by person."""
        require(session, Deed.REPORT)
        return self._shelf.all_details()

    def set_details(self, session: Session, person_id: str, details: Details) -> None:
        """Keep what a learner told."""
        require(session, Deed.CHANGE_PEOPLE)
        self._learner(person_id)
        with self._store.together():
            self._shelf.set_details(person_id, details, self._clock.now())

    def origins(self, session: Session) -> tuple[tuple[str, str], ...]:
        """Return the groups of nationalities of this centre: (code, name); one in use is never missing."""
        require_any(session, (Deed.SEE_PEOPLE, Deed.CHANGE_PEOPLE))
        return self._origins()

    def _origins(self) -> tuple[tuple[str, str], ...]:
        try:
            listed = {one.code: one.label for one in indicators_of(self._folder).origins}
        except ServiceFault:  # whoever makes the report is told what is wrong with the table
            listed = {}
        gone = sorted(self._shelf.origins() - set(listed))
        return (*listed.items(), *((code, code) for code in gone))

    # ------------------------------------------------------------------ bringing a list

    def read(self, session: Session, path: Path) -> Grid:
        """Read a table; raises ExchangeFault with what is wrong with the file."""
        require(session, Deed.CHANGE_PEOPLE)
        return read_grid(path)

    def preview(
        self,
        session: Session,
        grid: Grid,
        columns: Mapping[Column, int] | None = None,
        *,
        group_id: str | None = None,
        make_groups: bool = False,
    ) -> Preview:
        """Return what saving would do; `group_id` is where people without a group of their own go."""
        require(session, Deed.CHANGE_PEOPLE)
        meant = match_columns(grid.header) if columns is None else dict(columns)
        groups = {group.id: group for group in self._store.groups(active=None)}
        named = {plain(text): group.id for group in groups.values() for text in (group.code, group.name)}
        missing = self._new_groups(grid, meant, named) if make_groups else ()
        known = Known(
            groups=named | {plain(name): name for name in missing},
            languages=_LANGUAGES,
            people=frozenset(person.id for person in self._store.people(Role.LEARNER)),
            today=self._today(),
            group=group_id,
            origins={plain(word): code for code, name in self._origins() for word in (name, code)},
        )
        entries: list[Entry] = []
        faults: list[RowFault] = []
        for row in grid.rows:
            entry, wrong = read_row(row.line, row.cells, meant, known)
            entries.append(entry)
            faults += wrong
        faults += doubles(entries)
        planned = () if faults else self._plan(entries, groups, known)
        return Preview(grid, meant, planned, tuple(sorted(faults, key=_line)), missing)

    def save(self, session: Session, preview: Preview) -> Import:
        """Keep a list: all of it, or nothing. ROSTER_FAULTY while anything is wrong with it."""
        require(session, Deed.CHANGE_PEOPLE)
        if preview.faults:
            raise ServiceFault(FaultKind.ROSTER_FAULTY, {"count": str(len(preview.faults))})
        now = self._clock.now()
        made = Import(new_id(now), now, session.person_id, preview.grid.name)
        with self._store.together():
            ids = {name: self._make_group(name) for name in preview.new_groups}
            touched: dict[str, str | None] = {}
            for one in preview.planned:
                if one.is_new or one.changes:
                    touched[one.person.id] = self._keep(session, one, ids)
            self._shelf.add_import(made, touched)
        return made

    def imports(self, session: Session) -> tuple[Import, ...]:
        """Return the lists that were saved, the newest first."""
        require(session, Deed.CHANGE_PEOPLE)
        return self._shelf.imports()

    def undo(self, session: Session, import_id: str) -> Undone:
        """Take an import back: new people go, unless they did something; the others are as they were."""
        require(session, Deed.CHANGE_PEOPLE)
        found = next((one for one in self._shelf.imports() if one.id == import_id), None)
        if found is None or found.undone_at is not None:
            raise not_found("import", import_id)
        from korak.storage.schema import TABLES  # noqa: PLC0415 - all shelves; needed here alone

        now = self._clock.now()
        people = self._shelf.import_people(import_id)
        removed: list[str] = []
        kept: list[Person] = []
        restored = 0
        with self._store.together():
            for person_id, before in people.items():
                person = self._store.person(person_id)
                if person is None:
                    continue
                if before is not None:
                    self._restore(person, json.loads(before))
                    restored += 1
                elif self._shelf.has_marks(person_id, TABLES):
                    kept.append(person)
                else:
                    removed.append(person_id)
            self._shelf.remove_people(removed)
            self._shelf.undo_import(import_id, now)
        return Undone(len(removed), restored, tuple(kept))

    # ------------------------------------------------------------------ handing a list out

    def export(self, session: Session, path: Path, groups: Iterable[str] | None = None) -> int:
        """Write a list of learners (.csv or .xlsx) that can be brought back unchanged; return how many."""
        require(session, Deed.CHANGE_PEOPLE)
        wanted = None if groups is None else set(groups)
        chosen = [group for group in self._store.groups() if wanted is None or group.id in wanted]
        details = self._shelf.all_details()
        rows = [
            _exported(person, group, details.get(person.id, NOTHING_KNOWN))
            for group in chosen
            for person in self._store.learners(group.id)
        ]
        write_roster(path, rows)
        return len(rows)

    # ------------------------------------------------------------------ two records, one person

    def likely_same(self, session: Session) -> tuple[Pair, ...]:
        """Return pairs of records that may be one person, the likeliest first; a person decides."""
        require(session, Deed.CHANGE_PEOPLE)
        put = self._shelf.same()
        people = [person for person in self._store.people(Role.LEARNER) if person.id not in put]
        groups = {person.id: frozenset(self._store.groups_of(person.id)) for person in people}
        return likely_same(people, self._shelf.all_details(), groups)

    def put_together(self, session: Session, keep: str, other: str) -> None:
        """Read two records as one person's from now on; what each did stays, the other tile goes."""
        require(session, Deed.CHANGE_PEOPLE)
        kept, gone = self._learner(keep), self._learner(other)
        if keep == other:
            raise ServiceFault(FaultKind.SAME_RECORD)
        now = self._clock.now()
        with self._store.together():
            for group in self._store.groups_of(other):
                if group not in self._store.groups_of(keep):
                    self._enrolments.enrol(session, keep, group)
            self._store.end_enrolments(other, now)
            self._store.change_person(dataclasses.replace(gone, active=False), now)
            known = self._shelf.details([keep, other])
            both = _filled(known.get(keep, NOTHING_KNOWN), known.get(other, NOTHING_KNOWN))
            self._shelf.set_details(kept.id, both, now)
            self._shelf.set_same(other, keep, session.person_id, now)

    def put_together_now(self, session: Session) -> tuple[tuple[Person, Person], ...]:
        """Return the records that are read as one, as (the one kept, the other)."""
        require(session, Deed.CHANGE_PEOPLE)
        same = self._shelf.same().items()
        return tuple((self._learner(keep), self._learner(other)) for other, keep in same)

    def part(self, session: Session, other: str) -> None:
        """Two records are two people's after all: the other one has its tile back, without a group."""
        require(session, Deed.CHANGE_PEOPLE)
        with self._store.together():
            self._shelf.part(other)
            self._store.change_person(
                dataclasses.replace(self._learner(other), active=True), self._clock.now()
            )

    # ------------------------------------------------------------------ internal

    def _plan(
        self, entries: Sequence[Entry], groups: Mapping[str, Group], known: Known
    ) -> tuple[Planned, ...]:
        everybody = {person.id: person for person in self._store.people(Role.LEARNER)}
        details = self._shelf.all_details()
        taken = {
            group: [person.picture for person in self._store.learners(group)]
            for group in {entry.group for entry in entries if entry.group in groups}
            if group is not None
        }
        now = self._clock.now()
        planned: list[Planned] = []
        for entry in entries:
            before = everybody.get(entry.code)
            kept = details.get(entry.code, NOTHING_KNOWN)
            told, _faults = read_details(entry.line, entry.details, kept, known)
            if before is None:
                used = taken.setdefault(entry.group or "", [])
                picture = next_picture(used)
                used.append(picture)
                base = Person(new_id(now), Role.LEARNER, entry.name, picture=picture)
            else:
                base = before
            person = dataclasses.replace(
                base,
                name=entry.name,
                alias=base.alias if entry.alias is None else entry.alias,
                language=entry.language or base.language,
            )
            joins = entry.group if before is None else self._joins(before, entry.group)
            changes = person != base or told != kept or joins is not None
            shown = "" if joins is None else groups[joins].name if joins in groups else joins
            planned.append(Planned(entry, person, told, before is None, changes, joins, shown))
        return tuple(planned)

    def _joins(self, person: Person, group: str | None) -> str | None:
        return None if group is None or group in self._store.groups_of(person.id) else group

    def _keep(self, session: Session, one: Planned, made: Mapping[str, str]) -> str | None:
        now = self._clock.now()
        before = None
        if one.is_new:
            self._store.add_person(one.person, now)
        else:
            old = self._learner(one.person.id)
            known = self._shelf.details([old.id]).get(old.id, NOTHING_KNOWN)
            before = json.dumps(
                {"name": old.name, "alias": old.alias, "language": old.language, "joined": one.group}
                | {"details": dataclasses.asdict(known)}
            )
            self._store.change_person(one.person, now)
        if one.details != NOTHING_KNOWN or not one.is_new:
            self._shelf.set_details(one.person.id, one.details, now)
        if one.group is not None:
            enrol = self._enrolments.admit if one.is_new else self._enrolments.enrol
            enrol(session, one.person.id, made.get(one.group, one.group))
        return before

    def _restore(self, person: Person, before: dict[str, Any]) -> None:
        now = self._clock.now()
        was = dataclasses.replace(
            person, name=str(before["name"]), alias=str(before["alias"]), language=str(before["language"])
        )
        self._store.change_person(was, now)
        self._shelf.set_details(person.id, _details_from(before["details"]), now)
        joined = before["joined"]
        if isinstance(joined, str):
            self._shelf.leave(person.id, joined, now)

    def _new_groups(
        self, grid: Grid, columns: Mapping[Column, int], named: Mapping[str, str]
    ) -> tuple[str, ...]:
        place = columns.get(Column.GROUP)
        if place is None:
            return ()
        texts = dict.fromkeys(row.cells[place] for row in grid.rows)
        fresh = {plain(text): text for text in reversed(texts) if text and plain(text) not in named}
        return tuple(reversed(fresh.values()))

    def _make_group(self, name: str) -> str:
        now = self._clock.now()
        group = Group(new_id(now), name, name)
        self._store.add_group(group, now)
        return group.id

    def _learner(self, person_id: str) -> Person:
        person = self._store.person(person_id)
        if person is None or person.role is not Role.LEARNER:
            raise not_found("person", person_id)
        return person

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def _line(fault: RowFault) -> int:
    return fault.line


def _exported(person: Person, group: Group, details: Details) -> dict[Column, str | int]:
    return {
        Column.CODE: person.id,
        Column.NAME: person.name,
        Column.ALIAS: person.alias,
        Column.GROUP: group.name,
        Column.LANGUAGE: slovenian_name(person.language),
        Column.SEX: details.sex.value,
        Column.BIRTH_YEAR: "" if details.birth_year is None else details.birth_year,
        Column.ELIGIBLE: details.eligible.value,
        Column.LEVEL_IN: details.level_in.value,
        Column.LEVEL_OUT: details.level_out.value,
        Column.ORIGIN: details.origin,
    }


def _filled(first: Details, second: Details) -> Details:
    """The first one's details, with the second one's where the first told nothing."""
    told = {
        part.name: getattr(first, part.name) or getattr(second, part.name)
        for part in dataclasses.fields(Details)
    }
    return Details(**told)


def _details_from(kept: Mapping[str, str | int | None]) -> Details:
    year = kept["birth_year"]
    return Details(
        Sex(kept["sex"]),
        None if year is None else int(year),
        Eligible(kept["eligible"]),
        Level(kept["level_in"]),
        Level(kept["level_out"]),
        str(kept.get("origin") or ""),
    )


_LANGUAGES = {plain(word): code for code, names in NAMES.items() for word in (code, *names)}
