# SPDX-License-Identifier: GPL-3.0-or-later
"""Every check there is: the quick ones side by side, then pytest on all cores. `test` calls it.

Arguments go to pytest. `--only NAME` (repeatable) runs just the named checks.
"""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = [sys.executable, "-P"]
LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)


@dataclass(frozen=True)
class Outcome:
    """How one check ended."""

    name: str
    passed: bool
    seconds: float
    output: str = ""


def steps() -> dict[str, list[str]]:
    """Each check's name and command; the slowest first, so that it starts first."""
    packs = sorted(str(path.parent.relative_to(ROOT)) for path in ROOT.glob("assets/packs/*/pack.toml"))
    return {
        "types": [*PYTHON, "-m", "basedpyright"],
        "packs": [*PYTHON, "-m", "korak", "check", "--play", *packs],
        "catalogues": [*PYTHON, "packaging/catalogues.py", "check"],
        "spelling": [*PYTHON, "packaging/spelling.py"],
        "imports": [*PYTHON, "-c", LINT_IMPORTS, "--no-cache"],
        "lint": [*PYTHON, "-m", "ruff", "check", "--quiet", "--output-format", "concise", "."],
        "format": [*PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    }


def environment() -> dict[str, str]:
    """The surroundings every check sees, whatever machine it runs on."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "desktop"), str(ROOT / "packaging")]),
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def run(name: str, command: list[str]) -> Outcome:
    """Run one check quietly, keeping what it said."""
    begun = time.monotonic()
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return Outcome(name, result.returncode == 0, time.monotonic() - begun, result.stdout)


def run_pytest(arguments: list[str]) -> Outcome:
    """Run pytest in full view; its closing line stays the last thing it says."""
    cores = os.cpu_count() or 1
    parallel = [] if cores == 1 or {"-s", "--pdb", "-n"} & set(arguments) else ["-n", str(min(cores, 8))]
    begun = time.monotonic()
    command = [*PYTHON, "-m", "pytest", "-q", *parallel, *arguments]
    result = subprocess.run(command, cwd=ROOT, env=environment(), check=False)
    return Outcome("pytest", result.returncode == 0, time.monotonic() - begun)


def report(outcome: Outcome) -> None:
    """One line for a check, and what it said if it failed."""
    mark = "ok    " if outcome.passed else "FAILED"
    if not outcome.passed and outcome.output:
        print(f"\n----- {outcome.name}\n{outcome.output.rstrip()}\n-----")
    print(f"{mark} {outcome.name:<11}{outcome.seconds:6.1f} s", flush=True)


def main() -> int:
    """Run what was asked for; 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=False)
    parser.add_argument("--only", action="append", choices=[*steps(), "pytest"])
    options, for_pytest = parser.parse_known_args()
    chosen = options.only or [*steps(), "pytest"]

    begun = time.monotonic()
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(max(2, min(os.cpu_count() or 1, 4))) as pool:
        waiting = [pool.submit(run, name, command) for name, command in steps().items() if name in chosen]
        for done in as_completed(waiting):
            outcomes.append(done.result())
            report(outcomes[-1])
    if "pytest" in chosen:
        outcomes.append(run_pytest(for_pytest))
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    summary = f"FAILED: {', '.join(failed)}" if failed else "all passed"
    print(
        f"packaging/test: {len(outcomes)} checks in {time.monotonic() - begun:.0f} s, {summary}", flush=True
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
