# SPDX-License-Identifier: GPL-3.0-or-later
"""Programmes as the centre keeps them: contract, funder, period, logos, and their groups."""

import dataclasses
from collections.abc import Mapping

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.centre.programmes import Logo, Programme, counts, persons
from korak.clock import Clock
from korak.services.access import require, require_any
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import needed, not_found
from korak.storage.enrolments import EnrolmentShelf
from korak.storage.ids import new_id
from korak.storage.programmes import ProgrammeShelf
from korak.storage.store import Store

MOST_LOGO_BYTES = 1024 * 1024
_MOST_HOURS = 10_000
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg", b"<?xml")


class Programmes:
    """What funders pay for."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._shelf = ProgrammeShelf(store)
        self._enrolments = EnrolmentShelf(store)
        self._clock = clock

    def all(self, session: Session, *, archived: bool = False) -> tuple[Programme, ...]:
        """Return the programmes by name, or those put away."""
        require_any(session, (Deed.PLAN_PROGRAMMES, Deed.REPORT))
        return self._shelf.programmes(active=not archived)

    def programme(self, session: Session, programme_id: str) -> Programme:
        """Return one programme."""
        require_any(session, (Deed.PLAN_PROGRAMMES, Deed.REPORT))
        return self._found(programme_id)

    def of_group(self, session: Session, group_id: str) -> Programme | None:
        """Return the programme a group belongs to."""
        require_any(session, (Deed.PLAN_PROGRAMMES, Deed.REPORT))
        programme_id = self._shelf.groups().get(group_id)
        return None if programme_id is None else self._shelf.programme(programme_id)

    def add(self, session: Session, programme: Programme) -> Programme:
        """Keep a new programme; its id is made here."""
        require(session, Deed.PLAN_PROGRAMMES)
        return self._keep(dataclasses.replace(programme, id=new_id(self._clock.now())))

    def change(self, session: Session, programme: Programme) -> Programme:
        """Keep what changed in a programme; `active=False` puts it away."""
        require(session, Deed.PLAN_PROGRAMMES)
        self._found(programme.id)
        return self._keep(programme)

    def groups(self, session: Session) -> Mapping[str, str]:
        """Return each group's programme, by group; groups without one are missing."""
        require_any(session, (Deed.PLAN_PROGRAMMES, Deed.REPORT))
        return self._shelf.groups()

    def put_group(self, session: Session, group_id: str, programme_id: str | None) -> None:
        """Say which programme a group belongs to (None: to no programme)."""
        require(session, Deed.PLAN_PROGRAMMES)
        if group_id not in {group.id for group in self._store.groups(active=None)}:
            raise not_found("group", group_id)
        if programme_id is not None:
            self._found(programme_id)
        self._shelf.put_group(group_id, programme_id, self._clock.now())

    def persons(self, session: Session, programme_id: str) -> frozenset[str]:
        """Return everybody who was ever in a programme, each once."""
        require_any(session, (Deed.PLAN_PROGRAMMES, Deed.REPORT))
        groups = self._shelf.groups()
        own = [group for group, programme in groups.items() if programme == programme_id]
        return persons(programme_id, groups, self._enrolments.stretches(groups=own))

    def counts(self, session: Session) -> Mapping[str, int]:
        """Return how many different people were in each programme; a programme without anybody is missing."""
        require_any(session, (Deed.PLAN_PROGRAMMES, Deed.REPORT))
        return counts(self._shelf.groups(), self._enrolments.stretches())

    # ------------------------------------------------------------------ logos

    def logos(self, session: Session, programme_id: str) -> tuple[Logo, ...]:
        """Return the logos of a programme."""
        require_any(session, (Deed.PLAN_PROGRAMMES, Deed.REPORT))
        return self._shelf.logos(programme_id)

    def add_logo(self, session: Session, programme_id: str, name: str, data: bytes) -> Logo:
        """Keep a logo; BAD_PICTURE for anything but a PNG, JPEG or SVG of at most a megabyte."""
        require(session, Deed.PLAN_PROGRAMMES)
        self._found(programme_id)
        if len(data) > MOST_LOGO_BYTES:
            raise ServiceFault(FaultKind.BAD_PICTURE, {"reason": "size"})
        if not data.lstrip().startswith(_BEGINNINGS):
            raise ServiceFault(FaultKind.BAD_PICTURE, {"reason": "kind"})
        now = self._clock.now()
        logo = Logo(new_id(now), programme_id, needed(name, "logo"), data)
        self._shelf.add_logo(logo, now)
        return logo

    def drop_logo(self, session: Session, logo_id: str) -> None:
        """Take a logo away."""
        require(session, Deed.PLAN_PROGRAMMES)
        self._shelf.drop_logo(logo_id)

    # ------------------------------------------------------------------ internal

    def _keep(self, programme: Programme) -> Programme:
        kept = dataclasses.replace(
            programme,
            name=needed(programme.name, "programme"),
            contract=programme.contract.strip(),
            funder=programme.funder.strip(),
            cofunding=programme.cofunding.strip(),
            planned_hours=min(max(programme.planned_hours, 0), _MOST_HOURS),
        )
        if kept.begins is not None and kept.ends is not None and kept.ends < kept.begins:
            raise ServiceFault(FaultKind.BAD_PERIOD)
        others = [other for other in self._shelf.programmes(active=None) if other.id != kept.id]
        if kept.name.casefold() in {other.name.casefold() for other in others}:
            raise ServiceFault(FaultKind.NAME_TAKEN, {"what": "programme", "name": kept.name})
        self._shelf.keep(kept, self._clock.now())
        return kept

    def _found(self, programme_id: str) -> Programme:
        programme = self._shelf.programme(programme_id)
        if programme is None:
            raise not_found("programme", programme_id)
        return programme
