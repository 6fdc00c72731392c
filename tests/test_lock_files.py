# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock files hold exact versions and hashes, and nothing about where they came from."""

import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.txt", "requirements-dev.txt")
REQUIREMENT = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def _lock(project: Path, name: str) -> str:
    return (project / "packaging" / name).read_text("utf-8")


def _versions(text: str) -> dict[str, str]:
    return dict(REQUIREMENT.findall(text))


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_stands_in_a_lock(name: str, project: Path) -> None:
    text = _lock(project, name)
    assert "://" not in text
    assert not re.search(r"index|find-links|trusted-host|--pre\b| @ ", text)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_version_and_hashes(name: str, project: Path) -> None:
    blocks = re.split(r"\n(?=\S)", _lock(project, name).strip())
    without = [
        block.splitlines()[0]
        for block in blocks
        if not re.match(r"\S+==\S+.*\\\n    --hash=sha256:\w{64}", block)
    ]
    assert without == []


def test_testing_uses_the_versions_that_run(project: Path) -> None:
    run, dev = (_versions(_lock(project, name)) for name in LOCKS)
    assert run.items() <= dev.items()


def test_every_dependency_of_the_project_is_locked(project: Path) -> None:
    settings = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    wanted = {re.split(r"[=<>~!]", line)[0] for line in settings["project"]["dependencies"]}
    assert wanted <= _versions(_lock(project, "requirements.txt")).keys()


def test_qt_is_held_at_the_version_that_does_not_abort(project: Path) -> None:
    versions = _versions(_lock(project, "requirements.txt"))
    qt = {versions[name] for name in ("pyside6-essentials", "pyside6-addons", "shiboken6")}
    assert qt == {"6.11.3"}
