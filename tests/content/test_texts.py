# SPDX-License-Identifier: GPL-3.0-or-later
"""Translators get every text once, with its places; names and references are not texts."""

from argparse import Namespace
from pathlib import Path

import pytest
from tests.content.small_pack import encoded, small_pack, written

from korak.cli.texts import run
from korak.content.decode import decode_pack
from korak.content.texts import texts


def test_texts_are_texts_and_not_names() -> None:
    found = {text.msgid for text in texts(decode_pack(encoded(small_pack())))}
    assert {"Komu pišete predlog?", "Vpišite svoj e-naslov.", "Pošlji", "Hvala. Predlog je poslan."} <= found
    assert found.isdisjoint({"obcina/predlog", "predlog-obcini", "world-map", "amra", "$posta", "#6B4226"})


def test_the_template_has_every_text_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(small_pack(), tmp_path)
    assert run(Namespace(pack=folder, missing=None, output=None)) == 0
    out = capsys.readouterr().out
    assert out.count('msgid "predlog"\n') == 1
    assert "#. suggestion\n" in out
    assert "#: words/kraj.toml\n" in out


def test_the_template_may_be_written_into_a_file(tmp_path: Path) -> None:
    folder = written(small_pack(), tmp_path / "mala")
    target = tmp_path / "mala.pot"
    assert run(Namespace(pack=folder, missing="en", output=target)) == 0
    assert 'msgid "Pošlji"' in target.read_text("utf-8")
