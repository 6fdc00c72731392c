# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of proposals: what learners propose, their votes, and what they say about lessons."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Table, Text, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from korak.centre.proposals import Comment, Face, Proposal, State, Vote, held
from korak.storage.needs import AS_WRITTEN, KeptCounts
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

proposal = Table(
    "proposal",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("group", Text, ForeignKey("course_group.id"), nullable=False, index=True),
    Column("person", Text, ForeignKey("person.id"), index=True),
    Column("by", Text, ForeignKey("person.id")),
    Column("need", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("released", Flag, nullable=False),
    Column("removed_at", UtcTime),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# Append-only: the last word of a person about a proposal counts.
proposal_vote = Table(
    "proposal_vote",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False, index=True),
    Column("proposal", Text, ForeignKey("proposal.id"), nullable=False, index=True),
    Column("given", Flag, nullable=False),
    sqlite_strict=True,
)

# Append-only.
lesson_comment = Table(
    "lesson_comment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("device", Text, ForeignKey("device.id"), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("lesson", Text, nullable=False),
    Column("face", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index(None, "person", "at"),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = (
    f"CREATE TRIGGER proposal_vote_stays BEFORE UPDATE ON proposal_vote {_STAYS}",
    f"CREATE TRIGGER lesson_comment_stays BEFORE UPDATE ON lesson_comment {_STAYS}",
)

_FIELDS = tuple(field.name for field in dataclasses.fields(Proposal))
_VOTE, _COMMENT = "vote/", "comment/"


class ProposalShelf:
    """Keeps and finds proposals, votes and comments."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counts = KeptCounts(store)

    # ------------------------------------------------------------------ proposals

    def keep(self, one: Proposal, at: datetime) -> None:
        """Keep a proposal as it is now."""
        fields = dataclasses.asdict(one) | {"state": one.state.value, "changed_at": at}
        added = insert(proposal).values(**fields, device=self._store.device)
        self._store.write(added.on_conflict_do_update(index_elements=["id"], set_=fields))

    def one(self, proposal_id: str) -> Proposal | None:
        """Return one proposal."""
        found = self._store.rows(_asked().where(proposal.c.id == proposal_id))
        return _proposal(found[0]) if found else None

    def all(self, groups: Iterable[str]) -> tuple[Proposal, ...]:
        """Return the proposals of groups in order, those taken away, too."""
        asked = _asked().where(proposal.c.group.in_(tuple(groups)))
        return tuple(_proposal(row) for row in self._store.rows(asked.order_by(proposal.c.at, proposal.c.id)))

    # ------------------------------------------------------------------ votes

    def vote(self, one: Vote) -> None:
        """Keep a vote, or that it was taken back."""
        values = dataclasses.asdict(one) | {"device": self._store.device}
        self._store.write(proposal_vote.insert(), values)

    def votes(self, proposals: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return who is for each of these proposals; two records of one person have one vote."""
        same = self._store.same()
        asked = select(proposal_vote).where(proposal_vote.c.proposal.in_(tuple(proposals)))
        found = self._store.rows(asked.order_by(proposal_vote.c.at, AS_WRITTEN))
        return held(_vote(row, same) for row in found)

    def kept_votes(self, groups: Iterable[str]) -> dict[str, int]:
        """Return how many were for each proposal and have been forgotten since."""
        return {key: n for group in groups for key, n in self._counts.of(group, _VOTE).items()}

    # ------------------------------------------------------------------ comments

    def add_comment(self, one: Comment) -> None:
        """Keep what somebody said about a lesson."""
        values = dataclasses.asdict(one) | {"face": one.face.value, "device": self._store.device}
        self._store.write(lesson_comment.insert(), values)

    def comments(self, people: Iterable[str]) -> tuple[Comment, ...]:
        """Return what these people said about lessons, in order."""
        same = self._store.same()
        wanted = set(people)
        wanted |= {other for other, person in same.items() if person in wanted}
        asked = select(lesson_comment).where(lesson_comment.c.person.in_(tuple(wanted)))
        found = self._store.rows(asked.order_by(lesson_comment.c.at, AS_WRITTEN))
        return tuple(_comment(row, same) for row in found)

    def kept_faces(self, group_id: str) -> dict[str, int]:
        """Return the faces of people of a group who were forgotten, by lesson/face."""
        return self._counts.of(group_id, _COMMENT)

    # ------------------------------------------------------------------ who is forgotten

    def let_go(self, person_id: str, at: datetime) -> None:
        """Take somebody's name off what stays, and count what they said; words nobody released go."""
        own = self._store.rows(_asked().where(proposal.c.person == person_id))
        for one in [_proposal(row) for row in own]:
            if one.need or one.released:
                self.keep(dataclasses.replace(one, person=None, by=_other(one.by, person_id)), at)
            else:
                self._store.write(proposal_vote.delete().where(proposal_vote.c.proposal == one.id))
                self._counts.drop(f"{_VOTE}{one.id}")
                self._store.write(proposal.delete().where(proposal.c.id == one.id))
        self._count_votes(person_id, at)
        last = {one.lesson: one for one in self.comments([person_id])}
        subjects = [f"{_COMMENT}{one.lesson}/{one.face}" for one in last.values()]
        for group_id in self._counts.groups_of(person_id):
            self._counts.add(group_id, subjects, at)

    def _count_votes(self, person_id: str, at: datetime) -> None:
        mine = select(proposal_vote.c.proposal).where(proposal_vote.c.person == person_id)
        names = {str(row.proposal) for row in self._store.rows(mine)}
        for name, people in self.votes(names).items():
            one = self.one(name)
            if one is not None and person_id in people:
                self._counts.add(one.group, [f"{_VOTE}{name}"], at)


def _asked() -> Any:
    return select(*(proposal.c[name] for name in _FIELDS))


def _proposal(row: Row[Any]) -> Proposal:
    told: dict[str, Any] = {name: getattr(row, name) for name in _FIELDS}
    told["state"] = State(row.state)
    return Proposal(**told)


def _vote(row: Row[Any], same: Mapping[str, str]) -> Vote:
    return Vote(row.id, row.at, same.get(row.person, str(row.person)), row.proposal, row.given)


def _comment(row: Row[Any], same: Mapping[str, str]) -> Comment:
    person = same.get(row.person, str(row.person))
    return Comment(row.id, row.at, person, row.lesson, Face(row.face), row.words)


def _other(by: str | None, person_id: str) -> str | None:
    return None if by == person_id else by
