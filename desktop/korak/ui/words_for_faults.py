# SPDX-License-Identifier: GPL-3.0-or-later
"""What stopped a service, in words: one plain sentence, and what to do about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from korak.i18n import N_, _, ngettext
from korak.services.faults import FaultKind, ServiceFault


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What happened and what to do, each a short sentence or two."""

    happened: str
    todo: str


_WORDS: Mapping[FaultKind, tuple[str, str]] = {
    FaultKind.EMPTY: (
        N_("There is no centre on this computer yet."),
        N_("Set up a new centre or restore one from a backup."),
    ),
    FaultKind.ALREADY_THERE: (
        N_("There is a centre on this computer already."),
        N_("Close the program and start it again."),
    ),
    FaultKind.DAMAGED: (
        N_("The file with the data is damaged."),
        N_("Restore the newest backup below. What was stored after it is then missing."),
    ),
    FaultKind.BUSY: (
        N_("Another program is using the file with the data."),
        N_("Close the other program. Then press “Try again”."),
    ),
    FaultKind.ALREADY_OPEN: (
        N_("Korak is open on this computer already."),
        N_("Look for its window in the task bar."),
    ),
    FaultKind.READ_ONLY: (
        N_("Korak cannot write into its data folder."),
        N_("Remove the write protection of the folder or the stick. Then press “Try again”."),
    ),
    FaultKind.DISK_FULL: (
        N_("The disk is full. Nothing more can be stored."),
        N_("Delete files you do not need. Then press “Try again”."),
    ),
    FaultKind.DISK: (
        N_("The disk cannot read or write the data."),
        N_("Check the stick or the network connection. Then press “Try again”."),
    ),
    FaultKind.WRONG_KEY: (
        N_("The key does not fit the data."),
        N_("The file with the keys is from another centre. Restore a backup below."),
    ),
    FaultKind.KEYS_MISSING: (
        N_("The file with the keys is missing."),
        N_("The data are still here, but locked. Restore a backup below."),
    ),
    FaultKind.NEWER: (
        N_("A newer Korak has stored these data."),
        N_("Install the newer Korak on this computer too."),
    ),
    FaultKind.LOCKED: (
        N_("The data are locked."),
        N_("Enter the trainer's passphrase or the recovery code."),
    ),
    FaultKind.BACKUP_BAD: (
        N_("This backup is damaged."),
        N_("Choose another backup."),
    ),
    FaultKind.NO_BACKUP: (
        N_("There is no backup here."),
        N_("Choose a backup from another folder or a stick."),
    ),
    FaultKind.WRONG_PASSPHRASE: (
        N_("The passphrase is not right."),
        N_("Check the keyboard and capital letters. Try again."),
    ),
    FaultKind.WEAK_PASSPHRASE: (
        N_("The passphrase is too short or too simple."),
        N_("Use three or four words that do not belong together."),
    ),
    FaultKind.WRONG_CODE: (
        N_("This recovery code is not from this centre."),
        N_("Look for the newest sheet with the recovery code."),
    ),
    FaultKind.MISTYPED_CODE: (
        N_("A letter of the recovery code is wrong or missing."),
        N_("Compare it with the sheet, group by group."),
    ),
    FaultKind.WRONG_PIN: (
        N_("These are not the right three pictures."),
        N_("Nothing is wrong. Try again."),
    ),
    FaultKind.WAIT: (
        N_("Please wait a moment."),
        N_("Then try again, or ask your trainer."),
    ),
    FaultKind.NO_PIN: (
        N_("You have no three pictures yet."),
        N_("Choose three pictures now."),
    ),
    FaultKind.PIN_IS_SET: (
        N_("Three pictures are chosen already."),
        N_("Press your three pictures. If you forgot them, ask your trainer."),
    ),
    FaultKind.BAD_PIN: (
        N_("These three pictures are too easy to guess."),
        N_("Choose at least two different pictures."),
    ),
    FaultKind.LAST_TRAINER: (
        N_("This is the only trainer with a passphrase."),
        N_("Add another trainer first."),
    ),
    FaultKind.NOT_ALLOWED: (
        N_("Only somebody else may do this here."),
        N_("Sign in with your own picture, or ask your trainer."),
    ),
    FaultKind.NOT_FOUND: (
        N_("This is not here any more."),
        N_("Go back and choose again."),
    ),
    FaultKind.NAME_MISSING: (
        N_("The name is missing."),
        N_("Write a name."),
    ),
    FaultKind.NAME_TAKEN: (
        N_("This name is taken already."),
        N_("Write another name, or add a letter."),
    ),
    FaultKind.ROSTER_FAULTY: (
        N_("Something in the list is not right yet. Nothing was saved."),
        N_("Put the marked rows right in the file. Then choose the file again."),
    ),
    FaultKind.TOO_SHORT: (
        N_("This is too short a time."),
        N_("Keep learning data at least a month and documents at least a year."),
    ),
    FaultKind.DAY_AHEAD: (
        N_("This day is still to come."),
        N_("Choose today or a day before."),
    ),
    FaultKind.PLACE_MISSING: (
        N_("The place is missing."),
        N_("Write where it was, for example the name of the office."),
    ),
    FaultKind.DAY_GONE: (
        N_("This day is over already."),
        N_("Choose a day that is still to come."),
    ),
    FaultKind.SAME_RECORD: (
        N_("This is one and the same record."),
        N_("Choose two different people."),
    ),
    FaultKind.PACK_FAULTY: (
        N_("The files of the course are damaged."),
        N_("Install Korak again. Your data stay as they are."),
    ),
    FaultKind.NOT_THIS_STATION: (
        N_("This step is not part of the lesson any more."),
        N_("Go back to the course and continue there."),
    ),
    FaultKind.RUN_ENDED: (
        N_("This task is finished already."),
        N_("Go on, or start the task again."),
    ),
    FaultKind.BAD_PERIOD: (
        N_("The end is before the beginning."),
        N_("Change one of the two days."),
    ),
    FaultKind.BAD_TIMES: (
        N_("A meeting cannot have these hours."),
        N_("The end is after the beginning, and the break is shorter than the meeting."),
    ),
    FaultKind.NO_DAYS: (
        N_("No day of the week is chosen."),
        N_("Choose at least one day."),
    ),
    FaultKind.REASON_MISSING: (
        N_("The reason is missing."),
        N_("Write in a few words why."),
    ),
    FaultKind.MEETING_OVER: (
        N_("This meeting is over or was cancelled."),
        N_("Choose another meeting."),
    ),
    FaultKind.NOT_IN_GROUP: (
        N_("This person is not in the group."),
        N_("Enrol the person first."),
    ),
    FaultKind.BAD_MINUTES: (
        N_("There cannot be so many minutes."),
        N_("Write at most as many minutes as the meeting lasts."),
    ),
    FaultKind.BAD_PICTURE: (
        N_("This file cannot be used as a logo."),
        N_("Choose a picture (PNG, JPEG or SVG) of at most 1 MB."),
    ),
    FaultKind.BAD_PHOTO: (
        N_("This file cannot be used as a photo."),
        N_("Choose a photo (JPEG or PNG)."),
    ),
    FaultKind.CANNOT_WRITE: (
        N_("The file could not be written."),
        N_("Choose another folder, or close the file where it is open."),
    ),
    FaultKind.TEXT_MISSING: (
        N_("There is no text yet."),
        N_("Write something first."),
    ),
    FaultKind.BANK_MISSING: (
        N_("This course has no tasks for the assessment."),
        N_("Install Korak again. Your data stay as they are."),
    ),
    FaultKind.BANK_FAULTY: (
        N_("The tasks of the assessment are damaged."),
        N_("Install Korak again. Your data stay as they are."),
    ),
    FaultKind.BAD_TABLE: (
        N_("The table of indicators cannot be read."),
        N_("Put the line right, or delete the file: then Korak uses its own table."),
    ),
    FaultKind.FEW_HOURS: (
        N_("Too few hours were attended for a certificate."),
        N_("Check the attendance."),
    ),
    FaultKind.PERIOD_OVERLAPS: (
        N_("A report was made for a part of this period. The two could be subtracted."),
        N_("Choose the same period again, or one that begins after it."),
    ),
    FaultKind.BANK_OLDER: (
        N_("The tasks of the assessment are older than those used here before."),
        N_("Install the newer Korak on this computer too."),
    ),
    FaultKind.ITEM_CHANGED: (
        N_("This question has changed since the assessment began."),
        N_("Skip it, or ask your trainer."),
    ),
    FaultKind.SITTING_OPEN: (
        N_("An assessment is open already."),
        N_("Continue it, or set it aside first."),
    ),
    FaultKind.SITTING_ENDED: (
        N_("This assessment is closed already."),
        N_("Go back. What was answered is stored."),
    ),
    FaultKind.SITTING_TAKEN: (
        N_("This person has done this assessment already."),
        N_("If it has to be repeated, write down why."),
    ),
    FaultKind.SAME_FORM: (
        N_("This person has had these tasks already."),
        N_("If they have to be used again, write down why."),
    ),
    FaultKind.TOO_EARLY: (
        N_("It is too early for the later assessment."),
        N_("It comes eight weeks after the last one. If it has to be earlier, write down why."),
    ),
    FaultKind.NO_CONSENT: (
        N_("The learner has not agreed to the assessment."),
        N_("Ask first. Whoever says no learns on as before."),
    ),
    FaultKind.LAST_SURFACE: (
        N_("This task needs at least two sets of data."),
        N_("Keep this one in use. A new version of the course brings more."),
    ),
    FaultKind.OUT_OF_RANGE: (
        N_("This number of points does not exist here."),
        N_("Choose one of the numbers shown."),
    ),
    FaultKind.NOT_THIS_WAY: (
        N_("This assessment is done in another way."),
        N_("Look whether it is on paper or on the computer."),
    ),
    FaultKind.SILENT: (
        N_("Nothing was heard."),
        N_("Check the microphone and speak a little louder."),
    ),
    FaultKind.NO_SOUND_FILE: (
        N_("This recording cannot be played."),
        N_("Record it again."),
    ),
    FaultKind.NO_RECORDINGS: (
        N_("There are no recordings in this folder."),
        N_("Choose the folder that was exported from Korak."),
    ),
}


def words_for(fault: ServiceFault) -> FaultWords:
    """A service's fault in the current language, with its numbers filled in."""
    happened, todo = _WORDS[fault.code]
    filled = _FILLED.get(fault.code)
    return FaultWords(_(happened) if filled is None else filled(fault.details), _(todo))


def words_for_any(fault: Exception) -> FaultWords:
    """Whatever went wrong, in words; an unknown fault is told as one."""
    if isinstance(fault, ServiceFault):
        return words_for(fault)
    return FaultWords(
        _("Something in the program went wrong."),
        _("What you did before is stored. Close the program and start it again."),
    )


def waiting_time(seconds: int) -> str:
    """How long somebody still waits, as people say it: seconds up to two minutes, then minutes."""
    if seconds < 120:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    minutes = -(-seconds // 60)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def _wait(details: Mapping[str, str]) -> str:
    seconds = int(float(details.get("seconds", "1")))
    return _("Please wait: {time}.").format(time=waiting_time(max(seconds, 1)))


def _weak(details: Mapping[str, str]) -> str:
    shortest = int(details.get("shortest", "10"))
    return ngettext(
        "The passphrase needs at least {n} character.",
        "The passphrase needs at least {n} characters.",
        shortest,
    ).format(n=shortest)


def _name_taken(details: Mapping[str, str]) -> str:
    return _("The name “{name}” is taken already.").format(name=details.get("name", ""))


def _cannot_write(details: Mapping[str, str]) -> str:
    return _("The file “{file}” could not be written.").format(file=details.get("file", ""))


def _bad_table(details: Mapping[str, str]) -> str:
    told = _("Line {line} of the file {file} cannot be understood.")
    return told.format(line=details.get("line", "1"), file=details.get("file", "indicators.toml"))


_FILLED: Mapping[FaultKind, Callable[[Mapping[str, str]], str]] = {
    FaultKind.WAIT: _wait,
    FaultKind.WEAK_PASSPHRASE: _weak,
    FaultKind.NAME_TAKEN: _name_taken,
    FaultKind.CANNOT_WRITE: _cannot_write,
    FaultKind.BAD_TABLE: _bad_table,
}
