# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates: who gets one, what stands on it, and the numbers that stay."""

from korak.centre.certificates import USUAL_PERCENT, Candidate, Issued, numbered
from korak.centre.people import Person, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.services.access import require
from korak.services.attendance import AttendanceBook, Matrix
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.services.programmes import Programmes
from korak.storage.certificates import CertificateShelf
from korak.storage.ids import new_id
from korak.storage.store import Store

LEAST_PERCENT, MOST_PERCENT = 1, 100


class Certificates:
    """What is decided and kept about certificates; the sheet itself is made by `ResultSheets`."""

    def __init__(
        self, store: Store, attendance: AttendanceBook, programmes: Programmes, clock: Clock
    ) -> None:
        self._store = store
        self._shelf = CertificateShelf(store)
        self._attendance = attendance
        self._programmes = programmes
        self._clock = clock

    def percent(self, session: Session, group_id: str) -> int:
        """Return how many per cent of the hours held a certificate of this group needs."""
        require(session, Deed.SEE_PEOPLE)
        return self._percent(session, group_id)

    def set_percent(self, session: Session, group_id: str, percent: int) -> None:
        """Keep what the programme of a group asks for (1 to 100), for all groups of that programme."""
        require(session, Deed.REPORT)
        if not LEAST_PERCENT <= percent <= MOST_PERCENT:
            raise ServiceFault(FaultKind.OUT_OF_RANGE, {"most": str(MOST_PERCENT)})
        self._shelf.set_percent(self._programme(session, group_id), percent, self._clock.now())

    def candidates(self, session: Session, group_id: str) -> tuple[Candidate, ...]:
        """Return everybody who was ever in a group, by name: who has attended enough, and who not."""
        require(session, Deed.REPORT)
        matrix = self._attendance.of_group(session, group_id)
        return self._candidates(session, group_id, matrix, matrix.people)

    def candidate(self, session: Session, person_id: str, group_id: str) -> Candidate:
        """Return where one person of a group stands."""
        require(session, Deed.REPORT, person_id)
        person = self._store.person(person_id)
        if person is None:
            raise not_found("person", person_id)
        matrix = self._attendance.of_group(session, group_id)
        return self._candidates(session, group_id, matrix, (person,))[0]

    def wants_can_do(self, session: Session, person_id: str) -> bool:
        """Return whether somebody wants to have on the certificate what they are able to do."""
        require(session, Deed.SEE_RECORD, person_id)
        return self._shelf.wishes([person_id]).get(person_id, False)

    def wish_can_do(self, session: Session, person_id: str, *, wanted: bool) -> None:
        """Keep what somebody wants on the certificate: said by themselves, or by a trainer for them."""
        require(session, Deed.LEARN if session.person_id == person_id else Deed.TEACH, person_id)
        if self._shelf.wishes([person_id]).get(person_id, False) is not wanted:
            now = self._clock.now()
            self._shelf.wish(new_id(now), person_id, wanted, session.person_id, now)

    def issue(self, session: Session, person_id: str, group_id: str, base: str) -> str:
        """Return the number of a certificate: the one it has, else a new one made from `base`, which stays.

        FEW_HOURS where too little was attended.
        """
        one = self.candidate(session, person_id, group_id)
        if not one.earns:
            details = {"percent": str(one.share or 0), "needed": str(one.percent)}
            raise ServiceFault(FaultKind.FEW_HOURS, details)
        with self._store.together():
            known = self._shelf.issued([person_id])
            for issued in known:
                if issued.group == group_id:
                    return issued.number
            now = self._clock.now()
            number = numbered(base, frozenset(issued.number for issued in known))
            self._shelf.issue(
                Issued(
                    new_id(now), person_id, group_id, number, one.attended, one.held, session.person_id, now
                )
            )
        return number

    # ------------------------------------------------------------------ internal

    def _candidates(
        self, session: Session, group_id: str, matrix: Matrix, people: tuple[Person, ...]
    ) -> tuple[Candidate, ...]:
        percent = self._percent(session, group_id)
        names = [person.id for person in people]
        wishes = self._shelf.wishes(names)
        numbers = {one.person: one.number for one in self._shelf.issued(names) if one.group == group_id}
        held = max((one.held for one in matrix.tallies.values()), default=0)
        found: list[Candidate] = []
        for person in people:
            tally = matrix.tallies.get(person.id)
            attended = tally.attended if tally is not None else 0
            wish, number = wishes.get(person.id, False), numbers.get(person.id, "")
            found.append(Candidate(person, attended, held, percent, wish, number))
        return tuple(found)

    def _percent(self, session: Session, group_id: str) -> int:
        known = self._shelf.percent(self._programme(session, group_id))
        return USUAL_PERCENT if known is None else known

    def _programme(self, session: Session, group_id: str) -> str:
        programme = self._programmes.of_group(session, group_id)
        return programme.id if programme is not None else ""
