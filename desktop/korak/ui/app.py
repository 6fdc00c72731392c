# SPDX-License-Identifier: GPL-3.0-or-later
"""The start of the program with a screen, as a story.

1. The settings of this computer are read (one small file), the fonts and the theme are put on.
2. If another Korak has this data folder open, that one is brought forward and this one ends.
3. The window is shown: its bar and a calm empty page. Nothing of the database has been imported yet.
4. A worker reads the tiles of the wall, which takes milliseconds; they are shown and can be pressed already.
5. Then it imports the services and opens the centre, if nobody is needed for that. The wall goes on, or the
   right other page comes: first start, unlock, or what is wrong and what to do about it.
6. While somebody looks at it, the course is read and a backup is made, in the worker.
7. When the window closes, what is unfinished is stored, the centre is closed, the worker ends.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from korak import __version__, paths, settings
from korak.clock import Clock, SystemClock
from korak.i18n import _
from korak.ui import crash
from korak.ui.audio import Sounds, Voice
from korak.ui.background import Background
from korak.ui.frame import Frame, TileSource
from korak.ui.head import Head
from korak.ui.neighbour import Neighbour
from korak.ui.preferences import Preferences
from korak.ui.theme import icons
from korak.ui.window import Window


def run(folder: Path) -> int:
    """Start the program on a data folder and stay until its window is closed."""
    app = application()
    preferences = Preferences(app, folder, settings.load(folder))
    preferences.wear()
    neighbour = Neighbour(folder)
    if not neighbour.is_first():
        return _leave_to(neighbour)
    program = Program(folder, preferences, SystemClock())
    crash.install(program.window)
    neighbour.called.connect(program.window.come_forward)
    program.open()
    QTimer.singleShot(0, neighbour.listen)
    ended = app.exec()
    neighbour.close()
    return ended


def application() -> QApplication:
    """Make the one Qt application, with the program's name and icon."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("korak")
    app.setApplicationDisplayName("Korak")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("korak")
    app.setWindowIcon(icons.app_icon())
    return app


class Program:
    """The window and what stands behind it, from the first paint to the last."""

    def __init__(self, folder: Path, preferences: Preferences, clock: Clock) -> None:
        now = preferences.settings
        self._folder = folder
        self._journey: QObject | None = None
        voice = Voice(on=now.sound, slow=now.slow_speech)
        sounds = Sounds(paths.assets() / "sounds", on=now.sound)
        self.frame = Frame(preferences, voice, sounds, Background(), clock)
        self.window = Window(preferences, Head(preferences, voice, sounds))
        self.window.closing.connect(self.frame.background.close)

    @property
    def journey(self) -> QObject | None:
        """What leads from page to page; None while the centre is being opened."""
        return self._journey

    def open(self) -> None:
        """Show the window now, and look at the data folder as soon as it has been painted."""
        self.window.fit_screen()
        self.window.show()
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        self.frame.background.run(self._glance, self._show_front, crash.tell)

    def _glance(self) -> TileSource | None:
        """In the worker: read the tiles, if they can be shown before the centre is open."""
        from korak.ui.threshold import first_look  # noqa: PLC0415 - app.py imports no service

        return first_look(self._folder)

    def _show_front(self, tiles: TileSource | None) -> None:
        if tiles is not None:
            from korak.ui.pages.wall import WallPage  # noqa: PLC0415 - pages are imported when first visited

            self.window.show_page(WallPage(self.frame, tiles))
        QTimer.singleShot(0, self._open_centre)

    def _open_centre(self) -> None:
        self.frame.background.run(self._opened, self._begin, crash.tell)

    def _opened(self) -> Callable[[], QObject]:
        """In the worker: import the services, open the centre, and prepare the way into it."""
        from korak.ui import navigation  # noqa: PLC0415 - brings the services, some 300 ms

        opened = navigation.open_centre(self._folder, self.frame.clock)
        return partial(navigation.begin, opened, navigation.Surroundings(self.window, self.frame))

    def _begin(self, begin: Callable[[], QObject]) -> None:
        self._journey = begin()


def _leave_to(neighbour: Neighbour) -> int:
    sys.stderr.write(_("Korak is open on this computer already.") + "\n")
    if not neighbour.call():
        crash.say(_("Korak is open on this computer already."), _("Look for its window in the task bar."))
    return 0
