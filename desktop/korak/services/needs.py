# SPDX-License-Identifier: GPL-3.0-or-later
"""What people want to be able to do: asked at entry, counted for a group, turned into an order of topics."""

from collections.abc import Mapping
from dataclasses import dataclass

from korak.centre.needs import (
    LONGEST_WISH,
    MOST_WISHES,
    Answer,
    Counted,
    Placed,
    Told,
    Way,
    counted,
    latest,
    proposed,
    wishes_by_topic,
)
from korak.centre.people import Person, Session
from korak.centre.plans import Plan
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.pack import Pack
from korak.content.plan import Need
from korak.services.access import require
from korak.services.calendar import Calendar
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.needs import KeptCounts, NeedsShelf
from korak.storage.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody of a group, and what they told last (None: nothing yet)."""

    person: Person
    answer: Answer | None


class Needs:
    """The needs of learners: each tells their own; mediators and trainers write for others, and count."""

    def __init__(self, store: Store, pack: Pack, clock: Clock, calendar: Calendar) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._calendar = calendar
        self._shelf = NeedsShelf(store)
        self._counts = KeptCounts(store)

    @property
    def choices(self) -> tuple[Need, ...]:
        """What can be wished for."""
        return self._pack.needs

    # ------------------------------------------------------------------ asking

    def waiting(self, session: Session) -> bool:
        """Tell whether this learner has neither answered nor said "no, thank you"."""
        require(session, Deed.COLLECT, session.person_id)
        return bool(self.choices) and not self._shelf.answers([session.person_id])

    def last(self, session: Session, person_id: str) -> Answer | None:
        """Return what somebody told last."""
        require(session, Deed.COLLECT, person_id)
        return latest(self._shelf.answers([person_id])).get(person_id)

    def history(self, session: Session, person_id: str) -> tuple[Answer, ...]:
        """Return everything somebody told, in order."""
        require(session, Deed.COLLECT, person_id)
        return self._shelf.answers([person_id])

    def tell(self, session: Session, person_id: str, told: Told, way: Way = Way.SELF) -> Answer:
        """Keep what somebody told; earlier answers stay. At most five wishes, each of the course, once."""
        require(session, Deed.COLLECT, person_id)
        known = {need.id for need in self.choices}
        wishes = tuple(dict.fromkeys(wish for wish in told.wishes if wish in known))
        if len(wishes) > MOST_WISHES:
            raise ServiceFault(FaultKind.OUT_OF_RANGE, {"most": str(MOST_WISHES)})
        words = told.words.strip()[:LONGEST_WISH]
        return self._keep(session, person_id, Told(wishes, dict(told.obstacles), words), way)

    def decline(self, session: Session, person_id: str) -> None:
        """Keep that somebody does not want to be asked; they may answer later all the same."""
        require(session, Deed.COLLECT, person_id)
        self._keep(session, person_id, Told(), Way.SELF, declined=True)

    # ------------------------------------------------------------------ a group

    def people(self, session: Session, group_id: str) -> tuple[Asked, ...]:
        """Return who is in a group and what each told last."""
        require(session, Deed.COLLECT)
        people = self._store.learners(group_id)
        last = latest(self._shelf.answers([person.id for person in people]))
        return tuple(Asked(person, last.get(person.id)) for person in people)

    def counted(self, session: Session, group_id: str) -> Counted:
        """Count what everybody told who is or was in a group; those forgotten since stay counted."""
        require(session, Deed.COLLECT)
        people = self._counts.people_of(group_id)
        return counted(self._shelf.answers(people), len(people), self._shelf.kept(group_id))

    def order(self, session: Session, group_id: str) -> tuple[Placed, ...]:
        """Return the group's plan in the order its needs propose, with the reason of each topic."""
        require(session, Deed.COLLECT)
        plan = self._calendar.plan(session, group_id)
        taught = self._calendar.taught(session, group_id)
        return proposed(plan, self._pack.plan, self.wishes_by_topic(session, group_id), taught)

    def wishes_by_topic(self, session: Session, group_id: str) -> Mapping[str, int]:
        """Return how many people of a group want each topic of the plan."""
        return wishes_by_topic(self.counted(session, group_id).wishes, self.choices)

    def accept_order(self, session: Session, group_id: str) -> Plan:
        """Make the proposed order the group's plan; return the plan as it was, to undo it."""
        require(session, Deed.TEACH)
        before = self._calendar.plan(session, group_id)
        order = self.order(session, group_id)
        self._calendar.set_plan(session, group_id, tuple(one.line for one in order))
        return before

    def undo_order(self, session: Session, group_id: str, before: Plan) -> None:
        """Bring the plan back that was there before."""
        self._calendar.set_plan(session, group_id, before)

    # ------------------------------------------------------------------ paper

    def summary_pdf(self, session: Session, group_id: str) -> bytes:
        """Return what a group told as one page (PDF); a QGuiApplication must be there."""
        from korak.reports.needs_sheet import NeedsSheet, needs_sheet  # noqa: PLC0415 - laid out when wanted

        found = next((group for group in self._store.groups(active=None) if group.id == group_id), None)
        if found is None:
            raise not_found("group", group_id)
        return needs_sheet(
            NeedsSheet(
                self._store.centre_name(),
                found.name,
                self.counted(session, group_id),
                self.choices,
                self.order(session, group_id),
                self._pack.plan,
                self._clock.now().astimezone().date(),
            )
        )

    def form_pdf(self, session: Session, language: str | None) -> bytes:
        """Return the questions as one page to be filled in by hand, Slovenian and one more language."""
        require(session, Deed.COLLECT)
        from korak.reports.needs_form import needs_form  # noqa: PLC0415 - laid out when wanted

        return needs_form(self._pack.id, self.choices, self._store.centre_name(), language)

    # ------------------------------------------------------------------ internal

    def _keep(
        self, session: Session, person_id: str, told: Told, way: Way, *, declined: bool = False
    ) -> Answer:
        if self._store.person(person_id) is None:
            raise not_found("person", person_id)
        now = self._clock.now()
        answer = Answer(new_id(now), now, person_id, session.person_id, way, told, declined)
        self._shelf.add(answer)
        return answer
