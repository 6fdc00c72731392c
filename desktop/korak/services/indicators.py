# SPDX-License-Identifier: GPL-3.0-or-later
"""The funder's indicators of a programme, a group or the centre, each person counted once."""

from collections.abc import Callable, Iterable

from korak.alphabet import by_name
from korak.assessment.indicator_report import Counted, IndicatorReport
from korak.assessment.learner_result import learner_result
from korak.assessment.sitting import SittingRecord
from korak.centre.details import NOTHING_KNOWN, Details, Eligible, Sex, improved
from korak.centre.people import Group, Person, Role, Session
from korak.centre.privacy import Deed
from korak.centre.report_filters import Days, ReportFilters
from korak.clock import Clock
from korak.content.indicators import IndicatorTable
from korak.services.access import require
from korak.services.attendance import AttendanceBook
from korak.services.report_sender import sender_of
from korak.storage.programmes import ProgrammeShelf
from korak.storage.roster import RosterShelf
from korak.storage.sittings import SittingShelf
from korak.storage.store import Store

GoOn = Callable[[int, int], bool]


class Indicators:
    """Counts for those outside; needs the right to report, and tells nobody's answers."""

    def __init__(
        self, store: Store, clock: Clock, book: AttendanceBook, table: Callable[[], IndicatorTable]
    ) -> None:
        self._store = store
        self._clock = clock
        self._book = book
        self._table = table
        self._programmes = ProgrammeShelf(store)
        self._sittings = SittingShelf(store)
        self._details = RosterShelf(store)

    def report(self, session: Session, filters: ReportFilters, go_on: GoOn) -> IndicatorReport | None:
        """Return the report of a programme, a group or the centre; None where `go_on` ended it."""
        require(session, Deed.REPORT)
        table = self._table()
        groups = self._groups(filters)
        there: set[str] = set()
        records: list[SittingRecord] = []
        for number, group in enumerate(groups):
            if not go_on(number, len(groups)):
                return None
            tallies = self._book.tallies(session, [group.id], filters.days)
            there |= {person for person, tally in tallies.items() if tally.meetings_attended}
            records += [one for one in self._sittings.of_group(group.id) if _in(one, filters.days)]
        same = self._store.same()
        handed_in = _by_person(records, same)
        took_part = {same.get(person, person) for person in there} | handed_in.keys()
        today = self._clock.now().astimezone().date()
        programme = self._programmes.programme(filters.programme) if filters.programme else None
        begins = filters.days.first or (programme.begins if programme else None) or today
        title = groups[0].name if filters.group and groups else programme.name if programme else ""
        return IndicatorReport(
            title=title or self._store.centre_name(),
            contract=programme.contract if programme else "",
            period=(filters.days.first, filters.days.last),
            made_on=today,
            on=begins,
            table=table,
            people=self._counted(took_part, handed_in),
        )

    def pdf(
        self, session: Session, report: IndicatorReport, programme_id: str = "", *, outside: bool = True
    ) -> bytes:
        """Return the table as a PDF; for outside with small counts hidden."""
        from korak.reports.indicator_words import indicator_listing  # noqa: PLC0415
        from korak.reports.listing import listing_pdf  # noqa: PLC0415 - laid out when it is wanted
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt

        require(session, Deed.REPORT)
        application()
        sender = sender_of(self._store.centre_name(), report.made_on, self._programmes, programme_id)
        return listing_pdf(indicator_listing(report, outside=outside), sender)

    def workbook(self, session: Session, report: IndicatorReport, *, outside: bool = True) -> bytes:
        """Return the table as a spreadsheet."""
        from korak.exchange.listing_file import listing_workbook  # noqa: PLC0415 - when it is wanted
        from korak.reports.indicator_words import indicator_listing  # noqa: PLC0415

        require(session, Deed.REPORT)
        return listing_workbook([("Kazalniki", indicator_listing(report, outside=outside))])

    # ------------------------------------------------------------------ internal

    def _groups(self, filters: ReportFilters) -> tuple[Group, ...]:
        members = self._programmes.groups()
        return tuple(
            one
            for one in self._store.groups(active=None)
            if (not filters.group or one.id == filters.group)
            and (not filters.programme or members.get(one.id) == filters.programme)
        )

    def _counted(self, people: Iterable[str], records: dict[str, list[SittingRecord]]) -> tuple[Counted, ...]:
        wanted = set(people)
        details = self._details.all_details()
        learners: list[Person] = [one for one in self._store.people(Role.LEARNER) if one.id in wanted]
        return tuple(
            _person(one, details.get(one.id, NOTHING_KNOWN), records.get(one.id, []))
            for one in sorted(learners, key=by_name)
        )


def _person(person: Person, details: Details, records: list[SittingRecord]) -> Counted:
    return Counted(
        person.id,
        person.name,
        "other_sex" if details.sex is Sex.OTHER else details.sex.value,
        details.birth_year,
        None if details.eligible is Eligible.UNKNOWN else details.eligible is Eligible.YES,
        improved(details),
        _useful(records),
    )


def _useful(records: list[SittingRecord]) -> bool | None:
    after = learner_result("", records).after if records else None
    return None if after is None or not after.useful else after.useful == "yes"


def _by_person(records: Iterable[SittingRecord], same: dict[str, str]) -> dict[str, list[SittingRecord]]:
    found: dict[str, list[SittingRecord]] = {}
    for record in records:
        found.setdefault(same.get(record.person, record.person), []).append(record)
    return found


def _in(record: SittingRecord, days: Days) -> bool:
    ended = record.ended_at
    return record.complete and ended is not None and days.has(ended.astimezone().date())
