# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways between the pages, once the centre's data folder has been looked at.

This module is imported late, in the background: it brings the services with it. Each page is imported when it
is first visited.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from korak.centre.pairs import Pair
from korak.centre.people import Role, Session
from korak.centre.privacy import FIRST_PLACE, may_enter
from korak.centre.report_filters import ReportFilters
from korak.clock import Clock
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.services.vault import Vault, VaultState
from korak.ui.frame import Frame
from korak.ui.idle import IdleWatch
from korak.ui.long_press import LongPress
from korak.ui.page import Page
from korak.ui.stage import Stage
from korak.ui.thrift import give_back
from korak.ui.window import Window

_SITTING_MINUTES = 3  # answers on a shared screen are nobody else's business
_SHOWING_MINUTES = 90  # two teaching hours
_FAULTS = {
    VaultState.KEYS_MISSING: ServiceFault(FaultKind.KEYS_MISSING),
    VaultState.DAMAGED: ServiceFault(FaultKind.DAMAGED),
    VaultState.READ_ONLY: ServiceFault(FaultKind.READ_ONLY),
    VaultState.NEWER: ServiceFault(FaultKind.NEWER),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found in the data folder: a centre that is open now, or why there is none."""

    vault: Vault
    state: VaultState
    house: House | None = None
    fault: ServiceFault | None = None


def open_centre(folder: Path, clock: Clock) -> Opened:
    """Look at the data folder and open the centre, if that needs nobody's passphrase."""
    return look_again(Vault(folder, clock))


def look_again(vault: Vault) -> Opened:
    """Open the centre of a vault, if that needs nobody's passphrase."""
    state = VaultState.DAMAGED
    try:
        state = vault.state()
        house = vault.open() if state is VaultState.READY else None
    except ServiceFault as fault:
        return Opened(vault, state, fault=fault)
    return Opened(vault, state, house)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands already when the centre is opened."""

    window: Window
    stage: Stage
    frame: Frame


def begin(opened: Opened, around: Surroundings) -> "Journey":
    """Take over the window on the main thread and show the right first page."""
    journey = Journey(around)
    journey.begin(opened)
    around.frame.navigator.lead(journey)
    return journey


class Journey(QObject):
    """Who is where in the program: builds a page, hands it what it needs, and shows it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._stage = around.stage
        self._frame = around.frame
        self._vault: Vault | None = None
        self._house: House | None = None
        self._session: Session | None = None
        self._pair: Pair | None = None
        self._group_id: str | None = None
        self._asked: tuple[ReportFilters | None, str] = (None, "")  # of the reports, while somebody is in
        self._long_press = LongPress(self)
        self._desks: dict[str, Callable[[], Page]] = {
            "today": self._today,
            "calendar": self._calendar,
            "plan": self._plan,
            "people": self._people,
            "assessment": self._assessment,
            "words": self._group_words,
            "needs": self._group_needs,
            "results": self._results,
            "lists": self._lists,
            "own_voice": self._own_voice,
            "programmes": self._programmes,
            "rights": self._rights,
            "reports": self._reports,
            "services": self._local_services,
            "stories": self._stories,
            "mediation": self._mediation,
            "poster": self._poster,
            "centre": self._centre,
            "colleagues": self._colleagues,
            "audit": self._audit,
        }
        self.idle = IdleWatch(around.window.windowHandle(), around.frame.clock, self)
        self.idle.idle.connect(self._nobody_here)
        around.window.closing.connect(self.close)

    # properties

    @property
    def frame(self) -> Frame:
        """What every page is handed."""
        return self._frame

    @property
    def house(self) -> House:
        """The centre that is open."""
        if self._house is None:
            raise RuntimeError("no centre is open")
        return self._house

    @property
    def session(self) -> Session | None:
        """Who is signed in now."""
        return self._session

    # beginning and end

    def begin(self, opened: Opened) -> None:
        """Show the right first page for what was found."""
        self._vault = opened.vault
        if opened.house is not None:
            self._enter(opened.house)
        elif opened.fault is not None:
            self._trouble(opened.fault)
        elif opened.state is VaultState.EMPTY:
            self._first_start()
        elif opened.state is VaultState.LOCKED:
            self._unlock()
        else:
            self._trouble(_FAULTS.get(opened.state, ServiceFault(FaultKind.DAMAGED)))

    def close(self) -> None:
        """Close the centre, if one is open."""
        self.idle.watch(0)
        if self._house is not None:
            self._sign_out("out")
            self._frame.voice.use_clips(None)
            self._house.close()
            self._house = None

    def signed_in(self, session: Session) -> None:
        """Go on as whoever was let in; two who still sat here together are signed out first."""
        if self._pair is not None:
            self._sign_out("out")
        self._session = session
        self._asked = (None, "")
        person = self.house.people.me(session)
        if session.role is Role.LEARNER:
            spoken = self._frame.second_languages(self.house.pack)
            self._frame.preferences.choose_second(person.language if person.language in spoken else None)
            wishes = self.house.wishes
            self._frame.preferences.sit(wishes.reads_aloud(session), partial(wishes.read_aloud, session))
            self._frame.background.run(partial(self.house.words.warm, session), _nothing, _raise)
        self._watch()
        self.home()

    # the ways (see ui/frame.py)

    def wall(self) -> None:
        """Sign out whoever is here and show the tiles."""
        from korak.ui.pages.wall import WallPage  # noqa: PLC0415

        house = self.house
        self._sign_out("out")
        page = WallPage(self._frame, house.sign_in, self._group_id)
        page.group_chosen.connect(self._keep_group)
        self._stage.show_page(page)

    def pin(self, person_id: str) -> None:
        """Ask a learner for the three pictures."""
        from korak.ui.pages.pin import PinPage  # noqa: PLC0415

        house = self.house
        tiles = (person for group in house.sign_in.groups() for person in house.sign_in.tiles(group.id))
        person = next(person for person in tiles if person.id == person_id)
        page = PinPage(self._frame, house, person)
        page.signed_in.connect(self.signed_in)
        self._stage.show_page(page)

    def trainer(self) -> None:
        """Ask for the passphrase of a trainer, a mediator or the staff."""
        from korak.ui.pages.trainer_door import TrainerDoorPage  # noqa: PLC0415

        page = TrainerDoorPage(self._frame, self.house)
        page.signed_in.connect(self.signed_in)
        self._stage.show_page(page)

    def home(self) -> None:
        """Show the signed-in person's own first page."""
        session = self._who()
        self._watch()
        if session.role is not Role.LEARNER:
            self.desk(FIRST_PLACE[session.role])
            return
        from korak.ui.pages.home import HomePage  # noqa: PLC0415

        self._stage.show_page(HomePage(self._frame, self.house, session, self._pair))

    def partner(self) -> None:
        """Choose somebody to work with at this computer."""
        from korak.ui.pages.partner import PartnerPage  # noqa: PLC0415

        self._stage.show_page(PartnerPage(self._frame, self.house, self._who()))

    def partner_pin(self, person_id: str) -> None:
        """Ask the second one of a pair for the three pictures."""
        from korak.ui.pages.pin import PinPage  # noqa: PLC0415

        house, session = self.house, self._who()
        person = next(one for one in house.pairs.partners(session) if one.id == person_id)
        page = PinPage(self._frame, house, person, house.people.me(session))
        page.signed_in.connect(self.paired)
        self._stage.show_page(page)

    def paired(self, second: Session) -> None:
        """Go on as two: the second one was let in."""
        house, first = self.house, self._who()
        self._pair = house.pairs.begin(first, second)
        reads = any(house.wishes.reads_aloud(one) for one in self._pair.sessions)
        self._frame.preferences.sit(reads, partial(house.wishes.read_aloud, first))
        self.home()

    def part(self, person_id: str, lesson_id: str = "") -> None:
        """One of a pair finishes; the other one goes on alone, in a lesson if one is open."""
        pair, house = self._pair, self.house
        if pair is None:
            return
        self._stage.leave_page()
        house.pairs.end(pair)
        house.sign_in.leave(pair.sessions[pair.place(person_id)])
        self._pair = None
        self.signed_in(pair.partner(person_id))
        if lesson_id:
            self.lesson(lesson_id)

    def lesson(self, lesson_id: str) -> None:
        """Go on with a lesson."""
        from korak.ui.pages.lesson import LessonPage  # noqa: PLC0415

        self._stage.show_page(LessonPage(self._frame, self.house, self._who(), lesson_id, self._pair))

    def sitting(self) -> None:
        """Begin the assessment that waits, or go on with it; two who sit here together have none."""
        if self._pair is not None:
            self.home()
            return
        from korak.ui.pages.sitting import SittingPage  # noqa: PLC0415

        self.idle.watch(min(_SITTING_MINUTES, self.house.centre.settings().idle_minutes))
        self._stage.show_page(SittingPage(self._frame, self.house, self._who()))

    def enter_sitting(self, sitting_id: str) -> None:
        """Enter what stands on paper or was said (trainers)."""
        from korak.ui.pages.sitting_entry import SittingEntryPage  # noqa: PLC0415

        self._stage.show_page(SittingEntryPage(self._frame, self.house, self._who(), sitting_id))

    def words(self) -> None:
        """Show the words met so far."""
        from korak.ui.pages.words import WordsPage  # noqa: PLC0415

        self._stage.show_page(WordsPage(self._frame, self.house, self._who()))

    def word_session(self) -> None:
        """Practise words for ten minutes."""
        from korak.ui.pages.word_session import WordSessionPage  # noqa: PLC0415

        self._stage.show_page(WordSessionPage(self._frame, self.house, self._who()))

    def away(self) -> None:
        """Take words along: for Anki, on paper."""
        from korak.ui.pages.away import AwayPage  # noqa: PLC0415

        self._stage.show_page(AwayPage(self._frame, self.house, self._who(), self._group_id))

    def hands(self) -> None:
        """Practise mouse and keyboard."""
        from korak.ui.pages.hands import HandsPage  # noqa: PLC0415

        self._stage.show_page(HandsPage(self._frame, self.house, self._who()))

    def games(self) -> None:
        """Show the games for the projector; nobody has to be signed in."""
        from korak.ui.pages.games import GamesPage  # noqa: PLC0415

        self._stage.show_page(GamesPage(self._frame, self.house, self._session, self._group_id))

    def playground(self, task: str = "") -> None:
        """Show the tasks to practise freely, or open one of them."""
        from korak.ui.pages.playground import PlaygroundPage  # noqa: PLC0415

        page = PlaygroundPage(self._frame, self.house, self._who())
        self._stage.show_page(page)
        if task:
            page.open_task(task)

    def projector(self, lesson_id: str, back: str = "today") -> None:
        """Show a lesson to a group; it ends on one of the trainer's pages (`back`)."""
        from korak.ui.pages.projector import ProjectorPage  # noqa: PLC0415

        if not may_enter(self._who(), "projector"):
            self.home()
            return
        # While a group talks nobody touches the computer; the wall with everybody's faces must not come up.
        minutes = self.house.centre.settings().idle_minutes
        self.idle.watch(max(minutes, _SHOWING_MINUTES) if minutes else 0)
        page = ProjectorPage(self._frame, self.house, self._who(), lesson_id, self._group_id)
        page.left.connect(partial(self._shown, back))
        self._stage.show_page(page)

    def _shown(self, back: str) -> None:
        self._watch()
        self.desk(back)

    def local_help(self) -> None:
        """Show who helps with what around here, to look things up."""
        from korak.ui.pages.local_help import LocalHelpPage  # noqa: PLC0415

        self._stage.show_page(LocalHelpPage(self._frame, self.house, self._who()))

    def needs(self) -> None:
        """Ask the learner what they want to be able to do."""
        from korak.ui.pages.needs import NeedsPage  # noqa: PLC0415

        self._stage.show_page(NeedsPage(self._frame, self.house, self._who()))

    def proposals(self) -> None:
        """Show what learners propose, to propose and to vote."""
        from korak.ui.pages.proposals import ProposalsPage  # noqa: PLC0415

        self._stage.show_page(ProposalsPage(self._frame, self.house, self._who()))

    def record(self) -> None:
        """Show what the learner can do already."""
        self.record_of(self._who().person_id)

    def record_of(self, person_id: str) -> None:
        """Show somebody's record, to themselves or to a trainer."""
        from korak.ui.pages.record import RecordPage  # noqa: PLC0415

        self._stage.show_page(RecordPage(self._frame, self.house, self._who(), person_id))

    def result_of(self, person_id: str) -> None:
        """Show what the assessment says of somebody, to themselves or to a trainer."""
        from korak.ui.pages.own_result import OwnResultPage  # noqa: PLC0415

        self._stage.show_page(OwnResultPage(self._frame, self.house, self._who(), person_id))

    def replay(self, sitting_id: str, item_id: str = "") -> None:
        """Show a sitting again, step by step (trainers)."""
        from korak.ui.pages.replay import ReplayPage  # noqa: PLC0415

        self._stage.show_page(ReplayPage(self._frame, self.house, self._who(), sitting_id, item_id))

    def story(self, person_id: str = "", story_id: str = "") -> None:
        """Write a story: one's own, or (helpers) what somebody dictates."""
        from korak.ui.pages.story import StoryPage  # noqa: PLC0415

        session = self._who()
        author = person_id or session.person_id
        self._stage.show_page(StoryPage(self._frame, self.house, session, author, story_id))

    def desk(self, place: str) -> None:
        """Show a page of the desk (see `ui/desk.PLACES`); to whoever may not see it, their own first one."""
        session = self._who()
        wanted = place if place in self._desks and may_enter(session, place) else FIRST_PLACE[session.role]
        self._stage.show_page(self._desks[wanted]())

    def places(self) -> tuple[str, ...]:
        """Every page of the desk, whoever may see it."""
        return tuple(self._desks)

    def _today(self) -> Page:
        from korak.ui.pages.today import TodayPage  # noqa: PLC0415

        page = TodayPage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _calendar(self) -> Page:
        from korak.ui.pages.calendar import CalendarPage  # noqa: PLC0415

        page = CalendarPage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _plan(self) -> Page:
        from korak.ui.pages.calendar import CalendarPage  # noqa: PLC0415

        page = CalendarPage(self._frame, self.house, self._who(), self._group_id, way="plan")
        page.group_chosen.connect(self._keep_group)
        return page

    def _programmes(self) -> Page:
        from korak.ui.pages.programmes import ProgrammesPage  # noqa: PLC0415

        return ProgrammesPage(self._frame, self.house, self._who())

    def _people(self) -> Page:
        from korak.ui.pages.people import PeoplePage  # noqa: PLC0415

        page = PeoplePage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _lists(self) -> Page:
        from korak.ui.pages.roster import RosterPage  # noqa: PLC0415

        return RosterPage(self._frame, self.house, self._who(), self._group_id)

    def _reports(self) -> Page:
        from korak.ui.pages.reports import ReportsPage  # noqa: PLC0415

        asked, part = self._asked
        if asked is None:
            groups = self.house.people.groups(self._who())
            known = self._group_id or (groups[0].id if groups else "")
            asked = ReportFilters(group=known)
        page = ReportsPage(self._frame, self.house, self._who(), asked, part)
        page.group_chosen.connect(self._keep_group)
        page.asked.connect(self._keep_asked)
        return page

    def _keep_asked(self, asked: ReportFilters, part: str) -> None:
        self._asked = asked, part

    def _local_services(self) -> Page:
        from korak.ui.pages.local_services import LocalServicesPage  # noqa: PLC0415

        return LocalServicesPage(self._frame, self.house, self._who())

    def _stories(self) -> Page:
        from korak.ui.pages.stories import StoriesPage  # noqa: PLC0415

        return StoriesPage(self._frame, self.house, self._who())

    def _poster(self) -> Page:
        from korak.ui.pages.poster import PosterPage  # noqa: PLC0415

        page = PosterPage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _rights(self) -> Page:
        from korak.ui.pages.rights import RightsPage  # noqa: PLC0415

        return RightsPage(self._frame, self.house, self._who())

    def _mediation(self) -> Page:
        from korak.ui.pages.mediation import MediationPage  # noqa: PLC0415

        return MediationPage(self._frame, self.house, self._who())

    def _audit(self) -> Page:
        from korak.ui.pages.audit import AuditPage  # noqa: PLC0415

        return AuditPage(self._frame, self.house, self._who())

    def _colleagues(self) -> Page:
        from korak.ui.pages.colleagues import ColleaguesPage  # noqa: PLC0415

        return ColleaguesPage(self._frame, self.house, self._who())

    def _assessment(self) -> Page:
        from korak.ui.pages.assessment import AssessmentPage  # noqa: PLC0415

        page = AssessmentPage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _results(self) -> Page:
        from korak.ui.pages.results import ResultsPage  # noqa: PLC0415

        page = ResultsPage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _group_words(self) -> Page:
        from korak.ui.pages.group_words import GroupWordsPage  # noqa: PLC0415

        page = GroupWordsPage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _group_needs(self) -> Page:
        from korak.ui.pages.group_needs import GroupNeedsPage  # noqa: PLC0415

        page = GroupNeedsPage(self._frame, self.house, self._who(), self._group_id)
        page.group_chosen.connect(self._keep_group)
        return page

    def _own_voice(self) -> Page:
        from korak.ui.pages.own_voice import OwnVoicePage  # noqa: PLC0415

        return OwnVoicePage(self._frame, self.house, self._who())

    def _centre(self) -> Page:
        from korak.ui.pages.centre import CentrePage  # noqa: PLC0415

        page = CentrePage(self._frame, self.house, self._who(), self._known_vault())
        page.changed.connect(self._watch)
        return page

    # the pages behind the doors of the data folder

    def _first_start(self) -> None:
        from korak.ui.pages.first_start import FirstStartPage  # noqa: PLC0415

        page = FirstStartPage(self._frame, self._known_vault())
        page.opened.connect(self._enter)
        page.restored.connect(self._look_again)
        self._stage.show_page(page)

    def _unlock(self) -> None:
        from korak.ui.pages.unlock import UnlockPage  # noqa: PLC0415

        page = UnlockPage(self._frame, self._known_vault())
        page.opened.connect(self._enter)
        self._stage.show_page(page)

    def _trouble(self, fault: ServiceFault) -> None:
        from korak.ui.pages.trouble import TroublePage  # noqa: PLC0415

        page = TroublePage(self._frame, self._known_vault(), fault)
        page.again.connect(self._look_again)
        page.unlock.connect(self._unlock)
        self._stage.show_page(page)

    def _look_again(self) -> None:
        vault = self._known_vault()

        def look() -> Opened:
            return look_again(vault)

        self._frame.background.run(look, self.begin, _raise)

    def _enter(self, house: House) -> None:
        self._house = house
        if not self._took_over_wall(house):
            self.wall()
        self._frame.background.run(house.warm, self._hear_clips, _raise)
        self._frame.background.run(house.back_up_if_due, _nothing, _raise)
        self._frame.background.run(give_back, _nothing, _raise)

    def _hear_clips(self, _warm: object) -> None:
        """Let recordings be heard once the course has been read."""
        if self._house is not None:
            self._frame.voice.use_clips(self._house.voices)

    def _took_over_wall(self, house: House) -> bool:
        """Go on with the wall that was shown before the centre was open."""
        from korak.ui.pages.wall import WallPage  # noqa: PLC0415

        page = self._stage.page
        if not isinstance(page, WallPage):
            return False
        page.group_chosen.connect(self._keep_group)
        page.use(house.sign_in)
        return True

    def _sign_out(self, why: str) -> None:
        self.idle.watch(0)
        self._stage.leave_page()
        if self._session is not None and self._house is not None:
            here = (self._session,) if self._pair is None else self._pair.sessions
            if self._pair is not None:
                self._house.pairs.end(self._pair)
            for session in here:
                self._house.sign_in.leave(session, why)
        self._session = self._pair = None
        self._frame.preferences.choose_second(None)
        self._frame.preferences.sit(False, None)

    def _nobody_here(self) -> None:
        for dialog in self._stage.window().findChildren(QDialog):
            dialog.reject()
        self._sign_out("idle")
        self.wall()

    # what is known

    def _watch(self) -> None:
        self.idle.watch(self.house.centre.settings().idle_minutes)

    def _keep_group(self, group_id: str) -> None:
        self._group_id = group_id

    def _known_vault(self) -> Vault:
        if self._vault is None:
            raise RuntimeError("no data folder was looked at")
        return self._vault

    def _who(self) -> Session:
        if self._session is None:
            raise RuntimeError("nobody is signed in")
        return self._session


def _nothing(_result: object) -> None:
    """Take note of nothing."""


def _raise(fault: Exception) -> None:
    """Let the exception hook tell it."""
    raise fault
