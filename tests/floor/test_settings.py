# SPDX-License-Identifier: GPL-3.0-or-later
"""What this computer remembers for everybody."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korak import settings
from korak.settings import DeviceSettings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    chosen = DeviceSettings(language="ar", second_language="uk", theme="dark", text_scale=1.5, sound=False)
    settings.save(tmp_path / "not yet there", chosen)
    assert settings.load(tmp_path / "not yet there") == chosen


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"theme": 7, "text_scale": "big", "language": null}'],
)
def test_a_damaged_file_counts_as_no_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / settings.FILE_NAME).write_bytes(content)
    assert settings.load(tmp_path) == DeviceSettings()


def test_one_unusable_value_does_not_cost_the_others(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).write_text('{"theme": "pink", "language": "en", "sound": false}')
    assert settings.load(tmp_path) == DeviceSettings(language="en", sound=False)


def test_a_folder_nobody_can_write_to_disturbs_nobody(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    settings.save(in_the_way, DeviceSettings(language="en"))
    assert settings.load(in_the_way) == DeviceSettings()
    assert in_the_way.read_text() == "not a folder"


@given(st.floats(allow_nan=False))
def test_text_is_never_smaller_than_designed_nor_larger_than_twice_that(scale: float) -> None:
    assert 1.0 <= DeviceSettings().with_scale(scale).text_scale <= 2.0
