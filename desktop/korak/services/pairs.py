# SPDX-License-Identifier: GPL-3.0-or-later
"""Two learners at one computer: both were let in, both learn, and what each of them did is kept for each.

See docs/decisions/0014 for whose record gets what. What is kept for one of the two can be read without the
other: whoever goes on alone goes on where the two stopped.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime, time

from korak.centre.pairs import Pair, PairMark, PairPart, PairWish, Role, What, together
from korak.centre.people import Person, Session
from korak.centre.people import Role as Office
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.lesson import Lesson, Station
from korak.content.pack import Pack
from korak.learning.attempt import Attempt, StepTaken, task_answer
from korak.learning.progress import CourseProgress, lesson_progress
from korak.learning.turns import PEOPLE, Way, beginner, turn, way_of
from korak.practice.log import HelpLevel, Play
from korak.services.access import require
from korak.services.attendance import after
from korak.services.faults import FaultKind, ServiceFault
from korak.services.front import tiles_of
from korak.services.judging import Answer, task_score
from korak.services.lessons import DONE, Answered, LessonRun, Lessons, TaskRun
from korak.services.people import not_found
from korak.storage.ids import new_id
from korak.storage.pairs import PairShelf
from korak.storage.rows import Place
from korak.storage.store import FINISHED, Store

_WITH_WORDS: HelpLevel = 2  # of the help levels of a step: told where to look


class Pairs:
    """Who works with whom."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._shelf = PairShelf(store)

    # ------------------------------------------------------------------ two people

    def partners(self, session: Session) -> tuple[Person, ...]:
        """Return the tiles of those a learner can work with: everybody else of the same groups."""
        require(session, Deed.TAKE_PART, session.person_id)
        return self._others(session.person_id)

    def candidates(self, session: Session, person_id: str) -> tuple[Person, ...]:
        """Return the tiles of those a trainer can propose to a learner."""
        require(session, Deed.TEACH, person_id)
        return self._others(person_id)

    def begin(self, first: Session, second: Session) -> Pair:
        """Put two learners together who were both let in and are in the same group."""
        for session in (first, second):
            require(session, Deed.LEARN, session.person_id)
        if second.person_id not in {person.id for person in self.partners(first)}:
            raise ServiceFault(FaultKind.NOT_IN_GROUP, {"person": second.person_id})
        pair = Pair(new_id(self._clock.now()), (first, second))
        self._mark(pair, What.TOGETHER)
        return pair

    def end(self, pair: Pair) -> None:
        """Note that two learners work together no more; nothing of what they did changes."""
        self._mark(pair, What.APART)

    def lessons(self, pair: Pair) -> "LessonsTogether":
        """Return the lessons as two people learn them."""
        return LessonsTogether(self._store, self._pack, self._clock, pair)

    def now(self, session: Session, people: Iterable[str]) -> Mapping[str, str]:
        """Return who of some people works with whom, as far as was noted today."""
        require(session, Deed.TEACH)
        return together(self._shelf.marks(people, self._midnight()))

    # ------------------------------------------------------------------ what a trainer proposes

    def propose(self, session: Session, person_id: str, other_id: str) -> PairWish:
        """Propose today that two learners of one group work together; an earlier proposal to either goes."""
        require(session, Deed.TEACH, person_id)
        groups = set(self._store.groups_of(person_id)) & set(self._store.groups_of(other_id))
        if person_id == other_id or not groups:
            raise ServiceFault(FaultKind.NOT_IN_GROUP, {"person": other_id})
        now = self._clock.now()
        wish = PairWish(new_id(now), person_id, other_id, session.person_id, now)
        with self._store.together():
            for known in self._wishes((person_id, other_id)):
                self._shelf.wish(dataclasses.replace(known, withdrawn_at=now), now)
            self._shelf.wish(wish, now)
        return wish

    def withdraw(self, session: Session, wish_id: str) -> None:
        """Take a proposal of today back."""
        require(session, Deed.TEACH)
        everybody = [person.id for person in self._store.people(Office.LEARNER)]
        wish = next((one for one in self._wishes(everybody) if one.id == wish_id), None)
        if wish is None:
            raise not_found("pair_wish", wish_id)
        now = self._clock.now()
        self._shelf.wish(dataclasses.replace(wish, withdrawn_at=now), now)

    def proposed(self, session: Session, group_id: str) -> tuple[PairWish, ...]:
        """Return what was proposed to a group today."""
        require(session, Deed.TEACH)
        return self._wishes([person.id for person in self._store.learners(group_id)])

    def proposal(self, session: Session) -> Person | None:
        """Return the tile of whom the trainer wants a learner to work with today."""
        require(session, Deed.TAKE_PART, session.person_id)
        wishes = self._wishes((session.person_id,))
        if not wishes:
            return None
        wanted = wishes[-1].partner(session.person_id)
        return next((person for person in self.partners(session) if person.id == wanted), None)

    # ------------------------------------------------------------------ internal

    def _others(self, person_id: str) -> tuple[Person, ...]:
        found = {
            person.id: person
            for group in self._store.groups_of(person_id)
            for person in self._store.learners(group)
            if person.id != person_id
        }
        return tiles_of(tuple(found.values()))

    def _wishes(self, people: Iterable[str]) -> tuple[PairWish, ...]:
        return self._shelf.wishes(people, self._midnight())

    def _mark(self, pair: Pair, what: What) -> None:
        now = self._clock.now()
        self._shelf.add_mark(PairMark(new_id(now), self._store.device, now, pair.id, *pair.people, what))

    def _midnight(self) -> datetime:
        return datetime.combine(self._clock.now().astimezone().date(), time()).astimezone()


class LessonsTogether(Lessons):
    """The lessons as a pair learns them: the same questions, asked for whoever's turn it is.

    `session` is whose turn it is. What they do is kept for them as if they were alone; whoever helped gets an
    attempt of their own, of the kind "helped", that takes them past the station. A task run is kept twice,
    line for line, so that each can go on with it alone.
    """

    def __init__(self, store: Store, pack: Pack, clock: Clock, pair: Pair) -> None:
        super().__init__(store, pack, clock)
        self._pair = pair
        self._shelf = PairShelf(store)
        self._twins: dict[str, str] = {}  # the second one's copy of a run

    def course(self, session: Session) -> CourseProgress:
        """Return the course of whoever is further back; nobody is left behind."""
        self._require_one_of_us(session)
        courses = [super(LessonsTogether, self).course(one) for one in self._pair.sessions]
        order = [lesson.lesson.id for lesson in courses[0].lessons]
        return min(courses, key=lambda one: order.index(one.next.lesson.id) if one.next else len(order))

    def open(self, session: Session, lesson_id: str) -> LessonRun:
        """Open a lesson where the one stopped who is further back; who finished it waits for nobody."""
        self._require_one_of_us(session)
        lesson = self._lesson(lesson_id)
        stations = lesson.stations()
        keys = [station.key for station in stations]
        known = [(one, self._attempts(one, lesson)) for one in self._pair.sessions]
        left = [one for one in known if not lesson_progress(lesson, one[1]).done] or known
        place = min(keys.index(self._resume(one, lesson, stations, facts)) for one, facts in left)
        with self._store.together():
            for one in self._pair.sessions:
                self._store.set_place(Place(one.person_id, lesson_id, keys[place], self._clock.now()))
        _, facts = known[self._pair.place(session.person_id)]
        begun = self._unfinished(session, lesson_id, stations[place])
        return LessonRun(lesson, stations, place, facts, begun)

    def go_to(self, session: Session, lesson_id: str, station_key: str) -> None:
        """Remember for both the station they went to."""
        self._require_one_of_us(session)
        with self._store.together():
            for one in self._pair.sessions:
                super().go_to(one, lesson_id, station_key)

    def answer(
        self,
        session: Session,
        lesson_id: str,
        station_key: str,
        answer: Answer,
        help: int = 0,  # noqa: A002 - the word everywhere else
        seconds: float = 0.0,
    ) -> Answered:
        """Judge and keep an answer of whoever's turn it is; the other one helped."""
        self._require_one_of_us(session)
        with self._store.together():
            answered = super().answer(session, lesson_id, station_key, answer, help, seconds)
            self._keep_parts(answered.attempt, self._helped(answered.attempt))
        return answered

    def passed(
        self,
        session: Session,
        lesson_id: str,
        station_key: str,
        seconds: float = 0.0,
        answer: str = "null",
        simple_answer: str = "",
    ) -> Attempt:
        """Keep that both went through a station; where each does it alone, that one of them did."""
        self._require_one_of_us(session)
        station = self._station(lesson_id, station_key)
        alone = way_of(station) is Way.EACH
        with self._store.together():
            mine = super().passed(session, lesson_id, station_key, seconds, answer, simple_answer)
            theirs = None if alone else dataclasses.replace(mine, **self._for_partner(mine))
            self._keep_parts(mine, theirs)
        return mine

    def begin_task(self, session: Session, lesson_id: str, station_key: str) -> TaskRun:
        """Begin a task for both, or go on with the run of either that came further."""
        self._require_one_of_us(session)
        first, second = self._pair.sessions
        station = self._station(lesson_id, station_key)
        with self._store.together():
            known = [self._unfinished(one, lesson_id, station) for one in self._pair.sessions]
            further = max((run for run in known if run is not None), key=_lines, default=None)
            run = further or super().begin_task(first, lesson_id, station_key)
            mine, theirs = (
                own if own is not None and own.play.log == run.play.log else self._copy(run, one, own)
                for own, one in zip(self._own(run, known), (first, second), strict=True)
            )
        self._twins[mine.id] = theirs.id
        return mine

    def finish_task(self, session: Session, run: TaskRun, seconds: float | None = None) -> Attempt:
        """End a run for both; each attempt holds the key steps its person did."""
        self._require_one_of_us(session)
        self._require_own(self._pair.sessions[0], run)
        came = run.play.outcome()
        spent = came.seconds if seconds is None else seconds
        taken = tuple(
            StepTaken(step.id, step.done, step.help, step.errors, step.seconds) for step in came.steps
        )
        station = self._station(run.lesson, run.station)
        attempts = [self._task_attempt(who, run, taken, station, spent) for who in PEOPLE]
        with self._store.together():
            for attempt, own in zip(attempts, (run.id, self._twins[run.id]), strict=True):
                self._store.add_attempt(attempt)
                self._store.add_line(
                    self._line(dataclasses.replace(run, id=own), run.kept, FINISHED, attempt.id, spent)
                )
            self._shelf.add_parts(self._part(attempt) for attempt in attempts)
        return attempts[self._pair.place(session.person_id)]

    # ------------------------------------------------------------------ internal

    def _keep(self, session: Session, run: TaskRun, play: Play) -> TaskRun:
        """Keep the lines in both runs; a step of "Brez pomoči" was done with a partner's words."""
        self._require_one_of_us(session)
        if run.mode == "alone":
            for step in sorted(play.progress.done - run.play.progress.done):
                play = play.help(_WITH_WORDS, play.log.lines[-1].at, step)
        new = play.log.lines[len(run.play.log.lines) :]
        twin = dataclasses.replace(run, id=self._twins[run.id])
        with self._store.together():
            kept = super()._keep(self._pair.sessions[0], run, play)
            for number, line in enumerate(new, start=run.kept):
                self._store.add_line(self._line(twin, number, DONE, line.text, line.at))
        return kept

    def _own(self, run: TaskRun, known: list[TaskRun | None]) -> list[TaskRun | None]:
        """Return everybody's own run; a run just begun is the first one's."""
        return known if any(known) else [run, None]

    def _copy(self, run: TaskRun, session: Session, own: TaskRun | None) -> TaskRun:
        """Give somebody a run that stands where another one's stands; their own that lay behind is left."""
        known = self._store.run(run.id)
        if known is None:
            raise not_found("run", run.id)
        left = self._store.run(own.id) if own is not None else None
        now = after(left.started_at if left is not None else None, self._clock.now())
        mine = dataclasses.replace(
            known, id=new_id(now), device=self._store.device, person=session.person_id, started_at=now
        )
        self._store.add_run(mine)
        for line in self._store.lines(run.id):
            self._store.add_line(dataclasses.replace(line, run=mine.id))
        return dataclasses.replace(run, id=mine.id)

    def _task_attempt(
        self, who: int, run: TaskRun, taken: tuple[StepTaken, ...], station: Station, spent: float
    ) -> Attempt:
        """One person's part in a run: the steps they did, helped by the other one's words."""
        came = run.play.outcome()
        lesson = self._lesson(run.lesson)
        own = _own_steps(who, lesson, station, taken)
        fact = self._fact(self._pair.sessions[who], run.lesson, run.station, "task", spent, run.mode)
        fact = dataclasses.replace(fact, result="reached" if came.reached else "stopped")
        score = task_score(own, reached=came.reached, critical=bool(came.critical))
        if not own and taken:
            return dataclasses.replace(fact, kind="helped", score=score)
        return dataclasses.replace(
            fact,
            answer=task_answer(own),
            simple_answer=f"{sum(step.done for step in own)}/{len(own)}",
            score=score,
            help=max((step.help for step in own), default=0),
            errors=sum(step.errors for step in own),
        )

    def _helped(self, attempt: Attempt) -> Attempt:
        return dataclasses.replace(
            attempt,
            **self._for_partner(attempt),
            kind="helped",
            answer="null",
            simple_answer="",
            help=0,
            errors=0,
        )

    def _for_partner(self, attempt: Attempt) -> dict[str, str]:
        partner = self._pair.partner(attempt.person).person_id
        return {"id": new_id(self._clock.now()), "person": partner}

    def _keep_parts(self, mine: Attempt, theirs: Attempt | None) -> None:
        if theirs is not None:
            self._store.add_attempt(theirs)
        self._shelf.add_parts(self._part(one) for one in (mine, theirs) if one is not None)

    def _part(self, attempt: Attempt) -> PairPart:
        role = Role.HELPED if attempt.kind == "helped" else Role.DID
        return PairPart(attempt.id, self._pair.id, attempt.person, role)

    def _require_one_of_us(self, session: Session) -> None:
        if session not in self._pair.sessions:
            raise ServiceFault(FaultKind.NOT_ALLOWED, {"deed": Deed.LEARN.value})


def _own_steps(
    who: int, lesson: Lesson, station: Station, taken: tuple[StepTaken, ...]
) -> tuple[StepTaken, ...]:
    """The key steps that were somebody's turn; what both watched counts for both."""
    way = way_of(station)
    if way is Way.BOTH:
        return taken
    stations = lesson.stations()
    begins = beginner(stations, stations.index(station))
    return tuple(step for number, step in enumerate(taken) if turn(way, begins, number, len(taken)) == who)


def _lines(run: TaskRun) -> int:
    return run.kept
