# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures results: the group sheet of 20, learner sheets one after the other, and what they take of memory.

Figures are processor time, so that a busy machine does not change them. `bench_results.py 1000` makes 1,000.
"""

import os
import resource
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "desktop")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.assessment.pilot import group, member  # noqa: E402
from tests.reports.sheets import TEXTS  # noqa: E402

from korak.reports.assessment_sheet import AssessmentSheet, assessment_sheet  # noqa: E402
from korak.reports.group_sheet import GroupSheet, group_sheet  # noqa: E402
from korak.reports.offscreen import application  # noqa: E402

DAY = date(2026, 6, 20)
WARM = 100


def memory() -> float:
    """The most memory taken so far, megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    application()
    started = time.process_time()
    group_sheet(GroupSheet(group(20), TEXTS, "LU Vzorec", DAY))
    print(f"group sheet of 20 (limit 2000 ms): {1000 * (time.process_time() - started):.0f} ms")
    slowest = total = 0.0
    before = 0.0
    for number in range(count):
        started = time.process_time()
        result = member(number % 50).result
        second = ("ar", "en", None)[number % 3]
        assessment_sheet(AssessmentSheet(result, TEXTS, "LU Vzorec", DAY, second_language=second))
        took = time.process_time() - started
        slowest, total = max(slowest, took), total + took
        if number == WARM:
            before = memory()
    each = 1000 * total / count
    print(f"{count} learner sheets: {each:.0f} ms each (limit 150), slowest {1000 * slowest:.0f} ms")
    print(f"memory after sheet {WARM}: {before:.0f} MB, after {count}: {memory():.0f} MB")


if __name__ == "__main__":
    main()
