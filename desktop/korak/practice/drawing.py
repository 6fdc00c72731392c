# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a run's values from its seed: the same seed gives the same world, another one another surface."""

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import assert_never

from korak.content.people import DrawDay, DrawDigits, DrawMoney, DrawNumber, Value
from korak.content.real_numbers import real_numbers
from korak.practice.clockwork import day_text, next_workday


def drawn(values: Mapping[str, Value], seed: str, today: date) -> dict[str, str]:
    """Every value as a text."""
    return {name: _draw(value, f"{seed}/{name}", today) for name, value in values.items()}


def mixed(seed: str) -> int:
    """A large number that follows from the seed."""
    return int.from_bytes(sha256(seed.encode()).digest())


def _draw(value: Value, seed: str, today: date) -> str:
    match value:
        case str():
            return value
        case tuple():
            return value[mixed(seed) % len(value)] if value else ""
        case DrawDigits():
            return _digits(value, seed)
        case DrawNumber():
            return str(_between(int(min(value.number)), int(max(value.number)), seed))
        case DrawMoney():
            return _money(value, seed)
        case DrawDay():
            day = today + timedelta(days=_between(min(value.day), max(value.day), seed))
            return day_text(next_workday(day) if value.workday else day)
        case _:
            assert_never(value)


def _between(low: int, high: int, seed: str) -> int:
    return low + mixed(seed) % (high - low + 1)


def _digits(value: DrawDigits, seed: str) -> str:
    """Digits that are nobody's: drawn again for as long as they could be a real number."""
    missing = max(value.digits - len(value.starts) - len(value.ends), 0)
    text = ""
    for turn in range(100):
        middle = str(mixed(f"{seed}/{turn}"))[-missing:] if missing else ""
        text = f"{value.starts}{middle}{value.ends}"
        if not real_numbers(text):
            break
    return text


def _money(value: DrawMoney, seed: str) -> str:
    step = max(value.step, 1)
    low, high = (round(one * 100) // step for one in (min(value.money), max(value.money)))
    cents = _between(low, high, seed) * step
    return f"{cents // 100},{cents % 100:02}"
