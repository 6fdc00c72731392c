# SPDX-License-Identifier: GPL-3.0-or-later
"""What is printed: a learner's record, on the screen and on paper the same object."""

from korak.centre.people import Person, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.pack import Pack
from korak.learning.record import Holder, Issuer, LearnerRecord, learner_record
from korak.services.access import require
from korak.services.people import not_found
from korak.storage.store import Store

CONTACT = "contact"  # the setting that holds the line under "Kje dobim pomoč"


class Sheets:
    """The sheets of a centre: learners get their own, a trainer everybody's."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock

    def learner(self, session: Session, person_id: str, second_language: str | None = None) -> LearnerRecord:
        """Return somebody's record; beside Slovenian it speaks the language given, else their own."""
        require(session, Deed.SEE_RECORD, person_id)
        person = self._store.person(person_id)
        if person is None:
            raise not_found("person", person_id)
        return learner_record(
            self._pack,
            self._store.attempts(person_id),
            _holder(person, second_language),
            Issuer(self._store.centre_name(), self._store.setting(CONTACT) or ""),
            self._clock.now().astimezone().date(),
            zone=None,
        )

    def learner_pdf(self, session: Session, person_id: str, second_language: str | None = None) -> bytes:
        """Return the same record as a two-page PDF; a QGuiApplication must be there."""
        # Only who prints pays for Qt's text layout: the command line and the tests of services do not.
        from korak.reports.learner_sheet import learner_sheet  # noqa: PLC0415

        record = self.learner(session, person_id, second_language)
        return learner_sheet(record, record.holder.second_language)


def _holder(person: Person, second_language: str | None) -> Holder:
    second = second_language or person.language
    return Holder(
        person=person.id, name=person.shown_name, second_language=None if second == "sl" else second
    )
