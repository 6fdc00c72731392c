# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.services.making import Place, learner, refused

from korak.centre.mediation import Mediated, Mode, Outcome, Proof, Rating, Topic
from korak.centre.people import Person, Role, Session
from korak.services.faults import FaultKind
from korak.services.house import House

PASS = "korak za korakom"


@pytest.fixture
def house(place: Place) -> House:
    return place.demo()


def of(house: House, role: Role) -> Session:
    person = next(one for one in house.sign_in.colleagues() if one.role is role)
    return house.sign_in.colleague(person.id, PASS)


def entry(place: Place, minutes: int = 45, **more: object) -> Mediated:
    today = place.clock.now().date()
    one = Mediated("", "", today, minutes, "  ZD  Jesenice ", "health", languages=("sq",))
    return replace(one, **more)  # type: ignore[arg-type]


def test_an_entry_is_kept_as_it_was_written(place: Place, house: House) -> None:
    arta = of(house, Role.MEDIATOR)
    kept = house.mediation.add(
        arta,
        entry(
            place,
            mode=Mode.VIDEO,
            people=3,
            outcome=Outcome.SENT_ON,
            agreed="Naročeno pri zdravniku.",
            institution=Rating.GOOD,
            helped=Rating.SO_SO,
            proof=Proof.USERS,
        ),
    )
    (found,) = house.mediation.entries(arta, arta.person_id)
    assert replace(found, written_at=None) == kept
    assert found.written_at == place.clock.now()
    assert (found.place, found.mediator, found.corrected) == ("ZD Jesenice", arta.person_id, 0)
    assert house.mediation.last(arta) == found


def test_a_correction_keeps_what_stood_before(place: Place, house: House) -> None:
    arta = of(house, Role.MEDIATOR)
    kept = house.mediation.add(arta, entry(place))
    place.clock.forward(60)
    house.mediation.correct(arta, replace(kept, minutes=60))
    (found,) = house.mediation.entries(arta, arta.person_id)
    assert (found.minutes, found.corrected) == (60, 1)
    assert [one.minutes for one in house.mediation.versions(arta, kept.entry)] == [45, 60]
    place.clock.forward(60)
    house.mediation.take_out(arta, kept.entry)
    assert house.mediation.entries(arta, arta.person_id) == ()
    assert house.mediation.year(arta, found.day.year, arta.person_id).whole.minutes == 0
    place.clock.forward(60)
    house.mediation.take_out(arta, kept.entry, back=True)
    assert house.mediation.year(arta, found.day.year, arta.person_id).whole.minutes == 60


def test_a_mediator_has_only_her_own_log_a_trainer_reads_all_staff_see_totals(
    place: Place, house: House
) -> None:
    arta, maja, peter = of(house, Role.MEDIATOR), of(house, Role.TRAINER), of(house, Role.STAFF)
    house.accounts.add(maja, Person("", Role.MEDIATOR, "Lule"), "reka miza sedem luna")
    lule_id = next(one.id for one in house.sign_in.colleagues() if one.name == "Lule")
    lule = house.sign_in.colleague(lule_id, "reka miza sedem luna")
    kept = house.mediation.add(arta, entry(place))
    house.mediation.add(lule, entry(place, 30))
    year = kept.day.year
    for asked in (arta.person_id, ""):
        with refused(FaultKind.NOT_ALLOWED):
            house.mediation.entries(lule, asked)
        with refused(FaultKind.NOT_ALLOWED):
            house.mediation.year(lule, year, asked)
    with refused(FaultKind.NOT_ALLOWED):
        house.mediation.versions(lule, kept.entry)
    with refused(FaultKind.NOT_ALLOWED):
        house.mediation.correct(lule, replace(kept, minutes=600))
    with refused(FaultKind.NOT_ALLOWED):
        house.mediation.take_out(maja, kept.entry)  # a trainer reads, and changes nothing of hers
    assert len(house.mediation.entries(maja)) == 2
    assert house.mediation.year(peter, year).whole.minutes == 75
    assert house.mediation.year(peter, year, lule_id).whole.minutes == 30
    with refused(FaultKind.NOT_ALLOWED):
        house.mediation.entries(peter)
    assert [person.name for person in house.mediation.mediators(lule)] == ["Lule"]
    assert [person.name for person in house.mediation.mediators(peter)] == ["Arta", "Lule"]


def test_what_is_not_right_is_told_and_nothing_is_kept(place: Place, house: House) -> None:
    arta = of(house, Role.MEDIATOR)
    with refused(FaultKind.PLACE_MISSING):
        house.mediation.add(arta, replace(entry(place), place="  "))
    for minutes in (0, 721):
        with refused(FaultKind.BAD_MINUTES):
            house.mediation.add(arta, entry(place, minutes))
    with refused(FaultKind.DAY_AHEAD):
        house.mediation.add(arta, entry(place, day=place.clock.now().date() + timedelta(days=1)))
    with refused(FaultKind.NOT_FOUND):
        house.mediation.add(arta, entry(place, topic="nothing"))
    with refused(FaultKind.NOT_FOUND):
        house.mediation.correct(arta, entry(place, entry="nothing"))
    assert house.mediation.entries(arta, arta.person_id) == ()


def test_topics_are_added_renamed_and_put_away_and_old_entries_keep_theirs(
    place: Place, house: House
) -> None:
    arta = of(house, Role.MEDIATOR)
    made = house.mediation.keep_topic(arta, Topic("", " Knjižnica "))
    kept = house.mediation.add(arta, entry(place, topic=made.code))
    house.mediation.keep_topic(arta, Topic(made.code, "Knjižnica", active=False))
    assert made.code not in {topic.code for topic in house.mediation.topics(arta)}
    assert made.code in {topic.code for topic in house.mediation.topics(arta, every=True)}
    house.mediation.keep_topic(arta, Topic("health", "Zdravstvo"))
    assert house.mediation.topics(arta)[0].name == "Zdravstvo"
    (sum_,) = house.mediation.year(arta, kept.day.year, arta.person_id).topics
    assert sum_.name == made.code
    with refused(FaultKind.NAME_MISSING):
        house.mediation.keep_topic(arta, Topic("", " "))
    with refused(FaultKind.NAME_TAKEN):
        house.mediation.keep_topic(arta, Topic("", "zdravstvo"))


def test_who_is_forgotten_takes_along_what_was_agreed_and_the_hours_stay(place: Place, house: House) -> None:
    arta, maja = of(house, Role.MEDIATOR), of(house, Role.TRAINER)
    who = learner(house, "Blerta")
    house.mediation.add(arta, entry(place, learner=who.id, agreed="Pokliče v sredo."))
    (found,) = house.mediation.entries(arta, arta.person_id)
    assert (found.learner, found.agreed) == (who.id, "Pokliče v sredo.")
    assert b"mediation_learner" in house.rights.own_record(maja, who.id)
    house.rights.erase(maja, who.id)
    (found,) = house.mediation.entries(arta, arta.person_id)
    assert (found.learner, found.agreed, found.minutes) == ("", "", 45)


def test_the_year_comes_out_as_a_sheet_to_sign_and_as_a_spreadsheet(place: Place, house: House) -> None:
    arta, peter = of(house, Role.MEDIATOR), of(house, Role.STAFF)
    kept = house.mediation.add(
        arta, entry(place, 90, institution=Rating.GOOD, agreed="=1+1", languages=("sq", "bs"))
    )
    house.mediation.add(arta, entry(place, 60, day=date(kept.day.year, 1, 8), topic="school"))
    pdf = house.mediation.year_pdf(arta, kept.day.year, arta.person_id)
    text = " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
    for wanted in ("Arta", "2,5", "albanščina", "bosanščina", "ZD Jesenice", str(kept.day.year)):
        assert wanted in text, wanted
    book = load_workbook(BytesIO(house.mediation.year_workbook(arta, kept.day.year, arta.person_id)))
    assert book.sheetnames == [f"Meseci {kept.day.year}", "Vsote", "Vnosi"]
    months, entries = book.worksheets[0], book.worksheets[2]
    assert months.cell(14, 3).value == 150
    assert months.cell(2, 6).value == pytest.approx(1.0)
    assert months.cell(13, 6).value == pytest.approx(2.5)
    assert entries.cell(3, 10).value == "=1+1"
    assert entries.cell(3, 10).data_type == "s"
    totals = load_workbook(BytesIO(house.mediation.year_workbook(peter, kept.day.year)))
    assert totals.sheetnames == [f"Meseci {kept.day.year}", "Vsote"]
    assert "Naročeno" not in str([[cell.value for cell in row] for row in totals.worksheets[1].rows])
