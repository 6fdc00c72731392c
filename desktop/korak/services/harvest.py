# SPDX-License-Identifier: GPL-3.0-or-later
"""The graphic harvest: a poster of what a group can do now, made of facts and of what may be printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from korak.centre.harvest import MOST_QUOTES, Harvest, Said, gathered
from korak.centre.people import Group, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.pack import Pack
from korak.learning.record import Holder, Issuer, LearnerRecord, learner_record
from korak.services.access import require
from korak.services.attendance import AttendanceBook
from korak.services.people import not_found
from korak.services.programmes import Programmes
from korak.services.stories import Quote, Stories
from korak.storage.store import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants of a poster; quotes are sentences of `quotes()`, at most three."""

    group: str
    title: str = ""
    quotes: tuple[Quote, ...] = ()


class Harvests:
    """Gathers a group's course and draws it."""

    def __init__(
        self,
        store: Store,
        pack: Pack,
        clock: Clock,
        *,
        book: AttendanceBook,
        programmes: Programmes,
        stories: Stories,
    ) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._book = book
        self._programmes = programmes
        self._stories = stories

    def groups(self, session: Session) -> tuple[Group, ...]:
        """Return the groups a poster can be made for."""
        require(session, Deed.PUBLISH)
        return self._store.groups()

    def quotes(self, session: Session, group_id: str) -> tuple[Quote, ...]:
        """Return the sentences of the group's stories that may be printed."""
        require(session, Deed.PUBLISH)
        people = {person.id for person in self._book.of_group(session, group_id).people}
        return tuple(quote for quote in self._stories.quotes(session) if quote.person in people)

    def gather(self, session: Session, wanted: Wanted) -> Harvest:
        """Return what the poster shows; a quote whose consent has ended since it was chosen is left out."""
        require(session, Deed.PUBLISH)
        group = next((one for one in self._store.groups(active=None) if one.id == wanted.group), None)
        if group is None:
            raise not_found("group", wanted.group)
        found = self._book.of_group(session, group.id)
        records = [self._record(person.id) for person in found.people]
        programme = self._programmes.of_group(session, group.id)
        logos = () if programme is None else self._programmes.logos(session, programme.id)
        allowed = set(self.quotes(session, group.id))
        return Harvest(
            title=" ".join(wanted.title.split()) or self._pack.title,
            group=group.name,
            centre=self._store.centre_name(),
            made_on=self._clock.now().astimezone().date(),
            first=min((meeting.day for meeting in found.meetings), default=None),
            last=max((meeting.day for meeting in found.meetings), default=None),
            meetings=len(found.meetings),
            minutes=sum(meeting.teaching_minutes for meeting in found.meetings),
            people=len(found.people),
            languages=len({person.language for person in found.people if person.name}),
            words=len({word for record in records for word in record.words_known}),
            can_do=gathered(
                [(lesson.id, lesson.can_do, lesson.pictogram) for lesson in record.can_do]
                for record in records
            ),
            quotes=_chosen(wanted.quotes, allowed),
            cofunding="" if programme is None else programme.cofunding,
            logos=tuple(logo.data for logo in logos),
        )

    def poster(self, session: Session, wanted: Wanted, *, large: bool = False) -> bytes:
        """Return the poster as a PDF of one page, A4 or (large) A3."""
        from korak.reports.harvest import poster  # noqa: PLC0415 - drawn when it is wanted
        from korak.reports.offscreen import application  # noqa: PLC0415

        application()
        return poster(self.gather(session, wanted), large=large)

    def _record(self, person_id: str) -> LearnerRecord:
        return learner_record(
            self._pack,
            self._store.attempts(person_id),
            Holder(person_id, ""),
            Issuer(""),
            self._clock.now().astimezone().date(),
            zone=None,
        )


def _chosen(quotes: Sequence[Quote], allowed: set[Quote]) -> tuple[Said, ...]:
    return tuple(Said(one.text, one.name, one.language) for one in quotes if one in allowed)[:MOST_QUOTES]
