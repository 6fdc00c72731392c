# SPDX-License-Identifier: GPL-3.0-or-later
"""The same surroundings for every test: no screen, no keyring, no real home folder, no window left behind."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Before anything imports Qt, keyring or platformdirs.
_HOME = Path(tempfile.mkdtemp(prefix="korak-tests-"))
_RUNTIME = _HOME / "runtime"
_RUNTIME.mkdir(mode=0o700)
os.environ.update(
    {
        "HOME": str(_HOME),
        "KORAK_DATA": str(_HOME / "data"),
        "LC_ALL": "C.UTF-8",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_LOGGING_RULES": "qt.multimedia.*=false",  # sound libraries a machine lacks are no fault of ours
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CACHE_HOME": str(_HOME / "cache"),
        "XDG_CONFIG_HOME": str(_HOME / "config"),
        "XDG_DATA_HOME": str(_HOME / "share"),
        "XDG_RUNTIME_DIR": str(_RUNTIME),
        "XDG_STATE_HOME": str(_HOME / "state"),
    }
)
os.environ.pop("LANGUAGE", None)


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the folder the project stands in."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: object) -> object:
    """Qt allows one application a process: made first, or a report's test would make a smaller one."""
    return qapp


@pytest.fixture(autouse=True)
def _same_language_again() -> Iterator[None]:
    yield
    i18n = sys.modules.get("korak.i18n")
    if i18n is not None:
        i18n.set_language("sl")


@pytest.fixture(autouse=True)
def _no_window_left_behind() -> Iterator[None]:
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in left]
    for window in left:
        window.close()
        window.deleteLater()
    assert not names, f"windows left behind: {', '.join(names)}"


def pytest_sessionfinish() -> None:
    """Leave no folder behind either."""
    shutil.rmtree(_HOME, ignore_errors=True)
