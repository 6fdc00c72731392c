# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is missing at the end, and whether the result holds for those who stayed only (assessment.md §1.9)."""

from collections.abc import Sequence
from typing import NamedTuple

from korak.assessment.descriptive import median

TOO_MANY = 0.20


class DropOuts(NamedTuple):
    """Counts of people, the share lost (0 to 1) and the median before of those who stayed and who left."""

    n_registered: int
    n_pre: int
    n_post: int
    n_paired: int
    n_dropped: int  # measured before, not after
    share: float | None
    pre_median_stayed: float | None
    pre_median_left: float | None

    @property
    def difference(self) -> float | None:
        """How much higher those who stayed had begun, in points."""
        if self.pre_median_stayed is None or self.pre_median_left is None:
            return None
        return self.pre_median_stayed - self.pre_median_left

    def warns(self, sem: float | None) -> bool:
        """Whether the report must say that it speaks of those who stayed: over 20 %, or a gap of 1 SEM."""
        many = self.share is not None and self.share > TOO_MANY
        apart = sem is not None and self.difference is not None and abs(self.difference) > sem
        return many or apart


def drop_outs(pre: Sequence[float | None], post: Sequence[float | None]) -> DropOuts:
    """Compare who stayed with who left; nothing is imputed and nobody absent gets 0."""
    people = list(zip(pre, post, strict=True))
    stayed = [before for before, after in people if before is not None and after is not None]
    left = [before for before, after in people if before is not None and after is None]
    n_pre = len(stayed) + len(left)
    return DropOuts(
        n_registered=len(people),
        n_pre=n_pre,
        n_post=sum(after is not None for _, after in people),
        n_paired=len(stayed),
        n_dropped=len(left),
        share=len(left) / n_pre if n_pre else None,
        pre_median_stayed=median(stayed),
        pre_median_left=median(left),
    )
