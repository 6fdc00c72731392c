# SPDX-License-Identifier: GPL-3.0-or-later
"""The band a score falls into, and whether it could as well be the next one (assessment.md §1.8).

Cuts belong to the bank, not to the code; they may be logits or per cent, as long as the error has their unit.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Band(NamedTuple):
    """A band (0 = below the first cut) and, when it is borderline, the one on the other side of the cut."""

    band: int | None
    toward: int | None = None

    @property
    def borderline(self) -> bool:
        """Whether the nearest cut is within one standard error."""
        return self.toward is not None


def band(score: float | None, cuts: Sequence[float], error: float | None) -> Band:
    """The number of cuts at or below the score: a score equal to a cut belongs to the higher band."""
    if score is None:
        return Band(None)
    reached = sum(cut <= score for cut in cuts)
    if error is None or not cuts:
        return Band(reached)
    nearest = min(range(len(cuts)), key=lambda place: abs(score - cuts[place]))
    if abs(score - cuts[nearest]) > error:
        return Band(reached)
    return Band(reached, nearest if reached > nearest else nearest + 1)


def gained(before: Band, after: Band, reliable_change: float | None) -> bool | None:
    """Whether a level was gained; a borderline learner needs RC >= 1.28 too. None when one is missing."""
    if before.band is None or after.band is None:
        return None
    if after.band <= before.band:
        return False
    if before.borderline or after.borderline:
        return reliable_change is not None and reliable_change >= 1.28
    return True
