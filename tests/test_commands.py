# SPDX-License-Identifier: GPL-3.0-or-later
"""The two commands do what has to be done, once, wherever they stand and are called from."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell's half; Windows has its own")

# Stands in for the environment's Python and writes down what it was asked.
RECORDER = '#!/bin/sh\nfor word in "$@"; do printf "[%s]" "$word"; done >>"$0.log"\necho >>"$0.log"\n'


@pytest.fixture
def clone(tmp_path: Path, project: Path) -> Path:
    """Return a clone with an environment whose Python only records, in a folder with a space in its name."""
    root = tmp_path / "naš korak"
    shutil.copytree(project / "packaging", root / "packaging")
    for folder in ("bin", "lib/python3.11/site-packages"):
        (root / ".venv" / folder).mkdir(parents=True)
    python = root / ".venv" / "bin" / "python"
    python.write_text(RECORDER, "utf-8")
    python.chmod(0o755)
    return root


def _run(root: Path, *arguments: str) -> list[str]:
    """Call `packaging/run` from elsewhere; return what the environment's Python was asked this time."""
    log = root / ".venv" / "bin" / "python.log"
    log.unlink(missing_ok=True)
    subprocess.run([root / "packaging" / "run", *arguments], cwd="/", check=True, capture_output=True)
    return log.read_text("utf-8").splitlines()


def test_the_first_start_installs_by_hash_and_only_wheels(clone: Path) -> None:
    install = next(line for line in _run(clone) if "[install]" in line)
    assert "[--require-hashes]" in install
    assert "[--only-binary][:all:]" in install
    assert "[--requirement]" + f"[{clone}/packaging/requirements.txt]" in install


def test_the_second_start_only_starts_the_program(clone: Path) -> None:
    _run(clone)
    assert _run(clone, "check", "two words") == ["[-P][-m][korak][check][two words]"]


def test_a_changed_lock_is_installed_at_the_next_start(clone: Path) -> None:
    _run(clone)
    with (clone / "packaging" / "requirements.txt").open("a") as lock:
        lock.write("\n")
    assert any("[install]" in line for line in _run(clone))
    assert len(_run(clone)) == 1


def test_a_changed_catalogue_is_compiled_before_the_start(clone: Path) -> None:
    _run(clone)
    catalogue = clone / "locales" / "sl" / "LC_MESSAGES" / "korak.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    assert _run(clone) == [f"[{clone}/packaging/catalogues.py][compile]", "[-P][-m][korak]"]
    catalogue.with_suffix(".mo").touch()
    assert _run(clone) == ["[-P][-m][korak]"]


def test_the_program_is_found_by_a_path_that_survives_moving_the_folder(clone: Path) -> None:
    _run(clone)
    pointer = clone / ".venv" / "lib" / "python3.11" / "site-packages" / "korak.pth"
    assert (pointer.parent / pointer.read_text("utf-8").strip()).resolve() == clone / "desktop"


@pytest.mark.parametrize("script", ["run", "test", "lock", "prepare.sh"])
def test_a_script_is_plain_shell(script: str, project: Path) -> None:
    subprocess.run(["sh", "-n", project / "packaging" / script], check=True)


def test_the_printed_packages_are_found_out_with_a_bare_python(project: Path) -> None:
    script = project / "packaging" / "system_packages.py"
    result = subprocess.run(
        [sys.executable, "-I", "-S", script, "test"], check=True, capture_output=True, text=True
    )
    assert result.stdout.endswith("\n")
