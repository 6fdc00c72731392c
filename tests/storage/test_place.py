# SPDX-License-Identifier: GPL-3.0-or-later
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from tests.storage.making import make, opened

from korak.storage import place, raw

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sda2 /home/maja ext4 rw 0 0
/dev/sdb1 /media/maja/USB\\040KEY vfat rw 0 0
half a line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/korak", "ext4"),
        ("/home/amra/korak", "nfs4"),
        ("/home/maja/korak", "ext4"),
        ("/home/majana", "nfs4"),
        ("/media/maja/USB KEY/korak", "vfat"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(
    tmp_path: Path, folder: str, kind: str
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    assert place.file_system(Path(folder), tmp_path / "mounts") == kind


def test_a_system_that_does_not_tell_has_an_ordinary_disk(tmp_path: Path) -> None:
    assert place.file_system(tmp_path, tmp_path / "nothing") == ""


def test_a_portable_copy_keeps_its_data_in_one_file(tmp_path: Path) -> None:
    assert place.journal_for(tmp_path, portable=True) == place.DELETE


def test_a_share_gets_no_write_ahead_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "file_system", lambda _: "cifs")
    assert place.journal_for(tmp_path, portable=False) == place.DELETE
    monkeypatch.setattr(place, "file_system", lambda _: "ext4")
    assert place.journal_for(tmp_path, portable=False) == place.WAL


@pytest.mark.parametrize(
    ("file", "named"),
    [
        (PurePosixPath("/srv/č ?#/korak.db"), "file:/srv/%C4%8D%20%3F%23/korak.db?mode=rw"),
        (PureWindowsPath("C:\\Users\\Maja\\korak.db"), "file:/C:/Users/Maja/korak.db?mode=rw"),
        (PureWindowsPath("\\\\server\\share\\korak.db"), "file:////server/share/korak.db?mode=rw"),
    ],
)
def test_a_file_is_named_as_sqlite_wants_it(file: PurePath, named: str) -> None:
    assert raw.address(file) == named


def test_a_folder_with_any_name_works(tmp_path: Path) -> None:
    folder = tmp_path / "Podatki č ž? #1 50%"
    make(folder)
    opened(folder).close()
