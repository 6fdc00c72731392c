# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text in a field means: the same day, sum or number however it was written."""

import re

from korak.content.fields import (
    Card,
    Date,
    Digits,
    Email,
    Emso,
    FieldPart,
    Iban,
    Money,
    Password,
    Phone,
    PictureCode,
    Reference,
    SmsCode,
    TaxNumber,
)
from korak.practice.clockwork import day_text, read_day

_MONEY = re.compile(r"(?:€|eur)?\s*(\d{1,3}(?:[. ]\d{3})*|\d+)(?:[.,](\d{1,2}))?\s*(?:€|eur)?", re.IGNORECASE)
_COMPACT = (SmsCode, Digits, Phone, Emso, TaxNumber, Iban, Reference, Card, PictureCode)


def read_money(text: str) -> float | None:
    """The euros somebody wrote (12,40 · 12.4 · 1.250,00 € · 12 EUR); None when it is no sum."""
    found = _MONEY.fullmatch(text.strip())
    if found is None:
        return None
    whole = found[1].replace(".", "").replace(" ", "")
    return int(whole) + int((found[2] or "0").ljust(2, "0")) / 100


def compact(text: str) -> str:
    """The text without gaps, letters large."""
    return "".join(text.split()).upper()


def meant(field: FieldPart | None, text: str) -> str:
    """The text in the one form a condition or a record compares."""
    match field:
        case Password():
            return text
        case Date():
            day = read_day(text)
            return day_text(day) if day else folded(text)
        case Money():
            sum_ = read_money(text)
            return f"{sum_:.2f}".replace(".", ",") if sum_ is not None else folded(text)
        case Email():
            return compact(text).casefold()
        case _:
            return compact(text) if isinstance(field, _COMPACT) else folded(text)


def kept(field: FieldPart | None, text: str) -> str:
    """The text as a portal keeps it: days and sums in their usual form, the rest as it was written."""
    if isinstance(field, Date | Money):
        return meant(field, text)
    return text


def folded(text: str) -> str:
    """The text with single gaps and small letters."""
    return " ".join(text.split()).casefold()


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same: gaps and capital letters do not count."""
    return folded(one) == folded(other)
