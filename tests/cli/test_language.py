# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line speaks the language of the program, argparse's own words included."""

import gettext
import io
import os
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from korak import i18n, paths, settings
from korak.cli import main as cli
from korak.settings import DeviceSettings

WORDS = {
    "usage: ": "uporaba: ",
    "show this help message and exit": "pokaže to pomoč in konča",
    "make a demo centre with fictitious people": "pripravi poskusni center z izmišljenimi osebami",
    "unrecognized arguments: %s": "neznani argumenti: %s",
    "There is no verb “%(verb)s”.": "Ukaza »%(verb)s« ni.",
}


@pytest.fixture
def slovenian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    catalogue = Catalog(locale="sl")
    for english, text in WORDS.items():
        catalogue.add(english, text)
    written = io.BytesIO()
    write_mo(written, catalogue)
    place = tmp_path / "locales" / "sl" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "korak.mo").write_bytes(written.getvalue())
    monkeypatch.setattr(paths, "locales", lambda: tmp_path / "locales")
    monkeypatch.setenv("LANGUAGE", os.environ.get("LANGUAGE", ""))
    for cached in (i18n._catalogue, i18n.languages):
        cached.cache_clear()
    settings.save(tmp_path / "data", DeviceSettings(language="sl"))
    return tmp_path / "data"


def start(folder: Path) -> int:
    return 0


def test_help_is_in_the_language_of_the_program(slovenian: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--data", str(slovenian), "--help"], start)
    told = capsys.readouterr().out
    assert told.startswith("uporaba: korak")
    assert "pokaže to pomoč in konča" in told
    assert "pripravi poskusni center" in told


def test_complaints_are_in_the_language_of_the_program(
    slovenian: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--data", str(slovenian), "--frob"], start)
    assert "neznani argumenti: --frob" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        cli.main(["frob", "--data", str(slovenian)], start)
    assert "Ukaza »frob« ni." in capsys.readouterr().err


@pytest.fixture(autouse=True)
def _as_before() -> object:
    yield
    gettext.textdomain("messages")
    for cached in (i18n._catalogue, i18n.languages):
        cached.cache_clear()
