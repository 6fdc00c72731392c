# SPDX-License-Identifier: GPL-3.0-or-later
"""An open centre: every service, made once and handed to the pages."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from korak import paths
from korak.centre.people import Role, Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.faults import PackFaults
from korak.content.pack import Pack
from korak.services.access import require
from korak.services.accounts import Accounts
from korak.services.attendance import AttendanceBook
from korak.services.audit_trail import AuditTrail
from korak.services.away import Away
from korak.services.calendar import Calendar
from korak.services.centre import Centre
from korak.services.certificates import Certificates
from korak.services.classroom import Classroom
from korak.services.enrolments import Enrolments
from korak.services.exposure import Exposure
from korak.services.faults import FaultKind, ServiceFault, telling
from korak.services.hands import HandPractice
from korak.services.harvest import Harvests
from korak.services.indicators import Indicators
from korak.services.key_keeper import KeyKeeper, require_strong
from korak.services.lessons import Lessons
from korak.services.local_services import LocalServices
from korak.services.mediation import MediationLog
from korak.services.needs import Needs
from korak.services.pairs import Pairs
from korak.services.people import People
from korak.services.programmes import Programmes
from korak.services.progress_reports import ProgressReports
from korak.services.proposals import Proposals
from korak.services.rehearsal import Rehearsal
from korak.services.reports import Reports
from korak.services.requests import Requests
from korak.services.result_sheets import Papers, ResultSheets
from korak.services.results import Books, Results
from korak.services.rights import Rights
from korak.services.roster import Rosters
from korak.services.sheets import Sheets
from korak.services.sign_in import SignIn
from korak.services.sittings import Sittings
from korak.services.stories import Stories
from korak.services.trainer import TrainerDesk
from korak.services.voices import Voices
from korak.services.wishes import Wishes
from korak.services.words import WordPractice
from korak.storage import backup, hashing, media
from korak.storage.backup import Backup
from korak.storage.rows import Device
from korak.storage.store import Store

_SMALL = 32 * 1024 * 1024  # a database up to this size is copied and read back in well under a second


@dataclass(frozen=True, slots=True)
class Reads:
    """How the course is read, and the course together with its bank of the assessment."""

    pack: Callable[[], Pack]
    bank: Callable[[], Pack]


class House:
    """The services of an open centre; the course is read when it is first needed (or by `warm()`)."""

    def __init__(self, folder: Path, store: Store, clock: Clock, keeper: KeyKeeper, reads: Reads) -> None:
        self._folder = folder
        self._store = store
        self._clock = clock
        self._keeper = keeper
        self._reads = reads
        self._reading = threading.Lock()
        self._copied = 0
        self.device: Device = next(one for one in store.devices() if one.id == store.device)
        self.centre = Centre(store, clock)
        self.people = People(store, clock)
        self.sign_in = SignIn(store, clock, keeper)

    @cached_property
    def is_demo(self) -> bool:
        """Whether nobody here is real."""
        return self._keeper.is_demo()

    @property
    def pack(self) -> Pack:
        """The course."""
        with self._reading:
            return self._pack

    @cached_property
    def _pack(self) -> Pack:
        try:
            return self._reads.pack()
        except PackFaults as faults:
            raise ServiceFault(FaultKind.PACK_FAULTY, {"count": str(len(faults.faults))}) from faults

    @cached_property
    def accounts(self) -> Accounts:
        """Who comes in with a passphrase."""
        return Accounts(self._store, self._clock, self._keeper)

    @cached_property
    def lessons(self) -> Lessons:
        """Learning."""
        return Lessons(self._store, self.pack, self._clock)

    @cached_property
    def pairs(self) -> Pairs:
        """Two learners at one computer."""
        return Pairs(self._store, self.pack, self._clock)

    @cached_property
    def rehearsal(self) -> Rehearsal:
        """Tasks done before a group."""
        return Rehearsal(self.pack)

    @cached_property
    def hands(self) -> HandPractice:
        """Practice of mouse and keyboard."""
        return HandPractice(self._store, self.pack, self._clock)

    @cached_property
    def words(self) -> WordPractice:
        """Word practice."""
        return WordPractice(self._store, self.pack, self._clock)

    @cached_property
    def away(self) -> Away:
        """Words to take along."""
        return Away(
            self.pack,
            self._clock,
            practice=self.words,
            trainer=self.trainer,
            sheets=self.sheets,
            clips=self.voices.for_cards,
        )

    @cached_property
    def exposure(self) -> Exposure:
        """How often everything of the assessment was given here."""
        return Exposure(self._store, self.sittings, self._clock)

    @cached_property
    def sittings(self) -> Sittings:
        """The assessment; its bank is read when a sitting first needs it."""
        return Sittings(self._store, self._reads.bank, self._clock)

    @cached_property
    def wishes(self) -> Wishes:
        """What learners wish of this computer."""
        return Wishes(self._store, self._clock)

    @cached_property
    def voices(self) -> Voices:
        """Recorded voices."""
        return Voices(self._folder, paths.packs(), self.pack)

    @cached_property
    def results(self) -> Results:
        """What was measured, as one object for screen, paper and spreadsheet."""
        books = Books(self.sittings, self.attendance, self.enrolments, self.programmes)
        return Results(self._store, books, self._clock)

    @cached_property
    def result_sheets(self) -> ResultSheets:
        """Sheets of results: PDF files and spreadsheets."""
        books = Papers(self.attendance, self.programmes, self.certificates)
        return ResultSheets(self._store, self.results, books, self._folder)

    @cached_property
    def certificates(self) -> Certificates:
        """Who gets a certificate, and the numbers that stay."""
        return Certificates(self._store, self.attendance, self.programmes, self._clock)

    @cached_property
    def trainer(self) -> TrainerDesk:
        """The trainer's desk."""
        return TrainerDesk(self._store, self.pack, self._clock)

    @cached_property
    def sheets(self) -> Sheets:
        """What is printed."""
        return Sheets(self._store, self.pack, self._clock)

    @cached_property
    def programmes(self) -> Programmes:
        """What funders pay for."""
        return Programmes(self._store, self._clock)

    @cached_property
    def reports(self) -> Reports:
        """Attendance on paper and in spreadsheets."""
        return Reports(self._store, self.calendar, self.programmes, self._clock)

    @cached_property
    def progress_reports(self) -> ProgressReports:
        """How far learners, groups and the centre are."""
        return ProgressReports(self._store, self.pack, self._clock, self.attendance, self.sittings)

    @cached_property
    def indicators(self) -> Indicators:
        """What a funder counts."""
        return Indicators(self._store, self._clock, self.attendance, self.result_sheets.indicators)

    @cached_property
    def local_services(self) -> LocalServices:
        """Who helps with what around here."""
        return LocalServices(self._store, self._clock)

    @cached_property
    def stories(self) -> Stories:
        """What learners tell."""
        return Stories(self._store, self._clock)

    @cached_property
    def audit(self) -> AuditTrail:
        """What was changed after it counted."""
        return AuditTrail(self._store, self._clock)

    @cached_property
    def mediation(self) -> MediationLog:
        """The mediators' log."""
        return MediationLog(self._store, self._clock)

    @cached_property
    def harvests(self) -> Harvests:
        """What a group has gathered, for the wall."""
        return Harvests(
            self._store,
            self.pack,
            self._clock,
            book=self.attendance,
            programmes=self.programmes,
            stories=self.stories,
        )

    @cached_property
    def rights(self) -> Rights:
        """What people may ask for, and how long things are kept."""
        return Rights(self._store, self._clock)

    @cached_property
    def requests(self) -> Requests:
        """What learners ask about their own data."""
        return Requests(self._store, self._clock)

    @cached_property
    def rosters(self) -> Rosters:
        """Lists of learners."""
        return Rosters(self._store, self._clock, self._folder)

    @cached_property
    def enrolments(self) -> Enrolments:
        """Who is in which group since when."""
        return Enrolments(self._store, self._clock)

    @cached_property
    def attendance(self) -> AttendanceBook:
        """Who was at which meeting, and for how long."""
        return AttendanceBook(self._store, self._clock)

    @cached_property
    def calendar(self) -> Calendar:
        """When groups meet, and what they are taught."""
        return Calendar(self._store, self.pack, self._clock)

    @cached_property
    def needs(self) -> Needs:
        """What learners want to be able to do."""
        return Needs(self._store, self.pack, self._clock, self.calendar)

    @cached_property
    def proposals(self) -> Proposals:
        """What learners propose for the course."""
        return Proposals(self._store, self.pack, self._clock)

    @cached_property
    def classroom(self) -> Classroom:
        """What happens in a meeting."""
        return Classroom(self._store, self.pack, self._clock, self.calendar, self.attendance)

    def warm(self) -> None:
        """Read the course ahead of time; run it in the background once the wall stands."""
        _ = self.pack
        self.voices.warm()

    # ------------------------------------------------------------------ keys

    def change_passphrase(self, session: Session, old: str, new: str) -> None:
        """Give whoever is here another passphrase."""
        require(session, Deed.CHANGE_PASSPHRASE, session.person_id)
        self._require_passphrase(session, old)
        require_strong(new)
        if self.is_demo:
            self._store.set_secret(session.person_id, hashing.hash_passphrase(new), self._clock.now())
        else:
            self._keeper.set_passphrase(session.person_id, new)

    def new_recovery_code(self, session: Session, passphrase: str) -> str:
        """Make a new recovery code; the printed one opens nothing any more."""
        require(session, Deed.KEEP_ACCOUNTS)
        self._require_passphrase(session, passphrase)
        return self._keeper.new_recovery_code()

    def trainers(self) -> tuple[str, ...]:
        """Return who is a trainer here; the recovery code gives all of them a new passphrase."""
        return tuple(person.id for person in self._store.people(Role.TRAINER) if person.active)

    def _require_passphrase(self, session: Session, passphrase: str) -> None:
        if self.sign_in.confirm(session, passphrase):
            return
        raise ServiceFault(FaultKind.WRONG_PASSPHRASE)

    # ------------------------------------------------------------------ backups and the end of the day

    def back_up(self, kind: str = backup.BY_HAND) -> Backup:
        """Make a verified copy now."""
        count = self._store.facts_added
        with telling(self._folder), self._store.still():
            made = backup.make(self._folder, self._keeper.key, kind, self._clock.now())
        self._copied = count
        return made

    def copy_backup(self, made: Backup, folder: Path) -> Path:
        """Copy a backup, the keys and the recordings into another folder; return the copy of the backup."""
        with telling(folder):
            copied = backup.copy_to(self._folder, made, folder)
            media.carry_along(self._folder, folder)
        return copied

    def back_up_if_due(self) -> Backup | None:
        """Make the copy of the day, unless there is one; run it in the background after the start."""
        with telling(self._folder):
            known = backup.list_backups(self._folder)
        today = self._clock.now().date()
        if any(one.kind == backup.DAY and one.made_at.date() == today for one in known):
            return None
        return self.back_up(backup.DAY)

    def close(self) -> None:
        """Close the centre; what was learned since the last copy is copied first, if that takes no time."""
        try:
            if self._store.facts_added != self._copied and self._store.size() <= _SMALL:
                self.back_up(backup.DAY)
        except ServiceFault:
            pass  # the facts are safe; the copy is made at the next start, which tells what is wrong
        finally:
            self._store.close()
