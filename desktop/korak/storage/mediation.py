# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of the mediators' log: entries, corrections, learners they may name, topics."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, select
from sqlalchemy.engine import Row

from korak.centre.mediation import Mediated, Mode, Outcome, Proof, Rating, Topic
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

# Append-only: a correction is another row with the same `entry`; the newest one holds.
mediation = Table(
    "mediation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("entry", Text, nullable=False),
    Column("mediator", Text, ForeignKey("person.id"), nullable=False),
    Column("day", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("people", Integer, nullable=False),
    Column("group", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("agreed", Text, nullable=False),
    Column("institution", Integer),
    Column("helped", Integer),
    Column("proof", Text, nullable=False),
    Column("gone", Flag, nullable=False),
    Index(None, "entry"),
    Index(None, "mediator"),
    sqlite_strict=True,
)

# Whom it was about, and what was agreed with them: it goes with the person, the hours stay.
mediation_learner = Table(
    "mediation_learner",
    metadata,
    Column("id", Text, ForeignKey("mediation.id"), primary_key=True),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("agreed", Text, nullable=False),
    Index(None, "person"),
    sqlite_strict=True,
)

mediation_topic = Table(
    "mediation_topic",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("active", Flag, nullable=False),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (
    f"CREATE TRIGGER mediation_stays BEFORE UPDATE ON mediation {_STAYS}",
    f"CREATE TRIGGER mediation_is_kept BEFORE DELETE ON mediation {_STAYS}",
    f"CREATE TRIGGER mediation_learner_stays BEFORE UPDATE ON mediation_learner {_STAYS}",
)


class MediationShelf:
    """Adds entries and corrections, finds them, keeps the topics."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, row_id: str, one: Mediated, at: datetime) -> None:
        """Keep an entry, or a correction of one."""
        values = _fields(one) | {"id": row_id, "device": self._store.device, "at": at}
        self._store.write(mediation.insert(), values)
        if one.learner:
            linked = {"id": row_id, "person": one.learner, "agreed": one.agreed}
            self._store.write(mediation_learner.insert(), linked)

    def versions(self, mediator: str = "", entry: str = "") -> tuple[Mediated, ...]:
        """Return everything that was written, of one mediator or one entry, in the order of writing."""
        linked = mediation_learner.c
        asked = (
            select(mediation, linked.person.label("learner"), linked.agreed.label("agreed_with"))
            .outerjoin_from(mediation, mediation_learner, linked.id == mediation.c.id)
            .order_by(mediation.c.at, mediation.c.id)
        )
        if mediator:
            asked = asked.where(mediation.c.mediator == mediator)
        if entry:
            asked = asked.where(mediation.c.entry == entry)
        return tuple(_mediated(row) for row in self._store.rows(asked))

    def topics(self) -> tuple[Topic, ...]:
        """Return the topics that were added or changed here."""
        found = self._store.rows(select(mediation_topic).order_by(mediation_topic.c.code))
        return tuple(Topic(row.code, row.name, bool(row.active)) for row in found)

    def keep_topics(self, topics: Iterable[Topic], at: datetime) -> None:
        """Keep topics as they are now."""
        for topic in topics:
            self._store.write(mediation_topic.delete().where(mediation_topic.c.code == topic.code))
            values = {"code": topic.code, "name": topic.name, "active": topic.active}
            self._store.write(
                mediation_topic.insert(), values | {"device": self._store.device, "changed_at": at}
            )


def _fields(one: Mediated) -> dict[str, Any]:
    return {
        "entry": one.entry,
        "mediator": one.mediator,
        "day": one.day.isoformat(),
        "minutes": one.minutes,
        "place": one.place,
        "service": one.service,
        "topic": one.topic,
        "languages": " ".join(one.languages),
        "mode": one.mode.value,
        "people": one.people,
        "group": one.group,
        "outcome": one.outcome.value,
        "agreed": "" if one.learner else one.agreed,
        "institution": None if one.institution is None else int(one.institution),
        "helped": None if one.helped is None else int(one.helped),
        "proof": one.proof.value,
        "gone": one.gone,
    }


def _mediated(row: Row[Any]) -> Mediated:
    return Mediated(
        entry=row.entry,
        mediator=row.mediator,
        day=date.fromisoformat(row.day),
        minutes=row.minutes,
        place=row.place,
        topic=row.topic,
        service=row.service,
        languages=tuple(row.languages.split()),
        mode=Mode(row.mode),
        people=row.people,
        group=row.group,
        learner=row.learner or "",
        outcome=Outcome(row.outcome),
        agreed=row.agreed_with or row.agreed,
        institution=None if row.institution is None else Rating(row.institution),
        helped=None if row.helped is None else Rating(row.helped),
        proof=Proof(row.proof),
        gone=bool(row.gone),
        written_at=row.at,
    )
