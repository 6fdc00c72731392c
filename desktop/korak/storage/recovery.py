# SPDX-License-Identifier: GPL-3.0-or-later
"""The recovery code: six groups of four characters that a person can read from paper and type.

Thirty-one characters, a prime number, and none that looks like another. The last one makes the weighted sum
of all twenty-four a multiple of thirty-one: one wrong character, or two that changed places, are noticed.
"""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 24  # of which one is the check; 23 hold 113 bits
GROUP = 4

_SIZE = len(ALPHABET)
_IGNORED = str.maketrans("", "", " -–—_.\u00a0\t\r\n")


def new_code() -> str:
    """Return a new code, in groups."""
    drawn = [secrets.randbelow(_SIZE) for _ in range(LENGTH - 1)]
    inverse = pow(LENGTH, -1, _SIZE)
    drawn.append(-_sum(drawn) * inverse % _SIZE)
    return in_groups("".join(ALPHABET[number] for number in drawn))


def in_groups(code: str) -> str:
    """Return a code as it is printed."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read(typed: str) -> str | None:
    """Return what was typed as the plain code; None if it cannot be one."""
    plain = typed.upper().translate(_IGNORED)
    if len(plain) != LENGTH or any(character not in ALPHABET for character in plain):
        return None
    numbers = [ALPHABET.index(character) for character in plain]
    return plain if _sum(numbers) % _SIZE == 0 else None


def _sum(numbers: list[int]) -> int:
    return sum(weight * number for weight, number in enumerate(numbers, start=1))
