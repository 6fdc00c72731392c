# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the pure rooms: reading a pack, replaying a run, the coach's next action, judging answers, memory.

Figures are processor time, so that a busy machine does not change them.
"""

import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]

from tests.practice.whole_pack import whole_pack  # noqa: E402

from korak.content.decode import decode_pack  # noqa: E402
from korak.content.exercises.typed import Typed  # noqa: E402
from korak.practice.coach import Coach  # noqa: E402
from korak.practice.log import Play, replay  # noqa: E402
from korak.practice.rehearsal import any_action, wander  # noqa: E402
from korak.practice.world import World  # noqa: E402
from korak.services.packs import read_files  # noqa: E402


def milliseconds(work: Callable[[], object], times: int) -> list[float]:
    """How long each of the repetitions took."""
    taken: list[float] = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append((time.process_time() - begun) * 1000)
    return taken


def show(name: str, taken: list[float], aim: float) -> None:
    """One line of figures."""
    worst = sorted(taken)[max(0, round(len(taken) * 0.99) - 1)]
    mark = "ok" if worst <= aim else "TOO SLOW"
    middle = statistics.median(taken)
    print(f"{name:<44} median {middle:8.2f} ms   p99 {worst:8.2f} ms   aim {aim:6.0f} ms  {mark}")


def everything(name: str) -> None:
    """The same for a world with every block and device."""
    pack = whole_pack()
    task = pack.tasks[name]
    coach = Coach(pack, task)
    chance, play = Random(1), Play.start(pack, task, 1, coach)
    for _ in range(1000):
        play = play.do(any_action(play.world, chance))
    show(f"{name}: replay 1,000 actions", milliseconds(lambda: replay(pack, play.log, coach), 5), 200)
    begun = [World.start(pack, task, seed) for seed in range(20)]
    taken = [milliseconds(lambda at=world: coach.planner.plan(at), 1)[0] for world in begun]
    show(f"{name}: a plan from the start", taken, 300)
    worlds = [wander(World.start(pack, task, seed), Random(seed), 25) for seed in range(60)]
    taken = [milliseconds(lambda at=world: coach.planner.plan(at), 1)[0] for world in worlds]
    show(f"{name}: the coach's next action, from anywhere", taken, 300)
    show(f"{name}: a screen", milliseconds(worlds[0].page, 200), 5)


def memory(coach: Coach) -> None:
    """What 100 tasks played to their end, one after the other, leave behind."""

    def played(seed: int) -> None:
        play = Play.start(coach.pack, coach.task, seed, coach)
        while (action := coach.next_action(play.progress, play.world)) is not None:
            play = play.do(action)

    for seed in range(10):
        played(seed)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for seed in range(100):
        played(seed)
    gc.collect()
    grown = (tracemalloc.get_traced_memory()[0] - before) / 1024
    tracemalloc.stop()
    mark = "ok" if grown < 256 else "GROWS"
    print(f"{'memory after 100 tasks':<44} {grown:8.1f} kB more{' ' * 26}aim    256 kB  {mark}")


def main() -> None:
    """Measure and print."""
    files = read_files(ROOT / "assets" / "packs" / "koraki")
    show("read the pack", milliseconds(lambda: decode_pack(files), 10), 200)
    pack = decode_pack(files)
    task = pack.tasks["sporocilo-zdravniku"]
    coach = Coach(pack, task)

    chance, play = Random(1), Play.start(pack, task, 1, coach)
    for _ in range(1000):
        play = play.do(any_action(play.world, chance))
    show(
        "replay 1,000 actions, with the coach watching",
        milliseconds(lambda: replay(pack, play.log, coach), 5),
        200,
    )

    show("prepare the coach", milliseconds(lambda: Coach(pack, task).planner, 20), 50)
    worlds = [wander(World.start(pack, task, seed), Random(seed), 40) for seed in range(200)]
    taken = [milliseconds(lambda at=world: coach.planner.plan(at), 1)[0] for world in worlds]
    show("the coach's next action, from anywhere", taken, 50)

    show(
        "an action and its screen",
        milliseconds(lambda: worlds[0].do(any_action(worlds[0], chance)).page(), 200),
        5,
    )
    for name in ("vloga", "pismo"):
        everything(name)
    memory(coach)
    exercise = Typed(ask="?", answer="Pozdravljeni! Že tri dni me boli hrbet.")
    words = pack.words.forms

    def judge_thousand() -> None:
        for _ in range(1000):
            exercise.judge("Pozdravlejni! Ze tri dni me bli hrbet.", words)

    show("judge 1,000 typed sentences", milliseconds(judge_thousand, 5), 500)


if __name__ == "__main__":
    main()
