# SPDX-License-Identifier: GPL-3.0-or-later
"""How a written answer differs from the expected text: letters compared one by one, within a narrow band.

A missing caron is a small matter, two swapped letters are one mistake, and a real word is never a slip of the
finger. The comparison never looks further than the number of mistakes that would still be a typo, so it
stays fast however long the answer is.
"""

import unicodedata
from collections.abc import Container
from dataclasses import dataclass

from korak.content.verdict import Difference, DifferenceKind, Result

CARONS = str.maketrans("čćšžđ", "ccszd")
CARON, EDIT = 1, 1000  # any number of carons weighs less than one letter
FAR = 10**9
BAND = 3
QUIET = ".,;:!?…»«›‹\"'„“”’"  # marks at the edges of a word that no answer is judged by


def compare(
    expected: str, answer: str, words: Container[str] = ()
) -> tuple[Result, str, tuple[Difference, ...]]:
    """The result, the expected text as compared, and the differences over it."""
    wanted = _composed(expected)
    want, given = _plain(wanted), _plain(_composed(answer))
    if _bare(want) == _bare(given):
        return Result.EXACT, wanted, ()
    weight, differences = _align(_Text.of(_letters(want)), _Text.of(_letters(given)))
    shown = _on_original(wanted, differences)
    if weight >= FAR or _has_other_word(want, given, words):
        return Result.WRONG, wanted, shown
    if weight < EDIT:
        return Result.DIACRITICS, wanted, shown
    return (Result.TYPO if _is_typo(want, given, weight // EDIT) else Result.WRONG), wanted, shown


def allowed_edits(length: int) -> int:
    """How many wrong letters a text of this length forgives."""
    if length < 4:
        return 0
    return 1 if length < 9 else 2


def _composed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _plain(text: str) -> str:
    """Small letters, one for one: a letter whose small form is longer stays as it is."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _bare(text: str) -> str:
    return " ".join(bare for word in text.split() if (bare := word.strip(QUIET)))


def _letters(text: str) -> list[tuple[int, str]]:
    """The letters that count, with their places: marks at the edges of words left out."""
    kept: list[tuple[int, str]] = []
    at = 0
    for word in text.split(" "):
        start = at + len(word) - len(word.lstrip(QUIET))
        bare = word.strip(QUIET)
        if bare and kept:
            kept.append((start - 1, " "))
        kept.extend((start + i, letter) for i, letter in enumerate(bare))
        at += len(word) + 1
    return kept


def _is_typo(want: str, given: str, edits: int) -> bool:
    """Whether so few mistakes are a slip: by the whole text, and no word of it wrong through and through."""
    wanted, written = _bare(want).split(), _bare(given).split()
    if edits > allowed_edits(sum(len(word) for word in wanted)):
        return False
    if len(wanted) != len(written):
        return True
    return all(
        len(word) >= 4 or word == other or word.translate(CARONS) == other.translate(CARONS)
        for word, other in zip(wanted, written, strict=True)
    )


def _has_other_word(want: str, given: str, words: Container[str]) -> bool:
    """Whether a word of the answer is another real word."""
    wanted = _bare(want).split()
    return any(word not in wanted and word in words for word in _bare(given).split())


@dataclass(frozen=True, slots=True)
class _Text:
    """The letters of a text that count: their places, as they are, and without carons."""

    places: tuple[int, ...]
    letters: str
    bare: str

    @classmethod
    def of(cls, letters: list[tuple[int, str]]) -> "_Text":
        joined = "".join(letter for _, letter in letters)
        return cls(tuple(place for place, _ in letters), joined, joined.translate(CARONS))


def _align(want: _Text, given: _Text) -> tuple[int, tuple[Difference, ...]]:
    """The lightest way from the answer to the expected letters, within the band, and its differences."""
    if abs(len(want.letters) - len(given.letters)) > BAND or not want.letters:
        return FAR, ()
    rows = _weights(want, given)
    weight = rows[-1].get(len(given.letters), FAR)
    if weight // EDIT > BAND:
        return FAR, ()
    return weight, _differences(rows, want, given)


def _weights(want: _Text, given: _Text) -> list[dict[int, int]]:
    """The banded table of Damerau's distance (neighbours swapped count once), carons weighing little."""
    length = len(given.letters)
    row: dict[int, int] = {j: j * EDIT for j in range(min(BAND, length) + 1)}
    rows = [row]
    for i in range(1, len(want.letters) + 1):
        above, row = row, dict[int, int]()
        left = FAR
        for j in range(max(0, i - BAND), min(length, i + BAND) + 1):
            best = min(above.get(j, FAR), left) + EDIT
            if j:
                best = min(best, above.get(j - 1, FAR) + _step(want, given, i, j))
                if _swapped(want, given, i, j):
                    best = min(best, rows[i - 2].get(j - 2, FAR) + EDIT)
            row[j] = left = best
        rows.append(row)
    return rows


def _step(want: _Text, given: _Text, i: int, j: int) -> int:
    if want.letters[i - 1] == given.letters[j - 1]:
        return 0
    return CARON if want.bare[i - 1] == given.bare[j - 1] else EDIT


def _swapped(want: _Text, given: _Text, i: int, j: int) -> bool:
    if i < 2 or j < 2:
        return False
    one, other = want.letters, given.letters
    return one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1] and one[i - 1] != one[i - 2]


def _differences(rows: list[dict[int, int]], want: _Text, given: _Text) -> tuple[Difference, ...]:
    """Walk the table back from its end and name each difference."""
    found: list[Difference] = []
    i, j = len(want.letters), len(given.letters)
    while i or j:
        kind, back_i, back_j = _way_back(rows, want, given, (i, j))
        if kind is not None:
            start = want.places[back_i] if back_i < len(want.places) else want.places[-1] + 1
            end = start if kind is DifferenceKind.EXTRA else want.places[i - 1] + 1
            found.append(Difference(start, end, kind))
        i, j = back_i, back_j
    return tuple(reversed(found))


def _way_back(
    rows: list[dict[int, int]], want: _Text, given: _Text, at: tuple[int, int]
) -> tuple[DifferenceKind | None, int, int]:
    i, j = at
    here = rows[i][j]
    if i and j:
        step = _step(want, given, i, j)
        if rows[i - 1].get(j - 1, FAR) + step == here:
            return _KINDS[step], i - 1, j - 1
        if _swapped(want, given, i, j) and rows[i - 2].get(j - 2, FAR) + EDIT == here:
            return DifferenceKind.SWAPPED, i - 2, j - 2
    if i and rows[i - 1].get(j, FAR) + EDIT == here:
        return DifferenceKind.MISSING, i - 1, j
    return DifferenceKind.EXTRA, i, j - 1


_KINDS = {0: None, CARON: DifferenceKind.CARON, EDIT: DifferenceKind.CHANGED}


def _on_original(wanted: str, differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """The differences, kept within the text they point into."""
    last = len(wanted)
    return tuple(Difference(min(d.start, last), min(d.end, last), d.kind) for d in differences)
