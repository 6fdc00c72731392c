# SPDX-License-Identifier: GPL-3.0-or-later
"""Small real sounds for tests: tones with silence around them, and what a file of them holds."""

import math
import wave
from array import array
from pathlib import Path

from korak.content.sound import Sound


def tone(seconds: float = 0.6, rate: int = 24_000, *, quiet: float = 0.3, loud: float = 0.4) -> Sound:
    """A tone of 440 Hz between two stretches of silence; `loud` is its highest sample (1 is full scale)."""
    silence = array("h", bytes(2 * int(quiet * rate)))
    waves = (loud * 32_000 * math.sin(2 * math.pi * 440 * at / rate) for at in range(int(seconds * rate)))
    return Sound(rate, silence + array("h", map(round, waves)) + silence)


def nothing(seconds: float = 1.0, rate: int = 24_000) -> Sound:
    """A recording in which nobody speaks: the hiss of a cheap microphone."""
    return Sound(rate, array("h", ((at * 7919) % 61 - 30 for at in range(int(seconds * rate)))))


def write_wav(path: Path, sound: Sound) -> Path:
    """Write a sound as a WAV file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as opened:
        opened.setnchannels(1)
        opened.setsampwidth(2)
        opened.setframerate(sound.rate)
        opened.writeframes(sound.little_endian())
    return path
