# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the start takes against a bare PySide6 window, what memory an open lesson needs, whether it rests.

Each round starts a bare window, then Korak on a demo centre, in processes of their own with warm files. Times
run from just before the process is made to the first paint of the window, and to the first paint of the tiles
with the window able to answer. Limits: window ≤ 1.6 ×, tiles ≤ 2.5 ×, PSS with a lesson open ≤ 130 MB, one
process, no processor time while nothing moves.

    .venv/bin/python tests/benchmarks/bench_start.py [ROUNDS]
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMITS = {"window": 1.6, "tiles": 2.5}
LARGEST_PSS = 130

BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        print("window", time.monotonic() - float(os.environ["STARTED"]), flush=True)
        app.quit()
app = QApplication(sys.argv)
window = Bare()
window.resize(1366, 768)
window.show()
app.exec()
"""

KORAK = """
import os, sys, time, traceback
started = float(os.environ["STARTED"])
from korak.ui.window import Window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
seen = {}
def answering(name):
    seen[name] = time.monotonic() - started
    print(name, seen[name], flush=True)
    if name == "tiles":
        if os.environ.get("STAY"):
            QTimer.singleShot(1500, lambda: or_end(open_lesson))
        else:
            QTimer.singleShot(0, close)
def watch(cls, name):
    plain = cls.paintEvent
    def painted(self, event):
        plain(self, event)
        if name not in seen:
            seen[name] = 0.0
            QTimer.singleShot(0, lambda: answering(name))  # once the event loop turns again
    cls.paintEvent = painted
watch(Window, "window")
def close():
    for widget in QApplication.topLevelWidgets():
        widget.close()
def or_end(work):
    try:
        work()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
def open_lesson():
    from korak.services.demo import DEMO_PIN
    start = next(found for found in QApplication.instance().children() if hasattr(found, "program"))
    journey = start.program.journey
    if journey is None:  # a busy machine: the centre is not open yet
        QTimer.singleShot(500, lambda: or_end(open_lesson))
        return
    house = journey.house
    group = house.sign_in.groups()[0]
    person = house.sign_in.tiles(group.id)[0]
    journey.signed_in(house.sign_in.pin(person.id, DEMO_PIN))
    journey.lesson("sporocilo-zdravniku")
    QTimer.singleShot(2500, lambda: or_end(measure))
def measure():
    with open("/proc/self/smaps_rollup") as rollup:
        pss = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
    print("pss", pss / 1024, flush=True)
    print("children", len(open(f"/proc/self/task/{os.getpid()}/children").read().split()), flush=True)
    seen["cpu"] = time.process_time()
    QTimer.singleShot(4000, rested)
def rested():
    print("idle", (time.process_time() - seen["cpu"]) / 4 * 100, flush=True)
    close()
import builtins
plain_import = builtins.__import__
def noticing(name, *rest, **more):
    module = plain_import(name, *rest, **more)
    if name == "korak.ui.pages.wall" and "watched" not in seen:
        seen["watched"] = True
        from korak.ui.widgets.tile import Tile
        watch(Tile, "tiles")
    return module
builtins.__import__ = noticing
sys.argv = ["korak", "--data", os.environ["DATA"]]
from korak.__main__ import main
sys.exit(main())
"""


def run(program: str, **more: str) -> dict[str, float]:
    """Run one program and return what it printed, as numbers by name."""
    environment = {**os.environ, **more, "PYTHONPATH": str(ROOT / "desktop")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # "warm files" means compiled ones
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment["STARTED"] = repr(time.monotonic())
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def main() -> int:
    """Measure, print a table, and answer 1 where a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        data = str(Path(folder) / "demo")
        make = [sys.executable, "-m", "korak", "demo", "--data", data, "--groups", "2", "--learners", "12"]
        subprocess.run(
            make,
            env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        run(BARE)
        run(KORAK, DATA=data)
        ratios: dict[str, list[float]] = {"window": [], "tiles": []}
        times: dict[str, list[float]] = {"bare": [], "window": [], "tiles": []}
        for _round in range(rounds):
            bare, korak = run(BARE)["window"], run(KORAK, DATA=data)
            times["bare"].append(bare)
            for name, found in ratios.items():
                times[name].append(korak[name])
                found.append(korak[name] / bare)
        lesson = run(KORAK, DATA=data, STAY="1")
    figures = {name: statistics.median(found) for name, found in ratios.items()}
    for name, found in times.items():
        low, middle, high = (figure * 1000 for figure in (min(found), statistics.median(found), max(found)))
        print(f"{name:8} {middle:6.0f} ms median ({low:.0f}–{high:.0f})")
    for name, figure in figures.items():
        print(f"{name:8} {figure:6.2f} × a bare window (limit {LIMITS[name]})")
    print(f"lesson   {lesson['pss']:6.0f} MB PSS (limit {LARGEST_PSS})")
    print(f"         {lesson['children']:6.0f} child processes")
    print(f"         {lesson['idle']:6.2f} % of a processor at rest")
    print(json.dumps({f"{name}_ratio": round(figure, 3) for name, figure in figures.items()} | lesson))
    kept = all(figure <= LIMITS[name] for name, figure in figures.items()) and lesson["pss"] <= LARGEST_PSS
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
