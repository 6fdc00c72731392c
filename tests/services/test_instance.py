# SPDX-License-Identifier: GPL-3.0-or-later
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.services.making import refused

from korak.services import instance
from korak.services.faults import FaultKind

DESKTOP = Path(__file__).parents[2] / "desktop"
HOLD = """
import sys, time
from pathlib import Path
from korak.services import instance
claim = instance.claim(Path(sys.argv[1]))
print(claim.address, flush=True)
time.sleep(60)
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(DESKTOP)}
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True, env=environment
    )


def test_a_second_start_learns_who_is_first_and_where_it_listens(tmp_path: Path) -> None:
    first = holder(tmp_path)
    assert first.stdout is not None
    address = first.stdout.readline().strip()
    try:
        with refused(FaultKind.ALREADY_OPEN) as second:
            instance.claim(tmp_path)
        assert second.fault.details == {"address": address, "pid": str(first.pid)}
    finally:
        first.send_signal(signal.SIGKILL)
        first.wait()
        first.stdout.close()
    # The lock died with its process, however rudely that ended.
    instance.claim(tmp_path).release()


def test_each_folder_has_its_own_claim_and_address(tmp_path: Path) -> None:
    one, other = instance.claim(tmp_path / "one"), instance.claim(tmp_path / "other")
    assert one.address != other.address
    assert one.address == instance.address(tmp_path / "one" / ".." / "one")
    one.release()
    other.release()


def test_a_claim_can_be_made_again_after_release(tmp_path: Path) -> None:
    for _ in range(3):
        instance.claim(tmp_path).release()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with refused(FaultKind.READ_ONLY):
        instance.claim(tmp_path / "file")


def test_the_claim_is_cheap_to_import() -> None:
    heavy = "{'sqlalchemy', 'sqlcipher3', 'msgspec'}"
    script = f"import sys, korak.services.instance; print({heavy} & set(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(DESKTOP)},
    )
    assert ended.stdout == "set()\n"
