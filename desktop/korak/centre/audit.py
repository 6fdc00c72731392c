# SPDX-License-Identifier: GPL-3.0-or-later
"""What was changed after it counted: who, when, what it was, what it is now, and why."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of something that was locked; it can only be added, never taken back.

    `subject` names the kind of thing ("attendance", "score"), `thing` which one it is (a meeting's or an
    attempt's id), `person` whose record it is, `field` what of it changed. `old` and `new` are codes and
    numbers as they are stored, not sentences.
    """

    id: str
    device: str
    at: datetime
    by: str  # the id of the person who changed it
    subject: str
    thing: str
    person: str
    field: str
    old: str
    new: str
    why: str
