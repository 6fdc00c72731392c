# SPDX-License-Identifier: GPL-3.0-or-later
"""What a start must not wait for."""

import subprocess
import sys
from pathlib import Path

import pytest

DESKTOP = Path(__file__).resolve().parent.parent / "desktop"
SLOW = (
    "alembic",
    "babel",
    "keyring",
    "korak.storage",
    "nacl",
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
    "reportlab",
    "scipy",
    "sqlalchemy",
    "sqlcipher3",
    "stdnum",
)


def _loaded_by(statement: str) -> set[str]:
    code = f"import sys; sys.path.insert(0, {str(DESKTOP)!r}); {statement}; print(*sys.modules, sep='\\n')"
    result = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.splitlines())


@pytest.fixture(scope="module")
def loaded_by_the_window() -> set[str]:
    """Return every module that `import korak.ui.app` brings in, in a process of its own."""
    return _loaded_by("import korak.ui.app")


@pytest.mark.parametrize("slow", SLOW)
def test_the_window_does_not_wait_for(slow: str, loaded_by_the_window: set[str]) -> None:
    assert slow not in loaded_by_the_window


def test_the_command_line_starts_without_qt() -> None:
    assert "PySide6.QtWidgets" not in _loaded_by("import korak.__main__, korak.cli")
