# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the practice world takes on the screen: a page opened, an action painted, a letter typed.

Run it with ``python tests/benchmarks/bench_practice.py``; it needs no display and prints its figures.
"""

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

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from korak import paths
from korak.clock import SystemClock
from korak.practice import actions as act
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
OPEN_MS, ACT_MS = 100, 50


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
            began = time.perf_counter()
            play = play.do(action)
            view.show_world(play.world)
            _paint(application, view)
            spent = (time.perf_counter() - began) * 1000
            after = play.world.page()
            (opened if (before.portal, before.page) != (after.portal, after.page) else acted).append(spent)
            began = time.perf_counter()
            coach.says(play.progress, play.world)
            thought.append((time.perf_counter() - began) * 1000)
    typed = _type(application, view, pack)
    _everything(application, view, opened, acted, typed)
    _print("a page opened and painted", opened, OPEN_MS)
    _print("an action painted", acted, ACT_MS)
    _print("a letter painted", typed, ACT_MS)
    _print("the coach's next sentence", thought, OPEN_MS)
    view.close()
    return 0 if _p99(opened) <= OPEN_MS and _p99(acted) <= ACT_MS and _p99(typed) <= ACT_MS else 1


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
            began = time.perf_counter()
            play = play.do(action)
            if play.world.state.device != device:
                view.follow_device(play.world.state.device)
            view.show_world(play.world)
            _paint(application, view)
            spent = (time.perf_counter() - began) * 1000
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
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
        _paint(application, view)
        times.append((time.perf_counter() - began) * 1000)
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
    """Lay out and paint whatever is due."""
    application.processEvents()
    view.repaint()


def _p99(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(len(times) * 0.99))]


def _print(what: str, times: list[float], limit: int) -> None:
    middle = statistics.median(times)
    print(
        f"{what:32} median {middle:6.1f} ms   p99 {_p99(times):6.1f} ms   limit {limit} ms   n {len(times)}"
    )


if __name__ == "__main__":
    sys.exit(main())
