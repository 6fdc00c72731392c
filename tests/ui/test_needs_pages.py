# SPDX-License-Identifier: GPL-3.0-or-later
"""Learners tell what they need, propose, vote and comment: by keyboard alone and with the mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.screen import Screen, rest

from korak.centre.needs import Obstacle, Told, Way, Weight
from korak.centre.proposals import Face, State
from korak.i18n import _
from korak.ui.forms.ask import Ask
from korak.ui.forms.needs_dialog import DictatedDialog, NeedsDialog
from korak.ui.lesson_opinion import LessonOpinion
from korak.ui.needs_views import ObstacleView, WishesView
from korak.ui.needs_words import state_text
from korak.ui.pages.calendar import CalendarPage
from korak.ui.pages.group_needs import GroupNeedsPage
from korak.ui.pages.home import HomePage
from korak.ui.pages.needs import NeedsPage
from korak.ui.pages.proposals import ProposalsPage
from korak.ui.proposals_desk import ForMunicipality
from korak.ui.widgets.tile import Tile

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_questions_are_answered_by_keyboard_alone_and_asked_no_more(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    screen.page(HomePage)
    assert screen.sees("What do you want to be able to do?")
    screen.tab_to("Choose")
    screen.key(Qt.Key.Key_Space)
    page = screen.page(NeedsPage)
    assert isinstance(page.view, WishesView)
    screen.key(Qt.Key.Key_Space)
    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Space)
    screen.tab_to("Next")
    screen.key(Qt.Key.Key_Space)
    for _question in Obstacle:
        assert isinstance(page.view, ObstacleView)
        screen.key(Qt.Key.Key_Right)
        screen.key(Qt.Key.Key_Space)
        rest(20)
    assert screen.sees("Thank you. Your wishes are saved.")
    answer = screen.journey.house.needs.last(session, session.person_id)
    assert answer is not None
    needs = screen.journey.house.needs.choices
    assert answer.told.wishes == (needs[0].id, needs[2].id)
    assert dict(answer.told.obstacles) == dict.fromkeys(Obstacle, Weight.SOME)
    screen.key(Qt.Key.Key_Space)
    screen.page(HomePage)
    assert not screen.sees("Not now")


def test_a_sixth_picture_is_kindly_refused_and_one_can_be_taken_back(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.journey.needs()
    page = screen.page(NeedsPage)
    view = page.view
    assert isinstance(view, WishesView)
    tiles = view.grid.tiles()
    for tile in tiles[:6]:
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert len(view.chosen) == 5
    assert not tiles[5].isChecked()
    assert "5" in view.told.text()
    QTest.mouseClick(tiles[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(tiles[5], Qt.MouseButton.LeftButton)
    assert view.chosen == tuple(need.id for need in screen.journey.house.needs.choices[1:6])


def test_what_was_told_is_kept_when_somebody_leaves_in_the_middle(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    screen.journey.needs()
    page = screen.page(NeedsPage)
    assert page.view is not None
    QTest.mouseClick(page.view.grid.tiles()[4], Qt.MouseButton.LeftButton)
    screen.press("Home")
    screen.page(HomePage)
    answer = screen.journey.house.needs.last(session, session.person_id)
    assert answer is not None
    assert answer.told.wishes == ("sola",)


def test_who_says_not_now_is_not_asked_again_but_may_answer(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.press("Not now")
    screen.journey.home()
    screen.page(HomePage)
    assert not screen.sees("Not now")
    screen.press("My wishes")
    screen.page(NeedsPage)


def test_a_learner_proposes_votes_and_takes_the_vote_back(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    screen.press("Proposals for the course")
    page = screen.page(ProposalsPage)
    screen.press("I choose a picture")
    QTest.mouseClick(page.findChildren(Tile)[10], Qt.MouseButton.LeftButton)
    screen.type_into("Or write", "Več vaj s telefonom")
    screen.key(Qt.Key.Key_Return)
    board = screen.journey.house.proposals.board(session, session.person_id)
    assert {one.proposal.words or one.proposal.need for one in board} == {"delo", "Več vaj s telefonom"}
    assert all(one.mine and one.votes == 1 for one in board)
    row = page.rows[0]
    row.vote.setFocus()
    screen.key(Qt.Key.Key_Space)
    board = screen.journey.house.proposals.board(session, session.person_id)
    assert sorted(one.votes for one in board) == [0, 1]
    assert screen.sees("Your vote is taken back.")


def test_what_became_of_a_proposal_is_read_in_words_and_an_own_one_can_be_taken_away(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    proposals = screen.journey.house.proposals
    made = proposals.propose(session, session.person_id, words="Obisk knjižnice")
    trainer = screen.sign_in_trainer()
    proposals.answer(trainer, made.id, State.REFUSED, "Knjižnica je zaprta.")
    session = screen.sign_in("Arben")
    screen.journey.proposals()
    screen.page(ProposalsPage)
    assert "Knjižnica je zaprta." in screen.texts()
    page = screen.page(ProposalsPage)
    QTest.mouseClick(page.rows[0]._away, Qt.MouseButton.LeftButton)
    assert proposals.board(session, session.person_id) == ()
    screen.settle()
    screen.press("Undo")
    assert len(proposals.board(session, session.person_id)) == 1


def test_what_is_being_written_waits_when_one_comes_back(screen: Screen) -> None:
    screen.sign_in("Arben")
    screen.journey.proposals()
    screen.page(ProposalsPage)
    screen.type_into("Or write", "Kako kupim vozov")
    screen.press("Home")
    screen.page(HomePage)
    screen.journey.proposals()
    assert screen.page(ProposalsPage)._words.text() == "Kako kupim vozov"


def test_a_lesson_is_commented_at_its_end_without_a_name(screen: Screen) -> None:
    session = screen.sign_in("Arben")
    house = screen.journey.house
    lesson = house.pack.lessons["sporocilo-zdravniku"]
    opinion = LessonOpinion(house.proposals, session, lesson.id)
    opinion.show()
    QTest.mouseClick(opinion._grid.tiles()[1], Qt.MouseButton.LeftButton)
    opinion._words.setText("Koda je bila težka.")
    QTest.mouseClick(opinion._send, Qt.MouseButton.LeftButton)
    opinion.close()
    opinion.deleteLater()
    trainer = screen.sign_in_trainer()
    group = house.sign_in.groups()[0].id
    (voice,) = house.proposals.voices(trainer, group)
    assert (voice.faces, voice.words) == ({Face.HARD: 1}, ("Koda je bila težka.",))


def _group(screen: Screen) -> str:
    return screen.journey.house.sign_in.groups()[0].id


def test_a_talk_about_needs_is_written_down_and_the_order_accepted_and_undone(screen: Screen) -> None:
    trainer = screen.sign_in_trainer()
    screen.journey.desk("needs")
    page = screen.page(GroupNeedsPage)
    house, group = screen.journey.house, _group(screen)
    arben = next(one.person for one in house.needs.people(trainer, group) if one.person.name == "Arben")
    page.needs.choose(arben.id)
    screen.press("Talk about needs")
    dialog = page.findChildren(NeedsDialog)[0]
    for tick in list(dialog.ticks.values())[:6]:
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    screen.press("Save", dialog)
    assert dialog.isVisible(), "six wishes are too many"
    QTest.mouseClick(next(iter(dialog.ticks.values())), Qt.MouseButton.LeftButton)
    screen.press("Save", dialog)
    answer = house.needs.last(trainer, arben.id)
    assert answer is not None
    assert (len(answer.told.wishes), answer.way, answer.by) == (5, Way.INTERVIEW, trainer.person_id)
    order = [row[1] for row in page.needs.order_cells()]
    before = house.calendar.plan(trainer, group)
    assert order[0] == "Moj začetek"
    screen.press("Take over this order")
    plan = house.calendar.plan(trainer, group)
    assert [house.pack.plan[line.topic].title for line in plan] == order
    assert plan != before
    screen.press("Undo")
    assert house.calendar.plan(trainer, group) == before


def test_a_proposal_is_written_down_for_a_learner_released_and_put_into_the_plan(
    screen: Screen, tmp_path: Path
) -> None:
    trainer = screen.sign_in_trainer()
    house, group = screen.journey.house, _group(screen)
    screen.journey.desk("needs")
    page = screen.page(GroupNeedsPage)
    screen.press("Proposals")
    screen.press("Write down a proposal")
    dialog = page.findChildren(DictatedDialog)[0]
    dialog.words.setPlainText("Avtobus tudi v nedeljo")
    screen.press("Save", dialog)
    (one,) = house.proposals.of_group(trainer, group)
    assert (one.votes, one.proposal.by) == (1, trainer.person_id)
    page.proposals.choose(one.proposal.id)
    page.choose_part("outside")
    outside = page.findChildren(ForMunicipality)[0]
    assert outside.cells() == []
    page.choose_part("proposals")
    page.proposals.choose(one.proposal.id)
    screen.press("Nobody can be recognised")
    page.choose_part("outside")
    assert outside.cells()[0][:2] == ["Avtobus tudi v nedeljo", "<5"]
    outside.write_sheet(tmp_path / "predlogi.xlsx")
    assert (tmp_path / "predlogi.xlsx").stat().st_size > 3000
    page.choose_part("proposals")
    screen.press("Put into the plan")
    assert house.proposals.of_group(trainer, group)[0].proposal.state is State.PLANNED
    screen.page(CalendarPage)


def test_no_needs_a_reason_before_it_is_kept(screen: Screen) -> None:
    trainer = screen.sign_in_trainer()
    house, group = screen.journey.house, _group(screen)
    arben = next(one.person for one in house.needs.people(trainer, group) if one.person.name == "Arben")
    made = house.proposals.propose(trainer, arben.id, words="Tečaj ob nedeljah")
    screen.journey.desk("needs")
    page = screen.page(GroupNeedsPage)
    screen.press("Proposals")
    page.proposals.choose(made.id)
    state = state_text(State.REFUSED)
    screen.press(f"{state[:1].upper()}{state[1:]}")
    dialog = page.findChildren(Ask)[0]
    screen.type_into("Reason", "Ob nedeljah je zaprto.")
    screen.press("Save", dialog)
    (one,) = house.proposals.of_group(trainer, group)
    assert (one.proposal.state, one.proposal.why) == (State.REFUSED, "Ob nedeljah je zaprto.")
    assert page.proposals.cells()[0][3] == "Ob nedeljah je zaprto."


def test_a_group_that_told_nothing_says_so_and_few_answers_are_named_as_few(screen: Screen) -> None:
    trainer = screen.sign_in_trainer()
    screen.journey.desk("needs")
    screen.page(GroupNeedsPage)
    assert screen.sees("Nobody has answered yet.")
    house, group = screen.journey.house, _group(screen)
    person = house.needs.people(trainer, group)[0].person
    house.needs.tell(trainer, person.id, Told(("sola",)), Way.INTERVIEW)
    screen.journey.desk("needs")
    screen.page(GroupNeedsPage)
    assert not screen.sees("Nobody has answered yet.")
    few = _("Fewer than {n} people answered: one more may change everything.").format(n=5)
    assert few in screen.texts()
