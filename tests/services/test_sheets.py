# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's sheet from the services: own record only, and the numbers of what was really stored."""

import io
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from tests.services.making import Place, amra, learner, maja, refused

from korak.centre.people import Session
from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.content.lesson import MyStep, Station
from korak.learning.attempt import Help, Promise, my_step_answer
from korak.learning.record import Skill
from korak.reports.bilingual import Bilingual
from korak.reports.learner_facts import facts_of
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.sheets import CONTACT


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


def finish(place: Place, house: House, session: Session) -> None:
    """Do the first lesson to its end: two wrong answers, one hint in the task, a promise."""
    lesson = house.pack.lessons["sporocilo-zdravniku"]
    mistakes = 2
    for station in lesson.stations():
        step = station.step
        if isinstance(step, Choice | Match | Typed):
            if mistakes and not isinstance(step, Match):
                mistakes -= 1
                wrong = step.wrong[0] if isinstance(step, Choice) else "čisto nekaj drugega"
                house.lessons.answer(session, lesson.id, station.key, wrong, seconds=20.0)
                place.clock.forward(20)
            house.lessons.answer(session, lesson.id, station.key, right(station), seconds=20.0)
        elif station.mode:
            play(house, session, lesson.id, station)
        elif isinstance(step, MyStep):
            answer = my_step_answer(Promise(step.can[:1], step.will[:1]))
            house.lessons.passed(session, lesson.id, station.key, 30.0, answer)
        else:
            house.lessons.passed(session, lesson.id, station.key, 30.0)


def right(station: Station) -> str | tuple[tuple[str, str], ...]:
    step = station.step
    if isinstance(step, Match):
        return tuple((pair.left, pair.right) for pair in step.pairs)
    assert isinstance(step, Choice | Typed)
    return step.right if isinstance(step, Choice) else step.answer


def play(house: House, session: Session, lesson: str, station: Station) -> None:
    run = house.lessons.begin_task(session, lesson, station.key)
    if station.mode == "guide":
        assert run.play.progress.current is not None
        run = house.lessons.help(session, run, run.play.progress.current, Help.HINT, 1.0)
    seconds = 1.0
    while not run.play.progress.reached:
        action = run.play.coach.next_action(run.play.progress, run.play.world)
        assert action is not None
        seconds += 2.0
        run = house.lessons.act(session, run, action, seconds)
    house.lessons.finish_task(session, run)


def test_nobody_sees_another_s_record_but_the_trainer(place: Place) -> None:
    house, _ = place.create()
    session, other = amra(house), learner(house, "Blerta")
    with refused(FaultKind.NOT_ALLOWED):
        house.sheets.learner(session, other.id)
    with refused(FaultKind.NOT_ALLOWED):
        house.sheets.learner_pdf(session, other.id)
    with refused(FaultKind.NOT_ALLOWED):
        house.sheets.learner(session, "nobody")
    assert house.sheets.learner(maja(house), other.id).holder.name == "Blerta"
    with refused(FaultKind.NOT_FOUND):
        house.sheets.learner(maja(house), "nobody")


def test_a_sheet_shows_the_alias_and_the_learner_s_language(place: Place) -> None:
    house, _ = place.create()
    record = house.sheets.learner(maja(house), learner(house, "Beni").id)
    assert (record.holder.name, record.holder.second_language) == ("Beni", "sq")
    assert house.sheets.learner(maja(house), record.holder.person, "en").holder.second_language == "en"
    assert house.sheets.learner(maja(house), record.holder.person, "sl").holder.second_language is None
    assert record.issuer.centre == "LU Vzorec"
    assert record.lessons == ()


def test_the_numbers_of_the_sheet_are_those_of_the_stored_attempts(place: Place) -> None:
    house, _ = place.create()
    session = amra(house)
    finish(place, house, session)
    lesson = house.pack.lessons["sporocilo-zdravniku"]
    stored = house.lessons.open(session, lesson.id).attempts
    record = house.sheets.learner(session, session.person_id, "en")
    assert record == house.sheets.learner(maja(house), session.person_id, "en")
    assert (record.lessons_done, record.mistakes, record.hints) == (1, 2, 1)
    assert record.stations_done == record.stations == len(lesson.stations())
    answered = [fact for fact in stored if fact.kind in ("choice", "match", "typed")]
    assert record.exercises == len({fact.station for fact in answered}) == record.right_first + 2
    assert record.seconds == pytest.approx(sum(fact.seconds for fact in stored))
    assert record.lessons[0].skill is Skill.ALONE
    assert record.promises == next(step.will[:1] for step in lesson.steps if isinstance(step, MyStep))
    pages = PdfReader(io.BytesIO(house.sheets.learner_pdf(session, session.person_id, "en"))).pages
    assert len(pages) == 2
    printed = " ".join(pages[0].extract_text().split())
    for fact in facts_of(record, Bilingual(record.pack, None)):
        assert fact.value.replace("\u00a0", " ") in printed
    assert lesson.can_do.replace("\u00a0", " ") in " ".join(pages[1].extract_text().split())


def test_the_centre_s_contact_stands_on_the_sheet_when_it_is_set(place: Place) -> None:
    house, _ = place.create()
    assert house.sheets.learner(maja(house), learner(house).id).issuer.contact == ""
    house._store.set_setting(CONTACT, "Maja, 031 000 000", place.clock.now())
    pdf = house.sheets.learner_pdf(amra(house), learner(house).id)
    assert "Maja, 031 000 000" in " ".join(PdfReader(io.BytesIO(pdf)).pages[1].extract_text().split())
