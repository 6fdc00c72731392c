# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of requests: what learners ask about their own data, and what was answered."""

from sqlalchemy import Column, ForeignKey, Table, Text, select

from korak.centre.requests import Answer, Request, Wanted
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

# Append-only, both.
rights_request = Table(
    "rights_request",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("what", Text, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
)

rights_answer = Table(
    "rights_answer",
    metadata,
    Column("request", Text, ForeignKey("rights_request.id"), primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("done", Flag, nullable=False),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    sqlite_strict=True,
)

TRIGGERS = tuple(
    f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    for table in ("rights_request", "rights_answer")
)


class RequestShelf:
    """Keeps requests and answers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, request: Request) -> None:
        """Keep a request."""
        values = {
            "id": request.id,
            "device": self._store.device,
            "at": request.at,
            "person": request.person,
            "what": request.what.value,
            "text": request.text,
        }
        self._store.write(rights_request.insert(), values)

    def answer(self, answer: Answer, person: str) -> None:
        """Keep an answer; a request has one."""
        values = {
            "request": answer.request,
            "device": self._store.device,
            "at": answer.at,
            "person": person,
            "done": answer.done,
            "note": answer.note,
            "by": answer.by,
        }
        self._store.write(rights_answer.insert(), values)

    def all(self, person: str | None = None) -> tuple[tuple[Request, Answer | None], ...]:
        """Return the requests of a person, or of everybody, the newest first, each with its answer."""
        asked = (
            select(
                rights_request,
                rights_answer.c.at.label("answered_at"),
                rights_answer.c.done,
                rights_answer.c.note,
                rights_answer.c.by,
            )
            .outerjoin_from(rights_request, rights_answer, rights_answer.c.request == rights_request.c.id)
            .order_by(rights_request.c.at.desc(), rights_request.c.id.desc())
        )
        if person is not None:
            asked = asked.where(rights_request.c.person == person)
        return tuple(
            (
                Request(row.id, row.at, row.person, Wanted(row.what), row.text),
                None
                if row.answered_at is None
                else Answer(row.id, row.answered_at, row.done, row.note, row.by),
            )
            for row in self._store.rows(asked)
        )
