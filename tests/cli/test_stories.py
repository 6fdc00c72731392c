# SPDX-License-Identifier: GPL-3.0-or-later
"""``korak stories`` on a real data folder: files on the disk, words on the screen."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from korak.__main__ import main
from korak.centre.retention import Purpose, Use
from korak.centre.stories import Texts
from korak.clock import FixedClock
from korak.services.demo import DEMO_PASSPHRASE
from korak.services.stories import Draft
from korak.services.vault import Vault

UNTIL = date(2199, 1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clock = FixedClock(datetime(2026, 11, 25, 16, tzinfo=UTC))
    house = Vault(tmp_path / "data", clock).create_demo(1, 3, 1, 10)
    trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
    person = house.stories.authors(trainer)[0].id
    story = house.stories.begin(
        trainer, person, Draft("sl", Texts("=Moja pot", "Iz Prizrena.", "Pišem.", "Berem sama."), "Amra")
    )
    house.stories.finish(trainer, story.id)
    house.stories.answer(trainer, story.id, Purpose.STORY, frozenset({Use.WEB, Use.PRINT}), UNTIL)
    house.close()
    return tmp_path / "data"


def test_the_web_page_its_list_and_the_booklet_are_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "zgodbe"
    assert main(["stories", "--data", str(folder), "--out", str(out)]) == 0
    said = capsys.readouterr().out
    (page,) = (out / "spletna-stran").glob("zgodba-*.html")
    assert page.name in said
    assert "Berem sama." in page.read_text("utf-8")
    assert (out / "zgodbe.pdf").read_bytes().startswith(b"%PDF-")
    rows = list(
        csv.reader((out / "spletna-stran-objave.csv").read_text("utf-8-sig").splitlines(), delimiter=";")
    )
    assert rows[1][:3] == [page.name, "Amra", "'=Moja pot"]
    assert not list((out / "spletna-stran").glob("*.csv"))


def test_a_place_that_cannot_be_written_gets_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "zasedeno").write_text("x", "utf-8")
    assert main(["stories", "--data", str(folder), "--out", str(tmp_path / "zasedeno")]) == 1
    (said,) = capsys.readouterr().err.strip().splitlines()
    assert "spletna-stran" in said
