# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole pack said ahead of time by a Piper voice: one small recording a text, in the centre's media pack.

What is there already is left alone, so the work can be broken off at any moment and gone on with later.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from korak import i18n
from korak.content.clips import can_be_recorded, sounding
from korak.content.pack import Pack
from korak.content.sound import evened, is_silent, trimmed
from korak.content.to_say import to_say
from korak.i18n import CONTENT_LANGUAGE
from korak.services.faults import telling
from korak.services.piper import PiperFailed, PiperVoice, spoken
from korak.services.voices import Voices
from korak.storage import sound_files
from korak.storage.media import Kind, MediaPack
from korak.storage.sound_files import NoSoundFile

MOST_FAILURES = 5
"""So many texts in a row that `piper` does not say, and it is taken for broken."""


class Outcome(Enum):
    """What became of a text."""

    MADE = "made"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Rendered:
    """One text that was tried; `why` is what `piper` complained about."""

    text: str
    outcome: Outcome
    why: str = ""


class Broken(Exception):  # noqa: N818 - another program's trouble
    """`piper` says nothing at all; the text is what it complained about."""


def texts_in(pack: Pack, language: str) -> tuple[str, ...]:
    """Return what is to be heard of a pack in a language: its own texts, or their translations."""
    own = [one.text for one in to_say(pack)]
    if language == CONTENT_LANGUAGE:
        return tuple(own)
    found = [i18n.content(pack.id, text, language) or "" for text in own]
    return tuple({sounding(text): text for text in found if can_be_recorded(text)}.values())


def missing(pack: Pack, language: str, voices: Voices) -> tuple[str, ...]:
    """Return the texts nobody has recorded or rendered yet."""
    return tuple(text for text in texts_in(pack, language) if voices.find(text, language) is None)


def render(
    texts: tuple[str, ...], program: str, voice: PiperVoice, home: Path, jobs: int = 1
) -> Iterator[Rendered]:
    """Let a voice say texts into the media pack `home`, and tell of each as it comes; raise `Broken`.

    `jobs` processes run side by side. Each recording is whole on the disk before it is told.
    """
    failures = 0
    with ThreadPoolExecutor(max(jobs, 1)) as pool:
        waiting = [pool.submit(_render, text, program, voice, home) for text in texts]
        try:
            for one in waiting:
                rendered = one.result()
                failures = failures + 1 if rendered.outcome is Outcome.FAILED else 0
                yield rendered
                if failures == min(MOST_FAILURES, len(texts)):
                    raise Broken(rendered.why)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _render(text: str, program: str, voice: PiperVoice, home: Path) -> Rendered:
    try:
        sound = sound_files.from_wav(spoken(program, voice, text))
    except PiperFailed as failed:
        return Rendered(text, Outcome.FAILED, str(failed))
    except NoSoundFile:
        return Rendered(text, Outcome.FAILED, "no WAV file")
    if is_silent(sound):
        return Rendered(text, Outcome.FAILED, "silence")
    encoded = sound_files.encoded(evened(trimmed(sound)))
    with telling(home):
        MediaPack(home).keep(Kind.RENDERED, voice.language, text, encoded)
    return Rendered(text, Outcome.MADE)
