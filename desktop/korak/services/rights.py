# SPDX-License-Identifier: GPL-3.0-or-later
"""What a learner may ask for (to see, to take along, to be forgotten), consents, and the two clocks."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from korak.alphabet import Order, by_name
from korak.centre.people import Person, Role, Session
from korak.centre.privacy import Deed
from korak.centre.retention import (
    Clocks,
    Consent,
    Purpose,
    Trace,
    by_subject,
    documents_due,
    holds,
    learning_due,
)
from korak.clock import Clock
from korak.services.access import require, require_any
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.needs import NeedsShelf
from korak.storage.proposals import ProposalShelf
from korak.storage.rights import DOCUMENTS, RightsShelf
from korak.storage.store import Store

_MONTHS, _YEARS, _REMINDED = "keep_learning_months", "keep_document_years", "retention_reminded"
PERSON, LEARNING, DOCUMENT = "person", "learning", "documents"
"""What an erasure took away."""


@dataclass(frozen=True, slots=True)
class Due:
    """Whose time is over, with the last day of each; nothing has gone yet."""

    learning: tuple[tuple[Person, date], ...]
    documents: tuple[tuple[Person, date], ...]

    def __bool__(self) -> bool:
        return bool(self.learning or self.documents)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What one person answered last to one purpose, and whether it holds today."""

    person: Person
    consent: Consent
    holds: bool


class Rights:
    """The learner's rights over a record, and the centre's duties."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        from korak.storage.schema import TABLES  # noqa: PLC0415 - all shelves, needed by nobody else

        self._shelf = RightsShelf(store, TABLES)
        self._clock = clock

    # ------------------------------------------------------------------ to see and to take along

    def own_record(self, session: Session, person_id: str) -> bytes:
        """Return everything kept about somebody as a JSON text file (UTF-8), secrets left out."""
        require(session, Deed.SEE_RECORD, person_id)
        person = self._learner(person_id)
        kept = self._shelf.everything(person_id)
        told = {
            "korak": "everything kept about one person",
            "name": person.name,
            "written": self._clock.now().isoformat(timespec="seconds"),
            "tables": kept,
        }
        return json.dumps(told, ensure_ascii=False, indent=2, default=_readable).encode()

    def bundle(self, session: Session, person_id: str, sheet: bytes) -> bytes:
        """Return everything kept about somebody as a ZIP: the sheet (PDF), all as JSON, each table as CSV."""
        from korak.exchange.own_record import bundle  # noqa: PLC0415 - seldom needed

        record = self.own_record(session, person_id)
        return bundle(sheet, record, self._shelf.everything(person_id), _readable)

    # ------------------------------------------------------------------ to be forgotten

    def erase(self, session: Session, person_id: str) -> None:
        """Forget a learner: name, tile, answers, results go; counted hours stay, without a name."""
        require(session, Deed.CHANGE_PEOPLE)
        person = self._learner(person_id)
        now = self._clock.now()
        with self._store.together():
            self._keep_totals(person_id, now)
            self._shelf.erase(person_id, DOCUMENTS)
            self._store.end_enrolments(person_id, now)
            nameless = dataclasses.replace(
                person, name="", alias="", picture="star", language="sl", active=False
            )
            self._store.change_person(nameless, now)
            self._note(person_id, PERSON, session)

    def due(self, session: Session) -> Due:
        """Return whose time is over."""
        require(session, Deed.CHANGE_PEOPLE)
        traces = {one.person: one for one in self._shelf.traces()}
        clocks, today = self.clocks(), self._today()
        learning = self._people(learning_due(traces.values(), clocks, today))
        documents = self._people(documents_due(traces.values(), clocks, today))
        return Due(
            tuple((person, _last(traces[person.id])) for person in learning),
            tuple((person, _last(traces[person.id])) for person in documents),
        )

    def erase_learning(self, session: Session, people: Iterable[str]) -> int:
        """Take away answers, logs and sign-ins of people whose time is over; return how many people."""
        require(session, Deed.CHANGE_PEOPLE)
        wanted = set(people) & {person.id for person, _day in self.due(session).learning}
        with self._store.together():
            for person_id in wanted:
                self._keep_totals(person_id, self._clock.now())
                self._shelf.erase_learning(person_id)
                self._erase_stories(person_id)
                self._note(person_id, LEARNING, session)
        return len(wanted)

    def erase_documents(self, session: Session, people: Iterable[str]) -> int:
        """Take away everything about people whose documents need not be kept any more; return how many."""
        require(session, Deed.CHANGE_PEOPLE)
        wanted = set(people) & {person.id for person, _day in self.due(session).documents}
        with self._store.together():
            for person_id in wanted:
                self._keep_totals(person_id, self._clock.now())
                self._shelf.erase(person_id, frozenset())
                self._shelf.drop_person(person_id)
                self._note(person_id, DOCUMENT, session)
        return len(wanted)

    def erasures(self, session: Session) -> tuple[tuple[datetime, str], ...]:
        """Return when something was erased, and what; the newest first."""
        require(session, Deed.CHANGE_PEOPLE)
        return tuple((at, what) for at, _person, what in self._shelf.erasures())

    # ------------------------------------------------------------------ the clocks

    def clocks(self) -> Clocks:
        """Return how long things are kept."""
        standard = Clocks()
        months, years = self._store.setting(_MONTHS), self._store.setting(_YEARS)
        return Clocks(
            int(months) if months else standard.learning_months,
            int(years) if years else standard.document_years,
        )

    def set_clocks(self, session: Session, clocks: Clocks) -> None:
        """Set how long things are kept: at least a month, at least a year."""
        require(session, Deed.CHANGE_CENTRE)
        if clocks.learning_months < 1 or clocks.document_years < 1:
            raise ServiceFault(FaultKind.TOO_SHORT)
        now = self._clock.now()
        with self._store.together():
            self._store.set_setting(_MONTHS, str(clocks.learning_months), now)
            self._store.set_setting(_YEARS, str(clocks.document_years), now)

    def reminder(self, session: Session) -> Due | None:
        """Return what is due, once a month; None if nothing is, or if this month was told already."""
        require(session, Deed.CHANGE_PEOPLE)
        month = self._today().strftime("%Y-%m")
        if self._store.setting(_REMINDED) == month:
            return None
        return self.due(session) or None

    def reminded(self, session: Session) -> None:
        """Note that somebody has seen this month's reminder."""
        require(session, Deed.CHANGE_PEOPLE)
        self._store.set_setting(_REMINDED, self._today().strftime("%Y-%m"), self._clock.now())

    # ------------------------------------------------------------------ what people agreed to

    def answer(
        self, session: Session, person_id: str, purpose: Purpose, *, given: bool, until: date | None = None
    ) -> None:
        """Keep somebody's answer; a learner may always answer for themselves, also no after yes."""
        require_any(session, (Deed.SEE_RECORD, Deed.CHANGE_PEOPLE), person_id)
        self._learner(person_id)
        if until is not None and until < self._today():
            raise ServiceFault(FaultKind.DAY_GONE, {"day": until.isoformat()})
        now = self._clock.now()
        consent = Consent(new_id(now), now, person_id, purpose, given, until)
        self._shelf.add_consent(consent, session.person_id)

    def agreed(self, session: Session, person_id: str) -> Mapping[Purpose, bool]:
        """Return what holds today for one person."""
        require_any(session, (Deed.SEE_RECORD, Deed.CHANGE_PEOPLE), person_id)
        given = dict.fromkeys(Purpose, False)
        for (_person, purpose, _story), ones in by_subject(self._shelf.consents(person_id)).items():
            given[purpose] = given[purpose] or holds(ones, self._today())
        return given

    def register(self, session: Session) -> tuple[Agreed, ...]:
        """Return the consent register: the last answer of everybody to every purpose and story, by name."""
        require(session, Deed.CHANGE_PEOPLE)
        people = {person.id: person for person in self._store.people(Role.LEARNER)}
        found = [
            Agreed(people[person], ones[-1], holds(ones, self._today()))
            for (person, _purpose, _story), ones in by_subject(self._shelf.consents()).items()
            if person in people
        ]
        return tuple(sorted(found, key=_by_name))

    # ------------------------------------------------------------------ internal

    def _keep_totals(self, person_id: str, at: datetime) -> None:
        """Before somebody goes: what they wished, voted and said stays counted, without a name."""
        NeedsShelf(self._store).let_go(person_id, at)
        ProposalShelf(self._store).let_go(person_id, at)

    def _note(self, person_id: str, what: str, session: Session) -> None:
        now = self._clock.now()
        self._shelf.note_erasure(new_id(now), person_id, what, session.person_id, now)

    def _erase_stories(self, person_id: str) -> None:
        """Take away what somebody wrote, but for stories that may still be shown."""
        from korak.centre.stories import permit  # noqa: PLC0415 - once a month
        from korak.storage.stories import StoryShelf  # noqa: PLC0415

        shelf, answers = StoryShelf(self._store), self._shelf.consents(person_id)
        for story in shelf.stories(person_id):
            if not permit(story, answers, self._today()).story:
                shelf.drop(story.id)

    def _people(self, ids: Iterable[str]) -> tuple[Person, ...]:
        found = [person for each in ids if (person := self._store.person(each)) is not None]
        return tuple(sorted(found, key=by_name))

    def _learner(self, person_id: str) -> Person:
        person = self._store.person(person_id)
        if person is None or person.role is not Role.LEARNER:
            raise not_found("person", person_id)
        return person

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def _last(trace: Trace) -> date:
    """The last day of somebody here."""
    days = [day for day in (trace.learned, trace.left) if day is not None]
    return max(days)


def _by_name(agreed: Agreed) -> tuple[Order, str, datetime]:
    return by_name(agreed.person), agreed.consent.purpose.value, agreed.consent.at


def _readable(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)
