# SPDX-License-Identifier: GPL-3.0-or-later
"""How long storing takes: an answer with its durable commit, progress, the doors, the wall, a backup.

Run by hand: `.venv/bin/python tests/benchmarks/bench_storage.py [FOLDER] [LEARNERS] [ATTEMPTS]`. The folder
decides which disk is measured.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))

from korak.clock import SystemClock
from korak.content.exercises.choice import Choice
from korak.services import front
from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN
from korak.services.vault import Vault
from korak.storage.ring import NoRing


def measure(name: str, work: Callable[[], object], times: int) -> None:
    """Do something often and print how long it took."""
    show(name, [timed(work) for _ in range(times)])


def timed(work: Callable[[], object]) -> float:
    """Return how long something took, in milliseconds."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def show(name: str, spent: list[float]) -> None:
    """Print times."""
    spent.sort()
    p99 = spent[min(int(len(spent) * 0.99), len(spent) - 1)]
    print(f"{name:<34} median {statistics.median(spent):8.2f} ms   p99 {p99:8.2f}   worst {spent[-1]:8.2f}")


def main(folder: Path, learners: int, attempts: int | None) -> None:
    """Measure on a fresh demo centre."""
    vault = Vault(folder, SystemClock(), ring=NoRing())
    begun = time.perf_counter()
    house = vault.create_demo(max(learners // 15, 1), learners, 1, attempts)
    count = house.lessons._store.attempt_count()
    size = (folder / "korak.db").stat().st_size / 1e6
    print(f"{count} facts, {size:.1f} MB, made in {time.perf_counter() - begun:.1f} s")
    group = house.sign_in.groups()[0]
    learner = house.sign_in.tiles(group.id)[0]
    session = house.sign_in.pin(learner.id, DEMO_PIN)
    trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
    lesson = house.pack.lessons["sporocilo-zdravniku"]
    station = next(station for station in lesson.stations() if isinstance(station.step, Choice))
    assert isinstance(station.step, Choice)
    right = station.step.right
    measure("course()", lambda: house.lessons.course(session), 50)
    measure("open() a lesson", lambda: house.lessons.open(session, lesson.id), 50)
    measure("answer()", lambda: house.lessons.answer(session, lesson.id, station.key, right), 1000)
    measure("go_to()", lambda: house.lessons.go_to(session, lesson.id, station.key), 300)
    task = next(station for station in lesson.stations() if station.mode == "alone")
    run = house.lessons.begin_task(session, lesson.id, task.key)
    spent: list[float] = []
    for _ in range(200):
        action = run.play.coach.next_action(run.play.progress, run.play.world)
        begun = time.perf_counter()
        run = house.lessons.act(session, run, action) if action else house.lessons.restart(session, run)
        spent.append((time.perf_counter() - begun) * 1000)
    show("act() with its log line", spent)
    measure("today() of a group", lambda: house.trainer.today(trainer, group.id), 20)
    measure("suggestions() of a group", lambda: house.trainer.suggestions(trainer, group.id), 5)
    measure("pin()", lambda: house.sign_in.pin(learner.id, DEMO_PIN), 20)
    measure("trainer()", lambda: house.sign_in.trainer(DEMO_PASSPHRASE), 5)
    measure("tiles()", lambda: house.sign_in.tiles(group.id), 50)
    measure("back_up()", house.back_up, 3)
    house.close()
    measure("front.wall()", lambda: front.wall(folder, NoRing()), 30)
    measure("vault.open()", lambda: vault.open().close(), 10)


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as made:
        place = Path(given[0]) if given else Path(made)
        main(place / "data", int(given[1]) if given[1:] else 15, int(given[2]) if given[2:] else None)
