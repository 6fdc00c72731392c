# SPDX-License-Identifier: GPL-3.0-or-later
"""People enrol, pause, leave with a reason, come back and change group; every step is written down."""

from collections.abc import Mapping
from datetime import date, datetime

from korak.alphabet import by_name
from korak.centre.enrolment import (
    Change,
    HistoryLine,
    Reason,
    Standing,
    Step,
    Stretch,
    history,
    standings,
)
from korak.centre.people import Person, Role, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.services.access import require, require_any
from korak.services.attendance import after
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.enrolments import EnrolmentShelf
from korak.storage.ids import new_id
from korak.storage.store import Store


class Enrolments:
    """Who is in which group since when, and why somebody is not there any more."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._shelf = EnrolmentShelf(store)
        self._clock = clock

    def history(self, session: Session, person_id: str) -> tuple[HistoryLine, ...]:
        """Return what happened to somebody's places in groups, by day."""
        require_any(session, (Deed.SEE_RECORD, Deed.CHANGE_PEOPLE), person_id)
        return history(self._shelf.stretches(person=person_id), self._shelf.changes(person=person_id))

    def standings(self, session: Session, group_id: str, day: date | None = None) -> Mapping[str, Standing]:
        """Return how everybody who was ever in a group stands on a day (None: today), by person."""
        require(session, Deed.SEE_PEOPLE)
        stretches, changes = self._shelf.stretches(groups=[group_id]), self._shelf.changes(groups=[group_id])
        return standings(stretches, changes, group_id, day or self._today())

    def former(self, session: Session, group_id: str) -> tuple[tuple[Person, Reason, date], ...]:
        """Return who left a group and is not back, with the last reason and day, by name."""
        require(session, Deed.CHANGE_PEOPLE)
        now = {person.id for person in self._store.learners(group_id, active=None)}
        told = {
            change.person: change.reason
            for change in self._shelf.changes(groups=[group_id])
            if change.step is Step.LEFT
        }
        ended: dict[str, date] = {}
        for stretch in self._shelf.stretches(groups=[group_id]):
            if stretch.person not in now and stretch.ended_at is not None:
                ended[stretch.person] = stretch.ended_at.astimezone().date()
        people = [person for each in ended if (person := self._store.person(each)) is not None]
        people.sort(key=by_name)
        return tuple((one, told.get(one.id, Reason.UNKNOWN), ended[one.id]) for one in people)

    def enrol(self, session: Session, person_id: str, group_id: str) -> None:
        """Put a learner into a group, besides any other; whoever was there before comes back."""
        require(session, Deed.CHANGE_PEOPLE)
        self._learner(person_id)
        self._require_group(group_id)
        if self._open(person_id, group_id) is not None:
            return
        before = [one for one in self._shelf.stretches(person=person_id) if one.group == group_id]
        with self._store.together():
            step = Step.RETURNED if before else Step.ENROLLED
            self._begin(session, person_id, group_id, step, self._moment(person_id))

    def admit(self, session: Session, person_id: str, group_id: str) -> None:
        """Put somebody who has been added this very moment into a group that is known to be there."""
        require(session, Deed.CHANGE_PEOPLE)
        with self._store.together():
            self._begin(session, person_id, group_id, Step.ENROLLED, self._clock.now())

    def pause(self, session: Session, person_id: str, group_id: str, reason: Reason) -> None:
        """Let somebody pause: the tile stays, nobody expects them."""
        require(session, Deed.CHANGE_PEOPLE)
        self._write(session, self._here(person_id, group_id), Step.PAUSED, reason)

    def come_back(self, session: Session, person_id: str, group_id: str) -> None:
        """Let somebody who paused or left go on."""
        require(session, Deed.CHANGE_PEOPLE)
        stretch = self._open(person_id, group_id)
        if stretch is None:
            self.enrol(session, person_id, group_id)
        else:
            self._write(session, stretch, Step.RETURNED, Reason.NONE)

    def leave(self, session: Session, person_id: str, group_id: str, reason: Reason) -> None:
        """Let somebody leave a group; the record stays. REASON_MISSING without a reason."""
        require(session, Deed.CHANGE_PEOPLE)
        if reason is Reason.NONE:
            raise ServiceFault(FaultKind.REASON_MISSING)
        stretch = self._here(person_id, group_id)
        with self._store.together():
            self._shelf.end(stretch.id, self._moment(person_id))
            self._write(session, stretch, Step.LEFT, reason)

    def change_group(self, session: Session, person_id: str, old: str, new: str) -> None:
        """Take somebody from one group into another, in one moment."""
        require(session, Deed.CHANGE_PEOPLE)
        self._require_group(new)
        stretch = self._here(person_id, old)
        if old == new:
            return
        with self._store.together():
            now = self._moment(person_id)
            self._shelf.end(stretch.id, now)
            if self._open(person_id, new) is None:
                self._begin(session, person_id, new, Step.MOVED, now)

    # ------------------------------------------------------------------ internal

    def _begin(self, session: Session, person_id: str, group_id: str, step: Step, now: datetime) -> None:
        identity = new_id(now)
        self._store.enrol(identity, person_id, group_id, now)
        # In one and the same moment: so the step is known as the beginning of this stretch.
        self._write(session, Stretch(identity, person_id, group_id, now), step, Reason.NONE, now)

    def _write(
        self, session: Session, stretch: Stretch, step: Step, reason: Reason, at: datetime | None = None
    ) -> None:
        now = at or self._moment(stretch.person)
        self._shelf.add_change(
            Change(
                new_id(now),
                self._store.device,
                now,
                stretch.id,
                stretch.person,
                stretch.group,
                step,
                self._today(),
                reason,
                session.person_id,
            )
        )

    def _moment(self, person_id: str) -> datetime:
        """Return now, after everything that is written about somebody."""
        last = max((change.at for change in self._shelf.changes(person=person_id)), default=None)
        return after(last, self._clock.now())

    def _here(self, person_id: str, group_id: str) -> Stretch:
        self._learner(person_id)
        stretch = self._open(person_id, group_id)
        if stretch is None:
            raise ServiceFault(FaultKind.NOT_IN_GROUP, {"person": person_id})
        return stretch

    def _open(self, person_id: str, group_id: str) -> Stretch | None:
        found = self._shelf.stretches(person=person_id)
        return next((one for one in found if one.group == group_id and one.ended_at is None), None)

    def _require_group(self, group_id: str) -> None:
        if group_id not in {group.id for group in self._store.groups(active=None)}:
            raise not_found("group", group_id)

    def _learner(self, person_id: str) -> None:
        person = self._store.person(person_id)
        if person is None or person.role is not Role.LEARNER:
            raise not_found("person", person_id)

    def _today(self) -> date:
        return self._clock.now().astimezone().date()
