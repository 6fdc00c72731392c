# SPDX-License-Identifier: GPL-3.0-or-later
"""The funder's indicators: each person once, by sex and age, and nobody told apart outside."""

from datetime import UTC, datetime
from io import BytesIO

import openpyxl
import pytest
from pypdf import PdfReader
from tests.services.making import refused

from korak.assessment.indicator_report import IndicatorReport
from korak.assessment.suppression import Hidden
from korak.centre.details import Details, Eligible, Level, Sex
from korak.centre.people import Role, Session
from korak.centre.report_filters import ReportFilters, year_of
from korak.clock import FixedClock
from korak.content.indicators import TableFault, read_table
from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.vault import Vault
from korak.storage import hashing

NOW = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)
STAFF = Session("somebody", Role.STAFF, NOW)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    patch = pytest.MonkeyPatch()
    patch.setattr(hashing, "PIN_ROUNDS", 1)
    folder = tmp_path_factory.mktemp("indicators") / "data"
    made = Vault(folder, FixedClock(NOW)).create_demo(2, 24, 2, meetings=6)
    patch.undo()
    return made


@pytest.fixture(scope="module")
def trainer(house: House) -> Session:
    return house.sign_in.trainer(DEMO_PASSPHRASE)


def _report(house: House, session: Session, filters: ReportFilters | None = None) -> IndicatorReport:
    found = house.indicators.report(session, filters or ReportFilters(), _go_on)
    assert found is not None
    return found


def _go_on(_done: int, _of: int) -> bool:
    return True


def test_everybody_who_came_is_counted_once_by_sex_and_age(house: House, trainer: Session) -> None:
    before = _report(house, trainer)
    assert before.people
    people = [one.person for one in before.people]
    sexes = [Sex.WOMAN] * (len(people) - 7) + [Sex.MAN] * 6 + [Sex.UNKNOWN]
    for person, sex in zip(people, sexes, strict=True):
        born = 1990 if sex is Sex.WOMAN else 1950
        house.rosters.set_details(trainer, person, Details(sex, born, Eligible.YES, Level.A1, Level.A2))
    report = _report(house, trainer)
    row = report.row("participants", outside=False)
    assert row["total"] == len(people)
    assert (row["woman"], row["man"], row[""]) == (len(people) - 7, 6, 1)
    assert row["18_60"] == len(people) - 7
    assert row["over_60"] == 7
    assert report.row("level_up", outside=False)["total"] == len(people)
    assert report.row("useful", outside=False) == {}
    assert [one.person for one in report.missing("sex")] == [people[-1]]
    assert report.missing("born") == ()


def test_outside_no_small_number_stands_and_none_can_be_computed(house: House, trainer: Session) -> None:
    row = _report(house, trainer).row("participants", outside=True)
    assert row[""] is Hidden.SMALL
    hidden = [name for name in ("woman", "man", "other_sex", "") if isinstance(row[name], Hidden)]
    assert len(hidden) >= 2
    shown = "\n".join(
        page.extract_text()
        for page in PdfReader(BytesIO(house.indicators.pdf(trainer, _report(house, trainer)))).pages
    )
    assert "<5" in shown
    assert "O.2.3" in shown
    assert all(one.name not in shown for one in _report(house, trainer).people)


def test_the_spreadsheet_holds_numbers_and_the_hidden_ones_as_text(house: House, trainer: Session) -> None:
    report = _report(house, trainer)
    inside = openpyxl.load_workbook(BytesIO(house.indicators.workbook(trainer, report, outside=False)))
    rows = {str(row[0]).split()[0]: row for row in inside["Kazalniki"].iter_rows(values_only=True) if row[0]}
    assert rows["O.2.3"][1] == len(report.counted)
    assert rows["O.2.3.1"][1] is None
    outside = openpyxl.load_workbook(BytesIO(house.indicators.workbook(trainer, report)))
    cells = {cell.value for row in outside["Kazalniki"].iter_rows() for cell in row}
    assert "<5" in cells


def test_whom_the_fund_does_not_count_is_left_out_and_told(house: House, trainer: Session) -> None:
    report = _report(house, trainer)
    person = report.people[0]
    house.rosters.set_details(trainer, person.person, Details(Sex.WOMAN, 1990, Eligible.NO))
    after = _report(house, trainer)
    assert after.left_out == 1
    assert person.person not in {one.person for one in after.counted}
    assert after.people_shown(outside=True) is Hidden.SMALL


def test_a_year_without_meetings_counts_nobody_and_a_group_counts_only_its_own(
    house: House, trainer: Session
) -> None:
    assert _report(house, trainer, ReportFilters(days=year_of(2019))).people == ()
    groups = house.people.groups(trainer)
    parts = [_report(house, trainer, ReportFilters(group=group.id)).people for group in groups]
    assert sum(map(len, parts)) == len(_report(house, trainer).people)


def test_staff_count_and_learners_do_not(house: House, trainer: Session) -> None:
    assert _report(house, STAFF).people
    group = house.people.groups(trainer)[0]
    learner = house.sign_in.pin(house.people.learners(trainer, group.id)[0].id, DEMO_PIN)
    with refused(FaultKind.NOT_ALLOWED):
        _report(house, learner)


ONE = '[[indicator]]\ncode = "A"\nlabel = "x"\n'
AGES = '[[bracket]]\ncode = "{0}"\nlabel = "{0}"\nlow = {1}\nhigh = {2}\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('codes_verified = false\n[[indicator]]\ncode = "A"\nlabel "x"\n', 4),
        (ONE + '\n[[indicator]]\ncode = "B"\nlabel = "y"\ncounts = "all"\n', 8),
        ('[[indicator]]\ncode = "A"\nlabel = "x"\nnote = "y"\n', 4),
        ('[[indicator]]\ncode = "A"\n', 1),
        (AGES.format("a", 0, 20) + AGES.format("b", 18, 60), 9),
        ('[[indicator]]\ncode = "A"\nlabel = "x"\n[[indicator]]\ncode = "A"\nlabel = "y"\n', 5),
    ],
)
def test_a_faulty_table_is_told_by_its_line(text: str, line: int) -> None:
    with pytest.raises(TableFault) as told:
        read_table(text.encode())
    assert told.value.line == line
