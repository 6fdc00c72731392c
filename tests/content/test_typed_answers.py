# SPDX-License-Identifier: GPL-3.0-or-later
"""A typed answer gets one of four results, and its differences stand where the letters are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korak.content.exercises.typed import Typed
from korak.content.letters import CARONS, allowed_edits, compare
from korak.content.verdict import DifferenceKind, Result, Verdict

WORDS = frozenset({"pes", "peš", "koda", "kosa", "geslo", "sporočilo"})
LETTERS = "abcčdđefghijklmnoprsštuvzž"
slovenian = st.text(alphabet=LETTERS, min_size=1, max_size=20)


def judged(expected: str, answer: str, *also: str) -> Verdict:
    return Typed(ask="?", answer=expected, also=also).judge(answer, WORDS)


@pytest.mark.parametrize(
    ("expected", "answer", "result"),
    [
        ("sporočilo", "sporočilo", Result.EXACT),
        ("sporočilo", "  SPOROČILO. ", Result.EXACT),
        ("osebni dokument", "osebni   dokument", Result.EXACT),
        ("Prosim, za termin.", "prosim za termin", Result.EXACT),
        ("sporočilo", "sporocilo", Result.DIACRITICS),
        ("đak", "dak", Result.DIACRITICS),
        ("kuća", "kuča", Result.DIACRITICS),
        ("cena", "čena", Result.DIACRITICS),
        ("sporočilo", "sporočlio", Result.TYPO),
        ("sporočilo", "sporocillo", Result.TYPO),
        ("prejemnik", "perjemink", Result.TYPO),
        ("osebni dokument", "osebnidokument", Result.TYPO),
        ("geslo", "gesl", Result.TYPO),
        ("geslo", "gest", Result.WRONG),
        ("rok", "rak", Result.WRONG),
        ("da", "ne", Result.WRONG),
        ("peš", "pes", Result.WRONG),
        ("koda", "kosa", Result.WRONG),
        ("moj pes", "moj peš", Result.WRONG),
        ("geslo", "", Result.WRONG),
        ("geslo", "koda", Result.WRONG),
    ],
)
def test_an_answer_gets_its_result(expected: str, answer: str, result: Result) -> None:
    assert judged(expected, answer).result is result


@pytest.mark.parametrize(
    ("expected", "answer", "kind", "marked"),
    [
        ("osebni dokument", "osebni dokumnet", DifferenceKind.SWAPPED, "en"),
        ("sporočilo", "sporocilo", DifferenceKind.CARON, "č"),
        ("geslo", "gesl", DifferenceKind.MISSING, "o"),
        ("geslo", "gesslo", DifferenceKind.EXTRA, ""),
        ("geslo", "gezlo", DifferenceKind.CHANGED, "s"),
        ("»Pošlji«", "Pslji", DifferenceKind.MISSING, "o"),
    ],
)
def test_a_difference_stands_over_the_expected_letters(
    expected: str, answer: str, kind: DifferenceKind, marked: str
) -> None:
    verdict = judged(expected, answer)
    found = next(one for one in verdict.differences if one.kind is kind)
    assert verdict.expected[found.start : found.end] == marked


def test_letters_composed_otherwise_are_the_same_letters() -> None:
    assert judged("sporočilo", "sporoc\u030cilo").result is Result.EXACT


def test_the_best_of_the_variants_counts() -> None:
    verdict = judged("Pošlji", "posljite", "Pošljite")
    assert verdict.result is Result.DIACRITICS
    assert verdict.expected == "Pošljite"


def test_allowed_edits_grow_with_length() -> None:
    assert [allowed_edits(length) for length in (1, 3, 4, 8, 9, 40)] == [0, 0, 1, 1, 2, 2]


@given(st.text(), st.text())
def test_no_answer_makes_the_judge_stumble(expected: str, answer: str) -> None:
    result, shown, differences = compare(expected, answer, WORDS)
    assert result in Result
    assert all(0 <= one.start <= one.end <= len(shown) for one in differences)


@given(st.text(min_size=1))
def test_the_expected_text_is_always_exact(expected: str) -> None:
    assert judged(expected, expected).result is Result.EXACT


@given(slovenian, slovenian)
def test_judging_is_symmetric_for_words_of_one_length(one: str, other: str) -> None:
    if len(one) == len(other):
        assert compare(one, other)[0] is compare(other, one)[0]


@given(slovenian)
def test_forgotten_carons_are_only_carons(word: str) -> None:
    plain = word.translate(CARONS)
    expected = Result.EXACT if plain == word else Result.DIACRITICS
    assert compare(word, plain)[0] is expected
    assert len(compare(word, plain)[2]) == sum(a != b for a, b in zip(word, plain, strict=True))


@given(st.text(alphabet=LETTERS, min_size=9, max_size=20), st.data())
def test_two_neighbours_swapped_are_one_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    answer = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    result, _, differences = compare(word, answer)
    same = word[at].translate(CARONS) == word[at + 1].translate(CARONS)
    assert result is (Result.TYPO if not same else result)
    assert result.accepted
    assert len(differences) <= 2


@given(slovenian, slovenian)
def test_applying_the_differences_gives_as_many_letters_as_were_written(expected: str, answer: str) -> None:
    result, shown, differences = compare(expected, answer)
    if result in {Result.TYPO, Result.DIACRITICS}:
        kinds = [one.kind for one in differences]
        missing, extra = kinds.count(DifferenceKind.MISSING), kinds.count(DifferenceKind.EXTRA)
        assert len(answer) == len(shown) - missing + extra


def test_a_thousand_judgements_take_at_most_half_a_second() -> None:
    exercise = Typed(ask="?", answer="Pozdravljeni! Že tri dni me boli hrbet.")
    begun = time.perf_counter()
    for _ in range(1000):
        exercise.judge("Pozdravlejni! Ze tri dni me bli hrbet.", WORDS)
    assert time.perf_counter() - begun < 0.5 * 4  # four times the aim: the machine may be busy
