# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners ask about their own data, and what was answered: within a month, as the law wants it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

ANSWER_WITHIN = timedelta(days=30)  # a month (GDPR, article 12(3))


class Wanted(StrEnum):
    """What somebody asks for."""

    CORRECT = "correct"  # something about me is wrong
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Request:
    """One request; `text` is in the learner's own words."""

    id: str
    at: datetime
    person: str
    what: Wanted
    text: str = ""

    @property
    def due(self) -> date:
        """The last day for an answer."""
        return (self.at.astimezone() + ANSWER_WITHIN).date()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: whether it was done as asked, and in words what was done, or why not."""

    request: str
    at: datetime
    done: bool
    note: str
    by: str
