# SPDX-License-Identifier: GPL-3.0-or-later
"""A small whole pack, as text files: the one docs/authoring.md shows, so that both stay true."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "authoring.md"


def small_pack() -> dict[str, str]:
    """The files of the example in docs/authoring.md, by path."""
    found = re.findall(
        r"^`([^`\n]+)`\n+```toml\n(.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    files = dict(found)
    assert "pack.toml" in files
    return files


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    """The files as bytes."""
    return {name: text.encode() for name, text in files.items()}


def written(files: dict[str, str], folder: Path) -> Path:
    """The files on disk."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The small pack with one thing changed."""
    files = small_pack()
    assert old in files[file], f"{old!r} is not in {file}"
    files[file] = files[file].replace(old, new, 1)
    return files
