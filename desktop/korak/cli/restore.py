# SPDX-License-Identifier: GPL-3.0-or-later
"""`korak restore`: what backups there are, and putting one in the database's place."""

import argparse
from pathlib import Path

from korak import i18n, paths
from korak.cli.main import add_data
from korak.cli.words import say_fault
from korak.clock import SystemClock
from korak.i18n import _
from korak.services import instance
from korak.services.faults import FaultKind, ServiceFault
from korak.services.vault import Vault


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the verb takes."""
    add_data(parser)
    parser.add_argument(
        "backup", nargs="?", type=Path, metavar="FILE", help=_("the backup to put back; none: list them")
    )


def run(arguments: argparse.Namespace) -> int:
    """List the backups, or put one back."""
    folder = paths.data_folder(arguments.data)
    vault = Vault(folder, SystemClock())
    try:
        if arguments.backup is None:
            return _list(vault, folder)
        claim = instance.claim(folder)
        try:
            aside = vault.restore(vault.backup_at(arguments.backup))
        finally:
            claim.release()
    except ServiceFault as fault:
        return say_fault(fault)
    print(_("The backup is back in place."))
    if aside is not None:
        print(_("The old files are in %(folder)s") % {"folder": aside})
    return 0


def _list(vault: Vault, folder: Path) -> int:
    found = vault.backups()
    if not found:
        raise ServiceFault(FaultKind.NO_BACKUP, {"folder": str(folder)})
    for backup in found:
        made = backup.made_at.astimezone()
        print(f"{i18n.format_date(made.date())} {made:%H.%M}  {backup.size / 1e6:8.1f} MB  {backup.path}")
    return 0
