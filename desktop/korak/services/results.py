# SPDX-License-Identifier: GPL-3.0-or-later
"""Results: the one object behind screen, paper and spreadsheet, gathered from what was stored.

Everybody stands under a code; names stay in the centre, and the table that joins the two is read here only
to put a code beside a result.
"""

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from korak.assessment.centre_result import (
    DRAFT_VERSION,
    Bracket,
    CentreResult,
    Period,
    PersonFacts,
    may_follow,
)
from korak.assessment.group_result import Attendance, GroupResult, LeftReason, Member
from korak.assessment.learner_result import LearnerResult, learner_result
from korak.assessment.sitting import SittingRecord
from korak.centre.attendance import Tally
from korak.centre.codes import is_code, new_code, prefix_of
from korak.centre.details import LEVELS, Details, Eligible, Level, Sex
from korak.centre.enrolment import Reason
from korak.centre.people import Group, Person, Session
from korak.centre.privacy import Deed
from korak.centre.programmes import Programme
from korak.clock import Clock
from korak.content.pack import Pack
from korak.reports.result_texts import ResultTexts
from korak.services.access import require
from korak.services.attendance import AttendanceBook
from korak.services.enrolments import Enrolments
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.services.programmes import Programmes
from korak.services.result_texts import result_texts
from korak.services.sittings import Sittings
from korak.storage.certificates import CertificateShelf
from korak.storage.ids import new_id
from korak.storage.results import FrozenReport, ResultShelf
from korak.storage.roster import RosterShelf
from korak.storage.sittings import SittingShelf
from korak.storage.store import Store

# Annex VIII of Regulation (EU) 2021/1147 from memory [V]; a funder's own brackets come with its table.
BRACKETS = (Bracket("under_18", 0, 17), Bracket("18_60", 18, 60), Bracket("over_60", 61, 130))
_STAYED = frozenset({Reason.NONE, Reason.FINISHED})


@dataclass(frozen=True, slots=True)
class Books:
    """The services results are gathered from."""

    sittings: Sittings
    attendance: AttendanceBook
    enrolments: Enrolments
    programmes: Programmes


class Results:
    """What was measured, for a learner, a group, and everybody outside."""

    def __init__(self, store: Store, books: Books, clock: Clock) -> None:
        self._store = store
        self._shelf = ResultShelf(store)
        self._books = books
        self._clock = clock
        self._roster = RosterShelf(store)
        self._records = SittingShelf(store)
        self._wishes = CertificateShelf(store)

    # ----------------------------------------------------------------------------------- words

    def texts(self) -> ResultTexts:
        """What the bank calls areas, tasks, steps and statements."""
        return result_texts(self._books.sittings.pack)

    def module_titles(self) -> tuple[str, ...]:
        """The topics of the course."""
        return tuple(module.title for module in self._books.sittings.pack.header.modules if module.lessons)

    def bank_pack(self) -> Pack:
        """The course with its bank."""
        return self._books.sittings.pack

    def today(self) -> date:
        """The day a sheet is made on."""
        return self._clock.now().astimezone().date()

    def centre_name(self) -> str:
        """Who hands sheets out."""
        return self._store.centre_name()

    # ----------------------------------------------------------------------------------- codes

    def codes(self, session: Session, people: Iterable[str]) -> Mapping[str, str]:
        """Return everybody's code; whoever has none is given one, by chance."""
        require(session, Deed.REPORT)
        return self._codes(list(people))

    def person_of(self, session: Session, code: str) -> str:
        """Return whose code this is; NOT_FOUND also where it was mistyped."""
        require(session, Deed.ASSESS)
        person = self._shelf.person_of(code.strip().upper()) if is_code(code) else None
        if person is None:
            raise not_found("code", code)
        return person

    def _codes(self, people: Sequence[str]) -> Mapping[str, str]:
        known = dict(self._shelf.codes(people))
        missing = [person for person in people if person not in known]
        if not missing:
            return known
        prefix = prefix_of(self._store.centre_name())
        with self._store.together():
            taken = set(self._shelf.codes().values())
            for person in missing:
                code = self._new_code(prefix, taken)
                taken.add(code)
                self._shelf.add_code(person, code, self._clock.now())
                known[person] = code
        return known

    def _new_code(self, prefix: str, taken: set[str]) -> str:
        while True:
            code = new_code(prefix, secrets.randbelow)
            if code not in taken:
                return code

    # --------------------------------------------------------------------------------- results

    def learner(self, session: Session, person_id: str) -> LearnerResult:
        """Return the result of one person; their own, or for a trainer everybody's."""
        require(session, Deed.SEE_RECORD, person_id)
        if self._store.person(person_id) is None:
            raise not_found("person", person_id)
        records = self._books.sittings.of_person(session, person_id)
        return learner_result(self._codes([person_id])[person_id], records)

    def certified(self, session: Session, person_id: str) -> tuple[str, ...]:
        """Return what somebody is able to do, in sentences; nothing unless they want it on a certificate."""
        require(session, Deed.REPORT, person_id)
        if not self._wishes.wishes([person_id]).get(person_id, False):
            return ()
        result = learner_result(self._codes([person_id])[person_id], self._records.of_people([person_id]))
        told = (self.texts().task(task.template).can_do for task in result.can_do)
        return tuple(sentence for sentence in told if sentence)

    def group(self, session: Session, group_id: str) -> GroupResult:
        """Return the result of a group: everybody who was ever in it, whoever left with the reason."""
        require(session, Deed.ASSESS)
        group = self._group(group_id)
        return self._group_result(session, group, self._books.sittings.of_group(session, group_id))

    def groups(self, session: Session, code: str = "") -> tuple[Group, ...]:
        """Return the groups, or the one with this code; NOT_FOUND where there is none."""
        require(session, Deed.REPORT)
        every = self._store.groups(active=None)
        found = tuple(group for group in every if not code or group.code.casefold() == code.casefold())
        if code and not found:
            raise not_found("group", code)
        return found

    def _group(self, group_id: str) -> Group:
        found = [group for group in self._store.groups(active=None) if group.id == group_id]
        if not found:
            raise not_found("group", group_id)
        return found[0]

    def _group_result(self, session: Session, group: Group, records: Sequence[SittingRecord]) -> GroupResult:
        left = {one.id: reason for one, reason, _day in self._books.enrolments.former(session, group.id)}
        tallies = self._books.attendance.of_group(session, group.id).tallies
        people = self._people(group.id, left, records)
        codes = self._codes([person.id for person in people])
        by_person: dict[str, list[SittingRecord]] = {}
        for record in records:
            by_person.setdefault(record.person, []).append(record)
        members = (
            Member(
                person=person.id,
                result=learner_result(codes[person.id], by_person.get(person.id, ())),
                initials=initials(person.name),
                left=left_reason(left.get(person.id)),
                attendance=attendance(tallies.get(person.id)),
            )
            for person in people
        )
        return GroupResult(group.code, group.name, tuple(members))

    def _people(
        self, group_id: str, left: Mapping[str, Reason], records: Sequence[SittingRecord]
    ) -> tuple[Person, ...]:
        """Who is in the group, who left it, and who was assessed in it."""
        now = self._store.learners(group_id, active=None)
        known = {person.id: person for person in now}
        for person_id in (*left, *(record.person for record in records)):
            if person_id not in known:
                person = self._store.person(person_id)
                if person is not None:
                    known[person_id] = person
        return tuple(known.values())

    # --------------------------------------------------------------------------------- outside

    def programme(
        self, session: Session, period: Period, programme_id: str = "", groups: Collection[str] = ()
    ) -> CentreResult:
        """Return the external report of a programme (empty: of the whole centre) without freezing it.

        `groups` (ids; none: all) may narrow it.
        """
        require(session, Deed.REPORT)
        programme = self._programme(session, programme_id)
        members = self._books.programmes.groups(session)
        chosen = [
            group
            for group in self._store.groups(active=None)
            if (programme is None or members.get(group.id) == programme.id)
            and (not groups or group.id in groups)
        ]
        results = [self._in_period(session, group, period) for group in chosen]
        people = sorted({member.person for result in results for member in result.members})
        details = self._roster.details(people)
        outside = {person for person, one in details.items() if one.eligible is Eligible.NO}
        shown = tuple(_without(result, outside) for result in results if result.members)
        return CentreResult(
            centre=self._store.centre_name(),
            project=programme.name if programme else self._store.centre_name(),
            contract=programme.contract if programme else "",
            period=period,
            made_on=self.today(),
            groups=shown,
            facts={
                person: PersonFacts(_sex(one.sex), one.birth_year, one.origin, _level_up(one))
                for person, one in details.items()
                if person not in outside
            },
            brackets=BRACKETS,
            n_not_eligible=len(outside),
        )

    def draft(
        self,
        session: Session,
        period: Period,
        programme_id: str = "",
        brackets: tuple[Bracket, ...] = BRACKETS,
        groups: Collection[str] = (),
    ) -> CentreResult:
        """Return a report to look at inside the centre: nothing is kept, and it says that it is a draft.

        It hides what the last version of the same period hid. `groups` (ids; none: all) may narrow it.
        """
        result = replace(self.programme(session, period, programme_id, groups), brackets=brackets)
        known = self._shelf.frozen(programme_id)
        before = [one for one in known if (one.begins, one.ends) == (period.first, period.last)]
        return result.reissued(DRAFT_VERSION, before[-1].hidden if before else result.keep_hidden)

    def _programme(self, session: Session, programme_id: str) -> Programme | None:
        return self._books.programmes.programme(session, programme_id) if programme_id else None

    def _in_period(self, session: Session, group: Group, period: Period) -> GroupResult:
        """A group as far as the period goes: sittings outside of it do not count."""
        records = [
            record
            for record in self._records.of_group(group.id)
            if period.first <= (record.ended_at or record.started_at).astimezone().date() <= period.last
        ]
        return self._group_result(session, group, records) if records else GroupResult(group.code, "", ())

    def frozen(self, session: Session, programme_id: str = "") -> tuple[FrozenReport, ...]:
        """Return the reports that went out."""
        require(session, Deed.REPORT)
        return self._shelf.frozen(programme_id)

    def freeze(
        self,
        session: Session,
        period: Period,
        programme_id: str = "",
        brackets: tuple[Bracket, ...] = BRACKETS,
    ) -> CentreResult:
        """Return a report to hand out, and keep what it hid.

        The same period again is a new version that hides the same cells; a period that overlaps another one
        is refused with PERIOD_OVERLAPS, because the two could be subtracted from each other.
        """
        require(session, Deed.REPORT)
        known = self._shelf.frozen(programme_id)
        if not may_follow(period, [Period(one.begins, one.ends) for one in known]):
            other = next(one for one in known if period.meets(Period(one.begins, one.ends)))
            details = {"first": other.begins.isoformat(), "last": other.ends.isoformat()}
            raise ServiceFault(FaultKind.PERIOD_OVERLAPS, details)
        before = [one for one in known if (one.begins, one.ends) == (period.first, period.last)]
        result = replace(self.programme(session, period, programme_id), brackets=brackets)
        if before:
            result = result.reissued(before[-1].version + 1, before[-1].hidden)
        now = self._clock.now()
        kept = FrozenReport(
            id=new_id(now),
            programme=programme_id,
            begins=period.first,
            ends=period.last,
            version=result.version,
            hidden=result.hidden,
            by=session.person_id,
            at=now,
        )
        self._shelf.freeze(kept)
        return result

    def whole_period(self, session: Session) -> Period:
        """Return the period from the first to the last sitting that was handed in."""
        require(session, Deed.REPORT)
        ended = [
            (one.ended_at or one.started_at).astimezone().date()
            for one in self._records.every()
            if one.complete
        ]
        today = self.today()
        return Period(min(ended, default=today), max(ended, default=today))


def _without(group: GroupResult, outside: Collection[str]) -> GroupResult:
    """A group without those the fund does not count."""
    members = tuple(member for member in group.members if member.person not in outside)
    return GroupResult(group.code, group.name, members)


def _sex(sex: Sex) -> str:
    return "other_sex" if sex is Sex.OTHER else sex.value


def _level_up(details: Details) -> bool | None:
    """Whether somebody rose by a level at least; None where one of the two is not known."""
    if Level.NONE in (details.level_in, details.level_out):
        return None
    return LEVELS.index(details.level_out) > LEVELS.index(details.level_in)


def initials(name: str) -> str:
    """The initials of a name: "A. P."."""
    return " ".join(f"{part[0].upper()}." for part in name.split() if part)


def left_reason(reason: Reason | None) -> LeftReason | None:
    """Why somebody left; None while they are here, and where the course was over."""
    if reason is None or reason in _STAYED:
        return None
    return LeftReason(reason.value)


def attendance(tally: Tally | None) -> Attendance | None:
    """Minutes attended of the minutes held; None where no meeting has taken place."""
    if tally is None or tally.held == 0:
        return None
    return Attendance(tally.attended, tally.held)
