# SPDX-License-Identifier: GPL-3.0-or-later
"""What stopped a verb, as one sentence for whoever typed it."""

import sys
from collections.abc import Mapping

from korak.i18n import N_, _
from korak.services.faults import FaultKind, ServiceFault

_SENTENCES: Mapping[FaultKind, str] = {
    FaultKind.EMPTY: N_("There is no centre in %(folder)s."),
    FaultKind.ALREADY_THERE: N_("There is a centre in %(folder)s already."),
    FaultKind.ALREADY_OPEN: N_("Korak has this data folder open. Close it first."),
    FaultKind.DAMAGED: N_("The database in %(folder)s is damaged. “korak restore” lists the backups."),
    FaultKind.BUSY: N_("Another program is using the database in %(folder)s."),
    FaultKind.READ_ONLY: N_("%(folder)s cannot be written to."),
    FaultKind.DISK_FULL: N_("The disk of %(folder)s is full."),
    FaultKind.DISK: N_("The disk of %(folder)s does not work (%(reason)s)."),
    FaultKind.WRONG_KEY: N_("keys.json in %(folder)s belongs to another database."),
    FaultKind.KEYS_MISSING: N_("keys.json is missing or unreadable in %(folder)s."),
    FaultKind.NEWER: N_("A newer Korak wrote the data in %(folder)s. Install the newer version."),
    FaultKind.WRONG_PASSPHRASE: N_("The passphrase is not right."),
    FaultKind.WAIT: N_("Too many wrong tries. Wait %(seconds)s s."),
    FaultKind.BACKUP_BAD: N_("%(file)s is not a backup, or it is damaged."),
    FaultKind.NO_BACKUP: N_("There is no backup in %(folder)s."),
    FaultKind.NO_SOUND_FILE: N_("%(file)s is no sound file."),
    FaultKind.NO_RECORDINGS: N_("There are no recordings in %(folder)s."),
    FaultKind.BANK_MISSING: N_("The course has no tasks for the assessment."),
    FaultKind.BANK_FAULTY: N_("The tasks of the assessment are damaged."),
    FaultKind.BANK_OLDER: N_("The tasks of the assessment are older than those used here before."),
    FaultKind.BAD_TABLE: N_("%(file)s, line %(line)s, cannot be read: %(reason)s"),
    FaultKind.FEW_HOURS: N_("Too few hours were attended for a certificate."),
    FaultKind.PERIOD_OVERLAPS: N_(
        "A report was made for a part of this period. The two could be subtracted."
    ),
    FaultKind.CANNOT_WRITE: N_("%(file)s could not be written."),
    FaultKind.PACK_FAULTY: N_("The course cannot be read. Faults in it: %(count)s."),
}


class _Details(dict[str, str]):
    """Details that may be missing."""

    def __missing__(self, key: str) -> str:
        return "?"


def sentence(fault: ServiceFault) -> str:
    """Return what stopped a verb."""
    known = _SENTENCES.get(fault.code)
    if known is None:
        return _("That could not be done (%(code)s).") % {"code": fault.code.value}
    return _(known) % _Details(fault.details)


def say_fault(fault: ServiceFault) -> int:
    """Say it, and return the exit code."""
    print(sentence(fault), file=sys.stderr)
    return 1
