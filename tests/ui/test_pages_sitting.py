# SPDX-License-Identifier: GPL-3.0-or-later
"""A learner's sitting on the real window: by mouse, by keyboard alone, broken off, locked, gone on with."""

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.services.small_bank import small_bank
from tests.ui.screen import Screen

from korak import i18n
from korak.assessment.sitting import ItemKind, ItemStatus, Occasion, SittingRecord, score
from korak.assessment.taking import current
from korak.centre.people import Session
from korak.content.pack import Pack
from korak.i18n import _
from korak.practice import actions as act
from korak.services import vault
from korak.settings import DeviceSettings
from korak.ui.pages.home import HomePage
from korak.ui.pages.own_result import OwnResultPage
from korak.ui.pages.record import RecordPage
from korak.ui.pages.sitting import SittingPage
from korak.ui.pages.wall import WallPage
from korak.ui.sitting.question import QuestionView
from korak.ui.sitting.task import AssessedTask
from korak.ui.sitting.tiles import TilesView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Start = Callable[..., Screen]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "load_bank", _bank)


def _bank(_folder: Path) -> Pack:
    return small_bank()


def planned(screen: Screen, occasion: Occasion = Occasion.PRE, name: str = "Arben") -> SittingRecord:
    """Let the trainer plan a sitting, and leave again."""
    trainer = screen.sign_in_trainer()
    house = screen.journey.house
    person = next(one for one in house.sign_in.tiles(house.sign_in.groups()[0].id) if one.name == name)
    record = house.sittings.plan(trainer, person.id, occasion)
    screen.journey.wall()
    screen.page(WallPage)
    return record


def on_the_way(
    screen: Screen, occasion: Occasion = Occasion.PRE
) -> tuple[Session, SittingRecord, SittingPage]:
    """Come to the first item by mouse, the warm-up left out."""
    record = planned(screen, occasion)
    session = screen.sign_in("Arben")
    screen.page(HomePage)
    screen.press("Next")
    page = screen.page(SittingPage)
    screen.press("Yes, I take part")
    screen.press("I know this already")
    screen.press("Begin")
    return session, record, page


def stored(screen: Screen, record: SittingRecord) -> SittingRecord:
    session = screen.journey.session
    assert session is not None
    return screen.journey.house.sittings.one(session, record.id)


def solve(screen: Screen, page: SittingPage) -> None:
    """Do the task in the practice world, the way its author does."""
    view = page.view
    assert isinstance(view, AssessedTask)
    station = view.practice
    for line in station.play.coach.task.solution:
        play = station.play
        station.view.acted.emit(play.coach.planner.resolved(act.read(line), play.world))
        screen.settle()


def until(screen: Screen, condition: Callable[[], bool]) -> None:
    screen.wait(condition)
    screen.settle()


def answer_tile(screen: Screen, page: SittingPage, place: int) -> None:
    """Press an answer with the mouse and wait for the next item."""
    view, item = page.view, page.item
    assert isinstance(view, TilesView | QuestionView)
    button = view.tiles[place] if isinstance(view, TilesView) else view.cards[place]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    until(screen, partial(_moved, page, item))


def _moved(page: SittingPage, item: object) -> bool:
    return page.item is not item


def test_a_whole_sitting_by_mouse_is_stored_item_by_item(screen: Screen) -> None:
    _session, record, page = on_the_way(screen, Occasion.POST)
    assert screen.sees(_("Task {n} of {all}").format(n=1, all=1))
    solve(screen, page)
    assert stored(screen, record).answers[0].status is ItemStatus.COMPLETED
    assert screen.sees("Thank you. This task is done.")
    screen.press("Next")
    while page.item is not None:
        item = page.item
        answer_tile(screen, page, 2 if isinstance(page.view, TilesView) else 0)
        assert stored(screen, record).last_answers()[item.id].status is ItemStatus.COMPLETED
    assert screen.sees("You have come to the end.")
    assert current(stored(screen, record)) is None
    screen.press("Hand in")
    assert screen.sees("Thank you!")
    screen.press("To my course")
    screen.page(HomePage)
    ended = stored(screen, record)
    assert ended.complete
    found = score(ended)
    assert found.items[0].score == 4  # alone, without help
    assert found.self_report.percent == 50.0  # "S pomočjo" three times
    assert [one.item.kind for one in found.items[-2:]] == [ItemKind.THEN, ItemKind.EXIT]
    assert ended.last_answers()["koristno"].code == "no"


def test_a_whole_sitting_by_keyboard_alone(screen: Screen) -> None:
    record = planned(screen)
    screen.sign_in("Arben")
    screen.page(HomePage)
    screen.key(Qt.Key.Key_Return)  # the one next step has the focus
    page = screen.page(SittingPage)
    screen.key(Qt.Key.Key_Return)  # yes
    screen.key(Qt.Key.Key_Tab)
    screen.key(Qt.Key.Key_Return)  # I know this already
    screen.key(Qt.Key.Key_Return)  # begin
    assert page.item is not None
    screen.tab_to("Skip")
    screen.key(Qt.Key.Key_Space)
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)  # no answer is suggested
    screen.key(Qt.Key.Key_Return)
    assert len(stored(screen, record).answers) == 1  # a key held too long answers nothing
    screen.key(Qt.Key.Key_Tab)
    view = page.view
    assert isinstance(view, QuestionView)
    assert QApplication.focusWidget() is view.cards[0]
    while page.item is not None:
        item = page.item
        screen.write("3")  # the third answer
        until(screen, partial(_moved, page, item))
    screen.key(Qt.Key.Key_Return)  # hand in
    assert screen.sees("Thank you!")
    screen.key(Qt.Key.Key_Return)  # the own result comes first
    result = screen.page(OwnResultPage)
    assert result.result.latest is not None
    screen.key(Qt.Key.Key_Escape)
    screen.page(RecordPage)
    screen.key(Qt.Key.Key_Escape)
    screen.page(HomePage)
    found = score(stored(screen, record))
    assert found.self_report.points == 3
    assert found.skipped == (record.items[0].id,)
    assert found.items[0].score == 0


def test_no_is_an_answer_without_consequence(screen: Screen) -> None:
    record = planned(screen)
    screen.sign_in("Arben")
    screen.press("Next")
    screen.page(SittingPage)
    screen.press("No, thank you")
    assert screen.sees("You do not take part. Your course goes on just as before.")
    screen.press("To my course")
    screen.page(HomePage)
    assert not screen.sees("My start")  # the next lesson is the next step again
    assert stored(screen, record).void == "refused"


def test_the_warm_up_is_guided_and_leaves_no_answer(screen: Screen) -> None:
    record = planned(screen)
    screen.sign_in("Arben")
    screen.press("Next")
    page = screen.page(SittingPage)
    screen.press("Yes, I take part")
    screen.press("Warm up")
    assert screen.sees("Show me")  # the coach helps here
    assert not screen.button("Next").isEnabled()
    solve(screen, page)
    screen.press("Next")
    assert screen.sees("Now we begin.")
    screen.press("Begin")
    assert page.item is not None
    assert not screen.sees("Show me")  # and is silent there
    assert stored(screen, record).answers == ()


def test_hints_come_in_three_levels_and_are_kept_with_their_step(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    view = page.view
    assert isinstance(view, AssessedTask)
    first = view.practice.play.coach.task.key_steps[0].id
    for level in (1, 2, 3):
        screen.press("Hint")
        outcome = view.practice.play.outcome()
        assert next(step.help for step in outcome.steps if step.id == first) == level
    assert screen.sees("Hint")
    assert stored(screen, record).answers == ()  # nothing is final before it is handed in


def test_f9_writes_down_the_trainers_hand(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    screen.key(Qt.Key.Key_F9)
    assert screen.sees("Written down: with my help.")
    solve(screen, page)
    done = stored(screen, record)
    assert done.answers[0].steps[0].help == 3
    assert score(done).items[0].score == 2
    screen.press("Next")
    screen.key(Qt.Key.Key_F9)
    kinds = [(one.item, one.kind.value) for one in stored(screen, record).accommodations]
    assert (record.items[1].id, "reader_person") in kinds


def test_a_task_is_handed_in_only_after_asking_once(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    screen.press("I am done")
    assert stored(screen, record).answers == ()
    screen.press("No, I go on working")
    screen.press("I am done")
    screen.press("Yes, hand it in")
    assert stored(screen, record).answers[0].status is ItemStatus.COMPLETED
    assert score(stored(screen, record)).items[0].score == 0
    assert not screen.sees("You did it without help.")  # no verdict
    screen.press("Next")
    assert page.item is not None
    assert page.item.kind is ItemKind.RECOGNITION


def test_going_back_changes_an_answer_and_a_finished_task_is_passed_over(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    screen.press("I am done")
    screen.press("Yes, hand it in")
    screen.press("Next")
    first = page.item
    assert first is not None
    assert not any(button.text() == "Nazaj" for button in screen.visible(type(screen.button("Skip"))))
    answer_tile(screen, page, 0)
    screen.press("Back")
    assert page.item == first
    view = page.view
    assert isinstance(view, QuestionView)
    answer_tile(screen, page, 3)  # "Ne vem"
    answers = [one.code for one in stored(screen, record).answers if one.item == first.id]
    assert (len(answers), answers[-1]) == (2, "?")


def test_a_break_covers_the_page_and_its_time_does_not_count(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    screen.press("Skip")
    item = page.item
    assert item is not None
    screen.clock.forward(5)
    screen.press("Pause")
    assert not any(isinstance(view, QuestionView) for view in screen.visible(QuestionView))
    screen.clock.forward(600)
    screen.press("Continue")
    screen.clock.forward(3)
    answer_tile(screen, page, 0)
    assert stored(screen, record).last_answers()[item.id].seconds == 8.0


def test_the_automatic_lock_resumes_at_the_same_item(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    screen.press("Skip")
    answer_tile(screen, page, 0)
    item = page.item
    screen.clock.forward(2 * 60)
    screen.journey.idle.look()
    assert screen.stage.page is page
    screen.clock.forward(61)  # three minutes, whatever the centre has set for lessons
    screen.journey.idle.look()
    screen.page(WallPage)
    screen.sign_in("Arben")
    assert screen.sees("Continue here")
    screen.press("Next")
    again = screen.page(SittingPage)
    assert again.item == item
    assert len(stored(screen, record).answers) == 2


def test_a_program_that_is_started_again_goes_on_in_the_same_task(start: Start) -> None:
    screen = start()
    _session, record, page = on_the_way(screen)
    view = page.view
    assert isinstance(view, AssessedTask)
    play = view.practice.play
    for line in play.coach.task.solution[:2]:
        play = view.practice.play
        view.practice.view.acted.emit(play.coach.planner.resolved(act.read(line), play.world))
        screen.settle()
    done = view.practice.play.progress.done
    assert done
    folder = screen.folder
    del view, page, play
    screen.close()
    gc.collect()
    again = Screen(folder)
    try:
        again.sign_in("Arben")
        again.press("Next")
        page = again.page(SittingPage)
        view = page.view
        assert isinstance(view, AssessedTask)
        assert page.item is not None
        assert page.item.id == record.items[0].id
        assert view.practice.play.progress.done == done
        solved = view.practice.play.coach.task.solution[2:]
        for line in solved:
            play = view.practice.play
            view.practice.view.acted.emit(play.coach.planner.resolved(act.read(line), play.world))
            again.settle()
        assert score(stored(again, record)).items[0].score == 4
        del view, page
    finally:
        again.close()


def test_the_own_language_below_a_question_is_support_and_below_a_word_it_is_not(screen: Screen) -> None:
    record = planned(screen)
    screen.sign_in("Arben")
    screen.preferences.choose_second("en")
    screen.press("Next")
    page = screen.page(SittingPage)
    screen.press("Yes, I take part")
    screen.press("I know this already")
    screen.press("Begin")
    screen.press("Skip")
    while page.item is not None and page.item.kind is not ItemKind.VOCAB:
        answer_tile(screen, page, 0)
    while page.item is not None:
        answer_tile(screen, page, 0)
    flags = {(one.item, one.kind.value) for one in stored(screen, record).accommodations}
    assert (record.items[0].id, "l1_text") in flags  # the task
    words = {one.id for one in record.items if one.kind is ItemKind.VOCAB}
    assert not words & {item for item, _kind in flags}


def test_a_sentence_nobody_translated_is_not_said_twice(screen: Screen) -> None:
    planned(screen)
    screen.sign_in("Arben")
    screen.preferences.choose_second("sq")
    screen.press("Next")
    screen.page(SittingPage)
    first = i18n.gettext_in("sl", "So we can help you better.")
    assert screen.texts().count(first) == 1


def test_large_letters_are_an_accommodation_of_the_whole_sitting(start: Start) -> None:
    screen = start(wanted=DeviceSettings(sound=False, reduced_motion=True, text_scale=2.0))
    _session, record, _page = on_the_way(screen)
    assert ("", "large_text") in {(one.item, one.kind.value) for one in stored(screen, record).accommodations}


def test_a_sitting_that_is_set_aside_meanwhile_ends_kindly(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    screen.press("Skip")
    house = screen.journey.house
    from korak.services.demo import DEMO_PASSPHRASE

    house.sittings.set_aside(house.sign_in.trainer(DEMO_PASSPHRASE), record.id, "požarni alarm")
    view = page.view
    assert isinstance(view, QuestionView)
    view.cards[0].click()
    screen.settle()
    assert screen.sees("Nothing waits here now.")
    screen.press("To my course")
    screen.page(HomePage)


def test_every_control_has_a_name(screen: Screen) -> None:
    _session, _record, page = on_the_way(screen)
    screen.press("Skip")
    while page.item is not None:
        for widget in screen.visible(type(screen.button("Skip"))):
            assert widget.text() or widget.accessibleName()
        assert QApplication.focusWidget() is not None
        answer_tile(screen, page, 0)


def test_whoever_went_back_stands_there_again_after_a_crash_and_goes_on_from_there(screen: Screen) -> None:
    _session, record, page = on_the_way(screen)
    screen.press("Skip")
    for _answer in range(3):
        answer_tile(screen, page, 1)
    third = page.item
    assert third is not None
    screen.press("Back")
    screen.press("Back")
    went_back_to = page.item
    assert went_back_to is not None
    assert went_back_to.id in stored(screen, record).last_answers()
    # The power is cut: nothing is left of the window, only what is stored.
    again = SittingPage(screen.journey.frame, screen.journey.house, screen.journey._who())
    page.leave = _nothing  # type: ignore[method-assign]
    screen.stage.show_page(again)
    screen.settle()
    assert again.item is not None
    assert again.item.id == went_back_to.id
    # Forward again to the first one without an answer; there nothing of the way back is remembered.
    while again.item.id != third.id:
        screen.press("Next")
    assert screen.journey.house.sittings.place(screen.journey._who(), record.id) == third


def _nothing() -> None:
    """The window was cut off: it stores nothing more."""
