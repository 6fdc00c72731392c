# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the program with a screen, as a story.

1. The settings of this computer are read: one small file.
2. If another Korak has this data folder open, that one is brought forward and this one ends.
3. The window is shown, in the colour of its theme and empty. So far nothing else has been imported.
4. As soon as it has been painted, the theme is put on, and the bar and an empty page fill the window;
   meanwhile a worker reads the tiles of the wall. They are shown and can be pressed already.
5. The worker imports the services and opens the centre, if nobody is needed for that. The wall goes on, or
   the right other page comes: first start, unlock, or what is wrong and what to do about it.
6. While somebody looks at it, the course is read and a backup is made, in the worker.
7. When the window closes, what is unfinished is stored, the centre is closed, the worker ends.
"""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from korak import __version__, paths, settings
from korak.clock import SystemClock
from korak.settings import DeviceSettings
from korak.ui.neighbour import Neighbour
from korak.ui.window import Window


def run(folder: Path) -> int:
    """Start the program on a data folder and stay until its window is closed."""
    # Thousands of objects are made that all stay; looking through them for rubbish is a tenth of the start.
    gc.disable()
    app = application()
    neighbour = Neighbour(folder)
    if not neighbour.is_first():
        return _leave_to(neighbour, app, folder)
    start = Start(app, folder, settings.load(folder))
    neighbour.called.connect(start.window.come_forward)
    QTimer.singleShot(0, neighbour.listen)
    start.window.appear()
    ended = app.exec()
    neighbour.close()
    return ended


def application() -> QApplication:
    """Make the one Qt application, with the program's name."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("korak")
    app.setApplicationDisplayName("Korak")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("korak")
    return app


class Start(QObject):
    """The first second: an empty window now, the program in it right after it was painted."""

    def __init__(self, app: QApplication, folder: Path, found: DeviceSettings) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._found = found
        self.program: object = None
        self.window = Window(ground_of(found.theme))
        self.window.appeared.connect(self._soon)

    def _soon(self) -> None:
        self.window.appeared.disconnect(self._soon)
        # One millisecond: whatever else waits for the window, the screen first of all, goes before.
        QTimer.singleShot(1, self._fill)

    def _fill(self) -> None:
        from korak.ui import crash  # noqa: PLC0415 - the window is on the screen first
        from korak.ui.program import Program  # noqa: PLC0415

        crash.install(self.window)
        self.program = Program(self._app, self.window, self._folder, self._found, SystemClock())


def ground_of(theme: str) -> str:
    """The colour of a theme's paper, found without reading the rest of it."""
    for line in (paths.assets() / "theme" / f"{theme}.toml").read_text("utf-8").splitlines():
        if line.startswith("paper = "):
            return line.split('"')[1]
    return "white"


def _leave_to(neighbour: Neighbour, app: QApplication, folder: Path) -> int:
    from korak.i18n import _  # noqa: PLC0415 - seldom needed
    from korak.ui import crash  # noqa: PLC0415 - seldom needed
    from korak.ui.preferences import Preferences  # noqa: PLC0415 - seldom needed

    Preferences(app, folder, settings.load(folder)).wear()
    sys.stderr.write(_("Korak is open on this computer already.") + "\n")
    if not neighbour.call():
        crash.say(_("Korak is open on this computer already."), _("Look for its window in the task bar."))
    return 0
