# SPDX-License-Identifier: GPL-3.0-or-later
"""What can stop a service, as a code and details; `ui` and `cli` put it into words."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path

from korak.storage.faults import StorageFault, Trouble


class FaultKind(StrEnum):
    """Why something could not be done; the comment names the details that come with it."""

    # The data folder and its database
    EMPTY = "empty"  # there is no centre here yet
    ALREADY_THERE = "already_there"  # a centre exists in this folder
    DAMAGED = "damaged"  # file
    BUSY = "busy"  # another program holds the database
    ALREADY_OPEN = "already_open"  # address, pid: another Korak has this folder open
    READ_ONLY = "read_only"  # folder
    DISK_FULL = "disk_full"  # folder
    DISK = "disk"  # folder, reason: the disk refuses in some other way
    WRONG_KEY = "wrong_key"  # keys.json belongs to another database
    KEYS_MISSING = "keys_missing"  # keys.json is gone or unreadable, the database is there
    NEWER = "newer"  # found, known: a newer Korak wrote it
    LOCKED = "locked"  # the passphrase or the recovery code is needed
    BACKUP_BAD = "backup_bad"  # file
    NO_BACKUP = "no_backup"

    # Doors
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - the name of a fault
    WEAK_PASSPHRASE = "weak_passphrase"  # noqa: S105 - shortest
    WRONG_CODE = "wrong_code"  # the recovery code is well formed, but not this centre's
    MISTYPED_CODE = "mistyped_code"  # a letter of the recovery code is wrong or missing
    WRONG_PIN = "wrong_pin"  # left: tries before the first wait, 0 or more
    WAIT = "wait"  # seconds
    NO_PIN = "no_pin"  # nobody chose one yet
    PIN_IS_SET = "pin_is_set"
    BAD_PIN = "bad_pin"  # reason: "length" or "simple"
    LAST_TRAINER = "last_trainer"  # without this one nobody could add or let anybody in

    # People and lessons
    NOT_ALLOWED = "not_allowed"  # deed
    NOT_FOUND = "not_found"  # what, id
    NAME_MISSING = "name_missing"  # what
    NAME_TAKEN = "name_taken"  # what, name
    ROSTER_FAULTY = "roster_faulty"  # count: rows of a list that must be put right first
    TOO_SHORT = "too_short"  # something is to be kept for less than a month or a year
    DAY_AHEAD = "day_ahead"  # it is still to come
    PLACE_MISSING = "place_missing"
    DAY_GONE = "day_gone"  # day: it is over already
    SAME_RECORD = "same_record"  # a record cannot be put together with itself
    PACK_FAULTY = "pack_faulty"  # pack, count
    NOT_THIS_STATION = "not_this_station"  # station
    RUN_ENDED = "run_ended"  # the task run is finished already

    # Programmes, meetings and attendance
    BAD_PERIOD = "bad_period"  # it ends before it begins
    BAD_TIMES = "bad_times"  # a meeting without teaching, or longer than half a day
    NO_DAYS = "no_days"  # a series without days
    REASON_MISSING = "reason_missing"  # a locked thing is changed, or somebody leaves
    MEETING_OVER = "meeting_over"  # it has ended or was cancelled
    NOT_IN_GROUP = "not_in_group"  # person
    BAD_MINUTES = "bad_minutes"  # most
    BAD_PICTURE = "bad_picture"  # reason: "kind" or "size"
    BAD_PHOTO = "bad_photo"  # reason: "kind" or "size"
    CANNOT_WRITE = "cannot_write"  # file
    TEXT_MISSING = "text_missing"

    # The assessment
    BANK_MISSING = "bank_missing"  # pack: the course has no bank of tasks
    BAD_TABLE = "bad_table"  # file, line, reason: the table of indicators cannot be read
    FEW_HOURS = "few_hours"  # percent: too few hours attended for a certificate
    PERIOD_OVERLAPS = "period_overlaps"  # first, last: of the report that was frozen already
    BANK_FAULTY = "bank_faulty"  # version, items: what is in it was changed or cannot be read
    BANK_OLDER = "bank_older"  # found, known: sittings here were taken with a newer bank
    ITEM_CHANGED = "item_changed"  # item: it is another version than the one this sitting asks for
    SITTING_OPEN = "sitting_open"  # one is open already
    SITTING_ENDED = "sitting_ended"  # it is handed in or set aside
    SITTING_TAKEN = "sitting_taken"  # this occasion was taken already; again with a reason
    SAME_FORM = "same_form"  # this form was taken already; again with a reason
    TOO_EARLY = "too_early"  # the follow-up comes eight weeks after; earlier with a reason
    NO_CONSENT = "no_consent"  # the learner was not asked yet or said no
    LAST_SURFACE = "last_surface"  # a task of the assessment keeps at least two sets of data
    OUT_OF_RANGE = "out_of_range"  # most: a mark outside 0 to most
    NOT_THIS_WAY = "not_this_way"  # this sitting is taken on paper, or this one on the computer

    # Voices
    SILENT = "silent"  # nobody speaks in the recording
    NO_SOUND_FILE = "no_sound_file"  # file
    NO_RECORDINGS = "no_recordings"  # folder


class ServiceFault(Exception):  # noqa: N818 - a fault is told to people, it is not an error of the program
    """A service could not do what was asked, for a reason somebody can be told."""

    def __init__(self, code: FaultKind, details: Mapping[str, str] | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.details: Mapping[str, str] = dict(details or {})


_TROUBLES: Mapping[Trouble, FaultKind] = {
    Trouble.DAMAGED: FaultKind.DAMAGED,
    Trouble.WRONG_KEY: FaultKind.WRONG_KEY,
    Trouble.KEYS_MISSING: FaultKind.KEYS_MISSING,
    Trouble.BUSY: FaultKind.BUSY,
    Trouble.READ_ONLY: FaultKind.READ_ONLY,
    Trouble.FULL: FaultKind.DISK_FULL,
    Trouble.DISK: FaultKind.DISK,
    Trouble.NEWER: FaultKind.NEWER,
    Trouble.BACKUP_BAD: FaultKind.BACKUP_BAD,
}


def told(folder: Path, fault: StorageFault) -> ServiceFault:
    """Return the same trouble as services tell it."""
    return ServiceFault(_TROUBLES[fault.trouble], {"folder": str(folder)} | dict(fault.details))


@contextmanager
def telling(folder: Path) -> Generator[None]:
    """Let trouble with a data folder come out as a fault of the service."""
    try:
        yield
    except StorageFault as fault:
        raise told(folder, fault) from fault


def teller(folder: Path) -> partial[ServiceFault]:
    """Return what turns a folder's trouble into a fault of the service."""
    return partial(told, folder)
