# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of every portal, and every task on its way, painted to files so that people can look at them.

    python tests/pictures/portals.py [NAME ...] [--tasks] [--form A] [--phone] [--theme dark] [--language ar]

Without ``--tasks`` each page of a portal stands by itself, high enough to be seen whole; with it each task is
walked by its coach, and every new sight of a device is kept. ``--form`` shows the tasks of the assessment
in form A or B, on one surface. ``--phone`` shows pages as on a phone. The pictures go to
tests/pictures/out/portals/, six of them also together on one sheet.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")
sys.path.insert(0, str(Path(__file__).parents[2] / "desktop"))

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from korak import paths
from korak.clock import SystemClock
from korak.content.pack import Pack
from korak.practice.actions import OpenDevice
from korak.practice.log import Play
from korak.practice.rehearsal import surfaces_of
from korak.practice.world import World
from korak.services.packs import load_bank, load_pack
from korak.settings import DeviceSettings
from korak.ui.audio import Sounds, Voice
from korak.ui.background import Background
from korak.ui.frame import Frame
from korak.ui.practice.view import PracticeView
from korak.ui.practice.words import CoachWords
from korak.ui.preferences import Preferences
from korak.ui.widgets.focus import FocusRing

OUT = Path(__file__).parent / "out" / "portals"
WIDE, LOW, HIGH = 1366, 700, 1150
ON_A_SHEET = 6
SEED = 5


class Nowhere:
    """A navigator that leads nowhere."""

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_arguments: None


def stage(frame: Frame, height: int) -> tuple[QWidget, PracticeView]:
    """A window with the practice view in it."""
    window = QWidget()
    window.setProperty("role", "page")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    view = PracticeView(frame)
    column.addWidget(view)
    FocusRing(window)
    window.resize(WIDE, height)
    window.show()
    window.activateWindow()
    return window, view


def settle() -> None:
    """Let everything be laid out and painted."""
    for _turn in range(5):
        QTest.qWait(12)


def pages(pack: Pack, frame: Frame, names: list[str], *, phone: bool) -> Iterator[tuple[str, QImage]]:
    """Each page of each portal."""
    window, view = stage(frame, HIGH)
    if phone:
        view.world.browser.bar.phone.click()
    for portal in pack.portals.values():
        for page in portal.pages:
            name = f"{portal.id}-{page.id}"
            if not names or any(part in name for part in names):
                view.show_world(World.at_page(pack, f"{portal.id}/{page.id}", SEED))
                settle()
                yield name, window.grab().toImage()
    window.close()


def tasks(pack: Pack, frame: Frame, names: list[str], form: str = "") -> Iterator[tuple[str, QImage]]:
    """Each task on its way: every page, phone and window it leads to, once it is filled."""
    for task in pack.tasks.values():
        if form and form not in surfaces_of(pack, task.id):
            continue
        if names and not any(part in task.id for part in names):
            continue
        window, view = stage(frame, LOW)
        play = Play.start(pack, task, SEED, surface=form)
        words = CoachWords(frame, pack, play.world.scene.text)
        view.set_front(play.world.state.device)
        count = 0
        while True:
            view.show_world(play.world)
            view.now.show_says(words.authors(play.coach.says(play.progress, play.world)), words.language)
            action = play.coach.next_action(play.progress, play.world)
            if action is None:
                break
            after = play.do(action)
            if sight(after.world) != sight(play.world):
                settle()
                count += 1
                yield f"{task.id}-{count:02}", window.grab().toImage()
            device = play.world.state.device
            play = replace(after)
            if isinstance(action, OpenDevice) or play.world.state.device != device:
                view.set_front(play.world.state.device)
        settle()
        yield f"{task.id}-end", window.grab().toImage()
        window.close()


def sight(world: World) -> tuple[object, ...]:
    """What makes a picture of its own."""
    page, state = world.page(), world.state
    signing = page.signing is not None
    phone = (state.phone.call is not None, state.phone.ask is not None, state.phone.open)
    return (state.device, page.portal, page.page, page.popup is not None, signing, state.mail.open, phone)


def sheets(pictures: list[tuple[str, QImage]], folder: Path) -> None:
    """Put the pictures together, six on a sheet."""
    for first in range(0, len(pictures), ON_A_SHEET):
        some = pictures[first : first + ON_A_SHEET]
        width, height = 960, round(960 * some[0][1].height() / some[0][1].width())
        sheet = QImage(2 * width, 3 * (height + 22), QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        for place, (name, picture) in enumerate(some):
            left, top = place % 2 * width, place // 2 * (height + 22)
            small = picture.scaled(
                width - 6,
                height,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawText(left + 4, top + 16, name)
            painter.drawImage(left, top + 22, small)
        painter.end()
        sheet.save(str(folder / f"sheet-{first // ON_A_SHEET + 1:02}.png"))


def main() -> None:
    """Paint what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--tasks", action="store_true")
    parser.add_argument("--form", choices=("A", "B"), default="")
    parser.add_argument("--phone", action="store_true")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--language", default="sl")
    parser.add_argument("--scale", type=int, default=100)
    given = parser.parse_args()
    application = QApplication([])
    pack = (load_bank if given.form else load_pack)(paths.packs() / "koraki")
    kind = (
        f"form-{given.form}"
        if given.form
        else "tasks"
        if given.tasks
        else "phone"
        if given.phone
        else "pages"
    )
    folder = OUT / f"{kind}-{given.theme}-{given.language}-{given.scale}"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        wanted = DeviceSettings(
            language=given.language,
            theme=given.theme,
            text_scale=given.scale / 100,
            sound=False,
            reduced_motion=True,
        )
        preferences = Preferences(application, Path(data), wanted)
        preferences.wear()
        sounds = Sounds(paths.assets() / "sounds", on=False)
        frame = Frame(preferences, Voice(on=False), sounds, Background(), SystemClock(), Nowhere())  # type: ignore[arg-type]
        found = (
            tasks(pack, frame, given.names, given.form)
            if given.tasks or given.form
            else pages(pack, frame, given.names, phone=given.phone)
        )
        pictures: list[tuple[str, QImage]] = []
        for name, picture in found:
            picture.save(str(folder / f"{name}.png"))
            pictures.append((name, picture))
        sheets(pictures, folder)
    print(f"{len(pictures)} pictures in {folder}")


if __name__ == "__main__":
    main()
