# SPDX-License-Identifier: GPL-3.0-or-later
"""How long what is kept: two clocks, and whose time is over.

Learning data (answers, task logs, sign-ins) are kept for some months after the last thing somebody did. What
a funder may want to see (attendance, enrolments, the few details) is kept for years after the last place in a
group ended; contracts say how many, so the centre sets both. Nothing goes by itself: a person decides.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Purpose(StrEnum):
    """What somebody may be asked to agree to, apart from the course itself."""

    PHOTO = "photo"
    STORY = "story"
    CONTACT = "contact"  # to be called or written to after the course


class Use(StrEnum):
    """Where a story or a photo may be shown."""

    WEB = "web"  # on the centre's web page
    PRINT = "print"  # in a booklet, on a poster
    REPORT = "report"  # in the report to the funder


@dataclass(frozen=True, slots=True)
class Scope:
    """What exactly an answer speaks of: one story, the version shown (or the photo), and its uses."""

    story: str
    version: str
    uses: frozenset[Use]


@dataclass(frozen=True, slots=True)
class Consent:
    """One answer: given or withdrawn; the latest for a person and purpose holds, until its last day."""

    id: str
    at: datetime
    person: str
    purpose: Purpose
    given: bool
    until: date | None = None
    note: str = ""
    scope: Scope | None = None  # None: to the purpose as a whole


@dataclass(frozen=True, slots=True)
class Clocks:
    """How long things are kept."""

    learning_months: int = 12
    document_years: int = 5


@dataclass(frozen=True, slots=True)
class Trace:
    """The last days of somebody: something learned, and a place in a group (None: still in one, or never)."""

    person: str
    learned: date | None
    left: date | None
    enrolled: bool


def holds(answers: Iterable[Consent], today: date) -> bool:
    """Tell whether the latest of somebody's answers to one purpose still holds."""
    ordered = sorted(answers, key=_moment)
    if not ordered:
        return False
    last = ordered[-1]
    return last.given and (last.until is None or today <= last.until)


def months_before(day: date, months: int) -> date:
    """Return the same day some months earlier, or the last day of that month where it has no such day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def learning_due(traces: Iterable[Trace], clocks: Clocks, today: date) -> tuple[str, ...]:
    """Return whose learning data have been kept long enough; nobody who is in a group."""
    limit = months_before(today, clocks.learning_months)
    return tuple(
        one.person for one in traces if not one.enrolled and one.learned is not None and one.learned < limit
    )


def documents_due(traces: Iterable[Trace], clocks: Clocks, today: date) -> tuple[str, ...]:
    """Return whose documents have been kept long enough: years counted from the end of the year they left."""
    return tuple(
        one.person
        for one in traces
        if not one.enrolled and one.left is not None and one.left.year + clocks.document_years < today.year
    )


def by_subject(answers: Iterable[Consent]) -> Mapping[tuple[str, Purpose, str], tuple[Consent, ...]]:
    """Return the answers of each person to each purpose and story ("": the purpose as a whole), in order.

    A "no" to a purpose as a whole is an answer about each of that person's stories, too.
    """
    found: dict[tuple[str, Purpose, str], list[Consent]] = {}
    for one in sorted(answers, key=_moment):
        story = "" if one.scope is None else one.scope.story
        found.setdefault((one.person, one.purpose, story), []).append(one)
    return {
        (person, purpose, story): tuple(
            sorted((*ones, *(_refusals(found.get((person, purpose, ""), ())) if story else ())), key=_moment)
        )
        for (person, purpose, story), ones in found.items()
    }


def _refusals(answers: Iterable[Consent]) -> tuple[Consent, ...]:
    return tuple(one for one in answers if not one.given)


def _moment(consent: Consent) -> tuple[datetime, bool, str]:
    """When something was answered; of two answers of one moment the "no" is the later."""
    return consent.at, not consent.given, consent.id
