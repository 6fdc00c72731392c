# SPDX-License-Identifier: GPL-3.0-or-later
"""Learner codes: what stands on paper in place of a name (assessment.md §3.7).

A code is the centre's prefix, a hyphen, five random characters and a check character: "LUJ-7K3QFD". It is
derived from nothing about the person. The alphabet has 28 signs: no 0/O and 1/I/L, which are mistaken for
each other, and no other vowels, so that no code is a word.
"""

import unicodedata
from collections.abc import Callable

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
LENGTH = 5
PREFIX_LENGTH = 3
NO_PREFIX = "KRK"


def prefix_of(centre: str) -> str:
    """The first letters of a centre's words, at most three: "Ljudska univerza Jesenice" is LUJ."""
    words = ["".join(filter(_is_plain, unicodedata.normalize("NFD", word))) for word in centre.split()]
    letters = "".join(word[:1] for word in words if word).upper()
    if len(letters) < PREFIX_LENGTH:
        letters += "".join(word[1:] for word in reversed(words)).upper()
    return letters[:PREFIX_LENGTH] or NO_PREFIX


def _is_plain(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def new_code(prefix: str, choose: Callable[[int], int]) -> str:
    """A code; `choose(n)` draws a number from 0 to n - 1 (secrets.randbelow)."""
    drawn = "".join(ALPHABET[choose(len(ALPHABET))] for _ in range(LENGTH))
    return f"{prefix}-{drawn}{check_sign(drawn)}"


def check_sign(signs: str) -> str:
    """The sixth character: Luhn's sum modulo 28, which finds any one wrong sign and most swapped ones."""
    size, total = len(ALPHABET), 0
    for place, sign in enumerate(reversed(signs)):
        value = ALPHABET.index(sign) * (2 if place % 2 == 0 else 1)
        total += value // size + value % size
    return ALPHABET[-total % size]


def is_code(text: str) -> bool:
    """Whether this is a well-formed code: typed wrong, it is told before anybody is looked up."""
    prefix, hyphen, rest = text.strip().upper().rpartition("-")
    known = len(rest) == LENGTH + 1 and all(sign in ALPHABET for sign in rest)
    return bool(prefix and hyphen and known) and check_sign(rest[:LENGTH]) == rest[LENGTH]
