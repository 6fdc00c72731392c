# SPDX-License-Identifier: GPL-3.0-or-later
"""Piper voices: models in the folder `voices` of the data folder, spoken by the program `piper`.

Neither is part of Korak. A model is two files, `sl_SI-artur-medium.onnx` and `sl_SI-artur-medium.onnx.json`;
the program lies beside them or on the path. It runs as a process of its own that reads a text and writes
a WAV file.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

PATIENCE = 60
"""Seconds after which a `piper` that has not ended is taken for hung."""

_ENDING = ".exe" if sys.platform == "win32" else ""
_NAMES = ("piper-tts", "piper")


@dataclass(frozen=True, slots=True)
class PiperVoice:
    """A model; without its `.json` it is not whole and says nothing."""

    model: Path
    language: str  # "sl"
    whole: bool

    @property
    def name(self) -> str:
        """What it is called: the file name without its ending."""
        return self.model.name.removesuffix(".onnx")


class PiperFailed(Exception):  # noqa: N818 - another program's trouble
    """`piper` said nothing; the text is what it complained about."""


def voices_in(folder: Path) -> tuple[PiperVoice, ...]:
    """Return the models in a folder, in the order of their names; those that are not whole, too."""
    try:
        models = sorted(folder.glob("*.onnx"))
    except OSError:
        return ()
    return tuple(_voice(model) for model in models)


def program_for(folder: Path) -> str | None:
    """Return the program: the one beside the models, else the one on the path."""
    for place in (folder / f"piper{_ENDING}", folder / "piper" / f"piper{_ENDING}"):
        if place.is_file():
            return str(place)
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def command(program: str, voice: PiperVoice, output: Path) -> list[str]:
    """Return what to run; the text goes in through standard input, one line."""
    return [program, "--model", str(voice.model), "--output_file", str(output)]


def one_line(text: str) -> bytes:
    """Return a text as `piper` reads it."""
    return f"{' '.join(text.split())}\n".encode()


def spoken(program: str, voice: PiperVoice, text: str) -> bytes:
    """Return a text as a WAV file; raise `PiperFailed` with what went wrong."""
    with tempfile.TemporaryDirectory(prefix="korak-") as folder:
        output = Path(folder) / "said.wav"
        try:
            done = subprocess.run(
                command(program, voice, output),
                input=one_line(text),
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as trouble:
            raise PiperFailed(str(trouble)) from trouble
        if done.returncode or not output.is_file():
            lines = done.stderr.decode(errors="replace").strip().splitlines()
            raise PiperFailed(lines[-1] if lines else f"{done.returncode}")
        return output.read_bytes()


def _voice(model: Path) -> PiperVoice:
    described = _described(model.with_name(model.name + ".json"))
    named = model.name.split("_")[0].split("-")[0].casefold()
    if described is None:
        return PiperVoice(model, named, whole=False)
    language = described.get("language")
    family: object = cast("dict[str, Any]", language).get("family") if isinstance(language, dict) else None
    return PiperVoice(model, family if isinstance(family, str) and family else named, whole=True)


def _described(file: Path) -> dict[str, Any] | None:
    try:
        found: object = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return cast("dict[str, Any]", found) if isinstance(found, dict) else None
