# SPDX-License-Identifier: GPL-3.0-or-later
"""Exercises made of words: the same everywhere, one right answer, only where a word has what it takes."""

import pytest

from korak import paths
from korak.content.derive import LADDER, derivable, derive
from korak.content.exercise import Need
from korak.content.exercises.choose_picture import ChoosePicture
from korak.content.exercises.choose_word import ChooseWord
from korak.content.exercises.gap import HOLE, Gap
from korak.content.exercises.letters import Letters
from korak.content.exercises.listen import Listen
from korak.content.exercises.match import Match
from korak.content.exercises.minimal_pair import MinimalPair
from korak.content.exercises.order import Order
from korak.content.exercises.right_form import RightForm
from korak.content.exercises.translate import Translate
from korak.content.exercises.typed import Typed
from korak.content.verdict import Result
from korak.services.packs import load_pack

PACK = load_pack(paths.packs() / "koraki")
EVERYTHING = frozenset(Need)


@pytest.mark.parametrize("kind", LADDER)
def test_every_exercise_of_every_word_accepts_its_right_answer(kind) -> None:
    for word in PACK.words.values():
        exercise = derive(word, kind, PACK, "1")
        if exercise is None:
            continue
        assert exercise.kind == kind
        assert exercise.words == (word.id,)
        assert exercise.id == f"{word.id}:{kind}" or kind == "minimal_pair"
        assert exercise.judge(exercise.model(), PACK.words.forms).result is Result.EXACT


def test_the_same_seed_gives_the_same_exercise_and_another_one_other_neighbours() -> None:
    word = PACK.words["bolnisnica"]
    assert derive(word, "choose_word", PACK, "7") == derive(word, "choose_word", PACK, "7")
    neighbours = {derive(word, "choose_word", PACK, str(seed)).wrong for seed in range(6)}
    assert len(neighbours) > 1


def test_no_wrong_answer_is_a_form_of_the_word_or_shows_its_picture() -> None:
    for word in PACK.words.values():
        for kind in ("choose_word", "listen", "gap"):
            exercise = derive(word, kind, PACK, "3")
            if isinstance(exercise, ChooseWord | Listen | Gap):
                assert not {text.casefold() for text in exercise.wrong} & word.shapes, exercise
                assert len(set(exercise.wrong)) == len(exercise.wrong) >= 2
        pictures = derive(word, "choose_picture", PACK, "3")
        if isinstance(pictures, ChoosePicture):
            shown = [option.picture for option in (pictures.right, *pictures.wrong)]
            assert len(set(shown)) == len(shown) == 4


def test_a_word_without_a_picture_is_not_asked_for_by_picture() -> None:
    word = next(word for word in PACK.words.values() if not word.pictogram and not word.button)
    assert derive(word, "choose_picture", PACK, "1") is None
    assert derive(word, "typed", PACK, "1") is None
    assert derive(word, "match", PACK, "1") is None


def test_what_needs_a_voice_or_an_own_language_is_offered_only_where_there_is_one() -> None:
    word = PACK.words["rok"]
    silent = derivable(word, PACK, frozenset())
    assert not {"listen", "dictation", "speak", "translate"} & set(silent)
    assert "letters" in silent
    assert set(derivable(word, PACK, EVERYTHING)) >= {"listen", "dictation", "speak", "translate"}


def test_a_word_without_a_picture_needs_the_learners_own_language_to_be_chosen() -> None:
    word = next(word for word in PACK.words.values() if not word.pictogram)
    assert derive(word, "choose_word", PACK, "1").needs == {Need.OWN_LANGUAGE}


def test_every_word_gives_at_least_five_kinds_with_everything_at_hand_and_one_without() -> None:
    for word in PACK.words.values():
        assert len(derivable(word, PACK, EVERYTHING)) >= 5, word.id
        assert derivable(word, PACK, frozenset()), word.id


def test_the_hole_stands_where_the_word_stood() -> None:
    gap = derive(PACK.words["ambulanta"], "gap", PACK, "1")
    assert isinstance(gap, Gap)
    assert gap.text == f"Pokličem {HOLE}."
    assert gap.filled() == "Pokličem ambulanto."
    assert all(text.endswith("o") for text in gap.wrong), "other words stand in the same form"


def test_the_polite_word_is_told_from_the_one_on_the_button() -> None:
    form = derive(PACK.words["potrditi"], "right_form", PACK, "1")
    assert isinstance(form, RightForm)
    assert (form.text, form.right) == ("»Potrdi« → ___", "Potrdite")
    assert "Potrdi" in form.wrong


def test_a_letter_with_a_caron_has_its_plain_twin_among_the_chips() -> None:
    word = derive(PACK.words["bolnisnica"], "letters", PACK, "1")
    assert isinstance(word, Letters)
    assert word.extra in {"s", "č"}


def test_what_is_easily_confused_with_a_word_is_heard_against_it() -> None:
    word = PACK.words["zdravnik"]
    exercise = derive(word, "listen", PACK, "1")
    assert isinstance(exercise, Listen)
    assert word.confusable in exercise.wrong


def test_long_words_and_phrases_are_not_built_from_letters() -> None:
    assert derive(PACK.words["zdravstveni-dom"], "letters", PACK, "1") is None


def test_only_short_examples_are_put_in_order() -> None:
    for word in PACK.words.values():
        exercise = derive(word, "order", PACK, "1")
        if isinstance(exercise, Order):
            assert 3 <= len(exercise.model()) <= 4


def test_words_with_a_picture_are_matched_with_pictures_and_verbs_with_buttons() -> None:
    pictures = derive(PACK.words["bolnisnica"], "match", PACK, "1")
    assert isinstance(pictures, Match)
    assert pictures.by_picture
    assert len({pair.picture for pair in pictures.pairs}) == 4
    verb = next(word for word in PACK.words.values() if word.button and not word.pictogram)
    buttons = derive(verb, "match", PACK, "1")
    assert isinstance(buttons, Match)
    assert buttons.pairs[0].right == verb.button


def test_what_is_explained_in_brackets_is_not_to_be_written() -> None:
    word = next(word for word in PACK.words.values() if "(" in word.lemma)
    exercise = derive(word, "translate", PACK, "1")
    assert isinstance(exercise, Translate)
    assert exercise.base == word.lemma
    assert "(" not in exercise.answer


def test_a_picture_that_two_words_share_asks_for_no_writing() -> None:
    for word in PACK.words.values():
        if isinstance(derive(word, "typed", PACK, "1"), Typed):
            assert PACK.words.pictures[word.pictogram] == 1


def test_a_word_of_a_pair_is_heard_against_its_twin() -> None:
    by_word = [derive(word, "minimal_pair", PACK, "1") for word in PACK.words.values()]
    for exercise in by_word:
        assert exercise is None or isinstance(exercise, MinimalPair)


@pytest.mark.parametrize("kind", ["translate", "typed"])
def test_another_word_for_the_same_is_as_right_where_the_word_is_written(kind) -> None:
    for word in PACK.words.values():
        exercise = derive(word, kind, PACK, "1")
        if not isinstance(exercise, Translate | Typed):
            continue
        for variant in word.also:
            assert exercise.judge(variant, PACK.words.forms).result is Result.EXACT, variant
            assert PACK.words.find(variant) is word
    assert PACK.words["zdaj"].also == ("sedaj",)
