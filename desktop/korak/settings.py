# SPDX-License-Identifier: GPL-3.0-or-later
"""What this computer remembers for everybody: language, theme, text size, sound.

It is one small JSON file in the data folder, read before the window is shown and long before the encrypted
database is open. It holds nothing about a person. A damaged or foreign file counts as no file.
"""

import contextlib
import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

FILE_NAME = "settings.json"
THEMES = ("light", "dark", "contrast")
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """The settings of one computer.

    ``text_scale`` runs from 1.0 to 2.0; ``reduced_motion`` is None when the operating system decides.
    """

    language: str = "sl"
    second_language: str | None = None
    theme: str = "light"
    text_scale: float = 1.0
    reduced_motion: bool | None = None
    sound: bool = True
    slow_speech: bool = False

    def with_scale(self, scale: float) -> "DeviceSettings":
        """Return these settings with another text size, kept within its range."""
        return dataclasses.replace(self, text_scale=min(max(scale, SMALLEST_SCALE), LARGEST_SCALE))


def load(folder: Path) -> DeviceSettings:
    """Read the settings of this computer; whatever is missing or unusable gets its default."""
    try:
        raw: object = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return DeviceSettings()
    return _from_json(raw)


def save(folder: Path, settings: DeviceSettings) -> None:
    """Write the settings so that a power cut leaves the old or the new file, never half of one.

    A folder that cannot be written to (a full or read-only disk) is no reason to disturb anybody: the
    settings then last until the program ends.
    """
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / (FILE_NAME + ".new")
        fresh.write_text(json.dumps(dataclasses.asdict(settings), indent=1), encoding="utf-8")
        fresh.replace(folder / FILE_NAME)


def _from_json(raw: object) -> DeviceSettings:
    if not isinstance(raw, dict):
        return DeviceSettings()
    found: dict[str, object] = {str(key): value for key, value in raw.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    default = DeviceSettings()
    theme = _text(found.get("theme"), default.theme)
    motion = found.get("reduced_motion")
    return DeviceSettings(
        language=_text(found.get("language"), default.language),
        second_language=_text(found.get("second_language"), "") or None,
        theme=theme if theme in THEMES else default.theme,
        reduced_motion=motion if isinstance(motion, bool) else None,
        sound=_truth(found.get("sound"), default.sound),
        slow_speech=_truth(found.get("slow_speech"), default.slow_speech),
    ).with_scale(_number(found.get("text_scale"), default.text_scale))


def _text(value: object, default: str) -> str:
    return value if isinstance(value, str) else default


def _truth(value: object, default: bool) -> bool:
    return value if isinstance(value, bool) else default


def _number(value: object, default: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return default
    return float(value)
