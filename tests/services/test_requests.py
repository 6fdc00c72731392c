# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners ask about their own data is kept, answered with a trace, and taken along as a file."""

import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfReader
from tests.services.making import Place, amra, maja, refused

from korak.centre.requests import Wanted
from korak.services.faults import FaultKind


def test_a_request_waits_until_it_is_answered_and_the_answer_is_read(place: Place) -> None:
    house, _ = place.create()
    learner, trainer = amra(house), maja(house)
    asked = house.requests.ask(learner, Wanted.CORRECT, " Moje ime je Amra P. ")
    assert house.requests.ask(learner, Wanted.CORRECT, "Moje ime je Amra P.") == asked
    (waiting,) = house.requests.all(trainer)
    assert (waiting.person.name, waiting.request.text, waiting.answer) == (
        "Amra",
        "Moje ime je Amra P.",
        None,
    )
    assert asked.due == asked.at.astimezone().date() + timedelta(days=30)
    assert house.requests.waiting(trainer) == 1
    with refused(FaultKind.REASON_MISSING):
        house.requests.answer(trainer, asked.id, "  ", done=True)
    house.requests.answer(trainer, asked.id, "Ime je popravljeno.", done=True)
    ((_request, answer),) = house.requests.mine(learner)
    assert answer is not None
    assert (answer.note, answer.done, answer.by) == ("Ime je popravljeno.", True, trainer.person_id)
    assert house.requests.waiting(trainer) == 0
    house.requests.answer(trainer, asked.id, "Nekaj drugega.", done=False)
    assert house.requests.mine(learner)[0][1] == answer


def test_a_correction_says_what_is_wrong_and_nobody_reads_those_of_others(place: Place) -> None:
    house, _ = place.create()
    learner, trainer = amra(house), maja(house)
    with refused(FaultKind.REASON_MISSING):
        house.requests.ask(learner, Wanted.CORRECT, " ")
    with refused(FaultKind.NOT_ALLOWED):
        house.requests.all(learner)
    with refused(FaultKind.NOT_ALLOWED):
        house.requests.ask(trainer, Wanted.ERASE)
    asked = house.requests.ask(learner, Wanted.ERASE)
    with refused(FaultKind.NOT_ALLOWED):
        house.requests.answer(learner, asked.id, "da", done=True)


def test_with_the_person_their_requests_are_forgotten(place: Place) -> None:
    house, _ = place.create()
    learner, trainer = amra(house), maja(house)
    asked = house.requests.ask(learner, Wanted.ERASE, "Ne hodim več.")
    house.requests.answer(trainer, asked.id, "Da.", done=True)
    house.rights.erase(trainer, learner.person_id)
    assert house.requests.all(trainer) == ()
    assert house.rights.erasures(trainer)[0][1] == "person"


def test_everything_is_taken_along_as_a_sheet_and_as_data(place: Place) -> None:
    house, _ = place.create()
    learner = amra(house)
    house.requests.ask(learner, Wanted.CORRECT, "=1+1")
    sheet = house.sheets.learner_pdf(learner, learner.person_id, "ar")
    with ZipFile(BytesIO(house.rights.bundle(learner, learner.person_id, sheet))) as file:
        assert PdfReader(BytesIO(file.read("list.pdf"))).pages
        told = json.loads(file.read("podatki.json"))
        assert told["tables"]["rights_request"][0]["text"] == "=1+1"
        csv = file.read("tabele/rights_request.csv").decode("utf-8-sig")
        assert '"\'=1+1"' in csv
        assert not any("secret" in name for name in file.namelist())
    with refused(FaultKind.NOT_ALLOWED):
        house.rights.bundle(learner, maja(house).person_id, sheet)
