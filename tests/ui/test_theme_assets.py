# SPDX-License-Identifier: GPL-3.0-or-later
"""Every picture draws, every folder says whose it is."""

import csv
import re
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from korak import paths
from korak.ui.theme import icons, theme

PIN = ("house", "key", "fish", "sun", "books", "tulip", "cat", "bus", "umbrella", "star", "bell", "red-apple")


def drawn_share(file: Path) -> float:
    """How much of a square the picture covers."""
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(0)
    renderer = QSvgRenderer(str(file))
    assert renderer.isValid(), file.name
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, 32, 32))
    painter.end()
    return sum(image.pixelColor(x, y).alpha() > 40 for x in range(32) for y in range(32)) / 1024


@pytest.mark.parametrize("folder", ["pictograms", "icons"])
def test_every_picture_draws(qapp: QApplication, folder: str) -> None:
    files = sorted((paths.assets() / folder).glob("*.svg"))
    assert len(files) > 60
    empty = [file.name for file in files if drawn_share(file) < 0.015]
    assert not empty


def test_no_picture_uses_what_qt_cannot_draw() -> None:
    files = [*(paths.assets() / "pictograms").glob("*.svg"), *(paths.assets() / "icons").glob("*.svg")]
    unfit = [
        file.name
        for file in files
        if re.search(r"<(filter|mask|foreignObject|image)\b", file.read_text("utf-8"))
    ]
    assert not unfit


def test_line_icons_keep_current_colour() -> None:
    files = [file for file in (paths.assets() / "icons").glob("*.svg") if file.stem != "korak"]
    assert not [file.name for file in files if "currentColor" not in file.read_text("utf-8")]


@pytest.mark.parametrize("folder", ["pictograms", "icons", "fonts", "sounds", "theme"])
def test_every_folder_has_its_licence(folder: str) -> None:
    here = paths.assets() / folder
    licences = [*here.glob("LICENSE*"), *here.glob("OFL*")]
    assert licences
    assert all(len(file.read_text("utf-8")) > 80 for file in licences)


def test_the_pictures_of_the_pin_are_there() -> None:
    assert not [name for name in PIN if not icons.has_pictogram(name)]


def test_an_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    pine = theme.load("light").colour("pine")
    image = icons.icon_pixmap("square", pine, 48, ratio=1.0).toImage()
    seen = {image.pixelColor(x, 24).name() for x in range(48) if image.pixelColor(x, 24).alpha() == 255}
    assert seen == {pine.name()}


def test_only_directional_icons_are_mirrored(qapp: QApplication) -> None:
    ink = QColor("black")
    arrow, back = (icons.icon_pixmap("arrow-right", ink, 32, mirrored=m).toImage() for m in (False, True))
    assert back == arrow.flipped(Qt.Orientation.Horizontal)
    assert arrow != back
    sound, same = (icons.icon_pixmap("volume-2", ink, 32, mirrored=m).toImage() for m in (False, True))
    assert sound == same
    assert set(icons.icon_names()) >= icons.DIRECTIONAL


def test_icons_are_sharp_on_dense_screens(qapp: QApplication) -> None:
    pixmap = icons.pictogram("house", 40, ratio=2.0)
    assert pixmap.width() == 80
    assert pixmap.devicePixelRatio() == 2.0
    assert pixmap.deviceIndependentSize().width() == 40


def test_dark_themes_put_pictograms_on_a_plate(qapp: QApplication) -> None:
    plain = icons.pictogram("keyboard", 40, theme=theme.load("light")).toImage()
    plated = icons.pictogram("keyboard", 40, theme=theme.load("dark")).toImage()
    assert plain.pixelColor(20, 2).alpha() == 0
    assert plated.pixelColor(20, 2).name() == theme.load("dark").colour("plate").name()


def test_chimes_are_short_and_small() -> None:
    for file in (paths.assets() / "sounds").glob("*.wav"):
        assert file.stat().st_size <= 20_480
        with wave.open(str(file)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
            assert sound.getnframes() / sound.getframerate() < 0.6


def test_fonts_stay_small() -> None:
    assert sum(file.stat().st_size for file in (paths.assets() / "fonts").iterdir()) < 5_000_000


def test_words_of_a_pack_show_pictures_that_exist() -> None:
    named: set[str] = set()
    for file in (paths.assets() / "packs").glob("*/words/*.csv"):
        named |= {row.get("pictogram", "") for row in csv.DictReader(file.open(encoding="utf-8"))}
    assert not [name for name in named if name and not icons.has_pictogram(name)]
