# SPDX-License-Identifier: GPL-3.0-or-later
import faulthandler
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from korak import diagnostics

DESKTOP = Path(__file__).parents[2] / "desktop"


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before
    faulthandler.enable(sys.__stderr__)


def fault_about_somebody() -> BaseException:
    try:
        try:
            raise FileNotFoundError(2, "No such file", "/home/amra/korak.db")
        except OSError as error:
            raise KeyError("Amra Vzorec") from error
    except KeyError as error:
        return error


def test_a_report_says_where_and_never_about_whom() -> None:
    report = diagnostics.report(fault_about_somebody())
    assert "builtins.KeyError\n" in report
    assert "builtins.FileNotFoundError: ENOENT\n" in report
    assert "in fault_about_somebody" in report
    for private in ("Amra", "amra", "/home", str(Path.home())):
        assert private not in report


def test_words_about_the_code_are_kept() -> None:
    with pytest.raises(AttributeError) as caught:
        _ = None.nothing  # type: ignore[attr-defined]
    assert "'NoneType' object has no attribute 'nothing'" in diagnostics.report(caught.value)


def test_faults_are_written_into_the_data_folder(tmp_path: Path, hooks: None) -> None:
    told: list[BaseException] = []
    sys.excepthook = lambda _kind, fault, _trace: told.append(fault)
    opened = diagnostics.install(tmp_path)
    assert opened is not None
    fault = fault_about_somebody()
    sys.excepthook(type(fault), fault, fault.__traceback__)
    opened.close()
    assert told == [fault]
    assert "KeyError" in (tmp_path / diagnostics.FILE_NAME).read_text()


def test_the_file_does_not_grow_for_ever(tmp_path: Path, hooks: None) -> None:
    (tmp_path / diagnostics.FILE_NAME).write_text("x" * 300_000)
    opened = diagnostics.install(tmp_path)
    assert opened is not None
    opened.close()
    assert (tmp_path / diagnostics.FILE_NAME).stat().st_size == 0
    assert (tmp_path / (diagnostics.FILE_NAME + ".old")).stat().st_size == 300_000


def test_a_folder_that_cannot_be_written_to_changes_nothing(tmp_path: Path, hooks: None) -> None:
    before = sys.excepthook
    (tmp_path / "file").write_text("")
    assert diagnostics.install(tmp_path / "file" / "data") is None
    assert sys.excepthook is before


def test_a_crash_below_python_leaves_its_trace(tmp_path: Path) -> None:
    script = (
        "import faulthandler, sys\nfrom pathlib import Path\nfrom korak import diagnostics\n"
        "kept = diagnostics.install(Path(sys.argv[1]))\nfaulthandler._sigsegv()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(DESKTOP)},
    )
    assert ended.returncode != 0
    assert "Segmentation fault" in (tmp_path / diagnostics.FILE_NAME).read_text()
