# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed, as a person types it: real processes, real folders."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from korak import settings
from korak.cli import main as cli
from korak.cli.words import _SENTENCES, sentence
from korak.services.faults import FaultKind, ServiceFault
from korak.settings import DeviceSettings

DESKTOP = Path(__file__).parents[2] / "desktop"


def korak(*arguments: object, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "korak", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        input=typed,
        env=os.environ | {"PYTHONPATH": str(DESKTOP), "COLUMNS": "100"},
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "data"
    settings.save(folder, DeviceSettings(language="en"))
    made = korak("demo", "--data", folder, "--groups", 2, "--learners", 9, "--seed", 4)
    assert made.returncode == 0, made.stderr
    assert "house – key – sun" in made.stdout
    assert "korak za korakom" in made.stdout
    return folder


def english(folder: Path) -> Path:
    settings.save(folder, DeviceSettings(language="en"))
    return folder


def test_a_second_demo_is_not_made_over_the_first(demo: Path) -> None:
    ended = korak("demo", "--data", demo)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"There is a centre in {demo} already.\n"


def test_a_backup_is_made_copied_listed_and_put_back(demo: Path, tmp_path: Path) -> None:
    made = korak("backup", "--data", demo, "--to", tmp_path / "stick")
    assert made.returncode == 0, made.stderr
    copied = Path(made.stdout.split(": ", 1)[1].strip())
    assert copied.parent == tmp_path / "stick"
    assert (tmp_path / "stick" / "keys.json").exists()
    listed = korak("restore", "--data", demo)
    assert listed.stdout.count("\n") == 1
    assert "MB" in listed.stdout
    new = english(tmp_path / "new")
    back = korak("restore", "--data", new, copied)
    assert (back.returncode, back.stderr) == (0, "")
    assert korak("backup", "--data", new).returncode == 0


def test_a_damaged_database_is_one_sentence(demo: Path, tmp_path: Path) -> None:
    folder = english(tmp_path / "damaged")
    for name in ("korak.db", "keys.json"):
        (folder / name).write_bytes((demo / name).read_bytes()[:9000])
    ended = korak("backup", "--data", folder)
    assert ended.returncode == 1
    assert ended.stderr == f"The database in {folder} is damaged. “korak restore” lists the backups.\n"
    assert korak("restore", "--data", folder).stderr == f"There is no backup in {folder}.\n"
    assert korak("restore", "--data", folder, folder / "keys.json").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["frob"], "There is no verb “frob”."),
        (["--frob"], "--frob"),
        (["demo", "--learners", "many"], "many"),
        (["demo", "--learners", "0"], "0"),
        (["--data"], "--data"),
        (["restore", "a", "b"], "b"),
    ],
)
def test_a_mistyped_command_is_one_sentence_and_a_place_to_read_more(
    arguments: list[str], complaint: str
) -> None:
    environment = os.environ | {"PYTHONPATH": str(DESKTOP), "KORAK_DATA": "/nonexistent"}
    ended = subprocess.run(
        [sys.executable, "-m", "korak", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert ended.returncode == cli.MISUSED
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 2
    assert "--help" in ended.stderr.splitlines()[1]
    if complaint != "There is no verb “frob”.":
        assert complaint in ended.stderr.splitlines()[0]


def test_every_verb_explains_itself(tmp_path: Path) -> None:
    english(tmp_path)
    overview = korak("--help", "--data", tmp_path)
    assert overview.returncode == 0
    for verb in cli.VERBS:
        assert f"  {verb} " in overview.stdout
        ended = korak(verb, "--help")
        assert ended.returncode == 0, ended.stderr
        assert "--help" in ended.stdout


def test_the_version_is_printed() -> None:
    from korak import __version__

    assert korak("--version").stdout == f"Korak {__version__}\n"


def test_without_a_verb_the_program_starts_on_the_given_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    started: list[Path] = []

    def start(folder: Path) -> int:
        started.append(folder)
        return 7

    assert cli.main(["--data", str(tmp_path)], start) == 7
    assert cli.main([f"--data={tmp_path / 'x'}"], start) == 7
    assert started == [tmp_path, tmp_path / "x"]


def test_every_fault_has_a_sentence_without_holes() -> None:
    for kind in FaultKind:
        words = sentence(
            ServiceFault(
                kind, {"folder": "DIR", "seconds": "3", "file": "F", "count": "2", "reason": "R", "line": "4"}
            )
        )
        assert words
        assert "%" not in words
        assert "?" not in words
    assert set(_SENTENCES) <= set(FaultKind)


def test_help_needs_neither_the_database_nor_the_screen() -> None:
    script = (
        "import sys\nfrom korak.__main__ import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print(sorted({'sqlalchemy', 'PySide6', 'nacl', 'alembic'} & set(sys.modules)), file=sys.stderr)"
    )
    for arguments in (["--help"], ["demo", "--help"]):
        ended = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONPATH": str(DESKTOP)},
        )
        assert ended.stderr == "[]\n"


def test_sheets_of_nobody_are_said_to_be_none_and_the_booklets_are_there_all_the_same(
    tmp_path: Path,
) -> None:
    demo = english(tmp_path / "demo")
    made = korak("demo", "--data", demo, "--learners", 2, "--no-assessment")
    assert made.returncode == 0, made.stderr
    none = korak("sheets", "--data", demo, "--out", tmp_path, "--kind", "learner")
    assert (none.returncode, none.stdout) == (0, "")
    assert none.stderr == "There is nothing to print yet: nobody here has what these sheets show.\n"
    paper = korak("sheets", "--data", demo, "--out", tmp_path, "--kind", "paper")
    assert paper.returncode == 0, paper.stderr
    assert [Path(line).name for line in paper.stdout.splitlines()] == [
        "papir-A-zvezek.pdf",
        "papir-A-ucitelj.pdf",
        "papir-B-zvezek.pdf",
        "papir-B-ucitelj.pdf",
    ]
