# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of local services: a sample to begin with, checked by people, printed."""

import dataclasses
from io import BytesIO

from pypdf import PdfReader
from tests.services.making import Place, amra, maja, refused

from korak.centre.local_services import LocalService, is_checked, matching, towns
from korak.services.faults import FaultKind


def test_a_new_centre_begins_with_a_sample_that_nobody_has_checked(place: Place) -> None:
    house, _ = place.create()
    trainer = maja(house)
    entries = house.local_services.all(trainer)
    assert len(entries) == 56
    assert not any(is_checked(one, place.clock.now().date()) for one in entries)
    assert {"Jesenice", "Kranj", "Koper"} <= set(towns(entries))
    found = matching(entries, "knjižnica", "Jesenice")
    assert [one.name for one in found] == ["Občinska knjižnica Jesenice"]
    assert not any("preverite" in f"{one.phone} {one.address}" or "(U)" in one.phone for one in entries)
    assert house.local_services.all(amra(house)) == entries


def test_an_entry_is_checked_and_a_new_number_has_to_be_checked_again(place: Place) -> None:
    house, _ = place.create()
    trainer = maja(house)
    entry = house.local_services.keep(trainer, LocalService(id="", name=" Ambulanta  Plavž "))
    assert entry.name == "Ambulanta Plavž"
    checked = house.local_services.check(trainer, entry.id)
    assert (checked.verified_by, checked.verified_on) == ("Maja", place.clock.now().date())
    noted = house.local_services.keep(trainer, dataclasses.replace(checked, note="Dvigalo"))
    assert noted.verified_on is not None
    changed = house.local_services.keep(trainer, dataclasses.replace(noted, phone="04 000 00 00"))
    assert changed.verified_on is None
    place.clock.forward(366 * 24 * 3600)
    assert not is_checked(checked, place.clock.now().date())
    house.local_services.put_away(trainer, entry.id)
    assert entry.id not in {one.id for one in house.local_services.all(trainer)}
    house.local_services.put_away(trainer, entry.id, back=True)
    assert entry.id in {one.id for one in house.local_services.all(trainer)}


def test_only_trainers_change_the_map_and_a_name_is_needed(place: Place) -> None:
    house, _ = place.create()
    with refused(FaultKind.NOT_ALLOWED):
        house.local_services.keep(amra(house), LocalService(id="", name="X"))
    with refused(FaultKind.NAME_MISSING):
        house.local_services.keep(maja(house), LocalService(id="", name="  "))
    with refused(FaultKind.NOT_FOUND):
        house.local_services.check(maja(house), "nowhere")


def test_the_leaflet_says_what_nobody_has_checked(place: Place) -> None:
    house, _ = place.create()
    trainer = maja(house)
    entries = matching(house.local_services.all(trainer), town="Jesenice")
    house.local_services.check(trainer, entries[0].id)
    entries = matching(house.local_services.all(trainer), town="Jesenice")
    pages = PdfReader(BytesIO(house.local_services.leaflet(trainer, entries, "ar"))).pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "Kdo pri čem pomaga" in text
    assert "Občinska knjižnica Jesenice" in text
    assert text.count("ni preverjeno") == len(entries) - 1
    empty = PdfReader(BytesIO(house.local_services.leaflet(trainer, (), "sl"))).pages[0].extract_text()
    assert "še ni ničesar" in empty
