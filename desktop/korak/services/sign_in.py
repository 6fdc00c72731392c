# SPDX-License-Identifier: GPL-3.0-or-later
"""Being let in: the wall of tiles, picture PINs, passphrases, the wait between wrong tries."""

import math
from datetime import datetime, timedelta

from korak.centre.doors import Guard, is_pin, is_too_simple, pin_text, wait_after
from korak.centre.people import Group, Person, Role, Session
from korak.clock import Clock
from korak.services.faults import FaultKind, ServiceFault
from korak.services.front import tiles_of
from korak.services.key_keeper import KeyKeeper
from korak.storage import hashing
from korak.storage.ids import new_id
from korak.storage.rows import Visit
from korak.storage.store import Store

CAME, WENT, LOCKED = "in", "out", "idle"
ROLES = (Role.TRAINER, Role.MEDIATOR, Role.STAFF)
"""Whoever comes in with a passphrase, in the order of lists."""

_LOOK_BACK = timedelta(days=60)


class SignIn:
    """The wall and its doors; nothing here needs a session."""

    def __init__(self, store: Store, clock: Clock, keeper: KeyKeeper) -> None:
        self._store = store
        self._clock = clock
        self._keeper = keeper

    def groups(self) -> tuple[Group, ...]:
        """Return the groups whose walls can be shown."""
        return self._store.groups()

    def tiles(self, group_id: str) -> tuple[Person, ...]:
        """Return the tiles of a group; where somebody has an alias, the name behind it does not come out."""
        return tiles_of(self._store.learners(group_id))

    def wait(self, person_id: str) -> float:
        """Return for how many seconds somebody's door stays shut."""
        return self._store.guard(person_id).wait(self._clock.now()).total_seconds()

    def pin(self, person_id: str, pictures: tuple[str, ...]) -> Session:
        """Let a learner in by three pictures."""
        person = self._learner(person_id)
        hashed = self._store.secret(person_id)
        if hashed is None:
            raise ServiceFault(FaultKind.NO_PIN)
        self._require_open(person_id)
        if not hashing.fits(hashed, pin_text(pictures)):
            raise self._failed(person_id, FaultKind.WRONG_PIN)
        return self._let_in(person)

    def first_pin(self, person_id: str, pictures: tuple[str, ...]) -> Session:
        """Keep the pictures somebody chose at the first visit, and let them in."""
        person = self._learner(person_id)
        if self._store.secret(person_id) is not None:
            raise ServiceFault(FaultKind.PIN_IS_SET)
        require_pin(pictures)
        self._store.set_secret(person_id, hashing.hash_pin(pin_text(pictures)), self._clock.now())
        return self._let_in(person)

    def trainer(self, passphrase: str) -> Session:
        """Let the trainer in whose passphrase this is, whoever it is."""
        return self._let_in(self._trainer_of(passphrase))

    def colleagues(self) -> tuple[Person, ...]:
        """Return who can come in with a passphrase: trainers, then mediators, then staff, by name."""
        everybody = [person for role in ROLES for person in self._store.people(role) if person.active]
        return tuple(person for person in everybody if self._has_passphrase(person.id))

    def last_here(self) -> str:
        """Return which colleague came in last; nothing where none did for two months."""
        people = [person.id for person in self.colleagues()]
        visits = self._store.visits(people, self._clock.now() - _LOOK_BACK)
        came = [visit for visit in visits if visit.what == CAME]
        return max(came, key=_moment).person if came else ""

    def colleague(self, person_id: str, passphrase: str) -> Session:
        """Let in whoever says to be this trainer, mediator or member of the staff."""
        person = self._store.person(person_id)
        if person is None or person.role not in ROLES or not person.active:
            raise ServiceFault(FaultKind.NOT_FOUND, {"what": "person", "id": person_id})
        self._require_open(person_id)
        if not self._is_theirs(person, passphrase):
            raise self._failed(person_id, FaultKind.WRONG_PASSPHRASE)
        return self._let_in(person)

    def vouched(self, person_id: str, passphrase: str) -> Session:
        """Let a learner in on the word of a trainer who is there (the second one of a pair)."""
        person = self._learner(person_id)
        self._trainer_of(passphrase)
        return self._let_in(person)

    def leave(self, session: Session, why: str = WENT) -> None:
        """Note that somebody left ("out"), or that the screen locked itself ("idle")."""
        self._note(session.person_id, why if why in {WENT, LOCKED} else WENT)

    def confirm(self, session: Session, passphrase: str) -> bool:
        """Tell whether a passphrase is this colleague's; a wrong one costs the same wait as at the door."""
        self._require_open(session.person_id)
        person = self._store.person(session.person_id)
        if person is not None and self._is_theirs(person, passphrase):
            self._store.set_guard(session.person_id, Guard())
            return True
        self._failed(session.person_id, FaultKind.WRONG_PASSPHRASE)
        return False

    def _trainer_of(self, passphrase: str) -> Person:
        """Return the trainer whose passphrase this is; nobody's costs every trainer's door a try."""
        trainers = [person for person in self._store.people(Role.TRAINER) if person.active]
        for trainer in trainers:
            self._require_open(trainer.id)
        for trainer in trainers:
            if self._is_theirs(trainer, passphrase):
                return trainer
        faults = [self._failed(trainer.id, FaultKind.WRONG_PASSPHRASE) for trainer in trainers]
        raise faults[0] if faults else ServiceFault(FaultKind.WRONG_PASSPHRASE)

    def _has_passphrase(self, person_id: str) -> bool:
        return self._keeper.has_slot(person_id) or self._store.secret(person_id) is not None

    def _is_theirs(self, person: Person, passphrase: str) -> bool:
        # Where the passphrase also opens the database, that is the only truth about it: a hash kept beside it
        # would bring an old passphrase back with an old backup. In a demo there is just a hash.
        opened = self._keeper.opens(person.id, passphrase)
        if opened is not None:
            return opened
        hashed = self._store.secret(person.id)
        return hashed is not None and hashing.fits(hashed, passphrase)

    def _learner(self, person_id: str) -> Person:
        person = self._store.person(person_id)
        if person is None or person.role is not Role.LEARNER or not person.active:
            raise ServiceFault(FaultKind.NOT_FOUND, {"what": "person", "id": person_id})
        return person

    def _require_open(self, person_id: str) -> None:
        wait = self.wait(person_id)
        if wait > 0:
            raise waiting(wait)

    def _failed(self, person_id: str, kind: FaultKind) -> ServiceFault:
        guard = self._store.guard(person_id).after_failure(self._clock.now())
        self._store.set_guard(person_id, guard)
        return ServiceFault(kind, {"left": str(tries_left(guard))} | _wait_details(guard))

    def _let_in(self, person: Person) -> Session:
        now = self._clock.now()
        with self._store.together():
            if self._store.guard(person.id) != Guard():
                self._store.set_guard(person.id, Guard())
            self._note(person.id, CAME)
        return Session(person.id, person.role, now)

    def _note(self, person_id: str, what: str) -> None:
        now = self._clock.now()
        self._store.add_visit(Visit(new_id(now), self._store.device, person_id, now, what))


def require_pin(pictures: tuple[str, ...]) -> None:
    """Refuse what cannot be a PIN."""
    if not is_pin(pictures):
        raise ServiceFault(FaultKind.BAD_PIN, {"reason": "length"})
    if is_too_simple(pictures):
        raise ServiceFault(FaultKind.BAD_PIN, {"reason": "simple"})


def waiting(seconds: float) -> ServiceFault:
    """Return the fault of a door that is shut for a while."""
    return ServiceFault(FaultKind.WAIT, {"seconds": str(math.ceil(seconds))})


def tries_left(guard: Guard) -> int:
    """Return how many more wrong tries cost no wait."""
    left = 0
    while not wait_after(guard.failed + left + 1):
        left += 1
    return left


def _wait_details(guard: Guard) -> dict[str, str]:
    return {"seconds": str(math.ceil(wait_after(guard.failed).total_seconds()))}


def _moment(visit: Visit) -> datetime:
    return visit.at
