# SPDX-License-Identifier: GPL-3.0-or-later
"""A full disk and a read-only one, for real: a small memory disk of its own for each test.

The disk lives in a mount namespace that only the test's process sees; where the system does not give one (a
locked-down container, Windows, macOS) the tests are skipped, and a limit on the size of files stands in.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DESKTOP = Path(__file__).parents[2] / "desktop"

BEGIN = """
import sys
from pathlib import Path
from korak.clock import SystemClock
from korak.content.exercises.choice import Choice
from korak.services.demo import DEMO_PIN
from korak.services.faults import FaultKind, ServiceFault
from korak.services.vault import Vault
from korak.storage.ring import NoRing

folder = Path(sys.argv[1])

def vault():
    return Vault(folder, SystemClock(), ring=NoRing(), portable=PORTABLE)

def learner(house):
    return house.sign_in.pin(house.sign_in.tiles(house.sign_in.groups()[0].id)[0].id, DEMO_PIN)

def answer_until_it_stops(house, session, most=5000):
    lesson = house.pack.lessons["sporocilo-zdravniku"]
    station = next(station for station in lesson.stations() if isinstance(station.step, Choice))
    kept = []
    try:
        while len(kept) < most:
            answered = house.lessons.answer(session, lesson.id, station.key, station.step.right)
            kept.append(answered.attempt.id)
    except ServiceFault as fault:
        return kept, fault.code
    return kept, None

def there(house, session):
    lesson = "sporocilo-zdravniku"
    return {attempt.id for attempt in house.lessons._store.attempts(session.person_id, lesson)}
"""

FULL = """
(folder / "ballast").write_bytes(bytes(300_000))
house = vault().create_demo(1, 1, 1)
session = learner(house)
before = there(house, session)
kept, code = answer_until_it_stops(house, session)
assert code is FaultKind.DISK_FULL, code
assert kept
assert there(house, session) == before | set(kept)
try:
    house.back_up()
except ServiceFault as fault:
    assert fault.code is FaultKind.DISK_FULL, fault.code
(folder / "ballast").unlink()
more, code = answer_until_it_stops(house, session, 20)
assert code is None, code
house.close()
house = vault().open()
assert there(house, learner(house)) >= {*kept, *more}
house.close()
print("kept", len(kept), len(more))
"""

NO_ROOM_AT_ALL = """
(folder / "ballast").write_bytes(bytes(1_000_000))
try:
    vault().create_demo(1, 5, 1)
except ServiceFault as fault:
    print(fault.code.value, vault().state().value)
"""

READ_ONLY = """
import subprocess
house = vault().create_demo(1, 1, 1)
house.close()
subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
try:
    vault().open()
except ServiceFault as fault:
    print(fault.code.value, vault().state().value)
"""

LIMITED = """
import resource
house = vault().create_demo(1, 1, 1)
session = learner(house)
size = (folder / "korak.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40_000, size + 40_000))
kept, code = answer_until_it_stops(house, session)
assert code in {FaultKind.DISK_FULL, FaultKind.DISK}, code
house.close()
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40_000, size + 40_000))
print("kept", len(kept))
"""


def run(folder: Path, script: str, *, portable: bool, size: str | None) -> str:
    command = [sys.executable, "-c", BEGIN.replace("PORTABLE", str(portable)) + script, str(folder)]
    if size is not None:
        mount = f'mount -t tmpfs -o size={size} tmpfs "$0" && exec "$@"'
        command = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, str(folder), *command]
    environment = os.environ | {"PYTHONPATH": str(DESKTOP)}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def own_disks() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = ["unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /tmp"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


needs_a_disk = pytest.mark.skipif(not own_disks(), reason="this system gives no memory disk to a test")


@needs_a_disk
@pytest.mark.parametrize("portable", [False, True])
def test_a_full_disk_is_told_and_nothing_that_was_kept_is_lost(tmp_path: Path, portable: bool) -> None:
    told = run(tmp_path, FULL, portable=portable, size="1600k").split()
    assert told[0] == "kept"
    assert int(told[2]) == 20


@needs_a_disk
def test_a_disk_without_any_room_is_told_when_a_centre_is_made(tmp_path: Path) -> None:
    assert run(tmp_path, NO_ROOM_AT_ALL, portable=False, size="1010k") == "disk_full empty\n"


@needs_a_disk
@pytest.mark.parametrize("portable", [False, True])
def test_a_read_only_disk_is_told(tmp_path: Path, portable: bool) -> None:
    assert run(tmp_path, READ_ONLY, portable=portable, size="2m") == "read_only read_only\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_file_that_may_not_grow_is_told_and_not_a_traceback(tmp_path: Path) -> None:
    assert run(tmp_path, LIMITED, portable=False, size=None).startswith("kept ")
