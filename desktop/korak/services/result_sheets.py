# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets of results: one PDF each, made one after the other so that somebody can stop."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

from korak import __version__, i18n
from korak.assessment.centre_result import Bracket, Period
from korak.assessment.group_result import GroupResult, Member
from korak.assessment.learner_result import LearnerResult
from korak.centre.attendance import TEACHING_HOUR
from korak.centre.people import Group, Person, Session
from korak.centre.privacy import Deed
from korak.content.assessment import FORMS
from korak.content.indicators import IndicatorTable
from korak.exchange.result_tables import About, Table, result_tables
from korak.exchange.workbook import write_tables
from korak.practice.booklet import booklet
from korak.services.access import require
from korak.services.attendance import AttendanceBook
from korak.services.certificates import Certificates
from korak.services.exposure import printed_seeds
from korak.services.faults import FaultKind, ServiceFault
from korak.services.indicator_table import indicators_of
from korak.services.people import not_found
from korak.services.programmes import Programmes
from korak.services.results import Results
from korak.services.sheets import CONTACT
from korak.storage.exposure import ExposureShelf
from korak.storage.files import write_whole
from korak.storage.store import Store

REPORT, DRAFT = "porocilo-za-financerja.pdf", "porocilo-za-financerja-osnutek.pdf"
PARTS = ("zvezek", "ucitelj")  # the learner's booklet, the teacher's script and key


class SheetKind(StrEnum):
    """What can be printed."""

    LEARNER = "learner"
    GROUP = "group"
    FUNDER = "funder"
    PAPER = "paper"
    CERTIFICATE = "certificate"


OUTSIDE = frozenset({SheetKind.FUNDER, SheetKind.CERTIFICATE})
"""Kinds that show nobody's results, so that whoever reports may make them."""


@dataclass(frozen=True, slots=True)
class Job:
    """One sheet that is going to be made."""

    kind: SheetKind
    name: str  # of the file
    group: Group | None = None
    person: Person | None = None
    freeze: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: kinds, the group's code (empty: every group), a report to hand out or a draft."""

    kinds: tuple[SheetKind, ...]
    group: str = ""
    freeze: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report for outside: of which programme (empty: the whole centre), period and groups (none: all)."""

    programme: str
    period: Period
    groups: frozenset[str] = frozenset()
    freeze: bool = False


@dataclass(frozen=True, slots=True)
class Papers:
    """The services sheets are made from, besides the results."""

    attendance: AttendanceBook
    programmes: Programmes
    certificates: Certificates


class ResultSheets:
    """Makes the sheets.

    Sheets of results need a trainer's session, or a learner's for the own one; the report for outside and
    certificates are made by whoever reports.
    """

    def __init__(
        self,
        store: Store,
        results: Results,
        papers: Papers,
        folder: Path,
    ) -> None:
        self._store = store
        self._results = results
        self._papers = papers
        self._folder = folder

    # ------------------------------------------------------------------------------ one sheet each

    def learner_pdf(
        self,
        session: Session,
        person_id: str,
        second_language: str | None = None,
        *,
        before_only: bool = False,
        with_name: bool = False,
    ) -> bytes:
        """Return somebody's sheet; the name stands on it only where that was asked for."""
        result = self._results.learner(session, person_id)
        return self._learner(result, person_id, second_language, before_only=before_only, with_name=with_name)

    def _learner(
        self,
        result: LearnerResult,
        person_id: str,
        second_language: str | None = None,
        *,
        before_only: bool = False,
        with_name: bool = False,
    ) -> bytes:
        from korak.reports.assessment_sheet import AssessmentSheet, assessment_sheet  # noqa: PLC0415
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt

        application()
        person = self._person(person_id)
        return assessment_sheet(
            AssessmentSheet(
                result=result,
                texts=self._results.texts(),
                centre=self._store.centre_name(),
                made_on=self._results.today(),
                name=person.shown_name if with_name else "",
                contact=self._store.setting(CONTACT) or "",
                second_language=second_language or person.language,
                before_only=before_only,
            )
        )

    def group_pdf(self, session: Session, group_id: str) -> bytes:
        """Return the trainer's sheet of a group."""
        from korak.reports.group_sheet import GroupSheet, group_sheet  # noqa: PLC0415
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt

        application()
        group = self._results.group(session, group_id)
        sheet = GroupSheet(group, self._results.texts(), self._store.centre_name(), self._results.today())
        return group_sheet(sheet)

    def funder_pdf(
        self,
        session: Session,
        period: Period,
        programme_id: str = "",
        *,
        freeze: bool = False,
        groups: Collection[str] = (),
    ) -> bytes:
        """Return the report for outside: a draft, or the next version, which keeps what it hid.

        A draft may be of some groups only (`groups`, ids; none: all of the programme); a version never is,
        because two reports of one programme could then be subtracted (see Results.freeze).
        """
        from korak.reports.funder_report import FunderReport, funder_report  # noqa: PLC0415
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt

        application()
        table = self.indicators()
        brackets = tuple(Bracket(one.code, one.low, one.high) for one in table.brackets)
        if freeze:
            result = self._results.freeze(session, period, programme_id, brackets)
        else:
            result = self._results.draft(session, period, programme_id, brackets, groups)
        return funder_report(FunderReport(result, self._results.texts(), table))

    def indicators(self) -> IndicatorTable:
        """Return the funder's table: the centre's own, else the one that came with Korak."""
        return indicators_of(self._folder)

    def certificate_pdf(self, session: Session, person_id: str, group_id: str) -> bytes:
        """Return the certificate; FEW_HOURS where less was attended than the programme asks for.

        What somebody is able to do stands on it only if they ticked that. Its number is kept with the
        first one that is made.
        """
        from korak.reports.certificate import Certificate, certificate  # noqa: PLC0415
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt

        require(session, Deed.REPORT, person_id)
        application()
        papers = self._papers
        matrix = papers.attendance.of_group(session, group_id)
        code, texts = self._results.codes(session, [person_id])[person_id], self._results.texts()
        year = matrix.meetings[-1].day.year if matrix.meetings else self._results.today().year
        number = papers.certificates.issue(session, person_id, group_id, f"{code}/{year}")
        one = papers.certificates.candidate(session, person_id, group_id)
        programme = papers.programmes.of_group(session, group_id)
        planned = programme.planned_hours if programme and programme.planned_hours else None
        return certificate(
            Certificate(
                pack=texts.pack,
                number=number,
                name=one.person.name,
                course=programme.name if programme else texts.course,
                hours_attended=one.attended / TEACHING_HOUR,
                hours_planned=planned or one.held / TEACHING_HOUR,
                first=matrix.meetings[0].day,
                last=matrix.meetings[-1].day,
                topics=tuple(self._results.module_titles()),
                centre=self._store.centre_name(),
                made_on=self._results.today(),
                can_do=self._results.certified(session, person_id),
                second_language=one.person.language,
                cofunding=programme.cofunding if programme else "",
            )
        )

    def _person(self, person_id: str) -> Person:
        person = self._store.person(person_id)
        if person is None:
            raise not_found("person", person_id)
        return person

    # -------------------------------------------------------------------------------- many at once

    def jobs(self, session: Session, wanted: Wanted) -> tuple[Job, ...]:
        """Return what is going to be made, so that a bar can say how far it is."""
        require(session, Deed.REPORT if OUTSIDE.issuperset(wanted.kinds) else Deed.ASSESS)
        groups = self._results.groups(session, wanted.group)
        made: list[Job] = []
        for kind in wanted.kinds:
            if kind is SheetKind.FUNDER:
                made.append(Job(kind, REPORT if wanted.freeze else DRAFT, freeze=wanted.freeze))
            elif kind is SheetKind.PAPER:
                made += [Job(kind, f"papir-{form}-{part}.pdf") for form in FORMS for part in PARTS]
            else:
                for group in groups:
                    made += self._of_group(session, kind, group)
        return tuple(made)

    def _of_group(self, session: Session, kind: SheetKind, group: Group) -> list[Job]:
        if kind is SheetKind.GROUP:
            return [Job(kind, f"skupina-{_plain(group.code)}.pdf", group)]
        if kind is SheetKind.CERTIFICATE:
            return self._of_earners(session, group)
        return [
            Job(kind, f"list-{member.result.code}.pdf", group, person)
            for member in self._members(session, group)
            if (person := self._store.person(member.person)) is not None and member.result.latest
        ]

    def _of_earners(self, session: Session, group: Group) -> list[Job]:
        """The certificates of whoever has attended enough."""
        every = self._papers.certificates.candidates(session, group.id)
        people = [one.person for one in every if one.earns]
        codes = self._results.codes(session, [person.id for person in people])
        # Whoever was in two groups gets two of them: the group is part of the name.
        names = {person.id: f"potrdilo-{codes[person.id]}-{_plain(group.code)}.pdf" for person in people}
        return [Job(SheetKind.CERTIFICATE, names[person.id], group, person) for person in people]

    def _members(self, session: Session, group: Group) -> Sequence[Member]:
        return self._results.group(session, group.id).members

    def make(self, session: Session, job: Job) -> bytes:
        """Make one sheet."""
        if job.kind is SheetKind.FUNDER:
            return self.funder_pdf(session, self._results.whole_period(session), freeze=job.freeze)
        if job.kind is SheetKind.PAPER:
            _papir, form, part = job.name.removesuffix(".pdf").split("-")
            return self.paper_pdf(session, form, part)
        if job.group is None:
            raise ValueError(job.kind)
        if job.kind is SheetKind.GROUP:
            return self.group_pdf(session, job.group.id)
        if job.person is None:
            raise ValueError(job.kind)
        if job.kind is SheetKind.CERTIFICATE:
            return self.certificate_pdf(session, job.person.id, job.group.id)
        return self.learner_pdf(session, job.person.id)

    def paper_pdf(self, session: Session, form: str, part: str) -> bytes:
        """Return the booklet of a form ("zvezek"), or the teacher's script and key ("ucitelj")."""
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt
        from korak.reports.paper_booklet import paper_booklet  # noqa: PLC0415
        from korak.reports.paper_key import teacher_sheets  # noqa: PLC0415
        from korak.reports.paper_pages import PaperAssessment, told_in  # noqa: PLC0415

        require(session, Deed.ASSESS)
        application()
        pack = self._results.bank_pack()
        bank = pack.assessment
        if bank is None or bank.paper is None or form not in FORMS:
            raise not_found("form", form)
        retired = ExposureShelf(self._store).retired()
        printed = booklet(pack, bank, form, printed_seeds(bank.paper, bank.items, retired))
        if printed is None:
            raise not_found("form", form)
        whole = PaperAssessment(printed, bank, self._store.centre_name())
        if part == PARTS[0]:
            return paper_booklet(whole)
        name = self._results.texts().pack
        others = (one for one in i18n.languages() if one.code != i18n.CONTENT_LANGUAGE)
        told = (told_in(printed, name, one.code, one.own_name) for one in others)
        return teacher_sheets(replace(whole, card=tuple(one for one in told if one is not None)))

    def get_ready(self) -> None:
        """Get what pages are drawn with, on the thread of the window, before a worker makes sheets."""
        from korak.reports.offscreen import application  # noqa: PLC0415 - only who prints pays for Qt
        from korak.reports.paper import load_fonts  # noqa: PLC0415

        application()
        load_fonts()

    def write(self, session: Session, jobs: Sequence[Job], folder: Path) -> Iterator[Path]:
        """Make the sheets one after the other into a folder; whoever asks no more has stopped."""
        for job in jobs:
            yield self.write_one(session, job, folder)

    def write_one(self, session: Session, job: Job, folder: Path) -> Path:
        """Make one sheet into a folder: the whole file is there, or none; READ_ONLY where it cannot be."""
        return self._write(folder / job.name, partial(self.make, session, job))

    def write_report(self, session: Session, report: Report, file: Path) -> Path:
        """Make a report for outside into a file; a version counts only if its file was written."""
        asked = report.period, report.programme
        make = partial(self.funder_pdf, session, *asked, freeze=report.freeze, groups=report.groups)
        return self._write(file, make)

    def _write(self, file: Path, make: Callable[[], bytes]) -> Path:
        """Keep what is decided while a sheet is made (a number, a version) with its file, or neither."""
        try:
            with self._store.together():
                write_whole(file, make())
        except OSError as error:
            raise ServiceFault(FaultKind.READ_ONLY, {"folder": str(file.parent)}) from error
        return file

    # ---------------------------------------------------------------------------------- spreadsheet

    def tables(self, session: Session, group: str = "") -> tuple[Table, ...]:
        """Return the results of a group, or of all, as tables."""
        require(session, Deed.ASSESS)
        groups: list[GroupResult] = [
            self._results.group(session, one.id) for one in self._results.groups(session, group)
        ]
        about = About(self._store.centre_name(), self._results.today(), __version__)
        return result_tables(groups, about)

    def export(self, session: Session, file: Path, kind: str, group: str = "") -> tuple[Path, ...]:
        """Write the tables; ExchangeFault where the file cannot be written."""
        return write_tables(file, self.tables(session, group), kind)

    def today(self) -> date:
        """The day that stands in names of files."""
        return self._results.today()


def _plain(code: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in code)
