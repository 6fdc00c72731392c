# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.services.making import Place, learner, maja, refused
from tests.services.small_bank import small_bank

from korak.assessment.sitting import ItemKind, Mode, Occasion
from korak.centre.attendance import Presence
from korak.centre.audit import Kind, Wanted
from korak.centre.meetings import Meeting
from korak.centre.people import Person, Role, Session
from korak.reports.audit_words import slovenian
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.sittings import Entry
from korak.storage.meetings import MeetingShelf

PASSPHRASE = "reka miza sedem luna"


@pytest.fixture
def house(place: Place) -> House:
    place.read_bank = small_bank
    made, _code = place.create()
    return made


@pytest.fixture
def trainer(house: House) -> Session:
    return maja(house)


def ended(house: House, place: Place) -> Meeting:
    now = place.clock.now()
    group = house.sign_in.groups()[0].id
    meeting = Meeting("m", group, now, now + timedelta(minutes=150), 15, begun_at=now)
    shelf = MeetingShelf(house._store)
    shelf.keep([meeting], now)
    house.attendance.note(maja(house), "m", learner(house).id, Presence.PRESENT, late=10)
    place.clock.forward(3 * 3600)
    ended_ = replace(meeting, ended_at=place.clock.now())
    shelf.keep([ended_], now)
    return ended_


def paper(house: House) -> tuple[str, str]:
    record = house.sittings.plan(maja(house), learner(house).id, Occasion.PRE, Mode.PAPER)
    (task,) = [one.id for one in record.items if one.kind is ItemKind.TASK]
    return record.id, task


def staff(house: House) -> Session:
    made = house.accounts.add(maja(house), Person("", Role.STAFF, "Peter"), PASSPHRASE)
    return house.sign_in.colleague(made.id, PASSPHRASE)


def test_attendance_noted_anew_after_the_end_stands_in_the_trail(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = ended(house, place)
    assert house.audit.changes(trainer, Wanted()) == ()  # what was noted in time is no change
    house.attendance.note(trainer, "m", learner(house).id, Presence.EXCUSED, why="Opravičilo je prišlo.")
    (change,) = house.audit.changes(trainer, Wanted())
    assert (change.kind, change.by, change.person_name) == (Kind.ATTENDANCE, "Maja", "Amra")
    assert (change.old, change.new, change.why) == ("present 10 0", "excused 0 0", "Opravičilo je prišlo.")
    assert (change.group, change.group_name) == (meeting.group, "Jesenice 1")
    assert change.day == meeting.day
    assert change.at == place.clock.now()


def test_the_true_times_of_a_meeting_stand_in_the_trail_and_are_about_nobody(
    house: House, trainer: Session, place: Place
) -> None:
    meeting = ended(house, place)
    house.calendar.correct(trainer, replace(meeting, place="Učilnica 2"), "Druga soba.")
    (change,) = house.audit.changes(trainer, Wanted(kind=Kind.MEETING))
    assert (change.person_name, change.group_name, change.why) == ("", "Jesenice 1", "Druga soba.")
    words = slovenian(change)
    assert words.new.endswith("Učilnica 2")
    assert str(meeting.day.year) in words.old
    text = PdfReader(BytesIO(house.audit.sheet(trainer, [change]))).pages[0].extract_text()
    assert "Učilnica 2" in " ".join(text.split())


def test_points_entered_anew_and_agreed_on_stand_in_the_trail_a_second_mark_does_not(
    house: House, trainer: Session, place: Place
) -> None:
    sitting, task = paper(house)
    house.sittings.enter(trainer, sitting, task, Entry(mark=1))
    house.sittings.enter(trainer, sitting, task, Entry(mark=3), second=True)
    assert house.audit.changes(trainer, Wanted()) == ()
    place.clock.forward(60)
    house.sittings.agree_on(trainer, sitting, task, 2)
    place.clock.forward(60)
    house.sittings.enter(trainer, sitting, task, Entry(mark=0))
    last, agreed = house.audit.changes(trainer, Wanted())
    assert (agreed.kind, agreed.what, agreed.old, agreed.new) == (Kind.MARK, task, "1/3", "2")
    assert (last.old, last.new, last.person_name) == ("1/3", "0/3", "Amra")


def test_a_sitting_set_aside_stands_in_the_trail_with_its_reason(house: House, trainer: Session) -> None:
    sitting, _task = paper(house)
    house.sittings.close(trainer, sitting)
    house.sittings.set_aside(trainer, sitting, "Požarni alarm.")
    (change,) = house.audit.changes(trainer, Wanted())
    assert (change.kind, change.what, change.why) == (Kind.ASIDE, "pre", "Požarni alarm.")


def test_the_trail_is_narrowed_by_day_kind_group_and_person(
    house: House, trainer: Session, place: Place
) -> None:
    ended(house, place)
    house.attendance.note(trainer, "m", learner(house).id, Presence.ABSENT, why="Zamenjava.")
    day = place.clock.now().astimezone().date()
    place.clock.forward(86400)
    sitting, task = paper(house)
    house.sittings.enter(trainer, sitting, task, Entry(mark=1))
    house.sittings.enter(trainer, sitting, task, Entry(mark=2))

    def kinds(**wanted: object) -> list[Kind]:
        asked = replace(Wanted(), **wanted)  # type: ignore[arg-type]
        return [one.kind for one in house.audit.changes(trainer, asked)]

    assert kinds() == [Kind.MARK, Kind.ATTENDANCE]
    assert kinds(until=day) == [Kind.ATTENDANCE]
    assert kinds(since=day + timedelta(days=1)) == [Kind.MARK]
    assert kinds(kind=Kind.ATTENDANCE) == [Kind.ATTENDANCE]
    assert kinds(group="nowhere") == []
    assert kinds(person=learner(house, "Beni").id) == []
    assert len(kinds(person=learner(house).id)) == 2


def test_staff_see_that_points_were_changed_and_not_which(house: House, trainer: Session) -> None:
    sitting, task = paper(house)
    house.sittings.enter(trainer, sitting, task, Entry(mark=1))
    house.sittings.enter(trainer, sitting, task, Entry(mark=2))
    peter = staff(house)
    (change,) = house.audit.changes(peter, Wanted())
    assert (change.old, change.new, change.by) == (None, None, "Maja")
    text = PdfReader(BytesIO(house.audit.sheet(peter, [change]))).pages[0].extract_text()
    assert "ni prikazano" in " ".join(text.split()) or "not shown" in text
    with refused(FaultKind.NOT_ALLOWED):
        house.audit.changes(house.sign_in.pin(learner(house).id, ("house", "key", "sun")), Wanted())


def test_the_trail_comes_out_as_a_sheet_and_as_a_spreadsheet(
    house: House, trainer: Session, place: Place
) -> None:
    ended(house, place)
    house.attendance.note(trainer, "m", learner(house).id, Presence.ABSENT, why="=1+1")
    changes = house.audit.changes(trainer, Wanted())
    text = " ".join(PdfReader(BytesIO(house.audit.sheet(trainer, changes))).pages[0].extract_text().split())
    for wanted in ("Maja", "Amra", "Jesenice 1", "=1+1"):
        assert wanted in text
    sheet = load_workbook(BytesIO(house.audit.workbook(trainer, changes))).worksheets[0]
    row = [cell.value for cell in sheet[2]]
    assert row[1] == "Maja"
    assert row[4:6] == ["Jesenice 1", "Amra"]
    assert sheet.cell(2, 10).data_type == "s"
    many = PdfReader(BytesIO(house.audit.sheet(trainer, list(changes) * 60)))
    assert len(many.pages) > 1


def test_who_was_erased_has_no_name_in_the_trail(house: House, trainer: Session, place: Place) -> None:
    ended(house, place)
    house.attendance.note(trainer, "m", learner(house).id, Presence.ABSENT, why="Zamenjava.")
    house.rights.erase(trainer, learner(house).id)
    (change,) = house.audit.changes(trainer, Wanted())
    assert "Amra" not in change.person_name
