# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's own result on the screen: the same object as the sheet, two languages, no number to fear."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.services.jesenice import Learner
from tests.services.making import NEW, PASSPHRASE, PIN, Place
from tests.ui.screen import Screen

from korak import i18n
from korak.assessment.learner_result import LearnerResult
from korak.assessment.measured import AREAS
from korak.assessment.sitting import Occasion
from korak.centre.people import Session
from korak.clock import FixedClock
from korak.i18n import _
from korak.reports.assessment_words import sentence
from korak.reports.bilingual import Bilingual
from korak.services.faults import FaultKind, ServiceFault
from korak.settings import DeviceSettings
from korak.storage import hashing
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.own_result import OwnResultPage
from korak.ui.pages.record import RecordPage
from korak.ui.two_bars import TwoBars

Start = Callable[..., tuple[Screen, Session]]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    quick = {"PIN_ROUNDS": 1, "PIN_MEMORY": 8192, "PASSPHRASE_ROUNDS": 1, "PASSPHRASE_MEMORY": 16384}
    for name, value in quick.items():
        monkeypatch.setattr(hashing, name, value)
    return Place(tmp_path / "data")


def measured(place: Place, *occasions: Occasion) -> None:
    """Amra sits down once or twice, better the second time."""
    house, _code = place.create(NEW)
    trainer = house.sign_in.trainer(PASSPHRASE)
    (group,) = house.people.groups(trainer)
    amra = house.people.learners(trainer, group.id)[0]
    for number, occasion in enumerate(occasions):
        place.clock.forward(3600)
        record = house.sittings.plan(trainer, amra.id, occasion)
        Learner(house, amra, -0.8 + 2.4 * number).sit(record)
    place.close()


@pytest.fixture
def start(place: Place) -> Iterator[Start]:
    started: list[Screen] = []

    def begin(wanted: DeviceSettings | None = None) -> tuple[Screen, Session]:
        screen = Screen(place.folder, wanted, clock=FixedClock(place.clock.now()))
        started.append(screen)
        journey = screen.journey
        house = journey._known_vault().unlock(PASSPHRASE)
        journey._enter(house)
        (group,) = house.sign_in.groups()
        session = house.sign_in.pin(house.sign_in.tiles(group.id)[0].id, PIN)
        journey.signed_in(session)
        screen.settle()
        return screen, session

    yield begin
    for screen in started:
        screen.close()


def bars(page: OwnResultPage) -> list[tuple[float | None, float | None]]:
    return [(one._before, one._after) for one in page.findChildren(TwoBars) if one.isVisible()]


def test_two_bars_an_area_come_from_the_object_of_the_sheet_and_no_number_is_written(
    place: Place, start: Start
) -> None:
    measured(place, Occasion.PRE, Occasion.POST)
    screen, session = start()
    screen.journey.record()
    screen.page(RecordPage)
    screen.press("Look at it")
    page = screen.page(OwnResultPage)
    result: LearnerResult = screen.journey.house.results.learner(session, session.person_id)
    assert result.before is not None
    assert result.after is not None
    assert bars(page) == [
        (result.before.area(area).percent, result.after.area(area).percent) for area in AREAS
    ]
    text = screen.texts()
    assert sentence(result, Bilingual("koraki", None)).sl in text
    texts = screen.journey.house.results.texts()
    for task in result.can_do:
        assert texts.task(task.template).can_do in text
    assert "%" not in text
    assert not re.search(r"\b\d+(,\d+)? točk", text)
    told = [one.accessibleName() for one in page.findChildren(TwoBars)]
    assert all(_("before the course") in one and _("after the course") in one for one in told)


def test_the_next_step_leads_to_its_lesson(place: Place, start: Start) -> None:
    measured(place, Occasion.PRE)
    screen, session = start()
    screen.journey.result_of(session.person_id)
    page = screen.page(OwnResultPage)
    house = screen.journey.house
    task = house.results.learner(session, session.person_id).next_tasks[0]
    text = house.results.texts().task(task.template)
    assert text.lesson
    screen.press(_("Lesson: {lesson}").format(lesson=text.lesson_title), page)
    screen.page(LessonPage)


def test_before_the_course_there_is_one_bar_and_it_is_called_my_beginning(place: Place, start: Start) -> None:
    measured(place, Occasion.PRE)
    screen, session = start()
    screen.journey.result_of(session.person_id)
    page = screen.page(OwnResultPage)
    assert screen.sees("My beginning")
    assert all(after is None for _before, after in bars(page))
    assert screen.sees("This is your beginning. The course begins here.")


def test_whoever_was_never_assessed_is_told_so_and_nothing_is_drawn(place: Place, start: Start) -> None:
    measured(place)
    screen, session = start()
    screen.journey.result_of(session.person_id)
    page = screen.page(OwnResultPage)
    assert screen.sees("There is no result yet.")
    assert bars(page) == []
    assert not page._print.isVisible()


def test_in_arabic_the_page_is_mirrored_and_both_languages_stand_there(place: Place, start: Start) -> None:
    measured(place, Occasion.PRE, Occasion.POST)
    screen, session = start(DeviceSettings(language="ar", sound=False, reduced_motion=True))
    screen.journey.frame.preferences.choose_second("ar")
    screen.journey.result_of(session.person_id)
    page = screen.page(OwnResultPage)
    assert page.layoutDirection().name == "RightToLeft"
    said = sentence(page.result, Bilingual("koraki", "ar"))
    text = screen.texts()
    assert said.sl in text
    assert said.other
    assert said.other in text
    row = next(one for one in page.findChildren(TwoBars) if one._after and one._after < 90)
    assert row._box(row._after or 0.0, 0, 10).right() == pytest.approx(row.width())
    assert i18n.is_rtl("ar")


def test_nobody_else_can_open_it_but_a_trainer_can(place: Place, start: Start) -> None:
    measured(place, Occasion.PRE)
    screen, session = start()
    house = screen.journey.house
    trainer = house.sign_in.trainer(PASSPHRASE)
    (group,) = house.people.groups(trainer)
    other = house.people.learners(trainer, group.id)[1]
    with pytest.raises(ServiceFault) as refused:
        house.results.learner(session, other.id)
    assert refused.value.code is FaultKind.NOT_ALLOWED
    screen.journey.signed_in(trainer)
    screen.journey.result_of(session.person_id)
    page = screen.page(OwnResultPage)
    assert "Amra" in page._head.title.text()
