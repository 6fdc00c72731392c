# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reference case passes; the runner itself finds what is wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.reference import run_cases

FILE = Path(run_cases.__file__).with_name("statistics-cases.json")
CASES: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_reference_case_comes_out_as_expected(case: dict[str, Any]) -> None:
    assert run_cases.differences(case) == []


def test_there_are_cases_of_every_kind_the_runner_promises() -> None:
    assert len(CASES) >= 26
    assert {case["kind"] for case in CASES} <= set(run_cases.KINDS)


def run(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, run_cases.__file__, str(path)], capture_output=True, text=True, check=False
    )


def test_the_runner_ends_well_when_all_is_right() -> None:
    done = run(FILE)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{len(CASES)} of {len(CASES)} cases right" in done.stdout


@pytest.mark.parametrize(
    "wrong",
    [
        {
            "id": "X",
            "kind": "quartiles",
            "input": {"x": [1, 2]},
            "expected": {"median": 1.6},
            "tolerance_abs": 0.05,
        },
        {"id": "X", "kind": "quartiles", "input": {"x": []}, "expected": {"median": 0}},
        {"id": "X", "kind": "quartiles", "input": {"x": [1]}, "expected": {"no such key": None}},
        {"id": "X", "kind": "change_label", "input": [2.0], "expected": ["same"]},
        {"id": "X", "kind": "change_label", "input": [2.0], "expected": []},
        {"id": "X", "kind": "never heard of", "input": {}, "expected": {}},
    ],
)
def test_the_runner_ends_badly_on_any_difference(wrong: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"cases": [*CASES[:1], wrong]}))
    done = run(path)
    assert done.returncode == 1
    assert "WRONG" in done.stdout
    assert "1 of 2 cases right X" in done.stdout


@pytest.mark.parametrize(
    ("actual", "expected", "right"),
    [
        (1, 1.0, True),
        (1.04, 1.0, True),
        (1.06, 1.0, False),
        (True, 1, False),
        (None, 0, False),
        (None, None, True),
        (float("nan"), float("nan"), False),
        ("a", "a", True),
    ],
)
def test_how_values_are_compared(actual: object, expected: object, right: bool) -> None:
    assert run_cases.same(actual, expected, 0.05) is right


def test_the_statistics_need_no_library_and_little_time() -> None:
    code = (
        "import sys, typing, time; start = time.process_time();"
        "from korak.assessment import bands, change, dropouts, equating, orders, paired, rasch, reliability,"
        " scoring, standard, suppression, proportions;"
        "spent = time.process_time() - start;"
        "print(sorted({'numpy', 'scipy', 'pandas', 'PySide6', 'sqlalchemy', 'msgspec'} & set(sys.modules)));"
        "print(spent)"
    )
    path = {"PYTHONPATH": str(FILE.parents[2] / "desktop"), "PYTHONDONTWRITEBYTECODE": ""}
    times = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=path
        )
        libraries, spent = done.stdout.split("\n")[:2]
        assert libraries == "[]"
        times.append(float(spent))
    assert min(times) < 0.02
