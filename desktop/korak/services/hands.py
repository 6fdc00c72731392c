# SPDX-License-Identifier: GPL-3.0-or-later
"""Practice of mouse and keyboard: each movement that was done to the end is kept."""

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.pack import Pack
from korak.learning.attempt import Attempt
from korak.learning.hands import PRACTICE, Drill, Hand, practised
from korak.services.access import require
from korak.storage.ids import new_id
from korak.storage.store import Store


class HandPractice:
    """What a learner can do with mouse and keyboard."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock

    def done(self, session: Session) -> frozenset[Hand]:
        """Return the movements somebody has done to the end."""
        require(session, Deed.LEARN, session.person_id)
        return practised(self._store.attempts(session.person_id, PRACTICE))

    def passed(self, session: Session, drill: Drill, seconds: float) -> Attempt:
        """Keep that a movement was done to the end; it is on the disk when this returns."""
        require(session, Deed.LEARN, session.person_id)
        now = self._clock.now()
        attempt = Attempt(
            id=new_id(now),
            device=self._store.device,
            at=now,
            person=session.person_id,
            pack=self._pack.id,
            pack_version=self._pack.version,
            lesson=PRACTICE,
            station=drill.hand,
            kind="hands",
            errors=drill.strayed,
            seconds=round(max(seconds, 0.0), 1),
        )
        self._store.add_attempt(attempt)
        return attempt
