# SPDX-License-Identifier: GPL-3.0-or-later
"""`kill -9` at any moment loses no answer whose feedback was shown.

A real process answers in a loop, through the same services as the program, and prints the id of each fact
once the service has returned: from then on the feedback may be on the screen. It is killed at random moments;
then the folder is opened as after a power cut.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from korak.clock import SystemClock
from korak.services.demo import DEMO_PIN
from korak.services.vault import Vault
from korak.storage import keys, raw
from korak.storage.ring import NoRing

DESKTOP = Path(__file__).parents[2] / "desktop"
ANSWERS = 300

ANSWERING = """
import sys
from pathlib import Path
from korak.clock import SystemClock
from korak.content.exercises.choice import Choice
from korak.services.demo import DEMO_PIN
from korak.services.vault import Vault

house = Vault(Path(sys.argv[1]), SystemClock(), portable=sys.argv[2] == "portable").open()
session = house.sign_in.pin(house.sign_in.tiles(house.sign_in.groups()[0].id)[0].id, DEMO_PIN)
lesson = house.pack.lessons["sporocilo-zdravniku"]
stations = [station for station in lesson.stations() if isinstance(station.step, Choice)]
task = next(station for station in lesson.stations() if station.mode == "alone")
run = house.lessons.begin_task(session, lesson.id, task.key)
print("ready", run.id, flush=True)
number = 0
while True:
    station = stations[number % len(stations)]
    house.lessons.go_to(session, lesson.id, station.key)
    answered = house.lessons.answer(session, lesson.id, station.key, station.step.right)
    action = run.play.world.actions()[0]
    run = house.lessons.act(session, run, action, float(number))
    sys.stdout.write(f"{answered.attempt.id} {run.kept}\\n")
    sys.stdout.flush()
    number += 1
"""


def killed(folder: Path, how: str, seconds: float) -> tuple[str, list[tuple[str, int]]]:
    """Let a process answer for a while, kill it, and return its task run and all it said it had kept."""
    environment = os.environ | {"PYTHONPATH": str(DESKTOP)}
    process = subprocess.Popen(
        [sys.executable, "-c", ANSWERING, str(folder), how],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    run = process.stdout.readline().split()[1]
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    lines = process.stdout.read().split("\n")[:-1]  # what stands behind the last line break was cut off
    process.stdout.close()
    process.wait()
    return run, [(line.split()[0], int(line.split()[1])) for line in lines]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("how", ["installed", "portable"])
def test_no_answer_is_lost_whatever_is_pulled_out_of_the_wall(tmp_path: Path, how: str) -> None:
    vault = Vault(tmp_path, SystemClock(), ring=NoRing(), portable=how == "portable")
    vault.create_demo(1, 2, 3).close()
    chance = random.Random(4)
    shown: list[str] = []
    while len(shown) < ANSWERS or chance.random() < 0.2:
        run, kept = killed(tmp_path, how, chance.uniform(0.02, 0.5))
        shown += [attempt for attempt, _ in kept]
        house = vault.open()
        session = house.sign_in.pin(house.sign_in.tiles(house.sign_in.groups()[0].id)[0].id, DEMO_PIN)
        lesson = "sporocilo-zdravniku"
        there = {attempt.id for attempt in house.lessons.open(session, lesson).attempts}
        lines = house.lessons._store.lines(run)
        house.close()
        assert there >= set(shown)
        if kept:
            assert len(lines) >= kept[-1][1]
    found = keys.read(tmp_path)
    assert found is not None
    connection = raw.connect(tmp_path / "korak.db", raw.DataKey(found.of(keys.OpenSlot)[0].key))
    assert raw.check(connection)
    connection.close()
