# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for the program `piper`: a real process that reads its text and writes a real WAV file."""

import json
import sys
from pathlib import Path

from tests.sounds import tone, write_wav

PROGRAM = """#!{python}
import pathlib, shutil, sys, time
here = pathlib.Path(__file__).parent
output = sys.argv[sys.argv.index("--output_file") + 1]
text = sys.stdin.buffer.read().decode()
with open(here / "asked", "a", encoding="utf-8") as asked:
    asked.write(sys.argv[sys.argv.index("--model") + 1] + "|" + text)
{rest}
"""


def fake_piper(folder: Path, rest: str = 'shutil.copy(here / "said.wav", output)') -> Path:
    """A voices folder with a whole Slovenian model and a program that says everything with one tone."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sl_SI-artur-medium.onnx").write_bytes(b"model")
    described = {"language": {"family": "sl", "code": "sl_SI"}, "audio": {"sample_rate": 22050}}
    (folder / "sl_SI-artur-medium.onnx.json").write_text(json.dumps(described))
    write_wav(folder / "said.wav", tone(0.2, 22_050, quiet=0.05))
    program = folder / "piper"
    program.write_text(PROGRAM.format(python=sys.executable, rest=rest), encoding="utf-8")
    program.chmod(0o755)
    return folder


def asked(folder: Path) -> list[str]:
    """What the program was asked to say, in this order."""
    file = folder / "asked"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line.split("|", 1)[1] for line in lines]
