# SPDX-License-Identifier: GPL-3.0-or-later
"""Who comes in with a passphrase: trainers, mediators, staff; each has a slot of their own in `keys.json`."""

import dataclasses

from korak.centre.people import Account, Person, Role, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.key_keeper import KeyKeeper, require_strong
from korak.services.people import needed, not_found
from korak.services.sign_in import ROLES
from korak.storage import hashing
from korak.storage.ids import new_id
from korak.storage.store import Store


class Accounts:
    """Adds colleagues, changes what they are, retires them; the last trainer always stays."""

    def __init__(self, store: Store, clock: Clock, keeper: KeyKeeper) -> None:
        self._store = store
        self._clock = clock
        self._keeper = keeper

    def all(self, session: Session) -> tuple[Account, ...]:
        """Return everybody who is no learner: those at work by role and name, then those retired."""
        require(session, Deed.KEEP_ACCOUNTS)
        everybody = [
            Account(person, self._has_passphrase(person.id))
            for role in ROLES
            for person in self._store.people(role)
        ]
        return tuple(sorted(everybody, key=_retired))

    def add(self, session: Session, person: Person, passphrase: str) -> Person:
        """Keep a new colleague (name, role, language) and the passphrase they typed themselves."""
        require(session, Deed.KEEP_ACCOUNTS)
        now = self._clock.now()
        name = self._free_name(person.name, "")
        require_strong(passphrase)
        made = Person(new_id(now), _colleague(person.role), name, "", "teacher", person.language)
        with self._store.together():  # undone as a whole where the key file cannot be written
            self._store.add_person(made, now)
            self._set(made.id, passphrase)
        return made

    def change(self, session: Session, person: Person) -> Person:
        """Keep another name, role or language; the passphrase stays, the rights are the new role's."""
        require(session, Deed.KEEP_ACCOUNTS)
        known = self._found(person.id)
        changed = dataclasses.replace(
            known,
            name=self._free_name(person.name, person.id),
            role=_colleague(person.role),
            language=person.language,
        )
        if changed.role is not Role.TRAINER:
            self._require_another_trainer(known)
        with self._store.together():
            self._store.change_person(changed, self._clock.now())
        return changed

    def set_passphrase(self, session: Session, person_id: str, passphrase: str) -> None:
        """Give a colleague who forgot theirs a new passphrase, typed by themselves; they need not wait."""
        require(session, Deed.KEEP_ACCOUNTS)
        person = self._found(person_id)
        if not person.active:
            raise not_found("person", person_id)
        require_strong(passphrase)
        self._store.forget_secret(person_id)  # and with it the wait after wrong tries
        self._set(person_id, passphrase)

    def retire(self, session: Session, person_id: str) -> None:
        """Let a colleague go: the passphrase opens nothing any more, what they did stays."""
        require(session, Deed.KEEP_ACCOUNTS)
        person = self._found(person_id)
        self._require_another_trainer(person)
        with self._store.together():
            self._store.change_person(dataclasses.replace(person, active=False), self._clock.now())
            self._store.forget_secret(person_id)
            self._keeper.take_passphrase(person_id)

    def bring_back(self, session: Session, person_id: str, passphrase: str) -> None:
        """Let somebody who was retired work here again, with a new passphrase."""
        require(session, Deed.KEEP_ACCOUNTS)
        person = self._found(person_id)
        require_strong(passphrase)
        with self._store.together():
            self._store.change_person(dataclasses.replace(person, active=True), self._clock.now())
            self._set(person_id, passphrase)

    # ------------------------------------------------------------------ internal

    def _set(self, person_id: str, passphrase: str) -> None:
        if self._keeper.is_demo():
            self._store.set_secret(person_id, hashing.hash_passphrase(passphrase), self._clock.now())
        else:
            self._keeper.set_passphrase(person_id, passphrase)

    def _has_passphrase(self, person_id: str) -> bool:
        return self._keeper.has_slot(person_id) or self._store.secret(person_id) is not None

    def _free_name(self, name: str, person_id: str) -> str:
        """Return a name without stray spaces; the door tells colleagues apart by it."""
        plain = needed(name, "name")
        others = (person for role in ROLES for person in self._store.people(role) if person.id != person_id)
        if plain.casefold() in {person.name.casefold() for person in others if person.active}:
            raise ServiceFault(FaultKind.NAME_TAKEN, {"what": "person", "name": plain})
        return plain

    def _require_another_trainer(self, person: Person) -> None:
        if person.role is not Role.TRAINER or not person.active:
            return
        others = (one for one in self._store.people(Role.TRAINER) if one.active and one.id != person.id)
        if not any(self._has_passphrase(one.id) for one in others):
            raise ServiceFault(FaultKind.LAST_TRAINER)

    def _found(self, person_id: str) -> Person:
        person = self._store.person(person_id)
        if person is None or person.role not in ROLES:
            raise not_found("person", person_id)
        return person


def _colleague(role: Role) -> Role:
    """Return the role, unless it is a learner's: those have pictures, no passphrase."""
    if role not in ROLES:
        raise ServiceFault(FaultKind.NOT_FOUND, {"what": "role", "id": role.value})
    return role


def _retired(account: Account) -> bool:
    return not account.person.active
