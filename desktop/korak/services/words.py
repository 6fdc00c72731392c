# SPDX-License-Identifier: GPL-3.0-or-later
"""Word practice: ten minutes made from what is remembered; answers are kept before they are shown."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.derive import LADDER, derive
from korak.content.exercise import Answer, Need
from korak.content.kinds import Exercise
from korak.content.lesson import WordsStep
from korak.content.pack import Pack
from korak.content.verdict import Verdict
from korak.content.words import Word
from korak.learning import session as sessions
from korak.learning.attempt import Attempt
from korak.learning.days import day_number, learning_day
from korak.learning.memory import PRACTICE, Fact, Known, Memory, Practised, read_station, station
from korak.learning.record import words_asked
from korak.learning.session import Done, Summary
from korak.services.access import require
from korak.services.judging import judge
from korak.storage.ids import new_id
from korak.storage.programmes import ProgrammeShelf
from korak.storage.store import Store

_END = "end"
_RECENT = 2000  # facts among which the latest learning day is looked for
_RETRY = 2  # the level of help a second try counts as


Hears = Callable[[str], bool]
"""Tells whether a Slovenian text can be heard, if only as a recording."""


def nothing(_text: str) -> bool:
    """Hear no recording."""
    return False


@dataclass(frozen=True, slots=True)
class SessionRun:
    """A practice session, where it stands; without an exercise it is over."""

    id: str
    person: str
    asked: tuple[Done, ...]  # the exercises answered so far, also the one in hand once it was answered
    at_hand: frozenset[Need]
    number: int = 0  # of the exercise in hand, from 0
    word: Word | None = None
    exercise: Exercise | None = None
    seed: str = ""
    retry: bool = False  # it was answered before, not rightly: what is answered now is the second try
    skipped: frozenset[str] = frozenset()
    hears: Hears = nothing

    @property
    def over(self) -> bool:
        """Whether nothing useful is left, or the ten minutes are over."""
        return self.exercise is None

    @property
    def seconds(self) -> float:
        """The active time so far."""
        return sum(one.seconds for one in self.asked)

    @property
    def part(self) -> float:
        """How much of the ten minutes is over, from 0 to 1."""
        return min(self.seconds / sessions.SECONDS, 1.0)


@dataclass(frozen=True, slots=True)
class WordAnswered:
    """A judged answer that is kept already, and the session after it."""

    verdict: Verdict
    attempt: Attempt
    run: SessionRun


@dataclass(slots=True)
class _Learner:
    """What is known of one person's facts; nothing of it is stored."""

    memory: Memory
    row: int  # the last row taken in
    count: int
    recent: list[Fact]  # word practice of the latest learning day, in order


class WordPractice:
    """What a learner does with words; everybody practises for themselves only."""

    def __init__(self, store: Store, pack: Pack, clock: Clock) -> None:
        self._store = store
        self._pack = pack
        self._clock = clock
        self._programmes = ProgrammeShelf(store)
        self._lock = threading.RLock()
        self._learners: dict[str, _Learner] = {}
        self._lessons = words_of_stations(pack)

    # ------------------------------------------------------------------ sessions

    def warm(self, session: Session) -> None:
        """Remember ahead of time; run it in the background once somebody is signed in."""
        require(session, Deed.SEE_RECORD, session.person_id)
        self._known(session.person_id)

    def begin(self, session: Session, at_hand: frozenset[Need], hears: Hears = nothing) -> SessionRun:
        """Begin a session, or go on with the one that was broken off today, at the very exercise.

        Where no voice is at hand, `hears` tells of which texts there is a recording.
        """
        require(session, Deed.LEARN, session.person_id)
        learner = self._learner(session.person_id)
        open_run = _unfinished(learner.recent, day_number_of(self._clock))
        run_id = open_run or new_id(self._clock.now())
        asked = sessions.exercises(learner.recent, run_id)
        run = SessionRun(run_id, session.person_id, asked, at_hand, hears=hears)
        if asked and not asked[-1].settled:
            again = self._exercise(run, asked[-1].word, asked[-1].number, asked[-1].kind)
            if again is not None:
                return replace(again, retry=True)
        return self._following(run)

    def answer(
        self,
        session: Session,
        run: SessionRun,
        answer: Answer,
        help: int = 0,  # noqa: A002 - the word everywhere else
        seconds: float = 0.0,
    ) -> WordAnswered:
        """Judge an answer and keep it; it is on the disk when this returns. `seconds` are active time."""
        require(session, Deed.LEARN, run.person)
        if run.exercise is None or run.word is None:
            raise ValueError("This session is over.")
        judged = judge(run.exercise, answer, self._pack.words.forms)
        practised = Practised(run.id, run.number, run.word.id, run.exercise.kind)
        now = self._clock.now()
        attempt = Attempt(
            id=new_id(now),
            device=self._store.device,
            at=now,
            person=run.person,
            pack=self._pack.id,
            pack_version=self._pack.version,
            lesson=PRACTICE,
            station=station(practised),
            kind=judged.kind,
            answer=judged.answer,
            simple_answer=judged.simple,
            result=judged.result,
            score=judged.verdict.score,
            help=max(help, _RETRY if run.retry else 0),
            errors=0 if judged.verdict.accepted else 1,
            seconds=round(max(seconds, 0.0), 1),
        )
        self._store.add_attempt(attempt)
        asked = sessions.exercises(self._learner(run.person).recent, run.id)
        return WordAnswered(judged.verdict, attempt, replace(run, asked=asked, retry=True))

    def onward(self, session: Session, run: SessionRun) -> SessionRun:
        """Return the session at its next exercise; an exercise that was not answered is skipped for today."""
        require(session, Deed.LEARN, run.person)
        skipped = run.skipped
        if run.word is not None and all(one.number != run.number for one in run.asked):
            skipped = skipped | {run.word.id}
        return self._following(replace(run, skipped=skipped))

    def finish(self, session: Session, run: SessionRun) -> Summary:
        """End a session, over or not, and say what came of it."""
        require(session, Deed.LEARN, run.person)
        known = self._known(run.person)
        if run.asked:
            now = self._clock.now()
            self._store.add_attempt(
                Attempt(
                    id=new_id(now),
                    device=self._store.device,
                    at=now,
                    person=run.person,
                    pack=self._pack.id,
                    pack_version=self._pack.version,
                    lesson=PRACTICE,
                    station=f"{run.id}/{_END}",
                    kind="words",
                )
            )
        return sessions.summary(run.asked, known)

    # ------------------------------------------------------------------ what is known

    def known(self, session: Session, person_id: str) -> Mapping[str, Known]:
        """Return how the words somebody met stand."""
        require(session, Deed.SEE_RECORD, person_id)
        return self._known(person_id)

    def ready(self, session: Session) -> bool:
        """Tell whether a session would have something useful now; how much is nobody's burden."""
        require(session, Deed.LEARN, session.person_id)
        known = self._known(session.person_id)
        wished = self._wishes(session.person_id, known, frozenset())
        return sessions.following((), wished, known) is not None

    # ------------------------------------------------------------------ inside

    def _following(self, run: SessionRun) -> SessionRun:
        """Return the session at the next word that an exercise can be made for."""
        known = self._known(run.person)
        skipped = set(run.skipped)
        number = run.asked[-1].number + 1 if run.asked else 0
        while True:
            wished = self._wishes(run.person, known, frozenset(skipped))
            asked = tuple(one for one in run.asked if one.word not in skipped)
            word = sessions.following(asked, wished, known)
            if word is None or run.part >= 1.0:
                return replace(run, number=number, word=None, exercise=None, retry=False)
            found = self._exercise(run, word, number, *self._kinds(known, word))
            if found is not None:
                return replace(found, retry=False)
            skipped.add(word)

    def _kinds(self, known: Mapping[str, Known], word: str) -> tuple[str, ...]:
        one = known.get(word)
        return sessions.kinds_for(one.rung, one.exercises) if one else sessions.kinds_for(0, 0)

    def _exercise(self, run: SessionRun, word_id: str, number: int, *kinds: str) -> SessionRun | None:
        word = self._pack.words.by_id.get(word_id)
        if word is None:
            return None
        seed = f"{run.person}/{self._today().isoformat()}/{number}"
        for kind in kinds:
            exercise = derive(word, kind, self._pack, seed) if kind in LADDER else None
            if exercise is not None and _unmet(exercise, run) <= run.at_hand:
                return replace(run, number=number, word=word, exercise=exercise, seed=seed)
        return None

    def _wishes(self, person: str, known: Mapping[str, Known], skipped: frozenset[str]) -> sessions.Wishes:
        there = {word: one for word, one in known.items() if word in self._pack.words and word not in skipped}
        lesson = [word for word in self._words_of_today(person) if word not in skipped]
        met = [word for word in self._pack.words if word in there]
        return sessions.wishes(there, self._today(), lesson, met)

    def _words_of_today(self, person: str) -> tuple[str, ...]:
        """The words of the lesson of today; for somebody who begins, those of the first lesson."""
        places = self._store.places((person,))
        lessons = self._pack.lessons
        if places:
            now = places[-1].lesson in lessons and learning_day(places[-1].at) == self._today()
            return lessons[places[-1].lesson].words if now else ()
        first = next((name for module in self._pack.course for name in module.lessons), None)
        return lessons[first].words if first is not None else ()

    def _today(self) -> date:
        return learning_day(self._clock.now())

    def _known(self, person: str) -> Mapping[str, Known]:
        with self._lock:
            return self._learner(person).memory.known(self._course_end(person))

    def _course_end(self, person: str) -> date | None:
        return self._programmes.last_end(self._store.groups_of(person))

    def _learner(self, person: str) -> _Learner:
        """What one person's facts amount to now; facts that came since are taken in."""
        with self._lock:
            known = self._learners.get(person)
            if known is None or not self._went_on(known, person):
                known = self._learners[person] = self._anew(person)
            return known

    def _went_on(self, learner: _Learner, person: str) -> bool:
        """Take in what came since; False where something came that lies before it (a merge)."""
        row, facts = self._store.word_facts(person, learner.row)
        count = learner.count + len(facts)
        if not learner.memory.take(facts) or count != self._store.word_fact_count(person):
            return False
        learner.row, learner.count = row, count
        if facts:
            learner.recent = _latest_day([*learner.recent, *map(Fact._make, facts)])
        return True

    def _anew(self, person: str) -> _Learner:
        """Take in everything."""
        memory = Memory(self._lessons)
        row, facts = self._store.word_facts(person)
        memory.take(facts)
        return _Learner(memory, row, len(facts), _latest_day(list(map(Fact._make, facts[-_RECENT:]))))


def _unmet(exercise: Exercise, run: SessionRun) -> frozenset[Need]:
    """What an exercise still needs; a recording of what is heard stands in for a voice."""
    heard = exercise.heard()
    recorded = Need.VOICE in exercise.needs and bool(heard) and run.hears(heard)
    return exercise.needs - {Need.VOICE} if recorded else exercise.needs


def words_of_stations(pack: Pack) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the words of every exercise and words station, by lesson and station."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for lesson in pack.lessons.values():
        for one in lesson.stations():
            step = one.step
            if isinstance(step, WordsStep):
                found[lesson.id, one.key] = lesson.words_of(step)
            elif isinstance(step, Exercise):
                found[lesson.id, one.key] = words_asked(step, pack.words)
    return found


def day_number_of(clock: Clock) -> int:
    """Return the learning day now, counted as `date.toordinal` does."""
    return learning_day(clock.now()).toordinal()


def _latest_day(facts: list[Fact]) -> list[Fact]:
    """Return the word practice of the latest learning day."""
    practice = sorted(fact for fact in facts if fact.lesson == PRACTICE)
    if not practice:
        return []
    day = day_number(practice[-1].at)
    return [fact for fact in practice if day_number(fact.at) == day]


def _unfinished(recent: list[Fact], today: int) -> str | None:
    """Return the session of today that was broken off, if the latest one was."""
    if not recent or day_number(recent[-1].at) != today:
        return None
    ended = {fact.station.removesuffix(f"/{_END}") for fact in recent if fact.station.endswith(f"/{_END}")}
    practised = [found for fact in recent if (found := read_station(fact.station)) is not None]
    if not practised or practised[-1].run in ended:
        return None
    run = practised[-1].run
    seconds = sum(one.seconds for one in sessions.exercises(recent, run))
    return run if seconds < sessions.SECONDS else None
