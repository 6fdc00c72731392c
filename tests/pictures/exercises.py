# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of exercise, painted to files so that people can look at them.

`python tests/pictures/exercises.py [sl ar en] [light dark contrast] [100 200] [letters ...]` paints what is
named, or all of it, to `tests/pictures/out/exercises/`: the question, and what is said to a wrong answer.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")
sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from tests.content.every_kind import every_kind

from korak import paths
from korak.clock import SystemClock
from korak.content.exercise import ExercisePart
from korak.content.kinds import Exercise, kind_of
from korak.content.pack import Pack
from korak.services.packs import load_pack
from korak.settings import DeviceSettings
from korak.ui.audio import Layer, Sounds, Voice
from korak.ui.background import Background
from korak.ui.exercises import exercise_view
from korak.ui.frame import Frame
from korak.ui.preferences import Preferences
from korak.ui.widgets.focus import FocusRing

OUT = Path(__file__).parent / "out" / "exercises"
LANGUAGES, THEMES, SCALES = ("sl", "ar", "en"), ("light", "dark", "contrast"), ("100", "200")


class AnyVoice(Voice):
    """A voice that speaks every language, silently: so that every loudspeaker is seen."""

    def available(self, language: str) -> bool:
        """Every language."""
        return True

    def can_say(self, text: str, language: str) -> bool:
        """Everything."""
        return True

    def layer(self, text: str, language: str) -> Layer | None:
        """Slovenian by the system, other languages by a machine: so that both loudspeakers are seen."""
        return Layer.SYSTEM if language == "sl" else Layer.ESPEAK

    def say_all(self, parts: Sequence[tuple[str, str]], *, slow: bool = False) -> None:
        """Nothing is heard."""


def wrong(exercise: ExercisePart) -> object:
    """An answer of the right shape that is not right."""
    model = exercise.model()
    if isinstance(model, str):
        return "…"
    return tuple(reversed(model)) if isinstance(model[0], str) else tuple((one[0], "…") for one in model)


def paint(exercise: Exercise, pack: Pack, frame: Frame, name: str) -> None:
    """Two pictures: before, and after a wrong answer."""
    view = exercise_view(exercise, pack, frame, "1")
    page = QWidget()
    page.setProperty("role", "page")
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(page)
    column.setContentsMargins(88, 16, 88, 8)
    column.addWidget(view)
    ring = FocusRing(page)
    page.resize(1366, 590)
    page.show()
    page.activateWindow()
    view.start()
    QTest.qWait(20)
    page.grab().save(str(OUT / f"{name}-1.png"))
    view.show_verdict(exercise.judge(wrong(exercise)))
    QTest.qWait(120)
    page.grab().save(str(OUT / f"{name}-2.png"))
    page.close()
    ring.deleteLater()
    page.deleteLater()


def chosen(known: tuple[str, ...]) -> tuple[str, ...]:
    """What is named on the command line, or all."""
    return tuple(one for one in known if one in sys.argv[1:]) or known


def main() -> None:
    """Paint what is asked for."""
    application = QApplication([])
    pack = load_pack(paths.packs() / "koraki")
    exercises = {kind_of(one): one for one in every_kind(pack)}
    OUT.mkdir(parents=True, exist_ok=True)
    sounds = Sounds(paths.assets() / "sounds", on=False)
    with tempfile.TemporaryDirectory() as folder:
        for language, theme, scale in product(chosen(LANGUAGES), chosen(THEMES), chosen(SCALES)):
            wanted = DeviceSettings(
                language=language, theme=theme, text_scale=int(scale) / 100, sound=False, reduced_motion=True
            )
            preferences = Preferences(application, Path(folder), wanted)
            preferences.wear()
            frame = Frame(preferences, AnyVoice(on=False), sounds, Background(), SystemClock())
            for kind in chosen(tuple(exercises)):
                paint(exercises[kind], pack, frame, f"{kind}-{language}-{theme}-{scale}")


if __name__ == "__main__":
    main()
