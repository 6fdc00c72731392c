# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures exercises: making one from a word, showing it, judging a thousand answers.

Figures are processor time, so that a busy machine does not change them.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

from PySide6.QtWidgets import QApplication  # noqa: E402

from korak import paths  # noqa: E402
from korak.clock import SystemClock  # noqa: E402
from korak.content.derive import LADDER, derive, derive_pair  # noqa: E402
from korak.content.kinds import Exercise  # noqa: E402
from korak.content.pack import Pack  # noqa: E402
from korak.services.judging import judge  # noqa: E402
from korak.services.packs import load_pack  # noqa: E402
from korak.settings import DeviceSettings  # noqa: E402
from korak.ui.audio import Sounds, Voice  # noqa: E402
from korak.ui.background import Background  # noqa: E402
from korak.ui.exercises import exercise_view  # noqa: E402
from korak.ui.frame import Frame  # noqa: E402
from korak.ui.preferences import Preferences  # noqa: E402


def milliseconds(work: Callable[[], object]) -> float:
    """How long something took."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def show(name: str, taken: list[float], aim: float) -> None:
    """One line of figures."""
    worst = sorted(taken)[max(0, round(len(taken) * 0.99) - 1)]
    mark = "ok" if worst <= aim else "TOO SLOW"
    middle = statistics.median(taken)
    print(f"{name:<44} median {middle:8.2f} ms   p99 {worst:8.2f} ms   aim {aim:6.0f} ms  {mark}")


def every(pack: Pack) -> list[Exercise]:
    """Every exercise there is: made of words, and written."""
    made = [derive(word, kind, pack, "1") for word in pack.words.values() for kind in LADDER]
    pairs = [derive_pair(pair, pack, "1") for pair in pack.pairs]
    return [*(one for one in made if one is not None), *pairs, *pack.exercises.values()]


def wrong(exercise: Exercise) -> object:
    """An answer that is nearly right: two letters changed, or the last part missing."""
    model = exercise.model()
    return model[:-2] + model[-1:] + model[-2:-1] if isinstance(model, str) else model[:-1]


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    pack = load_pack(paths.packs() / "koraki")
    exercises = every(pack)
    answers = [*((one, one.model()) for one in exercises), *((one, wrong(one)) for one in exercises)]
    picked = answers[:: max(1, len(answers) // 1000)][:1000]
    forms = pack.words.forms
    show(
        f"judge {len(picked)} answers of every kind",
        [milliseconds(lambda: [judge(one, answer, forms) for one, answer in picked]) for _ in range(5)],
        500,
    )
    words = list(pack.words.values())
    show(
        "make an exercise from a word",
        [milliseconds(lambda w=w, k=k: derive(w, k, pack, "2")) for w in words[::4] for k in LADDER],
        50,
    )
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(application, Path(folder), DeviceSettings(language="en", sound=False))
        preferences.wear()
        sounds = Sounds(paths.assets() / "sounds", on=False)
        frame = Frame(preferences, Voice(on=False), sounds, Background(), SystemClock())
        taken: list[float] = []

        def ready(one: Exercise) -> None:
            view = exercise_view(one, pack, frame, "1")
            view.resize(1180, 560)
            view.show()
            application.processEvents()
            view.repaint()
            view.close()
            view.deleteLater()

        for one in exercises[:: max(1, len(exercises) // 400)]:
            taken.append(milliseconds(lambda one=one: ready(one)))
            application.processEvents()
        show("next exercise ready: built, laid out, painted", taken, 50)


if __name__ == "__main__":
    main()
