# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the trainer's pages take in a large centre: opened and painted, searched while typing, and memory.

Run by hand on a folder that `korak demo` made, and that nobody else has open:

    python -m korak demo --groups 200 --learners 3000 --attempts 666 --meetings 24 --data FOLDER
    python tests/benchmarks/bench_desk.py FOLDER

It needs no display and prints its figures; the folder is only read.
"""

import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "desktop")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

from tests.ui.screen import Screen  # noqa: E402

from korak.clock import FixedClock, SystemClock  # noqa: E402
from korak.ui.app import application  # noqa: E402
from korak.ui.desk import PLACES  # noqa: E402
from korak.ui.pages.calendar import CalendarPage  # noqa: E402
from korak.ui.pages.today import TodayPage  # noqa: E402

PAGE_MS, TYPE_MS, REPORT_MS, MEMORY_MB = 300, 50, 2000, 250


def milliseconds(work: Callable[[], object]) -> float:
    """How long something took; processor time, so that a busy machine does not change it."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def show(name: str, taken: list[float], aim: float) -> None:
    """One line of figures."""
    worst = max(taken)
    mark = "ok" if worst <= aim else "TOO SLOW"
    print(
        f"{name:<46} median {statistics.median(taken):8.1f} ms   worst {worst:8.1f}   aim {aim:5.0f}  {mark}"
    )


def memory() -> int:
    """What the program holds now, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) // 1024


class Desk:
    """The trainer's pages of one running program."""

    def __init__(self, folder: Path) -> None:
        self.app = application()
        self.screen = Screen(folder, clock=FixedClock(SystemClock().now()))
        while self.screen.journey.frame.background.busy():
            self.screen.settle()  # the copy of the day would be measured with the pages
        self.session = self.screen.sign_in_trainer()
        self.screen.page(TodayPage)
        self.house = self.screen.journey.house
        self.groups = self.house.people.groups(self.session)

    def open(self, place: str) -> None:
        """Open a page and paint it."""
        self.screen.journey.desk(place)
        self.app.processEvents()
        self.screen.window.repaint()

    def rest(self) -> None:
        """Let the page before it go, and what works in the background come to its end."""
        while self.screen.journey.frame.background.busy():
            self.screen.settle()
        self.screen.settle()

    def opened(self, place: str) -> float:
        """Open a page and return how long it took; what comes afterwards is not measured."""
        taken = milliseconds(partial(self.open, place))
        self.rest()
        return taken

    def today_of(self, number: int) -> None:
        """Show another group on the first page."""
        self.screen.page(TodayPage)._choose_group(self.groups[number].id)
        self.screen.window.repaint()

    def every_meeting(self) -> None:
        """Show the meetings of all groups."""
        self.screen.page(CalendarPage)._choose_group("")
        self.screen.window.repaint()

    def type(self, text: str) -> None:
        """Type into the search of the calendar."""
        self.screen.page(CalendarPage)._seek.setText(text)
        self.screen.window.repaint()

    def sort(self, column: int) -> None:
        """Sort the calendar."""
        self.screen.page(CalendarPage)._table.rows.sort(column)
        self.screen.window.repaint()


def pages(desk: Desk) -> None:
    """Open every page; the first time its module is imported, which is not measured."""
    for place in PLACES:
        desk.open(place)
        desk.rest()
        show(f"page {place}", [desk.opened(place) for _ in range(5)], PAGE_MS)
    desk.open("today")
    spent = [milliseconds(partial(desk.today_of, number * 13 % len(desk.groups))) for number in range(10)]
    show("today: another group", spent, PAGE_MS)


def lists(desk: Desk) -> None:
    """Search and sort the longest list."""
    desk.open("calendar")
    show("calendar of all groups", [milliseconds(desk.every_meeting) for _ in range(5)], PAGE_MS)
    print(f"  {len(desk.screen.page(CalendarPage)._table.rows.names())} meetings are listed")
    word = "jesenice 1 e-podpis"
    spent = [milliseconds(partial(desk.type, word[:letters])) for letters in range(len(word) + 1)]
    show("a letter typed into the search", spent, TYPE_MS)
    desk.type("")
    for column in (0, 4, 7):
        show(f"sorted by column {column + 1}", [milliseconds(partial(desk.sort, column))], PAGE_MS)


def sums(desk: Desk) -> None:
    """Sum attendance."""
    book, session = desk.house.attendance, desk.session
    spent = [milliseconds(partial(book.of_group, session, group.id)) for group in desk.groups[:5]]
    show("attendance of a group, summed", spent, REPORT_MS)
    programme = desk.house.programmes.all(session)[0]
    spent = [milliseconds(partial(book.of_programme, session, programme.id))]
    show("attendance of a programme, summed", spent, REPORT_MS)


def main(folder: Path) -> None:
    """Measure and print."""
    desk = Desk(folder)
    print(f"{len(desk.groups)} groups, {desk.house.lessons._store.attempt_count()} facts")
    for part in (pages, lists, sums):
        part(desk)
    held, peak = memory(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory {held} MB, aim {MEMORY_MB}  {'ok' if held <= MEMORY_MB else 'TOO MUCH'}")
    print(f"  ({peak} MB for the moment in which the passphrase was checked: that takes memory on purpose)")
    desk.screen.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
