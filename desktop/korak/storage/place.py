# SPDX-License-Identifier: GPL-3.0-or-later
"""What sort of place a data folder is, which decides how SQLite may keep its journal."""

import sys
from pathlib import Path

# Write-ahead logging needs memory shared between processes, which no network share gives. On a stick the log
# would be a second file, left behind when somebody copies the first.
WAL = "WAL"
DELETE = "DELETE"

_NO_SHARED_MEMORY = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afpfs",
        "davfs",
        "fuse.sshfs",
        "fuse.davfs2",
        "vfat",
        "exfat",
        "msdos",
    }
)
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4


def journal_for(folder: Path, *, portable: bool) -> str:
    """Return the journal mode for a data folder."""
    return DELETE if portable or _is_far_or_loose(folder.resolve()) else WAL


def _is_far_or_loose(folder: Path) -> bool:
    if sys.platform == "win32":
        return _windows_drive_type(folder) in (_WINDOWS_REMOVABLE, _WINDOWS_REMOTE)
    return file_system(folder) in _NO_SHARED_MEMORY


def _windows_drive_type(folder: Path) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes  # noqa: PLC0415 - Windows only

    return ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)


def file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Return the name of the file system a folder lies on; empty where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found, kind = Path(), ""
    for line in lines:
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        mounted = Path(parts[1].replace("\\040", " "))
        if folder.is_relative_to(mounted) and len(mounted.parts) >= len(found.parts):
            found, kind = mounted, parts[2]
    return kind
