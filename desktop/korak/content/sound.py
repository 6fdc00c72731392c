# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound as numbers: how loud a recording is, where speech begins and ends, and another sampling rate."""

import math
import sys
from array import array
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from operator import mul
from typing import Any

FULL = 32_767
"""The largest sample of 16 bits."""

SILENT = 0.012
"""A window this loud at most (root mean square, 1 is full scale; -38 dB) is taken for silence."""

SHORTEST, LONGEST = 0.15, 30.0
"""Seconds of speech a recording has at least, and a recording lasts at most."""

_WINDOW = 0.02
_EDGE = 0.12
_LOUDEST_WANTED = 0.7
_MOST_GAIN = 8.0
_TAPS = 16


class Samples(Enum):
    """How a sound device writes a sample down; the value is the code `array` has for it."""

    BYTES = "B"
    SHORTS = "h"
    INTEGERS = "i"
    FLOATS = "f"


_SCALES = {Samples.BYTES: 256.0, Samples.SHORTS: 1.0, Samples.INTEGERS: 1 / 65_536, Samples.FLOATS: FULL}


@dataclass(frozen=True, slots=True)
class Sound:
    """One channel of 16-bit samples in this machine's order of bytes; `rate` is in samples a second."""

    rate: int
    samples: "array[int]"

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate if self.rate else 0.0

    def little_endian(self) -> bytes:
        """Return the samples as WAV files have them."""
        if sys.byteorder == "little":
            return self.samples.tobytes()
        turned = array("h", self.samples)
        turned.byteswap()
        return turned.tobytes()


def from_device(data: bytes, rate: int, channels: int = 1, kind: Samples = Samples.SHORTS) -> Sound:
    """Return what a device recorded as one channel of 16 bits; a broken last frame is left out."""
    values: array[Any] = array(kind.value)
    frame = values.itemsize * max(channels, 1)
    values.frombytes(data[: len(data) // frame * frame])
    if kind is Samples.SHORTS and channels == 1:
        return Sound(rate, array("h", values))
    scale = _SCALES[kind]
    middle = 128 if kind is Samples.BYTES else 0
    parts = [values[channel::channels] for channel in range(channels)]
    mixed = (sum(frame_values) / channels for frame_values in zip(*parts, strict=True))
    return Sound(rate, array("h", (_clipped((value - middle) * scale) for value in mixed)))


def level(samples: "array[int]") -> float:
    """Return how loud samples are, from 0 to 1: the root mean square of the loudest window."""
    if not samples:
        return 0.0
    return math.sqrt(sum(map(mul, samples, samples)) / len(samples)) / FULL


def is_silent(sound: Sound) -> bool:
    """Tell whether nobody speaks in it for `SHORTEST` seconds."""
    return sum(loud > SILENT for loud in _windows(sound)) * _WINDOW < SHORTEST


def trimmed(sound: Sound) -> Sound:
    """Return the sound from just before its first loud moment to just after its last."""
    loud = [place for place, one in enumerate(_windows(sound)) if one > SILENT]
    if not loud:
        return sound
    window, edge = _window(sound), int(_EDGE * sound.rate)
    first = max(loud[0] * window - edge, 0)
    last = min((loud[-1] + 1) * window + edge, len(sound.samples))
    return Sound(sound.rate, sound.samples[first:last])


def evened(sound: Sound) -> Sound:
    """Return the sound as loud as the others: its highest sample at 70 % of what is possible."""
    highest = max((abs(sample) for sample in sound.samples), default=0)
    if not highest:
        return sound
    gain = min(_LOUDEST_WANTED * FULL / highest, _MOST_GAIN)
    return Sound(sound.rate, array("h", (_clipped(sample * gain) for sample in sound.samples)))


def at_rate(sound: Sound, rate: int) -> Sound:
    """Return the sound with another sampling rate (windowed sinc of 16 taps, after J. O. Smith)."""
    if rate == sound.rate or not sound.samples:
        return Sound(rate, sound.samples)
    common = math.gcd(rate, sound.rate)
    up, down = rate // common, sound.rate // common
    phases = _phases(up, min(1.0, rate / sound.rate))
    padding = array("h", bytes(_TAPS * 2))
    padded = padding + sound.samples + padding
    start = _TAPS - _TAPS // 2 + 1
    wanted = len(sound.samples) * up // down
    made = array("h")
    for number in range(wanted):
        place, phase = divmod(number * down, up)
        first = start + place
        made.append(_clipped(sum(map(mul, phases[phase], padded[first : first + _TAPS]))))
    return Sound(rate, made)


@lru_cache(maxsize=4)
def _phases(up: int, cut: float) -> tuple[tuple[float, ...], ...]:
    half = _TAPS // 2
    found: list[tuple[float, ...]] = []
    for phase in range(up):
        offsets = [tap - half + 1 - phase / up for tap in range(_TAPS)]
        taps = [_sinc(offset * cut) * (0.5 + 0.5 * math.cos(math.pi * offset / half)) for offset in offsets]
        whole = sum(taps)
        found.append(tuple(tap / whole for tap in taps))
    return tuple(found)


def _sinc(x: float) -> float:
    return 1.0 if abs(x) < 1e-9 else math.sin(math.pi * x) / (math.pi * x)


def _window(sound: Sound) -> int:
    return max(int(_WINDOW * sound.rate), 1)


def _windows(sound: Sound) -> list[float]:
    window = _window(sound)
    return [level(sound.samples[at : at + window]) for at in range(0, len(sound.samples), window)]


def _clipped(value: float) -> int:
    # Some devices begin with floats that are no numbers.
    return max(-FULL, min(FULL, round(value))) if math.isfinite(value) else 0
