# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests of learners about their own data: asked by themselves, answered by a trainer, with a trace."""

from dataclasses import dataclass

from korak.centre.people import Person, Session
from korak.centre.privacy import Deed
from korak.centre.requests import Answer, Request, Wanted
from korak.clock import Clock
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.requests import RequestShelf
from korak.storage.store import Store

MOST_LETTERS = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, whose it is, and the answer."""

    person: Person
    request: Request
    answer: Answer | None


class Requests:
    """What learners ask for; nothing is forgotten until it is answered."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._shelf = RequestShelf(store)

    def ask(self, session: Session, what: Wanted, text: str = "") -> Request:
        """Ask for something about the own data; a correction has to say what is wrong (REASON_MISSING).

        The same kind of request that still waits is not asked twice.
        """
        require(session, Deed.TAKE_PART, session.person_id)
        said = text.strip()[:MOST_LETTERS]
        if what is Wanted.CORRECT and not said:
            raise ServiceFault(FaultKind.REASON_MISSING)
        waiting = [one for one, answer in self._shelf.all(session.person_id) if answer is None]
        same = next((one for one in waiting if (one.what, one.text) == (what, said)), None)
        if same is not None:
            return same
        now = self._clock.now()
        request = Request(new_id(now), now, session.person_id, what, said)
        self._shelf.add(request)
        return request

    def mine(self, session: Session) -> tuple[tuple[Request, Answer | None], ...]:
        """Return the own requests, the newest first."""
        require(session, Deed.TAKE_PART, session.person_id)
        return self._shelf.all(session.person_id)

    def all(self, session: Session) -> tuple[Asked, ...]:
        """Return everybody's requests: those that wait first, the oldest of them first."""
        require(session, Deed.CHANGE_PEOPLE)
        found = [
            Asked(person, request, answer)
            for request, answer in self._shelf.all()
            if (person := self._store.person(request.person)) is not None
        ]
        waiting = [one for one in reversed(found) if one.answer is None]
        return (*waiting, *(one for one in found if one.answer is not None))

    def waiting(self, session: Session) -> int:
        """Return how many requests wait for an answer."""
        require(session, Deed.CHANGE_PEOPLE)
        return sum(1 for _request, answer in self._shelf.all() if answer is None)

    def answer(self, session: Session, request_id: str, note: str, *, done: bool) -> Answer:
        """Answer a request in words the learner reads (REASON_MISSING); the first answer stays."""
        require(session, Deed.CHANGE_PEOPLE)
        found = next(((one, old) for one, old in self._shelf.all() if one.id == request_id), None)
        if found is None:
            raise not_found("request", request_id)
        request, old = found
        if old is not None:
            return old
        said = " ".join(note.split())[:MOST_LETTERS]
        if not said:
            raise ServiceFault(FaultKind.REASON_MISSING)
        answer = Answer(request.id, self._clock.now(), done, said, session.person_id)
        self._shelf.answer(answer, request.person)
        return answer
