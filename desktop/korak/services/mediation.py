# SPDX-License-Identifier: GPL-3.0-or-later
"""The mediators' log: everybody writes their own, a trainer reads all, staff see the totals."""

import dataclasses
from collections.abc import Iterable, Sequence

from korak.centre.mediation import (
    MOST_MINUTES,
    MOST_PEOPLE,
    TOPICS,
    Mediated,
    ProofState,
    Topic,
    YearTable,
    proof,
    year_table,
)
from korak.centre.people import Person, Role, Session
from korak.centre.privacy import Deed, may
from korak.clock import Clock
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.mediation import MediationShelf
from korak.storage.store import Store


class MediationLog:
    """Entries are facts: a correction keeps what stood before."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._shelf = MediationShelf(store)
        self._clock = clock

    # ------------------------------------------------------------------ entries

    def entries(self, session: Session, mediator: str = "") -> tuple[Mediated, ...]:
        """Return somebody's entries (trainers: nobody named means everybody's), the newest day first."""
        require(session, Deed.MEDIATE, mediator or None)
        return tuple(sorted(_standing(self._shelf.versions(mediator)), key=_newest_first, reverse=True))

    def versions(self, session: Session, entry: str) -> tuple[Mediated, ...]:
        """Return an entry as it was written and as it was corrected, in order."""
        found = self._shelf.versions(entry=entry)
        if not found:
            raise not_found("mediation", entry)
        require(session, Deed.MEDIATE, found[0].mediator)
        return found

    def add(self, session: Session, one: Mediated) -> Mediated:
        """Keep a new entry of whoever is here."""
        require(session, Deed.MEDIATE, session.person_id)
        clean = self._checked(one)
        now = self._clock.now()
        identity = new_id(now)
        kept = dataclasses.replace(clean, entry=identity, mediator=session.person_id, gone=False)
        with self._store.together():
            self._shelf.add(identity, kept, now)
        return kept

    def correct(self, session: Session, one: Mediated) -> Mediated:
        """Keep a correction of one's own entry; what stood before stays."""
        self._require_own(session, one.entry)
        clean = dataclasses.replace(self._checked(one), mediator=session.person_id)
        now = self._clock.now()
        with self._store.together():
            self._shelf.add(new_id(now), clean, now)
        return clean

    def take_out(self, session: Session, entry: str, *, back: bool = False) -> None:
        """Take one's own entry out of the log, or bring it back; nothing is deleted."""
        last = self._require_own(session, entry)
        now = self._clock.now()
        with self._store.together():
            self._shelf.add(new_id(now), dataclasses.replace(last, gone=not back), now)

    def last(self, session: Session) -> Mediated | None:
        """Return what whoever is here wrote last: the next entry begins like it."""
        require(session, Deed.MEDIATE, session.person_id)
        written = [one for one in self._shelf.versions(session.person_id) if not one.gone]
        return written[-1] if written else None

    # ------------------------------------------------------------------ totals

    def mediators(self, session: Session) -> tuple[Person, ...]:
        """Return whose totals this session may see: everybody with entries and every mediator, by name."""
        if not self._sees_totals_of_all(session):
            require(session, Deed.MEDIATE, session.person_id)
            own = self._store.person(session.person_id)
            return () if own is None else (own,)
        known = {one.mediator for one in self._shelf.versions()}
        working = {person.id for person in self._store.people(Role.MEDIATOR) if person.active}
        found = (self._store.person(person_id) for person_id in known | working)
        return tuple(sorted((one for one in found if one is not None), key=_name))

    def year(self, session: Session, year: int, mediator: str = "") -> YearTable:
        """Return a year's totals of one mediator, or of all of them; no entry comes out."""
        return year_table(self._counted(session, mediator), year)

    def proof(self, session: Session, mediator: str) -> ProofState:
        """Return how far a mediator has come towards the 300 hours."""
        return proof(self._counted(session, mediator), self._clock.now().astimezone().date())

    def year_pdf(self, session: Session, year: int, mediator: str = "") -> bytes:
        """Return a year's totals as a sheet to be signed by hand (PDF)."""
        from korak.reports.mediation import year_sheet  # noqa: PLC0415 - laid out when it is wanted

        table = self.year(session, year, mediator)
        state = self.proof(session, mediator) if mediator else None
        return year_sheet(self._store.centre_name(), self._name(mediator), table, state, self._names())

    def year_workbook(self, session: Session, year: int, mediator: str = "") -> bytes:
        """Return a year's totals as a spreadsheet; whoever may read the entries gets them on a sheet too."""
        from korak.exchange.mediation_file import mediation_workbook  # noqa: PLC0415

        table = self.year(session, year, mediator)
        entries: Sequence[Mediated] = ()
        if may(session, Deed.MEDIATE, mediator or None):
            entries = [one for one in self.entries(session, mediator) if one.day.year == year]
        people = {person.id: person.name for person in self.mediators(session)}
        return mediation_workbook(table, entries, self._names(), people)

    # ------------------------------------------------------------------ topics

    def topics(self, session: Session, *, every: bool = False) -> tuple[Topic, ...]:
        """Return the topics one can choose, or also those put away."""
        if not self._sees_totals_of_all(session):
            require(session, Deed.MEDIATE, session.person_id)
        return tuple(topic for topic in self._topics() if every or topic.active)

    def keep_topic(self, session: Session, topic: Topic) -> Topic:
        """Keep a new or changed topic; a new one has no code yet."""
        require(session, Deed.MEDIATE, session.person_id)
        name = " ".join(topic.name.split())
        now = self._clock.now()
        clean = dataclasses.replace(topic, code=topic.code or new_id(now), name=name)
        if not topic.code and not name:
            raise ServiceFault(FaultKind.NAME_MISSING, {"what": "topic"})
        others = {one.name.casefold() for one in self._topics() if one.code != clean.code and one.name}
        if name and name.casefold() in others:
            raise ServiceFault(FaultKind.NAME_TAKEN, {"what": "topic", "name": name})
        with self._store.together():
            self._shelf.keep_topics([clean], now)
        return clean

    # ------------------------------------------------------------------ internal

    def _topics(self) -> tuple[Topic, ...]:
        changed = {topic.code: topic for topic in self._shelf.topics()}
        known = [changed.pop(topic.code, topic) for topic in TOPICS]
        return (*known, *changed.values())

    def _names(self) -> dict[str, str]:
        """Return the codes in Slovenian words, as the sheets say them."""
        from korak.i18n import CONTENT_LANGUAGE, gettext_in  # noqa: PLC0415
        from korak.reports.mediation_words import WORDS  # noqa: PLC0415

        words = {code: gettext_in(CONTENT_LANGUAGE, word) for code, word in WORDS.items()}
        return words | {topic.code: topic.name for topic in self._topics() if topic.name}

    def _name(self, mediator: str) -> str:
        person = self._store.person(mediator) if mediator else None
        return "" if person is None else person.name

    def _sees_totals_of_all(self, session: Session) -> bool:
        return may(session, Deed.REPORT) or may(session, Deed.MEDIATE)

    def _counted(self, session: Session, mediator: str) -> tuple[Mediated, ...]:
        if not self._sees_totals_of_all(session):
            require(session, Deed.MEDIATE, mediator or None)
        return _standing(self._shelf.versions(mediator))

    def _require_own(self, session: Session, entry: str) -> Mediated:
        """Return the last version of an entry that whoever is here wrote themselves."""
        require(session, Deed.MEDIATE, session.person_id)
        found = self._shelf.versions(entry=entry)
        if not found:
            raise not_found("mediation", entry)
        if found[0].mediator != session.person_id:
            raise ServiceFault(FaultKind.NOT_ALLOWED, {"deed": Deed.MEDIATE.value})
        return found[-1]

    def _checked(self, one: Mediated) -> Mediated:
        place = " ".join(one.place.split())
        if not place:
            raise ServiceFault(FaultKind.PLACE_MISSING)
        if not 1 <= one.minutes <= MOST_MINUTES:
            raise ServiceFault(FaultKind.BAD_MINUTES, {"most": str(MOST_MINUTES)})
        if one.day > self._clock.now().astimezone().date():
            raise ServiceFault(FaultKind.DAY_AHEAD)
        if one.topic not in {topic.code for topic in self._topics()}:
            raise not_found("topic", one.topic)
        return dataclasses.replace(
            one, place=place, agreed=one.agreed.strip(), people=min(max(one.people, 1), MOST_PEOPLE)
        )


def _standing(versions: Iterable[Mediated]) -> tuple[Mediated, ...]:
    """Return every entry as it stands now, without those taken out."""
    last: dict[str, Mediated] = {}
    times: dict[str, int] = {}
    for one in versions:
        times[one.entry] = times.get(one.entry, -1) + 1
        last[one.entry] = one
    return tuple(
        dataclasses.replace(one, corrected=times[entry]) for entry, one in last.items() if not one.gone
    )


def _newest_first(one: Mediated) -> tuple[str, str]:
    return one.day.isoformat(), one.entry


def _name(person: Person) -> str:
    return person.name.casefold()
