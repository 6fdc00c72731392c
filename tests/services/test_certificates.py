# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates: attendance decides, the programme says how much, the number stays, skills only if wanted."""

from functools import partial
from pathlib import Path

import pytest
from tests.reports.sheets import needs_pdftotext, pages_of
from tests.services.making import PASSPHRASE, Place, amra, learner, maja, refused
from tests.services.small_bank import small_bank

from korak.assessment.sitting import Mode, Occasion
from korak.centre.attendance import Presence
from korak.centre.certificates import USUAL_PERCENT, Candidate, numbered
from korak.centre.people import Person, Role, Session
from korak.centre.programmes import Programme
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.services.result_sheets import Job, Report, SheetKind, Wanted
from korak.services.sittings import Entry


@pytest.fixture
def house(place: Place) -> House:
    place.read_bank = small_bank
    made, _code = place.create()
    return made


def group_of(house: House) -> str:
    return house.people.groups(maja(house))[0].id


def meetings(place: Place, house: House, absent: dict[str, int], count: int = 4) -> None:
    """Hold meetings; somebody is absent from so many of them, at the end."""
    trainer = maja(house)
    group = group_of(house)
    for number in range(count):
        meeting = house.classroom.begin_unplanned(trainer, group)
        for person in house.people.learners(trainer, group):
            if number >= count - absent.get(person.name, 0):
                house.attendance.note(trainer, meeting.id, person.id, Presence.ABSENT)
        house.attendance.note_all(trainer, meeting.id)
        house.classroom.end(trainer, meeting.id, "", ())
        place.clock.forward(86400)


def certificate_of(house: House, trainer: Session, name: str = "Amra") -> bytes:
    person = learner(house, name)
    return house.result_sheets.certificate_pdf(trainer, person.id, group_of(house))


def test_who_gets_one_and_who_not_follows_from_whole_minutes(place: Place, house: House) -> None:
    meetings(place, house, {"Arben": 1, "Blerta": 2})
    trainer = maja(house)
    told = {one.person.name: one for one in house.certificates.candidates(trainer, group_of(house))}
    assert {name: one.share for name, one in told.items()} == {"Amra": 100, "Arben": 75, "Blerta": 50}
    assert {name for name, one in told.items() if one.earns} == {"Amra", "Arben"}
    house.certificates.set_percent(trainer, group_of(house), 80)
    again = {one.person.name: one.earns for one in house.certificates.candidates(trainer, group_of(house))}
    assert again == {"Amra": True, "Arben": False, "Blerta": False}
    with refused(FaultKind.FEW_HOURS) as refusal:
        certificate_of(house, trainer, "Blerta")
    assert refusal.fault is not None
    assert refusal.fault.details == {"percent": "50", "needed": "80"}
    jobs = house.result_sheets.jobs(trainer, Wanted((SheetKind.CERTIFICATE,)))
    assert [job.person.name for job in jobs if job.person] == ["Amra"]


def test_the_share_that_is_needed_belongs_to_the_programme(house: House) -> None:
    trainer, group = maja(house), group_of(house)
    assert house.certificates.percent(trainer, group) == USUAL_PERCENT
    programme = house.programmes.add(trainer, Programme("", "Korak", "VZOREC-1"))
    house.programmes.put_group(trainer, group, programme.id)
    house.certificates.set_percent(trainer, group, 80)
    assert house.certificates.percent(trainer, group) == 80
    house.programmes.put_group(trainer, group, None)
    assert house.certificates.percent(trainer, group) == USUAL_PERCENT
    for wrong in (0, 101, -5):
        with refused(FaultKind.OUT_OF_RANGE):
            house.certificates.set_percent(trainer, group, wrong)


@needs_pdftotext
def test_a_number_stays_when_the_certificate_is_printed_again(
    place: Place, house: House, tmp_path: Path
) -> None:
    meetings(place, house, {})
    trainer = maja(house)
    first = pages_of(certificate_of(house, trainer), tmp_path)[0]
    (number,) = [one.number for one in house.certificates.candidates(trainer, group_of(house)) if one.number]
    assert number in first
    place.clock.forward(400 * 86400)  # the next meeting is in another year
    meetings(place, house, {}, count=1)
    again = pages_of(certificate_of(house, trainer), tmp_path)[0]
    assert number in again
    assert [one.number for one in house.certificates.candidates(trainer, group_of(house))].count(number) == 1


def test_the_second_group_of_a_person_gets_a_number_of_its_own() -> None:
    assert numbered("LUJ-1/2026", frozenset()) == "LUJ-1/2026"
    assert numbered("LUJ-1/2026", frozenset({"LUJ-1/2026"})) == "LUJ-1/2026-2"
    assert numbered("LUJ-1/2026", frozenset({"LUJ-1/2026", "LUJ-1/2026-2"})) == "LUJ-1/2026-3"
    nobody = Candidate(Person("x", Role.LEARNER, "X"), 0, 0, 75)
    assert not nobody.earns
    assert nobody.share is None


@needs_pdftotext
def test_what_one_is_able_to_do_stands_on_it_only_if_one_wants_it(place: Place, tmp_path: Path) -> None:
    house, _code = place.create()  # with the real bank
    meetings(place, house, {})
    trainer, me = maja(house), amra(house)
    record = house.sittings.plan(trainer, me.person_id, Occasion.PRE, Mode.PAPER)
    for item in record.items:
        if item.kind.value in ("task", "judgement"):
            house.sittings.enter(trainer, record.id, item.id, Entry(mark=3))
    house.sittings.close(trainer, record.id)
    texts = house.results.texts()
    can = [texts.task(task.template).can_do for task in house.results.learner(me, me.person_id).can_do]
    assert can
    begins = " ".join(can[0].split()[:2])  # it stands in a column, where lines are short
    assert begins not in " ".join(pages_of(certificate_of(house, trainer), tmp_path)[0].split())
    house.certificates.wish_can_do(me, me.person_id, wanted=True)
    assert house.certificates.wants_can_do(trainer, me.person_id)
    assert begins in " ".join(pages_of(certificate_of(house, trainer), tmp_path)[0].split())
    place.clock.forward(1)
    house.certificates.wish_can_do(trainer, me.person_id, wanted=False)
    assert not house.certificates.wants_can_do(me, me.person_id)
    blerta = learner(house, "Blerta").id
    with refused(FaultKind.NOT_ALLOWED):
        house.certificates.wish_can_do(me, blerta, wanted=True)
    with refused(FaultKind.NOT_ALLOWED):
        house.certificates.candidates(me, group_of(house))


def test_a_number_is_not_given_where_the_file_could_not_be_written(
    place: Place, house: House, tmp_path: Path
) -> None:
    meetings(place, house, {})
    trainer = maja(house)
    blocked = tmp_path / "ni-mapa"
    blocked.write_text("", "utf-8")
    job: Job = house.result_sheets.jobs(trainer, Wanted((SheetKind.CERTIFICATE,)))[0]
    with refused(FaultKind.READ_ONLY):
        house.result_sheets.write_one(trainer, job, blocked)
    assert all(not one.number for one in house.certificates.candidates(trainer, group_of(house)))
    period = house.results.whole_period(trainer)
    with refused(FaultKind.READ_ONLY):
        report = Report("", period, freeze=True)
        house.result_sheets.write_report(trainer, report, blocked / "porocilo.pdf")
    assert house.results.frozen(trainer) == ()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "ni-mapa"]


def test_a_draft_is_no_version_and_a_version_is_one_only_when_it_is_asked_for(
    place: Place, house: House, tmp_path: Path
) -> None:
    meetings(place, house, {})
    trainer, me = maja(house), amra(house)
    period = house.results.whole_period(trainer)
    for _again in range(3):
        house.result_sheets.funder_pdf(trainer, period)
    assert house.results.frozen(trainer) == ()
    house.result_sheets.funder_pdf(trainer, period, freeze=True)
    house.result_sheets.funder_pdf(trainer, period, freeze=True)
    assert [one.version for one in house.results.frozen(trainer)] == [1, 2]
    draft = house.results.draft(trainer, period)
    assert draft.is_draft
    assert draft.keep_hidden == house.results.frozen(trainer)[-1].hidden
    other = house.people.add_group(trainer, "D2", "Druga")
    assert [one.code for one in house.results.draft(trainer, period, groups=[other.id]).groups] == []
    written = house.result_sheets.write_report(trainer, Report("", period), tmp_path / "osnutek.pdf")
    assert written.read_bytes().endswith(b"%%EOF\n")
    with pytest.raises(ServiceFault):
        house.result_sheets.funder_pdf(me, period)


def peter(house: House) -> Session:
    """Let in somebody of the staff, who owes papers to a funder."""
    made = house.accounts.add(maja(house), Person("", Role.STAFF, "Peter"), PASSPHRASE)
    return house.sign_in.colleague(made.id, PASSPHRASE)


@needs_pdftotext
def test_staff_make_the_draft_for_the_funder_and_certificates(place: Place, tmp_path: Path) -> None:
    house, _code = place.create()  # with the real bank
    meetings(place, house, {"Blerta": 2})
    trainer, me, staff = maja(house), amra(house), peter(house)
    for one in house.certificates.candidates(staff, group_of(house)):
        record = house.sittings.plan(trainer, one.person.id, Occasion.PRE, Mode.PAPER)
        for item in record.items:
            if item.kind.value in ("task", "judgement"):
                house.sittings.enter(trainer, record.id, item.id, Entry(mark=3))
        house.sittings.close(trainer, record.id)
    house.certificates.wish_can_do(me, me.person_id, wanted=True)
    sheets = house.result_sheets
    jobs = sheets.jobs(staff, Wanted((SheetKind.CERTIFICATE, SheetKind.FUNDER)))
    assert [job.person.name for job in jobs if job.person] == ["Amra", "Arben"]
    files = list(sheets.write(staff, jobs, tmp_path / "listi"))
    amras, arbens, funders = (
        " ".join(" ".join(pages_of(file.read_bytes(), tmp_path)).split()) for file in files
    )
    texts, result = house.results.texts(), house.results.learner(me, me.person_id)
    begins = " ".join(texts.task(result.can_do[0].template).can_do.split()[:2])
    assert "Amra" in amras
    assert begins in amras  # her own tick
    assert "Arben" in arbens
    assert begins not in arbens  # he has not ticked it
    assert "Amra" not in funders
    assert "Arben" not in funders
    assert house.results.frozen(staff) == ()
    assert house.results.draft(staff, house.results.whole_period(staff)).is_draft
    with refused(FaultKind.FEW_HOURS):
        sheets.certificate_pdf(staff, learner(house, "Blerta").id, group_of(house))


def test_staff_see_nobodys_results(place: Place, house: House) -> None:
    meetings(place, house, {})
    staff, amra_id, group = peter(house), learner(house, "Amra").id, group_of(house)
    sheets, results = house.result_sheets, house.results
    for refuse in (
        partial(sheets.group_pdf, staff, group),
        partial(sheets.learner_pdf, staff, amra_id),
        partial(sheets.tables, staff),
        partial(sheets.jobs, staff, Wanted((SheetKind.CERTIFICATE, SheetKind.GROUP))),
        partial(sheets.jobs, staff, Wanted((SheetKind.LEARNER,))),
        partial(sheets.jobs, staff, Wanted((SheetKind.PAPER,))),
        partial(results.learner, staff, amra_id),
        partial(results.group, staff, group),
        partial(house.sittings.of_group, staff, group),
        partial(house.certificates.wish_can_do, staff, amra_id, wanted=True),
    ):
        with refused(FaultKind.NOT_ALLOWED):
            refuse()
    assert results.certified(staff, amra_id) == ()
