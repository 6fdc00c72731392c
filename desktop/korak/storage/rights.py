# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of rights: everything kept about one person, what they agreed to, and what was erased when."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData, Select, Table, Text, func, select
from sqlalchemy.engine import Row

from korak.centre.retention import Consent, Purpose, Scope, Trace, Use
from korak.storage import tables as t
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata, to_moment

agreement = Table(
    "agreement",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    Column("given", Flag, nullable=False),
    Column("until", Text),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    sqlite_strict=True,
)

# What exactly an answer speaks of. It outlives the story: a "no" about one story must never turn into a
# "no" about all of them.
agreement_scope = Table(
    "agreement_scope",
    metadata,
    Column("id", Text, ForeignKey("agreement.id"), primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("story", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("uses", Text, nullable=False),
    sqlite_strict=True,
)

# That something was erased, so that a merge with another machine cannot bring it back unseen.
erasure = Table(
    "erasure",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("by", Text, nullable=False),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (
    f"CREATE TRIGGER agreement_stays BEFORE UPDATE ON agreement {_STAYS}",
    f"CREATE TRIGGER agreement_scope_stays BEFORE UPDATE ON agreement_scope {_STAYS}",
    f"CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure {_STAYS}",
    f"CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure {_STAYS}",
)

# What a funder may count and see for years; it holds codes, minutes and days, no names.
DOCUMENTS = frozenset(
    {
        "attendance",
        "certificate",
        "enrolment",
        "enrolment_change",
        "person_details",
        "person_origin",
        "same_person",
    }
)
# What cannot be changed by anybody: it names people by their ids alone.
_KEPT = frozenset({"audit", "erasure", "frozen_report"})
# Scores outlive the raw logs they were made from.
SCORES = frozenset(
    {"sitting", "sitting_answer", "sitting_note", "agreed_mark", "accommodation", "allocation", "consent"}
)
# Tables that name nobody, but belong to a run or a sitting of somebody: by which column, to which table.
_OWNERS = {
    "task_log": ("run", "task_run"),
    "sitting_log": ("run", "sitting_run"),
    "sitting_run": ("sitting", "sitting"),
    "sitting_answer": ("sitting", "sitting"),
    "sitting_note": ("sitting", "sitting"),
    "agreed_mark": ("sitting", "sitting"),
    "accommodation": ("sitting", "sitting"),
}
# What opens doors or names somebody goes with the person, not with the learning data.
_PERSONAL = frozenset(
    {"secret", "guard", "learner_code", "agreement", "agreement_scope", "roster_import_person", "person"}
)
# A story goes by what was agreed to about it (`services/rights.py`), not by the clock of learning data alone.
STORIES = frozenset({"story", "story_correction", "story_photo", "story_version"})


class RightsShelf:
    """Finds and erases everything about one person."""

    def __init__(self, store: Store, whole: MetaData) -> None:
        """`whole` is the whole schema (`storage/schema.py`): every table may speak of somebody."""
        self._store = store
        self._tables = whole.sorted_tables

    def everything(self, person_id: str) -> dict[str, list[dict[str, Any]]]:
        """Return every row about somebody by table, secrets left out."""
        found: dict[str, list[dict[str, Any]]] = {}
        for table in self._tables:
            asked = _of(table, person_id)
            if table.name in ("secret", "guard") or asked is None:
                continue
            names = [column.name for column in table.c]
            rows = [dict(zip(names, row, strict=True)) for row in self._store.rows(asked)]
            if rows:
                found[table.name] = rows
        return found

    def erase(self, person_id: str, spare: frozenset[str]) -> None:
        """Take away every row about somebody but those of the tables to be spared."""
        for table in reversed(self._tables):
            if table.name in spare or table.name in _KEPT or table.name == "person":
                continue
            asked = _of(table, person_id)
            if asked is not None:
                keys = list(table.primary_key.columns)
                for row in self._store.rows(asked.with_only_columns(*keys)):
                    same = (column == value for column, value in zip(keys, row, strict=True))
                    self._store.write(table.delete().where(*same))

        # What somebody wished for is kept as a setting of their own: "reads_aloud/<id>".
        own = t.setting.c.name.endswith(f"/{person_id}", autoescape=True)
        self._store.write(t.setting.delete().where(own))

    def erase_learning(self, person_id: str) -> None:
        """Take away answers, logs and sign-ins; scores, documents, stories and the person stay."""
        self.erase(person_id, DOCUMENTS | SCORES | STORIES | _PERSONAL)

    def note_erasure(self, identity: str, person_id: str, what: str, by: str, at: datetime) -> None:
        """Keep that something was erased."""
        values = {"id": identity, "device": self._store.device, "at": at, "person": person_id, "what": what}
        self._store.write(erasure.insert(), values | {"by": by})

    def erasures(self) -> tuple[tuple[datetime, str, str], ...]:
        """Return what was erased: when, whose (an id), what; the newest first."""
        rows = self._store.rows(select(erasure).order_by(erasure.c.at.desc(), erasure.c.id.desc()))
        return tuple((row.at, row.person, row.what) for row in rows)

    # ------------------------------------------------------------------ what people agreed to

    def add_consent(self, consent: Consent, by: str) -> None:
        """Keep an answer."""
        values = {
            "id": consent.id,
            "device": self._store.device,
            "at": consent.at,
            "person": consent.person,
            "purpose": consent.purpose.value,
            "given": consent.given,
            "until": None if consent.until is None else consent.until.isoformat(),
            "note": consent.note,
            "by": by,
        }
        with self._store.together():
            self._store.write(agreement.insert(), values)
            if consent.scope is not None:
                self._store.write(agreement_scope.insert(), _scope_fields(consent, consent.scope))

    def consents(self, person_id: str | None = None) -> tuple[Consent, ...]:
        """Return the answers of one person, or of everybody, in order."""
        s = agreement_scope.c
        asked = (
            select(agreement, s.story, s.version, s.uses)
            .outerjoin_from(agreement, agreement_scope, s.id == agreement.c.id)
            .order_by(agreement.c.at, agreement.c.id)
        )
        if person_id is not None:
            asked = asked.where(agreement.c.person == person_id)
        return tuple(_consent(row) for row in self._store.rows(asked))

    # ------------------------------------------------------------------ whose time is over

    def traces(self) -> tuple[Trace, ...]:
        """Return the last days of every learner."""
        people = select(t.person.c.id).where(t.person.c.role == "learner")
        everybody = [str(row.id) for row in self._store.rows(people)]
        # One look into the index for each person: a large centre has millions of facts, but few people.
        learned: dict[str, date] = {}
        for table, moment in ((t.attempt, t.attempt.c.at), (t.task_run, t.task_run.c.started_at)):
            last = select(func.max(moment)).where(table.c.person == t.person.c.id).scalar_subquery()
            asked: Select[Any] = select(t.person.c.id, last.label("last")).where(t.person.c.role == "learner")  # pyright: ignore[reportAssignmentType]
            for row in self._store.rows(asked):
                if row.last is not None:
                    day = _day(row.last)
                    learned[row.id] = max(learned.get(row.id, day), day)
        here = t.enrolment.c
        enrolled = self._store.rows(select(t.enrolment).where(here.ended_at.is_(None)))
        open_now = {str(row.person) for row in enrolled}
        ended: Select[Any] = select(here.person, func.max(here.ended_at).label("last"))  # pyright: ignore[reportAssignmentType]
        ended = ended.group_by(here.person)
        left = {str(row.person): _day(row.last) for row in self._store.rows(ended) if row.last is not None}
        return tuple(Trace(one, learned.get(one), left.get(one), one in open_now) for one in everybody)

    def drop_person(self, person_id: str) -> None:
        """Take away the person's own row; nothing may speak of it any more."""
        self._store.write(t.person.delete().where(t.person.c.id == person_id))


def _scope_fields(consent: Consent, scope: Scope) -> dict[str, Any]:
    return {
        "id": consent.id,
        "person": consent.person,
        "story": scope.story,
        "version": scope.version,
        "uses": " ".join(sorted(scope.uses)),
    }


def _consent(row: Row[Any]) -> Consent:
    scope = None
    if row.story is not None:
        scope = Scope(row.story, row.version, frozenset(Use(use) for use in row.uses.split()))
    until = None if row.until is None else date.fromisoformat(row.until)
    purpose = Purpose(row.purpose)
    return Consent(row.id, row.at, row.person, purpose, bool(row.given), until, row.note, scope)


def _of(table: Table, person_id: str) -> Select[Any] | None:
    """Everything in a table that is about somebody: named there, or part of a run or sitting of theirs."""
    columns = table.c
    if table.name == "person":
        return select(table).where(columns.id == person_id)
    if "person" in columns:
        mine = columns.person == person_id
        return select(table).where(mine | (columns.other == person_id) if "other" in columns else mine)
    owner = _OWNERS.get(table.name)
    if owner is None:
        return None
    name, other = owner
    inner = _of(metadata.tables[other], person_id)
    if inner is None:
        return None
    return select(table).where(columns[name].in_(inner.with_only_columns(metadata.tables[other].c.id)))


def _day(moment: datetime | int) -> date:
    return (to_moment(moment) if isinstance(moment, int) else moment).astimezone().date()
