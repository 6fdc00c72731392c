# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the head of a report that goes out: the centre, and what the programme has to show."""

from datetime import date

from korak.centre.listing import Sender
from korak.storage.programmes import ProgrammeShelf


def sender_of(centre: str, day: date, shelf: ProgrammeShelf, programme_id: str = "") -> Sender:
    """Return who hands a report out; contract, funder and logos where there is a programme."""
    programme = shelf.programme(programme_id) if programme_id else None
    if programme is None:
        return Sender(centre, day)
    told = (programme.contract, programme.funder)
    lines = (" · ".join(part for part in told if part), programme.cofunding)
    logos = tuple(logo.data for logo in shelf.logos(programme_id))
    return Sender(centre, day, tuple(line for line in lines if line), logos)
