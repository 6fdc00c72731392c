# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer at the command line: the centre is opened, and who asks says the passphrase."""

import getpass
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from korak.centre.people import Session
from korak.cli.words import say_fault
from korak.clock import Clock
from korak.i18n import _
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.services.vault import Vault


@contextmanager
def trainer_of(folder: Path, clock: Clock) -> Generator[tuple[House, Session]]:
    """Open the centre of a folder as its trainer; a demo needs no passphrase, everybody else types it."""
    vault = Vault(folder, clock)
    house, passphrase = _opened(vault)
    try:
        yield house, house.sign_in.trainer(passphrase or _asked(house))
    finally:
        house.close()


def say_group_fault(fault: ServiceFault, group: str) -> int:
    """Say what stopped a verb that takes the code of a group, and return the exit code."""
    if fault.code is FaultKind.NOT_FOUND and group:
        print(_("There is no group with the code “%(code)s”.") % {"code": group}, file=sys.stderr)
        return 1
    return say_fault(fault)


def _opened(vault: Vault) -> tuple[House, str]:
    try:
        return vault.open(), ""
    except ServiceFault as fault:
        if fault.code is not FaultKind.LOCKED:
            raise
        passphrase = _typed()
        return vault.unlock(passphrase), passphrase


def _asked(house: House) -> str:
    from korak.services.demo import DEMO_PASSPHRASE  # noqa: PLC0415 - only in a demo

    return DEMO_PASSPHRASE if house.is_demo else _typed()


def _typed() -> str:
    return getpass.getpass(_("The trainer's passphrase: "))
