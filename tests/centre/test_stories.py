# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be shown of a story, whatever was answered and changed in whatever order."""

import dataclasses
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from korak.centre.quotes import LONGEST, SHORTEST, sentences
from korak.centre.retention import Consent, Purpose, Scope, Use
from korak.centre.stories import (
    Shown,
    State,
    Story,
    Texts,
    changes,
    page_of,
    permit,
    standing,
    state_of,
)

T0 = datetime(2026, 11, 2, 9, tzinfo=UTC)
TODAY = date(2026, 11, 2)
STORY = Story(
    "0193-story-a",
    "amra",
    "bs",
    "Amra",
    Texts("Moj put", "Iz Zenice.", "Da pošljem poruku.", "Pišem ljekaru."),
    "amra",
    T0,
    T0,
    photo="foto-1",
    photo_text="Ja na poslu.",
    finished_at=T0,
)


def answer(
    minute: int,
    *uses: Use,
    purpose: Purpose = Purpose.STORY,
    story: Story | None = STORY,
    version: str = "",
    until: date | None = date(2028, 11, 2),
) -> Consent:
    about = None
    if story is not None:
        asked = version or (story.photo if purpose is Purpose.PHOTO else story.version)
        about = Scope(story.id, asked, frozenset(uses))
    return Consent(
        f"c{minute}", T0 + timedelta(minutes=minute), "amra", purpose, bool(uses), until, scope=about
    )


consents = st.lists(
    st.builds(
        answer,
        st.integers(0, 9),
        st.sampled_from(Use),
        purpose=st.sampled_from([Purpose.STORY, Purpose.PHOTO]),
        story=st.sampled_from([STORY, dataclasses.replace(STORY, id="another"), None]),
        version=st.sampled_from(["", "older"]),
        until=st.sampled_from([None, date(2026, 11, 1), TODAY, date(2028, 1, 1)]),
    )
    | st.builds(answer, st.integers(0, 9), story=st.sampled_from([STORY, None])),
    max_size=8,
)


@given(consents)
def test_nothing_is_shown_without_a_dated_yes_to_this_very_version(answers: list[Consent]) -> None:
    allowed = permit(STORY, answers, TODAY)
    if not allowed.story:
        return
    last = standing(answers, Purpose.STORY, STORY.id)
    assert last is not None
    assert last.given
    assert last.scope is not None
    assert last.scope.version == STORY.version
    assert last.scope.story == STORY.id
    assert last.until is not None
    assert last.until >= TODAY
    assert allowed.story == last.scope.uses
    assert allowed.photo <= allowed.story


@given(consents, st.sampled_from(["title", "come_from", "learned", "now"]))
def test_an_edit_after_consent_is_shown_nowhere(answers: list[Consent], field: str) -> None:
    own = dataclasses.replace(STORY.own, **{field: getattr(STORY.own, field) + " "})
    edited = dataclasses.replace(STORY, own=own)
    assert permit(edited, answers, TODAY).story == frozenset()
    assert state_of(edited, answers, TODAY) is not State.READY


@given(consents)
def test_a_no_ends_everything_that_was_agreed_to_before(answers: list[Consent]) -> None:
    for refusal in (answer(10), answer(10, story=None)):
        after = permit(STORY, [*answers, refusal], TODAY)
        assert after.story == after.photo == frozenset()


@given(consents)
def test_a_yes_to_stories_as_a_whole_opens_nothing_by_itself(answers: list[Consent]) -> None:
    general = Consent("all", T0 + timedelta(hours=1), "amra", Purpose.STORY, given=True)
    assert permit(STORY, [*answers, general], TODAY) == permit(STORY, answers, TODAY)


@given(consents)
def test_what_is_agreed_to_today_is_over_the_day_after_its_last(answers: list[Consent]) -> None:
    last = date(2028, 11, 2)
    known = [*answers, answer(10, Use.WEB, until=last)]
    assert Use.WEB in permit(STORY, known, last).story
    assert permit(STORY, known, last + timedelta(days=1)).story == frozenset()
    assert state_of(STORY, known, last + timedelta(days=1)) is State.EXPIRED


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_letters_cannot_move_from_one_answer_to_the_next_unseen(first: str, second: str, both: str) -> None:
    one = dataclasses.replace(STORY, own=Texts(first, second, both))
    other = dataclasses.replace(STORY, own=Texts(first + second, "", both))
    assert (one.version == other.version) is (one.own == other.own)


def test_a_photo_is_never_shown_where_the_story_is_not() -> None:
    answers = [answer(1, Use.PRINT), answer(2, Use.WEB, Use.PRINT, purpose=Purpose.PHOTO)]
    allowed = permit(STORY, answers, TODAY)
    assert allowed.story == allowed.photo == {Use.PRINT}
    other_photo = dataclasses.replace(STORY, photo="foto-2")
    assert permit(other_photo, answers, TODAY).photo == frozenset()


def test_a_story_goes_through_its_states_in_words_of_its_own() -> None:
    draft = dataclasses.replace(STORY, finished_at=None)
    yes, no = answer(1, Use.WEB), answer(2)
    shown = Shown(STORY.id, STORY.version, "", page_of(STORY), TODAY, None)
    assert state_of(draft, [yes], TODAY) is State.DRAFT
    assert state_of(STORY, [], TODAY) is State.WAITING
    assert state_of(STORY, [answer(1)], TODAY) is State.PRIVATE
    assert state_of(STORY, [yes], TODAY) is State.READY
    assert state_of(STORY, [yes], TODAY, shown) is State.PUBLISHED
    assert state_of(STORY, [yes, no], TODAY, shown) is State.WITHDRAWN
    with_photo = [yes, answer(3, Use.WEB, purpose=Purpose.PHOTO)]
    assert state_of(STORY, with_photo, TODAY, shown) is State.READY


shown_lists = st.lists(
    st.builds(
        Shown,
        st.sampled_from("abcdef"),
        st.sampled_from("12"),
        st.sampled_from(["", "p", "q"]),
        st.just("file"),
        st.just(TODAY),
        st.none(),
    ),
    unique_by=lambda one: one.story,
)


@given(shown_lists, shown_lists)
def test_what_stood_and_what_changed_make_what_stands(before: list[Shown], now: list[Shown]) -> None:
    found = changes(before, now)
    after = {one.story for one in before} - {one.story for one in found.gone}
    assert after | {one.story for one in found.added} == {one.story for one in now}
    same = {one.story: one for one in before}
    for one in found.changed:
        assert same[one.story] != one
    for photo in found.unseen:
        assert photo.photo not in {one.photo for one in now if one.story == photo.story}


@given(st.text())
def test_a_quote_is_a_whole_sentence_of_the_story(text: str) -> None:
    plain = " ".join(text.split())
    for sentence in sentences(text):
        assert SHORTEST <= len(sentence) <= LONGEST
        assert sentence in plain


def test_a_name_of_a_file_tells_nothing_about_the_author() -> None:
    assert "amra" not in page_of(dataclasses.replace(STORY, id="01939a3e-7b00-7000-8000-0123456789ab"))
