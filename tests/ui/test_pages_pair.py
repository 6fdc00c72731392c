# SPDX-License-Identifier: GPL-3.0-or-later
"""Two learners sit down together, take turns, and either may finish; all of it works by keyboard alone."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from tests.ui.loudspeaker import SOUND_NOISE
from tests.ui.screen import Screen, rest
from tests.ui.test_audio import fake_espeak
from tests.ui.walk import LESSON

from korak.assessment.sitting import Occasion
from korak.centre.pairs import Pair
from korak.content.exercises.choice import Choice
from korak.content.lesson import MyStep, WordsStep
from korak.i18n import _
from korak.learning.attempt import read_task_answer
from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN
from korak.settings import DeviceSettings
from korak.ui.computer_voices import SystemVoice
from korak.ui.exercise import ExerciseView
from korak.ui.forms.meeting_dialogs import TimesDialog
from korak.ui.pages.calendar import CalendarPage
from korak.ui.pages.home import HomePage
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.partner import PartnerPage
from korak.ui.pages.pin import PinPage
from korak.ui.pages.today import TodayPage
from korak.ui.pages.wall import WallPage
from korak.ui.picture_words import picture_word
from korak.ui.practice.station import TaskStation

pytestmark = pytest.mark.qt_log_ignore(*SOUND_NOISE, "propagateSizeHints")


def sit_down(screen: Screen, first: str = "Arben", second: str = "Blerta") -> Pair:
    """Let two learners of the demo in, past the doors."""
    session = screen.sign_in(first)
    house = screen.journey.house
    other = next(one for one in house.pairs.partners(session) if one.name == second)
    screen.journey.paired(house.sign_in.pin(other.id, DEMO_PIN))
    screen.settle()
    assert screen.journey._pair is not None
    return screen.journey._pair


def lesson(screen: Screen) -> LessonPage:
    screen.journey.lesson(LESSON)
    return screen.page(LessonPage)


def parts(page: LessonPage | HomePage) -> list[str]:
    return [seat.part for seat in page.company.seats]


def place_of(page: LessonPage, kind: type) -> int:
    return next(place for place, one in enumerate(page.stations) if isinstance(one.step, kind))


def dialog(screen: Screen) -> QDialog:
    return next(one for one in screen.window.findChildren(QDialog) if one.isVisible())


def test_two_people_sit_down_together_by_keyboard_alone(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.tab_to("Two together")
    screen.key(Qt.Key.Key_Return)
    screen.page(PartnerPage)
    screen.tab_to("Blerta")
    screen.key(Qt.Key.Key_Return)
    page = screen.page(PinPage)
    assert page.accessible_person() == "Blerta"
    assert screen.sees(_("You work with {name}.").format(name="Arben"))
    for picture in DEMO_PIN:
        screen.tab_to(picture_word(picture))
        screen.key(Qt.Key.Key_Return)
    home = screen.page(HomePage)
    assert home.company.names == ("Arben", "Blerta")
    assert [seat.person.shown_name for seat in home.company.seats if seat.isVisible()] == ["Arben", "Blerta"]
    for door in ("Words", "Practice ground", "What I can do", "Two together"):
        assert not screen.sees(door)


def test_nobody_is_paired_without_their_own_pictures(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    blerta = next(one for one in screen.journey.house.pairs.partners(session) if one.name == "Blerta")
    screen.journey.partner_pin(blerta.id)
    page = screen.page(PinPage)
    for picture in ("bus", "cat", "key"):
        screen.press(picture_word(picture))
    screen.wait(lambda: bool(page._message_text.text()))
    assert screen.journey._pair is None
    screen.press(_("I am not {name}").format(name="Blerta"))
    screen.page(PartnerPage)
    screen.press("I work alone")
    screen.page(HomePage)
    assert screen.journey.session == session


def test_the_trainer_who_is_there_can_confirm_the_second_one(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    blerta = next(one for one in screen.journey.house.pairs.partners(session) if one.name == "Blerta")
    screen.journey.partner_pin(blerta.id)
    screen.page(PinPage)
    screen.press("The trainer confirms")
    screen.write("ni pravo geslo")
    screen.key(Qt.Key.Key_Return)
    shown = dialog(screen)
    screen.wait(lambda: shown.findChildren(type(shown.said))[-1] is not None and bool(shown.said.text()))  # type: ignore[attr-defined]
    assert screen.journey._pair is None
    QApplication.focusWidget().selectAll()  # type: ignore[union-attr]
    screen.write(DEMO_PASSPHRASE)
    screen.key(Qt.Key.Key_Return)
    screen.page(HomePage)
    assert screen.journey._pair is not None


def test_the_turn_is_seen_in_word_and_shape_and_changes_from_exercise_to_exercise(screen: Screen) -> None:
    pair = sit_down(screen)
    page = lesson(screen)
    places = [at for at, one in enumerate(page.stations) if isinstance(one.step, Choice)][:2]
    seen: list[list[str]] = []
    for place in places:
        page.go_to(place)
        screen.settle()
        seen.append(parts(page))
        assert screen.sees("You do it")
        assert screen.sees("You help with words")
        assert page.company.session is pair.sessions[parts(page).index("does")]
    assert sorted(seen[0]) == ["does", "helps"]


def test_an_answer_is_kept_for_both_and_judged_for_whose_turn_it_is(screen: Screen) -> None:
    pair = sit_down(screen)
    page = lesson(screen)
    page.go_to(place_of(page, Choice))
    screen.settle()
    station = page.stations[page.place]
    assert isinstance(station.step, Choice)
    lessons = screen.journey.house.lessons
    before = [len(lessons.open(one, LESSON).attempts) for one in pair.sessions]
    screen.visible(ExerciseView, page)[0].answered.emit(station.step.right)
    screen.settle()
    facts = [lessons.open(one, LESSON).attempts for one in pair.sessions]
    assert [len(own) for own in facts] == [count + 1 for count in before]
    doer = pair.sessions.index(page.company.session)
    assert [own[-1].kind for own in facts][doer] == "choice"
    assert [own[-1].kind for own in facts][1 - doer] == "helped"


def test_words_pass_from_one_to_the_other_card_by_card(screen: Screen) -> None:
    sit_down(screen)
    page = lesson(screen)
    page.go_to(place_of(page, WordsStep))
    screen.settle()
    first = parts(page)
    screen.press("Next word")
    assert parts(page) == first[::-1]
    screen.press("Back")
    assert parts(page) == first


@pytest.mark.parametrize(("mode", "changes"), [("guide", 3), ("alone", 1)])
def test_in_a_task_the_turn_changes_with_the_key_steps_and_both_get_the_record(
    screen: Screen, mode: str, changes: int
) -> None:
    pair = sit_down(screen)
    page = lesson(screen)
    page.go_to(next(at for at, one in enumerate(page.stations) if one.mode == mode))
    screen.settle()
    station = page.stations[page.place]
    practice = screen.visible(TaskStation, page)[0]
    turns = [parts(page)]
    steps = [practice.play.progress.current]
    while not practice.ended:
        play = practice.play
        action = play.coach.next_action(play.progress, play.world)
        assert action is not None
        practice._do(action)
        screen.settle()
        if practice.play.progress.current not in (*steps, None):
            steps.append(practice.play.progress.current)
            turns.append(parts(page))
    assert len(steps) > changes
    assert sum(1 for one, other in pairwise(turns) if one == other[::-1]) == (
        len(steps) - 1 if mode == "guide" else changes
    )
    lessons = screen.journey.house.lessons
    last = [lessons.open(one, LESSON).attempts[-1] for one in pair.sessions]
    assert [(fact.kind, fact.result, fact.station) for fact in last] == [("task", "reached", station.key)] * 2
    done = [{step.step for step in read_task_answer(fact.answer)} for fact in last]
    assert done[0] | done[1] == {step.id for step in practice.play.coach.task.key_steps}
    assert not done[0] & done[1]


def test_everybody_chooses_their_own_step(screen: Screen) -> None:
    pair = sit_down(screen)
    page = lesson(screen)
    page.go_to(place_of(page, MyStep))
    screen.settle()
    assert parts(page) == ["does", "next"]
    screen.press("Save and finish")
    assert parts(page) == ["helps", "does"]
    assert page.stations[page.place].key == page.stations[place_of(page, MyStep)].key
    screen.press("Save and finish")
    for session in pair.sessions:
        kinds = [one.kind for one in screen.journey.house.lessons.open(session, LESSON).attempts]
        assert kinds.count("my_step") >= 1
    assert parts(page) == ["both", "both"]


def test_one_may_finish_and_the_other_goes_on_at_the_same_place_by_keyboard(screen: Screen) -> None:
    pair = sit_down(screen)
    page = lesson(screen)
    page.go_to(place_of(page, Choice))
    screen.settle()
    place = page.place
    screen.tab_to("One of us finishes")
    screen.key(Qt.Key.Key_Return)
    screen.tab_to("Arben")
    screen.key(Qt.Key.Key_Return)
    rest(50)
    alone = screen.page(LessonPage)
    assert alone is not page
    assert alone.place == place
    assert screen.journey.session == pair.sessions[1]
    assert screen.journey._pair is None
    assert not alone.company.isVisible()
    trainer = screen.journey.house.sign_in.trainer(DEMO_PASSPHRASE)
    assert screen.journey.house.pairs.now(trainer, pair.people) == {}


def test_signing_out_and_the_idle_lock_sign_both_out(screen: Screen) -> None:
    house = screen.journey.house
    group = house.sign_in.groups()[0]
    for leave in (screen.journey.wall, screen.journey._nobody_here):
        screen.clock.forward(60)
        pair = sit_down(screen)
        screen.clock.forward(60)
        leave()
        screen.page(WallPage)
        assert screen.journey.session is None
        trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
        here = {row.person.id: row.state.value for row in house.trainer.today(trainer, group.id)}
        assert {here[person] for person in pair.people} == {"absent"}


def test_an_interrupted_lesson_is_what_both_go_on_with(screen: Screen) -> None:
    sit_down(screen)
    page = lesson(screen)
    place = place_of(page, Choice)
    page.go_to(place)
    screen.journey.wall()
    screen.page(WallPage)
    sit_down(screen, "Blerta", "Arben")
    assert lesson(screen).place == place


def test_a_trainers_proposal_leads_to_the_other_ones_pictures(screen: Screen) -> None:
    house = screen.journey.house
    group = house.sign_in.groups()[0]
    people = {one.name: one.id for one in house.sign_in.tiles(group.id)}
    trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
    house.pairs.propose(trainer, people["Arben"], people["Blerta"])
    screen.sign_in("Blerta")
    assert screen.sees(_("Your trainer suggests: work with {name} today.").format(name="Arben"))
    screen.press("Work together")
    assert screen.page(PinPage).person_id == people["Arben"]


def test_an_assessment_is_never_taken_in_a_pair(screen: Screen) -> None:
    house = screen.journey.house
    pair_of = {one.name: one.id for one in house.sign_in.tiles(house.sign_in.groups()[0].id)}
    trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
    house.sittings.plan(trainer, pair_of["Arben"], Occasion.POST)
    sit_down(screen)
    home = screen.page(HomePage)
    assert screen.sees("The assessment waits: everybody does it alone.")
    home._go()
    screen.page(LessonPage)
    screen.journey.sitting()
    screen.page(HomePage)


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where espeak-ng writes down what it says."""
    monkeypatch.setattr(SystemVoice, "find", lambda voice: voice.ready.emit())
    return fake_espeak(tmp_path, monkeypatch)


def test_the_turn_is_said_aloud_to_those_who_are_read_to(start: Callable[..., Screen], said: Path) -> None:
    screen = start(wanted=DeviceSettings(language="sl", sound=True, reduced_motion=True))
    screen.wait(lambda: screen.program.frame.voice.available("sl"))
    pair = sit_down(screen)
    page = lesson(screen)
    screen.preferences.choose_reading(True)
    page.go_to(place_of(page, Choice))
    told = page.company.said
    name = screen.journey.house.people.me(page.company.session).shown_name
    assert name in told
    assert page.company.session in pair.sessions
    screen.wait(lambda: said.exists() and told in said.read_text(encoding="utf-8"))


# ---------------------------------------------------------------------- the trainer's side


def test_the_trainer_pairs_two_learners_by_keyboard_and_takes_it_back(screen: Screen) -> None:
    screen.sign_in_trainer()
    page = screen.page(TodayPage)
    page.choose("Arben")
    screen.tab_to("Pair up")
    screen.key(Qt.Key.Key_Return)
    screen.tab_to("Blerta")
    screen.key(Qt.Key.Key_Return)
    assert screen.sees(_("Proposed for today: {name} and {other}.").format(name="Arben", other="Blerta"))
    pair = _("pair: {name}")
    names = [row[0] for row in page.cells()]
    assert f"Arben · {pair.format(name='Blerta')}" in names
    assert f"Blerta · {pair.format(name='Arben')}" in names
    screen.window.activateWindow()
    screen.settle()
    page.choose("Blerta")
    screen.press("Pair up")
    screen.press("Take the proposal back", dialog(screen))
    assert "Arben" in [row[0] for row in page.cells()]


def test_the_overview_shows_the_pair_and_follows_what_is_written_by_itself(screen: Screen) -> None:
    pair = sit_down(screen)
    house, journey = screen.journey.house, screen.journey
    journey._session = house.sign_in.trainer(DEMO_PASSPHRASE)
    journey.desk("today")
    page = screen.page(TodayPage)
    assert "Arben + Blerta" in [row[0] for row in page.cells()]
    shown = [row[0] for row in page.cells()]
    for person in pair.sessions:
        house.classroom.ask_help(person)
    screen.clock.forward(60)
    page._look_again()
    first = page.cells()[0]
    assert first[0] in ("Arben + Blerta", "Blerta + Arben")
    assert _("asks for help · {n} min").format(n=1) in first[4]
    assert [row[0] for row in page.cells()] != shown


def test_the_times_of_a_meeting_that_is_over_are_corrected_from_today_and_from_the_calendar(
    screen: Screen,
) -> None:
    screen.sign_in_trainer()
    page = screen.page(TodayPage)
    house, session = screen.journey.house, screen.journey.session
    assert session is not None
    assert not screen.sees("Correct the times")
    begun = house.classroom.begin_unplanned(session, house.sign_in.groups()[0].id)
    house.classroom.end(session, begun.id, "", ())
    page.shown()
    for number, open_page in enumerate((None, "calendar"), start=1):
        if open_page is not None:
            screen.journey.desk(open_page)
            calendar = screen.page(CalendarPage)
            calendar._table.choose(begun.id)
        screen.press("Correct the times")
        shown = dialog(screen)
        assert isinstance(shown, TimesDialog)
        shown._fields._break.setValue(shown._fields._break.value() + 5)
        screen.press("Correct", shown)
        assert shown.said.text(), "no correction without a reason"
        screen.write("Odmor je bil daljši.")
        screen.key(Qt.Key.Key_Return)
        screen.window.activateWindow()
        screen.settle()
        assert screen.sees("Corrected. The reason is kept.")
        trail = house.calendar.corrections(session, begun.id)
        assert [one.why for one in trail] == ["Odmor je bil daljši."] * number
