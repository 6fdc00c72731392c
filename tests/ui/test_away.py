# SPDX-License-Identifier: GPL-3.0-or-later
"""Words are taken along from the page of words: a file is really written where somebody says."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.ui.screen import Screen

from korak.i18n import _
from korak.ui.fault_dialog import FaultDialog
from korak.ui.pages.away import AwayPage
from korak.ui.pages.group_words import GroupWordsPage
from korak.ui.pages.words import WordsPage
from korak.ui.widgets.labels import Label

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.slow]


def named(button: str, card: str) -> str:
    """What a button of a card is called."""
    return f"{_(button)}: {_(card)}"


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Say in every dialog: into this folder, under the name suggested but without its ending."""
    wanted = tmp_path / "stick"
    wanted.mkdir()

    def choose(_parent: object, _title: str, name: str, kind: str) -> tuple[str, str]:
        return str(wanted / Path(name).stem), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return wanted


def test_a_learner_takes_own_words_along(screen: Screen, target: Path) -> None:
    screen.sign_in()
    screen.journey.words()
    screen.page(WordsPage)
    screen.press("Take words along")
    screen.page(AwayPage)
    assert screen.sees("My words for today") or screen.sees("All my words")

    screen.press(named("Save file", "On the phone"))
    screen.press(named("Save PDF", "Pictures and words"))
    screen.press(named("Save PDF", "Cards to cut out"))

    assert {file.suffix for file in target.iterdir()} == {".apkg", ".pdf"}
    assert len(list(target.iterdir())) == 3
    assert _("Saved: {file}").format(file="kartice.pdf") in screen.texts()


def test_a_trainer_takes_a_topic_along_and_goes_back(screen: Screen, target: Path) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("words")
    screen.page(GroupWordsPage)
    screen.press("Take words along")
    page = screen.page(AwayPage)
    page.choose_words("topic/zdravje")
    page.choose_language("ar")
    screen.settle()
    assert "Zdravje" in screen.texts() or screen.sees("Zdravje")

    screen.press(named("Save file", "On the phone"))
    assert (target / "korak-zdravje.apkg").read_bytes()[:2] == b"PK"
    screen.press("Back")
    screen.page(GroupWordsPage)


def test_a_place_that_cannot_be_written_to_is_said(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    missing = tmp_path / "gone" / "words.apkg"

    def choose(*_asked: object) -> tuple[str, str]:
        return str(missing), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    screen.sign_in()
    screen.journey.away()
    screen.page(AwayPage)
    screen.press(named("Save file", "On the phone"))

    (told,) = screen.window.findChildren(FaultDialog)
    said = [label.text() for label in told.findChildren(Label) if label.isVisible()]
    assert said == [
        "Datoteke »words.apkg« ni bilo mogoče zapisati.",
        "Izberite drugo mapo ali zaprite datoteko tam, kjer je odprta.",
    ]
    assert list(tmp_path.glob("gone*")) == []
    assert not missing.exists()
