# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups and learners, as the trainer keeps them."""

import dataclasses
from collections.abc import Sequence

from korak.centre.doors import pin_text
from korak.centre.people import Group, NewLearner, Person, Role, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.services.access import require, require_any
from korak.services.faults import FaultKind, ServiceFault
from korak.services.sign_in import require_pin
from korak.storage import hashing
from korak.storage.ids import new_id
from korak.storage.store import Store


class People:
    """Who is here, in which group; every question asks for a session."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def me(self, session: Session) -> Person:
        """Return whoever the session belongs to."""
        return self._found(session.person_id)

    def person(self, session: Session, person_id: str) -> Person:
        """Return one person."""
        require_any(session, (Deed.SEE_RECORD, Deed.CHANGE_PEOPLE), person_id)
        return self._found(person_id)

    def groups(self, session: Session, *, archived: bool = False) -> tuple[Group, ...]:
        """Return the groups, or those put away."""
        require(session, Deed.SEE_PEOPLE)
        return self._store.groups(active=not archived)

    def learners(self, session: Session, group_id: str, *, archived: bool = False) -> tuple[Person, ...]:
        """Return the learners of a group, or those put away."""
        require(session, Deed.SEE_PEOPLE)
        return self._store.learners(group_id, active=not archived)

    def add_group(self, session: Session, code: str, name: str) -> Group:
        """Make a new group."""
        require(session, Deed.CHANGE_PEOPLE)
        now = self._clock.now()
        group = Group(new_id(now), needed(code or name, "code"), needed(name, "group"))
        self._require_new_name(group)
        self._store.add_group(group, now)
        return group

    def edit_group(self, session: Session, group: Group) -> Group:
        """Keep what changed in a group; `active=False` puts it away."""
        require(session, Deed.CHANGE_PEOPLE)
        changed = dataclasses.replace(
            group, code=needed(group.code, "code"), name=needed(group.name, "group")
        )
        self._require_new_name(changed)
        if not self._store.change_group(changed, self._clock.now()):
            raise not_found("group", group.id)
        return changed

    def add_learner(self, session: Session, group_id: str, learner: NewLearner) -> Person:
        """Put a new learner into a group."""
        require(session, Deed.CHANGE_PEOPLE)
        if group_id not in {group.id for group in self._store.groups(active=None)}:
            raise not_found("group", group_id)
        return admit(self._store, self._clock, group_id, learner)

    def edit(self, session: Session, person: Person) -> Person:
        """Keep what changed in a person's name, alias, picture or language."""
        require(session, Deed.CHANGE_PEOPLE)
        known = self._found(person.id)
        changed = dataclasses.replace(
            known,
            name=needed(person.name, "name"),
            alias=person.alias.strip(),
            picture=person.picture,
            language=person.language,
        )
        self._store.change_person(changed, self._clock.now())
        return changed

    def set_pin(self, session: Session, person_id: str, pictures: tuple[str, ...]) -> None:
        """Set somebody's three pictures."""
        require(session, Deed.CHANGE_PIN, person_id)
        self._learner(person_id)
        require_pin(pictures)
        self._store.set_secret(person_id, hashing.hash_pin(pin_text(pictures)), self._clock.now())

    def reset_pin(self, session: Session, person_id: str) -> None:
        """Take somebody's pictures away: they choose new ones at the next sign-in, without waiting."""
        require(session, Deed.CHANGE_PIN, person_id)
        self._learner(person_id)
        self._store.forget_secret(person_id)

    def archive(self, session: Session, person_id: str) -> None:
        """Put a learner away: no tile any more, the record stays."""
        self._set_active(session, person_id, active=False)

    def bring_back(self, session: Session, person_id: str) -> None:
        """Give somebody who was put away the tile back."""
        self._set_active(session, person_id, active=True)

    def move(self, session: Session, person_id: str, group_id: str) -> None:
        """Put a learner into another group."""
        require(session, Deed.CHANGE_PEOPLE)
        self._learner(person_id)
        if group_id not in {group.id for group in self._store.groups(active=None)}:
            raise not_found("group", group_id)
        now = self._clock.now()
        with self._store.together():
            self._store.end_enrolments(person_id, now)
            self._store.enrol(new_id(now), person_id, group_id, now)

    def _set_active(self, session: Session, person_id: str, *, active: bool) -> None:
        require(session, Deed.CHANGE_PEOPLE)
        person = self._learner(person_id)
        self._store.change_person(dataclasses.replace(person, active=active), self._clock.now())

    def _require_new_name(self, group: Group) -> None:
        others: Sequence[Group] = [other for other in self._store.groups(active=None) if other.id != group.id]
        if group.name.casefold() in {other.name.casefold() for other in others}:
            raise ServiceFault(FaultKind.NAME_TAKEN, {"what": "group", "name": group.name})

    def _learner(self, person_id: str) -> Person:
        person = self._found(person_id)
        if person.role is not Role.LEARNER:
            raise not_found("person", person_id)
        return person

    def _found(self, person_id: str) -> Person:
        person = self._store.person(person_id)
        if person is None:
            raise not_found("person", person_id)
        return person


def admit(store: Store, clock: Clock, group_id: str, learner: NewLearner) -> Person:
    """Keep a new learner and the place in a group."""
    now = clock.now()
    person = Person(
        id=new_id(now),
        role=Role.LEARNER,
        name=needed(learner.name, "name"),
        alias=learner.alias.strip(),
        picture=learner.picture,
        language=learner.language,
        pin_set=learner.pin is not None,
    )
    hashed = None
    if learner.pin is not None:
        require_pin(learner.pin)
        hashed = hashing.hash_pin(pin_text(learner.pin))
    with store.together():
        store.add_person(person, now)
        store.enrol(new_id(now), person.id, group_id, now)
        if hashed is not None:
            store.set_secret(person.id, hashed, now)
    return person


def needed(text: str, what: str) -> str:
    """Return a name without stray spaces; NAME_MISSING if nothing is left."""
    plain = " ".join(text.split())
    if not plain:
        raise ServiceFault(FaultKind.NAME_MISSING, {"what": what})
    return plain


def not_found(what: str, identity: str) -> ServiceFault:
    """Return the fault of something that is not here."""
    return ServiceFault(FaultKind.NOT_FOUND, {"what": what, "id": identity})
