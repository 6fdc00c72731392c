# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group finds hard is counted by people first, and says what is taken for what."""

from korak.content.words import Word, Words
from korak.learning.group_words import Confusion, HardWord, WordAnswer, group_words
from korak.learning.memory import PRACTICE, Practised, station

WORDS = Words(
    {
        "koda": Word(id="koda", lemma="koda", forms=("kodo",)),
        "kraj": Word(id="kraj", lemma="kraj"),
        "kosilo": Word(id="kosilo", lemma="kosilo"),
    }
)


def answer(person: str, word: str, result: str, given: str = "", kind: str = "typed") -> WordAnswer:
    """An answer in word practice."""
    return WordAnswer(person, PRACTICE, station(Practised("r", 0, word, kind)), kind, result, given)


def test_a_word_is_harder_when_more_people_miss_it() -> None:
    found = group_words(
        [
            *(answer("a", "kraj", "wrong", "x") for _ in range(5)),
            answer("a", "koda", "wrong", "kraj"),
            answer("b", "koda", "wrong", "kraj"),
            answer("c", "koda", "exact", "koda"),
            answer("c", "kosilo", "exact", "kosilo"),
        ],
        {},
        WORDS,
    )

    assert found.hard == (HardWord("koda", 2, 3, 2, 3), HardWord("kraj", 1, 1, 5, 5))
    assert found.confusions[0] == Confusion("koda", "kraj", "kraj", 2, 2)


def test_another_form_of_the_same_word_is_no_confusion_and_a_flash_card_no_answer() -> None:
    found = group_words(
        [answer("a", "koda", "wrong", "kodo"), answer("a", "koda", "wrong", "new", "flash")], {}, WORDS
    )

    assert found.confusions == ()
    assert found.hard == ()


def test_exercises_of_lessons_count_for_their_words_and_missing_carons_for_people() -> None:
    found = group_words(
        [
            WordAnswer("a", "l", "typed-1", "typed", "wrong", "kosila"),
            WordAnswer("b", "l", "typed-1", "typed", "diacritics", "kosilo"),
        ],
        {("l", "typed-1"): ("kosilo",)},
        WORDS,
    )

    assert found.hard == (HardWord("kosilo", 1, 2, 1, 2),)
    assert found.confusions == (Confusion("kosilo", "kosila", "", 1, 1),)
    assert found.without_carons == 1
