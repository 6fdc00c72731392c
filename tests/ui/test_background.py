# SPDX-License-Identifier: GPL-3.0-or-later
"""What the worker finds out reaches whoever asked, if they are still there."""

import threading
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from korak.ui.background import Background


class Asker(QObject):
    """Somebody who asks, and may be gone before the answer comes."""

    heard: list[str]

    def hear(self, before: str, answer: str) -> None:
        """Note the answer; a deleted object would fail here."""
        self.objectName()
        self.heard.append(before + answer)


def asked(qtbot: QtBot, *, leaves: bool) -> list[str]:
    background, asker, gate = Background(), Asker(), threading.Event()
    asker.heard = []
    heard = asker.heard

    def work() -> str:
        gate.wait(5)
        return "odgovor"

    background.run(work, partial(asker.hear, "> "), raised)
    if leaves:
        asker.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    qtbot.waitUntil(lambda: not background.busy())
    background.close()
    return heard


def raised(fault: Exception) -> None:
    raise fault


def test_an_answer_comes_to_who_asked(qtbot: QtBot) -> None:
    assert asked(qtbot, leaves=False) == ["> odgovor"]


def test_an_answer_for_a_page_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    assert asked(qtbot, leaves=True) == []
