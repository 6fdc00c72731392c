# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the projector: from the press of a clicker to the next thing painted, over whole lessons.

A trainer talks between two presses; here a press comes 300 ms after the one before, time enough for the next
slide to be made ahead. Figures are processor time, so that a busy machine does not change them.

    python tests/benchmarks/bench_projector.py [LESSON ...]      (without any: every lesson of the course)
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from tests.ui.screen import NOON, Screen, make_demo, rest  # noqa: E402

from korak.clock import FixedClock  # noqa: E402
from korak.ui.pages.projector import ProjectorPage  # noqa: E402
from korak.ui.projector.slides import WorldSlide  # noqa: E402

AIM_MS = 50
OPEN_MS = 300
MEMORY_MB = 250
TALK_MS = 300
_IN_THE_WORLD = 6  # presses; more of them only show the same


def memory() -> int:
    """How much of the memory the program holds, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // (1024 * 1024)


def show(name: str, taken: list[float], aim: float) -> None:
    """One line of figures."""
    worst = sorted(taken)[max(0, round(len(taken) * 0.99) - 1)]
    mark = "ok" if worst <= aim else "TOO SLOW"
    middle = statistics.median(taken)
    figures = f"median {middle:6.1f} ms   p99 {worst:6.1f} ms   aim {aim:4.0f} ms"
    print(f"{name:<36} {len(taken):4} x  {figures}  {mark}")


class Clicker:
    """A trainer with a clicker."""

    def __init__(self, screen: Screen, application: QApplication) -> None:
        self.screen = screen
        self.application = application
        self.slides: list[float] = []
        self.inside: list[float] = []
        self.opened: list[float] = []

    def lesson(self, name: str) -> None:
        """Lead through a lesson from its first slide to its end."""
        begun = time.process_time()
        self.screen.journey.projector(name)
        self.screen.window.repaint()
        self.opened.append((time.process_time() - begun) * 1000)
        page = self.screen.page(ProjectorPage)
        page.set_full(False)
        self.screen.window.resize(1366, 768)
        wall = page.projection
        rest(TALK_MS)
        world = 0
        while wall.place + 1 < len(wall.stations):
            if isinstance(wall.slide, WorldSlide) and (world := world + 1) > _IN_THE_WORLD:
                wall.go_to(wall.place + 1)
                world = 0
                rest(TALK_MS)
                continue
            place, spent = wall.place, self.press()
            (self.slides if wall.place != place else self.inside).append(spent)
            rest(TALK_MS)
        self.screen.journey.desk("today")

    def press(self) -> float:
        """Press, and wait until the window is painted."""
        begun = time.process_time()
        QTest.keyClick(QApplication.focusWidget() or self.screen.window, Qt.Key.Key_PageDown)
        self.application.processEvents()
        self.screen.window.repaint()
        return (time.process_time() - begun) * 1000


def main(lessons: list[str]) -> None:
    """Measure and print."""
    application = QApplication([])
    folder = Path(tempfile.mkdtemp(prefix="korak-bench-")) / "data"
    make_demo(folder, FixedClock(NOON))
    screen = Screen(folder)
    screen.sign_in_trainer()
    clicker = Clicker(screen, application)
    names = lessons or list(screen.journey.house.pack.lessons)
    screen.journey.projector(names[0])  # the first time its module is imported, which is not measured
    screen.page(ProjectorPage)
    for name in names:
        clicker.lesson(name)
    show("a lesson opened", clicker.opened, OPEN_MS)
    show("the next slide painted", clicker.slides, AIM_MS)
    show("the next thing inside painted", clicker.inside, AIM_MS)
    held = memory()
    mark = "ok" if held <= MEMORY_MB else "TOO MUCH"
    print(f"memory after {len(names)} lessons {held} MB, aim {MEMORY_MB}  {mark}")
    screen.close()


if __name__ == "__main__":
    main(sys.argv[1:])
