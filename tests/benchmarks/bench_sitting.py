# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a sitting takes to react: from the press of an answer until the next item is painted.

Run it with ``python tests/benchmarks/bench_sitting.py``; it needs no display and prints its figures. Every
answer is on the disk before the next item is shown, so writing is part of it. The figures are processor time
of the main thread, so that a busy machine does not change them.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "desktop")]

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from tests.ui.screen import NOON, Screen, make_demo  # noqa: E402

from korak.assessment.sitting import Occasion  # noqa: E402
from korak.assessment.taking import TASKS  # noqa: E402
from korak.clock import FixedClock  # noqa: E402
from korak.practice import actions as act  # noqa: E402
from korak.ui.app import application  # noqa: E402
from korak.ui.pages.sitting import SittingPage  # noqa: E402
from korak.ui.sitting.question import QuestionView  # noqa: E402
from korak.ui.sitting.task import AssessedTask  # noqa: E402
from korak.ui.sitting.tiles import TilesView  # noqa: E402

ANSWER_MS, ACTION_MS, ROUNDS = 50, 50, 4


def main() -> int:
    """Measure, print, and tell by the exit code whether it is quick enough."""
    application()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        make_demo(folder, FixedClock(NOON))
        screen = Screen(folder)
        answers, actions, tasks = _measure(screen)
        screen.close()
    print(f"answer stored, next item painted: {_told(answers)} (at most {ANSWER_MS} ms at p99)")
    print(f"action in a task stored and painted: {_told(actions)} (at most {ACTION_MS} ms at p99)")
    print(f"task opened: {_told(tasks)}")
    return int(_p99(answers) > ANSWER_MS or _p99(actions) > ACTION_MS)


def _measure(screen: Screen) -> tuple[list[float], list[float], list[float]]:
    trainer = screen.sign_in_trainer()
    house = screen.journey.house
    group = house.sign_in.groups()[0].id
    answers: list[float] = []
    actions: list[float] = []
    tasks: list[float] = []
    for person in house.people.learners(trainer, group)[:ROUNDS]:
        house.sittings.plan(trainer, person.id, Occasion.POST)
        screen.sign_in(person.name)
        screen.journey.sitting()
        page = screen.page(SittingPage)
        for step in ("Yes, I take part", "I know this already", "Begin"):
            screen.press(step)
        gc.collect()
        gc.disable()
        _walk(screen, page, answers, actions, tasks)
        gc.enable()
        screen.press("Hand in")
    return answers, actions, tasks


def _walk(
    screen: Screen, page: SittingPage, answers: list[float], actions: list[float], tasks: list[float]
) -> None:
    while page.item is not None:
        view = page.view
        if isinstance(view, AssessedTask):
            _solve(view, actions)
            if not view.practice.ended and view.assessed is not None:
                view.assessed.hand_in()
            began = time.thread_time()
            view.main_pressed()
            _paint()
            spent = (time.thread_time() - began) * 1000
            if page.item is not None and page.item.kind in TASKS:
                tasks.append(spent)
        elif isinstance(view, TilesView | QuestionView):
            button = view.tiles[2] if isinstance(view, TilesView) else view.cards[0]
            item = page.item
            began = time.thread_time()
            button.click()
            while page.item is item:
                QApplication.processEvents()
            _paint()
            answers.append((time.thread_time() - began) * 1000)
        screen.settle()


def _solve(view: AssessedTask, actions: list[float]) -> None:
    station = view.practice
    for line in station.play.coach.task.solution:
        play = station.play
        action = play.coach.planner.resolved(act.read(line), play.world)
        began = time.thread_time()
        station.view.acted.emit(action)
        _paint()
        actions.append((time.thread_time() - began) * 1000)


def _paint() -> None:
    """Let everything be laid out and painted that waits for it."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QApplication.processEvents()


def _p99(spent: list[float]) -> float:
    return statistics.quantiles(spent, n=100)[98]


def _told(spent: list[float]) -> str:
    middle, worst = statistics.median(spent), max(spent)
    return f"{len(spent)} times, median {middle:.1f} ms, p99 {_p99(spent):.1f} ms, worst {worst:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
