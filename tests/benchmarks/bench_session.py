# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures word practice: folding 20,000 facts, making a session, the next exercise, judging 1,000 answers.

Figures are processor time, so that a busy machine does not change them.
"""

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "desktop")]

from tests.benchmarks.bench_world import milliseconds, show  # noqa: E402

from korak.centre.people import Session  # noqa: E402
from korak.clock import FixedClock  # noqa: E402
from korak.content.derive import LADDER, derive  # noqa: E402
from korak.content.exercise import Need  # noqa: E402
from korak.learning.attempt import Attempt  # noqa: E402
from korak.learning.memory import PRACTICE, Practised, station  # noqa: E402
from korak.services.demo import DEMO_PIN  # noqa: E402
from korak.services.house import House  # noqa: E402
from korak.services.judging import judge  # noqa: E402
from korak.services.vault import Vault  # noqa: E402
from korak.services.words import WordPractice  # noqa: E402

FACTS = 20_000
NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
EVERYTHING = frozenset({Need.VOICE, Need.OWN_LANGUAGE})


def history(house: House, session: Session) -> list[Attempt]:
    """Half a year of practice, 150 answers on each working day; the same word up to three times a day."""
    chance, words = Random(1), list(house.pack.words)
    kinds = ["choose_picture", "match", "letters", "gap", "dictation", "typed"]
    results = ["exact"] * 5 + ["typo", "diacritics", "wrong"]
    made: list[Attempt] = []
    day = NOW - timedelta(days=190)
    while len(made) < FACTS:
        day += timedelta(days=1)
        if day.weekday() > 4:
            continue
        today = chance.sample(words, 50)
        for number in range(150):
            practised = Practised(f"run{day:%m%d}", number, today[number % 50], kinds[number // 50 * 2])
            made.append(
                Attempt(
                    id=f"{len(made):032}",
                    device=house.device.id,
                    at=day + timedelta(seconds=15 * number),
                    person=session.person_id,
                    pack=house.pack.id,
                    pack_version="1",
                    lesson=PRACTICE,
                    station=station(practised),
                    kind="typed",
                    result=chance.choice(results),  # type: ignore[arg-type]
                    seconds=12.0,
                )
            )
    return made[:FACTS]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(NOW)
        house = Vault(Path(folder) / "data", clock, portable=False).create_demo(1, 2, 1)
        group = house.sign_in.groups()[0]
        session = house.sign_in.pin(house.sign_in.tiles(group.id)[0].id, DEMO_PIN)
        house.words._store.add_attempts(history(house, session))
        measure(house, session, clock)
        house.close()


def measure(house: House, session: Session, clock: FixedClock) -> None:
    """Measure on an open centre."""
    store, pack = house.words._store, house.pack
    house.words.begin(session, EVERYTHING)

    def anew() -> None:
        WordPractice(store, pack, clock).warm(session)

    def first() -> None:
        WordPractice(store, pack, clock).begin(session, EVERYTHING)

    def begin() -> None:
        house.words.begin(session, EVERYTHING)

    show(f"remember {FACTS} facts anew (in the background)", milliseconds(anew, 30), 100)
    show(f"make the first session after {FACTS} facts, nothing remembered", milliseconds(first, 30), 100)
    show(f"make the next session after {FACTS} facts", milliseconds(begin, 30), 100)
    run = house.words.begin(session, EVERYTHING)
    taken: list[float] = []
    while not run.over and len(taken) < 200:
        assert run.exercise is not None
        answered = house.words.answer(session, run, run.exercise.model(), seconds=3.0).run
        clock.forward(3)

        def onward() -> None:
            house.words.onward(session, answered)  # noqa: B023 - called at once

        taken += milliseconds(onward, 1)
        run = house.words.onward(session, answered)
    show(f"the next exercise ({len(taken)} of them)", taken, 50)
    exercises = [
        derive(pack.words[word], kind, pack, "1") for word in list(pack.words)[:80] for kind in LADDER
    ]
    ready = [one for one in exercises if one is not None]
    forms = pack.words.forms

    def thousand() -> None:
        for number in range(1000):
            one = ready[number % len(ready)]
            judge(one, one.model() if number % 2 else "nekaj drgega", forms)

    show("judge 1,000 answers", milliseconds(thousand, 5), 500)


if __name__ == "__main__":
    main()
