# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine and this learner have: a voice, a microphone, a language beside Slovenian."""

from korak.content.exercise import Need
from korak.content.exercises.translate import Translate
from korak.content.kinds import Exercise
from korak.content.pack import Pack
from korak.i18n import CONTENT_LANGUAGE
from korak.ui.frame import Frame
from korak.ui.recording import microphone


def at_hand(frame: Frame, pack: Pack) -> frozenset[Need]:
    """The needs that are met here and now; exercises with other needs are not offered.

    A language beside Slovenian counts when every word of the course has a meaning in it: a translation is
    asked of any of them.
    """
    spoken = all(frame.second(pack.id, word.lemma) for word in pack.words.values())
    return frozenset(need for need in Need if _is_met(need, frame, spoken=spoken))


def missing(exercise: Exercise, frame: Frame, pack: Pack) -> frozenset[Need]:
    """What this exercise needs and nobody has here; what is not needed is not looked for.

    A recording of what is to be heard is enough where no voice speaks Slovenian.
    """
    spoken = not isinstance(exercise, Translate) or bool(frame.second(pack.id, exercise.base))
    needs, heard = exercise.needs, exercise.heard()
    return frozenset(need for need in needs if not _is_met(need, frame, heard, spoken=spoken))


def hears(frame: Frame, text: str) -> bool:
    """Whether this Slovenian text can be heard here, if only as a recording."""
    return frame.voice.can_say(text, CONTENT_LANGUAGE)


def _is_met(need: Need, frame: Frame, heard: str = "", *, spoken: bool) -> bool:
    match need:
        case Need.OWN_LANGUAGE:
            return frame.below() is not None and spoken
        case Need.VOICE:
            return frame.voice.available(CONTENT_LANGUAGE) or (bool(heard) and hears(frame, heard))
        case Need.MICROPHONE:
            # Who cannot hear the model has nothing to compare with.
            return (frame.voice.available(CONTENT_LANGUAGE) or frame.voice.has_clips()) and microphone()
