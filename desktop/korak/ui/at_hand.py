# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine and this learner have: a voice, a microphone, a language beside Slovenian."""

from korak.content.exercise import Need
from korak.i18n import CONTENT_LANGUAGE
from korak.ui.frame import Frame
from korak.ui.recording import microphone


def at_hand(frame: Frame) -> frozenset[Need]:
    """The needs that are met here and now; exercises with other needs are not offered."""
    return frozenset(need for need in Need if _is_met(need, frame))


def missing(needs: frozenset[Need], frame: Frame) -> frozenset[Need]:
    """Those of these needs that are not met; what is not needed is not looked for."""
    return frozenset(need for need in needs if not _is_met(need, frame))


def _is_met(need: Need, frame: Frame) -> bool:
    match need:
        case Need.OWN_LANGUAGE:
            return frame.below() is not None
        case Need.VOICE:
            return frame.voice.available(CONTENT_LANGUAGE)
        case Need.MICROPHONE:
            # Who cannot hear the model has nothing to compare with.
            return frame.voice.available(CONTENT_LANGUAGE) and microphone()
