# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of local services: a sample to begin with, kept and checked by the centre, printed as a leaflet."""

import dataclasses
from collections.abc import Mapping, Sequence

from korak import paths
from korak.centre.local_services import LocalService, is_checked
from korak.centre.people import Role, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.services.access import require
from korak.services.people import needed, not_found
from korak.storage.ids import new_id
from korak.storage.local_services import LocalServiceShelf
from korak.storage.store import Store

_BEGUN = "local_services_begun"


class LocalServices:
    """Who helps with what around here; trainers and mediators keep it, they are the ones who go there."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._shelf = LocalServiceShelf(store)
        self._clock = clock

    def all(self, session: Session, *, archived: bool = False) -> tuple[LocalService, ...]:
        """Return the entries, or those put away; a new centre begins with the sample."""
        _require_reading(session)
        if self._store.setting(_BEGUN) is None:
            self._begin()
        return tuple(one for one in self._shelf.all() if one.active is not archived)

    def keep(self, session: Session, service: LocalService) -> LocalService:
        """Keep a new or changed entry; whoever changes the contact has to check it anew."""
        require(session, Deed.MEDIATE, session.person_id)
        now = self._clock.now()
        plain = {
            field: " ".join(str(getattr(service, field)).split())
            for field in ("kind", "town", "address", "phone", "web", "hours", "for_what", "documents", "note")
        }
        clean = dataclasses.replace(service, name=needed(service.name, "service"), **plain)
        known = next((one for one in self._shelf.all() if one.id == clean.id), None)
        if not clean.id:
            clean = dataclasses.replace(clean, id=new_id(now))
        elif known is not None and _contact(known) != _contact(clean):
            clean = dataclasses.replace(clean, verified_on=None, verified_by="")
        with self._store.together():
            self._shelf.keep([clean], now)
        return clean

    def check(self, session: Session, service_id: str) -> LocalService:
        """Note that somebody of the centre has checked an entry today."""
        require(session, Deed.MEDIATE, session.person_id)
        service = self._found(service_id)
        now = self._clock.now()
        trainer = self._store.person(session.person_id)
        checked = dataclasses.replace(
            service,
            verified_on=now.astimezone().date(),
            verified_by="" if trainer is None else trainer.name,
        )
        with self._store.together():
            self._shelf.keep([checked], now)
        return checked

    def put_away(self, session: Session, service_id: str, *, back: bool = False) -> None:
        """Take an entry off the map, or bring it back."""
        require(session, Deed.MEDIATE, session.person_id)
        with self._store.together():
            self._shelf.keep([dataclasses.replace(self._found(service_id), active=back)], self._clock.now())

    def leaflet(self, session: Session, services: Sequence[LocalService], language: str) -> bytes:
        """Return a leaflet (PDF) of entries, in Slovenian and a learner's language."""
        _require_reading(session)
        from korak.reports.leaflet import leaflet  # noqa: PLC0415 - laid out when it is wanted

        today = self._clock.now().astimezone().date()
        checked = frozenset(one.id for one in services if is_checked(one, today))
        return leaflet(self._store.centre_name(), services, checked, today, language)

    def _begin(self) -> None:
        from korak.exchange.grids import read_grid  # noqa: PLC0415 - once in a centre's life

        now = self._clock.now()
        grid = read_grid(paths.assets() / "directory" / "sample.csv")
        entries = [_sample(new_id(now), dict(zip(grid.header, row.cells, strict=True))) for row in grid.rows]
        with self._store.together():
            self._shelf.keep(entries, now)
            self._store.set_setting(_BEGUN, now.isoformat(), now)

    def _found(self, service_id: str) -> LocalService:
        found = next((one for one in self._shelf.all() if one.id == service_id), None)
        if found is None:
            raise not_found("service", service_id)
        return found


def _require_reading(session: Session) -> None:
    """Everybody may read the map: learners as part of the course, trainers as theirs."""
    if session.role is Role.LEARNER:
        require(session, Deed.TAKE_PART, session.person_id)
    else:
        require(session, Deed.SEE_PEOPLE)


def _sample(identity: str, cells: Mapping[str, str]) -> LocalService:
    return LocalService(
        id=identity,
        name=cells["name"],
        kind=cells["kind"],
        town=cells["town"],
        address=cells["address"],
        phone=cells["phone"],
        web=cells["web"],
        for_what=cells["for_what"],
        source=cells["source"],
    )


def _contact(service: LocalService) -> tuple[str, ...]:
    return service.name, service.address, service.phone, service.web, service.hours
