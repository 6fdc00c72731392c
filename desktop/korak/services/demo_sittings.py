# SPDX-License-Identifier: GPL-3.0-or-later
"""The assessment of a demo: invented people sit down before and after the course, through the real service.

What somebody does follows from an ability that grows with the course and from dice of the seed: how far they
come in a task of the practice world, whether they ask, what they answer about themselves.
"""

import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from korak.assessment.sitting import AccommodationKind, ItemKind, Mode, Occasion, SittingItem, SittingRecord
from korak.assessment.taking import TASKS
from korak.centre.people import Person, Role, Session
from korak.clock import FixedClock
from korak.content.assessment import Recognition, Vocabulary
from korak.content.pack import Pack
from korak.practice import actions as act
from korak.services.demo_class import MEETING_EVERY
from korak.services.lessons import TaskRun
from korak.services.sittings import Entry, Sittings, option_code
from korak.storage.store import Store

MOST, MOST_ONCE = 6, 4
"""So many of the first and of the second group sit at the computer: enough for a result that says something,
and quick to make. One more of the first group sits on paper, once."""
_GROWN = 1.5  # how much ability grows with the course, logits


class DemoSittings:
    """Lets the first group of a demo sit twice, the second once."""

    def __init__(
        self, store: Store, read_bank: Callable[[], Pack], trainer: str, plan: tuple[datetime, int, int]
    ) -> None:
        """`plan`: the present moment, how many meetings were held, and the seed."""
        self._store = store
        self._now, self._meetings, seed = plan
        before = self._now - self._meetings * MEETING_EVERY - timedelta(days=2)
        self._clock = FixedClock(before)
        self._trainer = Session(trainer, Role.TRAINER, before)
        self._sittings = Sittings(store, read_bank, self._clock)
        self._dice = random.Random(f"sittings {seed}")  # noqa: S311 - a demo comes out the same again

    def write(self, groups: Sequence[Sequence[Person]]) -> None:
        """Let people sit before the first meeting, and those of the first group again now."""
        first = groups[0] if groups else ()
        with self._store.together():
            self._sit(first[:MOST], Occasion.PRE)
            for person in first[MOST : MOST + 1]:
                self._on_paper(self._sittings.plan(self._trainer, person.id, Occasion.PRE, Mode.PAPER), -0.8)
            for people in groups[1:2]:
                self._sit(people[:MOST_ONCE], Occasion.PRE)
        self._clock.forward((self._now - timedelta(hours=3) - self._clock.now()).total_seconds())
        with self._store.together():
            self._sit(first[:MOST], Occasion.POST)

    def _sit(self, people: Sequence[Person], occasion: Occasion) -> None:
        for place, person in enumerate(people):
            self._clock.forward(60)
            ability = -1.2 + place % 5 * 0.5 + (_GROWN if occasion is Occasion.POST else 0.0)
            self._at_the_computer(person, self._sittings.plan(self._trainer, person.id, occasion), ability)

    def _at_the_computer(self, person: Person, record: SittingRecord, ability: float) -> None:
        session = Session(person.id, Role.LEARNER, self._clock.now())
        sittings = self._sittings
        sittings.agree(session, record.id, given=True, language=person.language)
        sittings.begin(session, record.id)
        sittings.warm(session, record.id)
        if person.language not in ("sl", "bs", "sr"):
            sittings.support(session, record.id, record.items[0].id, AccommodationKind.L1_TEXT)
        for item in record.items:
            if item.kind in TASKS:
                self._perform(session, record, item, ability)
        codes = {one.id: self._code(one, ability) for one in record.items if one.kind not in TASKS}
        sittings.answer_many(session, record.id, codes)
        sittings.hand_in(session, record.id)

    def _perform(self, session: Session, record: SittingRecord, item: SittingItem, ability: float) -> None:
        """Come to the end, with or without help, or give up on the way."""
        sittings = self._sittings
        run = sittings.begin_task(session, record.id, item.id)
        lines = run.play.coach.task.solution
        sure = self._succeeds(item, ability)
        come = len(lines) if sure or self._dice.random() < 0.6 else self._dice.randrange(len(lines))
        seconds = 2.0
        for number, line in enumerate(lines[:come]):
            step = run.play.progress.current
            if not sure and number == come // 2 and step is not None:
                run = sittings.help(session, run, step, self._dice.choice((2, 3)), seconds)
            seconds += self._dice.randint(3, 14)
            run = self._do(session, run, line, seconds)
        sittings.finish_task(session, run, seconds + 2.0)

    def _do(self, session: Session, run: TaskRun, line: str, seconds: float) -> TaskRun:
        action = run.play.coach.planner.resolved(act.read(line), run.play.world)
        return self._sittings.act(session, run, action, seconds)

    def _on_paper(self, record: SittingRecord, ability: float) -> None:
        for item in record.items:
            if item.kind in TASKS:
                entry = Entry(mark=3 if self._succeeds(item, ability) else self._dice.choice((0, 1, 2)))
            else:
                entry = Entry(code=self._code(item, ability))
            self._sittings.enter(self._trainer, record.id, item.id, entry)
        self._sittings.close(self._trainer, record.id)

    def _code(self, item: SittingItem, ability: float) -> str:
        if item.kind is ItemKind.EXIT:
            return self._dice.choice(("yes", "yes", "yes", "partly"))
        if item.kind in (ItemKind.SELF, ItemKind.THEN):
            own = ability - (1.2 if item.kind is ItemKind.THEN else 0.0)
            if own < -0.9 and self._dice.random() < 0.4:
                return "NT"
            return str(min(2, max(0, round(self._dice.gauss(1 + own / 2, 0.5)))))
        asked = self._sittings.item(item.id)
        if isinstance(asked, Recognition):
            right = self._succeeds(item, ability)
            return option_code(asked.right if right else self._dice.choice(asked.wrong))
        if isinstance(asked, Vocabulary):
            return asked.right if self._succeeds(item, ability) else self._dice.choice(asked.wrong)
        raise ValueError(item.id)

    def _succeeds(self, item: SittingItem, ability: float) -> bool:
        return self._dice.random() < 1 / (1 + 2.7 ** -(ability - (item.level - 2) * 0.8))
