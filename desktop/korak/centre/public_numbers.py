# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers a centre publishes about a year or another time."""

from dataclasses import dataclass
from datetime import date

from korak.centre.report_filters import Days


@dataclass(frozen=True, slots=True)
class PublicNumbers:
    """What centres publish of a year or another time; everybody is counted once.

    `groups` met at least once, `people` were there at least once, `enrolled` were in one of the centre's
    groups in that time, whether they came or not; `minutes` of teaching were held.
    """

    days: Days
    made_on: date
    groups: int
    people: int
    enrolled: int
    minutes: int
    meetings: int
    programme: str = ""
