# SPDX-License-Identifier: GPL-3.0-or-later
"""Needs, proposals, votes and comments on real files: who may what, what stays, what goes."""

import json
from pathlib import Path

import openpyxl
import pytest
from tests.services.making import OTHER_PIN, Place, amra, learner, maja, refused

from korak.centre.needs import Obstacle, Told, Way, Weight, Why
from korak.centre.people import Session
from korak.centre.plans import as_taught
from korak.centre.proposals import Face, State
from korak.services.faults import FaultKind
from korak.services.house import House


@pytest.fixture
def house(place: Place) -> House:
    return place.create()[0]


def arben(house: House) -> Session:
    return house.sign_in.pin(learner(house, "Beni").id, OTHER_PIN)


def group(house: House) -> str:
    return house.sign_in.groups()[0].id


def test_a_learner_is_asked_until_they_answer_or_decline_and_may_answer_again(house: House) -> None:
    own = amra(house)
    assert house.needs.waiting(own)
    house.needs.decline(own, own.person_id)
    assert not house.needs.waiting(own)
    assert house.needs.last(own, own.person_id) is None
    house.needs.tell(
        own, own.person_id, Told(("sola", "sola", "nothing-such"), {Obstacle.DEVICE: Weight.MUCH})
    )
    house._clock.forward(60)  # type: ignore[attr-defined]
    house.needs.tell(own, own.person_id, Told(("delo",)))
    found = house.needs.history(own, own.person_id)
    assert [one.told.wishes for one in found] == [(), ("sola",), ("delo",)]
    last = house.needs.last(own, own.person_id)
    assert last is not None
    assert last.told.wishes == ("delo",)


def test_six_wishes_are_too_many(house: House) -> None:
    own = amra(house)
    six = tuple(need.id for need in house.needs.choices[:6])
    with refused(FaultKind.OUT_OF_RANGE):
        house.needs.tell(own, own.person_id, Told(six))


def test_nobody_answers_for_another_learner_but_a_trainer_may_write_it_down(house: House) -> None:
    own, other = amra(house), learner(house, "Beni").id
    for forbidden in (house.needs.last, house.needs.history, house.proposals.board):
        with refused(FaultKind.NOT_ALLOWED):
            forbidden(own, other)
    with refused(FaultKind.NOT_ALLOWED):
        house.needs.tell(own, other, Told(("sola",)))
    with refused(FaultKind.NOT_ALLOWED):
        house.needs.counted(own, group(house))
    trainer = maja(house)
    told = Told(("sola",), {}, "  Rad bi se naučil pisati prošnje. ")
    answer = house.needs.tell(trainer, other, told, Way.INTERVIEW)
    assert (answer.by, answer.way) == (trainer.person_id, Way.INTERVIEW)
    assert house.needs.counted(trainer, group(house)).words == ("Rad bi se naučil pisati prošnje.",)


def test_the_proposed_order_becomes_the_plan_in_one_step_and_back(house: House) -> None:
    own, trainer = amra(house), maja(house)
    house.needs.tell(own, own.person_id, Told(("kraj",)))
    order = house.needs.order(trainer, group(house))
    assert any(one.why is Why.WISHED and one.people == 1 for one in order)
    before = house.needs.accept_order(trainer, group(house))
    assert before == as_taught(house.pack.plan)
    plan = house.calendar.plan(trainer, group(house))
    assert plan == tuple(one.line for one in order) != before
    assert tuple(one.line for one in house.needs.order(trainer, group(house))) == plan
    house.needs.undo_order(trainer, group(house), before)
    assert house.calendar.plan(trainer, group(house)) == before
    with refused(FaultKind.NOT_ALLOWED):
        house.needs.accept_order(own, group(house))


def test_a_person_has_one_vote_for_a_proposal_and_can_take_it_back(house: House) -> None:
    one, two = amra(house), arben(house)
    made = house.proposals.propose(one, one.person_id, need="delo")
    same = house.proposals.propose(two, two.person_id, need="delo")
    assert same.id == made.id
    house.proposals.vote(two, two.person_id, made.id, given=True)
    (standing,) = house.proposals.board(two, two.person_id)
    assert (standing.votes, standing.mine, standing.own) == (2, True, False)
    house.proposals.vote(two, two.person_id, made.id, given=False)
    (standing,) = house.proposals.board(two, two.person_id)
    assert (standing.votes, standing.mine) == (1, False)
    with refused(FaultKind.NOT_ALLOWED):
        house.proposals.vote(two, one.person_id, made.id, given=False)
    with refused(FaultKind.TEXT_MISSING):
        house.proposals.propose(one, one.person_id, words="  ")


def test_what_becomes_of_a_proposal_is_told_and_no_needs_a_reason(house: House) -> None:
    own, trainer = amra(house), maja(house)
    made = house.proposals.propose(own, own.person_id, words="Obisk knjižnice")
    with refused(FaultKind.REASON_MISSING):
        house.proposals.answer(trainer, made.id, State.REFUSED, " ")
    with refused(FaultKind.NOT_ALLOWED):
        house.proposals.answer(own, made.id, State.DONE)
    house.proposals.answer(trainer, made.id, State.REFUSED, "Knjižnica je zaprta.")
    (standing,) = house.proposals.board(own, own.person_id)
    assert (standing.proposal.state, standing.proposal.why) == (State.REFUSED, "Knjižnica je zaprta.")
    house.proposals.withdraw(own, made.id)
    assert house.proposals.board(own, own.person_id) == ()
    house.proposals.withdraw(own, made.id, back=True)
    assert len(house.proposals.board(own, own.person_id)) == 1
    with refused(FaultKind.NOT_ALLOWED):
        house.proposals.withdraw(arben(house), made.id)


def test_only_released_words_and_protected_numbers_leave_the_centre(house: House, tmp_path: Path) -> None:
    own, trainer = amra(house), maja(house)
    words = house.proposals.propose(own, own.person_id, words="Avtobus tudi v nedeljo")
    house.proposals.propose(own, own.person_id, need="delo")
    assert [one.proposal.need for one in house.proposals.outside(trainer, [group(house)])] == ["delo"]
    house.proposals.release(trainer, words.id, released=True)
    path = house.proposals.outside_table(trainer, [group(house)], tmp_path / "predlogi.xlsx")
    rows = list(openpyxl.load_workbook(path).active.values)  # type: ignore[union-attr]
    assert {row[0] for row in rows[1:]} == {"Avtobus tudi v nedeljo", "Delo in davki"}
    assert {row[1] for row in rows[1:]} == {"<5"}
    with refused(FaultKind.NOT_ALLOWED):
        house.proposals.outside(own, [group(house)])


def test_comments_on_a_lesson_are_counted_and_carry_no_name(house: House) -> None:
    own, trainer = amra(house), maja(house)
    lesson = next(iter(house.pack.lessons))
    house.proposals.comment(own, lesson, Face.HARD, "Koda je bila težka.")
    house._clock.forward(60)  # type: ignore[attr-defined]
    house.proposals.comment(own, lesson, Face.GOOD)
    (voice,) = house.proposals.voices(trainer, group(house))
    assert (voice.lesson, voice.faces, voice.words) == (lesson, {Face.GOOD: 1}, ("Koda je bila težka.",))
    with refused(FaultKind.NOT_FOUND):
        house.proposals.comment(own, "no-such-lesson", Face.GOOD)


def test_a_persons_record_as_a_file_holds_what_they_told(house: House) -> None:
    own = amra(house)
    house.needs.tell(own, own.person_id, Told(("sola",)))
    house.proposals.propose(own, own.person_id, words="Več o šoli")
    house.proposals.comment(own, next(iter(house.pack.lessons)), Face.GOOD, "Dobro.")
    told = json.loads(house.rights.own_record(own, own.person_id))["tables"]
    assert told["needs_answer"][0]["wishes"] == "sola"
    assert told["proposal"][0]["words"] == "Več o šoli"
    assert len(told["proposal_vote"]) == len(told["lesson_comment"]) == 1


def test_who_is_forgotten_leaves_numbers_and_released_words_but_no_trace_of_themselves(house: House) -> None:
    own, other, trainer = amra(house), arben(house), maja(house)
    lesson = next(iter(house.pack.lessons))
    house.needs.tell(own, own.person_id, Told(("sola",), {Obstacle.SKILLS: Weight.MUCH}, "Moj sin Edin"))
    secret = house.proposals.propose(own, own.person_id, words="Moja hči Lejla hodi v 3. b")
    open_one = house.proposals.propose(own, own.person_id, words="Avtobus v nedeljo")
    house.proposals.release(trainer, open_one.id, released=True)
    house.proposals.vote(other, other.person_id, secret.id, given=True)
    theirs = house.proposals.propose(other, other.person_id, need="delo")
    house.proposals.vote(own, own.person_id, theirs.id, given=True)
    house.proposals.comment(own, lesson, Face.HARD, "Težko mi je bilo.")

    house.rights.erase(trainer, own.person_id)

    found = house.needs.counted(trainer, group(house))
    assert (found.answered, dict(found.wishes), found.words) == (1, {"sola": 1}, ())
    assert found.of(Obstacle.SKILLS, Weight.MUCH) == 1
    board = {one.proposal.id: one for one in house.proposals.of_group(trainer, group(house))}
    assert board.keys() == {open_one.id, theirs.id}
    assert (board[open_one.id].votes, board[open_one.id].proposal.person) == (1, None)
    assert board[theirs.id].votes == 2
    (voice,) = house.proposals.voices(trainer, group(house))
    assert (voice.faces, voice.words) == ({Face.HARD: 1}, ())
    left = json.loads(house.rights.own_record(trainer, own.person_id))["tables"]
    assert not {"needs_answer", "proposal", "proposal_vote", "lesson_comment"} & left.keys()


def test_answers_votes_and_comments_cannot_be_changed(house: House) -> None:
    own = amra(house)
    house.needs.tell(own, own.person_id, Told(("sola",)))
    house.proposals.propose(own, own.person_id, need="delo")
    house.proposals.comment(own, next(iter(house.pack.lessons)), Face.GOOD)
    from korak.storage.needs import needs_answer
    from korak.storage.proposals import lesson_comment, proposal_vote

    for table, change in (
        (needs_answer, {"wishes": ""}),
        (proposal_vote, {"given": False}),
        (lesson_comment, {"words": "x"}),
    ):
        with pytest.raises(Exception, match="append-only"):
            house._store.write(table.update().values(**change))
