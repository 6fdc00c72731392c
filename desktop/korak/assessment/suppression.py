# SPDX-License-Identifier: GPL-3.0-or-later
"""Hiding small counts in what leaves the centre, so that nobody can be told apart (assessment.md §3.7)."""

from collections.abc import Mapping
from enum import Enum

THRESHOLD = 5
FEWEST_HIDDEN = 2
FEWEST_FOR_MEANS = 10  # medians and intervals of a subgroup in an external report


class Hidden(Enum):
    """Why a count is not printed: it is small itself, or it would give a small one away."""

    SMALL = "small"
    COMPLEMENT = "complement"

    def shown(self, threshold: int = THRESHOLD) -> str:
        """What stands in the cell."""
        return f"<{threshold}" if self is Hidden.SMALL else "*"


Cell = int | Hidden


def suppress(
    counts: Mapping[str, int], threshold: int = THRESHOLD, *, total_published: bool = True
) -> dict[str, Cell]:
    """Hide counts from 1 to 4; zero stays.

    Where the total is printed too, at least two cells must be hidden and sum to the threshold or more, else
    the next smallest count that is not zero is hidden as well, until subtraction gives nothing away.
    """
    cells: dict[str, Cell] = {
        name: Hidden.SMALL if 0 < count < threshold else count for name, count in counts.items()
    }
    if not total_published:
        return cells
    while _gives_away(counts, cells, threshold):
        left = [name for name, cell in cells.items() if isinstance(cell, int) and cell > 0]
        if not left:
            break
        cells[min(left, key=lambda name: counts[name])] = Hidden.COMPLEMENT
    return cells


def _gives_away(counts: Mapping[str, int], cells: Mapping[str, int | Hidden], threshold: int) -> bool:
    hidden = [counts[name] for name, cell in cells.items() if isinstance(cell, Hidden)]
    return bool(hidden) and (len(hidden) < FEWEST_HIDDEN or sum(hidden) < threshold)


def share_may_be_shown(x: int, n: int, threshold: int = THRESHOLD) -> bool:
    """Whether a percentage gives nobody away: neither x nor n - x is 1 to 4, and somebody is there."""
    return n > 0 and not 0 < x < threshold and not 0 < n - x < threshold


def against(count: int, base: int) -> Cell:
    """A count that may be printed beside how many it is of."""
    if 0 < count < THRESHOLD:
        return Hidden.SMALL
    return count if count == base or share_may_be_shown(count, base) or count == 0 else Hidden.COMPLEMENT


def both_ways(counts: Mapping[str, int], bases: Mapping[str, int]) -> Mapping[str, Cell]:
    """Counts beside their bases and their total: neither they nor what is missing may be small."""
    cells = suppress(counts)
    for name, cell in cells.items():
        if isinstance(cell, int) and isinstance(against(cell, bases[name]), Hidden):
            cells[name] = Hidden.COMPLEMENT
    hidden = [name for name, cell in cells.items() if isinstance(cell, Hidden)]
    left = sorted((counts[name], name) for name, cell in cells.items() if isinstance(cell, int) and cell)
    if len(hidden) == 1 and left:
        cells[left[0][1]] = Hidden.COMPLEMENT
    return cells
