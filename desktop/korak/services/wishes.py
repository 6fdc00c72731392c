# SPDX-License-Identifier: GPL-3.0-or-later
"""What a learner wishes of this computer: that the steps are read aloud by themselves."""

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.services.access import require
from korak.storage.store import Store

_YES, _NO = "1", "0"


class Wishes:
    """The wishes of whoever is signed in; everybody has their own."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def reads_aloud(self, session: Session) -> bool:
        """Tell whether the coach's sentences are read aloud by themselves; not, until somebody wishes it."""
        require(session, Deed.LEARN, session.person_id)
        return self._store.setting(reads_aloud(session.person_id)) == _YES

    def read_aloud(self, session: Session, on: bool) -> None:
        """Keep that wish."""
        require(session, Deed.LEARN, session.person_id)
        name = reads_aloud(session.person_id)
        self._store.set_setting(name, _YES if on else _NO, self._clock.now())


def reads_aloud(person: str) -> str:
    """Return the name of the setting that holds a person's wish (it goes when the person is erased)."""
    return f"reads_aloud/{person}"
