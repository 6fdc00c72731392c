# SPDX-License-Identifier: GPL-3.0-or-later
"""What fills the window once it is on the screen: theme, bar, worker, and the way into the centre."""

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from korak import paths
from korak.clock import Clock
from korak.settings import DeviceSettings
from korak.ui import crash
from korak.ui.audio import Sounds, Voice
from korak.ui.background import Background
from korak.ui.frame import Frame, TileSource
from korak.ui.head import Head
from korak.ui.preferences import Preferences
from korak.ui.stage import Stage
from korak.ui.theme import icons
from korak.ui.window import Window


class Program:
    """Fills the window, then opens the centre."""

    def __init__(
        self, app: QApplication, window: Window, folder: Path, found: DeviceSettings, clock: Clock
    ) -> None:
        self._folder = folder
        self._journey: QObject | None = None
        self.window = window
        background = Background()
        background.run(self._glance, self._show_front, crash.tell)
        self.preferences = Preferences(app, folder, found)
        self.preferences.wear()
        voice = Voice(on=found.sound, slow=found.slow_speech, models=paths.voices(folder))
        sounds = Sounds(paths.assets() / "sounds", on=found.sound)
        self.frame = Frame(self.preferences, voice, sounds, background, clock)
        self.stage = Stage(window, self.preferences, Head(self.preferences, voice, sounds))
        voice.trouble.connect(self.stage.tell)
        sounds.trouble.connect(voice.no_device)
        window.closing.connect(background.close)

    @property
    def journey(self) -> QObject | None:
        """What leads from page to page; None while the centre is being opened."""
        return self._journey

    def _glance(self) -> TileSource | None:
        """In the worker: read the tiles, if they can be shown before the centre is open."""
        from korak.ui.threshold import first_look  # noqa: PLC0415 - not before the window stands

        return first_look(self._folder)

    def _show_front(self, tiles: TileSource | None) -> None:
        # Filled only now, the window is laid out and painted once and not twice.
        self.window.appeared.connect(self._open_soon)
        self.window.fill(self.stage)
        if tiles is not None:
            from korak.ui.pages.wall import WallPage  # noqa: PLC0415 - pages are imported when first visited

            self.stage.show_page(WallPage(self.frame, tiles))
        else:
            self.stage.wait()

    def _open_soon(self) -> None:
        self.window.appeared.disconnect(self._open_soon)
        # One millisecond: the paint that is under way comes to its end first.
        QTimer.singleShot(1, self._open_centre)

    def _open_centre(self) -> None:
        self.window.setWindowIcon(icons.app_icon())
        self.frame.background.run(self._opened, self._begin, crash.tell)

    def _opened(self) -> Callable[[], QObject]:
        """In the worker: import the services, open the centre, and prepare the way into it."""
        from korak.ui import navigation  # noqa: PLC0415 - brings the services, some 300 ms

        opened = navigation.open_centre(self._folder, self.frame.clock)
        return partial(navigation.begin, opened, navigation.Surroundings(self.window, self.stage, self.frame))

    def _begin(self, begin: Callable[[], QObject]) -> None:
        self._journey = begin()
        # What is there now stays (see app.py); from here on rubbish is collected, among what comes.
        gc.freeze()
        gc.enable()
