# SPDX-License-Identifier: GPL-3.0-or-later
"""Recognises numbers that could be somebody's: a valid EMŠO, tax number, account or payment card.

The practice world works with fictitious numbers only, all of them invalid. Whoever types a valid one has
probably typed a real one, and it must not reach a log or a store. Check digits are those of python-stdnum
(its EMŠO also takes the check digit 0 where k = 10, so a number that is good in either reading is found).

The beginning of such a number is as telling as the whole: twelve digits of an EMŠO give the thirteenth. What
looks like a beginning, and like none of the fictitious numbers at hand, is told apart, too.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from stdnum import iban, luhn
from stdnum.si import ddv, emso

NumberKind = Literal["emso", "tax_number", "iban", "card"]

_RUN = re.compile(r"\d+(?:[ \u00a0\u202f./-]\d+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_ACCOUNT = re.compile(r"[A-Z]{2}[ -]?\d{2}(?:[ \u00a0-]?[A-Z0-9]){11,30}", re.IGNORECASE)
_GAP = re.compile(r"\D")
_BEGUN_ACCOUNT = re.compile(r"\bSI[ -]?56(?:[ \u00a0-]?\d){6,14}(?!\d)", re.IGNORECASE)
_WHOLE: Mapping[NumberKind, int] = {"emso": 13, "tax_number": 8, "iban": 17, "card": 16}
"""How many digits a number of each kind has; of an account, after SI."""
_TEXT_BEFORE = 2  # letters before a run of digits that tell what it is: SI, +
_LEAST = 5
"""Fewer digits than these are nobody's number yet."""
_GROWS = re.compile(rf"\d(?:[ \u00a0./-]?\d){{{_LEAST - 1},}}[ \u00a0./-]?$")
_TELEPHONE = 9
"""So many digits a telephone number has in Slovenia: in free text, no more is read out of them."""
_WRONG_DIGITS = 2
"""So many digits may be wrong, missing or too many in a number that is still taken for a fictitious one."""
_BIRTH = re.compile(r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(9\d\d|0[0-4]\d)")


@dataclass(frozen=True, slots=True)
class Telling:
    """A place in a text that tells somebody's number: its kind, where it stands, and whether it is whole."""

    kind: NumberKind
    start: int
    end: int
    whole: bool


def real_number(text: str) -> NumberKind | None:
    """What kind of valid number this is, by itself; None when it is none."""
    digits = "".join(letter for letter in text if letter.isalnum())
    if digits[:2].isalpha():
        if iban.is_valid(digits):
            return "iban"
        digits = digits[2:] if digits[:2].upper() == "SI" else ""
        return "tax_number" if len(digits) == 8 and digits.isdigit() and ddv.is_valid(digits) else None
    return _of_digits(digits) if digits.isascii() and digits.isdigit() else None


def real_numbers(text: str) -> tuple[NumberKind, ...]:
    """The kinds of valid numbers anywhere in a text, each once; usual gaps in them do not hide them."""
    return tuple(dict.fromkeys(_found(text)))


def telling(text: str, known: Collection[str], kind: NumberKind | None = None) -> tuple[Telling, ...]:
    """The places of a text that could tell somebody's number, whole or begun, from left to right.

    ``known`` are the fictitious numbers at hand, only their digits and letters: what is one of them, a piece
    of one, or one with up to two wrong digits, tells nothing. ``kind`` is what the field asks for: there any
    five digits that are not known are a beginning.
    """
    found = (place for place in _places(text, kind) if not _is_known(text, known, place))
    return tuple(sorted(_apart(found), key=_start))


def without_telling(text: str, known: Collection[str], kind: NumberKind | None = None) -> str:
    """The text without the numbers in it that could be somebody's."""
    for place in reversed(telling(text, known, kind)):
        text = f"{text[: place.start].rstrip()} {text[place.end :].lstrip()}".strip()
    return text


def grows(text: str, known: Collection[str]) -> bool:
    """Whether a text ends in digits that are not known and may become somebody's number with the next key."""
    found = _GROWS.search(text)
    if found is None:
        return False
    digits = _signs(found[0])
    return not any(digits in one for one in known)


def digits_and_letters(text: str) -> Iterator[str]:
    """The numbers of five digits and more in a text, as ``known`` takes them; none that could be real."""
    for found in (*_ACCOUNT.finditer(text), *_RUN.finditer(text)):
        signs = _signs(found[0])
        if sum(sign.isdigit() for sign in signs) >= _LEAST and real_number(signs) is None:
            yield signs


def _is_known(text: str, known: Collection[str], place: Telling) -> bool:
    """Whether a number is one of the fictitious ones, a piece of one, or (not whole) nearly one."""
    signs = _signs(text[place.start : place.end])
    if any(signs in one for one in known):
        return True
    return not place.whole and any(_is_near(signs, one) for one in known)


def _start(place: Telling) -> int:
    return place.start


def _signs(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).upper()


def _apart(found: Iterable[Telling]) -> Iterator[Telling]:
    """The places without those that lie in another one; whole numbers come first, then the longest."""
    kept: list[Telling] = []
    for place in sorted(found, key=_first_whole):
        if all(place.end <= other.start or place.start >= other.end for other in kept):
            kept.append(place)
            yield place


def _first_whole(place: Telling) -> tuple[bool, int]:
    return not place.whole, place.start - place.end


def _places(text: str, kind: NumberKind | None) -> Iterator[Telling]:
    if not any(letter.isdigit() for letter in text):
        return
    for account in _ACCOUNT.finditer(text):
        end = _account_in(account[0])
        if end:
            yield Telling("iban", account.start(), account.start() + end, True)
    for account in _BEGUN_ACCOUNT.finditer(text):
        yield Telling("iban", account.start(), account.end(), False)
    for run in _RUN.finditer(text):
        yield from _in_run(run, text[max(run.start() - _TEXT_BEFORE, 0) : run.start()].upper(), kind)


def _in_run(run: re.Match[str], before: str, kind: NumberKind | None) -> Iterator[Telling]:
    """What a run of digits tells: whole numbers in it, or the beginning of one."""
    for piece in _pieces(run[0]):
        found = real_number(piece)
        if found is not None:
            yield Telling(found, run.start(), run.end(), True)
    begun = _begun(_GAP.sub("", run[0]), before, kind)
    if begun is not None and not _DAY.search(run[0]):
        yield Telling(begun, run.start(), run.end(), False)


def _begun(digits: str, before: str, kind: NumberKind | None) -> NumberKind | None:
    """What a run of digits may be the beginning of; what is long enough, and wrong, is nobody's."""
    if len(digits) < _LEAST:
        return None
    if kind is not None:
        return kind if len(digits) < _WHOLE[kind] else None
    if len(digits) < 8 and before == "SI":
        return "tax_number"
    if before.endswith("+") or digits.startswith("00"):
        return None  # a telephone number
    if _TELEPHONE < len(digits) < 13 and _BIRTH.match(digits):
        return "emso"
    return "card" if 12 <= len(digits) <= 15 and len(digits) != 13 and digits[0] in "3456" else None


def _is_near(digits: str, known: str) -> bool:
    """Whether these are a known number's, or the beginning of it, but for a few wrong signs."""
    allowed = _WRONG_DIGITS if len(digits) > 7 else 1
    lengths = {len(digits) - 1, len(digits), len(digits) + 1, len(known)}
    return any(_edits(digits, known[:length]) <= allowed for length in lengths)


def _edits(one: str, other: str) -> int:
    """How many signs must be changed, added or left out to make one of the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for number, sign in enumerate(one, 1):
        last, row = row, [number]
        for place, wanted in enumerate(other, 1):
            row.append(min(last[place] + 1, row[-1] + 1, last[place - 1] + (sign != wanted)))
    return row[-1]


def _of_digits(digits: str) -> NumberKind | None:
    if len(digits) == 13 and emso.is_valid(digits):
        return "emso"
    if len(digits) == 8 and ddv.is_valid(digits):
        return "tax_number"
    return "card" if len(digits) in {15, 16} and luhn.is_valid(digits) and _is_issuer(digits) else None


def _is_issuer(digits: str) -> bool:
    """Whether a card of this length may begin so (ISO/IEC 7812: 2 to 6; fifteen digits: 34 or 37)."""
    return digits[0] in "23456" if len(digits) == 16 else digits[:2] in {"34", "37"}


def _found(text: str) -> Iterator[NumberKind]:
    if not any(letter.isdigit() for letter in text):
        return
    for place in _places(text, None):
        if place.whole:
            yield place.kind


def _account_in(text: str) -> int:
    """Where a valid account number ends in a text that begins with it; 0 when there is none.

    Words may follow it without a gap that would end it.
    """
    ends = [place for place, letter in enumerate(text, 1) if letter.isalnum()]
    letters = "".join(letter for letter in text if letter.isalnum())
    lengths = range(15, len(letters) + 1)
    return next((ends[length - 1] for length in lengths if iban.is_valid(letters[:length])), 0)


def _pieces(run: str) -> Iterator[str]:
    """The numbers a run of digits may hold: every row of neighbouring groups, but for days."""
    groups = _GAP.split(run)
    for first in range(len(groups)):
        for last in range(first + 1, len(groups) + 1):
            piece = "".join(groups[first:last])
            if len(piece) > 16:
                break
            if len(piece) == 8 and _is_day(run, groups[first:last]):
                continue
            yield piece


def _is_day(run: str, groups: list[str]) -> bool:
    """Whether eight digits in groups are written as a day."""
    return len(groups) == 3 and bool(_DAY.search(run))
