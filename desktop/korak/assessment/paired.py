# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores before and after of one group: everything a group sheet says about change.

Difference = post - pre, so a rise is an improvement; only complete pairs enter. What may be printed from how
many pairs on: assessment.md §2.1.
"""

from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import Summary, summary
from korak.assessment.effects import Effects, PairedT, effects, paired_t
from korak.assessment.signed_rank import (
    FEWEST_PAIRS,
    LEVEL,
    Shift,
    SignedRanks,
    hodges_lehmann,
    rounded,
    signed_ranks,
)

Score = float | None


class PairedSummary(NamedTuple):
    """The comparison of two measurements; units are those of the scores (percent points)."""

    n_registered: int
    n_pre: int
    n_post: int
    n_paired: int
    improved: int
    unchanged: int
    declined: int
    pre: Summary
    post: Summary
    difference: Summary
    ranks: SignedRanks
    p_exact: float | None  # None below five pairs
    p_pratt: float | None
    shift: Shift | None
    t: PairedT
    effects: Effects

    @property
    def n_zero(self) -> int:
        """How many did not change; printed, never dropped silently."""
        return self.unchanged

    @property
    def attains_95(self) -> bool | None:
        """Whether the interval of the shift really has 95 % confidence."""
        confidence = self.shift.confidence if self.shift else None
        return None if confidence is None else confidence >= LEVEL


def paired_summary(pre: Sequence[Score], post: Sequence[Score]) -> PairedSummary:
    """Compare two measurements of the same people, None where one is missing."""
    pairs = [
        (before, after)
        for before, after in zip(pre, post, strict=True)
        if before is not None and after is not None
    ]
    first, second = [before for before, _ in pairs], [after for _, after in pairs]
    differences = rounded([after - before for before, after in pairs])
    ranks = signed_ranks(differences)
    enough = len(pairs) >= FEWEST_PAIRS
    return PairedSummary(
        n_registered=len(pre),
        n_pre=sum(score is not None for score in pre),
        n_post=sum(score is not None for score in post),
        n_paired=len(pairs),
        improved=sum(d > 0 for d in differences),
        unchanged=sum(d == 0 for d in differences),
        declined=sum(d < 0 for d in differences),
        pre=summary(first),
        post=summary(second),
        difference=summary(differences),
        ranks=ranks,
        p_exact=ranks.p if enough else None,
        p_pratt=signed_ranks(differences, pratt=True).p if enough else None,
        shift=hodges_lehmann(differences),
        t=paired_t(differences),
        effects=effects(first, second),
    )
