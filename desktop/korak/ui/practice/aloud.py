# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach's voice: what it says is read aloud by itself, for learners who wish it."""

from korak.i18n import CONTENT_LANGUAGE
from korak.ui.frame import Frame


class Aloud:
    """Reads every new sentence once; silent where nobody wishes it, and in other modes than *guide me*."""

    def __init__(self, frame: Frame, *, guides: bool) -> None:
        self._frame = frame
        self._guides = guides
        self._last = ""

    def next(self, says: str, *, wait: bool = False) -> None:
        """Read what to do now, unless it was read before, or something else wants to be read first."""
        if says != self._last and not wait:
            self._last = says
            self.now(says)

    def now(self, says: str) -> None:
        """Read a hint, or what happened."""
        if self._guides and says and self._frame.preferences.reads_aloud:
            self._frame.voice.say(says, CONTENT_LANGUAGE)
