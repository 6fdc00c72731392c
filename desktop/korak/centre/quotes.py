# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences out of a story that are short enough to stand alone on a poster."""

import re

SHORTEST, LONGEST = 12, 160  # letters
_END = re.compile(r"(?<=[.!?…؟۔])\s+|\n+")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text as they were written, without those too short or too long to quote."""
    found = (" ".join(part.split()) for part in _END.split(text))
    return tuple(one for one in found if SHORTEST <= len(one) <= LONGEST)
