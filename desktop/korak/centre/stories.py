# SPDX-License-Identifier: GPL-3.0-or-later
"""Learners' stories: their texts, what was agreed to, and what may be shown where today.

Consent speaks of one version of one story (its texts, the name below it and the words for its photo), and
of one photo. Whatever is changed later is another version: it is asked about again and shown nowhere before
that. An answer "no" to stories as a whole ends every consent that was given earlier; a "yes" as a whole
opens nothing by itself.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from korak.centre.retention import Consent, Purpose, Use

QUESTIONS = ("come_from", "learned", "now")
"""The guiding questions, by the field of `Texts` that holds the answer."""

MOST_LETTERS = 40_000
"""How long one answer may be: some twenty pages."""


class State(StrEnum):
    """Where a story stands today."""

    DRAFT = "draft"  # it is being written
    WAITING = "waiting"  # nobody was asked yet, or it was changed after
    PRIVATE = "private"  # the learner said no: it is shown to nobody
    READY = "ready"  # may be shown, and is not on the web page yet
    PUBLISHED = "published"  # stands in the newest web page as it is now
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is told: a title and an answer to each of the three questions, as it was typed."""

    title: str = ""
    come_from: str = ""
    learned: str = ""
    now: str = ""

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers in the order of `QUESTIONS`."""
        return self.come_from, self.learned, self.now

    @property
    def told(self) -> bool:
        """Whether any question was answered."""
        return any(answer.strip() for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Story:
    """One story of one learner; `own` is what the learner wrote or dictated and is never corrected."""

    id: str
    person: str
    language: str  # the language it is told in
    name: str  # first name or alias, as the learner wants it below the story
    own: Texts
    by: str  # who typed last: the learner or a helper
    created_at: datetime
    changed_at: datetime
    photo: str = ""  # the photo's id
    photo_text: str = ""  # what is to be seen, for those who do not see it
    finished_at: datetime | None = None
    corrected: Texts | None = None  # what somebody suggests
    corrected_by: str = ""
    approved: bool = False  # the learner wants the corrected text to be shown

    @property
    def texts(self) -> Texts:
        """What would be shown."""
        return self.corrected if self.approved and self.corrected is not None else self.own

    @property
    def version(self) -> str:
        """A mark of everything that would be shown but the photo itself; the same for the same words."""
        texts = self.texts
        parts = (self.id, self.language, self.name, texts.title, *texts.answers, self.photo_text)
        joined = "".join(f"{len(part)}:{part}" for part in parts)
        return hashlib.sha256(joined.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Permit:
    """What may be shown where today, the photo never without the story."""

    story: frozenset[Use] = frozenset()
    photo: frozenset[Use] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of what stands on the web page, kept with every export."""

    story: str
    version: str
    photo: str  # the photo's id; empty: without
    file: str
    consented_on: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Changes:
    """How a new web page differs from the one before."""

    added: tuple[Shown, ...]
    changed: tuple[Shown, ...]
    gone: tuple[Shown, ...]  # must be taken off the web
    unseen: tuple[Shown, ...] = ()  # photos to be taken off the web, though the story stays


def standing(answers: Iterable[Consent], purpose: Purpose, story_id: str) -> Consent | None:
    """Return the answer that decides about a story or its photo; None if nobody was asked."""
    about = [
        one
        for one in answers
        if one.purpose is purpose and (not one.given if one.scope is None else one.scope.story == story_id)
    ]
    return max(about, key=_moment, default=None)


def uses_of(answer: Consent | None, version: str, today: date) -> frozenset[Use]:
    """Return where something may be shown today by an answer that was given about this very version."""
    if answer is None or not answer.given or answer.scope is None or answer.scope.version != version:
        return frozenset()
    if answer.until is None or today > answer.until:
        return frozenset()
    return answer.scope.uses


def permit(story: Story, answers: Iterable[Consent], today: date) -> Permit:
    """Return what may be shown where today; nothing of a story that is being written."""
    known = tuple(answers)
    if story.finished_at is None:
        return Permit()
    told = uses_of(standing(known, Purpose.STORY, story.id), story.version, today)
    if not story.photo:
        return Permit(told)
    seen = uses_of(standing(known, Purpose.PHOTO, story.id), story.photo, today)
    return Permit(told, told & seen)


def state_of(story: Story, answers: Iterable[Consent], today: date, shown: Shown | None = None) -> State:
    """Return where a story stands; `shown` is its line in the newest web page."""
    known = tuple(answers)
    if story.finished_at is None:
        return State.DRAFT
    answer = standing(known, Purpose.STORY, story.id)
    if answer is None:
        return State.WAITING
    if not answer.given:
        return State.WITHDRAWN if _ever_given(known, story.id) else State.PRIVATE
    if answer.scope is None or answer.scope.version != story.version:
        return State.WAITING
    allowed = permit(story, known, today)
    if not allowed.story:
        return State.EXPIRED
    return State.PUBLISHED if shown is not None and _as_shown(story, allowed, shown) else State.READY


def page_of(story: Story) -> str:
    """Return the name of a story's page; it tells nothing about its author."""
    return f"zgodba-{story.id[-12:]}.html"


def photo_file(photo: str) -> str:
    """Return the name of a photo's file."""
    return f"foto-{photo[-12:]}.jpg"


def changes(before: Iterable[Shown], now: Iterable[Shown]) -> Changes:
    """Compare what stood on the web page with what is to stand there."""
    old: Mapping[str, Shown] = {one.story: one for one in before}
    new: Mapping[str, Shown] = {one.story: one for one in now}
    stay = [(old[story], one) for story, one in new.items() if story in old]
    return Changes(
        tuple(one for story, one in new.items() if story not in old),
        tuple(one for was, one in stay if (was.version, was.photo) != (one.version, one.photo)),
        tuple(one for story, one in old.items() if story not in new),
        tuple(was for was, one in stay if was.photo and was.photo != one.photo),
    )


def _as_shown(story: Story, allowed: Permit, shown: Shown) -> bool:
    photo = story.photo if Use.WEB in allowed.photo else ""
    return Use.WEB in allowed.story and (shown.version, shown.photo) == (story.version, photo)


def _ever_given(answers: Iterable[Consent], story_id: str) -> bool:
    return any(
        one.given
        for one in answers
        if one.purpose is Purpose.STORY and one.scope is not None and one.scope.story == story_id
    )


def _moment(consent: Consent) -> tuple[datetime, bool, str]:
    """When something was answered; of two answers of one moment the "no" is the later."""
    return consent.at, not consent.given, consent.id
