# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing a new calibration onto the bank's scale by common items, without those that drifted.

theta_bank = theta_new + shift (Kolen & Brennan 2014, mean/mean linking; assessment.md §2.3).
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import mean, sd

DRIFT = 0.5  # logits
FEWEST_ANCHORS = 3


class Linking(NamedTuple):
    """The shift in logits before and after dropping drifted anchors; places count from 0."""

    shift_all: float | None
    displacement_all: tuple[float, ...]
    dropped: tuple[int, ...]
    shift: float | None
    se: float | None
    displacement: tuple[float, ...]


def link(bank: Sequence[float], new: Sequence[float], drift: float = DRIFT) -> Linking:
    """Drop the anchor displaced most beyond the limit, recompute; stop when none is, or at 3 anchors."""
    differences = [known - found for known, found in zip(bank, new, strict=True)]
    kept = list(range(len(differences)))
    dropped: list[int] = []
    while len(kept) > FEWEST_ANCHORS:
        displaced = _displacements(differences, kept)
        worst = max(kept, key=lambda place: abs(displaced[place]))
        if abs(displaced[worst]) <= drift:
            break
        kept.remove(worst)
        dropped.append(worst)
    used = [differences[place] for place in kept]
    spread = sd(used)
    return Linking(
        shift_all=mean(differences),
        displacement_all=_displacements(differences, range(len(differences))),
        dropped=tuple(dropped),
        shift=mean(used),
        se=None if spread is None else spread / math.sqrt(len(used)),
        displacement=_displacements(differences, kept),
    )


def _displacements(differences: Sequence[float], kept: Sequence[int]) -> tuple[float, ...]:
    """How far each item, new difficulty plus shift, stands from its place in the bank."""
    shift = mean([differences[place] for place in kept]) or 0.0
    return tuple(shift - difference for difference in differences)
