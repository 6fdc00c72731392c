# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of learners: a look first, all or nothing, taken back, handed out and brought in again unchanged."""

import csv
from pathlib import Path
from time import perf_counter

import pytest
from tests.services.making import Place, amra, learner, maja, refused

from korak.centre.details import Details, Eligible, Level, Sex
from korak.centre.people import Session
from korak.centre.roster import Column, RowTrouble
from korak.learning.attempt import Attempt
from korak.services.faults import FaultKind
from korak.services.house import House

HEAD = (
    "Ime",
    "Priimek",
    "Skupina",
    "Jezik",
    "Spol",
    "Leto rojstva",
    "Državljan tretje države",
    "Vstopna raven",
)


def write(path: Path, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows((head, *rows))
    return path


@pytest.fixture
def house(place: Place) -> House:
    return place.create()[0]


@pytest.fixture
def trainer(house: House) -> Session:
    return maja(house)


def names(house: House, session: Session) -> list[str]:
    (group, *_) = house.people.groups(session)
    return [person.name for person in house.people.learners(session, group.id)]


def test_a_list_is_looked_at_and_then_saved(house: House, trainer: Session, tmp_path: Path) -> None:
    path = write(
        tmp_path / "osebe.csv",
        ("Elena", "Vzorec", "Jesenice 1", "makedonščina", "Ž", "1984", "da", "A1"),
        ("Zoran", "Primer", "jesenice 1", "MK", "moški", "", "ne", ""),
    )
    preview = house.rosters.preview(trainer, house.rosters.read(trainer, path))
    assert (preview.new, preview.changed, preview.same, preview.faults) == (2, 0, 0, ())
    assert names(house, trainer) == ["Amra", "Arben", "Blerta"]
    house.rosters.save(trainer, preview)
    assert names(house, trainer) == ["Amra", "Arben", "Blerta", "Elena Vzorec", "Zoran Primer"]
    (group,) = house.people.groups(trainer)
    elena, zoran = house.people.learners(trainer, group.id)[-2:]
    assert elena.language == zoran.language == "mk"
    assert len({person.picture for person in house.people.learners(trainer, group.id)}) == 5
    assert house.rosters.details(trainer, elena.id) == Details(Sex.WOMAN, 1984, Eligible.YES, Level.A1)
    assert house.rosters.details(trainer, zoran.id) == Details(Sex.MAN, None, Eligible.NO)


def test_every_wrong_cell_is_told_and_nothing_is_saved(
    house: House, trainer: Session, tmp_path: Path
) -> None:
    path = write(
        tmp_path / "osebe.csv",
        ("", "", "Jesenice 1", "", "", "", "", ""),
        ("Elena", "Vzorec", "Kranj 7", "klingonščina", "morda", "2025", "morda", "D1"),
        ("Zoran", "Primer", "", "", "", "", "", ""),
        ("Ana 0101990505123", "Primer", "Jesenice 1", "", "", "", "", ""),
        ("Besa", "Vzorec", "Jesenice 1", "", "", "", "", ""),
        ("BEŠA", "vzorec", "Jesenice 1", "", "", "", "", ""),
    )
    preview = house.rosters.preview(trainer, house.rosters.read(trainer, path))
    told = {(fault.line, fault.column, fault.trouble) for fault in preview.faults}
    assert told == {
        (2, Column.NAME, RowTrouble.NO_NAME),
        (3, Column.GROUP, RowTrouble.UNKNOWN_GROUP),
        (3, Column.LANGUAGE, RowTrouble.UNKNOWN_LANGUAGE),
        (3, Column.SEX, RowTrouble.UNKNOWN_SEX),
        (3, Column.BIRTH_YEAR, RowTrouble.BAD_YEAR),
        (3, Column.ELIGIBLE, RowTrouble.UNKNOWN_ANSWER),
        (3, Column.LEVEL_IN, RowTrouble.UNKNOWN_LEVEL),
        (4, Column.GROUP, RowTrouble.NO_GROUP),
        (5, Column.FIRST, RowTrouble.FORBIDDEN),
        (7, Column.NAME, RowTrouble.TWICE),
    }
    with refused(FaultKind.ROSTER_FAULTY):
        house.rosters.save(trainer, preview)
    assert names(house, trainer) == ["Amra", "Arben", "Blerta"]


def test_missing_groups_are_made_when_asked_for(house: House, trainer: Session, tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", ("Elena", "V", "Kranj 7", "", "", "", "", ""), ("Ana", "V", "kranj 7", *[""] * 5)
    )
    grid = house.rosters.read(trainer, path)
    preview = house.rosters.preview(trainer, grid, make_groups=True)
    assert preview.new_groups == ("Kranj 7",)
    house.rosters.save(trainer, preview)
    _, kranj = house.people.groups(trainer)
    assert [person.name for person in house.people.learners(trainer, kranj.id)] == ["Ana V", "Elena V"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_korak_wrote_comes_back_unchanged(
    house: House, trainer: Session, tmp_path: Path, ending: str
) -> None:
    who = learner(house)
    told = Details(Sex.WOMAN, 1979, Eligible.YES, Level.A1, Level.A2, "BA")
    house.rosters.set_details(trainer, who.id, told)
    path = tmp_path / f"osebe.{ending}"
    assert house.rosters.export(trainer, path) == 3
    preview = house.rosters.preview(trainer, house.rosters.read(trainer, path))
    assert (preview.new, preview.changed, preview.same, preview.faults) == (0, 0, 3, ())
    house.rosters.set_details(trainer, who.id, Details())
    house.rosters.save(trainer, house.rosters.preview(trainer, house.rosters.read(trainer, path)))
    assert house.rosters.details(trainer, who.id) == told


def test_a_group_of_nationalities_is_a_code_of_the_list_and_never_a_text(
    house: House, trainer: Session, tmp_path: Path
) -> None:
    path = tmp_path / "osebe.csv"
    head = "Ime in priimek;Skupina;Skupina državljanstva"
    path.write_text(f"{head}\nElena V;Jesenice 1;Kosovo\nAna V;Jesenice 1;ua\nBesa V;Jesenice 1;\n", "utf-8")
    house.rosters.save(trainer, house.rosters.preview(trainer, house.rosters.read(trainer, path)))
    (group,) = house.people.groups(trainer)
    people = [one for one in house.people.learners(trainer, group.id) if one.name.endswith(" V")]
    told = {one.name: house.rosters.details(trainer, one.id).origin for one in people}
    assert told == {"Elena V": "XK", "Ana V": "UA", "Besa V": ""}
    path.write_text(f"{head}\nZoran V;Jesenice 1;iz vasi pri Tuzli\n", "utf-8")
    (fault,) = house.rosters.preview(trainer, house.rosters.read(trainer, path)).faults
    assert (fault.column, fault.trouble) == (Column.ORIGIN, RowTrouble.UNKNOWN_ORIGIN)


def test_the_centre_edits_the_list_of_nationalities_and_what_is_in_use_stays(
    place: Place, house: House, trainer: Session
) -> None:
    who = learner(house)
    house.rosters.set_details(trainer, who.id, Details(origin="UA"))
    own = place.folder / "indicators.toml"
    own.write_text('[[origin]]\ncode = "SY"\nlabel = "Sirija"\n', "utf-8")
    assert house.rosters.origins(trainer) == (("SY", "Sirija"), ("UA", "UA"))
    own.write_text("[[origin]", "utf-8")
    assert house.rosters.origins(trainer) == (("UA", "UA"),)


def test_a_forgotten_person_leaves_no_group_of_nationalities(house: House, trainer: Session) -> None:
    who = learner(house)
    house.rosters.set_details(trainer, who.id, Details(origin="UA"))
    house.rosters.set_details(trainer, who.id, Details())
    assert house.rosters._shelf.origins() == frozenset()
    house.rosters.set_details(trainer, who.id, Details(origin="UA"))
    house.rights._shelf.erase(who.id, frozenset())
    assert house.rosters._shelf.origins() == frozenset()


def test_a_formula_in_a_name_is_harmless_in_a_csv_and_comes_back(
    house: House, trainer: Session, tmp_path: Path
) -> None:
    import dataclasses

    who = learner(house)
    house.people.edit(trainer, dataclasses.replace(who, alias="=1+1"))
    path = tmp_path / "osebe.csv"
    house.rosters.export(trainer, path)
    assert '"\'=1+1"' in path.read_text("utf-8-sig")
    assert house.rosters.preview(trainer, house.rosters.read(trainer, path)).same == 3


def test_an_import_is_taken_back_but_nobody_who_worked_is_lost(
    house: House, trainer: Session, place: Place, tmp_path: Path
) -> None:
    path = tmp_path / "osebe.csv"
    house.rosters.export(trainer, path)
    text = path.read_text("utf-8-sig").replace('"Amra"', '"Amra Nova"', 1)
    path.write_text(text + '"";"Elena";"";"Jesenice 1"\r\n"";"Zoran";"";"Jesenice 1"\r\n', "utf-8-sig")
    made = house.rosters.save(trainer, house.rosters.preview(trainer, house.rosters.read(trainer, path)))
    assert names(house, trainer) == ["Amra Nova", "Arben", "Blerta", "Elena", "Zoran"]
    (group,) = house.people.groups(trainer)
    zoran = house.people.learners(trainer, group.id)[-1]
    house.sign_in.first_pin(zoran.id, ("cat", "sun", "bus"))
    undone = house.rosters.undo(trainer, made.id)
    assert (undone.removed, undone.restored, [one.name for one in undone.kept]) == (1, 1, ["Zoran"])
    assert names(house, trainer) == ["Amra", "Arben", "Blerta", "Zoran"]
    with refused(FaultKind.NOT_FOUND):
        house.rosters.undo(trainer, made.id)


def test_two_records_of_one_person_are_found_and_read_as_one(house: House, trainer: Session) -> None:
    from korak.centre.people import NewLearner

    (group,) = house.people.groups(trainer)
    double = house.people.add_learner(trainer, group.id, NewLearner("AMRÁ", language="bs"))
    first = learner(house)
    (pair,) = house.rosters.likely_same(trainer)
    assert {pair.first.id, pair.second.id} == {first.id, double.id}
    store = house.rosters._store
    fact = Attempt(
        id="0" * 36, device=store.device, at=house.rosters._clock.now(), person=double.id, pack="koraki",
        pack_version="1", lesson="prvi", station="s", kind="typed", mode=None, answer="x", simple_answer="x",
        result="exact", score=1.0, help=0, errors=0, seconds=1.0,
    )  # fmt: skip
    store.add_attempt(fact)
    assert store.attempts(first.id) == ()
    house.rosters.put_together(trainer, first.id, double.id)
    assert [one.id for one in store.attempts(first.id)] == [fact.id]
    assert store.word_fact_count(first.id) == 1
    assert [one.person for one in store.attempts_since([first.id], fact.at)] == [first.id]
    assert names(house, trainer) == ["Amra", "Arben", "Blerta"]
    assert house.rosters.likely_same(trainer) == ()
    house.rosters.part(trainer, double.id)
    assert store.attempts(first.id) == ()
    with refused(FaultKind.SAME_RECORD):
        house.rosters.put_together(trainer, first.id, first.id)


def test_a_learner_brings_and_takes_no_lists(house: House, trainer: Session, tmp_path: Path) -> None:
    own = amra(house)
    with refused(FaultKind.NOT_ALLOWED):
        house.rosters.export(own, tmp_path / "a.csv")
    with refused(FaultKind.NOT_ALLOWED):
        house.rosters.read(own, tmp_path / "a.csv")
    with refused(FaultKind.NOT_ALLOWED):
        house.rosters.likely_same(own)


def test_a_thousand_learners_come_in_one_go(house: House, trainer: Session, tmp_path: Path) -> None:
    rows = [(f"Oseba{n}", "Vzorec", "Jesenice 1", "sq", "ž", "1980", "da", "") for n in range(1000)]
    path = write(tmp_path / "a.csv", *rows)
    begun = perf_counter()
    preview = house.rosters.preview(trainer, house.rosters.read(trainer, path))
    house.rosters.save(trainer, preview)
    print(f"1,000 learners in {perf_counter() - begun:.2f} s")
    assert len(names(house, trainer)) == 1003
