# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the voice: how long the window waits for it, and what a recording costs.

    python tests/benchmarks/bench_voice.py

A stand-in `espeak-ng` and a stand-in `piper` that never answer; a real recording; wall-clock time.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer  # noqa: E402
from tests.piper import fake_piper  # noqa: E402
from tests.sounds import tone  # noqa: E402

from korak import paths  # noqa: E402
from korak.content.clips import clip_key  # noqa: E402
from korak.content.sound import evened, trimmed  # noqa: E402
from korak.services.packs import load_pack  # noqa: E402
from korak.services.voices import Voices  # noqa: E402
from korak.storage.media import Kind, MediaPack  # noqa: E402
from korak.storage.sound_files import encoded, encoder  # noqa: E402
from korak.ui.audio import Voice  # noqa: E402

ESPEAK = """#!/bin/sh
if [ "$1" = "--voices" ]; then
    echo "Pty Language"
    echo " 5  en  --/M English gmw/en"
    exit 0
fi
exec sleep 30
"""


@dataclass(frozen=True)
class Recorded:
    """A clip."""

    path: Path


class OneClip:
    """A shelf with one recording."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def find(self, text: str, language: str) -> Recorded | None:
        """The recording of *vloga*."""
        return Recorded(self._path) if clip_key(text, language) == clip_key("vloga", "sl") else None

    def languages(self) -> frozenset[str]:
        """Slovenian."""
        return frozenset({"sl"})


def turn(seconds: float) -> None:
    """Let the program work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def milliseconds(work: Callable[[], object]) -> float:
    """How long something took."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def show(name: str, taken: list[float], aim: float) -> None:
    """One line of figures."""
    worst, middle = max(taken), statistics.median(taken)
    mark = "ok" if middle <= aim else "TOO SLOW"
    print(f"{name:<52} median {middle:8.2f} ms   worst {worst:8.2f} ms   aim {aim:6.0f} ms  {mark}")


def main() -> None:
    """Print every figure."""
    application = QCoreApplication([])
    folder = Path(tempfile.mkdtemp(prefix="korak-voice-"))
    program = folder / "espeak-ng"
    program.write_text(ESPEAK)
    program.chmod(0o755)
    os.environ["PATH"] = f"{folder}:/usr/bin:/bin"
    made = encoded(tone(2.0, quiet=0))
    clip = folder / f"vloga{made.ending}"
    clip.write_bytes(made.content)
    voice = Voice(models=fake_piper(folder / "voices", "time.sleep(30)"))
    voice.available("sl")
    turn(1.0)
    voice.use_clips(OneClip(clip))
    for name, text, language in (
        ("asking for a recording", "vloga", "sl"),
        ("asking piper (hangs)", "geslo", "sl"),
        ("asking espeak-ng (hangs)", "word", "en"),
    ):
        asked: list[float] = []
        stopped: list[float] = []
        for _time in range(40):

            def say(text: str = text, language: str = language) -> None:
                voice.say(text, language)

            asked.append(milliseconds(say))
            turn(0.02)
            stopped.append(milliseconds(voice.stop))
        show(name, asked, 5)
        show("  and stopping it", stopped, 5)
    voice.close()
    own = MediaPack(folder / "data" / "media")
    pack = load_pack(paths.packs() / "koraki")
    for word in pack.words.values():
        own.keep(Kind.VOICE, "sl", word.lemma, made)
    voices = Voices(folder / "data", paths.packs(), pack)
    show("reading a folder of a recording a word (background)", [milliseconds(voices.warm)], 100)
    lemmas = [word.lemma for word in pack.words.values()]
    show("finding a recording", [milliseconds(lambda: voices.find(text, "sl")) for text in lemmas], 1)  # noqa: B023
    spoken = tone(2.0, 48_000, quiet=0.5)
    show(
        f"keeping 2 s of speech ({encoder()}, background)",
        [milliseconds(lambda: encoded(evened(trimmed(spoken)))) for _time in range(5)],
        1000,
    )
    print(f"2 s of speech: {len(encoded(trimmed(spoken)).content) / 1000:.1f} kB")
    del application


if __name__ == "__main__":
    main()
