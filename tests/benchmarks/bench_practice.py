# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the practice world takes on the screen: a page opened, an action painted, a letter typed.

Run it with ``python tests/benchmarks/bench_practice.py``; it needs no display and prints its figures. They
are processor time, so that a busy machine does not change them.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from korak import paths
from korak.clock import SystemClock
from korak.content.pack import Pack
from korak.practice import actions as act
from korak.practice.coach import Coach
from korak.practice.log import Play
from korak.practice.world import World
from korak.services.packs import load_pack
from korak.settings import DeviceSettings
from korak.ui.audio import Sounds, Voice
from korak.ui.background import Background
from korak.ui.frame import Frame
from korak.ui.practice.view import PracticeView
from korak.ui.preferences import Preferences

TASK = "sporocilo-zdravniku"
LARGE = Path(__file__).resolve().parents[1] / "packs" / "delavnica"
OPEN_MS, ACT_MS, GROWN_MB = 100, 50, 6


class Nowhere:
    """A navigator that leads nowhere."""

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_arguments: None


def main() -> int:
    """Measure, print, and tell by the exit code whether it is quick enough."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        wanted = DeviceSettings(sound=False, reduced_motion=True)
        preferences = Preferences(application, Path(folder), wanted)  # type: ignore[arg-type]
        preferences.wear()
        sounds = Sounds(paths.assets() / "sounds", on=False)
        frame = Frame(preferences, Voice(on=False), sounds, Background(), SystemClock(), Nowhere())  # type: ignore[arg-type]
        return _measure(application, PracticeView(frame))  # type: ignore[arg-type]


def _measure(application: QApplication, view: PracticeView) -> int:
    view.resize(1366, 690)
    view.show()
    pack = load_pack(paths.packs() / "koraki")
    play = Play.start(pack, pack.tasks[TASK], 7)
    coach = play.coach
    opened: list[float] = []
    acted: list[float] = []
    thought: list[float] = []
    view.show_world(play.world)
    application.processEvents()
    for _round in range(12):
        play = replace(play, world=World.start(pack, pack.tasks[TASK], 7))
        play = Play.start(pack, pack.tasks[TASK], 7, coach)
        view.show_world(play.world)
        application.processEvents()
        while (action := coach.next_action(play.progress, play.world)) is not None:
            before = play.world.page()
            began = time.thread_time()
            play = play.do(action)
            view.show_world(play.world)
            _paint(application, view)
            spent = (time.thread_time() - began) * 1000
            after = play.world.page()
            (opened if (before.portal, before.page) != (after.portal, after.page) else acted).append(spent)
            began = time.thread_time()
            coach.says(play.progress, play.world)
            thought.append((time.thread_time() - began) * 1000)
    typed = _type(application, view, pack)
    _every_page(application, view, pack, opened)
    form = _largest_form(application, view, pack, acted)
    _everything(application, view, opened, acted, typed)
    grown = _memory(application, view, pack)
    _print("a page opened and painted", opened, OPEN_MS)
    _print("an action painted", acted, ACT_MS)
    _print(f"an action on {form[0]}", form[1], ACT_MS)
    _print("a letter painted", typed, ACT_MS)
    _print("the coach's next sentence", thought, OPEN_MS)
    print(f"{'memory after 100 more tasks':32} {grown:+.1f} MB   limit {GROWN_MB} MB")
    view.close()
    quick = _p99(opened) <= OPEN_MS and max(map(_p99, (acted, form[1], typed))) <= ACT_MS
    return 0 if quick and grown <= GROWN_MB else 1


def _every_page(application: QApplication, view: PracticeView, pack: Pack, opened: list[float]) -> None:
    """Every page of every portal that ships, opened once."""
    view.set_front("browser")
    for name in pack.pages:
        world = World.at_page(pack, name, 7)
        began = time.thread_time()
        view.show_world(world)
        _paint(application, view)
        opened.append((time.thread_time() - began) * 1000)


def _largest_form(
    application: QApplication, view: PracticeView, pack: Pack, acted: list[float]
) -> tuple[str, list[float]]:
    """Every field of the page with the most fields, filled, chosen and ticked again and again."""
    name = max(pack.pages, key=lambda one: len(pack.pages[one].fields()))
    world = World.at_page(pack, name, 7)
    view.show_world(world)
    application.processEvents()
    times: list[float] = []
    for turn in range(8):
        for block in pack.pages[name].fields():
            target = f"{name}/{block.id}"
            actions = (
                act.Fill(target, f"Vzorec {turn}"),
                act.Choose(target, turn % 2),
                act.Tick(target, on=turn % 2 == 0),
            )
            for action in actions:
                after = world.do(action)
                if after.state is world.state:
                    continue
                world = after
                began = time.thread_time()
                view.show_world(world)
                _paint(application, view)
                times.append((time.thread_time() - began) * 1000)
    acted += times
    return f"{name} ({len(pack.pages[name].fields())} fields)", times


def _memory(application: QApplication, view: PracticeView, pack: Pack) -> float:
    """How many MB the program has grown by, on the screen, from the 30th task to the 130th."""
    names = sorted(pack.tasks)
    coaches = {name: Coach(pack, pack.tasks[name]) for name in names}

    def played(number: int) -> None:
        name = names[number % len(names)]
        play = Play.start(pack, pack.tasks[name], number, coaches[name])
        view.set_front(play.world.state.device)
        for line in pack.tasks[name].solution:
            play = play.do(play.coach.planner.resolved(act.read(line), play.world))
            view.follow_device(play.world.state.device)
            view.show_world(play.world)
        _paint(application, view)

    warm = max(30, len(names))  # every task once: coaches and pictures are made and kept
    for number in range(warm):
        played(number)
    before = _resident()
    for number in range(warm, warm + 100):
        played(number)
    return _resident() - before


def _resident() -> float:
    """The memory this process holds, in MB; 0 where nobody says."""
    gc.collect()
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if statm.exists() else 0.0


def _everything(
    application: QApplication, view: PracticeView, opened: list[float], acted: list[float], typed: list[float]
) -> None:
    """The pack with every block and device: its largest form, its windows, the mail, the files, a call."""
    pack = load_pack(LARGE)
    task = pack.tasks["vse"]
    coach = Play.start(pack, task, 7).coach
    for _round in range(6):
        play = Play.start(pack, task, 7, coach)
        view.set_front("browser")
        view.show_world(play.world)
        application.processEvents()
        for line in task.solution:
            action = coach.planner.resolved(act.read(line), play.world)
            before, device = play.world.page(), play.world.state.device
            began = time.thread_time()
            play = play.do(action)
            if play.world.state.device != device:
                view.follow_device(play.world.state.device)
            view.show_world(play.world)
            _paint(application, view)
            spent = (time.thread_time() - began) * 1000
            after = play.world.page()
            turned = (before.portal, before.page) != (after.portal, after.page)
            (opened if turned or play.world.state.device != device else acted).append(spent)
            if line.startswith("fill delavnica/vloga/ulica"):
                typed += _letters(application, view, "delavnica/vloga/ulica", "Vzorcna ulica 12 a " * 4)


def _letters(application: QApplication, view: PracticeView, target: str, text: str) -> list[float]:
    """Type a text into a field, a letter at a time."""
    field = view.control(target)
    assert field is not None
    field.setFocus()
    times: list[float] = []
    for letter in text:
        began = time.thread_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
        _paint(application, view)
        times.append((time.thread_time() - began) * 1000)
    return times


def _type(application: QApplication, view: PracticeView, pack: object) -> list[float]:
    """Type into the largest form."""
    task = pack.tasks[TASK]  # type: ignore[attr-defined]
    play = Play.start(pack, task, 7)  # type: ignore[arg-type]
    while not isinstance(action := play.coach.next_action(play.progress, play.world), act.Choose):
        assert action is not None
        play = play.do(action)
    view.show_world(play.world)
    application.processEvents()
    text = "Pozdravljeni! Ze tri dni me boli hrbet. Prosim za termin. " * 4
    return _letters(application, view, "zvem/novo-sporocilo/sporocilo", text)


def _paint(application: QApplication, view: PracticeView) -> None:
    """Lay out and paint whatever is due, and let go of what went, as the program's own loop does."""
    application.processEvents()
    view.repaint()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


def _p99(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.99))]


def _print(what: str, times: list[float], limit: int) -> None:
    middle = statistics.median(times)
    print(
        f"{what:32} median {middle:6.1f} ms   p99 {_p99(times):6.1f} ms   limit {limit} ms   n {len(times)}"
    )


if __name__ == "__main__":
    sys.exit(main())
