# SPDX-License-Identifier: GPL-3.0-or-later
"""How far learners, groups and the centre are: one report object for screen, paper and spreadsheet.

The database sums; no report holds more than one group's facts at a time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from korak.alphabet import by_name
from korak.assessment.learner_result import learner_result
from korak.centre.attendance import Tally
from korak.centre.enrolment import Standing, Stretch, standings
from korak.centre.people import Group, Person, Session
from korak.centre.privacy import Deed, may
from korak.centre.report_filters import Days, ReportFilters, lies_in
from korak.clock import Clock
from korak.content.pack import Pack
from korak.learning.days import learning_day
from korak.learning.memory import Memory
from korak.learning.progress_report import (
    FOR_EVER,
    Counts,
    Course,
    Facts,
    LessonMap,
    Line,
    ProgressReport,
    Scope,
    Span,
    counts_of,
    course_of,
    facts_of,
    lesson_lines,
    map_of,
    together,
)
from korak.services.access import require
from korak.services.attendance import AttendanceBook
from korak.services.people import not_found
from korak.services.report_sender import sender_of
from korak.services.result_texts import result_texts
from korak.services.sittings import Sittings
from korak.services.words import words_of_stations
from korak.storage.enrolments import EnrolmentShelf
from korak.storage.programmes import ProgrammeShelf
from korak.storage.progress import ProgressShelf
from korak.storage.store import Store

GoOn = Callable[[int, int], bool]
"""Is told how many groups of how many are done; False ends the work."""


@dataclass(frozen=True, slots=True)
class _People:
    """Who stands in a report's group, and how."""

    people: tuple[Person, ...]
    standing: Mapping[str, Standing]


class ProgressReports:
    """Makes progress reports: numbers for whoever reports, names and learning for trainers only."""

    def __init__(
        self, store: Store, pack: Pack, clock: Clock, book: AttendanceBook, sittings: Sittings
    ) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._book = book
        self._sittings = sittings
        self._shelf = ProgressShelf(store)
        self._enrolments = EnrolmentShelf(store)
        self._programmes = ProgrammeShelf(store)

    def report(self, session: Session, filters: ReportFilters, go_on: GoOn) -> ProgressReport | None:
        """Return the report that was asked for; None where `go_on` ended it."""
        if filters.person and filters.group:
            return self.learner(session, filters)
        if filters.group:
            return self.group(session, filters)
        return self.centre(session, filters, go_on)

    def learner(self, session: Session, filters: ReportFilters) -> ProgressReport:
        """Return one learner of a group, lesson by lesson."""
        require(session, Deed.REPORT)
        require(session, Deed.SEE_RECORD, filters.person)
        group, person = self._group(filters.group), self._store.person(filters.person)
        if person is None:
            raise not_found("person", filters.person)
        span = _span(filters.days)
        facts = self._facts([person.id], span).get(person.id, Facts())
        tally = self._book.tallies(session, [group.id], filters.days).get(person.id)
        total = self._counts(person.id, facts, span, tally)
        lines = lesson_lines(self._lessons, facts, span)
        told = self._told(Scope.LEARNER, person.name, filters, lines, total, 1)
        return replace(told, with_bands=bool(self._bands(session, group.id, [person.id], filters.days)))

    def group(self, session: Session, filters: ReportFilters) -> ProgressReport:
        """Return a group, learner by learner; without the lines where the role may not see records."""
        require(session, Deed.REPORT)
        group, span = self._group(filters.group), _span(filters.days)
        found = self._people_of(group.id, filters, self._enrolments.stretches(groups=[group.id]))
        counted = self._counted(session, group.id, found.people, filters.days, span)
        named = may(session, Deed.SEE_RECORD)
        bands = self._bands(session, group.id, list(counted) if named else [], filters.days)
        lines = tuple(
            Line(
                one.id,
                one.name,
                counted[one.id],
                standing=found.standing[one.id].value,
                band=bands.get(one.id, ""),
            )
            for one in found.people
            if named
        )
        total = together(counted.values())
        told = self._told(Scope.GROUP, group.name, filters, lines, total, len(found.people))
        return replace(told, with_bands=bool(bands))

    def centre(self, session: Session, filters: ReportFilters, go_on: GoOn) -> ProgressReport | None:
        """Return the centre or a programme, group by group; a person in two groups is counted once in all."""
        require(session, Deed.REPORT)
        groups = self._groups(filters.programme)
        span = _span(filters.days)
        lines: list[Line] = []
        people: dict[str, Counts] = {}
        hours = Counts()
        stretches: dict[str, list[Stretch]] = {}
        for stretch in self._enrolments.stretches():
            stretches.setdefault(stretch.group, []).append(stretch)
        for number, group in enumerate(groups):
            if not go_on(number, len(groups)):
                return None
            found = self._people_of(group.id, filters, stretches.get(group.id, ()))
            counted = self._counted(session, group.id, found.people, filters.days, span)
            sums = together(counted.values())
            lines.append(Line(group.id, group.name, sums, len(counted)))
            hours += Counts(attended=sums.attended, offered=sums.offered)
            people |= {one: replace(own, attended=0, offered=0) for one, own in counted.items()}
        go_on(len(groups), len(groups))
        total = together(people.values()) + hours
        title = self._store.centre_name()
        return self._told(Scope.CENTRE, title, filters, tuple(lines), total, len(people))

    # ------------------------------------------------------------------ paper and spreadsheet

    def pdf(self, session: Session, report: ProgressReport, programme_id: str = "") -> bytes:
        """Return a report as a PDF in Slovenian, with what its programme has to show."""
        from korak.reports.listing import listing_pdf  # noqa: PLC0415 - laid out when it is wanted
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt
        from korak.reports.progress_words import progress_listing  # noqa: PLC0415

        require(session, Deed.REPORT)
        application()
        sender = sender_of(self._store.centre_name(), report.made_on, self._programmes, programme_id)
        return listing_pdf(progress_listing(report, self._pack.id), sender)

    def workbook(self, session: Session, report: ProgressReport) -> bytes:
        """Return a report as a spreadsheet with Slovenian names."""
        from korak.exchange.listing_file import listing_workbook  # noqa: PLC0415 - when it is wanted
        from korak.reports.progress_words import progress_listing  # noqa: PLC0415

        require(session, Deed.REPORT)
        return listing_workbook([("Napredek", progress_listing(report, self._pack.id))])

    # ------------------------------------------------------------------ what can be chosen

    def groups(self, session: Session, programme: str = "") -> tuple[Group, ...]:
        """Return the groups of a programme (empty: all), by name."""
        require(session, Deed.REPORT)
        return self._groups(programme)

    def people(self, session: Session, group_id: str) -> tuple[Person, ...]:
        """Return everybody who was ever in a group, by name; nobody where records may not be seen."""
        require(session, Deed.REPORT)
        if not may(session, Deed.SEE_RECORD) or not group_id:
            return ()
        return tuple(sorted(self._enrolments.people([group_id]), key=by_name))

    # ------------------------------------------------------------------ internal

    @cached_property
    def _words(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        return words_of_stations(self._pack)

    @cached_property
    def _lessons(self) -> Mapping[str, LessonMap]:
        return map_of(self._pack, self._words)

    @cached_property
    def _course(self) -> Course:
        return course_of(self._lessons)

    def _groups(self, programme: str) -> tuple[Group, ...]:
        members = self._programmes.groups()
        every = self._store.groups(active=None)
        return tuple(one for one in every if not programme or members.get(one.id) == programme)

    def _people_of(self, group_id: str, filters: ReportFilters, stretches: Sequence[Stretch]) -> _People:
        """Who was in a group in that time, each record once, and how they stood at its end."""
        same = self._store.same()
        day = filters.days.last or self._clock.now().astimezone().date()
        told = standings(stretches, self._enrolments.changes(groups=[group_id]), group_id, day)
        there = {one.person for one in stretches if lies_in(one, filters.days)}
        wanted = {
            person
            for person in there
            if person not in same and (filters.standing is None or told.get(person) is filters.standing)
        }
        people = [one for one in self._enrolments.people([group_id]) if one.id in wanted]
        return _People(tuple(sorted(people, key=by_name)), told)

    def _counted(
        self, session: Session, group_id: str, people: Sequence[Person], days: Days, span: Span
    ) -> Mapping[str, Counts]:
        facts = self._facts([one.id for one in people], span)
        tallies = self._book.tallies(session, [group_id], days)
        end = self._programmes.end(group_id)
        return {
            one.id: self._counts(one.id, facts.get(one.id, Facts()), span, tallies.get(one.id), end)
            for one in people
        }

    def _facts(self, people: Sequence[str], span: Span) -> Mapping[str, Facts]:
        shelf, pack = self._shelf, self._pack.id
        return facts_of(
            shelf.reached(people, pack, span),
            shelf.ran(people, pack, span),
            shelf.answered(people, pack, span),
        )

    def _counts(
        self, person: str, facts: Facts, span: Span, tally: Tally | None, end: date | None = None
    ) -> Counts:
        counts = counts_of(self._lessons, facts, span)
        due = self._due(person, end) if span.is_open and facts != Facts() else 0
        hours = Counts() if tally is None else Counts(attended=tally.attended, offered=tally.offered)
        return counts + hours + Counts(due=due)

    def _due(self, person: str, end: date | None) -> int:
        """How many words are due today; what was read for it is let go at once."""
        memory = Memory(self._words)
        memory.take(self._store.word_facts(person)[1])
        today = learning_day(self._clock.now())
        return sum(1 for one in memory.known(end).values() if one.due is not None and one.due <= today)

    def _bands(self, session: Session, group_id: str, people: Iterable[str], days: Days) -> Mapping[str, str]:
        """The word for what was measured last, for those who may see it."""
        if not may(session, Deed.ASSESS):
            return {}
        records = [
            one
            for one in self._sittings.of_group(session, group_id)
            if one.ended_at is not None and days.has(one.ended_at.astimezone().date())
        ]
        if not records:
            return {}
        texts = result_texts(self._sittings.pack)
        found: dict[str, str] = {}
        for person in people:
            latest = learner_result("", [one for one in records if one.person == person]).latest
            if latest is not None and latest.band.band is not None:
                found[person] = texts.band(latest.band.band)
        return found

    def _told(
        self,
        scope: Scope,
        title: str,
        filters: ReportFilters,
        lines: tuple[Line, ...],
        total: Counts,
        people: int,
    ) -> ProgressReport:
        programme_id = filters.programme or self._programmes.groups().get(filters.group, "")
        programme = self._programmes.programme(programme_id) if programme_id else None
        return ProgressReport(
            scope=scope,
            title=title,
            programme=programme.name if programme else "",
            period=(filters.days.first, filters.days.last),
            made_on=self._clock.now().astimezone().date(),
            course=self._course,
            lines=lines,
            total=total,
            people=people,
            with_due=filters.days.last is None,
        )

    def _group(self, group_id: str) -> Group:
        found = next((one for one in self._store.groups(active=None) if one.id == group_id), None)
        if found is None:
            raise not_found("group", group_id)
        return found


def _span(days: Days) -> Span:
    first, end = days.microseconds()
    return Span(first, FOR_EVER if end is None else end)
