# SPDX-License-Identifier: GPL-3.0-or-later
"""A centre of people who do not exist, with the history such people would leave behind.

Everything is drawn from the seed and from the course itself: answers are judged by the exercises, so what is
stored agrees with the lessons, and two demos of one seed on one day are the same.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import cycle, groupby
from operator import attrgetter
from typing import Final

from korak.centre.doors import pin_text
from korak.centre.people import Group, Person, Role
from korak.content.exercise import ExercisePart
from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.content.kinds import Exercise
from korak.content.lesson import HandsStep, MyStep, Read, Station, TaskStep, WordsStep
from korak.content.pack import Pack
from korak.learning.attempt import Attempt, Kind, Outcome, Promise, StepTaken, my_step_answer, task_answer
from korak.services.demo_class import MEETING_EVERY, DemoClass
from korak.services.demo_sittings import DemoSittings
from korak.services.judging import Answer, judge, task_score
from korak.storage import hashing
from korak.storage.ids import made_id
from korak.storage.rows import Device, Place, Visit
from korak.storage.store import Store

DEMO_PASSPHRASE: Final = "korak za korakom"  # noqa: S105 - it is printed for everybody to read
DEMO_PIN: Final = ("house", "key", "sun")

DEMO_COLLEAGUES: Final = ((Role.MEDIATOR, "Arta", "sq"), (Role.STAFF, "Peter", "sl"))
"""Who else has a passphrase in a demo, the same one as the trainer Maja."""

# Name, language, sex does not matter here; the first twelve are the wall of the pictures.
_PEOPLE = (
    ("Amra", "bs", "honeybee"),
    ("Arben", "sq", "sailboat"),
    ("Blerta", "sq", "sunflower"),
    ("Dragana", "sr", "owl"),
    ("Elena", "mk", "red-apple"),
    ("Fatima", "ar", "teapot"),
    ("Igor", "ru", "bicycle"),
    ("Jasmina", "bs", "butterfly"),
    ("Mirjeta", "sq", "tulip"),
    ("Nadia", "ar", "hedgehog"),
    ("Oksana", "uk", "cherries"),
    ("Zoran", "mk", "mountain"),
)
_MORE_NAMES = (
    ("Adem", "bs"), ("Agron", "sq"), ("Ajla", "bs"), ("Albulena", "sq"), ("Aleksandra", "sr"),
    ("Alma", "bs"), ("Andrij", "uk"), ("Anisa", "sq"), ("Besa", "sq"), ("Bojan", "mk"),
    ("Dardan", "sq"), ("Darja", "uk"), ("Denis", "bs"), ("Driton", "sq"), ("Edina", "bs"),
    ("Emir", "bs"), ("Farida", "fa"), ("Filip", "mk"), ("Fitore", "sq"), ("Goran", "sr"),
    ("Hamza", "ar"), ("Hanna", "uk"), ("Hasan", "tr"), ("Ilir", "sq"), ("Irina", "ru"),
    ("Ivana", "sr"), ("Kateryna", "uk"), ("Khalid", "ar"), ("Kristina", "mk"), ("Lejla", "bs"),
    ("Lina", "ar"), ("Liridona", "sq"), ("Ljudmila", "ru"), ("Maksym", "uk"), ("Marija", "mk"),
    ("Merve", "tr"), ("Milica", "sr"), ("Mirza", "bs"), ("Mykola", "uk"), ("Natalija", "ru"),
    ("Nermina", "bs"), ("Olena", "uk"), ("Omar", "ar"), ("Parisa", "fa"), ("Petar", "sr"),
    ("Rana", "ar"), ("Rexhep", "sq"), ("Reza", "fa"), ("Sanja", "sr"), ("Selma", "bs"),
    ("Serhij", "uk"), ("Shpresa", "sq"), ("Slavica", "mk"), ("Svitlana", "uk"), ("Tarik", "bs"),
    ("Tatjana", "ru"), ("Teuta", "sq"), ("Valon", "sq"), ("Vesna", "mk"), ("Yasmin", "ar"),
)  # fmt: skip
_MORE_PICTURES = (
    "cat", "dog", "elephant", "fox", "frog", "giraffe", "guitar", "kite", "koala", "lemon", "lion",
    "mushroom", "octopus", "otter", "panda", "pear", "penguin", "pineapple", "rabbit", "rainbow", "rocket",
    "rose", "snail", "strawberry", "swan", "tiger", "turtle", "umbrella", "violin", "watermelon", "zebra",
    "anchor", "balloon", "banana", "bear", "bell", "books", "bus", "cherry-blossom", "compass", "crown",
    "dolphin", "drum", "grapes",
)  # fmt: skip
_ALIASES = ("Lipa", "Reka", "Zarja", "Val", "Iskra", "Breza")
_TOWNS = (
    "Jesenice",
    "Kranj",
    "Koper",
    "Celje",
    "Velenje",
    "Maribor",
    "Ptuj",
    "Novo mesto",
    "Trbovlje",
    "Izola",
)

_LESSON_LASTS = timedelta(minutes=75)
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a demo is; `attempts` is about the number of facts a learner has (None: one walk)."""

    groups: int
    learners: int
    seed: int
    attempts: int | None
    now: datetime
    meetings: int = 0  # so many were held by each group; none: the calendar is empty


@dataclass(frozen=True, slots=True)
class _Given:
    """A judged answer that somebody could have given."""

    answer: str
    simple: str
    result: Outcome
    score: float


@dataclass(frozen=True, slots=True)
class _Stop:
    """A station of the course, with the right, nearly right and wrong answers one could give there."""

    lesson: str
    station: Station
    kind: Kind
    right: tuple[_Given, ...] = ()
    wrong: tuple[_Given, ...] = ()
    key_steps: tuple[str, ...] = ()


def device(plan: Plan) -> Device:
    """Return the computer of a demo."""
    return Device(_id(_drawn(plan.seed), plan.now), "demo")


def fill(plan: Plan, pack: Pack, store: Store, read_bank: Callable[[], Pack] | None = None) -> None:
    """Write the whole centre; with a bank, some people have sat the assessment."""
    store.begin(device(plan), _id(_drawn(plan.seed + 1), plan.now), "Ljudska univerza Vzorec", plan.now)
    demo = Demo(plan, pack, store)
    demo.write()
    if read_bank is not None:
        moments = (plan.now, plan.meetings, plan.seed)
        DemoSittings(store, read_bank, demo.trainer, moments).write(demo.groups)


class Demo:
    """Draws a centre from its seed, group by group."""

    def __init__(self, plan: Plan, pack: Pack, store: Store) -> None:
        self._plan = plan
        self._pack = pack
        self._store = store
        self._chance = _drawn(plan.seed)
        self._began = plan.now - max(timedelta(weeks=6), (plan.meetings + 2) * MEETING_EVERY)
        self._pin = hashing.hash_pin(pin_text(DEMO_PIN))  # one hash for all: a demo's PIN is no secret
        self._stops = tuple(_stops(pack))
        self.trainer = ""
        self.groups: list[list[Person]] = []

    def write(self) -> None:
        """Write people, visits, facts and places."""
        trainer = Person(self._id(), Role.TRAINER, "Maja", picture="teacher", language="sl")
        self.trainer = trainer.id
        with self._store.together():
            self._store.add_person(trainer, self._began)
            hashed = hashing.hash_passphrase(DEMO_PASSPHRASE)  # one for all: it is printed anyway
            self._store.set_secret(trainer.id, hashed, self._began)
            drawn = _drawn(self._plan.seed + 2)
            for role, name, language in DEMO_COLLEAGUES:
                other = Person(_id(drawn, self._began), role, name, picture="teacher", language=language)
                self._store.add_person(other, self._began)
                self._store.set_secret(other.id, hashed, self._began)
        plan = self._plan
        classes = DemoClass(self._store, self._pack, plan.seed, plan.now, plan.meetings)
        left = self._plan.learners
        for number in range(self._plan.groups):
            size = -(-left // (self._plan.groups - number))
            left -= size
            with self._store.together():
                group, people = self._write_group(number, size)
                self.groups.append(people)
                if plan.meetings:
                    classes.write(number, group, people, trainer.id)
                if plan.meetings and number == 0:
                    from korak.services.demo_stories import tell  # noqa: PLC0415 - once in a demo's life

                    tell(self._store, people, trainer.id, plan.now, plan.seed)

    def _write_group(self, number: int, size: int) -> tuple[Group, list[Person]]:
        town = _TOWNS[number % len(_TOWNS)]
        group = Group(
            self._id(),
            f"{town[:2].upper()}{number // len(_TOWNS) + 1}",
            f"{town} {number // len(_TOWNS) + 1}",
        )
        self._store.add_group(group, self._began)
        waiting: list[Attempt] = []
        people: list[Person] = []
        for place in range(size):
            person = self._person(number, place)
            people.append(person)
            self._store.add_person(person, self._began)
            self._store.set_secret(person.id, self._pin, self._began)
            self._store.enrol(self._id(), person.id, group.id, self._began)
            waiting += self._history(person, place)
            if len(waiting) >= _BATCH:
                self._store.add_attempts(waiting)
                waiting = []
        self._store.add_attempts(waiting)
        return group, people

    def _person(self, group: int, place: int) -> Person:
        if group == 0 and place < len(_PEOPLE):
            name, language, picture = _PEOPLE[place]
        else:
            name, language = _MORE_NAMES[(group * 17 + place) % len(_MORE_NAMES)]
            name = f"{name} {chr(ord('A') + (group * 5 + place) % 26)}."
            picture = _MORE_PICTURES[(group * 7 + place) % len(_MORE_PICTURES)]
        alias = _ALIASES[place % len(_ALIASES)] if place % 16 == 13 else ""
        return Person(self._id(), Role.LEARNER, name, alias, picture, language)

    # ------------------------------------------------------------------ one learner's weeks

    def _history(self, person: Person, place: int) -> Iterator[Attempt]:
        skill = min(max(self._chance.gauss(0.72, 0.14), 0.25), 0.97)
        walked = self._walked()
        for number, lesson in enumerate(walked):
            before = (len(walked) - number) * MEETING_EVERY + timedelta(minutes=self._chance.randrange(30))
            start = self._plan.now - before
            self._visit(person, start, start + _LESSON_LASTS)
            yield from self._walk(person, skill, start, lesson)
        if self._chance.random() < 0.1:
            return  # not here today
        yield from self._today(person, skill, place, fresh=not walked)

    def _walked(self) -> list[tuple[_Stop, ...]]:
        """Return the lessons walked before today, one a meeting, in the course's order, over and over."""
        lessons = [tuple(stops) for _, stops in groupby(self._stops, attrgetter("lesson"))]
        if self._plan.attempts is None or not lessons:
            return []
        left = self._plan.attempts - 0.6 * len(lessons[0])  # today's share
        walked: list[tuple[_Stop, ...]] = []
        for lesson in cycle(lessons):
            if left < len(lesson) / 2:
                return walked
            left -= len(lesson)
            walked.append(lesson)
        return walked

    def _today(self, person: Person, skill: float, place: int, *, fresh: bool) -> Iterator[Attempt]:
        """Walk as far as this learner came by now; one in six is stuck, one in four has finished."""
        if not self._stops:
            return
        first = [stop for stop in self._stops if stop.lesson == self._stops[0].lesson]
        share = self._chance.uniform(0.3, 1.35) if fresh else self._chance.uniform(0.1, 1.2)
        reached = min(int(len(first) * share), len(first))
        facts = list(self._walk(person, skill, self._plan.now - _LESSON_LASTS, first[:reached]))
        stuck = place % 6 == 2
        if stuck:
            reached, more = self._stuck(person, first)
            facts = [
                fact for fact in facts if fact.station in {stop.station.key for stop in first[:reached]}
            ] + more
        began = min((fact.at for fact in facts), default=self._plan.now - _LESSON_LASTS)
        quiet = timedelta(minutes=0 if stuck else self._chance.choice((0, 0, 1, 2, 9)))
        late = self._plan.now - quiet - max((fact.at for fact in facts), default=self._plan.now)
        moved = [replace(fact, at=fact.at + late) for fact in facts]
        self._visit(person, began + late - timedelta(minutes=1), None)
        if reached:
            here = first[min(reached, len(first) - 1)]
            at = max((fact.at for fact in moved), default=self._plan.now)
            self._store.set_place(Place(person.id, here.lesson, here.station.key, at))
        yield from moved

    def _stuck(self, person: Person, first: list[_Stop]) -> tuple[int, list[Attempt]]:
        """Return where somebody gives one wrong answer after the other, and those answers."""
        for number, stop in enumerate(first):
            if stop.wrong:
                start = self._plan.now - timedelta(minutes=4)
                moments = [start + timedelta(seconds=50 * each) for each in range(4)]
                return number, [
                    self._fact(person, stop, at, 20.0, stop.wrong[each % len(stop.wrong)])
                    for each, at in enumerate(moments)
                ]
        return 0, []

    def _walk(
        self, person: Person, skill: float, start: datetime, stops: tuple[_Stop, ...] | list[_Stop]
    ) -> Iterator[Attempt]:
        at = start
        for stop in stops:
            for fact in self._at(person, skill, stop, at):
                at = fact.at
                yield fact

    def _at(self, person: Person, skill: float, stop: _Stop, at: datetime) -> Iterator[Attempt]:
        if stop.key_steps:
            yield self._task(person, skill, stop, at)
        elif stop.right:
            yield from self._answers(person, skill, stop, at)
        else:
            seconds = self._seconds(25)
            yield self._fact(person, stop, at + timedelta(seconds=seconds), seconds, self._passing(stop))

    def _answers(self, person: Person, skill: float, stop: _Stop, at: datetime) -> Iterator[Attempt]:
        """Give wrong answers until the right one; from the second try on with a hint now and then."""
        tries = 0
        while stop.wrong and tries < 2 and self._chance.random() > skill:
            seconds = self._seconds(14)
            at += timedelta(seconds=seconds + 5)
            yield self._fact(person, stop, at, seconds, self._chance.choice(stop.wrong), tries)
            tries += 1
        seconds = self._seconds(10)
        given = stop.right[0] if self._chance.random() < skill else self._chance.choice(stop.right)
        yield self._fact(person, stop, at + timedelta(seconds=seconds + 4), seconds, given, tries)

    def _task(self, person: Person, skill: float, stop: _Stop, at: datetime) -> Attempt:
        mode = stop.station.mode or "alone"
        stops_at = (
            self._chance.randrange(1, len(stop.key_steps)) if self._gives_up(mode, skill, stop) else None
        )
        steps = tuple(
            self._step(name, mode, skill, done=stops_at is None or number < stops_at)
            for number, name in enumerate(stop.key_steps)
        )
        seconds = round(sum(step.seconds for step in steps), 1)
        fact = self._fact(person, stop, at + timedelta(seconds=seconds), seconds, _NOTHING)
        return replace(
            fact,
            mode=mode,
            answer=task_answer(steps),
            simple_answer=f"{sum(step.done for step in steps)}/{len(steps)}",
            result="reached" if stops_at is None else "stopped",
            score=task_score(steps, reached=stops_at is None, critical=False),
            help=max(step.help for step in steps),
            errors=sum(step.errors for step in steps),
        )

    def _gives_up(self, mode: str, skill: float, stop: _Stop) -> bool:
        return mode == "alone" and len(stop.key_steps) > 1 and self._chance.random() > skill + 0.2

    def _step(self, name: str, mode: str, skill: float, *, done: bool) -> StepTaken:
        if mode == "show":
            return StepTaken(name, done, 3, 0, self._seconds(9))
        if not done:
            return StepTaken(name, False, 0, 0, 0.0)
        errors = sum(self._chance.random() > skill + 0.1 for _ in range(2))
        helped = self._chance.choice((1, 2, 2, 3)) if self._chance.random() > skill + 0.05 else 0
        return StepTaken(name, True, helped, errors, self._seconds(22))

    def _passing(self, stop: _Stop) -> _Given:
        step = stop.station.step
        if not isinstance(step, MyStep):
            return _NOTHING
        said = Promise(
            step.can[: self._chance.randint(1, len(step.can))],
            step.will[: self._chance.randint(0, len(step.will))],
        )
        return _Given(my_step_answer(said), "; ".join((*said.can, *said.will)), "passed", 1.0)

    # ------------------------------------------------------------------ rows

    def _fact(
        self, person: Person, stop: _Stop, at: datetime, seconds: float, given: _Given, tries: int = 0
    ) -> Attempt:
        return Attempt(
            id=made_id(at, self._chance.getrandbits(74)),
            device=self._store.device,
            at=at,
            person=person.id,
            pack=self._pack.id,
            pack_version=self._pack.version,
            lesson=stop.lesson,
            station=stop.station.key,
            kind=stop.kind,
            answer=given.answer,
            simple_answer=given.simple,
            result=given.result,
            score=given.score,
            help=2 if tries and self._chance.random() < 0.5 else 0,
            errors=1 if given.result == "wrong" else 0,
            seconds=seconds,
        )

    def _visit(self, person: Person, came: datetime, went: datetime | None) -> None:
        own = self._store.device
        visits = [Visit(self._id(came), own, person.id, came, "in")]
        if went is not None:
            visits.append(Visit(self._id(went), own, person.id, went, "out"))
        self._store.add_visits(visits)

    def _seconds(self, usual: float) -> float:
        return round(min(self._chance.lognormvariate(0.0, 0.5) * usual, usual * 6), 1)

    def _id(self, at: datetime | None = None) -> str:
        return _id(self._chance, at or self._began)


_NOTHING = _Given("null", "", "passed", 1.0)


def _drawn(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a demo is meant to come out the same again


def _id(chance: random.Random, at: datetime) -> str:
    return made_id(at, chance.getrandbits(74))


def _stops(pack: Pack) -> Iterator[_Stop]:
    for module in pack.course:
        for lesson in module.lessons:
            for station in pack.lessons[lesson].stations():
                yield _stop(pack, lesson, station)


def _stop(pack: Pack, lesson: str, station: Station) -> _Stop:
    step = station.step
    if isinstance(step, TaskStep):
        return _Stop(
            lesson, station, "task", key_steps=tuple(one.id for one in pack.tasks[step.task].key_steps)
        )
    if isinstance(step, ExercisePart):
        judged = [judge(step, answer, pack.words.forms) for answer in _could_be_answered(step)]
        given = [_Given(one.answer, one.simple, one.result, one.verdict.score) for one in judged]
        return _Stop(
            lesson,
            station,
            judged[0].kind,
            right=tuple(one for one in given if one.result != "wrong"),
            wrong=tuple(one for one in given if one.result == "wrong"),
        )
    if isinstance(step, Read):
        return _Stop(lesson, station, "read")
    if isinstance(step, HandsStep):
        return _Stop(lesson, station, "hands")
    return _Stop(lesson, station, "words" if isinstance(step, WordsStep) else "my_step")


def _could_be_answered(step: Exercise) -> Iterator[Answer]:
    """Yield the right answer first, then what people give instead of it."""
    match step:
        case Choice():
            yield step.right
            yield from step.wrong
        case Match():
            pairs = tuple((pair.left, pair.right) for pair in step.pairs)
            yield pairs
            if len(pairs) > 1:
                (one, its), (other, others), *rest = pairs
                yield ((one, others), (other, its), *rest)
        case Typed():
            right = step.answer
            yield right
            yield right.translate(str.maketrans("čšžČŠŽ", "cszCSZ"))
            yield right[:-2] + right[-1:] + right[-2:-1]
            yield right[: len(right) // 2]
            yield "ne vem"
        case _:
            yield step.model()
            yield ()
