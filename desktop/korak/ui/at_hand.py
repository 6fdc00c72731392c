# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine and this learner have: a voice, a microphone, a language beside Slovenian."""

from korak.content.exercise import Need
from korak.i18n import CONTENT_LANGUAGE
from korak.ui.frame import Frame
from korak.ui.recording import microphone


def at_hand(frame: Frame) -> frozenset[Need]:
    """The needs that are met here and now; exercises with other needs are not offered."""
    found: set[Need] = set()
    if frame.below() is not None:
        found.add(Need.OWN_LANGUAGE)
    if frame.voice.available(CONTENT_LANGUAGE):
        found.add(Need.VOICE)
        if microphone():
            found.add(Need.MICROPHONE)
    return frozenset(found)
