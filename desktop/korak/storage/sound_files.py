# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound files: what a recording is written as, and what a file has to be to count as sound.

Opus is written by the system's libsndfile (there wherever PulseAudio is), else by ffmpeg if it is installed;
where neither is, a recording is a WAV file. Which it is, is found out once, at run time.
"""

import ctypes
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import wave
from array import array
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import IO

from korak.content.sound import Samples, Sound, at_rate, from_device
from korak.storage.media import Encoded

_OPUS_RATES = (8_000, 12_000, 16_000, 24_000, 48_000)
_LIBRARIES = {
    "win32": ("sndfile.dll", "libsndfile-1.dll"),
    "darwin": ("libsndfile.dylib", "libsndfile.1.dylib"),
}
_READ, _WRITE = 0x10, 0x20
_OGG_OPUS = 0x200000 | 0x0064
_PATIENCE = 20

_log = logging.getLogger(__name__)


class NoSoundFile(Exception):  # noqa: N818 - a state of a file, not a mistake of the program
    """A file is no sound that can be read."""


class _Info(ctypes.Structure):
    """SF_INFO of libsndfile."""

    _fields_ = (
        ("frames", ctypes.c_int64),
        ("samplerate", ctypes.c_int),
        ("channels", ctypes.c_int),
        ("format", ctypes.c_int),
        ("sections", ctypes.c_int),
        ("seekable", ctypes.c_int),
    )


def encoder() -> str:
    """Return what recordings are written with here: `libsndfile`, `ffmpeg` or `wav`."""
    if _library() is not None:
        return "libsndfile"
    return "ffmpeg" if shutil.which("ffmpeg") else "wav"


def encoded(sound: Sound) -> Encoded:
    """Return a recording as a file of the best kind that can be written here."""
    with_opus = at_rate(sound, _opus_rate(sound.rate))
    for write in (_by_library, _by_ffmpeg):
        content = write(with_opus)
        if content:
            return Encoded(".opus", content)
    return Encoded(".wav", _as_wav(sound))


def decoded(path: Path) -> Sound:
    """Return the sound in a file; raise `NoSoundFile` where there is none that can be read here."""
    library = _library()
    return _read_by_library(library, path) if library is not None else _read_wav(path)


def is_sound(path: Path) -> bool:
    """Tell whether a file begins as its ending promises; the sound itself is not decoded."""
    try:
        with path.open("rb") as opened:
            head = opened.read(64)
    except OSError:
        return False
    return _begins_right(path.suffix.lower(), head)


def _begins_right(ending: str, head: bytes) -> bool:
    begins = {
        ".opus": head.startswith(b"OggS") and b"OpusHead" in head,
        ".ogg": head.startswith(b"OggS"),
        ".flac": head.startswith(b"fLaC"),
        ".m4a": head[4:8] == b"ftyp",
        ".mp3": head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"),
        ".wav": head.startswith(b"RIFF") and head[8:12] == b"WAVE",
    }
    return begins.get(ending, False)


def _opus_rate(rate: int) -> int:
    return next((one for one in _OPUS_RATES if one >= rate), _OPUS_RATES[-1])


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    for name in _LIBRARIES.get(sys.platform, ("libsndfile.so.1", "libsndfile.so")):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.sf_open.restype = ctypes.c_void_p
        library.sf_open.argtypes = (ctypes.c_char_p, ctypes.c_int, ctypes.POINTER(_Info))
        for move in (library.sf_write_short, library.sf_read_short):
            move.restype = ctypes.c_int64
            move.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)
        library.sf_close.argtypes = (ctypes.c_void_p,)
        return library
    return None


def _by_library(sound: Sound) -> bytes:
    library = _library()
    if library is None:
        return b""
    with tempfile.TemporaryDirectory(prefix="korak-") as folder:
        file = Path(folder) / "clip.opus"
        info = _Info(samplerate=sound.rate, channels=1, format=_OGG_OPUS)
        handle = library.sf_open(os.fsencode(file), _WRITE, ctypes.byref(info))
        if not handle:
            _log.info("libsndfile writes no Opus here")
            return b""
        address, count = sound.samples.buffer_info()
        written = library.sf_write_short(handle, address, count)
        library.sf_close(handle)
        return file.read_bytes() if written == count else b""


def _by_ffmpeg(sound: Sound) -> bytes:
    program = shutil.which("ffmpeg")
    if program is None:
        return b""
    reading = ["-f", "s16le", "-ar", str(sound.rate), "-ac", "1", "-i", "-"]
    writing = ["-c:a", "libopus", "-b:a", "32k", "-f", "ogg", "-"]
    try:
        done = subprocess.run(
            [program, "-hide_banner", "-loglevel", "error", *reading, *writing],
            input=sound.little_endian(),
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as trouble:
        _log.info("ffmpeg writes no Opus here: %s", trouble)
        return b""
    return done.stdout


def _as_wav(sound: Sound) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as opened:
        opened.setnchannels(1)
        opened.setsampwidth(2)
        opened.setframerate(sound.rate)
        opened.writeframes(sound.little_endian())
    return file.getvalue()


def from_wav(content: bytes) -> Sound:
    """Return the sound in the bytes of a WAV file; raise `NoSoundFile` where there is none."""
    return _wav(BytesIO(content), "wav")


def _read_wav(path: Path) -> Sound:
    try:
        with path.open("rb") as opened:
            return _wav(opened, str(path))
    except OSError as trouble:
        raise NoSoundFile(str(path)) from trouble


def _wav(file: IO[bytes], name: str) -> Sound:
    kinds = {1: Samples.BYTES, 2: Samples.SHORTS, 4: Samples.INTEGERS}
    try:
        with wave.open(file, "rb") as opened:
            kind = kinds.get(opened.getsampwidth())
            data = opened.readframes(opened.getnframes())
            rate, channels = opened.getframerate(), opened.getnchannels()
    except (wave.Error, EOFError) as trouble:
        raise NoSoundFile(name) from trouble
    if kind is None or not rate:
        raise NoSoundFile(name)
    return from_device(data, rate, channels, kind)


def _read_by_library(library: ctypes.CDLL, path: Path) -> Sound:
    info = _Info()
    handle = library.sf_open(os.fsencode(path), _READ, ctypes.byref(info))
    if not handle:
        raise NoSoundFile(str(path))
    try:
        if not info.samplerate or not info.channels:
            raise NoSoundFile(str(path))
        count = 4096 // info.channels * info.channels
        part = (ctypes.c_short * count)()
        found = bytearray()
        while (read := library.sf_read_short(handle, part, count)) > 0:
            found += memoryview(part).cast("B")[: read * 2]
    finally:
        library.sf_close(handle)
    samples = array("h")
    samples.frombytes(found)
    return from_device(samples.tobytes(), info.samplerate, info.channels)
