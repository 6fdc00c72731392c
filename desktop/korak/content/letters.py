# SPDX-License-Identifier: GPL-3.0-or-later
"""How a written answer differs from the expected text: letters compared one by one, within a narrow band.

A missing caron is a small matter, two swapped letters are one mistake, and a real word is never a slip of the
finger. The comparison never looks further than the number of mistakes that would still be a typo, so it
stays fast however long the answer is.
"""

import unicodedata
from collections.abc import Container

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
    weight, differences = _align(_letters(want), _letters(given))
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


def _align(want: list[tuple[int, str]], given: list[tuple[int, str]]) -> tuple[int, tuple[Difference, ...]]:
    """The lightest way from the answer to the expected letters, within the band, and its differences."""
    if abs(len(want) - len(given)) > BAND or not want:
        return FAR, ()
    rows = _weights([letter for _, letter in want], [letter for _, letter in given])
    weight = rows[-1].get(len(given), FAR)
    if weight // EDIT > BAND:
        return FAR, ()
    return weight, _differences(rows, want, given)


def _weights(want: list[str], given: list[str]) -> list[dict[int, int]]:
    """The banded table of Damerau's distance (neighbours swapped count once), carons weighing little."""
    rows: list[dict[int, int]] = [{j: j * EDIT for j in range(min(BAND, len(given)) + 1)}]
    for i in range(1, len(want) + 1):
        above, row = rows[i - 1], dict[int, int]()
        for j in range(max(0, i - BAND), min(len(given), i + BAND) + 1):
            best = above.get(j, FAR) + EDIT
            if j:
                step = _step(want[i - 1], given[j - 1])
                best = min(best, row.get(j - 1, FAR) + EDIT, above.get(j - 1, FAR) + step)
                if _swapped(want, given, i, j):
                    best = min(best, rows[i - 2].get(j - 2, FAR) + EDIT)
            row[j] = best
        rows.append(row)
    return rows


def _step(want: str, given: str) -> int:
    if want == given:
        return 0
    return CARON if want.translate(CARONS) == given.translate(CARONS) else EDIT


def _swapped(want: list[str], given: list[str], i: int, j: int) -> bool:
    if i < 2 or j < 2 or want[i - 1] == want[i - 2]:
        return False
    return want[i - 1] == given[j - 2] and want[i - 2] == given[j - 1]


def _differences(
    rows: list[dict[int, int]], want: list[tuple[int, str]], given: list[tuple[int, str]]
) -> tuple[Difference, ...]:
    """Walk the table back from its end and name each difference."""
    found: list[Difference] = []
    i, j = len(want), len(given)
    wanted, written = [letter for _, letter in want], [letter for _, letter in given]
    while i or j:
        here = rows[i][j]
        kind, back_i, back_j = _way_back(rows, wanted, written, (i, j, here))
        if kind is not None:
            start = want[back_i][0] if back_i < len(want) else want[-1][0] + 1
            end = start if kind is DifferenceKind.EXTRA else want[i - 1][0] + 1
            found.append(Difference(start, end, kind))
        i, j = back_i, back_j
    return tuple(reversed(found))


def _way_back(
    rows: list[dict[int, int]], want: list[str], given: list[str], at: tuple[int, int, int]
) -> tuple[DifferenceKind | None, int, int]:
    i, j, here = at
    if i and j:
        step = _step(want[i - 1], given[j - 1])
        if rows[i - 1].get(j - 1, FAR) + step == here:
            kinds = {0: None, CARON: DifferenceKind.CARON, EDIT: DifferenceKind.CHANGED}
            return kinds[step], i - 1, j - 1
        if _swapped(want, given, i, j) and rows[i - 2].get(j - 2, FAR) + EDIT == here:
            return DifferenceKind.SWAPPED, i - 2, j - 2
    if i and rows[i - 1].get(j, FAR) + EDIT == here:
        return DifferenceKind.MISSING, i - 1, j
    return DifferenceKind.EXTRA, i, j - 1


def _on_original(wanted: str, differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """The differences, kept within the text they point into."""
    last = len(wanted)
    return tuple(Difference(min(d.start, last), min(d.end, last), d.kind) for d in differences)
