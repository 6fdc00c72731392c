# SPDX-License-Identifier: GPL-3.0-or-later
"""This computer's settings while the program runs: a change is seen at once and found again tomorrow."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from korak import i18n, settings
from korak.settings import DeviceSettings
from korak.ui.theme import theme
from korak.ui.theme.theme import Theme

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Preferences:
    """Language, theme, text size, motion and sound of this computer, worn by the application it is given.

    The second language belongs to whoever sits here now; it is set on signing in and never written to disk.
    """

    def __init__(self, app: QApplication, folder: Path, found: DeviceSettings) -> None:
        self._app = app
        self._folder = folder
        self._settings = found
        self._second: str | None = found.second_language
        self._theme = self._wanted_theme()
        self._reads_aloud = False
        self._keeps_reading: Callable[[bool], None] | None = None

    # properties

    @property
    def reads_aloud(self) -> bool:
        """Whether the coach's sentences are read aloud by themselves to whoever sits here now."""
        return self._reads_aloud

    @property
    def can_read_aloud(self) -> bool:
        """Whether somebody is here whose wish it could be."""
        return self._keeps_reading is not None

    @property
    def settings(self) -> DeviceSettings:
        """The settings as they are now."""
        return self._settings

    @property
    def theme(self) -> Theme:
        """The theme as it is worn now."""
        return self._theme

    @property
    def second_language(self) -> str | None:
        """The language shown small below the Slovenian of a lesson, if anybody asked for one."""
        return self._second

    # methods

    def wear(self) -> None:
        """Dress the application in these settings: fonts, theme, text size, language, direction."""
        self._dress()
        self._speak()

    def choose_language(self, code: str) -> None:
        """Show the program in another language, from this moment on."""
        self._keep(language=code)
        self._speak()

    def choose_second(self, code: str | None) -> None:
        """Show another language (or none) below the Slovenian of lessons, until somebody else sits here."""
        self._second = code
        self._tell_windows()

    def choose_theme(self, name: str) -> None:
        """Change between light, dark and high contrast."""
        self._keep(theme=name)
        self._dress()

    def choose_scale(self, scale: float) -> None:
        """Set the text size, from 1.0 to 2.0."""
        self._settings = self._settings.with_scale(scale)
        self._keep()
        self._dress()

    def grow(self, steps: int) -> None:
        """Go up or down the ladder of text sizes."""
        nearest = min(range(len(SCALES)), key=self._distance)
        self.choose_scale(SCALES[min(max(nearest + steps, 0), len(SCALES) - 1)])

    def choose_motion(self, reduced: bool) -> None:
        """Turn movement on the screen off or on."""
        self._keep(reduced_motion=reduced)
        self._dress()

    def choose_sound(self, sound: bool) -> None:
        """Turn the short sounds on or off."""
        self._keep(sound=sound)

    def choose_slow_speech(self, slow: bool) -> None:
        """Let the voice speak slowly or as usual."""
        self._keep(slow_speech=slow)

    def sit(self, reads_aloud: bool, keeps: Callable[[bool], None] | None) -> None:
        """Somebody sits here now with this wish; `keeps` keeps another one. Nobody: no wish, no keeper."""
        self._reads_aloud = reads_aloud
        self._keeps_reading = keeps

    def choose_reading(self, aloud: bool) -> None:
        """Read the coach's sentences aloud by themselves, or not, to whoever sits here now."""
        self._reads_aloud = aloud
        if self._keeps_reading is not None:
            self._keeps_reading(aloud)

    # internal

    def _keep(self, **changed: object) -> None:
        self._settings = dataclasses.replace(self._settings, **changed)  # pyright: ignore[reportArgumentType]
        settings.save(self._folder, self._settings)

    def _distance(self, step: int) -> float:
        return abs(SCALES[step] - self._settings.text_scale)

    def _wanted_theme(self) -> Theme:
        moving = not self._settings.reduced_motion
        return theme.load(self._settings.theme, self._settings.text_scale, motion=moving)

    def _dress(self) -> None:
        self._theme = theme.apply(self._app, self._wanted_theme())

    def _speak(self) -> None:
        i18n.set_language(self._settings.language)
        right_to_left = i18n.is_rtl()
        direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(direction)
        self._tell_windows()

    def _tell_windows(self) -> None:
        # Qt tells windows of a new language only when one of its own translators is installed.
        for window in self._app.topLevelWidgets():
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
