# SPDX-License-Identifier: GPL-3.0-or-later
"""`korak lock`: fixes what may be given, refuses what was changed unseen, and leaves lessons out of it."""

import shutil
from argparse import ArgumentParser
from pathlib import Path

import pytest

from korak import i18n, paths
from korak.cli import lock
from korak.content.faults import PackFaults
from korak.services.packs import load_bank, load_pack

QUESTIONS, LOCK = "assessment/items/prepoznavanje.toml", "assessment/lock.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the course, in English words."""
    i18n.set_language("en")
    return Path(shutil.copytree(paths.packs() / "koraki", tmp_path / "koraki"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def run(folder: Path, *more: str) -> int:
    parser = ArgumentParser()
    lock.add_arguments(parser)
    return lock.run(parser.parse_args([str(folder), *more]))


def test_fixing_what_is_fixed_changes_nothing(folder: Path) -> None:
    before = (folder / LOCK).read_bytes()
    assert run(folder) == 0
    assert (folder / LOCK).read_bytes() == before


def test_a_changed_item_is_refused_by_its_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, QUESTIONS, "Kateri znak zapre okno?", "Kaj zapre okno?")
    before = (folder / LOCK).read_bytes()
    assert run(folder) == 1
    assert "Item `r1` was changed, but it is still version 1." in capsys.readouterr().out
    assert (folder / LOCK).read_bytes() == before


def test_a_new_version_is_fixed_beside_the_old_one(folder: Path) -> None:
    change(folder, QUESTIONS, 'template = "r1"\n', 'template = "r1"\nversion = 2\n')
    assert run(folder) == 0
    written = (folder / LOCK).read_text("utf-8")
    assert '"r1@1" = ' in written
    assert '"r1@2" = ' in written


def test_an_item_nobody_answered_may_be_fixed_anew(folder: Path) -> None:
    change(folder, QUESTIONS, "Kateri znak zapre okno?", "Kaj zapre okno?")
    assert run(folder, "--again", "r1") == 0
    assert run(folder) == 0


def test_a_bank_that_cannot_be_read_says_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, QUESTIONS, 'kind = "recognition"', 'kind = "recognitoin"')
    assert run(folder) == 1
    said = capsys.readouterr().out
    assert f"{QUESTIONS}: 1. item »r1«: There is no kind `recognitoin`." in said
    assert "there is no bank that can be read." in said


def test_a_broken_bank_stops_no_lesson(folder: Path) -> None:
    change(folder, QUESTIONS, "[[item]]", "[[item")
    assert load_pack(folder).lessons
    with pytest.raises(PackFaults) as broken:
        load_bank(folder)
    assert [fault.file for fault in broken.value.faults] == [QUESTIONS]
