# SPDX-License-Identifier: GPL-3.0-or-later
"""A theme: colours by role and sizes by name, and the one place where the program's look is set.

Colours come from `assets/theme/{light,dark,contrast}.toml`, sizes from `assets/theme/sizes.toml`; both are
poured into the one stylesheet, `assets/theme/korak.qss`. Nothing else calls `setStyleSheet`; a widget says
what it is by its `role` (see `set_role`):

| widget      | roles                                                                                        |
|-------------|----------------------------------------------------------------------------------------------|
| QPushButton | main, second, primary, secondary, quiet, pill, night, danger, letter, nav, tick, link        |
| QLabel      | title, sentence, heading, lead, answer, strong, body, soft, note, trainer, brand, code,      |
|             | attention                                                                                    |
| QFrame      | card, now, mint, amber, clay, sky, plain, paper, line                                        |
| QLineEdit   | answer; property `state` = attention                                                         |

A widget that paints itself derives from `Themed` and learns its theme from the stylesheet, like any other
style property.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Template
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from korak import paths
from korak.ui.theme import fonts

NAMES: Final = ("light", "dark", "contrast")
_GROWS: Final = {"type": 1.0, "display": 0.75, "control": 0.6, "space": 0.5, "fixed": 0.0}
_BOLD: Final = frozenset({"button", "main", "lead", "heading", "title", "sentence", "brand", "strong"})


@dataclass(frozen=True)
class Theme:
    """How everything looks: colours by role, sizes by name, the text scale, and whether things may move."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    sizes: Mapping[str, float]
    scale: float = 1.0
    motion: bool = True

    def colour(self, role: str) -> QColor:
        """The colour of a role, e.g. `ink`, `pine`, `amber_ground`."""
        return QColor(self.colours[role])

    def px(self, name: str) -> int:
        """A size in pixels at this text scale, e.g. `body`, `s3`, `radius`."""
        return round(self.sizes[name])

    def grown(self, pixels: float) -> int:
        """A length that belongs to text, at this text scale."""
        return round(pixels * self.scale)

    def font(self, size: str, *, bold: bool | None = None) -> QFont:
        """The font for a type size; titles, buttons and leads are bold unless told otherwise."""
        font = QFont(list(fonts.load()))
        font.setPixelSize(self.px(size))
        font.setBold(size in _BOLD if bold is None else bold)
        return font


def _rgba(value: str) -> str:
    """The token as Qt reads it: tokens put alpha last as the web does, QColor wants it first."""
    return f"#{value[7:9]}{value[1:7]}" if len(value) == 9 else value


@lru_cache(maxsize=1)
def _sizes() -> Mapping[str, Mapping[str, float]]:
    return tomllib.loads((paths.assets() / "theme" / "sizes.toml").read_text("utf-8"))


@lru_cache(maxsize=8)
def load(name: str, scale: float = 1.0, *, motion: bool = True) -> Theme:
    """The theme of that name (`light`, `dark`, `contrast`) with its sizes at a text scale from 1.0 to 2.0."""
    data = tomllib.loads((paths.assets() / "theme" / f"{name}.toml").read_text("utf-8"))
    scale = min(2.0, max(1.0, scale))
    sizes = {
        key: value * (1 + (scale - 1) * _GROWS[group])
        for group, entries in _sizes().items()
        for key, value in entries.items()
    }
    colours = {role: _rgba(value) for role, value in data["colours"].items()}
    return Theme(name, bool(data["dark"]), MappingProxyType(colours), MappingProxyType(sizes), scale, motion)


def palette(theme: Theme) -> QPalette:
    """The palette behind the stylesheet, for what the stylesheet does not reach."""
    result = QPalette()
    role = QPalette.ColorRole
    wanted = {
        role.Window: "paper", role.WindowText: "ink", role.Base: "card", role.AlternateBase: "hover",
        role.Text: "ink", role.Button: "card", role.ButtonText: "ink", role.BrightText: "on_pine",
        role.Highlight: "selection", role.HighlightedText: "ink", role.Link: "sky", role.LinkVisited: "sky",
        role.ToolTipBase: "night", role.ToolTipText: "on_night", role.PlaceholderText: "off",
        role.Accent: "pine", role.Mid: "line", role.Dark: "edge",
    }  # fmt: skip
    for colour_role, token in wanted.items():
        result.setColor(colour_role, theme.colour(token))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, theme.colour("off"))
    for colour_role in (role.Accent, role.Highlight):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, theme.colour("edge"))
    result.setColor(QPalette.ColorGroup.Disabled, role.Button, theme.colour("off_ground"))
    return result


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template((paths.assets() / "theme" / "korak.qss").read_text("utf-8"))


def _derived(theme: Theme) -> dict[str, int]:
    """Inner measures that follow from the tokens: a target is inner height, two paddings, two borders."""
    pad, strong, thin = 4, theme.px("strong_border"), theme.px("border")
    target = theme.px("target")
    mark_box = theme.grown(24)
    return {
        "button_pad": pad,
        "button_side": theme.px("s3"),
        "button_inner": target - 2 * (pad + strong),
        "main_inner": theme.px("main_target") - 2 * (pad + strong),
        "main_side": theme.px("s4") + 2,
        "second_inner": theme.px("main_second") - 2 * (pad + strong),
        "answer_inner": theme.grown(78) - 2 * (pad + thin),
        "letter_inner": theme.grown(44),
        "spin": target // 2 - thin,
        "pill_inner": target - 2 * (pad + thin),
        "pill_radius": target // 2,
        "pill_side": theme.px("s3") - 2,
        "field_inner": target - 2 * (pad + thin),
        "field_radius": 8,
        "field_side": theme.px("s3") - 2,
        "menu_pad": theme.grown(9),
        "row_inner": target - 2 * theme.px("s2"),
        "mark": theme.grown(18),
        "mark_box": mark_box,
        "mark_radius": (mark_box + 2 * strong) // 2,
    }


def stylesheet(theme: Theme) -> str:
    """The one stylesheet, filled with this theme's tokens."""
    values: dict[str, object] = {**theme.colours, **{key: theme.px(key) for key in theme.sizes}}
    values |= _derived(theme)
    values["look"] = spelled(theme)
    values["theme"] = theme.name
    values["families"] = ", ".join(f'"{family}"' for family in fonts.load())
    values["assets"] = paths.assets().as_posix()
    return _template().substitute(values)


def apply(app: QApplication, theme: Theme, scale: float | None = None) -> Theme:
    """Dress the whole program and return the theme as worn; called again, it changes the look on the spot."""
    worn = theme if scale is None else load(theme.name, scale, motion=theme.motion)
    if not app.styleSheet():  # the first time; a dressed application hides which style is below
        app.setStyle("Fusion")
    app.setPalette(palette(worn))
    app.setFont(worn.font("body"))
    app.setStyleSheet(stylesheet(worn))
    return worn


def wear(widget: QWidget, theme: Theme) -> None:
    """Dress one widget and all in it in a theme of its own: letters on a wall are larger than beside it."""
    look = spelled(theme)
    if widget.property("wears") != look:
        widget.setProperty("wears", look)
        widget.setStyleSheet(stylesheet(theme))


def spelled(theme: Theme) -> str:
    """The theme as one word, the way the stylesheet hands it to widgets."""
    return f"{theme.name} {theme.scale:.3f} {'moving' if theme.motion else 'still'}"


@lru_cache(maxsize=8)
def read(look: str) -> Theme:
    """The theme behind a spelled look."""
    name, scale, motion = look.split()
    return load(name, float(scale), motion=motion == "moving")


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the stylesheet looks at, and let the stylesheet look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.updateGeometry()


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is (see the table above); may be said again at any time."""
    set_property(widget, "role", role)


class Themed:
    """A widget that paints itself in the theme's colours: mix it in before the Qt class, override `themed`.

    `class Stone(Themed, QAbstractButton)`. The stylesheet sets the property `look` when the widget is
    polished and again when theme or text size change; `themed()` is then the place to renew icons and sizes.
    A widget that needs them before it is polished calls `themed()` at the end of its constructor.
    """

    _look = "light 1.000 moving"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self, QObject):
            self.setProperty("themed", True)

    def theme(self) -> Theme:
        """The theme this widget is drawn in."""
        return read(self._look)

    def themed(self) -> None:
        """Called when the theme has become known or has changed."""

    def _get_look(self) -> str:
        return self._look

    def _set_look(self, look: str) -> None:
        if look == self._look:
            return
        self._look = look
        self.themed()
        if isinstance(self, QWidget):
            self.updateGeometry()
            self.update()

    look = Property(str, _get_look, _set_look)
