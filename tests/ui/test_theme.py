# SPDX-License-Identifier: GPL-3.0-or-later
"""Every theme can be read by everybody, and reaches every widget."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from korak import paths
from korak.ui.theme import fonts, theme
from korak.ui.widgets.buttons import Button

GROUNDS = ("paper", "card", "hover", "mint", "amber_ground", "clay_ground", "sky_ground", "now_ground")
TEXTS = (
    *[(ink, ground) for ink in ("ink", "soft") for ground in GROUNDS],
    *[("pine", ground) for ground in ("paper", "card", "hover", "mint", "amber_ground", "now_ground")],
    ("on_pine", "pine"), ("on_pine", "pine_hover"), ("on_pine", "pine_pressed"), ("on_night", "night"),
    ("on_amber", "amber"), ("amber_word", "amber_ground"), ("clay", "clay_ground"), ("clay", "paper"),
    ("clay", "card"),
    ("sky", "sky_ground"), ("sky", "paper"), ("sky", "card"), ("soft", "off_ground"), ("soft", "table_head"),
    ("soft", "track"), ("ink", "amber_mark"), ("ink", "selection"), ("card", "sky"), ("ink", "off_ground"),
)  # fmt: skip
LEARNER = [
    ("ink", ground) for ground in ("paper", "card", "mint", "amber_ground", "sky_ground", "now_ground")
]
SHAPES = (
    *[("edge", ground) for ground in ("paper", "card")],
    *[("focus", ground) for ground in GROUNDS],
    ("pine", "stone_done"), ("pine", "paper"), ("stone_next_edge", "paper"), ("clay", "card"),
    ("moss", "card"),
    ("off", "paper"), ("off", "off_ground"),
)  # fmt: skip


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(worn: theme.Theme, one: str, other: str) -> float:
    """The contrast of two roles."""
    light, dark = sorted((luminance(worn.colour(one)), luminance(worn.colour(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=theme.NAMES)
def worn(request: pytest.FixtureRequest) -> theme.Theme:
    return theme.load(str(request.param))


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication):
    yield
    theme.apply(qapp, theme.load("light"))


def test_text_stands_out_from_its_ground(worn: theme.Theme) -> None:
    faint = {pair: contrast(worn, *pair) for pair in TEXTS if contrast(worn, *pair) < 4.5}
    assert not faint


def test_what_learners_read_stands_out_more(worn: theme.Theme) -> None:
    faint = {pair: contrast(worn, *pair) for pair in LEARNER if contrast(worn, *pair) < 7}
    assert not faint


def test_edges_of_what_can_be_pressed_and_the_focus_are_seen(worn: theme.Theme) -> None:
    faint = {pair: contrast(worn, *pair) for pair in SHAPES if contrast(worn, *pair) < 3}
    assert not faint


def test_themes_have_the_same_roles() -> None:
    roles = [set(theme.load(name).colours) for name in theme.NAMES]
    assert roles[0] == roles[1] == roles[2]


def test_no_colour_is_written_in_the_stylesheet_or_in_code() -> None:
    sheet = (paths.assets() / "theme" / "korak.qss").read_text("utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet)
    code = (Path(theme.__file__).parent.parent / "widgets").glob("*.py")
    assert not [file.name for file in code if re.search(r"\"#[0-9A-Fa-f]{6}", file.read_text("utf-8"))]


def test_the_stylesheet_is_understood_by_qt_in_every_theme_and_size(qtbot: QtBot, qapp: QApplication) -> None:
    for name in theme.NAMES:
        for scale in (1.0, 1.5, 2.0):
            theme.apply(qapp, theme.load(name), scale)
            button = QPushButton("Naprej")
            qtbot.addWidget(button)
            button.ensurePolished()
            assert button.sizeHint().height() >= 44


def test_letters_double_at_200_per_cent() -> None:
    small, large = theme.load("light"), theme.load("light", 2.0)
    assert large.px("body") == 2 * small.px("body")
    assert small.px("body") * 0.75 >= 14  # learners read at least 14 pt
    assert large.px("title") < 2 * small.px("title")
    assert large.px("focus") == small.px("focus")


def test_scale_stays_between_100_and_200_per_cent() -> None:
    assert theme.load("light", 0.5).scale == 1.0
    assert theme.load("light", 3.0).scale == 2.0


def test_palette_has_accent_and_a_disabled_group(worn: theme.Theme) -> None:
    palette = theme.palette(worn)
    assert palette.color(QPalette.ColorRole.Accent) == worn.colour("pine")
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == worn.colour("off")


def test_fonts_cover_every_script() -> None:
    assert fonts.load() == fonts.FAMILIES


def test_a_widget_learns_its_theme_and_learns_again(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.load("light"))
    button = Button("Naprej", "main")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.theme().name == "light"
    small = button.sizeHint()
    theme.apply(qapp, theme.load("dark"), 2.0)
    assert (button.theme().name, button.theme().scale) == ("dark", 2.0)
    assert button.sizeHint().height() > small.height()
    assert button.sizeHint().width() > small.width() * 1.5


def test_stillness_reaches_the_widgets(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.load("light", motion=False))
    button = Button("Naprej")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert not button.theme().motion


def test_a_theme_is_read_once() -> None:
    assert theme.load("dark", 1.5) is theme.load("dark", 1.5)


def test_role_can_change_after_the_widget_was_shown(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.load("light"))
    button = Button("Naprej", "secondary")
    qtbot.addWidget(button)
    before = button.grab().toImage()
    button.set_role("primary")
    after = button.grab().toImage()
    assert before.pixelColor(20, 6) != after.pixelColor(20, 6)
    assert after.pixelColor(20, 6) == theme.load("light").colour("pine")
