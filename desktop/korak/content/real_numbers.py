# SPDX-License-Identifier: GPL-3.0-or-later
"""Recognises numbers that could be somebody's: a valid EMŠO, tax number, account or payment card.

The practice world works with fictitious numbers only, all of them invalid. Whoever types a valid one has
probably typed a real one, and it must not reach a log or a store. Check digits are those of python-stdnum
(its EMŠO also takes the check digit 0 where k = 10, so a number that is good in either reading is found).
"""

import re
from collections.abc import Iterator
from typing import Literal

from stdnum import iban, luhn
from stdnum.si import ddv, emso

NumberKind = Literal["emso", "tax_number", "iban", "card"]

_RUN = re.compile(r"\d+(?:[ \u00a0\u202f./-]\d+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_ACCOUNT = re.compile(r"[A-Z]{2}[ -]?\d{2}(?:[ \u00a0-]?[A-Z0-9]){11,30}", re.IGNORECASE)
_GAP = re.compile(r"\D")


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
    for account in _ACCOUNT.findall(text):
        yield from _in_account(account)
    for run in _RUN.findall(text):
        for piece in _pieces(run):
            kind = real_number(piece)
            if kind is not None:
                yield kind


def _in_account(text: str) -> Iterator[NumberKind]:
    """An account number, also when words follow it without a gap that would end it."""
    letters = "".join(letter for letter in text if letter.isalnum())
    if any(iban.is_valid(letters[:length]) for length in range(15, len(letters) + 1)):
        yield "iban"


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
