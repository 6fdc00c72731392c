# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for the whole centre: its name, and when a screen locks itself."""

from korak.centre.people import CentreSettings, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.services.access import require
from korak.services.people import needed
from korak.storage.store import Store

_IDLE = "idle_minutes"
FEWEST_MINUTES, MOST_MINUTES = 1, 120


class Centre:
    """The settings of a centre."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def settings(self) -> CentreSettings:
        """Return what the trainer set; the wall needs it before anybody is let in."""
        known = CentreSettings(self._store.centre_name())
        minutes = self._store.setting(_IDLE)
        if minutes is None or not minutes.isdigit():
            return known
        return CentreSettings(known.name, _within(int(minutes)))

    def change(self, session: Session, settings: CentreSettings) -> CentreSettings:
        """Keep new settings."""
        require(session, Deed.CHANGE_CENTRE)
        name, minutes = needed(settings.name, "centre"), _within(settings.idle_minutes)
        with self._store.together():
            self._store.rename_centre(name)
            self._store.set_setting(_IDLE, str(minutes), self._clock.now())
        return CentreSettings(name, minutes)


def _within(minutes: int) -> int:
    return min(max(minutes, FEWEST_MINUTES), MOST_MINUTES)
