# SPDX-License-Identifier: GPL-3.0-or-later
"""What was changed after it counted: who, when, what it was, what it is, why."""

import dataclasses
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from korak.centre.audit import Change, Kind, Wanted, fits
from korak.centre.people import Session
from korak.centre.privacy import Deed, may
from korak.clock import Clock
from korak.services.access import require
from korak.storage.audit_trail import AuditTrailShelf
from korak.storage.store import Store

_FIRST, _LAST = datetime(1970, 1, 2, tzinfo=UTC), datetime(9998, 1, 1, tzinfo=UTC)


class AuditTrail:
    """Reads the trail; it can be added to by changing something, and never altered."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._shelf = AuditTrailShelf(store)
        self._clock = clock

    def changes(self, session: Session, wanted: Wanted) -> tuple[Change, ...]:
        """Return the lines asked for, the newest first.

        Whoever may not see results (staff) sees that points were changed, by whom and why, but not which.
        """
        require(session, Deed.SEE_AUDIT)
        since = _FIRST if wanted.since is None else _local(wanted.since, time.min)
        until = _LAST if wanted.until is None else _local(wanted.until, time.max)
        found = tuple(one for one in self._shelf.changes(since, until) if fits(one, wanted))
        if may(session, Deed.SEE_RECORD, ""):
            return found
        return tuple(
            dataclasses.replace(one, old=None, new=None) if one.kind is Kind.MARK else one for one in found
        )

    def sheet(self, session: Session, changes: Sequence[Change]) -> bytes:
        """Return lines as a sheet for the centre's files (PDF)."""
        require(session, Deed.SEE_AUDIT)
        from korak.reports.audit import audit_sheet  # noqa: PLC0415 - laid out when it is wanted

        return audit_sheet(self._store.centre_name(), changes, self._today())

    def workbook(self, session: Session, changes: Sequence[Change]) -> bytes:
        """Return lines as a spreadsheet."""
        require(session, Deed.SEE_AUDIT)
        from korak.exchange.audit_file import audit_workbook  # noqa: PLC0415
        from korak.reports.audit_words import slovenian  # noqa: PLC0415

        return audit_workbook([(one, slovenian(one)) for one in changes])

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def _local(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment).astimezone().astimezone(UTC)
