# SPDX-License-Identifier: GPL-3.0-or-later
"""Two learners at one computer: both get the record, only who answered is judged and remembers."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError
from tests.services.making import OTHER_PIN, PIN, Place, amra, learner, maja, refused

from korak.centre.pairs import Pair, Role
from korak.centre.people import NewLearner, Session
from korak.content.exercise import ExercisePart
from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.content.lesson import Lesson, MyStep, Read, Station, WordsStep
from korak.learning.attempt import Attempt, Promise, my_step_answer, passed, read_task_answer
from korak.learning.record import Skill, skill_of_run
from korak.learning.turns import Way, beginner, turn, way_of
from korak.services.faults import FaultKind
from korak.services.house import House
from korak.services.judging import Answer
from korak.services.lessons import TaskRun
from korak.services.pairs import LessonsTogether
from korak.storage.pairs import PairShelf

LESSON = "sporocilo-zdravniku"


@dataclass
class Together:
    """Amra and Arben at one computer, with the first lesson of the shipped course."""

    place: Place
    house: House
    pair: Pair
    lessons: LessonsTogether
    lesson: Lesson

    @property
    def first(self) -> Session:
        return self.pair.sessions[0]

    @property
    def second(self) -> Session:
        return self.pair.sessions[1]

    def facts(self, session: Session) -> tuple[Attempt, ...]:
        return self.house.lessons.open(session, LESSON).attempts

    def of(self, kind: type) -> Station:
        return next(station for station in self.lesson.stations() if isinstance(station.step, kind))

    def mode(self, mode: str) -> Station:
        return next(station for station in self.lesson.stations() if station.mode == mode)

    def doer(self, station: Station) -> Session:
        stations = self.lesson.stations()
        return self.pair.sessions[beginner(stations, stations.index(station))]

    def again(self) -> None:
        """Close the program, start it again, and sit down together again."""
        self.place.close()
        self.house = self.place.keep(self.place.vault().open())
        self.pair = self.house.pairs.begin(amra(self.house), arben(self.house))
        self.lessons = self.house.pairs.lessons(self.pair)


def arben(house: House) -> Session:
    return house.sign_in.pin(learner(house, "Beni").id, OTHER_PIN)


@pytest.fixture
def both(place: Place) -> Together:
    place.ring.works = True
    house, _ = place.create()
    pair = house.pairs.begin(amra(house), arben(house))
    return Together(place, house, pair, house.pairs.lessons(pair), house.pack.lessons[LESSON])


def right(station: Station) -> Answer:
    step = station.step
    if isinstance(step, Match):
        return tuple((one.left, one.right) for one in step.pairs)
    assert isinstance(step, Choice | Typed)
    return step.right if isinstance(step, Choice) else step.answer


def act(both: Together, run: TaskRun, count: int) -> TaskRun:
    for _step in range(count):
        action = run.play.coach.next_action(run.play.progress, run.play.world)
        assert action is not None
        run = both.lessons.act(both.first, run, action)
    return run


def play_to_the_end(both: Together, mode: str) -> TaskRun:
    run = both.lessons.begin_task(both.first, LESSON, both.mode(mode).key)
    while not run.play.progress.reached:
        run = act(both, run, 1)
    both.lessons.finish_task(both.first, run)
    return run


# ---------------------------------------------------------------------- who may sit with whom


def test_only_people_of_one_group_sit_together(place: Place) -> None:
    house, _ = place.create()
    mine = amra(house)
    other = house.people.add_group(maja(house), "J2", "Jesenice 2")
    luan = house.people.add_learner(maja(house), other.id, NewLearner("Luan", pin=PIN))
    with refused(FaultKind.NOT_IN_GROUP):
        house.pairs.begin(mine, house.sign_in.pin(luan.id, PIN))
    with refused(FaultKind.NOT_IN_GROUP):
        house.pairs.begin(mine, mine)


def test_a_learner_chooses_among_the_others_of_the_group_by_the_names_they_show(place: Place) -> None:
    house, _ = place.create()
    assert [(one.name, one.alias) for one in house.pairs.partners(amra(house))] == [
        ("Beni", ""),
        ("Blerta", ""),
    ]


def test_nobody_answers_in_a_pair_they_are_not_in(both: Together) -> None:
    blerta = both.house.sign_in.first_pin(learner(both.house, "Blerta").id, ("cat", "bus", "key"))
    with refused(FaultKind.NOT_ALLOWED):
        both.lessons.answer(blerta, LESSON, both.of(Choice).key, "x")
    with refused(FaultKind.NOT_ALLOWED):
        both.lessons.open(blerta, LESSON)


# ---------------------------------------------------------------------- both get the record


def test_an_answer_takes_both_past_the_exercise_and_judges_only_who_gave_it(both: Together) -> None:
    station = both.of(Choice)
    both.lessons.answer(both.second, LESSON, station.key, right(station), 1, 12.0)
    (mine,) = both.facts(both.second)
    (theirs,) = both.facts(both.first)
    assert (mine.kind, mine.result, mine.help, mine.seconds) == ("choice", "exact", 1, 12.0)
    assert (theirs.kind, theirs.result, theirs.help, theirs.errors) == ("helped", "exact", 0, 0)
    assert (theirs.simple_answer, theirs.seconds, theirs.at) == ("", 12.0, mine.at)
    for session in both.pair.sessions:
        progress = both.house.lessons.progress(session, LESSON)
        (done,) = (one for one in progress.stations if one.station == station)
        assert done.state.value == "done"
    assert both.house.lessons.progress(both.second, LESSON).right_first == 1
    assert both.house.lessons.progress(both.first, LESSON).exercises == 0


def test_a_wrong_answer_takes_nobody_past_the_exercise_and_is_one_persons_mistake(both: Together) -> None:
    station = both.of(Choice)
    both.lessons.answer(both.first, LESSON, station.key, "nekaj drugega")
    mistakes = [both.house.lessons.progress(one, LESSON).mistakes for one in both.pair.sessions]
    assert mistakes == [1, 0]
    assert [passed(fact) for one in both.pair.sessions for fact in both.facts(one)] == [False, False]


def test_both_attempts_carry_the_pair_and_say_who_did_and_who_helped(both: Together) -> None:
    station = both.of(Choice)
    both.lessons.answer(both.first, LESSON, station.key, right(station))
    shelf = PairShelf(both.lessons._store)
    for session, role in zip(both.pair.sessions, (Role.DID, Role.HELPED), strict=True):
        (fact,) = both.facts(session)
        (part,) = shelf.parts(session.person_id)
        assert (part.attempt, part.pair, part.role) == (fact.id, both.pair.id, role)


def test_words_fall_due_only_for_who_answered(both: Together) -> None:
    station = next(one for one in both.lesson.stations() if isinstance(one.step, Typed))
    both.lessons.answer(both.first, LESSON, station.key, right(station))
    known = [both.house.words.known(one, one.person_id) for one in both.pair.sessions]
    assert any(word.due is not None for word in known[0].values())
    assert known[1] == {}


def test_what_both_read_and_the_words_both_saw_count_for_both_as_if_alone(both: Together) -> None:
    for station in (both.of(Read), both.of(WordsStep)):
        both.lessons.passed(both.first, LESSON, station.key, 30.0)
        both.place.clock.forward(30)
    for session in both.pair.sessions:
        assert [(fact.kind, fact.person) for fact in both.facts(session)] == [
            ("read", session.person_id),
            ("words", session.person_id),
        ]
    met = both.house.words.known(both.second, both.second.person_id)
    assert met
    assert all(word.due is None for word in met.values())


def test_everybody_makes_their_own_promise(both: Together) -> None:
    station = both.of(MyStep)
    for session, word in zip(both.pair.sessions, ("eno", "drugo"), strict=True):
        both.lessons.passed(session, LESSON, station.key, answer=my_step_answer(Promise((word,))))
    assert [len(both.facts(one)) for one in both.pair.sessions] == [1, 1]
    assert ["eno" in both.facts(both.first)[0].answer, "drugo" in both.facts(both.second)[0].answer] == [
        True
    ] * 2


def test_a_task_done_in_turn_gives_each_the_steps_they_did(both: Together) -> None:
    for mode in ("guide", "alone"):
        station = both.mode(mode)
        both.place.clock.forward(60)
        play_to_the_end(both, mode)
        facts = [both.facts(one)[-1] for one in both.pair.sessions]
        steps = [step.id for step in both.house.pack.tasks[station.step.task].key_steps]  # type: ignore[union-attr]
        stations = both.lesson.stations()
        begins = beginner(stations, stations.index(station))
        for who, fact in enumerate(facts):
            own = [
                step for at, step in enumerate(steps) if turn(way_of(station), begins, at, len(steps)) == who
            ]
            assert [step.step for step in read_task_answer(fact.answer)] == own
            assert (fact.kind, fact.result, fact.mode) == ("task", "reached", mode)
        assert both.house.lessons.progress(both.second, LESSON).stations_done > 0


def test_nobody_is_said_to_do_alone_what_was_done_in_a_pair(both: Together) -> None:
    play_to_the_end(both, "alone")
    assert [skill_of_run(both.facts(one)[-1]) for one in both.pair.sessions] == [Skill.WITH_HELP] * 2


def test_what_both_watched_is_kept_for_both(both: Together) -> None:
    play_to_the_end(both, "show")
    for session in both.pair.sessions:
        (fact,) = both.facts(session)
        assert (fact.kind, fact.mode, fact.result) == ("task", "show", "reached")


def test_a_whole_lesson_in_a_pair_is_finished_for_both_and_fairly_shared(both: Together) -> None:
    for station in both.lesson.stations():
        both.lessons.go_to(both.first, LESSON, station.key)
        if isinstance(station.step, ExercisePart):
            both.lessons.answer(both.doer(station), LESSON, station.key, right(station))
        elif station.mode:
            play_to_the_end(both, station.mode)
        elif way_of(station) is Way.EACH:
            for session in both.pair.sessions:
                both.lessons.passed(session, LESSON, station.key)
        else:
            both.lessons.passed(both.first, LESSON, station.key)
    progress = [both.house.lessons.progress(one, LESSON) for one in both.pair.sessions]
    assert [one.done for one in progress] == [True, True]
    assert abs(progress[0].exercises - progress[1].exercises) <= 1


# ---------------------------------------------------------------------- going on, together and alone


def test_an_interrupted_lesson_goes_on_for_both_at_the_very_step(both: Together) -> None:
    station = both.mode("guide")
    both.lessons.go_to(both.first, LESSON, station.key)
    run = act(both, both.lessons.begin_task(both.first, LESSON, station.key), 4)
    both.again()
    opened = both.lessons.open(both.second, LESSON)
    assert opened.station == station
    known = both.lessons.begin_task(both.first, LESSON, station.key)
    assert (known.id, known.play.log) == (run.id, run.play.log)


def test_each_can_go_on_alone_where_the_two_stopped(both: Together) -> None:
    station = both.mode("guide")
    both.lessons.go_to(both.first, LESSON, station.key)
    run = act(both, both.lessons.begin_task(both.first, LESSON, station.key), 4)
    both.house.pairs.end(both.pair)
    for session in both.pair.sessions:
        opened = both.house.lessons.open(session, LESSON)
        assert opened.station == station
        assert opened.task_run is not None
        assert opened.task_run.play.log == run.play.log
    alone = both.house.lessons.open(both.second, LESSON).task_run
    assert alone is not None
    action = alone.play.coach.next_action(alone.play.progress, alone.play.world)
    assert action is not None
    assert both.house.lessons.act(both.second, alone, action).kept == run.kept + 1


def test_the_two_go_on_with_the_run_that_came_further(both: Together) -> None:
    station = both.mode("guide")
    act(both, both.lessons.begin_task(both.first, LESSON, station.key), 2)
    alone = both.house.lessons.begin_task(both.second, LESSON, station.key)
    for _step in range(3):
        action = alone.play.coach.next_action(alone.play.progress, alone.play.world)
        assert action is not None
        alone = both.house.lessons.act(both.second, alone, action)
    known = both.lessons.begin_task(both.first, LESSON, station.key)
    assert known.play.log == alone.play.log
    act(both, known, 1)
    kept = both.house.lessons.open(both.first, LESSON)
    assert kept.stations
    assert [
        (run.kept if run else 0)
        for run in (both.house.lessons.begin_task(one, LESSON, station.key) for one in both.pair.sessions)
    ] == [alone.kept + 1] * 2


def test_a_lesson_opens_where_the_one_stopped_who_is_further_back(both: Together) -> None:
    stations = both.lesson.stations()
    both.house.lessons.go_to(both.first, LESSON, stations[6].key)
    both.house.lessons.go_to(both.second, LESSON, stations[2].key)
    assert both.lessons.open(both.first, LESSON).station_index == 2


def test_the_course_goes_on_where_the_one_is_who_is_further_back(both: Together) -> None:
    order = [lesson.lesson.id for lesson in both.house.lessons.course(both.first).lessons]
    station = both.house.pack.lessons[order[1]].stations()[0]
    both.house.lessons.passed(both.second, order[1], station.key)
    following = both.lessons.course(both.second).next
    assert following is not None
    assert following.lesson.id == order[0]


# ---------------------------------------------------------------------- facts stay, and who is with whom


def test_whose_part_was_which_cannot_be_changed_afterwards(both: Together) -> None:
    station = both.of(Choice)
    both.lessons.answer(both.first, LESSON, station.key, right(station))
    connection = both.lessons._store._connection
    with pytest.raises(DBAPIError, match="append-only"), connection.begin():
        connection.exec_driver_sql("UPDATE pair_part SET role = 'did'")


def test_a_trainer_sees_who_works_with_whom_until_the_pair_ends(both: Together) -> None:
    people = both.pair.people
    trainer = maja(both.house)
    assert both.house.pairs.now(trainer, people) == {people[0]: people[1], people[1]: people[0]}
    both.house.pairs.end(both.pair)
    assert both.house.pairs.now(trainer, people) == {}


def test_of_pairs_nobody_ended_the_latest_counts(both: Together) -> None:
    house, people = both.house, both.pair.people
    blerta = house.sign_in.first_pin(learner(house, "Blerta").id, ("cat", "bus", "key"))
    both.place.clock.forward(60)
    house.pairs.begin(both.second, blerta)
    everybody = (*people, blerta.person_id)
    assert house.pairs.now(maja(house), everybody) == {
        people[1]: blerta.person_id,
        blerta.person_id: people[1],
    }


def test_a_trainers_proposal_is_seen_by_both_today_and_replaced_by_the_next_one(both: Together) -> None:
    house, trainer = both.house, maja(both.house)
    blerta = learner(house, "Blerta").id
    house.pairs.propose(trainer, both.first.person_id, blerta)
    assert [one.name for session in both.pair.sessions if (one := house.pairs.proposal(session))] == [
        "Blerta"
    ]
    wish = house.pairs.propose(trainer, both.first.person_id, both.second.person_id)
    named = [one.name for session in both.pair.sessions if (one := house.pairs.proposal(session))]
    assert named == ["Beni", "Amra"]
    (group,) = house.sign_in.groups()
    assert house.pairs.proposed(trainer, group.id) == (wish,)
    house.pairs.withdraw(trainer, wish.id)
    assert house.pairs.proposal(both.first) is None


def test_a_proposal_of_yesterday_is_over(both: Together) -> None:
    both.house.pairs.propose(maja(both.house), *both.pair.people)
    both.place.clock.forward(timedelta(days=1).total_seconds())
    assert both.house.pairs.proposal(both.first) is None


def test_learners_propose_nothing_for_others_and_a_trainer_sits_with_nobody(both: Together) -> None:
    with refused(FaultKind.NOT_ALLOWED):
        both.house.pairs.propose(both.first, *both.pair.people)
    with refused(FaultKind.NOT_ALLOWED):
        both.house.pairs.now(both.first, both.pair.people)
    with refused(FaultKind.NOT_IN_GROUP):
        both.house.pairs.begin(both.first, maja(both.house))


def test_whoever_is_erased_leaves_the_others_record_as_it_is(both: Together) -> None:
    station = both.of(Choice)
    both.lessons.answer(both.first, LESSON, station.key, right(station))
    before = both.facts(both.second)
    both.house.rights.erase(maja(both.house), both.first.person_id)
    assert both.facts(both.second) == before
    assert PairShelf(both.lessons._store).parts(both.first.person_id) == ()
