# SPDX-License-Identifier: GPL-3.0-or-later
"""The course is made together: learners propose, vote and comment on lessons; trainers answer them."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.centre.proposals import (
    LONGEST,
    LONGEST_COMMENT,
    LONGEST_WHY,
    Comment,
    Face,
    LessonVoice,
    Proposal,
    Standing,
    State,
    Vote,
    for_outside,
    standings,
    voices,
)
from korak.clock import Clock
from korak.content.pack import Pack
from korak.content.plan import Need
from korak.exchange.faults import ExchangeFault
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.needs import KeptCounts
from korak.storage.proposals import ProposalShelf
from korak.storage.store import Store


class Proposals:
    """What learners want changed; who voted for what is told to nobody."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._shelf = ProposalShelf(store)
        self._counts = KeptCounts(store)

    @property
    def choices(self) -> tuple[Need, ...]:
        """What can be proposed by a picture."""
        return self._pack.needs

    def title(self, proposal: Proposal) -> str:
        """Return a proposal in words, as its author wrote them (Slovenian where it was a picture)."""
        if proposal.words:
            return proposal.words
        found = next((need for need in self.choices if need.id == proposal.need), None)
        return proposal.need if found is None else found.title

    # ------------------------------------------------------------------ learners

    def board(self, session: Session, person_id: str) -> tuple[Standing, ...]:
        """Return the proposals of somebody's groups, the most wanted first, with their own votes."""
        require(session, Deed.COLLECT, person_id)
        return self._standings(self._store.groups_of(person_id), person_id)

    def propose(
        self, session: Session, person_id: str, group_id: str = "", *, need: str = "", words: str = ""
    ) -> Proposal:
        """Keep a proposal and its author's vote for it; the same picture twice is one proposal.

        `group_id` is one of the person's groups; without it, the first of them.
        """
        require(session, Deed.COLLECT, person_id)
        groups = self._store.groups_of(person_id)
        if not groups or (group_id and group_id not in groups):
            raise ServiceFault(FaultKind.NOT_IN_GROUP)
        group = group_id or groups[0]
        plain = " ".join(words.split())[:LONGEST]
        if not plain and need not in {one.id for one in self.choices}:
            raise ServiceFault(FaultKind.TEXT_MISSING)
        found = self._same(group, need, plain)
        now = self._clock.now()
        with self._store.together():
            if found is None:
                own_need = "" if plain else need
                found = Proposal(new_id(now), now, group, person_id, session.person_id, own_need, plain)
                self._shelf.keep(found, now)
            self._vote(person_id, found.id, given=True)
        return found

    def vote(self, session: Session, person_id: str, proposal_id: str, *, given: bool) -> None:
        """Vote for a proposal of an own group, or take the vote back; one person has one vote."""
        require(session, Deed.COLLECT, person_id)
        found = self._found(proposal_id)
        if found.group not in self._store.groups_of(person_id):
            raise ServiceFault(FaultKind.NOT_IN_GROUP)
        self._vote(person_id, proposal_id, given=given)

    def withdraw(self, session: Session, proposal_id: str, *, back: bool = False) -> None:
        """Take an own proposal away, or bring it back; trainers may do it with every proposal."""
        found = self._found(proposal_id)
        if found.person != session.person_id:
            require(session, Deed.TEACH)
        else:
            require(session, Deed.COLLECT, session.person_id)
        now = self._clock.now()
        self._shelf.keep(dataclasses.replace(found, removed_at=None if back else now), now)

    def draft(self, session: Session) -> str:
        """Return what a learner was writing when they left."""
        require(session, Deed.COLLECT, session.person_id)
        return self._store.setting(_draft(session.person_id)) or ""

    def keep_draft(self, session: Session, words: str) -> None:
        """Keep what is being written; it goes when the person is forgotten."""
        require(session, Deed.COLLECT, session.person_id)
        if words != self.draft(session):
            self._store.set_setting(_draft(session.person_id), words, self._clock.now())

    def comment(self, session: Session, lesson: str, face: Face, words: str = "") -> None:
        """Keep what a learner says at the end of a lesson."""
        require(session, Deed.COLLECT, session.person_id)
        if lesson not in self._pack.lessons:
            raise not_found("lesson", lesson)
        now = self._clock.now()
        plain = " ".join(words.split())[:LONGEST_COMMENT]
        self._shelf.add_comment(Comment(new_id(now), now, session.person_id, lesson, face, plain))

    # ------------------------------------------------------------------ trainers

    def of_group(self, session: Session, group_id: str) -> tuple[Standing, ...]:
        """Return the proposals of a group, the most wanted first."""
        require(session, Deed.COLLECT)
        return self._standings((group_id,))

    def voices(self, session: Session, group_id: str) -> tuple[LessonVoice, ...]:
        """Return what a group said about lessons; without names."""
        require(session, Deed.COLLECT)
        people = self._counts.people_of(group_id)
        return voices(self._shelf.comments(people), self._shelf.kept_faces(group_id))

    def answer(self, session: Session, proposal_id: str, state: State, why: str = "") -> Proposal:
        """Tell the learners what becomes of a proposal; "not possible" needs a reason."""
        require(session, Deed.TEACH)
        plain = " ".join(why.split())[:LONGEST_WHY]
        if state is State.REFUSED and not plain:
            raise ServiceFault(FaultKind.REASON_MISSING)
        now = self._clock.now()
        kept = dataclasses.replace(self._found(proposal_id), state=state, why=plain)
        self._shelf.keep(kept, now)
        return kept

    def release(self, session: Session, proposal_id: str, *, released: bool) -> Proposal:
        """Say that nobody can be recognised in a proposal's words, or take that back."""
        require(session, Deed.TEACH)
        kept = dataclasses.replace(self._found(proposal_id), released=released)
        self._shelf.keep(kept, self._clock.now())
        return kept

    # ------------------------------------------------------------------ outside

    def outside(self, session: Session, groups: Sequence[str]) -> tuple[Standing, ...]:
        """Return what may leave the centre of these groups: no names, words only once released."""
        require(session, Deed.REPORT)
        return for_outside(self._standings(groups))

    def outside_pdf(self, session: Session, groups: Sequence[str]) -> bytes:
        """Return the page for a municipality's advisory body (PDF); a QGuiApplication must be there."""
        from korak.reports.proposals_sheet import ProposalsSheet, proposals_sheet  # noqa: PLC0415

        found = self.outside(session, groups)
        return proposals_sheet(
            ProposalsSheet(
                self._store.centre_name(),
                tuple((self.title(one.proposal), one) for one in found),
                len({person for group in groups for person in self._counts.people_of(group)}),
                self._clock.now().astimezone().date(),
            )
        )

    def outside_table(self, session: Session, groups: Sequence[str], path: Path) -> Path:
        """Write the same as a spreadsheet (XLSX)."""
        from korak.exchange.result_tables import Column, Table  # noqa: PLC0415 - the library is slow
        from korak.exchange.workbook import write_tables  # noqa: PLC0415
        from korak.reports.proposals_sheet import outside_lines  # noqa: PLC0415

        found = tuple((self.title(one.proposal), one) for one in self.outside(session, groups))
        name, columns, rows = outside_lines(found)
        table = Table(name, tuple(Column(one, "") for one in columns), rows)
        try:
            (written,) = write_tables(path, [table], "xlsx")
        except ExchangeFault as fault:
            raise ServiceFault(FaultKind.CANNOT_WRITE, {"file": path.name}) from fault
        return written

    # ------------------------------------------------------------------ internal

    def _standings(self, groups: Sequence[str], person_id: str = "") -> tuple[Standing, ...]:
        found = self._shelf.all(groups)
        votes = self._shelf.votes([one.id for one in found])
        return standings(found, votes, self._shelf.kept_votes(groups), person_id)

    def _same(self, group: str, need: str, words: str) -> Proposal | None:
        for one in self._shelf.all([group]):
            same = one.words.casefold() == words.casefold() if words else one.need == need and not one.words
            if same and one.removed_at is None:
                return one
        return None

    def _vote(self, person_id: str, proposal_id: str, *, given: bool) -> None:
        mine = person_id in self._shelf.votes([proposal_id]).get(proposal_id, frozenset())
        if mine is not given:
            now = self._clock.now()
            self._shelf.vote(Vote(new_id(now), now, person_id, proposal_id, given))

    def _found(self, proposal_id: str) -> Proposal:
        found = self._shelf.one(proposal_id)
        if found is None:
            raise not_found("proposal", proposal_id)
        return found


def _draft(person_id: str) -> str:
    return f"proposal_draft/{person_id}"
