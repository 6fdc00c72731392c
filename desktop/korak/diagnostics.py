# SPDX-License-Identifier: GPL-3.0-or-later
"""What is written down when something unexpected happens: where in the code, never about whom.

A report holds the kind of fault and the places in the code. The words of an exception and the values of
variables are left out, because a name, an answer or a message to a doctor could be among them; only faults
whose words speak of the program itself keep them.
"""

import errno
import faulthandler
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from korak import __version__

FILE_NAME = "crash.log"
_LARGEST = 256 * 1024

# Their words name attributes, modules and operations of the code.
_HARMLESS = (
    AttributeError,
    ImportError,
    MemoryError,
    NameError,
    NotImplementedError,
    RecursionError,
    ZeroDivisionError,
)


def install(folder: Path) -> IO[str] | None:
    """From now on, write every unexpected fault into the data folder; return the file, which stays open.

    A folder that cannot be written to changes nothing: there is then just no file.
    """
    file = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _keep_small(file)
        opened = file.open("a", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(opened)  # for crashes below Python: it needs a file that is open already
    recorder = _Recorder(opened, sys.excepthook)
    sys.excepthook = recorder.caught
    threading.excepthook = recorder.caught_in_thread
    return opened


def report(fault: BaseException) -> str:
    """Return what can be shown, copied and sent about a fault."""
    lines = [
        f"Korak {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}",
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
    ]
    for each in _chain(fault):
        lines.append(f"{type(each).__module__}.{type(each).__qualname__}{_words(each)}")
        lines += [f"  {_place(frame)}" for frame in traceback.extract_tb(each.__traceback__)]
    return "\n".join(lines) + "\n"


class _Recorder:
    """Writes faults down, then lets whoever was asked before tell them."""

    def __init__(self, opened: IO[str], before: object) -> None:
        self._opened = opened
        self._before = before

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Write down a fault of the main thread."""
        if not issubclass(kind, KeyboardInterrupt):
            self._write(fault)
        if callable(self._before):
            self._before(kind, fault, trace)

    def caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """Write down a fault of another thread."""
        if arguments.exc_value is not None:
            self._write(arguments.exc_value)
        threading.__excepthook__(arguments)

    def _write(self, fault: BaseException) -> None:
        try:
            self._opened.write(report(fault) + "\n")
            self._opened.flush()
        except (OSError, ValueError):
            return  # a full disk must not hide the fault itself


def _keep_small(file: Path) -> None:
    if file.exists() and file.stat().st_size > _LARGEST:
        file.replace(file.with_name(file.name + ".old"))


def _chain(fault: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    current: BaseException | None = fault
    while current is not None and current not in found:
        found.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return found


def _words(fault: BaseException) -> str:
    if isinstance(fault, OSError):
        # The words of these name files, and the path of a data folder may hold a person's name.
        return f": {errno.errorcode.get(fault.errno or 0, fault.errno)}"
    return f": {fault}" if isinstance(fault, _HARMLESS) else ""


def _place(frame: traceback.FrameSummary) -> str:
    parts = Path(frame.filename).parts
    start = max((place for place, part in enumerate(parts) if part in {"korak", "site-packages"}), default=-2)
    return f"{'/'.join(parts[start:])}:{frame.lineno} in {frame.name}"
