# SPDX-License-Identifier: GPL-3.0-or-later
"""The question every service asks before it touches a record."""

from korak.centre.people import Session
from korak.centre.privacy import Deed, may
from korak.services.faults import FaultKind, ServiceFault


def require(session: Session, deed: Deed, person_id: str | None = None) -> None:
    """Refuse whoever may not do this with that person's record."""
    if not may(session, deed, person_id):
        raise ServiceFault(FaultKind.NOT_ALLOWED, {"deed": deed.value})


def require_any(session: Session, deeds: tuple[Deed, ...], person_id: str | None = None) -> None:
    """Refuse whoever may do none of these with that person's record."""
    if not any(may(session, deed, person_id) for deed in deeds):
        raise ServiceFault(FaultKind.NOT_ALLOWED, {"deed": deeds[0].value})
