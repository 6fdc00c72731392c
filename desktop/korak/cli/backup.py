# SPDX-License-Identifier: GPL-3.0-or-later
"""`korak backup`: a verified copy of the database, in the data folder and wherever else it is wanted."""

import argparse
import getpass
from pathlib import Path

from korak import paths
from korak.cli.main import add_data
from korak.cli.words import say_fault
from korak.clock import SystemClock
from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.services.vault import Vault


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the verb takes."""
    add_data(parser)
    parser.add_argument(
        "--to", type=Path, metavar="DIR", help=_("also copy it, with the keys, into this folder")
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the copy and say where it is."""
    folder = paths.data_folder(arguments.data)
    try:
        house = opened(Vault(folder, SystemClock()))
        try:
            made = house.back_up()
            copied = house.copy_backup(made, arguments.to) if arguments.to is not None else made.path
        finally:
            house.close()
    except ServiceFault as fault:
        return say_fault(fault)
    print(_("The backup is whole: %(file)s") % {"file": copied})
    return 0


def opened(vault: Vault) -> House:
    """Open a centre, with its trainer's passphrase where one is needed."""
    try:
        return vault.open()
    except ServiceFault as fault:
        if fault.code is not FaultKind.LOCKED:
            raise
        return vault.unlock(getpass.getpass(_("The trainer's passphrase: ")))
