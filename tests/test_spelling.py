# SPDX-License-Identifier: GPL-3.0-or-later
"""The spell check reads words and nothing else."""

import pytest
import spelling


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dober dan, {name}!", ["Dober", "dan"]),
        ("Odprite <b>zVEM</b>.", ["Odprite", "zVEM"]),
        ("Naslov: zvem-vaja.invalid/prijava", ["Naslov"]),
        ("Pišite na ana@posta.invalid danes", ["Pišite", "na", "danes"]),
        ("Koda 123456 in obrazec A4-1", ["Koda", "in", "obrazec"]),
        ("Konec.Začetek", ["Konec", "Začetek"]),
        ("e-pošta s črko č", ["pošta", "črko"]),
    ],
)
def test_only_words_are_read(text: str, words: list[str]) -> None:
    assert spelling.words_of(text) == words


def test_a_listed_word_in_small_letters_holds_for_any_case() -> None:
    assert spelling.is_known("Podportal", {"podportal"})
    assert spelling.is_known("KORAK", {"Korak"})
    assert not spelling.is_known("zvem", {"zVEM"})
