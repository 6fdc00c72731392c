# SPDX-License-Identifier: GPL-3.0-or-later
"""The Jesenice pilot, played again through the real services: two groups of 12, from March to June 2026.

The people are invented. Each has an ability that grows with the course; from it and a fixed seed follows what
they do: how far they come in a task of the practice world, whether they ask, what they answer.
"""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.services.making import PASSPHRASE, PIN, Place

from korak.assessment.marking import to_agree, to_mark_again
from korak.assessment.sitting import AccommodationKind, ItemKind, Mode, Occasion, SittingRecord
from korak.centre.attendance import Presence
from korak.centre.details import Details, Eligible, Sex
from korak.centre.enrolment import Reason
from korak.centre.people import NewCentre, NewLearner, Person, Session
from korak.centre.programmes import Programme
from korak.clock import FixedClock
from korak.practice import actions as act
from korak.practice.actions import Action
from korak.services.house import House
from korak.services.sittings import Entry

BEGIN = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
MEETINGS = 24
NAMES = (
    "Amra Primer", "Arben Vzorec", "Blerta Poskus", "Dragana Vzorec", "Elena Poskus", "Fatima Primer",
    "Igor Vzorec", "Jasmina Poskus", "Mirjeta Primer", "Nora Vzorec", "Olena Poskus", "Petrit Primer",
    "Rana Vzorec", "Samir Poskus", "Tarik Primer", "Umar Vzorec", "Valdete Poskus", "Yusuf Primer",
    "Zana Vzorec", "Adnan Poskus", "Besa Primer", "Ceca Vzorec", "Denis Poskus", "Emina Primer",
)  # fmt: skip
PICTURES = (
    "star",
    "sailboat",
    "sunflower",
    "honeybee",
    "rainbow",
    "cat",
    "dog",
    "bus",
    "key",
    "house",
    "sun",
    "tree",
)
LEFT = {"Igor Vzorec": Reason.WORK, "Tarik Primer": Reason.MOVED_AWAY, "Denis Poskus": Reason.WORK}
ON_PAPER = "Olena Poskus"
READS = {"Fatima Primer": "ar", "Rana Vzorec": "ar", "Yusuf Primer": "ar", "Samir Poskus": "ar"}


@dataclass
class Pilot:
    """The centre at the end of the pilot."""

    place: Place
    house: House
    trainer: Session
    groups: tuple[str, str]
    programme: str


class Learner:
    """Somebody who sits down: what they do follows from their ability and their dice."""

    def __init__(self, house: House, person: Person, ability: float) -> None:
        self._house = house
        self._session = house.sign_in.pin(person.id, PIN)
        self._ability = ability
        self._dice = random.Random(f"{person.name} {ability:.2f}")
        self._reads = READS.get(person.name, "")

    def sit(self, record: SittingRecord) -> SittingRecord:
        """Agree, do every item, hand in."""
        sittings, session = self._house.sittings, self._session
        sittings.agree(session, record.id, given=True, language=self._reads or "sl")
        record = sittings.begin(session, record.id)
        if self._reads:
            first = next(one for one in record.items if one.kind is ItemKind.TASK)
            sittings.support(session, record.id, first.id, AccommodationKind.L1_TEXT)
        for item in record.items:
            if item.kind in (ItemKind.TASK, ItemKind.JUDGEMENT):
                self._perform(record, item.id, item.level)
            else:
                sittings.answer(session, record.id, item.id, self._code(item.id, item.kind, item.level), 12.0)
        return sittings.hand_in(session, record.id)

    def _perform(self, record: SittingRecord, item: str, level: int) -> None:
        sittings = self._house.sittings
        run = sittings.begin_task(self._session, record.id, item)
        lines = run.play.coach.task.solution
        sure = self._succeeds(level)
        come = len(lines) if sure or self._dice.random() < 0.55 else self._dice.randrange(len(lines))
        seconds = 1.0
        for number, line in enumerate(lines[:come]):
            current = run.play.progress.current
            if not sure and number == come // 2 and current is not None:
                run = sittings.help(self._session, run, current, self._dice.choice((2, 3)), seconds)
            seconds += self._dice.randint(3, 15)
            run = sittings.act(self._session, run, self._action(run.play, line), seconds)
        sittings.finish_task(self._session, run, seconds)

    @staticmethod
    def _action(play: "object", line: str) -> Action:
        coach, world = play.coach, play.world  # type: ignore[attr-defined]
        return coach.planner.resolved(act.read(line), world)

    def _code(self, item_id: str, kind: ItemKind, level: int) -> str:
        if kind is ItemKind.EXIT:
            return self._dice.choice(("yes", "yes", "yes", "partly"))
        if kind in (ItemKind.SELF, ItemKind.THEN):
            own = self._ability - (1.2 if kind is ItemKind.THEN else 0.0)
            if own < -0.9 and self._dice.random() < 0.4:
                return "NT"
            return str(min(2, max(0, round(self._dice.gauss(1 + own / 2, 0.5)))))
        item = self._house.sittings.item(item_id)
        right, wrong = item.right, item.wrong  # type: ignore[union-attr]
        chosen = right if self._succeeds(level) else self._dice.choice(wrong)
        return chosen if isinstance(chosen, str) else chosen.text or chosen.picture

    def _succeeds(self, level: int) -> bool:
        return self._dice.random() < 1 / (1 + 2.7 ** -(self._ability - (level - 2) * 0.8))


def centre() -> NewCentre:
    """Ljudska univerza Jesenice with its first group."""
    return NewCentre(
        centre="Ljudska univerza Jesenice",
        trainer="Maja Kovač",
        passphrase=PASSPHRASE,
        group="Jesenice 1",
        learners=tuple(_new(number) for number in range(12)),
    )


def _new(number: int) -> NewLearner:
    name = NAMES[number]
    return NewLearner(name, picture=PICTURES[number % 12], language=READS.get(name, "sl"), pin=PIN)


def play(place: Place) -> Pilot:
    """Play the whole pilot."""
    place.clock = FixedClock(BEGIN)
    house, _code = place.create(centre())
    trainer = house.sign_in.trainer(PASSPHRASE)
    first = house.people.groups(trainer)[0]
    second = house.people.add_group(trainer, "JES-2", "Jesenice 2")
    for number in range(12, 24):
        house.people.add_learner(trainer, second.id, _new(number))
    programme = house.programmes.add(
        trainer,
        Programme("", "E-storitve korak za korakom", "VZOREC-2026-1", "Vzorčni sklad",
                  "Projekt sofinancira Evropska unija (vzorec).", BEGIN.date(), None, 64),
    )  # fmt: skip
    pilot = Pilot(place, house, trainer, (first.id, second.id), programme.id)
    for group in pilot.groups:
        house.programmes.put_group(trainer, group, programme.id)
    _details(pilot)
    _assess(pilot, Occasion.PRE)
    _meet(pilot)
    _assess(pilot, Occasion.POST)
    return pilot


ORIGINS = ("BA", "BA", "BA", "XK", "XK", "UA", "MK", "")


def _details(pilot: Pilot) -> None:
    for group in pilot.groups:
        for number, person in enumerate(pilot.house.people.learners(pilot.trainer, group)):
            sex = Sex.MAN if number % 3 == 0 else Sex.WOMAN
            told = Details(
                sex=sex, birth_year=1966 + number * 3, eligible=Eligible.YES, origin=ORIGINS[number % 8]
            )
            pilot.house.rosters.set_details(pilot.trainer, person.id, told)


def _ability(name: str, occasion: Occasion) -> float:
    start = -1.7 + NAMES.index(name) * 7 % 11 / 5
    grown = 1.1 + NAMES.index(name) * 5 % 7 / 6
    return start + (grown if occasion is Occasion.POST else 0.0)


def _assess(pilot: Pilot, occasion: Occasion) -> None:
    house, trainer = pilot.house, pilot.trainer
    for group in pilot.groups:
        for person in house.people.learners(trainer, group):
            pilot.place.clock.forward(60)
            if person.name == ON_PAPER and occasion is Occasion.PRE:
                on_paper(house, trainer, house.sittings.plan(trainer, person.id, occasion, Mode.PAPER))
                continue
            record = house.sittings.plan(trainer, person.id, occasion)
            Learner(house, person, _ability(person.name, occasion)).sit(record)


def on_paper(house: House, trainer: Session, record: SittingRecord) -> None:
    """Enter a whole sitting that was taken on paper."""
    dice = random.Random(7)
    for item in record.items:
        if item.kind in (ItemKind.TASK, ItemKind.JUDGEMENT):
            entry = Entry(mark=dice.choice((0, 1, 2)))
        elif item.kind is ItemKind.EXIT:
            entry = Entry(code="yes")
        elif item.kind in (ItemKind.SELF, ItemKind.THEN):
            entry = Entry(code=dice.choice(("NT", "0", "1")))
        else:
            found = house.sittings.item(item.id)
            options = (found.right, *found.wrong)  # type: ignore[union-attr]
            chosen = dice.choice(options)
            entry = Entry(code=chosen if isinstance(chosen, str) else chosen.text or chosen.picture)
        house.sittings.enter(trainer, record.id, item.id, entry)
    _mark_again(house, trainer, house.sittings.one(trainer, record.id))
    house.sittings.close(trainer, record.id)


def _mark_again(house: House, trainer: Session, record: SittingRecord) -> None:
    """A second person marks a fifth of the tasks: the first mark one higher, the others the same."""
    for number, name in enumerate(to_mark_again(record)):
        mark = record.last_answers()[name].marked or 0
        second = Entry(mark=mark + 1 if number == 0 else mark)
        house.sittings.enter(trainer, record.id, name, second, second=True)
    for name in to_agree(house.sittings.one(trainer, record.id)):
        house.sittings.agree_on(trainer, record.id, name, record.last_answers()[name].marked or 0)


def _meet(pilot: Pilot) -> None:
    """Twenty-four meetings of two hours each; three people leave on the way."""
    house, trainer, clock = pilot.house, pilot.trainer, pilot.place.clock
    for number in range(MEETINGS):
        _until(clock, BEGIN + timedelta(days=7 + number * 4, hours=1))
        for group in pilot.groups:
            _leave(pilot, group, number)
            meeting = house.classroom.begin_unplanned(trainer, group)
            for place, person in enumerate(house.people.learners(trainer, group)):
                if (number + place) % (5 + place % 4) == 0:
                    house.attendance.note(trainer, meeting.id, person.id, Presence.EXCUSED)
            house.attendance.note_all(trainer, meeting.id)
            house.classroom.end(trainer, meeting.id, "", ())
    _until(clock, BEGIN + timedelta(days=110))


def _until(clock: FixedClock, moment: datetime) -> None:
    clock.forward((moment - clock.now()).total_seconds())


def _leave(pilot: Pilot, group: str, number: int) -> None:
    house = pilot.house
    for person in house.people.learners(pilot.trainer, group):
        if person.name in LEFT and number == 8 + len(person.name) % 5:
            house.enrolments.leave(pilot.trainer, person.id, group, LEFT[person.name])
