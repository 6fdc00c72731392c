# SPDX-License-Identifier: GPL-3.0-or-later
"""Progress reports: what the database sums is what the record says; screen, paper and spreadsheet agree."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import openpyxl
import pytest
from pypdf import PdfReader
from tests.services.making import refused

from korak.centre.enrolment import Reason, Standing
from korak.centre.people import Person, Role, Session
from korak.centre.report_filters import Days, ReportFilters
from korak.clock import FixedClock
from korak.learning.progress_report import Line, ProgressReport, Scope
from korak.learning.record import Skill
from korak.reports.progress_words import progress_listing
from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.vault import Vault
from korak.storage import hashing

NOW = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    patch = pytest.MonkeyPatch()
    patch.setattr(hashing, "PIN_ROUNDS", 1)
    made = Vault(tmp_path_factory.mktemp("progress") / "data", FixedClock(NOW)).create_demo(
        2, 16, 40, meetings=4
    )
    patch.undo()
    return made


@pytest.fixture(scope="module")
def trainer(house: House) -> Session:
    return house.sign_in.trainer(DEMO_PASSPHRASE)


def _go_on(_done: int, _of: int) -> bool:
    return True


def _group(house: House, trainer: Session, place: int = 0) -> tuple[str, tuple[Person, ...]]:
    group = house.people.groups(trainer)[place]
    return group.id, house.people.learners(trainer, group.id)


def _line(report: ProgressReport, person: str) -> Line:
    return next(line for line in report.lines if line.id == person)


def test_a_groups_numbers_are_those_of_everybodys_record(house: House, trainer: Session) -> None:
    group, people = _group(house, trainer)
    report = house.progress_reports.group(trainer, ReportFilters(group=group))
    assert {line.name for line in report.lines} == {person.name for person in people}
    for person in people:
        record = house.sheets.learner(trainer, person.id)
        counts = _line(report, person.id).counts
        assert counts.lessons == record.lessons_done
        assert counts.stations == record.stations_done
        assert (counts.alone, counts.helped) == (
            record.tasks_at(Skill.ALONE),
            record.tasks_at(Skill.WITH_HELP),
        )
        assert (counts.met, counts.known) == (len(record.words_met), len(record.words_known))
        tally = house.attendance.of_person(trainer, person.id)
        assert (counts.attended, counts.offered) == (tally.attended, tally.offered)
    assert report.total.stations == sum(line.counts.stations for line in report.lines) > 0


def test_a_learner_is_told_lesson_by_lesson(house: House, trainer: Session) -> None:
    group, people = _group(house, trainer)
    report = house.progress_reports.learner(trainer, ReportFilters(group=group, person=people[0].id))
    record = house.sheets.learner(trainer, people[0].id)
    assert [line.id for line in report.lines] == [lesson.id for lesson in record.lessons]
    for line, lesson in zip(report.lines, record.lessons, strict=True):
        assert (line.counts.stations, line.of, line.done) == (
            lesson.stations_done,
            lesson.stations,
            lesson.done,
        )


def test_the_centre_is_told_by_group_and_each_person_counts_once(house: House, trainer: Session) -> None:
    asked: list[tuple[int, int]] = []

    def go_on(done: int, of: int) -> bool:
        asked.append((done, of))
        return True

    groups = house.people.groups(trainer)
    report = house.progress_reports.report(trainer, ReportFilters(), go_on)
    assert report is not None
    assert report.scope is Scope.CENTRE
    assert [line.id for line in report.lines] == [group.id for group in groups]
    assert report.people == 16
    assert asked == [(0, 2), (1, 2), (2, 2)]
    first = house.progress_reports.group(trainer, ReportFilters(group=groups[0].id))
    assert report.lines[0].counts == first.total


def test_work_that_is_stopped_makes_no_report(house: House, trainer: Session) -> None:
    def stop(done: int, _of: int) -> bool:
        return done == 0

    assert house.progress_reports.report(trainer, ReportFilters(), stop) is None


def test_two_periods_that_meet_make_the_whole(house: House, trainer: Session) -> None:
    group, _people = _group(house, trainer)
    whole = house.progress_reports.group(trainer, ReportFilters(group=group)).total
    middle = date(2026, 11, 10)
    parts = [
        house.progress_reports.group(trainer, ReportFilters(group=group, days=days)).total
        for days in (Days(None, middle), Days(middle + timedelta(days=1), None))
    ]
    assert sum(part.stations for part in parts) == whole.stations
    assert sum(part.lessons for part in parts) == whole.lessons
    nothing = house.progress_reports.group(
        trainer, ReportFilters(group=group, days=Days(date(2020, 1, 1), date(2020, 12, 31)))
    )
    assert nothing.lines == ()
    assert nothing.people == 0


def test_only_those_who_pause_are_shown_where_that_is_asked(house: House, trainer: Session) -> None:
    group, people = _group(house, trainer, 1)
    house.enrolments.pause(trainer, people[0].id, group, Reason.FAMILY)
    paused = ReportFilters(group=group, standing=Standing.PAUSED)
    report = house.progress_reports.group(trainer, paused)
    assert people[0].id in {line.id for line in report.lines}
    assert {line.standing for line in report.lines} == {"paused"}
    house.enrolments.come_back(trainer, people[0].id, group)


def test_paper_and_spreadsheet_say_what_the_screen_says(house: House, trainer: Session) -> None:
    group, people = _group(house, trainer)
    report = house.progress_reports.group(trainer, ReportFilters(group=group))
    listing = progress_listing(report, house.pack.id)
    text = "\n".join(
        page.extract_text() for page in PdfReader(BytesIO(house.progress_reports.pdf(trainer, report))).pages
    )
    sheet = openpyxl.load_workbook(BytesIO(house.progress_reports.workbook(trainer, report)))["Napredek"]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if row[0]}
    for person in people:
        counts = _line(report, person.id).counts
        assert person.name in text
        assert rows[person.name][2] == counts.lessons
        assert rows[person.name][3:5] == (counts.alone, counts.helped)
        assert rows[person.name][5] == counts.known
    assert [row.values[0] for row in listing.rows] == [line.name for line in report.lines]


def test_a_name_that_looks_like_a_formula_stays_a_text(house: House, trainer: Session) -> None:
    group, people = _group(house, trainer)
    report = house.progress_reports.group(trainer, ReportFilters(group=group))
    changed = ProgressReport(
        report.scope, "=1+1", "", (None, None), report.made_on, report.course,
        (Line(people[0].id, "=HYPERLINK(\"x\")", report.lines[0].counts, standing="active"),),
        report.total, 1,
    )  # fmt: skip
    sheet = openpyxl.load_workbook(BytesIO(house.progress_reports.workbook(trainer, changed)))["Napredek"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert "f" not in kinds
    assert '=HYPERLINK("x")' in {cell.value for row in sheet.iter_rows() for cell in row}


def test_staff_see_a_groups_numbers_but_no_names_and_learners_see_nothing(
    house: House, trainer: Session
) -> None:
    group, people = _group(house, trainer)
    staff = Session("somebody", Role.STAFF, NOW)
    report = house.progress_reports.group(staff, ReportFilters(group=group))
    assert report.lines == ()
    assert report.people == len(people)
    assert report.total == house.progress_reports.group(trainer, ReportFilters(group=group)).total
    assert house.progress_reports.people(staff, group) == ()
    with refused(FaultKind.NOT_ALLOWED):
        house.progress_reports.learner(staff, ReportFilters(group=group, person=people[0].id))
    learner = house.sign_in.pin(people[0].id, DEMO_PIN)
    with refused(FaultKind.NOT_ALLOWED):
        house.progress_reports.centre(learner, ReportFilters(), _go_on)
